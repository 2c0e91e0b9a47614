import { describe, expect, it } from 'vitest'
import { type Files, systemOf } from '../../support/model.js'

/** What stands open of a shop in Next.js with these files: the route, and `?` behind it where that is not sure. */
function doors(files: Files): readonly string[] {
  const [service] = systemOf({
    'compose.yaml': 'services: { web: { build: ., ports: ["80:3000"] } }\n',
    Dockerfile: 'FROM node:24\nWORKDIR /app\nCOPY . .\nCMD ["npx", "next", "start"]\n',
    'package.json': '{ "name": "shop", "dependencies": { "next": "16.0.0" } }',
    'next.config.js': 'module.exports = {}',
    'tsconfig.json': '{ "compilerOptions": { "baseUrl": ".", "paths": { "@/*": ["./*"] } } }',
    'lib/db.ts': "import { PrismaClient } from '@prisma/client'\nexport const db = new PrismaClient()\n",
    ...files,
  }).services
  expect(service?.routes.routes.length).toBeGreaterThan(2)
  return (service?.openDoors ?? []).map(({ what, doubt }) => (doubt === undefined ? what : `${what} ?`))
}

const ASKS = `
  import { getServerSession } from 'next-auth'
  import { db } from '@/lib/db'
  export async function PUT(request, { params }) {
    const session = await getServerSession()
    if (!session) return Response.json({}, { status: 401 })
    return Response.json(await db.order.update({ where: { id: params.id } }))
  }
  export async function PATCH(request, { params }) {
    const session = await getServerSession()
    if (!session) return new Response(null, { status: 401 })
    return Response.json(await db.order.update({ where: { id: params.id } }))
  }`
const DROP = 'return Response.json(await db.order.delete({ where: { id: params.id } }))'
const OPEN = `import { db } from '@/lib/db'\nexport async function DELETE(request, { params }) { ${DROP} }\n`
const PATH = 'DELETE /api/orders/:id/items'

/** A deletion below orders, which others that ask change. */
function beside(text: string, files: Files = {}): readonly string[] {
  const found = doors({ 'app/api/orders/[id]/route.ts': ASKS, 'app/api/orders/[id]/items/route.ts': text, ...files })
  return found.map(one => one.replace(PATH, 'open'))
}

const WITH = (head: string, body: string) =>
  `import { db } from '@/lib/db'\n${head}\nexport async function DELETE(request, { params }) { ${body}\n ${DROP} }\n`

