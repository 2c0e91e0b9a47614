import type { Judgement } from '../check.js'
import type { Finding, Outcome } from '../finding.js'
import type { AuditResult } from '../result.js'
import { formatScore } from '../score.js'
import type { ReportOptions } from './options.js'
import { plain } from './plain.js'
import { sentence } from './sentences.js'

/** How a test case ended. */
type Ending = 'passed' | 'failed' | 'skipped' | 'error'

interface TestCase {
  readonly ending: Ending
  readonly xml: string
}

/**
 * JUnit XML: one test case for each rule and subject. What could not be verified, was accepted or applies to nothing is
 * skipped, and says why; a rule that crashed is an error. Neither times nor machine are in it. Follows the schema that
 * Jenkins publishes (https://github.com/jenkinsci/xunit-plugin, junit-10.xsd).
 */
export function renderJunit(result: AuditResult, { within }: Pick<ReportOptions, 'within'>): string {
  const cases = result.judgements.flatMap(judgement => casesOf(judgement, within))
  const count = (ending: Ending) => cases.filter(one => one.ending === ending).length
  const counts = `tests="${cases.length}" failures="${count('failed')}" errors="${count('error')}"`
  const score = result.score
    ? [
        '    <properties>',
        `      <property name="score" value="${formatScore(result.score.total)}"/>`,
        '    </properties>',
      ]
    : []
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="${result.tool.name}" ${counts}>`,
    `  <testsuite name="${result.tool.name}" ${counts} skipped="${count('skipped')}">`,
    ...score,
    ...cases.map(one => one.xml),
    '  </testsuite>',
    '</testsuites>',
  ].join('\n')}\n`
}

function casesOf({ rule, outcomes, error }: Judgement, within: string): readonly TestCase[] {
  if (error) return [testCase(rule.id, rule.title, 'error', 'error', `the rule crashed: ${error.message}`)]
  if (outcomes.length === 0)
    return [testCase(rule.id, rule.title, 'skipped', 'skipped', 'nothing here that it applies to')]
  return outcomes.map(outcome => caseOf(rule.id, outcome, within))
}

function caseOf(rule: string, outcome: Outcome, within: string): TestCase {
  const { subjectName, status, findings, because } = outcome
  const open = findings.filter(finding => !finding.suppressed)
  if (status === 'fail' && open.length > 0) {
    const [first] = open
    const message = open.length === 1 ? (first?.message ?? '') : `${first?.message} (and ${open.length - 1} more)`
    const text = open.map(finding => described(finding, within)).join('\n\n')
    return testCase(rule, subjectName, 'failed', 'failure', message, text, outcome.severity)
  }
  if (status === 'accepted') {
    const reason = findings.find(finding => finding.suppressed)?.suppressed?.reason ?? ''
    return testCase(rule, subjectName, 'skipped', 'skipped', `accepted: ${reason}`)
  }
  if (status === 'unverified' || status === 'fail')
    return testCase(
      rule,
      subjectName,
      'skipped',
      'skipped',
      `not verified: ${because ?? 'the repository does not tell'}`,
    )
  return testCase(rule, subjectName, 'passed')
}

function described({ place, message, why, fix, severity }: Finding, within: string): string {
  return [`${within}${place.path}:${place.line}: ${severity}: ${sentence(message)}`, why, fix].join('\n')
}

function testCase(
  rule: string,
  name: string,
  ending: Ending,
  element?: 'failure' | 'skipped' | 'error',
  message = '',
  text = '',
  type?: string,
): TestCase {
  const opening = `    <testcase classname="${attribute(rule)}" name="${attribute(name)}"`
  if (!element) return { ending, xml: `${opening}/>` }
  const typed = type === undefined ? '' : ` type="${type}"`
  const start = `      <${element} message="${attribute(message)}"${typed}`
  const inner = text === '' ? `${start}/>` : `${start}>${escaped(plain(text, { lines: true }))}</${element}>`
  return { ending, xml: `${opening}>\n${inner}\n    </testcase>` }
}

function attribute(text: string): string {
  return escaped(plain(text)).replaceAll('"', '&quot;')
}

/** Without what XML 1.0 cannot hold (https://www.w3.org/TR/xml/#charsets): lone surrogates, U+FFFE, U+FFFF. */
function escaped(text: string): string {
  return text
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|[\ufffe\uffff]/g, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}
