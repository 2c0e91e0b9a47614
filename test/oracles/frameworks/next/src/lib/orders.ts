export async function listOrders() {
  return Response.json([])
}

export async function createOrder(request: Request) {
  return Response.json(await request.json())
}
