export function GET() {
  return new Response('')
}

export function HEAD() {
  return new Response('')
}

export function helper() {}
