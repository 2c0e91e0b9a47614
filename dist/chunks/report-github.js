"use strict";
const {
  whole
} = require("./chunk-T2MBA337.js");
const {
  newFindings,
  plain,
  runAudit,
  shownFindings
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/report/github.ts
var KINDS = {
  critical: "error",
  high: "error",
  medium: "warning",
  low: "notice"
};
var MOST_OF_A_KIND = 10;
var LONGEST_MESSAGE = 4096;
function renderGithub(result, { includeSuppressed, within }) {
  const shown = newFindings(shownFindings(result, includeSuppressed));
  const commands = annotations(shown, within, MOST_OF_A_KIND);
  const fit = commands.length === shown.length ? commands : annotations(shown, within, MOST_OF_A_KIND, 1);
  const left = shown.length - fit.length;
  if (left === 0) return fit.map((line) => `${line}
`).join("");
  const more = `${left} more ${left === 1 ? "finding is" : "findings are"} not shown here: see the summary or the report`;
  return [...fit, `::notice title=erp-audit::${data(more)}`].map((line) => `${line}
`).join("");
}
function annotations(findings, within, most, reserved = 0) {
  const counts = { error: 0, warning: 0, notice: reserved };
  const lines = [];
  for (const finding of findings) {
    const kind = KINDS[finding.severity];
    if (counts[kind] >= most) continue;
    counts[kind]++;
    lines.push(annotation(kind, finding, within));
  }
  return lines;
}
function annotation(kind, finding, within) {
  const { path, line, column, endLine, endColumn } = finding.place;
  const properties = [
    ["file", `${within}${path}`],
    ["line", String(line)],
    ["endLine", String(endLine)],
    // The runner drops both columns where the lines differ.
    ...line === endLine ? [["col", String(column)], ["endColumn", String(endColumn)]] : [],
    ["title", `${finding.rule} (${finding.severity})`]
  ];
  const written = properties.map(([name, value]) => `${name}=${property(value)}`).join(",");
  return `::${kind} ${written}::${data(plain(whole(finding)).slice(0, LONGEST_MESSAGE))}`;
}
function data(text) {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
function property(text) {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
module.exports = {
  data,
  house: runAudit,
  renderGithub
};
