import { readCompound } from './compound.js'
import { type Cursor, type Draft, lookingAt, nested, newCursor, peek, skipBlanks, skipLines } from './cursor.js'
import { readSimple } from './simple.js'
import type { ShellChain, ShellList, ShellNode, ShellPipeline } from './tree.js'

/** What ends a list besides the end of the text: a bracket, the end of a case branch, or one of these words. */
export interface Stop {
  readonly bracket?: ')' | undefined
  readonly branch?: boolean
  readonly words?: readonly string[]
}

/** Reads a whole script into its commands, in order, and their structure. Never throws, linear in the text. */
export function readScript(text: string): { commands: readonly Draft[]; tree: ShellList; broken: boolean } {
  const cursor = newCursor(text)
  const tree = readList(cursor, {})
  if (cursor.heredocs.length > 0) cursor.broken = true
  return { commands: cursor.commands, tree, broken: cursor.broken }
}

/** Reads the commands inside a substitution, up to its closing bracket or the end. */
export function readSubstituted(cursor: Cursor, closer: ')' | undefined): ShellList {
  return readList(cursor, { bracket: closer })
}

/** Reads commands up to `stop`, which is left to be read. */
export function readList(cursor: Cursor, stop: Stop): ShellList {
  const items: { node: ShellNode; background: boolean }[] = []
  let separator: ';' | '&' = ';'
  for (;;) {
    skipLines(cursor)
    if (cursor.position >= cursor.end || atStop(cursor, stop)) return { kind: 'list', items }
    const previous = items.at(-1)
    if (previous) cursor.joined = separator
    const node = readChain(cursor)
    if (node === undefined) {
      // A stray bracket, operator or keyword: passed over.
      cursor.broken = true
      cursor.position++
      continue
    }
    if (previous) setFollowed(previous.node, separator)
    separator = readSeparator(cursor, stop)
    items.push({ node, background: separator === '&' })
    if (separator === '&') setFollowed(node, '&')
  }
}

function readSeparator(cursor: Cursor, stop: Stop): ';' | '&' {
  skipBlanks(cursor)
  if (peek(cursor) === '&') {
    cursor.position++
    return '&'
  }
  if (peek(cursor) === ';' && !(stop.branch && atBranchEnd(cursor))) cursor.position++
  return ';'
}

function atStop(cursor: Cursor, stop: Stop): boolean {
  if (stop.bracket && peek(cursor) === stop.bracket) return true
  if (stop.branch && atBranchEnd(cursor)) return true
  return stop.words?.some(word => atWord(cursor, word)) ?? false
}

function atBranchEnd(cursor: Cursor): boolean {
  return lookingAt(cursor, ';;') || lookingAt(cursor, ';&')
}

/** Whether a reserved word stands here. */
export function atWord(cursor: Cursor, word: string): boolean {
  return lookingAt(cursor, word) && /^$|[\s;&|()<>]/.test(peek(cursor, word.length))
}

/** Passes over a reserved word; false when it is not there. */
export function takeWord(cursor: Cursor, word: string): boolean {
  if (!atWord(cursor, word)) return false
  cursor.position += word.length
  return true
}

function readChain(cursor: Cursor): ShellNode | undefined {
  const first = readPipeline(cursor)
  if (first === undefined) return undefined
  const items: { operator: ShellChain['items'][number]['operator']; node: ShellNode }[] = [
    { operator: 'start', node: first },
  ]
  for (;;) {
    skipBlanks(cursor)
    const operator = lookingAt(cursor, '&&') ? '&&' : lookingAt(cursor, '||') ? '||' : undefined
    if (operator === undefined) return items.length === 1 ? first : { kind: 'chain', items }
    cursor.position += 2
    skipLines(cursor)
    cursor.joined = operator
    const next = readPipeline(cursor)
    const last = items.at(-1)
    if (last) setFollowed(last.node, operator)
    if (next === undefined) cursor.broken = true
    else items.push({ operator, node: next })
  }
}

function readPipeline(cursor: Cursor): ShellNode | undefined {
  let negated = false
  while (takeWord(cursor, '!')) {
    negated = !negated
    skipBlanks(cursor)
  }
  const parts: ShellNode[] = []
  for (;;) {
    const part = readCommand(cursor)
    if (part) parts.push(part)
    else if (parts.length > 0) cursor.broken = true
    skipBlanks(cursor)
    if (part === undefined || peek(cursor) !== '|' || peek(cursor, 1) === '|') break
    cursor.position += peek(cursor, 1) === '&' ? 2 : 1
    skipLines(cursor)
    cursor.joined = '|'
    setFollowed(part, '|')
    // `!` negates a whole pipeline; behind `|` a shell refuses it.
    if (atWord(cursor, '!')) cursor.broken = true
  }
  const [only] = parts
  if (parts.length <= 1 && !negated) return only
  const pipeline: ShellPipeline = { kind: 'pipeline', negated, parts }
  return parts.length === 0 ? undefined : pipeline
}

function readCommand(cursor: Cursor): ShellNode | undefined {
  skipBlanks(cursor)
  return nested<ShellNode | undefined>(cursor, () => readCompound(cursor) ?? readSimple(cursor), undefined)
}

/** Writes the operator behind a node into the last command of it that runs in sequence. */
function setFollowed(node: ShellNode, operator: Exclude<Draft['followed'], 'end'>): void {
  if (node.kind === 'command') {
    const draft: Draft = node.command as Draft
    draft.followed = operator
    return
  }
  const last =
    node.kind === 'pipeline'
      ? node.parts.at(-1)
      : node.kind === 'chain' || node.kind === 'list'
        ? node.items.at(-1)?.node
        : node.kind === 'group' || node.kind === 'subshell'
          ? node.body
          : undefined
  if (last) setFollowed(last, operator)
}
