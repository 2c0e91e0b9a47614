import type { KubernetesObject } from '../../parse/kubernetes/object.js'
import { child, descend, type Node, textOf } from '../../parse/node.js'
import type { Span } from '../../source.js'
import type { Tree } from '../../tree.js'
import { entriesOf, itemsOf } from '../read-node.js'
import { groupKind, type PodTemplate } from './pods.js'
import { sameNamespace } from './selectors.js'

/** What pods need, and are refused or not started without. */
export type NeededKind = 'ConfigMap' | 'Secret' | 'ServiceAccount' | 'PersistentVolumeClaim'

/** Something that pods need and that no manifest of the repository makes. */
export interface DanglingReference {
  readonly kind: NeededKind
  readonly name: string
  /** The key of a ConfigMap or Secret that is there. */
  readonly key?: string
  /** What needs it. */
  readonly by: KubernetesObject
  readonly at: Span
  /** The document, or the manifest with a comment, that tells people to make it. */
  readonly saidIn?: string
}

interface Reference extends Omit<DanglingReference, 'by'> {}

/** The objects of the whole repository that others may name. */
export interface NamedObjects {
  /** Those that make one of a kind and name, with their namespaces; a Certificate makes a Secret. */
  readonly makers: ReadonlyMap<string, readonly KubernetesObject[]>
  /** What commands of scripts, pipelines and documents make: `Secret/name`. */
  readonly commanded: () => ReadonlySet<string>
  /** What documents and comments tell people to make: `Secret/name`, and the file that does. */
  readonly said: () => ReadonlyMap<string, string>
}

/** In every namespace, without anybody's doing. */
const EVERYWHERE = new Set(['ConfigMap/kube-root-ca.crt', 'ServiceAccount/default', 'ConfigMap/istio-ca-root-cert'])

/** What the pods of a deployment need and nothing makes. */
export function danglingReferences(
  templates: readonly PodTemplate[],
  named: NamedObjects,
): readonly DanglingReference[] {
  return templates.flatMap(template =>
    referencesOf(template).flatMap(reference => {
      const id = `${reference.kind}/${reference.name}`
      const { key, ...whole } = reference
      if (EVERYWHERE.has(id)) return []
      const { object } = template
      const makers = (named.makers.get(id) ?? []).filter(one => sameNamespace(one.namespace, object.namespace))
      if (makers.length === 0) {
        const saidIn = named.said().get(id)
        return named.commanded().has(id) ? [] : [{ ...whole, by: object, ...(saidIn ? { saidIn } : {}) }]
      }
      const lacks = key !== undefined && makers.every(maker => lacksKey(maker, key))
      // What a command makes may have others.
      return lacks && (reference.kind !== 'Secret' || !named.commanded().has(id)) ? [{ ...reference, by: object }] : []
    }),
  )
}

/** Controllers that fill in keys of a Secret announce themselves there, and examples leave some out. */
const FILLED_IN = /generate|replicat|reflect|vault|inject|sync/i
const EXAMPLE = /example|sample|template|\.dist\b/i

/** Whether a ConfigMap or Secret says all its keys, and this is none. */
function lacksKey({ kind, node, at }: KubernetesObject, key: string): boolean {
  const keys = ['data', 'binaryData', 'stringData'].flatMap(part => entriesOf(child(node, part)).map(([name]) => name))
  if (keys.length === 0 || keys.includes(key) || (kind !== 'ConfigMap' && kind !== 'Secret')) return false
  const annotations = entriesOf(descend(node, 'metadata', 'annotations')).map(([name]) => name)
  return kind === 'ConfigMap' || (!annotations.some(name => FILLED_IN.test(name)) && !EXAMPLE.test(at.path))
}

function referencesOf({ spec, containers }: PodTemplate): readonly Reference[] {
  const account = child(spec, 'serviceAccountName') ?? child(spec, 'serviceAccount')
  return [
    ...to('ServiceAccount', account),
    ...itemsOf(child(spec, 'volumes')).flatMap(volumeReferences),
    ...containers.flatMap(({ node }) => [
      ...itemsOf(child(node, 'envFrom')).flatMap(source => [
        ...required('ConfigMap', child(source, 'configMapRef'), 'name'),
        ...required('Secret', child(source, 'secretRef'), 'name'),
      ]),
      ...itemsOf(child(node, 'env')).flatMap(variable => [
        ...required('ConfigMap', descend(variable, 'valueFrom', 'configMapKeyRef'), 'name'),
        ...required('Secret', descend(variable, 'valueFrom', 'secretKeyRef'), 'name'),
      ]),
    ]),
  ]
}

