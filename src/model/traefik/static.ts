import { programWords } from '../../knowledge/arguments.js'
import type { Problem } from '../../parse/node.js'
import { parseToml } from '../../parse/toml.js'
import { parseYaml } from '../../parse/yaml.js'
import { type Fact, known, type Source, type Span, unknown } from '../../source.js'
import type { ContainerFiles } from '../container-files.js'
import type { StartCommand, Workload } from '../system.js'
import { type FlatSetting, find, type Setting, settingsOfNode, settingsOfPaths } from './settings.js'

/** One place that a static configuration may come from. Only the first of them that is there counts. */
export interface StaticSource {
  readonly kind: 'file' | 'arguments' | 'environment'
  readonly settings: Setting
  /** False when a part of it is not known: nothing is then proven absent. */
  readonly complete: boolean
  /** What people call it: the path in the repository, `the command`, `the TRAEFIK_… variables`. */
  readonly name: string
  readonly at: Span
}

/** The static configuration of one Traefik. */
export interface StaticConfiguration {
  /** The source in force; absent when there is none, and all is as by default. */
  readonly source?: StaticSource
  readonly settings: Setting
  readonly complete: boolean
  /** Sources that Traefik does not look at, because there is one before them. */
  readonly ignored: readonly StaticSource[]
  /** The file, when it cannot be read as what it is. */
  readonly broken?: { readonly path: string; readonly problems: readonly Problem[] }
}

/**
 * Reads the static configuration: from a file, or else from flags, or else from variables; they are never mixed
 * (https://doc.traefik.io/traefik/getting-started/configuration-overview/#the-static-configuration, v3).
 */
export function staticConfiguration(workload: Workload, files: ContainerFiles): StaticConfiguration {
  const flags = argumentsOf(workload)
  const variables = variablesOf(workload)
  const file = fileOf(flags, workload, files)
  const [source, ...ignored] = [file?.source, flags, variables].flatMap(one => one ?? [])
  const settings = source?.settings ?? settingsOfPaths([], workload.at)
  return {
    ...(source ? { source } : {}),
    settings,
    complete: source?.complete ?? true,
    // A flag that only names the file has no other effect to miss.
    ignored: ignored.filter(one => [...one.settings.children.keys()].some(name => name !== 'configfile')),
    ...(file?.broken ? { broken: file.broken } : {}),
  }
}

const SUBCOMMANDS = new Set(['healthcheck', 'version', 'help'])

/** Flags that are on when they stand alone: https://github.com/traefik/paerser/blob/master/flag/flagparser.go. */
const SWITCHES =
  /^(?:api|ping|log|accesslog|tracing|metrics\.\w+|api\.(?:insecure|dashboard|debug|disabledashboardad)|ping\.manualrouting|global\.\w+|providers\.(?!.*(?:endpoint|network|constraints|defaultrule|filename|directory)$)[\w.]+|entrypoints\.[\w-]+\.(?:asdefault|reuseport|http\.tls|forwardedheaders\.insecure|proxyprotocol(?:\.insecure)?|http3|http\.redirections\.entrypoint\.permanent)|certificatesresolvers\.[\w-]+\.acme\.(?:tlschallenge|httpchallenge|dnschallenge)|serverstransport\.insecureskipverify|experimental\.\w+|accesslog\.addinternals)$/i

/** The flags of its command; undefined when there are none, or when it runs something else. */
function argumentsOf(workload: Workload): StaticSource | undefined {
  const { start } = workload
  const words = start && (start.shell ? programWords(start.argv) : start.argv)
  if (!start || !words) return undefined
  const first = words.findIndex(word => word === null || word.startsWith('-'))
  const program = words.slice(0, first === -1 ? undefined : first).at(-1)
  if (program && SUBCOMMANDS.has(program)) return undefined
  const flags = first === -1 ? [] : words.slice(first)
  const read = readFlags(flags, index => wordSpan(start, words.length - flags.length + index))
  const { settings } = read
  // A script of its own may write the file or add flags.
  const plain = !program || /(?:^|\/)(?:traefik|entrypoint\.sh)$/.test(program)
  const complete = read.complete && plain && (start.script?.commands.length ?? 1) === 1
  if (settings.length === 0 && complete) return undefined
  return {
    kind: 'arguments',
    settings: settingsOfPaths(settings, start.at),
    complete,
    name: 'the command',
    at: start.at,
  }
}

/** The place of a word of the command, where the deployment file has a place for each. */
function wordSpan({ argv, written, at, shell }: StartCommand, index: number): Span {
  const before = argv.length - (written?.length ?? 0)
  return (shell || before < 0 ? undefined : written?.[index - before]?.at) ?? at
}

