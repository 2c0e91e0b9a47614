"use strict";
const {
  MIB,
  mysqlBytes,
  shortSize
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
  firstUnknown,
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

// src/knowledge/engines/mysql.ts
var SERVER_SETTINGS = [
  "max_connections",
  "innodb_buffer_pool_size",
  "innodb_log_file_size",
  "innodb_flush_log_at_trx_commit",
  "innodb_buffer_pool_instances",
  "max_allowed_packet",
  "wait_timeout",
  "interactive_timeout",
  "query_cache_size",
  "slow_query_log",
  "long_query_time",
  "character_set_server",
  "collation_server",
  "server_id",
  "log_bin",
  "binlog_format",
  "sql_mode",
  "thread_cache_size",
  "table_open_cache",
  "default_authentication_plugin"
];
function ignoredSettings(image2, prefixes) {
  return SERVER_SETTINGS.map((key) => ({
    pattern: new RegExp(`^(?:${prefixes})_${key.toUpperCase()}$`),
    because: `${image2} takes no server settings from variables`,
    instead: `command: --${key.replaceAll("_", "-")}=<value>`
  }));
}
var REPLICATION = /^(?:MYSQL|MARIADB)_(?:REPLICATION_(?:MODE|USER|PASSWORD)|MASTER_(?:HOST|PORT|PORT_NUMBER|ROOT_USER|ROOT_PASSWORD|USER|PASSWORD))$/;
function mysqlNames(prefixes, keys) {
  return prefixes.flatMap((prefix) => keys.map((key) => `${prefix}_${key}`));
}
var ROOT_KEYS = [
  "ROOT_PASSWORD",
  "ROOT_PASSWORD_FILE",
  "RANDOM_ROOT_PASSWORD",
  "ALLOW_EMPTY_PASSWORD",
  "ALLOW_EMPTY_ROOT_PASSWORD",
  "ROOT_PASSWORD_HASH"
];
function officialAuthentication(prefixes) {
  return (facts) => {
    const fix = `Remove it and set ${prefixes[0]}_ROOT_PASSWORD_FILE to a secret.`;
    if (option(facts.argv, "skip-grant-tables").given === "yes") {
      return open(
        "--skip-grant-tables lets everybody in without a password",
        "Remove --skip-grant-tables.",
        argument("--skip-grant-tables")
      );
    }
    const given = firstSet(
      facts,
      mysqlNames(prefixes, ["ROOT_PASSWORD", "ROOT_PASSWORD_FILE", "ROOT_PASSWORD_HASH", "RANDOM_ROOT_PASSWORD"])
    );
    if (given) return guarded(`${given} is set`, variable(given));
    const empty = firstSet(facts, mysqlNames(prefixes, ["ALLOW_EMPTY_PASSWORD", "ALLOW_EMPTY_ROOT_PASSWORD"]));
    if (!empty) return guarded("the image does not start without a root password");
    if (facts.environment(empty) === null)
      return undecided(`${empty} is set to something unknown`, fix, variable(empty));
    return open(`${empty} gives root an empty password`, fix, variable(empty));
  };
}
function memory(facts) {
  const set = option(facts.argv, "innodb-buffer-pool-size");
  if (set.given === "unknown" || set.given === "no" && facts.configMounted) return void 0;
  const bytes = set.given === "yes" ? set.value === void 0 ? void 0 : mysqlBytes(set.value) : 128 * MIB;
  return {
    what: "innodb_buffer_pool_size",
    ...bytes === void 0 ? {} : { bytes },
    ...set.given === "yes" ? { by: argument("--innodb-buffer-pool-size") } : {},
    share: 0.8,
    usualShare: 0.5,
    setting: (wanted) => `command: --innodb-buffer-pool-size=${shortSize(wanted).toUpperCase()}`,
    source: "https://dev.mysql.com/doc/refman/8.4/en/innodb-buffer-pool-resize.html"
  };
}
function replication(honoursMasterHost) {
  return (facts) => {
    const galera = option(facts.argv, "wsrep-cluster-address", "wsrep_cluster_address");
    if (galera.given === "yes") {
      return wired(
        "member",
        "Galera replicates between its nodes",
        hostsIn((galera.value ?? "").replace("gcomm://", "")),
        argument("--wsrep-cluster-address")
      );
    }
    const group = option(facts.argv, "loose-group-replication-group-seeds", "group-replication-group-seeds");
    if (group.given === "yes")
      return wired(
        "member",
        "group replication is configured",
        hostsIn(group.value ?? ""),
        argument("--group-replication-group-seeds")
      );
    const host = firstSet(facts, ["MARIADB_MASTER_HOST", "MYSQL_MASTER_HOST"]);
    if (host === "MARIADB_MASTER_HOST" && honoursMasterHost) {
      return wired(
        "replica",
        "it follows the node in MARIADB_MASTER_HOST",
        hostsIn(text(facts, host) ?? ""),
        variable(host)
      );
    }
    const asked = host ?? firstSet(facts, ["MYSQL_REPLICATION_MODE", "MARIADB_REPLICATION_MODE"]);
    if (facts.configMounted || asked && facts.scriptsMounted)
      return unclear(asked ? "a mounted script may read its replication variables" : FILE_DECIDES);
    if (asked) {
      const primary = /^(?:master|primary)$/i.test(text(facts, asked) ?? "");
      return claimed(
        `${asked} is not read by this image`,
        "Run CHANGE REPLICATION SOURCE TO \u2026 and START REPLICA on the second node, or use an image that does.",
        variable(asked),
        primary ? "primary" : "replica"
      );
    }
    return alone("nothing connects it to a second node");
  };
}
function login(prefix, source) {
  return {
    user: { default: "root" },
    password: {
      variable: `${prefix}_ROOT_PASSWORD`,
      wellKnown: ["root", "password", "mysql", "mariadb", "my-secret-pw", "example", "secret"]
    },
    source
  };
}
function dataPath(facts) {
  const set = option(facts.argv, "datadir");
  return set.given === "yes" ? set.value ?? null : void 0;
}
function setting(facts, name) {
  return orInFile(option(facts.argv, name), facts.configMounted);
}

// src/knowledge/images/mysql.ts
var MYSQL_HUB = "https://hub.docker.com/_/mysql";
var ORACLE = "https://github.com/mysql/mysql-docker/tree/main/mysql-server";
var MARIADB_HUB = "https://mariadb.com/kb/en/mariadb-server-docker-official-image-environment-variables/";
var BITNAMI = "https://github.com/bitnami/containers/tree/main/bitnami";
var common = {
  dataPath,
  builtInHealthcheck: false,
  runsAs: "drops-privileges",
  memory,
  setting
};
function wrongNames(name) {
  const pairs = [
    ["DB|DB_NAME|DBNAME", "MYSQL_DATABASE"],
    ["USERNAME|DB_USER|USER_NAME", "MYSQL_USER"],
    ["PASS|DB_PASSWORD|USER_PASSWORD", "MYSQL_PASSWORD"],
    ["ROOT_PASS|ROOTPASSWORD", "MYSQL_ROOT_PASSWORD"]
  ];
  return pairs.map(([names, instead]) => ({
    pattern: new RegExp(`^MYSQL_(?:${names})$`),
    because: `the official ${name} image reads ${instead}`,
    instead
  }));
}
var mysqlVariables = {
  reads: [
    /^MYSQL_(?:ROOT_PASSWORD|ROOT_HOST|DATABASE|USER|PASSWORD)(?:_FILE)?$/,
    "MYSQL_RANDOM_ROOT_PASSWORD",
    "MYSQL_ONETIME_PASSWORD",
    "MYSQL_ALLOW_EMPTY_PASSWORD",
    "MYSQL_INITDB_SKIP_TZINFO",
    "TZ"
  ],
  ignored: [
    ...ignoredSettings("the MySQL image", "MYSQL"),
    {
      pattern: REPLICATION,
      because: "the official MySQL image sets up no replication, so each container is an independent server",
      instead: "CHANGE REPLICATION SOURCE TO \u2026 and START REPLICA on the second node, or InnoDB Cluster"
    },
    {
      pattern: /^MARIADB_(\w+)$/,
      because: "MARIADB_ variables belong to the MariaDB image",
      instead: "MYSQL_$1"
    },
    ...wrongNames("MySQL")
  ],
  refused: [
    {
      pattern: /^MYSQL_USER$/,
      values: ["root"],
      firstStartOnly: true,
      instead: "another name in MYSQL_USER, or MYSQL_ROOT_PASSWORD alone: root always exists",
      source: "https://github.com/docker-library/mysql/blob/master/docker-entrypoint.sh"
    }
  ],
  required: [
    {
      anyOf: [
        "MYSQL_ROOT_PASSWORD",
        "MYSQL_ROOT_PASSWORD_FILE",
        "MYSQL_ALLOW_EMPTY_PASSWORD",
        "MYSQL_RANDOM_ROOT_PASSWORD"
      ],
      firstStartOnly: true,
      source: MYSQL_HUB
    }
  ],
  prefixes: [],
  source: "https://github.com/docker-library/mysql/blob/master/docker-entrypoint.sh"
};
var mysql = image("official", ["mysql", "public.ecr.aws/docker/library/mysql"], {
  ...volumeAt("/var/lib/mysql", MYSQL_HUB),
  ...common,
  variables: mysqlVariables,
  healthCommand: 'mysqladmin ping -h 127.0.0.1 -uroot -p"$${MYSQL_ROOT_PASSWORD}" --silent',
  tools: { has: ["mysqladmin", "mysql", "mysqldump", "bash"], lacks: [] },
  authentication: officialAuthentication(["MYSQL"]),
  defaultCredentials: [login("MYSQL", MYSQL_HUB)],
  replication: replication(false)
});
var oracle = image(
  "oracle",
  [
    "container-registry.oracle.com/mysql/community-server",
    "container-registry.oracle.com/mysql/enterprise-server",
    "mysql/mysql-server"
  ],
  {
    ...dataAt("/var/lib/mysql", ORACLE),
    ...common,
    variables: {
      reads: [
        /^MYSQL_(?:ROOT_PASSWORD|ROOT_HOST|DATABASE|USER|PASSWORD|RANDOM_ROOT_PASSWORD|ONETIME_PASSWORD)$/,
        /^MYSQL_(?:ALLOW_EMPTY_PASSWORD|LOG_CONSOLE|INITIALIZE_ONLY|UNIX_PORT)$/,
        "TZ"
      ],
      ignored: [
        ...ignoredSettings("Oracle's MySQL image", "MYSQL"),
        {
          pattern: /^MYSQL_(?:ROOT_PASSWORD|PASSWORD|USER|DATABASE)_FILE$/,
          because: "Oracle's MySQL image has no _FILE variables",
          instead: "MYSQL_ROOT_PASSWORD with the path of the file as its value"
        }
      ],
      refused: [],
      required: [],
      prefixes: [],
      source: ORACLE
    },
    // `HEALTHCHECK CMD /healthcheck.sh` in the Dockerfiles of 5.7 to 9.7.
    builtInHealthcheck: true,
    healthCommand: "/healthcheck.sh",
    tools: { has: ["mysqladmin", "mysql", "mysqldump", "bash"], lacks: [] },
    authentication: (facts) => {
      const judged = officialAuthentication(["MYSQL"])(facts);
      const none = judged.state === "on" && judged.by === void 0;
      return none ? guarded("it makes up a password for root when none is set") : judged;
    },
    defaultCredentials: [login("MYSQL", ORACLE)],
    replication: replication(false)
  }
);
var mariadb = image(
  "official",
  ["mariadb", "public.ecr.aws/docker/library/mariadb", "quay.io/mariadb-foundation/mariadb-devel"],
  {
    ...volumeAt("/var/lib/mysql", MARIADB_HUB),
    ...common,
    variables: {
      reads: [
        /^MARIADB_/,
        /^MYSQL_(?:ROOT_PASSWORD|ROOT_HOST|DATABASE|USER|PASSWORD)(?:_FILE)?$/,
        /^MYSQL_(?:RANDOM_ROOT_PASSWORD|ALLOW_EMPTY_PASSWORD|INITDB_SKIP_TZINFO|ALLOW_EMPTY_ROOT_PASSWORD)$/,
        "TZ",
        "LANG"
      ],
      ignored: [
        ...ignoredSettings("the MariaDB image", "MYSQL|MARIADB"),
        ...wrongNames("MariaDB"),
        {
          pattern: /^(?:MYSQL_(?:REPLICATION_MODE|MASTER_HOST)|MARIADB_REPLICATION_MODE)$/,
          because: "the official MariaDB image takes the primary from MARIADB_MASTER_HOST only",
          instead: "MARIADB_MASTER_HOST with MARIADB_REPLICATION_USER and MARIADB_REPLICATION_PASSWORD"
        }
      ],
      refused: [],
      required: [
        {
          anyOf: mysqlNames(["MARIADB", "MYSQL"], ROOT_KEYS).concat("MARIADB_MASTER_HOST"),
          firstStartOnly: true,
          source: MARIADB_HUB
        }
      ],
      prefixes: [],
      source: "https://github.com/MariaDB/mariadb-docker/blob/master/docker-entrypoint.sh"
    },
    healthCommand: "healthcheck.sh --connect --innodb_initialized",
    // healthcheck.sh came in February 2022. https://mariadb.org/mariadb-server-docker-official-images-healthcheck-without-mysqladmin/
    olderHealthCommands: [{ before: [10, 6, 7], command: "mysqladmin ping -h 127.0.0.1 --silent" }],
    tools: {
      has: [
        ...["healthcheck.sh", "bash", "mariadb", "mariadb-admin", "mariadb-dump", "mariadb-backup"],
        ...["mysql", "mysqladmin", "mysqldump"]
      ],
      lacks: ["curl", "wget"]
    },
    authentication: officialAuthentication(["MARIADB", "MYSQL"]),
    defaultCredentials: [login("MARIADB", MARIADB_HUB), login("MYSQL", MARIADB_HUB)],
    replication: replication(true),
    gone: ["mysqladmin", "mysql", "mysqldump"].map((program) => ({
      from: [11],
      program,
      because: `MariaDB images have no ${program} from version 11 on`,
      instead: program === "mysqladmin" ? "healthcheck.sh --connect --innodb_initialized" : program.replace("mysql", "mariadb").replace("mariadbdump", "mariadb-dump"),
      source: "https://mariadb.com/kb/en/using-healthcheck-sh/"
    }))
  }
);
function bitnami(name, images) {
  const prefix = name.toUpperCase();
  const source = `${BITNAMI}/${name}`;
  return image("bitnami", images, {
    ...dataAt(`/bitnami/${name}/data`, source),
    builtInHealthcheck: false,
    healthCommand: `/opt/bitnami/scripts/${name}/healthcheck.sh`,
    runsAs: "non-root",
    authentication: (facts) => {
      const fix = `Remove ALLOW_EMPTY_PASSWORD and set ${prefix}_ROOT_PASSWORD_FILE to a secret.`;
      const password = firstSet(facts, [
        `${prefix}_ROOT_PASSWORD`,
        `${prefix}_ROOT_PASSWORD_FILE`,
        `${prefix}_MASTER_ROOT_PASSWORD`
      ]);
      if (password) return guarded(`${password} is set`, variable(password));
      if (!isYes(facts.environment("ALLOW_EMPTY_PASSWORD")))
        return guarded("the image does not start without a password");
      return open("ALLOW_EMPTY_PASSWORD=yes and no root password is set", fix, variable("ALLOW_EMPTY_PASSWORD"));
    },
    defaultCredentials: [login(prefix, source)],
    replication: (facts) => bitnamiReplication(facts, prefix)
  });
}
function bitnamiReplication(facts, prefix) {
  const galera = facts.environment(`${prefix}_GALERA_CLUSTER_ADDRESS`);
  if (galera)
    return wired(
      "member",
      "Galera replicates between its nodes",
      hostsIn(galera),
      variable(`${prefix}_GALERA_CLUSTER_ADDRESS`)
    );
  const name = `${prefix}_REPLICATION_MODE`;
  const mode = facts.environment(name);
  if (mode === null || firstUnknown(facts, [`${prefix}_GALERA_CLUSTER_ADDRESS`]))
    return unclear(`${name} is set to something unknown`);
  if (!mode) return facts.configMounted ? unclear(FILE_DECIDES) : alone(`${name} is not set`);
  if (/^(?:master|primary|source)$/i.test(mode)) return wired("primary", "replicas may follow it", [], variable(name));
  const host = `${prefix}_MASTER_HOST`;
  if (isSet(facts, host))
    return wired("replica", `it follows the node in ${host}`, hostsIn(text(facts, host) ?? ""), variable(host));
  return claimed(
    `${name}=${mode} without ${host} follows no primary`,
    `Set ${host} to the primary.`,
    variable(name),
    "replica"
  );
}
var shared = {
  stateful: true,
  ports: [{ port: 3306, purpose: "data" }],
  cluster: {
    nodes: 2,
    how: "a replica that follows the source, Galera or group replication (3 nodes), or a managed service"
  },
  backupTools: ["mysqldump", "mariadb-dump", "mydumper", "mysqlpump", "xtrabackup", "mariabackup", "mariadb-backup"],
  schemes: [
    "mysql",
    "mysql2",
    "mariadb",
    "jdbc:mysql",
    "jdbc:mariadb",
    "mysql+pymysql",
    "mysql+aiomysql",
    "mysql+asyncmy",
    "mysql+mysqlconnector",
    "mysql+mysqldb",
    "mariadb+mariadbconnector"
  ]
};
var mysql_default = [
  software(
    "mysql",
    "MySQL",
    "database",
    [
      mysql,
      oracle,
      bitnami("mysql", ["bitnami/mysql", "bitnamilegacy/mysql"]),
      image("percona", ["percona", "percona/percona-server", "percona/percona-xtradb-cluster"], {
        ...dataAt("/var/lib/mysql", "https://hub.docker.com/r/percona/percona-server"),
        dataPath,
        memory
      })
    ],
    shared
  ),
  software(
    "mariadb",
    "MariaDB",
    "database",
    [
      mariadb,
      bitnami("mariadb", [
        "bitnami/mariadb",
        "bitnamilegacy/mariadb",
        "bitnami/mariadb-galera",
        "bitnamilegacy/mariadb-galera"
      ]),
      image(
        "linuxserver",
        ["linuxserver/mariadb", "lscr.io/linuxserver/mariadb"],
        dataAt("/config", "https://docs.linuxserver.io/images/docker-mariadb/")
      )
    ],
    { ...shared, speaks: "mysql" }
  )
];
module.exports = {
  default: mysql_default,
  house: runAudit
};
