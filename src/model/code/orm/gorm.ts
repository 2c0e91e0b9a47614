import type { ClassNode, Field as CodeField, CodeFile } from '../../../code/syntax.js'
import { pathOf } from '../../../code/walk.js'
import { sqlFieldType } from '../field-types.js'
import type { Dialect, FieldType } from '../schema.js'
import { classesOf } from './classes.js'
import { type DraftField, type DraftKey, finishEntity, type OrmEntities } from './draft.js'
import { textOf } from './expressions.js'

/** The structs that GORM is told of (https://gorm.io/docs/models.html). */
export function gormEntities(files: readonly CodeFile[], dialect: Dialect): readonly OrmEntities[] {
  const structs = files.flatMap(file =>
    classesOf(file)
      .filter(isModel)
      .map(node => ({ file, node })),
  )
  const names = new Set(structs.map(({ node }) => node.name ?? ''))
  const tables = new Map(files.flatMap(tableNames))
  const children = new Map<string, string>()
  for (const { node } of structs) for (const one of hasMany(node, names)) children.set(one.key, one.parent)
  return structs.map(({ file, node }) => {
    const name = node.name ?? ''
    const fields = fieldsOf(node, names, file, children)
    const at = { path: file.path, start: node.nameStart, end: node.nameStart + name.length }
    const table = tables.get(name) ?? plural(snakeCase(name))
    const entity = finishEntity({ name, table, fields, keys: keysOf(node), at }, dialect === 'mysql')
    return { source: 'gorm', file, dialect, entity } satisfies OrmEntities
  })
}

function isModel(node: ClassNode): boolean {
  const isEmbedding = node.bases.some(base => pathOf(base)?.join('.') === 'gorm.Model')
  return (
    node.name !== undefined &&
    (isEmbedding || node.members.some(one => one.kind === 'field' && /\bgorm:"/.test(one.tag ?? '')))
  )
}

/** `func (Order) TableName() string { return "orders" }`. */
function tableNames(file: CodeFile): readonly (readonly [string, string])[] {
  return file.body.flatMap(one => {
    if (one.kind !== 'function' || one.name !== 'TableName' || !one.receiver) return []
    const [only] = one.body
    const table = only?.kind === 'return' ? textOf(only.value) : undefined
    const type = one.receiver.type?.name.replace(/^\*/, '')
    return table === undefined || type === undefined ? [] : [[type, table]]
  })
}

/** The settings of a tag: `gorm:"column:total;type:decimal(12,2);index:by_day,priority:2"`, names in lower case. */
function settingsOf({ tag }: CodeField): readonly (readonly [string, string])[] {
  const text = /\bgorm:"((?:[^"\\]|\\.)*)"/.exec(tag ?? '')?.[1] ?? ''
  return text
    .split(';')
    .map(one => one.trim())
    .filter(one => one !== '')
    .map(one => {
      const colon = one.indexOf(':')
      return colon === -1
        ? [one.toLowerCase(), '']
        : [one.slice(0, colon).trim().toLowerCase(), one.slice(colon + 1).trim()]
    })
}

function fieldsOf(
  node: ClassNode,
  names: ReadonlySet<string>,
  file: CodeFile,
  children: ReadonlyMap<string, string>,
): readonly DraftField[] {
  const own = node.members.filter(member => member.kind === 'field').filter(member => !isEmbedded(member, node))
  const relations = own.filter(member => names.has(baseType(member)))
  const references = new Map(
    relations.filter(member => !isList(member)).map(member => [foreignKeyOf(member), baseType(member)] as const),
  )
  const implied = node.bases.some(base => pathOf(base)?.join('.') === 'gorm.Model') ? MODEL : []
  const at = { path: file.path, start: node.start, end: node.nameStart + (node.name?.length ?? 0) }
  return [
    ...implied.map(([name, type]) => ({
      name,
      column: snakeCase(name),
      type,
      written: type,
      nullable: name === 'DeletedAt',
      at,
      isUnique: name === 'ID',
      isIndexed: name === 'DeletedAt',
    })),
    ...own.flatMap(member => {
      const settings = new Map(settingsOf(member))
      if (settings.has('-') || /^(?:embedded)$/.test([...settings.keys()][0] ?? '')) return []
      const where = { path: file.path, start: member.start, end: member.end }
      const entity = baseType(member)
      if (names.has(entity)) {
        return [
          {
            name: member.name,
            type: 'relation',
            written: entity,
            nullable: true,
            relation: { entity, many: isList(member) },
            at: where,
          } satisfies DraftField,
        ]
      }
      const to = references.get(member.name) ?? children.get(`${node.name}.${member.name}`)
      const written = settings.get('type') ?? member.type?.name ?? ''
      const isPrimary = settings.has('primarykey') || settings.has('primary_key') || member.name === 'ID'
      const field: DraftField = {
        name: member.name,
        column: settings.get('column') ?? snakeCase(member.name),
        type: goType(written),
        written,
        nullable: !settings.has('not null') && !isPrimary,
        at: where,
        isUnique: isPrimary || settings.has('unique'),
        ...(to === undefined ? {} : { references: to }),
      }
      return [field]
    }),
  ]
}

