import type { SqlChange, SqlTable } from '../sql.js'
import { readAlteration } from './alterations.js'
import { readElement, readIndex } from './elements.js'
import { isWord, itemsOf, type SqlCursor, spanOf, take, takeAny, takeGroup, takeName, takePath } from './tokens.js'

/** What a statement does to tables and indexes, in order; nothing for statements about something else. */
export function readStatement(cursor: SqlCursor): readonly SqlChange[] {
  switch (takeAny(cursor, 'create', 'alter', 'drop')) {
    case 'create':
      return readCreate(cursor)
    case 'alter':
      return readAlteration(cursor)
    case 'drop':
      return readDrop(cursor)
    default:
      return []
  }
}

/** Words between CREATE and TABLE. */
const TABLE_KINDS = ['unlogged', 'foreign', 'external'] as const

function readCreate(cursor: SqlCursor): readonly SqlChange[] {
  take(cursor, 'or', 'replace')
  const unique = take(cursor, 'unique')
  takeAny(cursor, 'clustered', 'nonclustered')
  if (take(cursor, 'index')) return createIndex(cursor, unique)
  takeAny(cursor, ...TABLE_KINDS)
  return take(cursor, 'table') ? createTable(cursor) : []
}

function createIndex(cursor: SqlCursor, unique: boolean): readonly SqlChange[] {
  take(cursor, 'concurrently')
  take(cursor, 'if', 'not', 'exists')
  const name = isWord(cursor, 'on') ? undefined : takePath(cursor)?.name
  // MySQL takes the method here, too.
  if (take(cursor, 'using')) takeName(cursor)
  if (!take(cursor, 'on')) return []
  const index = readIndex(cursor, unique, name)
  return index ? [{ kind: 'add-key', ...index, at: index.key.at }] : []
}

/** `CREATE TABLE name (…)`. A table made from a query, or as a part of another, has columns that are not written here. */
function createTable(cursor: SqlCursor): readonly SqlChange[] {
  const unlessThere = take(cursor, 'if', 'not', 'exists')
  const start = cursor.at
  const path = takePath(cursor)
  if (!path) return []
  const nameAt = spanOf({ ...cursor, tokens: cursor.tokens.slice(start, cursor.at) })
  if (isWord(cursor, 'partition')) return []
  const group = takeGroup(cursor)
  if (!group) return []
  const elements = itemsOf(group).map(readElement)
  const table: SqlTable = {
    ...path,
    columns: elements.flatMap(({ column }) => column ?? []),
    keys: elements.flatMap(({ keys }) => keys),
    at: nameAt,
  }
  return [{ kind: 'create-table', table, unlessThere, at: spanOf(cursor) }]
}

function readDrop(cursor: SqlCursor): readonly SqlChange[] {
  const what = takeAny(cursor, 'table', 'index')
  if (what === undefined) return []
  const at = spanOf(cursor)
  take(cursor, 'concurrently')
  take(cursor, 'if', 'exists')
  return itemsOf(cursor, cursor.at).flatMap((item): readonly SqlChange[] => {
    const path = takePath(item)
    if (!path) return []
    if (what === 'table') return [{ kind: 'drop-table', table: path.name, at }]
    const table = take(item, 'on') ? takePath(item)?.name : undefined
    return [{ kind: 'drop-key', name: path.name, ...(table === undefined ? {} : { table }), at }]
  })
}
