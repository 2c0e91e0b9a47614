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
  claimed,
  directoryIn,
  guarded,
  hostsIn,
  isSet,
  isYes,
  open,
  option,
  programWords,
  text,
  unclear,
  undecided,
  variable,
  volumeAt,
  wired
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/knowledge/images/eventstore.ts
var DOCKER = "https://docs.kurrent.io/server/v25.0/quick-start/installation.html#docker";
var SECURITY = "https://docs.kurrent.io/server/v25.0/security/protocol-security.html";
var CLUSTER = "https://docs.kurrent.io/server/v25.0/configuration/cluster.html";
function switchedOn(facts, prefix, key) {
  const names = prefix === "KURRENTDB" ? [`KURRENTDB_${key}`, `EVENTSTORE_${key}`] : [`EVENTSTORE_${key}`];
  const name = names.find((each) => isYes(facts.environment(each)));
  if (name) return variable(name);
  const flag = `--${key.toLowerCase().replaceAll("_", "-")}`;
  const given = option(facts.argv, flag);
  return given.given === "yes" && !/^(?:false|0)$/i.test(given.value ?? "") ? argument(flag) : void 0;
}
function authentication(prefix) {
  return (facts) => {
    const fix = `Remove ${prefix}_INSECURE and give it certificates (${prefix}_CERTIFICATE_FILE, ${prefix}_TRUSTED_ROOT_CERTIFICATES_PATH).`;
    const by = switchedOn(facts, prefix, "INSECURE");
    if (by) return open(`${by.name} switches authentication and TLS off`, fix, by);
    if (facts.environment(`${prefix}_INSECURE`) === null || programWords(facts.argv)?.includes(null) || facts.configMounted) {
      return undecided(FILE_DECIDES, fix);
    }
    return guarded("it asks for a login unless it is started insecure");
  };
}
function memoryMode(prefix) {
  return (facts) => {
    const memory = switchedOn(facts, prefix, "MEM_DB");
    if (memory)
      return {
        because: `${memory.name} keeps every event in memory only`,
        fix: `Remove ${memory.name} and mount a volume on the data directory.`,
        by: memory
      };
    const development = switchedOn(facts, prefix, "DEV");
    if (!development) return void 0;
    return {
      because: `${development.name} is the development mode, with certificates of its own making`,
      fix: `Remove ${development.name} and give it certificates.`,
      by: development
    };
  };
}
function replication(prefix) {
  return (facts) => {
    const name = `${prefix}_CLUSTER_SIZE`;
    const size = facts.environment(name) ?? (isSet(facts, name) ? null : void 0);
    if (size === null) return unclear(`${name} is set to something unknown`, variable(name));
    if (size === void 0)
      return facts.configMounted ? unclear(FILE_DECIDES) : alone(`${name} is not set, which means 1`);
    if (!(Number(size) > 1)) return alone(`${name} is ${size}`, variable(name));
    const seeds = `${prefix}_GOSSIP_SEED`;
    if (isSet(facts, seeds))
      return wired("member", `${seeds} names its partners`, hostsIn(text(facts, seeds) ?? ""), variable(name));
    if (isSet(facts, `${prefix}_CLUSTER_DNS`))
      return wired("member", `${prefix}_CLUSTER_DNS finds its partners`, [], variable(name));
    return claimed(
      `${name} is ${size}, but nothing names the other nodes`,
      `Set ${seeds} to the other nodes, or ${prefix}_CLUSTER_DNS.`,
      variable(name),
      "member"
    );
  };
}
function distribution(id, images, prefix, directory, facts = {}) {
  return image(id, images, {
    ...volumeAt(directory, DOCKER),
    dataPath: (each) => {
      const set = option(each.argv, "db");
      return set.given === "yes" ? set.value ?? null : directoryIn(each, [`${prefix}_DB`]);
    },
    builtInHealthcheck: true,
    tools: { has: ["curl"], lacks: [] },
    runsAs: "non-root",
    authentication: authentication(prefix),
    defaultCredentials: [
      {
        user: { default: "admin" },
        password: {
          variable: `${prefix}_DEFAULT_ADMIN_PASSWORD`,
          default: "changeit",
          wellKnown: ["changeit", "admin", "password"]
        },
        unless: { variable: `${prefix}_INSECURE`, values: ["true", "1", "yes"] },
        source: SECURITY
      }
    ],
    memoryMode: memoryMode(prefix),
    replication: replication(prefix),
    ...facts
  });
}
var eventstore_default = software(
  "eventstore",
  "EventStoreDB",
  "database",
  [
    distribution(
      "eventstore",
      [
        "eventstore/eventstore",
        "ghcr.io/eventstore/eventstore",
        "docker.eventstore.com/eventstore-ce/eventstoredb-ce",
        "docker.eventstore.com/eventstore/eventstoredb-ee"
      ],
      "EVENTSTORE",
      "/var/lib/eventstore",
      {}
    ),
    distribution(
      "kurrentdb",
      [
        "kurrentplatform/kurrentdb",
        "docker.kurrent.io/kurrent-latest/kurrentdb",
        "docker.kurrent.io/kurrent-lts/kurrentdb"
      ],
      "KURRENTDB",
      "/var/lib/kurrentdb"
    )
  ],
  {
    stateful: true,
    ports: [
      { port: 2113, purpose: "data" },
      { port: 1113, purpose: "data" },
      { port: 1112, purpose: "cluster" }
    ],
    cluster: { nodes: 3, how: `an odd number of nodes with CLUSTER_SIZE and GOSSIP_SEED or CLUSTER_DNS (${CLUSTER})` },
    backupTools: [],
    schemes: ["esdb", "esdb+discover", "kurrentdb", "kurrentdb+discover", "kurrent"]
  }
);
module.exports = {
  default: eventstore_default,
  house: runAudit
};
