import { calleeOf } from '../../../code/calls.js'
import { definitionOf, externalName } from '../../../code/definitions.js'
import type { FunctionIn, Program } from '../../../code/program.js'
import type { Call, Expression, FunctionNode, Node, Statement } from '../../../code/syntax.js'
import { childrenOf, pathOf, peel, walk } from '../../../code/walk.js'
import type { Span } from '../../../source.js'

/**
 * How deep a health handler looks. `constant`: says yes while the process answers · `process`: looks at memory or disk ·
 * `soft`: asks a dependency and answers 2xx when it is down · `hard`: answers otherwise then · `unknown`: calls what is not seen.
 */
export type HealthDepth = 'constant' | 'process' | 'soft' | 'hard' | 'unknown'

export interface DepthFound {
  readonly depth: HealthDepth
  /** The first call of a dependency, as people write it: `prisma.$queryRaw`. */
  readonly dependency?: string
  readonly dependencyAt?: Span
  /** Where the failure is taken and turned into an answer. */
  readonly takenAt?: Span
}

/** Calls into the repository that are followed. */
const DEEPEST = 3
const MOST_NODES = 4000

/** Names of calls that ask a dependency whether it is there. */
const ASKS =
  /(?:^|\.)(?:\$queryRaw|\$queryRawUnsafe|\$executeRaw|\$runCommandRaw|ping|PingContext|Ping|authenticate|pingCheck|isConnected|listTopics|fetchTopicMetadata|describeCluster|serverStatus|getDatabase|exec_driver_sql|health_check|dbStats)$/
/** Methods that run a statement: they count with a text such as `SELECT 1`. */
const STATEMENTS = /(?:^|\.)(?:query|execute|raw|exec|Exec|Query|QueryRow|QueryContext|scalar|run)$/
/** Terminus and the like: the indicators are given as functions, and a failed one is answered with 503. */
const TERMINUS = /(?:^|\.)(?:health|healthCheckService|healthService|terminus)\.check$/
/** Calls that ask nothing. */
const HARMLESS =
  /^(?:res|response|reply|ctx|c|context|w|req|request|r|console|logger|log|this\.logger|self\.logger|logging|Date|JSON|Math|process|os|performance|Number|String|Boolean|Object|Array|Promise|time|datetime|jsonify|JSONResponse|Response|PlainTextResponse|JsonResponse|HttpResponse|dict|str|int|float|round|len|platform|socket|json|fmt|http|gin|echo|fiber|NextResponse|Map|Set)(?:\.|$)/
const PROCESS =
  /(?:^|\.)(?:memoryUsage|checkHeap|checkRSS|checkStorage|heapUsed|virtual_memory|disk_usage|freemem|loadavg|statfs)$/

interface Look {
  readonly program: Program
  asks: { name: string; at: Span; isCaught: boolean; takenAt?: Span }[]
  fails: boolean
  /**
   * Something may answer with a status that is not seen here: a variable, a table of statuses, an exit, a call that is
   * not followed and whose failure nobody takes, or that is given the answer.
   */
  mayFail: boolean
  looksAtProcess: boolean
  /** Calls are not followed, which may ask a dependency. */
  isOpen: boolean
  nodes: number
  readonly seen: Set<FunctionNode>
}

/** What a handler does, over the functions of the repository that it calls. */
export function depthOf(program: Program, handler: FunctionIn): DepthFound {
  const look: Look = {
    program,
    asks: [],
    fails: false,
    mayFail: false,
    looksAtProcess: false,
    isOpen: false,
    nodes: 0,
    seen: new Set(),
  }
  visit(look, handler, 0, undefined)
  const [first] = look.asks
  if (!first) {
    if (look.isOpen || look.nodes > MOST_NODES) return { depth: 'unknown' }
    return { depth: look.looksAtProcess ? 'process' : 'constant' }
  }
  const dependency = { dependency: first.name, dependencyAt: first.at }
  if (look.fails || look.asks.some(one => !one.isCaught)) return { depth: 'hard', ...dependency }
  // What is not seen may still answer with an error.
  if (look.mayFail) return { depth: 'unknown', ...dependency }
  return { depth: 'soft', ...dependency, ...(first.takenAt && { takenAt: first.takenAt }) }
}

/** `caught`: a failure inside goes no further; where it is taken. */
function visit(look: Look, fn: FunctionIn, depth: number, caught: Span | undefined): void {
  if (look.seen.has(fn.node)) return
  look.seen.add(fn.node)
  for (const statement of fn.node.body) visitNode(look, fn, statement, depth, caught)
}

