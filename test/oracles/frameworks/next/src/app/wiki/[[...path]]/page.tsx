export default function Wiki() {
  return <h1>Wiki</h1>
}