/** What `gorm.Model` has. */
const MODEL: readonly (readonly [string, FieldType])[] = [
  ['ID', 'integer'],
  ['CreatedAt', 'date'],
  ['UpdatedAt', 'date'],
  ['DeletedAt', 'date'],
]

/** Embedded structs are bases, and fields too. */
function isEmbedded({ name }: CodeField, node: ClassNode): boolean {
  return node.bases.some(base => pathOf(base)?.at(-1) === name)
}

function baseType({ type }: CodeField): string {
  const inner = type?.name === '[]' ? type.arguments[0]?.name : type?.name
  return (inner ?? '').replace(/^\*/, '')
}

function isList({ type }: CodeField): boolean {
  return type?.name === '[]'
}

/** The field with the key of a struct that this one belongs to. */
function foreignKeyOf(member: CodeField): string {
  return new Map(settingsOf(member)).get('foreignkey') ?? `${member.name}ID`
}

/** `Orders []Order` in Customer: `Order.CustomerID` is a foreign key. */
function hasMany(node: ClassNode, names: ReadonlySet<string>) {
  return node.members.flatMap(member => {
    if (member.kind !== 'field' || !isList(member) || !names.has(baseType(member))) return []
    const settings = new Map(settingsOf(member))
    if (settings.has('many2many')) return []
    return [{ key: `${baseType(member)}.${settings.get('foreignkey') ?? `${node.name}ID`}`, parent: node.name ?? '' }]
  })
}

/** Indexes by their names; fields of one with several stand in the order of their priority, 10 where none is written. */
function keysOf(node: ClassNode): readonly DraftKey[] {
  const named = new Map<string, { name: string; priority: number; isUnique: boolean }[]>()
  for (const member of node.members) {
    if (member.kind !== 'field') continue
    for (const [kind, value] of settingsOf(member)) {
      if (kind !== 'index' && kind !== 'uniqueindex') continue
      const [first = '', ...options] = value.split(',')
      const isUnique = kind === 'uniqueindex' || options.includes('unique')
      const priority = Number(/(?:^|,)priority:(\d+)/.exec(value)?.[1] ?? 10)
      const key = first === '' || first.includes(':') ? `.${member.name}` : first
      named.set(key, [...(named.get(key) ?? []), { name: member.name, priority, isUnique }])
    }
  }
  return [...named.values()].map(parts => ({
    names: parts.toSorted((one, other) => one.priority - other.priority).map(({ name }) => name),
    isUnique: parts.every(({ isUnique }) => isUnique),
  }))
}

function goType(written: string): FieldType {
  const type = written.replace(/^\*/, '')
  if (/^u?int\d*$|^byte$/.test(type)) return 'integer'
  if (/^float(?:32|64)$/.test(type)) return 'float'
  if (/^(?:time\.Time|sql\.NullTime|gorm\.DeletedAt|datatypes\.Date)$/.test(type)) return 'date'
  if (/^(?:decimal\.(?:Null)?Decimal)$/.test(type)) return 'decimal'
  if (/^sql\.NullFloat64$/.test(type)) return 'float'
  if (/^uuid\./.test(type)) return 'uuid'
  return sqlFieldType(type)
}

function snakeCase(name: string): string {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .toLowerCase()
}

function plural(name: string): string {
  return /[^aeiou]y$/.test(name) ? `${name.slice(0, -1)}ies` : /(?:s|x|ch|sh)$/.test(name) ? `${name}es` : `${name}s`
}
