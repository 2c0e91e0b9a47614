import { callsSome, hasWord, indexOf } from '../../../code/file-index.js'
import { standsAside } from '../../../code/paths.js'
import type { ExpressionIn, Program } from '../../../code/program.js'
import { bindingsAt } from '../../../code/scopes.js'
import type { Call, CodeFile, Expression, FunctionNode, Node } from '../../../code/syntax.js'
import { wordsLike } from '../../../code/vocabulary.js'
import { pathOf, peel, walk } from '../../../code/walk.js'
import { WELL_KNOWN_PASSWORDS } from '../../../knowledge/access.js'
import { secretValue } from '../../../knowledge/secrets.js'
import { isWithin } from '../../../paths.js'
import type { Span } from '../../../source.js'
import type { ServiceCode } from '../services.js'
import { productionFiles } from './production-files.js'
import { runsOf, type Surrounded, surrounded } from './runs-at-start.js'
import { literalText } from './secret-fallbacks.js'

/** An account that a service makes when it starts, with a password that stands in its code. */
export interface SeededLogin {
  /** The name or address of the account. */
  readonly user: string
  /** The password is one that everybody tries first. */
  readonly isWellKnown: boolean
  /** A migration makes it: when migrations are applied. */
  readonly isMigrated: boolean
  /** The password. */
  readonly at: Span
}

const USER = /^(?:e-?mail(?:address)?|user_?name|login|user|account)$/i
const PASSWORD =
  /^(?:password|passwd|pass|pwd|password_?hash|hashed_?password|encrypted_?password|password_?digest)\d?$/i
const ROLE = /^(?:role|roles|is_?admin|is_?super_?user|is_?staff|super_?user|type|user_?type|permissions?)$/i
const ADMINISTRATOR = /^(?:admin\w*|root|super[-_. ]?(?:admin|user)\w*|sys[-_. ]?admin|owner)(?:[@+.\d]|$)/i
/** Calls that make an account by what they are called; `createPool` and `createTransport` make something else. */
const MAKING =
  /^(?:create|insert|save|upsert|register|add|seed|persist|merge|push|(?:bulk|find_?or|first_?or|get_?or|update_?or)_?create|bulk_?insert|bulk_?save_?objects|sign_?up)(?:_?(?:many|one|all|or_?update|if_?not_?exists|in_?batches|users?|accounts?|admins?|super_?user|employees?|members?))*$/i
const HASHING = /hash|bcrypt|argon|scrypt|pbkdf|make_?password|encrypt|crypt|^generateFromPassword$|^digest$/i
/** Passwords that people choose when they have to: a word of the list with numbers or a sign behind. */
const COMMON = new RegExp(
  `^(?:${WELL_KNOWN_PASSWORDS.map(one => one.replace(/[^\w]/g, '\\$&')).join('|')})[\\d!@#$.]{0,5}$`,
  'i',
)

/** The accounts that a service makes whenever it starts, and whatever it is told: see `runsOf`. */
export function seededLogins(program: Program, service: ServiceCode): readonly SeededLogin[] {
  const prepared = [...program.reachableFrom(service.prepares)].flatMap(path => program.files.get(path) ?? [])
  const files = [...new Set([...productionFiles(program, service), ...prepared])]
  const run = new Set([...program.reachableFrom(service.entries), ...prepared.map(({ path }) => path)])
  const found: (SeededLogin & { readonly one: Surrounded })[] = []
  for (const file of files) {
    if (standsAside(file.path) && !run.has(file.path)) continue
    if (!mayMake(file)) continue
    for (const one of surrounded(file)) {
      if (one.node.kind !== 'call' || one.isGuarded) continue
      for (const login of loginsIn(program, file, one.node)) found.push({ ...login, one })
    }
  }
  const migrated = inMigrations(program, service)
  if (found.length === 0) return migrated
  const runs = runsOf(program, files, new Set(service.entryPoints.flatMap(({ attribute }) => attribute ?? [])))
  const places = new Map<string, SeededLogin>()
  for (const { one, ...login } of found) if (runs.atStart(one)) places.set(`${login.at.path}\n${login.at.start}`, login)
  return [...places.values(), ...migrated]
}

