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
