import { hasWord, indexOf, some } from '../../../code/file-index.js'
import type { ExpressionIn, In, Program } from '../../../code/program.js'
import type { CodeFile, Node } from '../../../code/syntax.js'
import { pathOf, peel, walk } from '../../../code/walk.js'
import { scanText } from '../../../knowledge/providers.js'
import { isSecretName, isSigningKeyName } from '../../../knowledge/secrets.js'
import type { Span } from '../../../source.js'
import { isGenerated, secretIn } from '../../secrets/judge.js'
import type { ServiceCode } from '../services.js'
import { djangoSetting } from './django-settings.js'
import { productionFiles } from './production-files.js'
import { isLocal, literalText } from './secret-fallbacks.js'
import { callsThatTake, passwordsIn, sinksOf } from './secret-sinks.js'
import { isAsideClass, isStaged } from './stages.js'
import { type Checks, checksIn } from './startup-checks.js'

/** A secret that stands in the code of a service itself, whatever its environment says. */
export interface HardcodedSecret {
  /** `url`: the password of a connection string. */
  readonly kind: 'text' | 'url'
  /** What takes it, or what it is called: `jwt.sign`, `SECRET_KEY`. */
  readonly name: string
  /** Whether `name` is that of a call. */
  readonly isCall: boolean
  readonly placeholder: boolean
  /** Signs or encrypts. */
  readonly signing: boolean
  readonly at: Span
}

/**
 * The secrets in the code of a service: what is given to calls that sign, encrypt or connect, keys of sessions in the
 * settings of frameworks, connection strings with passwords, and random texts under the name of a secret. Not: what only
 * runs outside production, what the code refuses somewhere, and addresses of the machine itself.
 */
export function hardcodedSecrets(program: Program, service: ServiceCode): readonly HardcodedSecret[] {
  const files = productionFiles(program, service)
  const found = new Map<string, HardcodedSecret & { readonly names: readonly string[] }>()
  const add = (one: Candidate | undefined) => {
    if (one) found.set(`${one.at.path}\n${one.at.start}`, found.get(`${one.at.path}\n${one.at.start}`) ?? one)
  }
  for (const one of djangoSecrets(program, service)) add(one)
  for (const file of files) for (const one of candidatesOf(program, file)) add(one)
  if (found.size === 0) return []
  const checks = checksIn(program, files)
  return [...found.values()].filter(one => !isChecked(checks, one)).map(({ names: _, ...secret }) => secret)
}

type Candidate = HardcodedSecret & { readonly names: readonly string[] }

function isChecked({ names }: Checks, { names: own }: Candidate): boolean {
  return own.some(name => names.has(name))
}

/** A cheap test: a file has the name of a secret in it, or an address. Settings of Flask have names of their own. */
function mayNameSecrets(file: CodeFile): boolean {
  return (
    file.language === 'python' || hasWord(file, isSecretName) || some(indexOf(file).texts, text => text.includes('://'))
  )
}

function candidatesOf(program: Program, file: CodeFile): readonly Candidate[] {
  // A call that takes none has nothing to walk for.
  const takes = callsThatTake(file).some(node => givenTo(program, { file, node }).length > 0)
  if (!takes && !mayNameSecrets(file)) return []
  const found: Candidate[] = []
  const passed = new Set<Node>()
  walk(file.body, node => {
    if (passed.has(node) || isStaged(node, true) || isAside(node)) return false
    if (node.kind === 'call') {
      if (takes) found.push(...givenTo(program, { file, node }))
    } else if (node.kind === 'class') {
      // A field of pydantic is a default of the environment, which is asked for as such.
      if (node.bases.some(base => /Settings$/.test(pathOf(base)?.at(-1) ?? '')))
        for (const member of node.members) if (member.kind === 'field') passed.add(member)
    } else if (mayName(node)) found.push(...named(program, { file, node }))
    return undefined
  })
  return found
}

