import { loadModule, type Node, parseSync } from 'libpg-query'
import { beforeAll, expect, test } from 'vitest'
import { sqlFieldType } from '../../src/model/code/field-types.js'
import { splitSql } from '../../src/parse/sql/split.js'
import { parseSql, type SqlChange, type SqlColumn, type SqlKey } from '../../src/parse/sql.js'
import { generateSql } from './parsers/generate-sql.js'
import { readTexts } from './parsers/texts.js'

/** A node of PostgreSQL's parse tree: which fields it has depends on its kind. */
// biome-ignore lint/suspicious/noExplicitAny: the tree is what is tested against, not what is tested
type Tree = any

beforeAll(loadModule)

// Both sides as lines, one for each thing that a statement changes.

function theirLines(statements: readonly { readonly stmt?: Node }[]): readonly string[] {
  return statements.flatMap(({ stmt }) => {
    const tree = stmt as Tree
    if (tree.CreateStmt) return theirTable(tree.CreateStmt)
    if (tree.IndexStmt) return theirIndex(tree.IndexStmt)
    if (tree.AlterTableStmt?.objtype === 'OBJECT_TABLE') return theirAlteration(tree.AlterTableStmt)
    if (tree.RenameStmt) return theirRename(tree.RenameStmt)
    return tree.DropStmt ? theirDrop(tree.DropStmt) : []
  })
}

function theirTable({ relation, tableElts = [], partbound }: Tree): readonly string[] {
  if (relation.relpersistence === 't' || partbound) return []
  const elements = tableElts.map((one: Tree) => theirElement(one))
  const columns = elements.flatMap((one: TheirElement) => (one.column === undefined ? [] : [one.column]))
  const keys = elements.flatMap((one: TheirElement) => one.keys)
  return [`create ${relation.relname}: ${[...columns, ...keys].join('; ')}`]
}

interface TheirElement {
  readonly column?: string
  readonly keys: readonly string[]
}

function theirElement({ ColumnDef: column, Constraint: constraint }: Tree): TheirElement {
  if (constraint) return { keys: theirKey(constraint) }
  if (!column) return { keys: [] }
  const constraints = (column.constraints ?? []).map(({ Constraint }: Tree) => Constraint)
  const type = theirType(column.typeName)
  const required =
    /^(?:big|small)?serial/.test(type.name) || constraints.some(({ contype }: Tree) => /NOTNULL|PRIMARY/.test(contype))
  return {
    column: `${column.colname} ${type.kind}${required ? '' : '?'}`,
    keys: constraints.flatMap((one: Tree) => theirKey(one, column.colname)),
  }
}

function theirType({ names, arrayBounds }: Tree): { readonly name: string; readonly kind: string } {
  const name = names.map((one: Tree) => one.String.sval).at(-1)
  return { name, kind: sqlFieldType(arrayBounds ? `${name}[]` : name) }
}

function theirKey(constraint: Tree, column?: string): readonly string[] {
  const listed = (items: Tree[] | undefined) => (items ? items.map(one => one.String.sval).join(',') : (column ?? ''))
  switch (constraint.contype) {
    case 'CONSTR_PRIMARY':
      return [`primary(${listed(constraint.keys)})`]
    case 'CONSTR_UNIQUE':
      return [`unique(${listed(constraint.keys)})`]
    case 'CONSTR_FOREIGN':
      return [`foreign(${listed(constraint.fk_attrs)})${constraint.pktable.relname}`]
    default:
      return []
  }
}

function theirIndex({
  idxname = '-',
  relation,
  accessMethod,
  indexParams,
  unique,
  whereClause,
}: Tree): readonly string[] {
  const items = indexParams.map(({ IndexElem }: Tree) => IndexElem.name ?? '…').join(',')
  const method = accessMethod === 'btree' ? '' : ` ${accessMethod}`
  return [
    `${unique ? 'unique' : 'index'} ${relation.relname}: ${idxname}(${items})${method}${whereClause ? ' partial' : ''}`,
  ]
}

function theirAlteration({ relation, cmds }: Tree): readonly string[] {
  const table = relation.relname
  return cmds.flatMap(({ AlterTableCmd: { subtype, name, def } }: Tree): readonly string[] => {
    switch (subtype) {
      case 'AT_AddColumn': {
        const { column, keys } = theirElement(def)
        return [`add ${table}.${column}`, ...keys.map((key: string) => `key ${table}: ${key}`)]
      }
      case 'AT_AddConstraint':
        return theirKey(def.Constraint).map(key => `key ${table}: ${key}`)
      case 'AT_DropColumn':
        return [`drop ${table}.${name}`]
      case 'AT_DropConstraint':
        return [`drop key ${table} ${name}`]
      case 'AT_AlterColumnType':
        return [`change ${table}.${name} ${theirType(def.ColumnDef.typeName).kind}`]
      case 'AT_SetNotNull':
        return [`change ${table}.${name} not null`]
      case 'AT_DropNotNull':
        return [`change ${table}.${name} null`]
      default:
        return []
    }
  })
}

