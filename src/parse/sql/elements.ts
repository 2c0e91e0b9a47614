import type { SqlColumn, SqlKey } from '../sql.js'
import {
  isWord,
  itemsOf,
  type SqlCursor,
  type SqlToken,
  skipGroup,
  spanOf,
  take,
  takeAny,
  takeGroup,
  takeName,
  takePath,
} from './tokens.js'

/** What an element of a table definition declares: a column may bring keys of its own. */
export interface Element {
  readonly column?: SqlColumn
  readonly keys: readonly SqlKey[]
}

/** Words behind a type: it ends before them. */
const CONSTRAINTS = new Set([
  ...['not', 'null', 'default', 'primary', 'unique', 'references', 'check', 'constraint', 'collate', 'generated', 'as'],
  ...['comment', 'auto_increment', 'autoincrement', 'identity', 'on', 'charset', 'key', 'first', 'after', 'storage'],
  ...['compression', 'encode', 'rowguidcol', 'sparse', 'invisible', 'visible', 'virtual', 'stored', 'using', 'options'],
])
/** What is listed among the columns and declares neither a column nor a key that is looked at. */
const OTHERS = new Set(['check', 'exclude', 'like', 'period', 'fulltext', 'spatial', 'column'])

/** Reads one of the items between the brackets of CREATE TABLE, or behind ADD. */
export function readElement(cursor: SqlCursor): Element {
  const key = readTableKey(cursor)
  if (key) return { keys: [key] }
  const [first, second] = cursor.tokens
  const isOther =
    first?.kind === 'word' &&
    (first.text === 'constraint' || (OTHERS.has(first.text) && second?.kind !== 'mark') || second?.text === '(')
  return isOther ? { keys: [] } : readColumn(cursor)
}

/** `[CONSTRAINT name] PRIMARY KEY (…)` and its kind; undefined, and the cursor where it was, for anything else. */
function readTableKey(cursor: SqlCursor): SqlKey | undefined {
  const from = cursor.at
  const at = spanOf(cursor)
  const constraint = isWord(cursor, 'constraint') && take(cursor, 'constraint') ? takeName(cursor) : undefined
  const key = keyOf(cursor)
  if (!key) cursor.at = from
  const name = constraint ?? key?.name
  return key && { ...key, ...(name === undefined ? {} : { name }), at }
}

function keyOf(cursor: SqlCursor): Omit<SqlKey, 'at'> | undefined {
  if (take(cursor, 'primary', 'key')) {
    return isWord(cursor, 'using') && isWord(cursor, 'index', 1)
      ? usedIndex('primary', cursor)
      : listedKey('primary', cursor)
  }
  if (isWord(cursor, 'foreign') && take(cursor, 'foreign', 'key')) return foreignKey(cursor)
  if (take(cursor, 'unique')) {
    takeAny(cursor, 'key', 'index')
    if (take(cursor, 'nulls', 'not') || take(cursor, 'nulls')) take(cursor, 'distinct')
    return isWord(cursor, 'using') && isWord(cursor, 'index', 1)
      ? usedIndex('unique', cursor)
      : listedKey('unique', cursor)
  }
  return isIndexItem(cursor) && takeAny(cursor, 'index', 'key') ? listedKey('index', cursor) : undefined
}

/** `KEY name (column)` of MySQL, not a column of the name key: behind its type, numbers are in the brackets. */
function isIndexItem({ tokens, at }: SqlCursor): boolean {
  const [word, next, inner, innermost] = tokens.slice(at, at + 4)
  if (word?.kind !== 'word' || (word.text !== 'key' && word.text !== 'index')) return false
  if (next?.text === '(' && next.kind === 'mark') return true
  return (next?.kind === 'word' || next?.kind === 'quoted') && inner?.text === '(' && innermost?.kind !== 'number'
}

/** `[name] [USING method] (columns) [WHERE …]`. */
function listedKey(kind: SqlKey['kind'], cursor: SqlCursor): Omit<SqlKey, 'at'> | undefined {
  takeAny(cursor, 'clustered', 'nonclustered')
  const name = isWord(cursor, '(') || isWord(cursor, 'using') ? undefined : takeName(cursor)
  const method = take(cursor, 'using') ? takeName(cursor) : undefined
  const group = takeGroup(cursor)
  if (!group) return undefined
  const partial = cursor.tokens.slice(cursor.at).some(token => token.kind === 'word' && token.text === 'where')
  return {
    kind,
    ...(name === undefined ? {} : { name }),
    columns: itemsOf(group).map(indexedColumn),
    ...(method === undefined ? {} : { method }),
    ...(partial ? { partial } : {}),
  }
}

