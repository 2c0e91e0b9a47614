"use strict";
const {
  CATEGORIES,
  SEVERITIES
} = require("./chunk-IXIQF7RH.js");

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
  const ledger = enter(judgements, weights);
  opened.set(judgements, { weights, ledger });
  return ledger;
}
var opened = /* @__PURE__ */ new WeakMap();
function enter(judgements, weights) {
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

module.exports = {
  isScored,
  openLedger,
  apply,
  totalOf,
  changeBetween,
  WEIGHTS,
  weightsWith,
  score,
  formatScore
};
