"use strict";
const {
  heapOf
} = require("./chunk-DHHZL4FZ.js");
const {
  GIB
} = require("./chunk-SGFGOYHU.js");
const {
  dataAt,
  image,
  software
} = require("./chunk-YBWJOMHX.js");
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
const {
  FILE_DECIDES,
  alone,
  argument,
  claimed,
  firstSet,
  fromVariable,
  guarded,
  hostsIn,
  isBefore,
  isYes,
  open,
  orInFile,
  programWords,
  text,
  unclear,
  undecided,
  variable,
  wired
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/knowledge/engines/elasticsearch.ts
var HEAP = "https://www.elastic.co/docs/reference/elasticsearch/jvm-settings";
var DOTTED = /^[a-z][a-z0-9_-]*(?:\.[a-z0-9_-]+)+$/;
function setting(facts, key) {
  const upper = `ES_SETTING_${key.replaceAll("_", "__").replaceAll(".", "_").toUpperCase()}`;
  const name = firstSet(facts, [key, upper]);
  if (name) return { value: facts.environment(name) ?? null, by: variable(name) };
  for (const word of programWords(facts.argv) ?? []) {
    const pair = word?.replace(/^-E/, "");
    if (pair?.startsWith(`${key}=`)) return { value: pair.slice(key.length + 1), by: argument(`-E${key}`) };
  }
  return void 0;
}
function isOff(found) {
  return found.value !== null && /^false$/i.test(found.value);
}
function authentication(facts) {
  const fix = "Set xpack.security.enabled=true and give the elastic user a password with ELASTIC_PASSWORD.";
  const found = setting(facts, "xpack.security.enabled");
  if (found?.value === null) return undecided("xpack.security.enabled is set to something unknown", fix, found.by);
  if (found && isOff(found)) return open("xpack.security.enabled=false lets everybody in", fix, found.by);
  if (found) return guarded("xpack.security.enabled is true", found.by);
  if (facts.configMounted) return undecided(FILE_DECIDES, fix);
  const old = isBefore(facts.version, [8]);
  if (old === void 0) return undecided("its version is not known; security is on by default from 8.0 on", fix);
  if (old) return open("security is off by default before version 8.0, and nothing switches it on", fix);
  return guarded("security is on by default", variable("ELASTIC_PASSWORD"));
}
function replication(facts) {
  const type = setting(facts, "discovery.type");
  if (type?.value === "single-node") return alone("discovery.type is single-node", type.by);
  const group = setting(facts, "cluster.name")?.value ?? void 0;
  for (const key of ["discovery.seed_hosts", "discovery.zen.ping.unicast.hosts", "discovery.seed_providers"]) {
    const seeds = setting(facts, key);
    if (seeds) return wired("member", `${key} names its partners`, hostsIn(seeds.value ?? ""), seeds.by, group);
  }
  if (facts.configMounted) return unclear(FILE_DECIDES);
  const masters = setting(facts, "cluster.initial_master_nodes");
  if (masters?.value?.includes(",")) {
    return claimed(
      "cluster.initial_master_nodes names several nodes, but without discovery.seed_hosts it looks for them on its own host only",
      "Set discovery.seed_hosts to the names of the other nodes.",
      masters.by,
      "member"
    );
  }
  return alone("discovery.seed_hosts is not set");
}
function memory(facts) {
  const fixed = isBefore(facts.version, [7, 11]) === true;
  return heapOf(facts, {
    variables: ["ES_JAVA_OPTS"],
    ...fixed ? { defaultBytes: GIB } : {},
    share: 0.5,
    least: GIB,
    source: HEAP
  });
}
function given(facts, name) {
  const found = setting(facts, name);
  return orInFile(fromVariable(found === void 0 ? void 0 : found.value), facts.configMounted);
}

// src/knowledge/images/elasticsearch.ts
var DOCKER = "https://www.elastic.co/docs/deploy-manage/deploy/self-managed/install-elasticsearch-docker-prod";
var SECURITY = "https://www.elastic.co/docs/reference/elasticsearch/configuration-reference/security-settings";
var OPENSEARCH = "https://docs.opensearch.org/latest/install-and-configure/install-opensearch/docker/";
var BITNAMI = "https://github.com/bitnami/containers/tree/main/bitnami/elasticsearch";
var esVariables = {
  reads: [
    DOTTED,
    /^ES_/,
    /^CLI_JAVA_OPTS$/,
    "ELASTIC_PASSWORD",
    "ELASTIC_PASSWORD_FILE",
    "KEYSTORE_PASSWORD",
    "KEYSTORE_PASSWORD_FILE",
    "BOOTSTRAP_PASSWORD",
    "TZ"
  ],
  ignored: [
    {
      pattern: /^OPENSEARCH_JAVA_OPTS$/,
      because: "that variable belongs to OpenSearch; Elasticsearch reads ES_JAVA_OPTS",
      instead: "ES_JAVA_OPTS"
    },
    {
      pattern: /^(?:ES_HEAP_SIZE|ES_MIN_MEM|ES_MAX_MEM|ELASTICSEARCH_HEAP_SIZE)$/,
      because: "Elasticsearch images since 5.0 take the heap from ES_JAVA_OPTS only",
      instead: "ES_JAVA_OPTS=-Xms<size> -Xmx<size>"
    },
    {
      pattern: /^(?:XPACK_SECURITY_ENABLED|DISCOVERY_TYPE|DISCOVERY_SEED_HOSTS|BOOTSTRAP_MEMORY_LOCK|ELASTICSEARCH_(?:CLUSTER_NAME|CLUSTER_HOSTS|NODE_NAME|PASSWORD))$/,
      because: "the official image takes settings under their own dotted names",
      instead: "the setting as it stands in elasticsearch.yml, for example xpack.security.enabled or discovery.type"
    }
  ],
  refused: [],
  required: [],
  prefixes: [],
  source: DOCKER
};
var official = image(
  "official",
  [
    "elasticsearch",
    "docker.elastic.co/elasticsearch/elasticsearch",
    "docker.elastic.co/elasticsearch/elasticsearch-oss",
    "docker.elastic.co/elasticsearch/elasticsearch-wolfi",
    "elastic/elasticsearch"
  ],
  {
    ...dataAt("/usr/share/elasticsearch/data", DOCKER),
    dataPath: (facts) => setting(facts, "path.data")?.value,
    variables: esVariables,
    builtInHealthcheck: false,
    healthCommand: "curl -fsSk -u elastic:$$ELASTIC_PASSWORD 'https://localhost:9200/_cluster/health?wait_for_status=yellow&timeout=5s'",
    // Without security there is no TLS either.
    openHealthCommand: "curl -fsS 'http://localhost:9200/_cluster/health?wait_for_status=yellow&timeout=5s'",
    tools: { has: ["curl", "bash"], lacks: [] },
    runsAs: "non-root",
    heap: { variable: "ES_JAVA_OPTS" },
    authentication,
    defaultCredentials: [
      {
        user: { default: "elastic" },
        password: { variable: "ELASTIC_PASSWORD", wellKnown: ["changeme", "elastic", "password", "changethis"] },
        unless: { variable: "xpack.security.enabled", values: ["false"] },
        source: SECURITY
      }
    ],
    replication,
    memory,
    setting: given
  }
);
function openSearchAuthentication(facts) {
  const fix = "Remove it and set OPENSEARCH_INITIAL_ADMIN_PASSWORD.";
  const disabled = facts.environment("DISABLE_SECURITY_PLUGIN");
  if (isYes(disabled))
    return open("DISABLE_SECURITY_PLUGIN=true lets everybody in", fix, variable("DISABLE_SECURITY_PLUGIN"));
  const found = setting(facts, "plugins.security.disabled") ?? setting(facts, "opendistro_security.disabled");
  if (found?.value && /^true$/i.test(found.value))
    return open("plugins.security.disabled=true lets everybody in", fix, found.by);
  if (disabled === null || found?.value === null)
    return undecided("what disables the security plugin is set to something unknown", fix);
  if (facts.configMounted) return undecided(FILE_DECIDES, fix);
  return guarded("the security plugin is on by default", variable("OPENSEARCH_INITIAL_ADMIN_PASSWORD"));
}
var opensearch = image("official", ["opensearchproject/opensearch", "public.ecr.aws/opensearchproject/opensearch"], {
  ...dataAt("/usr/share/opensearch/data", OPENSEARCH),
  dataPath: (facts) => setting(facts, "path.data")?.value,
  variables: {
    reads: [DOTTED, /^OPENSEARCH_/, /^DISABLE_/, "KEYSTORE_PASSWORD", "TZ"],
    ignored: [
      {
        pattern: /^ES_JAVA_OPTS$/,
        because: "that variable belongs to Elasticsearch; OpenSearch reads OPENSEARCH_JAVA_OPTS",
        instead: "OPENSEARCH_JAVA_OPTS"
      },
      {
        pattern: /^ELASTIC_PASSWORD$/,
        because: "OpenSearch has no elastic user",
        instead: "OPENSEARCH_INITIAL_ADMIN_PASSWORD"
      },
      {
        pattern: /^xpack\.security\.enabled$/,
        because: "OpenSearch has no X-Pack; its security plugin is on unless DISABLE_SECURITY_PLUGIN says otherwise",
        instead: "OPENSEARCH_INITIAL_ADMIN_PASSWORD, and DISABLE_SECURITY_PLUGIN left out"
      }
    ],
    refused: [],
    required: [
      {
        anyOf: ["OPENSEARCH_INITIAL_ADMIN_PASSWORD"],
        from: [2, 12],
        unless: [
          { variable: "DISABLE_SECURITY_PLUGIN", values: ["true"] },
          { variable: "DISABLE_INSTALL_DEMO_CONFIG", values: ["true"] }
        ],
        source: OPENSEARCH
      }
    ],
    prefixes: [],
    source: OPENSEARCH
  },
  builtInHealthcheck: false,
  healthCommand: "curl -fsSk -u admin:$$OPENSEARCH_INITIAL_ADMIN_PASSWORD https://localhost:9200/_cluster/health",
  openHealthCommand: "curl -fsS http://localhost:9200/_cluster/health",
  tools: { has: ["curl", "bash"], lacks: [] },
  runsAs: "non-root",
  heap: { variable: "OPENSEARCH_JAVA_OPTS", defaultBytes: GIB },
  authentication: openSearchAuthentication,
  defaultCredentials: [
    {
      user: { default: "admin" },
      password: { variable: "OPENSEARCH_INITIAL_ADMIN_PASSWORD", default: "admin", wellKnown: ["admin"] },
      before: [2, 12],
      unless: { variable: "DISABLE_SECURITY_PLUGIN", values: ["true"] },
      source: "https://docs.opensearch.org/latest/security/configuration/demo-configuration/"
    }
  ],
  replication,
  setting: given,
  memory: (facts) => heapOf(facts, {
    variables: ["OPENSEARCH_JAVA_OPTS"],
    defaultBytes: GIB,
    share: 0.5,
    least: GIB,
    source: OPENSEARCH
  })
});
var bitnami = image("bitnami", ["bitnami/elasticsearch", "bitnamilegacy/elasticsearch"], {
  ...dataAt("/bitnami/elasticsearch/data", BITNAMI),
  runsAs: "non-root",
  authentication: (facts) => {
    const fix = "Set ELASTICSEARCH_ENABLE_SECURITY=true and ELASTICSEARCH_PASSWORD.";
    const by = variable("ELASTICSEARCH_ENABLE_SECURITY");
    const enabled = facts.environment("ELASTICSEARCH_ENABLE_SECURITY");
    if (isYes(enabled)) return guarded("ELASTICSEARCH_ENABLE_SECURITY is on", by);
    if (enabled === null || facts.configMounted) return undecided(FILE_DECIDES, fix);
    return open("ELASTICSEARCH_ENABLE_SECURITY is not on", fix, by);
  },
  replication: (facts) => {
    const hosts = firstSet(facts, ["ELASTICSEARCH_CLUSTER_HOSTS"]);
    if (hosts)
      return wired(
        "member",
        "ELASTICSEARCH_CLUSTER_HOSTS names its partners",
        hostsIn(text(facts, hosts) ?? ""),
        variable(hosts),
        text(facts, "ELASTICSEARCH_CLUSTER_NAME")
      );
    return facts.configMounted ? unclear(FILE_DECIDES) : alone("ELASTICSEARCH_CLUSTER_HOSTS is not set");
  }
});
var shared = {
  stateful: true,
  ports: [
    { port: 9200, purpose: "data" },
    { port: 9300, purpose: "cluster" }
  ],
  cluster: {
    nodes: 3,
    how: "three nodes with one cluster.name, discovery.seed_hosts and cluster.initial_master_nodes"
  },
  backupTools: ["elasticdump", "_snapshot", "curator"]
};
var elasticsearch_default = [
  software("elasticsearch", "Elasticsearch", "search", [official, bitnami], { ...shared, schemes: ["elasticsearch"] }),
  software(
    "opensearch",
    "OpenSearch",
    "search",
    [
      opensearch,
      image("bitnami", ["bitnami/opensearch", "bitnamilegacy/opensearch"], {
        ...dataAt("/bitnami/opensearch/data", "https://github.com/bitnami/containers/tree/main/bitnami/opensearch"),
        runsAs: "non-root"
      })
    ],
    { ...shared, schemes: ["opensearch"], speaks: "elasticsearch" }
  )
];
module.exports = {
  default: elasticsearch_default,
  house: runAudit
};
