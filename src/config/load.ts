import { dirname, relative, sep } from 'node:path'
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
  if (second !== undefined) return failed(file, 'there is a second configuration file beside it, keep one of them')
  const text = readConfigText(file)
  if (text === undefined) return failed(file, 'the configuration cannot be read')
  const path = relative(root, file).split(sep).join('/')
  const result = parseConfig({ path, text }, rules)
  if (!result.ok) return { ok: false, problems: result.problems.map(problem => ({ ...problem, file })) }
  const prefix = relative(dirname(file), root).split(sep).join('/')
  return { ok: true, config: prefix === '' || prefix.startsWith('..') ? result.config : rebase(result.config, prefix) }
}

function failed(file: string, message: string): ConfigResult {
  return { ok: false, problems: [{ file, message }] }
}

/** Reads the text of a configuration file. Paths ending in `package.json` are read from their key. */
export function parseConfig(
  source: Source,
  rules: RuleNames,
): { ok: true; config: Config } | { ok: false; problems: readonly Omit<ConfigProblem, 'file'>[] } {
  const yaml = parseYaml(source)
  const document = yaml.documents[0]?.root
  const root = /(^|\/)package\.json$/.test(source.path) ? child(document, PACKAGE_KEY) : document
  const problems: { readonly at: Span; readonly message: string }[] = yaml.problems.map(({ at, message }: Problem) => ({
    at,
    message,
  }))
  if (yaml.documents.length > 1) problems.push({ at: startOf(source), message: 'a configuration is one document' })
  const data = problems.length === 0 && root && !isEmpty(root) ? toData(root) : undefined
  if (data) problems.push(...problemsOf(data, patternNames(rules, CATEGORIES)))
  if (problems.length > 0)
    return { ok: false, problems: problems.map(({ at, message }) => locate(source, at, message)) }
  return { ok: true, config: data ? configOf(data, source) : { ...NO_CONFIG, path: source.path } }
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
      .map(setting => ({ ...setting, files: globs(setting.files) }))
      .filter(setting => setting.files.length > 0),
  }
}

function rebaseGlob(glob: string, prefix: string): readonly string[] {
  if (glob.startsWith(`${prefix}/`)) return [glob.slice(prefix.length + 1)]
  return glob.startsWith('**') ? [glob] : []
}
