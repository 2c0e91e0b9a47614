import { type Growth, growthOf, growthOfName, scopeOf } from '../growth.js'
import { type Entity, entityOf, type Schema } from '../schema.js'
import type { Query } from './query.js'

type Read = Pick<Query, 'entity' | 'limit' | 'comparisons' | 'isComplete' | 'isStreamed'>

/** The entity whose rows a query reads, with the schema that declares it; undefined where none does. */
export function declaredEntity(
  schemas: readonly Schema[],
  { entity }: Pick<Read, 'entity'>,
): { readonly schema: Schema; readonly entity: Entity } | undefined {
  if (entity === undefined) return undefined
  for (const schema of schemas) {
    const found = entityOf(schema, entity)
    if (found) return { schema, entity: found }
  }
  return undefined
}

/** How the table of a query grows: by its schema, else by its name. */
export function growthOfRows(schemas: readonly Schema[], query: Pick<Read, 'entity'>): Growth | undefined {
  const known = declaredEntity(schemas, query)
  if (known) return growthOf(known.entity)
  return query.entity === undefined ? undefined : growthOfName(query.entity)
}

/** Whether a query surely reads all rows of a table, or all of one tenant. */
export function readsEverything(schemas: readonly Schema[], query: Read): boolean {
  if (query.limit || query.isStreamed || !query.isComplete) return false
  const scope = scopeOf(query.comparisons, declaredEntity(schemas, query)?.entity, query.isComplete)
  return scope === 'none' || scope === 'tenant'
}

/**
 * Whether a query may read all rows, because its page size, or what it is built of, is not known, and nothing else bounds it.
 */
export function mayReadEverything(schemas: readonly Schema[], query: Read): boolean {
  const isKnown = query.limit ? query.limit.kind !== 'unknown' : query.isComplete
  if (isKnown || query.isStreamed) return false
  return scopeOf(query.comparisons, declaredEntity(schemas, query)?.entity, query.isComplete) !== 'bounded'
}
