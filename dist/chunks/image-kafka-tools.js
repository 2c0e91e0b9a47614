"use strict";
const {
  image,
  software,
  web
} = require("./chunk-YBWJOMHX.js");
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/knowledge/images/kafka-tools.ts
var kafka_tools_default = [
  software(
    "kafka-connect",
    "Kafka Connect",
    "application",
    [
      image(
        "confluent",
        ["confluentinc/cp-kafka-connect", "confluentinc/cp-kafka-connect-base", "confluentinc/cp-server-connect"],
        { builtInHealthcheck: true }
      ),
      image("debezium", ["debezium/connect", "quay.io/debezium/connect"])
    ],
    { ports: [web(8083)] }
  ),
  software(
    "schema-registry",
    "Schema Registry",
    "application",
    [image("confluent", ["confluentinc/cp-schema-registry"])],
    { ports: [web(8081)] }
  ),
  software(
    "ksqldb",
    "ksqlDB",
    "application",
    [image("confluent", ["confluentinc/cp-ksqldb-server", "confluentinc/ksqldb-server"])],
    { ports: [web(8088)] }
  )
];
module.exports = {
  default: kafka_tools_default,
  house: runAudit
};