function visitNode(look: Look, fn: FunctionIn, node: Node, depth: number, caught: Span | undefined): void {
  if (++look.nodes > MOST_NODES) return
  if (node.kind === 'try') {
    // A failure inside is taken, unless a handler raises again; then the answer is an error.
    const [handler] = node.handlers
    const taken = handler ? { path: fn.file.path, start: handler.start, end: handler.end } : undefined
    const raises = node.handlers.some(one => mentions(one.body, isRaise))
    for (const one of node.body) visitNode(look, fn, one, depth, raises ? caught : (taken ?? caught))
    for (const one of [...node.handlers.flatMap(each => each.body), ...node.otherwise, ...node.finalizer])
      visitNode(look, fn, one, depth, caught)
    return
  }
  // What is thrown or refused where it is taken, goes no further.
  if (caught !== undefined && (node.kind === 'throw' || isRefusal(node))) return
  if (isFailure(node)) look.fails = true
  else if (mayBeFailure(node)) look.mayFail = true
  if (node.kind === 'call') visitCall(look, fn, node, depth, caught)
  else if (node.kind === 'tagged') {
    const name = pathOf(node.tag)?.join('.') ?? ''
    if (ASKS.test(name)) ask(look, fn, name, node, caught)
  }
  for (const child of childrenOf(node)) {
    // `.catch(…)` behind a promise takes the failure.
    const inCatch = node.kind === 'call' && isCatch(node) && child === node.callee
    const span: Span = { path: fn.file.path, start: node.start, end: node.end }
    visitNode(look, fn, child, depth, inCatch ? span : caught)
  }
}

function ask(look: Look, fn: FunctionIn, name: string, node: Expression, caught: Span | undefined): void {
  look.asks.push({
    name,
    at: { path: fn.file.path, start: node.start, end: node.end },
    isCaught: caught !== undefined,
    ...(caught && { takenAt: caught }),
  })
}

function isCatch(call: Call): boolean {
  const callee = peel(call.callee)
  if (callee.kind !== 'member') return false
  const [first, second] = call.arguments
  if (callee.property === 'catch') return first !== undefined && !mentions([first], isRaise)
  if (callee.property === 'then') return second !== undefined
  return false
}

function visitCall(look: Look, fn: FunctionIn, call: Call, depth: number, caught: Span | undefined): void {
  const path =
    pathOf(call.callee)
      ?.join('.')
      .replace(/^(?:this|self)\./, '') ?? lastName(call.callee)
  if (PROCESS.test(path)) {
    look.looksAtProcess = true
    return
  }
  const callee = calleeOf(look.program, { file: fn.file, node: call })
  if (TERMINUS.test(path)) terminus(look, fn, call, path)
  else if (ASKS.test(path) || (STATEMENTS.test(path) && call.arguments.some(isStatement)))
    ask(look, fn, path, call, caught)
  else if (callee) {
    if (depth < DEEPEST) visit(look, callee, depth + 1, caught)
    else open(look, call, caught)
  } else if (path !== 'Promise.allSettled' && !isKnownCall(look, fn, call, path)) open(look, call, caught)
}

/** A call that is not followed. Where a failure is taken, it has no way to the answer unless it is given that. */
function open(look: Look, call: Call, caught: Span | undefined): void {
  look.isOpen = true
  if (caught === undefined || mentions(call.arguments, isAnswer)) look.mayFail = true
}

function isAnswer(node: Node): boolean {
  return node.kind === 'name' && /^(?:res|resp|response|reply|rep|ctx|context|c|w|rw|writer|next)$/i.test(node.name)
}

/** Calls that ask nobody: of answers, loggers, the process, and of packages that do no more. */
function isKnownCall(look: Look, fn: FunctionIn, call: Call, path: string): boolean {
  const outside = externalName(definitionOf(look.program, { file: fn.file, node: call.callee }))
  if (HARMLESS.test(path) || (outside !== undefined && isQuiet(outside))) return true
  return QUIET_METHODS.test(path.split('.').at(-1) ?? '')
}

const QUIET_METHODS =
  /^(?:toISOString|toString|getTime|toFixed|json|send|status|code|sendStatus|end|header|set|type|strftime|isoformat|uptime|now|get|join|map|filter|every|some|includes|push|info|debug|warn|error|log|catch|then)$/

/** Packages that answer, log, or tell about the process and ask nobody. */
function isQuiet(name: string): boolean {
  return /^(?:express|fastify|koa|hono|next|@nestjs\/common|fastapi|starlette|flask|django\.http|rest_framework\.response|os|process|time|datetime|json|logging|structlog|pino|winston|fmt|net\/http|encoding\/json|github\.com\/gin-gonic\/gin|runtime)(?:\.|\/|$)/.test(
    name,
  )
}

