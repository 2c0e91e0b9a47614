"use strict";

// src/knowledge/engines/postgres.ts
var authentication = (function authentication(facts) {
  const method = facts.environment("POSTGRES_HOST_AUTH_METHOD");
  const by = variable("POSTGRES_HOST_AUTH_METHOD");
  const fix = "Remove POSTGRES_HOST_AUTH_METHOD and set POSTGRES_PASSWORD_FILE to a secret.";
  if (method === "trust") {
    if (postgresSetting(facts.argv, "hba_file").given !== "no")
      return undecided("a file of its own (hba_file) decides", fix, by);
    return open("POSTGRES_HOST_AUTH_METHOD=trust lets everybody in without a password", fix, by);
  }
  if (method === null) return undecided("POSTGRES_HOST_AUTH_METHOD is set to something unknown", fix, by);
  const password = firstSet(facts, PASSWORDS);
  if (password) return guarded(`${password} is set`, variable(password));
  return guarded("the image does not start without a password");
});
var replication = (function replication(facts) {
  const line = commandText(facts.argv);
  if (/\bpg_basebackup\b|\bstandby\.signal\b/.test(line)) {
    const host = /(?:-h\s*|--host[= ]|\bhost=)([\w.-]+)/.exec(line)?.[1];
    return wired("replica", "it copies its primary with pg_basebackup", host ? hostsIn(host) : []);
  }
  const source = postgresSetting(facts.argv, "primary_conninfo");
  if (source.given === "yes") {
    const host = /\bhost=([\w.-]+)/.exec(source.value ?? "")?.[1];
    return unclear(
      "primary_conninfo is set; standby.signal in its data directory decides",
      argument("primary_conninfo"),
      "replica",
      host ? hostsIn(host) : []
    );
  }
  const fix = "Fill its data directory with pg_basebackup -R -h <primary>, which writes standby.signal and primary_conninfo, or use an image that replicates.";
  const asked = [
    "POSTGRES_REPLICATION_MODE",
    "POSTGRESQL_REPLICATION_MODE",
    "POSTGRES_MASTER_HOST",
    "POSTGRES_MASTER_SERVICE_HOST",
    "POSTGRES_PRIMARY_HOST"
  ];
  const found = firstSet(facts, asked);
  if (found) {
    if (facts.configMounted || facts.scriptsMounted)
      return unclear("a mounted script may read its replication variables", variable(found));
    const primary = /^(?:master|primary)$/i.test(text(facts, found) ?? "");
    return claimed(`${found} is not read by this image`, fix, variable(found), primary ? "primary" : "replica");
  }
  if (facts.configMounted) return unclear(FILE_DECIDES);
  const standby = postgresSetting(facts.argv, "hot_standby");
  const sends = [
    "max_wal_senders",
    "max_replication_slots",
    "wal_keep_size",
    "archive_mode",
    "synchronous_standby_names"
  ];
  if (sends.some((name) => postgresSetting(facts.argv, name).given === "yes"))
    return alone("nothing connects it to a second node");
  if (standby.given === "yes" && /^(?:on|true|yes|1)$/i.test(standby.value ?? "")) {
    return claimed(
      "hot_standby=on alone follows no primary: there is neither standby.signal nor primary_conninfo",
      fix,
      argument("hot_standby")
    );
  }
  return alone("nothing connects it to a second node");
});
var memory = (function memory(facts) {
  const set = postgresSetting(facts.argv, "shared_buffers");
  if (set.given === "unknown" || set.given === "no" && facts.configMounted) return void 0;
  const bytes = set.given === "yes" ? set.value === void 0 ? void 0 : postgresBytes(set.value) : 128 * MIB;
  return {
    what: "shared_buffers",
    ...bytes === void 0 ? {} : { bytes },
    ...set.given === "yes" ? { by: argument("shared_buffers") } : {},
    share: 0.4,
    usualShare: 0.25,
    setting: (wanted) => `command: postgres -c shared_buffers=${Math.max(1, Math.floor(wanted / MIB))}MB`,
    source: RESOURCES
  };
});
var dataPath = (function dataPath(facts) {
  const flag = option(facts.argv, "-D");
  if (flag.given === "yes") return flag.value ?? null;
  const moved = facts.environment("PGDATA");
  if (moved !== void 0 && moved !== "") return moved;
  const major = facts.version?.[0];
  return major !== void 0 && major >= 18 && major < 1e3 ? `/var/lib/postgresql/${major}/docker` : void 0;
});

