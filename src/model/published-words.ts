import type { PublishedPort } from './system.js'

/** Through what a port is open beyond its host or cluster, as the end of a sentence: ` on host port 5432`. */
export function through({ host, by, container }: PublishedPort): string {
  if (by?.kind === 'hostPort') return host?.known ? ` on port ${host.value} of its node` : ' on a port of its node'
  if (by) {
    const port = container.known ? ` (port ${container.value})` : ''
    return ` through the ${by.kind === 'externalIPs' ? 'external addresses' : by.kind} of the Service ${by.name}${port}`
  }
  return host?.known ? ` on host port ${host.value}` : ''
}

/** How to close it to others on a swarm, which publishes on every address of every node, whatever address is written. */
export const CLOSED_ON_SWARM =
  'Drop the `ports` entry: services of one network reach each other without it. A swarm ignores an address before a port, so `127.0.0.1:` keeps nobody out.'

/** How to close it on Kubernetes; undefined on other platforms. */
export function closing({ by }: PublishedPort): string | undefined {
  if (by?.kind === 'hostPort') return 'Remove `hostPort` (and `hostNetwork: true`): pods reach it through its Service.'
  if (by)
    return `Make the Service ${by.name} one of the cluster (\`type: ClusterIP\`, without \`externalIPs\`), and use \`kubectl port-forward\` or a VPN for what people need to see.`
  return undefined
}
