import { definitionOf } from '../../code/definitions.js'
import { indexOf } from '../../code/file-index.js'
import type { Program } from '../../code/program.js'
import type { Call, CodeFile } from '../../code/syntax.js'
import { holds, pathOf, peel } from '../../code/walk.js'
import type { OutboundClient } from './resilience.js'
import type { ServiceCode } from './services.js'
import { djangoSetting } from './web/django-settings.js'

/** `requests.get`: https://requests.readthedocs.io/en/latest/user/advanced/#timeouts; httpx has 5 s unless it is switched off. */
const PYTHON =
  /^(?:requests(?:\.api)?\.(?:get|post|put|patch|delete|head|options|request)|httpx\.(?:get|post|put|patch|delete|head|options|request|stream|Client|AsyncClient))$/
/** https://docs.python.org/3/library/urllib.request.html#urllib.request.urlopen, https://docs.python.org/3/library/smtplib.html#smtplib.SMTP */
const STANDARD = /^(?:urllib\.(?:request\.)?urlopen|smtplib\.(?:SMTP|SMTP_SSL))$/
const LIBRARIES = /^(?:requests|httpx|urllib|smtplib)(?:\.|$)/
/** Methods of a session of requests, which has no timeout of its own: https://requests.readthedocs.io/en/latest/api/#requests.Session */
const METHODS = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'request']

/** The requests to other services that Python makes with requests, httpx and what comes with it. */
export function pythonClients(program: Program, service: ServiceCode): readonly OutboundClient[] {
  const { code } = service
  const limitsSockets = code.some(file => indexOf(file).words.has('setdefaulttimeout'))
  const requests = code.flatMap(file => {
    if (!file.imports.some(one => !one.typeOnly && LIBRARIES.test(one.from))) return []
    const found = [...direct(program, file, limitsSockets), ...ofSessions(program, file)]
    return found.sort((one, other) => one.at.start - other.at.start)
  })
  return [...requests, ...mails(program, service, limitsSockets)]
}

function direct(program: Program, file: CodeFile, limitsSockets: boolean): readonly OutboundClient[] {
  return indexOf(file).calls.flatMap((call): readonly OutboundClient[] => {
    const path = pathOf(call.callee)
    const found = path && definitionOf(program, { file, node: call.callee })
    if (found?.kind !== 'external' || !path) return []
    const name = [found.package, ...found.path].join('.')
    const isStandard = STANDARD.test(name)
    if (!isStandard && !PYTHON.test(name)) return []
    // The third argument of `urlopen` and the fifth of `SMTP`; a server is named later where there is no host.
    if (isStandard && (limitsSockets || call.arguments.length === 0 || call.arguments.length > 2)) return []
    return [timed(file, call, path.join('.'), name.startsWith('httpx') ? 'set' : 'none')]
  })
}

/** `session.get(url)` where `session = requests.Session()`, unless something may give the session a timeout. */
function ofSessions(program: Program, file: CodeFile): readonly OutboundClient[] {
  const { callsByName, words } = indexOf(file)
  if (!words.has('Session') && !words.has('session')) return []
  // Adapters and wrapped methods carry a default.
  const isOpen =
    words.has('mount') ||
    holds(
      file.body,
      node => node.kind === 'assign' && node.target.kind === 'member' && METHODS.includes(node.target.property),
    )
  if (isOpen) return []
  return METHODS.flatMap(method => callsByName.get(method) ?? []).flatMap((call): readonly OutboundClient[] => {
    if (call.callee.kind !== 'member' || call.arguments.length === 0) return []
    const session = definitionOf(program, { file, node: call.callee.object })
    const made = session.kind === 'expression' ? peel(session.node) : undefined
    if (made?.kind !== 'call' || session.kind !== 'expression') return []
    const maker = definitionOf(program, { file: session.file, node: made.callee })
    const name = maker.kind === 'external' ? [maker.package, ...maker.path].join('.') : ''
    if (!/^requests\.(?:sessions\.)?[Ss]ession$/.test(name)) return []
    return [timed(file, call, pathOf(call.callee)?.join('.') ?? `session.${call.callee.property}`, 'none')]
  })
}

/** A call, by its `timeout`; where it has none, by what the library does then. */
function timed(file: CodeFile, call: Call, name: string, otherwise: OutboundClient['timeout']): OutboundClient {
  const given = call.arguments.find(one => one.kind === 'keyword' && one.name === 'timeout')
  const shown = { name, at: { path: file.path, start: call.start, end: call.end } }
  if (given?.kind === 'keyword') {
    const isNone = given.value.kind === 'literal' && (given.value.value === 0 || given.value.value === null)
    return { ...shown, timeout: isNone ? 'none' : 'set' }
  }
  const isOpen = call.arguments.some(one => one.kind === 'spread' && one.form === 'map')
  return isOpen
    ? { ...shown, timeout: 'unknown', because: 'its options are not known' }
    : { ...shown, timeout: otherwise }
}

const SENDS = ['send_mail', 'send_mass_mail', 'mail_admins', 'mail_managers']

/** What sends mails through Django, whose connection waits for ever unless told: https://docs.djangoproject.com/en/5.2/ref/settings/#email-timeout */
function mails(program: Program, service: ServiceCode, limitsSockets: boolean): readonly OutboundClient[] {
  const host = djangoSetting(program, service, 'EMAIL_HOST')
  if (!host || limitsSockets) return []
  const backend = djangoSetting(program, service, 'EMAIL_BACKEND')
  const isSmtp =
    backend === undefined ||
    (typeof backend === 'object' && backend.node.kind === 'literal' && /\bsmtp\b/.test(String(backend.node.value)))
  if (!isSmtp) return []
  const isSet = djangoSetting(program, service, 'EMAIL_TIMEOUT') !== undefined
  return service.code.flatMap(file => {
    if (!file.imports.some(({ from }) => from === 'django.core.mail')) return []
    const [first] = SENDS.flatMap(name => indexOf(file).callsByName.get(name) ?? [])
    if (!first) return []
    const { start, end } = first
    const name = pathOf(first.callee)?.at(-1) ?? 'send_mail'
    return [{ name, timeout: isSet ? 'set' : 'none', at: { path: file.path, start, end } } satisfies OutboundClient]
  })
}
