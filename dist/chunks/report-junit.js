"use strict";
const {
  sentence
} = require("./chunk-T2MBA337.js");
const {
  plain,
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
const {
  formatScore
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/report/junit.ts
function renderJunit(result, { within }) {
  const cases = result.judgements.flatMap((judgement) => casesOf(judgement, within));
  const count = (ending) => cases.filter((one) => one.ending === ending).length;
  const counts = `tests="${cases.length}" failures="${count("failed")}" errors="${count("error")}"`;
  const score = result.score ? [
    "    <properties>",
    `      <property name="score" value="${formatScore(result.score.total)}"/>`,
    "    </properties>"
  ] : [];
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="${result.tool.name}" ${counts}>`,
    `  <testsuite name="${result.tool.name}" ${counts} skipped="${count("skipped")}">`,
    ...score,
    ...cases.map((one) => one.xml),
    "  </testsuite>",
    "</testsuites>"
  ].join("\n")}
`;
}
function casesOf({ rule, outcomes, error }, within) {
  if (error) return [testCase(rule.id, rule.title, "error", "error", `the rule crashed: ${error.message}`)];
  if (outcomes.length === 0)
    return [testCase(rule.id, rule.title, "skipped", "skipped", "nothing here that it applies to")];
  return outcomes.map((outcome) => caseOf(rule.id, outcome, within));
}
function caseOf(rule, outcome, within) {
  const { subjectName, status, findings, because } = outcome;
  const open = findings.filter((finding) => !finding.suppressed);
  if (status === "fail" && open.length > 0) {
    const [first] = open;
    const message = open.length === 1 ? first?.message ?? "" : `${first?.message} (and ${open.length - 1} more)`;
    const text = open.map((finding) => described(finding, within)).join("\n\n");
    return testCase(rule, subjectName, "failed", "failure", message, text, outcome.severity);
  }
  if (status === "accepted") {
    const reason = findings.find((finding) => finding.suppressed)?.suppressed?.reason ?? "";
    return testCase(rule, subjectName, "skipped", "skipped", `accepted: ${reason}`);
  }
  if (status === "unverified" || status === "fail")
    return testCase(
      rule,
      subjectName,
      "skipped",
      "skipped",
      `not verified: ${because ?? "the repository does not tell"}`
    );
  return testCase(rule, subjectName, "passed");
}
function described({ place, message, why, fix, severity }, within) {
  return [`${within}${place.path}:${place.line}: ${severity}: ${sentence(message)}`, why, fix].join("\n");
}
function testCase(rule, name, ending, element, message = "", text = "", type) {
  const opening = `    <testcase classname="${attribute(rule)}" name="${attribute(name)}"`;
  if (!element) return { ending, xml: `${opening}/>` };
  const typed = type === void 0 ? "" : ` type="${type}"`;
  const start = `      <${element} message="${attribute(message)}"${typed}`;
  const inner = text === "" ? `${start}/>` : `${start}>${escaped(plain(text, { lines: true }))}</${element}>`;
  return { ending, xml: `${opening}>
${inner}
    </testcase>` };
}
function attribute(text) {
  return escaped(plain(text)).replaceAll('"', "&quot;");
}
function escaped(text) {
  return text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|[\ufffe\uffff]/g, "\uFFFD").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
module.exports = {
  house: runAudit,
  renderJunit
};
