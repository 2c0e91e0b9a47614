import { argumentFor, calleeOf } from '../../code/calls.js'
import { definitionOf, externalName } from '../../code/definitions.js'
import type { ExpressionIn, FunctionIn, In, Program } from '../../code/program.js'
import type { Call, CodeFile, Expression, FunctionNode, Parameter } from '../../code/syntax.js'
import { typeOf } from '../../code/types.js'
import { holds, pathOf, peel, walk } from '../../code/walk.js'
import { resolveType } from '../../code/written-types.js'
import type { BlockingCall } from './blocking.js'
import { clientCall } from './blocking-clients.js'

/** Calls of a SQLAlchemy session that go to the database. */
const SESSION = /^(?:query|execute|scalars|scalar|commit|flush|refresh|get|exec|delete|merge|rollback)$/
/** What makes a synchronous session, or what does that. */
const SYNCHRONOUS_SESSION = /^sqlalchemy(?:\.orm)?\.(?:sessionmaker|scoped_session|Session)$|^sqlmodel\.Session$/
/**
 * Functions that wait, or ask another server, and give nothing else a turn until they are done.
 * https://docs.astral.sh/ruff/rules/#flake8-async-async
 */
const WAITS =
  /^(?:time\.sleep|(?:requests(?:\.Session)?|httpx(?:\.Client)?)\.(?:get|post|put|patch|delete|head|options|request)|urllib\.(?:request\.)?urlopen|subprocess\.(?:run|call|check_call|check_output)|os\.system|(?:psycopg2|psycopg|pymysql|MySQLdb|mysql(?:\.connector)?)\.connect|stripe\.(?:[A-Z]\w*\.)+(?:create|retrieve|modify|list|search)|smtplib\.SMTP(?:_SSL)?)$/

/** How many functions deep a handler is followed. */
const DEEPEST = 3
/** Functions that are looked at for one handler. */
const MOST = 60

type Found = Omit<BlockingCall, 'route'>

/** `inside` is the function that the call stands in, where that is not the handler. */
type FoundIn = Found & { readonly inside?: string }

interface Look {
  readonly program: Program
  /** Whether only sessions count: what waits holds up nobody else. */
  readonly onlySessions: boolean
  readonly seen: Set<FunctionNode>
}

/**
 * The first call of an `async def` that holds up its event loop: of a synchronous session that nothing awaits, or of a
 * function that waits; in it, or in the functions of the repository that it calls. `framework` is that of its route: only
 * those that run all handlers in one loop are held up by what waits.
 */
export function blockingInPython(program: Program, handler: FunctionIn, framework: string): Found | undefined {
  if (!handler.node.isAsync) return undefined
  const onlySessions = framework !== 'fastapi' && framework !== 'starlette'
  const sessions = handler.node.parameters.flatMap(one =>
    one.target.kind === 'name' && isSyncSession(program, handler.file, one) ? [one.target.name] : [],
  )
  const found = blockingIn({ program, onlySessions, seen: new Set() }, handler, new Set(sessions), 0)
  if (!found) return undefined
  const { inside, call, kind, at } = found
  return { call: inside === undefined ? call : `${call} in ${inside}`, kind, at }
}

/** `sessions` are the names that hold a synchronous session at the beginning of a function. */
function blockingIn(
  look: Look,
  { file, node }: FunctionIn,
  given: ReadonlySet<string>,
  depth: number,
): FoundIn | undefined {
  if (look.seen.has(node) || look.seen.size >= MOST) return undefined
  look.seen.add(node)
  const sessions = new Set([...given, ...sessionsMade(look.program, file, node)])
  const awaited = new Set<Expression>()
  const calls: Call[] = []
  walk(node.body, one => {
    if (one.kind === 'function' || one.kind === 'class') return false
    if (one.kind === 'await') awaited.add(one.value)
    if (one.kind === 'call' && !awaited.has(one)) calls.push(one)
    return undefined
  })
  for (const call of calls) {
    const found = blockingCall(look, { file, node: call }, sessions)
    if (found) return found
  }
  if (depth >= DEEPEST) return undefined
  for (const call of [...calls, ...awaitedCalls(awaited)]) {
    const found = blockingCallee(look, { file, node: call }, sessions, depth)
    if (found) return found
  }
  return undefined
}

function awaitedCalls(awaited: ReadonlySet<Expression>): readonly Call[] {
  return [...awaited].filter(one => one.kind === 'call')
}

function blockingCall(
  { program, onlySessions }: Look,
  { file, node }: In<Call>,
  sessions: ReadonlySet<string>,
): FoundIn | undefined {
  const at = { path: file.path, start: node.start, end: node.end }
  const path = pathOf(node.callee)
  if (path?.length === 2 && sessions.has(path[0] ?? '') && SESSION.test(path[1] ?? ''))
    return { call: path.join('.'), kind: 'session', at }
  const name = onlySessions ? undefined : calledName(program, { file, node })
  // `smtplib.SMTP()` connects where it is told where to.
  const waits = name !== undefined && WAITS.test(name) && (!name.startsWith('smtplib.') || node.arguments.length > 0)
  if (waits) return { call: name, kind: 'function', at }
  const asked = onlySessions ? undefined : clientCall(program, { file, node })
  return asked === undefined ? undefined : { call: asked, kind: 'function', at }
}

