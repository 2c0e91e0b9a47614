import { brokerNumber } from '../../src/model/datastore/kafka.js'
import { type Factor, type FactorChoice, factorChoices } from '../../src/model/datastore/kafka-factors.js'
import { defineRule } from '../../src/rule.js'
import { listOf } from '../../src/words.js'

export default defineRule({
  id: 'kafka/replication-exceeds-brokers',
  title: 'Kafka topics ask for more copies than there are brokers',
  category: 'infrastructure-stability',
  severity: 'critical',
  confidence: 'A',
  since: '0.1.0',
  effort: 'hours',
  why: 'Kafka refuses to create a topic with more replicas than brokers (INVALID_REPLICATION_FACTOR): producers to new topics fail, and without its internal topics no consumer group works.',
  fix: 'Run as many brokers as the factor asks for, three as a rule, with distinct node ids and one quorum; until then set the factor to the number of brokers.',
  refs: [
    'https://kafka.apache.org/documentation/#brokerconfigs_default.replication.factor',
    'https://kafka.apache.org/documentation/#brokerconfigs_offsets.topic.replication.factor',
    'https://docs.confluent.io/platform/current/installation/docker/config-reference.html',
  ],
  check({ system, pass, fail, unverified }) {
    for (const choice of factorChoices(system)) {
      const { workload, brokers } = choice
      const factors = [...choice.factors, ...internalTopics(choice)]
      const demanding = factors.filter(factor => (factor.value ?? 0) > Math.max(1, brokers ?? 0))
      const unclear = factors.find(factor => factor.value === undefined)
      if (brokers === undefined) {
        if (demanding[0])
          unverified(workload, demanding[0].at ?? workload, 'the number of brokers in its cluster is not known')
        else pass(workload)
      } else if (demanding.length > 0) {
        const written = demanding.find(factor => factor.at)
        const has = brokers === 1 ? 'only one broker' : `${brokers} brokers`
        fail(
          workload,
          written?.at ?? workload,
          `the cluster of ${workload.name} has ${has}, and ${listOf(demanding.map(nameOf))}`,
          {
            related: demanding.flatMap(factor =>
              factor.at && factor !== written ? [{ at: factor.at, message: nameOf(factor) }] : [],
            ),
          },
        )
      } else if (unclear) unverified(workload, unclear.at ?? workload, `the value of ${unclear.name} is not known`)
      else pass(workload)
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
                default.replication.factor: 5 #! the cluster of events has 3 brokers, and default.replication.factor is 5
        `,
      },
      {
        'compose.yaml': `
          services:
            kafka:
              image: confluentinc/cp-kafka:7.9.0
              environment:
                KAFKA_NODE_ID: 1
                KAFKA_PROCESS_ROLES: broker,controller
                KAFKA_CONTROLLER_QUORUM_VOTERS: 1@kafka:9093
                KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: 1
                KAFKA_DEFAULT_REPLICATION_FACTOR: 2 #! the cluster of kafka has only one broker, and KAFKA_DEFAULT_REPLICATION_FACTOR is 2
              deploy: { replicas: 3 }
        `,
      },
      {
        'compose.yaml': `
          services:
            broker: #! KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR is not set, which means 3
              image: apache/kafka:4.1.1
              environment: { KAFKA_NODE_ID: 1, KAFKA_PROCESS_ROLES: "broker,controller", KAFKA_CONTROLLER_QUORUM_VOTERS: "1@broker:9093" }
            topics:
              image: apache/kafka:4.1.1
              command: /opt/kafka/bin/kafka-topics.sh --bootstrap-server broker:9092 --create --topic orders --replication-factor 3 #! the topic orders is 3
            connect:
              image: confluentinc/cp-kafka-connect:7.9.0
              environment:
                CONNECT_OFFSET_STORAGE_REPLICATION_FACTOR: 3 #! CONNECT_OFFSET_STORAGE_REPLICATION_FACTOR is 3
        `,
      },
      {
        // A program that creates its topics.
        'compose.yaml': `
          services:
            broker:
              image: apache/kafka:4.1.1
              environment: { KAFKA_NODE_ID: 1, KAFKA_PROCESS_ROLES: "broker,controller", KAFKA_CONTROLLER_QUORUM_VOTERS: "1@broker:9093", KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: 1 }
            api: { build: . }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          COPY . .
          CMD ["node", "main.js"]
        `,
        'main.js': `
          const { Kafka } = require('kafkajs')
          const admin = new Kafka({ brokers: ['broker:9092'] }).admin()
          admin.createTopics({ topics: [{ topic: 'orders', replicationFactor: 3 }] }) //! the cluster of api has only one broker, and the topic orders is 3
        `,
      },
    ],
    good: [
      {
        'compose.yaml': `
          x-kafka: &kafka { KAFKA_ZOOKEEPER_CONNECT: "zookeeper:2181", KAFKA_DEFAULT_REPLICATION_FACTOR: 3, KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: 3 }
          services:
            zookeeper: { image: "confluentinc/cp-zookeeper:7.9.0" }
            k1: { image: "confluentinc/cp-kafka:7.9.0", environment: { <<: *kafka, KAFKA_BROKER_ID: 1 } }
            k2: { image: "confluentinc/cp-kafka:7.9.0", environment: { <<: *kafka, KAFKA_BROKER_ID: 2 } }
            k3: { image: "confluentinc/cp-kafka:7.9.0", environment: { <<: *kafka, KAFKA_BROKER_ID: 3 } }
        `,
      },
      {
        'compose.yaml': `
          services:
            kafka: { image: "bitnami/kafka:3.9.0", environment: { KAFKA_CFG_NODE_ID: 1, KAFKA_CFG_PROCESS_ROLES: "broker,controller", KAFKA_CFG_CONTROLLER_QUORUM_VOTERS: "1@kafka:9093" } }
            small: { image: "confluentinc/cp-kafka:7.9.0", environment: { KAFKA_BROKER_ID: 1, KAFKA_ZOOKEEPER_CONNECT: "zookeeper:2181", KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: 1 } }
        `,
      },
    ],
  },
})

/**
 * The topic that every consumer group needs is created with 3 copies unless told otherwise. Images that start from
 * Kafka's sample file (Bitnami's among them) have 1 there.
 */
function internalTopics({ server }: FactorChoice): readonly Factor[] {
  if (!server || !['confluent', 'apache', 'strimzi'].includes(server.facts.distribution.id)) return []
  const offsets = brokerNumber(server, 'offsets.topic.replication.factor')
  return offsets && !offsets.at ? [{ name: offsets.variable, value: offsets.number }] : []
}

function nameOf(factor: Factor): string {
  return factor.at ? `${factor.name} is ${factor.value}` : `${factor.name} is not set, which means ${factor.value}`
}
