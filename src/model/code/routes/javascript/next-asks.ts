import { calleeOf } from '../../../../code/calls.js'
import type { FunctionIn, In, Program } from '../../../../code/program.js'
import type { Call, CodeFile, Expression, FunctionNode, Node } from '../../../../code/syntax.js'
import { pathOf, peel, walk } from '../../../../code/walk.js'
import type { Guard } from '../../route.js'
import { isRefusal, namesGuard } from '../../web/handler-checks.js'

/**
 * Functions that tell who asks, by their usual names. Sources: https://authjs.dev, https://clerk.com/docs/references/nextjs,
 * https://supabase.com/docs/guides/auth/server-side/nextjs, https://www.better-auth.com/docs/integrations/next,
 * https://github.com/vvo/iron-session (read 2026-11).
 */
const SESSION =
  /^(?:auth|getAuth|(?:unstable_)?getServerSession|getServerAuthSession|getSession|getToken|(?:get)?[cC]urrentUser|getUser|getSessionUser|getIronSession|validate(?:Request|Session)|verify(?:Session|IdToken|Token|Jwt)|jwtVerify|require(?:Auth|User|Session|Login|Admin|Role)\w*|isAuthenticated|authenticate\w*|protect)$/
/** Calls that answer nobody any more: https://nextjs.org/docs/app/api-reference/functions/unauthorized */
const STOPS = /^(?:redirect|permanentRedirect|unauthorized|forbidden|notFound|protect)$/

/** The call by which a handler finds out who asks, where it turns away who is nobody: itself, or a function that it calls. */
export function handlerGuards(program: Program, handler: FunctionIn): readonly Guard[] {
  const found = askingCall(program, handler, 0)
  if (!found) return []
  const { file, node } = found
  const name = pathOf(node.callee)?.join('.') ?? 'a session'
  return [{ name, purpose: 'auth', isGlobal: false, at: { path: file.path, start: node.start, end: node.end } }]
}

const DEEPEST = 3
const MOST_NODES = 5_000

/** What was found before, for each depth that is left; null where nothing was, or where it is still looked for. */
const asking = new WeakMap<FunctionNode, (In<Call> | null | undefined)[]>()

function askingCall(program: Program, fn: FunctionIn, depth: number): In<Call> | undefined {
  const answers = asking.get(fn.node) ?? []
  asking.set(fn.node, answers)
  if (answers[depth] === undefined) {
    answers[depth] = null
    answers[depth] = findAskingCall(program, fn, depth) ?? null
  }
  return answers[depth] ?? undefined
}

function findAskingCall(program: Program, { file, node }: FunctionIn, depth: number): In<Call> | undefined {
  let call: Call | undefined
  let stops = false
  let count = 0
  const inner: Call[] = []
  walk(node.body, one => {
    if (++count > MOST_NODES) return false
    if (isRefusal(one) || one.kind === 'throw') stops = true
    if (one.kind !== 'call') return undefined
    const name = nameOf(one)
    if (STOPS.test(name)) stops = true
    if (SESSION.test(name) && isOfRequest(one, name)) call ??= one
    else inner.push(one)
    return undefined
  })
  if (call && stops) return { file, node: call }
  if (depth >= DEEPEST) return undefined
  // `const user = await requireUser()`: what it calls asks and turns away, or asks and leaves that to it.
  for (const one of call ? [call, ...inner] : inner) {
    const callee = calleeOf(program, { file, node: one })
    if (callee && callee.node !== node && askingCall(program, callee, depth + 1)) return { file, node: one }
  }
  return undefined
}

/** `getUser(id)` reads somebody out of a table; `supabase.auth.getUser()` and `getToken({ req })` tell who asks. */
function isOfRequest({ callee, arguments: [first] }: Call, name: string): boolean {
  if (!/^get(?:User|Session|Token)$/.test(name) || !first) return true
  const given = peel(first)
  const before = (pathOf(peel(callee)) ?? []).slice(0, -1).join('.')
  return (
    given.kind === 'object' ||
    (given.kind === 'name' && /^(?:req|request|headers)$/.test(given.name)) ||
    /auth|supabase|session|clerk|kinde/i.test(before)
  )
}

function nameOf({ callee }: Call): string {
  const inner = peel(callee)
  return pathOf(inner)?.at(-1) ?? (inner.kind === 'member' ? inner.property : '')
}

/** What an exported handler is wrapped in: `withAuth` of `export const POST = withAuth(handler)`. */
export function wrapperGuards(program: Program, file: CodeFile, name: string): readonly Guard[] {
  const guards: Guard[] = []
  let at = exportedExpression(file, name)
  for (let depth = 0; at?.kind === 'call' && depth < 5; depth++) {
    const guard = wrapperGuard(program, { file, node: at })
    if (guard) guards.push(guard)
    at = at.arguments.map(one => resolved(file, peel(one))).findLast(one => one.kind === 'call')
  }
  return guards
}

function exportedExpression(file: CodeFile, name: string): Expression | undefined {
  const entry = file.exports.find(one => one.name === name)
  if (!entry || entry.from !== undefined) return undefined
  return entry.value ? resolved(file, peel(entry.value)) : declared(file, entry.local ?? name)
}

