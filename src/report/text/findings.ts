import { SEVERITIES } from '../../finding.js'
import type { AuditResult, ReportedFinding } from '../../result.js'
import { plain } from '../plain.js'
import { clip, HELD, widthOf, wrap } from '../width.js'
import { countedSubjects, subjectKey } from './counted.js'
import { codeFrame } from './frame.js'
import { type Paint, SEVERITY_STYLES } from './paint.js'
import { plural } from './words.js'

/** Findings of one rule that differ only in where they are: shown as one block. */
interface Block {
  readonly first: ReportedFinding
  readonly others: readonly ReportedFinding[]
}

/** How findings are laid out. */
export interface FindingsOptions {
  readonly paint: Paint
  readonly width: number
  readonly verbose: boolean
}

/** Places beyond the first that a block lists, unless everything is asked for: by name alone, and with a message. */
const MOST_NAMES = 100
const MOST_MESSAGES = 20

/** The findings, worst first, a block for each rule. `findings` come in their order. */
export function findingBlocks(
  findings: readonly ReportedFinding[],
  result: AuditResult,
  options: FindingsOptions,
): readonly string[] {
  const titles = new Map(result.judgements.map(({ rule }) => [rule.id, rule.title]))
  return blocksOf(findings).flatMap(block => [
    ...blockLines(block, titles.get(block.first.rule) ?? '', result, options),
    '',
  ])
}

/** "24 findings: 2 critical, 10 high, 12 low (3 not scored)". */
export function countLines(
  findings: readonly ReportedFinding[],
  result: AuditResult,
  paint: Paint,
  width: number,
): readonly string[] {
  const counts = SEVERITIES.map(
    severity => [severity, findings.filter(finding => finding.severity === severity).length] as const,
  ).filter(([, count]) => count > 0)
  const counted = countedSubjects(result)
  const aside = findings.filter(finding => !counted.has(subjectKey(finding))).length
  const head = plural(findings.length, 'finding')
  const parts = counts.map(([severity, count]) => paint(SEVERITY_STYLES[severity], `${count} ${severity}`))
  const line = `${paint('bold', head)}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}`
  if (aside === 0) return [line]
  const note = `(${aside} not scored)`
  const taken = `${head}: ${counts.map(([severity, count]) => `${count} ${severity}`).join(', ')} ${note}`
  return widthOf(taken) > width ? [line, `  ${paint('dim', note)}`] : [`${line} ${paint('dim', note)}`]
}

function blocksOf(findings: readonly ReportedFinding[]): readonly Block[] {
  const blocks = new Map<string, ReportedFinding[]>()
  for (const finding of findings) {
    const key = JSON.stringify([finding.rule, finding.severity, finding.why, finding.suppressed?.reason])
    const block = blocks.get(key)
    if (block) block.push(finding)
    else blocks.set(key, [finding])
  }
  return [...blocks.values()].flatMap(([first, ...others]) => (first ? [{ first, others }] : []))
}

function blockLines(block: Block, title: string, result: AuditResult, options: FindingsOptions): readonly string[] {
  const { first } = block
  const { paint, width } = options
  return [
    headLine(block, title, result, options),
    '',
    ...foundLines(first, result, options),
    '',
    ...labelled('why', plain(first.why), paint, width),
    ...labelled('fix', plain(first.fix), paint, width),
    ...(first.suppressed ? labelled('accepted', plain(first.suppressed.reason), paint, width) : []),
    ...(options.verbose ? framedLines(block, result, options) : listedLines(block, options)),
  ]
}

function framedLines({ first, others }: Block, result: AuditResult, options: FindingsOptions): readonly string[] {
  const shared = kindOfFix(first)
  return others.flatMap(finding => [
    '',
    ...foundLines(finding, result, options),
    ...(kindOfFix(finding) === shared ? [] : labelled('fix', plain(finding.fix), options.paint, options.width)),
  ])
}

function listedLines({ first, others }: Block, options: FindingsOptions): readonly string[] {
  return others.length > 0 ? ['', ...placeLines(first, others, options)] : []
}

function headLine({ first, others }: Block, title: string, result: AuditResult, options: FindingsOptions): string {
  const { paint, width } = options
  const right = worthOf([first, ...others], result)
  const head = `${first.severity}  ${first.rule}`
  const count = others.length > 0 ? `  ${others.length + 1} places` : ''
  const painted = `${paint(SEVERITY_STYLES[first.severity], first.severity)}  ${paint('bold', first.rule)}${paint('dim', count)}`
  const space = width - widthOf(head) - widthOf(count) - widthOf(right)
  const style = right.startsWith('+') || right.startsWith('up') ? 'green' : 'dim'
  const worth = right === '' ? '' : `${space < 2 ? '\n' : ' '.repeat(space)}${paint(style, right)}`
  return `${painted}${worth}\n${wrap(plain(title), width).join('\n')}`
}

/** What stands at the right of the head: the points, or why there are none. */
function worthOf(findings: readonly ReportedFinding[], result: AuditResult): string {
  if (findings.every(finding => finding.suppressed)) return 'accepted'
  if (findings.every(finding => finding.confidence === 'C')) return 'advice, not scored'
  const counted = countedSubjects(result)
  return findings.some(finding => counted.has(subjectKey(finding))) ? gainOf(findings) : 'not scored'
}

/** "+1.2 points", "+0.1 to +0.4 points each". */
function gainOf(findings: readonly ReportedFinding[]): string {
  const gains = findings.map(finding => finding.gain).sort((a, b) => a - b)
  const [least, most] = [shortGain(gains[0] ?? 0), shortGain(gains.at(-1) ?? 0)]
  if (most === shortGain(0)) return ''
  if (findings.length === 1) return `${most} points`
  if (least === shortGain(0)) return `up to ${most} points each`
  return least === most ? `${most} points each` : `${least} to ${most} points each`
}

