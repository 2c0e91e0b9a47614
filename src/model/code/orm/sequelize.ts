import { indexOf } from '../../../code/file-index.js'
import type { Call, CodeFile, Entry, Expression } from '../../../code/syntax.js'
import { pathOf, peel } from '../../../code/walk.js'
import type { Span } from '../../../source.js'
import { sqlFieldType } from '../field-types.js'
import type { Dialect, FieldType } from '../schema.js'
import { classesOf } from './classes.js'
import { type DraftEntity, type DraftField, type DraftKey, finishEntity, type OrmEntities } from './draft.js'
import { callOf, elementsOf, isFalse, isTrue, lastName, objectOf, optionOf, targetName, textOf } from './expressions.js'

/** The models that Sequelize is told of (https://sequelize.org/docs/v6/core-concepts/model-basics/). */
export function sequelizeEntities(files: readonly CodeFile[], dialect: Dialect): readonly OrmEntities[] {
  const found = files.map(file => ({ file, calls: indexOf(file).calls }))
  const associations = found.flatMap(({ file, calls }) => calls.flatMap(call => associationOf(call, file)))
  return found.flatMap(({ file, calls }) =>
    [...calls.flatMap(call => modelOf(call, file)), ...decorated(file)].map(draft => {
      const added = associations.filter(one => one.on === draft.name && !hasReference(draft, one.field))
      const fields = draft.fields.map(field => {
        const to = associations.find(one => one.on === draft.name && sameName(one.field.name, field.name))
        return to && field.references === undefined ? { ...field, references: to.field.references ?? '' } : field
      })
      const entity = finishEntity(
        { ...draft, fields: [...fields, ...added.map(({ field }) => field)] },
        dialect === 'mysql',
      )
      return { source: 'sequelize', file, dialect, entity } satisfies OrmEntities
    }),
  )
}

function sameName(one: string, other: string): boolean {
  return one.replaceAll('_', '').toLowerCase() === other.replaceAll('_', '').toLowerCase()
}

function hasReference({ fields }: DraftEntity, { name }: DraftField): boolean {
  return fields.some(
    field => sameName(field.name, name) || (field.column !== undefined && sameName(field.column, name)),
  )
}

/** `sequelize.define('User', {…}, {…})` and `User.init({…}, { sequelize })`. */
function modelOf(call: Call, file: CodeFile): readonly DraftEntity[] {
  const callee = peel(call.callee)
  if (callee.kind !== 'member') return []
  const given = call.arguments
  const defined = callee.property === 'define' ? textOf(given[0]) : undefined
  const initialised =
    callee.property === 'init' && optionOf(given[1], 'sequelize') ? pathOf(callee.object)?.at(-1) : undefined
  const attributes = objectOf(defined === undefined ? given[0] : given[1])
  const options = defined === undefined ? given[1] : given[2]
  const name = defined ?? initialised ?? textOf(optionOf(options, 'modelName'))
  if (name === undefined || !attributes || (defined === undefined && initialised === undefined)) return []
  const fields = attributes.entries.flatMap(entry => (entry.kind === 'entry' ? (fieldOf(entry, file) ?? []) : []))
  if (fields.length === 0) return []
  const at = { path: file.path, start: call.start, end: callee.end }
  return [
    {
      name,
      table: textOf(optionOf(options, 'tableName')) ?? plural(name),
      fields: [...fields, ...implied(fields, options, at)],
      keys: elementsOf(optionOf(options, 'indexes')).flatMap(keyOf),
      at,
    },
  ]
}

/** The id and the two dates that Sequelize adds. */
function implied(fields: readonly DraftField[], options: Expression | undefined, at: Span): readonly DraftField[] {
  const dates = isFalse(optionOf(options, 'timestamps')) ? [] : ['createdAt', 'updatedAt']
  const added = fields.some(({ isUnique }) => isUnique) ? dates : ['id', ...dates]
  return added
    .filter(name => !fields.some(field => field.name === name))
    .map(name => ({
      name,
      column: name,
      type: name === 'id' ? 'integer' : 'date',
      written: name === 'id' ? 'INTEGER' : 'DATE',
      nullable: false,
      at,
      isUnique: name === 'id',
    }))
}

function plural(name: string): string {
  return /[^aeiou]y$/.test(name) ? `${name.slice(0, -1)}ies` : name.endsWith('s') ? name : `${name}s`
}

function fieldOf({ key, value, start, end }: Entry, file: CodeFile): DraftField | undefined {
  const options = objectOf(value)
  const written = typeName(options ? optionOf(options, 'type') : value)
  if (key === undefined || written === undefined) return undefined
  const references = optionOf(options, 'references')
  const to = targetName(optionOf(references, 'model')) ?? targetName(objectOf(references) ? undefined : references)
  return {
    name: key,
    column: textOf(optionOf(options, 'field')) ?? key,
    type: fieldType(written),
    written,
    nullable: !isFalse(optionOf(options, 'allowNull')),
    at: { path: file.path, start, end },
    isUnique: isTrue(optionOf(options, 'primaryKey')) || isSet(optionOf(options, 'unique')),
    isIndexed: isTrue(optionOf(options, 'index')),
    ...(to === undefined ? {} : { references: to }),
  }
}