// src/knowledge/images/postgres.ts
var asVariable = (function asVariable(setting2) {
  return { test: (name) => name.endsWith(setting2) && PREFIXES.has(name.slice(0, -setting2.length)) };
});
var derived = (function derived(id, images, facts = {}) {
  return image(id, images, {
    dataPaths: [
      {
        before: [18],
        paths: ["/var/lib/postgresql/data"],
        volumes: ["/var/lib/postgresql/data"],
        source: `${HUB}#pgdata`
      },
      {
        paths: ["/var/lib/postgresql"],
        volumes: ["/var/lib/postgresql"],
        mountAt: "/var/lib/postgresql",
        source: `${HUB}#pgdata`
      }
    ],
    dataPath,
    variables: officialVariables,
    builtInHealthcheck: false,
    healthCommand: "pg_isready -h 127.0.0.1 -U $${POSTGRES_USER:-postgres}",
    tools: { has: ["pg_isready", "psql", "pg_dump", "bash"], lacks: ["curl"] },
    runsAs: "drops-privileges",
    authentication,
    defaultCredentials: [wellKnownLogin],
    replication,
    memory,
    setting,
    leastMemoryLimit: { bytes: GIB, source: RESOURCES },
    ...facts
  });
});
const {
  GIB,
  MIB,
  postgresBytes
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
  commandText,
  directoryIn,
  firstSet,
  guarded,
  hostsIn,
  isSet,
  isYes,
  open,
  option,
  orInFile,
  postgresSetting,
  splitWords2: splitWords,
  text,
  unclear,
  undecided,
  variable,
  wired
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/knowledge/engines/postgres.ts
var RESOURCES = "https://www.postgresql.org/docs/current/runtime-config-resource.html";
var PASSWORDS = ["POSTGRES_PASSWORD", "POSTGRES_PASSWORD_FILE"];




function setting(facts, name) {
  return orInFile(postgresSetting(facts.argv, name), facts.configMounted);
}

// src/knowledge/images/postgres.ts
var HUB = "https://hub.docker.com/_/postgres";
var ENTRYPOINT = "https://github.com/docker-library/postgres/blob/master/docker-entrypoint.sh";
var BITNAMI = "https://github.com/bitnami/containers/tree/main/bitnami/postgresql";
var SERVER_SETTINGS = [
  "max_connections",
  "shared_buffers",
  "effective_cache_size",
  "work_mem",
  "maintenance_work_mem",
  "wal_buffers",
  "min_wal_size",
  "max_wal_size",
  "wal_level",
  "max_wal_senders",
  "max_replication_slots",
  "hot_standby",
  "synchronous_commit",
  "checkpoint_completion_target",
  "checkpoint_timeout",
  "random_page_cost",
  "effective_io_concurrency",
  "default_statistics_target",
  "max_worker_processes",
  "max_parallel_workers",
  "max_parallel_workers_per_gather",
  "max_parallel_maintenance_workers",
  "huge_pages",
  "temp_buffers",
  "statement_timeout",
  "idle_in_transaction_session_timeout",
  "log_statement",
  "log_min_duration_statement",
  "shared_preload_libraries",
  "listen_addresses",
  "archive_mode",
  "archive_command"
];
var REPLICATION_VARIABLE = /^POSTGRES(?:QL)?_(?:REPLICATION_(?:MODE|USER|PASSWORD|PASSWORD_FILE|HOST)|MASTER_(?:HOST|SERVICE_HOST|PORT|PORT_NUMBER)|PRIMARY_HOST|NUM_SYNCHRONOUS_REPLICAS)$/;
var PREFIXES = /* @__PURE__ */ new Set(["", "POSTGRES_", "POSTGRESQL_", "PG_"]);

var officialVariables = {
  reads: [
    /^POSTGRES_(?:PASSWORD|USER|DB|INITDB_ARGS)(?:_FILE)?$/,
    "POSTGRES_INITDB_WALDIR",
    "POSTGRES_HOST_AUTH_METHOD",
    /^PG[A-Z]+$/,
    "TZ",
    /^LANG$|^LC_/
  ],
  ignored: [
    ...SERVER_SETTINGS.map((key) => ({
      pattern: asVariable(key.toUpperCase()),
      because: "the official PostgreSQL image takes no server settings from variables",
      instead: `command: postgres -c ${key}=<value>`
    })),
    {
      pattern: REPLICATION_VARIABLE,
      because: "the official PostgreSQL image sets up no replication, so each container is an independent primary",
      instead: "fill the data directory of the second node with pg_basebackup -R, or use an image that replicates (Patroni, repmgr)"
    },
    ...[
      ["DATABASE|DB_NAME|DBNAME|NAME", "POSTGRES_DB"],
      ["USERNAME|DB_USER|USER_NAME", "POSTGRES_USER"],
      ["PASS|DB_PASSWORD|PWD", "POSTGRES_PASSWORD"]
    ].map(([names, instead]) => ({
      pattern: new RegExp(`^POSTGRES_(?:${names})$`),
      because: `the official PostgreSQL image reads ${instead}`,
      instead
    })),
    {
      pattern: /^POSTGRESQL_(?:PASSWORD|USERNAME|DATABASE)$/,
      because: "that is the name in the Bitnami image; the official one reads POSTGRES_PASSWORD, POSTGRES_USER and POSTGRES_DB",
      instead: "POSTGRES_PASSWORD, POSTGRES_USER and POSTGRES_DB"
    }
  ],
  refused: [],
  required: [{ anyOf: [...PASSWORDS, "POSTGRES_HOST_AUTH_METHOD"], firstStartOnly: true, source: ENTRYPOINT }],
  prefixes: [],
  source: ENTRYPOINT
};
var wellKnownLogin = {
  user: { variable: "POSTGRES_USER", default: "postgres" },
  password: { variable: "POSTGRES_PASSWORD", wellKnown: ["postgres", "password", "mysecretpassword", "example"] },
  source: HUB
};

var timescale = {
  versionFromTag: /pg(\d+)/,
  tools: { has: ["pg_isready", "psql", "pg_dump", "bash"], lacks: [] },
  setting: (facts, name) => orInFile(setting(facts, name), true),
  variables: {
    ...officialVariables,
    reads: [...officialVariables.reads, /^TS_TUNE_/, "NO_TS_TUNE", /^TIMESCALEDB_/, "POSTGRESQL_CONF_DIR"],
    ignored: officialVariables.ignored.filter((each) => !each.pattern.test("MAX_CONNECTIONS"))
  },
  memory: (facts) => postgresSetting(facts.argv, "shared_buffers").given === "yes" ? memory(facts) : void 0
};
var bitnamiPasswords = ["POSTGRESQL", "POSTGRES"].flatMap(
  (prefix) => ["PASSWORD", "PASSWORD_FILE", "POSTGRES_PASSWORD", "POSTGRES_PASSWORD_FILE"].map((name) => `${prefix}_${name}`)
);
function either(facts, name) {
  return isSet(facts, `POSTGRESQL_${name}`) ? `POSTGRESQL_${name}` : `POSTGRES_${name}`;
}
function bitnamiReplication(facts) {
  const partners = facts.environment("REPMGR_PARTNER_NODES");
  if (partners !== void 0) {
    return wired(
      "member",
      "repmgr replicates between its partner nodes",
      hostsIn(partners ?? ""),
      variable("REPMGR_PARTNER_NODES")
    );
  }
  const name = either(facts, "REPLICATION_MODE");
  const mode = facts.environment(name);
  if (mode === null) return unclear(`${name} is set to something unknown`, variable(name));
  if (!mode) return facts.configMounted ? unclear(FILE_DECIDES) : alone("POSTGRESQL_REPLICATION_MODE is not set");
  if (/^(?:master|primary)$/i.test(mode)) return wired("primary", "replicas may follow it", [], variable(name));
  const host = either(facts, "MASTER_HOST");
  if (isSet(facts, host)) {
    return wired("replica", `it follows the node in ${host}`, hostsIn(text(facts, host) ?? ""), variable(host));
  }
  return claimed(
    `${name}=${mode} without POSTGRESQL_MASTER_HOST follows no primary`,
    "Set POSTGRESQL_MASTER_HOST to the primary.",
    variable(name),
    "replica"
  );
}
var bitnami = image(
  "bitnami",
  ["bitnami/postgresql", "bitnamilegacy/postgresql", "bitnami/postgresql-repmgr", "bitnamilegacy/postgresql-repmgr"],
  {
    ...dataAt("/bitnami/postgresql/data", BITNAMI),
    dataPath: (facts) => directoryIn(facts, ["POSTGRESQL_DATA_DIR"]),
    variables: {
      reads: [/^POSTGRESQL_/, /^POSTGRES_/, /^REPMGR_/, /^BITNAMI_/, /^PG[A-Z]+$/, "ALLOW_EMPTY_PASSWORD"],
      ignored: ["shared_buffers", "work_mem", "maintenance_work_mem", "effective_cache_size"].map((key) => ({
        pattern: new RegExp(`^POSTGRES(?:QL)?_${key.toUpperCase()}$`),
        because: "the Bitnami PostgreSQL image has no such variable",
        instead: `POSTGRESQL_EXTRA_FLAGS: -c ${key}=<value>`
      })),
      refused: [],
      required: [],
      prefixes: [],
      source: BITNAMI
    },
    builtInHealthcheck: false,
    healthCommand: "pg_isready -h 127.0.0.1 -p 5432 -U postgres",
    tools: { has: ["pg_isready", "psql", "pg_dump", "bash"], lacks: [] },
    runsAs: "non-root",
    authentication: (facts) => {
      const fix = "Remove ALLOW_EMPTY_PASSWORD and set POSTGRESQL_PASSWORD_FILE to a secret.";
      const password = firstSet(facts, bitnamiPasswords);
      if (password) return guarded(`${password} is set`, variable(password));
      if (!isYes(facts.environment("ALLOW_EMPTY_PASSWORD")))
        return guarded("the image does not start without a password");
      if (facts.configMounted) return undecided(FILE_DECIDES, fix);
      return open("ALLOW_EMPTY_PASSWORD=yes and no password is set", fix, variable("ALLOW_EMPTY_PASSWORD"));
    },
    defaultCredentials: [
      {
        user: { variable: "POSTGRESQL_USERNAME", default: "postgres" },
        password: { variable: "POSTGRESQL_PASSWORD", wellKnown: ["postgres", "password", "bitnami", "password123"] },
        source: BITNAMI
      }
    ],
    replication: bitnamiReplication,
    memory: (facts) => {
      const flags = facts.environment("POSTGRESQL_EXTRA_FLAGS");
      if (flags === null) return void 0;
      const used = memory({ ...facts, argv: flags ? splitWords(flags) : void 0 });
      return used && {
        ...used,
        ...used.by ? { by: variable("POSTGRESQL_EXTRA_FLAGS") } : {},
        setting: (bytes) => `POSTGRESQL_EXTRA_FLAGS: -c shared_buffers=${Math.max(1, Math.floor(bytes / MIB))}MB`
      };
    },
    leastMemoryLimit: { bytes: GIB, source: RESOURCES }
  }
);
var postgres_default = software(
  "postgres",
  "PostgreSQL",
  "database",
  [
    derived("official", ["postgres", "public.ecr.aws/docker/library/postgres"]),
    derived("postgis", ["postgis/postgis", "imresamu/postgis"]),
    derived("pgvector", ["pgvector/pgvector", "ankane/pgvector"], { versionFromTag: /pg(\d+)/ }),
    derived("timescale", ["timescale/timescaledb", "timescale/timescaledb-postgis"], timescale),
    image("timescale-ha", ["timescale/timescaledb-ha"], {
      ...dataAt("/home/postgres/pgdata", "https://github.com/timescale/timescaledb-docker-ha"),
      dataPath,
      healthCommand: "pg_isready -h 127.0.0.1 -U $${POSTGRES_USER:-postgres}"
    }),
    bitnami,
    image(
      "spilo",
      [14, 15, 16, 17, 18].map((major) => `ghcr.io/zalando/spilo-${major}`),
      {
        ...dataAt("/home/postgres/pgdata", "https://github.com/zalando/spilo"),
        replication: () => wired("member", "Spilo runs PostgreSQL under Patroni", [])
      }
    )
  ],
  {
    stateful: true,
    ports: [{ port: 5432, purpose: "data" }],
    cluster: {
      nodes: 2,
      how: "a standby that follows the primary (pg_basebackup -R, Patroni, repmgr) or a managed service"
    },
    backupTools: ["pg_dump", "pg_dumpall", "pg_basebackup", "pgbackrest", "wal-g", "barman"],
    schemes: [
      "postgres",
      "postgresql",
      "jdbc:postgresql",
      "postgresql+asyncpg",
      "postgresql+psycopg",
      "postgresql+psycopg2",
      "postgis",
      "asyncpg"
    ]
  }
);
module.exports = {
  default: postgres_default,
  house: runAudit
};
