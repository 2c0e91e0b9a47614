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
    ...code.flatMap(file => (imports(file, /^(?:got|node-fetch)$/) ? wrapperClients(program, file) : [])),
    ...nestClients(program, code),
  ]
}

function imports(file: CodeFile, name: RegExp): boolean {
  return file.imports.some(one => !one.typeOnly && name.test(one.from))
}

/** The module of Nest that makes a client of axios: https://docs.nestjs.com/techniques/http-module#configuration */
function nestClients(program: Program, code: readonly CodeFile[]): readonly OutboundClient[] {
  const using = code.filter(file => imports(file, /^@nestjs\/axios$/))
  // A timeout of a request, of RxJS or of the client behind it.
  if (using.some(file => ['timeout', 'axiosRef', 'signal'].some(name => indexOf(file).words.has(name)))) return []
  if (!using.some(file => file.imports.some(({ name }) => name === 'HttpService'))) return []
  return using.flatMap(file =>
    indexOf(file).classes.flatMap(({ decorators }) =>
      decorators.flatMap((decorator): readonly OutboundClient[] => {
        const bare: Expression[] = []
        walk([decorator], node => {
          if (node.kind === 'call' && node !== decorator) return false
          if (node.kind === 'name' && isHttpModule(program, file, node)) bare.push(node)
          return undefined
        })
        return bare.map(node => ({ name: 'HttpModule', at: spanOf(file, node), timeout: 'none' as const }))
      }),
    ),
  )
}

function isHttpModule(program: Program, file: CodeFile, node: Expression): boolean {
  const found = definitionOf(program, { file, node })
  return found.kind === 'external' && found.package === '@nestjs/axios' && found.path.join('.') === 'HttpModule'
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

/** Options of got and node-fetch that end a request: https://github.com/sindresorhus/got/blob/main/documentation/6-timeout.md, https://github.com/node-fetch/node-fetch#request-cancellation-with-abortsignal */
const WRAPPERS: ReadonlyMap<string, readonly string[]> = new Map([
  ['got', ['timeout', 'signal']],
  ['node-fetch', ['timeout', 'signal', 'agent']],
])

/** `got.get(url)` and `fetch(url)` of node-fetch, neither of which ends by itself. */
function wrapperClients(program: Program, file: CodeFile): readonly OutboundClient[] {
  return indexOf(file).calls.flatMap((call): readonly OutboundClient[] => {
    const path = pathOf(call.callee)
    const found = path && definitionOf(program, { file, node: call.callee })
    const keys = found?.kind === 'external' ? WRAPPERS.get(found.package) : undefined
    if (!path || !keys || found?.kind !== 'external' || !isRequest(found) || isOwnPath(call.arguments[0])) return []
    const given = timeoutIn(optionsAt(call, found.path.at(-1) === 'extend' ? 0 : 1), keys)
    return [{ name: path.join('.'), at: spanOf(file, call), ...given }]
  })
}

function isRequest({ package: of, path }: { readonly package: string; readonly path: readonly string[] }): boolean {
  const method = path.at(-1) ?? ''
  return of === 'got' ? /^(?:|got|get|post|put|patch|head|delete|extend)$/.test(method) : method === ''
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
