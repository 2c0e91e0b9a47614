import { calleeOf } from '../../../code/calls.js'
import { definitionOf, externalName } from '../../../code/definitions.js'
import type { FunctionIn, Program } from '../../../code/program.js'
import type { Call, Expression, FunctionNode, Node } from '../../../code/syntax.js'
import { childrenOf, holds, pathOf, peel, walk } from '../../../code/walk.js'
import type { Span } from '../../../source.js'
import { errorNames, isFailure, isRaise, isRefusal, lastName, mayBeFailure } from './statuses.js'

/**
 * How deep a health handler looks. `constant`: says yes while the process answers · `process`: looks at memory or disk ·
 * `soft`: asks a dependency and answers 2xx when it is down · `hard`: answers otherwise then · `unknown`: calls what is not seen.
 */
export type HealthDepth = 'constant' | 'process' | 'soft' | 'hard' | 'unknown'

/** How far a health route asks, and what shows it. */
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
  /(?:^|\.)(?:\$queryRaw|\$queryRawUnsafe|\$executeRaw|\$runCommandRaw|ping|PingContext|Ping|authenticate|pingCheck|isConnected|ensure_connection|listTopics|fetchTopicMetadata|describeCluster|serverStatus|getDatabase|exec_driver_sql|health_check|dbStats)$/
/** Methods that run a statement: they count with a text such as `SELECT 1`. */
const STATEMENTS =
  /(?:^|\.)(?:query|execute|raw|exec|Exec|Query|QueryRow|QueryContext|scalar|run|fetch|fetchval|fetchrow|fetch_val|fetch_one|fetch_all|execute_query|execute_query_dict)$/
/** `client.admin.command('ping')` of MongoDB. */
const COMMANDS = /(?:^|\.)(?:command|runCommand)$/
/** The cache of Django, which is Redis or Memcached in production: https://docs.djangoproject.com/en/5.2/topics/cache/ */
const CACHE = /^django\.(?:core\.cache\.)?caches?$/
const CACHE_METHODS = /(?:^|\.)(?:a?get|a?set|a?add|a?incr|a?touch|a?delete)$/
/** What is built in and asks nobody. */
const PYTHON_BUILT_IN =
  /^(?:all|any|sum|min|max|sorted|list|set|tuple|bool|getattr|hasattr|isinstance|print|zip|enumerate)$|(?:^|\.)(?:values|items|keys|update|append|extend|strip|lower|upper|format|startswith|endswith)$/
/** Terminus and the like: the indicators are given as functions, and a failed one is answered with 503. */
const TERMINUS = /(?:^|\.)(?:health|healthCheckService|healthService|terminus)\.check$/
/** Calls that ask nothing. */
const HARMLESS =
  /^(?:res|response|reply|ctx|c|context|w|req|request|r|console|logger|log|this\.logger|self\.logger|logging|Date|JSON|Math|process|os|performance|Number|String|Boolean|Object|Array|Promise|time|datetime|jsonify|JSONResponse|Response|PlainTextResponse|JsonResponse|HttpResponse|dict|str|int|float|round|len|platform|socket|json|fmt|http|gin|echo|fiber|NextResponse|Map|Set|require|import)(?:\.|$)/
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
  /** Variables of the function that are given the status of an error somewhere: `code = 503`. */
  errors: ReadonlySet<string>
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
    errors: new Set(),
    nodes: 0,
    seen: new Set(),
  }
  visit(look, handler, 0, answersAlone(handler))
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

/**
 * Handlers of Go that give nothing back: no failure of what they call goes further by itself, and what is answered is what they
 * write. Those that give an error back (Echo, Fiber) leave the answer to their framework.
 */
function answersAlone({ file, node }: FunctionIn): Span | undefined {
  return file.language === 'go' && !node.returns ? { path: file.path, start: node.start, end: node.end } : undefined
}

/** `caught`: a failure inside goes no further; where it is taken. */
function visit(look: Look, fn: FunctionIn, depth: number, caught: Span | undefined): void {
  if (look.seen.has(fn.node)) return
  look.seen.add(fn.node)
  const around = look.errors
  look.errors = errorNames(fn.node)
  for (const statement of fn.node.body) visitNode(look, fn, statement, depth, caught)
  look.errors = around
}

