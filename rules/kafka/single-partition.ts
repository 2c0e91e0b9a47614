import { brokerNumber, createsTopics, kafkaBrokersOf } from '../../src/model/datastore/kafka.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'kafka/single-partition',
  title: 'Kafka topics get one partition by default',
  category: 'performance',
  severity: 'low',
  confidence: 'B',
  since: '0.1.0',
  effort: 'minutes',
  why: 'One partition is read by one consumer of a group at a time: more instances of a service do not work through a backlog any faster, and adding partitions later moves keys to other ones.',
  fix: 'Set KAFKA_NUM_PARTITIONS (with Bitnami KAFKA_CFG_NUM_PARTITIONS) to at least the number of consumers that a group may grow to, 6 for example, and ask for one partition only where the order of all messages matters.',
  refs: [
    'https://kafka.apache.org/documentation/#brokerconfigs_num.partitions',
    'https://kafka.apache.org/documentation/#intro_consumers',
  ],
  check({ system, pass, fail, unverified }) {
    for (const server of kafkaBrokersOf(system)) {
      const { workload } = server
      const found = brokerNumber(server, 'num.partitions')
      if (!found) unverified(workload, workload, 'a file or a value outside the repository sets num.partitions')
      // Whoever creates a topic then says how many it has.
      else if (found.number > 1 || createsTopics(server) === false) pass(workload)
      else
        fail(
          workload,
          found.at ?? workload,
          `${workload.name} gives new topics one partition: ${found.variable} is ${found.at ? '1' : 'not set'}`,
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
                KAFKA_NUM_PARTITIONS: 1 #! kafka gives new topics one partition: KAFKA_NUM_PARTITIONS is 1
            events: #! events gives new topics one partition: KAFKA_CFG_NUM_PARTITIONS is not set
              image: bitnami/kafka:3.9.0
              environment: { KAFKA_NUM_PARTITIONS: 6 }
        `,
      },
    ],
    good: [
      {
        'compose.yaml': `
          services:
            kafka: { image: "confluentinc/cp-kafka:7.9.0", environment: { KAFKA_ZOOKEEPER_CONNECT: "zookeeper:2181", KAFKA_NUM_PARTITIONS: 6 } }
            explicit: { image: "apache/kafka:4.1.1", environment: { KAFKA_NODE_ID: 1, KAFKA_AUTO_CREATE_TOPICS_ENABLE: "false" } }
            audit: { image: "apache/kafka:4.1.1", command: "/opt/kafka/bin/kafka-topics.sh --create --topic audit --partitions 1 --replication-factor 3" }
        `,
      },
    ],
  },
})
