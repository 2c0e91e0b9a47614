import { existsSync } from 'node:fs'
import { basename, dirname, join, relative, sep } from 'node:path'
import ignore from 'ignore'
import { CATEGORIES } from '../finding.js'
import type { Node, Problem } from '../parse/node.js'
import { child } from '../parse/node.js'
import { parseBytes } from '../parse/units.js'
import { parseYaml } from '../parse/yaml.js'
import type { Rule } from '../rule.js'
import { placeOf, type Source, type Span } from '../source.js'
import { type Config, NO_CONFIG, patternNames, type RuleSetting } from './config.js'
import { type Data, type LocatedData, toData } from './data.js'
import { findConfig, PACKAGE_KEY, readConfigText } from './find.js'
import { problemsOf } from './problems.js'

/** Something wrong in a configuration file; line and column count from 1 and are absent when it is the whole file. */
export interface ConfigProblem {
  /** Absolute path of the file. */
  readonly file: string
  readonly line?: number
  readonly column?: number
  /** One sentence without a full stop. */
  readonly message: string
}

/** Either a configuration, or everything that is wrong with it. */
export type ConfigResult =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problems: readonly ConfigProblem[] }

type RuleNames = readonly Pick<Rule, 'id' | 'category' | 'aliases'>[]

/**
 * Reads the configuration for an audit of `root` (absolute): the file `explicit` (absolute), or else the nearest one from
 * `root` up to the git root, or else none. Never throws.
 */
export function loadConfig(root: string, explicit: string | undefined, rules: RuleNames): ConfigResult {
  const found = explicit === undefined ? findConfig(root) : [explicit]
  const [file, second] = found
  if (file === undefined) return { ok: true, config: NO_CONFIG }
  if (second !== undefined) {
    return failed(file, `there is a second configuration beside it, ${basename(second)}; keep one of them`)
  }
  const text = readConfigText(file)
  if (typeof text !== 'string') return failed(file, `the configuration cannot be read: ${text.because}`)
  const path = relative(root, file).split(sep).join('/')
  const prefix = relative(dirname(file), root).split(sep).join('/')
  const isAbove = !prefix.startsWith('..')
  const base = isAbove ? dirname(file) : root
  const result = parseConfig({ path, text }, rules, named => existsSync(join(base, named)))
  if (!result.ok) return { ok: false, problems: result.problems.map(problem => ({ ...problem, file })) }
  return { ok: true, config: isAbove && prefix !== '' ? rebase(result.config, prefix) : result.config }
}

function failed(file: string, message: string): ConfigResult {
  return { ok: false, problems: [{ file, message }] }
}

/**
 * Reads the text of a configuration file. Paths ending in `package.json` are read from their key. `exists` tells
 * whether a file that is named in `deployments` is there.
 */
export function parseConfig(
  source: Source,
  rules: RuleNames,
  exists: (path: string) => boolean = () => true,
): { ok: true; config: Config } | { ok: false; problems: readonly Omit<ConfigProblem, 'file'>[] } {
  const yaml = parseYaml(source)
  const document = yaml.documents[0]?.root
  const isManifest = /(^|\/)package\.json$/.test(source.path)
  const root = isManifest ? child(document, PACKAGE_KEY) : document
  const problems: { readonly at: Span; readonly message: string }[] = yaml.problems.map(({ at, message }: Problem) => ({
    at,
    message,
  }))
  const second = yaml.documents[1]?.root
  if (second) problems.push({ at: second.at, message: 'a configuration is one document, and here begins a second' })
  if (isManifest && !root && problems.length === 0) {
    problems.push({ at: startOf(source), message: `there is no key "${PACKAGE_KEY}" in it` })
  }
  const data = problems.length === 0 && root && !isEmpty(root) ? toData(root) : undefined
  if (data) problems.push(...problemsOf(data, patternNames(rules, CATEGORIES)), ...missingFiles(data, exists))
  if (problems.length > 0) {
    const inOrder = problems.toSorted((a, b) => a.at.start - b.at.start)
    return { ok: false, problems: inOrder.map(({ at, message }) => locate(source, at, message)) }
  }
  return { ok: true, config: data ? configOf(data, source) : { ...NO_CONFIG, path: source.path } }
}

/** A misspelt file would leave a deployment out, silently. */
function missingFiles(data: LocatedData, exists: (path: string) => boolean): readonly { at: Span; message: string }[] {
  return [...data.valueAt].flatMap(([pointer, at]) => {
    if (!/^\/deployments\/\d+\/files\/\d+$/.test(pointer)) return []
    const path = data.texts.get(pointer)
    return path === undefined || exists(path) ? [] : [{ at, message: `there is no file "${path}"` }]
  })
}

