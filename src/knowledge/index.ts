import adminTools from './images/admin-tools.js'
import agents from './images/agents.js'
import applications from './images/applications.js'
import backupTools from './images/backup-tools.js'
import cassandra from './images/cassandra.js'
import clickhouse from './images/clickhouse.js'
import cockroachdb from './images/cockroachdb.js'
import coordination from './images/coordination.js'
import couchdb from './images/couchdb.js'
import dashboards from './images/dashboards.js'
import developmentTools from './images/development-tools.js'
import dockerSocketProxy from './images/docker-socket-proxy.js'
import elasticsearch from './images/elasticsearch.js'
import eventstore from './images/eventstore.js'
import exporters from './images/exporters.js'
import grafana from './images/grafana.js'
import identity from './images/identity.js'
import influxdb from './images/influxdb.js'
import kafka from './images/kafka.js'
import kafkaTools from './images/kafka-tools.js'
import logCollectors from './images/log-collectors.js'
import memcached from './images/memcached.js'
import minio from './images/minio.js'
import mongodb from './images/mongodb.js'
import mssql from './images/mssql.js'
import mysql from './images/mysql.js'
import nats from './images/nats.js'
import neo4j from './images/neo4j.js'
import nginx from './images/nginx.js'
import poolers from './images/poolers.js'
import postgres from './images/postgres.js'
import prometheus from './images/prometheus.js'
import proxies from './images/proxies.js'
import rabbitmq from './images/rabbitmq.js'
import redis from './images/redis.js'
import redpanda from './images/redpanda.js'
import runtimes from './images/runtimes.js'
import temporal from './images/temporal.js'
import tracing from './images/tracing.js'
import traefik from './images/traefik.js'
import vectorStores from './images/vector-stores.js'
import zookeeper from './images/zookeeper.js'
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
  cassandra,
  clickhouse,
  cockroachdb,
  coordination,
  couchdb,
  dashboards,
  developmentTools,
  dockerSocketProxy,
  elasticsearch,
  eventstore,
  exporters,
  grafana,
  identity,
  influxdb,
  kafka,
  kafkaTools,
  logCollectors,
  memcached,
  minio,
  mongodb,
  mssql,
  mysql,
  nats,
  neo4j,
  nginx,
  poolers,
  postgres,
  prometheus,
  proxies,
  rabbitmq,
  redis,
  redpanda,
  runtimes,
  temporal,
  tracing,
  traefik,
  vectorStores,
  zookeeper,
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
