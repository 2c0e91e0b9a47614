import { type Definition, definitionOf, externalName } from './definitions.js'
import { entryOf } from './given.js'
import { isProcessEnvironment } from './process-environment.js'
import type { ExpressionIn, FunctionIn, Program } from './program.js'
import type { Call, Expression } from './syntax.js'
import { peel, walk } from './walk.js'

const VARIABLE = /^[A-Z][A-Z0-9_]*$/

/** The names of variables without which `schema.parse(process.env)` throws (zod: https://zod.dev/api). */
export function requiredEntries(
  program: Program,
  { file, node }: { file: ExpressionIn['file']; node: Call },
): string[] {
  const isOfEnvironment = node.arguments.some(one => isProcessEnvironment(program, { file, node: one }))
  const schema = isOfEnvironment ? schemaObject(program, file, node) : undefined
  if (!schema || node.callee.kind !== 'member' || mentionsPartial(program, { file, node: node.callee.object }))
    return []
  return schema.node.entries.flatMap(one => {
    if (one.kind !== 'entry' || one.key === undefined || !VARIABLE.test(one.key)) return []
    const { fallback, isOptional } = schemaDefault(one.value)
    return !fallback && !isOptional && isDemanding(one.value) ? [one.key] : []
  })
}

/** `z.string()…`, `z.enum(…)`, `z.coerce.number()…`: what refuses that there is nothing. */
function isDemanding(entry: Expression): boolean {
  let node = peel(entry)
  const path: string[] = []
  for (let steps = 0; (node.kind === 'call' || node.kind === 'member') && steps < 60; steps++) {
    if (node.kind === 'member') path.unshift(node.property)
    node = peel(node.kind === 'call' ? node.callee : node.object)
  }
  if (node.kind !== 'name' || !/^(?:z|zod)$/.test(node.name)) return false
  if (
    path.some(one =>
      /^(?:or|and|pipe|preprocess|transform|nullable|nullish|optional|catch|default|prefault)$/.test(one),
    )
  )
    return false
  return (
    /^(?:string|url|email|uuid|enum|nativeEnum|literal)$/.test(path[0] ?? '') ||
    (path[0] === 'coerce' && path[1] === 'number')
  )
}

function mentionsPartial(program: Program, at: ExpressionIn): boolean {
  const found = definitionOf(program, at)
  let node = found.kind === 'expression' ? peel(found.node) : peel(at.node)
  for (let steps = 0; (node.kind === 'call' || node.kind === 'member') && steps < 60; steps++) {
    if (node.kind === 'member' && /^(?:partial|deepPartial|optional|catch|or)$/.test(node.property)) return true
    node = peel(node.kind === 'call' ? node.callee : node.object)
  }
  return false
}

type ObjectIn = { file: ExpressionIn['file']; node: Extract<Expression, { kind: 'object' }> }

/** How validators are called: zod, Joi (https://joi.dev/api/#anyvalidatevalue-options), yup. */
const CHECKS = /^(?:parse|safeParse|parseAsync|safeParseAsync|validate|validateSync|validateAsync)$/
/** Longer chains of functions that only pass on what they checked are not followed. */
const MOST_PASSED = 4

/**
 * The call that checks the environment, of what something stands for: the call itself, or one whose result a function of the
 * repository returns, `function load() { const parsed = schema.safeParse(process.env); …; return parsed.data }`.
 */
export function checkedEnvironment(
  program: Program,
  of: Definition,
  steps = MOST_PASSED,
): { file: ExpressionIn['file']; node: Call } | undefined {
  if (of.kind !== 'expression' || steps <= 0) return undefined
  const node = peel(of.node)
  if (node.kind !== 'call') return undefined
  if (node.arguments.some(one => isProcessEnvironment(program, { file: of.file, node: one })))
    return { file: of.file, node }
  const callee = peel(node.callee)
  if (isMadeByCreateEnv(program, { file: of.file, node: callee })) return { file: of.file, node }
  const called = callee.kind === 'function' ? { kind: callee.kind, file: of.file, node: callee } : undefined
  const fn = called ?? definitionOf(program, { file: of.file, node: callee })
  const last = fn.kind === 'function' ? fn.node.body.at(-1) : undefined
  if (fn.kind !== 'function' || last?.kind !== 'return' || !last.value) return undefined
  const returned = { file: fn.file, node: last.value }
  const kept = assignedOnce(fn, last.value)
  return checkedEnvironment(program, definitionOf(program, kept ? { file: fn.file, node: kept } : returned), steps - 1)
}

