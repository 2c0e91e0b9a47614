import { definitionOf } from '../../../code/definitions.js'
import type { ExpressionIn, Program } from '../../../code/program.js'
import { bindingsAt, functionsAround } from '../../../code/scopes.js'
import type { Call, Expression } from '../../../code/syntax.js'
import { pathOf, peel, walk } from '../../../code/walk.js'
import type { Cap } from './cap.js'
import { chainCap } from './schema-chain.js'

/** What a schema declares for a part of what it parsed: `schema.parse(req.query)`, `c.req.valid('query')`; undefined where none did. */
export function schemaCap(program: Program, parsed: ExpressionIn, path: readonly string[]): Cap | undefined {
  const schema = schemaOf(program, parsed, 8)
  return schema && declaredCap(program, schema, path)
}

/** What a schema declares for a part of what it describes. */
export function declaredCap(program: Program, schema: ExpressionIn, path: readonly string[]): Cap | undefined {
  const found = propertyOf(program, schema, path, 10)
  if (found === undefined) return undefined
  return found === null
    ? { kind: 'unknown', because: 'the schema of the request is not known' }
    : chainCap(program, found, path.at(-1) ?? '')
}

/** The schema that an expression is the result of. */
function schemaOf(program: Program, at: ExpressionIn, steps: number): ExpressionIn | undefined {
  if (steps <= 0) return undefined
  const { file } = at
  const node = peel(at.node)
  if (node.kind === 'call') {
    const callee = peel(node.callee)
    if (callee.kind !== 'member') return undefined
    const [first] = node.arguments
    if (
      /^(?:parse|parseAsync|safeParse|safeParseAsync|validateSync|cast|validate|attempt)$/.test(callee.property) &&
      first
    ) {
      const path = pathOf(callee)?.join('.') ?? ''
      const second = node.arguments[1]
      // `v.parse(schema, input)` of valibot, `Joi.attempt(input, schema)`
      if (/^(?:v|valibot)\./.test(path) && second) return { file, node: first }
      if (/^(?:Joi|joi)\.attempt$/.test(path) && second) return { file, node: second }
      return { file, node: callee.object }
    }
    if (callee.property === 'valid' && /(?:^|\.)req$/.test(pathOf(callee.object)?.join('.') ?? ''))
      return honoSchema(file, node)
    return undefined
  }
  if (node.kind === 'member') {
    // `result.data`, `value`
    if (/^(?:data|value|output)$/.test(node.property)) return schemaOf(program, { file, node: node.object }, steps - 1)
    return undefined
  }
  if (node.kind !== 'name') return undefined
  const [binding] = bindingsAt(file, node.name, node.start)?.bindings ?? []
  if (binding?.kind === 'value' && binding.node.value) {
    const [part, ...rest] = binding.bound.path
    if (rest.length === 0 && (part === undefined || /^(?:data|value|output)$/.test(String(part))))
      return schemaOf(program, { file, node: binding.node.value }, steps - 1)
    return undefined
  }
  if (binding?.kind === 'parameter') return procedureSchema(file, binding.owner, binding.bound.path)
  return undefined
}

/** `app.get('/x', zValidator('query', schema), c => { c.req.valid('query') })`. */
function honoSchema(file: ExpressionIn['file'], valid: Call): ExpressionIn | undefined {
  const [target] = valid.arguments
  const [handler] = functionsAround(file, valid.start)
  if (target?.kind !== 'literal' || !handler) return undefined
  let found: ExpressionIn | undefined
  walk(file.body, node => {
    if (node.end < valid.start || node.start > valid.start) return false
    if (node.kind !== 'call' || !node.arguments.includes(handler)) return undefined
    for (const argument of node.arguments) {
      if (argument.kind !== 'call') continue
      const [where, schema] = argument.arguments
      if (where?.kind === 'literal' && where.value === target.value && schema) found = { file, node: schema }
    }
    return undefined
  })
  return found
}

/** The keys of a Fastify schema that hold what a client sends besides the path: https://fastify.dev/docs/latest/Reference/Validation-and-Serialization/ */
const SENT = ['querystring', 'query', 'body']

/**
 * What the schema of a Fastify route declares for a parameter that its handler reads: `app.get('/x', { schema }, handler)`,
 * `app.route({ schema, handler })`. Undefined where the route has none for it.
 */