function readFlags(
  words: readonly (string | null)[],
  placeOf: (index: number) => Span,
): { readonly settings: readonly FlatSetting[]; readonly complete: boolean } {
  const settings: FlatSetting[] = []
  let complete = true
  for (let index = 0; index < words.length; index++) {
    const word = words[index]
    const at = placeOf(index)
    const [, name, written] = /^--?([^=-][^=]*)(?:=(.*))?$/s.exec(word ?? '') ?? []
    if (name === undefined || isOpen(name)) {
      // The first word that is no flag ends them.
      complete = false
      if (typeof word === 'string' && !word.startsWith('-')) break
      continue
    }
    const next = words[index + 1]
    const takesNext = written === undefined && !SWITCHES.test(name) && next !== undefined && !next?.startsWith('-')
    if (takesNext) index++
    const value = written ?? (takesNext ? next : 'true')
    settings.push({ path: name, value: valueFact(value, at), at })
  }
  return { settings, complete }
}

/** Whether a part of a text is filled in elsewhere: by Compose, by Kubernetes, by a shell. */
function isOpen(text: string): boolean {
  return /\$[{(A-Za-z_]/.test(text)
}

function valueFact(text: string | null | undefined, at: Span): Fact<string> {
  if (typeof text !== 'string' || isOpen(text)) return unknown(at, 'it is set outside the repository')
  return known(text, at)
}

/** The sections of the static configuration: variables of other names mean nothing to Traefik. */
const SECTIONS =
  /^TRAEFIK_(?:GLOBAL|(?:TCP)?SERVERSTRANSPORT|ENTRYPOINTS|PROVIDERS|API|METRICS|PING|LOG|ACCESSLOG|TRACING|HOSTRESOLVER|CERTIFICATESRESOLVERS|EXPERIMENTAL|CORE|SPIFFE|PILOT|OCSP)(?:_|$)/i

function variablesOf(workload: Workload): StaticSource | undefined {
  const variables = [...workload.environment.values()].filter(({ name }) => SECTIONS.test(name))
  const [first] = variables
  if (!first) return undefined
  const settings = variables.map(({ name, value, keyAt }) => ({
    path: name.slice('TRAEFIK_'.length).replaceAll('_', '.'),
    value,
    at: keyAt,
  }))
  return {
    kind: 'environment',
    settings: settingsOfPaths(settings, first.keyAt),
    complete: true,
    name: 'the TRAEFIK_… variables',
    at: first.keyAt,
  }
}

interface FoundStatic {
  readonly source: StaticSource
  readonly broken?: StaticConfiguration['broken']
}

/** Where Traefik looks for its file (`/` is the working directory of its images): `pkg/cli/loader_file.go`, v3. */
const PLACES = ['/etc/traefik/traefik', '/root/.config/traefik', '/traefik'].flatMap(place =>
  ['toml', 'yaml', 'yml'].map(ending => `${place}.${ending}`),
)

function fileOf(flags: StaticSource | undefined, workload: Workload, files: ContainerFiles): FoundStatic | undefined {
  const named = find(flags?.settings, 'configfile')?.value
  if (named) {
    if (!named.known) return hiddenFile('a file that is named outside the repository', named.at)
    const path = named.value.startsWith('/') ? named.value : `/${named.value}`
    const found = files.find(path)
    return found.state === 'file' ? readStatic(found.file.source) : hiddenFile(path, named.at)
  }
  for (const place of PLACES) {
    const found = files.find(place)
    if (found.state === 'file') return readStatic(found.file.source)
    // With flags at hand the hidden directory is rather for certificates.
    if (found.state === 'unknown' && !flags && !variablesOf(workload)) return hiddenFile(place, found.at)
  }
  return undefined
}

function hiddenFile(name: string, at: Span): FoundStatic {
  return { source: { kind: 'file', settings: settingsOfPaths([], at), complete: false, name, at } }
}

function readStatic(source: Source): FoundStatic {
  const read = readSettings(source)
  return {
    source: { kind: 'file', settings: read.settings, complete: read.complete, name: source.path, at: read.settings.at },
    ...(read.problems.length > 0 ? { broken: { path: source.path, problems: read.problems } } : {}),
  }
}

/** A YAML or TOML file as settings. */
export function readSettings(source: Source): {
  readonly settings: Setting
  readonly complete: boolean
  readonly problems: readonly Problem[]
} {
  const start = Math.max(0, source.text.search(/\S/))
  const at = { path: source.path, start, end: Math.min(start + 1, source.text.length) }
  const toml = isToml(source)
  const { root, problems } = toml ? parseToml(source) : firstDocument(source)
  return { settings: settingsOfNode(root, at), complete: problems.length === 0, problems }
}

/** A text inside a deployment file has the path of that file: its own lines tell. */
function isToml({ path, text }: Source): boolean {
  if (/\.toml$/i.test(path)) return true
  return /^[ \t]*\[{1,2}[\w."-]+\]{1,2}[ \t]*(?:#.*)?$/m.test(text) && !/^[\w-]+:(?:[ \t]|$)/m.test(text)
}

function firstDocument(source: Source) {
  const { documents, problems } = parseYaml(source)
  return { root: documents[0]?.root, problems }
}
