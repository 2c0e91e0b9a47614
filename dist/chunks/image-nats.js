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
  alone,
  argument,
  guarded,
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

// src/knowledge/images/nats.ts
var FLAGS = "https://docs.nats.io/running-a-nats-service/introduction/flags";
var JETSTREAM = "https://docs.nats.io/running-a-nats-service/configuration/resource_management";
var jetStream = ["-js", "--js", "--jetstream", "-jetstream"];
function ownFile(facts) {
  return facts.configMounted || option(facts.argv, "c", "config").given === "yes";
}
function authentication(facts) {
  const fix = "Mount a nats-server.conf with an authorization block, or start it with --user and --pass.";
  for (const name of ["--pass", "--auth", "--user"]) {
    if (option(facts.argv, name).given === "yes") return guarded(`${name} is given`, argument(name));
  }
  if (ownFile(facts) || option(facts.argv, "pass").given === "unknown") return undecided(FILE_DECIDES, fix);
  return open("neither its command nor a configuration file asks for a login", fix);
}
function replication(facts) {
  const routes = option(facts.argv, "routes");
  if (routes.given === "yes")
    return wired("member", "--routes names its partners", hostsIn(routes.value ?? ""), argument("--routes"));
  if (ownFile(facts) || routes.given === "unknown") return unclear(FILE_DECIDES);
  return alone("--routes is not given");
}
function keepsData(facts) {
  const on = hasWord(facts.argv, jetStream);
  if (on === "no" && ownFile(facts)) return "unknown";
  return on;
}
function storeDirectory(facts) {
  const set = option(facts.argv, "sd", "store_dir");
  if (set.given === "yes") return set.value ?? null;
  return set.given === "unknown" || ownFile(facts) ? null : void 0;
}
var nats_default = software(
  "nats",
  "NATS",
  "broker",
  [
    image("official", ["nats", "public.ecr.aws/docker/library/nats"], {
      dataPaths: [{ paths: ["/tmp/nats/jetstream"], mountAt: "/data", source: JETSTREAM }],
      dataPath: storeDirectory,
      keepsData,
      builtInHealthcheck: false,
      healthCommand: "wget -qO- http://localhost:8222/healthz",
      authentication,
      replication
    }),
    image("bitnami", ["bitnami/nats", "bitnamilegacy/nats"], { runsAs: "non-root" })
  ],
  {
    stateful: true,
    ports: [
      { port: 4222, purpose: "data" },
      { port: 8222, purpose: "admin" },
      { port: 6222, purpose: "cluster" }
    ],
    cluster: {
      nodes: 3,
      how: `three servers with one --cluster_name and --routes to each other (${FLAGS}); streams with three replicas`
    },
    backupTools: ["nats stream backup", "nats account backup"],
    schemes: ["nats", "tls+nats"]
  }
);
module.exports = {
  default: nats_default,
  house: runAudit
};
