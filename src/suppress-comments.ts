import { lineOf, type Source } from './source.js'

/** A comment as a parser found it: offsets in the file, its opening sign included. */
export interface Comment {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** A suppression as it is written in a comment; nothing about it has been checked yet. */
export interface InlineSuppression {
  /** As written; empty when there is none. */
  readonly rule: string
  /** As written; empty when there is none. */
  readonly reason: string
  readonly wholeFile: boolean
  /** It speaks of the whole file, but stands behind the first comment block. */
  readonly misplaced: boolean
  /** The line of the comment, from 1. */
  readonly line: number
  /** The line that it speaks of, from 1; 0 when nothing follows it. */
  readonly target: number
}

const WORD = 'erp-audit-ignore'
const WORD_FOR_FILE = 'erp-audit-ignore-file'

/**
 * The suppressions in the comments of one file, in order: `erp-audit-ignore <rule>: <reason>` at the beginning of a
 * line of a comment. Behind something else it speaks of its own line; alone, of the next line that is neither blank
 * nor only a comment. With `-file` it speaks of the file, and has to stand before everything that is not a comment.
 */
export function readSuppressions(source: Source, comments: readonly Comment[]): readonly InlineSuppression[] {
  const written = comments.flatMap(comment => directivesIn(source, comment))
  if (written.length === 0) return []
  const content = linesWithContent(source, comments)
  const [first = Number.POSITIVE_INFINITY] = content
  return written.map(({ line, words }) => {
    const wholeFile = words.keyword === WORD_FOR_FILE
    return {
      rule: words.rule,
      reason: words.reason,
      wholeFile,
      misplaced: wholeFile && line >= first,
      line,
      target: atOrAfter(content, line),
    }
  })
}

interface Directive {
  readonly keyword: string
  readonly rule: string
  readonly reason: string
}

/** A block comment may hold a suppression on each of its lines. */
function directivesIn(source: Source, comment: Comment): readonly { line: number; words: Directive }[] {
  const text = source.text.slice(comment.start, comment.end)
  if (!text.includes(WORD)) return []
  const first = lineOf(source, comment.start)
  return text.split('\n').flatMap((part, index) => {
    const words = directiveOf(part)
    return words ? [{ line: first + index, words }] : []
  })
}

function directiveOf(part: string): Directive | undefined {
  const begin = part.search(/[^\s#/*;!-]/)
  const end = part.trimEnd().endsWith('*/') ? part.lastIndexOf('*/') : part.length
  const text = begin === -1 ? '' : part.slice(begin, end).trim()
  const keyword = [WORD_FOR_FILE, WORD].find(
    word => text === word || text.startsWith(`${word} `) || text.startsWith(`${word}:`),
  )
  if (!keyword) return undefined
  const rest = text.slice(keyword.length).trim()
  const colon = rest.indexOf(':')
  const rule = colon === -1 ? rest : rest.slice(0, colon)
  return { keyword, rule: rule.trim(), reason: colon === -1 ? '' : rest.slice(colon + 1).trim() }
}

/** The lines (from 1) that hold more than blanks and comments, in order. */
function linesWithContent(source: Source, comments: readonly Comment[]): readonly number[] {
  const lines: number[] = []
  let from = 0
  for (const { start, end } of [
    ...comments.toSorted((a, b) => a.start - b.start),
    { start: source.text.length, end: 0 },
  ]) {
    if (start > from) {
      const first = lineOf(source, from)
      source.text
        .slice(from, start)
        .split('\n')
        .forEach((part, index) => {
          if (part.trim() !== '' && lines.at(-1) !== first + index) lines.push(first + index)
        })
    }
    from = Math.max(from, end)
  }
  return lines
}

/** The first of ascending numbers that is not below `least`; 0 when there is none. */
function atOrAfter(numbers: readonly number[], least: number): number {
  let [low, high] = [0, numbers.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((numbers[middle] ?? 0) < least) low = middle + 1
    else high = middle
  }
  return numbers[low] ?? 0
}