/** The name of what is called, as a package has it: also through an instance (`client = requests.Session()`). */
function calledName(program: Program, { file, node }: In<Call>): string | undefined {
  const direct = externalName(definitionOf(program, { file, node: node.callee }))
  const callee = peel(node.callee)
  if (direct !== undefined || callee.kind !== 'member') return direct
  if (!file.imports.some(({ from }) => from === 'requests' || from === 'httpx')) return undefined
  const of = typeOf(program, { file, node: callee.object })
  return of?.kind === 'external' ? [of.package, ...of.path, callee.property].join('.') : undefined
}

/** The same in the function that a call runs, with the sessions that it is given. */
function blockingCallee(
  look: Look,
  { file, node }: In<Call>,
  sessions: ReadonlySet<string>,
  depth: number,
): FoundIn | undefined {
  const callee = calleeOf(look.program, { file, node })
  // A decorator may put it into a thread.
  const isPlain = callee?.node.decorators.every(one => /^(?:static|class)method$/.test(pathOf(one)?.join('.') ?? ''))
  if (!callee || !isPlain || callee.file.language !== 'python' || callee.node.isGenerator) return undefined
  const given = callee.node.parameters.filter(one => {
    const argument = argumentFor(node, callee.node, one)
    return argument?.kind === 'name' && sessions.has(argument.name)
  })
  const names = given.flatMap(({ target }) => (target.kind === 'name' ? [target.name] : []))
  const found = blockingIn(look, callee, new Set(names), depth + 1)
  if (!found) return undefined
  const { name } = callee.node
  return {
    ...found,
    ...(found.inside === undefined && name !== undefined && { inside: name }),
    at: { path: file.path, start: node.start, end: node.end },
  }
}

/** `db = SessionLocal()`, `with SessionLocal() as db`. */
function sessionsMade(program: Program, file: CodeFile, fn: FunctionNode): readonly string[] {
  const found: string[] = []
  const take = (target: Expression | undefined, value: Expression | undefined) => {
    const made = value?.kind === 'call' && target?.kind === 'name' && isSessionMade(program, file, value)
    if (made && target.kind === 'name') found.push(target.name)
  }
  walk(fn.body, one => {
    if (one.kind === 'function' || one.kind === 'class') return false
    if (one.kind === 'declare') take(one.target, one.value)
    if (one.kind === 'with' && !one.isAsync) for (const { target, value } of one.items) take(target, value)
    return undefined
  })
  return found
}

/** By the provider, which makes it with `sessionmaker`, and never where anything speaks of an asynchronous one. */
function isSyncSession(program: Program, file: CodeFile, parameter: Parameter): boolean {
  const { provider, named } = dependencyOf(program, file, parameter)
  if (!provider || provider.node.kind === 'keyword') return false
  const found = definitionOf(program, provider)
  if (found.kind !== 'function' || found.node.isAsync || /async/i.test(named)) return false
  return makesSession(program, found) || SYNCHRONOUS_SESSION.test(named)
}

interface Dependency {
  /** What `Depends` is given. */
  readonly provider?: ExpressionIn
  /** The type that the parameter says, as the package has it. */
  readonly named: string
}

/** `db: Session = Depends(get_db)`, `db: Annotated[Session, Depends(get_db)]`, and a name for the latter. */
function dependencyOf(program: Program, file: CodeFile, { type, fallback }: Parameter): Dependency {
  const alias =
    type && definitionOf(program, { file, node: { kind: 'name', name: type.name, start: type.start, end: type.end } })
  const written =
    alias?.kind === 'expression' && alias.node.kind === 'index' && alias.node.index.kind === 'array'
      ? { file: alias.file, parts: alias.node.index.elements }
      : undefined
  const given = [fallback, ...(type?.arguments.flatMap(one => one.expression ?? []) ?? [])].flatMap(one => one ?? [])
  const depends = [
    ...given.map(node => ({ file, node: peel(node) })),
    ...(written?.parts.map(node => ({ file: written.file, node: peel(node) })) ?? []),
  ].find(({ node }) => node.kind === 'call' && pathOf(node.callee)?.at(-1) === 'Depends')
  const provider = depends?.node.kind === 'call' ? depends.node.arguments[0] : undefined
  const [first] = written?.parts ?? []
  const said = first && written ? externalName(definitionOf(program, { file: written.file, node: first })) : undefined
  const resolved = type && !said ? resolveType(program, file, type) : undefined
  const named = said ?? (resolved?.kind === 'external' ? [resolved.package, ...resolved.path].join('.') : '')
  return { named, ...(depends && provider && { provider: { file: depends.file, node: provider } }) }
}

function makesSession(program: Program, { file, node }: FunctionIn): boolean {
  return holds(node.body, one => one.kind === 'call' && isSessionMade(program, file, one))
}

/** `Session(engine)`, and a call of what `sessionmaker(…)` gave; not with `class_=AsyncSession`. */
function isSessionMade(program: Program, file: CodeFile, call: Call): boolean {
  const maker = definitionOf(program, { file, node: call.callee })
  const made = maker.kind === 'expression' ? peel(maker.node) : undefined
  const name =
    made?.kind === 'call' && maker.kind === 'expression'
      ? externalName(definitionOf(program, { file: maker.file, node: made.callee }))
      : externalName(maker)
  const settings = made?.kind === 'call' ? made : call
  const isAsync = settings.arguments.some(
    one => one.kind === 'keyword' && /async/i.test(pathOf(one.value)?.at(-1) ?? ''),
  )
  return SYNCHRONOUS_SESSION.test(name ?? '') && !isAsync
}
