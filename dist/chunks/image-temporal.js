"use strict";
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
  argument,
  firstSet,
  guarded,
  hasWord,
  isYes,
  open,
  option,
  programWords,
  undecided,
  variable
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/knowledge/images/temporal.ts
function authentication(facts) {
  const fix = "Set up mutual TLS (TEMPORAL_TLS_REQUIRE_CLIENT_AUTH=true with certificates) or an authorizer (TEMPORAL_AUTH_AUTHORIZER=default with a key source).";
  const set = firstSet(facts, ["TEMPORAL_AUTH_AUTHORIZER", "TEMPORAL_AUTH_ENABLED"]);
  if (set) return guarded(`${set} is set`, variable(set));
  const tls = "TEMPORAL_TLS_REQUIRE_CLIENT_AUTH";
  if (isYes(facts.environment(tls))) return guarded(`${tls} asks for client certificates`, variable(tls));
  if (facts.configMounted || facts.environment(tls) === null) return undecided(FILE_DECIDES, fix);
  return open("neither client certificates nor an authorizer are set up, and there is none by default", fix);
}
function startDev(facts) {
  if (hasWord(facts.argv, ["start-dev"]) !== "yes") return void 0;
  const file = option(facts.argv, "db-filename", "f");
  const unknown = programWords(facts.argv)?.includes(null) === true;
  const because = file.given === "no" && !unknown ? "server start-dev keeps workflows in memory" : "server start-dev is made for development and uses SQLite";
  return { because, fix: "Run temporalio/server with PostgreSQL, MySQL or Cassandra.", by: argument("start-dev") };
}
var temporal_default = software(
  "temporal",
  "Temporal",
  "workflow",
  [
    image("server", ["temporalio/server"], {
      healthCommand: "temporal operator cluster health --address $$(hostname -i):7233",
      runsAs: "non-root",
      authentication,
      memoryMode: startDev
    }),
    image("auto-setup", ["temporalio/auto-setup"], {
      healthCommand: "temporal operator cluster health --address $$(hostname -i):7233",
      authentication,
      memoryMode: startDev
    }),
    image("cli", ["temporalio/temporal", "temporalio/cli"], { memoryMode: startDev })
  ],
  {
    ports: [
      { port: 7233, purpose: "data" },
      { port: 6933, purpose: "cluster" }
    ],
    cluster: { nodes: 2, how: "several containers of each role (frontend, history, matching, worker) on one database" },
    schemes: ["temporal"]
  }
);
module.exports = {
  default: temporal_default,
  house: runAudit
};
