import { child, type MapNode, type Node, textOf } from '../../parse/node.js'
import { type Fact, known, knownValue } from '../../source.js'
import { optional } from '../compose/settings.js'
import { booleanFact, itemsOf, textAt } from '../read-node.js'
import type { Mount, MountedFile } from '../system.js'
import { configMapData, type ReadConfigText, secretContent } from './config.js'
import type { ObjectIndex } from './index.js'
import type { PodTemplate } from './pods.js'

/** What a container sees of the volumes of its pod. */
export interface ContainerMounts {
  readonly mounts: readonly Mount[]
  /** Paths of files that Secrets give. */
  readonly secretFiles: readonly string[]
}

/** What reading mounts needs to know of the deployment. */
export interface MountContext {
  readonly index: ObjectIndex
  readonly readText: ReadConfigText
}

/** More keys of one ConfigMap, or more mounts of one container, than anybody mounts. */
const MOST_FILES = 100

/** Reads `volumeMounts` of a container against the `volumes` of its pod and the claims of its StatefulSet. */
export function mountsIn(container: MapNode, template: PodTemplate, context: MountContext): ContainerMounts {
  const volumes = new Map<string, Node>()
  for (const volume of itemsOf(child(template.spec, 'volumes')))
    volumes.set(textOf(child(volume, 'name')) ?? '', volume)
  const claims = new Set(
    itemsOf(child(child(template.object.node, 'spec'), 'volumeClaimTemplates')).map(claim =>
      textOf(child(child(claim, 'metadata'), 'name')),
    ),
  )
  const all = itemsOf(child(container, 'volumeMounts'))
    .slice(0, MOST_FILES)
    .flatMap(item => {
      const name = textOf(child(item, 'name')) ?? ''
      return claims.has(name)
        ? [mount(item, 'claim', textAt(item, 'name'))]
        : partsOf(item, volumes.get(name), template.object.namespace, context)
    })
  return {
    mounts: all.flatMap(part => part.mount ?? []),
    secretFiles: all.flatMap(part => part.secretFile ?? []),
  }
}

interface Part {
  readonly mount?: Mount
  readonly secretFile?: string
}

function mount(
  item: Node,
  type: Mount['type'],
  source: Fact<string> | undefined,
  target = textAt(item, 'mountPath'),
): Part {
  if (!target) return {}
  const given = type === 'config' || type === 'secret'
  const readOnly = given || knownValue(booleanFact(child(item, 'readOnly'))) === true
  return { mount: { type, ...optional('source', source), target, readOnly, at: item.at } }
}

/** https://kubernetes.io/docs/concepts/storage/volumes/ */
function partsOf(
  item: Node,
  volume: Node | undefined,
  namespace: string | undefined,
  context: MountContext,
): readonly Part[] {
  if (child(volume, 'configMap')) return configParts(item, child(volume, 'configMap'), namespace, context)
  if (child(volume, 'secret')) return secretParts(item, child(volume, 'secret'), 'secretName', namespace, context)
  const sources = itemsOf(child(child(volume, 'projected'), 'sources'))
  if (sources.length > 0) return projectedParts(item, sources.slice(0, MOST_FILES), namespace, context)
  const memory = textOf(child(child(volume, 'emptyDir'), 'medium')) === 'Memory'
  if (child(volume, 'emptyDir')) return [mount(item, memory ? 'tmpfs' : 'empty-dir', textAt(volume, 'name'))]
  const claim = child(volume, 'persistentVolumeClaim')
  if (claim) return [mount(item, 'claim', textAt(claim, 'claimName'))]
  const host = child(volume, 'hostPath')
  if (host) return [mount(item, 'bind', hostPathOf(item, host))]
  // A claim that is made for the pod goes with it.
  if (child(volume, 'ephemeral')) return [mount(item, 'empty-dir', textAt(volume, 'name'))]
  const csi = textOf(child(child(volume, 'csi'), 'driver'))
  if (csi === 'secrets-store.csi.k8s.io') return [mount(item, 'secret', textAt(volume, 'name'))]
  if (child(volume, 'downwardAPI')) return []
  return [mount(item, 'other', volume && textAt(volume, 'name'))]
}

