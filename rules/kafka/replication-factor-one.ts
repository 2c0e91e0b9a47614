import { type Factor, type FactorChoice, factorChoices } from '../../src/model/datastore/kafka-factors.js'
import { defineRule } from '../../src/rule.js'
import { listOf } from '../../src/words.js'

export default defineRule({
  id: 'kafka/replication-factor-one',
  title: 'Kafka keeps only one copy of its messages',
  category: 'disaster-recovery',
  severity: 'high',
  confidence: 'A',
  since: '0.1.0',
  effort: 'hours',
  why: 'With a replication factor of 1 each partition lives on one broker: when that broker or its disk is lost, so are the messages in it and the positions of the consumers, and while it restarts nobody can read or write them.',
  fix: 'Run three brokers, set KAFKA_DEFAULT_REPLICATION_FACTOR, KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR and KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR to 3, and raise existing topics with kafka-reassign-partitions.',
  refs: [
    'https://kafka.apache.org/documentation/#replication',
    'https://kafka.apache.org/documentation/#brokerconfigs_default.replication.factor',
    'https://docs.confluent.io/platform/current/kafka/post-deployment.html#increasing-replication-factor',
  ],
  check({ system, pass, fail, implied, unverified }) {
    for (const choice of factorChoices(system)) {
      const { workload, factors, brokers } = choice
      const single = factors.filter(factor => factor.value === 1)
      const written = single.filter(factor => factor.at)
      const unclear = factors.find(factor => factor.value === undefined)
      // On the only broker nothing but 1 is possible: what is missing are the other brokers.
      if (written.length === 0 && single.length > 0 && brokers === 1) implied(workload, 'datastore/single-instance')
      else if (single.length > 0) {
        fail(
          workload,
          written[0]?.at ?? workload,
          `${workload.name} keeps one copy of what it stores: ${listOf(single.map(nameOf))}`,
          {
            fix: fixFor(choice),
            related: written.slice(1).map(factor => ({ at: factor.at ?? workload.at, message: nameOf(factor) })),
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
                default.replication.factor: 3
                offsets.topic.replication.factor: 1 #! events keeps one copy of what it stores: offsets.topic.replication.factor is 1
        `,
      },
      {
        'compose.yaml': `
          services:
            kafka:
              image: confluentinc/cp-kafka:7.9.0
              environment:
                KAFKA_ADVERTISED_LISTENERS: PLAINTEXT://kafka:9092
                KAFKA_ZOOKEEPER_CONNECT: zookeeper:2181
                KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: 1 #! kafka keeps one copy of what it stores: KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR is 1 and KAFKA_DEFAULT_REPLICATION_FACTOR is not set, which means 1
            zookeeper: { image: "confluentinc/cp-zookeeper:7.9.0", environment: { ZOOKEEPER_CLIENT_PORT: 2181 } }
        `,
      },
      {
        'compose.yaml': `
          services:
            kafka-1: #! kafka-1 keeps one copy of what it stores: KAFKA_CFG_DEFAULT_REPLICATION_FACTOR is not set
              image: bitnami/kafka:3.9.0
              environment: { KAFKA_CFG_NODE_ID: 1, KAFKA_CFG_PROCESS_ROLES: "broker,controller", KAFKA_CFG_CONTROLLER_QUORUM_VOTERS: "1@kafka-1:9093,2@kafka-2:9093" }
            kafka-2: #! kafka-2 keeps one copy
              image: bitnami/kafka:3.9.0
              environment: { KAFKA_CFG_NODE_ID: 2, KAFKA_CFG_PROCESS_ROLES: "broker,controller", KAFKA_CFG_CONTROLLER_QUORUM_VOTERS: "1@kafka-1:9093,2@kafka-2:9093", KAFKA_DEFAULT_REPLICATION_FACTOR: 2 }
        `,
      },
      {
        'compose.yaml': `
          services:
            topics:
              image: confluentinc/cp-kafka:7.9.0
              command: sh -c "kafka-topics --bootstrap-server kafka.internal.example:9092 --create --topic orders --partitions 6 --replication-factor 1" #! the topic orders is 1
            connect:
              image: confluentinc/cp-kafka-connect:7.9.0
              environment:
                CONNECT_CONFIG_STORAGE_REPLICATION_FACTOR: "1" #! connect keeps one copy of what it stores: CONNECT_CONFIG_STORAGE_REPLICATION_FACTOR is 1 and CONNECT_STATUS_STORAGE_REPLICATION_FACTOR is 1
                CONNECT_OFFSET_STORAGE_REPLICATION_FACTOR: "3"
                CONNECT_STATUS_STORAGE_REPLICATION_FACTOR: "1"
            registry:
              image: confluentinc/cp-schema-registry:7.9.0
              environment:
                SCHEMA_REGISTRY_KAFKASTORE_TOPIC_REPLICATION_FACTOR: 1 #! SCHEMA_REGISTRY_KAFKASTORE_TOPIC_REPLICATION_FACTOR is 1
        `,
      },
      {
        // Programs that create their topics themselves.
        'compose.yaml': `
          x-environment: &brokers { BROKERS: "b-1.shop.kafka.eu-central-1.amazonaws.com:9096" }
          services:
            orders: { build: ./orders, environment: { <<: *brokers } }
            audit: { build: ./audit, environment: { <<: *brokers } }
            stock: { build: ./stock, environment: { <<: *brokers } }
        `,
        'orders/Dockerfile': `
          FROM node:24.1.0-slim
          COPY . .
          CMD ["node", "main.js"]
        `,
        'orders/main.js': `
          const { Kafka } = require('kafkajs')
          const { TOPICS } = require('./topics')
          const admin = new Kafka({ brokers: process.env.BROKERS.split(',') }).admin()
          admin.connect().then(() => admin.createTopics({ topics: TOPICS }))
        `,
        'orders/topics.js': `
          const COPIES = Number(process.env.COPIES ?? 1)
          exports.TOPICS = [
            { topic: 'orders', numPartitions: 6, replicationFactor: COPIES }, //! orders keeps one copy of what it stores: the topic orders is 1
            { topic: 'invoices', numPartitions: 6, replicationFactor: 3 },
          ]
        `,
        'audit/Dockerfile': `
          FROM python:3.13.1-slim
          COPY . .
          CMD ["python", "main.py"]
        `,
        'audit/main.py': `
          import os

          from confluent_kafka.admin import AdminClient, NewTopic

          admin = AdminClient({"bootstrap.servers": os.environ["BROKERS"]})
          admin.create_topics([NewTopic("audit", num_partitions=3, replication_factor=1)]) #! audit keeps one copy of what it stores: the topic audit is 1
        `,
        'stock/Dockerfile': `
          FROM golang:1.26
          COPY . .
          RUN go build -o /bin/stock .
          CMD ["/bin/stock"]
        `,
        'stock/go.mod': `
          module example.com/stock

          go 1.26
        `,
        'stock/main.go': `
          package main

          import "github.com/segmentio/kafka-go"

          func main() {
            conn, _ := kafka.Dial("tcp", "b-1.shop.kafka.eu-central-1.amazonaws.com:9092")
            conn.CreateTopics(kafka.TopicConfig{
              Topic: "stock", NumPartitions: 3,
              ReplicationFactor: 1, //! stock keeps one copy of what it stores: the topic stock is 1
            })
          }
        `,
      },
    ],
    good: [
      {
        // -1 and nothing leave it to the broker; tests create their own.
        'compose.yaml': `
          services:
            api: { build: ./api }
            connect: { image: "confluentinc/cp-kafka-connect:7.9.0", environment: { CONNECT_OFFSET_STORAGE_REPLICATION_FACTOR: "3" } }
        `,
        'api/Dockerfile': `
          FROM node:24.1.0-slim
          COPY . .
          CMD ["node", "main.js"]
        `,
        'api/main.js': `
          const { Kafka } = require('kafkajs')
          const admin = new Kafka({ brokers: ['kafka.internal.example:9092'] }).admin()
          admin.createTopics({ topics: [{ topic: 'orders', replicationFactor: -1 }, { topic: 'invoices', replicationFactor: 3 }, { topic: 'lines' }] })
        `,
        'api/test/topics.js': `
          module.exports = admin => admin.createTopics({ topics: [{ topic: 'orders', replicationFactor: 1 }] })
        `,
      },
      {
        'compose.yaml': `
          x-kafka: &kafka { KAFKA_PROCESS_ROLES: "broker,controller", KAFKA_CONTROLLER_QUORUM_VOTERS: "1@k1:9093,2@k2:9093,3@k3:9093", KAFKA_DEFAULT_REPLICATION_FACTOR: 3 }
          services:
            k1: { image: "apache/kafka:4.1.1", environment: { <<: *kafka, KAFKA_NODE_ID: 1 } }
            k2: { image: "apache/kafka:4.1.1", environment: { <<: *kafka, KAFKA_NODE_ID: 2 } }
            k3: { image: "apache/kafka:4.1.1", environment: { <<: *kafka, KAFKA_NODE_ID: 3 } }
            topics:
              image: apache/kafka:4.1.1
              command: [/opt/kafka/bin/kafka-topics.sh, --bootstrap-server, "k1:9092", --create, --topic, orders, --replication-factor, "3"]
            connect: { image: "confluentinc/cp-kafka-connect:7.9.0", environment: { CONNECT_OFFSET_STORAGE_REPLICATION_FACTOR: "3" } }
        `,
      },
      {
        'compose.yaml': `
          services:
            connect: { image: "confluentinc/cp-kafka-connect:7.9.0", environment: { CONNECT_CONFIG_STORAGE_REPLICATION_FACTOR: "-1" } }
        `,
        'compose.dev.yaml': `
          services:
            kafka: { image: "apache/kafka:4.1.1", environment: { KAFKA_NODE_ID: 1, KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: 1 } }
        `,
      },
    ],
  },
})

function nameOf(factor: Factor): string {
  if (!factor.at) return `${factor.name} is not set, which means 1`
  return `${factor.name} is 1`
}

function fixFor({ brokers, server }: FactorChoice): string {
  const copies = Math.min(3, brokers ?? 3)
  if (copies < 2)
    return 'Run three brokers that share one quorum, then set these to 3 and raise existing topics with kafka-reassign-partitions.'
  return server
    ? `Set these to ${copies} on every broker, and raise existing topics with kafka-reassign-partitions.`
    : `Set it to ${copies}, and raise topics that exist already with kafka-reassign-partitions.`
}
