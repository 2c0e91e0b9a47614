import { definitionOf } from './definitions.js'
import { isProcessEnvironment } from './process-environment.js'
import type { ExpressionIn, Program } from './program.js'
import type { Call, Expression } from './syntax.js'
import { peel } from './walk.js'

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

/** The object of a schema that a call checks `process.env` with. */
export function schemaObject(
  program: Program,
  file: ExpressionIn['file'],
  call: Call,
): { file: ExpressionIn['file']; node: Extract<Expression, { kind: 'object' }> } | undefined {
  const second = call.arguments[1]
  let at: ExpressionIn | undefined
  if (second) at = { file, node: second }
  else if (call.callee.kind === 'member' && /^(?:parse|safeParse|parseAsync)$/.test(call.callee.property))
    at = { file, node: call.callee.object }
  for (let steps = 0; at && steps < 6; steps++) {
    const found = definitionOf(program, at)
    if (found.kind !== 'expression') return undefined
    const node = peel(found.node)
    if (node.kind === 'object') return { file: found.file, node }
    if (node.kind !== 'call') return undefined
    const inner: Expression | undefined =
      node.arguments.find(one => one.kind === 'object') ??
      (node.callee.kind === 'member' ? node.callee.object : undefined)
    at = inner && { file: found.file, node: inner }
  }
  return undefined
}

/** The default in a chain such as `z.coerce.number().min(1).default(3000)` or `num({ default: 3000 })`. */
export function schemaDefault(entry: Expression): { fallback?: Expression; isOptional: boolean } {
  let node = peel(entry)
  let isOptional = false
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
    node = peel(node.callee.object)
  }
  return { isOptional }
}
