"use strict";
const {
  baselinePlace,
  directoryOf,
  optionsOf,
  readBaseline,
  readConfig,
  runAudit,
  shown,
  startProgress,
  writeBaseline
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
require("./chunk-Q3NCOY3T.js");
const {
  UsageError
} = require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/cli/baseline-command.ts
async function runBaseline(given, world, load) {
  const prunes = given.own.has("prune");
  if (given.on.has("staged") || given.values.has("since")) {
    throw new UsageError("a baseline is of everything that is found; it takes neither --staged nor --since");
  }
  if (given.values.has("only") || given.values.has("skip")) {
    throw new UsageError("a baseline is of all rules; it takes neither --only nor --skip");
  }
  const root = directoryOf(given.operand ?? ".", world.cwd);
  const config = readConfig(given, root, world.cwd);
  const { file } = baselinePlace(given, config, root, world.cwd);
  const before = prunes ? readBaseline(given, config, root, world.cwd) : void 0;
  if (prunes && !before) throw new UsageError(`there is no baseline ${shown(file, world.cwd)} to prune`);
  const audit = await load();
  const progress = startProgress(given, world);
  const options = { ...optionsOf(given, config, world.env, before), advice: true };
  const result = await audit(root, { ...options, onStage: progress.stage });
  progress.end();
  if (result.internalErrors.length > 0) {
    throw new UsageError("a rule crashed, so that not everything is found; no baseline is written");
  }
  const kept = prunes ? keptOf(result, before?.entries ?? []) : openOf(result);
  writeBaseline(file, kept, world.cwd);
  world.stdout.write(`${sentence(shown(file, world.cwd), kept.length, before?.entries.length)}
`);
  return 0;
}
function openOf(result) {
  return result.findings.filter(({ suppressed }) => !suppressed).map(entryOf);
}
function keptOf(result, before) {
  const stale = new Set(result.comparison?.baseline?.stale.map(({ fingerprint }) => fingerprint));
  const moves = result.comparison?.renamed ?? [];
  const asked = new Set(result.judgements.map(({ rule }) => rule.id));
  const stayed = before.filter(({ rule, path, fingerprint }) => {
    return !stale.has(fingerprint) && !(asked.has(rule) && moves.some(({ from }) => from === path));
  });
  const moved = result.findings.filter(({ baselineState, place }) => {
    return baselineState === "unchanged" && moves.some(({ to }) => to === place.path);
  });
  return [...stayed, ...moved.map(entryOf)];
}
function entryOf({ rule, place, fingerprint }) {
  return { rule, path: place.path, fingerprint };
}
function sentence(path, count, before) {
  const findings = count === 1 ? "1 finding" : `${count} findings`;
  if (before === void 0) return `${path}: ${findings} known from now on. Commit it; only what comes fails the gate.`;
  return before === count ? `${path}: nothing to drop, ${findings} known.` : `${path}: ${before - count} dropped, ${findings} left.`;
}
module.exports = {
  house: runAudit,
  runBaseline
};
