export default function handler(_request: unknown, response: { json: (body: unknown) => void }) {
  response.json({})
}
