"use strict";
const {
  SEVERITIES
} = require("./chunk-IXIQF7RH.js");

// src/config/find.ts
const { existsSync, readFileSync, statSync } = require("node:fs");
const { dirname, join } = require("node:path");
var CONFIG_NAMES = [
  "erp-audit.yml",
  "erp-audit.yaml",
  "erp-audit.json",
  ".erp-audit.yml",
  ".erp-audit.yaml",
  ".erp-audit.json"
];
var PACKAGE_KEY = "erpAudit";
var MAX_BYTES = 1e6;
function findConfig(from) {
  for (const directory of upToGitRoot(from)) {
    const found = CONFIG_NAMES.map((name) => join(directory, name)).filter(isFile);
    const manifest = join(directory, "package.json");
    if (isFile(manifest) && holdsConfig(manifest)) found.push(manifest);
    if (found.length > 0) return found;
  }
  return [];
}
function readConfigText(file) {
  try {
    const stat = statSync(file, { throwIfNoEntry: false });
    if (!stat) return { because: "there is no such file" };
    if (!stat.isFile()) return { because: "it is not a file" };
    return stat.size > MAX_BYTES ? { because: "it is larger than a megabyte" } : readFileSync(file, "utf8");
  } catch {
    return { because: "access is denied" };
  }
}
function upToGitRoot(from) {
  const directories = [];
  for (let directory = from; ; directory = dirname(directory)) {
    directories.push(directory);
    if (existsSync(join(directory, ".git"))) return directories;
    if (dirname(directory) === directory) return [from];
  }
}
function isFile(path) {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
function holdsConfig(manifest) {
  const text = readConfigText(manifest);
  if (typeof text !== "string" || !text.includes(`"${PACKAGE_KEY}"`)) return false;
  try {
    const data = JSON.parse(text);
    return typeof data === "object" && data !== null && Object.hasOwn(data, PACKAGE_KEY);
  } catch {
    return false;
  }
}

// src/discover/git.ts
const { lstatSync, readFileSync: readFileSync2, realpathSync } = require("node:fs");
const { dirname: dirname2, join: join2, relative, resolve, sep } = require("node:path");

// src/discover/git-index.ts
var DIRECTORY = 16384;
var REGULAR = 32768;
var LINK = 40960;
var GITLINK = 57344;
var HEADER = 12;
function readGitIndex(data, hashSize) {
  const paths = /* @__PURE__ */ new Set();
  const opaque = /* @__PURE__ */ new Set();
  const end = eachEntry(data, hashSize, ({ name, mode }) => {
    const path = name.toString("utf8");
    const type = mode & TYPE;
    if (type === DIRECTORY) opaque.add(path.replace(/\/$/, ""));
    else paths.add(path);
    if (type === GITLINK) opaque.add(path);
  });
  return end === void 0 ? void 0 : { paths, opaque };
}
function readFullIndex(data, hashSize) {
  const entries = [];
  const end = eachEntry(data, hashSize, ({ name, mode, size, object, flags, more }) => {
    entries.push({
      path: name.toString("utf8").replace(/\/$/, ""),
      type: mode & TYPE,
      object: object.toString("hex"),
      stage: flags >> 12 & 3,
      intended: (more & INTENT_TO_ADD) !== 0,
      sparse: (more & SKIP_WORK_TREE) !== 0,
      size
    });
  });
  return end === void 0 ? void 0 : { entries, trees: knownTrees(extension(data, end, hashSize, "TREE"), hashSize) };
}
var TYPE = 61440;
var EXTENDED = 16384;
var INTENT_TO_ADD = 8192;
var SKIP_WORK_TREE = 16384;
function eachEntry(data, hashSize, take) {
  if (data.length < HEADER + hashSize || data.toString("latin1", 0, 4) !== "DIRC") return void 0;
  const version = data.readUInt32BE(4);
  if (version < 2 || version > 4) return void 0;
  const count2 = data.readUInt32BE(8);
  let at = HEADER;
  let previous = Buffer.alloc(0);
  for (let index = 0; index < count2; index++) {
    const entry = readEntry(data, at, version, hashSize, previous);
    if (entry === void 0) return void 0;
    take(entry);
    previous = entry.name;
    at = entry.end;
  }
  return isSplit(data, at, hashSize) ? void 0 : at;
}
function readEntry(data, start, version, hashSize, previous) {
  const flagsAt = start + 40 + hashSize;
  if (flagsAt + 4 > data.length) return void 0;
  const mode = data.readUInt32BE(start + 24);
  const size = data.readUInt32BE(start + 36);
  const flags = data.readUInt16BE(flagsAt);
  const extended = version >= 3 && (flags & EXTENDED) !== 0;
  const more = extended ? data.readUInt16BE(flagsAt + 2) : 0;
  const object = data.subarray(start + 40, flagsAt);
  const nameAt = flagsAt + (extended ? 4 : 2);
  if (version < 4) {
    const zero2 = data.indexOf(0, nameAt);
    if (zero2 === -1) return void 0;
    return {
      name: data.subarray(nameAt, zero2),
      mode,
      size,
      object,
      flags,
      more,
      end: start + (zero2 - start + 8 & ~7)
    };
  }
  let at = nameAt;
  let byte = data[at++] ?? 0;
  let dropped = byte & 127;
  while (byte & 128) {
    if (at - nameAt > 4) return void 0;
    byte = data[at++] ?? 0;
    dropped = dropped + 1 << 7 | byte & 127;
  }
  const zero = data.indexOf(0, at);
  if (zero === -1 || dropped > previous.length) return void 0;
  const name = Buffer.concat([previous.subarray(0, previous.length - dropped), data.subarray(at, zero)]);
  return { name, mode, size, object, flags, more, end: zero + 1 };
}
function isSplit(data, extensions, hashSize) {
  return extension(data, extensions, hashSize, "link")?.subarray(0, hashSize).some((byte) => byte !== 0) ?? false;
}
function extension(data, start, hashSize, name) {
  for (let at = start; at + 8 <= data.length - hashSize; ) {
    const size = data.readUInt32BE(at + 4);
    if (data.toString("latin1", at, at + 4) === name) return data.subarray(at + 8, at + 8 + size);
    at += 8 + size;
  }
  return void 0;
}
function knownTrees(data, hashSize) {
  const trees = /* @__PURE__ */ new Map();
  const above = [];
  for (let at = 0; data !== void 0 && at < data.length; ) {
    const zero = data.indexOf(0, at);
    const end = data.indexOf(10, zero);
    const [, count2 = "", folders = ""] = /^(-?\d{1,9}) (\d{1,9})$/.exec(data.toString("latin1", zero + 1, end)) ?? [];
    if (zero === -1 || end === -1 || count2 === "") break;
    const parent = above.at(-1);
    const name = data.toString("utf8", at, zero);
    const path = parent === void 0 || parent.path === "" ? name : `${parent.path}/${name}`;
    at = end + 1;
    if (Number(count2) >= 0) {
      trees.set(path, data.toString("hex", at, at + hashSize));
      at += hashSize;
    }
    if (parent) parent.left--;
    above.push({ path, left: Number(folders) });
    while (above.at(-1)?.left === 0) above.pop();
  }
  return trees;
}

// src/discover/git.ts
var UPWARD_LIMIT = 40;
var INDEX_LIMIT = 128 * 1024 * 1024;
var SMALL_FILE_LIMIT = 256 * 1024;
function pathInWorkTree(root) {
  const real = realPath(root);
  const prefix = real === void 0 ? "" : findWorkTree(real)?.prefix ?? "";
  return prefix === "" ? "" : `${prefix}/`;
}
function findWorkTree(root) {
  const repository = findRepository(root);
  if (repository === void 0) return void 0;
  const { top, prefix, common, hashSize } = repository;
  const data = readIndexFile(repository);
  const exclude = readSmall(join2(common, "info", "exclude")) ?? "";
  return { top, prefix, exclude, index: data && readGitIndex(data, hashSize) };
}
function findRepository(root) {
  let top = root;
  for (let level = 0; level < UPWARD_LIMIT; level++) {
    const repository = repositoryAt(top);
    if (repository) return { ...repository, prefix: relative(top, root).split(sep).join("/") };
    const parent = dirname2(top);
    if (parent === top) return void 0;
    top = parent;
  }
  return void 0;
}
function repositoryAt(top) {
  const directory = gitDirectory(top);
  if (directory === void 0) return void 0;
  const config = readSmall(join2(directory.common, "config")) ?? "";
  const hashSize = /^\s*objectformat\s*=\s*"?sha256"?\s*$/im.test(config) ? 32 : 20;
  return { ...directory, top, prefix: "", hashSize, config };
}
function readIndexFile(repository, file = join2(repository.own, "index")) {
  return readData(resolve(repository.top, file), INDEX_LIMIT);
}
function gitDirectory(top) {
  const path = join2(top, ".git");
  const kind = kindOf(path);
  if (kind?.isDirectory()) return kindOf(join2(path, "HEAD"))?.isFile() ? { own: path, common: path } : void 0;
  if (!kind?.isFile()) return void 0;
  const target = /^gitdir: ([^\r\n]+)/.exec(readSmall(path) ?? "")?.[1];
  const own = target === void 0 ? void 0 : realPath(resolve(top, target));
  if (own === void 0 || !belongsTo(own, path)) return void 0;
  const common = readSmall(join2(own, "commondir"))?.trim();
  return { own, common: common === void 0 ? own : realPath(resolve(own, common)) ?? own };
}
function belongsTo(own, gitFile) {
  const parts = own.split(sep);
  const back = readSmall(join2(own, "gitdir"))?.trim();
  if (parts.includes("worktrees") && back !== void 0) return realPath(resolve(own, back)) === realPath(gitFile);
  const git = parts.lastIndexOf(".git");
  return git !== -1 && parts[git + 1] === "modules" && gitFile.startsWith(parts.slice(0, git).join(sep) + sep);
}
function kindOf(path) {
  return lstatSync(path, { throwIfNoEntry: false });
}
function realPath(path) {
  try {
    return realpathSync(path);
  } catch {
    return void 0;
  }
}
function readData(path, limit) {
  try {
    const status = lstatSync(path);
    return status.isFile() && status.size <= limit ? readFileSync2(path) : void 0;
  } catch {
    return void 0;
  }
}
function readSmall(path) {
  return readText(path, SMALL_FILE_LIMIT);
}
function readText(path, limit) {
  return readData(path, limit)?.toString("utf8");
}

// src/config/config.ts
var NO_CONFIG = { rules: [], exclude: [], weights: /* @__PURE__ */ new Map(), deployments: [] };
function scopeOf({ staged, since, changed }) {
  return changed ?? (staged && since === void 0 ? "files" : "all");
}
var DEFAULT_OPTIONS = {
  config: NO_CONFIG,
  failOn: "high",
  minScore: 80,
  selection: { only: [], skip: [] },
  advice: false,
  deep: false
};
function exactness(pattern, rule) {
  if (pattern === rule.id || rule.aliases?.includes(pattern)) return 3;
  if (pattern.endsWith("/*") && rule.id.startsWith(pattern.slice(0, -1))) return 2;
  return pattern === rule.category ? 1 : 0;
}
function isSelected(selection, rule) {
  const matches = (pattern) => exactness(pattern, rule) > 0;
  return (selection.only.length === 0 || selection.only.some(matches)) && !selection.skip.some(matches);
}
function settingFor(config, rule) {
  let best;
  let bestExactness = 1;
  for (const setting of config.rules) {
    const found = exactness(setting.pattern, rule);
    if (found === 0 || found < bestExactness) continue;
    best = setting;
    bestExactness = found;
  }
  return best;
}
function isAtLeast(severity, limit) {
  return limit !== "never" && SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(limit);
}
function patternNames(rules, categories) {
  const names = new Set(categories);
  for (const rule of rules) {
    names.add(rule.id);
    names.add(`${rule.id.slice(0, rule.id.indexOf("/"))}/*`);
    for (const alias of rule.aliases ?? []) names.add(alias);
  }
  return names;
}

// src/config/load.ts
const { existsSync: existsSync2 } = require("node:fs");
const { basename, dirname: dirname3, join: join3, relative: relative2, sep: sep2 } = require("node:path");

// door:src/config/parse.ts
var room;
function enter() {
  return room ??= require("./config-parse.js");
}
function parseConfig(...given) {
  return enter().parseConfig(...given);
}

// door:src/config/rebase.ts
var room2;
function enter2() {
  return room2 ??= require("./config-rebase.js");
}
function rebase(...given) {
  return enter2().rebase(...given);
}

// src/config/load.ts
function loadConfig(root, explicit, rules) {
  const found = explicit === void 0 ? findConfig(root) : [explicit];
  const [file, second] = found;
  if (file === void 0) return { ok: true, config: NO_CONFIG };
  if (second !== void 0) {
    return failed(file, `there is a second configuration beside it, ${basename(second)}; keep one of them`);
  }
  const text = readConfigText(file);
  if (typeof text !== "string") return failed(file, `the configuration cannot be read: ${text.because}`);
  const path = relative2(root, file).split(sep2).join("/");
  const prefix = relative2(dirname3(file), root).split(sep2).join("/");
  const isAbove = !prefix.startsWith("..");
  const base = isAbove ? dirname3(file) : root;
  const result = parseConfig({ path, text }, rules, (named) => existsSync2(join3(base, named)));
  if (!result.ok) return { ok: false, problems: result.problems.map((problem) => ({ ...problem, file })) };
  return { ok: true, config: isAbove && prefix !== "" ? rebase(result.config, prefix) : result.config };
}
function failed(file, message) {
  return { ok: false, problems: [{ file, message }] };
}

// src/mask.ts
var SECRET_WORD = /pass(?:word|wd|phrase)|pass$|pwd|secret|token|credential|salt$|(?:api|access|private|encryption|signing|license)[_-]?key|[_-]key$/i;
var HINT = /pass|pwd|secret|token|credential|salt|key|master/i;
var NO_SECRET = /^(?:secrets|tokens)$|_?file$|[_-](?:path|dir|url|uri|name|ttl|expiry|expires(?:_in)?|length|algorithm|public_key)$|public[_-]?key$/i;
var TELLS_NOTHING = /^(?:\$\$?\{?[A-Za-z_]\w*\}?|\$\{[A-Za-z_]\w*:?\?[^}]*\}|\$\{\{[^}]*\}\}|true|false|null|yes|no|\d{1,4}|\/run\/secrets\/[\w./-]*|[|>][-+\d]*|\{|\[|[*&!][\w-]+)$/;
var TOKEN = /\b(?:(?:sk|pk|rk)[_-](?:live|test|proj|ant)[_-][\w-]+|gh[pousr]_\w{16,}|github_pat_\w+|glpat-[\w-]+|AKIA[A-Z0-9]{12,}|ASIA[A-Z0-9]{12,}|xox[abeprs]-[\w-]+|AIza[\w-]{30,}|eyJ[\w-]{8,}(?:\.[\w-]+){1,2}|SG\.[\w-]+\.[\w-]+|npm_\w{30,}|hf_\w{20,}|dop_v1_\w+)/g;
var LONG_RUN = /[A-Za-z0-9+=_]{20,}/g;
var WRITTEN = /^(?:[A-Z]{2,16}(?:_(?:[A-Z]{1,16}|\d{1,3}[A-Z]{0,3})){2,}|[a-z]{2,16}(?:_[a-z]{1,16}){0,8}=\d{1,6}(?:[kKMGT]i?B?)?)$/;
var BEARER = /\b(?:Bearer|Basic)\s+([\w.~+/=-]{8,})/gi;
var SPACED_ENV = /^\s*(?:ENV|ARG)\s+([A-Za-z_]\w*)\s+(?=\S)(?!=)/i;
function secretRegions(line, previous = "") {
  const found = [];
  const add = (start, end) => {
    if (end > start) found.push({ start, end });
  };
  const indent = indentOf(line);
  const hinted = HINT.test(line);
  if (announcesSecret(previous) && (indent > indentOf(previous) || /^\s*["'-]/.test(line))) addValue(line, indent, add);
  if (hinted) addNamed(line, add);
  for (const match of line.matchAll(/:\/\/[^\s:@/"']*:([^\s"']+)@/g)) {
    const [all, password = ""] = match;
    const start = match.index + all.length - 1 - password.length;
    if (!TELLS_NOTHING.test(password)) add(start, start + password.length);
  }
  for (const { start, end } of optionValues(line, hinted)) add(start, end);
  for (const match of line.matchAll(TOKEN)) add(match.index, match.index + match[0].length);
  for (const match of line.matchAll(BEARER)) {
    const end = match.index + match[0].length;
    add(end - (match[1] ?? "").length, end);
  }
  for (const { start, end } of randomRuns(line)) add(start, end);
  if (/^\s*[A-Za-z0-9+/]{40,}={0,2}\s*$/.test(line)) add(line.length - line.trimStart().length, line.trimEnd().length);
  return merged(found);
}
function addNamed(line, add) {
  for (const match of line.matchAll(/(?<!\$\{|-|\w)[A-Za-z_][\w.-]*(?=["']?\s{0,4}[:=])/g)) {
    if (isSecretName(match[0])) addValue(line, match.index + match[0].length, add, quoteBefore(line, match.index));
  }
  for (const match of line.matchAll(/\$\{(\w+):?[-+=]([^}]+)/g)) {
    const [all, name = "", fallback = ""] = match;
    if (isSecretName(name)) add(match.index + all.length - fallback.length, match.index + all.length);
  }
  const spaced = SPACED_ENV.exec(line);
  if (spaced && isSecretName(spaced[1] ?? "")) addValue(line, spaced[0].length, add);
}
function randomRuns(text) {
  return [...text.matchAll(LONG_RUN)].flatMap(({ 0: run, index }) => {
    const least = run.length < 32 ? 2 : 1;
    const thrown = count(run, /\d/g) >= least && (run.length >= 32 ? /[A-Za-z]/.test(run) : count(run, /[A-Z]/g) >= 2 && count(run, /[a-z]/g) >= 2);
    const digest = thrown && /sha(?:256|384|512)[:-]$/.test(text.slice(Math.max(0, index - 10), index));
    return thrown && !digest && !WRITTEN.test(run) ? [{ start: index, end: index + run.length }] : [];
  });
}
function count(text, pattern) {
  return text.match(pattern)?.length ?? 0;
}
function maskMessage(message) {
  const quoted = message.replace(/"[^"]{8,}"/g, (part) => maskLine(part, secretRegions(part)));
  return maskLine(quoted, randomRuns(quoted));
}
function pointedRegions(line, previous, pointed) {
  const regions = secretRegions(line, previous);
  const hidden = regions.some(({ start, end }) => start < pointed.end && end > pointed.start);
  const behind = regions.some(({ start }) => start >= pointed.end);
  if (hidden) return regions;
  const text = line.slice(pointed.start, pointed.end);
  const inside = /^[-\s"']*[A-Za-z_][\w.-]*["']?\s*[:=]\s*/.exec(text);
  if (inside && inside[0].length < text.length) {
    return merged([...regions, { start: pointed.start + inside[0].length, end: pointed.end }]);
  }
  const next = /^["']?\s*[:=]\s*/.exec(line.slice(pointed.end));
  if (next) return behind ? regions : merged([...regions, { start: pointed.end + next[0].length, end: line.length }]);
  return TELLS_NOTHING.test(text.trim()) ? regions : merged([...regions, pointed]);
}
function maskLine(line, regions) {
  let masked = "";
  let at = 0;
  for (const { start, end } of regions) {
    masked += `${line.slice(at, start)}********`;
    at = end;
  }
  return masked + line.slice(at);
}
function isSecretName(name) {
  return SECRET_WORD.test(name) && !NO_SECRET.test(name);
}
function indentOf(line) {
  return line.length - line.trimStart().length;
}
function quoteBefore(line, at) {
  const quote = line[at - 1];
  return quote === '"' || quote === "'" ? quote : void 0;
}
function addValue(line, from, add, opened) {
  const rest = line.slice(from);
  const lead = /^(["']?)\s*(?:[:=]\s*)?(?:-\s+)?/.exec(rest);
  const closesName = opened !== void 0 && lead?.[1] === opened;
  const outer = opened !== void 0 && !closesName ? opened : void 0;
  const start = from + (lead?.[0].length ?? 0);
  const value = line.slice(start);
  const quote = outer ?? (/^["']/.test(value) ? value[0] : void 0);
  const skip = outer === void 0 && quote !== void 0 ? 1 : 0;
  const end = quote === void 0 ? endOfPlain(line, start) : endOfQuoted(line, start + skip, quote);
  const shown = line.slice(start + skip, end).trim();
  if (shown === "" || TELLS_NOTHING.test(shown) || isReferenceWithDefault(shown)) return;
  add(start + skip, end);
}
function isReferenceWithDefault(value) {
  return /^\$\{\w+:?[-+=][^}]*\}$/.test(value) && isSecretName(/\w+/.exec(value)?.[0] ?? "");
}
function endOfPlain(line, start) {
  const inFlow = /[[{][^\]}]*$/.test(line.slice(0, start));
  const stop = (inFlow ? /[,}\]]|\s+#/ : /\s+#/).exec(line.slice(start));
  return stop ? start + stop.index : line.trimEnd().length;
}
function endOfQuoted(line, start, quote) {
  for (let at = start; at < line.length; at++) {
    if (line[at] === "\\" && quote === '"') at++;
    else if (line[at] === quote) return at;
  }
  return line.length;
}
function optionValues(line, hinted) {
  const named = [
    /(?:^|[\s"'[])--?[\w-]*(?:pass(?:word)?|secret|token|[_-]key)[\w-]*(?:=|\s+|["'],\s*["'])([^\s"',\]]+)/gi,
    /\b(?:requirepass|masterauth|masteruser)(?:\s+|["'],\s*["'])([^\s"',\]]+)/gi
  ];
  const patterns = [
    ...hinted ? named : [],
    .../redis-(?:cli|benchmark)|valkey-cli/.test(line) ? [/\s["']?(?:-a|--pass)(?:\s+|["'],\s*["'])([^\s"',\]]+)/g] : [],
    .../mysql|mariadb/.test(line) ? [/[\s"']-p([^\s"',\]]+)/g] : []
  ];
  return patterns.flatMap(
    (pattern) => [...line.matchAll(pattern)].flatMap((match) => {
      const value = match[1] ?? "";
      const end = match.index + match[0].length;
      return TELLS_NOTHING.test(value) || value.startsWith("-") ? [] : [{ start: end - value.length, end }];
    })
  );
}
function announcesSecret(line) {
  if (!HINT.test(line)) return false;
  const named = /([A-Za-z_-][\w.-]*)["']?\s*(:\s*(?:[|>][-+\d]*)?|,)?\s*$/.exec(line.slice(-200));
  const name = named?.[1] ?? "";
  if (named?.[2]?.startsWith(":")) return isSecretName(name);
  return /^(?:-{0,2}requirepass|-{0,2}masterauth|--?[\w-]*(?:pass(?:word)?|secret|token|[_-]key)[\w-]*)$/i.test(name);
}
function merged(regions) {
  const result = [];
  for (const region of regions.toSorted((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last && region.start <= last.end)
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, region.end) };
    else result.push(region);
  }
  return result;
}

module.exports = {
  PACKAGE_KEY,
  findConfig,
  DIRECTORY,
  REGULAR,
  LINK,
  GITLINK,
  readFullIndex,
  pathInWorkTree,
  findWorkTree,
  findRepository,
  repositoryAt,
  readIndexFile,
  realPath,
  readData,
  readSmall,
  readText,
  secretRegions,
  maskMessage,
  pointedRegions,
  maskLine,
  NO_CONFIG,
  scopeOf,
  DEFAULT_OPTIONS,
  exactness,
  isSelected,
  settingFor,
  isAtLeast,
  patternNames,
  loadConfig
};
