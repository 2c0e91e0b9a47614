"use strict";
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
const {
  formatScore
} = require("./chunk-Q3NCOY3T.js");
const {
  TOOL
} = require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/report/json.ts
function renderJson(result) {
  const report = {
    schemaVersion: 1,
    tool: result.tool,
    score: result.score && scoreData(result.score),
    gate: result.gate,
    comparison: result.comparison && comparisonData(result.comparison),
    scope: result.scope,
    deployments: result.deployments.map(({ id, name, platform, purpose, because, at, workloads, onRequest }) => ({
      id,
      name,
      platform,
      purpose,
      because,
      path: at.path,
      workloads: [...workloads, ...onRequest].map((workload) => ({
        id: workload.id,
        name: workload.name,
        role: workload.role,
        onRequest: onRequest.includes(workload)
      }))
    })),
    rules: result.judgements.map((judgement) => ruleData(judgement, result.score)),
    findings: result.findings.map(findingData),
    roadmap: result.roadmap && roadmapData(result.roadmap),
    capacity: result.capacities().map(capacityData),
    unverified: result.unverified.map(unverifiedData),
    unreadable: result.unreadable.map(({ path, format, production, problems }) => ({
      path,
      format,
      production,
      problems: problems.map(({ message }) => message)
    })),
    notEvaluated: result.notEvaluated.map(({ path, because }) => ({ path, because })),
    notices: result.notices,
    internalErrors: result.internalErrors.map(({ rule, message }) => ({ rule, message }))
  };
  return `${JSON.stringify(report, null, 2)}
`;
}
function comparisonData({ since, ...rest }) {
  return {
    ...rest,
    ...since && {
      since: {
        revision: since.revision,
        commit: since.commit,
        score: since.score,
        shown: since.score === null ? null : formatScore(since.score),
        workloads: since.workloads,
        fixed: since.fixed.map(({ rule, severity, subject, subjectName, place, message, fingerprint }) => ({
          rule,
          severity,
          subject: { id: subject, name: subjectName },
          path: place.path,
          message,
          fingerprint
        }))
      }
    }
  };
}
function capacityData({ deployment, programs, databases, ...rest }) {
  return {
    deployment,
    programs: programs.map(({ processes, perProcess, requests, processors, ...program }) => ({
      ...program,
      processes: rangeData(processes),
      perProcess: rangeData(perProcess),
      requests: rangeData(requests),
      processors: rangeData(processors)
    })),
    databases: databases.map(({ id, name, connections, clients }) => ({
      id,
      name,
      connections: connections.known ? connections.value : null,
      clients: clients.map((client) => ({ ...client, opened: rangeData(client.opened) }))
    })),
    ...rest
  };
}
function rangeData({ low, high, because }) {
  const end = (number) => Number.isFinite(number) ? number : null;
  return { low: end(low), high: end(high), ...because !== void 0 && { because } };
}
function scoreData({ total, letter, threshold, categories, coverage }) {
  return {
    total,
    shown: formatScore(total),
    letter,
    threshold,
    categories: categories.map(({ category, weight, score, base, criticalRules }) => ({
      category,
      weight,
      score,
      base,
      criticalRules
    })),
    coverage
  };
}
function ruleData({ rule, outcomes, error }, score) {
  const scored = score?.categories.flatMap(({ rules }) => rules).find((one) => one.rule === rule.id);
  return {
    id: rule.id,
    title: rule.title,
    category: rule.category,
    severity: rule.severity,
    confidence: rule.confidence,
    weight: scored?.weight ?? 0,
    score: scored?.q ?? null,
    reason: reasonOf(outcomes.length, scored),
    documentation: `${TOOL.pages}${rule.id}.md`,
    ...error && { error: error.message },
    subjects: outcomes.map(({ subject, subjectName, weight, status, because }) => ({
      id: subject,
      name: subjectName,
      weight,
      status,
      ...because !== void 0 && { because }
    }))
  };
}
function reasonOf(subjects, scored) {
  if (subjects === 0) return "nothing here that it applies to";
  if (!scored) return "not scored";
  const others = [
    [scored.failed, "fail"],
    [scored.accepted, "accepted"],
    [scored.unverified, "not verified"]
  ];
  const rest = others.filter(([count]) => count > 0).map(([count, word]) => `, ${count} ${word}`);
  return `${scored.passed} of ${scored.subjects} pass${rest.join("")}`;
}
function findingData(finding) {
  return {
    rule: finding.rule,
    category: finding.category,
    severity: finding.severity,
    confidence: finding.confidence,
    subject: { id: finding.subject, name: finding.subjectName },
    ...placeData(finding.place),
    message: finding.message,
    why: finding.why,
    fix: finding.fix,
    gain: finding.gain,
    related: finding.related.map(relatedData),
    fingerprint: finding.fingerprint,
    ...finding.baselineState && { baselineState: finding.baselineState },
    ...finding.suppressed && { suppressed: finding.suppressed }
  };
}
function relatedData({ place, message }) {
  return { ...placeData(place), message };
}
function placeData({ path, line, column, endLine, endColumn }) {
  return { path, line, column, endLine, endColumn };
}
function roadmapData({ from, to, threshold, reached, minutes, steps, beyond }) {
  return {
    from,
    to,
    threshold,
    reached,
    minutes,
    steps: steps.map((step) => ({
      rule: step.rule,
      severity: step.severity,
      phase: step.phase,
      effort: step.effort,
      minutes: step.minutes,
      findings: step.findings,
      gain: step.gain,
      to: step.to
    })),
    beyond
  };
}
function unverifiedData({ rule, subject, subjectName, because, place }) {
  return { rule, subject: { id: subject, name: subjectName }, because, ...place && placeData(place) };
}
module.exports = {
  house: runAudit,
  renderJson
};
