import { directoryOf } from '../../paths.js'
import type { Span } from '../../source.js'
import type { Entry, MapNode, Node, ScalarNode } from '../node.js'
import { type Loading, reject, type Scope } from './loading.js'
import { applyRemovals, mergeNodes, type Removals } from './merge.js'
import { isUnknown, knownText, without } from './nodes.js'
import { relativePath, resolvePath } from './paths.js'

/** A file that services are extended from. */
export interface ExtendedFile {
  readonly services: ReadonlyMap<string, Entry>
  readonly removals: Removals
}

/** What `applyExtends` needs of the loader. */
export interface Extending {
  readonly loading: Loading
  readonly scope: Scope
  /** The Compose file whose services are extended. */
  readonly file: string
  /** Reads a file to extend from: its services in long form, with paths relative to the project directory. */
  readonly open: (path: string, directory: string) => ExtendedFile | undefined
}

const MAX_CHAIN = 100

/** Fills in what services take from others by `extends`. What cannot be found or goes round in circles is a problem. */
export function applyExtends(root: MapNode, removals: Removals, extending: Extending): MapNode {
  const entries = new Map(root.entries)
  for (const kind of ['services', 'jobs']) {
    const section = entries.get(kind)
    if (section?.node.kind !== 'map') continue
    const services = new Map(section.node.entries)
    const chain: Chain = { ...extending, services, removals, links: [] }
    for (const name of services.keys()) extendService(name, chain)
    entries.set(kind, { ...section, node: { ...section.node, entries: services } })
  }
  return { ...root, entries }
}

interface Chain extends Extending {
  /** Changed as services are completed. */
  readonly services: Map<string, Entry>
  readonly removals: Removals
  readonly links: readonly string[]
}

interface Reference {
  readonly service: string
  readonly file?: string
  readonly at: Span
}

function extendService(name: string, chain: Chain): Node | undefined {
  const entry = chain.services.get(name)
  const service = entry?.node
  if (!entry || service?.kind !== 'map') return service
  const written = service.entries.get('extends')?.node
  if (!written) return service
  const own = without(service, 'extends')
  const reference = referenceOf(written)
  const base = reference ? baseOf(name, reference, chain) : undefined
  if (!reference && !isUnknownReference(written)) {
    reject(chain.loading, written.at, 'wrong-type', `services.${name}.extends must name a service`)
  }
  const affordable = base && chain.loading.spend(sizeOf(base), written.at)
  const merged = base && affordable ? mergeNodes(base, own, ['services', name], chain.loading.report) : own
  const completed = merged.kind === 'map' ? { ...without(merged, 'extends'), at: service.at } : own
  chain.services.set(name, { ...entry, node: completed })
  return completed
}

/** Nodes of a service and of its settings, as far as merging copies them. */
function sizeOf(service: Node): number {
  if (service.kind === 'scalar') return 1
  const children = service.kind === 'list' ? service.items : [...service.entries.values()].map(entry => entry.node)
  return children.reduce(
    (sum, child) => sum + (child.kind === 'map' ? child.entries.size : child.kind === 'list' ? child.items.length : 1),
    1,
  )
}

function isUnknownReference(node: Node): boolean {
  return isUnknown(node) || (node.kind === 'map' && [...node.entries.values()].some(entry => isUnknown(entry.node)))
}

function referenceOf(node: Node): Reference | undefined {
  const text = (part: Node | undefined) => knownText(part)
  if (node.kind === 'scalar') {
    const service = text(node)
    return service === undefined ? undefined : { service, at: node.at }
  }
  if (node.kind !== 'map') return undefined
  const service = text(node.entries.get('service')?.node)
  const fileNode = node.entries.get('file')?.node as ScalarNode | undefined
  const file = text(fileNode)
  if (service === undefined || isUnknown(fileNode)) return undefined
  return { service, at: fileNode?.at ?? node.at, ...(file === undefined ? {} : { file }) }
}

function baseOf(name: string, reference: Reference, chain: Chain): Node | undefined {
  const { loading, scope } = chain
  let { services, removals } = chain
  let link = `${chain.file}\n${name}`
  if (reference.file !== undefined) {
    const path = resolvePath(scope.directory, reference.file)
    const opened = chain.open(path, relativePath(scope.directory, directoryOf(path)))
    if (!opened) {
      loading.missing(path, reference.at)
      return undefined
    }
    services = new Map(opened.services)
    removals = opened.removals
    link = `${path}\n${name}`
  }
  if (!services.has(reference.service)) {
    reject(
      loading,
      reference.at,
      'undefined-reference',
      `services.${name} extends the service ${reference.service}, which is not defined`,
    )
    return undefined
  }
  if (chain.links.includes(link) || chain.links.length >= MAX_CHAIN) {
    reject(loading, reference.at, 'cycle', `services.${name} extends itself`)
    return undefined
  }
  const base = extendService(reference.service, { ...chain, services, removals, links: [...chain.links, link] })
  if (base?.kind !== 'map') return undefined
  const wrapped: Removals | undefined = chain.removals.children.get('services')?.children.get(name)
  return applyRemovals(base, wrapped)
}
