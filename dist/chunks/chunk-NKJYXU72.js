"use strict";
const {
  entropy,
  hasSequence,
  isRepetition,
  mask
} = require("./chunk-YXT6UML4.js");
const {
  CATEGORIES,
  SEVERITIES
} = require("./chunk-AAQLWITA.js");

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
function readEntry(data, start2, version, hashSize, previous) {
  const flagsAt = start2 + 40 + hashSize;
  if (flagsAt + 4 > data.length) return void 0;
  const mode = data.readUInt32BE(start2 + 24);
  const size = data.readUInt32BE(start2 + 36);
  const flags = data.readUInt16BE(flagsAt);
  const extended = version >= 3 && (flags & EXTENDED) !== 0;
  const more = extended ? data.readUInt16BE(flagsAt + 2) : 0;
  const object = data.subarray(start2 + 40, flagsAt);
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
      end: start2 + (zero2 - start2 + 8 & ~7)
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
function extension(data, start2, hashSize, name) {
  for (let at = start2; at + 8 <= data.length - hashSize; ) {
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

// src/weights.ts
var LETTERS = ["A", "B", "C", "D", "F"];
var WEIGHTS = {
  categories: {
    "infrastructure-stability": 25,
    "service-health": 20,
    security: 20,
    observability: 15,
    "disaster-recovery": 10,
    performance: 10
  },
  severities: { critical: 10, high: 7, medium: 3, low: 1 },
  criticalFactor: 0.75,
  letters: [
    { letter: "A", from: 90 },
    { letter: "B", from: 80 },
    { letter: "C", from: 70 },
    { letter: "D", from: 60 },
    { letter: "F", from: 0 }
  ],
  bestWithCritical: "C",
  threshold: 80
};
function weightsWith(categories) {
  return { ...WEIGHTS, categories: { ...WEIGHTS.categories, ...Object.fromEntries(categories) } };
}

// src/exact.ts
function plus(a, b) {
  return a.under === b.under ? { over: a.over + b.over, under: a.under } : { over: a.over * b.under + b.over * a.under, under: a.under * b.under };
}
var SCALE = 10n ** 15n;
function toNumber(fraction) {
  return Number(fraction.over * SCALE / fraction.under) / Number(SCALE);
}
function fractionOf(value) {
  const written = /^(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value));
  if (!written) throw new RangeError(`not a number of 0 or more: ${value}`);
  const [, whole = "0", decimals = "", exponent = "0"] = written;
  const shift = Number(exponent) - decimals.length;
  const digits = BigInt(whole + decimals);
  return shift >= 0 ? { over: digits * 10n ** BigInt(shift), under: 1n } : { over: digits, under: 10n ** BigInt(-shift) };
}
function commonMultiple(values) {
  let multiple = 1n;
  for (const value of new Set(values)) multiple = multiple / commonDivisor(multiple, value) * value;
  return multiple;
}
function inProportion(numbers) {
  const fractions = [...numbers].map(([key, value]) => [key, fractionOf(value)]);
  const scale = commonMultiple(fractions.map(([, fraction]) => fraction.under));
  return new Map(fractions.map(([key, fraction]) => [key, fraction.over * (scale / fraction.under)]));
}
function commonDivisor(a, b) {
  let [larger, smaller] = [a, b];
  while (smaller > 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}

// src/ledger.ts
function isScored(rule) {
  return rule.confidence !== "C";
}
function openLedger(judgements, weights) {
  const known = opened.get(judgements);
  if (known?.weights === weights) return known.ledger;
  const ledger = enter3(judgements, weights);
  opened.set(judgements, { weights, ledger });
  return ledger;
}
var opened = /* @__PURE__ */ new WeakMap();
function enter3(judgements, weights) {
  const severityWeights = inProportion(new Map(SEVERITIES.map((severity) => [severity, weights.severities[severity]])));
  const categoryWeights = inProportion(new Map(CATEGORIES.map((category) => [category, weights.categories[category]])));
  const lines = /* @__PURE__ */ new Map();
  for (const judgement of judgements) {
    const line = lineOf(judgement, severityWeights);
    if (line) lines.set(judgement.rule.id, line);
  }
  const sheets = /* @__PURE__ */ new Map();
  for (const category of CATEGORIES) {
    const weight = categoryWeights.get(category) ?? 0n;
    const own = [...lines.values()].filter((line) => line.rule.category === category);
    if (own.length > 0) sheets.set(category, sheetOf(category, weight, own));
  }
  return { lines, moved: /* @__PURE__ */ new Map(), sheets, criticalFactor: fractionOf(weights.criticalFactor) };
}
function apply(ledger, changes) {
  const moved = new Map(ledger.moved);
  const sheets = new Map(ledger.sheets);
  for (const change of changes) {
    const line = moved.get(change.rule) ?? ledger.lines.get(change.rule);
    const sheet = line && sheets.get(line.rule.category);
    if (!line || !sheet) continue;
    const after = { ...line, points: line.points + BigInt(change.points), strikes: line.strikes + change.strikes };
    moved.set(change.rule, after);
    sheets.set(sheet.category, {
      ...sheet,
      points: sheet.points + line.weight * BigInt(change.points) * (sheet.unit / line.demanded),
      criticalRules: sheet.criticalRules + Number(after.strikes > 0) - Number(line.strikes > 0)
    });
  }
  return { ...ledger, moved, sheets };
}
function totalOf(ledger) {
  let weights = 0n;
  let sum2 = { over: 0n, under: 1n };
  for (const sheet of ledger.sheets.values()) {
    if (sheet.weight === 0n) continue;
    const score2 = scoreOf(ledger, sheet);
    weights += sheet.weight;
    sum2 = plus(sum2, { over: sheet.weight * score2.over, under: score2.under });
  }
  return weights === 0n ? null : toNumber({ over: sum2.over, under: sum2.under * weights });
}
function scoreOf(ledger, sheet) {
  const n = BigInt(sheet.criticalRules);
  return {
    over: 100n * sheet.points * ledger.criticalFactor.over ** n,
    under: sheet.unit * sheet.demanded * ledger.criticalFactor.under ** n
  };
}
function changeBetween(rule, before, after) {
  return {
    rule: rule.id,
    points: pointsOf(after) - pointsOf(before),
    strikes: Number(strikes(rule, after)) - Number(strikes(rule, before))
  };
}
function strikes(rule, outcome) {
  if (outcome.weight === 0 || outcome.status === "pass") return false;
  if (outcome.findings.some((finding) => (finding.ruleSeverity ?? finding.severity) === "critical")) return true;
  if (outcome.unreadable) return rule.severity === "critical" || rule.worst === "critical";
  return outcome.status !== "unverified" && rule.severity === "critical";
}
function pointsOf(outcome) {
  return outcome.status === "pass" ? outcome.weight : 0;
}
function lineOf(judgement, weights) {
  const { rule, outcomes } = judgement;
  const demanded = BigInt(sum(outcomes.map((outcome) => outcome.weight)));
  const weight = weights.get(rule.severity) ?? 0n;
  if (!isScored(rule) || demanded === 0n || weight === 0n) return void 0;
  return {
    rule,
    weight,
    demanded,
    points: BigInt(sum(outcomes.map(pointsOf))),
    strikes: outcomes.filter((outcome) => strikes(rule, outcome)).length
  };
}
function sheetOf(category, weight, lines) {
  const unit = commonMultiple(lines.map((line) => line.demanded));
  let demanded = 0n;
  let points = 0n;
  for (const line of lines) {
    demanded += line.weight;
    points += line.weight * line.points * (unit / line.demanded);
  }
  return { category, weight, unit, demanded, points, criticalRules: lines.filter((line) => line.strikes > 0).length };
}
function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}

// src/score.ts
function score(judgements, options) {
  const weights = options.weights ?? WEIGHTS;
  const ledger = openLedger(judgements, weights);
  const total = totalOf(ledger);
  if (!options.deployable || total === null) return null;
  const scored = judgements.filter((judgement) => isScored(judgement.rule));
  return {
    total,
    letter: letterOf(total, weights, scored.some(hasOpenCritical)),
    threshold: options.threshold ?? weights.threshold,
    categories: CATEGORIES.map((category) => categoryScore(category, scored, ledger, weights)),
    coverage: coverageOf(scored)
  };
}
function formatScore(value) {
  return (Math.floor(value * 10) / 10).toFixed(1);
}
function hasOpenCritical({ outcomes }) {
  return outcomes.some(
    ({ weight, findings }) => weight > 0 && findings.some((finding) => (finding.ruleSeverity ?? finding.severity) === "critical" && !finding.suppressed)
  );
}
function letterOf(total, weights, openCritical) {
  const earned = weights.letters.find(({ from }) => total >= from)?.letter ?? "F";
  const capped = openCritical && LETTERS.indexOf(earned) < LETTERS.indexOf(weights.bestWithCritical);
  return capped ? weights.bestWithCritical : earned;
}
function categoryScore(category, judgements, ledger, weights) {
  const sheet = ledger.sheets.get(category);
  const rules = judgements.filter((judgement) => judgement.rule.category === category).toSorted((a, b) => a.rule.id < b.rule.id ? -1 : 1);
  return {
    category,
    weight: weights.categories[category],
    score: sheet ? toNumber(scoreOf(ledger, sheet)) : null,
    base: sheet ? toNumber({ over: sheet.points, under: sheet.unit * sheet.demanded }) : null,
    criticalRules: sheet?.criticalRules ?? 0,
    rules: rules.flatMap((judgement) => {
      const line = ledger.lines.get(judgement.rule.id);
      return line ? [ruleScore(judgement, line, weights)] : [];
    })
  };
}
function ruleScore({ rule, outcomes }, line, weights) {
  const counted = outcomes.filter((outcome) => outcome.weight > 0);
  const having = (status) => counted.filter((outcome) => outcome.status === status).length;
  return {
    rule: rule.id,
    weight: weights.severities[rule.severity],
    q: toNumber({ over: line.points, under: line.demanded }),
    critical: line.strikes > 0,
    subjects: counted.length,
    passed: having("pass"),
    failed: having("fail"),
    accepted: having("accepted"),
    unverified: having("unverified")
  };
}
function coverageOf(judgements) {
  let demanded = 0;
  let verified = 0;
  for (const { weight, status } of judgements.flatMap((judgement) => judgement.outcomes)) {
    if (weight === 0) continue;
    const questions = Math.max(1, weight / 3);
    demanded += questions;
    if (status !== "unverified") verified += questions;
  }
  return { demanded, verified, share: demanded === 0 ? 1 : verified / demanded };
}

// src/outcome.ts
function withFindings(rule, outcome, findings) {
  const severity = worstSeverity(findings) ?? rule.severity;
  return { ...outcome, findings, severity, status: statusOf(outcome, findings) };
}
function withoutFindings(rule, outcome, isFixed) {
  const left = outcome.findings.filter((finding) => !isFixed(finding));
  return left.length === outcome.findings.length ? outcome : withFindings(rule, outcome, left);
}
function worstSeverity(findings) {
  if (findings.length === 0) return void 0;
  return SEVERITIES.find((severity) => findings.some((finding) => finding.severity === severity));
}
function withoutImplied(rule, outcome) {
  const { implied: implied2, ...rest } = outcome;
  return implied2 ? withFindings(rule, rest, outcome.findings) : outcome;
}
function statusOf(outcome, findings) {
  if (outcome.implied) return "fail";
  if (findings.length === 0) return outcome.because === void 0 ? "pass" : "unverified";
  return findings.every((finding) => finding.suppressed) ? "accepted" : "fail";
}

// src/remedy.ts
function changeOf(answer, isFixed, released = false) {
  return changeBetween(answer.rule, answer.outcome, remedied(answer, isFixed, released));
}
function remedied({ rule, outcome }, isFixed, released) {
  return withoutFindings(rule, released ? withoutImplied(rule, outcome) : outcome, isFixed);
}
function impliedAnswers(judgements) {
  const answers = implied.get(judgements) ?? findImplied(judgements);
  implied.set(judgements, answers);
  return answers;
}
var implied = /* @__PURE__ */ new WeakMap();
function findImplied(judgements) {
  const index = indexOf(judgements);
  const traits = /* @__PURE__ */ new Map();
  const answers = [];
  for (const { rule, outcomes } of judgements) {
    for (const outcome of outcomes) {
      if (!outcome.implied) continue;
      const holders = holdersOf(rule, outcome, outcome.implied, index);
      if (holders.length === 0) continue;
      const known = traits.get(holders) ?? {
        rules: new Set(holders.map((finding) => finding.rule)),
        accepted: holders.some((finding) => finding.suppressed)
      };
      traits.set(holders, known);
      answers.push({ rule, outcome, holders, ...known });
    }
  }
  return answers;
}
function indexOf(judgements) {
  const found = judgements.flatMap(
    ({ rule, outcomes }) => outcomes.flatMap(
      ({ findings, weight }) => findings.map((finding) => ({ finding, scored: isScored(rule) && weight > 0 }))
    )
  );
  const all = found.filter((entry) => entry.scored).map((entry) => entry.finding);
  const each = found.map((entry) => entry.finding);
  return {
    all,
    ofRule: grouped(each, (finding) => finding.rule),
    ofAnswer: grouped(each, (finding) => answerKey(finding.rule, finding.subject)),
    ofSubject: grouped(all, (finding) => finding.subject)
  };
}
function answerKey(rule, subject) {
  return `${rule} ${subject}`;
}
function holdersOf(rule, outcome, { by }, index) {
  const named = by === void 0 ? [] : index.ofRule.get(by) ?? [];
  const namedHere = by === void 0 ? void 0 : index.ofAnswer.get(answerKey(by, outcome.subject));
  if (namedHere) return namedHere;
  if (named.length > 0) return named;
  const here = (index.ofSubject.get(outcome.subject) ?? []).filter((finding) => finding.rule !== rule.id);
  return here.length > 0 ? here : index.all;
}
function grouped(values, keyOf) {
  const groups = /* @__PURE__ */ new Map();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group) group.push(value);
    else groups.set(keyOf(value), [value]);
  }
  return groups;
}

