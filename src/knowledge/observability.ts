/** What is known of software from the side of those who watch it. Ids are those of `Software`. */

/** Agents that carry metrics to where they are kept, their own or a hosted system. Others only ship logs or restart containers. */
export const METRICS_AGENTS: ReadonlySet<string> = new Set([
  ...['datadog-agent', 'newrelic-agent', 'dynatrace-agent', 'instana-agent', 'appdynamics-agent', 'telegraf'],
  ...['zabbix-agent', 'netdata', 'elastic-agent', 'alloy', 'vmagent', 'beyla'],
])

/** Programs that collect the logs of others. */
export const LOG_COLLECTORS: ReadonlySet<string> = new Set([
  ...['fluentd', 'fluent-bit', 'promtail', 'alloy', 'vector', 'logstash', 'beats', 'elastic-agent', 'logspout'],
  ...['syslog-ng', 'datadog-agent', 'newrelic-agent', 'dynatrace-agent', 'instana-agent', 'otel-collector'],
])

/** Data services without metrics of their own in the format of Prometheus, and the exporters that read them. */
export const EXPORTERS_FOR: ReadonlyMap<string, readonly string[]> = new Map([
  ['postgres', ['postgres-exporter', 'sql-exporter']],
  ['mysql', ['mysqld-exporter', 'sql-exporter']],
  ['mariadb', ['mysqld-exporter', 'sql-exporter']],
  ['redis', ['redis-exporter']],
  ['valkey', ['redis-exporter']],
  ['keydb', ['redis-exporter']],
  ['mongodb', ['mongodb-exporter']],
])

/** The usual exporter of a data service, by the images that are pulled most: repository and the port of its metrics. */
const EXPORTER_IMAGES: Readonly<Record<string, readonly [image: string, port: number]>> = {
  kafka: ['danielqsj/kafka-exporter', 9308],
  keydb: ['oliver006/redis_exporter', 9121],
  mariadb: ['prom/mysqld-exporter', 9104],
  memcached: ['prom/memcached-exporter', 9150],
  mongodb: ['percona/mongodb_exporter', 9216],
  mysql: ['prom/mysqld-exporter', 9104],
  nats: ['natsio/prometheus-nats-exporter', 7777],
  pgbouncer: ['prometheuscommunity/pgbouncer-exporter', 9127],
  postgres: ['prometheuscommunity/postgres-exporter', 9187],
  redis: ['oliver006/redis_exporter', 9121],
  valkey: ['oliver006/redis_exporter', 9121],
}

/** The image of the usual exporter that shows its metrics on a port; undefined when it is none of these ports. */
export function exporterOn(port: number): string | undefined {
  return Object.values(EXPORTER_IMAGES).find(([, own]) => own === port)?.[0]
}

/** What to scrape in place of a port that speaks no HTTP, in the imperative. */
export function metricsInstead(software: { readonly id: string; readonly name: string }): string {
  // https://www.rabbitmq.com/docs/prometheus
  if (software.id === 'rabbitmq')
    return 'Switch its plugin on (`rabbitmq-plugins enable rabbitmq_prometheus`) and scrape port 15692.'
  const [image, port] = EXPORTER_IMAGES[software.id] ?? []
  return image === undefined
    ? `Run an exporter for ${software.name} and scrape that.`
    : `Run an exporter (\`${image}\`) that connects to ${software.name}, and scrape its port ${port} instead.`
}

/** Ports that speak a protocol of their own and answer no HTTP request, by software; of others, HTTP is possible. */
const OWN_PROTOCOL: Readonly<Record<string, readonly number[]>> = {
  cassandra: [9042, 7000, 7199],
  clickhouse: [9000, 9009],
  cockroachdb: [26257],
  kafka: [9092, 9093],
  keydb: [6379],
  mariadb: [3306],
  memcached: [11211],
  mongodb: [27017],
  mssql: [1433],
  mysql: [3306],
  nats: [4222, 6222],
  neo4j: [7687],
  openldap: [389, 636],
  pgbouncer: [6432, 5432],
  pgpool: [5432, 9999, 9898],
  postgres: [5432],
  rabbitmq: [5672, 25672],
  redis: [6379],
  redpanda: [9092, 33145],
  temporal: [7233, 6933],
  valkey: [6379],
  zookeeper: [2181, 2888, 3888],
}

/** Whether a port of this software speaks no HTTP. */
export function speaksOwnProtocol(software: string, port: number): boolean {
  return OWN_PROTOCOL[software]?.includes(port) === true
}

/** Kinds of software whose images listen on their known ports and nowhere else, unless a flag or variable says so. */
export const FIXED_PORTS: ReadonlySet<string> = new Set(['prometheus', 'alertmanager', 'pushgateway', 'grafana'])
