import type { Problem } from '../node.js'
import type { PrismaAttribute, PrismaBlock, PrismaField, PrismaSetting } from '../prisma.js'
import { complain, type PrismaToken } from './tokens.js'
import { readArguments, readValue } from './values.js'

/** A place among the tokens of a file. */
export interface Cursor {
  readonly tokens: readonly PrismaToken[]
  readonly path: string
  readonly problems: Problem[]
  at: number
}

const KINDS: ReadonlySet<string> = new Set(['model', 'view', 'type', 'enum', 'datasource', 'generator'])

/** The blocks of a file. What stands outside of them is a problem. */
export function readBlocks(tokens: readonly PrismaToken[], path: string, problems: Problem[]): readonly PrismaBlock[] {
  const cursor: Cursor = { tokens, path, problems, at: 0 }
  const blocks: PrismaBlock[] = []
  while (cursor.at < tokens.length) {
    if (current(cursor)?.kind === 'newline') cursor.at++
    else if (opensBlock(cursor)) blocks.push(readBlock(cursor))
    else skipLine(cursor, 'This stands in no block')
  }
  return blocks
}

/** The token that the cursor is at. */
export function current({ tokens, at }: Cursor): PrismaToken | undefined {
  return tokens[at]
}

/** Whether the cursor is at this mark. */
export function isAt(cursor: Cursor, mark: string): boolean {
  const token = current(cursor)
  return token?.kind === 'mark' && token.text === mark
}

/** From a token to the one before the cursor. */
export function spanFrom(cursor: Cursor, start: number) {
  return { path: cursor.path, start, end: cursor.tokens[cursor.at - 1]?.end ?? start }
}

/** `model Name {`, at the start of a line. */
function opensBlock({ tokens, at }: Cursor): boolean {
  const [keyword, name, brace] = [tokens[at], tokens[at + 1], tokens[at + 2]]
  const before = tokens[at - 1]
  return (
    (before === undefined || before.kind === 'newline' || before.text === '}') &&
    keyword?.kind === 'word' &&
    KINDS.has(keyword.text) &&
    name?.kind === 'word' &&
    brace?.kind === 'mark' &&
    brace.text === '{'
  )
}

function readBlock(cursor: Cursor): PrismaBlock {
  const [keyword, name] = [cursor.tokens[cursor.at], cursor.tokens[cursor.at + 1]]
  const start = keyword?.start ?? 0
  const kind = (keyword?.text ?? 'model') as PrismaBlock['kind']
  const nameAt = { path: cursor.path, start: name?.start ?? start, end: name?.end ?? start }
  cursor.at += 3
  const fields: PrismaField[] = []
  const attributes: PrismaAttribute[] = []
  const settings: PrismaSetting[] = []
  for (;;) {
    const token = current(cursor)
    if (token === undefined || opensBlock(cursor)) {
      complain(cursor.problems, nameAt, `The block ${name?.text} is not closed`)
      break
    }
    if (token.kind === 'newline') cursor.at++
    else if (isAt(cursor, '}')) {
      cursor.at++
      break
    } else if (isAt(cursor, '@@')) attributes.push(readAttribute(cursor))
    else if (token.kind === 'word') readMember(cursor, kind, fields, settings)
    else skipLine(cursor, `${token.text} begins no field`)
  }
  return { kind, name: name?.text ?? '', fields, attributes, settings, at: spanFrom(cursor, start), nameAt }
}

function readMember(cursor: Cursor, kind: PrismaBlock['kind'], fields: PrismaField[], settings: PrismaSetting[]): void {
  if (kind === 'datasource' || kind === 'generator') {
    const setting = readSetting(cursor)
    if (setting) settings.push(setting)
  } else fields.push(readField(cursor, kind === 'enum'))
  if (!isAt(cursor, '}') && current(cursor)?.kind !== 'newline' && current(cursor)) {
    skipLine(cursor, 'This does not belong to the field before it')
  }
}

function readSetting(cursor: Cursor): PrismaSetting | undefined {
  const name = current(cursor)
  cursor.at++
  if (!name || !isAt(cursor, '=')) return undefined
  cursor.at++
  const value = readValue(cursor, 0)
  return value && { name: name.text, value, at: spanFrom(cursor, name.start) }
}

function readField(cursor: Cursor, isValue: boolean): PrismaField {
  const name = current(cursor)
  const start = name?.start ?? 0
  cursor.at++
  const type = isValue ? { list: false, optional: false } : readType(cursor)
  const attributes: PrismaAttribute[] = []
  while (isAt(cursor, '@')) attributes.push(readAttribute(cursor))
  return {
    name: name?.text ?? '',
    ...type,
    attributes,
    at: spanFrom(cursor, start),
    nameAt: { path: cursor.path, start, end: name?.end ?? start },
  }
}

function readType(cursor: Cursor): Pick<PrismaField, 'type' | 'unsupported' | 'list' | 'optional'> {
  // `name: Type`, as schemas were written before Prisma 2.
  if (isAt(cursor, ':')) cursor.at++
  const token = current(cursor)
  if (token?.kind !== 'word') {
    const at = cursor.tokens[cursor.at - 1]
    complain(cursor.problems, { path: cursor.path, start: at?.start ?? 0, end: at?.end ?? 0 }, 'The field has no type')
    return { list: false, optional: false }
  }
  cursor.at++
  const given = token.text === 'Unsupported' && isAt(cursor, '(') ? readArguments(cursor, 0) : []
  const [inner] = given
  const unsupported = inner?.value.kind === 'string' ? { unsupported: inner.value.text } : {}
  let list = false
  let optional = false
  for (;;) {
    if (isAt(cursor, '?')) optional = true
    else if (isAt(cursor, '[') && cursor.tokens[cursor.at + 1]?.text === ']') {
      list = true
      cursor.at++
    } else return { type: token.text, ...unsupported, list, optional }
    cursor.at++
  }
}

function readAttribute(cursor: Cursor): PrismaAttribute {
  const start = current(cursor)?.start ?? 0
  cursor.at++
  const name = readPath(cursor)
  if (name === '') complain(cursor.problems, spanFrom(cursor, start), 'The attribute has no name')
  const given = isAt(cursor, '(') ? readArguments(cursor, 0) : []
  return { name, arguments: given, at: spanFrom(cursor, start) }
}

/** `db.VarChar`. */
export function readPath(cursor: Cursor): string {
  const parts: string[] = []
  while (current(cursor)?.kind === 'word') {
    parts.push(current(cursor)?.text ?? '')
    cursor.at++
    if (!isAt(cursor, '.') || cursor.tokens[cursor.at + 1]?.kind !== 'word') break
    cursor.at++
  }
  return parts.join('.')
}

/** Leaves the rest of a line out, and says so; a brace that closes the block is not left out. */
function skipLine(cursor: Cursor, message: string): void {
  const start = current(cursor)?.start ?? 0
  while (cursor.at < cursor.tokens.length && current(cursor)?.kind !== 'newline' && !isAt(cursor, '}')) cursor.at++
  // A brace that closes nothing.
  if (cursor.tokens[cursor.at]?.start === start) cursor.at++
  complain(cursor.problems, spanFrom(cursor, start), message)
}
