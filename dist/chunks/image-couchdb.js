"use strict";
const {
  image,
  software
} = require("./chunk-GQEPWX7R.js");
require("./chunk-44IEB5UH.js");
const {
  runAudit
} = require("./chunk-HUJEKKQE.js");
require("./chunk-5S73P6IY.js");
require("./chunk-FV7N23V3.js");
require("./chunk-FVKJRJFM.js");
require("./chunk-XAMUTVUK.js");
require("./chunk-3STMCRJV.js");
require("./chunk-RDLTSDF2.js");
require("./chunk-K3BWUSJ6.js");
require("./chunk-HR63KF4Q.js");
require("./chunk-RIMU2UQE.js");
require("./chunk-5CSMBYEA.js");
require("./chunk-O4JLX45A.js");
const {
  FILE_DECIDES,
  guarded,
  isBefore,
  isSet,
  open,
  undecided,
  variable,
  volumeAt
} = require("./chunk-AVQHFLF3.js");
require("./chunk-VUSYVGVU.js");
require("./chunk-SLSXQQIR.js");
require("./chunk-KWB6FTLR.js");
require("./chunk-ENTEFACH.js");
require("./chunk-IXIQF7RH.js");
require("./chunk-H6PDCTGH.js");
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
