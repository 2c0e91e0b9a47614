"use strict";
const {
  embeddedSource,
  environmentFilesOf,
  openVariablesOf,
  ownFilesOf
} = require("./chunk-2RAH5CZT.js");
const {
  isPublished,
  roleOf
} = require("./chunk-EBGCLJ3B.js");
const {
  TIMESTAMP_TAG,
  baseOf,
  booleanFact,
  booleanValue,
  changedFolder,
  child,
  commandPurpose,
  commandWords,
  dependenciesOf,
  depthOf,
  descend,
  directoriesOf,
  directoryOf,
  entriesOf,
  expand,
  factOf,
  fileName,
  folderPurpose,
  imageOf,
  isAddress,
  isBase,
  isCommon,
  isNamedForPm2,
  isPlainlyProduction,
  isWithin,
  itemsOf,
  joinPath,
  keySpan,
  known,
  knownValue,
  loggingOf,
  nameWords,
  optional,
  overrideOf,
  parseBytes,
  parseDuration,
  parseEnvironmentFile,
  parseImageReference,
  parseShell,
  parseYaml,
  printFloat,
  privilegesOf,
  replicasOf,
  resolveName,
  resourcesOf,
  restartOf,
  runAudit,
  runsClient,
  runsOnce,
  scriptVariables,
  secretFilesOf,
  shellText,
  softwareOf,
  splitWords,
  startOf,
  textAt2: textAt,
  textFact,
  textOf,
  textsOf,
  unknown,
  variantOf,
  writtenWords
} = require("./chunk-HVLYCMOR.js");
require("./chunk-YVY2E7GG.js");
require("./chunk-YLVDSGH3.js");

// src/model/compose/configs.ts
function configTextsOf(project, tree) {
  return new Map(
    [...project.configs.values()].flatMap(({ name, node }) => {
      const file = knownValue(textAt(node, "file"));
      const source = file === void 0 ? contentOf(child(node, "content"), tree) : tree.read(file);
      return source ? [[name, source]] : [];
    })
  );
}
function contentOf(node, tree) {
  const outer = node && tree.read(node.at.path);
  return node?.kind === "scalar" && textFact(node)?.known && outer ? embeddedSource(outer, node) : void 0;
}

