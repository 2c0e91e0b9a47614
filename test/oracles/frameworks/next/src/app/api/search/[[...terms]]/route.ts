export const POST = async (request: Request): Promise<Response> => Response.json(await request.json())
export async function OPTIONS() {
  return new Response(null, { status: 204 })
}
