export default async function rest(_request: unknown, response: { json: (body: unknown) => void }) {
  response.json({})
}
