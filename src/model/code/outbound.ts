import { definitionOf } from '../../code/definitions.js'
import { indexOf } from '../../code/file-index.js'
import type { Program } from '../../code/program.js'
import type { Call, CodeFile, Expression, ObjectLiteral } from '../../code/syntax.js'
import { pathOf, peel, walk } from '../../code/walk.js'
import type { Span } from '../../source.js'
import type { OutboundClient } from './resilience.js'

/** The requests to other services that TypeScript and JavaScript make, and the clients for them. */
export function javascriptClients(program: Program, code: readonly CodeFile[]): readonly OutboundClient[] {
  const axios = code.filter(file => imports(file, /^axios$/))
  const isInPage = code.some(file => imports(file, /^(?:react|react-dom|vue|svelte|@angular\/core|next)$/))
  const fetching = isInPage || code.some(file => imports(file, /^undici$/)) ? [] : code
  const axiosDefaults = axios.length > 0 ? defaultsOf(axios) : undefined
  return [
    ...axios.flatMap(file => axiosClients(program, file, axiosDefaults)),
    ...fetching.flatMap(file => fetches(program, file)),
  ]
}

function imports(file: CodeFile, name: RegExp): boolean {
  return file.imports.some(one => !one.typeOnly && name.test(one.from))
}

type Timeout = Pick<OutboundClient, 'timeout' | 'because'>

/** https://axios-http.com/docs/req_config: `timeout` is 0, which is none, unless it is given. */
function axiosClients(program: Program, file: CodeFile, defaults: Timeout | undefined): readonly OutboundClient[] {
  return indexOf(file).calls.flatMap(call => {
    const path = pathOf(call.callee)
    const found = path && definitionOf(program, { file, node: call.callee })
    if (!path || found?.kind !== 'external' || found.package !== 'axios') return []
    const method = found.path.at(-1) ?? ''
    const position = POSITIONS.get(method)
    if (position === undefined || isOwnPath(call.arguments[0])) return []
    const given = optionsAt(call, method === '' && call.arguments[1] ? 1 : position)
    const own = timeoutIn(given, ['timeout', 'signal', 'cancelToken'])
    return [{ name: path.join('.'), at: spanOf(file, call), ...(own.timeout === 'none' && defaults ? defaults : own) }]
  })
}

/** Which argument of the functions of axios holds the options. */
const POSITIONS: ReadonlyMap<string, number> = new Map([
  ['', 0],
  ['request', 0],
  ['create', 0],
  ['get', 1],
  ['delete', 1],
  ['head', 1],
  ['options', 1],
  ['post', 2],
  ['put', 2],
  ['patch', 2],
])

/** `axios.defaults.timeout = …`, and interceptors that may set one. */
function defaultsOf(files: readonly CodeFile[]): Timeout | undefined {
  let found: Timeout | undefined
  for (const file of files) {
    if (!['defaults', 'interceptors'].some(name => indexOf(file).words.has(name))) continue
    walk(file.body, node => {
      if (node.kind === 'assign' && /defaults(?:\.timeout)?$/.test(pathOf(node.target)?.join('.') ?? ''))
        found = { timeout: 'set' }
      if (node.kind === 'member' && node.property === 'interceptors')
        found ??= { timeout: 'unknown', because: 'an interceptor may set a timeout' }
      return undefined
    })
  }
  return found
}

/** `fetch` of Node.js: undici gives up when no header has come for 300 s (https://undici.nodejs.org/#/docs/api/Client). */
function fetches(program: Program, file: CodeFile): readonly OutboundClient[] {
  if (file.directives.includes('use client')) return []
  const calls = indexOf(file).callsByName.get('fetch') ?? []
  return calls.flatMap((call): readonly OutboundClient[] => {
    if (call.callee.kind !== 'name' || call.arguments.length === 0) return []
    const found = definitionOf(program, { file, node: call.callee })
    if (found.kind !== 'global' || isOwnPath(call.arguments[0])) return []
    const given = timeoutIn(optionsAt(call, 1), ['signal', 'dispatcher'])
    return [{ name: 'fetch', at: spanOf(file, call), isBounded: true, ...given }]
  })
}

/** A path of the page itself, or the same machine: a program that asks whether it is well. */
function isOwnPath(node: Expression | undefined): boolean {
  if (node?.kind === 'literal') return typeof node.value === 'string' && OWN.test(node.value)
  const [first] = node?.kind === 'template' ? node.parts : []
  return typeof first === 'string' && OWN.test(first)
}

const OWN = /^(?:\/|https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::|\/|$))/

/** The options of a call: undefined where it has none, the expression where they are no object that is written out. */
function optionsAt(call: Call, position: number): Expression | undefined {
  if (call.arguments.slice(0, position + 1).some(one => one.kind === 'spread')) return call
  const given = call.arguments[position]
  return given && peel(given)
}

function timeoutIn(options: Expression | undefined, keys: readonly string[]): Timeout {
  if (!options) return { timeout: 'none' }
  if (options.kind === 'literal') return { timeout: 'none' }
  if (options.kind !== 'object') return { timeout: 'unknown', because: 'its options are not known' }
  const entry = entryOf(options, keys)
  if (entry) return { timeout: isZero(entry) ? 'none' : 'set' }
  const isOpen = options.entries.some(one => one.kind === 'spread' || one.key === undefined)
  return isOpen ? { timeout: 'unknown', because: 'its options are not known' } : { timeout: 'none' }
}

function entryOf(options: ObjectLiteral, keys: readonly string[]): Expression | undefined {
  for (const one of options.entries)
    if (one.kind === 'entry' && one.key !== undefined && keys.includes(one.key)) return one.value
  return undefined
}

function isZero(node: Expression): boolean {
  return node.kind === 'literal' && (node.value === 0 || node.value === null)
}

function spanOf(file: CodeFile, { start, end }: Expression): Span {
  return { path: file.path, start, end }
}

/** `requests.get`: https://requests.readthedocs.io/en/latest/user/advanced/#timeouts; httpx has 5 s unless it is switched off. */
const PYTHON =
  /^(?:requests(?:\.api)?\.(?:get|post|put|patch|delete|head|options|request)|httpx\.(?:get|post|put|patch|delete|head|options|request|stream|Client|AsyncClient))$/

/** The requests to other services that Python makes with requests and httpx. */
export function pythonClients(program: Program, code: readonly CodeFile[]): readonly OutboundClient[] {
  return code.flatMap(file => {
    if (!imports(file, /^(?:requests|httpx)(?:\.|$)/)) return []
    return indexOf(file).calls.flatMap((call): readonly OutboundClient[] => {
      const path = pathOf(call.callee)
      const found = path && definitionOf(program, { file, node: call.callee })
      if (found?.kind !== 'external' || !path) return []
      const name = [found.package, ...found.path].join('.')
      if (!PYTHON.test(name)) return []
      const given = call.arguments.find(one => one.kind === 'keyword' && one.name === 'timeout')
      const isOpen = call.arguments.some(one => one.kind === 'spread' && one.form === 'map')
      const shown = { name: path.join('.'), at: spanOf(file, call) }
      if (given?.kind === 'keyword') return [{ ...shown, timeout: isZero(given.value) ? 'none' : 'set' }]
      if (isOpen) return [{ ...shown, timeout: 'unknown', because: 'its options are not known' }]
      return [{ ...shown, timeout: name.startsWith('httpx') ? 'set' : 'none' }]
    })
  })
}
