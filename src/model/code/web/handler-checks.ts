import type { FunctionIn } from '../../../code/program.js'
import type { Call, Expression, FunctionNode, Node } from '../../../code/syntax.js'
import { holds, pathOf, peel, walk } from '../../../code/walk.js'
import type { Guard } from '../route.js'

/** Middleware that turns nobody away for who they are. Anything else that is not known may. */
const HARMLESS =
  /^(?:(?:express|bodyParser|body_parser)\.)?(?:json|urlencoded|raw|text|static|multipart)$|cors|helmet|compress|gzip|morgan|logg(?:er|ing)|pino|winston|cookie-?parser|body-?parser|valid|schema|sanit|celebrate|^joi|zod|multer|upload\w*$|file(?:s|fields|interceptor)|\.(?:single|array|fields|none|any)$|cache|limit|throttl|request-?id|tracing|trace|metrics|prom|sentry|newrelic|i18n|locale|favicon|error|not-?found|recover|timeout|etag|^(?:express|cookie)?-?session$|^passport\.(?:initialize|session)$|method-?override|response-?time|slow-?down|^hpp$|^(?:connect-?)?flash$|^get_?(?:async_?)?(?:db|session|settings|config|redis|engine|database|repository|service)\w*$|^(?:db|paginat\w*|common_parameters)$|^(?:parse|transform|serialize|normali[sz]e)\w*|parse(?:Int|UUID|Bool|Array)?Pipe/i

/** Whether a guard is known to let everybody through. */
export function isHarmless({ name, purpose }: Guard): boolean {
  return (
    purpose === 'limit' || (purpose === 'other' && HARMLESS.test(name) && !/auth|token|jwt|permission|acl/i.test(name))
  )
}

/** What names a login, a permission or a refusal. */
const ASKS =
  /auth(?!or)|token|jwt|permission|privilege|current_?(?:user|account)|api_?key|signature|hmac|secret|verif|forbidden|principal|identity|guard|is_?admin|ensure|\bacl\b|cookie|bearer|credential|owner|tenant|whoami|claims|session_?(?:user|id|data)|get_?server_?session|logged|sign(?:ed)?_?in/i
const REQUEST = /^(?:req|request|ctx|context|c|g|locals|state|reply|info)$/
const PERSON = /^(?:user|users?_?id|account|session|currentUser|auth|headers)$/i

/** Whether a handler may ask by itself who somebody is: by a name in it, or because it hands the whole request on. */
export function handlerMayAsk({ node }: FunctionIn): boolean {
  const requests = requestNames(node)
  let asks = node.parameters.some(one => asksParameter(one)) || node.decorators.some(one => mentions(one))
  let count = 0
  walk(node.body, one => {
    if (asks || ++count > 5_000) {
      asks = true
      return false
    }
    if (mentions(one) || isRefusal(one) || (one.kind === 'call' && handsOn(one, requests))) asks = true
    return undefined
  })
  return asks
}

/** `@CurrentUser() user`, `user: User = Depends(…)`, `claims: Claims`. */
function asksParameter({ decorators, type, target, fallback }: FunctionNode['parameters'][number]): boolean {
  const name = target.kind === 'name' ? target.name : ''
  if (/^(?:user|current_?user|account|claims|principal|me|session_?user|identity)$/i.test(name)) return true
  if (
    /^(?:Current|Auth|Principal|Token|Identity|Claims|Session(?:Data|Container))|User(?:Dep)?$/.test(type?.name ?? '')
  )
    return true
  if (
    decorators.some(one =>
      /User|Auth|Token|Session|Account|Headers|Ip$|Req$|Request$/.test(pathOf(callee(one))?.at(-1) ?? ''),
    )
  )
    return true
  return fallback !== undefined && fallback.kind === 'call' && mentionsAny([fallback])
}

function callee(one: Expression): Expression {
  return one.kind === 'call' ? one.callee : one
}

function mentionsAny(nodes: readonly Node[]): boolean {
  return holds(nodes, mentions)
}

function mentions(node: Node): boolean {
  if (namesGuard(node)) return true
  if (node.kind === 'member') {
    const object = pathOf(node.object)?.at(-1)
    return object !== undefined && REQUEST.test(object) && PERSON.test(node.property)
  }
  return (
    node.kind === 'literal' &&
    typeof node.value === 'string' &&
    /^(?:user|userId|user_id|authorization|x-api-key)$/i.test(node.value)
  )
}

/** Whether a name or property is one of a login, a permission or a refusal. */
export function namesGuard(node: Node): boolean {
  return node.kind === 'name' ? ASKS.test(node.name) : node.kind === 'member' && ASKS.test(node.property)
}

/** 401 and 403. */
export function isRefusal(node: Node): boolean {
  return node.kind === 'literal' && (node.value === 401 || node.value === 403)
}

/** The names of the request and the context among the parameters. */
function requestNames({ parameters }: FunctionNode): ReadonlySet<string> {
  const names = parameters.flatMap(({ target, type }) => {
    if (target.kind !== 'name') return []
    const isRequest = REQUEST.test(target.name) || /Request$|^Context$|Ctx$|\.Context$/.test(type?.name ?? '')
    return isRequest ? [target.name] : []
  })
  return new Set(names)
}

/** A call that gets the request itself: what it does with it is not seen. Answers and what reads the body do not count. */
function handsOn({ callee: called, arguments: given }: Call, requests: ReadonlySet<string>): boolean {
  const isGiven = given.some(one => {
    const inner = peel(one)
    return inner.kind === 'name' && requests.has(inner.name)
  })
  if (!isGiven) return false
  const name = pathOf(called)?.at(-1) ?? ''
  return !/^(?:NewDecoder|Decode|Bind\w*|ShouldBind\w*|JSON|render\w*|Render\w*|validationResult|Error|NotFound|Redirect|param|URLParam|Vars|PathValue)$/.test(
    name,
  )
}