/** Floored to one decimal, or two below 0.1, so that nothing is promised that is not gained. */
function shortGain(gain: number): string {
  const digits = gain >= 0.1 ? 10 : 100
  return `+${(Math.floor(gain * digits + 1e-9) / digits).toFixed(gain >= 0.1 ? 1 : 2)}`
}

function foundLines(finding: ReportedFinding, result: AuditResult, options: FindingsOptions): readonly string[] {
  const { paint, width } = options
  const { path, line, column } = finding.place
  const source = result.sources.get(path)
  const frame = source
    ? codeFrame(source, finding.place, {
        paint,
        style: SEVERITY_STYLES[finding.severity],
        width: width - 4,
        secret: finding.rule.startsWith('secret/'),
      })
    : []
  return [
    ...wrap(plain(finding.message), width - 2).map(text => `  ${text}`),
    `  ${paint('dim', '→')} ${paint('cyan', `${plain(path)}:${line}:${column}`)}`,
    ...frame.map(text => `    ${text}`),
    ...finding.related.slice(0, 5).map(related => {
      const at = `${plain(related.place.path)}:${related.place.line}`
      return clip(`  ${paint('dim', 'see')} ${at} ${plain(related.message)}`, width + (paint('dim', 'see').length - 3))
    }),
  ]
}

/**
 * The other places, in the order of the files: those that need no words of their own as lists of `path:line name`, the
 * rest with their message. Places whose fix differs from the block's are listed last, each kind above its fix.
 */
function placeLines(
  first: ReportedFinding,
  others: readonly ReportedFinding[],
  options: FindingsOptions,
): readonly string[] {
  const { paint, width } = options
  const isAlike = (finding: ReportedFinding) => generic(finding, finding.message) === generic(first, first.message)
  const shown = [
    ...others.filter(isAlike).slice(0, MOST_NAMES),
    ...others.filter(finding => !isAlike(finding)).slice(0, MOST_MESSAGES),
  ].toSorted(byPlace)
  const hidden = others.length - shown.length
  const byFix = new Map<string, ReportedFinding[]>([[kindOfFix(first), []]])
  for (const finding of shown) byFix.set(kindOfFix(finding), [...(byFix.get(kindOfFix(finding)) ?? []), finding])
  return [
    paint('dim', '  also'),
    ...[...byFix.values()].flatMap((places, index) => {
      const own = index > 0 ? places[0] : undefined
      return [
        ...nameLines(places.filter(isAlike), options),
        ...places.filter(finding => !isAlike(finding)).flatMap(finding => messageLines(finding, options)),
        ...(own ? labelled('  fix', plain(own.fix), paint, width) : []),
      ]
    }),
    ...(hidden > 0 ? [paint('dim', `  and ${hidden} more (--verbose lists all)`)] : []),
  ]
}

/** `compose.yaml:7 api, :12 web, :30 worker`, a list for each file. */
function nameLines(places: readonly ReportedFinding[], { paint, width }: FindingsOptions): readonly string[] {
  const files = new Map<string, ReportedFinding[]>()
  for (const finding of places) files.set(finding.place.path, [...(files.get(finding.place.path) ?? []), finding])
  return [...files].flatMap(([path, findings]) => {
    const names = findings.map(({ place, subjectName }) => {
      const name = subjectName === path ? '' : ` ${plain(subjectName)}`
      return `:${place.line}${name}`.replaceAll(' ', HELD)
    })
    const lines = wrap(`${plain(path).replaceAll(' ', HELD)}${names.join(', ')}`, width - 4)
    return lines.map((text, index) => {
      const lead = index === 0 ? plain(path) : ''
      const numbered = text.slice(lead.length).replace(/(^|, ):\d+/g, number => {
        const from = number.indexOf(':')
        return number.slice(0, from) + paint('cyan', number.slice(from))
      })
      return `${index === 0 ? '  ' : '    '}${paint('cyan', lead)}${numbered}`
    })
  })
}

function messageLines(finding: ReportedFinding, { paint, width }: FindingsOptions): readonly string[] {
  const place = placeOf(finding)
  const lines = wrap(`${place.replaceAll(' ', HELD)} ${plain(finding.message)}`, width - 4)
  return lines.map((text, index) => {
    return index === 0 ? `  ${paint('cyan', place)}${text.slice(place.length)}` : `    ${text}`
  })
}

function placeOf({ place }: ReportedFinding): string {
  return `${plain(place.path)}:${place.line}`
}

function byPlace({ place: a }: ReportedFinding, { place: b }: ReportedFinding): number {
  return a.path === b.path ? a.line - b.line : a.path < b.path ? -1 : 1
}

/** A text without the name of its subject, so that "api has no limit" and "web has no limit" are the same. */
function generic({ subjectName }: ReportedFinding, text: string): string {
  return subjectName === '' ? text : text.replaceAll(subjectName, '\u0000')
}

/** Fixes that differ in names and numbers only need to be told once. */
function kindOfFix(finding: ReportedFinding): string {
  return generic(finding, finding.fix).replace(/\d+/g, '0')
}

function labelled(label: string, text: string, paint: Paint, width: number): readonly string[] {
  const indent = ' '.repeat(label.length + 4)
  return wrap(text, width - indent.length).map((line, index) =>
    index === 0 ? `  ${paint('dim', label)}  ${line}` : `${indent}${line}`,
  )
}
