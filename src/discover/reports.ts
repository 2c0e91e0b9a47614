/** Files that reports are written to. */
const REPORT_FILE = /\.(?:json|sarif|xml|html?|md|markdown|txt|log)$/i

/** Characters in which a report has said what it is. */
const HEAD = 400

const BEGINNINGS = [
  // Reports, baselines, annotations and texts of this program.
  /^\{\s*"schemaVersion": ?1,\s*"tool": ?\{\s*"name": ?"erp-audit"/,
  /^\{[^{}]*"fingerprints": ?"erpAudit\/v1"/,
  /^# Production readiness: \d+\.\d of 100 \([A-F]\)\n/,
  /^<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<meta name="generator" content="erp-audit /,
  /^erp-audit \d+\.\d+\.\d+\S* {2}/,
  /^::(?:error|warning|notice) file=/,
  // SARIF and JUnit, of whatever program.
  /^\{[^{}[\]]*"\$schema": ?"[^"]*\bsarif\b/,
  /^\{\s*"version": ?"2\.1\.0",\s*"runs": ?\[/,
  /^(?:<\?xml[^>]*\?>\s*)?<testsuites?[\s>]/,
]

/**
 * Whether a file holds what a program found in the repository. It quotes what is missing and what would mend it, so that it
 * could be taken for evidence of the opposite; and a file that comes and goes with the audit must not change it.
 */
export function isReport(path: string, text: string): boolean {
  if (!REPORT_FILE.test(path)) return false
  const head = text.slice(0, HEAD)
  return BEGINNINGS.some(one => one.test(head)) || isCodeQuality(text)
}

/** A list of issues as Code Climate and GitLab have it (https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format). */
function isCodeQuality(text: string): boolean {
  if (!/^\[\s*\{\s*"(?:type|description|check_name|fingerprint|severity|location)":/.test(text.slice(0, HEAD)))
    return false
  const first = text.slice(0, 8 * 1024)
  return first.includes('"check_name"') && first.includes('"fingerprint"')
}
