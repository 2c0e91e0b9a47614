import { brokerNumber, createsTopics, type KafkaServer, kafkaBrokersOf } from '../../src/model/datastore/kafka.js'
import { factorChoices } from '../../src/model/datastore/kafka-factors.js'
import type { System } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'kafka/min-insync-unsafe',
  title: 'Kafka acknowledges writes too early, or stops when a broker does',
  category: 'disaster-recovery',
  severity: 'medium',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'min.insync.replicas is how many copies must exist before a write with acks=all is acknowledged. 1 of 3 loses acknowledged messages with the one broker that had them; as many as there are copies lets no broker restart without stopping all producers.',
  fix: 'Set KAFKA_MIN_INSYNC_REPLICAS (with Bitnami KAFKA_CFG_MIN_INSYNC_REPLICAS) to 2 with a replication factor of 3, and let producers use acks=all.',
  refs: [
    'https://kafka.apache.org/documentation/#brokerconfigs_min.insync.replicas',
    'https://kafka.apache.org/documentation/#brokerconfigs_transaction.state.log.min.isr',
  ],
  check({ system, pass, fail, implied, unverified }) {
    for (const server of kafkaBrokersOf(system)) {
      const { workload } = server
      const minimum = brokerNumber(server, 'min.insync.replicas')
      const copies = copiesOf(server, system)
      if (copies === undefined || minimum === undefined)
        unverified(workload, workload, 'its replication factor or min.insync.replicas is not known')
      else {
        const wrong = judge(copies, minimum.number, minimum.variable)
        if (wrong) fail(workload, minimum.at ?? workload, `${workload.name}: ${wrong}`, { key: 'topics' })
        else if (copies === 1) implied(workload, 'kafka/replication-factor-one')
        else pass(workload)
      }
      const log = transactionLog(server)
      if (log)
        fail(workload, log.at ?? workload, `${workload.name}: ${log.wrong}`, { key: 'transactions', fix: log.fix })
    }
  },
  examples: {
    bad: [
      // A cluster that an operator runs.
      {
        'k8s/kafka.yaml': `
          apiVersion: kafka.strimzi.io/v1beta2
          kind: Kafka
          metadata: { name: events }
          spec:
            kafka:
              replicas: 3
              storage: { type: persistent-claim, size: 100Gi }
              config:
                default.replication.factor: 3
                transaction.state.log.min.isr: 2
                min.insync.replicas: 1 #! events: with 3 copies and min.insync.replicas at 1
        `,
      },
      {
        'compose.yaml': `
          x-kafka: &kafka
            KAFKA_PROCESS_ROLES: broker,controller
            KAFKA_CONTROLLER_QUORUM_VOTERS: 1@k1:9093,2@k2:9093,3@k3:9093
            KAFKA_DEFAULT_REPLICATION_FACTOR: 3
          services:
            k1: #! k1: with 3 copies and KAFKA_MIN_INSYNC_REPLICAS at 1
              image: apache/kafka:4.1.1
              environment: { <<: *kafka, KAFKA_NODE_ID: 1 }
            k2:
              image: apache/kafka:4.1.1
              environment:
                <<: *kafka
                KAFKA_NODE_ID: 2
                KAFKA_MIN_INSYNC_REPLICAS: 3 #! k2: with 3 copies and KAFKA_MIN_INSYNC_REPLICAS at 3, one broker that is down stops all writes
            k3:
              image: apache/kafka:4.1.1
              environment: { <<: *kafka, KAFKA_NODE_ID: 3, KAFKA_MIN_INSYNC_REPLICAS: 2 }
        `,
      },
      {
        'compose.yaml': `
          services:
            kafka:
              image: confluentinc/cp-kafka:7.9.0
              environment:
                KAFKA_ZOOKEEPER_CONNECT: zookeeper:2181
                KAFKA_MIN_INSYNC_REPLICAS: 2 #! kafka: with 1 copy and KAFKA_MIN_INSYNC_REPLICAS at 2, no write with acks=all can succeed
                KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR: 1 #! kafka: KAFKA_TRANSACTION_STATE_LOG_MIN_ISR is not set, which means 2, and the transaction log has 1 copy
        `,
      },
    ],
    good: [
      // A cluster that an operator runs.
      {
        'k8s/kafka.yaml': `
          apiVersion: kafka.strimzi.io/v1beta2
          kind: Kafka
          metadata: { name: events }
          spec:
            kafka:
              replicas: 3
              storage: { type: persistent-claim, size: 100Gi }
              config:
                default.replication.factor: 3
                transaction.state.log.replication.factor: 3
                transaction.state.log.min.isr: 2
                min.insync.replicas: 2
        `,
      },
      {
        'compose.yaml': `
          x-kafka: &kafka { KAFKA_PROCESS_ROLES: "broker,controller", KAFKA_CONTROLLER_QUORUM_VOTERS: "1@k1:9093,2@k2:9093,3@k3:9093", KAFKA_AUTO_CREATE_TOPICS_ENABLE: "false", KAFKA_MIN_INSYNC_REPLICAS: 2 }
          services:
            k1: { image: "apache/kafka:4.1.1", environment: { <<: *kafka, KAFKA_NODE_ID: 1 } }
            k2: { image: "apache/kafka:4.1.1", environment: { <<: *kafka, KAFKA_NODE_ID: 2 } }
            k3: { image: "apache/kafka:4.1.1", environment: { <<: *kafka, KAFKA_NODE_ID: 3 } }
            topics:
              image: apache/kafka:4.1.1
              command: [/opt/kafka/bin/kafka-topics.sh, --create, --topic, orders, --replication-factor, "3"]
        `,
      },
      {
        'compose.yaml': `
          x-kafka: &kafka { KAFKA_CFG_ZOOKEEPER_CONNECT: "zookeeper:2181", KAFKA_CFG_DEFAULT_REPLICATION_FACTOR: 3, KAFKA_CFG_MIN_INSYNC_REPLICAS: 2 }
          services:
            k1: { image: "bitnami/kafka:3.6.0", environment: { <<: *kafka, KAFKA_CFG_BROKER_ID: 1 } }
            k2: { image: "bitnami/kafka:3.6.0", environment: { <<: *kafka, KAFKA_CFG_BROKER_ID: 2 } }
            k3: { image: "bitnami/kafka:3.6.0", environment: { <<: *kafka, KAFKA_CFG_BROKER_ID: 3 } }
        `,
      },
    ],
  },
})