/** Several sources in one directory: what lies there is known when all of them are ConfigMaps that are. */
function projectedParts(
  item: Node,
  sources: readonly Node[],
  namespace: string | undefined,
  context: MountContext,
): readonly Part[] {
  const parts = sources.flatMap(source => {
    if (child(source, 'configMap')) return configParts(item, child(source, 'configMap'), namespace, context)
    return child(source, 'secret') ? secretParts(item, child(source, 'secret'), 'name', namespace, context) : []
  })
  const [first] = parts
  const files = parts.flatMap(({ mount: one }) => (one?.type === 'config' && one.files ? [one.files] : []))
  if (first?.mount && files.length === sources.length) return [{ mount: { ...first.mount, files: files.flat() } }]
  return parts.map(({ mount: one, ...rest }) => {
    const { files: _, ...bare } = one ?? {}
    return one ? { ...rest, mount: bare as Mount } : rest
  })
}

/** The directory of the host, with the part of it that is mounted. */
function hostPathOf(item: Node, host: Node): Fact<string> | undefined {
  const path = textAt(host, 'path')
  const below = textOf(child(item, 'subPath'))
  return path?.known && below !== undefined ? known(`${path.value.replace(/\/$/, '')}/${below}`, path.at) : path
}

interface KeyFile {
  readonly key: string
  readonly target: string
}

/** The files that keys become: `items` choose and rename them, `subPath` mounts one of them. */
function filesOf(item: Node, source: Node | undefined, keys: readonly string[]): readonly KeyFile[] {
  const target = textOf(child(item, 'mountPath'))
  if (target === undefined) return []
  const chosen = itemsOf(child(source, 'items')).flatMap(one => {
    const key = textOf(child(one, 'key'))
    return key === undefined ? [] : [{ key, path: textOf(child(one, 'path')) ?? key }]
  })
  const files = chosen.length > 0 ? chosen : keys.map(key => ({ key, path: key }))
  const only = textOf(child(item, 'subPath'))
  if (only !== undefined) return files.flatMap(({ key, path }) => (path === only ? [{ key, target }] : []))
  return files.map(({ key, path }) => ({ key, target: `${target.replace(/\/$/, '')}/${path}` }))
}

function configParts(
  item: Node,
  source: Node | undefined,
  namespace: string | undefined,
  { index, readText }: MountContext,
): readonly Part[] {
  const name = textAt(source, 'name')
  const whole = mount(item, 'config', name)
  const data = name?.known ? configMapData(index, name.value, namespace) : undefined
  if (!whole.mount || !data) return [whole]
  const files = filesOf(item, source, [...data.keys()])
    .slice(0, MOST_FILES)
    .flatMap(({ key, target }): MountedFile[] => {
      const entry = data.get(key)
      const text = entry && readText(entry.node)
      return text ? [{ path: target, source: text }] : []
    })
  return [{ mount: { ...whole.mount, files } }]
}

function secretParts(
  item: Node,
  source: Node | undefined,
  nameKey: 'name' | 'secretName',
  namespace: string | undefined,
  context: MountContext,
): readonly Part[] {
  const name = textAt(source, nameKey)
  const content = name?.known ? secretContent(context.index, name.value, namespace) : undefined
  const whole = mount(item, 'secret', name)
  const only = textOf(child(item, 'subPath')) === undefined ? undefined : textOf(child(item, 'mountPath'))
  const files = content ? filesOf(item, source, [...content.keys.keys()]).slice(0, MOST_FILES) : []
  const paths = files.length > 0 ? files.map(file => file.target) : only === undefined ? [] : [only]
  return [whole, ...paths.map(secretFile => ({ secretFile }))]
}
