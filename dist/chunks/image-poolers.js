"use strict";

// src/knowledge/images/poolers.ts
var authentication = (function authentication(spell, otherwise) {
  return (facts) => {
    const name = spell("AUTH_TYPE");
    const fix = `Set ${name} to scram-sha-256 and give PgBouncer the users (userlist.txt or auth_query).`;
    const value = facts.environment(name);
    if (value === null) return undecided(`${name} is set to something unknown`, fix, variable(name));
    if (facts.configMounted) return undecided(FILE_DECIDES, fix, value ? variable(name) : void 0);
    const type = value || otherwise;
    if (/^(?:any|trust)$/i.test(type)) {
      const because = value ? `${name}=${value} asks no client for a password` : `${name} is not set, and this image then uses "${otherwise}", which asks no client for a password`;
      return open(because, fix, value ? variable(name) : void 0);
    }
    return guarded(`clients log in by ${type}`, value ? variable(name) : void 0);
  };
});
var named = (function named(ignored, more, source) {
  return { reads: [], refused: [], required: [], prefixes: [], ...more, ignored, source };
});
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
  variable
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/knowledge/images/poolers.ts
var EDOBURU = "https://github.com/edoburu/docker-pgbouncer";
var BITNAMI = "https://github.com/bitnami/containers/tree/main/bitnami/pgbouncer";
var PGBOUNCER = "https://hub.docker.com/r/pgbouncer/pgbouncer";

var SETTINGS = "POOL_MODE|MAX_CLIENT_CONN|DEFAULT_POOL_SIZE|MIN_POOL_SIZE|RESERVE_POOL_SIZE|RESERVE_POOL_TIMEOUT|MAX_DB_CONNECTIONS|MAX_USER_CONNECTIONS|AUTH_TYPE|SERVER_IDLE_TIMEOUT|QUERY_TIMEOUT|IGNORE_STARTUP_PARAMETERS";
var bare = (key) => key;
var prefixed = (key) => `PGBOUNCER_${key}`;

var withoutPrefix = {
  pattern: new RegExp(`^(?:${SETTINGS})$`),
  because: "this image takes the settings of pgbouncer.ini behind PGBOUNCER_",
  instead: "PGBOUNCER_$&"
};
var withPrefix = {
  pattern: new RegExp(`^PGBOUNCER_(${SETTINGS})$`),
  because: "edoburu/pgbouncer takes the settings of pgbouncer.ini under their own names",
  instead: "$1"
};
var shared = { builtInHealthcheck: false };
var edoburu = image("edoburu", ["edoburu/pgbouncer", "ghcr.io/edoburu/pgbouncer"], {
  ...shared,
  variables: named([withPrefix], { reads: [/^DB_/, "DATABASE_URL", "DATABASE_URLS", /^[A-Z][A-Z0-9_]+$/] }, EDOBURU),
  healthCommand: "pg_isready -h 127.0.0.1 -p $${LISTEN_PORT:-5432}",
  tools: { has: ["pg_isready"], lacks: [] },
  runsAs: "non-root",
  authentication: authentication(bare, "md5")
});
var bitnami = image("bitnami", ["bitnami/pgbouncer", "bitnamilegacy/pgbouncer"], {
  ...shared,
  variables: named([withoutPrefix], { reads: [/^PGBOUNCER_/, /^POSTGRESQL_/, /^BITNAMI_/] }, BITNAMI),
  healthCommand: "pg_isready -h 127.0.0.1 -p 6432",
  runsAs: "non-root",
  authentication: authentication(prefixed, "scram-sha-256")
});
var pgbouncer = image("pgbouncer", ["pgbouncer/pgbouncer"], {
  ...shared,
  variables: named(
    [
      withoutPrefix,
      {
        pattern: /^DATABASES_(?:DATABASE|DATABASE_NAME|NAME)$/,
        because: "the name of the database is DATABASES_DBNAME in this image",
        instead: "DATABASES_DBNAME"
      },
      {
        pattern: /^(?:DB_(?:HOST|PORT|USER|PASSWORD|NAME)|DATABASE_URL|POSTGRESQL_(?:HOST|PORT|USERNAME|PASSWORD|DATABASE))$/,
        because: "this image takes its server from DATABASES_HOST, DATABASES_PORT, DATABASES_USER, DATABASES_PASSWORD and DATABASES_DBNAME",
        instead: "DATABASES_HOST, DATABASES_PORT, DATABASES_USER, DATABASES_PASSWORD and DATABASES_DBNAME"
      }
    ],
    {
      reads: [
        /^DATABASES_(?:HOST|PORT|USER|PASSWORD|DBNAME|CLIENT_SIDE_DBNAME|CLIENT_ENCODING|POOL_SIZE|POOL_MODE|RESERVE_POOL|MAX_DB_CONNECTIONS|AUTH_USER|CONNECT_QUERY|DATESTYLE|TIMEZONE)$/,
        /^PGBOUNCER_/
      ],
      required: [{ anyOf: ["DATABASES_HOST"], source: PGBOUNCER }]
    },
    PGBOUNCER
  ),
  authentication: authentication(prefixed, "any")
});
var poolers_default = [
  software("pgbouncer", "PgBouncer", "pooler", [edoburu, bitnami, pgbouncer], {
    ports: [
      { port: 6432, purpose: "data" },
      { port: 5432, purpose: "data" }
    ],
    schemes: ["postgres", "postgresql"]
  }),
  software(
    "pgpool",
    "Pgpool-II",
    "pooler",
    [
      image("bitnami", ["bitnami/pgpool", "bitnamilegacy/pgpool"], {
        ...shared,
        healthCommand: "/opt/bitnami/scripts/pgpool/healthcheck.sh",
        runsAs: "non-root",
        authentication: (facts) => {
          const fix = "Leave PGPOOL_ENABLE_POOL_HBA on and give the users with PGPOOL_POSTGRES_CUSTOM_USERS.";
          if (/^(?:no|false)$/i.test(text(facts, "PGPOOL_ENABLE_POOL_HBA") ?? "")) {
            return undecided("without pool_hba the server behind it decides", fix, variable("PGPOOL_ENABLE_POOL_HBA"));
          }
          const given = firstSet(facts, ["PGPOOL_POSTGRES_PASSWORD", "PGPOOL_POSTGRES_PASSWORD_FILE"]);
          return guarded("clients log in by pool_hba", given ? variable(given) : void 0);
        }
      }),
      image("official", ["pgpool/pgpool"], shared)
    ],
    {
      ports: [
        { port: 5432, purpose: "data" },
        { port: 9999, purpose: "data" },
        { port: 9898, purpose: "admin" }
      ],
      schemes: ["postgres", "postgresql"]
    }
  )
];
module.exports = {
  default: poolers_default,
  house: runAudit
};
