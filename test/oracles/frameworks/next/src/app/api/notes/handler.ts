/** Not called route: serves nothing. */
export async function GET() {
  return new Response('never')
}
