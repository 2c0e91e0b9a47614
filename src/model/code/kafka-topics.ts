import { definitionOf, externalName } from '../../code/definitions.js'
import { indexOf } from '../../code/file-index.js'
import type { Program } from '../../code/program.js'
import type { Call, CodeFile, Expression, Node } from '../../code/syntax.js'
import { numberOf } from '../../code/values.js'
import { wordsLike } from '../../code/vocabulary.js'
import { peel, walk } from '../../code/walk.js'
import type { Span } from '../../source.js'
import { type ServiceCode, serviceEnvironment } from './services.js'
import { valueIn } from './web/options.js'
import { productionFiles } from './web/production-files.js'
import { stagelessCallsOf } from './web/stages.js'

/** A topic of Kafka that a program creates, and the number of its copies that it asks for. */
export interface CreatedTopic {
  /** Undefined where the name is made while it runs. */
  readonly topic?: string
  /** Undefined where it is not known. */
  readonly copies: number | undefined
  readonly at: Span
}

const CLIENTS =
  /^(?:kafkajs|@confluentinc\/kafka-javascript|node-rdkafka|kafka-node|confluent_kafka|kafka|aiokafka)$|^github\.com\/(?:IBM|Shopify)\/sarama$|^github\.com\/segmentio\/kafka-go$|^github\.com\/confluentinc\/confluent-kafka-go(?:\/v\d+)?\/kafka$/

/**
 * The topics that a program creates with a number of copies of its own. Where it gives none, or -1, the broker decides.
 * https://kafka.js.org/docs/admin#create-topics
 * https://docs.confluent.io/platform/current/clients/confluent-kafka-python/html/index.html#confluent_kafka.admin.NewTopic
 * https://pkg.go.dev/github.com/IBM/sarama#TopicDetail https://pkg.go.dev/github.com/segmentio/kafka-go#TopicConfig
 */
export function createdTopics(program: Program, service: ServiceCode): readonly CreatedTopic[] {
  if (![...service.packages].some(name => CLIENTS.test(name))) return []
  const environment = serviceEnvironment(service)
  const files = productionFiles(program, service)
  const creating = files.filter(file => stagelessCallsOf(file, creates).length > 0)
  if (creating.length === 0) return []
  return files.flatMap(file =>
    askedIn(program, file, creating.includes(file)).flatMap(({ topic, copies, node }) => {
      const number = numberOf(valueIn(program, { file, node: copies }, environment))
      if (number === -1) return []
      const name = topic && valueIn(program, { file, node: topic }, environment)
      return [
        {
          ...(name?.kind === 'known' && typeof name.value === 'string' && { topic: name.value }),
          copies: number,
          at: { path: file.path, start: node.start, end: node.end },
        },
      ]
    }),
  )
}

const creates = wordsLike(/^create_?topics?$/i)

interface Asked {
  readonly topic: Expression | undefined
  readonly copies: Expression
  /** Where the number stands. */
  readonly node: Node
}

function askedIn(program: Program, file: CodeFile, isCreating: boolean): readonly Asked[] {
  if (file.language === 'python') return pythonTopics(program, file)
  if (file.language === 'go') return goTopics(file)
  return javascriptTopics(file, isCreating)
}

/** `{ topic: 'orders', replicationFactor: 1 }`, in the call or in a list beside it. */
function javascriptTopics(file: CodeFile, isCreating: boolean): readonly Asked[] {
  const { words, objects } = indexOf(file)
  if (!words.has('replicationFactor') && !words.has('replication_factor')) return []
  return objects.flatMap(object => {
    const topic = entryOf(object.entries, /^(?:topic|topicName|name)$/)
    const factor = entryOf(object.entries, /^(?:replicationFactor|replication_factor)$/)
    // In a file that creates nothing it is a topic only where it is called one.
    return factor && (topic || isCreating) ? [{ topic: topic?.value, copies: factor.value, node: factor }] : []
  })
}

/** `NewTopic("orders", num_partitions=3, replication_factor=1)` */
function pythonTopics(program: Program, file: CodeFile): readonly Asked[] {
  const calls = indexOf(file).callsByName.get('NewTopic') ?? []
  return calls.flatMap(call => {
    const name = externalName(definitionOf(program, { file, node: call.callee }))
    if (name === undefined || !/^(?:confluent_kafka|kafka|aiokafka)\./.test(name)) return []
    const copies = argumentOf(call, 'replication_factor', 2)
    return copies ? [{ topic: argumentOf(call, 'topic', 0) ?? argumentOf(call, 'name', 0), copies, node: copies }] : []
  })
}

function argumentOf(call: Call, name: string, position: number): Expression | undefined {
  const named = call.arguments.find(one => one.kind === 'keyword' && one.name === name)
  if (named?.kind === 'keyword') return named.value
  const given = call.arguments[position]
  return given && given.kind !== 'keyword' && given.kind !== 'spread' ? given : undefined
}

/** `kafka.TopicConfig{Topic: "orders", NumPartitions: 3, ReplicationFactor: 1}`, also without its name in a list of them. */
function goTopics(file: CodeFile): readonly Asked[] {
  if (!indexOf(file).words.has('ReplicationFactor')) return []
  if (!file.imports.some(({ from }) => CLIENTS.test(from))) return []
  const found: Asked[] = []
  walk(file.body, node => {
    const object = node.kind === 'object' ? node : undefined
    const factor = object && entryOf(object.entries, /^ReplicationFactor$/)
    if (factor)
      found.push({ topic: entryOf(object.entries, /^Topic$/)?.value, copies: peel(factor.value), node: factor })
    return undefined
  })
  return found
}

function entryOf(entries: readonly Expression[], name: RegExp) {
  const found = entries.find(one => one.kind === 'entry' && name.test(one.key ?? ''))
  return found?.kind === 'entry' ? found : undefined
}
