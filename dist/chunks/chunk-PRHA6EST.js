import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);

// src/report/shown.ts
function shownFindings(result, includeSuppressed) {
  return includeSuppressed ? result.findings : result.findings.filter((finding) => !finding.suppressed);
}

export {
  shownFindings
};