/** `UNIQUE USING INDEX name`: the index itself has been read. */
function usedIndex(kind: SqlKey['kind'], cursor: SqlCursor): Omit<SqlKey, 'at'> {
  take(cursor, 'using', 'index')
  const name = takeName(cursor)
  return { kind, ...(name === undefined ? {} : { name }), columns: [] }
}

/** The column of an item of an index; null for an expression. `name(10)` of MySQL is its first characters. */
function indexedColumn({ tokens }: SqlCursor): string | null {
  const [first, second, third] = tokens
  if (first?.kind !== 'word' && first?.kind !== 'quoted') return null
  const isCall = second?.text === '(' && second.kind === 'mark' && third?.kind !== 'number'
  const isOperation = second?.kind === 'mark' && second.text !== '('
  return isCall || isOperation ? null : first.text
}

/** What follows the words of `CREATE INDEX … ON`: `table [USING method] (columns) …`. */
export function readIndex(cursor: SqlCursor, unique: boolean, name: string | undefined) {
  take(cursor, 'only')
  const table = takePath(cursor)
  const key = table && listedKey(unique ? 'unique' : 'index', cursor)
  if (!table || !key) return undefined
  const named: SqlKey = { ...key, ...(name === undefined ? {} : { name }), at: spanOf(cursor) }
  return { table: table.name, key: named }
}

/** `[name] (columns) REFERENCES table`. */
function foreignKey(cursor: SqlCursor): Omit<SqlKey, 'at'> | undefined {
  const name = isWord(cursor, '(') ? undefined : takeName(cursor)
  const columns = takeGroup(cursor)
  const references = take(cursor, 'references') ? takePath(cursor) : undefined
  if (!columns || !references) return undefined
  return {
    kind: 'foreign',
    ...(name === undefined ? {} : { name }),
    columns: itemsOf(columns).map(indexedColumn),
    references: references.name,
  }
}

/** `name type [constraints]`. */
export function readColumn(cursor: SqlCursor): Element {
  const at = spanOf(cursor)
  const name = takeName(cursor)
  if (name === undefined) return { keys: [] }
  const type = readType(cursor)
  const keys: SqlKey[] = []
  let nullable = !/^(?:big|small)?serial\b/.test(type)
  let constraint: string | undefined
  const add = (kind: SqlKey['kind'], references?: string) => {
    const named = constraint === undefined ? {} : { name: constraint }
    keys.push({ kind, ...named, columns: [name], ...(references === undefined ? {} : { references }), at })
    constraint = undefined
  }
  while (cursor.at < cursor.tokens.length) {
    if (isWord(cursor, '(')) skipGroup(cursor)
    else if (take(cursor, 'not', 'null')) nullable = false
    else if (take(cursor, 'constraint')) constraint = takeName(cursor)
    else if (take(cursor, 'primary', 'key')) {
      nullable = false
      add('primary')
    } else if (take(cursor, 'unique')) {
      take(cursor, 'key')
      add('unique')
    } else if (take(cursor, 'references')) {
      const table = takePath(cursor)
      if (table) add('foreign', table.name)
    } else cursor.at++
  }
  return { column: { name, type, nullable, at }, keys }
}

/** The type that comes next, brackets included. */
export function readType(cursor: SqlCursor): string {
  let type = ''
  while (cursor.at < cursor.tokens.length) {
    const token = cursor.tokens[cursor.at]
    if (token === undefined || (token.kind === 'word' && endsType(token, type))) break
    if (isWord(cursor, '(')) {
      const group = takeGroup(cursor)
      type += `(${group?.tokens.map(inner => (inner.kind === 'string' ? `'${inner.text}'` : inner.text)).join('')})`
    } else if (token.kind === 'word' || token.kind === 'quoted') {
      // `timestamp(3) without time zone`, `pg_catalog.int4`.
      type += type === '' || type.endsWith('.') ? token.text : ` ${token.text}`
      cursor.at++
    } else if (/^[[\].]$/.test(token.text) || (token.kind === 'number' && type.endsWith('['))) {
      type += token.text
      cursor.at++
    } else break
  }
  return type
}

/** `character set` belongs to a type no more than a constraint does; `character` alone is one. */
function endsType({ text }: SqlToken, type: string): boolean {
  return CONSTRAINTS.has(text) || (text === 'character' && type !== '')
}