/** A cheap test: a text gets a name, or a member something. */
function mayName(node: Node): boolean {
  if (node.kind === 'assign') return true
  if (node.kind !== 'declare' && node.kind !== 'entry' && node.kind !== 'field') return false
  return node.value !== undefined && peel(node.value).kind === 'literal'
}

const DOCUMENTED =
  /^(?:examples?|description|placeholder|summary|help|docs?|openapi\w*|swagger\w*|json_schema_extra|samples?|message|label|title|hint|defaultValue|default)$/i

/** Settings of developers, and what documents something. */
function isAside(node: Node): boolean {
  if (node.kind === 'class') return isAsideClass(node.name)
  if (node.kind === 'entry') return DOCUMENTED.test(node.key ?? '')
  return node.kind === 'keyword' && DOCUMENTED.test(node.name)
}

function givenTo(program: Program, at: In<Extract<Node, { kind: 'call' }>>): readonly Candidate[] {
  const config = configUpdate(program, at)
  const sinks = sinksOf(program, at)
  return [
    ...config,
    ...sinks.flatMap(({ takes, call, value }) => {
      const written = literalText(program, value)
      if (!written || written.text.includes('-----BEGIN')) return []
      const names = nameOf(value)
      if (takes === 'address') return urlOf(call, true, written, names)
      return textOf(call, true, takes === 'key' ? 'SIGNING_KEY' : 'PASSWORD', written, names)
    }),
  ]
}

function nameOf({ node }: ExpressionIn): readonly string[] {
  const name = pathOf(peel(node))?.at(-1)
  return name === undefined ? [] : [name]
}

type Written = ExpressionIn & { readonly text: string }

function textOf(
  name: string,
  isCall: boolean,
  kind: string,
  written: Written,
  names: readonly string[],
): readonly Candidate[] {
  const secret = secretIn(kind, written.text)
  if (secret?.kind !== 'literal' || isLeak(written.text)) return []
  const { placeholder } = secret
  return [{ kind: 'text', name, isCall, placeholder, signing: isSigningKeyName(kind), at: spanOf(written), names }]
}

function urlOf(name: string, isCall: boolean, written: Written, names: readonly string[]): readonly Candidate[] {
  const secret = secretIn('', written.text)
  if (secret?.kind !== 'url' || isLocal(written.text)) return []
  const { placeholder } = secret
  // A form to fill in: `postgres://user:password@host/db`.
  if (/:\/\/(?:your[-_]?)?(?:user(?:name)?|login):(?:your[-_]?)?(?:pass(?:word)?|pwd)@/i.test(written.text)) return []
  return [{ kind: 'url', name, isCall, placeholder, signing: false, at: spanOf(written), names }]
}

function spanOf({ file, node }: ExpressionIn): Span {
  return { path: file.path, start: node.start, end: node.end }
}

/** What another rule reports. */
function isLeak(text: string): boolean {
  return scanText({ path: '', text }).length > 0
}

const ADDRESS_NAME = /(?:url|uri|dsn|conn(?:ection)?(?:_?string)?|broker|backend)$/i
const SECRET_SETTING = /^(?:SECRET_KEY|JWT_SECRET_KEY|SECURITY_PASSWORD_SALT)$/

