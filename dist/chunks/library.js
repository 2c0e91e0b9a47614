"use strict";
const {
  loadConfig,
  runAudit
} = require("./chunk-3TQROPE4.js");
const {
  parseBaseline
} = require("./chunk-BSCF6KHF.js");
const {
  DEFAULT_OPTIONS,
  audit,
  defineRule,
  patternNames,
  rules
} = require("./chunk-Q3NCOY3T.js");
const {
  CATEGORIES,
  UsageError,
  didYouMean
} = require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/library.ts
const { existsSync, readFileSync } = require("node:fs");
const { resolve } = require("node:path");
async function audit2(directory, options = {}) {
  const root = resolve(directory);
  if (!existsSync(root)) throw new UsageError(`there is no directory "${directory}"`);
  const rules2 = [...rules, ...checked(options.rules ?? [])];
  const config = configOf(root, options, rules2);
  const { advice = false, deep = false, staged = false, since, changed, baseline, minScore } = options;
  if (minScore !== void 0 && !(minScore >= 0 && minScore <= 100))
    throw new UsageError(`minScore is a number from 0 to 100, not ${minScore}`);
  const known = baseline === void 0 ? void 0 : readBaseline(resolve(root, baseline), baseline);
  const decides = staged || since !== void 0 ? minScore : minScore ?? config.minScore;
  return audit(root, {
    config,
    failOn: options.failOn ?? config.failOn ?? DEFAULT_OPTIONS.failOn,
    minScore: minScore ?? config.minScore ?? DEFAULT_OPTIONS.minScore,
    selection: { only: patterns(options.only ?? [], rules2), skip: patterns(options.skip ?? [], rules2) },
    advice,
    deep,
    staged,
    scoreGates: decides !== void 0 || !(staged || since !== void 0 || known),
    rules: rules2,
    ...since !== void 0 && { since },
    ...(options.keep ?? config.keep) !== void 0 && { keep: options.keep ?? config.keep },
    ...changed !== void 0 && { changed },
    ...known && { baseline: known }
  });
}
function checked(rules2) {
  const taken = new Set(rules.map(({ id }) => id));
  for (const { id } of rules2) {
    if (!/^[a-z0-9]+\/[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id))
      throw new UsageError(`a rule is named <area>/<failing-state>, not "${id}"`);
    if (taken.has(id)) throw new UsageError(`there is a rule ${id} already`);
    taken.add(id);
  }
  return rules2;
}
function configOf(root, { config }, rules2) {
  if (config === false) return DEFAULT_OPTIONS.config;
  const result = loadConfig(root, config === void 0 ? void 0 : resolve(root, config), rules2);
  if (result.ok) return result.config;
  const lines = result.problems.map(({ file, line, column, message }) => {
    return line === void 0 ? `${file}: ${message}` : `${file}:${line}:${column}: ${message}`;
  });
  throw new UsageError(lines.join("\n"));
}
function patterns(given, rules2) {
  const names = patternNames(rules2, CATEGORIES);
  for (const one of given) if (!names.has(one)) throw new UsageError(`unknown rule "${one}"${didYouMean(one, names)}`);
  return given;
}
function readBaseline(file, path) {
  if (!existsSync(file)) throw new UsageError(`there is no baseline ${path}`);
  const entries = parseBaseline(readFileSync(file, "utf8"));
  if (typeof entries === "string") throw new UsageError(`${path} cannot be used as a baseline: ${entries}`);
  return { path, entries };
}
module.exports = {
  audit: audit2,
  defineRule,
  house: runAudit
};
