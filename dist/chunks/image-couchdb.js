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
  guarded,
  isBefore,
  isSet,
  open,
  undecided,
  variable,
  volumeAt
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
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
