import type { Log, Notification, PhysicalLocation, ReportingDescriptor, Result } from 'sarif'
import type { Confidence, Severity } from '../finding.js'
import type { AuditResult, ReportedFinding } from '../result.js'
import type { Rule } from '../rule.js'
import { lineText, type Place, placeOf, type Source } from '../source.js'
import { TOOL } from '../tool.js'
import type { ReportOptions } from './options.js'
import { plain } from './plain.js'
import { sentence } from './sentences.js'
import { shownFindings } from './shown.js'

type Level = 'error' | 'warning' | 'note'

/** What turns the places of findings into those of the repository. */
interface Places {
  readonly sources: AuditResult['sources']
  readonly within: string
}

const LEVELS: Readonly<Record<Severity, Level>> = { critical: 'error', high: 'error', medium: 'warning', low: 'note' }

/** The values of GitHub's `problem.severity` and `precision`. */
const PROBLEM_SEVERITIES: Readonly<Record<Level, string>> = {
  error: 'error',
  warning: 'warning',
  note: 'recommendation',
}
const PRECISIONS: Readonly<Record<Confidence, string>> = { A: 'very-high', B: 'high', C: 'low' }

/**
 * GitHub refuses a run with more results
 * (https://docs.github.com/en/code-security/code-scanning/troubleshooting-sarif-uploads/results-exceed-limit).
 */
const MOST_RESULTS = 25_000

/** GitHub cuts descriptions here. */
const LONGEST_DESCRIPTION = 1024

/**
 * SARIF 2.1.0 as GitHub code scanning reads it
 * (https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning).
 * Every rule that ran is listed, so that alerts of rules that fall silent are closed.
 */
export function renderSarif(
  result: AuditResult,
  { includeSuppressed, within }: Pick<ReportOptions, 'includeSuppressed' | 'within'>,
  pageOf: (rule: Rule) => string,
): string {
  const found = shownFindings(result, includeSuppressed)
  const rules = result.judgements.map(({ rule }) => rule)
  const indexes = new Map(rules.map((rule, index) => [rule.id, index]))
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: result.tool.name,
            semanticVersion: result.tool.version,
            informationUri: TOOL.homepage,
            rules: rules.map(rule => descriptorOf(rule, pageOf(rule))),
          },
        },
        // What code scanning replaces at each upload: parts of a repository are kept beside each other.
        automationDetails: { id: `${result.tool.name}/${within}` },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The root of the audited repository.' } } },
        invocations: [
          {
            executionSuccessful: result.internalErrors.length === 0,
            toolExecutionNotifications: [...notificationsOf(result, within), ...leftOut(found.length - MOST_RESULTS)],
          },
        ],
        results: found.slice(0, MOST_RESULTS).map(finding => ({
          ...resultOf(finding, indexes.get(finding.rule), { sources: result.sources, within }, includeSuppressed),
          // If one result says whether it is new, all do (SARIF 2.1.0 §3.27.24); what somebody accepted is no news.
          ...(result.comparison?.counts && { baselineState: finding.baselineState ?? 'unchanged' }),
        })),
      },
    ],
  }
  return `${JSON.stringify(log, null, 2)}\n`
}

function descriptorOf(rule: Rule, markdown: string): ReportingDescriptor {
  const level = LEVELS[rule.severity]
  const security = rule.category === 'security' ? rule.security : undefined
  const page = `${TOOL.pages}${rule.id}.md`
  return {
    id: rule.id,
    name: rule.id.replace(/(?:^|[/-])(\w)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: sentence(rule.title) },
    fullDescription: { text: rule.why.slice(0, LONGEST_DESCRIPTION) },
    help: { text: `${rule.why}\n\n${rule.fix}`, markdown },
    ...(page.startsWith('https:') && { helpUri: page }),
    defaultConfiguration: { level },
    properties: {
      tags: [...new Set([rule.category, areaOf(rule.id)])],
      precision: PRECISIONS[rule.confidence],
      ...(security === undefined
        ? { 'problem.severity': PROBLEM_SEVERITIES[level] }
        : { 'security-severity': security.toFixed(1) }),
    },
  }
}

function areaOf(id: string): string {
  return id.slice(0, id.indexOf('/'))
}