const MIGRATION = /(?:^|\/)(?:migrations?|alembic|versions)\/[^/]+\.(?:py|[cm]?[jt]s)$/

/** The accounts that migrations in its folder make: `up`, `upgrade`, and what `RunPython` is given. */
function inMigrations(program: Program, service: ServiceCode): readonly SeededLogin[] {
  const found: SeededLogin[] = []
  for (const file of program.files.values()) {
    if (!MIGRATION.test(file.path) || !isWithin(service.directory, file.path) || !mayMake(file)) continue
    const applied = appliedIn(file)
    for (const { node, within, isGuarded } of surrounded(file)) {
      if (node.kind !== 'call' || isGuarded || within === undefined || !applied(within)) continue
      for (const one of loginsIn(program, file, node)) found.push({ ...one, isMigrated: true })
    }
  }
  return found
}

/** Whether a function of a migration is what applies it. */
function appliedIn(file: CodeFile): (fn: FunctionNode) => boolean {
  const given = new Set<string>()
  const entries = new Set<FunctionNode>()
  walk(file.body, node => {
    if (node.kind === 'call' && pathOf(node.callee)?.at(-1) === 'RunPython') {
      const [first] = node.arguments
      if (first?.kind === 'name') given.add(first.name)
    }
    const value = node.kind === 'entry' ? node.value : node.kind === 'assign' ? node.value : undefined
    const name = node.kind === 'entry' ? node.key : node.kind === 'assign' ? pathOf(node.target)?.at(-1) : undefined
    if (value?.kind === 'function' && name === 'up') entries.add(value)
    return undefined
  })
  return fn => /^(?:up|upgrade)$/.test(fn.name ?? '') || given.has(fn.name ?? '') || entries.has(fn)
}

/** A cheap test: something in the file is called like a password, and a call like one that makes an account. */
function mayMake(file: CodeFile): boolean {
  const { callsByName } = indexOf(file)
  if (callsByName.has('create_user') || callsByName.has('create_superuser')) return true
  return hasWord(file, isPassword) && callsSome(file, makesAccounts)
}
const isPassword = wordsLike(PASSWORD)
const ACCOUNT = /(?:User|Account|Admin|Employee|Member)(?:Model|Entity|Create)?$/
const makesAccounts = (name: string) => MAKING.test(name) || ACCOUNT.test(name)

/** The accounts that a call makes: `create({ data: { email, password } })`, `User(username=…, password=…)`. */
function loginsIn(program: Program, file: CodeFile, call: Call): readonly SeededLogin[] {
  const name = pathOf(call.callee)?.at(-1) ?? (call.callee.kind === 'member' ? call.callee.property : '')
  if (/^create_(?:super)?user$/.test(name)) {
    const superuser = djangoUser(program, file, call, name === 'create_superuser')
    if (superuser) return [superuser]
  }
  const own = loginOf(program, file, keywordsOf(call))
  if (
    own &&
    (MAKING.test(name) || /(?:^|[a-z])(?:User|Account|Admin|Employee|Member)(?:Model|Entity|Create)?$/.test(name))
  )
    return [own]
  const isMaking = MAKING.test(name) || (call.isNew && ACCOUNT.test(name))
  if (!isMaking) return []
  const found: SeededLogin[] = []
  let count = 0
  walk(call.arguments, node => {
    // Calls inside are judged as such.
    if ((node.kind === 'call' && !node.isNew) || node.kind === 'function' || ++count > 2_000) return false
    if (node.kind === 'object') {
      const login = loginOf(program, file, entriesOf(node))
      if (login) found.push(login)
    }
    return undefined
  })
  return found
}

type Pairs = readonly (readonly [string, Expression])[]

function keywordsOf(call: Call): Pairs {
  return call.arguments.flatMap(one => (one.kind === 'keyword' ? [[one.name, one.value] as const] : []))
}

