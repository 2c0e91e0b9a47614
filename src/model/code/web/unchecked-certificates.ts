import { definitionOf, externalName } from '../../../code/definitions.js'
import { indexOf } from '../../../code/file-index.js'
import type { Program } from '../../../code/program.js'
import type { Call, CodeFile, Expression, Node, ObjectLiteral } from '../../../code/syntax.js'
import { childrenOf, pathOf, peel, walk } from '../../../code/walk.js'
import type { Span } from '../../../source.js'
import { type Condition, conditionsAround } from '../orm/conditions.js'
import type { ServiceCode } from '../services.js'
import { productionFiles } from './production-files.js'
import { isStageVariable } from './stages.js'

/** A place in the code where the certificate of the other side is not checked. */
export interface UncheckedCertificate {
  /** As it is written: `rejectUnauthorized: false`. */
  readonly written: string
  /** For everything that the process asks, not for one client. */
  readonly isForAll: boolean
  readonly at: Span
}

/**
 * Where a service accepts any certificate in production: options of Node.js (https://nodejs.org/api/tls.html#tlsconnectoptions-callback),
 * of requests, httpx, aiohttp, Redis and Elasticsearch for Python (https://requests.readthedocs.io/en/latest/user/advanced/#ssl-cert-verification)
 * and of Go (https://pkg.go.dev/crypto/tls#Config). What only development does, and this machine alone, is left out.
 */
export function uncheckedCertificates(program: Program, service: ServiceCode): readonly UncheckedCertificate[] {
  const reached = program.reachableFrom(service.entries)
  return productionFiles(program, service).flatMap(file => {
    if (ASIDE.test(file.path) && !reached.has(file.path)) return []
    const found =
      file.language === 'python'
        ? inPython(program, file)
        : [...inObjects(file), ...(file.language === 'go' ? [] : assignedForAll(file))]
    return found.filter(({ at }) => runsInProduction(file, at))
  })
}

/** What somebody starts by hand, and what builds the program. */
const ASIDE =
  /(?:^|\/)(?:scripts?|tools?|bin|cli|seeds?|seeders?|migrations?|benchmarks?|\.storybook)\/|\.config\.[cm]?[jt]s$/i
const SWITCHES: ReadonlyMap<string, boolean> = new Map([
  ['rejectUnauthorized', false],
  ['InsecureSkipVerify', true],
])
/** With one of these beside it the certificate is checked in another way, or it is that of a client that calls. */
const OTHERWISE = /^(?:requestCert|checkServerIdentity|VerifyPeerCertificate|VerifyConnection)$/
const LOCAL = /^(?:https?:\/\/)?(?:localhost|127\.\d+\.\d+\.\d+|\[?::1\]?|0\.0\.0\.0|host\.docker\.internal)(?:[:/]|$)/i

function inObjects(file: CodeFile): readonly UncheckedCertificate[] {
  const { objects } = indexOf(file)
  return objects.flatMap(object =>
    object.entries.flatMap((entry): readonly UncheckedCertificate[] => {
      if (entry.kind !== 'entry' || entry.key === undefined || !SWITCHES.has(entry.key)) return []
      const value = peel(entry.value)
      if (!isLiteral(value, SWITCHES.get(entry.key) === true)) return []
      if (object.entries.some(one => one.kind === 'entry' && OTHERWISE.test(one.key ?? ''))) return []
      if (isLocal(object) || objects.some(outer => isAround(outer, object) && isLocal(outer))) return []
      return [{ written: `${entry.key}: ${SWITCHES.get(entry.key)}`, isForAll: false, at: spanOf(file, entry) }]
    }),
  )
}

function isAround(outer: ObjectLiteral, inner: ObjectLiteral): boolean {
  return outer.start < inner.start && outer.end >= inner.end
}

/** Whether an object names this machine as the other side. */
function isLocal({ entries }: ObjectLiteral): boolean {
  return entries.some(
    one =>
      one.kind === 'entry' &&
      /^(?:host|hostname|url|uri|node|baseURL|connectionString|Addr|ServerName)$/.test(one.key ?? '') &&
      LOCAL.test(textOf(one.value)),
  )
}

function textOf(node: Expression): string {
  const inner = peel(node)
  return inner.kind === 'literal' && typeof inner.value === 'string' ? inner.value : ''
}

function isLiteral(node: Expression, value: unknown): boolean {
  return node.kind === 'literal' && node.value === value
}