function visitNode(look: Look, fn: FunctionIn, node: Node, depth: number, caught: Span | undefined): void {
  if (++look.nodes > MOST_NODES) return
  if (node.kind === 'try') {
    // A failure inside is taken, unless a handler raises again; then the answer is an error.
    const [handler] = node.handlers
    const taken = handler ? { path: fn.file.path, start: handler.start, end: handler.end } : undefined
    const raises = node.handlers.some(one => holds(one.body, isRaise))
    for (const one of node.body) visitNode(look, fn, one, depth, raises ? caught : (taken ?? caught))
    for (const one of [...node.handlers.flatMap(each => each.body), ...node.otherwise, ...node.finalizer])
      visitNode(look, fn, one, depth, caught)
    return
  }
  // What is thrown or refused where it is taken, goes no further.
  if (caught !== undefined && (node.kind === 'throw' || isRefusal(node))) return
  if (isFailure(node, look.errors)) look.fails = true
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
  const at = { path: fn.file.path, start: node.start, end: node.end }
  const takenAt = caught && fn.file.language === 'go' ? at : caught
  look.asks.push({ name, at, isCaught: caught !== undefined, ...(takenAt && { takenAt }) })
}

function isCatch(call: Call): boolean {
  const callee = peel(call.callee)
  if (callee.kind !== 'member') return false
  const [first, second] = call.arguments
  if (callee.property === 'catch') return first !== undefined && !holds([first], isRaise)
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
  else if (asksSomebody(look, fn, call, path)) ask(look, fn, path, call, caught)
  else if (callee) {
    if (depth < DEEPEST) visit(look, callee, depth + 1, caught)
    else open(look, call, caught)
  } else if (path !== 'Promise.allSettled' && !isKnownCall(look, fn, call, path)) open(look, call, caught)
}

function asksSomebody({ program }: Look, { file }: FunctionIn, call: Call, path: string): boolean {
  if (ASKS.test(path)) return true
  if (STATEMENTS.test(path)) return call.arguments.some(isStatement)
  if (COMMANDS.test(path)) return call.arguments.some(isPing)
  if (file.language !== 'python' || !CACHE_METHODS.test(path)) return false
  // `caches['default'].get(…)`
  let node = peel(call.callee)
  while (node.kind === 'member' || node.kind === 'index') node = peel(node.object)
  return CACHE.test(externalName(definitionOf(program, { file, node })) ?? '')
}

/** A call that is not followed. Where a failure is taken, it has no way to the answer unless it is given that. */
function open(look: Look, call: Call, caught: Span | undefined): void {
  look.isOpen = true
  if (caught === undefined || holds(call.arguments, isAnswer)) look.mayFail = true
}

function isAnswer(node: Node): boolean {
  return node.kind === 'name' && /^(?:res|resp|response|reply|rep|ctx|context|c|w|rw|writer|next)$/i.test(node.name)
}

/** Calls that ask nobody: of answers, loggers, the process, and of packages that do no more. */
function isKnownCall(look: Look, fn: FunctionIn, call: Call, path: string): boolean {
  const outside = externalName(definitionOf(look.program, { file: fn.file, node: call.callee }))
  if (fn.file.language === 'python' && PYTHON_BUILT_IN.test(path)) return true
  if (HARMLESS.test(path) || (outside !== undefined && isQuiet(outside))) return true
  // `time.Now().UTC()`
  const begun = beginningOf(call)
  const giver = begun && externalName(definitionOf(look.program, { file: fn.file, node: begun.callee }))
  if (giver !== undefined && isQuiet(giver)) return true
  return QUIET_METHODS.test(path.split('.').at(-1) ?? '')
}

/** The call on whose result others are made. */
function beginningOf(call: Call): Call | undefined {
  let found: Call | undefined
  let node = peel(call.callee)
  for (let steps = 0; steps < 20; steps++) {
    if (node.kind === 'member') node = peel(node.object)
    else if (node.kind === 'call') {
      found = node
      node = peel(node.callee)
    } else break
  }
  return found
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
  if (inner.kind === 'call') return isSelectOfNumber(inner) || inner.arguments.some(isStatement)
  if (inner.kind === 'template') return inner.parts.some(part => typeof part === 'string' && /^\s*select\b/i.test(part))
  if (inner.kind === 'tagged') return isStatement(inner.template)
  if (inner.kind === 'object') return inner.entries.some(one => one.kind === 'entry' && isStatement(one.value))
  return false
}

/** `select(1)` of SQLAlchemy. */
function isSelectOfNumber({ callee, arguments: [first] }: Call): boolean {
  return /^select$/.test(lastName(callee)) && first?.kind === 'literal' && typeof first.value === 'number'
}

/** `'ping'`, `{ ping: 1 }` */
function isPing(argument: Expression): boolean {
  const inner = peel(argument)
  if (inner.kind === 'literal') return inner.value === 'ping'
  return inner.kind === 'object' && inner.entries.some(one => one.kind === 'entry' && one.key === 'ping')
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