function entriesOf(node: Extract<Node, { kind: 'object' }>): Pairs {
  return node.entries.flatMap(one =>
    one.kind === 'entry' && one.key !== undefined ? [[one.key, one.value] as const] : [],
  )
}

function loginOf(program: Program, file: CodeFile, pairs: Pairs): SeededLogin | undefined {
  const users = pairs.filter(([key]) => USER.test(key))
  const password = pairs.find(([key]) => PASSWORD.test(key))
  if (users.length === 0 || !password) return undefined
  const user = users.flatMap(([, value]) => literalText(program, { file, node: value })?.text ?? [])[0]
  if (user === undefined) return undefined
  const isAdministrator =
    ADMINISTRATOR.test(user) || pairs.some(([key, value]) => ROLE.test(key) && mentionsAdministrator(key, value))
  return login(program, { file, node: password[1] }, user, isAdministrator)
}

function mentionsAdministrator(key: string, value: Expression): boolean {
  let found = /admin|super|staff/i.test(key) && value.kind === 'literal' && value.value === true
  walk([value], node => {
    const text =
      node.kind === 'literal'
        ? node.value
        : node.kind === 'member'
          ? node.property
          : node.kind === 'name'
            ? node.name
            : ''
    if (typeof text === 'string' && /admin|super_?user|owner/i.test(text)) found = true
    return undefined
  })
  return found
}

function djangoUser(program: Program, file: CodeFile, call: Call, isAdministrator: boolean): SeededLogin | undefined {
  const named = loginOf(program, file, keywordsOf(call))
  const [user, , password] = call.arguments
  if (named || !user || !password || password.kind === 'keyword' || user.kind === 'keyword') return named
  const text = literalText(program, { file, node: user })?.text
  return text === undefined
    ? undefined
    : login(program, { file, node: password }, text, isAdministrator || ADMINISTRATOR.test(text))
}

function login(program: Program, at: ExpressionIn, user: string, isAdministrator: boolean): SeededLogin | undefined {
  const written = passwordText(program, at, 0)
  if (!written || /^\$(?:2[aby]|argon2)/.test(written.text)) return undefined
  const state = secretValue(written.text)
  const isWellKnown = COMMON.test(written.text) || written.text === user
  if (!isWellKnown && (!isAdministrator || (state !== 'literal' && state !== 'placeholder'))) return undefined
  if (state === 'none' || state === 'reference') return undefined
  return {
    user,
    isWellKnown,
    isMigrated: false,
    at: { path: written.file.path, start: written.node.start, end: written.node.end },
  }
}

/** The text of a password that is written out, also where it is hashed on the way. */
function passwordText(
  program: Program,
  at: ExpressionIn,
  depth: number,
): (ExpressionIn & { readonly text: string }) | undefined {
  if (depth > 5) return undefined
  const written = literalText(program, at)
  if (written) return written
  const node = peel(at.node)
  if (node.kind === 'call') {
    const name = pathOf(node.callee)?.at(-1) ?? (node.callee.kind === 'member' ? node.callee.property : '')
    const [first] = node.arguments
    const isThrough = HASHING.test(name) || /^(?:string|str|decode|encode|hex|toString|hexdigest)$/.test(name)
    if (!isThrough) return undefined
    if (first && first.kind !== 'keyword' && HASHING.test(name))
      return passwordText(program, { file: at.file, node: first }, depth + 1)
    const inner = node.callee.kind === 'member' ? node.callee.object : first
    return inner && passwordText(program, { file: at.file, node: inner }, depth + 1)
  }
  if (node.kind !== 'name') return undefined
  const bindings = bindingsAt(at.file, node.name, node.start)?.bindings ?? []
  const [only] = bindings
  if (bindings.length !== 1 || only?.kind !== 'value' || !only.node.value) return undefined
  const [part] = only.bound.path
  if (only.bound.path.length > 0 && part !== 0 && part !== '0') return undefined
  return passwordText(program, { file: at.file, node: only.node.value }, depth + 1)
}
