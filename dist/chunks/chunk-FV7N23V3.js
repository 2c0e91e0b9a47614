"use strict";
// src/report/shown.ts
function shownFindings(result, includeSuppressed) {
  return includeSuppressed ? result.findings : result.findings.filter((finding) => !finding.suppressed);
}
function newFindings(findings) {
  return findings.filter(({ baselineState }) => baselineState !== "unchanged");
}

module.exports = {
  shownFindings,
  newFindings
};