function volumeReferences(volume: Node): readonly Reference[] {
  const sources = itemsOf(descend(volume, 'projected', 'sources'))
  return [
    ...required('ConfigMap', child(volume, 'configMap'), 'name'),
    ...required('Secret', child(volume, 'secret'), 'secretName'),
    ...chosenKeys('ConfigMap', child(volume, 'configMap'), 'name'),
    ...chosenKeys('Secret', child(volume, 'secret'), 'secretName'),
    ...to('PersistentVolumeClaim', descend(volume, 'persistentVolumeClaim', 'claimName')),
    ...sources.flatMap(source => [
      ...required('ConfigMap', child(source, 'configMap'), 'name'),
      ...required('Secret', child(source, 'secret'), 'name'),
      ...chosenKeys('ConfigMap', child(source, 'configMap'), 'name'),
      ...chosenKeys('Secret', child(source, 'secret'), 'name'),
    ]),
  ]
}

/** What may be absent (`optional: true`) is not needed. */
function required(kind: NeededKind, source: Node | undefined, nameKey: string): readonly Reference[] {
  if (textOf(child(source, 'optional')) === 'true') return []
  const key = textOf(child(source, 'key'))
  return to(kind, child(source, nameKey)).map(one => (key === undefined ? one : { ...one, key }))
}

/** The keys that a volume picks out (`items`): without one of them it is not mounted. */
function chosenKeys(kind: NeededKind, source: Node | undefined, nameKey: string): readonly Reference[] {
  if (textOf(child(source, 'optional')) === 'true') return []
  return itemsOf(child(source, 'items')).flatMap(item => {
    const node = child(item, 'key')
    const key = textOf(node)
    return node && key !== undefined ? to(kind, child(source, nameKey)).map(one => ({ ...one, key, at: node.at })) : []
  })
}

/** A name with an open variable may be any. */
function to(kind: NeededKind, node: Node | undefined): readonly Reference[] {
  const name = textOf(node)
  return node === undefined || name === undefined || !/^[a-z0-9][a-z0-9.-]*$/.test(name)
    ? []
    : [{ kind, name, at: node.at }]
}

/** Everything in a repository that makes what pods need. */
export function namedObjects(objects: readonly KubernetesObject[], tree: Tree): NamedObjects {
  const makers = new Map<string, KubernetesObject[]>()
  for (const object of objects) {
    for (const id of madeBy(object)) {
      const others = makers.get(id)
      if (others) others.push(object)
      else makers.set(id, [object])
    }
  }
  let commanded: ReadonlySet<string> | undefined
  let said: ReadonlyMap<string, string> | undefined
  return {
    makers,
    commanded: () => (commanded ??= madeByCommands(tree)),
    said: () => (said ??= saidByHand(tree)),
  }
}

/** Kinds that make a Secret, and where they say its name; where they do not, it is their own. */
const SECRET_MAKERS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'bitnami.com/SealedSecret': [['spec', 'template', 'metadata', 'name']],
  'external-secrets.io/ExternalSecret': [['spec', 'target', 'name']],
  'external-secrets.io/ClusterExternalSecret': [['spec', 'externalSecretName']],
  'kubernetes-client.io/ExternalSecret': [],
  'cert-manager.io/Certificate': [['spec', 'secretName']],
  'secrets.hashicorp.com/VaultStaticSecret': [['spec', 'destination', 'name']],
  'secrets.hashicorp.com/VaultDynamicSecret': [['spec', 'destination', 'name']],
  'secrets.hashicorp.com/VaultPKISecret': [['spec', 'destination', 'name']],
  'onepassword.com/OnePasswordItem': [],
  'spv.no/AzureKeyVaultSecret': [['spec', 'output', 'secret', 'name']],
  'secrets.doppler.com/DopplerSecret': [['spec', 'managedSecret', 'name']],
  'secrets.infisical.com/InfisicalSecret': [['spec', 'managedSecretReference', 'secretName']],
  'isindir.github.com/SopsSecret': [],
}

