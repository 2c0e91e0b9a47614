import { expect, test } from 'vitest'
import type { Expression } from '../../../src/code/syntax.js'
import { walk } from '../../../src/code/walk.js'
import { capOf } from '../../../src/model/code/queries/cap.js'
import { programOf } from '../../support/code.js'
import type { Files } from '../../support/model.js'

/** What is found out about the last `take: …` or `.limit(…)` of `src/a.ts`: `capped 100 (20)`, `uncapped limit`, `fixed 50`, `unknown`. */
function cap(source: string, files: Files = {}): string {
  const program = programOf({ 'src/a.ts': source, ...files })
  const file = program.files.get('src/a.ts')
  if (!file) throw new Error('no file')
  expect(file.problems).toEqual([])
  let limit: Expression | undefined
  walk(file.body, node => {
    if (node.kind === 'entry' && node.key === 'take') limit = node.value
    if (node.kind === 'call' && node.callee.kind === 'member' && /^(?:limit|LIMIT)$/.test(node.callee.property))
      limit = node.arguments[0]
    return undefined
  })
  if (!limit) throw new Error('no limit')
  const found = capOf(program, { file, node: limit })
  if (found.kind === 'unknown') return 'unknown'
  const fallback = 'fallback' in found && found.fallback !== undefined ? ` (${found.fallback})` : ''
  const number = found.kind === 'fixed' ? found.value : found.kind === 'capped' ? found.max : found.parameter
  return `${found.kind}${number === undefined ? '' : ` ${number}`}${fallback}`
}

const express = (body: string) => `app.get('/x', async (req, res) => { ${body} })`
const nest = (parameters: string, body: string, more = '') =>
  `import { Controller, Get, Query, ParseIntPipe, DefaultValuePipe, ValidationPipe } from '@nestjs/common'
import { IsInt, IsOptional, Max, Min, IsIn } from 'class-validator'
import { Type, Transform } from 'class-transformer'
${more}
@Controller('x') class C { constructor(private readonly service: S) {} @Get() list(${parameters}) { ${body} } }`

