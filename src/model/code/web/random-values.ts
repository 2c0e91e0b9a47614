import { calleeOf } from '../../../code/calls.js'
import { definitionOf, externalName } from '../../../code/definitions.js'
import { hasWord, indexOf, some } from '../../../code/file-index.js'
import type { ExpressionIn, Program } from '../../../code/program.js'
import type { CodeFile, Expression } from '../../../code/syntax.js'
import { wordsLike } from '../../../code/vocabulary.js'
import { pathOf, peel } from '../../../code/walk.js'

/**
 * What makes a random value that is another one whenever it is called, by the name of the package and of the function:
 * https://nodejs.org/api/crypto.html#cryptorandombytessize-callback, https://docs.python.org/3/library/secrets.html,
 * https://docs.python.org/3/library/os.html#os.urandom, https://cryptography.io/en/latest/fernet/,
 * https://pkg.go.dev/github.com/gorilla/securecookie#GenerateRandomKey
 */
const RANDOM = new Set([
  ...['crypto.randomBytes', 'crypto.randomUUID', 'crypto.generateKeySync', 'crypto.webcrypto.randomUUID'],
  ...['uuid.v4', 'uuid.v1', 'nanoid.nanoid', 'globalThis.crypto.randomUUID', 'Math.random'],
  ...['os.urandom', 'secrets.token_hex', 'secrets.token_urlsafe', 'secrets.token_bytes', 'uuid.uuid4', 'uuid.uuid1'],
  ...['cryptography.fernet.Fernet.generate_key', 'cryptography.Fernet.generate_key'],
  ...['django.core.management.utils.get_random_secret_key'],
  ...['github.com/gorilla/securecookie.GenerateRandomKey', 'github.com/google/uuid.NewString'],
])
const LAST = new Set([...RANDOM].map(name => name.slice(name.lastIndexOf('.') + 1)))
const isLast = wordsLike(new RegExp(`^(?:${[...LAST].join('|')})$`))
/** What only writes the same value in another way: `.toString('hex')`, `.decode()`, `.hex`. */
const WRITES = /^(?:toString|slice|substring|substr|replace|decode|encode|hex|digest|join|trim|export)$/
const WRAPS = /^(?:str|String|bytes|from|SecretStr|b64encode|urlsafe_b64encode|hexlify|EncodeToString)$/

/** Whether a file may make a random value; most do not, and are asked no further. */
export function mayBeRandom(file: CodeFile): boolean {
  return hasWord(file, isLast)
}

/** The call that makes an expression random, here or in a function of the repository that does nothing else. */
export function randomCall(program: Program, at: ExpressionIn, steps = 8): ExpressionIn | undefined {
  if (steps <= 0) return undefined
  const { file } = at
  const node = peel(at.node)
  const next = (inner: Expression) => randomCall(program, { file, node: inner }, steps - 1)
  if (node.kind === 'member')
    return WRITES.test(node.property) ? next(node.object) : defined(program, { file, node }, steps)
  if (node.kind === 'name') return defined(program, { file, node }, steps)
  if (node.kind === 'template') {
    const [part, ...others] = node.parts.filter(one => one !== '')
    return typeof part === 'object' && others.length === 0 ? next(part) : undefined
  }
  if (node.kind !== 'call') return undefined
  const called = node.callee.kind === 'member' ? node.callee.property : (pathOf(node.callee)?.at(-1) ?? '')
  if (isLast(called) && RANDOM.has(nameOf(program, { file, node: node.callee }))) return { file, node }
  if (node.callee.kind === 'member' && WRITES.test(called)) return next(node.callee.object)
  const [first] = node.arguments
  if (WRAPS.test(called) && first) return next(first)
  const fn = calleeOf(program, { file, node })
  const [only, ...others] = fn?.node.body ?? []
  return fn && others.length === 0 && only?.kind === 'return' && only.value
    ? randomCall(program, { file: fn.file, node: only.value }, steps - 1)
    : undefined
}

function nameOf(program: Program, at: ExpressionIn): string {
  // `require('crypto').randomBytes`
  const { node } = at
  if (node.kind === 'member' && node.object.kind === 'call' && pathOf(node.object.callee)?.join('.') === 'require') {
    const [from] = node.object.arguments
    return from?.kind === 'literal' ? `${String(from.value).replace(/^node:/, '')}.${node.property}` : ''
  }
  const of = definitionOf(program, at)
  const name = of.kind === 'global' ? of.path.join('.') : (externalName(of) ?? '')
  return name.replace(/^node:/, '')
}

function defined(program: Program, at: ExpressionIn, steps: number): ExpressionIn | undefined {
  const of = definitionOf(program, at)
  return of.kind === 'expression' && of.node !== at.node && of.node.kind !== 'name'
    ? randomCall(program, of, steps - 1)
    : undefined
}

/** Keeps, sends or hands on what it is given, so that it may be there again after the next start. */
const KEEPS = /write|save|store|persist|insert|create|upsert|put|send|publish|dump|^set|Set$|setItem|update|append/i

/** Whether something of these names is given to a call that may keep it. */
export function mayBeKept(files: readonly CodeFile[], names: ReadonlySet<string>): boolean {
  return files.some(file => {
    const { calls, words } = indexOf(file)
    if (!some(names, name => words.has(name))) return false
    return calls.some(call => {
      const called = call.callee.kind === 'member' ? call.callee.property : (pathOf(call.callee)?.at(-1) ?? '')
      return KEEPS.test(called) && call.arguments.some(one => isOneOf(one, names))
    })
  })
}

function isOneOf(node: Expression, names: ReadonlySet<string>): boolean {
  const last = pathOf(peel(node))?.at(-1)
  return last !== undefined && names.has(last)
}
