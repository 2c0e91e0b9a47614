"use strict";

// src/knowledge/engines/redis.ts
var server = (function server(facts, family) {
  const extra = family.extra ? facts.environment(family.extra) : void 0;
  const added = extra === null ? [null, null] : extra ? splitWords(extra) : [];
  const given = programWords(facts.argv) ?? [`${family.program}-server`];
  return [...given.flatMap(withValue), ...added];
});
var withValue = (function withValue(word) {
  return word !== null && /^--[\w-]+\s/.test(word) ? splitWords(word) : [word];
});
var isServer = (function isServer(words) {
  const program = programOf(words);
  return program === void 0 ? words[0] !== null : /(?:^|-)(?:server|sentinel)$/.test(program) || /\.conf$/.test(program);
});
var hasConfigFile = (function hasConfigFile(facts, words) {
  return facts.configMounted || words.some((word) => word?.endsWith(".conf"));
});
var authentication = (function authentication(family) {
  return (facts) => {
    const words = server(facts, family);
    const fix = `Start it with command: ${family.program}-server --requirepass <password>, or mount a file with the password and name it in the command.`;
    if (!isServer(words)) return undecided("what it starts is not known", fix);
    for (const name of ["--requirepass", "--aclfile", "--user"]) {
      const given = option(words, name);
      if (given.given === "yes" && given.value === "") return open(`${name} is empty`, fix, argument(name));
      if (given.given === "yes") return guarded(`${name} is given`, argument(name));
      if (given.given === "unknown") return undecided("a part of its command is not known", fix);
    }
    if (hasConfigFile(facts, words)) return undecided("its configuration file decides", fix);
    const bind = option(words, "--bind");
    if (bind.given === "yes" && /^(?:127\.|localhost$|::1$)/.test(bind.value ?? ""))
      return guarded("it listens on the loopback address only", argument("--bind"));
    const mode = option(words, "--protected-mode");
    if (mode.given === "yes" && mode.value === "yes")
      return guarded("--protected-mode yes answers to loopback only", argument("--protected-mode"));
    const wish = firstSet(facts, [
      "REDIS_PASSWORD",
      "REDIS_PASS",
      "VALKEY_PASSWORD",
      "REDIS_PASSWORD_FILE",
      "REQUIREPASS"
    ]);
    if (wish) return open(`no --requirepass is given, and ${wish} is not read by this image`, fix, variable(wish));
    return open("neither --requirepass nor an ACL nor a configuration file sets one", fix);
  };
});
var replication = (function replication(family) {
  return (facts) => {
    const words = server(facts, family);
    if (programOf(words)?.endsWith("-cli")) return clusterCreation(words);
    if (/(?:^|[\s/])[a-z]+-sentinel(?:\s|$)|\s--sentinel(?:\s|$)/.test(commandText(facts.argv))) {
      return wired("watcher", "it is a sentinel: it watches and keeps no data", []);
    }
    const follows = option(words, "replicaof", "slaveof");
    if (follows.given === "yes") {
      return wired(
        "replica",
        "it follows its primary",
        hostsIn(follows.value?.split(" ")[0] ?? ""),
        argument("--replicaof")
      );
    }
    const cluster = option(words, "cluster-enabled");
    if (cluster.given === "yes" && cluster.value === "yes") {
      return unclear(
        "cluster mode is on; redis-cli --cluster create must have joined the nodes",
        argument("--cluster-enabled"),
        "member"
      );
    }
    if (follows.given === "unknown" || hasConfigFile(facts, words)) return unclear(FILE_DECIDES);
    const asked = firstSet(facts, [
      "REDIS_REPLICATION_MODE",
      "REDIS_MASTER_HOST",
      "REDIS_REPLICAOF",
      "REDIS_SLAVEOF",
      "VALKEY_REPLICATION_MODE",
      "VALKEY_PRIMARY_HOST"
    ]);
    if (asked) {
      const primary = /^(?:master|primary)$/i.test(text(facts, asked) ?? "");
      return claimed(
        `${asked} is not read by this image`,
        `Start the second node with command: ${family.program}-server --replicaof <primary> 6379.`,
        variable(asked),
        primary ? "primary" : "replica"
      );
    }
    return alone("--replicaof is not given");
  };
});
var memory = (function memory(family) {
  return (facts) => {
    const set = option(server(facts, family), "maxmemory");
    if (set.given !== "yes") return void 0;
    const bytes = set.value === void 0 ? void 0 : redisBytes(set.value);
    if (bytes === 0) return void 0;
    return {
      what: "maxmemory",
      ...bytes === void 0 ? {} : { bytes },
      by: argument("--maxmemory"),
      share: 0.75,
      setting: (wanted) => `--maxmemory ${Math.max(1, Math.floor(wanted / 1024 ** 2))}mb`,
      source: "https://redis.io/docs/latest/operate/oss_and_stack/management/optimization/memory-optimization/"
    };
  };
});
var dataPath = (function dataPath(family) {
  return (facts) => {
    const set = option(server(facts, family), "dir");
    return set.given === "yes" ? set.value ?? null : void 0;
  };
});
var ignoredBy = (function ignoredBy(image2, program, prefix) {
  const settings = [
    [
      new RegExp(`^${prefix}_(?:PASSWORD|PASS|PASSWORD_FILE|REQUIREPASS)$`),
      `command: ${program} --requirepass <password>`
    ],
    [new RegExp(`^${prefix}_MAX_?MEMORY$`), `command: ${program} --maxmemory <size>`],
    [new RegExp(`^${prefix}_MAX_?MEMORY_POLICY$`), `command: ${program} --maxmemory-policy <policy>`],
    [new RegExp(`^${prefix}_(?:APPEND_?ONLY|AOF_ENABLED)$`), `command: ${program} --appendonly yes`],
    [
      new RegExp(`^${prefix}_(?:REPLICATION_MODE|MASTER_HOST|REPLICAOF|SLAVEOF|PRIMARY_HOST)$`),
      `command: ${program} --replicaof <primary> 6379`
    ]
  ];
  return settings.map(([pattern, instead]) => ({
    pattern,
    because: `${image2} takes no settings from variables`,
    instead
  }));
});
var setting = (function setting(family) {
  return (facts, name) => {
    const words = server(facts, family);
    return orInFile(option(words, name), hasConfigFile(facts, words) || !isServer(words));
  };
});

