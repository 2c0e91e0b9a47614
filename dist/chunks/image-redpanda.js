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
  argument,
  hasWord,
  hostsIn,
  open,
  option,
  unclear,
  undecided,
  wired
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/knowledge/images/redpanda.ts
var DOCKER = "https://docs.redpanda.com/current/get-started/quick-start/";
function authentication(facts) {
  const fix = "Enable SASL (rpk cluster config set enable_sasl true), create a superuser and publish no port before that.";
  if (hasWord(facts.argv, ["redpanda.enable_sasl=true", "--set=redpanda.enable_sasl=true"]) === "yes" || facts.configMounted) {
    return undecided(FILE_DECIDES, fix);
  }
  if (option(facts.argv, "mode").given === "yes" && hasWord(facts.argv, ["dev-container"]) === "yes") {
    return open("development mode asks for no login", fix, argument("--mode dev-container"));
  }
  return undecided("SASL is a cluster setting that lives in its data", fix);
}
function replication(facts) {
  const seeds = option(facts.argv, "seeds");
  if (seeds.given === "yes")
    return wired("member", "--seeds names its partners", hostsIn(seeds.value ?? ""), argument("--seeds"));
  if (seeds.given === "unknown" || facts.configMounted) return unclear(FILE_DECIDES);
  return alone("--seeds is not given");
}
var redpanda_default = software(
  "redpanda",
  "Redpanda",
  "broker",
  [
    image(
      "official",
      [
        "redpandadata/redpanda",
        "docker.redpanda.com/redpandadata/redpanda",
        "docker.vectorized.io/vectorized/redpanda",
        "docker.redpanda.com/vectorized/redpanda",
        "vectorized/redpanda"
      ],
      {
        ...dataAt("/var/lib/redpanda/data", DOCKER),
        builtInHealthcheck: false,
        healthCommand: "rpk cluster health | grep -qE 'Healthy:.+true'",
        runsAs: "non-root",
        authentication,
        replication,
        memoryMode: (facts) => {
          if (hasWord(facts.argv, ["dev-container", "--mode=dev-container"]) !== "yes") return void 0;
          return {
            because: "development mode acknowledges writes before they are on disk (unsafe bypass of fsync, write caching)",
            fix: "Remove --mode dev-container, and give it its own cores and memory with --smp and --memory.",
            by: argument("--mode dev-container")
          };
        }
      }
    )
  ],
  {
    stateful: true,
    ports: [
      { port: 9092, purpose: "data" },
      { port: 9644, purpose: "admin" },
      { port: 33145, purpose: "cluster" }
    ],
    cluster: { nodes: 3, how: "three brokers with --seeds to each other" },
    backupTools: [],
    schemes: ["kafka"],
    speaks: "kafka"
  }
);
module.exports = {
  default: redpanda_default,
  house: runAudit
};
