"use strict";
const {
  sentence
} = require("./chunk-T2MBA337.js");
const {
  plain,
  runAudit,
  shownFindings
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
const {
  lineText,
  placeOf
} = require("./chunk-Q3NCOY3T.js");
const {
  TOOL
} = require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/report/sarif.ts
var LEVELS = { critical: "error", high: "error", medium: "warning", low: "note" };
var PROBLEM_SEVERITIES = {
  error: "error",
  warning: "warning",
  note: "recommendation"
};
var PRECISIONS = { A: "very-high", B: "high", C: "low" };
var MOST_RESULTS = 25e3;
var LONGEST_DESCRIPTION = 1024;
function renderSarif(result, { includeSuppressed, within }, pageOf) {
  const found = shownFindings(result, includeSuppressed);
  const rules = result.judgements.map(({ rule }) => rule);
  const indexes = new Map(rules.map((rule, index) => [rule.id, index]));
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: result.tool.name,
            semanticVersion: result.tool.version,
            informationUri: TOOL.homepage,
            rules: rules.map((rule) => descriptorOf(rule, pageOf(rule)))
          }
        },
        // What code scanning replaces at each upload: parts of a repository are kept beside each other.
        automationDetails: { id: `${result.tool.name}/${within}` },
        columnKind: "utf16CodeUnits",
        originalUriBaseIds: { "%SRCROOT%": { description: { text: "The root of the audited repository." } } },
        invocations: [
          {
            executionSuccessful: result.internalErrors.length === 0,
            toolExecutionNotifications: [...notificationsOf(result, within), ...leftOut(found.length - MOST_RESULTS)]
          }
        ],
        results: found.slice(0, MOST_RESULTS).map((finding) => ({
          ...resultOf(finding, indexes.get(finding.rule), { sources: result.sources, within }, includeSuppressed),
          // If one result says whether it is new, all do (SARIF 2.1.0 \u00a73.27.24); what somebody accepted is no news.
          ...result.comparison?.counts && { baselineState: finding.baselineState ?? "unchanged" }
        }))
      }
    ]
  };
  return `${JSON.stringify(log, null, 2)}
`;
}
function descriptorOf(rule, markdown) {
  const level = LEVELS[rule.severity];
  const security = rule.category === "security" ? rule.security : void 0;
  const page = `${TOOL.pages}${rule.id}.md`;
  return {
    id: rule.id,
    name: rule.id.replace(/(?:^|[/-])(\w)/g, (_, letter) => letter.toUpperCase()),
    shortDescription: { text: sentence(rule.title) },
    fullDescription: { text: rule.why.slice(0, LONGEST_DESCRIPTION) },
    help: { text: `${rule.why}

${rule.fix}`, markdown },
    ...page.startsWith("https:") && { helpUri: page },
    defaultConfiguration: { level },
    properties: {
      tags: [.../* @__PURE__ */ new Set([rule.category, areaOf(rule.id)])],
      precision: PRECISIONS[rule.confidence],
      ...security === void 0 ? { "problem.severity": PROBLEM_SEVERITIES[level] } : { "security-severity": security.toFixed(1) }
    }
  };
}
function areaOf(id) {
  return id.slice(0, id.indexOf("/"));
}
function resultOf(finding, ruleIndex, places, includeSuppressed) {
  const related = finding.related.map((other, index) => ({
    id: index + 1,
    physicalLocation: locationOf(other.place, places),
    message: { text: plain(other.message) }
  }));
  return {
    ruleId: finding.rule,
    ...ruleIndex !== void 0 && { ruleIndex },
    level: LEVELS[finding.severity],
    message: { text: messageOf(finding) },
    locations: [{ physicalLocation: locationOf(finding.place, places) }],
    ...related.length > 0 && { relatedLocations: related },
    partialFingerprints: { "erpAudit/v1": finding.fingerprint },
    ...includeSuppressed && { suppressions: suppressionsOf(finding) }
  };
}
function messageOf(finding) {
  const links = finding.related.map(
    ({ message }, index) => `[${plain(message).replace(/[[\]\\]/g, "\\$&")}](${index + 1})`
  );
  const parts = [sentence(literal(finding.message)), literal(finding.why), literal(finding.fix)];
  return [...parts, ...links.length > 0 ? [`See ${links.join(", ")}.`] : []].join(" ");
}
function literal(text) {
  return plain(text).replaceAll("](", "] (");
}
function suppressionsOf({ suppressed }) {
  if (!suppressed) return [];
  const kind = suppressed.by === "inline" ? "inSource" : "external";
  return [{ kind, status: "accepted", justification: plain(suppressed.reason) }];
}
function locationOf(place, { sources, within }) {
  const source = sources.get(place.path);
  const lineEnd = source ? lineText(source, place.line).length + 1 : place.column;
  const endColumn = place.endLine > place.line ? Math.max(lineEnd, place.column) : place.endColumn;
  return {
    artifactLocation: { uri: uriOf(`${within}${place.path}`), uriBaseId: "%SRCROOT%" },
    region: { startLine: place.line, startColumn: place.column, endLine: place.line, endColumn }
  };
}
function uriOf(path) {
  return path.split("/").map(encodeURIComponent).join("/");
}
function leftOut(count) {
  if (count <= 0) return [];
  const text = `${count} more ${count === 1 ? "finding is" : "findings are"} not listed: ${MOST_RESULTS} is the limit.`;
  return [{ level: "warning", message: { text } }];
}
function notificationsOf(result, within) {
  const crashes = result.internalErrors.map(
    ({ rule, message }) => ({
      level: "error",
      message: { text: sentence(`Rule ${rule} crashed: ${literal(message)}`) },
      associatedRule: { id: rule }
    })
  );
  const broken = result.unreadable.map(({ path, problems }) => {
    const at = problems[0]?.at;
    const source = at && result.sources.get(at.path);
    return {
      level: "warning",
      message: {
        text: sentence(`${path} could not be read in full: ${literal(problems[0]?.message ?? "not readable")}`)
      },
      locations: [fileLocation(`${within}${path}`, at && source && placeIn(source, at))]
    };
  });
  const remarks = result.notices.map(
    ({ path, line, message }) => ({
      level: "note",
      message: { text: sentence(literal(message)) },
      // A configuration may lie above the audited directory, where no URI below the source root leads.
      ...path !== void 0 && !path.startsWith("../") && { locations: [fileLocation(`${within}${path}`, line)] }
    })
  );
  return [...crashes, ...broken, ...remarks];
}
function placeIn(source, at) {
  return placeOf(source, at).line;
}
function fileLocation(path, line) {
  const artifactLocation = { uri: uriOf(path), uriBaseId: "%SRCROOT%" };
  return { physicalLocation: { artifactLocation, ...line !== void 0 && { region: { startLine: line } } } };
}
module.exports = {
  house: runAudit,
  renderSarif
};
