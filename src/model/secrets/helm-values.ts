import { child, entriesOf, itemsOf, type Node, type ScalarNode, textOf } from '../../parse/node.js'
import { parseYaml } from '../../parse/yaml.js'
import { directoryOf, fileName } from '../../paths.js'
import type { Source, Span } from '../../source.js'
import type { Tree } from '../../tree.js'
import { isApartFromProduction } from '../code/places.js'
import { isDevelopmentPath } from '../purpose.js'
import { isGenerated, secretIn } from './judge.js'

/** A secret among the values that Helm hands to a chart. */
export interface HelmSecret {
  /** The path of the value: `postgresql.auth.password`, `env.JWT_SECRET`. */
  readonly name: string
  /** `url`: the password of a connection string. */
  readonly kind: 'literal' | 'url'
  /** Signs or encrypts: whoever knows it forges sessions or reads data. */
  readonly signing: boolean
  readonly at: Span
}

/** `values.yaml`, `values-prod.yaml`, `prod.values.yml`: https://helm.sh/docs/chart_template_guide/values_files/ */
const VALUES_FILE = /^(?:[\w.-]{1,80}[._-])?values(?:[._-][\w.-]{1,80})?\.ya?ml$/i
/** Objects of other tools that hold values: of Argo CD, Flux and k3s. */
const HOLDER = /^kind:[ \t]*["']?(?:Application|ApplicationSet|HelmRelease|HelmChart|HelmChartConfig)\b/m
/** Keys that name an object, or a key in one, which holds the secret. */
const NAMES_ANOTHER =
  /existing|(?:secret|token|password)s?_?-?(?:name|ref|key(?:ref|name)?)$|^(?:password|user|username|admin\w*|root\w*|replication\w*)key$|pullsecrets?$|(?:tls|cert)secret$/i
const IS_PASSWORD = /pass(?:word|wd|phrase)?$|pwd$/i
/** Thought up for show: a word, and perhaps a number behind it. */
const WORD_ALONE = /^[A-Za-z]+[-_@!]?\d{0,4}[!@#]?$/
const FOR_SHOW = /change|example|sample|demo|test|local|default|\bdev\b|dummy|admin|qwerty|123456/i
const DEEPEST = 40
const MOST_TEXT = 500_000

/**
 * The secrets in values of Helm: in the files that are named as such, in charts or not, and in the objects of Argo CD,
 * Flux and k3s that hold them. Values for development and tests are left out, as are those that SOPS encrypts and
 * references to secret stores. What a chart gives by default counts only where it does not look made up to be replaced.
 * Never throws.
 */
export function helmSecretsOf(tree: Tree): readonly HelmSecret[] {
  return tree.files.flatMap(({ path, format }) => {
    if (format !== 'yaml' || isApartFromProduction(path) || isDevelopmentPath(path)) return []
    const isValues = VALUES_FILE.test(fileName(path))
    const source = tree.read(path)
    if (!source || source.text.length > MOST_TEXT || !(isValues || HOLDER.test(source.text))) return []
    if (/^sops:/m.test(source.text)) return []
    const documents = parseYaml(source).documents.flatMap(({ root }) => root ?? [])
    const isDefault = isValues && isChartDefault(path, tree)
    return isValues
      ? documents.flatMap(root => secretsBelow(root, { source, isDefault }, []))
      : documents.flatMap(root => secretsInObject(root, source))
  })
}

/** The `values.yaml` of a chart: what it takes where the one who installs it says nothing else. */
function isChartDefault(path: string, tree: Tree): boolean {
  const folder = directoryOf(path)
  const chart = folder === '.' ? 'Chart.yaml' : `${folder}/Chart.yaml`
  return /^values\.ya?ml$/i.test(fileName(path)) && tree.exists(chart)
}

interface Place {
  readonly source: Source
  readonly isDefault: boolean
}

/** https://argo-cd.readthedocs.io/en/stable/user-guide/helm/, https://fluxcd.io/flux/components/helm/helmreleases/#values, https://docs.k3s.io/helm */
function secretsInObject(root: Node, source: Source): readonly HelmSecret[] {
  const spec = child(root, 'spec')
  const inner = child(child(spec, 'template'), 'spec')
  const sources = [spec, inner].flatMap(one => [child(one, 'source'), ...itemsOf(child(one, 'sources'))])
  const releases = sources.map(one => child(one, 'helm'))
  const place = { source, isDefault: false }
  const maps = [child(spec, 'values'), ...releases.map(helm => child(helm, 'valuesObject'))]
  const texts = [child(spec, 'valuesContent'), ...releases.map(helm => child(helm, 'values'))]
  const parameters = releases.flatMap(helm => itemsOf(child(helm, 'parameters')))
  return [
    ...maps.flatMap(map => (map ? secretsBelow(map, place, []) : [])),
    ...texts.flatMap(text => (text?.kind === 'scalar' ? secretsInText(text, place) : [])),
    ...parameters.flatMap(one => namedSecret(one, place, [])),
  ]
}

/** YAML in a text of YAML: the values stand somewhere in it. */
function secretsInText(text: ScalarNode, place: Place): readonly HelmSecret[] {
  const inner = { path: place.source.path, text: text.text ?? '' }
  const found = parseYaml(inner).documents.flatMap(({ root }) =>
    root ? secretsBelow(root, { ...place, source: inner }, []) : [],
  )
  return found.map(secret => {
    const written = inner.text.slice(secret.at.start, secret.at.end)
    const start = place.source.text.indexOf(written, text.at.start)
    const isThere = written !== '' && start !== -1 && start + written.length <= text.at.end
    return { ...secret, at: isThere ? { ...text.at, start, end: start + written.length } : text.at }
  })
}

function secretsBelow(node: Node, place: Place, keys: readonly string[]): readonly HelmSecret[] {
  if (keys.length > DEEPEST) return []
  if (node.kind === 'list')
    return node.items.flatMap(item =>
      isNamed(item) ? namedSecret(item, place, keys) : secretsBelow(item, place, keys),
    )
  if (node.kind === 'map')
    return entriesOf(node).flatMap(([key, value]) => [
      ...secretAt(key, value, place, keys),
      ...secretsBelow(value, place, [...keys, key]),
    ])
  return []
}

/** `{ name: JWT_SECRET, value: … }` in a list of variables or parameters. */
function isNamed(item: Node): boolean {
  return textOf(child(item, 'name')) !== undefined && child(item, 'value')?.kind === 'scalar'
}

function namedSecret(item: Node, place: Place, keys: readonly string[]): readonly HelmSecret[] {
  const [name, value] = [textOf(child(item, 'name')), child(item, 'value')]
  return name !== undefined && value ? secretAt(name, value, place, keys) : []
}

function secretAt(key: string, node: Node, { isDefault }: Place, keys: readonly string[]): readonly HelmSecret[] {
  if (node.kind !== 'scalar' || node.text === null || node.type === 'boolean') return []
  const last = key.slice(key.lastIndexOf('.') + 1)
  // Annotations and labels have a slash.
  if (NAMES_ANOTHER.test(last) || last.includes('/')) return []
  const secret = secretIn(last, node.text)
  if (!secret || secret.placeholder || secret.kind === 'default') return []
  const isReal =
    secret.kind === 'url' || IS_PASSWORD.test(last) ? isChosen(secret.value, isDefault) : isGenerated(secret.value)
  if (!isReal) return []
  return [{ name: [...keys, key].join('.'), kind: secret.kind, signing: secret.signing, at: node.at }]
}

/** Whether somebody chose a password to be used, and not to be replaced. */
function isChosen(password: string, isDefault: boolean): boolean {
  return (
    isGenerated(password) ||
    !isDefault ||
    !(password.length < 10 || WORD_ALONE.test(password) || FOR_SHOW.test(password))
  )
}
