import type { SqlChange, SqlColumn, SqlKey } from '../../parse/sql.js'
import type { Span } from '../../source.js'
import { sqlFieldType } from './field-types.js'
import type { Entity } from './schema.js'

/** A table while scripts are applied to it. */
interface Table {
  name: string
  readonly at: Span
  /** By name in lower case. */
  readonly columns: Map<string, SqlColumn>
  keys: SqlKey[]
  /** A script has made it; else scripts only change what something else makes. */
  readonly created: boolean
}

/** The tables that scripts leave behind, by name in lower case. */
export type Tables = ReadonlyMap<string, Readonly<Table>>

/** Applies changes in their order, as a database would. What does not fit (a table made twice) is taken as it comes. */
export function applyChanges(changes: readonly SqlChange[]): Tables {
  const tables = new Map<string, Table>()
  for (const change of changes) applyChange(tables, change)
  return tables
}

function applyChange(tables: Map<string, Table>, change: SqlChange): void {
  switch (change.kind) {
    case 'create-table':
      createTable(tables, change)
      break
    case 'drop-table':
      tables.delete(keyOf(change.table))
      break
    case 'rename-table':
      renameTable(tables, change.table, change.to)
      break
    case 'drop-key':
      dropKey(tables, change.name, change.table)
      break
    default:
      changeTable(tableOf(tables, change.table, change.at), change)
  }
}

function keyOf(name: string): string {
  return name.toLowerCase()
}

type CreateTable = Extract<SqlChange, { kind: 'create-table' }>

function createTable(tables: Map<string, Table>, { table, unlessThere }: CreateTable): void {
  const before = tables.get(keyOf(table.name))
  if (before?.created && unlessThere) return
  tables.set(keyOf(table.name), {
    name: table.name,
    at: table.at,
    columns: new Map(table.columns.map(column => [keyOf(column.name), column])),
    keys: [...(before?.created === false ? before.keys : []), ...table.keys],
    created: true,
  })
}

/** The table of a name; one that nothing here has made is known by what changes it. */
function tableOf(tables: Map<string, Table>, name: string, at: Span): Table {
  const found = tables.get(keyOf(name))
  if (found) return found
  const fresh: Table = { name, at, columns: new Map(), keys: [], created: false }
  tables.set(keyOf(name), fresh)
  return fresh
}

function renameTable(tables: Map<string, Table>, name: string, to: string): void {
  const table = tables.get(keyOf(name))
  if (!table) return
  tables.delete(keyOf(name))
  table.name = to
  tables.set(keyOf(to), table)
  for (const other of tables.values()) {
    other.keys = other.keys.map(key =>
      key.references !== undefined && keyOf(key.references) === keyOf(name) ? { ...key, references: to } : key,
    )
  }
}

function dropKey(tables: ReadonlyMap<string, Table>, name: string, of: string | undefined): void {
  for (const table of of === undefined ? tables.values() : [tables.get(keyOf(of))]) {
    if (table) table.keys = table.keys.filter(key => key.name === undefined || keyOf(key.name) !== keyOf(name))
  }
}

type TableChange = Exclude<SqlChange, { kind: 'create-table' | 'drop-table' | 'rename-table' | 'drop-key' }>

function changeTable(table: Table, change: TableChange): void {
  switch (change.kind) {
    case 'add-column':
      table.columns.set(keyOf(change.column.name), change.column)
      break
    case 'change-column':
      changeColumn(table, change.was, change.column)
      break
    case 'drop-column': {
      const dropped = keyOf(change.column)
      table.columns.delete(dropped)
      table.keys = table.keys.filter(key => !key.columns.some(column => column !== null && keyOf(column) === dropped))
      break
    }
    case 'drop-primary-key':
      table.keys = table.keys.filter(({ kind }) => kind !== 'primary')
      break
    case 'add-key':
      table.keys.push(change.key)
  }
}

function changeColumn(table: Table, was: string, column: Partial<SqlColumn>): void {
  const before = table.columns.get(keyOf(was))
  if (!before) return
  const name = column.name ?? before.name
  table.columns.delete(keyOf(was))
  table.columns.set(keyOf(name), { ...before, ...column, at: before.at })
  if (keyOf(name) === keyOf(was)) return
  const renamed = (one: string | null) => (one !== null && keyOf(one) === keyOf(was) ? name : one)
  table.keys = table.keys.map(key => ({ ...key, columns: key.columns.map(renamed) }))
}

/** The tables that scripts have made, as entities. `indexed`: the server makes an index for every foreign key. */
export function entitiesOf(tables: Tables, indexed: boolean): readonly Entity[] {
  return [...tables.values()].filter(({ created }) => created).map(table => entityFrom(table, indexed))
}

function entityFrom({ name, columns, keys, at }: Table, indexed: boolean): Entity {
  return {
    name,
    table: name,
    fields: [...columns.values()].map(column => ({
      name: column.name,
      column: column.name,
      type: sqlFieldType(column.type),
      written: column.type,
      nullable: column.nullable,
      at: column.at,
    })),
    foreignKeys: keys.flatMap(key =>
      key.kind === 'foreign' && key.references !== undefined
        ? [{ columns: known(key), entity: key.references, indexed, at: key.at }]
        : [],
    ),
    uniqueKeys: keys.filter(isUnique).map(known),
    indexes: indexesOf(keys),
    at,
  }
}

function isUnique({ kind, partial, columns }: SqlKey): boolean {
  return (kind === 'primary' || kind === 'unique') && partial !== true && !columns.includes(null) && columns.length > 0
}

function known({ columns }: SqlKey): readonly string[] {
  return columns.filter(column => column !== null)
}

/** The columns of every index among keys of a table. Full-text indexes and their kind find no row by its foreign key. */
export function indexesOf(keys: readonly SqlKey[]): readonly (readonly (string | null)[])[] {
  return keys
    .filter(({ kind, method }) => kind !== 'foreign' && !/^(?:gin|gist|spgist|fulltext)$/.test(method ?? ''))
    .map(({ columns }) => columns)
}
