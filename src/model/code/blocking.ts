import { definitionOf, externalName } from '../../code/definitions.js'
import { indexOf, some } from '../../code/file-index.js'
import type { FunctionIn, Program } from '../../code/program.js'
import type { Call, CodeFile, Expression, FunctionNode } from '../../code/syntax.js'
import { pathOf, peel, walk } from '../../code/walk.js'
import { resolveType } from '../../code/written-types.js'
import { remembered } from '../../remember.js'
import type { Span } from '../../source.js'
import type { Route } from './route.js'

/** A call in a handler that holds up every other request of the process until it is done. */
export interface BlockingCall {
  readonly route: Route
  /** As people write it: `db.query`, `readFileSync`. */
  readonly call: string
  /** `session`: a synchronous session in a coroutine · `function`: a synchronous function of the platform. */
  readonly kind: 'session' | 'function'
  readonly at: Span
}

/** Calls of a SQLAlchemy session that go to the database. */
const SESSION = /^(?:query|execute|scalars|scalar|commit|flush|refresh|get|exec|delete|merge|rollback)$/
/** https://nodejs.org/en/learn/asynchronous-work/dont-block-the-event-loop */
const SYNCHRONOUS =
  /^(?:(?:fs\.)?(?:readFileSync|writeFileSync|appendFileSync|readdirSync)|(?:child_process\.)?(?:execSync|execFileSync|spawnSync)|(?:crypto\.)?(?:pbkdf2Sync|scryptSync)|(?:zlib\.)?(?:gzipSync|gunzipSync|deflateSync|inflateSync|brotliCompressSync)|bcrypt(?:js)?\.(?:hashSync|compareSync))$/

const isSynchronous = remembered(/Sync$/)

/** Whether a file says the name of a synchronous function at all; sessions of Python have many names. */
function mayBlock(file: CodeFile): boolean {
  if (file.language === 'python') return true
  return some(indexOf(file).words, isSynchronous) || file.imports.some(({ name }) => name && isSynchronous(name))
}

/** The blocking calls of the handlers of a service, the first of each route. */
export function blockingCallsOf(program: Program, routes: readonly Route[]): readonly BlockingCall[] {
  const blocking = new Map<CodeFile, boolean>()
  return routes.flatMap((route): BlockingCall[] => {
    const { handler } = route
    if (!handler || handler.file.language === 'go') return []
    const mayDo = blocking.get(handler.file) ?? mayBlock(handler.file)
    blocking.set(handler.file, mayDo)
    if (!mayDo) return []
    const found =
      handler.file.language === 'python' ? blockingSession(program, handler) : blockingFunction(program, handler)
    return found ? [{ route, ...found }] : []
  })
}

type Found = Omit<BlockingCall, 'route'>

/** `async def` whose session is a synchronous one, and calls of it that nothing awaits. */
function blockingSession(program: Program, { file, node }: FunctionIn): Found | undefined {
  if (!node.isAsync || file.language !== 'python') return undefined
  const sessions = new Set(
    node.parameters.flatMap(one =>
      one.target.kind === 'name' && isSyncSession(program, file, one) ? [one.target.name] : [],
    ),
  )
  if (sessions.size === 0) return undefined
  const awaited = new Set<Expression>()
  let found: Found | undefined
  walk(node.body, one => {
    if (one.kind === 'await') awaited.add(one.value)
    if (found || one.kind === 'function') return false
    if (one.kind !== 'call' || awaited.has(one)) return undefined
    const path = pathOf(one.callee)
    if (path?.length === 2 && sessions.has(path[0] ?? '') && SESSION.test(path[1] ?? ''))
      found = { call: path.join('.'), kind: 'session', at: { path: file.path, start: one.start, end: one.end } }
    return undefined
  })
  return found
}

/** By the provider, which makes it with `sessionmaker`, and never where anything speaks of an asynchronous one. */
function isSyncSession(program: Program, file: CodeFile, parameter: FunctionNode['parameters'][number]): boolean {
  const given = [parameter.fallback, ...(parameter.type?.arguments.flatMap(one => one.expression ?? []) ?? [])].flatMap(
    one => (one ? [peel(one)] : []),
  )
  const depends = given.find((one): one is Call => one.kind === 'call' && pathOf(one.callee)?.at(-1) === 'Depends')
  const provider = depends?.arguments[0]
  if (!provider || provider.kind === 'keyword') return false
  const found = definitionOf(program, { file, node: provider })
  if (found.kind !== 'function' || found.node.isAsync) return false
  const type = parameter.type && resolveType(program, file, parameter.type)
  const named = type?.kind === 'external' ? [type.package, ...type.path].join('.') : ''
  if (/async/i.test(named)) return false
  return makesSession(program, found) || /^(?:sqlalchemy(?:\.orm)?|sqlmodel)\.Session$/.test(named)
}

function makesSession(program: Program, { file, node }: FunctionIn): boolean {
  let made = false
  walk(node.body, one => {
    if (one.kind !== 'call') return undefined
    const maker = definitionOf(program, { file, node: one.callee })
    const call = maker.kind === 'expression' ? peel(maker.node) : undefined
    const name =
      call?.kind === 'call' && maker.kind === 'expression'
        ? externalName(definitionOf(program, { file: maker.file, node: call.callee }))
        : externalName(maker)
    if (/^sqlalchemy(?:\.orm)?\.(?:sessionmaker|scoped_session|Session)$|^sqlmodel\.Session$/.test(name ?? ''))
      made = true
    return undefined
  })
  return made
}

function blockingFunction(program: Program, { file, node }: FunctionIn): Found | undefined {
  let found: Found | undefined
  walk(node.body, one => {
    if (found) return false
    if (one.kind !== 'call') return undefined
    const name = externalName(definitionOf(program, { file, node: one.callee }))
    if (name !== undefined && SYNCHRONOUS.test(name))
      found = { call: name, kind: 'function', at: { path: file.path, start: one.start, end: one.end } }
    return undefined
  })
  return found
}
