import { indexOf } from '../../../code/file-index.js'
import type { Call, CodeFile, Entry, Expression } from '../../../code/syntax.js'
import { pathOf, peel } from '../../../code/walk.js'
import type { FieldType } from '../schema.js'
import { type DraftField, type DraftKey, finishEntity, type OrmEntities } from './draft.js'
import { callOf, elementsOf, isTrue, lastName, objectOf, optionOf, targetName, textOf } from './expressions.js'

/** The collections that Mongoose is told of (https://mongoosejs.com/docs/guide.html). */
export function mongooseEntities(files: readonly CodeFile[]): readonly OrmEntities[] {
  const models = new Map(files.flatMap(file => callsNamed(file, 'model').flatMap(modelOf)))
  return files.flatMap(file => schemasOf(file).flatMap(found => entityOf(found, file, models.get(found.variable))))
}

interface FoundSchema {
  /** The name that the schema is given. */
  readonly variable: string
  readonly call: Call
  readonly keys: readonly DraftKey[]
}

/** `const orderSchema = new Schema({…})`. */
function schemasOf(file: CodeFile): readonly FoundSchema[] {
  const indexes = callsNamed(file, 'index')
  return file.body.flatMap(one => {
    if (one.kind !== 'declare' || one.target.kind !== 'name') return []
    const call = callOf(one.value)
    if (!call?.isNew || lastName(call.callee) !== 'Schema' || !objectOf(call.arguments[0])) return []
    const variable = one.target.name
    return [{ variable, call, keys: indexes.flatMap(index => keyOf(index, variable)) }]
  })
}

function callsNamed(file: CodeFile, name: string): readonly Call[] {
  return (indexOf(file).callsByName.get(name) ?? []).filter(({ callee }) => lastName(callee) === name)
}

/** `mongoose.model('Order', orderSchema)`: the schema's variable, and the name of the model. */
function modelOf({ arguments: [first, second] }: Call): readonly (readonly [string, string])[] {
  const name = textOf(first)
  const variable = second && pathOf(second)?.at(-1)
  return name !== undefined && variable !== undefined ? [[variable, name]] : []
}

function entityOf(
  { variable, call, keys }: FoundSchema,
  file: CodeFile,
  model: string | undefined,
): readonly OrmEntities[] {
  const [definition, options] = call.arguments
  const name = model ?? variable.replace(/_?schema$/i, '')
  const at = { path: file.path, start: call.start, end: call.end }
  const fields =
    objectOf(definition)?.entries.flatMap(one => (one.kind === 'entry' ? (fieldOf(one, file) ?? []) : [])) ?? []
  const dates = isTrue(optionOf(options, 'timestamps')) ? ['createdAt', 'updatedAt'] : []
  const added = dates.map(
    date => ({ name: date, column: date, type: 'date', written: 'Date', nullable: false, at }) as const,
  )
  const table = textOf(optionOf(options, 'collection')) ?? `${name.toLowerCase()}s`
  const entity = finishEntity({ name, table, fields: [...fields, ...added], keys, at })
  return [{ source: 'mongoose', file, dialect: 'mongodb', entity }]
}

/** Numbers are doubles, and hold cents as well as anything else: neither integer nor float. */
const TYPES: Readonly<Record<string, FieldType>> = {
  String: 'text',
  Number: 'other',
  Date: 'date',
  Boolean: 'boolean',
  ObjectId: 'uuid',
  Decimal128: 'decimal',
  Buffer: 'binary',
  Map: 'json',
  Mixed: 'json',
  UUID: 'uuid',
}

function fieldOf({ key, value, start, end }: Entry, file: CodeFile): DraftField | undefined {
  if (key === undefined) return undefined
  const [item] = elementsOf(value)
  const options = objectOf(item ?? value)
  const typed = options && optionOf(options, 'type') ? optionOf(options, 'type') : options ? undefined : (item ?? value)
  const written = nameOf(typed)
  const to = targetName(optionOf(options, 'ref'))
  return {
    name: key,
    column: key,
    type: item === undefined ? (TYPES[written] ?? 'other') : 'other',
    written,
    nullable: !isTrue(optionOf(options, 'required')),
    at: { path: file.path, start, end },
    isUnique: isTrue(optionOf(options, 'unique')),
    isIndexed: isTrue(optionOf(options, 'index')),
    ...(to === undefined ? {} : { relation: { entity: to, many: item !== undefined } }),
    ...(to === undefined || item !== undefined ? {} : { references: to }),
  }
}

function nameOf(expression: Expression | undefined): string {
  return textOf(expression) ?? (expression && pathOf(peel(expression))?.at(-1)) ?? ''
}

/** `orderSchema.index({ customer: 1, createdAt: -1 }, { unique: true })`. */
function keyOf(call: Call, variable: string): readonly DraftKey[] {
  const callee = peel(call.callee)
  if (callee.kind !== 'member' || pathOf(callee.object)?.at(-1) !== variable) return []
  const [fields, options] = call.arguments
  const names = objectOf(fields)?.entries.map(one => (one.kind === 'entry' ? (one.key ?? null) : null)) ?? []
  return names.length === 0 ? [] : [{ names, isUnique: isTrue(optionOf(options, 'unique')) }]
}
