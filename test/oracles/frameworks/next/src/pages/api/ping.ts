const ping = (_request: unknown, response: { json: (body: unknown) => void }) => response.json({})

export default ping
