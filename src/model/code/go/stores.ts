import type { Program } from '../../../code/program.js'
import { goFiles, outsideCalls } from './outside-calls.js'
import { firstUses, type LibraryUse } from './telemetry.js'

/** A client of a data service that code makes. */
export interface StoreClient extends LibraryUse {
  readonly kind: 'redis' | 'kafka' | 'rabbitmq' | 'nats' | 'mongodb' | 'elasticsearch' | 'memcached'
}

/** What makes a client, by library. */
const MAKERS: readonly (readonly [StoreClient['kind'], RegExp])[] = [
  [
    'redis',
    /^github\.com\/(?:(?:redis\/go-redis|go-redis\/redis)(?:\/v\d+)?\.New(?:Client|ClusterClient|FailoverClient|UniversalClient|Ring)|redis\/rueidis\.NewClient|gomodule\/redigo\/redis\.(?:Dial|DialURL|DialContext|Pool|NewPool)|hibiken\/asynq\.New(?:Client|Server|Scheduler)|gofiber\/storage\/redis(?:\/v\d+)?\.New)$/,
  ],
  [
    'kafka',
    /^github\.com\/(?:segmentio\/kafka-go\.(?:NewReader|NewWriter|Writer|Dial|DialLeader)|(?:IBM|Shopify)\/sarama\.New(?:AsyncProducer|SyncProducer|Consumer|ConsumerGroup|Client)|confluentinc\/confluent-kafka-go(?:\/v\d+)?\/kafka\.New(?:Producer|Consumer)|twmb\/franz-go\/pkg\/kgo\.NewClient)$/,
  ],
  [
    'rabbitmq',
    /^github\.com\/(?:rabbitmq\/amqp091-go|streadway\/amqp|wagslane\/go-rabbitmq)\.(?:Dial|DialConfig|DialTLS|NewConn)$/,
  ],
  ['nats', /^github\.com\/nats-io\/nats\.go\.Connect$/],
  ['mongodb', /^go\.mongodb\.org\/mongo-driver(?:\/v2)?\/mongo\.(?:Connect|NewClient)$/],
  [
    'elasticsearch',
    /^github\.com\/(?:elastic\/go-elasticsearch(?:\/v\d+)?|opensearch-project\/opensearch-go(?:\/v\d+)?|olivere\/elastic(?:\/v\d+)?)\.New\w*Client$/,
  ],
  ['memcached', /^github\.com\/bradfitz\/gomemcache\/memcache\.New$/],
]

/** The data services whose clients the files of a service make. An import alone is none. */
export function goStoreClients(program: Program, paths: readonly string[]): readonly StoreClient[] {
  const calls = goFiles(program, paths).flatMap(file => outsideCalls(program, file))
  return MAKERS.flatMap(([kind, names]) => firstUses(calls, names).map(use => ({ ...use, kind })))
}
