import type { Program } from '../../../code/program.js'
import type { Call, ClassNode, Field as CodeField, CodeFile, Expression, TypeReference } from '../../../code/syntax.js'
import { pathOf, peel } from '../../../code/walk.js'
import { sqlFieldType } from '../field-types.js'
import type { Dialect, FieldType } from '../schema.js'
import { classesOf, membersOf } from './classes.js'
import { type DraftEntity, type DraftField, type DraftKey, finishEntity, type OrmEntities } from './draft.js'
import { callOf, elementsOf, isFalse, isTrue, keywordOf, lastName, positional, textOf } from './expressions.js'

/** The tables that SQLAlchemy, Flask-SQLAlchemy and SQLModel are told of (https://docs.sqlalchemy.org/en/20/orm/). */
export function sqlalchemyEntities(
  program: Program,
  files: readonly CodeFile[],
  dialect: Dialect,
): readonly OrmEntities[] {
  const outside = files.flatMap(indexStatements)
  return files.flatMap(file => {
    const drafts = [...classesOf(file).flatMap(node => draftOf(program, file, node) ?? []), ...tablesOf(file)]
    return drafts.map(draft => {
      const keys = [...draft.keys, ...outside.filter(({ model }) => model === draft.name).map(({ key }) => key)]
      const entity = finishEntity({ ...draft, keys }, dialect === 'mysql')
      return { source: 'sqlalchemy', file, dialect, entity } satisfies OrmEntities
    })
  })
}

function draftOf(program: Program, file: CodeFile, node: ClassNode): DraftEntity | undefined {
  const name = node.name
  const own = node.members.filter(member => member.kind === 'field')
  const table = textOf(own.find(member => member.name === '__tablename__')?.value)
  const isTable = node.keywords.some(one => one.name === 'table' && isTrue(one.value))
  const isModel = node.bases.some(base => pathOf(base)?.join('.') === 'db.Model')
  if (name === undefined || (table === undefined && !isTable && !isModel)) return undefined
  if (isTrue(own.find(member => member.name === '__abstract__')?.value)) return undefined
  const members = membersOf(program, file, node)
  const fields = members.flatMap(({ member, file: where }) => fieldOf(member, where, isTable) ?? [])
  if (fields.length === 0) return undefined
  const options = members.filter(({ member }) => member.name === '__table_args__').at(-1)?.member.value
  const listed = constraintsOf(options)
  return {
    name,
    table: table ?? (isTable ? name.toLowerCase() : snakeCase(name)),
    fields: withReferences(fields, listed),
    keys: listed.flatMap(keyOf),
    at: { path: file.path, start: node.nameStart, end: node.nameStart + name.length },
  }
}

function snakeCase(name: string): string {
  return name.replace(/([a-z\d])([A-Z])/g, '$1_$2').toLowerCase()
}

function constraintsOf(options: Expression | undefined): readonly Call[] {
  return elementsOf(options).flatMap(one => callOf(one) ?? [])
}

/** `ForeignKeyConstraint(['customer_id'], ['customers.id'])`. */
function withReferences(fields: readonly DraftField[], constraints: readonly Call[]): readonly DraftField[] {
  const found = constraints.filter(call => lastName(call) === 'ForeignKeyConstraint')
  const references = new Map(
    found.flatMap(call => {
      const [columns, targets] = positional(call).map(one => textOf(elementsOf(one)[0]))
      return columns === undefined || targets === undefined ? [] : [[columns, tableOf(targets)] as const]
    }),
  )
  return fields.map(field => {
    const to = references.get(field.column ?? field.name)
    return to === undefined || field.references !== undefined ? field : { ...field, references: to }
  })
}

/** `customers.id`, `sales.customers.id`. */
function tableOf(target: string): string {
  return target.split('.').at(-2) ?? target
}

