export default function OldOne() {
  return <h1>Old</h1>
}
