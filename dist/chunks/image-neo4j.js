"use strict";
const {
  jvmBytes,
  shortSize
} = require("./chunk-SGFGOYHU.js");
const {
  image,
  software
} = require("./chunk-YBWJOMHX.js");
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
const {
  FILE_DECIDES,
  firstSet,
  guarded,
  open,
  text,
  undecided,
  variable,
  volumeAt
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/knowledge/images/neo4j.ts
var NEO4J = "https://neo4j.com/docs/operations-manual/current/docker/";
var NEO4J_HEAP = ["NEO4J_server_memory_heap_max__size", "NEO4J_dbms_memory_heap_max__size"];
function neo4jMemory(facts) {
  const name = firstSet(facts, NEO4J_HEAP);
  if (!name) return void 0;
  const bytes = jvmBytes(text(facts, name) ?? "");
  return {
    what: "JVM heap",
    ...bytes === void 0 ? {} : { bytes },
    by: variable(name),
    share: 0.75,
    usualShare: 0.5,
    setting: (wanted) => `${name}=${shortSize(wanted)}`,
    source: "https://neo4j.com/docs/operations-manual/current/performance/memory-configuration/"
  };
}
var neo4j_default = software(
  "neo4j",
  "Neo4j",
  "database",
  [
    image("official", ["neo4j", "public.ecr.aws/docker/library/neo4j", "neo4j/neo4j-admin"], {
      ...volumeAt("/data", NEO4J),
      runsAs: "drops-privileges",
      authentication: (facts) => {
        const fix = "Set NEO4J_AUTH to neo4j/<password>, or NEO4J_AUTH_FILE to a secret.";
        const value = facts.environment("NEO4J_AUTH");
        const by = variable("NEO4J_AUTH");
        if (value?.toLowerCase() === "none") return open("NEO4J_AUTH=none lets everybody in", fix, by);
        if (value === null) return guarded("NEO4J_AUTH is set", by);
        if (facts.configMounted) return undecided(FILE_DECIDES, fix);
        return guarded(value ? "NEO4J_AUTH sets the login" : "a login is asked for by default", value ? by : void 0);
      },
      defaultCredentials: [
        {
          user: { default: "neo4j" },
          password: {
            variable: "NEO4J_AUTH",
            default: "neo4j/neo4j",
            wellKnown: ["neo4j/neo4j", "neo4j/password", "neo4j/test", "neo4j/admin", "neo4j/changeme"],
            alternatives: ["NEO4J_AUTH_FILE", "NEO4J_AUTH_PATH"]
          },
          source: NEO4J
        }
      ],
      memory: neo4jMemory
    })
  ],
  {
    stateful: true,
    ports: [
      { port: 7687, purpose: "data" },
      { port: 7474, purpose: "admin" }
    ],
    backupTools: ["neo4j-admin"],
    schemes: ["neo4j", "neo4j+s", "bolt", "bolt+s"]
  }
);
module.exports = {
  default: neo4j_default,
  house: runAudit
};