/** `Index('name', 'a', 'b')`, `UniqueConstraint('a', 'b')`, `PrimaryKeyConstraint('a')`. */
function keyOf(call: Call): readonly DraftKey[] {
  const kind = lastName(call) ?? ''
  if (!/^(?:Index|UniqueConstraint|PrimaryKeyConstraint)$/.test(kind)) return []
  const method = textOf(keywordOf(call, 'postgresql_using'))
  if (method !== undefined && !/^(?:btree|hash|brin)$/.test(method)) return []
  const given = positional(call).slice(kind === 'Index' ? 1 : 0)
  if (given.length === 0) return []
  return [{ names: given.map(columnOf), isUnique: kind !== 'Index' || isTrue(keywordOf(call, 'unique')) }]
}

/** `'a'`, `Order.a`, `Order.a.desc()`, `table.c.a`. */
function columnOf(expression: Expression): string | null {
  const text = textOf(expression)
  if (text !== undefined) return text
  let inner = peel(expression)
  if (inner.kind === 'call') {
    const callee = peel(inner.callee)
    if (callee.kind !== 'member' || !/^(?:desc|asc|nulls_first|nulls_last)$/.test(callee.property)) return null
    inner = peel(callee.object)
  }
  return pathOf(inner)?.at(-1) ?? null
}

/** `Index('name', Order.customer_id)` outside of the class. */
function indexStatements(file: CodeFile): readonly { readonly model: string; readonly key: DraftKey }[] {
  return file.body.flatMap(statement => {
    const value = statement.kind === 'expression' || statement.kind === 'declare' ? statement.value : undefined
    const call = callOf(value)
    if (!call || lastName(call) !== 'Index') return []
    const model = pathOf(positional(call)[1] ?? call.callee)?.[0] ?? ''
    return keyOf(call).map(key => ({ model, key }))
  })
}

/** `orders = Table('orders', metadata, Column('id', Integer, primary_key=True), …)`. */
function tablesOf(file: CodeFile): readonly DraftEntity[] {
  return file.body.flatMap(statement => {
    const call = statement.kind === 'declare' ? callOf(statement.value) : undefined
    if (!call || statement.kind !== 'declare' || lastName(call) !== 'Table' || statement.target.kind !== 'name')
      return []
    const [first, , ...rest] = positional(call)
    const table = textOf(first)
    if (table === undefined) return []
    const calls = rest.flatMap(one => callOf(one) ?? [])
    const fields = calls.flatMap(one => {
      const name = lastName(one.callee) === 'Column' ? textOf(positional(one)[0]) : undefined
      return name === undefined ? [] : [columnField(name, one, undefined, file, one)]
    })
    const at = { path: file.path, start: statement.target.start, end: statement.target.end }
    return [
      { name: statement.target.name, table, fields: withReferences(fields, calls), keys: calls.flatMap(keyOf), at },
    ]
  })
}

function fieldOf(member: CodeField, file: CodeFile, isSqlModel: boolean): DraftField | undefined {
  const { name, type, value } = member
  if (name.startsWith('__')) return undefined
  const call = callOf(value)
  const kind = call && lastName(call)
  if (call && (kind === 'relationship' || kind === 'Relationship' || kind === 'dynamic_loader'))
    return relationOf(member, call, file)
  if (call && (kind === 'Column' || kind === 'mapped_column')) return columnField(name, call, type, file, member)
  // `x: Mapped[int]` alone, and every annotated field of SQLModel, is a column.
  if (type?.name === 'Mapped' || type?.name.endsWith('.Mapped')) return columnField(name, undefined, type, file, member)
  if (!isSqlModel || type === undefined || type.name === 'ClassVar') return undefined
  const field = kind === 'Field' ? call : undefined
  const column = callOf(field && keywordOf(field, 'sa_column'))
  return column ? columnField(name, column, type, file, member) : modelField(member, field, type, file)
}

interface Place {
  readonly start: number
  readonly end: number
}

