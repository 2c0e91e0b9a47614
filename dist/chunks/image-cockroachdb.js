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
  alone,
  argument,
  guarded,
  hasWord,
  hostsIn,
  isSet,
  open,
  option,
  programWords,
  unclear,
  undecided,
  wired
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/knowledge/images/cockroachdb.ts
var COCKROACH = "https://www.cockroachlabs.com/docs/stable/cockroach-start";
var cockroachdb_default = software(
  "cockroachdb",
  "CockroachDB",
  "database",
  [
    image("official", ["cockroachdb/cockroach"], {
      ...dataAt("/cockroach/cockroach-data", COCKROACH),
      dataPath: (facts) => {
        const set = option(facts.argv, "store", "s");
        if (set.given === "no") return void 0;
        const path = set.given === "yes" ? /(?:^|,)path=([^,]+)/.exec(set.value ?? "")?.[1] ?? set.value : void 0;
        return path?.startsWith("/") && !path.includes("=") ? path : null;
      },
      authentication: (facts) => {
        const fix = "Remove --insecure and start it with --certs-dir.";
        const set = option(facts.argv, "insecure");
        if (set.given === "yes" && set.value !== "false")
          return open("--insecure switches authentication and TLS off", fix, argument("--insecure"));
        if (set.given === "unknown" || isSet(facts, "COCKROACH_INSECURE"))
          return undecided("a part of its command is not known", fix);
        return guarded("it asks for certificates or passwords unless it is started with --insecure");
      },
      memoryMode: (facts) => {
        const store = option(facts.argv, "store", "s");
        const memory = store.given === "yes" && /(?:^|,)type=mem(?:,|$)/.test(store.value ?? "");
        if (!memory && programWords(facts.argv)?.[1] !== "demo" && hasWord(facts.argv, ["demo"]) !== "yes")
          return void 0;
        return {
          because: memory ? "its store is of type mem" : "cockroach demo keeps everything in memory",
          fix: "Use start with --store=path=/cockroach/cockroach-data and mount a volume there.",
          by: argument(memory ? "--store" : "demo")
        };
      },
      replication: (facts) => {
        if (hasWord(facts.argv, ["start-single-node"]) === "yes")
          return alone("start-single-node stands alone", argument("start-single-node"));
        const join = option(facts.argv, "join", "j");
        if (join.given === "yes")
          return wired("member", "--join names the nodes", hostsIn(join.value ?? ""), argument("--join"));
        return join.given === "unknown" ? unclear("a part of its command is not known") : alone("--join is not given");
      }
    })
  ],
  {
    stateful: true,
    ports: [
      { port: 26257, purpose: "data" },
      { port: 8080, purpose: "admin" }
    ],
    cluster: { nodes: 3, how: "three nodes started with --join" },
    backupTools: ["BACKUP INTO"],
    schemes: ["cockroachdb"]
  }
);
module.exports = {
  default: cockroachdb_default,
  house: runAudit
};
