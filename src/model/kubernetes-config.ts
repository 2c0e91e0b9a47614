import { child, descend, type ScalarNode, textOf } from '../parse/node.js'
import type { KubernetesObject } from '../parse/kubernetes/object.js'
import type { Source, Span } from '../source.js'
import type { Tree } from '../tree.js'
import type { ObjectIndex } from './kubernetes-index.js'
import { entriesOf, itemsOf } from './read-node.js'
import type { MountedText } from './system.js'

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
    complete: child(spec, 'dataFrom') === undefined && descend(spec, 'target', 'template', 'templateFrom') === undefined,
  }
}

/** All mounted texts of a run together: more than that is not made addressable. */
const MOST_EXACT = 20_000_000

/** Makes the texts of ConfigMaps readable where they stand. */
export type ReadMountedText = (node: ScalarNode, target: string) => MountedText | undefined

/** A reader of mounted texts, which makes each of them once. */
export function mountedTextReader(tree: Tree): ReadMountedText {
  const known = new Map<ScalarNode, Omit<MountedText, 'target'>>()
  let left = MOST_EXACT
  return (node, target) => {
    if (node.text === null) return undefined
    const before = known.get(node)
    if (before) return { ...before, target }
    const { path } = node.at
    const file = tree.read(path)
    // Made by a generator out of a file of the repository.
    const whole = file?.text === node.text ? file : undefined
    const block = whole || !file || file.text.length > left ? undefined : literalBlock(node, file)
    if (block) left -= block.text.length
    const text = {
      source: whole ?? block ?? { path, text: node.text },
      exact: whole !== undefined || block !== undefined,
      at: node.at,
    }
    known.set(node, text)
    return { ...text, target }
  }
}

/**
 * The file with blanks for all but a literal block (`|`), so that offsets into the one are offsets into the other.
 * Undefined when the text is written in another way: quoted, folded, or filled in.
 */
function literalBlock({ at, text }: ScalarNode, file: Source): Source | undefined {
  if (file.text[at.start] !== '|' || text === null) return undefined
  const header = file.text.indexOf('\n', at.start)
  if (header === -1 || header >= at.end) return undefined
  const body = file.text.slice(header + 1, at.end)
  const indent = /^(?:[ \t]*\r?\n)*( *)/.exec(body)?.[1]?.length ?? 0
  const read = body.split(/\r?\n/).map(line => line.slice(indent))
  if (read.join('\n').trimEnd() !== text.trimEnd()) return undefined
  const blank = (part: string) => part.replace(/[^\r\n]/g, ' ')
  return { path: file.path, text: blank(file.text.slice(0, header + 1)) + body + blank(file.text.slice(at.end)) }
}
