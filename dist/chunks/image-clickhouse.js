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
  FILE_DECIDES,
  alone,
  firstSet,
  guarded,
  isYes,
  open,
  text,
  unclear,
  undecided,
  variable,
  volumeAt
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/knowledge/images/clickhouse.ts
var HUB = "https://hub.docker.com/r/clickhouse/clickhouse-server";
var BITNAMI = "https://github.com/bitnami/containers/tree/main/bitnami/clickhouse";
function authentication(facts) {
  const fix = "Set CLICKHOUSE_USER and CLICKHOUSE_PASSWORD_FILE, and remove CLICKHOUSE_SKIP_USER_SETUP.";
  const password = firstSet(facts, ["CLICKHOUSE_PASSWORD", "CLICKHOUSE_PASSWORD_FILE"]);
  const skip = facts.environment("CLICKHOUSE_SKIP_USER_SETUP");
  if (facts.configMounted) return undecided("mounted users and configuration files decide", fix);
  if (isYes(skip))
    return open(
      "CLICKHOUSE_SKIP_USER_SETUP leaves the default user without a password",
      fix,
      variable("CLICKHOUSE_SKIP_USER_SETUP")
    );
  if (skip === null) return undecided("CLICKHOUSE_SKIP_USER_SETUP is set to something unknown", fix);
  if (password) return guarded(`${password} is set`, variable(password));
  const user = text(facts, "CLICKHOUSE_USER");
  const named = user !== void 0 && user !== "default";
  if (named || isYes(facts.environment("CLICKHOUSE_DEFAULT_ACCESS_MANAGEMENT"))) {
    const by = variable(named ? "CLICKHOUSE_USER" : "CLICKHOUSE_DEFAULT_ACCESS_MANAGEMENT");
    return open("the user that is set up has no password", fix, by);
  }
  return undecided("no user is set; newer images then close the default user to the network, older ones do not", fix);
}
var clickhouse_default = software(
  "clickhouse",
  "ClickHouse",
  "database",
  [
    image("official", ["clickhouse", "clickhouse/clickhouse-server", "yandex/clickhouse-server"], {
      ...volumeAt("/var/lib/clickhouse", HUB),
      variables: {
        reads: [/^CLICKHOUSE_/, "TZ"],
        ignored: [
          {
            pattern: /^CLICKHOUSE_(?:ADMIN_USER|ADMIN_PASSWORD|USERNAME|DATABASE)$/,
            because: "the official ClickHouse image reads CLICKHOUSE_USER, CLICKHOUSE_PASSWORD and CLICKHOUSE_DB",
            instead: "CLICKHOUSE_USER, CLICKHOUSE_PASSWORD and CLICKHOUSE_DB"
          }
        ],
        refused: [],
        required: [],
        prefixes: [],
        source: "https://github.com/ClickHouse/ClickHouse/blob/master/docker/server/entrypoint.sh"
      },
      builtInHealthcheck: false,
      healthCommand: "wget -qO- http://localhost:8123/ping",
      runsAs: "drops-privileges",
      authentication,
      defaultCredentials: [
        {
          user: { variable: "CLICKHOUSE_USER", default: "default" },
          password: {
            variable: "CLICKHOUSE_PASSWORD",
            wellKnown: ["password", "clickhouse", "default", "changeme", "admin"]
          },
          source: HUB
        }
      ],
      replication: (facts) => facts.configMounted ? unclear(FILE_DECIDES) : alone("replicas are named in remote_servers, and no configuration is mounted")
    }),
    image(
      "keeper",
      ["clickhouse/clickhouse-keeper"],
      dataAt("/var/lib/clickhouse", "https://clickhouse.com/docs/guides/sre/keeper/clickhouse-keeper")
    ),
    image("bitnami", ["bitnami/clickhouse", "bitnamilegacy/clickhouse"], {
      ...dataAt("/bitnami/clickhouse/data", BITNAMI),
      runsAs: "non-root",
      authentication: (facts) => {
        const given = firstSet(facts, ["CLICKHOUSE_ADMIN_PASSWORD", "CLICKHOUSE_ADMIN_PASSWORD_FILE"]);
        const fix = "Remove ALLOW_EMPTY_PASSWORD and set CLICKHOUSE_ADMIN_PASSWORD_FILE to a secret.";
        if (given) return guarded(`${given} is set`, variable(given));
        if (!isYes(facts.environment("ALLOW_EMPTY_PASSWORD")))
          return guarded("the image does not start without a password");
        return facts.configMounted ? undecided(FILE_DECIDES, fix) : open("ALLOW_EMPTY_PASSWORD=yes and no password is set", fix, variable("ALLOW_EMPTY_PASSWORD"));
      }
    })
  ],
  {
    stateful: true,
    ports: [
      { port: 8123, purpose: "data" },
      { port: 9e3, purpose: "data" },
      { port: 9009, purpose: "cluster" },
      { port: 9363, purpose: "metrics" }
    ],
    cluster: {
      nodes: 2,
      how: "two replicas in remote_servers, with Keeper or ZooKeeper and ReplicatedMergeTree tables"
    },
    backupTools: ["clickhouse-backup", "BACKUP DATABASE"],
    schemes: ["clickhouse", "clickhousedb", "clickhouse+native", "jdbc:clickhouse", "ch"]
  }
);
module.exports = {
  default: clickhouse_default,
  house: runAudit
};