function madeBy(object: KubernetesObject): readonly string[] {
  const { kind, name, node } = object
  const type = groupKind(object)
  if (/^\/(?:ConfigMap|Secret|ServiceAccount|PersistentVolumeClaim)$/.test(type)) return [`${kind}/${name}`]
  if (type === 'secrets-store.csi.x-k8s.io/SecretProviderClass')
    return itemsOf(descend(node, 'spec', 'secretObjects')).flatMap(one => secret(textOf(child(one, 'secretName'))))
  // cert-manager and its like put the certificate there.
  if (type === 'networking.k8s.io/Ingress')
    return itemsOf(descend(node, 'spec', 'tls')).flatMap(one => secret(textOf(child(one, 'secretName'))))
  if (type === 'isindir.github.com/SopsSecret')
    return itemsOf(descend(node, 'spec', 'secretTemplates')).flatMap(one => secret(textOf(child(one, 'name'))))
  const paths = Object.hasOwn(SECRET_MAKERS, type) ? SECRET_MAKERS[type] : undefined
  return paths ? secret(paths.map(path => textOf(descend(node, ...path))).find(text => text !== undefined) ?? name) : []
}

function secret(name: string | undefined): readonly string[] {
  return name === undefined ? [] : [`Secret/${name}`]
}

const COMMAND =
  /\bcreate\s+(?:(secret)\s+(?:generic|tls|docker-registry)|(configmap|cm)|(serviceaccount|sa)|(iamserviceaccount))\s+([^\n;|&]{1,500})/g
const KIND: readonly NeededKind[] = ['Secret', 'ConfigMap', 'ServiceAccount', 'ServiceAccount']

const KINDS: readonly (readonly [word: RegExp, kind: NeededKind])[] = [
  [/\bsecrets?\b/i, 'Secret'],
  [/\bconfig ?maps?\b/i, 'ConfigMap'],
  [/\bservice ?accounts?\b/i, 'ServiceAccount'],
]
const MOST_SAID = 20_000

/** What people are told to make: lines of documents, and comments in manifests, that speak of a Secret and name it. */
function saidByHand(tree: Tree): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const { path } of tree.files) {
    const isDocument = /\.(?:md|mdx|txt|rst|adoc)$/i.test(path)
    const text = isDocument || /\.ya?ml$/i.test(path) ? tree.read(path)?.text : undefined
    for (const { 0: line } of text?.matchAll(/^.{1,500}$/gm) ?? []) {
      const said = isDocument ? line : (/(?:^|\s)#(.*)$/.exec(line)?.[1] ?? '')
      const kind = KINDS.find(([word]) => word.test(said))?.[1]
      if (kind === undefined || found.size > MOST_SAID) continue
      for (const [name] of said.matchAll(/(?<![\w.-])[a-z0-9][a-z0-9-]*[a-z0-9](?![\w-])/g))
        found.set(`${kind}/${name}`, path)
    }
  }
  return found
}

/** Names behind `kubectl create secret generic`, `create configmap`, `eksctl create iamserviceaccount`; in Terraform, of its resources. */
export function madeByCommands(tree: Tree): ReadonlySet<string> {
  const found = new Set<string>()
  for (const { path } of tree.files) {
    const text = tree.read(path)?.text
    if (text === undefined) continue
    for (const match of text.matchAll(COMMAND)) {
      const kind = KIND[match.slice(1, 5).findIndex(group => group !== undefined)]
      for (const word of (match[5] ?? '').split(/[\s=]+/)) found.add(`${kind}/${word.replace(/^["'`]|["'`,]+$/g, '')}`)
    }
    if (!path.endsWith('.tf')) continue
    const kinds = ['Secret', 'ConfigMap', 'ServiceAccount', 'PersistentVolumeClaim'] as const
    for (const [, name = ''] of text.matchAll(/\bname\s*=\s*"([^"\n]{1,253})"/g))
      for (const kind of kinds) found.add(`${kind}/${name}`)
  }
  return found
}

/** The kinds of which the manifests make some. */
export function madeKinds(objects: readonly KubernetesObject[]): ReadonlySet<string> {
  const makers = objects.filter(({ kind }) => kind !== 'Ingress')
  return new Set(makers.flatMap(madeBy).map(id => id.slice(0, id.indexOf('/'))))
}
