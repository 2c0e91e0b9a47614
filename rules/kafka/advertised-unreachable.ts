import { kafkaProperty } from '../../src/knowledge/engines/kafka.js'
import { kafkaBrokersOf } from '../../src/model/datastore/kafka.js'
import { type KafkaListener, kafkaListenersOf, sendsHome } from '../../src/model/datastore/kafka-listeners.js'
import type { Edge } from '../../src/model/edges.js'
import type { System, Workload } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'
import { listOf } from '../../src/words.js'

export default defineRule({
  id: 'kafka/advertised-unreachable',
  title: 'Kafka sends its clients to an address that is not Kafka for them',
  category: 'infrastructure-stability',
  severity: 'high',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'The address that a client is given is only for the first question: the broker answers with the one that it advertises, and from then on the client talks to that. Where it says localhost, each container asks itself: no message is sent or read, though the port is open and the check is green.',
  fix: 'Have one listener for containers and one for the host: `KAFKA_LISTENERS: INTERNAL://:29092,HOST://:9092`, `KAFKA_ADVERTISED_LISTENERS: INTERNAL://kafka:29092,HOST://localhost:9092`, and give the services kafka:29092.',
  refs: [
    'https://kafka.apache.org/documentation/#brokerconfigs_advertised.listeners',
    'https://www.confluent.io/blog/kafka-listeners-explained/',
  ],
  check({ system, pass, fail }) {
    for (const { workload, facts } of kafkaBrokersOf(system)) {
      pass(workload)
      const { variable } = kafkaProperty(facts, 'advertised.listeners')
      for (const listener of kafkaListenersOf(workload) ?? []) {
        if (!sendsHome(listener)) continue
        const edges = clientsOf(listener, workload, system)
        const [first] = edges
        if (!first) continue
        const names = [...new Set(edges.map(edge => edge.from.name))]
        const from = `${listOf(names)} ${names.length === 1 ? 'connects' : 'connect'} to port ${listener.port}`
        const what = `${workload.name} advertises ${listener.host}:${listener.advertisedPort} (${listener.name}), and ${from} from another container`
        fail(workload, workload.environment.get(variable) ?? workload, what, {
          key: listener.name,
          related: edges
            .slice(0, 5)
            .map(({ at, from: { name } }) => ({ at, message: `${name} connects to ${workload.name}` })),
        })
      }
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            kafka:
              image: confluentinc/cp-kafka:7.9.0
              ports: ["9092:9092"]
              environment:
                KAFKA_ZOOKEEPER_CONNECT: zookeeper:2181
                KAFKA_ADVERTISED_LISTENERS: PLAINTEXT://localhost:9092 #! kafka advertises localhost:9092 (PLAINTEXT), and orders and billing connect to port 9092 from another container
            zookeeper: { image: "confluentinc/cp-zookeeper:7.9.0" }
            orders: { image: "ghcr.io/acme/orders:1.4.0", environment: { KAFKA_BROKERS: "kafka:9092" } }
            billing: { image: "ghcr.io/acme/billing:1.4.0", environment: { SPRING_KAFKA_BOOTSTRAP_SERVERS: "kafka:9092" } }
        `,
      },
      {
        'compose.yaml': `
          services:
            broker:
              image: apache/kafka:4.1.1
              environment:
                KAFKA_NODE_ID: 1
                KAFKA_PROCESS_ROLES: broker,controller
                KAFKA_CONTROLLER_QUORUM_VOTERS: 1@broker:9093
                KAFKA_CONTROLLER_LISTENER_NAMES: CONTROLLER
                KAFKA_LISTENERS: INTERNAL://:29092,HOST://:9092,CONTROLLER://:9093
                KAFKA_ADVERTISED_LISTENERS: INTERNAL://broker:29092,HOST://127.0.0.1:9092 #! broker advertises 127.0.0.1:9092 (HOST), and orders connects to port 9092
            orders: { image: "ghcr.io/acme/orders:1.4.0", environment: { KAFKA_BROKERS: "broker:9092" } }
        `,
      },
    ],
    good: [
      {
        // Containers have a listener of their own; who shares the network of the broker reaches it as localhost.
        'compose.yaml': `
          services:
            kafka:
              image: confluentinc/cp-kafka:7.9.0
              ports: ["9092:9092"]
              environment:
                KAFKA_ZOOKEEPER_CONNECT: zookeeper:2181
                KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: INTERNAL:PLAINTEXT,HOST:PLAINTEXT
                KAFKA_ADVERTISED_LISTENERS: INTERNAL://kafka:29092,HOST://localhost:9092
            zookeeper: { image: "confluentinc/cp-zookeeper:7.9.0" }
            orders: { image: "ghcr.io/acme/orders:1.4.0", environment: { KAFKA_BROKERS: "kafka:29092" } }
            exporter: { image: "ghcr.io/acme/exporter:1.4.0", network_mode: "service:kafka", environment: { KAFKA_BROKERS: "localhost:9092" } }
            outside: { image: "confluentinc/cp-kafka:7.9.0", environment: { KAFKA_ZOOKEEPER_CONNECT: "zookeeper:2181", KAFKA_ADVERTISED_LISTENERS: "PLAINTEXT://\${ADDRESS}:9092" } }
            reader: { image: "ghcr.io/acme/reader:1.4.0", environment: { KAFKA_BROKERS: "outside:9092" } }
        `,
      },
    ],
  },
})

/** Who connects to a listener by name from a container of its own. */
function clientsOf(listener: KafkaListener, broker: Workload, { edges }: System): readonly Edge[] {
  return edges.filter(({ via, from, port, answer }) => {
    if (via !== 'environment' || port !== listener.port || from.kind !== 'workload' || answer.kind !== 'workload')
      return false
    if (answer.workload !== broker || from === broker || from.software?.id === 'kafka' || from.networkMode) return false
    return !from.pod || from.pod.name !== broker.pod?.name
  })
}
