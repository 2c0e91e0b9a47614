export default function Layout({ team }: { team: React.ReactNode }) {
  return <div>{team}</div>
}
