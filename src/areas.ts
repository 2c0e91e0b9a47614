import type { System, Workload } from './model/system.js'

/**
 * The areas whose rules have something to judge only where a technology occurs, and whether it does. They are not asked
 * where it does not, and the bundle does not load them. Rules of all other areas are always asked.
 */
export const AREAS: Readonly<Record<string, (system: System) => boolean>> = {
  datastore: isDeployed,
  elasticsearch: runs(({ software }) => isOrSpeaks(software, 'elasticsearch')),
  health: isDeployed,
  image: isDeployed,
  kafka: isDeployed,
  kubernetes: ({ clusters, deployments }) =>
    clusters.length > 0 || deployments.some(({ platform }) => platform === 'kubernetes'),
  mongodb: runs(({ software }) => isOrSpeaks(software, 'mongodb')),
  nginx: system => system.proxies.some(({ nginx }) => nginx !== undefined),
  pool: ({ pools, poolers }) => pools.length > 0 || poolers.length > 0,
  postgres: runs(({ software }) => software?.kind === 'pooler' || isOrSpeaks(software, 'postgres')),
  process: isDeployed,
  query: hasCode,
  rabbitmq: runs(({ software }) => isOrSpeaks(software, 'rabbitmq')),
  redis: runs(({ software }) => isOrSpeaks(software, 'redis')),
  resilience: hasCode,
  scale: hasCode,
  schema: ({ schemas }) => schemas.length > 0,
  traefik: system =>
    system.proxies.some(({ traefik }) => traefik !== undefined) ||
    system.workloads.some(({ labels }) => [...labels.keys()].some(name => /^traefik\./i.test(name))),
  web: hasCode,
  workload: isDeployed,
}

/** The area of a rule: the first part of its id. */
export function areaOf(id: string): string {
  return id.slice(0, id.indexOf('/'))
}

/** The areas whose rules are asked about a system, of those that are not always asked. */
export function areasIn(system: System): ReadonlySet<string> {
  return new Set(Object.keys(AREAS).filter(area => AREAS[area]?.(system)))
}

/** Something is run or is there to be run, or may be said in a file that cannot be read. */
function isDeployed({ deployments, images, services, unreadable, workloads }: System): boolean {
  return [workloads, services, images, deployments, unreadable].some(list => list.length > 0)
}

function hasCode({ services }: System): boolean {
  return services.length > 0
}

function runs(matches: (workload: Workload) => boolean): (system: System) => boolean {
  return system => system.workloads.some(matches)
}

function isOrSpeaks(software: Workload['software'], id: string): boolean {
  return software !== undefined && (software.id === id || software.speaks === id)
}
