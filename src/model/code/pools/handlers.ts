import { definitionOf } from '../../../code/definitions.js'
import type { FunctionIn, Program } from '../../../code/program.js'
import type { Call, CodeFile, Expression, FunctionNode } from '../../../code/syntax.js'
import { pathOf, peel, walk } from '../../../code/walk.js'

/** A function that answers requests, and what people call it. */
export interface Handler extends FunctionIn {
  readonly name: string
}

/**
 * The functions of a file that are called for each request, by how they are declared: what is given to `app.get('/…')` and
 * its kind, decorated methods and functions, routes of Next.js, dependencies of FastAPI, handlers of Go by their signature.
 */
export function handlersIn(program: Program, file: CodeFile): readonly Handler[] {
  const found: Handler[] = []
  const add = (node: FunctionNode, name: string, at: CodeFile = file) => found.push({ file: at, node, name })
  walk(file.body, node => {
    if (node.kind === 'function' && answers(file, node)) add(node, node.name ?? 'a handler')
    if (node.kind === 'call') for (const one of registered(node)) addFunction(program, file, one, node, add)
    return undefined
  })
  return found
}

const VERBS = /^(?:get|post|put|patch|delete|all|head|options|route|use|websocket|api_route|handle|handlefunc|any)$/i
const DECORATORS = /^(?:Get|Post|Put|Patch|Delete|All|Query|Mutation|ResolveField|MessagePattern|SubscribeMessage)$/
const GO_PARAMETERS = /^(?:http\.ResponseWriter|\*?(?:gin|echo|fiber)\.(?:Context|Ctx))$/
const NEXT_ROUTE = /(?:^|\/)app\/(?:.*\/)?route\.[cm]?[jt]sx?$/
const NEXT_API = /(?:^|\/)pages\/api\/.*\.[cm]?[jt]sx?$/

function answers(file: CodeFile, fn: FunctionNode): boolean {
  if (file.language === 'go') return fn.parameters.some(one => GO_PARAMETERS.test(one.type?.name ?? ''))
  if (fn.decorators.some(one => isVerb(file, one))) return true
  if (NEXT_ROUTE.test(file.path)) return /^(?:GET|POST|PUT|PATCH|DELETE)$/.test(fn.name ?? '')
  return (
    NEXT_API.test(file.path) &&
    file.exports.some(one => one.name === 'default' && (one.local === fn.name || one.value === fn))
  )
}

/** `@Get('x')` of Nest, `@router.get("/x")` of FastAPI and Flask. */
function isVerb({ language }: CodeFile, decorator: Expression): boolean {
  const call = peel(decorator)
  const path = pathOf(call.kind === 'call' ? call.callee : call)
  const name = path?.at(-1) ?? ''
  return language === 'python' ? (path?.length ?? 0) > 1 && VERBS.test(name) : DECORATORS.test(name)
}

/** The arguments of a call that may be functions which it calls for each request. */
function registered(call: Call): readonly Expression[] {
  const name = pathOf(call.callee)?.at(-1) ?? ''
  if (name === 'Depends') return call.arguments
  const [first, ...rest] = call.arguments
  const isPath = first?.kind === 'literal' && typeof first.value === 'string' && first.value.includes('/')
  return isPath && call.callee.kind === 'member' && VERBS.test(name) ? rest : []
}

function addFunction(
  program: Program,
  file: CodeFile,
  given: Expression,
  call: Call,
  add: (node: FunctionNode, name: string, at?: CodeFile) => void,
): void {
  const node = peel(given)
  const [first] = call.arguments
  const path = first?.kind === 'literal' ? `${pathOf(call.callee)?.at(-1)} ${first.value}` : 'a handler'
  if (node.kind === 'function') add(node, path)
  if (node.kind !== 'name' && node.kind !== 'member') return
  const found = definitionOf(program, { file, node })
  if (found.kind === 'function') add(found.node, found.node.name ?? path, found.file)
}
