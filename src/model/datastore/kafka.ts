import { fromVariable } from '../../knowledge/arguments.js'
import { KAFKA_DEFAULTS, kafkaProperty, kafkaRoles, kafkaVoters } from '../../knowledge/engines/kafka.js'
import { isYes, type ServiceFacts } from '../../knowledge/facts.js'
import type { Span } from '../../source.js'
import { serviceFactsOf } from '../service-facts.js'
import type { System, Workload } from '../system.js'

/** A server of a Kafka cluster whose settings are read from its environment. */
export interface KafkaServer {
  readonly workload: Workload
  readonly facts: ServiceFacts
  /** Keeps topics. False for a node that is a controller only. */
  readonly broker: boolean
  /** Votes in the KRaft quorum. */
  readonly controller: boolean
  /** `node.id`, or `broker.id` under ZooKeeper; absent when not set or not known. */
  readonly id?: string
}

/** What a server is told: a value as it stands, or Kafka's default when nothing sets it. Undefined: not known. */
export interface Setting {
  readonly value: string
  /** Undefined when the default applies. */
  readonly at?: Span
  /** The variable that sets it, or would. */
  readonly variable: string
}

/** The Kafka servers of the production deployments. Redpanda takes other settings and is not among them. */
export function kafkaServersOf(system: System): readonly KafkaServer[] {
  return system.workloads.flatMap(workload => {
    const facts = serviceFactsOf(workload)
    if (!facts || workload.software?.id !== 'kafka' || !workload.distribution?.setting || !workload.longRunning)
      return []
    const roles = kafkaRoles(facts)
    const own = ['node.id', 'broker.id'].map(name => kafkaProperty(facts, name).value).find(Boolean)
    const id = setsItsId(workload) ? undefined : own
    return [
      {
        workload,
        facts,
        broker: !roles || roles.includes('broker'),
        controller: roles?.includes('controller') === true,
        ...(id ? { id } : {}),
      },
    ]
  })
}

/** Pods of a StatefulSet take their id from the number in their name, in the script that starts them. */
function setsItsId({ start }: Workload): boolean {
  return start?.script !== undefined && /(?:NODE|BROKER)_ID\b|\b(?:node|broker)\.id\b/.test(start.script.text)
}

/** The brokers among them. */
export function kafkaBrokersOf(system: System): readonly KafkaServer[] {
  return kafkaServersOf(system).filter(server => server.broker)
}

/** A property of a broker with Kafka's default applied; undefined when a file or a value outside the repository decides. */
export function brokerSetting(server: KafkaServer, property: string): Setting | undefined {
  const { facts, workload } = server
  const { variable, value } = kafkaProperty(facts, property)
  const found = fromVariable(value)
  if (found.given === 'yes') {
    const at = workload.environment.get(variable)?.at
    return found.value === undefined ? undefined : { value: found.value.trim(), variable, ...(at ? { at } : {}) }
  }
  if (facts.configMounted || packaged(facts)) return undefined
  const value_ = KAFKA_DEFAULTS.get(property)
  return value_ === undefined ? undefined : { value: value_, variable }
}

/** Apache's image keeps its packaged configuration file, with values of its own, as long as no property is given. */
function packaged(facts: ServiceFacts): boolean {
  const configured = ['listeners', 'advertised.listeners', 'process.roles', 'node.id', 'controller.quorum.voters']
  return facts.distribution.id === 'apache' && configured.every(name => kafkaProperty(facts, name).value === undefined)
}

/** A property that is a whole number; undefined when not known, or no number. */
export function brokerNumber(
  server: KafkaServer,
  property: string,
): (Setting & { readonly number: number }) | undefined {
  const found = brokerSetting(server, property)
  return found && /^\d{1,9}$/.test(found.value) ? { ...found, number: Number(found.value) } : undefined
}

/** Whether a broker creates topics that nobody has created; undefined when not known. */
export function createsTopics(server: KafkaServer): boolean | undefined {
  const found = brokerSetting(server, 'auto.create.topics.enable')
  return found && isYes(found.value)
}

/** What tells clusters apart: the voters or the ZooKeeper that servers share; null when not known. */
export function clusterKey(server: KafkaServer): string | null {
  const { facts, workload } = server
  const voters = kafkaVoters(facts)
  if (voters) return `${workload.deployment}\n${voters.toSorted().join(',')}`
  const keeper = kafkaProperty(facts, 'zookeeper.connect').value
  if (voters === null || keeper === null || facts.configMounted) return null
  return `${workload.deployment}\n${keeper || workload.id}`
}

/**
 * How many brokers the cluster of a server has: distinct services and replicas with distinct node ids. Undefined when it
 * cannot be known: a configuration file, an unknown number of replicas, brokers elsewhere that share its ZooKeeper.
 */
export function brokerCount(server: KafkaServer, all: readonly KafkaServer[]): number | undefined {
  const key = clusterKey(server)
  if (key === null) return undefined
  const own = all.filter(other => other.broker && other.workload.deployment === server.workload.deployment)
  if (own.some(other => clusterKey(other) === null)) return undefined
  const ids = new Set<string>()
  for (const broker of own.filter(other => clusterKey(other) === key)) {
    const replicas = replicasOf(broker.workload)
    if (replicas === undefined) return undefined
    if (broker.id !== undefined) ids.add(broker.id)
    else for (let index = 0; index < Math.min(replicas, 1000); index++) ids.add(`${broker.workload.id}/${index}`)
  }
  return ids.size
}

function replicasOf(workload: Workload): number | undefined {
  const { replicas } = workload
  return replicas === undefined ? 1 : replicas.known ? replicas.value : undefined
}

/** The controllers that `controller.quorum.voters` names; undefined when it is not set or not known. */
export function quorumVoters(
  server: KafkaServer,
): readonly { readonly id: string; readonly host: string }[] | undefined {
  const { value } = kafkaProperty(server.facts, 'controller.quorum.voters')
  if (!value) return undefined
  return value
    .split(',')
    .slice(0, 100)
    .flatMap(entry => {
      const [id = '', address = ''] = entry.trim().split('@')
      const host = address.replace(/:\d*$/, '').toLowerCase()
      return id === '' ? [] : [{ id, host }]
    })
}
