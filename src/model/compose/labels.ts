import { child, descend, type MapNode, type Node } from '../../parse/node.js'
import { known, knownValue, type Span } from '../../source.js'
import { entriesOf, textFact } from '../read-node.js'
import type { Deployment, Label, Workload } from '../system.js'

/** The labels of the containers and, in a swarm, of the service: `docker compose` puts those of `deploy` nowhere. */
export function labelsOf(node: MapNode, platform: Deployment['platform']): Workload['labels'] {
  const ofService = platform === 'swarm' ? entriesOf(descend(node, 'deploy', 'labels')) : []
  return new Map([
    ...entriesOf(child(node, 'labels')).map(([key, value, at]) => [key, labelOf(value, at)] as const),
    ...ofService.map(([key, value, at]) => [key, { ...labelOf(value, at), ofService: true }] as const),
  ])
}

function labelOf(value: Node, at: Span): Label {
  return { value: textFact(value) ?? known('', at), at }
}

/**
 * Whether a proxy that reads containers sends users here: Traefik by a router or, enabled, by its default rule
 * (https://doc.traefik.io/traefik/providers/docker/, v3), caddy-docker-proxy by the label `caddy`, nginx-proxy by VIRTUAL_HOST.
 */
export function isRouted(labels: Workload['labels'], environment: Workload['environment']): boolean {
  if (environment.has('VIRTUAL_HOST')) return true
  const enabled = knownValue(labels.get('traefik.enable')?.value)?.toLowerCase()
  const names = [...labels.keys()]
  if (names.some(name => /^caddy(?:_\d+)?$/.test(name))) return true
  if (enabled === 'false') return false
  return enabled === 'true' || names.some(name => /^traefik\.(?:http|tcp|udp)\.routers\./i.test(name))
}
