"use strict";
const {
  whole
} = require("./chunk-T2MBA337.js");
const {
  plain,
  runAudit,
  shownFindings
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/report/gitlab.ts
var SEVERITIES = {
  critical: "blocker",
  high: "critical",
  medium: "minor",
  low: "info"
};
function renderGitlab(result, { includeSuppressed, within }) {
  const entries = shownFindings(result, includeSuppressed).map((finding) => entryOf(finding, within));
  return `${JSON.stringify(entries, null, 2)}
`;
}
function entryOf(finding, within) {
  return {
    description: plain(whole(finding)),
    check_name: finding.rule,
    fingerprint: finding.fingerprint,
    severity: SEVERITIES[finding.severity],
    location: { path: `${within}${finding.place.path}`, lines: { begin: finding.place.line } }
  };
}
module.exports = {
  house: runAudit,
  renderGitlab
};
