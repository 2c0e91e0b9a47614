"use strict";
const {
  MIB
} = require("./chunk-SGFGOYHU.js");
const {
  image,
  software
} = require("./chunk-YBWJOMHX.js");
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
const {
  argument,
  firstSet,
  guarded,
  hasWord,
  open,
  option,
  undecided,
  variable
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/knowledge/images/memcached.ts
var HUB = "https://hub.docker.com/_/memcached";
var SERVER = "https://docs.memcached.org/serverguide/configuring/";
function authentication(facts) {
  const fix = "Keep its port inside the network, or start it with --auth-file.";
  if (option(facts.argv, "auth-file", "Y").given === "yes")
    return guarded("--auth-file asks for a password", argument("--auth-file"));
  const sasl = hasWord(facts.argv, ["-S", "--enable-sasl"]);
  if (sasl === "yes") return guarded("SASL is on", argument("-S"));
  if (sasl === "unknown" || facts.configMounted) return undecided("a part of its settings is not known", fix);
  return open("memcached asks nobody for a login by default", fix);
}
function memory(facts) {
  const set = option(facts.argv, "memory-limit", "m");
  if (set.given === "unknown") return void 0;
  const number = set.given === "yes" ? /^\d{1,8}$/.test(set.value ?? "") ? Number(set.value) : void 0 : 64;
  return {
    what: "item memory",
    ...number === void 0 ? {} : { bytes: number * MIB },
    ...set.given === "yes" ? { by: argument("-m") } : {},
    share: 0.8,
    setting: (bytes) => `command: memcached -m ${Math.max(1, Math.floor(bytes / MIB))}`,
    source: SERVER
  };
}
var memcached_default = software(
  "memcached",
  "memcached",
  "cache",
  [
    image("official", ["memcached", "public.ecr.aws/docker/library/memcached"], {
      variables: {
        reads: ["TZ"],
        ignored: [
          {
            pattern: /^MEMCACHED_(?:MEMORY|MEMORY_LIMIT|CACHE_SIZE|MAX_CONNECTIONS|USERNAME|PASSWORD)$/,
            because: "the official memcached image reads no variables",
            instead: "command: memcached -m <megabytes> -c <connections>"
          }
        ],
        refused: [],
        required: [],
        prefixes: [],
        source: HUB
      },
      builtInHealthcheck: false,
      runsAs: "non-root",
      authentication,
      memory
    }),
    // https://github.com/bitnami/containers/tree/main/bitnami/memcached
    image("bitnami", ["bitnami/memcached", "bitnamilegacy/memcached"], {
      runsAs: "non-root",
      authentication: (facts) => {
        const given = firstSet(facts, ["MEMCACHED_PASSWORD", "MEMCACHED_PASSWORD_FILE"]);
        if (given) return guarded(`${given} is set`, variable(given));
        const fix = "Set MEMCACHED_USERNAME and MEMCACHED_PASSWORD_FILE.";
        if (facts.configMounted || facts.argv) return undecided("a part of its settings is not known", fix);
        return open("MEMCACHED_PASSWORD is not set", fix);
      }
    })
  ],
  { ports: [{ port: 11211, purpose: "data" }], schemes: ["memcached", "memcache"] }
);
module.exports = {
  default: memcached_default,
  house: runAudit
};
