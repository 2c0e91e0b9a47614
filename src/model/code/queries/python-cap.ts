import { definitionOf } from '../../../code/definitions.js'
import type { In, Program } from '../../../code/program.js'
import type {
  Call,
  ClassNode,
  CodeFile,
  Expression,
  Field,
  FunctionNode,
  Parameter,
  TypeReference,
} from '../../../code/syntax.js'
import { evaluateExpression, numberOf } from '../../../code/values.js'
import { pathOf, peel } from '../../../code/walk.js'
import { resolveType } from '../../../code/written-types.js'
import type { Span } from '../../../source.js'
import type { Cap } from './cap.js'

const ROUTE = /^(?:get|post|put|patch|delete|api_route|head|options|route|websocket)$/

/** Whether a function answers requests: `@router.get(…)`, `@app.route(…)`. */
function isPythonHandler(fn: FunctionNode): boolean {
  return fn.decorators.some(one => {
    const call = peel(one)
    return call.kind === 'call' && call.callee.kind === 'member' && ROUTE.test(call.callee.property)
  })
}

/** `limit: int = 100`, `limit: int = Query(100, le=1000)`, `limit: Annotated[int, Query(le=1000)] = 100`, `p: Page = Depends()`. */
export function pythonParameter(
  program: Program,
  { file, node }: In<Parameter>,
  owner: FunctionNode,
  path: readonly (string | number)[],
  isDependency = false,
): Cap | undefined {
  if (node.target.kind !== 'name' || (!isPythonHandler(owner) && !isDependency)) return undefined
  const at: Span = { path: file.path, start: node.start, end: node.end }
  const annotated = metadataOf(node.type)
  const given = [...(node.fallback ? [node.fallback] : []), ...annotated].map(peel)
  const depends = given.find((one): one is Call => one.kind === 'call' && pathOf(one.callee)?.at(-1) === 'Depends')
  if (depends) return dependencyCap(program, file, depends, node.type, path)
  if (path.length > 0) return modelCap(program, file, node.type, path)
  const query = given.find(
    (one): one is Call =>
      one.kind === 'call' && /^(?:Query|Body|Form|Header|Cookie)$/.test(pathOf(one.callee)?.at(-1) ?? ''),
  )
  const constraint = constrained(program, file, [...annotated, ...(query ? [query] : []), ...typeCalls(node.type)])
  const fallback = fallbackNumber(program, file, query, node.fallback)
  if (constraint !== undefined) return { kind: 'capped', max: constraint.max, fallback, at }
  if (!isNumeric(node.type)) return undefined
  return { kind: 'uncapped', parameter: node.target.name, fallback, at }
}

/** What stands behind the type in `Annotated[int, Query(le=100)]`. */
function metadataOf(type: TypeReference | undefined): readonly Expression[] {
  if (!type || !/(?:^|\.)Annotated$/.test(type.name)) return []
  return type.arguments.slice(1).flatMap(one => one.expression ?? [])
}

/** `conint(le=100)` and the like as the type itself. */
function typeCalls(type: TypeReference | undefined): readonly Expression[] {
  const inner = type?.expression && peel(type.expression)
  return inner?.kind === 'call' ? [inner] : []
}

function constrained(
  program: Program,
  file: CodeFile,
  given: readonly Expression[],
): { max: number | undefined } | undefined {
  for (const one of given) {
    const call = peel(one)
    if (call.kind !== 'call') continue
    for (const argument of call.arguments) {
      if (argument.kind !== 'keyword' || !/^(?:le|lt|max_value)$/.test(argument.name)) continue
      const bound = numberOf(evaluateExpression(program, { file, node: argument.value }))
      return { max: bound === undefined ? undefined : argument.name === 'lt' ? bound - 1 : bound }
    }
    const name = pathOf(call.callee)?.at(-1) ?? ''
    const [first] = call.arguments
    if (/^(?:Le|Lt|Interval)$/.test(name) && first)
      return { max: numberOf(evaluateExpression(program, { file, node: first })) }
  }
  return undefined
}