// src/roadmap.ts
var MINUTES = { minutes: 20, hours: 3 * 60, days: 2 * 8 * 60 };
var PHASES = ["critical", "high", "rest"];
function roadmap(judgements, options) {
  const weights = options.weights ?? WEIGHTS;
  const threshold = options.threshold ?? weights.threshold;
  const ledger = openLedger(judgements, weights);
  const from = options.deployable ? totalOf(ledger) : null;
  if (from === null) return null;
  const chosen = choose(candidatesOf(judgements), ledger, from, threshold);
  const steps = inPhases(chosen, ledger, from);
  const to = steps.at(-1)?.to ?? from;
  return {
    from,
    to,
    threshold,
    reached: to >= threshold,
    minutes: steps.reduce((total, step) => total + step.minutes, 0),
    steps,
    beyond: beyondOf(judgements)
  };
}
function formatEffort(minutes) {
  const [count2, unit] = minutes < 60 ? [minutes, "minute"] : minutes <= 8 * 60 ? [Math.ceil(minutes / 60), "hour"] : [Math.ceil(minutes / (8 * 60)), "day"];
  return `${count2} ${unit}${count2 === 1 ? "" : "s"}`;
}
function candidatesOf(judgements) {
  const answers = impliedAnswers(judgements);
  const touching = grouped(
    answers.flatMap((answer) => [.../* @__PURE__ */ new Set([...answer.rules, answer.rule.id])].map((rule) => ({ rule, answer }))),
    ({ rule }) => rule
  );
  return judgements.toSorted((a, b) => a.rule.id < b.rule.id ? -1 : 1).flatMap((judgement) => {
    const { rule, outcomes } = judgement;
    const open = outcomes.flatMap((outcome) => outcome.findings).filter(isOpen);
    const severity = worstSeverity(open);
    if (!severity) return [];
    const own = outcomes.filter((outcome) => !outcome.implied).map((outcome) => changeOf({ rule, outcome }, isOpen));
    const minutes = MINUTES[rule.effort] * (open.length + 3) / 4;
    const phase = severity === "critical" || severity === "high" ? severity : "rest";
    return {
      step: { rule: rule.id, severity, phase, effort: rule.effort, minutes, findings: open.length },
      own: merged(rule.id, own),
      implied: (touching.get(rule.id) ?? []).map(({ answer }) => answer)
    };
  });
}
function choose(candidates, ledger, from, threshold) {
  const everything = candidates.reduce((way2, candidate) => taken(way2, candidate), start(ledger, from));
  const chosen = [];
  let way = start(ledger, from);
  while (way.total < threshold && isMore(everything.total, way.total)) {
    const left = candidates.filter(({ step }) => !way.done.has(step.rule));
    const next = bestOf(left, way) ?? left.find(({ implied: implied2 }) => implied2.length > 0);
    if (!next) break;
    chosen.push(next);
    way = taken(way, next);
  }
  return chosen;
}
function bestOf(candidates, way) {
  let best;
  for (const candidate of candidates) {
    const gain = (totalOf(apply(way.ledger, changesOf(candidate, way))) ?? way.total) - way.total;
    const worth = gain / candidate.step.minutes;
    if (isMore(worth, best?.worth ?? 0)) best = { candidate, worth };
  }
  return best?.candidate;
}
function isMore(a, b) {
  return a - b > 1e-9;
}
function inPhases(chosen, ledger, from) {
  let way = start(ledger, from);
  return PHASES.flatMap((phase) => chosen.filter(({ step }) => step.phase === phase)).map((candidate) => {
    const before = way.total;
    way = taken(way, candidate);
    return { ...candidate.step, gain: way.total - before, to: way.total };
  });
}
function start(ledger, total) {
  return { ledger, total, done: /* @__PURE__ */ new Set(), progress: /* @__PURE__ */ new Map() };
}
function taken(way, candidate) {
  const { rule } = candidate.step;
  const ledger = apply(way.ledger, changesOf(candidate, way));
  const progress = new Map(way.progress);
  for (const answer of candidate.implied) if (answer.rules.has(rule)) progress.set(answer, doneFor(answer, way) + 1);
  return { ledger, total: totalOf(ledger) ?? way.total, done: new Set(way.done).add(rule), progress };
}
function changesOf({ step, own, implied: implied2 }, way) {
  const changes = implied2.flatMap((answer) => {
    const before = doneFor(answer, way);
    const after = before + Number(answer.rules.has(step.rule));
    if (answer.rule.id !== step.rule && after < answer.rules.size) return [];
    const isDone = ({ rule }) => way.done.has(rule);
    const isDoneAfter = (finding) => isDone(finding) || finding.rule === step.rule;
    return [changeBetween(answer.rule, stateOf(answer, before, isDone), stateOf(answer, after, isDoneAfter))];
  });
  return [...own, ...[...grouped(changes, (change) => change.rule)].flatMap(([rule, some]) => merged(rule, some))];
}
function doneFor(answer, way) {
  return way.progress.get(answer) ?? 0;
}
function stateOf(answer, done, isDone) {
  const released = !answer.accepted && done === answer.rules.size;
  return remedied(answer, (finding) => isOpen(finding) && isDone(finding), released);
}
function merged(rule, changes) {
  const points = changes.reduce((total, change) => total + change.points, 0);
  const strikes2 = changes.reduce((total, change) => total + change.strikes, 0);
  return points === 0 && strikes2 === 0 ? [] : [{ rule, points, strikes: strikes2 }];
}
function isOpen(finding) {
  return !finding.suppressed;
}
function beyondOf(judgements) {
  const counted = judgements.filter((judgement) => isScored(judgement.rule)).flatMap((judgement) => judgement.outcomes).filter((outcome) => outcome.weight > 0);
  return {
    accepted: counted.filter((outcome) => outcome.findings.some((finding) => finding.suppressed)).length,
    unverified: counted.filter((outcome) => outcome.because !== void 0).length
  };
}

