import { calleeOf } from '../../code/calls.js'
import { definitionOf, externalName } from '../../code/definitions.js'
import { hasWord } from '../../code/file-index.js'
import type { FunctionIn, Program } from '../../code/program.js'
import type { CodeFile, FunctionNode } from '../../code/syntax.js'
import { wordsLike } from '../../code/vocabulary.js'
import { walk } from '../../code/walk.js'
import type { Span } from '../../source.js'
import { blockingInPython } from './blocking-python.js'
import type { Route } from './route.js'

/** A call in a handler that holds up every other request of the process until it is done. */
export interface BlockingCall {
  readonly route: Route
  /** As people write it: `db.query`, `readFileSync`, `db.query in list_orders`. */
  readonly call: string
  /** `session`: a synchronous session in a coroutine · `function`: a function that waits. */
  readonly kind: 'session' | 'function'
  readonly at: Span
}

/** https://nodejs.org/en/learn/asynchronous-work/dont-block-the-event-loop */
const SYNCHRONOUS =
  /^(?:(?:fs\.)?(?:readFileSync|writeFileSync|appendFileSync|readdirSync)|(?:child_process\.)?(?:execSync|execFileSync|spawnSync)|(?:crypto\.)?(?:pbkdf2Sync|scryptSync)|(?:zlib\.)?(?:gzipSync|gunzipSync|deflateSync|inflateSync|brotliCompressSync)|bcrypt(?:js)?\.(?:hashSync|compareSync))$/

const isSynchronous = wordsLike(/Sync$/)

/** Whether a file says the name of a synchronous function at all; sessions of Python have many names. */
function mayBlock(file: CodeFile): boolean {
  if (file.language === 'python') return true
  return hasWord(file, isSynchronous) || file.imports.some(({ name }) => name && isSynchronous(name))
}

/** The blocking calls of the handlers of a service, the first of each route. */
export function blockingCallsOf(program: Program, routes: readonly Route[]): readonly BlockingCall[] {
  const blocking = new Map<CodeFile, boolean>()
  const hashing = [...program.files.values()].some(file => hasWord(file, hashes))
  return routes.flatMap((route): BlockingCall[] => {
    const { handler } = route
    if (!handler || handler.file.language === 'go') return []
    const mayDo = blocking.get(handler.file) ?? mayBlock(handler.file)
    blocking.set(handler.file, mayDo)
    const found =
      handler.file.language === 'python'
        ? blockingInPython(program, handler, route.framework)
        : ((mayDo ? blockingFunction(program, handler) : undefined) ??
          (hashing ? hashingBehind(program, handler, 0) : undefined))
    return found ? [{ route, ...found }] : []
  })
}

type Found = Omit<BlockingCall, 'route'>

/** What takes a tenth of a second of the processor each time, wherever it stands: unlike a file it is never there already. */
const HASHES = /^(?:(?:crypto\.)?(?:pbkdf2Sync|scryptSync)|bcrypt(?:js)?\.(?:hashSync|compareSync))$/
const hashes = wordsLike(/^(?:pbkdf2Sync|scryptSync|hashSync|compareSync)$/)
/** Functions that call each other beyond which nobody follows. */
const DEEPEST = 3

/** The hashing of a password in a function that a handler calls. */
function hashingBehind(program: Program, fn: FunctionIn, depth: number): Found | undefined {
  const answers = hashed.get(fn.node) ?? []
  hashed.set(fn.node, answers)
  if (answers[depth] === undefined) {
    // A function that calls itself adds nothing.
    answers[depth] = null
    answers[depth] = findHashing(program, fn, depth) ?? null
  }
  return answers[depth] ?? undefined
}

/** What was found before, for each depth; null where nothing was. */
const hashed = new WeakMap<FunctionNode, (Found | null | undefined)[]>()

function findHashing(program: Program, { file, node }: FunctionIn, depth: number): Found | undefined {
  let found: Found | undefined
  walk(node.body, one => {
    if (found) return false
    if (one.kind !== 'call') return undefined
    const name = depth > 0 ? externalName(definitionOf(program, { file, node: one.callee })) : undefined
    if (name !== undefined && HASHES.test(name))
      found = { call: name, kind: 'function', at: { path: file.path, start: one.start, end: one.end } }
    if (found || depth >= DEEPEST) return undefined
    const callee = calleeOf(program, { file, node: one })
    if (callee && callee.node !== node) found = hashingBehind(program, callee, depth + 1)
    return undefined
  })
  return found
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
