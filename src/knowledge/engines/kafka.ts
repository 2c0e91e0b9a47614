import { fromVariable } from '../arguments.js'
import type { ServiceFacts } from '../facts.js'
import type { Distribution } from '../software.js'
import { hostsIn } from '../verdicts.js'

/** Broker defaults that matter for safety, as Kafka documents them. https://kafka.apache.org/documentation/#brokerconfigs */
export const KAFKA_DEFAULTS: ReadonlyMap<string, string> = new Map([
  ['default.replication.factor', '1'],
  ['offsets.topic.replication.factor', '3'],
  ['transaction.state.log.replication.factor', '3'],
  ['transaction.state.log.min.isr', '2'],
  ['min.insync.replicas', '1'],
  ['num.partitions', '1'],
  ['auto.create.topics.enable', 'true'],
  ['log.retention.hours', '168'],
  ['unclean.leader.election.enable', 'false'],
])

/** What the resource `Kafka` of the operator Strimzi has brokers read: https://strimzi.io/docs/operators/latest/configuring */
export const STRIMZI: Distribution = {
  id: 'strimzi',
  images: [],
  dataPaths: [],
  setting: (facts, name) => fromVariable(facts.environment(name)),
}

/** A broker property as the image in use is given it. */
export interface KafkaProperty {
  /** The variable that sets it in this image. */
  readonly variable: string
  /** Undefined when not set, null when set to something unknown. */
  readonly value: string | null | undefined
}

/**
 * The variable of a broker property. Confluent's and Apache's images turn `.` into `_`, `-` into `__` and `_` into `___`
 * behind KAFKA_; Bitnami's does so behind KAFKA_CFG_. Strimzi is given the properties themselves (`spec.kafka.config`).
 * https://docs.confluent.io/platform/current/installation/docker/config-reference.html
 * https://github.com/apache/kafka/blob/trunk/docker/examples/README.md
 */
export function kafkaVariable(distribution: string, property: string): string {
  if (distribution === STRIMZI.id) return property
  const name = property.replaceAll('_', '___').replaceAll('-', '__').replaceAll('.', '_').toUpperCase()
  return distribution === 'bitnami' ? `KAFKA_CFG_${name}` : `KAFKA_${name}`
}

/** Bare names that Bitnami's image takes as aliases of their KAFKA_CFG_ form. */
const BITNAMI_BARE: ReadonlySet<string> = new Set([
  'KAFKA_ADVERTISED_LISTENERS',
  'KAFKA_CONTROLLER_LISTENER_NAMES',
  'KAFKA_CONTROLLER_QUORUM_VOTERS',
  'KAFKA_INTER_BROKER_LISTENER_NAME',
  'KAFKA_LISTENERS',
  'KAFKA_LISTENER_SECURITY_PROTOCOL_MAP',
  'KAFKA_NODE_ID',
  'KAFKA_PROCESS_ROLES',
  'KAFKA_ZOOKEEPER_CONNECT',
])

/** The value of a broker property in the environment of a Kafka container. Defaults are not applied: see `KAFKA_DEFAULTS`. */
export function kafkaProperty(facts: ServiceFacts, property: string): KafkaProperty {
  const variable = kafkaVariable(facts.distribution.id, property)
  const value = facts.environment(variable)
  if (value !== undefined || facts.distribution.id !== 'bitnami') return { variable, value }
  const bare = kafkaVariable('apache', property)
  if (BITNAMI_BARE.has(bare) && facts.environment(bare) !== undefined)
    return { variable: bare, value: facts.environment(bare) }
  return { variable, value }
}

/** The KRaft controllers that vote, by host name; undefined when no setting names them, null when it cannot be read. */
export function kafkaVoters(facts: ServiceFacts): readonly string[] | null | undefined {
  for (const property of ['controller.quorum.voters', 'controller.quorum.bootstrap.servers']) {
    const { value } = kafkaProperty(facts, property)
    if (value === null) return null
    if (value) return hostsIn(value)
  }
  return undefined
}

/** What the container does: `broker`, `controller`; undefined when no setting says so (ZooKeeper mode, or the packaged file). */
export function kafkaRoles(facts: ServiceFacts): readonly string[] | null | undefined {
  const { value } = kafkaProperty(facts, 'process.roles')
  return typeof value === 'string' ? value.split(',').map(role => role.trim().toLowerCase()) : value
}

/** Security protocol of each listener that clients or other brokers connect to; null when it cannot be read, undefined when not set. */
export function kafkaListenerProtocols(facts: ServiceFacts): ReadonlyMap<string, string> | null | undefined {
  const listeners = kafkaProperty(facts, 'listeners').value
  const advertised = kafkaProperty(facts, 'advertised.listeners').value
  const map = kafkaProperty(facts, 'listener.security.protocol.map').value
  const controllers = kafkaProperty(facts, 'controller.listener.names').value
  const names = listeners || advertised
  if (listeners === null || map === null || controllers === null || names === null) return null
  if (names === undefined || names === '') return undefined
  const protocols = new Map((map ?? '').split(',').map(pair => pairOf(pair)))
  const internal = new Set((controllers ?? '').split(',').map(name => name.trim().toUpperCase()))
  const found = new Map<string, string>()
  for (const [, name] of names.matchAll(/(?:^|,)\s*([\w.-]+):\/\//g)) {
    const listener = (name ?? '').toUpperCase()
    if (!internal.has(listener)) found.set(listener, protocols.get(listener) ?? listener)
  }
  return found
}

function pairOf(pair: string): [string, string] {
  const [name = '', protocol = ''] = pair.split(':')
  return [name.trim().toUpperCase(), protocol.trim().toUpperCase()]
}
