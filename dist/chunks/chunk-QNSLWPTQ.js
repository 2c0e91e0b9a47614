"use strict";

// src/model/service-files.ts
var environmentFilesOf = (function environmentFilesOf(service, tree) {
  return itemsOf(child(service, "env_file")).flatMap((item) => {
    const path = textAt(item, "path");
    if (!path?.known) return [];
    const source = tree.read(path.value);
    return [
      { path: path.value, at: path.at, present: source !== void 0, names: source ? namesIn(source) : /* @__PURE__ */ new Map() }
    ];
  });
});
var openVariablesOf = (function openVariablesOf(service) {
  const files = new Set(itemsOf(child(service, "env_file")).map((item) => knownValue(textAt(item, "path"))));
  const found = [];
  const waiting = [service];
  for (let seen = 0; waiting.length > 0 && seen < NODE_LIMIT; seen++) {
    const node = waiting.pop();
    if (node?.kind === "map") for (const entry of node.entries.values()) waiting.push(entry.node);
    else if (node?.kind === "list") for (const item of node.items) waiting.push(item);
    else if (node?.kind === "scalar" && !files.has(node.at.path)) {
      for (const use of node.interpolation?.uses ?? []) if (use.source !== "environment") found.push(use);
    }
  }
  return found.sort((one, other) => one.at.start - other.at.start);
});
var ownFilesOf = (function ownFilesOf(mounts, image, tree) {
  const paths = /* @__PURE__ */ new Set();
  const configs = mounts.flatMap((mount) => mount.files?.map((file) => file.source) ?? []);
  let complete = mounts.every((mount) => mount.type !== "config" || mount.files !== void 0);
  for (const mount of mounts) {
    const path = mount.type === "bind" ? knownValue(mount.source) : void 0;
    if (path === void 0 || path.startsWith("/") || path.startsWith("~")) continue;
    if (tree.exists(path)) addFiles(path, paths, tree);
    else if (mayBeRead(knownValue(mount.target) ?? "")) complete = false;
  }
  for (const instruction of image?.dockerfile?.instructions ?? []) {
    const copy = copyOf(instruction);
    if (!copy || copy.from) continue;
    if (copy.open || !image?.context?.present) complete = false;
    for (const { text } of copy.sources) {
      const found = image?.context?.find(text) ?? [];
      if (found.length === 0) complete = false;
      for (const file of found) if (READER.test(file)) paths.add(joinPath(image?.context?.path ?? ".", file));
    }
  }
  if (paths.size > FILE_LIMIT) complete = false;
  const texts = [...paths].slice(0, FILE_LIMIT).flatMap((path) => {
    const source = tree.read(path);
    return source ? [source] : [];
  });
  return { texts: [...configs, ...texts], complete };
});

// src/model/runs-client.ts
var runsClient = (function runsClient(container, tree) {
  const { start } = container;
  if (!start) return false;
  const commands = start.script ? start.script.commands : [{ words: start.argv }];
  if (start.argv.some((word) => word !== null && SERVERS.test(fileName(word)))) return false;
  const all = [...commands, ...scriptsNamed(start.argv, container, tree).flatMap((script) => script.commands)];
  if (all.some(startsServer)) return false;
  const programs = all.map(({ words }) => programOf(words) ?? "");
  const schedules = [commands[0], commands.at(-1)].some((one) => SCHEDULERS.test(programOf(one?.words ?? []) ?? ""));
  return programs.some((program) => CLIENTS.test(program)) || schedules;
});
var fileName = (function fileName(word) {
  return word.slice(word.lastIndexOf("/") + 1);
});

// src/model/run-image.ts
var runImageOf = (function runImageOf(found, { start, mounts }, tree) {
  if (!found) return { use: void 0, facts: {} };
  const { image, software, files } = found;
  const isClient = software !== void 0 && runsClient({ ...start && { start }, mounts, image }, tree);
  if (isClient) return { use: { image, files }, facts: { image, clientOf: software } };
  const { distribution, version } = found;
  const isSetByFiles = distribution?.variables || distribution?.setting;
  return {
    use: found,
    facts: {
      image,
      ...software && { software },
      ...distribution && { distribution },
      ...version && { version },
      ...isSetByFiles && { ownFiles: ownFilesOf(mounts, image, tree) }
    }
  };
});
const {
  child,
  containerFilesOf,
  copyOf,
  isConfiguration,
  isScriptPath,
  isWithin,
  itemsOf,
  joinPath,
  knownValue,
  parseEnvironmentFile,
  parseShellFile,
  programOf,
  textAt
} = require("./chunk-Q3NCOY3T.js");

