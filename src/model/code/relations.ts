import { type Entity, entityOf, type Schema } from './schema.js'

/** What stands at the end of a way over relations. */
export interface Relation {
  /** Each row may have several of them. */
  readonly isMany: boolean
  /** Absent where the schema has no entity of that name. */
  readonly entity?: Entity
}

/**
 * The relation that a way of field names leads to from an entity: `lines.product`. Undefined where the schema has no such
 * fields, or does not tell whether there are several.
 */
export function relationAt(
  schema: Pick<Schema, 'entities' | 'source'>,
  from: Entity,
  path: readonly string[],
): Relation | undefined {
  let entity: Entity | undefined = from
  let found: Relation | undefined
  for (const name of path) {
    const field: Entity['fields'][number] | undefined = entity?.fields.find(one => one.name === name)
    if (!entity || !field?.relation) return undefined
    const target = entityOf(schema, field.relation.entity)
    const isMany = isToMany(schema, entity, target, field.relation.many)
    if (isMany === undefined) return undefined
    found = { isMany, ...(target && { entity: target }) }
    entity = target
  }
  return found
}

/**
 * `relationship("Buyer")` of SQLAlchemy is a list where the other table refers to this one, and a single object where this
 * one refers to the other (https://docs.sqlalchemy.org/en/20/orm/basic_relationships.html).
 */
function isToMany(
  { source }: Pick<Schema, 'source'>,
  from: Entity,
  to: Entity | undefined,
  isSaid: boolean,
): boolean | undefined {
  if (source !== 'sqlalchemy' || !isSaid) return isSaid
  if (!to) return undefined
  const [there, back] = [refersTo(from, to), refersTo(to, from)]
  return there && back ? undefined : !there
}

function refersTo(from: Entity, to: Entity): boolean {
  return from.foreignKeys.some(({ entity }) => entity === to.name || entity === to.table)
}
