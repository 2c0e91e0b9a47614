import type { MapNode, Node } from '../../parse/node.js'
import { parseBytes } from '../../parse/units.js'
import { type Fact, known, knownValue, type Span, unknown } from '../../source.js'
import { booleanFact, entriesOf, factOf, itemsOf, textFact } from '../read-node.js'
import type { EnvironmentVariable, Pm2Settings } from '../system.js'

/** Other names of settings, beside the one in camel case (pm2 7.0, `lib/API/schema.json`). */
const ALIASES = new Map([
  ['script', ['exec', 'cmd', 'command']],
  ['interpreter', ['exec_interpreter']],
  ['node_args', ['interpreter_args']],
  ['cron_restart', ['cron']],
  ['out_file', ['out', 'output', 'out_log']],
  ['error_file', ['error', 'err', 'err_file', 'err_log']],
])

/** A setting of an app, by its own name or another one that PM2 reads. */
export function settingOf(app: MapNode, name: string): Node | undefined {
  for (const one of [name, ...(ALIASES.get(name) ?? [])]) {
    const camel = one.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase())
    const found = app.entries.get(one) ?? app.entries.get(camel)
    if (found) return found.node
  }
  return undefined
}

/** Where the key of a setting stands, else the app. */
export function settingSpan(app: MapNode, name: string, fallback: Span): Span {
  return app.entries.get(name)?.keyAt ?? settingOf(app, name)?.at ?? fallback
}

/** Milliseconds as seconds. */
export function secondsAt(app: MapNode, name: string): Fact<number> | undefined {
  return factOf(settingOf(app, name), text => (/^\d+$/.test(text) ? Number(text) / 1_000 : undefined))
}

/** `max_memory_restart`; unknown where something that is not known is spread into the app. */
export function memoryLimitOf(app: MapNode): Fact<number> | undefined {
  const node = settingOf(app, 'max_memory_restart')
  if (!node && app.open !== undefined) return unknown(app.at, app.open)
  const limit = factOf(node, parseBytes)
  return limit?.known && limit.value <= 0 ? undefined : limit
}

/** How many PM2 starts. Without a number it is one for each processor, or one less, and so on. */
export function instancesOf(app: MapNode, at: Span): { readonly count: Fact<number>; readonly perProcessor: boolean } {
  const node = settingOf(app, 'instances')
  if (!node && app.open !== undefined) return { count: unknown(at, app.open), perProcessor: false }
  const written = factOf(node, text => text)
  if (!written) return { count: known(1, at), perProcessor: false }
  if (!written.known) return { count: written, perProcessor: /processor|cpu|host/i.test(written.because) }
  return startedFor(written.value, written.at)
}

/** What a number of instances means to PM2, as it is written in a file or behind `-i`. */
export function startedFor(text: string, at: Span): { readonly count: Fact<number>; readonly perProcessor: boolean } {
  const given = text === 'max' ? 0 : Number.parseInt(text, 10)
  const count = Number.isNaN(given) ? 0 : given
  if (count > 0) return { count: known(count, at), perProcessor: false }
  const each = count === 0 ? 'one for each processor' : `${-count} less than one for each processor`
  return { count: unknown(at, `PM2 starts ${each} of the host`), perProcessor: true }
}

/** `exec_mode`; where it is absent, cluster for Node.js with `instances`, else fork (pm2 7.0, `determineExecMode`). */
export function modeOf(app: MapNode, runsNode: boolean, at: Span): Pm2Settings['mode'] {
  const node = settingOf(app, 'exec_mode')
  const written = factOf(node, text => (/^cluster/.test(text) ? ('cluster' as const) : ('fork' as const)))
  if (written) return written
  if (app.open !== undefined) return unknown(at, app.open)
  return known(settingOf(app, 'instances') && runsNode ? ('cluster' as const) : ('fork' as const), at)
}

/** A switch that is known to be on. */
export function isOn(app: MapNode, name: string): boolean {
  return knownValue(booleanFact(settingOf(app, name))) === true
}

/** `watch`: true, a path, or a list of paths. */
export function watchOf(app: MapNode): Pm2Settings['watch'] {
  const node = settingOf(app, 'watch')
  if (node?.kind === 'list') return known(node.items.length > 0, node.at)
  if (node?.kind === 'scalar' && node.type === 'string' && node.open === undefined)
    return known(node.text !== '' && node.text !== 'false', node.at)
  return booleanFact(node)
}

/** The words of `args`, `node_args`: a list, or one text. */
export function wordsAt(
  app: MapNode,
  name: string,
  split: (text: string) => readonly string[],
): readonly (string | null)[] {
  const node = settingOf(app, name)
  const word = (item: Node) => knownValue(textFact(item)) ?? null
  if (node?.kind === 'list') return itemsOf(node).map(word)
  if (!node) return []
  const text = word(node)
  return text === null ? [null] : split(text)
}

/** The names under which files keep the environment of production (`pm2 start … --env production`). */
const PRODUCTION = ['env_production', 'env_prod']

/**
 * The variables of an app when it is started for production: `env_production` over `env`, and `port` as PORT over `env`.
 * Values are texts; objects are left out.
 */
export function environmentOf(app: MapNode): ReadonlyMap<string, EnvironmentVariable> {
  const production = PRODUCTION.map(name => app.entries.get(name)?.node).find(Boolean)
  const port = settingOf(app, 'port')
  const variables = new Map<string, EnvironmentVariable>()
  const add = (name: string, node: Node, keyAt: Span) => {
    const value = textFact(node)
    if (!value) return
    const interpolation = node.kind === 'scalar' ? node.interpolation : undefined
    variables.set(name, {
      name,
      value,
      ...(interpolation && interpolation.uses.length > 0 ? { raw: interpolation.raw } : {}),
      uses: interpolation?.uses ?? [],
      at: node.at,
      keyAt,
      source: 'inline',
    })
  }
  for (const [name, node, keyAt] of entriesOf(app.entries.get('env')?.node)) add(name, node, keyAt)
  if (port) add('PORT', port, settingSpan(app, 'port', port.at))
  for (const [name, node, keyAt] of entriesOf(production)) add(name, node, keyAt)
  return variables
}
