export default function Old() {
  return <h1>Old</h1>
}
