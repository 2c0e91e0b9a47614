import { CATEGORIES } from '../finding.js'
import type { Node, Problem } from '../parse/node.js'
import { child } from '../parse/node.js'
import { parseBytes } from '../parse/units.js'
import { parseYaml } from '../parse/yaml.js'
import { placeOf, type Source, type Span } from '../source.js'
import { type Config, NO_CONFIG, patternNames, type RuleSetting } from './config.js'
import { type Data, type LocatedData, toData } from './data.js'
import { PACKAGE_KEY } from './find.js'
import type { ConfigProblem, RuleNames } from './load.js'
import { problemsOf } from './problems.js'

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
  readonly keep?: Config['keep']
  readonly baseline?: string
  readonly exclude?: readonly string[]
  readonly rules?: Readonly<Record<string, string | { severity?: string; ignore?: string[]; reason?: string }>>
  readonly weights?: Readonly<Record<string, number>>
  readonly deployments?: Config['deployments']
  readonly proxies?: { readonly tlsTerminatedUpstream?: boolean }
  readonly host?: { readonly cpus?: number; readonly memory?: number | string }
  readonly capacity?: Config['capacity']
}

function configOf(data: LocatedData, source: Source): Config {
  const shape = data.value as Shape & Data
  const memory = typeof shape.host?.memory === 'string' ? parseBytes(shape.host.memory) : shape.host?.memory
  return {
    path: source.path,
    rules: Object.entries(shape.rules ?? {}).map(([pattern, setting]) => ruleSetting(pattern, setting, data, source)),
    ...(shape.minScore !== undefined && { minScore: shape.minScore }),
    ...(shape.failOn !== undefined && { failOn: shape.failOn }),
    ...(shape.keep !== undefined && { keep: shape.keep }),
    ...(shape.baseline !== undefined && { baseline: shape.baseline }),
    exclude: shape.exclude ?? [],
    weights: new Map(CATEGORIES.flatMap(category => weightOf(category, shape.weights?.[category]))),
    deployments: shape.deployments ?? [],
    ...(shape.proxies?.tlsTerminatedUpstream !== undefined && {
      tlsTerminatedUpstream: shape.proxies.tlsTerminatedUpstream,
    }),
    ...(shape.capacity && { capacity: shape.capacity }),
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
