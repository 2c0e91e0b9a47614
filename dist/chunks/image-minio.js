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
  alone,
  firstSet,
  guarded,
  isSet,
  operands,
  text,
  unclear,
  variable,
  wired
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/knowledge/images/minio.ts
var ROOT = "https://github.com/minio/minio/tree/master/docs/docker";
var BITNAMI = "https://github.com/bitnami/containers/tree/main/bitnami/minio";
function drives(facts) {
  const words = operands(facts.argv);
  const at = words.indexOf("server");
  const given = at === -1 ? words.filter((word) => word.includes("/")) : words.slice(at + 1);
  return given.length > 0 ? given : text(facts, "MINIO_VOLUMES")?.split(/\s+/) ?? [];
}
function replication(facts) {
  const urls = drives(facts).filter((drive) => /^https?:\/\//.test(drive));
  if (urls.some((url) => /\/\/[^/]*\{\d+\.{3}\d+\}/.test(url)) || urls.length > 1) {
    return wired("member", "its drives lie on several hosts", urls.flatMap(hostsOfRange).slice(0, 64));
  }
  if (facts.environment("MINIO_VOLUMES") === null || facts.argv?.includes(null))
    return unclear("its drives are not known");
  return alone("its drives lie in one container");
}
function hostsOfRange(url) {
  const host = (/^https?:\/\/([^/]*)/.exec(url)?.[1] ?? "").replace(/:\d+$/, "");
  const range = /^(.*)\{(\d{1,3})\.{3}(\d{1,3})\}(.*)$/.exec(host);
  if (!range) return [host];
  const [, before = "", from = "1", to = "1", after = ""] = range;
  const count = Math.min(64, Math.max(0, Number(to) - Number(from) + 1));
  return Array.from({ length: count }, (_, at) => `${before}${Number(from) + at}${after}`);
}
function dataPath(facts) {
  const words = drives(facts);
  if (words.length === 0)
    return facts.argv?.includes(null) || facts.environment("MINIO_VOLUMES") === null ? null : void 0;
  const path = (words[0] ?? "").replace(/^https?:\/\/[^/]*/, "");
  return path.startsWith("/") && !path.includes("{") ? path : null;
}
function rootLogin(user, password, source) {
  return {
    user: { variable: "MINIO_ROOT_USER", default: user },
    password: {
      variable: "MINIO_ROOT_PASSWORD",
      default: password,
      wellKnown: ["minioadmin", "miniosecret", "minio123", "password", "minio", "minio_secret", "miniopassword"],
      alternatives: ["MINIO_ROOT_PASSWORD_FILE", "MINIO_SECRET_KEY", "MINIO_SECRET_KEY_FILE", "MINIO_CONFIG_ENV_FILE"]
    },
    source
  };
}
function authentication(facts) {
  const given = firstSet(facts, [
    "MINIO_ROOT_PASSWORD",
    "MINIO_ROOT_PASSWORD_FILE",
    "MINIO_SECRET_KEY",
    "MINIO_SECRET_KEY_FILE"
  ]);
  return guarded("requests are signed with a key", given ? variable(given) : void 0);
}
var minio_default = software(
  "minio",
  "MinIO",
  "object-store",
  [
    image("official", ["minio/minio", "quay.io/minio/minio"], {
      ...dataAt("/data", ROOT),
      dataPath,
      variables: {
        reads: [/^MINIO_/, /^CICD$/, "TZ"],
        ignored: [
          {
            pattern: /^MINIO_(?:DEFAULT_BUCKETS?|BUCKETS?|SECRET|PASSWORD|USER)$/,
            because: "the official MinIO image has no such variable",
            instead: "MINIO_ROOT_USER and MINIO_ROOT_PASSWORD; buckets are made with mc mb"
          }
        ],
        refused: [],
        required: [],
        prefixes: [],
        source: ROOT
      },
      builtInHealthcheck: false,
      healthCommand: "mc ready local",
      runsAs: "root",
      authentication,
      defaultCredentials: [rootLogin("minioadmin", "minioadmin", ROOT)],
      replication
    }),
    image("bitnami", ["bitnami/minio", "bitnamilegacy/minio"], {
      ...dataAt("/bitnami/minio/data", BITNAMI),
      builtInHealthcheck: false,
      runsAs: "non-root",
      authentication,
      defaultCredentials: [rootLogin("minio", "miniosecret", BITNAMI)],
      replication: (facts) => isSet(facts, "MINIO_DISTRIBUTED_NODES") ? wired(
        "member",
        "MINIO_DISTRIBUTED_NODES names its partners",
        (text(facts, "MINIO_DISTRIBUTED_NODES") ?? "").split(/[\s,;]+/).filter(Boolean).map((host) => host.split(/[:/]/)[0] ?? host),
        variable("MINIO_DISTRIBUTED_NODES")
      ) : alone("MINIO_DISTRIBUTED_NODES is not set")
    })
  ],
  {
    stateful: true,
    ports: [
      { port: 9e3, purpose: "data" },
      { port: 9001, purpose: "admin" }
    ],
    cluster: { nodes: 4, how: "four nodes that are all named in the server command (http://minio{1...4}/data)" },
    backupTools: ["mc mirror", "rclone"],
    schemes: ["s3"]
  }
);
module.exports = {
  default: minio_default,
  house: runAudit
};
