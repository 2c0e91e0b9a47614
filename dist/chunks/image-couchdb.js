"use strict";
const {
  image,
  software
} = require("./chunk-XT6INZAU.js");
require("./chunk-2RL6R4IN.js");
const {
  runAudit
} = require("./chunk-F3TJ3VXB.js");
require("./chunk-5S73P6IY.js");
require("./chunk-FV7N23V3.js");
require("./chunk-FVKJRJFM.js");
require("./chunk-XAMUTVUK.js");
require("./chunk-FTFPRJZC.js");
require("./chunk-RW6UJ7QG.js");
require("./chunk-UVC6U27S.js");
require("./chunk-HR63KF4Q.js");
require("./chunk-RIMU2UQE.js");
const {
  FILE_DECIDES,
  guarded,
  isBefore,
  isSet,
  open,
  undecided,
  variable,
  volumeAt
} = require("./chunk-QWENVA2Z.js");
require("./chunk-VUSYVGVU.js");
require("./chunk-KWB6FTLR.js");
require("./chunk-3RILMBAO.js");
require("./chunk-IXIQF7RH.js");
require("./chunk-YLVDSGH3.js");

// src/knowledge/images/couchdb.ts
var COUCH = "https://hub.docker.com/_/couchdb";
var couchdb_default = software(
  "couchdb",
  "CouchDB",
  "database",
  [
    image("official", ["couchdb", "apache/couchdb", "public.ecr.aws/docker/library/couchdb"], {
      ...volumeAt("/opt/couchdb/data", COUCH),
      variables: {
        reads: [/^COUCHDB_/, "NODENAME", "ERL_FLAGS", "TZ"],
        ignored: [],
        refused: [],
        required: [],
        prefixes: [],
        source: COUCH
      },
      builtInHealthcheck: false,
      healthCommand: "curl -fsS http://localhost:5984/_up",
      runsAs: "drops-privileges",
      authentication: (facts) => {
        const fix = "Set COUCHDB_USER and COUCHDB_PASSWORD.";
        if (isSet(facts, "COUCHDB_PASSWORD")) return guarded("COUCHDB_PASSWORD is set", variable("COUCHDB_PASSWORD"));
        if (facts.configMounted) return undecided(FILE_DECIDES, fix);
        const old = isBefore(facts.version, [3]);
        if (old) return open("before version 3 everybody is an administrator until one is created", fix);
        return old === void 0 ? undecided("its version is not known", fix) : guarded("the image does not start without an administrator");
      },
      defaultCredentials: [
        {
          user: { variable: "COUCHDB_USER", default: "admin" },
          password: { variable: "COUCHDB_PASSWORD", wellKnown: ["password", "admin", "couchdb", "secret"] },
          source: COUCH
        }
      ]
    })
  ],
  {
    stateful: true,
    ports: [
      { port: 5984, purpose: "data" },
      { port: 4369, purpose: "cluster" }
    ],
    cluster: { nodes: 3, how: "three nodes joined by the cluster set-up" },
    backupTools: ["couchbackup", "couchdb-backup"],
    schemes: ["couchdb"]
  }
);
module.exports = {
  default: couchdb_default,
  house: runAudit
};