export function routeCap(program: Program, at: ExpressionIn, parameter: string): Cap | undefined {
  const schema = routeSchema(at)
  if (!schema) return undefined
  const found = definitionOf(program, schema)
  const object = found.kind === 'expression' ? peel(found.node) : undefined
  if (found.kind !== 'expression' || object?.kind !== 'object')
    return { kind: 'unknown', because: 'the schema of the route is not known' }
  for (const key of SENT) {
    const part = object.entries.find(one => one.kind === 'entry' && one.key === key)
    const cap =
      part?.kind === 'entry' ? declaredCap(program, { file: found.file, node: part.value }, [parameter]) : undefined
    if (cap) return cap
  }
  return undefined
}

/** The `schema` beside the handler that an expression stands in. */
function routeSchema({ file, node }: ExpressionIn): ExpressionIn | undefined {
  const handlers = new Set<Expression>(functionsAround(file, node.start))
  let schema: Expression | undefined
  walk(file.body, one => {
    if (one.end < node.start || one.start > node.start) return false
    const options =
      one.kind === 'call' && one.arguments.some(given => handlers.has(given))
        ? one.arguments.filter(given => given.kind === 'object')
        : one.kind === 'object' && one.entries.some(entry => entry.kind === 'entry' && handlers.has(entry.value))
          ? [one]
          : []
    for (const { entries } of options) {
      const entry = entries.find(given => given.kind === 'entry' && given.key === 'schema')
      if (entry?.kind === 'entry') schema = entry.value
    }
    return undefined
  })
  return schema && { file, node: schema }
}

/** `t.procedure.input(schema).query(({ input }) => …)` of tRPC. */
function procedureSchema(
  file: ExpressionIn['file'],
  handler: Expression,
  path: readonly (string | number)[],
): ExpressionIn | undefined {
  if (path[0] !== 'input' || path.length !== 1) return undefined
  let found: ExpressionIn | undefined
  walk(file.body, node => {
    if (node.end < handler.start || node.start > handler.start) return false
    if (node.kind !== 'call' || !node.arguments.some(one => one === handler)) return undefined
    let callee = peel(node.callee)
    for (let steps = 0; steps < 20 && callee.kind === 'member'; steps++) {
      const before: Expression = peel(callee.object)
      if (before.kind !== 'call') break
      const called = peel(before.callee)
      const [schema] = before.arguments
      if (called.kind === 'member' && called.property === 'input' && schema) {
        found = { file, node: schema }
        break
      }
      callee = called
    }
    return undefined
  })
  return found
}

/** The schema of a property; null where the schema is not an object that can be read, undefined where it lacks the property. */
function propertyOf(
  program: Program,
  schema: ExpressionIn,
  path: readonly string[],
  steps: number,
): ExpressionIn | null | undefined {
  const [key, ...rest] = path
  if (key === undefined) return schema
  if (steps <= 0) return null
  const found = definitionOf(program, schema)
  if (found.kind !== 'expression') return null
  const { file } = found
  const node = peel(found.node)
  if (node.kind === 'object') {
    const properties = node.entries.find(one => one.kind === 'entry' && one.key === 'properties')
    const object = properties?.kind === 'entry' && properties.value.kind === 'object' ? properties.value : node
    for (const entry of object.entries) {
      if (entry.kind === 'entry' && entry.key === key)
        return propertyOf(program, { file, node: entry.value }, rest, steps - 1)
      if (entry.kind === 'spread') {
        const inner = propertyOf(program, { file, node: entry.value }, path, steps - 1)
        if (inner) return inner
      }
    }
    return undefined
  }
  if (node.kind === 'member')
    return node.property === 'shape' ? propertyOf(program, { file, node: node.object }, path, steps - 1) : null
  if (node.kind !== 'call') return null
  return propertyOfCall(program, { file, node }, path, steps)
}

/** `z.object({…})`, and what is made from one: `.extend({…})`, `.merge(other)`, `.pick(…)`, `.partial()`, `.refine(…)`. */
function propertyOfCall(
  program: Program,
  { file, node }: { file: ExpressionIn['file']; node: Call },
  path: readonly string[],
  steps: number,
): ExpressionIn | null | undefined {
  const callee = peel(node.callee)
  const method = callee.kind === 'member' ? callee.property : callee.kind === 'name' ? callee.name : ''
  if (
    /^(?:object|strictObject|looseObject|keys|Object|shape|interface|strict_object)$/.test(method) &&
    node.arguments[0]
  )
    return propertyOf(program, { file, node: node.arguments[0] }, path, steps - 1)
  if (callee.kind !== 'member') return null
  if (/^(?:extend|merge|safeExtend|and|concat|append|augment)$/.test(method) && node.arguments[0]) {
    const added = propertyOf(program, { file, node: node.arguments[0] }, path, steps - 1)
    if (added) return added
  }
  return propertyOf(program, { file, node: callee.object }, path, steps - 1)
}
