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
const { basename, dirname: dirname2, join: join2, relative, sep } = require("node:path");

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
  const path = relative(root, file).split(sep).join("/");
  const prefix = relative(dirname2(file), root).split(sep).join("/");
  const isAbove = !prefix.startsWith("..");
  const base = isAbove ? dirname2(file) : root;
  const result = parseConfig({ path, text }, rules, (named) => existsSync2(join2(base, named)));
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
