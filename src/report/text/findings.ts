import { SEVERITIES } from '../../finding.js'
import type { AuditResult, ReportedFinding } from '../../result.js'
import { plain } from '../plain.js'
import { clip, pad, widthOf, wrap } from '../width.js'
import { codeFrame } from './frame.js'
import { type Paint, SEVERITY_STYLES } from './paint.js'
import { plural } from './words.js'

/** Findings of one rule that differ only in where they are: shown as one block. */
interface Block {
  readonly first: ReportedFinding
  readonly others: readonly ReportedFinding[]
}

export interface FindingsOptions {
  readonly paint: Paint
  readonly width: number
  readonly verbose: boolean
}

/** Places beyond the first that a block lists unless everything is asked for. */
const MOST_PLACES = 30

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

/** "24 findings: 2 critical, 10 high, 12 low". */
export function countLine(findings: readonly ReportedFinding[], paint: Paint): string {
  const counts = SEVERITIES.map(
    severity => [severity, findings.filter(finding => finding.severity === severity).length] as const,
  )
  const parts = counts
    .filter(([, count]) => count > 0)
    .map(([severity, count]) => paint(SEVERITY_STYLES[severity], `${count} ${severity}`))
  return `${paint('bold', plural(findings.length, 'finding'))}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}`
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
  const { first, others } = block
  const { paint, width } = options
  const framed = options.verbose ? [first, ...others] : [first]
  const places = options.verbose ? [] : others
  return [
    headLine(block, title, paint, width),
    ...framed.flatMap(finding => ['', ...foundLines(finding, result, options)]),
    ...(places.length > 0 ? ['', ...placeLines(first, places, options)] : []),
    '',
    ...labelled('why', plain(first.why), paint, width),
    ...labelled('fix', plain(first.fix), paint, width),
    ...(first.suppressed ? labelled('accepted', plain(first.suppressed.reason), paint, width) : []),
  ]
}

function headLine({ first, others }: Block, title: string, paint: Paint, width: number): string {
  const gain = gainOf([first, ...others])
  const head = `${first.severity}  ${first.rule}`
  const count = others.length > 0 ? `  ${others.length + 1} places` : ''
  const painted = `${paint(SEVERITY_STYLES[first.severity], first.severity)}  ${paint('bold', first.rule)}${paint('dim', count)}`
  const space = width - widthOf(head) - widthOf(count) - widthOf(gain)
  const right = gain === '' ? '' : `${space < 2 ? '\n' : ' '.repeat(space)}${paint('green', gain)}`
  return `${painted}${right}\n${wrap(plain(title), width).join('\n')}`
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
 * The other places, in the order of the files: those that need no words of their own as a grid of `path:line name`, the
 * rest with their message. Places whose fix differs from the block's are listed last, above that fix.
 */
function placeLines(
  first: ReportedFinding,
  others: readonly ReportedFinding[],
  options: FindingsOptions,
): readonly string[] {
  const { paint, width } = options
  const shown = others.slice(0, MOST_PLACES).toSorted(byPlace)
  const hidden = others.length - shown.length
  const own = kindOfFix(first)
  const byFix = new Map<string, ReportedFinding[]>()
  for (const finding of shown) byFix.set(kindOfFix(finding), [...(byFix.get(kindOfFix(finding)) ?? []), finding])
  const same = byFix.get(own) ?? []
  return [
    paint('dim', '  also'),
    ...listLines(first, same, options),
    ...[...byFix].flatMap(([fix, places]) => {
      const [one] = places
      if (fix === own || !one) return []
      return [...listLines(first, places, options), ...labelled('    fix', plain(one.fix), paint, width)]
    }),
    ...(hidden > 0 ? [paint('dim', `  and ${hidden} more (--verbose lists all)`)] : []),
  ]
}

function listLines(
  first: ReportedFinding,
  places: readonly ReportedFinding[],
  { paint, width }: FindingsOptions,
): readonly string[] {
  const isAlike = (finding: ReportedFinding) => generic(finding, finding.message) === generic(first, first.message)
  const bare = places.filter(isAlike).map(finding => [placeOf(finding), plain(finding.subjectName)] as const)
  const worded = places.filter(finding => !isAlike(finding))
  return [
    ...grid(bare, paint, width),
    ...worded.flatMap(finding => {
      const place = placeOf(finding)
      const lines = wrap(`${place.replaceAll(' ', HELD)} ${plain(finding.message)}`, width - 4)
      return lines.map((line, index) => {
        const text = line.replaceAll(HELD, ' ')
        return index === 0 ? `  ${paint('cyan', place)}${text.slice(place.length)}` : `    ${text}`
      })
    }),
  ]
}

/** Stands for a blank that must not break. */
const HELD = '\u00a0'

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

function grid(items: readonly (readonly [string, string])[], paint: Paint, width: number): readonly string[] {
  if (items.length === 0) return []
  const cell = Math.max(...items.map(([place, name]) => widthOf(place) + 1 + widthOf(name))) + 2
  const columns = Math.max(1, Math.floor((width - 2) / cell))
  const rows = Math.ceil(items.length / columns)
  return Array.from({ length: rows }, (_, row) => {
    const inRow = items.filter((_, index) => index % rows === row)
    const cells = inRow.map(([place, name]) => {
      const text = clip(`${place} ${name}`, width - 2)
      return `${paint('cyan', place)}${pad(text, cell).slice(place.length)}`
    })
    return `  ${cells.join('')}`.trimEnd()
  })
}

function labelled(label: string, text: string, paint: Paint, width: number): readonly string[] {
  const indent = ' '.repeat(label.length + 4)
  return wrap(text, width - indent.length).map((line, index) =>
    index === 0 ? `  ${paint('dim', label)}  ${line}` : `${indent}${line}`,
  )
}
