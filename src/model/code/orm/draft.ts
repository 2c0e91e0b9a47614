import type { CodeFile } from '../../../code/syntax.js'
import type { Span } from '../../../source.js'
import type { Dialect, Entity, Field, ForeignKey, SchemaSource } from '../schema.js'

/** An entity as a reader of one ORM finds it. */
export interface DraftEntity {
  readonly name: string
  readonly table: string
  readonly fields: readonly DraftField[]
  /** Keys and indexes over several fields: names of fields or columns, null for an expression. */
  readonly keys: readonly DraftKey[]
  readonly at: Span
}

/** A field as an ORM declares it, before keys and indexes are made of it. */
export interface DraftField extends Field {
  readonly isUnique?: boolean
  /** It has an index of its own; a primary key is unique. */
  readonly isIndexed?: boolean
  /** It is a foreign key to this entity or table. */
  readonly references?: string
}

/** A key or index over several fields; null for one whose name is not known. */
export interface DraftKey {
  readonly names: readonly (string | null)[]
  readonly isUnique: boolean
}

/** What a reader makes of the files that mention its ORM. */
export interface OrmEntities {
  readonly source: SchemaSource
  readonly file: CodeFile
  readonly dialect: Dialect
  readonly entity: Entity
}

/** The entity of a draft. `indexed`: the framework makes an index for every foreign key. */
export function finishEntity({ name, table, fields, keys, at }: DraftEntity, indexed = false): Entity {
  const columns = new Map(fields.map(field => [field.name, field.column ?? field.name]))
  const resolved = keys.map(key => ({
    ...key,
    names: key.names.map(one => (one === null ? null : (columns.get(one) ?? one))),
  }))
  const own = fields.flatMap(field =>
    field.isUnique || field.isIndexed
      ? [{ names: [field.column ?? field.name], isUnique: field.isUnique === true }]
      : [],
  )
  const all = [...own, ...resolved]
  const foreignKeys: readonly ForeignKey[] = fields.flatMap(field =>
    field.references === undefined
      ? []
      : [{ columns: [field.column ?? field.name], entity: field.references, indexed, at: field.at }],
  )
  return {
    name,
    table,
    fields: fields.map(withoutMarks),
    foreignKeys,
    uniqueKeys: all
      .filter(key => key.isUnique && !key.names.includes(null))
      .map(key => key.names.filter(one => one !== null)),
    indexes: all.map(key => key.names),
    at,
  }
}

function withoutMarks({ isUnique: _, isIndexed: __, references: ___, ...field }: DraftField): Field {
  return field
}