function fallbackNumber(
  program: Program,
  file: CodeFile,
  query: Call | undefined,
  fallback: Expression | undefined,
): number | undefined {
  const keyword = query?.arguments.find(one => one.kind === 'keyword' && one.name === 'default')
  const first = query?.arguments[0]
  const given = keyword?.kind === 'keyword' ? keyword.value : first && first.kind !== 'keyword' ? first : fallback
  return given && numberOf(evaluateExpression(program, { file, node: given }))
}

function isNumeric(type: TypeReference | undefined): boolean {
  if (!type) return false
  if (/(?:^|\.)(?:Annotated|Optional)$/.test(type.name)) return isNumeric(type.arguments[0])
  if (type.name === '|' || /(?:^|\.)Union$/.test(type.name)) return type.arguments.some(isNumeric)
  return type.name === 'int'
}

/** `Depends(pagination)` and `Depends()` with a class as the type: what the dependency declares under that name. */
function dependencyCap(
  program: Program,
  file: CodeFile,
  call: Call,
  type: TypeReference | undefined,
  path: readonly (string | number)[],
): Cap | undefined {
  const [first] = call.arguments
  const [key] = path
  const bare = type && /(?:^|\.)Annotated$/.test(type.name) ? type.arguments[0] : type
  const found = first
    ? definitionOf(program, { file, node: first })
    : bare
      ? resolveType(program, file, bare)
      : undefined
  if (typeof key !== 'string') return undefined
  if (found?.kind === 'class') {
    const maker = found.node.members.find(
      (one): one is FunctionNode => one.kind === 'function' && one.name === '__init__',
    )
    const parameter = maker?.parameters.find(one => one.target.kind === 'name' && one.target.name === key)
    if (maker && parameter) return pythonParameter(program, { file: found.file, node: parameter }, maker, [], true)
    return pydanticField(program, found, key)
  }
  if (found?.kind === 'function') {
    const parameter = found.node.parameters.find(one => one.target.kind === 'name' && one.target.name === key)
    if (parameter) return pythonParameter(program, { file: found.file, node: parameter }, found.node, [], true)
  }
  return { kind: 'unknown', because: 'a dependency gives it' }
}

/** A model of pydantic that the query is read into: `params: Annotated[FilterParams, Query()]`, a body. */
function modelCap(
  program: Program,
  file: CodeFile,
  type: TypeReference | undefined,
  path: readonly (string | number)[],
): Cap | undefined {
  const bare = type && /(?:^|\.)Annotated$/.test(type.name) ? type.arguments[0] : type
  const [key, ...rest] = path
  const found = bare && resolveType(program, file, bare)
  return found?.kind === 'class' && typeof key === 'string' && rest.length === 0
    ? pydanticField(program, found, key)
    : undefined
}

function pydanticField(program: Program, of: In<ClassNode>, name: string, steps = 6): Cap | undefined {
  const field = of.node.members.find((one): one is Field => one.kind === 'field' && one.name === name)
  if (!field) {
    for (const base of of.node.bases) {
      const above = definitionOf(program, { file: of.file, node: base })
      const found =
        steps > 0 && above.kind === 'class' && above.node !== of.node
          ? pydanticField(program, above, name, steps - 1)
          : undefined
      if (found) return found
    }
    return undefined
  }
  const at: Span = { path: of.file.path, start: field.start, end: field.end }
  const value = field.value && peel(field.value)
  const call = value?.kind === 'call' ? value : undefined
  const constraint = constrained(program, of.file, [
    ...metadataOf(field.type),
    ...(call ? [call] : []),
    ...typeCalls(field.type),
  ])
  const fallback = fallbackNumber(program, of.file, call, field.value)
  if (constraint) return { kind: 'capped', max: constraint.max, fallback, at }
  if (
    of.node.members.some(
      one => one.kind === 'function' && one.decorators.some(decorator => /validator/.test(calleeName(decorator))),
    )
  )
    return { kind: 'unknown', because: 'a validator of its own checks it' }
  return isNumeric(field.type) ? { kind: 'uncapped', parameter: name, fallback, at } : undefined
}

function calleeName(decorator: Expression): string {
  const inner = peel(decorator)
  return pathOf(inner.kind === 'call' ? inner.callee : inner)?.at(-1) ?? ''
}
