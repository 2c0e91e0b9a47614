import { image, software, web } from '../define.js'

/** Servers that keep their own state in topics of a Kafka cluster. */
export default [
  software(
    'kafka-connect',
    'Kafka Connect',
    'application',
    [
      image(
        'confluent',
        ['confluentinc/cp-kafka-connect', 'confluentinc/cp-kafka-connect-base', 'confluentinc/cp-server-connect'],
        { builtInHealthcheck: true },
      ),
      image('debezium', ['debezium/connect', 'quay.io/debezium/connect']),
    ],
    { ports: [web(8083)] },
  ),
  software(
    'schema-registry',
    'Schema Registry',
    'application',
    [image('confluent', ['confluentinc/cp-schema-registry'])],
    { ports: [web(8081)] },
  ),
  software(
    'ksqldb',
    'ksqlDB',
    'application',
    [image('confluent', ['confluentinc/cp-ksqldb-server', 'confluentinc/ksqldb-server'])],
    { ports: [web(8088)] },
  ),
]
