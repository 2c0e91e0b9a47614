import type { Entry, MapNode, Node } from '../node.js'
import type { Loading } from './loading.js'
import { mergeNodes } from './merge.js'
import { mapEntries, without } from './nodes.js'

/** Attributes that are also read under the name they had before they were adopted (compose-go v2.16, loader/aliases.go). */
export function promoteExtensions(root: MapNode, loading: Loading): MapNode {
  return mapEntries(root, (section, kind) => {
    if (kind !== 'services' || section.kind !== 'map') return section
    return mapEntries(section, (service, name) => {
      const promoted = promote(service, 'x-develop', 'develop', ['services', name], loading)
      return promoted.kind === 'map' ? promoteWatch(promoted, name, loading) : promoted
    })
  })
}

function promoteWatch(service: MapNode, name: string, loading: Loading): MapNode {
  const develop = service.entries.get('develop')?.node
  const watch = develop?.kind === 'map' ? develop.entries.get('watch')?.node : undefined
  if (develop?.kind !== 'map' || watch?.kind !== 'list') return service
  const path = ['services', name, 'develop', 'watch', '[]']
  const items = watch.items.map(item => promote(item, 'x-initialSync', 'initial_sync', path, loading))
  const change = (node: Node, key: string): Node => (key === 'watch' ? { ...watch, items } : node)
  return mapEntries(service, (node, key) => (key === 'develop' ? mapEntries(develop, change) : node))
}

function promote(node: Node, from: string, to: string, path: readonly string[], loading: Loading): Node {
  const old = node.kind === 'map' ? node.entries.get(from) : undefined
  if (node.kind !== 'map' || !old) return node
  const own = node.entries.get(to)
  const entry: Entry = own ? { ...own, node: mergeNodes(old.node, own.node, [...path, to], loading.report) } : old
  const rest = without(node, from)
  return { ...rest, entries: new Map([...rest.entries, [to, entry]]) }
}
