"use strict";
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
const {
  STACK_REFUSES,
  checkShape,
  dictionary,
  either,
  fileName,
  list,
  map,
  mapEntries,
  mapItems,
  parseYaml,
  scalar,
  strictMap,
  words
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/parse/compose/stack-schema.ts
var NAME = /^[a-zA-Z0-9._-]+$/;
var text = scalar("string");
var flag = scalar("boolean");
var whole = scalar("integer");
var texts = list(text);
var distinctTexts = list(text, "unique");
var oneOrMore = either(text, distinctTexts);
var keyValues = either(dictionary(scalar("string", "number", "null")), distinctTexts);
var command = either(scalar("string", "null"), texts);
var options = dictionary(scalar("string", "number", "null"), /./, "open");
var anything = { any: true };
function openMap(keys, ...required) {
  return { map: { keys: new Map(Object.entries(keys)), open: true, extensions: true, required } };
}
var grants = list(either(text, openMap({ source: text, target: text, uid: text, gid: text, mode: scalar("number") })));
var rollout = strictMap({
  parallelism: whole,
  delay: text,
  failure_action: text,
  monitor: text,
  max_failure_ratio: scalar("number"),
  order: words("start-first", "stop-first")
});
var deploy = either(
  scalar("null"),
  strictMap({
    mode: text,
    endpoint_mode: text,
    replicas: whole,
    labels: keyValues,
    rollback_config: rollout,
    update_config: rollout,
    resources: strictMap({
      limits: strictMap({ cpus: text, memory: text, pids: whole }),
      reservations: strictMap({ cpus: text, memory: text, generic_resources: list(anything) }),
      memory_swap: whole,
      memory_swappiness: whole
    }),
    restart_policy: strictMap({ condition: text, delay: text, max_attempts: whole, window: text }),
    placement: strictMap({
      constraints: texts,
      preferences: list(strictMap({ spread: text })),
      max_replicas_per_node: whole
    })
  })
);
var port = either(
  scalar("number", "string"),
  strictMap({ mode: text, target: whole, published: whole, protocol: text })
);
var mount = strictMap(
  {
    type: text,
    source: text,
    target: text,
    read_only: flag,
    consistency: text,
    bind: openMap({ propagation: text }),
    volume: openMap({ nocopy: flag }),
    tmpfs: openMap({ size: whole })
  },
  "type"
);
var attachment = strictMap({
  aliases: distinctTexts,
  driver_opts: options,
  ipv4_address: text,
  ipv6_address: text
});
var service = map({
  deploy,
  build: anything,
  cap_add: distinctTexts,
  cap_drop: distinctTexts,
  cgroupns_mode: text,
  cgroup_parent: text,
  command,
  configs: grants,
  container_name: text,
  credential_spec: anything,
  depends_on: distinctTexts,
  devices: distinctTexts,
  dns: oneOrMore,
  dns_search: oneOrMore,
  domainname: text,
  entrypoint: command,
  env_file: oneOrMore,
  environment: keyValues,
  expose: list(scalar("string", "number"), "unique"),
  external_links: distinctTexts,
  extra_hosts: keyValues,
  group_add: list(scalar("string", "number"), "unique"),
  healthcheck: strictMap({
    disable: flag,
    interval: text,
    retries: scalar("number"),
    test: either(text, texts),
    timeout: text,
    start_period: text,
    start_interval: text
  }),
  hostname: text,
  image: text,
  init: flag,
  ipc: text,
  isolation: text,
  labels: keyValues,
  links: distinctTexts,
  logging: strictMap({ driver: text, options }),
  mac_address: text,
  network_mode: text,
  networks: either(distinctTexts, dictionary(either(attachment, scalar("null")), NAME)),
  oom_score_adj: whole,
  pid: scalar("string", "null"),
  ports: list(port, "unique"),
  privileged: flag,
  read_only: flag,
  restart: text,
  secrets: grants,
  security_opt: distinctTexts,
  shm_size: scalar("number", "string"),
  stdin_open: flag,
  stop_grace_period: text,
  stop_signal: text,
  sysctls: keyValues,
  tmpfs: oneOrMore,
  tty: flag,
  ulimits: dictionary(either(whole, strictMap({ hard: whole, soft: whole }, "soft", "hard")), /^[a-z]+$/, "open"),
  user: text,
  userns_mode: text,
  volumes: list(either(text, mount)),
  working_dir: text
});
var external = either(flag, strictMap({ name: text }));
var looseExternal = either(flag, openMap({ name: text }));
var network = either(
  scalar("null"),
  map({
    name: text,
    driver: text,
    driver_opts: options,
    ipam: strictMap({ driver: text, config: list(strictMap({ subnet: text })) }),
    external,
    internal: flag,
    attachable: flag,
    labels: keyValues
  })
);
var volume = either(
  scalar("null"),
  map({ name: text, driver: text, driver_opts: options, external, labels: keyValues })
);
var secret = map({
  name: text,
  file: text,
  external: looseExternal,
  labels: keyValues,
  driver: text,
  driver_opts: options,
  template_driver: text
});
var config = map({ name: text, file: text, external: looseExternal, labels: keyValues, template_driver: text });
var STACK_SHAPE = map({
  version: text,
  services: dictionary(service, NAME),
  networks: dictionary(network, NAME, "open"),
  volumes: dictionary(volume, NAME),
  secrets: dictionary(secret, NAME),
  configs: dictionary(config, NAME)
});

// src/model/compose/stack-problems.ts
var OLD_FORMAT = /^[12](?:\.\d+)?$/;
function stackProblems(tree, files) {
  return files.flatMap((path) => {
    const source = tree.read(path);
    const root = source && parseYaml(source).documents[0]?.root;
    if (root?.kind !== "map") return [];
    const found = [];
    const report = (problem) => {
      found.push({ ...problem, code: STACK_REFUSES, message: `docker stack deploy stops: ${problem.message}` });
    };
    checkShape(withoutVariables(root), STACK_SHAPE, { report });
    const version = root.entries.get("version")?.node;
    if (version?.kind === "scalar" && OLD_FORMAT.test(version.text ?? "")) {
      const message = `version ${version.text} of the file format is none that it knows; leave the version out`;
      report({ at: version.at, message, kind: "structure" });
    }
    return found;
  });
}
function withoutVariables(node) {
  if (node.kind === "map") return mapEntries(node, withoutVariables);
  if (node.kind === "list") return mapItems(node, withoutVariables);
  if (!node.text?.includes("$")) return node;
  return { ...node, interpolation: { raw: node.text, state: "unknown", uses: [] } };
}
var LONGEST_DOCUMENT = 5e5;
function stackFiles(tree, files, invocation) {
  if (invocation) {
    const script = tree.read(invocation.by)?.text ?? "";
    return invocation.platform === "swarm" ? invocation.files.filter((path) => !isWritten(fileName(path), script)) : [];
  }
  const documents = tree.files.filter(({ path }) => /\.(?:md|rst|adoc|txt)$/i.test(path));
  const texts2 = documents.flatMap(({ path }) => {
    const text2 = tree.read(path)?.text ?? "";
    return text2.length < LONGEST_DOCUMENT && /docker stack deploy/.test(text2) ? [text2] : [];
  });
  return files.filter((path) => {
    const name = escaped(fileName(path));
    const command2 = new RegExp(
      `docker stack deploy [^\\n]{0,200}(?:-c|--compose-file)[ =](?:[^\\s]{0,200}/)?${name}(?![\\w.-])`
    );
    return texts2.some((text2) => command2.test(text2) && !isWritten(fileName(path), text2));
  });
}
function isWritten(name, text2) {
  return new RegExp(`(?:>|\\btee|-o|--output)[ =]*["']?(?:[^\\s"']{0,200}/)?${escaped(name)}(?![\\w.-])`).test(text2);
}
function escaped(text2) {
  return text2.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
module.exports = {
  house: runAudit,
  stackFiles,
  stackProblems
};