/** `Column(Integer, ForeignKey('customers.id'), index=True)`, `mapped_column(…)`. */
function columnField(
  name: string,
  call: Call | undefined,
  annotation: TypeReference | undefined,
  file: CodeFile,
  { start, end }: Place,
): DraftField {
  const given = call ? positional(call) : []
  const key = given.map(one => callOf(one)).find(one => one !== undefined && lastName(one) === 'ForeignKey')
  const typed = given.find(
    one =>
      textOf(one) === undefined &&
      !/^(?:ForeignKey|Identity|Sequence|Computed|CheckConstraint)$/.test(lastName(one) ?? ''),
  )
  const isPrimary = call !== undefined && isTrue(keywordOf(call, 'primary_key'))
  const inner = annotation && innerType(annotation)
  const written = lastName(typed ?? (call && keywordOf(call, 'type_'))) ?? inner?.name ?? ''
  const nullable =
    call !== undefined && keywordOf(call, 'nullable') !== undefined
      ? !isFalse(keywordOf(call, 'nullable'))
      : (inner?.optional ?? !isPrimary)
  const target = key && positional(key)[0]
  const to = textOf(target) === undefined ? target && pathOf(target)?.[0] : tableOf(textOf(target) ?? '')
  return {
    name,
    column: textOf(given[0]) ?? name,
    type: fieldType(written),
    written,
    nullable,
    at: { path: file.path, start, end },
    isUnique: isPrimary || (call !== undefined && isTrue(keywordOf(call, 'unique'))),
    isIndexed: call !== undefined && isTrue(keywordOf(call, 'index')),
    ...(to === undefined ? {} : { references: to }),
  }
}

/** `team_id: int | None = Field(default=None, foreign_key='team.id', index=True)` of SQLModel. */
function modelField(
  { name, start, end }: CodeField,
  call: Call | undefined,
  type: TypeReference,
  file: CodeFile,
): DraftField {
  const inner = innerType(type)
  const flag = (key: string) => call !== undefined && isTrue(keywordOf(call, key))
  const target = textOf(call && keywordOf(call, 'foreign_key'))
  const own = lastName(call && keywordOf(call, 'sa_type'))
  return {
    name,
    column: name,
    type: fieldType(own ?? inner.name),
    written: own ?? inner.name,
    nullable: inner.optional,
    at: { path: file.path, start, end },
    isUnique: flag('primary_key') || flag('unique'),
    isIndexed: flag('index'),
    ...(target === undefined ? {} : { references: tableOf(target) }),
  }
}

function relationOf({ name, type, start, end }: CodeField, call: Call, file: CodeFile): DraftField {
  const inner = type && innerType(type)
  const entity = textOf(positional(call)[0]) ?? lastName(positional(call)[0]) ?? inner?.name ?? ''
  const many = inner ? inner.many : !isFalse(keywordOf(call, 'uselist'))
  const relation = { entity: entity.split('.').at(-1) ?? entity, many }
  return { name, type: 'relation', written: entity, nullable: true, relation, at: { path: file.path, start, end } }
}

interface InnerType {
  readonly name: string
  readonly optional: boolean
  readonly many: boolean
}

/** What `Mapped[Optional[int]]`, `list["Order"]`, `int | None` come to. */
function innerType(type: TypeReference, depth = 0): InnerType {
  const name = type.name.split('.').at(-1) ?? type.name
  const [first] = type.arguments
  if (depth > 6) return { name, optional: false, many: false }
  if ((name === 'Mapped' || name === 'Annotated') && first) return innerType(first, depth + 1)
  if (name === 'Optional' && first) return { ...innerType(first, depth + 1), optional: true }
  if (/^(?:\[\]|list|List|set|Set|Sequence|Collection|DynamicMapped|WriteOnlyMapped)$/.test(name) && first) {
    return { ...innerType(first, depth + 1), many: true }
  }
  if (name === '|' || name === 'Union') {
    const some = type.arguments.find(one => !/^(?:None|null|NoneType)$/.test(one.name))
    const optional = some !== undefined && type.arguments.length > 1
    return some ? { ...innerType(some, depth + 1), optional } : { name, optional: true, many: false }
  }
  return { name, optional: false, many: false }
}

const TYPES: Readonly<Record<string, FieldType>> = {
  str: 'text',
  unicode: 'text',
  unicodetext: 'text',
  double_precision: 'float',
  time: 'date',
  largebinary: 'binary',
  bytes: 'binary',
  dict: 'json',
  enum: 'enum',
}

function fieldType(written: string): FieldType {
  const type = written.toLowerCase()
  return TYPES[type] ?? sqlFieldType(type)
}