// src/parse/embedded.ts
function embeddedSource(outer, node) {
  const { start, end } = node.at;
  const text = node.text ?? "";
  const literal = literalText(outer.text.slice(start, end), text);
  if (literal !== void 0) return { path: outer.path, text: blank(outer.text.slice(0, start)) + literal };
  const quoted = /["']/.test(outer.text.charAt(start)) && !text.includes("\n") ? 1 : 0;
  const before = start + quoted;
  const isAsWritten = outer.text.startsWith(text, before);
  return { path: outer.path, text: `${isAsWritten ? blank(outer.text.slice(0, before)) : "\n".repeat(before)}${text}` };
}
function literalText(written, text) {
  const header = /^\|[-+0-9]*[ \t]*(?:#[^\n]*)?\n/.exec(written)?.[0];
  if (header === void 0) return void 0;
  const lines = written.slice(header.length).split("\n");
  const values = text.replace(/\n+$/, "").split("\n");
  const indent = Math.min(...lines.filter((line) => line.trim() !== "").map((line) => line.search(/[^ ]/)));
  const placed = [];
  for (const [index, value] of values.entries()) {
    const line = lines[index] ?? "";
    const space = line.slice(0, Math.min(indent, line.length));
    if (space.trim() !== "" || space.length + value.length > line.length) return void 0;
    placed.push((space + value).padEnd(line.length));
  }
  return `${blank(header)}${placed.join("\n")}
`;
}
function blank(text) {
  return text.replace(/[^\n]/g, " ");
}

// src/model/service-files.ts
var FILE_LIMIT = 50;
var NODE_LIMIT = 2e4;

var known = /* @__PURE__ */ new WeakMap();
function namesIn(source) {
  const before = known.get(source);
  if (before) return before;
  const names = /* @__PURE__ */ new Map();
  for (const entry of parseEnvironmentFile(source).entries) {
    if (entry.value !== null) names.set(entry.name, entry.keyAt);
  }
  known.set(source, names);
  return names;
}

var READER = /(?:^|\/)[^/.]+$|\.(?:sh|bash|sql|js|py|rb|pl|lua|conf|cnf|cfg|ini|ya?ml|json|toml|xml|properties|acl|config|tpl|tmpl|template|j2|env)$/i;

function mayBeRead(target) {
  return isConfiguration(target) || isScriptPath(target);
}
function addFiles(path, paths, tree) {
  if (paths.size > FILE_LIMIT) return;
  for (const file of tree.files) {
    if (!isWithin(path, file.path) || !(file.path === path || READER.test(file.path))) continue;
    if (file.format !== "binary") paths.add(file.path);
    if (paths.size > FILE_LIMIT) return;
  }
}

// src/model/runs-client.ts
var CLIENTS = /^(psql|pg_dump|pg_dumpall|pg_basebackup|pg_restore|pg_isready|createdb|mysql|mysqldump|mysqladmin|mysqlsh|mariadb|mariadb-dump|mariadb-backup|mongo|mongosh|mongodump|mongorestore|mongoexport|mongoimport|redis-cli|valkey-cli|kafka-(topics|configs|acls|console-\w+|consumer-groups|leader-election|reassign-partitions)(\.sh)?|rabbitmqadmin|influx|cqlsh|clickhouse-client|cockroach-sql|elasticdump|mc|etcdctl|nats)$/;
var SERVERS = /^(postgres|postmaster|pg_ctl|pg_ctlcluster|mysqld(_safe)?|mariadbd(-safe)?|mongod|mongos|redis-server|valkey-server|redis-sentinel|docker-entrypoint\.sh|docker_entrypoint|entrypoint\.sh|rabbitmq-server|kafka-server-start(\.sh)?|elasticsearch|influxd|clickhouse-server|etcd|nats-server|minio|patroni)$/;
var PLAIN_SERVERS = /(?:^|[\s/])(?:mysqld(?:_safe)?|mariadbd(?:-safe)?|mongod|mongos|redis-server|valkey-server|redis-sentinel|(?:docker-)?entrypoint\.sh|docker_entrypoint|rabbitmq-server|kafka-server-start(?:\.sh)?|clickhouse-server|nats-server|supervisord|s6-svscan)(?:\s|$)/;
var SCHEDULERS = /^(?:crond?|supercronic|go-cron|devcron|yacron|dcron|ofelia)$/;
var MOST_SCRIPTS = 10;

function startsServer({
  words
}) {
  return SERVERS.test(programOf(words) ?? "") || words.some((word) => word !== null && PLAIN_SERVERS.test(word));
}

function scriptsNamed(argv, container, tree) {
  const files = containerFilesOf(container, tree);
  const seen = /* @__PURE__ */ new Set();
  const found = [];
  const add = (word) => {
    if (word === null || !/^\/[\w./-]{1,300}$/.test(word) || seen.has(word) || seen.size >= MOST_SCRIPTS) return;
    seen.add(word);
    const file = files.find(word);
    if (file.state !== "file") return;
    const { source } = file.file;
    if (/\.(?:ba)?sh$/.test(word) || /^#!.*\b(?:ba|da|a|k|z)?sh\b/.test(source.text.slice(0, 200)))
      found.push(parseShellFile(source));
  };
  argv.forEach(add);
  for (const script of found) for (const { words } of script.commands) words.forEach(add);
  return found;
}

// src/model/run-image.ts


module.exports = {
  embeddedSource,
  environmentFilesOf,
  openVariablesOf,
  runImageOf
};
