import type { SqlChange, SqlColumn } from '../sql.js'
import { type Element, readColumn, readElement, readType } from './elements.js'
import { isWord, itemsOf, type SqlCursor, spanOf, take, takeAny, takeGroup, takeName, takePath } from './tokens.js'

/** What `ALTER TABLE` does, behind the word ALTER. */
export function readAlteration(cursor: SqlCursor): readonly SqlChange[] {
  takeAny(cursor, 'foreign')
  if (!take(cursor, 'table')) return []
  take(cursor, 'if', 'exists')
  take(cursor, 'only')
  const table = takePath(cursor)?.name
  if (table === undefined) return []
  take(cursor, '*')
  return itemsOf(cursor, cursor.at).flatMap(item => readAction(item, table))
}

function readAction(cursor: SqlCursor, table: string): readonly SqlChange[] {
  const at = spanOf(cursor)
  switch (takeAny(cursor, 'add', 'drop', 'rename', 'modify', 'change', 'alter')) {
    case 'add':
      return readAdd(cursor, table)
    case 'drop':
      return readDrop(cursor, table)
    case 'rename':
      return readRename(cursor, table)
    case 'modify':
      take(cursor, 'column')
      return changed(readColumn(cursor), table)
    case 'change': {
      take(cursor, 'column')
      const was = takeName(cursor)
      return was === undefined ? [] : changed(readColumn(cursor), table, was)
    }
    case 'alter':
      return readAlterColumn(cursor, table).map(change => ({ ...change, at }))
    default:
      return []
  }
}

function readAdd(cursor: SqlCursor, table: string): readonly SqlChange[] {
  const isColumn = take(cursor, 'column')
  take(cursor, 'if', 'not', 'exists')
  // `ADD (a int, b int)` of MySQL and Oracle.
  const group = isWord(cursor, '(') ? takeGroup(cursor) : undefined
  const items = group ? itemsOf(group) : [{ ...cursor, tokens: cursor.tokens.slice(cursor.at), at: 0 }]
  return items.flatMap(item => added(isColumn ? readColumn(item) : readElement(item), table))
}

function added({ column, keys }: Element, table: string): readonly SqlChange[] {
  return [
    ...(column ? [{ kind: 'add-column', table, column, at: column.at } as const] : []),
    ...keys.map(key => ({ kind: 'add-key', table, key, at: key.at }) as const),
  ]
}

function changed({ column, keys }: Element, table: string, was = column?.name): readonly SqlChange[] {
  if (!column || was === undefined) return []
  return [
    { kind: 'change-column', table, was, column, at: column.at },
    ...keys.map(key => ({ kind: 'add-key', table, key, at: key.at }) as const),
  ]
}

function readDrop(cursor: SqlCursor, table: string): readonly SqlChange[] {
  const at = spanOf(cursor)
  if (take(cursor, 'primary', 'key')) return [{ kind: 'drop-primary-key', table, at }]
  const isKey = take(cursor, 'foreign', 'key') || takeAny(cursor, 'constraint', 'index', 'key', 'check') !== undefined
  if (!isKey) take(cursor, 'column')
  take(cursor, 'if', 'exists')
  const name = takeName(cursor)
  if (name === undefined) return []
  return [isKey ? { kind: 'drop-key', table, name, at } : { kind: 'drop-column', table, column: name, at }]
}

function readRename(cursor: SqlCursor, table: string): readonly SqlChange[] {
  const at = spanOf(cursor)
  if (takeAny(cursor, 'to', 'as')) {
    const to = takePath(cursor)?.name
    return to === undefined ? [] : [{ kind: 'rename-table', table, to, at }]
  }
  if (takeAny(cursor, 'constraint', 'index', 'key')) return []
  take(cursor, 'column')
  const was = takeName(cursor)
  const to = take(cursor, 'to') ? takeName(cursor) : undefined
  return was === undefined || to === undefined ? [] : [{ kind: 'change-column', table, was, column: { name: to }, at }]
}

/** `ALTER [COLUMN] c TYPE t`, `SET NOT NULL`, `DROP NOT NULL`. */
function readAlterColumn(cursor: SqlCursor, table: string): readonly SqlChange[] {
  const at = spanOf(cursor)
  take(cursor, 'column')
  const was = takeName(cursor)
  const column = alteredColumn(cursor)
  return was === undefined || !column ? [] : [{ kind: 'change-column', table, was, column, at }]
}

function alteredColumn(cursor: SqlCursor): Partial<SqlColumn> | undefined {
  if (take(cursor, 'set', 'data', 'type') || take(cursor, 'type')) return { type: readType(cursor) }
  if (take(cursor, 'set', 'not', 'null')) return { nullable: false }
  return take(cursor, 'drop', 'not', 'null') ? { nullable: true } : undefined
}