/** `process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'`: https://nodejs.org/api/cli.html#node_tls_reject_unauthorizedvalue */
function assignedForAll(file: CodeFile): readonly UncheckedCertificate[] {
  if (
    !indexOf(file).words.has('NODE_TLS_REJECT_UNAUTHORIZED') &&
    !indexOf(file).texts.has('NODE_TLS_REJECT_UNAUTHORIZED')
  )
    return []
  const found: UncheckedCertificate[] = []
  walk(file.body, node => {
    if (node.kind !== 'assign') return undefined
    const target = peel(node.target)
    const name = target.kind === 'member' ? target.property : target.kind === 'index' ? textOf(target.index) : ''
    const value = peel(node.value)
    if (name === 'NODE_TLS_REJECT_UNAUTHORIZED' && value.kind === 'literal' && String(value.value) === '0')
      found.push({ written: "NODE_TLS_REJECT_UNAUTHORIZED = '0'", isForAll: true, at: spanOf(file, node) })
    return undefined
  })
  return found
}

/** Keywords of clients of Python that switch the check off, by what is called. */
const KEYWORDS: readonly (readonly [called: RegExp, keyword: string, values: readonly unknown[]])[] = [
  [/^(?:requests|httpx)\./, 'verify', [false]],
  [/^aiohttp\./, 'ssl', [false]],
  [/^aiohttp\./, 'verify_ssl', [false]],
  [/^(?:elasticsearch|opensearchpy)\./, 'verify_certs', [false]],
  [/^(?:redis|celery|aioredis)\./, 'ssl_cert_reqs', [null, 'none']],
]
const METHODS = /^(?:get|post|put|patch|delete|head|options|request|send)$/

function inPython(program: Program, file: CodeFile): readonly UncheckedCertificate[] {
  const libraries = new Set(file.imports.map(({ from }) => from.split('.')[0] ?? ''))
  const found: UncheckedCertificate[] = []
  for (const call of indexOf(file).calls) {
    for (const [called, keyword, values] of KEYWORDS) {
      const given = call.arguments.find(one => one.kind === 'keyword' && one.name === keyword)
      const value = given?.kind === 'keyword' ? peel(given.value) : undefined
      if (given?.kind !== 'keyword' || value?.kind !== 'literal' || !values.includes(value.value)) continue
      if (!isCallOf(program, file, call, called, libraries) || LOCAL.test(textOf(call.arguments[0] ?? value))) continue
      found.push({ written: `${keyword}=${shown(value.value)}`, isForAll: false, at: spanOf(file, given) })
    }
    // https://docs.python.org/3/library/ssl.html#ssl.create_default_context: the other one checks nothing.
    const path = pathOf(call.callee)?.join('.')
    if (path === 'ssl._create_unverified_context')
      found.push({ written: 'ssl._create_unverified_context()', isForAll: false, at: spanOf(file, call) })
  }
  return found
}

/** Whether a call is of the library, or a method for requests in a file that has no other library for them. */
function isCallOf(
  program: Program,
  file: CodeFile,
  call: Call,
  called: RegExp,
  libraries: ReadonlySet<string>,
): boolean {
  const name = externalName(definitionOf(program, { file, node: call.callee }))
  if (name !== undefined) return called.test(name)
  if (call.callee.kind !== 'member' || !METHODS.test(call.callee.property)) return false
  return [...libraries].some(library => called.test(`${library}.`))
}

function shown(value: unknown): string {
  return value === false ? 'False' : value === null ? 'None' : `"${value}"`
}

/** Whether nothing around a place says that it is for development. */
function runsInProduction(file: CodeFile, { start, end }: Span): boolean {
  return conditionsAround(file, start, end).every(isNotForDevelopment)
}

/** `NODE_ENV === 'production' ? { rejectUnauthorized: false } : false` is for production, and so is what asks for something else. */
function isNotForDevelopment({ node, expected }: Condition): boolean {
  const words = stageWords(node)
  if (words.length === 0) return true
  const inner = peel(node)
  const isUnequal = inner.kind === 'binary' && inner.operator.startsWith('!')
  const isDenied = inner.kind === 'unary' && inner.operator === '!'
  const asked = isUnequal || isDenied ? !expected : expected
  return words.some(word => /prod|staging/i.test(word))
    ? asked
    : words.some(word => /dev|test|local|debug/i.test(word)) && !asked
}

/** The names and texts in a test that are about the stage. */
function stageWords(test: Node): readonly string[] {
  const found: string[] = []
  const waiting: Node[] = [test]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.kind === 'name' && isStageVariable(node.name)) found.push(node.name)
    if (node.kind === 'member' && pathOf(node)?.join('.') !== 'process.env' && isStageVariable(node.property))
      found.push(node.property)
    if (
      node.kind === 'literal' &&
      typeof node.value === 'string' &&
      /^(?:prod|dev|test|staging|local)\w*$/i.test(node.value)
    )
      found.push(node.value)
    waiting.push(...childrenOf(node))
  }
  return found
}

function spanOf({ path }: CodeFile, { start, end }: { readonly start: number; readonly end: number }): Span {
  return { path, start, end }
}
