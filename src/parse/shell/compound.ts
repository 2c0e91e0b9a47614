import { type Cursor, type Draft, giveUp, lookingAt, newDraft, peek, skipBlanks, skipLines, within } from './cursor.js'
import { atWord, readList, readSubstituted, type Stop, takeWord } from './grammar.js'
import { readFunction, readRedirect } from './simple.js'
import type { ShellCompound, ShellList, ShellNode } from './tree.js'
import { arithmeticEnd, readWord } from './word.js'

type Bare = ShellCompound extends infer Each ? (Each extends unknown ? Omit<Each, 'redirects'> : never) : never

/** Reads a command that begins with a bracket or a reserved word; undefined when none stands here. */
export function readCompound(cursor: Cursor): ShellNode | undefined {
  if (atWord(cursor, '[[')) return readTest(cursor)
  if (takeWord(cursor, 'function')) {
    skipBlanks(cursor)
    const name = readWord(cursor, readSubstituted).text
    skipBlanks(cursor)
    return readFunction(cursor, name)
  }
  const bare = readBare(cursor)
  if (bare === undefined) return undefined
  const redirects: { operator: string; target: string }[] = []
  do skipBlanks(cursor)
  while (readRedirect(cursor, redirects))
  return { ...bare, redirects } as ShellCompound
}

function readBare(cursor: Cursor): Bare | undefined {
  if (lookingAt(cursor, '((')) {
    const end = arithmeticEnd(cursor, cursor.position)
    if (end !== undefined) {
      cursor.position = end
      return { kind: 'arithmetic' }
    }
  }
  if (peek(cursor) === '(') {
    cursor.position++
    const body = within(cursor, 'subshell', () => readList(cursor, { bracket: ')' }))
    close(cursor, ')')
    return { kind: 'subshell', body }
  }
  if (takeWord(cursor, '{')) {
    const body = readList(cursor, { words: ['}'] })
    close(cursor, '}')
    return { kind: 'group', body }
  }
  if (takeWord(cursor, 'if')) return readIf(cursor)
  if (takeWord(cursor, 'while') || takeWord(cursor, 'until')) return readWhile(cursor)
  if (takeWord(cursor, 'for') || takeWord(cursor, 'select')) return readFor(cursor)
  return takeWord(cursor, 'case') ? readCase(cursor) : undefined
}

function close(cursor: Cursor, text: string): void {
  if (lookingAt(cursor, text)) cursor.position += text.length
  else giveUp(cursor)
}

function readBody(cursor: Cursor, context: Draft['inside'][number], stop: Stop): ShellList {
  cursor.joined = 'start'
  return within(cursor, context, () => readList(cursor, stop))
}

function readIf(cursor: Cursor): Bare {
  const branches: { condition: ShellList; body: ShellList }[] = []
  do {
    // The very first command of the condition is joined as the whole `if` is.
    if (branches.length > 0) cursor.joined = 'start'
    const condition = within(cursor, 'condition', () => readList(cursor, { words: ['then'] }))
    close(cursor, 'then')
    branches.push({ condition, body: readBody(cursor, 'branch', { words: ['elif', 'else', 'fi'] }) })
  } while (takeWord(cursor, 'elif'))
  const otherwise = takeWord(cursor, 'else') ? readBody(cursor, 'branch', { words: ['fi'] }) : undefined
  close(cursor, 'fi')
  return { kind: 'if', branches, ...(otherwise && { otherwise }) }
}

function readWhile(cursor: Cursor): Bare {
  const condition = within(cursor, 'loop', () => within(cursor, 'condition', () => readList(cursor, { words: ['do'] })))
  close(cursor, 'do')
  const body = readBody(cursor, 'loop', { words: ['done'] })
  close(cursor, 'done')
  return { kind: 'while', condition, body }
}

function readFor(cursor: Cursor): Bare {
  skipBlanks(cursor)
  const arithmetic = lookingAt(cursor, '((') ? arithmeticEnd(cursor, cursor.position) : undefined
  if (arithmetic !== undefined) cursor.position = arithmetic
  while (arithmetic === undefined) {
    const word = readWord(cursor, readSubstituted)
    if (word.start === word.end) break
    skipBlanks(cursor)
  }
  skipBlanks(cursor)
  if (peek(cursor) === ';') cursor.position++
  skipLines(cursor)
  const braces = takeWord(cursor, '{')
  if (!braces) close(cursor, 'do')
  const end = braces ? '}' : 'done'
  const body = readBody(cursor, 'loop', { words: [end] })
  close(cursor, end)
  return { kind: 'for', bodies: [body] }
}

function readCase(cursor: Cursor): Bare {
  skipBlanks(cursor)
  readWord(cursor, readSubstituted)
  skipLines(cursor)
  close(cursor, 'in')
  const bodies: ShellList[] = []
  for (;;) {
    skipLines(cursor)
    if (takeWord(cursor, 'esac')) return { kind: 'case', bodies }
    if (!readPatterns(cursor)) {
      giveUp(cursor)
      return { kind: 'case', bodies }
    }
    bodies.push(readBody(cursor, 'branch', { branch: true, words: ['esac'] }))
    if (lookingAt(cursor, ';;&')) cursor.position += 3
    else if (lookingAt(cursor, ';;') || lookingAt(cursor, ';&')) cursor.position += 2
  }
}

/** Reads `a | b)`; false when it is not closed. */
function readPatterns(cursor: Cursor): boolean {
  if (peek(cursor) === '(') cursor.position++
  while (cursor.position < cursor.end) {
    const before = cursor.position
    skipBlanks(cursor)
    readWord(cursor, readSubstituted)
    skipBlanks(cursor)
    if (peek(cursor) === ')') {
      cursor.position++
      return true
    }
    if (peek(cursor) === '|') cursor.position++
    if (cursor.position === before) return false
  }
  return false
}

/** `[[ … ]]` is listed as a command of that name; the operators in it are words. */
function readTest(cursor: Cursor): ShellNode {
  const command = newDraft(cursor)
  const { words } = command
  cursor.commands.push(command)
  while (words.at(-1) !== ']]') {
    skipLines(cursor)
    const word = readWord(cursor, readSubstituted)
    if (word.start < word.end) words.push(word.text)
    else if (cursor.position < cursor.end) words.push(cursor.text[cursor.position++] ?? '')
    else {
      cursor.broken = true
      break
    }
  }
  command.end = cursor.position
  do skipBlanks(cursor)
  while (readRedirect(cursor, command.redirects))
  return { kind: 'command', command }
}
