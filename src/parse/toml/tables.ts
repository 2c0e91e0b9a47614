import type { Span } from '../../source.js'
import type { Entry, ListNode, MapNode, Node } from '../node.js'
import { type Cursor, note } from './cursor.js'

/** One part of a key: `b` in `a.b.c`. */
export interface KeyPart {
  readonly name: string
  readonly at: Span
}

/**
 * How a table came to be, which decides who may add to it: `header`: by a header of its own · `implied`: as a part of the
 * header of another · `dotted`: by dotted keys in one section, and only there it grows · `closed`: an inline table.
 */
type Origin = 'header' | 'implied' | 'dotted' | 'closed'

interface Table extends MapNode {
  readonly entries: Map<string, Entry>
}

interface TableList extends ListNode {
  readonly items: Node[]
}

/** The tables of one document while it is read. */
export interface Tables {
  readonly root: Table
  /** Where keys are put: the table of the last header; undefined where that header was refused. */
  current: Table | undefined
  /** Counts the headers: dotted keys of one section may go on with each other's tables. */
  section: number
  readonly origins: Map<MapNode, { readonly origin: Origin; readonly section: number }>
  /** Arrays of tables, which grow; others do not. */
  readonly growing: Set<ListNode>
}

/** A document without keys. */
export function newTables(at: Span): Tables {
  const root = newTable(at)
  return { root, current: root, section: 0, origins: new Map(), growing: new Set() }
}

/** A table without keys. */
export function newTable(at: Span): Table {
  return { kind: 'map', at, entries: new Map() }
}

function enter(table: Table, { name, at }: KeyPart, node: Node): void {
  table.entries.set(name, { keyAt: at, node })
}

function create(tables: Tables, table: Table, key: KeyPart, origin: Origin): Table {
  const made = newTable(key.at)
  tables.origins.set(made, { origin, section: tables.section })
  enter(table, key, made)
  return made
}

function refuse(cursor: Cursor, { name, at }: KeyPart, why: string): undefined {
  note({ ...cursor, at: at.end }, `${name} ${why}`, at.start, 'duplicate-key')
}

/** Opens the table of a header `[a.b]`, or adds one to the array of `[[a.b]]`. */
export function openTable(cursor: Cursor, tables: Tables, key: readonly KeyPart[], isArray: boolean): void {
  tables.section++
  tables.current = undefined
  let table: Table | undefined = tables.root
  for (const part of key.slice(0, -1)) {
    table = table && throughHeader(cursor, tables, table, part)
  }
  const last = key.at(-1)
  if (!table || !last) return
  tables.current = isArray ? grow(cursor, tables, table, last) : define(cursor, tables, table, last)
}

/** Through a part of a header that is not the last: into the last table of an array. */
function throughHeader(cursor: Cursor, tables: Tables, table: Table, part: KeyPart): Table | undefined {
  const node = table.entries.get(part.name)?.node
  if (!node) return create(tables, table, part, 'implied')
  if (node.kind === 'map' && tables.origins.get(node)?.origin !== 'closed') return node as Table
  if (node.kind === 'list' && tables.growing.has(node)) return node.items.at(-1) as Table | undefined
  return refuse(cursor, part, 'is no table that can be added to')
}

function define(cursor: Cursor, tables: Tables, table: Table, key: KeyPart): Table | undefined {
  const node = table.entries.get(key.name)?.node
  if (!node) return create(tables, table, key, 'header')
  if (node.kind !== 'map' || tables.origins.get(node)?.origin !== 'implied')
    return refuse(cursor, key, 'is defined twice')
  tables.origins.set(node, { origin: 'header', section: tables.section })
  return node as Table
}

function grow(cursor: Cursor, tables: Tables, table: Table, key: KeyPart): Table | undefined {
  const node = table.entries.get(key.name)?.node
  if (node && !(node.kind === 'list' && tables.growing.has(node))) return refuse(cursor, key, 'is defined twice')
  const list = (node as TableList | undefined) ?? { kind: 'list', at: key.at, items: [] }
  if (!node) {
    enter(table, key, list)
    tables.growing.add(list)
  }
  const made = newTable(key.at)
  tables.origins.set(made, { origin: 'header', section: tables.section })
  list.items.push(made)
  return made
}

/** Puts a value at a dotted key below a table. Values that are tables take no more from then on. */
export function assign(cursor: Cursor, tables: Tables, into: Table, key: readonly KeyPart[], value: Node): void {
  let table: Table | undefined = into
  for (const part of key.slice(0, -1)) table = table && throughKey(cursor, tables, table, part)
  const last = key.at(-1)
  if (!table || !last) return
  if (table.entries.has(last.name)) {
    refuse(cursor, last, 'is defined twice')
    return
  }
  if (value.kind === 'map') tables.origins.set(value, { origin: 'closed', section: tables.section })
  enter(table, last, value)
}

function throughKey(cursor: Cursor, tables: Tables, table: Table, part: KeyPart): Table | undefined {
  const node = table.entries.get(part.name)?.node
  if (!node) return create(tables, table, part, 'dotted')
  const known = node.kind === 'map' ? tables.origins.get(node) : undefined
  if (node.kind !== 'map' || !known) return refuse(cursor, part, 'is no table that can be added to')
  if (known.origin === 'implied') tables.origins.set(node, { origin: 'dotted', section: tables.section })
  else if (known.origin !== 'dotted' || known.section !== tables.section)
    return refuse(cursor, part, 'is no table that can be added to')
  return node as Table
}
