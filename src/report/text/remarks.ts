import type { AuditResult, UnverifiedSubject } from '../../result.js'
import { plain } from '../plain.js'
import { wrap } from '../width.js'
import type { Paint } from './paint.js'
import { plural } from './words.js'

/** What could not be verified: each reason once, with whom it is about and what could therefore not be answered. */
export function unverifiedLines(
  { unverified }: AuditResult,
  paint: Paint,
  width: number,
  verbose: boolean,
): readonly string[] {
  if (unverified.length === 0) return []
  const groups = new Map<string, UnverifiedSubject[]>()
  for (const one of unverified) {
    const group = groups.get(one.because)
    if (group) group.push(one)
    else groups.set(one.because, [one])
  }
  const shown = verbose ? [...groups] : [...groups].slice(0, MOST_REASONS)
  const hidden = groups.size - shown.length
  return [
    `${paint('bold', 'Not verified:')} ${plural(unverified.length, 'question')} that the files do not answer`,
    '',
    ...shown.flatMap(([because, group]) => groupLines(because, group, paint, width)),
    ...(hidden > 0 ? [paint('dim', `  and ${plural(hidden, 'more reason')} (--verbose lists all)`)] : []),
  ]
}

const MOST_REASONS = 15

function groupLines(
  because: string,
  group: readonly UnverifiedSubject[],
  paint: Paint,
  width: number,
): readonly string[] {
  const names = new Set(
    group.map(({ subjectName, place }) => {
      return plain(subjectName) + (place ? ` (${plain(place.path)}:${place.line})` : '')
    }),
  )
  const rules = new Set(group.map(({ rule }) => rule))
  const indented = (text: string, indent: number) => wrap(text, width - indent).map(line => ' '.repeat(indent) + line)
  return [
    ...indented([...rules].join(', '), 2).map(line => paint('bold', line)),
    ...indented(plain(because), 4),
    ...indented([...names].join(', '), 4).map(line => paint('cyan', line)),
  ]
}

/** Files that were recognised and left alone, or could not be read. */
export function notEvaluatedLines(
  { unreadable, notEvaluated }: AuditResult,
  paint: Paint,
  width: number,
): readonly string[] {
  const broken = unreadable.map(
    ({ path, problems }) => `${plain(path)}: ${plain(problems[0]?.message ?? 'could not be read')}`,
  )
  const left = notEvaluated.map(({ path, because }) => `${plain(path)}: ${plain(because)}`)
  return [
    ...listOf('Could not be read in full', broken, paint, width),
    ...(broken.length > 0 && left.length > 0 ? [''] : []),
    ...listOf('Not evaluated', left, paint, width),
  ]
}

/** Remarks on suppressions and configuration. */
export function noticeLines({ notices }: AuditResult, paint: Paint, width: number): readonly string[] {
  const lines = notices.map(({ path, line, message }) => {
    const place = path === undefined ? '' : `${plain(path)}${line === undefined ? '' : `:${line}`}: `
    return `${place}${plain(message)}`
  })
  return listOf('Remarks', lines, paint, width)
}

function listOf(title: string, lines: readonly string[], paint: Paint, width: number): readonly string[] {
  if (lines.length === 0) return []
  const shown = lines.slice(0, 20)
  const more = lines.length - shown.length
  return [
    paint('bold', `${title}:`),
    ...shown.flatMap(line => wrap(line, width - 4).map((part, index) => `${index === 0 ? '  ' : '    '}${part}`)),
    ...(more > 0 ? [paint('dim', `  and ${more} more`)] : []),
  ]
}