function theirRename({ renameType, relation, subname, newname }: Tree): readonly string[] {
  if (renameType === 'OBJECT_TABLE') return [`rename ${relation.relname} ${newname}`]
  return renameType === 'OBJECT_COLUMN' ? [`change ${relation.relname}.${subname} to ${newname}`] : []
}

function theirDrop({ removeType, objects }: Tree): readonly string[] {
  const what = removeType === 'OBJECT_TABLE' ? 'drop table' : removeType === 'OBJECT_INDEX' ? 'drop index' : undefined
  return what === undefined ? [] : objects.map(({ List }: Tree) => `${what} ${List.items.at(-1).String.sval}`)
}

function ourLine(change: SqlChange): string {
  switch (change.kind) {
    case 'create-table':
      return `create ${change.table.name}: ${[...change.table.columns.map(ourColumn), ...change.table.keys.map(ourKey)].join('; ')}`
    case 'drop-table':
      return `drop table ${change.table}`
    case 'rename-table':
      return `rename ${change.table} ${change.to}`
    case 'add-column':
      return `add ${change.table}.${ourColumn(change.column)}`
    case 'drop-column':
      return `drop ${change.table}.${change.column}`
    case 'change-column':
      return ourChange(change.table, change.was, change.column)
    case 'drop-key':
      return change.table === undefined ? `drop index ${change.name}` : `drop key ${change.table} ${change.name}`
    case 'drop-primary-key':
      return `drop primary ${change.table}`
    case 'add-key':
      return ourAddedKey(change.table, change.key, change.at)
  }
}

function ourChange(table: string, was: string, { name, type, nullable }: Partial<SqlColumn>): string {
  const what =
    name !== undefined ? `to ${name}` : type !== undefined ? sqlFieldType(type) : nullable ? 'null' : 'not null'
  return `change ${table}.${was} ${what}`
}

function ourColumn({ name, type, nullable }: SqlColumn): string {
  return `${name} ${sqlFieldType(type)}${nullable ? '?' : ''}`
}

function ourKey({ kind, columns, references = '' }: SqlKey): string {
  return `${kind}(${columns.join(',')})${references}`
}

/** CREATE INDEX and ALTER TABLE both add a key: the former has a span of its own that begins at the table. */
function ourAddedKey(table: string, key: SqlKey, at: { readonly start: number }): string {
  const isIndex = /^create\s/i.test(text.slice(at.start, at.start + 7))
  if (!isIndex) return `key ${table}: ${ourKey(key)}`
  const items = key.columns.map(one => one ?? '…').join(',')
  const method = key.method === undefined || key.method === 'btree' ? '' : ` ${key.method}`
  return `${key.kind} ${table}: ${key.name ?? '-'}(${items})${method}${key.partial ? ' partial' : ''}`
}

let text = ''

function disagreement(script: string): string {
  text = script
  let statements: readonly { readonly stmt?: Node }[]
  try {
    statements = parseSync(script).stmts ?? []
  } catch (error) {
    return `libpg-query refuses it: ${(error as Error).message}`
  }
  const ranges = splitSql({ path: 'a.sql', text: script })
  const counts = ranges.map(({ start, end }) => countOf(script.slice(start, end)))
  const wrong = counts.findIndex(count => count !== 1)
  if (wrong !== -1) {
    const { start, end } = ranges[wrong] ?? { start: 0, end: 0 }
    return `this is no statement of PostgreSQL: ${script.slice(start, end)}`
  }
  if (ranges.length !== statements.length) return `${statements.length} statements, ours ${ranges.length}`
  const { changes, problems } = parseSql({ path: 'a.sql', text: script })
  if (problems.length > 0) return `ours refuses it: ${problems[0]?.message}`
  const [theirs, ours] = [theirLines(statements).join('\n'), changes.map(ourLine).join('\n')]
  return theirs === ours ? '' : `libpg-query:\n${theirs}\nours:\n${ours}`
}

function countOf(statement: string): number {
  try {
    return parseSync(statement).stmts?.length ?? 0
  } catch {
    return -1
  }
}

test.each(readTexts('sql.cases').map(one => [one.name, one.text] as const))('%s', (_, script) => {
  expect(disagreement(script)).toBe('')
})

test('generated scripts', () => {
  const generated = generateSql(20_261_127, 4_000)
  let refused = 0
  const differing = generated.flatMap(script => {
    const found = disagreement(script)
    if (found.startsWith('libpg-query refuses it')) refused++
    return found === '' || found.startsWith('libpg-query refuses it') ? [] : [`${script}\n${found}`]
  })
  expect(differing.slice(0, 3)).toEqual([])
  expect(refused).toBeLessThan(200)
})