/** What a declaration, field, entry or assignment gives a telling name to. */
function named(program: Program, { file, node }: In<Node>): readonly Candidate[] {
  const name = givenName(node)
  const value = 'value' in node ? node.value : undefined
  if (name === undefined || !value || typeof value !== 'object' || !('kind' in value)) return []
  const inner = peel(value)
  if (node.kind === 'assign' && isFrameworkKey(node.target)) {
    const written = literalText(program, { file, node: inner })
    return written ? textOf(name, false, 'SECRET_KEY', written, [name]) : []
  }
  if (inner.kind !== 'literal' || typeof inner.value !== 'string') return []
  const written = { file, node: inner, text: inner.value }
  if (ADDRESS_NAME.test(name) && inner.value.includes('://')) return urlOf(name, false, written, [name])
  if (!isStrongName(name) && !(file.language === 'python' && isServersKey(name))) return []
  if (!isGenerated(inner.value) || UUID.test(inner.value)) return []
  return textOf(name, false, name, written, [name])
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Names of what is never meant for others to see; keys and tokens of APIs may be. */
function isStrongName(name: string): boolean {
  return (
    isSecretName(name) &&
    (isSigningKeyName(name) || /(?:SECRET|PASSWORD|PASSWD|PASSPHRASE|PRIVATE_?KEY)(?:_?KEY)?$/i.test(name))
  )
}

/** What programs of browsers may hold as well: keys of maps, of Firebase, of forms and of statistics. */
const FOR_BROWSERS =
  /PUBLIC|PUBLISH|SITE|CLIENT|MAPS?(?:_|$)|PLACES|FIREBASE|VAPID|CAPTCHA|ANALYTICS|SEGMENT|AMPLITUDE|MIXPANEL|POSTHOG|ALGOLIA|DSN|DEMO|EXAMPLE|TEST|MOCK|FAKE|CACHE|CSRF|HEADER|COOKIE|FIELD|PARAM|PREFIX/

/** Keys and tokens of APIs that a constant of a server holds: `SMS_API_KEY = "…"`. */
function isServersKey(name: string): boolean {
  return /^[A-Z0-9_]*(?:API_?KEY|(?:API|AUTH|ACCESS|BEARER|BOT|REFRESH)_TOKEN)$/.test(name) && !FOR_BROWSERS.test(name)
}

function givenName(node: Node): string | undefined {
  switch (node.kind) {
    case 'declare':
    case 'assign':
      return pathOf(node.target)?.at(-1)
    case 'field':
      return node.name
    case 'entry':
      return node.key
    default:
      return undefined
  }
}

/** Whether a target is the key of an application: `app.secret_key = …`, `app.config["SECRET_KEY"] = …` of Flask. */
export function isFrameworkKey(target: Node): boolean {
  if (target.kind !== 'member') return false
  if (target.property === 'secret_key') return true
  return SECRET_SETTING.test(target.property) && target.object.kind === 'member' && target.object.property === 'config'
}

/** `app.config.update(SECRET_KEY="text")` of Flask. */
function configUpdate(program: Program, { file, node }: In<Extract<Node, { kind: 'call' }>>): readonly Candidate[] {
  if (file.language !== 'python' || node.callee.kind !== 'member' || node.callee.property !== 'update') return []
  if (node.callee.object.kind !== 'member' || node.callee.object.property !== 'config') return []
  return node.arguments.flatMap(one => {
    if (one.kind !== 'keyword' || !SECRET_SETTING.test(one.name)) return []
    const written = literalText(program, { file, node: one.value })
    return written ? textOf(one.name, false, 'SECRET_KEY', written, [one.name]) : []
  })
}

/** The key and the passwords of databases in the settings of Django. */
function djangoSecrets(program: Program, service: ServiceCode): readonly Candidate[] {
  if (service.runtime !== 'python' || !service.packages.has('django')) return []
  const key = djangoSetting(program, service, 'SECRET_KEY')
  const databases = djangoSetting(program, service, 'DATABASES')
  const found: Candidate[] = []
  if (key && key !== 'open' && key !== 'absent') {
    const written = literalText(program, key)
    if (written) found.push(...textOf('SECRET_KEY', false, 'SECRET_KEY', written, ['SECRET_KEY']))
  }
  if (databases && databases !== 'open' && databases !== 'absent' && databases.node.kind === 'object') {
    for (const node of passwordsIn(databases.node)) {
      const written = literalText(program, { file: databases.file, node })
      if (written) found.push(...textOf('DATABASES', false, 'PASSWORD', written, []))
    }
  }
  return found
}
