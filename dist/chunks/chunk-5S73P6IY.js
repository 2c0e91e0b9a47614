"use strict";
const {
  HELD
} = require("./chunk-XAMUTVUK.js");
const {
  WEIGHTS,
  isScored
} = require("./chunk-RIMU2UQE.js");

// src/report/text/words.ts
function plural(count, one, many = `${one}s`) {
  if (count === 0) return `no ${many}`;
  return `${count} ${count === 1 ? one : many}`;
}
function placesByRule(findings, most = 6) {
  const counts = /* @__PURE__ */ new Map();
  for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const named = [...counts].map(
    ([rule, count]) => count === 1 ? rule : `${rule}${HELD}(${plural(count, "place").replace(" ", HELD)})`
  );
  const rest = named.length - most;
  return rest > 0 ? `${named.slice(0, most).join(", ")} and ${plural(rest, "more rule")}` : named.join(", ");
}

// src/report/text/counted.ts
function subjectKey({ rule, subject }) {
  return `${rule} ${subject}`;
}
var counted = /* @__PURE__ */ new WeakMap();
function countedSubjects({ judgements }) {
  const known = counted.get(judgements) ?? subjectsOf(judgements);
  counted.set(judgements, known);
  return known;
}
function subjectsOf(judgements) {
  return new Set(
    judgements.filter(({ rule }) => isScored(rule)).flatMap(
      ({ rule, outcomes }) => outcomes.filter(({ weight }) => weight > 0).map(({ subject }) => subjectKey({ rule: rule.id, subject }))
    )
  );
}
function countedFindings(result) {
  const subjects = countedSubjects(result);
  return result.findings.filter((finding) => !finding.suppressed && subjects.has(subjectKey(finding)));
}

// src/page.ts
var CATEGORY_TITLES = {
  "infrastructure-stability": "Infrastructure stability",
  "service-health": "Service health",
  security: "Security",
  observability: "Observability",
  "disaster-recovery": "Disaster recovery",
  performance: "Performance"
};

// src/result.ts
function whyNothing({ deployments, notEvaluated }) {
  const [first] = deployments;
  if (!first) {
    const left = notEvaluated.length > 0 ? ", and what was found is not evaluated" : "";
    return `no Compose file, Kubernetes manifest or PM2 file here declares anything that is deployed${left}`;
  }
  const sets = deployments.length === 1 ? first.name : `${first.name} and ${deployments.length - 1} more`;
  return `everything that is declared (${sets}) is for development; if production runs it, name it under "deployments" in erp-audit.yml with purpose: production`;
}

// src/report/readiness.ts
function readinessOf(result) {
  const { score, gate } = result;
  if (!score) return { verdict: "undecided", against: [], urgent: [] };
  const counted2 = countedFindings(result);
  const critical = counted2.filter(({ severity }) => severity === "critical");
  const high = counted2.filter(({ severity }) => severity === "high");
  const isBelow = score.total < score.threshold;
  if (gate.passed && !isBelow && critical.length === 0) {
    const isReady = score.total >= WEIGHTS.threshold && !isSelection(result);
    return { verdict: isReady ? "ready" : "undecided", against: [], urgent: [] };
  }
  const open = [
    ...critical.length > 0 ? [`${critical.length} critical`] : [],
    ...!gate.passed && high.length > 0 ? [`${high.length} high`] : []
  ].join(" and ");
  const against = [isBelow ? `below ${score.threshold}` : "", open && `${open} open`].filter((part) => part !== "");
  if (against.length === 0) return { verdict: "undecided", against: [], urgent: [] };
  return { verdict: "not-ready", against, urgent: critical.length > 0 ? critical : isBelow ? [] : high };
}
function isSelection({ score, judgements }) {
  const shown = new Set(judgements.map(({ rule }) => rule.id));
  return (score?.categories ?? []).some(({ rules }) => rules.some(({ rule }) => !shown.has(rule)));
}

module.exports = {
  plural,
  placesByRule,
  subjectKey,
  countedSubjects,
  countedFindings,
  CATEGORY_TITLES,
  whyNothing,
  readinessOf
};
