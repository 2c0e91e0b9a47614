import { kafkaVariable, STRIMZI } from '../../knowledge/engines/kafka.js'
import type { Span } from '../../source.js'
import type { System, Workload } from '../system.js'
import { brokerCount, brokerNumber, createsTopics, type KafkaServer, kafkaBrokersOf } from './kafka.js'

/** A place where somebody says, or leaves to a default, how many copies topics have. */
export interface Factor {
  /** The variable or option, as people write it. */
  readonly name: string
  /** Undefined: not known. */
  readonly value: number | undefined
  /** Where it is written; undefined when the default applies. */
  readonly at?: Span
}

/** A workload that chooses replication factors, and how many brokers there are for them. */
export interface FactorChoice {
  readonly workload: Workload
  readonly server?: KafkaServer
  readonly factors: readonly Factor[]
  /** Undefined: the brokers are elsewhere, or cannot be counted. */
  readonly brokers: number | undefined
}

/** Servers that keep their state in topics: variable of the factor. All of them default to 3. */
const STATE_TOPICS: ReadonlyMap<string, readonly string[]> = new Map([
  [
    'kafka-connect',
    [
      'CONNECT_CONFIG_STORAGE_REPLICATION_FACTOR',
      'CONNECT_OFFSET_STORAGE_REPLICATION_FACTOR',
      'CONNECT_STATUS_STORAGE_REPLICATION_FACTOR',
    ],
  ],
  ['schema-registry', ['SCHEMA_REGISTRY_KAFKASTORE_TOPIC_REPLICATION_FACTOR']],
  ['ksqldb', ['KSQL_KSQL_INTERNAL_TOPIC_REPLICAS', 'KSQL_KSQL_STREAMS_REPLICATION_FACTOR']],
])

/** Everything that chooses replication factors: brokers, servers that keep state in topics, jobs that create topics. */
export function factorChoices(system: System): readonly FactorChoice[] {
  const brokers = kafkaBrokersOf(system)
  return system.workloads.flatMap(workload => {
    const server = brokers.find(broker => broker.workload === workload)
    const factors = server
      ? brokerFactors(server)
      : [...stateFactors(workload), ...commandFactors(workload), ...codeFactors(workload, system)]
    if (!server && factors.length === 0 && !STATE_TOPICS.has(workload.software?.id ?? '')) return []
    return [{ workload, ...(server ? { server } : {}), factors, brokers: countFor(workload, server, brokers) }]
  })
}

function countFor(
  workload: Workload,
  server: KafkaServer | undefined,
  brokers: readonly KafkaServer[],
): number | undefined {
  if (server) return brokerCount(server, brokers)
  // With several clusters in one deployment it is not known which of them a client means.
  const counts = new Set(
    brokers.flatMap(broker =>
      broker.workload.deployment === workload.deployment ? [brokerCount(broker, brokers)] : [],
    ),
  )
  return counts.size === 1 ? [...counts][0] : undefined
}

const IMPLICIT = 'default.replication.factor'

function brokerFactors(server: KafkaServer): readonly Factor[] {
  const { id } = server.facts.distribution
  const own = [...server.workload.environment.values()].filter(
    ({ name }) =>
      (id === STRIMZI.id ? /^[a-z.]+\.replication\.factor$/ : /^KAFKA_\w+_REPLICATION_FACTOR$/).test(name) &&
      name.startsWith('KAFKA_CFG_') === (id === 'bitnami') &&
      name !== 'KAFKA_CFG_REPLICATION_FACTOR',
  )
  const factors: Factor[] = own.map(variable => ({
    name: variable.name,
    value: variable.value.known ? wholeNumber(variable.value.value) : undefined,
    at: variable.at,
  }))
  const implicit = kafkaVariable(server.facts.distribution.id, IMPLICIT)
  // Where no topic comes into being by itself, whoever creates one chooses.
  if (!own.some(variable => variable.name === implicit) && createsTopics(server) !== false)
    factors.push({ name: implicit, value: brokerNumber(server, IMPLICIT)?.number })
  return [...factors, ...createdAtStart(server.workload)]
}

/** `KAFKA_CREATE_TOPICS: "orders:3:1,invoices:1:1:compact"` of some images: name, partitions, copies. */
function createdAtStart(workload: Workload): readonly Factor[] {
  const variable = workload.environment.get('KAFKA_CREATE_TOPICS')
  if (!variable?.value.known || workload.distribution?.id !== 'wurstmeister') return []
  return variable.value.value.split(',').flatMap(topic => {
    const [name, , copies] = topic.trim().split(':')
    return name && copies ? [{ name: `the topic ${name}`, value: wholeNumber(copies), at: variable.at }] : []
  })
}

function stateFactors(workload: Workload): readonly Factor[] {
  const names = [...STATE_TOPICS.values()].flat()
  return names.flatMap(name => {
    const variable = workload.environment.get(name)
    // -1 leaves it to the broker.
    if (!variable || (variable.value.known && variable.value.value.trim() === '-1')) return []
    return [{ name, value: variable.value.known ? wholeNumber(variable.value.value) : undefined, at: variable.at }]
  })
}

/** `kafka-topics --create --topic orders --replication-factor 1` and `rpk topic create orders -r 1` of a start command. */
function commandFactors(workload: Workload): readonly Factor[] {
  const { start } = workload
  if (!start) return []
  const lines = start.script
    ? start.script.commands.map(command => command.words)
    : [start.argv.map(word => word ?? '$')]
  return lines.slice(0, 200).flatMap(words => {
    const tool = words.findIndex(word => /(^|\/)(kafka-topics(\.sh)?|rpk)$/.test(word))
    if (tool === -1 || !words.some(word => word === '--create' || word === 'create')) return []
    const rpk = words[tool]?.endsWith('rpk') === true
    const value = optionOf(words, rpk ? ['-r', '--replicas'] : ['--replication-factor'])
    if (value === undefined || value === '-1') return []
    const topic = rpk ? words[words.indexOf('create') + 1] : optionOf(words, ['--topic'])
    return [{ name: topic ? `the topic ${topic}` : 'a topic', value: wholeNumber(value), at: start.at }]
  })
}

/** What the program of a workload asks for when it creates topics itself. */
function codeFactors({ id }: Workload, { services }: System): readonly Factor[] {
  const own = services.filter(({ workloads }) => workloads.some(one => one.id === id))
  return own.flatMap(({ createdTopics }) =>
    createdTopics.map(({ topic, copies, at }) => ({
      name: topic === undefined ? 'a topic' : `the topic ${topic}`,
      value: copies,
      at,
    })),
  )
}

function optionOf(words: readonly string[], names: readonly string[]): string | undefined {
  for (const [index, word] of words.entries()) {
    if (names.includes(word)) return words[index + 1]
    const name = names.find(one => word.startsWith(`${one}=`))
    if (name) return word.slice(name.length + 1)
  }
  return undefined
}

/** Undefined for `$FACTOR`. */
function wholeNumber(text: string): number | undefined {
  return /^\d{1,6}$/.test(text.trim()) ? Number(text) : undefined
}