function isSet(expression: Expression | undefined): boolean {
  return expression !== undefined && !isFalse(expression)
}

/** `DataTypes.DECIMAL(10, 2)` is DECIMAL, `Sequelize.INTEGER.UNSIGNED` INTEGER. */
function typeName(expression: Expression | undefined): string | undefined {
  const inner = expression && peel(expression)
  const path = inner && pathOf(inner.kind === 'call' ? inner.callee : inner)
  const from = path?.findIndex(one => /^(?:DataTypes?|Sequelize|sequelize|type|types)$/.test(one)) ?? -1
  return from === -1 ? undefined : path?.[from + 1]
}

function fieldType(written: string): FieldType {
  if (/^DATE(?:ONLY)?$|^NOW$/.test(written)) return 'date'
  return /^UUID/.test(written) ? 'uuid' : sqlFieldType(written)
}

/** `{ fields: ['a', { name: 'b' }], unique: true }`. */
function keyOf(expression: Expression): readonly DraftKey[] {
  const names = elementsOf(optionOf(expression, 'fields')).map(
    one => textOf(one) ?? textOf(optionOf(one, 'name')) ?? null,
  )
  return names.length === 0 ? [] : [{ names, isUnique: isTrue(optionOf(expression, 'unique')) }]
}

interface Association {
  /** The model that has the foreign key. */
  readonly on: string
  readonly field: DraftField
}

/** `Order.belongsTo(Customer, { foreignKey: 'customerId' })` and, the other way round, `hasMany` and `hasOne`. */
function associationOf(call: Call, file: CodeFile): readonly Association[] {
  const callee = peel(call.callee)
  if (callee.kind !== 'member' || !/^(?:belongsTo|hasMany|hasOne)$/.test(callee.property)) return []
  const from = pathOf(callee.object)?.at(-1)
  const [first, options] = call.arguments
  const to = first && pathOf(first)?.at(-1)
  if (from === undefined || to === undefined) return []
  const [on, parent] = callee.property === 'belongsTo' ? [from, to] : [to, from]
  const key = optionOf(options, 'foreignKey')
  const alias = callee.property === 'belongsTo' ? textOf(optionOf(options, 'as')) : undefined
  const name = textOf(key) ?? textOf(optionOf(key, 'name')) ?? `${lowered(alias ?? parent)}Id`
  const at = { path: file.path, start: call.start, end: call.end }
  const isUnique = callee.property === 'hasOne'
  const field: DraftField = {
    name,
    column: name,
    type: 'integer',
    written: parent,
    nullable: true,
    at,
    references: parent,
    isUnique,
  }
  return [{ on, field }]
}

function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

/** Classes of sequelize-typescript: `@Table`, `@Column`, `@ForeignKey(() => Customer)`, `@Index`. */
function decorated(file: CodeFile): readonly DraftEntity[] {
  if (!file.imports.some(({ from }) => from === 'sequelize-typescript')) return []
  return classesOf(file).flatMap(node => {
    const table = node.decorators.find(one => lastName(one) === 'Table')
    const name = node.name
    if (!table || name === undefined) return []
    const fields = node.members.flatMap(member => {
      if (member.kind !== 'field') return []
      const named = new Map(member.decorators.map(one => [lastName(one) ?? '', one]))
      if (!named.has('Column') && !named.has('ForeignKey')) return []
      const [given] = callOf(named.get('Column'))?.arguments ?? []
      const written = typeName(optionOf(given, 'type') ?? given) ?? (member.type?.name === 'Date' ? 'DATE' : 'STRING')
      const to = targetName(callOf(named.get('ForeignKey'))?.arguments[0])
      const field: DraftField = {
        name: member.name,
        column: textOf(optionOf(given, 'field')) ?? member.name,
        type: fieldType(written),
        written,
        nullable: true,
        at: { path: file.path, start: member.start, end: member.end },
        isUnique: named.has('PrimaryKey') || named.has('Unique') || isSet(optionOf(given, 'unique')),
        isIndexed: named.has('Index') || isTrue(optionOf(given, 'index')),
        ...(to === undefined ? {} : { references: to }),
      }
      return [field]
    })
    const [options] = callOf(table)?.arguments ?? []
    const at = { path: file.path, start: node.nameStart, end: node.nameStart + name.length }
    const keys = elementsOf(optionOf(options, 'indexes')).flatMap(keyOf)
    return fields.length === 0
      ? []
      : [{ name, table: textOf(optionOf(options, 'tableName')) ?? plural(name), fields, keys, at }]
  })
}
