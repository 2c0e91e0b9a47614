import type { Call, CodeFile, Declare, Entry, Expression } from '../../../code/syntax.js'
import { peel } from '../../../code/walk.js'
import { sqlFieldType } from '../field-types.js'
import type { Dialect, FieldType } from '../schema.js'
import { type DraftField, type DraftKey, finishEntity, type OrmEntities } from './draft.js'
import { callOf, chainOf, elementsOf, lastName, objectOf, optionOf, targetName, textOf } from './expressions.js'

const TABLES: ReadonlyMap<string, Dialect> = new Map([
  ['pgTable', 'postgresql'],
  ['mysqlTable', 'mysql'],
  ['sqliteTable', 'sqlite'],
])

/** The tables that Drizzle is told of (https://orm.drizzle.team/docs/sql-schema-declaration). */
export function drizzleEntities(files: readonly CodeFile[]): readonly OrmEntities[] {
  return files.flatMap(file => file.body.flatMap(one => (one.kind === 'declare' ? (tableOf(one, file) ?? []) : [])))
}

function tableOf({ target, value }: Declare, file: CodeFile): OrmEntities | undefined {
  const call = callOf(value)
  const dialect = call && TABLES.get(lastName(call) ?? '')
  const table = textOf(call?.arguments[0])
  const columns = objectOf(returned(call?.arguments[1]))
  if (!call || !dialect || table === undefined || !columns || target.kind !== 'name') return undefined
  const fields = columns.entries.flatMap(entry => (entry.kind === 'entry' ? (fieldOf(entry, file) ?? []) : []))
  const keys = extrasOf(call).flatMap(keyOf)
  const at = { path: file.path, start: target.start, end: target.end }
  const references = new Map(extrasOf(call).flatMap(referenceOf))
  const all = fields.map(field => {
    const to = references.get(field.name)
    return to === undefined ? field : { ...field, references: to }
  })
  const entity = finishEntity({ name: target.name, table, fields: all, keys, at }, dialect === 'mysql')
  return { source: 'drizzle', file, dialect, entity }
}

/** What a function returns; anything else is itself. */
function returned(expression: Expression | undefined): Expression | undefined {
  if (expression?.kind !== 'function') return expression
  const last = expression.body.at(-1)
  return last?.kind === 'return' ? last.value : undefined
}

function fieldOf({ key, value, start, end }: Entry, file: CodeFile): DraftField | undefined {
  const chain = chainOf(value)
  if (!chain || key === undefined) return undefined
  const { name, call, links } = chain
  const reference = links.get('references')
  const to = targetName(reference?.arguments[0])
  return {
    name: key,
    column: textOf(call.arguments[0]) ?? key,
    type: fieldType(name, call),
    written: name,
    nullable: !links.has('notNull') && !links.has('primaryKey'),
    at: { path: file.path, start, end },
    isUnique: links.has('unique') || links.has('primaryKey'),
    ...(to === undefined ? {} : { references: to }),
  }
}

function fieldType(name: string, { arguments: given }: Call): FieldType {
  if (name === 'doublePrecision' || name === 'real' || name === 'float' || name === 'double') return 'float'
  const mode = given.map(one => textOf(optionOf(one, 'mode'))).find(one => one !== undefined)
  if (mode === 'timestamp' || mode === 'timestamp_ms') return 'date'
  if (mode === 'boolean') return 'boolean'
  return /Enum$/.test(name) ? 'enum' : sqlFieldType(name)
}

/** The third argument: indexes, keys and constraints, as a list or as an object. */
function extrasOf({ arguments: given }: Call): readonly Expression[] {
  const extras = returned(given[2])
  const object = objectOf(extras)
  return object ? object.entries.flatMap(one => (one.kind === 'entry' ? [one.value] : [])) : elementsOf(extras)
}

function keyOf(expression: Expression): readonly DraftKey[] {
  const chain = chainOf(expression)
  if (!chain) return []
  const { name, call, links } = chain
  if (name === 'primaryKey') {
    const listed = elementsOf(optionOf(call.arguments[0], 'columns'))
    return [{ names: (listed.length > 0 ? listed : call.arguments).map(columnOf), isUnique: true }]
  }
  if (name !== 'index' && name !== 'uniqueIndex' && name !== 'unique') return []
  const using = links.get('using')
  // `.using('gin', …)` finds no rows by a foreign key.
  if (using && !/^(?:btree|hash)$/.test(textOf(using.arguments[0]) ?? 'btree')) return []
  const on = links.get('on')?.arguments ?? links.get('onOnly')?.arguments ?? using?.arguments.slice(1) ?? []
  return on.length === 0 ? [] : [{ names: on.map(columnOf), isUnique: name !== 'index' && !links.has('where') }]
}

function referenceOf(expression: Expression): readonly (readonly [string, string])[] {
  const chain = chainOf(expression)
  if (chain?.name !== 'foreignKey') return []
  const [options] = chain.call.arguments
  const column = elementsOf(optionOf(options, 'columns'))[0]
  const to = elementsOf(optionOf(options, 'foreignColumns'))[0]
  const [name, target] = [column && columnOf(column), to && targetName(to)]
  return name && target ? [[name, target]] : []
}

/** `table.customerId`, `table.createdAt.desc()`. */
function columnOf(expression: Expression): string | null {
  let inner = peel(expression)
  for (let depth = 0; inner.kind === 'call' && depth < 5; depth++) {
    const callee = peel(inner.callee)
    if (callee.kind !== 'member') return null
    inner = peel(callee.object)
  }
  return inner.kind === 'member' && inner.object.kind === 'name' ? inner.property : null
}