// src/model/datastore/queue-clients.ts
var LIBRARIES = /* @__PURE__ */ new Map([
  ["package.json", /"(?:bullmq|bull|bee-queue|kue|@nestjs\/bull(?:mq)?|connect-redis)"\s*:/],
  [
    "requirements.txt",
    /^[ \t]*(?:rq|django-rq|arq|(?:celery|dramatiq|kombu)\[[\w,-]*redis[\w,-]*\])[ \t]*(?:[=<>~!;[#]|$)/m
  ],
  ["pyproject.toml", /^[ \t]*["']?(?:rq|django-rq|arq|(?:celery|dramatiq|kombu)\[[\w,-]*redis[\w,-]*\])["' =<>~!;,[]/m],
  ["Gemfile", /^[ \t]*gem[ \t(]+["'](?:sidekiq|resque)["']/m],
  ["go.mod", /\bgithub\.com\/(?:hibiken\/asynq|gocraft\/work)\b/]
]);
function hostsOfQueueClients(project, tree) {
  const caches = [...project.services.values()].filter((service2) => isCache(service2.node)).map((service2) => service2.name);
  const found = /* @__PURE__ */ new Set();
  if (caches.length === 0) return found;
  const needs = /* @__PURE__ */ new Map();
  for (const { node } of project.services.values()) {
    const build5 = child(node, "build");
    const context = build5 && knownValue(textAt(build5, "context"));
    if (context === void 0) continue;
    const needed = needs.get(context) ?? needsQueue(context, tree);
    needs.set(context, needed);
    const named3 = needed ? caches.filter((name) => pointsAt(child(node, "environment"), name)) : [];
    if (named3.length === 1 && named3[0] !== void 0) found.add(named3[0]);
  }
  return found;
}
function isCache(service2) {
  const text2 = knownValue(textAt(service2, "image"));
  const reference = text2 === void 0 ? void 0 : parseImageReference(text2);
  return reference !== void 0 && softwareOf(reference.repository)?.software.kind === "cache";
}
function needsQueue(context, tree) {
  return [...LIBRARIES].some(([file, library]) => library.test(tree.read(joinPath(context, file))?.text ?? ""));
}
function pointsAt(environment, host) {
  if (environment?.kind !== "map") return false;
  const wanted = new RegExp(`(?:^|[/@,])${host.replace(/[^\w-]/g, "\\$&")}(?:[:/,]|$)`);
  return [...environment.entries.values()].some((variable) => wanted.test((textOf(variable.node) ?? "").slice(0, 2e3)));
}

// src/model/compose/service-uses.ts
var WORK_NAME = /queue|session|broker|celery|bull|store|jobs?\b/i;
var WORK_VARIABLE = /(BROKER|QUEUE|CELERY|BULL|SIDEKIQ|SESSION|JOBS?|RESULT_BACKEND)/;
var HOST = /(?<=^|[/@,])[^/@,:]+(?=[:/,]|$)/g;
function serviceUses(project, tree) {
  const awaited = /* @__PURE__ */ new Set();
  const workHosts = new Set(hostsOfQueueClients(project, tree));
  for (const { node } of project.services.values()) {
    for (const [name, dependency2] of entriesOf2(child(node, "depends_on"))) {
      if (knownValue(textAt(dependency2.node, "condition")) === "service_completed_successfully") awaited.add(name);
    }
    for (const [name, variable] of entriesOf2(child(node, "environment"))) {
      if (!WORK_VARIABLE.test(name)) continue;
      for (const [host] of (textOf(variable.node) ?? "").matchAll(HOST)) workHosts.add(host);
    }
  }
  return { awaited, workHosts };
}
function entriesOf2(node) {
  return node?.kind === "map" ? node.entries : [];
}
function keepsWork(name, uses) {
  return WORK_NAME.test(name) || uses.workHosts.has(name);
}

// src/model/kubernetes/named.ts
function isNamedForKubernetes(name, tree) {
  const path = joinPath(".", name);
  const file = tree.files.find((one) => one.path === path);
  if (!file) return tree.exists(path);
  if (file.format === "compose") return false;
  return /^kustomization(?:\.ya?ml)?$/i.test(fileName(path)) || /(?:^|[{,])[ \t]*["']?apiVersion\b/m.test(tree.read(path)?.text ?? "");
}

// src/parse/compose/attributes.ts
const { posix } = require("node:path");

// src/parse/compose/nodes.ts
function scalarOf(text2, at, type = "string") {
  return { kind: "scalar", at, text: text2, type };
}
function nullAt(at) {
  return { kind: "scalar", at, text: null, type: "null" };
}
function mapOf(at, pairs) {
  const entries = /* @__PURE__ */ new Map();
  for (const [key, node] of pairs) if (node) entries.set(key, { keyAt: node.at, node });
  return { kind: "map", at, entries };
}
function listOf(at, items) {
  return { kind: "list", at, items };
}
function withEntry(map2, key, node, keyAt = node.at) {
  const entries = new Map(map2.entries);
  const before = entries.get(key);
  entries.set(key, before ? { ...before, node } : { keyAt, node });
  return { ...map2, entries };
}
function without(map2, ...keys) {
  if (!keys.some((key) => map2.entries.has(key))) return map2;
  const entries = new Map(map2.entries);
  for (const key of keys) entries.delete(key);
  return { ...map2, entries };
}
function mapEntries(map2, change2) {
  let entries;
  for (const [key, entry] of map2.entries) {
    const node = change2(entry.node, key);
    if (!entries && node === entry.node) continue;
    entries ??= entriesBefore(map2, key);
    if (node) entries.set(key, node === entry.node ? entry : { ...entry, node });
  }
  return entries ? { ...map2, entries } : map2;
}
function entriesBefore(map2, end) {
  const entries = /* @__PURE__ */ new Map();
  for (const [key, entry] of map2.entries) {
    if (key === end) break;
    entries.set(key, entry);
  }
  return entries;
}
function mapItems(list2, change2) {
  let items;
  for (const [index, item] of list2.items.entries()) {
    const node = change2(item, index);
    if (node === item) continue;
    items ??= [...list2.items];
    items[index] = node;
  }
  return items ? { ...list2, items } : list2;
}
function below(path, key) {
  return path === "" ? key : `${path}.${key}`;
}
function isUnknown(node) {
  return node?.kind === "scalar" && (node.interpolation?.state === "unknown" || node.interpolation?.state === "required");
}
function isNull(node) {
  return node?.kind === "scalar" && node.text === null;
}
function knownText(node) {
  return node?.kind === "scalar" && node.text !== null && !isUnknown(node) ? node.text : void 0;
}
function sameNode(a, b) {
  if (a === b) return true;
  if (a.kind === "scalar" && b.kind === "scalar") return a.text === b.text && a.type === b.type;
  if (a.kind === "list" && b.kind === "list") {
    return a.items.length === b.items.length && a.items.every((item, i) => sameNode(item, b.items[i] ?? item));
  }
  if (a.kind !== "map" || b.kind !== "map" || a.entries.size !== b.entries.size) return false;
  for (const [key, { node }] of a.entries) {
    const other = b.entries.get(key);
    if (!other || !sameNode(node, other.node)) return false;
  }
  return true;
}
function fingerprint(node) {
  if (node.kind === "scalar") return `${node.type.charAt(0)}${JSON.stringify(node.text)}`;
  if (node.kind === "list") return `[${node.items.map(fingerprint).join()}]`;
  const parts = [...node.entries].map(([key, entry]) => `${JSON.stringify(key)}:${fingerprint(entry.node)}`);
  return `{${parts.sort().join()}}`;
}
function patterns(byPath2) {
  const root = { children: /* @__PURE__ */ new Map() };
  for (const [path, value] of byPath2) {
    let at = root;
    for (const part of path.split(".")) {
      const next = at.children.get(part) ?? { children: /* @__PURE__ */ new Map() };
      at.children.set(part, next);
      at = next;
    }
    at.value = value;
  }
  return root;
}
function step(pattern, key) {
  return pattern?.children.get(key) ?? pattern?.children.get("*");
}
function rewrite(node, pattern, apply, inside = "not-inside") {
  if (!pattern) return node;
  const changed = pattern.value === void 0 ? node : apply(pattern.value, node);
  if (pattern.value !== void 0 && inside === "not-inside" || pattern.children.size === 0) return changed;
  if (changed.kind === "map") {
    return mapEntries(changed, (child2, key) => rewrite(child2, step(pattern, key), apply, inside));
  }
  if (changed.kind === "scalar") return changed;
  return mapItems(changed, (item) => rewrite(item, step(pattern, "[]"), apply, inside));
}

// src/parse/compose/template.ts
var NAME = /[_a-zA-Z][_a-zA-Z0-9]*/y;
var OPERATOR = /:?[-+?]/y;
function parseTemplate(text2) {
  const pieces = [];
  let literalFrom = 0;
  let dollar = text2.indexOf("$");
  while (dollar !== -1) {
    const next = text2.charAt(dollar + 1);
    const piece = next === "$" ? void 0 : next === "{" ? readBraced(text2, dollar) : readBare(text2, dollar);
    if (piece === "invalid") return [...pieces, { kind: "invalid" }];
    if (piece || next === "$") {
      if (dollar > literalFrom) pieces.push({ kind: "literal", text: text2.slice(literalFrom, dollar) });
      pieces.push(piece ?? { kind: "literal", text: "$" });
      literalFrom = piece?.end ?? dollar + 2;
    }
    dollar = text2.indexOf("$", Math.max(literalFrom, dollar + 1));
  }
  if (literalFrom < text2.length) pieces.push({ kind: "literal", text: text2.slice(literalFrom) });
  return pieces;
}
function match(pattern, text2, at) {
  pattern.lastIndex = at;
  return pattern.exec(text2)?.[0];
}
function readBare(text2, dollar) {
  const name = match(NAME, text2, dollar + 1);
  if (name === void 0) return void 0;
  return { kind: "variable", name, operator: "", argument: "", start: dollar, end: dollar + 1 + name.length };
}
function readBraced(text2, dollar) {
  const name = match(NAME, text2, dollar + 2);
  if (name === void 0) return "invalid";
  const behind = dollar + 2 + name.length;
  if (text2.charAt(behind) === "}") {
    return { kind: "variable", name, operator: "", argument: "", start: dollar, end: behind + 1 };
  }
  const operator = match(OPERATOR, text2, behind);
  if (operator === void 0) return "invalid";
  const from = behind + operator.length;
  const lineBreak = text2.indexOf("\n", from);
  const close = closingBrace(text2, from, lineBreak === -1 ? text2.length : lineBreak);
  if (close === void 0) return "invalid";
  return { kind: "variable", name, operator, argument: text2.slice(from, close), start: dollar, end: close + 1 };
}
function closingBrace(text2, from, lineEnd) {
  let open = 1;
  let last;
  for (let i = from; i < lineEnd; i += 1) {
    const character = text2.charCodeAt(i);
    if (character === 125) {
      last = i;
      open -= 1;
      if (open === 0) return i;
    } else if (character === 123) {
      open += 1;
      i += 1;
      if (text2.charCodeAt(i) === 125 && i < lineEnd) last = i;
    }
  }
  return last;
}

// src/parse/compose/interpolate.ts
var CHARACTERS_PER_NODE = 50;
var MAX_DEPTH = 100;
function interpolateText(text2, variables, placed) {
  return evaluate(text2, variables, placed, 0);
}
function evaluate(text2, variables, placed, depth) {
  if (!text2.includes("$")) return { text: text2, state: "literal", uses: [] };
  if (depth > MAX_DEPTH) return { text: text2, state: "invalid", uses: [] };
  let length = 0;
  let lastAt;
  const parts = parseTemplate(text2).map((piece) => {
    if (piece.kind === "invalid") return { text: "", state: "invalid", uses: [] };
    if (piece.kind === "literal") return { text: piece.text, state: "literal", uses: [] };
    const at = placed(piece.start, piece.end);
    const argumentAt = piece.end - 1 - piece.argument.length;
    const part = evaluateVariable(
      piece,
      variables,
      at,
      () => evaluate(piece.argument, variables, (start, end) => placed(argumentAt + start, argumentAt + end), depth + 1)
    );
    length += part.text.length;
    lastAt = at;
    return part;
  });
  const affordable = !lastAt || (variables.spend?.(length / CHARACTERS_PER_NODE, lastAt) ?? true);
  if (!affordable) return { text: "", state: "unknown", uses: [] };
  return join(parts, variables);
}
function evaluateVariable({ name, operator, argument }, variables, at, evaluateArgument) {
  const value = variables.lookup(name);
  const useOf = (source) => ({
    name,
    operator,
    ...operator === "" ? {} : { argument },
    at,
    ...value?.at ? { valueAt: value.at } : {},
    source
  });
  const fromEnvironment = (text2, known2 = true) => ({
    text: text2,
    state: known2 ? "resolved" : "unknown",
    uses: [useOf("environment")]
  });
  const set = value !== void 0 && (!operator.startsWith(":") || value.text !== "" || !value.known);
  if (operator.endsWith("+")) {
    if (set) return join([fromEnvironment(""), evaluateArgument()], variables);
    if (value === void 0 && variables.unset === "unknown")
      return { text: "", state: "unknown", uses: [useOf("none")] };
    return fromEnvironment("");
  }
  if (set) return fromEnvironment(value.text, value.known);
  if (operator.endsWith("-"))
    return join([{ text: "", state: "defaulted", uses: [useOf("default")] }, evaluateArgument()], variables);
  if (operator.endsWith("?")) {
    const reason = evaluateArgument();
    if (reason.state === "invalid" || reason.state === "required" && variables.unset === "empty") return reason;
    return { text: "", state: "required", uses: [useOf("none")], missing: { name, reason: reason.text } };
  }
  return { text: "", state: variables.unset === "unknown" ? "unknown" : "resolved", uses: [useOf("none")] };
}
var WORST_FIRST = ["invalid", "required", "unknown", "defaulted", "resolved", "literal"];
function join(parts, { unset }) {
  const error = parts.find((part) => part.state === "invalid" || part.state === "required")?.state;
  const worst = WORST_FIRST.find((candidate) => parts.some((part) => part.state === candidate)) ?? "literal";
  const state = unset === "empty" && error ? error : worst;
  const missing = parts.find((part) => part.missing)?.missing;
  const text2 = parts.map((part) => part.text).join("");
  return { text: text2, state, uses: parts.flatMap((part) => part.uses), ...missing ? { missing } : {} };
}
function interpolateFile(root, context) {
  return mapEntries(root, (node, key) => interpolateNode(node, context, step(CASTS, key), key));
}
function interpolateNode(node, context, cast, path) {
  if (node.kind === "map") {
    return mapEntries(node, (child2, key) => interpolateNode(child2, context, step(cast, key), below(path, key)));
  }
  if (node.kind === "list") {
    return mapItems(node, (item) => interpolateNode(item, context, step(cast, "[]"), below(path, "[]")));
  }
  if (node.type !== "string" || node.text === null) return node;
  const value = interpolateScalar(node, context, path);
  return cast?.value && !isUnknown(value) ? castScalar(value, cast.value, context, path) : value;
}
function interpolateScalar(scalar2, context, path) {
  const raw = scalar2.text ?? "";
  if (!raw.includes("$")) return scalar2;
  const result = interpolateText(raw, context, finder(scalar2, raw, context));
  const problem = (message, code) => context.report({ at: scalar2.at, message, kind: "structure", code });
  if (result.state === "literal") return { ...scalar2, text: result.text };
  if (result.state === "invalid") {
    problem(`Invalid interpolation format for ${path}; a $ that is meant is written $$`, "interpolation");
    return { ...scalar2, interpolation: { raw, state: "unknown", uses: [] } };
  }
  if (result.state === "required" && context.unset === "empty") {
    const reason = result.missing?.reason ? `: ${result.missing.reason}` : "";
    problem(`The required variable ${result.missing?.name} has no value${reason}`, "required-variable");
  }
  const open = result.state === "unknown" || result.state === "required";
  return { ...scalar2, text: open ? raw : result.text, interpolation: { raw, state: result.state, uses: result.uses } };
}
function finder(scalar2, raw, context) {
  const { path, start: from, end: to } = scalar2.at;
  const written = context.sourceOf(path)?.text.slice(from, to) ?? "";
  const whole2 = written.indexOf(raw);
  if (whole2 !== -1) return (start, end) => ({ path, start: from + whole2 + start, end: from + whole2 + end });
  let cursor = 0;
  return (start, end) => {
    const expression = raw.slice(start, end);
    const found = written.indexOf(expression, cursor);
    if (found === -1) return scalar2.at;
    cursor = found + 2;
    return { path, start: from + found, end: from + found + expression.length };
  };
}
var CASTS = patterns(castPaths());
function castPaths() {
  const container2 = [
    ...[
      "cpu_count",
      "cpu_period",
      "cpu_quota",
      "cpu_rt_period",
      "cpu_rt_runtime",
      "cpu_shares",
      "oom_score_adj",
      "pids_limit",
      "ulimits.*",
      "ulimits.*.hard",
      "ulimits.*.soft"
    ].map((key) => [key, "integer"]),
    ...[
      "init",
      "networks.*.use_service_name_alias",
      "oom_kill_disable",
      "privileged",
      "read_only",
      "volumes.[].read_only",
      "volumes.[].volume.nocopy"
    ].map((key) => [key, "boolean"]),
    ["cpu_percent", "float"],
    ["cpus", "float32"],
    ["umask", "umask"]
  ];
  const workload2 = [
    ...["depends_on.*.required", "depends_on.*.restart", "healthcheck.disable", "stdin_open", "tty"].map(
      (key) => [key, "boolean"]
    ),
    ["healthcheck.retries", "integer"],
    ["ports.[].target", "integer"]
  ];
  const service2 = [
    ...[
      "deploy.replicas",
      "deploy.update_config.parallelism",
      "deploy.rollback_config.parallelism",
      "deploy.restart_policy.max_attempts",
      "deploy.placement.max_replicas_per_node",
      "scale"
    ].map((key) => [key, "integer"]),
    ["deploy.update_config.max_failure_ratio", "float"],
    ["deploy.rollback_config.max_failure_ratio", "float"]
  ];
  const under2 = (prefix, casts) => casts.map(([key, cast]) => [`${prefix}.${key}`, cast]);
  return [
    ...["external", "internal", "attachable", "enable_ipv4", "enable_ipv6"].map((key) => [
      `networks.*.${key}`,
      "boolean"
    ]),
    ...["volumes", "secrets", "configs"].map((key) => [`${key}.*.external`, "boolean"]),
    ...under2("services.*", [...container2, ...workload2, ...service2]),
    ...under2("services.*.pre_start.*", container2),
    ...under2("jobs.*", [...container2, ...workload2])
  ];
}
var BOOLEANS = new Map([
  ...["true", "y", "yes", "on"].map((word) => [word, "true"]),
  ...["false", "n", "no", "off"].map((word) => [word, "false"])
]);
function castText(text2, cast) {
  if (cast === "boolean") return BOOLEANS.get(text2.toLowerCase());
  if (cast === "integer") return /^[-+]?\d{1,100}$/.test(text2) ? String(BigInt(text2.replace(/^\+/, ""))) : void 0;
  if (cast === "umask") {
    return /^(0[xX][\da-fA-F]+|0[bB][01]+|0[oO]?[0-7]+|0|[1-9]\d*)$/.test(text2) ? String(Number(text2.replace(/^0(?=[0-7])/, "0o"))) : void 0;
  }
  if (!/^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/.test(text2)) return void 0;
  return Number.isFinite(Number(text2)) ? printFloat(Number(text2)) : void 0;
}
function castScalar(scalar2, cast, context, path) {
  const text2 = castText(scalar2.text ?? "", cast);
  if (text2 !== void 0) return { ...scalar2, text: text2, type: cast === "boolean" ? "boolean" : "number" };
  const wanted = cast === "boolean" ? "a boolean" : cast === "float" || cast === "float32" ? "a number" : "a whole number";
  const message = `${path} must be ${wanted}, not ${JSON.stringify(scalar2.text)}`;
  context.report({ at: scalar2.at, message, kind: "structure", code: "wrong-type" });
  return scalar2;
}

// src/parse/compose/moment.ts
var MOMENT = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[Tt ](\d{1,2}):(\d{1,2}):(\d{1,2})(?:\.(\d{1,9}))?(?:Z|([-+]\d\d):(\d\d))?)?$/;
function printMoment(source) {
  const parts = MOMENT.exec(source);
  if (!parts) return source;
  const [, year = "", month = "", day = "", hour = "0", minute = "0", second = "0", fraction = "", zone, zoneMinute] = parts;
  const two = (part) => part.padStart(2, "0");
  const rest = fraction.replace(/0+$/, "");
  const offset = `${zone ?? "+00"}${zoneMinute ?? "00"}`;
  const name = offset.endsWith("0000") ? "UTC" : offset;
  const time = `${two(hour)}:${two(minute)}:${two(second)}${rest === "" ? "" : `.${rest}`}`;
  return `${year}-${two(month)}-${two(day)} ${time} ${offset.replace("-0000", "+0000")} ${name}`;
}

// src/parse/compose/key-value.ts
function splitKeyValue(item, separator = "=") {
  const text2 = item.text ?? "";
  const cut = text2.indexOf(separator);
  if (cut === -1) return { key: text2, value: nullAt(item.at) };
  const key = text2.slice(0, cut);
  const value = scalarOf(text2.slice(cut + separator.length), item.at);
  const { interpolation } = item;
  if (!interpolation) return { key, value };
  const raw = interpolation.raw.slice(interpolation.raw.indexOf(separator) + separator.length);
  return { key, value: { ...value, interpolation: { ...interpolation, raw } } };
}
function keyValueMap(node, separator = "=") {
  if (node.kind === "map") return node;
  const entries = /* @__PURE__ */ new Map();
  for (const item of node.items) {
    if (item.kind !== "scalar") continue;
    const { key, value } = splitKeyValue(item, separator);
    entries.set(key, { keyAt: item.at, node: value });
  }
  return { kind: "map", at: node.at, entries };
}
function asText(node) {
  if (node.kind !== "scalar" || node.text === null) return node;
  if (node.tag === TIMESTAMP_TAG) {
    const { tag: _, ...scalar2 } = node;
    return { ...scalar2, text: printMoment(node.text) };
  }
  return node.type === "string" ? node : { ...node, type: "string" };
}

// src/parse/compose/loading.ts
function reject(loading, at, code, message) {
  loading.report({ at, message, kind: "structure", code });
}

// src/parse/compose/environment.ts
function readVariables(files, shell, loading) {
  const variables = /* @__PURE__ */ new Map();
  for (const { path, at } of files) {
    const source = loading.read(path);
    if (!source) {
      if (at) loading.missing(path, at);
      continue;
    }
    loading.took(path);
    const lookup = (name) => shell.get(name) ?? variables.get(name);
    for (const { name, value } of readLines(source, lookup, loading)) if (value) variables.set(name, value);
  }
  return variables;
}
function* readLines(source, lookup, loading) {
  const { entries, problems } = parseEnvironmentFile(source);
  for (const problem of problems) loading.report(problem);
  for (const entry of entries) yield readLine(entry, lookup, loading);
}
function readLine(entry, lookup, loading) {
  const { name, keyAt, at, value: raw, quote } = entry;
  if (raw === null) {
    const value = lookup(name);
    return { name, keyAt, at, value: value && { ...value, at }, raw: "" };
  }
  if (quote === "'" || !raw.includes("$")) return { name, keyAt, at, value: { text: raw, known: true, at }, raw };
  const result = interpolateText(raw, { lookup, unset: loading.unset, spend: loading.spend }, () => at);
  if (result.state === "invalid") {
    reject(loading, at, "interpolation", `Invalid interpolation format for ${name}; a $ that is meant is written $$`);
  }
  if (result.state === "required" && loading.unset === "empty") {
    reject(loading, at, "required-variable", `The required variable ${result.missing?.name} has no value`);
  }
  const known2 = !["invalid", "unknown", "required"].includes(result.state);
  return { name, keyAt, at, value: { text: known2 ? result.text : raw, known: known2, at }, raw, result };
}
function resolveEnvironment(service2, variables, loading) {
  const own = ownEnvironment(service2.entries.get("environment")?.node, variables);
  const files = service2.entries.get("env_file")?.node;
  const entries = /* @__PURE__ */ new Map();
  for (const [name, entry] of own.entries()) if (knownValue2(entry.node)) entries.set(name, entry);
  const fromFiles = /* @__PURE__ */ new Map();
  const lookup = (name) => variables.get(name) ?? valueOfEntry(own.get(name)) ?? fromFiles.get(name);
  for (const item of files?.kind === "list" ? files.items : []) {
    if (!loading.spend(0, item.at)) break;
    for (const line of environmentFile(item, lookup, loading)) {
      if (!loading.spend(1, item.at)) break;
      if (!line.value) continue;
      fromFiles.set(line.name, line.value);
      entries.set(line.name, { keyAt: line.keyAt, node: lineNode(line) });
    }
  }
  for (const [name, entry] of own) entries.set(name, entry);
  if (entries.size === 0 && !service2.entries.has("environment")) return service2;
  const before = service2.entries.get("environment");
  const at = before?.node.at ?? files?.at ?? service2.at;
  const keyAt = before?.keyAt ?? files?.at ?? service2.at;
  const node = { kind: "map", at, entries };
  return { ...service2, entries: new Map([...service2.entries, ["environment", { keyAt, node }]]) };
}
function knownValue2(node) {
  return node.kind === "scalar" && node.text !== null;
}
function valueOfEntry(entry) {
  const node = entry?.node;
  if (node?.kind !== "scalar" || node.text === null) return void 0;
  return { text: node.text, known: !isUnknown(node), at: node.at };
}
function ownEnvironment(node, variables) {
  const own = /* @__PURE__ */ new Map();
  if (node?.kind !== "map" && node?.kind !== "list") return own;
  for (const [name, entry] of keyValueMap(node).entries) {
    const value = variables.get(name);
    const passed = entry.node.kind === "scalar" && entry.node.text === null && value;
    own.set(
      name,
      passed ? { ...entry, node: passedThrough(name, entry, value) } : { ...entry, node: asText(entry.node) }
    );
  }
  return own;
}
function passedThrough(name, entry, value) {
  const use = {
    name,
    operator: "",
    at: entry.keyAt,
    ...value.at ? { valueAt: value.at } : {},
    source: "environment"
  };
  const state = value.known ? "resolved" : "unknown";
  return {
    kind: "scalar",
    at: entry.keyAt,
    text: value.text,
    type: "string",
    interpolation: { raw: "", state, uses: [use] }
  };
}
function passListed(node, variables) {
  if (node.kind !== "list") return node;
  return mapItems(node, (item) => {
    const name = knownText(item);
    const value = name === void 0 ? void 0 : variables.get(name);
    if (name === void 0 || !value) return item;
    const passed = passedThrough(name, { keyAt: item.at, node: item }, value);
    return { ...passed, text: `${name}=${value.text}` };
  });
}
function lineNode({ at, value, result, raw }) {
  const scalar2 = { kind: "scalar", at, text: value?.text ?? null, type: "string" };
  const state = result?.state;
  if (!result || state === void 0 || state === "literal") return scalar2;
  return { ...scalar2, interpolation: { raw, state: state === "invalid" ? "unknown" : state, uses: result.uses } };
}
function environmentFile(item, lookup, loading) {
  const pathNode = item.kind === "map" ? item.entries.get("path")?.node : item;
  const path = knownText(pathNode);
  if (path === void 0 || !pathNode) return [];
  const source = loading.read(path);
  if (!source) {
    const required = item.kind === "map" ? item.entries.get("required")?.node : void 0;
    if (required?.kind !== "scalar" || required.text === "true") loading.missing(path, pathNode.at);
    return [];
  }
  loading.took(path);
  const format = item.kind === "map" ? knownText(item.entries.get("format")?.node) : void 0;
  if (format === "raw") return rawLines(source, lookup, loading);
  if (format !== void 0 && format !== "") {
    reject(loading, item.at, "wrong-type", `${JSON.stringify(format)} is not a format of env files`);
  }
  return readLines(source, lookup, loading);
}
function* rawLines(source, lookup, loading) {
  let start = source.text.startsWith("\uFEFF") ? 1 : 0;
  for (const line of source.text.slice(start).split("\n")) {
    const text2 = line.replace(/\r$/, "").trimStart();
    const from = start + line.indexOf(text2);
    start += line.length + 1;
    if (text2 === "" || text2.startsWith("#")) continue;
    const cut = text2.indexOf("=");
    const name = cut === -1 ? text2 : text2.slice(0, cut);
    const keyAt = { path: source.path, start: from, end: from + name.length };
    const at = cut === -1 ? keyAt : { path: source.path, start: from + cut + 1, end: from + text2.length };
    if (name === "" || /\s/.test(name)) reject(loading, keyAt, "wrong-type", "The line has no proper variable name");
    else if (cut === -1) yield { name, keyAt, at, value: lookup(name), raw: "" };
    else yield { name, keyAt, at, value: { text: text2.slice(cut + 1), known: true, at }, raw: text2.slice(cut + 1) };
  }
}
function resolveLabels(service2, loading) {
  const files = service2.entries.get("label_file")?.node;
  if (files?.kind !== "list") return service2;
  const entries = /* @__PURE__ */ new Map();
  const labels = /* @__PURE__ */ new Map();
  for (const item of files.items) {
    if (!loading.spend(0, item.at)) break;
    for (const line of environmentFile(item, (name) => labels.get(name), loading)) {
      if (!loading.spend(1, item.at)) break;
      if (!line.value) continue;
      labels.set(line.name, line.value);
      entries.set(line.name, { keyAt: line.keyAt, node: lineNode(line) });
    }
  }
  const own = service2.entries.get("labels");
  if (own?.node.kind === "map") for (const [name, entry] of own.node.entries) entries.set(name, entry);
  const node = { kind: "map", at: own?.node.at ?? files.at, entries };
  return { ...service2, entries: new Map([...service2.entries, ["labels", { keyAt: own?.keyAt ?? files.at, node }]]) };
}

// src/parse/compose/attributes.ts
function finishAttribute(node, key, finishing, scale) {
  switch (key) {
    case "command":
    case "entrypoint":
      return isNull(node) ? void 0 : words(node, finishing.loading);
    case "labels":
    case "annotations":
    case "sysctls":
      return texts(node);
    case "extra_hosts":
      return hosts(node, finishing.loading);
    case "build":
      return build(node, finishing);
    case "healthcheck":
      return node.kind === "map" ? mapEntries(node, (child2, name) => name === "test" ? test(child2) : child2) : node;
    case "deploy":
      return deploy(node, scale);
    case "volumes":
      return node.kind === "list" ? mapItems(node, cleanTarget) : node;
    case "pull_policy":
      return knownText(node) === "if_not_present" ? { ...node, text: "missing" } : node;
    case "post_start":
    case "pre_stop":
      return hooks(node, finishing);
    default:
      return node;
  }
}
function deploy(node, scale) {
  if (node.kind !== "map") return node;
  const result = mapEntries(node, (child2, key) => key === "labels" ? texts(child2) : child2);
  return scale && !result.entries.has("replicas") ? withEntry(result, "replicas", scale) : result;
}
function hooks(node, finishing) {
  if (node.kind !== "list") return node;
  const items = node.items.map((item) => {
    if (item.kind !== "map") return item;
    const hook2 = mapEntries(
      item,
      (child2, key) => key === "command" && !isNull(child2) ? words(child2, finishing.loading) : child2
    );
    return resolveEnvironment(hook2, finishing.variables, finishing.loading);
  });
  return { ...node, items };
}
function words(node, loading) {
  if (node.kind !== "scalar") return node;
  const open = isUnknown(node);
  const found = commandWords(node.text ?? "", open);
  if (!found) {
    if (!open) reject(loading, node.at, "invalid-command", "The command has an open quote or parenthesis");
    return listOf(node.at, [node]);
  }
  return listOf(
    node.at,
    found.map((word) => wordOf(node, word, open))
  );
}
function wordOf(node, word, open) {
  const scalar2 = scalarOf(word, node.at);
  if (!node.interpolation || open && !word.includes("$")) return scalar2;
  return { ...scalar2, interpolation: open ? { ...node.interpolation, raw: word } : node.interpolation };
}
function test(node) {
  if (node.kind !== "scalar" || node.text === null) return node;
  return listOf(node.at, [scalarOf("CMD-SHELL", node.at), node]);
}
function texts(node) {
  if (node.kind === "scalar") return node;
  const map2 = keyValueMap(node);
  return mapEntries(map2, (child2) => isNull(child2) ? scalarOf("", child2.at) : asText(child2));
}
function hosts(node, loading) {
  if (node.kind === "scalar") return node;
  const entries = /* @__PURE__ */ new Map();
  const add = (host, keyAt, addresses) => {
    if (host === "" || /[:=]/.test(host))
      reject(loading, keyAt, "wrong-type", `${JSON.stringify(host)} is not a host name`);
    const before = entries.get(host)?.node;
    const items = before?.kind === "list" ? [...before.items, ...addresses] : addresses;
    entries.set(host, { keyAt, node: listOf(keyAt, items) });
  };
  const clean = (address) => ({ ...address, text: (address.text ?? "").replace(/^\[(.+)\]$/, "$1") });
  if (node.kind === "map") {
    for (const [host, entry] of node.entries) {
      const values = entry.node.kind === "list" ? entry.node.items : [entry.node];
      add(host, entry.keyAt, values.filter((value) => value.kind === "scalar").map(clean));
    }
    return { kind: "map", at: node.at, entries };
  }
  for (const item of node.items) {
    if (item.kind !== "scalar") continue;
    const separator = item.text?.includes("=") ? "=" : ":";
    const { key, value } = splitKeyValue(item, separator);
    if (value.text !== null) {
      add(
        key,
        item.at,
        value.text.split(",").map((text2) => clean({ ...value, text: text2 }))
      );
    } else if (!isUnknown(item)) {
      reject(loading, item.at, "wrong-type", `The extra host ${JSON.stringify(item.text)} has no address`);
    }
  }
  return { kind: "map", at: node.at, entries };
}
function build(node, { loading, variables }) {
  if (node.kind !== "map") return node;
  let result = node;
  if (!result.entries.has("context")) result = withEntry(result, "context", scalarOf(".", node.at));
  if (!result.entries.has("dockerfile") && !result.entries.has("dockerfile_inline")) {
    result = withEntry(result, "dockerfile", scalarOf("Dockerfile", node.at));
  }
  return mapEntries(result, (child2, key) => {
    if (key === "labels") return texts(child2);
    if (key === "extra_hosts") return hosts(child2, loading);
    return key === "args" ? buildArguments(child2, variables, loading) : child2;
  });
}
function buildArguments(node, variables, loading) {
  if (node.kind === "scalar") return node;
  return mapEntries(keyValueMap(node), (child2, name) => {
    if (!isNull(child2)) return asText(child2);
    const value = variables.get(name);
    if (value)
      return {
        ...scalarOf(value.text, child2.at),
        ...value.known ? {} : { interpolation: { raw: "", state: "unknown", uses: [] } }
      };
    return loading.unset === "unknown" ? child2 : void 0;
  });
}
function cleanTarget(item) {
  const target = item.kind === "map" ? item.entries.get("target")?.node : void 0;
  if (item.kind !== "map" || target?.kind !== "scalar" || !knownText(target)) return item;
  const text2 = posix.normalize(target.text ?? "").replace(/(?<=.)\/$/, "");
  return text2 === target.text ? item : withEntry(item, "target", { ...target, text: text2 });
}

// src/parse/compose/merge.ts
function mergeNodes(base, over, path, report2) {
  let rules = RULES;
  for (const part of path) rules = step(rules, part);
  return merge(base, over, { path: path.join("."), rules, report: report2 });
}
function merge(base, over, at) {
  if (at.rules?.value) return at.rules.value(base, over, at);
  if (isNull(over)) return base;
  if (base.kind === "scalar") return over;
  if (base.kind === "map" && over.kind === "map") return mergeMaps(base, over, at);
  if (base.kind === "list" && over.kind === "list") return appendNew(base, over);
  return conflict(base, over, at);
}
function conflict(base, over, at) {
  const words3 = { map: "a mapping", list: "a list", scalar: "a single value" };
  const message = `${at.path} is ${words3[over.kind]} here and cannot override ${words3[base.kind]}`;
  at.report({ at: over.at, message, kind: "structure", code: "cannot-override" });
  return base;
}
function mergeMaps(base, over, at) {
  const entries = new Map(base.entries);
  for (const [key, entry] of over.entries) {
    const before = entries.get(key);
    const next = { path: below(at.path, key), rules: step(at.rules, key), report: at.report };
    entries.set(key, before ? { ...entry, node: merge(before.node, entry.node, next) } : entry);
  }
  return { kind: "map", at: over.at, entries };
}
function appendNew(base, over) {
  const seen = new Set(base.items.map(fingerprint));
  const items = [...base.items];
  for (const item of over.items) {
    const print = fingerprint(item);
    if (seen.has(print)) continue;
    seen.add(print);
    items.push(item);
  }
  return listOf(over.items.length > 0 ? over.at : base.at, items);
}
var replace = (_base, over) => over;
var byKey = (base, over) => {
  const entries = /* @__PURE__ */ new Map();
  for (const side of [base, over]) {
    if (side.kind === "scalar") {
      if (side.text !== null && side.type === "string")
        entries.set(side.text, { keyAt: side.at, node: nullAt(side.at) });
      continue;
    }
    for (const [key, entry] of keyValueMap(side).entries) entries.set(key, { ...entry, node: asText(entry.node) });
  }
  return { kind: "map", at: isNull(over) ? base.at : over.at, entries };
};
var asList = (base, over) => appendNew(toList(base), toList(over));
function toList(node) {
  if (node.kind === "list") return node;
  if (node.kind === "scalar") return listOf(node.at, node.text !== null && node.type === "string" ? [node] : []);
  const items = [];
  for (const [key, { keyAt, node: value }] of node.entries) {
    const values = value.kind === "list" ? value.items : [value];
    for (const one of values) {
      if (one.kind !== "scalar") continue;
      const text2 = one.text === null ? key : `${key}=${one.text}`;
      const { interpolation } = one;
      const item = scalarOf(text2, { ...keyAt, end: Math.max(keyAt.end, one.at.path === keyAt.path ? one.at.end : 0) });
      items.push(
        interpolation ? { ...item, interpolation: { ...interpolation, raw: `${key}=${interpolation.raw}` } } : item
      );
    }
  }
  return listOf(node.at, items);
}
function byName(shortForm) {
  return (base, over, at) => mergeMaps(named(base, shortForm), named(over, shortForm), at);
}
function named(node, shortForm) {
  if (node.kind === "map") return node;
  const entries = /* @__PURE__ */ new Map();
  for (const item of node.kind === "list" ? node.items : [node]) {
    if (item.kind === "scalar" && item.text !== null) entries.set(item.text, { keyAt: item.at, node: shortForm(item) });
  }
  return { kind: "map", at: node.at, entries };
}
function startedDependency(name) {
  const entries = /* @__PURE__ */ new Map([
    ["condition", { keyAt: name.at, node: scalarOf("service_started", name.at) }],
    ["required", { keyAt: name.at, node: scalarOf("true", name.at, "boolean") }]
  ]);
  return { kind: "map", at: name.at, entries };
}
var build2 = (base, over, at) => mergeMaps(buildMap(base), buildMap(over), at);
function buildMap(node) {
  if (node.kind === "map") return node;
  const entries = /* @__PURE__ */ new Map();
  if (node.kind === "scalar" && node.type === "string") entries.set("context", { keyAt: node.at, node });
  return { kind: "map", at: node.at, entries };
}
var logging = (base, over, at) => {
  if (base.kind !== "map" || over.kind !== "map") return conflict(base, over, at);
  const before = base.entries.get("driver")?.node;
  const after = over.entries.get("driver")?.node;
  const same = !before || !after || fingerprint(before) === fingerprint(after);
  return same ? mergeMaps(base, over, at) : over;
};
var ulimit = (base, over, at) => base.kind === "map" && over.kind === "map" ? mergeMaps(base, over, at) : over;
var addressPools = (base, over, at) => {
  if (base.kind !== "list" || over.kind !== "list") return conflict(base, over, at);
  const pools = /* @__PURE__ */ new Map();
  for (const item of base.items) {
    let pool = item;
    for (const next of over.items) {
      if (pool.kind !== "map" || next.kind !== "map") return conflict(item, next, at);
      if (subnetOf(pool) !== subnetOf(next) && !pools.has(subnetOf(next))) {
        pools.set(subnetOf(next), next);
        continue;
      }
      pool = mergeMaps(pool, next, at);
      pools.set(subnetOf(pool), pool);
    }
  }
  return listOf(over.at, [...pools.values()]);
};
function subnetOf(pool) {
  const node = pool.entries.get("subnet")?.node;
  return node ? fingerprint(node) : "";
}
var RULES = patterns([
  ["networks.*.ipam.config", addressPools],
  ...["networks", "volumes", "secrets", "configs"].map((key) => [`${key}.*.labels`, byKey]),
  ["services.*.deploy.labels", byKey],
  ...["services", "jobs"].flatMap(
    (key) => containerRules().map(([path, rule]) => [`${key}.*.${path}`, rule])
  )
]);
function containerRules() {
  const keyed = [
    "annotations",
    "build.args",
    "build.additional_contexts",
    "build.labels",
    "environment",
    "labels",
    "sysctls",
    "volumes.*.volume.labels"
  ];
  const listed = ["build.extra_hosts", "dns", "dns_opt", "dns_search", "env_file", "label_file", "extra_hosts", "tmpfs"];
  return [
    ...keyed.map((path) => [path, byKey]),
    ...listed.map((path) => [path, asList]),
    ...["command", "entrypoint", "healthcheck.test"].map((path) => [path, replace]),
    ["build", build2],
    ["depends_on", byName(startedDependency)],
    ["logging", logging],
    ["models", byName((name) => nullAt(name.at))],
    ["networks", byName((name) => nullAt(name.at))],
    ["ulimits.*", ulimit]
  ];
}
function takeRemovals(root) {
  const removals = { children: /* @__PURE__ */ new Map() };
  return { root: withoutResets(root, removals), removals };
}
function withoutResets(node, removals) {
  if (node.tag === "!reset" || node.tag === "!override") {
    removals.value = true;
    return node.tag === "!reset" ? void 0 : node;
  }
  if (node.kind === "scalar") return node;
  const keep = (child2, key) => {
    const next = { children: /* @__PURE__ */ new Map() };
    const kept = withoutResets(child2, next);
    if (next.value || next.children.size > 0) removals.children.set(key, next);
    return kept;
  };
  if (node.kind === "map") return mapEntries(node, keep);
  return { ...node, items: node.items.map((item) => keep(item, "[]")).filter((item) => item !== void 0) };
}
function applyRemovals(node, removals) {
  if (!removals || removals.children.size === 0 || node.kind !== "map") return node;
  return mapEntries(node, (child2, key) => {
    const next = removals.children.get(key);
    return next?.value ? void 0 : applyRemovals(child2, next);
  });
}

// src/parse/compose/shape.ts
function scalar(...types) {
  return { scalar: { types } };
}
function words2(...oneOf) {
  return { scalar: { types: ["string"], oneOf } };
}
function list(item, unique) {
  return { list: { item, unique: unique === "unique" } };
}
function map(keys, ...required) {
  return { map: { keys: new Map(Object.entries(keys)), open: false, extensions: true, required } };
}
function strictMap(keys, ...required) {
  return { map: { keys: new Map(Object.entries(keys)), open: false, extensions: false, required } };
}
function dictionary(shape, pattern = /./, open = "closed") {
  return {
    map: { keys: /* @__PURE__ */ new Map(), others: { pattern, shape }, open: open === "open", extensions: false, required: [] }
  };
}
function either(...shapes) {
  return Object.assign({}, ...shapes);
}

// src/parse/compose/schema.ts
var NAME2 = /^[a-zA-Z0-9._-]+$/;
var text = scalar("string");
var flag = scalar("boolean", "string");
var whole = scalar("integer", "string");
var number = scalar("number", "string");
var anything = { any: true };
var texts2 = list(text);
var distinctTexts = list(text, "unique");
var oneOrMore = either(text, distinctTexts);
var keyValues = either(dictionary(scalar("string", "number", "boolean", "null")), distinctTexts);
var command = either(scalar("string", "null"), texts2);
var driverOptions = dictionary(scalar("string", "number"), /./, "open");
var extraHosts = either(dictionary(either(text, texts2)), distinctTexts);
var from0 = (max) => ({
  scalar: { types: ["integer", "string"], min: 0, ...max === void 0 ? {} : { max } }
});
var grants = list(either(text, map({ source: text, target: text, uid: text, gid: text, mode: number })));
var ulimits = dictionary(either(whole, map({ hard: whole, soft: whole }, "soft", "hard")), /^[a-z]+$/, "open");
var device = {
  capabilities: distinctTexts,
  count: whole,
  device_ids: distinctTexts,
  driver: text,
  options: keyValues
};
var hook = map({ command, user: text, privileged: flag, working_dir: text, environment: keyValues }, "command");
var blockWeight = strictMap({ path: text, weight: whole });
var blockLimit = strictMap({ path: text, rate: whole });
var blockIo = strictMap({
  device_read_bps: list(blockLimit),
  device_read_iops: list(blockLimit),
  device_write_bps: list(blockLimit),
  device_write_iops: list(blockLimit),
  weight: whole,
  weight_device: list(blockWeight)
});
var attachment = map({
  aliases: distinctTexts,
  interface_name: text,
  ipv4_address: text,
  ipv6_address: text,
  link_local_ips: distinctTexts,
  mac_address: text,
  driver_opts: driverOptions,
  priority: scalar("number"),
  gw_priority: scalar("number"),
  use_service_name_alias: flag
});
var mount = map(
  {
    type: words2("bind", "volume", "tmpfs", "cluster", "npipe", "image"),
    source: text,
    target: text,
    read_only: flag,
    consistency: text,
    bind: map({
      propagation: text,
      create_host_path: flag,
      recursive: words2("enabled", "disabled", "writable", "readonly"),
      selinux: words2("z", "Z")
    }),
    volume: map({ labels: keyValues, nocopy: flag, subpath: text }),
    tmpfs: map({ size: from0(), mode: number }),
    image: map({ subpath: text })
  },
  "type"
);
var PULL_POLICY = /^(?:always|never|build|if_not_present|missing|refresh|daily|weekly|every_(?:[0-9]+[wdhms])+)$/;
var container = {
  annotations: keyValues,
  blkio_config: blockIo,
  cap_add: distinctTexts,
  cap_drop: distinctTexts,
  cgroup: words2("host", "private"),
  cgroup_parent: text,
  command,
  configs: grants,
  cpu_count: from0(),
  cpu_percent: from0(100),
  cpu_shares: number,
  cpu_quota: number,
  cpu_period: number,
  cpu_rt_period: number,
  cpu_rt_runtime: number,
  cpus: number,
  cpuset: text,
  credential_spec: map({ config: text, file: text, registry: text }),
  device_cgroup_rules: distinctTexts,
  devices: list(either(text, map({ source: text, target: text, permissions: text }, "source"))),
  dns: oneOrMore,
  dns_opt: distinctTexts,
  dns_search: oneOrMore,
  domainname: text,
  entrypoint: command,
  env_file: either(text, list(either(text, strictMap({ path: text, format: text, required: flag }, "path")))),
  label_file: either(text, texts2),
  environment: keyValues,
  extra_hosts: extraHosts,
  gpus: either(words2("all"), list({ map: openMap(device) })),
  group_add: list(scalar("string", "number"), "unique"),
  hostname: text,
  image: text,
  init: flag,
  ipc: text,
  isolation: text,
  labels: keyValues,
  logging: map({ driver: text, options: dictionary(scalar("string", "number", "null"), /./, "open") }),
  mac_address: text,
  mem_limit: number,
  mem_reservation: whole,
  mem_swappiness: whole,
  memswap_limit: number,
  network_mode: text,
  models: either(
    distinctTexts,
    dictionary(either(map({ endpoint_var: text, model_var: text }), scalar("null")), NAME2, "open")
  ),
  networks: either(distinctTexts, dictionary(either(attachment, scalar("null")), NAME2)),
  oom_kill_disable: flag,
  oom_score_adj: { scalar: { types: ["integer", "string"], min: -1e3, max: 1e3 } },
  pid: scalar("string", "null"),
  pids_limit: number,
  platform: text,
  privileged: flag,
  pull_policy: { scalar: { types: ["string"], pattern: PULL_POLICY } },
  pull_refresh_after: text,
  read_only: flag,
  runtime: text,
  security_opt: distinctTexts,
  shm_size: number,
  secrets: grants,
  sysctls: keyValues,
  stop_grace_period: text,
  stop_signal: text,
  storage_opt: dictionary(anything),
  tmpfs: oneOrMore,
  ulimits,
  umask: { scalar: { types: ["integer", "string", "null"], min: 0, max: 4294967295 } },
  use_api_socket: scalar("boolean"),
  user: text,
  uts: text,
  userns_mode: text,
  volumes: list(either(text, mount), "unique"),
  volumes_from: distinctTexts,
  working_dir: text
};
var CONTAINER_KEYS = new Set(Object.keys(container));
function openMap(keys) {
  return { keys: new Map(Object.entries(keys)), open: true, extensions: true, required: [] };
}
var build3 = map({
  context: text,
  dockerfile: text,
  dockerfile_inline: text,
  entitlements: texts2,
  args: keyValues,
  ssh: keyValues,
  labels: keyValues,
  cache_from: texts2,
  cache_to: texts2,
  no_cache: flag,
  no_cache_filter: oneOrMore,
  additional_contexts: keyValues,
  network: text,
  provenance: flag,
  sbom: flag,
  pull: flag,
  target: text,
  shm_size: whole,
  extra_hosts: extraHosts,
  isolation: text,
  privileged: flag,
  secrets: grants,
  tags: texts2,
  ulimits,
  platforms: texts2
});
var dependency = map(
  {
    restart: flag,
    required: scalar("boolean"),
    condition: words2("service_started", "service_healthy", "service_completed_successfully")
  },
  "condition"
);
var port = either(
  scalar("number", "string"),
  map({ name: text, mode: text, host_ip: text, target: whole, published: whole, protocol: text, app_protocol: text })
);
var workload = {
  build: either(text, build3),
  depends_on: either(distinctTexts, dictionary(dependency, NAME2)),
  healthcheck: map({
    disable: flag,
    interval: text,
    retries: number,
    test: either(text, texts2),
    timeout: text,
    start_period: text,
    start_interval: text
  }),
  ports: list(port, "unique"),
  expose: list(scalar("string", "number"), "unique"),
  stdin_open: flag,
  tty: flag
};
var rollout = map({
  parallelism: whole,
  delay: text,
  failure_action: text,
  monitor: text,
  max_failure_ratio: number,
  order: words2("start-first", "stop-first")
});
var deploy2 = either(
  scalar("null"),
  map({
    mode: text,
    endpoint_mode: text,
    replicas: whole,
    labels: keyValues,
    rollback_config: rollout,
    update_config: rollout,
    resources: map({
      limits: map({ cpus: number, memory: text, pids: whole }),
      reservations: map({
        cpus: number,
        memory: text,
        generic_resources: list(map({ discrete_resource_spec: map({ kind: text, value: number }) })),
        devices: list(map(device, "capabilities"))
      })
    }),
    restart_policy: map({ condition: text, delay: text, max_attempts: whole, window: text }),
    placement: map({ constraints: texts2, preferences: list(map({ spread: text })), max_replicas_per_node: whole })
  })
);
var watch = map(
  {
    ignore: oneOrMore,
    include: oneOrMore,
    path: text,
    action: words2("rebuild", "sync", "restart", "sync+restart", "sync+exec"),
    target: text,
    exec: hook,
    initial_sync: scalar("boolean")
  },
  "path",
  "action"
);
var providerOption = scalar("string", "number", "boolean");
var service = map({
  ...container,
  ...workload,
  deploy: deploy2,
  develop: either(scalar("null"), map({ watch: list(watch) })),
  profiles: distinctTexts,
  restart: text,
  scale: whole,
  attach: flag,
  container_name: { scalar: { types: ["string"], pattern: /[a-zA-Z0-9][a-zA-Z0-9_.-]+/ } },
  provider: map({ type: text, options: dictionary(either(providerOption, list(providerOption)), /./, "open") }, "type"),
  extends: either(text, strictMap({ service: text, file: text }, "service")),
  links: distinctTexts,
  external_links: distinctTexts,
  pre_start: list(map({ ...container, per_replica: flag })),
  post_start: list(hook),
  pre_stop: list(hook)
});
var schedule = map(
  { cron: text, timezone: text, concurrency: words2("forbid", "queue"), missed_fires: words2("one", "skip") },
  "cron"
);
var job = map(
  {
    ...container,
    ...workload,
    profiles: distinctTexts,
    triggers: map({ manual: flag, schedule: list(either(text, schedule)) })
  },
  "triggers"
);
var external = either(flag, map({ name: text }));
var looseExternal = either(flag, { map: openMap({ name: text }) });
var network = either(
  scalar("null"),
  map({
    name: text,
    driver: text,
    driver_opts: driverOptions,
    ipam: map({
      driver: text,
      config: list(map({ subnet: text, ip_range: text, gateway: text, aux_addresses: dictionary(text) })),
      options: dictionary(text)
    }),
    external,
    internal: flag,
    enable_ipv4: flag,
    enable_ipv6: flag,
    attachable: flag,
    labels: keyValues
  })
);
var volume = either(
  scalar("null"),
  map({ name: text, driver: text, driver_opts: driverOptions, external, labels: keyValues })
);
var secret = map({
  name: text,
  environment: text,
  file: text,
  external: looseExternal,
  labels: keyValues,
  driver: text,
  driver_opts: driverOptions,
  template_driver: text
});
var config = map({
  name: text,
  content: text,
  environment: text,
  file: text,
  external: looseExternal,
  labels: keyValues,
  template_driver: text
});
var model = map({ name: text, model: text, context_size: scalar("integer"), runtime_flags: texts2 }, "model");
var PROJECT_SHAPE = map({
  version: text,
  name: text,
  include: anything,
  services: dictionary(service, NAME2),
  models: dictionary(model, NAME2),
  networks: dictionary(network, NAME2),
  volumes: dictionary(volume, NAME2),
  secrets: dictionary(secret, NAME2),
  configs: dictionary(config, NAME2),
  jobs: dictionary(job, NAME2)
});

// src/parse/compose/canonical.ts
function canonicalService(service2, finishing) {
  const connected = withImpliedDependencies(withDefaultNetwork(service2));
  const withHooks = mapEntries(
    connected,
    (node, key) => key === "pre_start" ? startHooks(node, connected, finishing) : node
  );
  const result = mapEntries(
    withHooks,
    (node, key) => finishAttribute(node, key, finishing, service2.entries.get("scale")?.node)
  );
  return withFiles(result, finishing);
}
function withFiles(container2, { loading, variables, enabled }) {
  checkVariableNames(container2, loading);
  const quiet = { ...loading, report: () => void 0, missing: () => void 0, took: () => void 0 };
  const files = enabled ? loading : quiet;
  return resolveLabels(resolveEnvironment(container2, variables, files), files);
}
function startHooks(node, service2, finishing) {
  if (node.kind !== "list") return node;
  const base = containerPart(service2);
  const items = node.items.map((hook2) => {
    const merged = hook2.kind === "map" ? mergeNodes(base, hook2, ["services", "hook"], finishing.loading.report) : hook2;
    if (merged.kind !== "map") return hook2;
    const result = mapEntries(merged, (child2, key) => finishAttribute(child2, key, finishing));
    return { ...withFiles(result, finishing), at: hook2.at };
  });
  return { ...node, items };
}
function containerPart(service2) {
  const entries = [...service2.entries].filter(([key]) => key !== "volumes" && CONTAINER_KEYS.has(key));
  return { ...service2, entries: new Map(entries) };
}
function checkVariableNames(container2, loading) {
  const node = container2.entries.get("environment")?.node;
  if (node?.kind !== "list") return;
  for (const item of node.items) {
    const name = item.kind === "scalar" ? (item.text ?? "").split("=", 1)[0] : void 0;
    if (name !== void 0 && /\s$/.test(name)) {
      reject(loading, item.at, "wrong-type", `The name of the variable ${JSON.stringify(name)} ends with a space`);
    }
  }
}
function withDefaultNetwork(service2) {
  if (service2.entries.has("provider") || service2.entries.has("network_mode")) return service2;
  const networks = service2.entries.get("networks");
  const empty = networks?.node.kind === "map" && networks.node.entries.size === 0;
  if (networks && !empty) return service2;
  const at = networks?.node.at ?? service2.at;
  return withEntry(
    without(service2, "networks"),
    "networks",
    mapOf(at, [["default", nullAt(at)]]),
    networks?.keyAt ?? at
  );
}
function withImpliedDependencies(service2) {
  const written = service2.entries.get("depends_on");
  const entries = new Map(written?.node.kind === "map" ? written.node.entries : []);
  const imply = (name, at2, restart) => {
    if (entries.has(name)) return;
    const node = mapOf(at2, [
      ["condition", scalarOf("service_started", at2)],
      ["restart", scalarOf(String(restart), at2, "boolean")],
      ["required", scalarOf("true", at2, "boolean")]
    ]);
    entries.set(name, { keyAt: at2, node });
  };
  for (const link of knownItems(service2, "links")) {
    const parts = (link.text ?? "").split(":");
    imply(parts.length === 2 ? parts[0] ?? "" : link.text ?? "", link.at, true);
  }
  for (const key of ["network_mode", "ipc", "pid", "uts", "cgroup"]) {
    const node = service2.entries.get(key)?.node;
    const mode = knownText(node);
    if (node && mode?.startsWith("service:")) imply(mode.slice("service:".length), node.at, true);
  }
  for (const from of knownItems(service2, "volumes_from")) {
    if (!from.text?.startsWith("container:")) imply((from.text ?? "").split(":", 1)[0] ?? "", from.at, false);
  }
  if (entries.size === 0) return service2;
  const [first] = entries.values();
  const at = written?.node.at ?? first?.node.at ?? service2.at;
  return {
    ...service2,
    entries: new Map([
      ...service2.entries,
      ["depends_on", { keyAt: written?.keyAt ?? at, node: { kind: "map", at, entries } }]
    ])
  };
}
function knownItems(service2, key) {
  const node = service2.entries.get(key)?.node;
  const items = node?.kind === "list" ? node.items : [];
  return items.filter((item) => item.kind === "scalar").filter((item) => knownText(item) !== void 0);
}

// src/parse/compose/cycles.ts
function checkCycles(project, loading) {
  const state = /* @__PURE__ */ new Map();
  for (const root of project.services.keys()) {
    if (state.has(root)) continue;
    const stack = [enter(root, project, state)];
    for (let frame = stack.at(-1); frame; frame = stack.at(-1)) {
      const step2 = frame.next.next();
      if (step2.done) {
        state.set(frame.name, "done");
        stack.pop();
      } else if (!project.services.has(step2.value)) continue;
      else if (state.get(step2.value) === "open") report(frame.name, step2.value, stack, project, loading);
      else if (!state.has(step2.value)) stack.push(enter(step2.value, project, state));
    }
  }
}
function enter(name, project, state) {
  state.set(name, "open");
  return { name, next: dependencies(name, project).keys() };
}
function dependencies(name, project) {
  const node = project.services.get(name)?.node.entries.get("depends_on")?.node;
  return node?.kind === "map" ? node.entries : /* @__PURE__ */ new Map();
}
function report(from, to, stack, project, loading) {
  const names = stack.map((frame) => frame.name);
  const circle = [...names.slice(names.indexOf(to)), to].join(" \u2192 ");
  const at = dependencies(from, project).get(to)?.keyAt ?? project.services.get(from)?.at;
  if (at) reject(loading, at, "cycle", `The services depend on each other in a circle: ${circle}`);
}

// src/parse/compose/defaults.ts
function withDefault(node, key, text2, type = "string") {
  if (node.kind !== "map" || node.entries.has(key)) return node;
  return withEntry(node, key, scalarOf(text2, node.at, type));
}
var mount2 = (node, loading) => {
  hasTarget(node, "A mount", loading);
  if (node.kind !== "map") return node;
  if (knownText(node.entries.get("type")?.node) === "bind" && !node.entries.has("source")) {
    reject(loading, node.at, "missing-key", "A bind mount must have a source");
  }
  const bind = node.entries.get("bind")?.node;
  return bind ? withEntry(node, "bind", withDefault(bind, "create_host_path", "true", "boolean")) : node;
};
function secretTarget(node) {
  const source = node.kind === "map" ? node.entries.get("source")?.node : void 0;
  if (node.kind !== "map" || source?.kind !== "scalar" || node.entries.has("target")) return node;
  return withEntry(node, "target", { ...source, text: `/run/secrets/${source.text}` });
}
var device2 = (node, loading) => hasTarget(node, "A device", loading);
function hasTarget(node, what, loading) {
  const missing = node.kind === "map" && !node.entries.has("target");
  if (missing) reject(loading, node.at, "missing-key", `${what} must have a target`);
  return node;
}
var port2 = (node, loading) => {
  hasTarget(node, "A port", loading);
  const address = node.kind === "map" ? knownText(node.entries.get("host_ip")?.node) : void 0;
  if (address !== void 0 && !isAddress(address)) {
    reject(loading, node.at, "invalid-port", `${JSON.stringify(address)} is not an IP address`);
  }
  return withDefault(withDefault(node, "protocol", "tcp"), "mode", "ingress");
};
var deviceRequest = (node, loading) => {
  if (node.kind !== "map") return node;
  const counted = node.entries.has("count");
  const listed = node.entries.has("device_ids");
  if (counted && listed) reject(loading, node.at, "settings-conflict", "count and device_ids exclude each other");
  return counted || listed ? node : withDefault(node, "count", "all");
};
var watchedPath = (node, loading) => {
  if (node.kind === "scalar" && node.text === "") {
    reject(loading, node.at, "wrong-type", "The watched path must not be blank");
  }
  return node;
};
var externalAlone = (node, loading) => {
  const external3 = node.kind === "map" ? node.entries.get("external")?.node : void 0;
  if (node.kind !== "map" || knownText(external3) !== "true") return node;
  for (const [key, { keyAt }] of node.entries) {
    if (key === "name" || key === "external" || key.startsWith("x-")) continue;
    reject(loading, keyAt, "settings-conflict", `An external volume cannot have ${key}`);
  }
  return node;
};
function oneOrigin(node, keys, loading) {
  if (node.kind !== "map") return node;
  const given = keys.filter((key) => node.entries.has(key));
  if (given.length > 1) reject(loading, node.at, "settings-conflict", `${given.join(" and ")} exclude each other`);
  if (given.length === 0 && !node.entries.has("driver") && !node.entries.has("external")) {
    reject(loading, node.at, "missing-key", `One of ${keys.join(", ")} must be set`);
  }
  return node;
}
var FILLS = patterns([
  ...["services.*", "jobs.*"].flatMap((prefix) => [
    [`${prefix}.build`, (node) => withDefault(node, "context", ".")],
    [`${prefix}.secrets.*`, secretTarget],
    [`${prefix}.ports.*`, port2],
    [`${prefix}.gpus.*`, deviceRequest],
    [`${prefix}.devices.*`, device2],
    [`${prefix}.volumes.*`, mount2]
  ]),
  ["services.*.deploy.resources.reservations.devices.*", deviceRequest],
  ["services.*.develop.watch.*.path", watchedPath],
  ["volumes.*", externalAlone],
  ["secrets.*", (node, loading) => oneOrigin(node, ["file", "environment"], loading)],
  ["configs.*", (node, loading) => oneOrigin(node, ["file", "environment", "content"], loading)]
]);
function applyDefaults(root, loading) {
  return rewrite(root, FILLS, (fill, node) => fill(node, loading));
}
function isExternal(node) {
  const external3 = node.kind === "map" ? node.entries.get("external")?.node : void 0;
  return external3 !== void 0 && !isUnknown(external3) && knownText(external3) === "true";
}

// src/parse/compose/settings.ts
function checkSettings(service2, loading) {
  checkNetworkMode(service2, loading);
  checkHealthcheck(service2, loading);
  checkScale(service2, loading);
  checkLimits(service2, loading);
  checkWatch(service2, loading);
  checkMounts(service2, loading);
}
function checkNetworkMode({ name, node }, loading) {
  const mode = node.entries.get("network_mode");
  const networks = node.entries.get("networks")?.node;
  if (!mode || knownText(mode.node) === "" || networks?.kind !== "map" || networks.entries.size === 0) return;
  reject(loading, mode.keyAt, "settings-conflict", `services.${name} has both network_mode and networks`);
}
function checkHealthcheck({ name, node }, loading) {
  const test2 = descend(node, "healthcheck", "test");
  const first = test2?.kind === "list" ? test2.items[0] : void 0;
  if (!first || isUnknown(first) || ["CMD", "CMD-SHELL", "NONE"].includes(knownText(first) ?? "")) return;
  reject(loading, first.at, "wrong-value", `services.${name}.healthcheck.test must begin with CMD, CMD-SHELL or NONE`);
}
function numberAt(node) {
  const text2 = knownText(node);
  return text2 === void 0 || text2 === "" || Number.isNaN(Number(text2)) ? void 0 : Number(text2);
}
function checkScale({ name, node }, loading) {
  const scaleNode = node.entries.get("scale")?.node;
  const replicasNode = descend(node, "deploy", "replicas");
  const scale = numberAt(scaleNode);
  const replicas = numberAt(replicasNode);
  const wrong3 = (at, code, message) => reject(loading, at, code, `services.${name}${message}`);
  if (scaleNode && scale !== void 0 && replicas !== void 0 && scale !== replicas) {
    wrong3(scaleNode.at, "settings-conflict", " has different values for scale and deploy.replicas");
  }
  if (scaleNode && scale !== void 0 && scale < 0) wrong3(scaleNode.at, "wrong-value", ".scale must be at least 0");
  if (replicasNode && replicas !== void 0 && replicas < 0) {
    wrong3(replicasNode.at, "wrong-value", ".deploy.replicas must be at least 0");
  }
  const container2 = node.entries.get("container_name");
  const count = scaleNode ? scale : replicas;
  if (container2 && knownText(container2.node) !== "" && count !== void 0 && count > 1) {
    wrong3(container2.keyAt, "settings-conflict", ` has a container_name, which must be unique, and ${count} replicas`);
  }
}
var LIMITS = [
  ["cpus", "limits", "cpus", (text2) => Math.fround(Number(text2))],
  ["mem_limit", "limits", "memory", parseBytes],
  ["mem_reservation", "reservations", "memory", parseBytes],
  ["pids_limit", "limits", "pids", (text2) => Number(text2)]
];
function checkLimits({ name, node }, loading) {
  for (const [key, group, attribute, read] of LIMITS) {
    const own = node.entries.get(key)?.node;
    const resources2 = descend(node, "deploy", "resources", group);
    const deployed = descend(resources2, attribute);
    if (!own || resources2?.kind !== "map" || isUnknown(own) || isUnknown(deployed)) continue;
    const a = read(knownText(own) ?? "0");
    const b = read(knownText(deployed) ?? "0");
    if (a === void 0 || b === void 0 || Number.isNaN(a) || Number.isNaN(b) || a === 0 || a === b) continue;
    const message = `services.${name} has different values for ${key} and deploy.resources.${group}.${attribute}`;
    reject(loading, own.at, "settings-conflict", message);
  }
}
function checkWatch({ name, node }, loading) {
  const watch2 = descend(node, "develop", "watch");
  for (const item of watch2?.kind === "list" ? watch2.items : []) {
    const action = knownText(descend(item, "action"));
    const target = descend(item, "target");
    if (action === void 0 || action === "rebuild" || action === "restart") continue;
    if (target && knownText(target) !== "") continue;
    reject(loading, item.at, "missing-key", `services.${name}.develop.watch must have a target for ${action}`);
  }
}
function checkMounts({ name, node }, loading) {
  const taken = /* @__PURE__ */ new Set();
  const mount3 = (target, at) => {
    if (target === void 0) return;
    if (taken.has(target))
      reject(loading, at, "duplicate-mount", `services.${name} mounts ${JSON.stringify(target)} twice`);
    taken.add(target);
  };
  const tmpfs = node.entries.get("tmpfs")?.node;
  for (const item of tmpfs?.kind === "list" ? tmpfs.items : []) mount3(knownText(item)?.split(":", 1)[0], item.at);
  const volumes = node.entries.get("volumes")?.node;
  for (const item of volumes?.kind === "list" ? volumes.items : []) {
    const target = descend(item, "target");
    if (item.kind === "map" && !isUnknown(target)) mount3(knownText(target) ?? "", item.at);
  }
}

// src/parse/compose/check.ts
function checkProject(project, loading) {
  for (const service2 of project.services.values()) {
    checkOrigin(service2, loading);
    checkBuild(service2, project, loading);
    checkReferences(service2, project, loading);
    checkDependencies(service2, project, loading);
    checkSettings(service2, loading);
  }
  checkJobs(project, loading);
  for (const [name, secret2] of project.secrets) checkSecret(name, secret2.node, secret2.at, loading);
  checkCycles(project, loading);
}
function isSet(node) {
  return node !== void 0 && !(node.kind === "scalar" && node.text === "");
}
function checkOrigin({ name, node, at }, loading) {
  if (isSet(node.entries.get("image")?.node) || node.entries.has("build") || node.entries.has("provider")) return;
  reject(loading, at, "no-image", `services.${name} has neither an image nor a build`);
}
function checkBuild({ name, node }, project, loading) {
  const build5 = node.entries.get("build")?.node;
  if (build5?.kind !== "map") return;
  const inline = build5.entries.get("dockerfile_inline");
  if (inline && isSet(inline.node) && isSet(build5.entries.get("dockerfile")?.node)) {
    reject(
      loading,
      inline.keyAt,
      "settings-conflict",
      `services.${name}.build has both dockerfile and dockerfile_inline`
    );
  }
  for (const [, { node: context }] of entriesOf3(build5.entries.get("additional_contexts")?.node)) {
    const target = knownText(context);
    if (!target?.startsWith("service:")) continue;
    const other = target.slice("service:".length);
    const service2 = project.services.get(other) ?? project.disabled.get(other);
    const message = service2 ? `${other}, which is not built` : `${other}, which is not defined`;
    if (!service2?.node.entries.has("build")) {
      reject(loading, context.at, "undefined-reference", `services.${name}.build takes the service ${message}`);
    }
  }
  const platforms = itemsOf2(build5.entries.get("platforms")?.node);
  const platform = node.entries.get("platform")?.node;
  const chosen = knownText(platform);
  if (platform && chosen && platforms.length > 0 && !platforms.some((item) => isUnknown(item) || knownText(item) === chosen)) {
    reject(
      loading,
      platform.at,
      "settings-conflict",
      `services.${name}.build.platforms must include the platform ${chosen}`
    );
  }
}
function entriesOf3(node) {
  return node?.kind === "map" ? node.entries : /* @__PURE__ */ new Map();
}
function itemsOf2(node) {
  return node?.kind === "list" ? node.items : [];
}
function checkReferences({ name, node }, project, loading) {
  const missing = (kind, target, at) => reject(loading, at, "undefined-reference", `services.${name} uses the ${kind} ${target}, which is not defined`);
  for (const [network2, { keyAt }] of entriesOf3(node.entries.get("networks")?.node)) {
    if (!project.networks.has(network2)) missing("network", network2, keyAt);
  }
  for (const volume2 of itemsOf2(node.entries.get("volumes")?.node)) {
    const source = knownText(descend(volume2, "source"));
    if (!source || knownText(descend(volume2, "type")) !== "volume") continue;
    if (!project.volumes.has(source)) missing("volume", source, volume2.at);
  }
  const granted = [
    ["config", node.entries.get("configs")?.node, project.configs],
    ["secret", node.entries.get("secrets")?.node, project.secrets],
    ["build secret", descend(node, "build", "secrets"), project.secrets]
  ];
  for (const [kind, list2, known2] of granted) {
    for (const item of itemsOf2(list2)) {
      const source = descend(item, "source");
      if (isUnknown(source)) continue;
      const target = knownText(source) ?? "";
      if (!known2.has(target)) missing(kind, target, item.at);
    }
  }
  for (const [model2, { keyAt }] of entriesOf3(node.entries.get("models")?.node)) {
    if (!project.models.has(model2)) missing("model", model2, keyAt);
  }
}
function checkDependencies({ name, node }, project, loading) {
  for (const [target, { keyAt, node: dependency2 }] of entriesOf3(node.entries.get("depends_on")?.node)) {
    if (project.services.has(target)) continue;
    const required = descend(dependency2, "required");
    if (project.disabled.has(target)) {
      if (knownText(required) === "false" || isUnknown(required)) continue;
      const profiles = project.disabled.get(target)?.profiles.join(", ");
      const message = `services.${name} depends on ${target}, which only the profiles ${profiles} switch on`;
      reject(loading, keyAt, "disabled-reference", message);
    } else {
      const what = project.jobs.has(target) ? `the job ${target}; a service can only depend on services` : `${target}, which is not defined`;
      reject(loading, keyAt, "undefined-reference", `services.${name} depends on ${what}`);
    }
  }
}
function checkJobs(project, loading) {
  for (const [name, job2] of project.jobs) {
    if (project.services.has(name) || project.disabled.has(name)) {
      reject(loading, job2.at, "duplicate-key", `${name} is both a service and a job`);
    }
    for (const [target, { keyAt, node }] of entriesOf3(job2.entries.get("depends_on")?.node)) {
      if (project.jobs.has(target) || project.services.has(target)) continue;
      if (project.disabled.has(target) && knownText(descend(node, "required")) === "false") continue;
      reject(loading, keyAt, "undefined-reference", `jobs.${name} depends on ${target}, which is not defined`);
    }
  }
}
function checkSecret(name, secret2, at, loading) {
  const external3 = secret2.entries.get("external")?.node;
  if (isExternal(secret2) || isUnknown(external3)) return;
  if (isSet(secret2.entries.get("file")?.node) || isSet(secret2.entries.get("environment")?.node)) return;
  reject(loading, at, "missing-key", `secrets.${name} must have file or environment`);
}

// src/parse/compose/decode.ts
function decodeProject(root, loading) {
  return rewrite(root, READINGS, (reading, node) => decode(node, reading, loading), "also-inside");
}
var WORDS = {
  boolean: "a boolean",
  bytes: "a size such as 512m",
  count: "a whole number or all",
  cpus: "a number of CPUs",
  duration: "a duration such as 1m30s",
  mode: "a file mode in octal digits",
  text: "a text",
  unsigned: "a whole number from 0 on",
  whole: "a whole number"
};
function decode(node, reading, loading) {
  if (node.kind !== "scalar" || node.text === null || isUnknown(node)) return node;
  if (reading === "boolean") return decodeBoolean(node, loading);
  if (!isReadable(node, node.text, reading)) wrong(node, reading, loading);
  return reading === "text" ? { ...node, type: "string" } : node;
}
function wrong(node, reading, loading) {
  reject(loading, node.at, "wrong-value", `${JSON.stringify(node.text)} is not ${WORDS[reading]}`);
}
function decodeBoolean(node, loading) {
  if (node.type !== "string") return node;
  const word = (node.text ?? "").toLowerCase();
  const on = ["true", "y", "yes", "on"].includes(word);
  if (on || ["false", "n", "no", "off"].includes(word)) return { ...node, text: String(on), type: "boolean" };
  wrong(node, "boolean", loading);
  return node;
}
function isReadable(node, text2, reading) {
  const numeric = node.type === "number";
  switch (reading) {
    case "bytes":
      return numeric || parseBytes(text2) !== void 0;
    case "count":
      return /^[-+]?\d+$/.test(text2) || !numeric && text2.toLowerCase() === "all";
    case "cpus":
      return numeric || /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/.test(text2);
    case "duration":
      return parseDuration(text2) !== void 0;
    case "mode":
      return numeric ? /^-?\d+$/.test(text2) : /^[-+]?[0-7]+$/.test(text2);
    case "text":
      return !numeric || /^-?\d+$/.test(text2);
    case "unsigned":
      return numeric && !text2.startsWith("-");
    case "whole":
      return numeric || /^[-+]?\d+$/.test(text2);
  }
}
var READINGS = patterns([
  ...["services.*", "jobs.*", "services.*.pre_start.*"].flatMap((prefix) => below2(prefix, containerReadings())),
  ...["services.*", "jobs.*"].flatMap((prefix) => below2(prefix, workloadReadings())),
  ...below2("services.*", deployReadings()),
  ...below2("services.*", [
    ["attach", "boolean"],
    ["scale", "whole"],
    ["post_start.*.privileged", "boolean"],
    ["pre_stop.*.privileged", "boolean"],
    ["pre_start.*.per_replica", "boolean"]
  ]),
  ["jobs.*.triggers.manual", "boolean"],
  ...["networks", "volumes", "secrets", "configs"].map((kind) => [`${kind}.*.external`, "boolean"])
]);
function below2(prefix, readings) {
  return readings.map(([path, reading]) => [`${prefix}.${path}`, reading]);
}
function containerReadings() {
  const rates = ["device_read_bps", "device_read_iops", "device_write_bps", "device_write_iops"];
  return [
    ...[
      "mem_limit",
      "mem_reservation",
      "memswap_limit",
      "mem_swappiness",
      "shm_size",
      "volumes.*.tmpfs.size",
      ...rates.map((key) => `blkio_config.${key}.*.rate`)
    ].map((path) => [path, "bytes"]),
    ...["volumes.*.bind.create_host_path", "env_file.*.required"].map((path) => [path, "boolean"]),
    ["blkio_config.weight", "unsigned"],
    ["blkio_config.weight_device.*.weight", "unsigned"],
    ["volumes.*.tmpfs.mode", "unsigned"],
    ["configs.*.mode", "mode"],
    ["secrets.*.mode", "mode"],
    ["gpus.*.count", "count"],
    ["group_add.*", "text"],
    ["stop_grace_period", "duration"]
  ];
}
function workloadReadings() {
  return [
    ...["interval", "timeout", "start_period", "start_interval"].map(
      (key) => [`healthcheck.${key}`, "duration"]
    ),
    ["healthcheck.retries", "unsigned"],
    ["ports.*.target", "unsigned"],
    ["ports.*.published", "text"],
    ["build.shm_size", "bytes"],
    ["build.secrets.*.mode", "mode"],
    ...["no_cache", "pull", "privileged"].map((key) => [`build.${key}`, "boolean"])
  ];
}
function deployReadings() {
  const rollouts = ["deploy.update_config", "deploy.rollback_config"];
  return [
    ...rollouts.flatMap((path) => [[`${path}.delay`, "duration"], [`${path}.monitor`, "duration"]]),
    ...rollouts.map((path) => [`${path}.parallelism`, "unsigned"]),
    ["deploy.restart_policy.delay", "duration"],
    ["deploy.restart_policy.window", "duration"],
    ["deploy.restart_policy.max_attempts", "unsigned"],
    ["deploy.placement.max_replicas_per_node", "unsigned"],
    ["deploy.resources.*.cpus", "cpus"],
    ["deploy.resources.*.memory", "bytes"],
    ["deploy.resources.*.pids", "whole"],
    ["deploy.resources.reservations.devices.*.count", "count"],
    ["deploy.resources.reservations.generic_resources.*.discrete_resource_spec.value", "whole"]
  ];
}

// src/parse/compose/paths.ts
function isAbsolute(path) {
  return /^[/~]/.test(path) || /^[a-zA-Z]:[\\/]/.test(path) || path.startsWith("\\\\");
}
function resolvePath(directory, path) {
  return isAbsolute(path) || path === "" ? path : joinPath(directory, path);
}
function relativePath(from, to) {
  const parts = (path) => path === "." ? [] : path.split("/");
  const here = parts(from);
  const there = parts(to);
  let shared = 0;
  while (shared < here.length && here[shared] === there[shared]) shared += 1;
  const up = here.slice(shared).map(() => "..");
  return [...up, ...there.slice(shared)].join("/") || ".";
}
function isRemoteContext(context) {
  return context.includes("://") || /^(service:|github\.com\/|git@)/.test(context);
}
function resolveScalar(node, directory) {
  if (node.kind !== "scalar" || node.text === null) return node;
  const text2 = isUnknown(node) ? resolveUnknown(directory, node.text) : resolvePath(directory, node.text);
  return text2 === node.text ? node : { ...node, text: text2 };
}
function resolveUnknown(directory, text2) {
  const slash = text2.lastIndexOf("/", Math.max(0, text2.indexOf("$")));
  const before = text2.slice(0, slash + 1);
  if (text2.startsWith("$") || isAbsolute(text2)) return text2;
  const resolved = joinPath(directory, before);
  return resolved === "." ? text2.slice(slash + 1) : `${resolved}/${text2.slice(slash + 1)}`;
}
var buildContext = (node, directory) => {
  return node.kind === "scalar" && isRemoteContext(node.text ?? "") ? node : resolveScalar(node, directory);
};
var bindMount = (node, directory) => {
  const type = node.kind === "map" ? node.entries.get("type")?.node : void 0;
  if (node.kind !== "map" || type?.kind !== "scalar" || type.text !== "bind") return node;
  return mapEntries(node, (child2, key) => key === "source" ? resolveScalar(child2, directory) : child2);
};
var localVolume = (node, directory) => {
  if (node.kind !== "map") return node;
  const options = node.entries.get("driver_opts")?.node;
  const driver = node.entries.get("driver")?.node;
  if (driver?.kind !== "scalar" || driver.text !== "local" || options?.kind !== "map") return node;
  const kind = options.entries.get("o")?.node;
  const device4 = options.entries.get("device")?.node;
  if (kind?.kind !== "scalar" || kind.text !== "bind" || !device4) return node;
  return withEntry(node, "driver_opts", withEntry(options, "device", resolveScalar(device4, directory)));
};
var CONTAINER = [
  ["env_file.*.path", resolveScalar],
  ["label_file.*", resolveScalar],
  ["volumes.*", bindMount]
];
var WORKLOAD = [
  ...CONTAINER,
  ["build.context", buildContext],
  ["build.additional_contexts.*", buildContext],
  ["build.ssh.*", resolveScalar],
  ["extends.file", resolveScalar]
];
function under(prefix, rules) {
  return rules.map(([path, resolve]) => [`${prefix}.${path}`, resolve]);
}
var PATHS = patterns([
  ...under("services.*", WORKLOAD),
  ...under("jobs.*", WORKLOAD),
  ...under("services.*.pre_start.*", CONTAINER),
  ["services.*.develop.watch.*.path", resolveScalar],
  ["configs.*.file", resolveScalar],
  ["secrets.*.file", resolveScalar],
  ["volumes.*", localVolume]
]);
function resolvePaths(root, directory) {
  return rewrite(root, PATHS, (resolve, node) => resolve(node, directory));
}

// src/parse/compose/extends.ts
var MAX_CHAIN = 100;
function applyExtends(root, removals, extending) {
  const entries = new Map(root.entries);
  for (const kind of ["services", "jobs"]) {
    const section = entries.get(kind);
    if (section?.node.kind !== "map") continue;
    const services = new Map(section.node.entries);
    const chain = { ...extending, services, removals, links: [] };
    for (const name of services.keys()) extendService(name, chain);
    entries.set(kind, { ...section, node: { ...section.node, entries: services } });
  }
  return { ...root, entries };
}
function extendService(name, chain) {
  const entry = chain.services.get(name);
  const service2 = entry?.node;
  if (!entry || service2?.kind !== "map") return service2;
  const written = service2.entries.get("extends")?.node;
  if (!written) return service2;
  const own = without(service2, "extends");
  const reference = referenceOf(written);
  const base = reference ? baseOf2(name, reference, chain) : void 0;
  if (!reference && !isUnknownReference(written)) {
    reject(chain.loading, written.at, "wrong-type", `services.${name}.extends must name a service`);
  }
  const affordable = base && chain.loading.spend(sizeOf(base), written.at);
  const merged = base && affordable ? mergeNodes(base, own, ["services", name], chain.loading.report) : own;
  const completed = merged.kind === "map" ? { ...without(merged, "extends"), at: service2.at } : own;
  chain.services.set(name, { ...entry, node: completed });
  return completed;
}
function sizeOf(service2) {
  if (service2.kind === "scalar") return 1;
  const children = service2.kind === "list" ? service2.items : [...service2.entries.values()].map((entry) => entry.node);
  return children.reduce(
    (sum, child2) => sum + (child2.kind === "map" ? child2.entries.size : child2.kind === "list" ? child2.items.length : 1),
    1
  );
}
function isUnknownReference(node) {
  return isUnknown(node) || node.kind === "map" && [...node.entries.values()].some((entry) => isUnknown(entry.node));
}
function referenceOf(node) {
  const text2 = (part) => knownText(part);
  if (node.kind === "scalar") {
    const service3 = text2(node);
    return service3 === void 0 ? void 0 : { service: service3, at: node.at };
  }
  if (node.kind !== "map") return void 0;
  const service2 = text2(node.entries.get("service")?.node);
  const fileNode = node.entries.get("file")?.node;
  const file = text2(fileNode);
  if (service2 === void 0 || isUnknown(fileNode)) return void 0;
  return { service: service2, at: fileNode?.at ?? node.at, ...file === void 0 ? {} : { file } };
}
function baseOf2(name, reference, chain) {
  const { loading, scope } = chain;
  let { services, removals } = chain;
  let link = `${chain.file}
${name}`;
  if (reference.file !== void 0) {
    const path = resolvePath(scope.directory, reference.file);
    const opened = chain.open(path, relativePath(scope.directory, directoryOf(path)));
    if (!opened) {
      loading.missing(path, reference.at);
      return void 0;
    }
    services = new Map(opened.services);
    removals = opened.removals;
    link = `${path}
${name}`;
  }
  if (!services.has(reference.service)) {
    reject(
      loading,
      reference.at,
      "undefined-reference",
      `services.${name} extends the service ${reference.service}, which is not defined`
    );
    return void 0;
  }
  if (chain.links.includes(link) || chain.links.length >= MAX_CHAIN) {
    reject(loading, reference.at, "cycle", `services.${name} extends itself`);
    return void 0;
  }
  const base = extendService(reference.service, { ...chain, services, removals, links: [...chain.links, link] });
  if (base?.kind !== "map") return void 0;
  const wrapped = chain.removals.children.get("services")?.children.get(name);
  return applyRemovals(base, wrapped);
}

// src/parse/compose/include.ts
var MAX_DEPTH2 = 50;
var SECTIONS = ["services", "jobs", "volumes", "networks", "secrets", "configs", "models"];
function applyIncludes(root, removals, including) {
  const written = root.entries.get("include")?.node;
  if (!written) return root;
  let result = without(root, "include");
  if (written.kind !== "list") {
    if (written.kind === "map" || written.text !== null)
      reject(including.loading, written.at, "wrong-type", "include must be a list");
    return result;
  }
  for (const item of written.items) {
    const include = includeOf(item, including);
    const model2 = include && loadInclude(include, including);
    if (model2) result = importModel(model2, result, removals, including.loading);
  }
  return result;
}
function includeOf(item, { loading }) {
  if (isUnknown(item)) return void 0;
  if (item.kind === "scalar" && item.type === "string") return { paths: places(item), environmentFiles: [] };
  if (item.kind !== "map") {
    reject(loading, item.at, "wrong-type", "An item of include must be a path or a mapping");
    return void 0;
  }
  const directory = knownText(item.entries.get("project_directory")?.node);
  return {
    paths: places(item.entries.get("path")?.node),
    environmentFiles: places(item.entries.get("env_file")?.node),
    ...directory === void 0 || directory === "" ? {} : { projectDirectory: directory }
  };
}
function places(node) {
  const items = node?.kind === "list" ? node.items : node ? [node] : [];
  return items.flatMap((item) => {
    const path = knownText(item);
    return path === void 0 ? [] : [{ path, at: item.at }];
  });
}
function loadInclude(include, including) {
  const { scope, loading, path: file } = including;
  const paths = include.paths.map(({ path, at }) => ({ path: resolvePath(scope.directory, path), at }));
  const [main] = paths;
  if (!main) return void 0;
  if (scope.including.includes(main.path) || main.path === file || scope.including.length >= MAX_DEPTH2) {
    reject(loading, main.at, "cycle", `${main.path} includes itself`);
    return void 0;
  }
  for (const { path, at } of paths) if (!loading.read(path)) loading.missing(path, at);
  const size = paths.reduce((sum, { path }) => sum + (loading.read(path)?.text.length ?? 0), 0);
  if (!loading.spend(size / 10 + 1e3, main.at)) return void 0;
  const given = include.projectDirectory;
  const directory = given === void 0 ? directoryOf(main.path) : resolvePath(scope.directory, given);
  const readable = paths.map(({ path }) => path).filter((path) => loading.read(path) !== void 0);
  const inner = {
    directory,
    variables: variablesOf(include, directory, including),
    including: [...scope.including, file]
  };
  return including.load(readable, inner, relativePath(scope.directory, directory), loading);
}
function variablesOf(include, directory, { scope, loading }) {
  const files = include.environmentFiles.filter(({ path }) => path !== "/dev/null");
  const named3 = files.map(({ path, at }) => ({ path: resolvePath(scope.directory, path), at }));
  const fallback = { path: resolvePath(directory, ".env") };
  const own = readVariables(include.environmentFiles.length > 0 ? named3 : [fallback], scope.variables, loading);
  return new Map([...own, ...scope.variables]);
}
function importModel(model2, into, removals, loading) {
  const entries = new Map(into.entries);
  for (const kind of SECTIONS) {
    const from = model2.entries.get(kind);
    if (from?.node.kind !== "map") continue;
    const before = entries.get(kind);
    if (before && before.node.kind !== "map" && !(before.node.kind === "scalar" && before.node.text === null)) continue;
    const named3 = new Map(before?.node.kind === "map" ? before.node.entries : []);
    for (const [name, entry] of from.node.entries) {
      const own = named3.get(name);
      if (own && sameNode(own.node, entry.node)) continue;
      const base = own && applyRemovals(entry.node, removals.children.get(kind)?.children.get(name));
      named3.set(name, own && base ? { ...own, node: mergeNodes(base, own.node, [kind, name], loading.report) } : entry);
    }
    entries.set(kind, { keyAt: before?.keyAt ?? from.keyAt, node: { ...from.node, entries: named3 } });
  }
  return { ...into, entries };
}

// src/parse/compose/ports.ts
var MAX_PORTS = 65536;
function longPorts(node) {
  if (isUnknown(node)) return { ports: [unknownPort(node)] };
  const text2 = node.text ?? "";
  const parts = splitPort(text2);
  const hostIp = bareAddress(parts.hostIp);
  if (hostIp === void 0) return { wrong: `${parts.hostIp} must be in brackets` };
  if (hostIp !== "" && !isAddress(hostIp)) return { wrong: `${hostIp} is not an IP address` };
  if (parts.target === "") return { wrong: `${JSON.stringify(text2)} names no container port` };
  const target = portRange(parts.target);
  if (!target || target.from === 0) return { wrong: `${JSON.stringify(parts.target)} is not a container port` };
  const host = parts.published === "" ? void 0 : portRange(parts.published);
  if (parts.published !== "" && !host) return { wrong: `${JSON.stringify(parts.published)} is not a host port` };
  const span = target.to - target.from;
  if (host && span > 0 && host.to - host.from !== span) {
    return { wrong: `The ranges ${parts.target} and ${parts.published} are not of one length` };
  }
  if (!["tcp", "udp", "sctp"].includes(parts.protocol))
    return { wrong: `${parts.protocol} is not a protocol of a port` };
  const ports2 = [];
  for (let i = 0; i <= span && i < MAX_PORTS; i += 1) {
    const published = !host ? "" : span === 0 && host.to !== host.from ? `${host.from}-${host.to}` : String(host.from + i);
    ports2.push(portMap(node, { hostIp, published, target: String(target.from + i), protocol: parts.protocol }));
  }
  return { ports: ports2.sort((a, b) => targetText(a) < targetText(b) ? -1 : 1) };
}
function bareAddress(text2) {
  const inside = /^\[(.*)\]$/.exec(text2)?.[1];
  return inside ?? (text2.includes(":") ? void 0 : text2);
}
function targetText(port4) {
  const node = port4.entries.get("target")?.node;
  return node?.kind === "scalar" ? `${node.text}/` : "";
}
function portMap(node, parts) {
  const part = (text2, type = "string") => {
    const scalar2 = scalarOf(text2, node.at, type);
    return node.interpolation ? { ...scalar2, interpolation: node.interpolation } : scalar2;
  };
  return mapOf(node.at, [
    ["mode", scalarOf("ingress", node.at)],
    ["host_ip", parts.hostIp === "" ? void 0 : part(parts.hostIp)],
    ["target", part(parts.target, "number")],
    ["published", parts.published === "" ? void 0 : part(parts.published)],
    ["protocol", scalarOf(parts.protocol, node.at)]
  ]);
}
function unknownPort(node) {
  const parts = splitPort(node.text ?? "");
  const part = (text2, type = "string") => {
    if (text2 === "") return void 0;
    if (!text2.includes("$")) return scalarOf(text2, node.at, /^\d+$/.test(text2) ? type : "string");
    return {
      ...scalarOf(text2, node.at),
      interpolation: { raw: text2, state: "unknown", uses: node.interpolation?.uses ?? [] }
    };
  };
  return mapOf(node.at, [
    ["mode", scalarOf("ingress", node.at)],
    ["host_ip", part(parts.hostIp.replace(/^\[(.*)\]$/, "$1"))],
    ["target", part(parts.target, "number")],
    ["published", part(parts.published)],
    ["protocol", part(parts.protocol)]
  ]);
}
function splitOutsideBraces(text2, separator) {
  const parts = [];
  let from = 0;
  let depth = 0;
  for (let i = 0; i < text2.length; i += 1) {
    if (text2.startsWith("${", i)) depth += 1;
    else if (text2.charAt(i) === "}" && depth > 0) depth -= 1;
    else if (depth === 0 && text2.charAt(i) === separator) {
      parts.push(text2.slice(from, i));
      from = i + 1;
    }
  }
  return [...parts, text2.slice(from)];
}
function splitPort(text2) {
  const parts = splitOutsideBraces(text2, ":");
  const [target = "", protocol = ""] = splitOutsideBraces(parts.at(-1) ?? "", "/");
  return {
    hostIp: parts.slice(0, -2).join(":"),
    published: parts.at(-2) ?? "",
    target,
    protocol: protocol === "" ? "tcp" : protocol.toLowerCase()
  };
}
function portRange(text2) {
  const [first = "", second = first] = text2.split("-");
  if (!/^\d{1,20}$/.test(first) || !/^\d{1,20}$/.test(second)) return void 0;
  const from = Number(first);
  const to = Number(second);
  return to < from || to > 65535 ? void 0 : { from, to };
}

// src/parse/compose/volumes.ts
const { posix: posix2 } = require("node:path");
var PROPAGATIONS = /* @__PURE__ */ new Set(["rprivate", "private", "rshared", "shared", "rslave", "slave"]);
function longVolume(node) {
  const text2 = node.text ?? "";
  if (text2 === "") return { wrong: "A mount must not be empty" };
  if (text2.length <= 2 && !isUnknown(node)) return { volume: volumeMap(node, "", text2, []) };
  const parts = splitVolume(text2);
  if (parts.some((part) => part === "")) return { wrong: `${JSON.stringify(text2)} has an empty part between colons` };
  if (parts.length > 3) return { wrong: `${JSON.stringify(text2)} has too many colons` };
  const [first = "", second, options = ""] = parts;
  const source = second === void 0 ? "" : first;
  return { volume: volumeMap(node, source, second ?? first, options.split(",")) };
}
function splitVolume(text2) {
  const parts = [];
  for (const part of splitOutsideBraces(text2, ":")) {
    const before = parts.at(-1);
    if (before !== void 0 && new RegExp("^\\p{L}$", "u").test(before)) parts[parts.length - 1] = `${before}:${part}`;
    else parts.push(part);
  }
  return parts;
}
function volumeMap(node, source, target, options) {
  const { at } = node;
  const bind = isHostPath(source);
  const part = (text2) => partOf(node, text2);
  const propagation = options.findLast((option) => PROPAGATIONS.has(option));
  const selinux = options.findLast((option) => option === "z" || option === "Z");
  const access = options.findLast((option) => option === "ro" || option === "rw");
  const bindMap = mapOf(at, [
    ["selinux", selinux === void 0 ? void 0 : scalarOf(selinux, at)],
    ["propagation", propagation === void 0 ? void 0 : scalarOf(propagation, at)],
    ["create_host_path", bind ? scalarOf("true", at, "boolean") : void 0]
  ]);
  const volumeOptions = mapOf(at, [
    ["nocopy", options.includes("nocopy") ? scalarOf("true", at, "boolean") : void 0]
  ]);
  const cleaned = part(target);
  return mapOf(at, [
    ["type", typeOf(node, source, bind)],
    ["source", source === "" ? void 0 : part(source)],
    ["target", isUnknown(cleaned) ? cleaned : { ...cleaned, text: posix2.normalize(target).replace(/(?<=.)\/$/, "") }],
    ["read_only", access === "ro" ? scalarOf("true", at, "boolean") : void 0],
    ["bind", bindMap.entries.size > 0 ? bindMap : void 0],
    ["volume", !bind || volumeOptions.entries.size > 0 ? volumeOptions : void 0]
  ]);
}
function typeOf(node, source, bind) {
  const type = scalarOf(bind ? "bind" : "volume", node.at);
  const open = isUnknown(node) && source.startsWith("$");
  return open ? { ...partOf(node, source), text: source } : type;
}
function partOf(node, text2) {
  const scalar2 = scalarOf(text2, node.at);
  const { interpolation } = node;
  if (!interpolation || isUnknown(node) && !text2.includes("$")) return scalar2;
  return { ...scalar2, interpolation: { ...interpolation, raw: isUnknown(node) ? text2 : interpolation.raw } };
}
function isHostPath(source) {
  return /^[./~]/.test(source) || source.startsWith("\\\\") || new RegExp("^\\p{L}:", "u").test(source);
}

// src/parse/compose/long-forms.ts
function expandShortForms(root, { report: report2, spend }) {
  return change(root, CHANGES, { path: "", report: report2, spend });
}
function change(node, pattern, context) {
  if (!pattern) return node;
  const changed = pattern.value ? pattern.value(node, context) : node;
  if (pattern.children.size === 0) return changed;
  if (changed.kind === "map") {
    return mapEntries(
      changed,
      (child2, key) => change(child2, step(pattern, key), { ...context, path: below(context.path, key) })
    );
  }
  if (changed.kind !== "list") return changed;
  const inside = { ...context, path: below(context.path, "[]") };
  return mapItems(changed, (item) => change(item, step(pattern, "[]"), inside));
}
function wrong2(node, context, message, code = "wrong-type") {
  context.report({ at: node.at, message: `${context.path}: ${message}`, kind: "structure", code });
}
var toList2 = (node) => node.kind === "scalar" && node.text !== null ? listOf(node.at, [node]) : node;
var namesToMap = (node) => {
  if (node.kind !== "list") return node;
  return namedEntries(node, (item) => nullAt(item.at));
};
function namedEntries(list2, value) {
  const entries = /* @__PURE__ */ new Map();
  for (const item of list2.items) {
    if (item.kind === "scalar" && item.text !== null) entries.set(item.text, { keyAt: item.at, node: value(item) });
  }
  return { kind: "map", at: list2.at, entries };
}
var dependencies2 = (node) => {
  if (node.kind === "list") return namedEntries(node, startedDependency);
  if (node.kind !== "map") return node;
  return mapEntries(node, (dependency2) => {
    if (dependency2.kind !== "map") return dependency2;
    const defaults = startedDependency(dependency2);
    return { ...dependency2, entries: new Map([...defaults.entries, ...dependency2.entries]) };
  });
};
var environmentFiles = (node, context) => {
  if (node.kind === "map") wrong2(node, context, "env_file is a path or a list");
  const items = node.kind === "list" ? node.items : isNull(node) ? [] : [node];
  return listOf(node.at, items.map(environmentFile2));
};
function environmentFile2(item) {
  const required = scalarOf("true", item.at, "boolean");
  if (item.kind === "scalar")
    return mapOf(item.at, [
      ["path", item],
      ["required", required]
    ]);
  if (item.kind !== "map" || item.entries.has("required")) return item;
  return withEntry(item, "required", required);
}
var ports = (node, context) => {
  if (node.kind !== "list") return node;
  const items = [];
  for (const item of node.items) {
    if (item.kind !== "scalar" || item.text === null) {
      items.push(item);
      continue;
    }
    if (!context.spend(0, item.at)) continue;
    const result = longPorts(item);
    if ("wrong" in result) wrong2(item, context, result.wrong, "invalid-port");
    else if (context.spend(result.ports.length, item.at)) for (const port4 of result.ports) items.push(port4);
  }
  return listOf(node.at, items);
};
var mounts = (node, context) => {
  if (node.kind !== "list") return node;
  const items = [];
  for (const item of node.items) {
    if (item.kind !== "scalar" || item.text === null) {
      items.push(item);
      continue;
    }
    const result = longVolume(item);
    if ("wrong" in result) wrong2(item, context, result.wrong, "invalid-volume");
    else items.push(result.volume);
  }
  return listOf(node.at, items);
};
var device3 = (node, context) => {
  if (node.kind !== "scalar" || node.text === null || isUnknown(node)) return node;
  const parts = node.text.split(":");
  if (parts.length > 3) wrong2(node, context, `${JSON.stringify(node.text)} has too many colons`, "invalid-device");
  const [source = "", target = "", permissions = "rwm"] = parts;
  return mapOf(node.at, [
    ["source", { ...node, text: source }],
    ["target", { ...node, text: target === "" ? source : target }],
    ["permissions", scalarOf(permissions, node.at)]
  ]);
};
var grant = (node) => node.kind === "scalar" && node.text !== null ? mapOf(node.at, [["source", node]]) : node;
var allGpus = (node) => {
  if (node.kind !== "scalar" || node.text === null) return node;
  return listOf(node.at, [mapOf(node.at, [["count", isUnknown(node) ? node : scalarOf("all", node.at)]])]);
};
var build4 = (node) => {
  return node.kind === "scalar" && node.text !== null ? mapOf(node.at, [["context", node]]) : node;
};
var contexts = (node, context) => {
  if (node.kind !== "list") return node;
  for (const item of node.items) {
    if (item.kind === "scalar" && !isUnknown(item) && !item.text?.includes("="))
      wrong2(item, context, "A context is written name=path");
  }
  return keyValueMap(node);
};
var sshKeys = (node, context) => {
  if (node.kind !== "list") return node;
  for (const item of node.items) {
    const bare = item.kind === "scalar" && !isUnknown(item) && item.text !== "default" && !item.text?.includes("=");
    if (bare) wrong2(item, context, "An SSH key other than default is written id=path");
  }
  return keyValueMap(node);
};
var schedule2 = (node) => node.kind === "scalar" && node.text !== null ? mapOf(node.at, [["cron", node]]) : node;
var external2 = (node, context) => {
  const old = node.kind === "map" ? node.entries.get("external")?.node : void 0;
  if (node.kind !== "map" || old?.kind !== "map") return node;
  const resource = withEntry(node, "external", scalarOf("true", old.at, "boolean"));
  const oldName = old.entries.get("name");
  const name = node.entries.get("name")?.node;
  if (!oldName) return resource;
  if (!name) return withEntry(resource, "name", oldName.node, oldName.keyAt);
  const different = name.kind === "scalar" && oldName.node.kind === "scalar" && name.text !== oldName.node.text;
  if (different) wrong2(node, context, "name and external.name say different things", "settings-conflict");
  return resource;
};
var ulimit2 = (node, context) => {
  if (node.kind === "scalar" && node.type !== "number" && !isUnknown(node))
    wrong2(node, context, "A limit is a whole number or a mapping");
  return node;
};
var CHANGES = patterns([
  ...["services.*", "jobs.*", "services.*.pre_start.*"].flatMap(
    (prefix) => [
      ["env_file", environmentFiles],
      ["label_file", toList2],
      ["gpus", allGpus],
      ["networks", namesToMap],
      ["models", namesToMap],
      ["volumes", mounts],
      ["dns", toList2],
      ["dns_search", toList2],
      ["tmpfs", toList2],
      ["devices.*", device3],
      ["secrets.*", grant],
      ["configs.*", grant],
      ["ulimits.*", ulimit2]
    ].map(([path, to]) => [`${prefix}.${path}`, to])
  ),
  ...["services.*", "jobs.*"].flatMap(
    (prefix) => [
      ["build", build4],
      ["build.secrets.*", grant],
      ["build.additional_contexts", contexts],
      ["build.ssh", sshKeys],
      ["build.ulimits.*", ulimit2],
      ["depends_on", dependencies2],
      ["ports", ports]
    ].map(([path, to]) => [`${prefix}.${path}`, to])
  ),
  ["jobs.*.triggers.schedule.*", schedule2],
  ["services.*.develop.watch.*.ignore", toList2],
  ["services.*.develop.watch.*.include", toList2],
  ["volumes.*", external2],
  ["networks.*", external2],
  ["secrets.*", external2],
  ["configs.*", external2]
]);

// src/parse/compose/promote.ts
function promoteExtensions(root, loading) {
  return mapEntries(root, (section, kind) => {
    if (kind !== "services" || section.kind !== "map") return section;
    return mapEntries(section, (service2, name) => {
      const promoted = promote(service2, "x-develop", "develop", ["services", name], loading);
      return promoted.kind === "map" ? promoteWatch(promoted, name, loading) : promoted;
    });
  });
}
function promoteWatch(service2, name, loading) {
  const develop = service2.entries.get("develop")?.node;
  const watch2 = develop?.kind === "map" ? develop.entries.get("watch")?.node : void 0;
  if (develop?.kind !== "map" || watch2?.kind !== "list") return service2;
  const path = ["services", name, "develop", "watch", "[]"];
  const items = watch2.items.map((item) => promote(item, "x-initialSync", "initial_sync", path, loading));
  const change2 = (node, key) => key === "watch" ? { ...watch2, items } : node;
  return mapEntries(service2, (node, key) => key === "develop" ? mapEntries(develop, change2) : node);
}
function promote(node, from, to, path, loading) {
  const old = node.kind === "map" ? node.entries.get(from) : void 0;
  if (node.kind !== "map" || !old) return node;
  const own = node.entries.get(to);
  const entry = own ? { ...own, node: mergeNodes(old.node, own.node, [...path, to], loading.report) } : old;
  const rest = without(node, from);
  return { ...rest, entries: new Map([...rest.entries, [to, entry]]) };
}

// src/parse/compose/schema-check.ts
function checkSchema(root, loading) {
  return checkNode(root, PROJECT_SHAPE, "", loading);
}
function checkNode(node, shape, path, loading) {
  if (shape.any) return node;
  if (node.kind === "scalar" && shape.scalar) return checkScalar(node, shape.scalar, path, loading);
  if (node.kind === "list" && shape.list) return checkList(node, shape.list, path, loading);
  if (node.kind === "map" && shape.map) return checkMap(node, shape.map, path, loading);
  reject(loading, node.at, "wrong-type", `${placeName(path)} must be ${expected(shape)}`);
  return nullAt(node.at);
}
function placeName(path) {
  return path === "" ? "A Compose file" : path;
}
var TYPE_WORDS = {
  string: "a string",
  number: "a number",
  integer: "a whole number",
  boolean: "a boolean",
  null: "null"
};
function expected(shape) {
  const words3 = (shape.scalar?.types ?? []).map((type) => TYPE_WORDS[type]);
  if (shape.list) words3.push("a list");
  if (shape.map) words3.push("a mapping");
  const last = words3.pop() ?? "nothing";
  return words3.length === 0 ? last : `${words3.join(", ")} or ${last}`;
}
function hasType(node, type) {
  if (type === "integer") return node.type === "number" && /^-?\d+$/.test(node.text ?? "");
  if (type === "number") return node.type === "number" && !/^(?:NaN|[-+]Inf)$/.test(node.text ?? "");
  return node.type === type;
}
function checkScalar(node, shape, path, loading) {
  if (isUnknown(node)) return node;
  const wrong3 = (code, must) => reject(loading, node.at, code, `${placeName(path)} must be ${must}`);
  const value = node.text ?? "";
  if (!shape.types.some((type) => hasType(node, type))) wrong3("wrong-type", expected({ scalar: shape }));
  else if (node.type === "string" && shape.oneOf && !shape.oneOf.includes(value)) {
    wrong3("wrong-value", `one of ${shape.oneOf.join(", ")}`);
  } else if (node.type === "string" && shape.pattern && !shape.pattern.test(value))
    wrong3("wrong-value", `written as ${shape.pattern.source}`);
  else if (node.type === "number" && shape.min !== void 0 && Number(value) < shape.min)
    wrong3("wrong-value", `at least ${shape.min}`);
  else if (node.type === "number" && shape.max !== void 0 && Number(value) > shape.max)
    wrong3("wrong-value", `at most ${shape.max}`);
  return node;
}
function checkList(node, shape, path, loading) {
  const seen = /* @__PURE__ */ new Set();
  return mapItems(node, (item, index) => {
    if (shape.unique && !isUnknown(item)) {
      const print = fingerprint(item);
      if (seen.has(print)) reject(loading, item.at, "duplicate-item", `${placeName(path)} has the same item twice`);
      seen.add(print);
    }
    return checkNode(item, shape.item, below(path, String(index)), loading);
  });
}
function checkMap(node, shape, path, loading) {
  const checked = mapEntries(node, (child2, key) => {
    const known2 = shape.keys.get(key) ?? (shape.others?.pattern.test(key) ? shape.others.shape : void 0);
    if (known2) return checkNode(child2, known2, below(path, key), loading);
    if (!shape.open && !(shape.extensions && key.startsWith("x-"))) {
      const at = node.entries.get(key)?.keyAt ?? child2.at;
      reject(loading, at, "unknown-key", `${placeName(path)} does not know the key ${key}`);
    }
    return child2;
  });
  for (const key of shape.required) {
    if (!node.entries.has(key)) reject(loading, node.at, "missing-key", `${placeName(path)} must have the key ${key}`);
  }
  return checked;
}

// src/parse/compose/unique.ts
function textAt2(node, key) {
  const child2 = node?.kind === "map" ? node.entries.get(key)?.node : void 0;
  return child2?.kind === "scalar" && child2.text !== null ? child2.text : void 0;
}
var byName2 = (node) => node.kind === "scalar" ? (node.text ?? "").split("=", 1)[0] ?? "" : fingerprint(node);
var byText = (node) => node.kind === "scalar" ? node.text ?? "" : fingerprint(node);
var byTarget = (node) => {
  if (node.kind === "map") return textAt2(node, "target") ?? fingerprint(node);
  if (node.kind !== "scalar" || isUnknown(node)) return fingerprint(node);
  const result = longVolume(node);
  return "volume" in result ? textAt2(result.volume, "target") ?? "" : fingerprint(node);
};
var byDevice = (node) => {
  if (node.kind === "map") return textAt2(node, "target") ?? fingerprint(node);
  if (node.kind !== "scalar") return fingerprint(node);
  const [source = "", target = source] = (node.text ?? "").split(":");
  return target;
};
function byMount(directory) {
  return (node) => {
    if (node.kind === "scalar") return `${directory}/${node.text}`;
    return textAt2(node, "target") ?? `${directory}/${textAt2(node, "source")}`;
  };
}
var byBinding = (node) => {
  if (node.kind !== "map") return byText(node);
  const published = textAt2(node, "published") ?? "";
  const address = textAt2(node, "host_ip") ?? "0.0.0.0";
  return `${address}:${published}:${textAt2(node, "target")}/${textAt2(node, "protocol") ?? "tcp"}`;
};
var byPath = (node) => textAt2(node, "path") ?? byText(node);
var KEYS = [
  ["networks.*.labels", byName2],
  ...[
    "annotations",
    "build.args",
    "build.additional_contexts",
    "build.tags",
    "build.labels",
    "cap_add",
    "cap_drop",
    "deploy.labels",
    "dns",
    "dns_opt",
    "dns_search",
    "environment",
    "labels",
    "links",
    "networks.*.aliases",
    "networks.*.link_local_ips",
    "profiles",
    "sysctls",
    "tmpfs"
  ].map((path) => [`services.*.${path}`, byName2]),
  ["services.*.expose", byText],
  ["services.*.devices", byDevice],
  ["services.*.configs", byMount("")],
  ["services.*.secrets", byMount("/run/secrets")],
  ["services.*.env_file", byPath],
  ["services.*.ports", byBinding],
  ["services.*.volumes", byTarget]
];
var UNIQUE = patterns(KEYS);
function uniqueProject(root) {
  return rewrite(root, UNIQUE, (keyOf, node) => uniqueItems(node, keyOf), "also-inside");
}
function uniqueItems(node, keyOf) {
  if (node.kind !== "list") return node;
  const items = /* @__PURE__ */ new Map();
  for (const item of node.items) items.set(keyOf(item), item);
  return items.size === node.items.length ? node : { ...node, items: [...items.values()] };
}

// src/parse/compose/model.ts
function loadModel(files, scope, pathsTo, loading) {
  let model2;
  const extended = /* @__PURE__ */ new Map();
  for (const path of files) {
    for (const document of readFile(path, loading)) {
      model2 = addDocument(model2, document, { path, scope, loading, extended });
    }
  }
  return model2 && passVariables(resolvePaths(applyDefaults(model2, loading), pathsTo), scope);
}
function readFile(path, loading) {
  const file = loading.parse(path);
  if (!file) {
    loading.missing(path, { path, start: 0, end: 0 });
    return [];
  }
  loading.took(path);
  for (const problem of file.problems) loading.report(problem);
  return file.documents;
}
function prepare({ root }, { path, scope, loading }) {
  if (root?.kind !== "map") {
    const at = root?.at ?? { path, start: 0, end: 0 };
    reject(loading, at, "not-a-mapping", "The top level of a Compose file must be a mapping");
    return void 0;
  }
  checkKeys(root, loading);
  const taken = takeRemovals(root);
  const interpolated = interpolateFile(taken.root, {
    lookup: (name) => scope.variables.get(name),
    unset: loading.unset,
    spend: loading.spend,
    sourceOf: loading.read,
    report: loading.report
  });
  return { root: promoteExtensions(interpolated, loading), removals: taken.removals };
}
function checkKeys(node, loading) {
  if (node.kind === "list") for (const item of node.items) checkKeys(item, loading);
  if (node.kind !== "map") return;
  for (const [key, entry] of node.entries) {
    if (entry.keyType) reject(loading, entry.keyAt, "wrong-type", `The key ${key} must be a string; put it in quotes`);
    checkKeys(entry.node, loading);
  }
}
function addDocument(before, document, context) {
  const { path, scope, loading, extended } = context;
  const prepared = prepare(document, context);
  if (!prepared) return before;
  const { removals } = prepared;
  const included = applyIncludes(prepared.root, removals, { path, scope, loading, load: loadModel });
  const own = applyExtends(included, removals, {
    loading,
    scope,
    file: path,
    open: (file, directory) => openExtended(file, directory, { ...context, path: file }, extended)
  });
  const base = before && applyRemovals(before, removals);
  const merged = base ? mergeNodes(base, own, [], loading.report) : own;
  const checked = checkSchema(uniqueProject(merged), loading);
  return uniqueProject(omitEmpty(expandShortForms(checked, loading)));
}
function openExtended(path, directory, context, cache) {
  const key = `${path}
${directory}`;
  if (cache.has(key)) return cache.get(key);
  const { loading } = context;
  if (!loading.read(path)) {
    cache.set(key, void 0);
    return void 0;
  }
  let root;
  let removals = { children: /* @__PURE__ */ new Map() };
  for (const document of readFile(path, loading)) {
    const prepared = prepare(document, context);
    if (!prepared) continue;
    const base = root && applyRemovals(root, prepared.removals);
    const merged = base ? mergeNodes(base, prepared.root, [], loading.report) : prepared.root;
    root = uniqueProject(expandShortForms(uniqueProject(merged), loading));
    removals = prepared.removals;
  }
  const services = root && resolvePaths(root, directory).entries.get("services")?.node;
  const opened = { services: services?.kind === "map" ? services.entries : /* @__PURE__ */ new Map(), removals };
  cache.set(key, opened);
  return opened;
}
function omitEmpty(root) {
  return mapEntries(root, (section, kind) => {
    if (kind !== "services" && kind !== "jobs" || section.kind !== "map") return section;
    return mapEntries(section, (service2) => {
      if (service2.kind !== "map") return service2;
      return mapEntries(service2, (node, key) => {
        if (key !== "dns" || node.kind !== "list") return node;
        return {
          ...node,
          items: node.items.filter((item) => item.kind !== "scalar" || item.text !== null && item.text !== "")
        };
      });
    });
  });
}
function passVariables(root, { variables, including }) {
  if (including.length === 0) return root;
  return mapEntries(root, (section, kind) => {
    if (kind !== "services" && kind !== "jobs" || section.kind !== "map") return section;
    return mapEntries(section, (service2) => {
      if (service2.kind !== "map") return service2;
      return mapEntries(service2, (node, key) => key === "environment" ? passListed(node, variables) : node);
    });
  });
}

// src/parse/compose/name.ts
function normalProjectName(text2) {
  return text2.toLowerCase().replace(/[^a-z0-9_-]/g, "").replace(/^[_-]+/, "");
}
function writtenName(files, variables, loading) {
  let name = "";
  for (const path of files) {
    for (const { root } of loading.parse(path)?.documents ?? []) {
      const node = root?.kind === "map" ? root.entries.get("name")?.node : void 0;
      if (node?.kind === "scalar" && node.text) name = node.text;
    }
  }
  const result = interpolateText(
    name,
    { lookup: (key) => variables.get(key), unset: loading.unset, spend: loading.spend },
    () => ({
      path: "",
      start: 0,
      end: 0
    })
  );
  if (result.state === "invalid" || result.state === "unknown" || result.state === "required") return null;
  return normalProjectName(result.text);
}

// src/parse/compose/project.ts
function loadComposeProject(request) {
  const log = startLog(request);
  const directory = request.projectDirectory ?? directoryOf(request.files[0] ?? "");
  const variables = environmentOf(request, directory, log.loading);
  const name = projectName(request, directory, variables, log.loading);
  variables.set("COMPOSE_PROJECT_NAME", { text: name ?? "", known: name !== void 0 });
  const files = request.files.map((file) => joinPath(".", file));
  const model2 = loadModel(files, { directory, variables, including: [] }, directory, log.loading);
  if (!model2 || model2.entries.size === 0) {
    const path = files[0] ?? "";
    const said = [...log.problems.values()].some((problem) => problem.code === "not-a-mapping");
    if (log.files.size > 0 && !said)
      reject(log.loading, { path, start: 0, end: 0 }, "empty", "The Compose file is empty");
  }
  const { jobs, models, ...project } = assemble(
    model2 && decodeProject(model2, log.loading),
    name,
    { loading: log.loading, variables },
    request.profiles
  );
  checkProject({ ...project, jobs, models }, log.loading);
  return { ...project, files: [...log.files], problems: [...log.problems.values()], missing: [...log.missing.values()] };
}
var MAX_COPIED_NODES = 1e5;
var MAX_PROBLEMS = 1e3;
function startLog({ read, unset }) {
  const sources = /* @__PURE__ */ new Map();
  const parsed = /* @__PURE__ */ new Map();
  const files = /* @__PURE__ */ new Set();
  const problems = /* @__PURE__ */ new Map();
  const missing = /* @__PURE__ */ new Map();
  const readOnce = (path) => {
    if (!sources.has(path)) sources.set(path, read(path));
    return sources.get(path);
  };
  const parseOnce = (path) => {
    const source = readOnce(path);
    if (!parsed.has(path)) parsed.set(path, source && parseYaml(source));
    return parsed.get(path);
  };
  let left = MAX_COPIED_NODES;
  const keyOf = (at, rest) => `${at.path}
${at.start}
${at.end}
${rest}`;
  const loading = {
    unset,
    read: readOnce,
    parse: parseOnce,
    report: (problem) => {
      const what = problem.code?.startsWith("wrong-") ? "wrong" : problem.message;
      const key = keyOf(problem.at, what);
      if (!problems.has(key) && problems.size < MAX_PROBLEMS) problems.set(key, problem);
    },
    spend: (nodes, at) => {
      left -= nodes;
      if (left < 0) {
        const message = "What the files of the project copy from each other is more than is read";
        loading.report({ at, message, kind: "syntax", code: "too-large" });
      }
      return left >= 0;
    },
    missing: (path, at) => {
      if (missing.size < MAX_PROBLEMS) missing.set(keyOf(at, path), { path, at });
    },
    took: (path) => files.add(path)
  };
  return { loading, files, problems, missing };
}
function environmentOf(request, directory, loading) {
  const shell = new Map(
    [...request.environment].map(([key, text2]) => [key, { text: text2, known: true }])
  );
  const named3 = request.environmentFiles?.map((path) => ({ path, at: { path, start: 0, end: 0 } }));
  const files = named3 ?? [{ path: resolvePath(directory, ".env") }];
  return new Map([...readVariables(files, shell, loading), ...shell]);
}
function projectName(request, directory, variables, loading) {
  const given = variables.get("COMPOSE_PROJECT_NAME");
  if (given && given.text !== "") return given.known ? given.text : void 0;
  const written = writtenName(request.files, variables, loading);
  if (written === null) return void 0;
  return written || normalProjectName(directory === "." ? "" : fileName(directory)) || void 0;
}
function assemble(model2, name, finishing, profiles) {
  const services = /* @__PURE__ */ new Map();
  const disabled = /* @__PURE__ */ new Map();
  for (const [key, { keyAt, node }] of sectionOf(model2, "services")) {
    if (node.kind !== "map") continue;
    const own = profilesOf(node);
    const enabled = own.length === 0 || own.some((profile) => profiles.includes(profile) || profiles.includes("*"));
    const service2 = { name: key, at: keyAt, node: canonicalService(node, { ...finishing, enabled }), profiles: own };
    (enabled ? services : disabled).set(key, service2);
  }
  const networks = resources(model2, "networks");
  const connected = [...services.values(), ...disabled.values()].find((service2) => usesDefaultNetwork(service2.node));
  if (connected && !networks.has("default")) {
    networks.set("default", {
      name: "default",
      at: connected.at,
      node: { kind: "map", at: connected.at, entries: /* @__PURE__ */ new Map() }
    });
  }
  return {
    ...name === void 0 ? {} : { name },
    services,
    disabled,
    networks,
    volumes: resources(model2, "volumes"),
    secrets: resources(model2, "secrets"),
    configs: resources(model2, "configs"),
    jobs: jobsOf(model2),
    models: new Set(sectionOf(model2, "models").keys())
  };
}
function sectionOf(model2, key) {
  const node = model2?.entries.get(key)?.node;
  return node?.kind === "map" ? node.entries : /* @__PURE__ */ new Map();
}
function jobsOf(model2) {
  const jobs = /* @__PURE__ */ new Map();
  for (const [name, { node }] of sectionOf(model2, "jobs")) if (node.kind === "map") jobs.set(name, node);
  return jobs;
}
function profilesOf(service2) {
  const node = service2.entries.get("profiles")?.node;
  if (node?.kind !== "list") return [];
  return node.items.flatMap((item) => item.kind === "scalar" && item.text !== null ? [item.text] : []);
}
function usesDefaultNetwork(service2) {
  const networks = service2.entries.get("networks")?.node;
  return networks?.kind === "map" && networks.entries.has("default");
}
function resources(model2, kind) {
  const found = /* @__PURE__ */ new Map();
  for (const [name, { keyAt, node }] of sectionOf(model2, kind)) {
    const map2 = node.kind === "map" ? node : { kind: "map", at: node.at, entries: /* @__PURE__ */ new Map() };
    found.set(name, {
      name,
      at: keyAt,
      node: mapEntries(map2, (child2, key) => key === "labels" ? texts(child2) : child2)
    });
  }
  return found;
}

// src/model/compose/loader.ts
function projectLoader(tree) {
  const loaded = /* @__PURE__ */ new Map();
  return (files, settings = {}) => {
    const { projectDirectory = directoryOf(files[0] ?? ""), environmentFiles: environmentFiles2 = [] } = settings;
    const sources = environmentFiles2.length > 0 ? environmentFiles2 : [joinPath(projectDirectory, ".env")];
    const named3 = sources.map((path) => environmentValue(tree, path, "COMPOSE_PROFILES")).findLast((one) => one !== void 0);
    const profiles = [...settings.profiles ?? [], ...(named3 ?? "").split(",").map((name) => name.trim())];
    const request = {
      files,
      projectDirectory,
      profiles: [...new Set(profiles)].filter((name) => name !== ""),
      ...environmentFiles2.length > 0 ? { environmentFiles: environmentFiles2 } : {}
    };
    const key = JSON.stringify(request);
    const before = loaded.get(key);
    if (before) return before;
    const project = loadComposeProject({ ...request, environment: /* @__PURE__ */ new Map(), unset: "unknown", read: tree.read });
    loaded.set(key, project);
    return project;
  };
}
function environmentValue(tree, path, name) {
  const source = tree.read(path);
  if (!source?.text.includes(name)) return void 0;
  const value = parseEnvironmentFile(source).entries.findLast((entry) => entry.name === name)?.value;
  return value === null || value?.includes("$") ? void 0 : value;
}
var ORIGINS = ["image", "build", "provider"];
function isComplete(project) {
  const services = [...servicesOf(project).values()];
  return services.length > 0 && services.every(({ node }) => ORIGINS.some((key) => child(node, key) !== void 0));
}
function isUnreadable(project) {
  return project.problems.some((problem) => problem.kind === "syntax");
}
function danglingCount(project) {
  return project.problems.filter((problem) => problem.code === "undefined-reference").length;
}
function servicesOf(project) {
  return new Map([...project.services, ...project.disabled]);
}

// src/model/compose/candidates.ts
function candidatesOf(folder) {
  const found = /* @__PURE__ */ new Map();
  const add = (candidate) => {
    const key = candidate.files.join("\n");
    if (!found.has(key)) found.set(key, candidate);
  };
  const commanded = folder.invocations.flatMap((one) => fromCommand(one, folder) ?? []).sort(byWeight);
  for (const candidate of commanded) add(candidate);
  const base = baseOf(folder.paths);
  const override = overrideOf(folder.paths);
  if (base) add({ files: [base], project: folder.load([base]), variant: "base" });
  if (base && override) add(fromNames([base, override], folder));
  const joined = new Set(commanded.filter((one) => one.files.length > 1).flatMap((one) => one.files));
  for (const path of folder.paths) {
    if (!isBase(path) && path !== override && !joined.has(path)) add(fromFile(path, folder));
  }
  return [...found.values()].filter(
    ({ project, files }) => isComplete(project) || isUnreadable(project) || files.length === 1 && isBase(files[0] ?? "")
  );
}
function byWeight(one, other) {
  const weight = ({ invocation }) => (invocation?.purpose === "production" ? 2 : 0) + (invocation?.starts ? 1 : 0);
  return weight(other) - weight(one);
}
function fromNames(files, folder) {
  return { files, project: folder.load(files), variant: "part", ...saidOf(files) };
}
function saidOf(files) {
  const telling = files.findLast((file) => !["base", "part"].includes(variantOf(file)));
  if (telling !== void 0) {
    const variant = variantOf(telling);
    return { variant, because: `${telling} ${NAMES[variant] ?? "is loaded"}` };
  }
  const first = files[0] ?? "";
  const elsewhere = files.filter((file) => directoryOf(file) !== directoryOf(first));
  const said = elsewhere.map((file) => folderPurpose(directoryOf(file))).findLast((one) => one !== void 0);
  return said && { variant: said.purpose, because: `a part of it lies in ${said.folder}/` };
}
var NAMES = {
  production: "is named for production",
  preproduction: "is named for pre-production",
  development: "is named for development",
  override: "changes the base on the machines of developers"
};
function fromCommand(invocation, folder) {
  const { files, by } = invocation;
  const project = folder.load(files, invocation);
  const said = saidOf(files);
  if (said) return { files, project, invocation, ...said };
  const { purpose } = invocation;
  if (purpose === "production" && invocation.starts) return { files, project, variant: "production", invocation };
  if (files.length === 1 && isBase(files[0] ?? "")) return void 0;
  if (purpose === "preproduction")
    return { files, project, variant: "preproduction", invocation, because: `${by} starts it before production` };
  if (purpose === "development")
    return { files, project, variant: "development", invocation, because: `${by} uses it for development` };
  return files.length > 1 ? { files, project, variant: "base", invocation } : void 0;
}
function fromFile(path, folder) {
  const alone = folder.load([path]);
  if (isUnreadable(alone) && variantOf(path) === "part") return fromNames([path], folder);
  const standing = isComplete(alone) && danglingCount(alone) === 0 && !isUnreadable(alone);
  const base = standing ? void 0 : groundOf(path, alone, folder);
  if (base !== void 0) return fromNames([base, path], folder);
  const overlaid = variantOf(path) === "production" ? groundByHosts(path, alone, folder) : void 0;
  return fromNames(overlaid === void 0 ? [path] : [overlaid, path], folder);
}
function groundOf(path, alone, folder) {
  return groundsOf(path, folder).find((base) => {
    const together = folder.load([base, path]);
    if (isUnreadable(together)) return true;
    return isComplete(together) && (!isComplete(alone) || danglingCount(together) < danglingCount(alone));
  });
}
function groundByHosts(path, alone, folder) {
  const own = servicesOf(alone);
  const texts3 = [...own.values()].flatMap(
    ({ node }) => entriesOf(child(node, "environment")).flatMap(([, value]) => value.kind === "scalar" ? value.text ?? [] : [])
  );
  const hosts2 = new Set(texts3.flatMap(hostsIn).filter((host) => !own.has(host)));
  const base = baseOf(folder.paths);
  if (base === void 0 || base === path || hosts2.size === 0) return void 0;
  const others = servicesOf(folder.load([base]));
  return [...own.keys()].some((name) => others.has(name)) && [...hosts2].some((host) => others.has(host)) ? base : void 0;
}
function hostsIn(text2) {
  if (text2.length > 2048) return [];
  if (!text2.includes("//")) return text2.split(",").map((part) => part.trim().replace(/:\d+$/, ""));
  const authority = /\/\/([^/?#\s]*)/.exec(text2)?.[1] ?? "";
  return authority.slice(authority.lastIndexOf("@") + 1).split(",").map((part) => part.replace(/:\d+$/, ""));
}
function groundsOf(path, folder) {
  const grounds = [baseOf(folder.paths), ...folder.paths.filter(isCommon)];
  for (let directory = folder.directory; directory !== "."; ) {
    directory = directoryOf(directory);
    grounds.push(baseOf(folder.all.filter((file) => directoryOf(file) === directory)));
  }
  return grounds.filter((base) => base !== void 0 && base !== path);
}
function fromVariable(names, by, folder) {
  const files = names.map((name) => joinPath(directoryOf(by), name));
  if (files.length === 0 || !files.every((file) => folder.all.includes(file))) return void 0;
  return { files, project: folder.load(files), variant: "base", ...saidOf(files) };
}

// src/model/compose/choice.ts
var MOST_FILES = 30;
function chooseProduction(folder, candidates, variable) {
  const { directory } = folder;
  const said = folderPurpose(directory);
  if (said?.purpose === "development") {
    const because = `it lies in ${said.folder}/`;
    const sets2 = candidates.map((candidate) => ({ candidate, production: false, strength: "none", because }));
    return { directory, sets: sets2 };
  }
  const chosen = choose(folder, candidates, variable);
  if (!chosen) return { directory, sets: candidates.map((candidate) => development(candidate, void 0)) };
  const whole2 = withAdditions(chosen, candidates, folder);
  const names = new Set(servicesOf(whole2.candidate.project).keys());
  const sets = [{ ...whole2, production: true }];
  for (const candidate of candidates) {
    if (candidate.files.join("\n") === whole2.candidate.files.join("\n")) continue;
    if (candidate.variant === "part" && candidate.files.every((file) => whole2.candidate.files.includes(file))) continue;
    if (!isBeside(candidate, whole2.candidate, names)) {
      sets.push(development(candidate, whole2.candidate));
      continue;
    }
    for (const name of servicesOf(candidate.project).keys()) names.add(name);
    const because = candidate.because ?? `it adds services to what ${whole2.candidate.files.join(" + ")} starts`;
    sets.push({
      candidate,
      production: true,
      strength: candidate.variant === "production" ? "named" : "plain",
      because
    });
  }
  return { directory, sets };
}
function development(candidate, whole2) {
  const told = ["development", "override", "preproduction"].includes(candidate.variant) ? candidate.because : void 0;
  const because = told ?? (whole2 ? `${whole2.files.join(" + ")} is what production runs` : "nothing says that it is deployed");
  return { candidate, production: false, strength: "none", because };
}
function isBeside(candidate, whole2, names) {
  return (candidate.variant === "part" || candidate.variant === "production") && candidate.files.length === 1 && !whole2.files.includes(candidate.files[0] ?? "") && [...servicesOf(candidate.project).keys()].every((name) => !names.has(name));
}
function choose({ directory }, candidates, variable) {
  const said = folderPurpose(directory);
  const pick = (candidate, because, strength) => candidate && { candidate, because: because ?? candidate.because ?? "", strength };
  const plain = said?.purpose === "production" ? "named" : said?.purpose === "preproduction" ? "nearest" : "plain";
  const place = said && (said.purpose === "production" ? `it lies in ${said.folder}/` : `it lies in ${said.folder}/, which is the nearest to production`);
  const production = candidates.filter((one) => one.variant === "production");
  const invoked = production.find((one) => one.invocation);
  const named3 = variable && `COMPOSE_FILE in ${variable.by} names it`;
  const neutral = (one) => one && !["development", "override", "preproduction"].includes(one.variant) ? one : void 0;
  const first = (variant, invokedOnly = false) => candidates.find((one) => one.variant === variant && (!invokedOnly || one.invocation !== void 0));
  const together = first("base", true);
  return pick(invoked, becauseOfCommand(invoked), "named") ?? pick(variable?.candidate.variant === "production" ? variable.candidate : void 0, named3, "named") ?? pick(production.find((one) => one.files.some(isPlainlyProduction)) ?? production[0], void 0, "named") ?? pick(neutral(variable?.candidate), named3, plain) ?? pick(together, place ?? `${together?.invocation?.by} starts these files together`, plain) ?? pick(
    candidates.find((one) => one.variant === "base"),
    place ?? 'it is what "docker compose up" loads without an override',
    plain
  ) ?? pick(first("part"), place ?? "no other compose file here is named for production", plain) ?? pick(
    first("preproduction"),
    `${first("preproduction")?.because}, and nothing here is nearer to production`,
    "nearest"
  );
}
function becauseOfCommand(candidate) {
  const command2 = candidate?.invocation;
  if (!command2) return void 0;
  if (command2.starts && command2.purpose === "production") return `${command2.by} deploys it`;
  return command2.starts ? `${command2.by} starts it, and ${candidate.because}` : `${command2.by} names it, and ${candidate.because}`;
}
function withAdditions(chosen, candidates, folder) {
  const { candidate } = chosen;
  if (candidate.invocation || chosen.strength === "nearest") return chosen;
  let files = candidate.files;
  for (const other of candidates) {
    if (files.length >= MOST_FILES) break;
    if (other === candidate || other.variant !== "part" || other.invocation) continue;
    const added = other.files.filter((file) => !files.includes(file));
    if (added.length !== 1 || directoryOf(added[0] ?? "") !== folder.directory) continue;
    if (addsOnly(files, added, candidate.variant === "part", folder)) files = [...files, ...added];
  }
  if (files.length === candidate.files.length) return chosen;
  const more = files.slice(candidate.files.length).map(fileName).join(" and ");
  const because = candidate.variant === "part" && variantOf(candidate.files[0] ?? "") === "part" ? "none of them is named for a purpose, and together they start one system" : `${chosen.because}, and ${more} adds services to it`;
  return { ...chosen, candidate: { ...candidate, files, project: folder.load(files) }, because };
}
function addsOnly(files, added, alike, folder) {
  const before = folder.load(files);
  const alone = folder.load(added);
  if (isUnreadable(alone) || isUnreadable(before)) return false;
  const names = servicesOf(before);
  const own = [...servicesOf(alone).keys()];
  if (own.length === 0 || own.some((name) => names.has(name))) return false;
  if (!alike && danglingCount(alone) === 0) return false;
  const after = folder.load([...files, ...added]);
  return after.problems.length <= before.problems.length + alone.problems.length - danglingCount(alone) || danglingCount(after) === 0;
}

// src/model/compose/invocations.ts
var SCRIPTS = /* @__PURE__ */ new Set(["shell", "makefile", "package-json", "ci"]);
var COMMAND = /\b(?:docker-compose|podman-compose|(?:docker|podman|nerdctl)\s+compose|docker\s+stack\s+deploy)(?=\s)[^\n;|&]*/g;
var MENTIONED = /(?:docker|podman)-compose|(?:docker|podman|nerdctl)\s+(?:compose|stack)|COMPOSE_FILE/;
var LONGEST_LINE = 4096;
var MOST_LINES = 5e3;
var STARTS = /* @__PURE__ */ new Set(["up", "start", "create", "deploy", "run", "restart", "pull"]);
function composeInvocations(tree, composeFiles) {
  const found = /* @__PURE__ */ new Map();
  for (const file of tree.files) {
    if (!SCRIPTS.has(file.format)) continue;
    const text2 = tree.read(file.path)?.text;
    if (!text2 || !MENTIONED.test(text2)) continue;
    for (const one of invocationsIn(text2, { file, tree, composeFiles })) {
      const key = JSON.stringify([one.files, one.purpose, one.by, one.starts, one.profiles, one.environmentFiles]);
      if (!found.has(key)) found.set(key, one);
    }
  }
  return [...found.values()];
}
function invocationsIn(text2, reading) {
  const lines = text2.replace(/\\\r?\n/g, " ").split(/\r?\n/).slice(0, MOST_LINES);
  const variables = scriptVariables(lines, reading.file.format === "ci");
  const found = [];
  let folder;
  for (const [index, line] of lines.entries()) {
    if (line.length > LONGEST_LINE || /^\s*(?:#(?!!)|\/\/)/.test(line)) continue;
    for (const filled of line.includes("$") ? expand(line, variables) : [line]) {
      const commands = [...filled.matchAll(COMMAND)];
      for (const { 0: command2, index: at } of commands) {
        const directories = directoriesOf(filled.slice(0, at), folder, reading.file.path);
        const read = commandOf(command2, directories, reading);
        const unsaid = read?.platform === "swarm" ? "production" : "unknown";
        if (read) found.push({ ...read, purpose: commandPurpose(lines, index, reading.file.path) ?? unsaid });
      }
    }
    folder = changedFolder(line) ?? folder;
  }
  return [...found, ...named2(variables, lines, reading)];
}
function commandOf(command2, directories, reading) {
  const words3 = (splitWords(command2) ?? command2.split(/\s+/)).map((word) => word.replace(/^["'`(]+|["'`),]+$/g, ""));
  const swarm = words3[1] === "stack";
  const options = optionsOf(words3.slice(swarm ? 3 : words3[0]?.includes("-") ? 1 : 2), swarm);
  const files = filesOf(options.files, directories, reading);
  if (!files) return void 0;
  const environmentFiles2 = options.environmentFiles.flatMap((name) => resolveName(name, directories, reading.tree) ?? []);
  const project = options.projectDirectory;
  const projectDirectory = project === void 0 ? void 0 : resolveName(project, directories, reading.tree);
  return {
    files,
    platform: swarm ? "swarm" : "compose",
    by: reading.file.path,
    starts: swarm || options.action !== void 0 && STARTS.has(options.action),
    profiles: options.profiles,
    environmentFiles: environmentFiles2,
    ...projectDirectory === void 0 ? {} : { projectDirectory }
  };
}
function optionsOf(words3, swarm) {
  const options = { files: [], environmentFiles: [], profiles: [] };
  for (let at = 0; at < words3.length; at++) {
    const word = words3[at] ?? "";
    const [, name = word, inline] = /^(--[\w-]+)=(.*)$/.exec(word) ?? [];
    const value = () => inline ?? words3[++at] ?? "";
    if (/^(?:-f|--file)$/.test(name) || swarm && /^(?:-c|--compose-file)$/.test(name)) options.files.push(value());
    else if (/^-f./.test(word)) options.files.push(word.slice(2));
    else if (name === "--env-file") options.environmentFiles.push(value());
    else if (name === "--profile") options.profiles.push(value());
    else if (name === "--project-directory") options.projectDirectory = value();
    else if (/^(?:-p|--project-name|--ansi|--progress|--parallel|--context|-H|--host|--resolve-image)$/.test(name))
      value();
    else if (word !== "" && !/^[-$]/.test(word) && !swarm) {
      options.action = word;
      break;
    }
  }
  return options;
}
function filesOf(names, directories, reading) {
  if (names.length === 0 || names.length > 50) return void 0;
  const files = names.map((name) => resolveName(name, directories, reading.tree) ?? matching(name, reading.composeFiles));
  return files.every((file) => file !== void 0) ? files : void 0;
}
function matching(name, composeFiles) {
  const bare = name.slice(name.lastIndexOf("/") + 1);
  if (!/\$/.test(bare) || !/\.ya?ml$/.test(bare)) return void 0;
  const parts = bare.split(/\$\{\w+[^{}]*\}|\$\(\w+\)|\$\w+/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  if (parts.length !== 2) return void 0;
  const pattern = new RegExp(`^(?:.*/)?${parts[0]}(?:prod|production|prd)${parts[1]}$`);
  return composeFiles.find((path) => pattern.test(path));
}
function named2(variables, lines, reading) {
  const index = lines.findIndex((line) => /\bCOMPOSE_FILE\b/.test(line));
  return (variables.get("COMPOSE_FILE") ?? []).flatMap((value) => {
    const directories = [directoryOf(reading.file.path), "."];
    const files = filesOf(composeFileNames(value), directories, reading);
    if (!files) return [];
    const purpose = commandPurpose(lines, index, reading.file.path) ?? "unknown";
    const starts = lines.some(
      (line) => line.length <= LONGEST_LINE && /\bcompose\b/.test(line) && /\sup(?:\s|$)/.test(line)
    );
    const { path: by } = reading.file;
    return [
      {
        files,
        platform: "compose",
        purpose,
        by,
        starts,
        profiles: [],
        environmentFiles: []
      }
    ];
  });
}
function composeFileNames(value) {
  return value.split(value.includes(";") ? ";" : ":").map((name) => name.trim()).filter((name) => name !== "");
}
function platformOf(files, invocation) {
  if (invocation) return invocation.platform;
  const words3 = new Set(files.flatMap((file) => nameWords(fileName(file))));
  return words3.has("swarm") || words3.has("stack") ? "swarm" : "compose";
}

// src/model/compose/ranking.ts
var ORDER = ["named", "plain", "nearest", "none"];
function rankSets(tree, folders, configured, load) {
  const placed = folders.flatMap(({ directory, sets: sets2 }) => sets2.map((set) => ({ ...set, directory })));
  const kept = configured.filter((set) => set.purpose === "production").map((set) => ({
    files: set.files,
    all: load(set.files).files,
    directory: "",
    strength: "named",
    configured: true,
    project: load(set.files)
  }));
  const texts3 = /* @__PURE__ */ new Map();
  const sets = [];
  for (const set of placed.sort(byStrength)) {
    const { candidate } = set;
    const why = set.production ? doubleOf(tree, set, kept, texts3) : void 0;
    const production = set.production && why === void 0;
    sets.push({
      files: candidate.files,
      directory: set.directory,
      platform: platformOf(candidate.files, candidate.invocation),
      purpose: production ? "production" : "development",
      because: why ?? set.because,
      project: candidate.project
    });
    if (production)
      kept.push({
        ...set,
        files: candidate.files,
        all: candidate.project.files,
        project: candidate.project,
        configured: false
      });
  }
  return sets;
}
function byStrength(one, other) {
  return ORDER.indexOf(one.strength) - ORDER.indexOf(other.strength) || depthOf(one.directory) - depthOf(other.directory) || (one.directory < other.directory ? -1 : one.directory > other.directory ? 1 : 0);
}
function doubleOf(tree, set, kept, texts3) {
  const { candidate, directory } = set;
  const text2 = candidate.files.map((file) => tree.read(file)?.text ?? "").join("\n");
  const name = candidate.files.join(" + ");
  const copy = texts3.get(text2);
  if (copy !== void 0) return `it repeats ${copy}`;
  for (const other of kept) {
    const whole2 = other.files.join(" + ");
    if (candidate.files.every((file) => other.all.includes(file))) return `it is a part of ${whole2}`;
    const stronger = ORDER.indexOf(other.strength) < ORDER.indexOf(set.strength);
    const above = isWithin(other.directory, directory) && other.directory !== directory;
    const below3 = isWithin(directory, other.directory) && other.directory !== directory;
    if (other.configured || other.directory === directory) continue;
    if ((above || stronger && below3) && describes(other, candidate)) return sameSystem(whole2, stronger);
    if (stronger && !above && !below3 && mirrors(other, candidate)) return sameSystem(whole2, stronger);
  }
  texts3.set(text2, name);
  return void 0;
}
function sameSystem(whole2, stronger) {
  return stronger ? `${whole2} runs the same services and is nearer to production` : `${whole2} runs the same services`;
}
function describes({ project }, part) {
  const whole2 = servicesOf(project);
  const contexts2 = new Set([...whole2.values()].flatMap((service2) => contextOf(service2) ?? []));
  const repositories = new Set([...whole2.values()].flatMap((service2) => repositoryOf(service2) ?? []));
  const own = [...servicesOf(part.project).values()];
  const isThere = (service2) => {
    const context = contextOf(service2);
    const twin = whole2.get(service2.name);
    const other = twin && contextOf(twin);
    if (twin && (context === void 0 || other === void 0 || context === other)) return true;
    const repository = repositoryOf(service2);
    return context === void 0 ? repository !== void 0 && repositories.has(repository) : contexts2.has(context);
  };
  const built = own.filter((service2) => contextOf(service2) !== void 0);
  const decisive = built.length > 0 ? built : own.filter((service2) => !isTool(service2));
  return decisive.length > 0 && decisive.every(isThere);
}
function mirrors({ project }, part) {
  const whole2 = servicesOf(project);
  const own = [...servicesOf(part.project).values()];
  const same = own.filter((service2) => {
    const twin = whole2.get(service2.name);
    if (!twin) return false;
    const context = contextOf(service2);
    if (context !== void 0 && context === contextOf(twin)) return true;
    const repository = repositoryOf(service2);
    return repository !== void 0 && repository === repositoryOf(twin);
  });
  return same.length * 2 > own.length;
}
function contextOf({ node }) {
  return textOf(descend(node, "build", "context"));
}
function repositoryOf({ node }) {
  return parseImageReference(textOf(child(node, "image")) ?? "")?.repository;
}
function isTool(service2) {
  const repository = repositoryOf(service2);
  const kind = repository === void 0 ? void 0 : softwareOf(repository)?.software.kind;
  return kind === "admin-tool" || kind === "development-tool";
}

// src/model/compose/sets.ts
function findComposeSets(tree, configured) {
  const all = tree.files.filter((file) => file.format === "compose").map((file) => file.path);
  const load = projectLoader(tree);
  const taken = new Set(configured.flatMap((set) => set.files));
  const invocations = composeInvocations(tree, all).filter((one) => one.files.every((file) => all.includes(file)));
  const users = usersOf(all, load);
  const borrowed = new Map([...users].filter(([path, by]) => isBorrowed(path, by, invocations)));
  const byDirectory = /* @__PURE__ */ new Map();
  for (const path of all) {
    if (taken.has(path) || borrowed.has(path)) continue;
    const directory = directoryOf(path);
    byDirectory.set(directory, [...byDirectory.get(directory) ?? [], path]);
  }
  const found = [];
  for (const [directory, paths] of byDirectory) {
    const own2 = invocations.filter((one) => directoryOf(one.files[0] ?? "") === directory);
    const commands = own2.filter((one) => !one.files.some((file) => taken.has(file)));
    found.push(setsOfFolder(tree, { directory, paths, all, invocations: commands, load }));
  }
  const own = configured.filter(
    ({ files }) => !files.every(isNamedForPm2) && !files.every((file) => isNamedForKubernetes(file, tree))
  );
  const sets = [...own.map((set) => configuredSet(set, load)), ...rankSets(tree, found, configured, load)];
  return { sets, leftOut: leftOutOf(all, sets, borrowed) };
}
function configuredSet({ files, purpose }, load) {
  return {
    files,
    directory: directoryOf(files[0] ?? "."),
    platform: platformOf(files),
    purpose,
    because: "the configuration says so",
    project: load(files)
  };
}
function usersOf(all, load) {
  const compose = new Set(all);
  const users = /* @__PURE__ */ new Map();
  for (const path of all) {
    for (const used of load([path]).files) {
      if (used === path || !compose.has(used)) continue;
      users.set(used, [...users.get(used) ?? [], path]);
    }
  }
  return users;
}
function isBorrowed(path, users, invocations) {
  if (invocations.some((one) => one.files[0] === path)) return false;
  const forDevelopment = (user) => !["production", "base", "part"].includes(variantOf(user)) || folderPurpose(directoryOf(user))?.purpose === "development";
  return users.some((user) => {
    if (isBase(path)) return directoryOf(user) !== directoryOf(path) && !forDevelopment(user);
    return variantOf(path) !== "production" || variantOf(user) === "production";
  });
}
function setsOfFolder(tree, folder) {
  const variable = composeFileVariable(tree, folder);
  const known2 = candidatesOf(folder);
  const same = variable && known2.find((one) => one.files.join("\n") === variable.candidate.files.join("\n"));
  const candidates = variable && !same ? [variable.candidate, ...known2] : known2;
  return chooseProduction(folder, candidates, variable && { candidate: same ?? variable.candidate, by: variable.by });
}
function composeFileVariable(tree, folder) {
  const names = [".env", ".env.production", ".env.prod", ".env.example", ".env.sample", ".env.template", ".env.dist"];
  for (const name of names) {
    const by = joinPath(folder.directory, name);
    const value = environmentValue(tree, by, "COMPOSE_FILE");
    const candidate = value === void 0 ? void 0 : fromVariable(composeFileNames(value), by, folder);
    if (candidate) return { candidate, by };
  }
  return void 0;
}
function leftOutOf(all, sets, borrowed) {
  const judged = new Set(sets.flatMap((set) => [...set.files, ...set.project.files]));
  return all.flatMap((path) => {
    if (judged.has(path)) return [];
    const [user] = borrowed.get(path) ?? [];
    if (user !== void 0) return [{ path, because: `only ${user} uses it, which is in no set` }];
    const base = baseOf(all.filter((other) => directoryOf(other) === directoryOf(path)));
    if (isBase(path) && base !== void 0 && base !== path)
      return [{ path, because: `"docker compose" loads ${fileName(base)} instead, which lies beside it` }];
    return [{ path, because: "it only changes services of a file that is not here" }];
  });
}

// src/model/environment.ts
function environmentOf2(service2, dockerfile, serviceAt) {
  const variables = /* @__PURE__ */ new Map();
  for (const [name, entry] of dockerfile?.environment ?? []) {
    variables.set(name, { name, value: entry.value, uses: [], at: entry.value.at, keyAt: entry.at, source: "image" });
  }
  for (const variable of variablesIn(child(service2, "environment"), serviceAt)) variables.set(variable.name, variable);
  return variables;
}
function buildArgumentsOf(service2, serviceAt) {
  return variablesIn(descend(service2, "build", "args"), serviceAt);
}
function variablesIn(map2, serviceAt) {
  return entriesOf(map2).map(([name, node, keyAt]) => {
    const value = textFact(node);
    const fromFile2 = keyAt.path !== serviceAt.path && !/\.ya?ml$/.test(keyAt.path);
    const source = fromFile2 ? "env-file" : value === void 0 ? "host" : "inline";
    const interpolation = node.kind === "scalar" ? node.interpolation : void 0;
    return {
      name,
      value: value ?? unknown(keyAt, "it is passed through from the host"),
      ...interpolation ? { raw: interpolation.raw } : {},
      uses: interpolation?.uses ?? [],
      at: node.at,
      keyAt,
      source
    };
  });
}

// src/model/health.ts
function healthOf(service2, serviceAt, use) {
  const written = child(service2, "healthcheck");
  const at = keySpan(service2, "healthcheck", serviceAt);
  if (written?.kind === "map") {
    const disable = booleanFact(child(written, "disable"));
    if (disable?.known === false) return { state: "unknown", checks: [], at };
    if (disable?.value === true) return { state: "disabled", checks: [], at };
    const test2 = child(written, "test");
    const words3 = textsOf(test2);
    if (words3[0] === "NONE") return { state: "disabled", checks: [], at };
    if (test2 && itemsOf(test2).length > 0)
      return { state: "checked", checks: [{ ...checkOf(words3, test2.at), written: writtenWords(test2) }], at };
  }
  return imageHealth(use, written ? at : serviceAt);
}
function imageHealth(use, at) {
  const dockerfile = use?.image.dockerfile;
  const own = dockerfile?.healthcheck;
  if (own?.disabled) return { state: "disabled", checks: [], at: own.at };
  if (own?.command) {
    const { form, argv, script, text: text2 } = own.command;
    const inner = argv && shellText(argv);
    const check = inner !== void 0 ? {
      kind: "container",
      source: "dockerfile",
      form: "shell",
      script: parseShell(inner, own.at),
      text: inner,
      at: own.at
    } : {
      kind: "container",
      source: "dockerfile",
      form,
      ...argv ? { argv } : {},
      ...script ? { script } : {},
      text: argv ? argv.join(" ") : text2,
      at: own.at
    };
    return { state: "checked", checks: [check], at: own.at };
  }
  if (use?.image.origin === "built" && !dockerfile?.base.known) return { state: "unknown", checks: [], at };
  if (dockerfile?.base.known && dockerfile.base.value.repository === "scratch") return { state: "none", checks: [], at };
  const builtIn = use?.distribution?.builtInHealthcheck;
  if (builtIn === true)
    return {
      state: "checked",
      checks: [{ kind: "container", source: "image", form: "image", text: "the image's own HEALTHCHECK", at }],
      at
    };
  if (builtIn === false || use?.software?.kind === "runtime") return { state: "none", checks: [], at };
  return { state: "unknown", checks: [], at };
}
function checkOf(words3, at) {
  const [first, ...rest] = words3;
  if (first === "CMD") {
    const inner = shellText(rest);
    if (inner === void 0)
      return { kind: "container", source: "deployment", form: "exec", argv: rest, text: rest.join(" "), at };
    return { kind: "container", source: "deployment", form: "shell", script: parseShell(inner, at), text: inner, at };
  }
  const text2 = first === "CMD-SHELL" ? rest.join(" ") : words3.join(" ");
  return { kind: "container", source: "deployment", form: "shell", script: parseShell(text2, at), text: text2, at };
}

// src/model/compose/inert-settings.ts
var INERT_UNDER_COMPOSE = [
  ["deploy", "update_config"],
  ["deploy", "rollback_config"],
  ["deploy", "placement"],
  ["deploy", "endpoint_mode"],
  ["deploy", "labels"],
  ["deploy", "resources", "reservations", "cpus"],
  ["deploy", "restart_policy", "delay"],
  ["deploy", "restart_policy", "window"]
];
var INERT_UNDER_SWARM = [
  "build",
  "restart",
  "privileged",
  "network_mode",
  "links",
  "shm_size",
  "security_opt",
  "ipc",
  "pid",
  "devices",
  "container_name",
  "expose"
];
function inertSettings(node, platform) {
  const paths = platform === "swarm" ? INERT_UNDER_SWARM.map((key) => [key]) : platform === "compose" ? INERT_UNDER_COMPOSE : [];
  const found = paths.flatMap((path) => {
    const parent = descend(node, ...path.slice(0, -1));
    const key = path[path.length - 1] ?? "";
    const entry = parent?.kind === "map" ? parent.entries.get(key) : void 0;
    return entry && !isForTheOther(key, node) ? [{ setting: path.join("."), at: entry.keyAt }] : [];
  });
  const overruled = platform === "compose" ? overruledRestart(node) : void 0;
  return overruled ? [...found, overruled] : found;
}
function isForTheOther(key, node) {
  if (key === "labels") return child(node, "labels") !== void 0;
  if (key === "build") return child(node, "image") !== void 0;
  return key === "restart" && descend(node, "deploy", "restart_policy") !== void 0;
}
function overruledRestart(node) {
  const restart = textAt(node, "restart");
  const condition = textAt(descend(node, "deploy", "restart_policy"), "condition");
  if (!restart?.known || condition?.known === false || !descend(node, "deploy", "restart_policy")) return void 0;
  const own = /^(?:always|unless-stopped)$/.test(restart.value) ? "any" : restart.value.replace(/^no$/, "none").split(":")[0];
  if (own === (condition?.value ?? "none")) return void 0;
  const at = keySpan(node, "restart", restart.at);
  return {
    setting: "restart",
    at,
    overruledBy: condition ? `deploy.restart_policy.condition: ${condition.value}` : "deploy.restart_policy without a condition"
  };
}

// src/model/compose/labels.ts
function labelsOf(node) {
  const all = [...entriesOf(child(node, "labels")), ...entriesOf(descend(node, "deploy", "labels"))];
  return new Map(all.map(([key, value, at]) => [key, { value: textFact(value) ?? known("", at), at }]));
}
function isRouted(labels, environment) {
  if (environment.has("VIRTUAL_HOST")) return true;
  const enabled = knownValue(labels.get("traefik.enable")?.value)?.toLowerCase();
  const names = [...labels.keys()];
  if (names.some((name) => /^caddy(?:_\d+)?$/.test(name))) return true;
  if (enabled === "false") return false;
  return enabled === "true" || names.some((name) => /^traefik\.(?:http|tcp|udp)\.routers\./i.test(name));
}

// src/model/compose/networks.ts
var MOST_HOPS = 10;
function networksOf(service2, project, directory) {
  const owner = namespaceOwner(service2, project);
  if (!owner) return [];
  const { node } = owner;
  const own = entriesOf(child(node, "networks"));
  const fixed = knownValue(textAt(node, "container_name"));
  const named3 = owner === service2 ? [service2.name, ...fixed ? [fixed] : []] : [];
  return (own.length > 0 ? own : [["default", void 0]]).map(([network2, options]) => ({
    ...identityOf(network2, project, directory),
    aliases: [...named3, ...owner === service2 ? textsOf(child(options, "aliases")) : []]
  }));
}
function namespaceOwner(service2, project) {
  let owner = service2;
  for (let hops = 0; owner && hops < MOST_HOPS; hops++) {
    if (!child(owner.node, "network_mode")) return owner;
    const name = /^service:(.+)$/.exec(knownValue(textAt(owner.node, "network_mode")) ?? "")?.[1];
    owner = name === void 0 ? void 0 : project.services.get(name) ?? project.disabled.get(name);
  }
  return void 0;
}
function identityOf(network2, project, directory) {
  const node = project.networks.get(network2)?.node;
  const name = textAt(node, "name");
  if (booleanValue(child(node, "external"))) {
    const real = knownValue(name) ?? network2;
    return { network: `external:${real}`, ...name?.known === false ? {} : { identity: real } };
  }
  if (name) return { network: network2, ...name.known ? { identity: name.value } : {} };
  return { network: network2, identity: `${directory}/${network2}` };
}
function localNamesOf(node) {
  const names = /* @__PURE__ */ new Map();
  for (const link of textsOf(child(node, "links"))) {
    const [service2 = "", alias] = link.split(":");
    if (alias) names.set(alias, service2);
  }
  const hosts2 = child(node, "extra_hosts");
  for (const [name, addresses] of entriesOf(hosts2)) {
    const [address] = textsOf(addresses);
    if (address) names.set(name, address);
  }
  return names;
}

// src/model/compose/ports-and-mounts.ts
var LOOPBACK = /^(127\.\d+\.\d+\.\d+|::1|\[::1\]|localhost)$/;
var ANY = /^(0\.0\.0\.0|::|\[::\]|\*)$/;
function publishedPorts(node) {
  return itemsOf(child(node, "ports")).flatMap((item) => {
    const target = factOf(child(item, "target"), port3);
    if (!target) return [];
    const published = textAt(item, "published");
    const range = published?.known ? /^(\d+)(?:-(\d+))?$/.exec(published.value) : null;
    const host = range ? known(Number(range[1]), published?.at ?? item.at) : published && !published.known ? unknown(published.at, published.because) : void 0;
    const address = textAt(item, "host_ip");
    const protocol = textAt(item, "protocol");
    const text2 = protocol?.known ? protocol.value.toLowerCase() : "tcp";
    return [
      {
        ...host ? { host } : {},
        ...range?.[2] ? { hostEnd: Number(range[2]) } : {},
        container: target,
        protocol: text2 === "udp" || text2 === "sctp" ? text2 : "tcp",
        reach: reachOf(address),
        ...address?.known ? { address: address.value } : {},
        at: item.at
      }
    ];
  });
}
function port3(text2) {
  const number2 = Number(/^\d+/.exec(text2)?.[0]);
  return Number.isInteger(number2) && number2 > 0 && number2 < 65536 ? number2 : void 0;
}
function reachOf(address) {
  if (!address) return "any";
  if (!address.known) return "unknown";
  if (address.value === "" || ANY.test(address.value)) return "any";
  return LOOPBACK.test(address.value) ? "loopback" : "address";
}
function mountsOf(node, texts3) {
  return [
    ...volumeMounts(node),
    ...tmpfsMounts(node),
    ...grants2(node, "configs", "config", "/").map((mount3) => withText(mount3, texts3)),
    ...grants2(node, "secrets", "secret", "/run/secrets/")
  ];
}
function volumeMounts(node) {
  return itemsOf(child(node, "volumes")).flatMap((item) => {
    const target = textAt(item, "target");
    if (!target) return [];
    const source = textAt(item, "source");
    const type = textAt(item, "type");
    const written = type?.known ? type.value : "volume";
    const kind = written === "bind" || written === "tmpfs" ? written : written === "volume" ? source ? "volume" : "anonymous" : "other";
    const readOnly = booleanFact(child(item, "read_only"));
    return [
      {
        type: kind,
        ...source ? { source } : {},
        target,
        readOnly: readOnly?.known === true && readOnly.value,
        at: item.at
      }
    ];
  });
}
function tmpfsMounts(node) {
  return itemsOf(child(node, "tmpfs")).flatMap((item) => {
    const target = factOf(item, (text2) => text2.split(":")[0]);
    return target ? [{ type: "tmpfs", target, readOnly: false, at: item.at }] : [];
  });
}
function grants2(node, key, type, directory) {
  return itemsOf(child(node, key)).flatMap((item) => {
    const source = textAt(item, "source");
    const target = textAt(item, "target") ?? source;
    if (!target) return [];
    const path = target.known && !target.value.startsWith("/") ? known(`${directory}${target.value}`, target.at) : target;
    return [{ type, ...source ? { source } : {}, target: path, readOnly: true, at: item.at }];
  });
}
function withText(mount3, texts3) {
  const source = mount3.source?.known ? texts3.get(mount3.source.value) : void 0;
  return source && mount3.target.known ? { ...mount3, files: [{ path: mount3.target.value, source }] } : mount3;
}

// src/model/compose/workload.ts
function workloadOf(service2, context) {
  const node = service2.node;
  const found = imageOf(service2, context.tree, context.dockerfiles);
  const dockerfile = found?.image.dockerfile;
  const start = startOf(child(node, "entrypoint"), child(node, "command"), dockerfile, service2.at);
  const client = found?.software !== void 0 && runsClient(start);
  const use = client && found ? { image: found.image, files: found.files } : found;
  const published = publishedPorts(node);
  const environment = environmentOf2(node, dockerfile, service2.at);
  const mounts2 = mountsOf(node, context.configTexts);
  const restart = restartOf(node, service2.at, context.platform);
  const labels = labelsOf(node);
  const listens = listensOf(node, use);
  const replicas = replicasOf(node, context.platform);
  const reference = use?.image.reference;
  const role = roleOf({
    name: service2.name,
    software: use?.software,
    imageRepository: reference?.known ? reference.value.repository : void 0,
    start,
    restartsAlways: restart.written && restart.policy === "always",
    runsOnce: runsOnce(node, context.platform),
    awaitedToComplete: context.uses.awaited.has(service2.name),
    published,
    routed: isRouted(labels, environment),
    listens: listens.length > 0,
    keepsWork: keepsWork(service2.name, context.uses)
  });
  const stateful = role === "datastore" || role === "broker" || role === "search";
  const userFacing = role === "user-facing" || role === "proxy" && isPublished({ published });
  return {
    id: `${context.deployment}/${service2.name}`,
    kind: "workload",
    name: service2.name,
    weight: context.purpose === "development" || role === "tool" ? 0 : userFacing || stateful ? 3 : 2,
    at: service2.at,
    files: [.../* @__PURE__ */ new Set([service2.at.path, ...use?.files ?? []])],
    platform: context.platform,
    deployment: context.deployment,
    role,
    userFacing,
    stateful,
    longRunning: role !== "job",
    ...use ? { image: use.image } : {},
    ...use?.software ? { software: use.software } : {},
    ...client && found?.software ? { clientOf: found.software } : {},
    ...use?.distribution ? { distribution: use.distribution } : {},
    ...use?.version ? { version: use.version } : {},
    environment,
    buildArguments: buildArgumentsOf(node, service2.at),
    environmentFiles: environmentFilesOf(node, context.tree),
    openVariables: openVariablesOf(node),
    ...use?.distribution?.variables ? { ownFiles: ownFilesOf(mounts2, use.image, context.tree) } : {},
    ...start ? { start } : {},
    published,
    listens,
    mounts: mounts2,
    networks: networksOf(service2, context.project, context.directory),
    localNames: localNamesOf(node),
    ...optional("networkMode", textAt(node, "network_mode")),
    dependsOn: dependenciesOf(node),
    health: healthOf(node, service2.at, found),
    restart,
    ...optional("replicas", replicas),
    resources: resourcesOf(node),
    privileges: privilegesOf(node),
    ...optional("logging", loggingOf(node, service2.at)),
    ...optional("fixedName", textAt(node, "container_name")),
    ...optional("hostname", textAt(node, "hostname")),
    ...optional("stopGracePeriod", factOf(child(node, "stop_grace_period"), parseDuration)),
    labels,
    secretFiles: secretFilesOf(node),
    inert: inertSettings(node, context.platform),
    init: booleanValue(child(node, "init")) === true
  };
}
function listensOf(node, use) {
  const exposed = textsOf(child(node, "expose")).flatMap(portsIn);
  const fromImage = use?.image.dockerfile?.exposed.map((one) => knownValue(one.port)) ?? [];
  const defaults = use?.software?.ports.map((one) => one.port) ?? [];
  return [.../* @__PURE__ */ new Set([...exposed, ...fromImage, ...defaults])].filter((port4) => Number.isInteger(port4));
}
var MOST_PORTS = 1e3;
function portsIn(text2) {
  const [, first, last = first] = /^(\d{1,5})(?:-(\d{1,5}))?(?:\/\w+)?$/.exec(text2.trim()) ?? [];
  const count = Math.min(Number(last) - Number(first) + 1, MOST_PORTS);
  return Array.from({ length: Math.max(count, 0) }, (_, index) => Number(first) + index);
}

// src/model/compose/deployments.ts
function composeDeployments(tree, dockerfiles, configured) {
  const { sets, leftOut } = findComposeSets(tree, configured);
  const production = sets.filter((set) => set.purpose === "production");
  const missing = production.flatMap((set) => set.project.missing);
  return {
    deployments: sets.map((set) => deploymentOf(set, tree, dockerfiles)),
    unreadable: unreadableCompose(sets, tree),
    notEvaluated: [
      ...leftOut,
      ...missing.map((one) => ({ path: one.path, because: `${one.at.path} names it, and it is not in the repository` }))
    ],
    productionFiles: new Set(production.flatMap((set) => set.project.files))
  };
}
function deploymentOf(set, tree, dockerfiles) {
  const id = `${set.platform}:${set.files.join("+")}`;
  const context = {
    tree,
    dockerfiles,
    project: set.project,
    configTexts: configTextsOf(set.project, tree),
    uses: serviceUses(set.project, tree),
    deployment: id,
    directory: set.directory,
    platform: set.platform,
    purpose: set.purpose
  };
  const services = [...set.project.services.values()];
  const isWaiting = ({ node }) => knownValue(replicasOf(node, set.platform)) === 0;
  const started = services.filter((service2) => !isWaiting(service2));
  const waiting = services.filter(isWaiting);
  const first = set.files[0] ?? "";
  const text2 = tree.read(first)?.text ?? "";
  const found = text2.search(/^services\s*:/m);
  const start = found === -1 ? 0 : found;
  return {
    id,
    kind: "deployment",
    name: set.files.join(" + "),
    weight: set.purpose === "production" ? 2 : 0,
    at: { path: first, start, end: found === -1 ? 0 : start + "services".length },
    files: set.project.files,
    platform: set.platform,
    purpose: set.purpose,
    because: set.because,
    workloads: started.map((service2) => workloadOf(service2, context)),
    onRequest: [...waiting, ...set.project.disabled.values()].map(
      (service2) => workloadOf(service2, { ...context, purpose: "development" })
    ),
    networks: [...set.project.networks.values()].map((network2) => ({
      name: network2.name,
      external: knownValue(booleanFact(child(network2.node, "external"))) === true,
      internal: knownValue(booleanFact(child(network2.node, "internal"))) === true,
      at: network2.at
    })),
    volumes: [...set.project.volumes.values()].map((volume2) => {
      const driver = textAt(volume2.node, "driver");
      return {
        name: volume2.name,
        external: knownValue(booleanFact(child(volume2.node, "external"))) === true,
        ...driver ? { driver } : {},
        at: volume2.at
      };
    }),
    problems: set.project.problems.filter((problem) => problem.kind === "structure")
  };
}
function mayDeclare(text2) {
  const blocks = text2.match(/^[ \t]+[\w."'-]+[ \t]*:[ \t]*(?:[#&*!].*)?\r?$/gm)?.length ?? 0;
  const braces = text2.match(/\{/g)?.length ?? 0;
  const aliases = text2.match(/[{,][^{,\n]{0,100}:[ \t]*\*/g)?.length ?? 0;
  return Math.max(1, blocks + braces + aliases);
}
function unreadableCompose(sets, tree) {
  const found = /* @__PURE__ */ new Map();
  for (const set of sets) {
    for (const problem of set.project.problems) {
      if (problem.kind !== "syntax") continue;
      const entry = found.get(problem.at.path) ?? { problems: /* @__PURE__ */ new Map(), production: false };
      entry.production ||= set.purpose === "production";
      if (!entry.problems.has(problem.at.start)) entry.problems.set(problem.at.start, problem);
      found.set(problem.at.path, entry);
    }
  }
  return [...found].filter(([path]) => /\.ya?ml$/i.test(path) || sets.some((set) => set.files.includes(path))).map(([path, { problems, production }]) => ({
    path,
    format: "compose",
    production,
    problems: [...problems.values()],
    mayDeclare: mayDeclare(tree.read(path)?.text ?? "")
  }));
}
module.exports = {
  composeDeployments,
  house: runAudit
};