/** What a function keeps in a variable outside it for its next call: `if (!cached) cached = schema.parse(process.env); return cached`. */
function assignedOnce({ node }: FunctionIn, returned: Expression): Expression | undefined {
  const inner = peel(returned)
  if (inner.kind !== 'name') return undefined
  const assigned: Expression[] = []
  walk(node.body, one => {
    if (one.kind === 'assign' && one.target.kind === 'name' && one.target.name === inner.name) assigned.push(one.value)
    return undefined
  })
  return assigned.length === 1 ? assigned[0] : undefined
}

/** `createEnv({ server: { … }, client: { … } })`: https://env.t3.gg/docs/customization */
function isMadeByCreateEnv(program: Program, at: ExpressionIn): boolean {
  const name = externalName(definitionOf(program, at))
  return name !== undefined && /^@t3-oss\/env-\w+\.createEnv$/.test(name)
}

/** The objects of the schemas that a call checks the environment with. */
export function schemasOf(program: Program, call: { file: ExpressionIn['file']; node: Call }): readonly ObjectIn[] {
  if (!isMadeByCreateEnv(program, { file: call.file, node: call.node.callee }))
    return [schemaObject(program, call.file, call.node) ?? []].flat()
  const [options] = call.node.arguments
  if (!options) return []
  return ['server', 'client', 'shared'].flatMap(key => {
    const given = entryOf(program, { file: call.file, node: options }, key)
    return given.kind === 'given' ? (schemaOf(program, given.value) ?? []) : []
  })
}

/** The object of a schema that a call checks `process.env` with. */
function schemaObject(program: Program, file: ExpressionIn['file'], call: Call): ObjectIn | undefined {
  if (call.callee.kind === 'member' && CHECKS.test(call.callee.property))
    return schemaOf(program, { file, node: call.callee.object })
  const second = call.arguments[1]
  return second && schemaOf(program, { file, node: second })
}

/** Methods of schemas whose options are no schema. */
const TUNES = /^(?:prefs|preferences|options|refine|superRefine|transform|meta|label|messages|unknown|when)$/

/** The object in a schema: `z.object({ … }).strict()`, `Joi.object().keys({ … }).unknown()`. */
export function schemaOf(program: Program, schema: ExpressionIn): ObjectIn | undefined {
  let at: ExpressionIn | undefined = schema
  for (let steps = 0; at && steps < 8; steps++) {
    const found = definitionOf(program, at)
    if (found.kind !== 'expression') return undefined
    const node = peel(found.node)
    if (node.kind === 'object') return { file: found.file, node }
    if (node.kind !== 'call') return undefined
    const before = node.callee.kind === 'member' ? node.callee : undefined
    const given = node.arguments.find(one => one.kind === 'object')
    const inner: Expression | undefined =
      before && TUNES.test(before.property) ? before.object : (given ?? before?.object)
    at = inner && { file: found.file, node: inner }
  }
  return undefined
}

/** The default in a chain such as `z.coerce.number().min(1).default(3000)` or `num({ default: 3000 })`. */
export function schemaDefault(entry: Expression): { fallback?: Expression; isOptional: boolean } {
  let node = peel(entry)
  let isOptional = false
  let isRequired = false
  for (let steps = 0; node.kind === 'call' && steps < 30; steps++) {
    const [first] = node.arguments
    const method = node.callee.kind === 'member' ? node.callee.property : undefined
    if ((method === 'default' || method === 'catch' || method === 'prefault') && first)
      return { fallback: first, isOptional }
    if (method === 'optional' || method === 'nullish') isOptional = true
    const options = first?.kind === 'object' ? first.entries : []
    const option = options.find(one => one.kind === 'entry' && one.key === 'default')
    if (option?.kind === 'entry') return { fallback: option.value, isOptional }
    // Of envalid: https://github.com/af/envalid#envalidator-options; in production it counts for nothing.
    if (options.some(one => one.kind === 'entry' && /^(?:devDefault|requiredWhen)$/.test(one.key ?? '')))
      return { isOptional: true }
    if (node.callee.kind !== 'member') break
    if (method === 'required') isRequired = true
    node = peel(node.callee.object)
  }
  // What a schema of Joi does not call required may be left out: https://joi.dev/api/#anyrequired---aliases-exist
  return { isOptional: isOptional || (!isRequired && node.kind === 'name' && /^joi$/i.test(node.name)) }
}