describe('handlers of Next.js that ask nobody', () => {
  it.each([
    ['nothing before it', OPEN, ['open']],
    [
      'it answers only that there is nothing',
      'export async function DELETE() { return Response.json({}, { status: 405 }) }',
      [],
    ],
    [
      'it looks at the body',
      WITH("import { z } from 'zod'", 'const body = z.object({}).parse(await request.json())'),
      ['open'],
    ],
    [
      'it asks',
      WITH(
        "import { auth } from '@clerk/nextjs/server'",
        'const { userId } = await auth(); if (!userId) return new Response(null, { status: 401 })',
      ),
      [],
    ],
    ['it asks and stops', WITH("import { auth } from '@clerk/nextjs/server'", 'await auth.protect()'), []],
    [
      'it asks a table for a user',
      WITH(
        "import { getUser } from '@/lib/gone'",
        "const user = await getUser(params.id); if (!user) throw new Error('no such user')",
      ),
      ['open ?'],
    ],
    [
      'it asks who that is',
      WITH(
        "import { createClient } from '@acme/x'",
        'const { data } = await createClient().auth.getUser(); if (!data.user) return new Response(null, { status: 401 })',
      ),
      [],
    ],
    ['it may ask', WITH("import { auth } from '@/auth'", 'const session = await auth()'), ['open ?']],
    [
      'it refuses',
      WITH(
        '',
        "if (request.nextUrl.searchParams.get('x') !== process.env.X) return new Response(null, { status: 401 })",
      ),
      ['open ?'],
    ],
    ['it reads a header', WITH('', "check(request.headers.get('x'))\nfunction check() {}"), ['open ?']],
    ['a function that is not here', WITH("import { check } from '@/lib/gone'", 'await check()'), ['open ?']],
    ['a package that knows people', WITH("import { decode } from '@acme/jwt'", 'decode(request)'), ['open ?']],
    ['it deletes only what another handler asks for', ASKS.replace('PUT', 'DELETE'), []],
  ])('%s', (_, text, expected) => {
    expect(beside(text)).toEqual(expected)
  })

  it.each([
    [
      'asks',
      "import { auth } from '@/auth'\nexport async function member() { const s = await auth(); if (!s) throw new Error('no') ; return s }",
      [],
    ],
    ['asks deeper', "import { inner } from './inner'\nexport async function member() { return inner() }", []],
    [
      'may ask',
      "import { cookies } from 'next/headers'\nexport async function member() { return (await cookies()).get('a') }",
      ['open ?'],
    ],
    ['has to do with something else', 'export async function member() { return 1 }', ['open']],
  ])('a function of the repository without the request that %s', (_, text, expected) => {
    const inner =
      "import { redirect } from 'next/navigation'\nimport { getSession } from '@acme/x'\nexport async function inner() { if (!(await getSession())) redirect('/in') }"
    const found = beside(WITH("import { member } from '@/lib/member'", 'await member()'), {
      'lib/member.ts': text,
      'lib/inner.ts': inner,
    })
    expect(found).toEqual(expected)
  })

  it.each([
    ['of a package, by its name', "import { withAuth } from '@acme/x'", 'withAuth', []],
    ['of a package that nobody knows', "import { handle } from '@acme/x'", 'handle', ['open ?']],
    ['of its own that asks', "import { wrap } from '@/lib/wrap'", 'wrap', []],
    ['of its own that catches', "import { calm } from '@/lib/wrap'", 'calm', ['open']],
  ])('a wrapper %s', (_, head, name, expected) => {
    const wrap = `
      import { getServerSession } from 'next-auth'
      export const wrap = handler => async (request, context) => {
        if (!(await getServerSession())) return new Response(null, { status: 401 })
        return handler(request, context)
      }
      export const calm = handler => async (request, context) => {
        try { return await handler(request, context) } catch { return new Response(null, { status: 500 }) }
      }`
    const text = `import { db } from '@/lib/db'\n${head}\nexport const DELETE = ${name}(async (request, { params }) => { ${DROP} })\n`
    expect(beside(text, { 'lib/wrap.ts': wrap })).toEqual(expected)
  })

  it.each([
    ['of next-auth', "export { default } from 'next-auth/middleware'", []],
    [
      'of next-auth for other paths',
      "export { default } from 'next-auth/middleware'\nexport const config = { matcher: ['/admin/:path*'] }",
      ['open'],
    ],
    [
      'of next-auth with a callback',
      "import { withAuth } from 'next-auth/middleware'\nexport default withAuth({ callbacks: { authorized: ({ req, token }) => req.nextUrl.pathname === '/' || !!token } })",
      ['open ?'],
    ],
    [
      'of Clerk, which protects nothing by itself',
      "import { clerkMiddleware } from '@clerk/nextjs/server'\nexport default clerkMiddleware()",
      ['open'],
    ],
    [
      'of Clerk that protects',
      "import { clerkMiddleware } from '@clerk/nextjs/server'\nexport default clerkMiddleware(async auth => { await auth.protect() })",
      [],
    ],
    [
      'of Clerk that protects some',
      "import { clerkMiddleware, createRouteMatcher } from '@clerk/nextjs/server'\nconst open = createRouteMatcher(['/in'])\nexport default clerkMiddleware(async (auth, request) => { if (!open(request)) await auth.protect() })",
      ['open ?'],
    ],
    ['of languages', "import create from 'next-intl/middleware'\nexport default create({ locales: ['en'] })", ['open']],
    [
      'of its own that asks',
      "import { jwtVerify } from 'jose'\nexport async function middleware(request) { await jwtVerify(request.cookies.get('a'), process.env.A) }",
      [],
    ],
    [
      'of its own that may ask',
      "export function middleware(request) { if (!request.cookies.get('session')) return Response.redirect('/in') }",
      ['open ?'],
    ],
    [
      'of its own that has to do with something else',
      "export function middleware() { console.log('asked') }",
      ['open'],
    ],
    ['that is not known', "export { middleware } from '@/lib/gone'", ['open ?']],
    [
      'with a matcher that is not known',
      "export { default } from 'next-auth/middleware'\nexport const config = { matcher: ['/((?!_next|[^?]*\\\\.(?:html?)).*)'] }",
      ['open ?'],
    ],
  ])('a middleware %s', (_, text, expected) => {
    expect(beside(OPEN, { 'middleware.ts': text })).toEqual(expected)
  })

  it('judges pages of an API by the methods that they look for', () => {
    const page = (body: string) =>
      `import { getServerSession } from 'next-auth'\nimport { db } from '@/lib/db'\nexport default async function handler(req, res) { ${body} }`
    const asks =
      "if (!(await getServerSession(req, res))) return res.status(401).end(); if (req.method === 'DELETE') await db.a.delete({})"
    const open = "if (req.method === 'DELETE') await db.a.delete({})"
    const found = doors({
      'pages/api/orders/[id]/index.ts': page(asks),
      'pages/api/orders/[id]/a.ts': page(asks),
      'pages/api/orders/[id]/b.ts': page(open),
      'pages/api/orders/[id]/c.ts': page('res.json(await db.a.findMany({}))'),
    })
    expect(found).toEqual(['/api/orders/:id/b'])
  })

  it('says nothing where nobody is asked, or what is open is for everybody', () => {
    expect(
      doors({ 'app/api/orders/[id]/route.ts': OPEN, 'app/api/b/[id]/route.ts': OPEN, 'app/page.tsx': '' }),
    ).toEqual([])
    expect(beside(OPEN.replace('DELETE', 'POST'))).toEqual([])
    const webhook = {
      'app/api/orders/[id]/route.ts': ASKS,
      'app/api/orders/webhook/route.ts': OPEN,
      'app/page.tsx': '',
    }
    expect(doors(webhook)).toEqual([])
  })
})