function isEmpty(node: Node): boolean {
  return node.kind === 'scalar' && node.text === null
}

function startOf(source: Source): Span {
  return { path: source.path, start: 0, end: 0 }
}

function locate(source: Source, at: Span, message: string): Omit<ConfigProblem, 'file'> {
  const { line, column } = placeOf(source, at)
  return { line, column, message }
}

/** What the schema promises about the data. */
interface Shape {
  readonly minScore?: number
  readonly failOn?: Config['failOn']
  readonly exclude?: readonly string[]
  readonly rules?: Readonly<Record<string, string | { severity?: string; ignore?: string[]; reason?: string }>>
  readonly weights?: Readonly<Record<string, number>>
  readonly deployments?: Config['deployments']
  readonly host?: { readonly cpus?: number; readonly memory?: number | string }
}

function configOf(data: LocatedData, source: Source): Config {
  const shape = data.value as Shape & Data
  const memory = typeof shape.host?.memory === 'string' ? parseBytes(shape.host.memory) : shape.host?.memory
  return {
    path: source.path,
    rules: Object.entries(shape.rules ?? {}).map(([pattern, setting]) => ruleSetting(pattern, setting, data, source)),
    ...(shape.minScore !== undefined && { minScore: shape.minScore }),
    ...(shape.failOn !== undefined && { failOn: shape.failOn }),
    exclude: shape.exclude ?? [],
    weights: new Map(CATEGORIES.flatMap(category => weightOf(category, shape.weights?.[category]))),
    deployments: shape.deployments ?? [],
    ...(shape.host && {
      host: {
        ...(shape.host.cpus !== undefined && { cpus: shape.host.cpus }),
        ...(memory !== undefined && { memory }),
      },
    }),
  }
}

function weightOf<T>(category: T, weight: number | undefined): readonly (readonly [T, number])[] {
  return weight === undefined ? [] : [[category, weight]]
}

function ruleSetting(
  pattern: string,
  setting: NonNullable<Shape['rules']>[string],
  data: LocatedData,
  source: Source,
): RuleSetting {
  const details = typeof setting === 'string' ? { severity: setting } : setting
  const at = data.keyAt.get(`/rules/${pattern.replaceAll('~', '~0').replaceAll('/', '~1')}`)
  const severity = details.severity as RuleSetting['severity'] | 'off'
  return {
    pattern,
    off: severity === 'off',
    ...(severity !== undefined && severity !== 'off' && { severity }),
    ignore: details.ignore ?? [],
    ...(details.reason !== undefined && { reason: details.reason }),
    ...(at && { line: placeOf(source, at).line }),
  }
}

/** Makes the paths of a configuration that lies above the audited directory relative to that directory. */
function rebase(config: Config, prefix: string): Config {
  const globs = (list: readonly string[]) => list.flatMap(glob => rebaseGlob(glob, prefix))
  return {
    ...config,
    exclude: globs(config.exclude),
    rules: config.rules.map(setting => ({ ...setting, ignore: globs(setting.ignore) })),
    deployments: config.deployments
      .map(setting => ({ ...setting, files: setting.files.flatMap(file => below(file, prefix)) }))
      .filter(setting => setting.files.length > 0),
  }
}

function below(path: string, prefix: string): readonly string[] {
  const plain = path.replace(/^(\.\/)+/, '')
  return plain.startsWith(`${prefix}/`) ? [plain.slice(prefix.length + 1)] : []
}

/** A pattern as in `.gitignore`, for a directory below; none when it cannot match anything there. */
function rebaseGlob(glob: string, prefix: string): readonly string[] {
  if (glob.startsWith('!')) return rebaseGlob(glob.slice(1), prefix).map(inner => `!${inner}`)
  const directories = prefix.split('/')
  const [, named = '', slash = ''] = /^(.*?)(\/?)$/s.exec(glob) ?? []
  // Without a slash inside it names something at any depth.
  if (!named.includes('/')) return directories.some(directory => isMatch(named, directory)) ? ['**'] : [glob]
  const segments = named.replace(/^\//, '').split('/')
  const deep = segments.indexOf('**')
  const fixed = segments.slice(0, Math.min(directories.length, deep === -1 ? segments.length : deep))
  if (!fixed.every((segment, index) => isMatch(segment, directories[index] ?? ''))) return []
  if (fixed.length === segments.length) return ['**']
  return [`${fixed.length < directories.length ? '' : '/'}${segments.slice(fixed.length).join('/')}${slash}`]
}

/** Whether one segment of a pattern matches the name of a directory. */
function isMatch(pattern: string, name: string): boolean {
  return pattern !== '' && name !== '' && ignore().add(`/${pattern}`).ignores(name)
}