// src/knowledge/private-keys.ts
var PEM_KEYWORD = "-----BEGIN ";
var BEGIN = /-----BEGIN ((?:RSA |EC |DSA |OPENSSH |ENCRYPTED |PGP )?PRIVATE KEY)( BLOCK)?-----/y;
var LONGEST_BODY = 2e4;
var PUBLISHED = [
  // jwt.io's example.
  "MIIEvwIBADANBgkqhkiG9w0BAQEFAASCBKkwggSlAgEAAoIBAQC7VJTUt9Us8cKj",
  // https://github.com/hashicorp/vagrant/tree/main/keys
  "MIIEogIBAAKCAQEA6NF8iallvQVp22WDkTkyrtvp9eWW6A8YVr"
];
var OPENSSH_PLAIN = "b3BlbnNzaC1rZXktdjEAAAAABG5vbmU";
function privateKeyAt(text, start2) {
  BEGIN.lastIndex = start2;
  const begin = BEGIN.exec(text);
  if (!begin) return void 0;
  const from = BEGIN.lastIndex;
  const footer = text.slice(from, from + LONGEST_BODY).indexOf("-----END ");
  if (footer === -1) return void 0;
  const inside = text.slice(from, from + footer);
  if (inside.includes(PEM_KEYWORD)) return void 0;
  const pgp = begin[2] !== void 0;
  const body = bodyOf(inside);
  if (body === void 0 || !isPlausible(body, pgp)) return void 0;
  const kind = begin[1] ?? "PRIVATE KEY";
  const encrypted = kind.startsWith("ENCRYPTED") || /Proc-Type:\s*4,ENCRYPTED/.test(inside) || isLockedOpenSsh(body);
  const closed = text.indexOf("-----", from + footer + 9);
  const end = closed === -1 || closed > from + footer + 60 ? from + footer : closed + 5;
  return { start: start2, end, name: nameOf(kind, encrypted), encrypted, length: body.length };
}
function nameOf(kind, encrypted) {
  const type = kind.replace(/ ?PRIVATE KEY$/, "").replace("ENCRYPTED", "").replace("OPENSSH", "OpenSSH");
  return `${type === "" ? "Private key" : `${type} private key`}${encrypted ? ", encrypted" : ""}`;
}
function bodyOf(inside) {
  const lines = inside.replace(/\\r|\\n|\\t/g, "\n").split(/[\r\n]+/);
  let body = "";
  for (const line of lines) {
    const text = line.replace(/^[\s"'`+|>*#/,;-]+(?=$|[A-Za-z0-9+/=:])/, "").replace(/[\s"'`+\\,;]+$/, "");
    if (text === "" || /^[A-Za-z][A-Za-z0-9-]{2,20}:\s/.test(text)) continue;
    if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return void 0;
    body += text;
  }
  return body;
}
function isPlausible(body, pgp) {
  if (PUBLISHED.some((known) => body.startsWith(known))) return false;
  const form = pgp || /^(?:M[CHI]|b3BlbnNzaC1rZXktdjE)/.test(body);
  const long = body.length >= (body.startsWith("MC4CAQAw") ? 64 : 100);
  return form && long && entropy(body.slice(0, 4e3)) >= (body.length < 100 ? 4 : 4.5);
}
function isLockedOpenSsh(body) {
  return body.startsWith("b3BlbnNzaC1rZXktdjE") && !body.startsWith(OPENSSH_PLAIN);
}

// src/knowledge/provider-formats/format.ts
function format(name, keywords, pattern, source, rest = {}) {
  return {
    name,
    keywords: keywords.split(" "),
    pattern: new RegExp(pattern.source, `${pattern.flags}y`),
    before: 0,
    source,
    ...rest
  };
}

// src/knowledge/provider-formats/cloud.ts
var AZURITE_KEY = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq";
var cloud = [
  format(
    "AWS access key",
    "AKIA ASIA",
    /(?:AKIA|ASIA)([A-Z2-7]{16})(?![A-Za-z0-9+/=])/,
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html"
  ),
  format(
    "Google API key",
    "AIza",
    /AIza([\w-]{35})(?![\w-])/,
    "https://docs.cloud.google.com/docs/authentication/api-keys",
    {
      // Keys of Firebase web apps are made to be public: https://firebase.google.com/docs/projects/api-keys
      unless: /firebase|authDomain|messagingSenderId|mobilesdk_app_id|maps\.googleapis\.com\/maps\/api\/js/i
    }
  ),
  format(
    "Google OAuth client secret",
    "GOCSPX-",
    /GOCSPX-([\w-]{28})(?![\w-])/,
    "https://developers.google.com/identity/protocols/oauth2"
  ),
  format(
    "Azure storage account key",
    "AccountKey=",
    /AccountKey=([A-Za-z0-9+/]{86}==)(?![A-Za-z0-9+/=])/i,
    "https://learn.microsoft.com/azure/storage/common/storage-configure-connection-string",
    {
      valid: (token) => !token.includes(AZURITE_KEY)
    }
  ),
  format(
    "Microsoft Entra client secret",
    "Q~",
    /([A-Za-z0-9_~.-]{3}\dQ~[A-Za-z0-9_~.-]{31,34})(?![\w~.-])/,
    "https://learn.microsoft.com/purview/sit-defn-azure-ad-client-secret",
    { before: 4 }
  ),
  format(
    "DigitalOcean token",
    "dop_v1_ doo_v1_ dor_v1_",
    /do[por]_v1_([0-9a-f]{64})(?![0-9a-zA-Z])/,
    "https://docs.digitalocean.com/reference/api/create-personal-access-token/"
  ),
  format(
    "Cloudflare origin CA key",
    "v1.0-",
    /v1\.0-([0-9a-f]{24}-[0-9a-f]{146})(?![0-9a-zA-Z])/,
    "https://developers.cloudflare.com/fundamentals/api/get-started/ca-keys/"
  ),
  format(
    "Heroku API key",
    "HRKU-",
    /HRKU-([\w-]{36,60})(?![\w-])/,
    "https://devcenter.heroku.com/articles/oauth#prefixed-oauth-tokens"
  ),
  format("Fly.io token", "fo1_", /fo1_([\w-]{43})(?![\w-])/, "https://fly.io/docs/security/tokens/"),
  format(
    "Pulumi access token",
    "pul-",
    /pul-([0-9a-f]{40})(?![0-9a-zA-Z])/,
    "https://www.pulumi.com/docs/administration/access-identity/access-tokens/"
  ),
  format(
    "HCP Terraform token",
    ".atlasv1.",
    /([A-Za-z0-9]{14}\.atlasv1\.[\w-]{60,70})(?![\w-])/,
    "https://developer.hashicorp.com/terraform/cloud-docs/users-teams-organizations/api-tokens",
    { before: 14 }
  ),
  format(
    "Vault token",
    "hvs. hvb.",
    /hv[sb]\.([\w-]{90,300})(?![\w-])/,
    "https://developer.hashicorp.com/vault/docs/concepts/tokens"
  ),
  format(
    "Doppler token",
    "dp.pt. dp.st. dp.ct. dp.sa. dp.scim. dp.audit.",
    /dp\.(?:pt|st|ct|sa|scim|audit)\.(?:[\w-]{2,35}\.)?([A-Za-z0-9]{40,44})(?![\w-])/,
    "https://docs.doppler.com/reference/auth-token-formats"
  ),
  format(
    "1Password service account token",
    "ops_eyJ",
    /ops_(eyJ[A-Za-z0-9+/_-]{200,2000})/,
    "https://developer.1password.com/docs/service-accounts/"
  ),
  format(
    "Tailscale key",
    "tskey-",
    /tskey-(?:auth|api|client|scim)-[A-Za-z0-9]{8,20}-([A-Za-z0-9]{20,40})(?![\w-])/,
    "https://tailscale.com/kb/1085/auth-keys"
  ),
  format(
    "Databricks token",
    "dapi",
    /dapi([0-9a-f]{32})(?:-\d)?(?![0-9a-zA-Z])/,
    "https://docs.databricks.com/aws/en/dev-tools/auth/pat"
  ),
  format(
    "PlanetScale credential",
    "pscale_",
    /pscale_(?:tkn|pw|oauth)_([\w.-]{32,64})(?![\w-])/,
    "https://planetscale.com/docs/api/reference/service-tokens"
  ),
  format(
    "Supabase access token",
    "sbp_",
    /sbp_([0-9a-f]{40})(?![0-9a-zA-Z])/,
    "https://supabase.com/docs/reference/api/introduction"
  ),
  format(
    "Supabase secret key",
    "sb_secret_",
    /sb_secret_([\w-]{31})(?![\w-])/,
    "https://supabase.com/docs/guides/api/api-keys"
  ),
  format(
    "Supabase service role key",
    "eyJhbGciOi",
    /(eyJhbGciOi[\w-]{10,60}\.eyJ[\w-]{20,600}\.[\w-]{43})(?![\w-])/,
    "https://supabase.com/docs/guides/api/api-keys",
    {
      valid: isServiceRole
    }
  ),
  format(
    "age secret key",
    "AGE-SECRET-KEY-1",
    /AGE-SECRET-KEY-1([QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58})(?![A-Za-z0-9])/,
    "https://github.com/FiloSottile/age"
  )
];
function isServiceRole(token) {
  const payload = Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8");
  return /"role"\s*:\s*"service_role"/.test(payload) && !/supabase-demo/.test(payload);
}

// src/knowledge/provider-formats/checksum.ts
const { crc32 } = require("node:zlib");
var BASE_62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
function hasChecksum(token) {
  const body = token.slice(token.indexOf("_") + 1);
  if (body.length !== 36) return void 0;
  let rest = crc32(body.slice(0, 30));
  let written = "";
  while (rest > 0) {
    written = BASE_62[rest % 62] + written;
    rest = Math.floor(rest / 62);
  }
  return written.padStart(6, "0") === body.slice(30);
}

// src/knowledge/provider-formats/code.ts
var code = [
  format(
    "GitHub token",
    "ghp_ gho_ ghu_ ghs_ ghr_",
    /gh[pousr]_([A-Za-z0-9]{36,251})(?!\w)/,
    "https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats",
    { checksum: hasChecksum }
  ),
  format(
    "GitHub fine-grained token",
    "github_pat_",
    /github_pat_([A-Za-z0-9]{22}_[A-Za-z0-9]{59})(?!\w)/,
    "https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats"
  ),
  format(
    "GitLab token",
    "glpat- gldt- glrt- glcbt- glptt- glft- glsoat- glimt- glagent-",
    /gl(?:pat|dt|rt|cbt|ptt|ft|soat|imt|agent)-([\w-]{20,300}(?:\.[0-9a-z]{2}\.[0-9a-z]{7,9})?)(?![\w-])/,
    "https://docs.gitlab.com/security/tokens/#token-prefixes"
  ),
  format(
    "Bitbucket app password",
    "ATBB",
    /ATBB([A-Za-z0-9]{24,32})(?![\w-])/,
    "https://support.atlassian.com/bitbucket-cloud/docs/app-passwords/"
  ),
  format(
    "Atlassian API token",
    "ATATT3 ATCTT3",
    /AT[AC]TT3([\w=-]{100,300})/,
    "https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/"
  ),
  format("npm token", "npm_", /npm_([A-Za-z0-9]{36})(?!\w)/, "https://docs.npmjs.com/about-access-tokens", {
    checksum: hasChecksum
  }),
  format("PyPI token", "pypi-AgE", /pypi-(AgE[\w-]{80,400})(?![\w-])/, "https://pypi.org/help/#apitoken"),
  format(
    "RubyGems API key",
    "rubygems_",
    /rubygems_([0-9a-f]{48})(?![0-9a-zA-Z])/,
    "https://guides.rubygems.org/api-key-scopes/"
  ),
  format(
    "Docker Hub token",
    "dckr_pat_ dckr_oat_",
    /dckr_[po]at_([\w-]{27,64})(?![\w-])/,
    "https://docs.docker.com/security/access-tokens/"
  ),
  format(
    "JFrog API key",
    "AKCp",
    /AKCp([A-Za-z0-9]{69})(?![A-Za-z0-9])/,
    "https://jfrog.com/help/r/jfrog-platform-administration-documentation/api-key"
  ),
  format(
    "Buildkite token",
    "bkua_",
    /bkua_([0-9a-f]{40})(?![0-9a-zA-Z])/,
    "https://buildkite.com/docs/apis/managing-api-tokens"
  ),
  format(
    "CircleCI token",
    "CCIPAT_ CCIPRJ_",
    /CCIP(?:AT|RJ)_[A-Za-z0-9]{22}_([0-9a-f]{40})(?![0-9a-zA-Z])/,
    "https://circleci.com/docs/guides/toolkit/managing-api-tokens/"
  ),
  format(
    "Postman API key",
    "PMAK-",
    /PMAK-([0-9a-f]{24}-[0-9a-f]{34})(?![0-9a-zA-Z])/,
    "https://learning.postman.com/docs/developer/postman-api/authentication/"
  ),
  format(
    "Sentry token",
    "sntrys_eyJ sntryu_",
    /(?:sntrys_(eyJ[\w+/=-]{80,1000})|sntryu_[0-9a-f]{64}(?![0-9a-zA-Z]))/,
    "https://docs.sentry.io/account/auth-tokens/"
  ),
  format(
    "Grafana token",
    "glsa_ glc_eyJ",
    /(?:glsa_([A-Za-z0-9]{32}_[0-9a-fA-F]{8})(?!\w)|glc_eyJ[A-Za-z0-9+/=]{40,400})/,
    "https://grafana.com/docs/grafana/latest/administration/service-accounts/"
  ),
  format(
    "New Relic user key",
    "NRAK-",
    /NRAK-([A-Z0-9]{27})(?![A-Za-z0-9])/,
    "https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/"
  ),
  format(
    "New Relic license key",
    "NRAL",
    /([0-9a-f]{36}NRAL)(?![A-Za-z0-9])/,
    "https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/",
    { before: 36 }
  )
];

// src/knowledge/provider-formats/services.ts
var services = [
  format(
    "Slack token",
    "xoxb- xoxp- xoxa- xoxr- xoxs- xoxe-",
    /xox[abprse]-((?:\d{1,14}-){1,3}[A-Za-z0-9-]{20,64})(?!\w)/,
    "https://docs.slack.dev/authentication/tokens/"
  ),
  format(
    "Slack app token",
    "xapp-",
    /xapp-\d-[A-Z0-9]{9,14}-\d{10,14}-([0-9a-f]{64})(?!\w)/,
    "https://docs.slack.dev/authentication/tokens/"
  ),
  format(
    "Slack webhook",
    "hooks.slack.com/",
    /hooks\.slack\.com\/(?:services|workflows|triggers)\/T[A-Z0-9]{7,12}\/[AB][A-Z0-9]{7,12}\/([A-Za-z0-9]{20,26})(?!\w)/,
    "https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks/"
  ),
  format(
    "Discord webhook",
    "/api/webhooks/",
    /\/api\/webhooks\/\d{17,20}\/([\w-]{60,80})(?![\w-])/,
    "https://discord.com/developers/docs/resources/webhook"
  ),
  format(
    "Telegram bot token",
    ":AA",
    /(\d{8,10}:AA[\w-]{33})(?![\w-])/,
    "https://core.telegram.org/bots/api#authorizing-your-bot",
    { before: 10 }
  ),
  format(
    "Stripe live key",
    "sk_live_ rk_live_",
    /[sr]k_live_([A-Za-z0-9]{24,120})(?!\w)/,
    "https://docs.stripe.com/keys"
  ),
  format(
    "Webhook signing secret",
    "whsec_",
    /whsec_([A-Za-z0-9+/]{32,64}={0,2})(?![A-Za-z0-9+/=])/,
    "https://docs.stripe.com/webhooks#verify-official-libraries"
  ),
  format(
    "Square access token",
    "sq0atp- sq0csp-",
    /sq0(?:atp-[\w-]{22}|csp-[\w-]{43})(?![\w-])/,
    "https://developer.squareup.com/docs/build-basics/access-tokens"
  ),
  format(
    "Shopify token",
    "shpat_ shpca_ shppa_ shpss_",
    /shp(?:at|ca|pa|ss)_([0-9a-fA-F]{32})(?![0-9a-zA-Z])/,
    "https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens"
  ),
  format(
    "SendGrid API key",
    "SG.",
    /SG\.([\w-]{22}\.[\w-]{43})(?![\w-])/,
    "https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys"
  ),
  format(
    "Mailgun API key",
    "key-",
    /key-([0-9a-f]{32})(?![0-9a-zA-Z])/,
    "https://documentation.mailgun.com/docs/mailgun/api-reference/authentication/",
    { context: /mailgun/i }
  ),
  format(
    "Brevo API key",
    "xkeysib-",
    /xkeysib-([0-9a-f]{64}-[A-Za-z0-9]{16})(?!\w)/,
    "https://developers.brevo.com/docs/getting-started"
  ),
  format(
    "OpenAI API key",
    "sk-",
    /sk-(?:proj-|svcacct-|admin-)?([\w-]{48,220})(?![\w-])/,
    "https://platform.openai.com/docs/api-reference/authentication",
    // The name of the company in base64 stands in the middle of every key.
    { valid: (token) => token.includes("T3BlbkFJ") }
  ),
  format(
    "Anthropic API key",
    "sk-ant-",
    /sk-ant-[a-z]{3,6}\d{2}-([\w-]{80,120})(?![\w-])/,
    "https://docs.claude.com/en/api/overview"
  ),
  format(
    "Hugging Face token",
    "hf_",
    /hf_([A-Za-z0-9]{34,40})(?!\w)/,
    "https://huggingface.co/docs/hub/security-tokens"
  ),
  format(
    "Replicate token",
    "r8_",
    /r8_([A-Za-z0-9]{37})(?!\w)/,
    "https://replicate.com/docs/topics/security/api-tokens"
  ),
  format("Groq API key", "gsk_", /gsk_([A-Za-z0-9]{52})(?!\w)/, "https://console.groq.com/docs/quickstart"),
  format(
    "Perplexity API key",
    "pplx-",
    /pplx-([A-Za-z0-9]{48})(?!\w)/,
    "https://docs.perplexity.ai/guides/getting-started"
  ),
  format("xAI API key", "xai-", /xai-([A-Za-z0-9]{80})(?!\w)/, "https://docs.x.ai/docs/overview"),
  format(
    "Linear API key",
    "lin_api_",
    /lin_api_([A-Za-z0-9]{40})(?!\w)/,
    "https://linear.app/developers/graphql#personal-api-keys"
  ),
  format("Notion token", "ntn_", /ntn_([A-Za-z0-9]{46})(?!\w)/, "https://developers.notion.com/docs/authorization"),
  format("Figma token", "figd_", /figd_([\w-]{40})(?![\w-])/, "https://www.figma.com/developers/api#access-tokens"),
  format(
    "Contentful token",
    "CFPAT-",
    /CFPAT-([\w-]{43})(?![\w-])/,
    "https://www.contentful.com/developers/docs/references/authentication/"
  ),
  format(
    "Airtable token",
    "pat",
    /pat[A-Za-z0-9]{14}\.([0-9a-f]{64})(?!\w)/,
    "https://airtable.com/developers/web/guides/personal-access-tokens"
  ),
  format("EasyPost key", "EZAK", /EZAK([A-Za-z0-9]{54})(?!\w)/, "https://docs.easypost.com/docs/authentication")
];

// src/knowledge/provider-formats.ts
var PROVIDER_FORMATS = [...cloud, ...code, ...services];

// src/knowledge/providers.ts
var MOST_LEAKS = 200;
var NEARBY = 300;
var LONGEST_TOKEN = 2100;
var byKeyword = /* @__PURE__ */ new Map();
for (const format2 of PROVIDER_FORMATS) {
  for (const keyword of format2.keywords) byKeyword.set(keyword, [...byKeyword.get(keyword) ?? [], format2]);
}
var KEYWORDS = new RegExp(
  [PEM_KEYWORD, ...byKeyword.keys()].sort((one, other) => other.length - one.length).map((keyword) => keyword.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|"),
  "g"
);
var DISCORD_BOT = {
  name: "Discord bot token",
  keywords: [],
  pattern: /([MNO][\w-]{23,27}\.[\w-]{6}\.[\w-]{27,40})(?![\w-])/y,
  before: 0,
  source: "https://discord.com/developers/docs/reference#authentication"
};
function scanText(source) {
  const { text, path } = source;
  const found = [];
  let free = 0;
  const add = (leak, start2, end) => {
    found.push({ ...leak, at: { path, start: start2, end } });
    free = end;
  };
  KEYWORDS.lastIndex = 0;
  for (let hit = KEYWORDS.exec(text); hit && found.length < MOST_LEAKS; hit = KEYWORDS.exec(text)) {
    KEYWORDS.lastIndex = Math.max(hit.index + 1, free);
    if (hit.index < free) continue;
    if (hit[0] === PEM_KEYWORD) {
      const key = privateKeyAt(text, hit.index);
      if (key) add({ kind: "private-key", name: key.name, masked: maskedKey(key.length) }, key.start, key.end);
      continue;
    }
    for (const format2 of byKeyword.get(hit[0]) ?? []) {
      const token = tokenAround(text, hit.index, format2, free);
      if (!token) continue;
      const proven = format2.checksum?.(token.text);
      const leak = { kind: "token", name: format2.name, masked: mask(token.text) };
      add({ ...leak, ...proven !== void 0 && { proven } }, token.start, token.start + token.text.length);
      break;
    }
  }
  return withDiscord(source, found);
}
function maskedKey(length) {
  return `-----BEGIN\u2026 (${length} characters)`;
}
function tokenAround(text, at, format2, free) {
  const first = Math.max(free, at - format2.before);
  for (let start2 = first; start2 <= at; start2++) {
    if (isInsideWord(text, start2)) continue;
    const token = tokenAt(text, start2, format2);
    if (token !== void 0 && start2 + token.length > at) return { start: start2, text: token };
  }
  return void 0;
}
function isInsideWord(text, start2) {
  return start2 > 0 && /[A-Za-z0-9]/.test(text[start2 - 1] ?? "") && /[A-Za-z0-9]/.test(text[start2] ?? "") && !isEscape(text, start2);
}
function isEscape(text, start2) {
  return /(?:\\[nrt]|%[0-9A-Fa-f]{2}|\\u[0-9a-fA-F]{4})$/.test(text.slice(Math.max(0, start2 - 6), start2));
}
function tokenAt(text, start2, format2) {
  format2.pattern.lastIndex = start2;
  const match = format2.pattern.exec(text);
  if (!match || match[0].length > LONGEST_TOKEN) return void 0;
  const secret = match[1] ?? match[0];
  if (isExample(secret) || format2.valid?.(match[0]) === false) return void 0;
  if (format2.context && !speaksOf(text, format2.context)) return void 0;
  const near = () => text.slice(Math.max(0, start2 - NEARBY), start2 + match[0].length + NEARBY);
  if (format2.unless?.test(near())) return void 0;
  return match[0];
}
var lastAsked = { text: "", answers: /* @__PURE__ */ new Map() };
function speaksOf(text, context) {
  if (lastAsked.text !== text) lastAsked = { text, answers: /* @__PURE__ */ new Map() };
  const known = lastAsked.answers.get(context);
  if (known !== void 0) return known;
  const answer = context.test(text);
  lastAsked.answers.set(context, answer);
  return answer;
}
var EXAMPLE_WORDS = /example|placeholder|redacted|changeme|dummy|sample|insert|replace|your[_-]|[_-]here|x{4}|0{6}|\*{3}|\.{3}/i;
function isExample(secret) {
  return EXAMPLE_WORDS.test(secret) || /(.)\1{5}/.test(secret) || hasSequence(secret, 7) || isRepetition(secret) || entropy(secret) < 3;
}
function withDiscord(source, found) {
  const { text, path } = source;
  const all = [...found];
  if (!/discord/i.test(text)) return all;
  const candidate = /(?<![\w.-])[MNO](?=[\w-]{23,27}\.[\w-]{6}\.)/g;
  for (let hit = candidate.exec(text); hit && all.length < MOST_LEAKS; hit = candidate.exec(text)) {
    const token = tokenAt(text, hit.index, DISCORD_BOT);
    if (token === void 0) continue;
    const at = { path, start: hit.index, end: hit.index + token.length };
    if (all.some((leak) => leak.at.start < at.end && at.start < leak.at.end)) continue;
    all.push({ kind: "token", name: DISCORD_BOT.name, masked: mask(token), at });
  }
  return all.sort((one, other) => one.at.start - other.at.start);
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
  const add = (start2, end) => {
    if (end > start2) found.push({ start: start2, end });
  };
  const indent = indentOf(line);
  const hinted = HINT.test(line);
  if (announcesSecret(previous) && (indent > indentOf(previous) || /^\s*["'-]/.test(line))) addValue(line, indent, add);
  if (hinted) addNamed(line, add);
  for (const match of line.matchAll(/:\/\/[^\s:@/"']*:([^\s"']+)@/g)) {
    const [all, password = ""] = match;
    const start2 = match.index + all.length - 1 - password.length;
    if (!TELLS_NOTHING.test(password)) add(start2, start2 + password.length);
  }
  for (const { start: start2, end } of optionValues(line, hinted)) add(start2, end);
  for (const match of line.matchAll(TOKEN)) add(match.index, match.index + match[0].length);
  for (const match of line.matchAll(BEARER)) {
    const end = match.index + match[0].length;
    add(end - (match[1] ?? "").length, end);
  }
  for (const { start: start2, end } of randomRuns(line)) add(start2, end);
  if (/^\s*[A-Za-z0-9+/]{40,}={0,2}\s*$/.test(line)) add(line.length - line.trimStart().length, line.trimEnd().length);
  return merged2(found);
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
  const hidden = regions.some(({ start: start2, end }) => start2 < pointed.end && end > pointed.start);
  const behind = regions.some(({ start: start2 }) => start2 >= pointed.end);
  if (hidden) return regions;
  const text = line.slice(pointed.start, pointed.end);
  const inside = /^[-\s"']*[A-Za-z_][\w.-]*["']?\s*[:=]\s*/.exec(text);
  if (inside && inside[0].length < text.length) {
    return merged2([...regions, { start: pointed.start + inside[0].length, end: pointed.end }]);
  }
  const next = /^["']?\s*[:=]\s*/.exec(line.slice(pointed.end));
  if (next) return behind ? regions : merged2([...regions, { start: pointed.end + next[0].length, end: line.length }]);
  return TELLS_NOTHING.test(text.trim()) ? regions : merged2([...regions, pointed]);
}
function maskLine(line, regions) {
  let masked = "";
  let at = 0;
  for (const { start: start2, end } of regions) {
    masked += `${line.slice(at, start2)}********`;
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
function addValue(line, from, add, opened2) {
  const rest = line.slice(from);
  const lead = /^(["']?)\s*(?:[:=]\s*)?(?:-\s+)?/.exec(rest);
  const closesName = opened2 !== void 0 && lead?.[1] === opened2;
  const outer = opened2 !== void 0 && !closesName ? opened2 : void 0;
  const start2 = from + (lead?.[0].length ?? 0);
  const value = line.slice(start2);
  const quote = outer ?? (/^["']/.test(value) ? value[0] : void 0);
  const skip = outer === void 0 && quote !== void 0 ? 1 : 0;
  const end = quote === void 0 ? endOfPlain(line, start2) : endOfQuoted(line, start2 + skip, quote);
  const shown = line.slice(start2 + skip, end).trim();
  if (shown === "" || TELLS_NOTHING.test(shown) || isReferenceWithDefault(shown)) return;
  add(start2 + skip, end);
}
function isReferenceWithDefault(value) {
  return /^\$\{\w+:?[-+=][^}]*\}$/.test(value) && isSecretName(/\w+/.exec(value)?.[0] ?? "");
}
function endOfPlain(line, start2) {
  const inFlow = /[[{][^\]}]*$/.test(line.slice(0, start2));
  const stop = (inFlow ? /[,}\]]|\s+#/ : /\s+#/).exec(line.slice(start2));
  return stop ? start2 + stop.index : line.trimEnd().length;
}
function endOfQuoted(line, start2, quote) {
  for (let at = start2; at < line.length; at++) {
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
function merged2(regions) {
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
  isScored,
  openLedger,
  apply,
  totalOf,
  WEIGHTS,
  weightsWith,
  score,
  formatScore,
  withFindings,
  changeOf,
  impliedAnswers,
  MINUTES,
  roadmap,
  formatEffort,
  scanText,
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
