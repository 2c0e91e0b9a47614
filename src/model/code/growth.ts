import type { Entity, Field } from './schema.js'

/**
 * How many rows a table will have: `low` for what people enter once (countries, roles, settings), `high` for what the
 * business adds every day, `unknown` where nothing tells.
 */
export type Growth = 'low' | 'high' | 'unknown'

/** What people enter once. */
const LOW = new Set(
  `role permission country currency status type category setting config plan tax unit uom color size department branch
  warehouse tag template`.split(/\s+/),
)
/** What comes in every day. */
const HIGH = new Set(
  `log audit event transaction invoice order payment entry line message notification activity history metric movement
  ledger journal attendance ticket comment session token customer contact product user task`.split(/\s+/),
)
/** The same, where it is the whole of what the thing is: a DeliveryZone is none. */
const HIGH_ALONE = new Set(
  `patient student appointment booking reservation visit prescription sale purchase bill receipt shipment delivery lead deal
  enrollment enrolment document attachment review refund conversation`.split(/\s+/),
)
/** Names of columns that say when a row was written, not when something happened. */
const BOOKKEEPING = /^(?:created|updated|modified|inserted|deleted|date_?joined)(?:_?(?:at|on|date|time|timestamp))?$/i
const FEW_SCALARS = 6

/**
 * The growth of an entity, by its name and columns. Where the name has words of both kinds the last one counts, as it is
 * what the thing is: an OrderStatus is a status, a StatusHistory a history.
 */
export function growthOf(entity: Entity): Growth {
  const named = growthOfName(entity.name) ?? growthOfName(entity.table)
  if (named) return named
  const scalars = entity.fields.filter(({ type }) => type !== 'relation')
  if (scalars.length === 0) return 'unknown'
  const refers = entity.foreignKeys.length > 0 || entity.fields.some(isToOne)
  const dates = scalars.filter(({ type }) => type === 'date')
  const happened = dates.filter(({ name }) => !BOOKKEEPING.test(name))
  if (scalars.length <= FEW_SCALARS && !refers && happened.length === 0) return 'low'
  return refers && dates.length > 0 ? 'high' : 'unknown'
}

/** To one other entity, with a column of its own for it; the other side of a one-to-one has none. */
function isToOne({ relation, column }: Field): boolean {
  return relation !== undefined && !relation.many && column !== undefined
}

/** The growth that a name tells, in any spelling: `OrderLines`, `order_line`, `tbl_order`. */
export function growthOfName(name: string): Growth | undefined {
  const words = wordsOf(name).map(singular).reverse()
  if (HIGH_ALONE.has(words[0] ?? '')) return 'high'
  for (const one of words) {
    if (LOW.has(one)) return 'low'
    if (HIGH.has(one)) return 'high'
  }
  return undefined
}

/** The words of a name in camel case or with separators, in lower case. */
export function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter(word => word !== '')
}

function singular(word: string): string {
  if (/(?:ies)$/.test(word)) return `${word.slice(0, -3)}y`
  if (/(?:ss|us|is)$/.test(word)) return word
  if (/(?:sses|xes|ches|shes|uses)$/.test(word)) return word.slice(0, -2)
  return word.endsWith('s') ? word.slice(0, -1) : word
}

/** Columns by which a tenant, a person or a team is told apart: a filter on one leaves all of its rows. */
const TENANT = /^(?:company|tenant|organi[sz]ation|org|workspace|team|project|user|account)_?ids?$/i
/** Flags that most rows bear in the same way: what is not deleted is nearly everything. */
const FLAG = /^(?:is_?)?(?:deleted|active|archived|enabled|disabled|removed|visible|hidden)(?:_?at)?$/i
/** Entities of which one parent has without end. */
const ENDLESS = new Set(['message', 'log', 'event', 'entry', 'movement'])

/**
 * What a bulk read is held down by, by the columns it compares (see `Comparison`): `bounded` when few rows can match,
 * `tenant` when everything of one tenant matches, `none` when nothing holds it down, `unknown` where the filter does not tell.
 */
export type Scope = 'none' | 'tenant' | 'bounded' | 'unknown'

/** One condition of a filter. */
export interface Comparison {
  /** The field in code or the column. */
  readonly field: string
  /** `equals` a value · `in` a list of values · `other`: greater, like, not … */
  readonly operator: 'equals' | 'in' | 'other'
}

/**
 * The scope of a read of an entity whose filter demands all of these. `complete` is false where the filter has more that
 * could not be read. `entity` is undefined where the schema is not known.
 */
export function scopeOf(comparisons: readonly Comparison[], entity: Entity | undefined, complete = true): Scope {
  const equal = new Set(
    comparisons.filter(({ operator }) => operator === 'equals').map(({ field }) => columnOf(field, entity)),
  )
  const isBoundedByList = comparisons.some(({ field, operator }) => operator === 'in' && isIdentifier(field))
  if (isBoundedByList || entity?.uniqueKeys.some(key => key.length > 0 && key.every(column => equal.has(column))))
    return 'bounded'
  if (equal.has('id') || equal.has('_id')) return 'bounded'
  const parents = comparisons.filter(
    ({ field, operator }) => operator === 'equals' && isIdentifier(field) && !isTenant(field),
  )
  if (parents.length > 0 && !isEndless(entity)) return 'bounded'
  // Another condition, a status or a day, may leave few rows or all of them.
  const others = comparisons.filter(one => !parents.includes(one) && !isTenant(one.field) && !FLAG.test(one.field))
  if (!complete || others.length > 0) return 'unknown'
  return comparisons.some(({ field, operator }) => operator === 'equals' && isTenant(field)) ? 'tenant' : 'none'
}

/** Whether a column tells tenants, people or teams apart. */
function isTenant(field: string): boolean {
  return TENANT.test(field)
}

function isIdentifier(field: string): boolean {
  return /^_?id$|(?:Id|ID|_id|_pk)s?$/.test(field)
}

/** Whether one parent may have rows without end: messages of a room, entries of a ledger. */
export function isEndless(entity: Entity | undefined): boolean {
  return (
    entity !== undefined &&
    wordsOf(entity.name)
      .map(singular)
      .some(word => ENDLESS.has(word))
  )
}

function columnOf(field: string, entity: Entity | undefined): string {
  return entity?.fields.find(({ name }) => name === field)?.column ?? field
}
