import {
  argumentOf,
  type PrismaAttribute,
  type PrismaBlock,
  type PrismaField,
  type PrismaFile,
  type PrismaValue,
} from '../../parse/prisma.js'
import { prismaFieldType } from './field-types.js'
import type { Dialect, Entity, Field, ForeignKey } from './schema.js'

/** What the files of one Prisma schema declare together. */
export interface PrismaModels {
  readonly dialect: Dialect
  readonly entities: readonly Entity[]
}

const DIALECTS: ReadonlyMap<string, Dialect> = new Map([
  ['postgresql', 'postgresql'],
  ['postgres', 'postgresql'],
  ['mysql', 'mysql'],
  ['sqlite', 'sqlite'],
  ['sqlserver', 'sqlserver'],
  ['cockroachdb', 'cockroachdb'],
  ['mongodb', 'mongodb'],
])

/** The entities of a schema. A model that two files declare counts once: some tools join the files into another one. */
export function prismaModels(files: readonly PrismaFile[]): PrismaModels {
  const blocks = new Map<string, PrismaBlock>()
  for (const block of files.flatMap(file => file.blocks)) {
    const key = block.kind === 'datasource' || block.kind === 'generator' ? `${block.kind} ${block.name}` : block.name
    if (!blocks.has(key)) blocks.set(key, block)
  }
  const all = [...blocks.values()]
  const source = all.find(({ kind }) => kind === 'datasource')
  const dialect = DIALECTS.get(settingOf(source, 'provider') ?? '') ?? 'unknown'
  // InnoDB makes an index for every foreign key; without foreign keys in the database (relationMode) nobody does.
  const indexed = dialect === 'mysql' && settingOf(source, 'relationMode') !== 'prisma'
  const kinds = new Map(all.map(block => [block.name, block.kind]))
  const models = all.filter(({ kind }) => kind === 'model')
  return { dialect, entities: models.map(model => entityFrom(model, kinds, indexed)) }
}

function settingOf(block: PrismaBlock | undefined, name: string): string | undefined {
  const value = block?.settings.find(setting => setting.name === name)?.value
  return value?.kind === 'string' ? value.text : undefined
}

type Kinds = ReadonlyMap<string, PrismaBlock['kind']>

function entityFrom(model: PrismaBlock, kinds: Kinds, indexed: boolean): Entity {
  const columns = new Map(model.fields.map(field => [field.name, mapped(field.attributes) ?? field.name]))
  const listed = (attribute: PrismaAttribute) => columnsOf(argumentOf(attribute, 'fields', true), columns)
  const unique = [
    ...model.fields
      .filter(({ attributes }) => attributes.some(({ name }) => name === 'id' || name === 'unique'))
      .map(({ name }) => [columns.get(name) ?? name]),
    ...model.attributes.filter(({ name }) => name === 'id' || name === 'unique').map(listed),
  ]
  return {
    name: model.name,
    table: mapped(model.attributes) ?? model.name,
    fields: model.fields.map(field => fieldFrom(field, kinds, columns)),
    foreignKeys: model.fields.flatMap(field => foreignKeyOf(field, columns, indexed)),
    uniqueKeys: unique,
    indexes: [...unique, ...model.attributes.filter(({ name }) => name === 'index').map(listed)],
    at: model.nameAt,
  }
}

function fieldFrom(field: PrismaField, kinds: Kinds, columns: ReadonlyMap<string, string>): Field {
  const { name, type = '', list, optional, nameAt } = field
  const native = field.attributes.find(attribute => attribute.name.startsWith('db.'))
  const written = `${type}${list ? '[]' : ''}${native ? ` @${native.name}` : ''}`
  const base = { name, written, nullable: optional, at: nameAt }
  const kind = kinds.get(type)
  if (kind === 'model' || kind === 'view') return { ...base, type: 'relation', relation: { entity: type, many: list } }
  const scalar = kind === 'enum' ? 'enum' : (prismaFieldType(type) ?? 'other')
  return { ...base, column: columns.get(name) ?? name, type: list ? 'other' : scalar }
}

/** The name in the database, where `@map` gives another. */
function mapped(attributes: readonly PrismaAttribute[]): string | undefined {
  const attribute = attributes.find(({ name }) => name === 'map')
  const value = attribute && argumentOf(attribute, 'name', true)
  return value?.kind === 'string' ? value.text : undefined
}

function columnsOf(value: PrismaValue | undefined, columns: ReadonlyMap<string, string>): readonly string[] {
  if (value?.kind !== 'list') return []
  return value.items.flatMap(item => {
    // `title(sort: Desc)`, and `address.city` of a composite type.
    const name = item.kind === 'call' ? item.name : item.kind === 'name' ? item.text : undefined
    return name === undefined ? [] : [columns.get(name) ?? name]
  })
}

function foreignKeyOf(
  { type = '', attributes, at }: PrismaField,
  columns: ReadonlyMap<string, string>,
  indexed: boolean,
): readonly ForeignKey[] {
  const relation = attributes.find(({ name }) => name === 'relation')
  const own = relation ? columnsOf(argumentOf(relation, 'fields'), columns) : []
  return own.length > 0 ? [{ columns: own, entity: type, indexed, at }] : []
}