function resultOf(
  finding: ReportedFinding,
  ruleIndex: number | undefined,
  places: Places,
  includeSuppressed: boolean,
): Result {
  const related = finding.related.map((other, index) => ({
    id: index + 1,
    physicalLocation: locationOf(other.place, places),
    message: { text: plain(other.message) },
  }))
  return {
    ruleId: finding.rule,
    ...(ruleIndex !== undefined && { ruleIndex }),
    level: LEVELS[finding.severity],
    message: { text: messageOf(finding) },
    locations: [{ physicalLocation: locationOf(finding.place, places) }],
    ...(related.length > 0 && { relatedLocations: related }),
    partialFingerprints: { 'erpAudit/v1': finding.fingerprint },
    ...(includeSuppressed && { suppressions: suppressionsOf(finding) }),
  }
}

/** What, why, what to do; then links to the related places. The first sentence becomes the title of the alert. */
function messageOf(finding: ReportedFinding): string {
  const links = finding.related.map(
    ({ message }, index) => `[${plain(message).replace(/[[\]\\]/g, '\\$&')}](${index + 1})`,
  )
  const parts = [sentence(literal(finding.message)), literal(finding.why), literal(finding.fix)]
  return [...parts, ...(links.length > 0 ? [`See ${links.join(', ')}.`] : [])].join(' ')
}

/** Text in which nothing reads as a link: SARIF 2.1.0 §3.11.6 makes links of `[text](target)`. */
function literal(text: string): string {
  return plain(text).replaceAll('](', '] (')
}

/** If one result says whether it is suppressed, all do (SARIF 2.1.0 §3.27.23). */
function suppressionsOf({ suppressed }: ReportedFinding): NonNullable<Result['suppressions']> {
  if (!suppressed) return []
  const kind = suppressed.by === 'inline' ? 'inSource' : 'external'
  return [{ kind, status: 'accepted', justification: plain(suppressed.reason) }]
}

/** A region of one line: GitHub shows an alert in a pull request only when all its lines are part of the change. */
function locationOf(place: Place, { sources, within }: Places): PhysicalLocation {
  const source = sources.get(place.path)
  const lineEnd = source ? lineText(source, place.line).length + 1 : place.column
  const endColumn = place.endLine > place.line ? Math.max(lineEnd, place.column) : place.endColumn
  return {
    artifactLocation: { uri: uriOf(`${within}${place.path}`), uriBaseId: '%SRCROOT%' },
    region: { startLine: place.line, startColumn: place.column, endLine: place.line, endColumn },
  }
}

function uriOf(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/')
}

/** Findings are listed worst first: those that are left out are the least. */
function leftOut(count: number): Notification[] {
  if (count <= 0) return []
  const text = `${count} more ${count === 1 ? 'finding is' : 'findings are'} not listed: ${MOST_RESULTS} is the limit.`
  return [{ level: 'warning', message: { text } }]
}

/** Our own mistakes, files that could not be read, and remarks: never results. */
function notificationsOf(result: AuditResult, within: string): Notification[] {
  const crashes = result.internalErrors.map(
    ({ rule, message }): Notification => ({
      level: 'error',
      message: { text: sentence(`Rule ${rule} crashed: ${literal(message)}`) },
      associatedRule: { id: rule },
    }),
  )
  const broken = result.unreadable.map(({ path, problems }): Notification => {
    const at = problems[0]?.at
    const source = at && result.sources.get(at.path)
    return {
      level: 'warning',
      message: {
        text: sentence(`${path} could not be read in full: ${literal(problems[0]?.message ?? 'not readable')}`),
      },
      locations: [fileLocation(`${within}${path}`, at && source && placeIn(source, at))],
    }
  })
  const remarks = result.notices.map(
    ({ path, line, message }): Notification => ({
      level: 'note',
      message: { text: sentence(literal(message)) },
      // A configuration may lie above the audited directory, where no URI below the source root leads.
      ...(path !== undefined && !path.startsWith('../') && { locations: [fileLocation(`${within}${path}`, line)] }),
    }),
  )
  return [...crashes, ...broken, ...remarks]
}

function placeIn(source: Source, at: Parameters<typeof placeOf>[1]): number {
  return placeOf(source, at).line
}

function fileLocation(path: string, line: number | undefined): { physicalLocation: PhysicalLocation } {
  const artifactLocation = { uri: uriOf(path), uriBaseId: '%SRCROOT%' }
  return { physicalLocation: { artifactLocation, ...(line !== undefined && { region: { startLine: line } }) } }
}
