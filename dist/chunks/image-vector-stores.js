"use strict";
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
  directoryIn,
  firstSet,
  guarded,
  isSet,
  isYes,
  open,
  option,
  unclear,
  undecided,
  variable,
  wired
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/knowledge/images/vector-stores.ts
function qdrantAuthentication(facts) {
  const fix = "Set QDRANT__SERVICE__API_KEY to a secret, and QDRANT__SERVICE__ENABLE_TLS for clients on other hosts.";
  const key = firstSet(facts, ["QDRANT__SERVICE__API_KEY"]);
  if (key) return guarded(`${key} is set`, variable(key));
  if (facts.configMounted) return undecided(FILE_DECIDES, fix);
  return open("QDRANT__SERVICE__API_KEY is not set", fix);
}
var qdrant = software(
  "qdrant",
  "Qdrant",
  "database",
  [
    image("official", ["qdrant/qdrant", "ghcr.io/qdrant/qdrant/qdrant"], {
      ...dataAt("/qdrant/storage", "https://qdrant.tech/documentation/guides/installation/"),
      dataPath: (facts) => directoryIn(facts, ["QDRANT__STORAGE__STORAGE_PATH"]),
      variables: {
        reads: [/^QDRANT__/, /^RUN_MODE$/, "TZ", /^QDRANT_/],
        ignored: [
          {
            pattern: /^QDRANT_API_KEY$/,
            because: "Qdrant takes settings with two underscores between the levels",
            instead: "QDRANT__SERVICE__API_KEY"
          }
        ],
        refused: [],
        required: [],
        prefixes: [],
        source: "https://qdrant.tech/documentation/guides/configuration/"
      },
      builtInHealthcheck: false,
      healthCommand: "bash -c ':> /dev/tcp/127.0.0.1/6333'",
      tools: { has: ["bash"], lacks: ["curl", "wget"] },
      authentication: qdrantAuthentication,
      replication: (facts) => {
        const name = "QDRANT__CLUSTER__ENABLED";
        const joined = ["uri", "bootstrap"].some((flag) => option(facts.argv, flag).given === "yes");
        if (isYes(facts.environment(name)) && joined)
          return wired("member", "cluster mode is on and it names its first peer", [], variable(name));
        if (isSet(facts, name) && !/^false$/i.test(facts.environment(name) ?? ""))
          return unclear("cluster mode is on; --uri and --bootstrap decide", variable(name), "member");
        return facts.configMounted ? unclear(FILE_DECIDES) : alone(`${name} is not set`);
      }
    })
  ],
  {
    stateful: true,
    ports: [
      { port: 6333, purpose: "data" },
      { port: 6334, purpose: "data" },
      { port: 6335, purpose: "cluster" }
    ],
    cluster: {
      nodes: 3,
      how: "cluster mode with --uri and --bootstrap, and collections with a replication factor of 2 or more"
    },
    backupTools: ["/snapshots"],
    schemes: []
  }
);
var weaviate = software(
  "weaviate",
  "Weaviate",
  "database",
  [
    image("official", ["semitechnologies/weaviate", "cr.weaviate.io/semitechnologies/weaviate"], {
      dataPaths: [
        { paths: ["/var/lib/weaviate"], source: "https://docs.weaviate.io/deploy/configuration/persistence" }
      ],
      dataPath: (facts) => directoryIn(facts, ["PERSISTENCE_DATA_PATH"]) ?? null,
      authentication: (facts) => {
        const fix = "Set AUTHENTICATION_ANONYMOUS_ACCESS_ENABLED=false, AUTHENTICATION_APIKEY_ENABLED=true and AUTHENTICATION_APIKEY_ALLOWED_KEYS.";
        const name = "AUTHENTICATION_ANONYMOUS_ACCESS_ENABLED";
        const anonymous = facts.environment(name);
        if (isYes(anonymous)) return open(`${name}=true lets everybody in`, fix, variable(name));
        if (anonymous === null || facts.configMounted) return undecided(FILE_DECIDES, fix);
        const key = firstSet(facts, ["AUTHENTICATION_APIKEY_ENABLED", "AUTHENTICATION_OIDC_ENABLED"]);
        if (key || anonymous !== void 0)
          return guarded(key ? `${key} is set` : `${name} is off`, variable(key ?? name));
        return undecided("nothing is set, and the default depends on the version", fix);
      }
    })
  ],
  {
    stateful: true,
    ports: [
      { port: 8080, purpose: "data" },
      { port: 50051, purpose: "data" }
    ],
    cluster: { nodes: 3, how: "nodes that share CLUSTER_JOIN, and collections with replication" },
    backupTools: ["/v1/backups"]
  }
);
var milvus = software(
  "milvus",
  "Milvus",
  "database",
  [
    image("official", ["milvusdb/milvus"], {
      ...dataAt("/var/lib/milvus", "https://milvus.io/docs/install_standalone-docker-compose.md"),
      healthCommand: "curl -fsS http://localhost:9091/healthz",
      authentication: (facts) => {
        const fix = "Set COMMON_SECURITY_AUTHORIZATIONENABLED=true (common.security.authorizationEnabled) and change the password of root.";
        const name = "COMMON_SECURITY_AUTHORIZATIONENABLED";
        if (isYes(facts.environment(name))) return guarded(`${name} is on`, variable(name));
        if (facts.configMounted || facts.environment(name) === null) return undecided(FILE_DECIDES, fix);
        return open("authorization is off by default", fix);
      }
    })
  ],
  {
    stateful: true,
    ports: [
      { port: 19530, purpose: "data" },
      { port: 9091, purpose: "metrics" }
    ],
    backupTools: ["milvus-backup"]
  }
);
var vector_stores_default = [qdrant, weaviate, milvus];
module.exports = {
  default: vector_stores_default,
  house: runAudit
};
