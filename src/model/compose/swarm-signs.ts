import type { ComposeProject, ComposeResource, ComposeService } from '../../parse/compose/project.js'
import { child, descend, textOf } from '../../parse/node.js'
import { itemsOf } from '../read-node.js'

/** What only a swarm does with a service; `docker compose` passes it over. */
const SWARM_ONLY = ['placement', 'labels', 'update_config', 'rollback_config', 'endpoint_mode']

/**
 * Whether a set can be meant for a swarm alone, by what it holds: secrets or configs that already exist, which `docker compose`
 * refuses (docker/compose v2.40 `pkg/compose/create.go`: "unsupported external secret"); an overlay network of its own
 * beside settings that a swarm alone reads; a Traefik that asks the swarm for services.
 */
export function isForSwarm({ secrets, configs, networks, services }: ComposeProject): boolean {
  if ([...secrets.values(), ...configs.values()].some(isExternal)) return true
  const all = [...services.values()]
  const overlay = [...networks.values()].some(network => textOf(child(network.node, 'driver')) === 'overlay')
  return (overlay && all.some(setsForSwarm)) || all.some(asksSwarm)
}

function isExternal({ node }: ComposeResource): boolean {
  return textOf(child(node, 'external')) === 'true'
}

function setsForSwarm({ node }: ComposeService): boolean {
  return (
    SWARM_ONLY.some(key => descend(node, 'deploy', key) !== undefined) ||
    textOf(descend(node, 'deploy', 'mode')) === 'global'
  )
}

/** https://doc.traefik.io/traefik/v3.5/providers/swarm/, and `swarmMode` of version 2. */
function asksSwarm({ node }: ComposeService): boolean {
  return itemsOf(child(node, 'command')).some(word =>
    /^--providers\.(?:swarm(?:[.=]|$)|docker\.swarmmode(?:=true)?$)/i.test(textOf(word) ?? ''),
  )
}
