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
  argument,
  guarded,
  isBefore,
  isYes,
  open,
  option,
  text,
  undecided,
  variable
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/knowledge/images/influxdb.ts
var INFLUX = "https://hub.docker.com/_/influxdb";
function influxAuthentication(facts) {
  const first = isBefore(facts.version, [2]);
  if (first === void 0) return undecided("its version is not known", "Pin the version.");
  if (first) {
    const name = "INFLUXDB_HTTP_AUTH_ENABLED";
    const fix = `Set ${name}=true and create an administrator with INFLUXDB_ADMIN_USER and INFLUXDB_ADMIN_PASSWORD.`;
    if (isYes(facts.environment(name))) return guarded(`${name} is on`, variable(name));
    if (facts.configMounted || facts.environment(name) === null) return undecided(FILE_DECIDES, fix);
    return open(`${name} is not on, and version 1 asks for no login by default`, fix);
  }
  const flag = option(facts.argv, "without-auth");
  if (flag.given === "yes" && flag.value !== "false")
    return open("--without-auth lets everybody in", "Remove --without-auth.", argument("--without-auth"));
  if (text(facts, "DOCKER_INFLUXDB_INIT_MODE") || isBefore(facts.version, [3]) === false) {
    return guarded("every request needs a token");
  }
  return undecided(
    "whoever opens it first sets it up",
    "Set DOCKER_INFLUXDB_INIT_MODE=setup with a user, a password and a token."
  );
}
var influxdb_default = software(
  "influxdb",
  "InfluxDB",
  "database",
  [
    image("official", ["influxdb", "public.ecr.aws/docker/library/influxdb", "quay.io/influxdb/influxdb"], {
      dataPaths: [
        { before: [2], paths: ["/var/lib/influxdb"], volumes: ["/var/lib/influxdb"], source: INFLUX },
        {
          before: [3],
          paths: ["/var/lib/influxdb2"],
          volumes: ["/var/lib/influxdb2", "/etc/influxdb2"],
          source: INFLUX
        }
      ],
      builtInHealthcheck: false,
      authentication: influxAuthentication,
      defaultCredentials: [
        {
          user: { variable: "DOCKER_INFLUXDB_INIT_USERNAME", default: "admin" },
          password: {
            variable: "DOCKER_INFLUXDB_INIT_PASSWORD",
            wellKnown: ["password", "adminpassword", "admin", "influxdb", "admin123"]
          },
          source: INFLUX
        }
      ]
    }),
    image("bitnami", ["bitnami/influxdb", "bitnamilegacy/influxdb"], {
      ...dataAt("/bitnami/influxdb", "https://github.com/bitnami/containers/tree/main/bitnami/influxdb"),
      runsAs: "non-root"
    })
  ],
  {
    stateful: true,
    ports: [{ port: 8086, purpose: "data" }],
    backupTools: ["influx backup", "influxd backup"],
    schemes: ["influxdb"]
  }
);
module.exports = {
  default: influxdb_default,
  house: runAudit
};
