import { exportedValue, wholeOf } from '../../../../code/startup/modules.js'
import { type CallSite, type Fields, fields, stringOf, truthOf, type Value } from '../../../../code/startup/values.js'
import type { CodeFile } from '../../../../code/syntax.js'
import type { FastifyHost } from './fastify.js'
import type { WrittenPath } from './path.js'
import { methodSpan, type Startup } from './startup.js'

const SCRIPT = /\.[cm]?[jt]s$/i
const INDEX = /^index\.[cm]?[jt]s$/i
const HOOKS = /^[_.]?auto_?hooks\.[cm]?[jt]s$/i

interface Found {
  readonly file: CodeFile
  readonly prefix: string
}

/**
 * `@fastify/autoload`: every file of a folder is a plugin, the names of the folders inside are prefixes. A folder with an index
 * file has that plugin alone. https://github.com/fastify/fastify-autoload (6.5)
 */
export function autoload(startup: Startup, host: FastifyHost, options: Value | undefined, site: CallSite): void {
  const at = methodSpan(site.file, site.node)
  const given = options?.kind === 'fields' ? options : undefined
  const directory = stringOf(given?.entries.get('dir'))
  if (!given || directory === undefined) {
    host.unresolved.push(at)
    return
  }
  const isFlat = isFalse(given.entries.get('dirNameRoutePrefix'))
  const found: Found[] = []
  const root = directory.replace(/\/$/, '')
  const paths = [...startup.run.program.files.keys()].filter(path => path.startsWith(`${root}/`))
  collect(startup, paths, root, '', isFlat, found)
  if (found.length === 0) host.unresolved.push(at)
  const isParameter = truthOf(given.entries.get('routeParams') ?? { kind: 'plain', value: null }) === true
  for (const one of found) load(startup, host, one, given, isParameter, site)
}

function isFalse(value: Value | undefined): boolean {
  return value?.kind === 'plain' && value.value === false
}

function collect(
  startup: Startup,
  paths: readonly string[],
  directory: string,
  prefix: string,
  isFlat: boolean,
  found: Found[],
): void {
  const names: string[] = []
  const folders = new Map<string, string[]>()
  for (const path of paths) {
    const [name = '', ...rest] = path.slice(directory.length + 1).split('/')
    if (rest.length > 0) folders.set(name, [...(folders.get(name) ?? []), path])
    else if (SCRIPT.test(name) && !/\.d\.[cm]?ts$|\.(?:test|spec)\./i.test(name)) names.push(name)
  }
  const index = names.find(name => INDEX.test(name))
  for (const name of index === undefined ? names.sort() : [index]) {
    const file = startup.run.program.files.get(`${directory}/${name}`)
    if (file && !HOOKS.test(name)) found.push({ file, prefix })
  }
  for (const [folder, inside] of folders)
    collect(startup, inside, `${directory}/${folder}`, isFlat ? prefix : `${prefix}/${folder}`, isFlat, found)
}

function load(
  startup: Startup,
  host: FastifyHost,
  one: Found,
  given: Fields,
  isParameter: boolean,
  site: CallSite,
): void {
  const { run } = startup
  const whole = wholeOf(run, one.file)
  const plugin = exportedValue(run, one.file, 'default') ?? whole
  if (plugin.kind !== 'closure' && plugin.kind !== 'outside') return
  const named = (name: string) =>
    stringOf(
      exportedValue(run, one.file, name) ?? (plugin.kind === 'closure' ? plugin.properties.get(name) : undefined),
    )
  const inner = given.entries.get('options')
  const around = inner?.kind === 'fields' ? inner.entries : new Map<string, Value>()
  const base = stringOf(around.get('prefix')) ?? ''
  const override = named('prefixOverride')
  const own = named('autoPrefix') ?? one.prefix
  const text = override ?? base + own
  const spelled = isParameter ? (text.includes('__') ? text.replaceAll('__', ':') : text.replaceAll('/_', '/:')) : text
  const path: WrittenPath = { text: spelled, isResolved: true, at: methodSpan(site.file, site.node) }
  host.register(plugin, fields([...around, ['prefix', { kind: 'plain', value: spelled }]]), site, path)
}
