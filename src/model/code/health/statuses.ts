import type { Expression, FunctionNode, Node } from '../../../code/syntax.js'
import { pathOf, peel, walk } from '../../../code/walk.js'

/** `raise`, `throw` */
export function isRaise(node: Node): boolean {
  return node.kind === 'throw'
}

const STATUS_CALL =
  /(?:^|\.)(?:status|sendStatus|code|writeHead|WriteHeader|Status|SendStatus|AbortWithStatus|AbortWithStatusJSON|JSON|String|abort|NewHTTPError|NewError|Error)$/
const ERROR_NAME =
  /(?:ServiceUnavailable|InternalServerError|BadGateway|GatewayTimeout|HttpException|HTTPException|HealthCheckError|StatusInternalServerError|StatusServiceUnavailable|HTTP_503|HTTP_500|HTTP_5\w+)/

/** `reject(new Error('timeout'))` */
export function isRefusal(node: Node): boolean {
  return node.kind === 'call' && node.callee.kind === 'name' && node.callee.name === 'reject'
}

/** Whether a node answers with another status than 2xx: `res.status(503)`, `status_code=503`, `raise`, `ctx.status = 503`. */
export function isFailure(node: Node, errors: ReadonlySet<string>): boolean {
  const isError = (value: Expression) => isErrorStatus(value, errors)
  if (node.kind === 'throw') return true
  if (node.kind === 'assign')
    return (
      node.target.kind === 'member' &&
      /^(?:status|statusCode|status_code)$/.test(node.target.property) &&
      isError(node.value)
    )
  if (node.kind === 'return' && node.value?.kind === 'array') return node.value.elements.some(isError)
  if (node.kind === 'entry') return (node.key === 'status' || node.key === 'statusCode') && isError(node.value)
  if (node.kind === 'keyword') return /^(?:status_code|status)$/.test(node.name) && isError(node.value)
  if (node.kind === 'member') return ERROR_NAME.test(node.property)
  if (node.kind !== 'call') return false
  const name = pathOf(node.callee)?.join('.') ?? lastName(node.callee)
  if (ERROR_NAME.test(name)) return true
  // `next(error)` of Express, `ctx.throw(…)` of Koa: the framework answers with 500, or the status that is given.
  if (/^(?:next|done|ctx\.throw|ctx\.assert)$/.test(name) && node.arguments.length > 0) return true
  if (node.callee.kind === 'name' && node.callee.name === 'panic') return true
  if (name === 'http.Error') return true
  if (STATUS_CALL.test(name) || /(?:^|\.)(?:json|body|text|send)$/.test(name)) return node.arguments.some(isError)
  return false
}

function isErrorStatus(node: Expression, errors: ReadonlySet<string>): boolean {
  const inner = peel(node)
  if (inner.kind === 'literal') return typeof inner.value === 'number' && inner.value >= 400 && inner.value < 600
  if (inner.kind === 'conditional')
    return isErrorStatus(inner.consequent, errors) || isErrorStatus(inner.alternate, errors)
  if (inner.kind === 'binary') return isErrorStatus(inner.left, errors) || isErrorStatus(inner.right, errors)
  if (inner.kind === 'member')
    return ERROR_NAME.test(inner.property) || /^SERVICE_UNAVAILABLE$|^INTERNAL_SERVER_ERROR$/.test(inner.property)
  return inner.kind === 'name' && errors.has(inner.name)
}

/** The variables of a function that are given the status of an error somewhere in it: `code = 503`, `code = 200 if up else 503`. */
export function errorNames(fn: FunctionNode): ReadonlySet<string> {
  const names = new Set<string>()
  walk(fn.body, node => {
    if (node.kind !== 'assign' && node.kind !== 'declare') return undefined
    if (node.target.kind === 'name' && node.value && isErrorStatus(node.value, names)) names.add(node.target.name)
    return undefined
  })
  return names
}

/** Whether a node may lead to such an answer: a status in a variable or a table, a promise that is refused, an exit. */
export function mayBeFailure(node: Node): boolean {
  if (node.kind === 'literal') return typeof node.value === 'number' && node.value >= 500 && node.value < 600
  if (node.kind === 'keyword') return /^(?:status_code|status)$/.test(node.name) && isOpenStatus(node.value)
  if (node.kind === 'assign')
    return (
      node.target.kind === 'member' &&
      /^(?:status|statusCode|status_code)$/.test(node.target.property) &&
      isOpenStatus(node.value)
    )
  if (node.kind !== 'call') return false
  const name = pathOf(node.callee)?.join('.') ?? lastName(node.callee)
  if (/^(?:process\.exit|sys\.exit|os\.Exit|reject|fail|log\.(?:Fatal|Panic)(?:f|ln)?|(?:c|ctx)\.Error)$/.test(name))
    return true
  const [first] = node.arguments
  return (
    /(?:^|\.)(?:status|sendStatus|code|writeHead|WriteHeader|Status|SendStatus)$/.test(name) &&
    first !== undefined &&
    isOpenStatus(first)
  )
}

/** A status that is no number written here. */
function isOpenStatus(node: Expression): boolean {
  const inner = peel(node)
  return inner.kind !== 'literal' && !(inner.kind === 'member' && /(?:OK|StatusOK|HTTP_200_OK)$/.test(inner.property))
}

/** The name that is called at last: `status` of `res.status(200).status`. */
export function lastName(callee: Expression): string {
  const inner = peel(callee)
  return inner.kind === 'member' ? inner.property : inner.kind === 'name' ? inner.name : ''
}
