import adminTools from './images/admin-tools.js'
import agents from './images/agents.js'
import applications from './images/applications.js'
import backupTools from './images/backup-tools.js'
import dashboards from './images/dashboards.js'
import developmentTools from './images/development-tools.js'
import dockerSocketProxy from './images/docker-socket-proxy.js'
import elasticsearch from './images/elasticsearch.js'
import exporters from './images/exporters.js'
import grafana from './images/grafana.js'
import identity from './images/identity.js'
import logCollectors from './images/log-collectors.js'
import mongodb from './images/mongodb.js'
import mysql from './images/mysql.js'
import nginx from './images/nginx.js'
import postgres from './images/postgres.js'
import prometheus from './images/prometheus.js'
import proxies from './images/proxies.js'
import redis from './images/redis.js'
import runtimes from './images/runtimes.js'
import tracing from './images/tracing.js'
import traefik from './images/traefik.js'
import { matchRepositories, mirroredRepository } from './repositories.js'
import type { Distribution, Software } from './software.js'

export interface KnownSoftware {
  readonly software: Software
  readonly distribution: Distribution
}

const files: readonly (Software | readonly Software[])[] = [
  adminTools,
  agents,
  applications,
  backupTools,
  dashboards,
  developmentTools,
  dockerSocketProxy,
  elasticsearch,
  exporters,
  grafana,
  identity,
  logCollectors,
  mongodb,
  mysql,
  nginx,
  postgres,
  prometheus,
  proxies,
  redis,
  runtimes,
  tracing,
  traefik,
]

/** Every piece of software that is known, one entry per id. */
export const allSoftware: readonly Software[] = files.flat()

const find = matchRepositories(
  allSoftware.flatMap(software =>
    software.distributions.flatMap(distribution =>
      distribution.images.map(pattern => ({ pattern, value: { software, distribution } })),
    ),
  ),
)

/**
 * What an image runs, by `ImageReference.repository`. A private registry's copy of a public image counts when the public
 * path stands in full behind the host (see `mirroredRepository`); a familiar last part alone never does. Undefined when
 * the image is not known.
 */
export function softwareOf(repository: string): KnownSoftware | undefined {
  const direct = find(repository)
  if (direct) return direct
  for (const candidate of mirroredRepository(repository)) {
    const found = find(candidate)
    if (found) return found
  }
  return undefined
}
