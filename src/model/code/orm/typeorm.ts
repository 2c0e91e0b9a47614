import type { Program } from '../../../code/program.js'
import type { ClassNode, Field as CodeField, CodeFile, Expression } from '../../../code/syntax.js'
import { sqlFieldType } from '../field-types.js'
import type { Dialect, FieldType } from '../schema.js'
import { classesOf, membersOf } from './classes.js'
import { type DraftEntity, type DraftField, type DraftKey, finishEntity, type OrmEntities } from './draft.js'
import { callOf, elementsOf, isTrue, lastName, objectOf, optionOf, targetName, textOf } from './expressions.js'

/** The entities that TypeORM is told of by decorators (https://typeorm.io/docs/entity/entities). */
export function typeormEntities(
  program: Program,
  files: readonly CodeFile[],
  dialect: Dialect,
): readonly OrmEntities[] {
  return files.flatMap(file =>
    classesOf(file).flatMap(node => {
      const decorator = node.decorators.find(one => lastName(one) === 'Entity')
      if (!decorator || node.name === undefined) return []
      const draft = draftOf(program, file, node, decorator)
      const entity = finishEntity(draft, dialect === 'mysql')
      return [{ source: 'typeorm', file, dialect, entity } satisfies OrmEntities]
    }),
  )
}

function draftOf(program: Program, file: CodeFile, node: ClassNode, decorator: Expression): DraftEntity {
  const [given] = callOf(decorator)?.arguments ?? []
  const name = node.name ?? ''
  const own = membersOf(program, file, node)
  return {
    name,
    table: textOf(given) ?? textOf(optionOf(given, 'name')) ?? snakeCase(name),
    fields: own.flatMap(({ member, file: where }) => fieldOf(member, where) ?? []),
    keys: node.decorators.flatMap(keyOf),
    at: { path: file.path, start: node.nameStart, end: node.nameStart + name.length },
  }
}

/** `@Index(['a', 'b'])`, `@Index('name', ['a'], { unique: true })`, `@Unique(['a'])` of a class. */
function keyOf(decorator: Expression): readonly DraftKey[] {
  const kind = lastName(decorator)
  if (kind !== 'Index' && kind !== 'Unique') return []
  const given = callOf(decorator)?.arguments ?? []
  const names =
    given.map(elementsOf).find(elements => elements.length > 0) ?? given.map(returned).find(one => one.length > 0)
  if (!names) return []
  const isUnique = kind === 'Unique' || given.some(one => isTrue(optionOf(one, 'unique')))
  return [{ names: names.map(one => textOf(one) ?? lastName(one) ?? null), isUnique }]
}

/** `(order: Order) => [order.customer]`. */
function returned(expression: Expression): readonly Expression[] {
  if (expression.kind !== 'function') return []
  const [only] = expression.body
  return only?.kind === 'return' ? elementsOf(only.value) : []
}

const COLUMNS =
  /^(?:Primary(?:Generated)?Column|Column|(?:Create|Update|Delete)DateColumn|VersionColumn|ObjectIdColumn)$/
const DATES = /^(?:Create|Update|Delete)DateColumn$/

function fieldOf(member: CodeField, file: CodeFile): DraftField | undefined {
  const named = new Map(member.decorators.map(one => [lastName(one) ?? '', one]))
  const at = { path: file.path, start: member.start, end: member.end }
  const kind = [...named.keys()].find(name => COLUMNS.test(name))
  const marks = marksOf(named)
  if (kind !== undefined) {
    const given = callOf(named.get(kind))?.arguments ?? []
    const options = given.find(one => objectOf(one) !== undefined)
    const written = typeOf(kind, given, options, member)
    const isUnique = marks.isUnique || isTrue(optionOf(options, 'unique')) || /^(?:Primary|ObjectId)/.test(kind)
    const column = textOf(optionOf(options, 'name')) ?? member.name
    const nullable = isTrue(optionOf(options, 'nullable'))
    return { name: member.name, column, type: fieldType(written), written, nullable, at, ...marks, isUnique }
  }
  return relationOf(member, named, marks, at)
}

function marksOf(decorators: ReadonlyMap<string, Expression>) {
  const index = decorators.get('Index')
  const isUnique = callOf(index)?.arguments.some(one => isTrue(optionOf(one, 'unique'))) === true
  return { isUnique, isIndexed: index !== undefined }
}

function relationOf(
  { name }: CodeField,
  decorators: ReadonlyMap<string, Expression>,
  marks: { readonly isUnique: boolean; readonly isIndexed: boolean },
  at: DraftField['at'],
): DraftField | undefined {
  const kind = ['ManyToOne', 'OneToOne', 'OneToMany', 'ManyToMany'].find(one => decorators.has(one))
  const entity = kind && targetName(callOf(decorators.get(kind))?.arguments[0])
  if (kind === undefined || entity === undefined) return undefined
  const base = { name, type: 'relation', written: entity, at, ...marks } as const
  const owns = kind === 'ManyToOne' || (kind === 'OneToOne' && decorators.has('JoinColumn'))
  if (!owns) return { ...base, nullable: true, relation: { entity, many: kind !== 'OneToOne' } }
  const [join] = callOf(decorators.get('JoinColumn'))?.arguments ?? []
  const first = elementsOf(join)[0] ?? join
  const column =
    textOf(optionOf(first, 'name')) ?? `${name}${capitalised(textOf(optionOf(first, 'referencedColumnName')) ?? 'id')}`
  return {
    ...base,
    nullable: true,
    column,
    relation: { entity, many: false },
    references: entity,
    // A one-to-one relation has a unique constraint.
    isUnique: marks.isUnique || kind === 'OneToOne',
    // It may be a part of the primary key.
    isIndexed: marks.isIndexed || decorators.has('PrimaryColumn'),
  }
}

/** The type as written; without one the type of the property decides: `number` is an integer. */
function typeOf(
  kind: string,
  given: readonly Expression[],
  options: Expression | undefined,
  { type }: CodeField,
): string {
  if (DATES.test(kind)) return 'timestamp'
  const written = textOf(given[0]) ?? textOf(optionOf(options, 'type'))
  if (written !== undefined) return kind === 'PrimaryGeneratedColumn' && written === 'increment' ? 'integer' : written
  const called = targetName(optionOf(options, 'type'))
  return REFLECTED[called ?? type?.name ?? ''] ?? (kind === 'PrimaryGeneratedColumn' ? 'integer' : (type?.name ?? ''))
}

const REFLECTED: Readonly<Record<string, string>> = {
  number: 'integer',
  Number: 'integer',
  string: 'varchar',
  String: 'varchar',
  boolean: 'boolean',
  Boolean: 'boolean',
  Date: 'timestamp',
}

function fieldType(written: string): FieldType {
  return written === 'increment' || written === 'rowid' || written === 'identity' ? 'integer' : sqlFieldType(written)
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** As TypeORM's default naming does for tables. */
function snakeCase(text: string): string {
  return text
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .toLowerCase()
}
