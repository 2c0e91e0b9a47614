import { embeddedSource } from '../../parse/embedded.js'
import type { KubernetesObject } from '../../parse/kubernetes/object.js'
import { child, descend, type ScalarNode, textOf } from '../../parse/node.js'
import type { Source, Span } from '../../source.js'
import type { Tree } from '../../tree.js'
import { entriesOf, itemsOf } from '../read-node.js'
import type { ObjectIndex } from './index.js'

/** One key of a ConfigMap or Secret. */
export interface ConfigEntry {
  readonly node: ScalarNode
  readonly keyAt: Span
}

/** The texts of a ConfigMap by key; undefined when the deployment has none of that name. */
export function configMapData(
  index: ObjectIndex,
  name: string,
  namespace: string | undefined,
): ReadonlyMap<string, ConfigEntry> | undefined {
  const object = index.get('/ConfigMap', name, namespace)
  return object && scalarsOf(object, 'data')
}

function scalarsOf(object: KubernetesObject, key: string): ReadonlyMap<string, ConfigEntry> {
  return new Map(
    entriesOf(child(object.node, key)).flatMap(([name, node, keyAt]) =>
      node.kind === 'scalar' ? [[name, { node, keyAt }] as const] : [],
    ),
  )
}

/** What a deployment tells of a Secret. */
export interface SecretContent {
  /** The keys that it has, and where each is named. */
  readonly keys: ReadonlyMap<string, Span>
  /** The plain texts of keys, decoded, where the repository has them. */
  readonly texts: ReadonlyMap<string, string>
  /** False when more keys come from elsewhere. */
  readonly complete: boolean
}

/**
 * A Secret by name, be it written out, sealed (https://github.com/bitnami-labs/sealed-secrets) or fetched from a store
 * (https://external-secrets.io/latest/api/externalsecret/); undefined when the deployment has none of that name.
 */
export function secretContent(
  index: ObjectIndex,
  name: string,
  namespace: string | undefined,
): SecretContent | undefined {
  const plain = index.get('/Secret', name, namespace)
  if (plain) return plainSecret(plain)
  const sealed = index.get('bitnami.com/SealedSecret', name, namespace)
  if (sealed) {
    const keys = entriesOf(descend(sealed.node, 'spec', 'encryptedData')).map(([key, , at]) => [key, at] as const)
    return { keys: new Map(keys), texts: new Map(), complete: true }
  }
  const external = index
    .all('external-secrets.io/ExternalSecret')
    .find(object => (textOf(descend(object.node, 'spec', 'target', 'name')) ?? object.name) === name)
  return external && externalSecret(external)
}

function plainSecret(object: KubernetesObject): SecretContent {
  const encrypted = child(object.node, 'sops')?.kind === 'map'
  const keys = new Map<string, Span>()
  const texts = new Map<string, string>()
  for (const key of ['data', 'stringData'] as const) {
    for (const [name, { node, keyAt }] of scalarsOf(object, key)) {
      keys.set(name, keyAt)
      const text = node.text === null || encrypted ? undefined : key === 'data' ? decoded(node.text) : node.text
      if (text !== undefined) texts.set(name, text)
    }
  }
  return { keys, texts, complete: true }
}

const LONGEST = 200_000

function decoded(text: string): string | undefined {
  const compact = text.replace(/\s+/g, '')
  if (compact.length > LONGEST || compact.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(compact)) return undefined
  return Buffer.from(compact, 'base64').toString('utf8')
}

function externalSecret(object: KubernetesObject): SecretContent {
  const spec = child(object.node, 'spec')
  const template = entriesOf(descend(spec, 'target', 'template', 'data')).map(([key, , at]) => [key, at] as const)
  const data = itemsOf(child(spec, 'data')).flatMap(item => {
    const key = child(item, 'secretKey')
    const name = textOf(key)
    return name === undefined || !key ? [] : [[name, key.at] as const]
  })
  return {
    keys: new Map(template.length > 0 ? template : data),
    texts: new Map(),
    complete:
      child(spec, 'dataFrom') === undefined && descend(spec, 'target', 'template', 'templateFrom') === undefined,
  }
}

/** All mounted texts of a run together: more than that is not made readable. */
const MOST_TEXT = 20_000_000

/** Makes the text of a key readable where it stands; undefined where there is none, or too much of it. */
export type ReadConfigText = (node: ScalarNode) => Source | undefined

/** A reader of the texts of ConfigMaps, which makes each of them once. */
export function configTextReader(tree: Tree): ReadConfigText {
  const known = new Map<ScalarNode, Source | undefined>()
  let left = MOST_TEXT
  return node => {
    if (known.has(node)) return known.get(node)
    const file = node.text === null ? undefined : tree.read(node.at.path)
    // Made by a generator out of a file of the repository.
    const whole = file?.text === node.text
    const text = !file || whole ? file : file.text.length > left ? undefined : embeddedSource(file, node)
    if (text && !whole) left -= text.text.length
    known.set(node, text)
    return text
  }
}
