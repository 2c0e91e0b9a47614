import type { QueryLibrary } from '../model/code/queries/query.js'
import type { Runtime } from '../model/code/service.js'

/** What to type with a library. `limit`, `offset` and `ids` stand for what the code calls them; `Customer` for what is joined. */
interface QueryWords {
  /** Reads a page of at most 100 rows. */
  readonly page: string
  /** Reads what belongs to all rows of a list at once, instead of row by row. */
  readonly together: string
  /** Loads several lists with each row and makes no row for every pair of their items; absent: it has no way of its own. */
  readonly apart?: string
  /** Loads only some items of a list with each row; absent: it cannot. */
  readonly some?: string
}

/**
 * https://www.prisma.io/docs/orm/prisma-client/queries/pagination, https://typeorm.io/docs/working-with-entity-manager/find-options,
 * https://sequelize.org/docs/v6/advanced-association-concepts/eager-loading/, https://knexjs.org/guide/query-builder.html,
 * https://orm.drizzle.team/docs/rqb, https://mongoosejs.com/docs/populate.html,
 * https://docs.sqlalchemy.org/en/20/orm/queryguide/relationships.html, https://docs.djangoproject.com/en/5.2/ref/models/querysets/,
 * https://www.django-rest-framework.org/api-guide/pagination/, https://gorm.io/docs/preload.html
 */
const WORDS: Readonly<Record<QueryLibrary, QueryWords>> = {
  prisma: {
    page: '`take: Math.min(limit, 100)` with `cursor` or `skip`',
    together: '`include: { customer: true }` in the query of the list, or `where: { id: { in: ids } }` before the loop',
    some: '`messages: { take: 10 }`',
  },
  typeorm: {
    page: '`take: Math.min(limit, 100)` with `skip`',
    together: '`relations: { customer: true }` in the query of the list, or `where: { id: In(ids) }` before the loop',
    apart: "`relationLoadStrategy: 'query'` in the options of `find`, a query of its own for each `leftJoinAndSelect`",
  },
  sequelize: {
    page: '`limit: Math.min(limit, 100)` with `offset`',
    together: '`include: [Customer]` in the query of the list, or `where: { id: ids }` before the loop',
    apart: '`separate: true` in the `include` of each list',
    some: '`separate: true, limit: 10` in its `include`',
  },
  knex: {
    page: '`.limit(Math.min(limit, 100)).offset(offset)`',
    together: "`.leftJoin(…)` in the query of the list, or `.whereIn('id', ids)` before the loop",
  },
  drizzle: {
    page: 'a `limit` of `Math.min(limit, 100)` with `offset`',
    together: '`with: { customer: true }` in the query of the list, or `inArray(customers.id, ids)` before the loop',
  },
  kysely: {
    page: '`.limit(Math.min(limit, 100)).offset(offset)`',
    together: "`.leftJoin(…)` in the query of the list, or `.where('id', 'in', ids)` before the loop",
  },
  mongoose: {
    page: '`.limit(Math.min(limit, 100)).skip(offset)`',
    together: "`.populate('customer')` in the query of the list, or `find({ _id: { $in: ids } })` before the loop",
  },
  sqlalchemy: {
    page: '`.limit(min(limit, 100)).offset(offset)`',
    together:
      '`.options(selectinload(Order.customer))` in the query of the list, or `Customer.id.in_(ids)` before the loop',
    apart: '`selectinload(…)` instead of `joinedload(…)`',
  },
  django: {
    page: '`DEFAULT_PAGINATION_CLASS` with `PAGE_SIZE` for the views of REST framework, `Paginator(rows, 100)` or `rows[:100]` in one of Django',
    together:
      '`.select_related("customer")` in the query of the list, `.prefetch_related("lines")` for what each row has several of, or `in_bulk(ids)` before the loop',
    some: '`Prefetch("messages", queryset=Message.objects.order_by("-id")[:10])` (Django 4.2 and later)',
  },
  gorm: {
    page: '`.Limit(min(limit, 100)).Offset(offset)`',
    together: '`.Preload("Customer")` in the query of the list, or `Where("id IN ?", ids)` before the loop',
  },
  sql: {
    page: '`LIMIT … OFFSET …` in the statement, given `min(limit, 100)`',
    together:
      'a `JOIN` in the statement of the list, or one statement with `WHERE id IN (…)` for all ids before the loop',
  },
}

/** How code says it with a library that it reads rows through. */
export function queryWords(library: QueryLibrary): QueryWords {
  return WORDS[library]
}

/** Caps of the number of rows that a client asks for, where it comes in or before the query. `min` is a function of Go since 1.21. */
const CAPS: Readonly<Record<Runtime, string>> = {
  node: '`@Max(100)` on the field of the DTO, `z.coerce.number().max(100)` in the schema, or `Math.min(limit, 100)` before the query',
  python: '`Query(20, le=100)` in the parameters of the route, or `min(limit, 100)` before the query',
  go: '`limit = min(limit, 100)` before the query',
}

/** https://www.django-rest-framework.org/api-guide/pagination/ */
const DJANGO_CAP =
  '`max_page_size = 100` on a class made from `PageNumberPagination`, `max_limit = 100` on one made from `LimitOffsetPagination`, or `min(limit, 100)` before the query'

/** How a service caps the number of rows that a client asks for. */
export function capWords(runtime: Runtime, library: QueryLibrary): string {
  return library === 'django' ? DJANGO_CAP : CAPS[runtime]
}