test.each([
  // The program decides.
  ['a constant', express('db.x.findMany({ take: 50 })'), 'fixed 50'],
  ['a constant elsewhere', `const PAGE = 25\n${express('db.x.findMany({ take: PAGE })')}`, 'fixed 25'],
  ['a setting', express('db.x.findMany({ take: Number(process.env.PAGE ?? 30) })'), 'fixed 30'],
  ['one more than a constant', express('db.x.findMany({ take: 50 + 1 })'), 'fixed 51'],
  ['a negative constant', express('db.x.findMany({ take: -10 })'), 'fixed -10'],
  // Express: uncapped.
  ['a query parameter', express('db.x.findMany({ take: req.query.limit })'), 'uncapped limit'],
  ['converted', express('db.x.findMany({ take: Number(req.query.limit) })'), 'uncapped limit'],
  [
    'parsed, with a cast',
    express('db.x.findMany({ take: parseInt(req.query.limit as string, 10) })'),
    'uncapped limit',
  ],
  ['with a plus', express('db.x.findMany({ take: +req.query.limit })'), 'uncapped limit'],
  ['with a fallback', express('db.x.findMany({ take: Number(req.query.limit) || 20 })'), 'uncapped limit (20)'],
  [
    'with a fallback inside',
    express("db.x.findMany({ take: parseInt(req.query.pageSize || '10', 10) })"),
    'uncapped pageSize (10)',
  ],
  [
    'picked out of it',
    express("const options = pick(req.query, ['limit', 'page']); db.x.findMany({ take: options.limit })"),
    'uncapped limit',
  ],
  [
    'picked out of something else',
    express("const o = pick(page, ['limit']); db.x.findMany({ take: o.limit })"),
    'unknown',
  ],
  [
    'read by a helper',
    `const number = (req, name, fallback) => { const v = parseInt(req.query[name], 10); return Number.isNaN(v) ? fallback : v }\n${express("db.x.findMany({ take: number(req, 'limit', 20) })")}`,
    'uncapped limit (20)',
  ],
  ['destructured', express('const { limit } = req.query; db.x.findMany({ take: Number(limit) })'), 'uncapped limit'],
  [
    'destructured with a fallback',
    express('const { limit = 20 } = req.query; db.x.findMany({ take: Number(limit) })'),
    'uncapped limit (20)',
  ],
  ['renamed', express('const { limit: size = 5 } = req.query; db.x.findMany({ take: +size })'), 'uncapped limit (5)'],
  [
    'in a constant',
    express('const limit = Number(req.query.limit ?? 10); db.x.findMany({ take: limit })'),
    'uncapped limit (10)',
  ],
  ['one more', express('const limit = Number(req.query.limit); db.x.findMany({ take: limit + 1 })'), 'uncapped limit'],
  ['only a lower bound', express('db.x.findMany({ take: Math.max(1, Number(req.query.limit)) })'), 'uncapped limit'],
  ['of the body', express('db.x.findMany({ take: req.body.size })'), 'uncapped size'],
  [
    'by a conditional',
    express('db.x.findMany({ take: req.query.limit ? Number(req.query.limit) : 20 })'),
    'uncapped limit (20)',
  ],
  [
    'the query in a variable',
    express('const q = req.query; db.x.findMany({ take: Number(q.limit) })'),
    'uncapped limit',
  ],
  [
    'the query as a parameter',
    "app.get('/x', ({ query }, res) => { db.x.findMany({ take: Number(query.limit) }) })",
    'uncapped limit',
  ],
  ['in a chain', express('Model.find().limit(Number(req.query.limit))'), 'uncapped limit'],
  [
    'a check that only logs',
    express('const limit = +req.query.limit; if (limit > 100) { log(limit) } db.x.findMany({ take: limit })'),
    'uncapped limit',
  ],
  [
    'a check of another variable',
    express('const limit = +req.query.limit; if (page > 100) return; db.x.findMany({ take: limit })'),
    'uncapped limit',
  ],
  [
    'a check behind',
    express('const limit = +req.query.limit; db.x.findMany({ take: limit }); if (limit > 100) throw e'),
    'uncapped limit',
  ],
  // Express: capped.
  ['the least of two', express('db.x.findMany({ take: Math.min(Number(req.query.limit), 100) })'), 'capped 100'],
  [
    'the least, with a fallback',
    express('db.x.findMany({ take: Math.min(Number(req.query.limit) || 20, 100) })'),
    'capped 100 (20)',
  ],
  [
    'the least of a constant elsewhere',
    `const MAX = 200\n${express('db.x.findMany({ take: Math.min(MAX, +req.query.limit) })')}`,
    'capped 200',
  ],
  [
    'the least and the most',
    express('db.x.findMany({ take: Math.max(1, Math.min(+req.query.limit, 100)) })'),
    'capped 100',
  ],
  [
    'the least in a variable',
    express('const limit = Math.min(parseInt(req.query.limit) || 10, 50); db.x.findMany({ take: limit })'),
    'capped 50 (10)',
  ],
  [
    'one more than the least',
    express('const limit = Math.min(+req.query.limit, 50); db.x.findMany({ take: limit + 1 })'),
    'capped 51',
  ],
  ['a conditional', express('const l = +req.query.limit; db.x.findMany({ take: l > 100 ? 100 : l })'), 'capped 100'],
  [
    'a conditional the other way',
    express('const l = +req.query.limit; db.x.findMany({ take: l <= 100 ? l : 100 })'),
    'capped 100',
  ],
  [
    'a check that throws',
    express('const limit = +req.query.limit; if (limit > 100) throw new Error(); db.x.findMany({ take: limit })'),
    'capped 100',
  ],
  [
    'a check that returns',
    express(
      'const limit = +req.query.limit; if (!limit || limit > 100) { return res.status(400).end() } db.x.findMany({ take: limit })',
    ),
    'capped 100',
  ],
  [
    'a check that assigns',
    express('let limit = +req.query.limit; if (limit > 100) limit = 100; db.x.findMany({ take: limit })'),
    'capped 100',
  ],
  [
    'clamped',
    `import { clamp } from 'lodash'\n${express('db.x.findMany({ take: clamp(+req.query.limit, 1, 100) })')}`,
    'capped 100',
  ],
  // Given again before it is used.
  [
    'given the least',
    express('let limit = +req.query.limit; limit = Math.min(limit, 100); db.x.findMany({ take: limit })'),
    'capped 100',
  ],
  [
    'given a number',
    express('let { limit } = req.query; limit = parseInt(limit, 10); db.x.findMany({ take: limit })'),
    'uncapped limit',
  ],
  [
    'given what stands in for nothing',
    express('let limit = +req.query.limit; if (!limit) limit = 20; db.x.findMany({ take: limit })'),
    'uncapped limit (20)',
  ],
  [
    'given something by a condition',
    express('let limit = +req.query.limit; if (!req.user.isAdmin) limit = 50; db.x.findMany({ take: limit })'),
    'unknown',
  ],
  [
    'given what a function makes of it',
    express('let limit = +req.query.limit; limit = bounded(limit); db.x.findMany({ take: limit })'),
    'unknown',
  ],
  [
    'given the least behind',
    express('let limit = +req.query.limit; db.x.findMany({ take: limit }); limit = Math.min(limit, 100)'),
    'uncapped limit',
  ],
  [
    'a parameter that is given the least',
    `function list(limit) { limit = Math.min(limit, 100); return db.x.findMany({ take: limit }) }\napp.get('/x', (req, res) => list(+req.query.limit))`,
    'capped 100',
  ],
  [
    'given where the client says something',
    express('let limit = 20; if (req.query.limit) limit = Number(req.query.limit); db.x.findMany({ take: limit })'),
    'uncapped limit (20)',
  ],
  [
    'given where it is small enough',
    express(
      'let limit = 20; const n = Number(req.query.limit); if (n > 0 && n <= 100) limit = n; db.x.findMany({ take: limit })',
    ),
    'unknown',
  ],
  // Checked by the route.
  [
    'Fastify, a schema with a maximum',
    "app.get('/x', { schema: { querystring: { type: 'object', properties: { limit: { type: 'integer', maximum: 100, default: 20 } } } } }, async request => db.x.findMany({ take: request.query.limit }))",
    'capped 100 (20)',
  ],
  [
    'Fastify, a schema without',
    "app.get('/x', { schema: { querystring: { properties: { limit: { type: 'integer' } } } } }, async request => db.x.findMany({ take: request.query.limit }))",
    'uncapped limit',
  ],
  [
    'Fastify, in one object',
    "app.route({ url: '/x', schema: { querystring: { properties: { limit: { type: 'integer', maximum: 60 } } } }, handler: async request => db.x.findMany({ take: request.query.limit }) })",
    'capped 60',
  ],
  [
    'Fastify, a schema from elsewhere',
    "import { schema } from 'elsewhere'\napp.get('/x', { schema }, async request => db.x.findMany({ take: request.query.limit }))",
    'unknown',
  ],
  [
    'Fastify, a schema of the body alone',
    "app.get('/x', { schema: { body: {} } }, async request => db.x.findMany({ take: request.query.limit }))",
    'uncapped limit',
  ],
  // Helpers.
  [
    'a helper that bounds',
    `const size = v => Math.min(Number(v) || 10, 100)\n${express('db.x.findMany({ take: size(req.query.limit) })')}`,
    'capped 100 (10)',
  ],
  [
    'a helper that passes on',
    `function size(v) { return v }\n${express('db.x.findMany({ take: size(req.query.limit) })')}`,
    'uncapped limit',
  ],
  [
    'a helper that gives a page',
    `function page(no, size) { const limit = size ? +size : 10; return { limit, offset: (no - 1) * limit } }\n${express('const { offset, limit } = page(req.query.page, req.query.size); db.x.findMany({ skip: offset, take: limit })')}`,
    'uncapped size (10)',
  ],
  [
    'a helper that gives a bounded page',
    `const page = query => ({ take: Math.min(Number(query.size ?? 20), 50) })\n${express('const paging = page(req.query); db.x.findMany({ take: paging.take })')}`,
    'capped 50 (20)',
  ],
  [
    'a helper that compares before it gives a page',
    `function page(size) { if (size > 50) return { take: 50 }; return { take: size } }\n${express('const { take } = page(req.query.size); db.x.findMany({ take })')}`,
    'capped 50',
  ],
  [
    'a method that gives a page',
    `class Pages { of(size) { return { take: size } } }\nconst pages = new Pages()\n${express('const { take = 20 } = pages.of(req.query.size); db.x.findMany({ take })')}`,
    'uncapped size (20)',
  ],
  [
    'an object in an object that is handed on',
    `function read({ page }) { db.x.findMany({ take: page.size }) }\nfunction list({ filter, page }) { read({ filter, page }) }\n${express('let size = req.query.size ?? 10; if (size > 50) { size = 50 } list({ page: { size } })')}`,
    'capped 50 (10)',
  ],
  [
    'an object without it',
    `function read({ page }) { db.x.findMany({ take: page.size }) }\n${express('read({ page: { no: req.query.no } })')}`,
    'unknown',
  ],
  [
    'a function of the callers',
    `function list(limit) { return db.x.findMany({ take: limit }) }\napp.get('/x', (req, res) => list(Number(req.query.limit)))`,
    'uncapped limit',
  ],
  [
    'callers with constants',
    'function list(limit) { return db.x.findMany({ take: limit }) }\nlist(10)\nlist(20)',
    'fixed 10',
  ],
  [
    'callers that bound',
    `function list(limit) { return db.x.findMany({ take: limit }) }\napp.get('/x', (req, res) => list(Math.min(+req.query.limit, 30)))`,
    'capped 30',
  ],
  [
    'an object of the callers',
    `function list({ limit }) { return db.x.findMany({ take: limit }) }\napp.get('/x', (req, res) => list({ limit: +req.query.limit }))`,
    'uncapped limit',
  ],
  [
    'a query that the caller hands on',
    `function list(options) { return db.x.findMany({ take: options.limit }) }\napp.get('/x', (req, res) => list(req.query))`,
    'uncapped limit',
  ],
  [
    'a method of a class',
    `class S { list(limit: number) { return db.x.findMany({ take: limit }) } }\nconst s = new S()\napp.get('/x', (req, res) => s.list(+req.query.limit))`,
    'uncapped limit',
  ],
  ['nobody calls it', 'export function list(limit) { return db.x.findMany({ take: limit }) }', 'unknown'],
  // Schemas.
  [
    'zod, capped',
    `import { z } from 'zod'\nconst Q = z.object({ limit: z.coerce.number().int().min(1).max(100).default(20) })\n${express('const q = Q.parse(req.query); db.x.findMany({ take: q.limit })')}`,
    'capped 100 (20)',
  ],
  [
    'zod, uncapped',
    `import { z } from 'zod'\nconst Q = z.object({ limit: z.coerce.number().min(1).default(20) })\n${express('const q = Q.parse(req.query); db.x.findMany({ take: q.limit })')}`,
    'uncapped limit (20)',
  ],
  [
    'zod, destructured',
    `import { z } from 'zod'\nconst Q = z.object({ limit: z.coerce.number().max(50) })\n${express('const { limit } = Q.parse(req.query); db.x.findMany({ take: limit })')}`,
    'capped 50',
  ],
  [
    'zod, extended',
    `import { z } from 'zod'\nconst P = z.object({ limit: z.number().lte(60) })\nconst Q = P.extend({ a: z.string() }).partial()\n${express('db.x.findMany({ take: Q.parse(req.query).limit })')}`,
    'capped 60',
  ],
  [
    'zod, a constant as bound',
    `import { z } from 'zod'\nconst MAX = 70\nconst Q = z.object({ limit: z.number().max(MAX) })\n${express('db.x.findMany({ take: Q.parse(req.query).limit })')}`,
    'capped 70',
  ],
  [
    'zod, safe',
    `import { z } from 'zod'\nconst Q = z.object({ limit: z.coerce.number() })\n${express('const r = Q.safeParse(req.query); db.x.findMany({ take: r.data.limit })')}`,
    'uncapped limit',
  ],
  [
    'zod, a transform that bounds',
    `import { z } from 'zod'\nconst Q = z.object({ limit: z.coerce.number().transform(v => Math.min(v, 100)) })\n${express('db.x.findMany({ take: Q.parse(req.query).limit })')}`,
    'capped',
  ],
  [
    'zod, a refinement of its own',
    `import { z } from 'zod'\nconst Q = z.object({ limit: z.number().refine(ok) })\n${express('db.x.findMany({ take: Q.parse(req.query).limit })')}`,
    'unknown',
  ],
  [
    'Joi',
    `import Joi from 'joi'\nconst Q = Joi.object({ limit: Joi.number().max(100) })\n${express('const { value } = Q.validate(req.query); db.x.findMany({ take: value.limit })')}`,
    'capped 100',
  ],
  [
    'Hono with a validator',
    `import { z } from 'zod'\nimport { zValidator } from '@hono/zod-validator'\nconst Q = z.object({ limit: z.coerce.number() })\napp.get('/x', zValidator('query', Q), c => { const { limit } = c.req.valid('query'); return db.x.findMany({ take: limit }) })`,
    'uncapped limit',
  ],
  [
    'tRPC',
    `import { z } from 'zod'\nexport const list = t.procedure.input(z.object({ limit: z.number().max(100) })).query(({ input }) => db.x.findMany({ take: input.limit }))`,
    'capped 100',
  ],
  [
    'tRPC, uncapped',
    `import { z } from 'zod'\nexport const list = t.procedure.input(z.object({ limit: z.number().optional() })).query(({ input }) => db.x.findMany({ take: input.limit ?? 50 }))`,
    'uncapped limit (50)',
  ],
  [
    'an inferred type',
    `import { z } from 'zod'\nconst Q = z.object({ limit: z.number().max(40) })\ntype Q = z.infer<typeof Q>\nfunction list(q: z.infer<typeof Q>) { return db.x.findMany({ take: q.limit }) }`,
    'capped 40',
  ],
  // Hono, Koa, web requests.
  ['Hono', "app.get('/x', c => db.x.findMany({ take: Number(c.req.query('limit')) }))", 'uncapped limit'],
  [
    'Koa',
    "router.get('/x', async ctx => { ctx.body = await db.x.findMany({ take: Number(ctx.query.limit) }) })",
    'uncapped limit',
  ],
  [
    'search parameters',
    "export async function GET(request: Request) { const { searchParams } = new URL(request.url); return db.x.findMany({ take: Number(searchParams.get('limit') ?? 10) }) }",
    'uncapped limit (10)',
  ],
  [
    'search parameters at once',
    "export async function GET(request) { return db.x.findMany({ take: Number(request.nextUrl.searchParams.get('limit')) }) }",
    'uncapped limit',
  ],
  // NestJS.
  [
    'Nest, a named parameter',
    nest("@Query('limit') limit: number", 'return db.x.findMany({ take: limit })'),
    'uncapped limit',
  ],
  [
    'Nest, a pipe that converts',
    nest(
      "@Query('limit', new DefaultValuePipe(20), ParseIntPipe) limit: number",
      'return db.x.findMany({ take: limit })',
    ),
    'uncapped limit (20)',
  ],
  [
    'Nest, a fallback',
    nest("@Query('limit') limit = 15", 'return db.x.findMany({ take: limit })'),
    'uncapped limit (15)',
  ],
  [
    'Nest, bounded in the method',
    nest("@Query('limit') limit: number", 'return db.x.findMany({ take: Math.min(limit, 100) })'),
    'capped 100',
  ],
  [
    'Nest, a pipe of its own',
    nest("@Query('limit', LimitPipe) limit: number", 'return db.x.findMany({ take: limit })'),
    'unknown',
  ],
  [
    'Nest, a class without a bound',
    nest(
      '@Query() query: ListDto',
      'return db.x.findMany({ take: query.limit })',
      'class ListDto { @IsOptional() @IsInt() @Min(1) @Type(() => Number) limit?: number = 10 }',
    ),
    'uncapped limit (10)',
  ],
  [
    'Nest, a class with a bound',
    nest(
      '@Query() query: ListDto',
      'return db.x.findMany({ take: query.limit })',
      'class ListDto { @IsInt() @Max(100) limit = 10 }',
    ),
    'capped 100 (10)',
  ],
  [
    'Nest, a choice',
    nest(
      '@Query() query: ListDto',
      'return db.x.findMany({ take: query.limit })',
      'class ListDto { @IsIn([10, 20, 50]) limit = 10 }',
    ),
    'capped (10)',
  ],
  [
    'Nest, a bound above',
    nest(
      '@Query() query: ListDto',
      'return db.x.findMany({ take: query.limit })',
      'class PageDto { @Max(80) limit = 10 }\nclass ListDto extends PageDto { a?: string }',
    ),
    'capped 80 (10)',
  ],
  [
    'Nest, through PartialType',
    nest(
      '@Query() query: ListDto',
      'return db.x.findMany({ take: query.limit })',
      "import { PartialType } from '@nestjs/mapped-types'\nclass PageDto { @Max(80) limit = 10 }\nclass ListDto extends PartialType(PageDto) {}",
    ),
    'capped 80 (10)',
  ],
  [
    'Nest, behind a getter',
    nest(
      '@Query() query: ListDto',
      'return db.x.findMany({ take: query.take })',
      'class ListDto { @Max(100) limit = 10; get take() { return this.limit } }',
    ),
    'capped 100 (10)',
  ],
  [
    'Nest, a transform that bounds',
    nest(
      '@Query() query: ListDto',
      'return db.x.findMany({ take: query.limit })',
      'class ListDto { @Transform(({ value }) => Math.min(Number(value), 100)) limit = 10 }',
    ),
    'capped (10)',
  ],
  [
    'Nest, a transform that converts',
    nest(
      '@Query() query: ListDto',
      'return db.x.findMany({ take: query.limit })',
      'class ListDto { @Transform(({ value }) => parseInt(value)) limit = 10 }',
    ),
    'uncapped limit (10)',
  ],
  [
    'Nest, a decorator of its own',
    nest(
      '@Query() query: ListDto',
      'return db.x.findMany({ take: query.limit })',
      "import { Small } from './small'\nclass ListDto { @Small() limit = 10 }",
    ),
    'unknown',
  ],
  ['Nest, any', nest('@Query() query: any', 'return db.x.findMany({ take: Number(query.limit) })'), 'uncapped limit'],
  [
    'Nest, over a service',
    nest(
      "@Query('limit') limit: number",
      'return this.service.list(limit)',
      'class S { list(take: number) { return db.x.findMany({ take }) } }',
    ),
    'uncapped limit',
  ],
  [
    'Nest, a class over a service',
    nest(
      '@Query() query: ListDto',
      'return this.service.list(query)',
      'class ListDto { @IsInt() limit?: number }\nclass S { list(query: ListDto) { const { limit = 20 } = query; return db.x.findMany({ take: limit }) } }',
    ),
    'uncapped limit (20)',
  ],
  [
    'Nest, a pipe of its own on the method',
    nest("@Query('limit') limit: number", 'return db.x.findMany({ take: limit })')
      .replace('@Get() list', '@Get() @UsePipes(new SchemaPipe(schema)) list')
      .replace('ParseIntPipe,', 'ParseIntPipe, UsePipes,'),
    'unknown',
  ],
  // Not known.
  [
    'a configuration from elsewhere',
    "import { settings } from 'elsewhere'\napp.get('/x', () => db.x.findMany({ take: settings.page }))",
    'unknown',
  ],
  ['an unknown function', express('db.x.findMany({ take: bounded(req.query.limit) })'), 'unknown'],
  ['a loop', 'async function all() { for (const take of sizes()) await db.x.findMany({ take }) }', 'unknown'],
])('%s', (_, source, expected) => {
  expect(cap(source)).toBe(expected)
})

test('a bound that nothing enforces is none: no ValidationPipe anywhere', () => {
  const source = nest(
    '@Query() query: ListDto',
    'return db.x.findMany({ take: query.limit })',
    'class ListDto { @Max(100) limit = 10 }',
  )
    .replaceAll(', ValidationPipe', '')
    .replaceAll('ParseIntPipe, DefaultValuePipe', 'Param')
  expect(cap(source)).toBe('uncapped limit (10)')
})

test('a class of parameters in another file', () => {
  const files = { 'src/dto.ts': "import { Max } from 'class-validator'\nexport class ListDto { @Max(90) limit = 5 }" }
  expect(
    cap(
      `import { ListDto } from './dto'\n${nest('@Query() query: ListDto', 'return db.x.findMany({ take: query.limit })')}`,
      files,
    ),
  ).toBe('capped 90 (5)')
})
