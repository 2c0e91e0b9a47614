"use strict";
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
  guarded,
  hostsIn,
  isSet,
  isYes,
  open,
  option,
  orInFile,
  text,
  unclear,
  undecided,
  variable,
  volumeAt,
  wired
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/knowledge/images/mongodb.ts
var HUB = "https://hub.docker.com/_/mongo";
var ENTRYPOINT = "https://github.com/docker-library/mongo/blob/master/docker-entrypoint.sh";
var BITNAMI = "https://github.com/bitnami/containers/tree/main/bitnami/mongodb";
var MANUAL = "https://www.mongodb.com/docs/manual/reference/program/mongod/";
var USERS = ["MONGO_INITDB_ROOT_USERNAME", "MONGO_INITDB_ROOT_USERNAME_FILE"];
var PASSWORDS = ["MONGO_INITDB_ROOT_PASSWORD", "MONGO_INITDB_ROOT_PASSWORD_FILE"];
function hasConfigFile(facts) {
  return option(facts.argv, "config", "f").given === "yes";
}
function authentication(facts) {
  const fix = "Set MONGO_INITDB_ROOT_USERNAME and MONGO_INITDB_ROOT_PASSWORD_FILE; on an existing volume create the user first.";
  if (option(facts.argv, "noauth").given === "yes") {
    return open("--noauth lets everybody in", "Remove --noauth.", argument("--noauth"));
  }
  for (const name of ["--auth", "--keyFile"]) {
    if (option(facts.argv, name).given === "yes") return guarded(`${name} is given`, argument(name));
  }
  const password = firstSet(facts, PASSWORDS);
  if (password && firstSet(facts, USERS))
    return guarded("the root user is set, and the image then starts with --auth", variable(password));
  if (password || firstSet(facts, USERS))
    return guarded("the image does not start with only one of the root user and its password");
  if (hasConfigFile(facts) || option(facts.argv, "auth").given === "unknown")
    return undecided("its configuration file decides", fix);
  return open("neither a root user nor --auth is set", fix);
}
function replication(facts) {
  const set = option(facts.argv, "replSet");
  if (set.given === "yes") {
    return wired("member", "it belongs to a replica set, once that is initiated", [], argument("--replSet"), set.value);
  }
  if (option(facts.argv, "configdb").given === "yes")
    return wired("watcher", "mongos routes to a sharded cluster", [], argument("--configdb"));
  const asked = firstSet(facts, [
    "MONGO_REPLICA_SET_NAME",
    "MONGO_INITDB_REPLICA_SET",
    "MONGO_REPLSET",
    "MONGODB_REPLICA_SET_NAME",
    "MONGODB_REPLICA_SET_MODE",
    "MONGO_REPLICA_SET"
  ]);
  if (facts.configMounted || asked && facts.scriptsMounted || hasConfigFile(facts) || set.given === "unknown")
    return unclear(FILE_DECIDES);
  if (asked) {
    return claimed(
      `${asked} is not read by this image`,
      "Start it with command: mongod --replSet rs0 --keyFile <file> and initiate the set with rs.initiate().",
      variable(asked)
    );
  }
  return alone("--replSet is not given");
}
function memory(facts) {
  const set = option(facts.argv, "wiredTigerCacheSizeGB");
  if (set.given !== "yes") return void 0;
  const bytes = /^\d{1,6}(?:\.\d{1,6})?$/.test(set.value ?? "") ? Number(set.value) * GIB : void 0;
  return {
    what: "WiredTiger cache",
    ...bytes === void 0 ? {} : { bytes },
    by: argument("--wiredTigerCacheSizeGB"),
    share: 0.6,
    usualShare: 0.5,
    setting: (wanted) => `--wiredTigerCacheSizeGB ${Math.max(0.25, Math.floor(wanted / GIB * 4) / 4)}`,
    source: "https://www.mongodb.com/docs/manual/core/wiredtiger/#memory-use"
  };
}
var official = image("official", ["mongo", "public.ecr.aws/docker/library/mongo"], {
  ...volumeAt("/data/db", HUB),
  dataPath: (facts) => {
    const set = option(facts.argv, "dbpath");
    return set.given === "yes" ? set.value ?? null : void 0;
  },
  variables: {
    reads: [
      ...USERS,
      ...PASSWORDS,
      "MONGO_INITDB_DATABASE",
      /^MONGO_(?:MAJOR|VERSION|PACKAGE|REPO)$/,
      /^GLIBC_TUNABLES$/,
      "TZ"
    ],
    ignored: [
      {
        pattern: /^(?:MONGO_REPLICA_SET(?:_NAME|_MODE)?|MONGO_INITDB_REPLICA_SET|MONGO_REPLSET|MONGODB_REPLICA_SET_(?:NAME|MODE|KEY))$/,
        because: "the official MongoDB image takes no replica set from variables",
        instead: "command: mongod --replSet rs0 --keyFile <file>, and rs.initiate() once"
      },
      {
        pattern: /^MONGO_(?:ROOT_)?(?:USERNAME|PASSWORD)$|^MONGODB_(?:ROOT_USER|ROOT_PASSWORD|USERNAME|PASSWORD|DATABASE)$/,
        because: "the official MongoDB image creates its user from MONGO_INITDB_ROOT_USERNAME and MONGO_INITDB_ROOT_PASSWORD only",
        instead: "MONGO_INITDB_ROOT_USERNAME and MONGO_INITDB_ROOT_PASSWORD"
      }
    ],
    refused: [],
    required: [],
    prefixes: [],
    source: ENTRYPOINT
  },
  builtInHealthcheck: false,
  healthCommand: `mongosh --quiet --eval "db.adminCommand('ping').ok" | grep -q 1`,
  olderHealthCommands: [{ before: [5], command: `mongo --quiet --eval "db.adminCommand('ping').ok" | grep -q 1` }],
  tools: {
    has: [
      ...["mongod", "mongos", "mongosh", "mongo", "bash"],
      ...["mongodump", "mongorestore", "mongoexport", "mongoimport", "mongostat", "mongotop", "bsondump"]
    ],
    lacks: ["curl", "wget"]
  },
  runsAs: "drops-privileges",
  authentication,
  defaultCredentials: [
    {
      user: { variable: "MONGO_INITDB_ROOT_USERNAME", default: "root" },
      password: {
        variable: "MONGO_INITDB_ROOT_PASSWORD",
        wellKnown: ["example", "password", "root", "admin", "mongo", "secret"]
      },
      source: HUB
    }
  ],
  replication,
  memory,
  setting: (facts, name) => orInFile(option(facts.argv, name), facts.configMounted || hasConfigFile(facts)),
  gone: [
    {
      from: [6],
      program: "mongo",
      because: "the mongo shell is gone from MongoDB 6.0 on",
      instead: "mongosh",
      source: "https://www.mongodb.com/docs/manual/release-notes/6.0-compatibility/"
    }
  ]
});
function bitnamiReplication(facts) {
  const mode = facts.environment("MONGODB_REPLICA_SET_MODE");
  if (mode === void 0 || mode === "")
    return facts.configMounted ? unclear(FILE_DECIDES) : alone("MONGODB_REPLICA_SET_MODE is not set");
  const by = variable("MONGODB_REPLICA_SET_MODE");
  const group = text(facts, "MONGODB_REPLICA_SET_NAME") ?? "replicaset";
  if (mode === "primary") return wired("primary", "it is the primary of a replica set", [], by, group);
  const primary = firstSet(facts, ["MONGODB_INITIAL_PRIMARY_HOST", "MONGODB_PRIMARY_HOST"]);
  const peers = primary ? hostsIn(text(facts, primary) ?? "") : [];
  if (mode === "arbiter") return wired("watcher", "it is the arbiter of a replica set", peers, by, group);
  if (mode !== null && !primary)
    return claimed(
      `MONGODB_REPLICA_SET_MODE=${mode} without MONGODB_INITIAL_PRIMARY_HOST joins no set`,
      "Set MONGODB_INITIAL_PRIMARY_HOST to the primary.",
      by,
      "replica"
    );
  return wired("replica", "it joins the replica set of its primary", peers, by, group);
}
var bitnami = image(
  "bitnami",
  ["bitnami/mongodb", "bitnamilegacy/mongodb", "bitnami/mongodb-sharded", "bitnamilegacy/mongodb-sharded"],
  {
    ...dataAt("/bitnami/mongodb/data", BITNAMI),
    builtInHealthcheck: false,
    healthCommand: "/opt/bitnami/scripts/mongodb/healthcheck.sh",
    runsAs: "non-root",
    authentication: (facts) => {
      const fix = "Remove ALLOW_EMPTY_PASSWORD and set MONGODB_ROOT_PASSWORD_FILE to a secret.";
      const password = firstSet(facts, [
        "MONGODB_ROOT_PASSWORD",
        "MONGODB_ROOT_PASSWORD_FILE",
        "MONGODB_INITIAL_PRIMARY_ROOT_PASSWORD",
        "MONGODB_PASSWORD",
        "MONGODB_PASSWORD_FILE"
      ]);
      if (password) return guarded(`${password} is set`, variable(password));
      if (!isSet(facts, "ALLOW_EMPTY_PASSWORD")) return guarded("the image does not start without a password");
      const by = variable("ALLOW_EMPTY_PASSWORD");
      if (facts.configMounted || !isYes(facts.environment("ALLOW_EMPTY_PASSWORD")))
        return undecided(FILE_DECIDES, fix, by);
      return open("ALLOW_EMPTY_PASSWORD=yes and no root password is set", fix, by);
    },
    replication: bitnamiReplication
  }
);
var mongodb_default = software(
  "mongodb",
  "MongoDB",
  "database",
  [
    official,
    bitnami,
    image(
      "community",
      [
        "mongodb/mongodb-community-server",
        "mongodb/mongodb-enterprise-server",
        "quay.io/mongodb/mongodb-community-server",
        "percona/percona-server-mongodb"
      ],
      {
        ...dataAt("/data/db", MANUAL),
        replication,
        memory
      }
    )
  ],
  {
    stateful: true,
    ports: [{ port: 27017, purpose: "data" }],
    cluster: { nodes: 3, how: "a replica set: --replSet on each node, initiated once with rs.initiate()" },
    backupTools: ["mongodump", "pbm"],
    schemes: ["mongodb", "mongodb+srv"]
  }
);
module.exports = {
  default: mongodb_default,
  house: runAudit
};