// src/knowledge/images/redis.ts
var plain = (function plain(id, images, family, facts) {
  const cli = `${family.program}-cli`;
  return image(id, images, {
    ...volumeAt("/data", HUB),
    dataPath: dataPath(family),
    builtInHealthcheck: false,
    healthCommand: `${cli} ping | grep -q PONG`,
    tools: { has: [cli, `${family.program}-server`], lacks: ["curl"] },
    runsAs: "drops-privileges",
    authentication: authentication(family),
    replication: replication(family),
    memory: memory(family),
    setting: setting(family),
    ...facts
  });
});
var bitnami = (function bitnami(name) {
  const prefix = name.toUpperCase();
  const source = `${BITNAMI}/${name}`;
  const family = { program: name, extra: `${prefix}_EXTRA_FLAGS` };
  const data = {
    ...dataAt(`/bitnami/${name}/data`, source),
    builtInHealthcheck: false,
    healthCommand: `${name}-cli ping | grep -q PONG`,
    runsAs: "non-root",
    authentication: (facts) => bitnamiAuthentication(facts, prefix),
    defaultCredentials: [
      {
        password: {
          variable: `${prefix}_PASSWORD`,
          wellKnown: ["bitnami", "password", "redis", "valkey", "password123"]
        },
        source
      }
    ],
    replication: (facts) => bitnamiReplication(facts, prefix),
    memory: memory(family),
    setting: (facts, key) => {
      if (key === "appendonly") return fromVariable(facts.environment(`${prefix}_AOF_ENABLED`) ?? "yes");
      return setting(family)(facts, key);
    }
  };
  return [
    image("bitnami", [`bitnami/${name}`, `bitnamilegacy/${name}`], data),
    image("bitnami-cluster", [`bitnami/${name}-cluster`, `bitnamilegacy/${name}-cluster`], {
      ...data,
      replication: (facts) => wired(
        "member",
        `the nodes of ${prefix}_NODES form a cluster`,
        hostsIn(text(facts, `${prefix}_NODES`) ?? ""),
        variable(`${prefix}_NODES`)
      )
    }),
    image("bitnami-sentinel", [`bitnami/${name}-sentinel`, `bitnamilegacy/${name}-sentinel`], {
      runsAs: "non-root",
      keepsData: () => "no",
      replication: () => wired("watcher", "it is a sentinel: it watches and keeps no data", [])
    })
  ];
});
const {
  redisBytes
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
  firstSet,
  fromVariable,
  guarded,
  hasWord,
  hostsIn,
  isSet,
  isYes,
  open,
  option,
  orInFile,
  programOf2: programOf,
  programWords,
  splitWords2: splitWords,
  text,
  unclear,
  undecided,
  variable,
  volumeAt,
  wired
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/knowledge/engines/redis.ts






function clusterCreation(words) {
  const by = argument("--cluster create");
  const nodes = words.filter((word) => word !== null && /^[\w.-]+:\d+$/.test(word));
  const peers = hostsIn(nodes.join(","));
  if (hasWord(words, ["--cluster"]) !== "yes") return unclear("it runs a client, not a server", void 0, "watcher");
  const replicas = option(words, "cluster-replicas");
  const wanted = replicas.given === "yes" && /^[0-9]$/.test(replicas.value ?? "") ? 3 * (Number(replicas.value) + 1) : 3;
  if (!words.includes(null) && hasWord(words, ["create"]) === "yes" && nodes.length < wanted) {
    return {
      ...claimed(
        `a cluster like this takes ${wanted} nodes and ${nodes.length} are given`,
        `Give it ${wanted} nodes that run with --cluster-enabled yes.`,
        by,
        "watcher"
      ),
      peers
    };
  }
  return unclear("it joins nodes to a cluster once, and then ends", by, "watcher", peers);
}





// src/knowledge/images/redis.ts
var HUB = "https://hub.docker.com/_/redis";
var ENTRYPOINT = "https://github.com/redis/docker-library-redis/blob/master/docker-entrypoint.sh";
var BITNAMI = "https://github.com/bitnami/containers/tree/main/bitnami";


function bitnamiAuthentication(facts, prefix) {
  const fix = `Remove ALLOW_EMPTY_PASSWORD and set ${prefix}_PASSWORD_FILE to a secret.`;
  const given = firstSet(facts, [`${prefix}_PASSWORD`, `${prefix}_PASSWORD_FILE`, `${prefix}_ACLFILE`]);
  if (given) return guarded(`${given} is set`, variable(given));
  if (!isYes(facts.environment("ALLOW_EMPTY_PASSWORD"))) return guarded("the image does not start without a password");
  if (facts.configMounted || isSet(facts, `${prefix}_EXTRA_FLAGS`) || facts.argv) return undecided(FILE_DECIDES, fix);
  return open("ALLOW_EMPTY_PASSWORD=yes and no password is set", fix, variable("ALLOW_EMPTY_PASSWORD"));
}
function bitnamiReplication(facts, prefix) {
  const name = `${prefix}_REPLICATION_MODE`;
  const mode = facts.environment(name);
  if (mode === null) return unclear(`${name} is set to something unknown`, variable(name));
  if (!mode) return facts.configMounted ? unclear(FILE_DECIDES) : alone(`${name} is not set`);
  if (/^(?:master|primary)$/i.test(mode)) return wired("primary", "replicas may follow it", [], variable(name));
  const host = firstSet(facts, [`${prefix}_MASTER_HOST`, `${prefix}_PRIMARY_HOST`, `${prefix}_SENTINEL_HOST`]);
  if (host) return wired("replica", `it follows the node in ${host}`, hostsIn(text(facts, host) ?? ""), variable(host));
  return claimed(
    `${name}=${mode} without a primary host follows nobody`,
    `Set ${prefix}_MASTER_HOST to the primary.`,
    variable(name),
    "replica"
  );
}
var REDIS = { program: "redis" };
var VALKEY = { program: "valkey", extra: "VALKEY_EXTRA_FLAGS" };
var KEYDB = { program: "keydb" };
var STACK = { program: "redis", extra: "REDIS_ARGS" };
var shared = {
  stateful: true,
  ports: [{ port: 6379, purpose: "data" }],
  cluster: { nodes: 2, how: "a replica with three sentinels, a cluster of six nodes, or a managed service" },
  backupTools: ["redis-cli --rdb", "BGSAVE"],
  schemes: ["redis", "rediss", "redis+sentinel", "unix"]
};
var redis_default = [
  software(
    "redis",
    "Redis",
    "cache",
    [
      plain("official", ["redis", "public.ecr.aws/docker/library/redis"], REDIS, {
        variables: {
          reads: [/^SKIP_/, "REDISCLI_AUTH", "TZ"],
          ignored: ignoredBy("the official Redis image", "redis-server", "REDIS"),
          refused: [],
          required: [],
          prefixes: [],
          source: ENTRYPOINT
        }
      }),
      // The official image of its day with modules on the command line: https://hub.docker.com/r/redislabs/redismod
      plain("modules", ["redislabs/redismod", "redislabs/rejson", "redislabs/redisearch"], REDIS, {}),
      plain("stack", ["redis/redis-stack", "redis/redis-stack-server"], STACK, {
        variables: {
          reads: [/^REDIS(?:EARCH|JSON|TIMESERIES|BLOOM|GRAPH|GEARS)?_ARGS$/, "REDISCLI_AUTH"],
          ignored: ignoredBy("the Redis Stack image", "redis-stack-server", "REDIS").map((each) => ({
            ...each,
            because: "the Redis Stack image takes its settings from REDIS_ARGS",
            instead: `REDIS_ARGS: ${each.instead.replace(/^command: \S+ /, "")}`
          })),
          refused: [],
          required: [],
          prefixes: [],
          source: "https://redis.io/docs/latest/operate/oss_and_stack/install/archive/install-stack/docker/"
        },
        // On Ubuntu, with packages that differ between releases: https://github.com/redis-stack/redis-stack
        tools: { has: ["redis-cli", "bash"], lacks: [] },
        runsAs: "root"
      }),
      ...bitnami("redis")
    ],
    shared
  ),
  software(
    "valkey",
    "Valkey",
    "cache",
    [
      plain("official", ["valkey/valkey", "valkey/valkey-bundle", "public.ecr.aws/valkey/valkey"], VALKEY, {
        variables: {
          reads: ["VALKEY_EXTRA_FLAGS", /^SKIP_/, "REDISCLI_AUTH", "VALKEYCLI_AUTH", "TZ"],
          ignored: [
            ...ignoredBy("the official Valkey image", "valkey-server", "VALKEY"),
            ...ignoredBy("the official Valkey image", "valkey-server", "REDIS")
          ],
          refused: [],
          required: [],
          prefixes: [],
          source: "https://github.com/valkey-io/valkey-container/blob/mainline/docker-entrypoint.sh"
        }
      }),
      ...bitnami("valkey")
    ],
    { ...shared, schemes: ["valkey", "valkeys"], speaks: "redis" }
  ),
  software(
    "keydb",
    "KeyDB",
    "cache",
    [plain("official", ["eqalpha/keydb"], KEYDB, dataAt("/data", "https://docs.keydb.dev/docs/docker-basics/"))],
    { ...shared, schemes: [], speaks: "redis" }
  ),
  software(
    "dragonfly",
    "Dragonfly",
    "cache",
    [
      image(
        "official",
        ["docker.dragonflydb.io/dragonflydb/dragonfly", "ghcr.io/dragonflydb/dragonfly", "dragonflydb/dragonfly"],
        {
          ...dataAt("/data", "https://www.dragonflydb.io/docs/getting-started/docker")
        }
      )
    ],
    { ...shared, schemes: [], speaks: "redis" }
  )
];
module.exports = {
  default: redis_default,
  house: runAudit
};
