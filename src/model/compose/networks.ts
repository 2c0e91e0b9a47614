import type { ComposeProject, ComposeService } from '../../parse/compose/project.js'
import { child, type MapNode } from '../../parse/node.js'
import { knownValue } from '../../source.js'
import { entriesOf, textAt, textsOf } from '../read-node.js'
import type { NetworkAttachment } from '../system.js'
import { booleanValue } from './settings.js'

const MOST_HOPS = 10

/** The networks that a service is on; with `network_mode: service:x` those of x, where it has no name of its own. */
export function networksOf(
  service: ComposeService,
  project: ComposeProject,
  directory: string,
): readonly NetworkAttachment[] {
  const owner = namespaceOwner(service, project)
  if (!owner) return []
  const { node } = owner
  const own = entriesOf(child(node, 'networks'))
  const fixed = knownValue(textAt(node, 'container_name'))
  const named = owner === service ? [service.name, ...(fixed ? [fixed] : [])] : []
  return (own.length > 0 ? own : [['default', undefined] as const]).map(([network, options]) => ({
    ...identityOf(network, project, directory),
    aliases: [...named, ...(owner === service ? textsOf(child(options, 'aliases')) : [])],
  }))
}

/**
 * Whether it is on `internal` networks alone. Docker publishes no port of such a container: the bridge driver maps none for a
 * network without a way out (moby, `libnetwork/drivers/bridge`, `addPortMappings`). A swarm publishes through its ingress
 * network all the same; what an external network is, the repository does not tell.
 */
export function isShutIn(service: ComposeService, project: ComposeProject): boolean {
  if (child(service.node, 'network_mode')) return false
  const own = entriesOf(child(service.node, 'networks')).map(([network]) => network)
  return (own.length > 0 ? own : ['default']).every(name => {
    const node = project.networks.get(name)?.node
    return booleanValue(child(node, 'internal')) === true && booleanValue(child(node, 'external')) !== true
  })
}

/** The service whose network a service has: its own, that of `network_mode: service:x`, or none that other containers are on. */
function namespaceOwner(service: ComposeService, project: ComposeProject): ComposeService | undefined {
  let owner: ComposeService | undefined = service
  for (let hops = 0; owner && hops < MOST_HOPS; hops++) {
    if (!child(owner.node, 'network_mode')) return owner
    const name: string | undefined = /^service:(.+)$/.exec(knownValue(textAt(owner.node, 'network_mode')) ?? '')?.[1]
    owner = name === undefined ? undefined : (project.services.get(name) ?? project.disabled.get(name))
  }
  return undefined
}

function identityOf(network: string, project: ComposeProject, directory: string): Omit<NetworkAttachment, 'aliases'> {
  const node = project.networks.get(network)?.node
  const name = textAt(node, 'name')
  if (booleanValue(child(node, 'external'))) {
    const real = knownValue(name) ?? network
    return { network: `external:${real}`, ...(name?.known === false ? {} : { identity: real }) }
  }
  if (name) return { network, ...(name.known ? { identity: name.value } : {}) }
  return { network, identity: `${directory}/${network}` }
}

/** Names that only this service knows: `links` by service, `extra_hosts` by address. */
export function localNamesOf(node: MapNode): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const link of textsOf(child(node, 'links'))) {
    const [service = '', alias] = link.split(':')
    if (alias) names.set(alias, service)
  }
  const hosts = child(node, 'extra_hosts')
  for (const [name, addresses] of entriesOf(hosts)) {
    const [address] = textsOf(addresses)
    if (address) names.set(name, address)
  }
  return names
}
