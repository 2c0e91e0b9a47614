import { readCompound } from './compound.js'
import { type Cursor, nested, newDraft, peek, skipBlanks, skipLines, within } from './cursor.js'
import { readSubstituted } from './grammar.js'
import type { ShellNode } from './tree.js'
import { readWord, type Word } from './word.js'

const ASSIGNMENT = /^[A-Za-z_]\w*(?:\[[^\]]*\])?\+?=/
const REDIRECT = /(?:[0-9]+|&)?(?:<<<|<<-|<<|<>|<&|<|>>|>&|>\||>)/y

/** Reads a simple command, or a function definition that begins like one; undefined when there is neither here. */
export function readSimple(cursor: Cursor): ShellNode | undefined {
  const draft = newDraft(cursor)
  const place = cursor.commands.push(draft) - 1
  for (;;) {
    skipBlanks(cursor)
    if (readRedirect(cursor, draft.redirects)) {
      draft.end = cursor.position
      continue
    }
    const word = peek(cursor) === '#' ? undefined : readWord(cursor, readSubstituted)
    if (word === undefined || word.start === word.end) break
    draft.end = word.end
    if (draft.words.length === 0 && isAssignment(word)) draft.assignments.push(word.text)
    else draft.words.push(word.text)
  }
  const empty = draft.words.length + draft.assignments.length + draft.redirects.length === 0
  const definition = draft.words.length === 1 && draft.redirects.length === 0 && peek(cursor) === '('
  if (empty || definition) cursor.commands.splice(place, 1)
  if (definition) return readFunction(cursor, draft.words[0] ?? '')
  return empty ? undefined : { kind: 'command', command: draft }
}

function isAssignment(word: Word): boolean {
  const match = ASSIGNMENT.exec(word.text)
  return match !== null && match[0].length <= word.literal
}

/** Reads `()` and the body of a function whose name has been read. */
export function readFunction(cursor: Cursor, name: string): ShellNode | undefined {
  if (peek(cursor) === '(') {
    cursor.position++
    skipBlanks(cursor)
    if (peek(cursor) === ')') cursor.position++
    else cursor.broken = true
  }
  skipLines(cursor)
  cursor.joined = 'start'
  const body = nested(
    cursor,
    () => within(cursor, 'function', () => readCompound(cursor) ?? readSimple(cursor)),
    undefined,
  )
  if (body === undefined) cursor.broken = true
  return body && { kind: 'function', name, body, redirects: [] }
}

/** Reads one redirection into `into`; false when there is none here. */
export function readRedirect(cursor: Cursor, into: { operator: string; target: string }[]): boolean {
  REDIRECT.lastIndex = cursor.position
  const operator = REDIRECT.exec(cursor.text)?.[0]
  if (operator === undefined || cursor.position + operator.length > cursor.end) return false
  // `<(…)` and `>(…)` are words; a lone `&` in front of `<` is a separator.
  if (/^[<>]$/.test(operator) && peek(cursor, 1) === '(') return false
  if (operator.startsWith('&') && !operator.startsWith('&>')) return false
  cursor.position += operator.length
  skipBlanks(cursor)
  const word = readWord(cursor, readSubstituted)
  if (word.start === word.end) cursor.broken = true
  const heredoc = /^[0-9]*<<-?$/.test(operator)
  if (heredoc && word.start < word.end) {
    cursor.heredocs.push({ delimiter: word.text, stripTabs: operator.endsWith('-') })
  }
  into.push({ operator, target: word.text })
  return true
}