function declared(file: CodeFile, name: string): Expression | undefined {
  for (const one of file.body)
    if (one.kind === 'declare' && one.target.kind === 'name' && one.target.name === name && one.value)
      return peel(one.value)
  return undefined
}

function resolved(file: CodeFile, node: Expression): Expression {
  return node.kind === 'name' ? (declared(file, node.name) ?? node) : node
}

function wrapperGuard(program: Program, at: In<Call>): Guard | undefined {
  const name = pathOf(at.node.callee)?.join('.') ?? 'a wrapper'
  const guard: Guard = {
    name,
    purpose: 'other',
    isGlobal: false,
    at: { path: at.file.path, start: at.node.start, end: at.node.end },
  }
  const callee = calleeOf(program, at)
  if (!callee) return { ...guard, purpose: WRAPS.test(name) ? 'auth' : 'other' }
  if (askingCall(program, callee, 0)) return { ...guard, purpose: 'auth' }
  // What it is given, the handler, is looked at by itself.
  const own = new Set(callee.node.parameters.flatMap(({ target }) => (target.kind === 'name' ? [target.name] : [])))
  return look(program, callee, 0, new Set(), own) ? guard : undefined
}

/** Wrappers of packages that ask before they call: https://auth0.github.io/nextjs-auth0, iron-session. */
const WRAPS =
  /(?:^|\.)(?:with(?:Api)?(?:Auth|Session|User|Permission)\w*|require(?:Auth|User|Session|Admin)\w*|protect\w*)$/

/** Whether a function, or one that it calls, may ask who somebody is; also where that cannot be seen. */
export function mayAsk(program: Program, fn: FunctionIn): boolean {
  const known = answers.get(fn.node)
  if (known !== undefined) return known
  const answer = look(program, fn, 0, new Set())
  answers.set(fn.node, answer)
  return answer
}

const NOTHING: ReadonlySet<string> = new Set()
const answers = new WeakMap<FunctionNode, boolean>()

function look(
  program: Program,
  { file, node }: FunctionIn,
  depth: number,
  seen: Set<FunctionNode>,
  given: ReadonlySet<string> = NOTHING,
): boolean {
  if (seen.has(node)) return false
  seen.add(node)
  let may = false
  let count = 0
  const calls: Call[] = []
  walk(node.body, one => {
    if (++count > MOST_NODES || mentions(one)) may = true
    if (one.kind === 'call' && !(one.callee.kind === 'name' && given.has(one.callee.name))) calls.push(one)
    return may ? false : undefined
  })
  return may || calls.some(one => callMayAsk(program, { file, node: one }, depth, seen))
}

/** What the request says of who sends it, wherever that is read. */
const IDENTITY = /^(?:headers|cookies|cookieStore|authorization|session)$/

function mentions(node: Node): boolean {
  if (namesGuard(node) || isRefusal(node)) return true
  return node.kind === 'name' ? IDENTITY.test(node.name) : node.kind === 'member' && IDENTITY.test(node.property)
}

const AUTH_PACKAGE =
  /auth|clerk|supabase|session|kinde|workos|stytch|descope|lucia|passport|jose|jsonwebtoken|firebase|^@ory\/|jwt/i
/** What belongs to the language and to the platform. */
const PLATFORM =
  /^(?:NextResponse|Response|Request|JSON|Math|Date|Number|String|Boolean|Object|Array|Promise|console|URL|URLSearchParams|Buffer|process|parseInt|parseFloat|Map|Set|Error|crypto|fetch|setTimeout|FormData|Blob|TextEncoder|TextDecoder|encodeURIComponent|decodeURIComponent|structuredClone|isNaN|RegExp|super)$/

function callMayAsk(program: Program, { file, node }: In<Call>, depth: number, seen: Set<FunctionNode>): boolean {
  const callee = calleeOf(program, { file, node })
  if (callee) return depth >= DEEPEST || look(program, callee, depth + 1, seen)
  const [root] = rootOf(node.callee)
  if (root === undefined || PLATFORM.test(root)) return false
  const taken = file.imports.find(one => one.local === root && !one.typeOnly)
  // A parameter, a local variable: an answer of a client or of the platform.
  if (!taken) return node.callee.kind === 'name'
  const target = program.target(file, taken.from)
  if (target.kind === 'missing') return true
  if (target.kind === 'package') return AUTH_PACKAGE.test(target.name)
  return target.files.some(fileMayAsk)
}

function rootOf(node: Expression): readonly string[] {
  let at = peel(node)
  for (let steps = 0; steps < 50; steps++) {
    if (at.kind === 'name') return [at.name]
    if (at.kind === 'member' || at.kind === 'index') at = peel(at.object)
    else if (at.kind === 'call') at = peel(at.callee)
    else if (at.kind === 'await') at = peel(at.value)
    else return []
  }
  return []
}

/** Whether a module of which more is not known has to do with who somebody is. */
function fileMayAsk(file: CodeFile): boolean {
  const known = modules.get(file)
  if (known !== undefined) return known
  let may = file.imports.some(one => AUTH_PACKAGE.test(one.from) || one.from === 'next/headers')
  walk(file.body, one => {
    if (!may && mentions(one)) may = true
    return may ? false : undefined
  })
  modules.set(file, may)
  return may
}

const modules = new WeakMap<CodeFile, boolean>()
