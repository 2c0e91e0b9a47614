import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  WEIGHTS,
  apply,
  changeBetween,
  isScored,
  openLedger,
  totalOf
} from "./chunk-NNEXXVZW.js";
import {
  SEVERITIES
} from "./chunk-7H2JSQ6Q.js";

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
  return SEVERITIES.find((severity) => findings.some((finding) => finding.severity === severity));
}
function withoutImplied(rule, outcome) {
  const { implied, ...rest } = outcome;
  return implied ? withFindings(rule, rest, outcome.findings) : outcome;
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
  return { all, ofRule: grouped(each, (finding) => finding.rule), ofSubject: grouped(all, (finding) => finding.subject) };
}
function holdersOf(rule, outcome, { by }, index) {
  const named = by === void 0 ? [] : index.ofRule.get(by) ?? [];
  const namedHere = named.filter((finding) => finding.subject === outcome.subject);
  if (namedHere.length > 0) return namedHere;
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
  const [count, unit] = minutes < 60 ? [minutes, "minute"] : minutes <= 8 * 60 ? [Math.ceil(minutes / 60), "hour"] : [Math.ceil(minutes / (8 * 60)), "day"];
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
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
    const next = bestOf(left, way) ?? left.find(({ implied }) => implied.length > 0);
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
function changesOf({ step, own, implied }, way) {
  const changes = implied.flatMap((answer) => {
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
  const strikes = changes.reduce((total, change) => total + change.strikes, 0);
  return points === 0 && strikes === 0 ? [] : [{ rule, points, strikes }];
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

export {
  withFindings,
  changeOf,
  impliedAnswers,
  roadmap,
  formatEffort
};
