import { scanText } from '../../knowledge/providers.js'
import { credentialsIn, isPlaceholder, isSecretName, secretValue } from '../../knowledge/secrets.js'
import { child, type MapNode, type Node, textOf } from '../../parse/node.js'
import { parseYaml } from '../../parse/yaml.js'
import { fileName } from '../../paths.js'
import type { Source } from '../../source.js'
import type { Tree } from '../../tree.js'
import { entriesOf, itemsOf } from '../read-node.js'
import type { KubernetesSecret, KubernetesSecretEntry, Leak } from '../system.js'

/** Secrets, and the provider tokens that their base64 hides from the scan of the text. */
interface FoundSecrets {
  readonly secrets: readonly KubernetesSecret[]
  readonly leaks: readonly Leak[]
}

const LONGEST_VALUE = 200_000

/**
 * The manifests of `kind: Secret` in all YAML files, lists of `kind: List` included, and the literals of `secretGenerator`. Helm templates and other files that
 * a template engine fills in are no manifests and are left out. Never throws.
 */
export function kubernetesSecretsOf(tree: Tree): FoundSecrets {
  const secrets: KubernetesSecret[] = []
  const leaks: Leak[] = []
  for (const file of tree.files) {
    if (file.format !== 'yaml' && file.format !== 'helm') continue
    const source = tree.read(file.path)
    if (source && /^kustomization\.ya?ml$/.test(fileName(file.path))) secrets.push(...generatedSecrets(source))
    if (!source || !/^[ \t]*(?:-[ \t]+)?["']?kind["']?[ \t]*:[ \t]*["']?Secret\b/m.test(source.text)) continue
    if (isTemplate(source.text)) continue
    for (const { root } of parseYaml(source).documents) {
      for (const manifest of manifestsOf(root)) {
        const entries = entriesIn(manifest, source, leaks)
        secrets.push(secretOf(manifest, entries))
      }
    }
  }
  return { secrets, leaks }
}

/** https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/secretgenerator/: files that it names are judged by themselves. */
function generatedSecrets(source: Source): readonly KubernetesSecret[] {
  if (!/^secretGenerator:/m.test(source.text)) return []
  return parseYaml(source).documents.flatMap(({ root }) =>
    itemsOf(child(root, 'secretGenerator')).map(generator => {
      const namespace = textOf(child(generator, 'namespace'))
      const entries = itemsOf(child(generator, 'literals')).flatMap((node): readonly KubernetesSecretEntry[] => {
        const [, key, value] = /^([^=]+)=(.*)$/s.exec(textOf(node) ?? '') ?? []
        if (key === undefined || value === undefined) return []
        const text = value.replace(/^(["'])(.*)\1$/s, '$2')
        const isToken = scanText({ path: source.path, text }).length > 0
        return [{ key, value: isToken ? 'token' : judged(key, text), at: node.at }]
      })
      return {
        name: textOf(child(generator, 'name')) ?? 'without a name',
        ...(namespace === undefined ? {} : { namespace }),
        encrypted: false,
        entries,
        at: generator.at,
      }
    }),
  )
}

/** `{{ … }}` outside quotes and comments: what the file says is only known once something fills it in. */
function isTemplate(text: string): boolean {
  return /^[^#\n]*\{\{-?\s*(?:if|range|with|end|include|define|template|toYaml|\.Values|\.Release|tpl|lookup)\b|^[^#\n]*\{%/m.test(
    text,
  )
}

function manifestsOf(root: Node | undefined): readonly MapNode[] {
  if (root?.kind !== 'map') return []
  const kind = textOf(child(root, 'kind'))
  if (kind === 'Secret') return /^v1$/.test(textOf(child(root, 'apiVersion')) ?? '') ? [root] : []
  const items = kind === 'List' || kind === 'SecretList' ? child(root, 'items') : undefined
  return items?.kind === 'list'
    ? items.items.flatMap(item => (item.kind === 'map' && textOf(child(item, 'kind')) === 'Secret' ? [item] : []))
    : []
}

function secretOf(manifest: MapNode, entries: readonly KubernetesSecretEntry[]): KubernetesSecret {
  const metadata = child(manifest, 'metadata')
  const namespace = textOf(child(metadata, 'namespace'))
  return {
    name: textOf(child(metadata, 'name')) ?? textOf(child(metadata, 'generateName')) ?? 'without a name',
    ...(namespace === undefined ? {} : { namespace }),
    encrypted: child(manifest, 'sops')?.kind === 'map',
    entries,
    at: child(manifest, 'kind')?.at ?? manifest.at,
  }
}

/** What stands under `data` (base64) and `stringData`. */
function entriesIn(manifest: MapNode, source: Source, leaks: Leak[]): readonly KubernetesSecretEntry[] {
  const judge = (key: string, node: Node, encoded: boolean): KubernetesSecretEntry => {
    const written = textOf(node) ?? ''
    const text = encoded ? decoded(written) : written
    const tokens = written.length > LONGEST_VALUE ? [] : scanText({ path: source.path, text })
    if (encoded) for (const token of tokens) leaks.push({ ...token, at: node.at })
    return { key, value: tokens.length > 0 ? 'token' : judged(key, text), at: node.at }
  }
  return [
    ...entriesOf(child(manifest, 'data')).map(([key, node]) => judge(key, node, true)),
    ...entriesOf(child(manifest, 'stringData')).map(([key, node]) => judge(key, node, false)),
  ]
}

/** Keys, or their last word, that name no secret though they stand in a Secret: `DB_PORT`, `s3-bucket`, `jwtIssuer`. */
const PLAIN_SETTING =
  /(?:^|[_.-]|(?<=[a-z])(?=[A-Z]))(?:user(?:name)?|host(?:name)?|port|database|db(?:name)?|name|region|zone|endpoint|type|url|bucket|issuer|audience|e?mail|domain|env(?:ironment)?|mode|level|ttl|timeout|schema|scheme|protocol|ssl(?:mode)?|enabled|version|phone|number|sid|id|origins?)$/i

/** A certificate is public, and a file of settings is judged by the lines in it that hold secrets. */
function judged(key: string, text: string): KubernetesSecretEntry['value'] {
  if (/^-----BEGIN (?:CERTIFICATE|PUBLIC KEY)/.test(text.trim()) && !text.includes('PRIVATE KEY')) return 'setting'
  if (isUrlToFillIn(text)) return 'placeholder'
  if (PLAIN_SETTING.test(key) && !isSecretName(key)) {
    const value = secretValue(text)
    return value === 'literal' && !text.includes('://') ? 'setting' : value
  }
  return secretValue(text)
}

/** `postgres://app:CHANGE_ME@db/app`, `postgres://username:password@db/app`: whose password somebody has to put there. */
function isUrlToFillIn(text: string): boolean {
  const { user, passwordRange } = credentialsIn(text) ?? {}
  const password = passwordRange && text.slice(...passwordRange)
  if (password === undefined) return false
  return isPlaceholder(password) || (/^user(?:name)?$/i.test(user ?? '') && /^(?:pass(?:word)?|pwd)$/i.test(password))
}

/** The text of base64; the text itself where it is none, as in a placeholder that somebody has to replace. */
export function decoded(text: string): string {
  const compact = text.replace(/\s+/g, '')
  if (compact.length > LONGEST_VALUE || !/^[A-Za-z0-9+/]+={0,2}$/.test(compact) || compact.length % 4 !== 0) return text
  return Buffer.from(compact, 'base64').toString('utf8')
}
