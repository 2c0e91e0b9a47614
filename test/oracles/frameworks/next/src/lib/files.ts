export async function GET() {
  return new Response('')
}

export async function PUT() {
  return new Response('')
}
