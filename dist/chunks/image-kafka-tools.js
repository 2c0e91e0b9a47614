"use strict";
const {
  image,
  software,
  web
} = require("./chunk-XT6INZAU.js");
require("./chunk-2RL6R4IN.js");
const {
  runAudit
} = require("./chunk-F3TJ3VXB.js");
require("./chunk-5S73P6IY.js");
require("./chunk-FV7N23V3.js");
require("./chunk-FVKJRJFM.js");
require("./chunk-XAMUTVUK.js");
require("./chunk-FTFPRJZC.js");
require("./chunk-RW6UJ7QG.js");
require("./chunk-UVC6U27S.js");
require("./chunk-HR63KF4Q.js");
require("./chunk-RIMU2UQE.js");
require("./chunk-QWENVA2Z.js");
require("./chunk-VUSYVGVU.js");
require("./chunk-KWB6FTLR.js");
require("./chunk-3RILMBAO.js");
require("./chunk-IXIQF7RH.js");
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
