import { isYes } from '../../src/knowledge/facts.js'
import { brokerSetting, kafkaBrokersOf } from '../../src/model/datastore/kafka.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'kafka/topics-created-implicitly',
  title: 'Kafka creates a topic for every name that somebody asks for',
  category: 'infrastructure-stability',
  severity: 'low',
  confidence: 'A',
  since: '0.1.0',
  effort: 'hours',
  why: 'A typing error in a topic name then creates a new topic with default partitions, copies and retention, and messages go where nobody reads them, instead of an error at deployment.',
  fix: 'Set KAFKA_AUTO_CREATE_TOPICS_ENABLE (with Bitnami KAFKA_CFG_AUTO_CREATE_TOPICS_ENABLE) to "false" and create the topics in a job: `kafka-topics.sh --bootstrap-server kafka:9092 --create --if-not-exists --topic orders --partitions 6` (`kafka-topics` in the images of Confluent).',
  refs: ['https://kafka.apache.org/documentation/#brokerconfigs_auto.create.topics.enable'],
  check({ system, pass, fail, unverified }) {
    for (const server of kafkaBrokersOf(system)) {
      const { workload } = server
      const found = brokerSetting(server, 'auto.create.topics.enable')
      if (!found)
        unverified(workload, workload, 'a file or a value outside the repository sets auto.create.topics.enable')
      else if (!isYes(found.value)) pass(workload)
      else
        fail(
          workload,
          found.at ?? workload,
          `${workload.name} creates topics by itself: ${found.variable} is ${found.at ? found.value : 'not set, and it is on by default'}`,
        )
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            kafka:
              image: confluentinc/cp-kafka:7.9.0
              environment:
                KAFKA_ZOOKEEPER_CONNECT: zookeeper:2181
                KAFKA_AUTO_CREATE_TOPICS_ENABLE: "true" #! kafka creates topics by itself: KAFKA_AUTO_CREATE_TOPICS_ENABLE is true
            events: #! events creates topics by itself: KAFKA_CFG_AUTO_CREATE_TOPICS_ENABLE is not set, and it is on by default
              image: bitnami/kafka:3.9.0
              environment: { KAFKA_CFG_NODE_ID: 1 }
        `,
      },
    ],
    good: [
      {
        'compose.yaml': `
          services:
            kafka: { image: "confluentinc/cp-kafka:7.9.0", environment: { KAFKA_ZOOKEEPER_CONNECT: "zookeeper:2181", KAFKA_AUTO_CREATE_TOPICS_ENABLE: "false" } }
            controller: { image: "apache/kafka:4.1.1", environment: { KAFKA_PROCESS_ROLES: controller, KAFKA_NODE_ID: 9, KAFKA_CONTROLLER_QUORUM_VOTERS: "9@controller:9093" } }
            topics: { image: "confluentinc/cp-kafka:7.9.0", command: "kafka-topics --create --topic orders --replication-factor 3" }
        `,
      },
    ],
  },
})