/** `SELECT 1`, `text("SELECT 1")`, `sql\`select 1\``: a statement that only asks whether somebody answers. */
function isStatement(argument: Expression): boolean {
  const inner = peel(argument)
  if (inner.kind === 'literal') return typeof inner.value === 'string' && /^\s*select\b/i.test(inner.value)
  if (inner.kind === 'call') return inner.arguments.some(isStatement)
  if (inner.kind === 'template') return inner.parts.some(part => typeof part === 'string' && /^\s*select\b/i.test(part))
  if (inner.kind === 'tagged') return isStatement(inner.template)
  if (inner.kind === 'object') return inner.entries.some(one => one.kind === 'entry' && isStatement(one.value))
  return false
}

function terminus(look: Look, fn: FunctionIn, call: Call, path: string): void {
  const [list] = call.arguments
  const indicators = list && peel(list)
  if (indicators?.kind !== 'array') {
    open(look, call, undefined)
    return
  }
  for (const one of indicators.elements) {
    let named = ''
    walk([one], node => {
      if (node.kind === 'call')
        named =
          pathOf(node.callee)
            ?.join('.')
            .replace(/^this\./, '') ?? named
      return undefined
    })
    if (PROCESS.test(named)) look.looksAtProcess = true
    else ask(look, fn, named || path, one, undefined)
  }
}

function lastName(callee: Expression): string {
  const inner = peel(callee)
  return inner.kind === 'member' ? inner.property : inner.kind === 'name' ? inner.name : ''
}

function mentions(nodes: readonly (Statement | Expression)[], test: (node: Node) => boolean): boolean {
  let found = false
  walk(nodes, node => {
    if (test(node)) found = true
    return !found
  })
  return found
}

function isRaise(node: Node): boolean {
  return node.kind === 'throw'
}

const STATUS_CALL =
  /(?:^|\.)(?:status|sendStatus|code|writeHead|WriteHeader|Status|SendStatus|AbortWithStatus|AbortWithStatusJSON|JSON|String|abort|NewHTTPError|NewError|Error)$/
const ERROR_NAME =
  /(?:ServiceUnavailable|InternalServerError|BadGateway|GatewayTimeout|HttpException|HTTPException|HealthCheckError|StatusInternalServerError|StatusServiceUnavailable|HTTP_503|HTTP_500|HTTP_5\w+)/

/** `reject(new Error('timeout'))` */
function isRefusal(node: Node): boolean {
  return node.kind === 'call' && node.callee.kind === 'name' && node.callee.name === 'reject'
}

/** Whether a node answers with another status than 2xx: `res.status(503)`, `status_code=503`, `raise`, `ctx.status = 503`. */
function isFailure(node: Node): boolean {
  if (node.kind === 'throw') return true
  if (node.kind === 'assign')
    return (
      node.target.kind === 'member' &&
      /^(?:status|statusCode|status_code)$/.test(node.target.property) &&
      isErrorStatus(node.value)
    )
  if (node.kind === 'return' && node.value?.kind === 'array') return node.value.elements.some(isErrorStatus)
  if (node.kind === 'entry') return (node.key === 'status' || node.key === 'statusCode') && isErrorStatus(node.value)
  if (node.kind === 'keyword') return /^(?:status_code|status)$/.test(node.name) && isErrorStatus(node.value)
  if (node.kind === 'member') return ERROR_NAME.test(node.property)
  if (node.kind !== 'call') return false
  const name = pathOf(node.callee)?.join('.') ?? lastName(node.callee)
  if (ERROR_NAME.test(name)) return true
  // `next(error)` of Express, `ctx.throw(…)` of Koa: the framework answers with 500, or the status that is given.
  if (/^(?:next|done|ctx\.throw|ctx\.assert)$/.test(name) && node.arguments.length > 0) return true
  if (node.callee.kind === 'name' && node.callee.name === 'panic') return true
  if (name === 'http.Error') return true
  if (STATUS_CALL.test(name) || /(?:^|\.)(?:json|body|text|send)$/.test(name)) return node.arguments.some(isErrorStatus)
  return false
}

function isErrorStatus(node: Expression): boolean {
  const inner = peel(node)
  if (inner.kind === 'literal') return typeof inner.value === 'number' && inner.value >= 400 && inner.value < 600
  if (inner.kind === 'conditional') return isErrorStatus(inner.consequent) || isErrorStatus(inner.alternate)
  if (inner.kind === 'binary') return isErrorStatus(inner.left) || isErrorStatus(inner.right)
  if (inner.kind === 'member')
    return ERROR_NAME.test(inner.property) || /^SERVICE_UNAVAILABLE$|^INTERNAL_SERVER_ERROR$/.test(inner.property)
  // A variable that was given a status before.
  return false
}

/** Whether a node may lead to such an answer: a status in a variable or a table, a promise that is refused, an exit. */
function mayBeFailure(node: Node): boolean {
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
  if (/^(?:process\.exit|sys\.exit|os\.Exit|reject|fail)$/.test(name)) return true
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
