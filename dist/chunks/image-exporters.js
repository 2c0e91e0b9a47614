"use strict";
const {
  image,
  metrics,
  software
} = require("./chunk-YBWJOMHX.js");
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/knowledge/images/exporters.ts
function exporter(id, name, port, images) {
  return software(id, name, "exporter", [image("official", images, { builtInHealthcheck: false })], {
    ports: [metrics(port)]
  });
}
var exporters_default = [
  exporter("node-exporter", "Node exporter", 9100, [
    "prom/node-exporter",
    "quay.io/prometheus/node-exporter",
    "bitnami/node-exporter",
    "bitnamilegacy/node-exporter"
  ]),
  // The Dockerfile has `HEALTHCHECK \u2026 wget \u2026 $CADVISOR_HEALTHCHECK_URL`: https://github.com/google/cadvisor/blob/master/deploy/Dockerfile
  software(
    "cadvisor",
    "cAdvisor",
    "exporter",
    [
      image("official", ["gcr.io/cadvisor/cadvisor", "ghcr.io/google/cadvisor", "google/cadvisor"], {
        builtInHealthcheck: true,
        runsAs: "root"
      })
    ],
    { ports: [metrics(8080)] }
  ),
  exporter("postgres-exporter", "PostgreSQL exporter", 9187, [
    "prometheuscommunity/postgres-exporter",
    "quay.io/prometheuscommunity/postgres-exporter",
    "wrouesnel/postgres_exporter",
    "bitnami/postgres-exporter",
    "bitnamilegacy/postgres-exporter"
  ]),
  exporter("pgbouncer-exporter", "PgBouncer exporter", 9127, [
    "prometheuscommunity/pgbouncer-exporter",
    "spreaker/prometheus-pgbouncer-exporter"
  ]),
  exporter("mysqld-exporter", "MySQL exporter", 9104, [
    "prom/mysqld-exporter",
    "quay.io/prometheus/mysqld-exporter",
    "bitnami/mysqld-exporter",
    "bitnamilegacy/mysqld-exporter"
  ]),
  exporter("redis-exporter", "Redis exporter", 9121, [
    "oliver006/redis_exporter",
    "quay.io/oliver006/redis_exporter",
    "bitnami/redis-exporter",
    "bitnamilegacy/redis-exporter"
  ]),
  exporter("mongodb-exporter", "MongoDB exporter", 9216, [
    "percona/mongodb_exporter",
    "bitnami/mongodb-exporter",
    "bitnamilegacy/mongodb-exporter"
  ]),
  exporter("elasticsearch-exporter", "Elasticsearch exporter", 9114, [
    "prometheuscommunity/elasticsearch-exporter",
    "quay.io/prometheuscommunity/elasticsearch-exporter",
    "justwatch/elasticsearch_exporter"
  ]),
  exporter("kafka-exporter", "Kafka exporter", 9308, [
    "danielqsj/kafka-exporter",
    "bitnami/kafka-exporter",
    "bitnamilegacy/kafka-exporter"
  ]),
  exporter("kafka-lag-exporter", "Kafka lag exporter", 8e3, ["seglo/kafka-lag-exporter"]),
  exporter("kminion", "KMinion", 8080, ["redpandadata/kminion", "docker.redpanda.com/redpandadata/kminion"]),
  exporter("rabbitmq-exporter", "RabbitMQ exporter", 9419, ["kbudde/rabbitmq-exporter"]),
  exporter("nats-exporter", "NATS exporter", 7777, ["natsio/prometheus-nats-exporter"]),
  exporter("nginx-exporter", "nginx exporter", 9113, [
    "nginx/nginx-prometheus-exporter",
    "nginxinc/nginx-prometheus-exporter"
  ]),
  exporter("haproxy-exporter", "HAProxy exporter", 9101, [
    "prom/haproxy-exporter",
    "quay.io/prometheus/haproxy-exporter"
  ]),
  exporter("memcached-exporter", "Memcached exporter", 9150, [
    "prom/memcached-exporter",
    "quay.io/prometheus/memcached-exporter"
  ]),
  exporter("blackbox-exporter", "Blackbox exporter", 9115, [
    "prom/blackbox-exporter",
    "quay.io/prometheus/blackbox-exporter"
  ]),
  exporter("json-exporter", "JSON exporter", 7979, [
    "prometheuscommunity/json-exporter",
    "quay.io/prometheuscommunity/json-exporter"
  ]),
  exporter("snmp-exporter", "SNMP exporter", 9116, ["prom/snmp-exporter"]),
  exporter("process-exporter", "Process exporter", 9256, ["ncabatoff/process-exporter"]),
  exporter("jmx-exporter", "JMX exporter", 5556, [
    "bitnami/jmx-exporter",
    "bitnamilegacy/jmx-exporter",
    "sscaling/jmx-prometheus-exporter"
  ]),
  exporter("php-fpm-exporter", "PHP-FPM exporter", 9253, ["hipages/php-fpm_exporter"]),
  exporter("celery-exporter", "Celery exporter", 9808, ["danihodovic/celery-exporter"]),
  exporter("dcgm-exporter", "DCGM exporter", 9400, ["nvcr.io/nvidia/k8s/dcgm-exporter", "nvidia/dcgm-exporter"]),
  exporter("cloudwatch-exporter", "CloudWatch exporter", 9106, [
    "prom/cloudwatch-exporter",
    "quay.io/prometheus/cloudwatch-exporter"
  ]),
  exporter("stackdriver-exporter", "Stackdriver exporter", 9255, ["prometheuscommunity/stackdriver-exporter"]),
  exporter("graphite-exporter", "Graphite exporter", 9108, ["prom/graphite-exporter"]),
  exporter("sql-exporter", "SQL exporter", 9399, ["burningalchemist/sql_exporter"]),
  exporter("kube-state-metrics", "kube-state-metrics", 8080, [
    "registry.k8s.io/kube-state-metrics/kube-state-metrics",
    "bitnami/kube-state-metrics",
    "bitnamilegacy/kube-state-metrics"
  ])
];
module.exports = {
  default: exporters_default,
  house: runAudit
};