function judge(copies: number, minimum: number, name: string): string | undefined {
  const said = `with ${copies} ${copies === 1 ? 'copy' : 'copies'} and ${name} at ${minimum}`
  if (minimum > copies) return `${said}, no write with acks=all can succeed`
  if (minimum === copies && copies > 1) return `${said}, one broker that is down stops all writes with acks=all`
  if (minimum === 1 && copies > 2) return `${said}, a message that only one broker has is acknowledged`
  return undefined
}

/** Copies of the topics of a cluster: what the brokers do by default, or, where they create none, what set-up jobs ask for. */
function copiesOf(server: KafkaServer, system: System): number | undefined {
  const implicit = brokerNumber(server, 'default.replication.factor')
  if (!implicit || implicit.at || createsTopics(server) !== false) return implicit?.number
  const asked = factorChoices(system)
    .filter(choice => !choice.server && choice.workload.deployment === server.workload.deployment)
    .flatMap(choice => choice.factors.flatMap(factor => (factor.name.startsWith('the topic ') ? [factor.value] : [])))
  if (asked.length === 0 || asked.includes(undefined)) return undefined
  return Math.min(...asked.flatMap(value => value ?? []))
}

/** The log of transactions has its own two settings, 3 and 2 by default. */
function transactionLog(server: KafkaServer) {
  const copies = brokerNumber(server, 'transaction.state.log.replication.factor')
  const minimum = brokerNumber(server, 'transaction.state.log.min.isr')
  if (!copies?.at || !minimum || minimum.number <= copies.number) return undefined
  const said = minimum.at ? `is ${minimum.number}` : `is not set, which means ${minimum.number}`
  return {
    at: minimum.at ?? copies.at,
    wrong: `${minimum.variable} ${said}, and the transaction log has ${copies.number} ${copies.number === 1 ? 'copy' : 'copies'}: no transaction can begin`,
    fix: `Set ${copies.variable} to 3 with three brokers; with ${copies.number} ${copies.number === 1 ? 'copy' : 'copies'} set ${minimum.variable} to ${Math.max(1, copies.number - 1)}.`,
  }
}
