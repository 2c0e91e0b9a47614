"use strict";

// src/knowledge/query-words.ts
var capWords = (function capWords(runtime, library) {
  return library === "django" ? DJANGO_CAP : CAPS[runtime];
});

// rules/query/eager-load-multiplies.ts
var judge = (function judge(system, query) {
  if (query.routes.length === 0 || query.eager.length === 0) return void 0;
  const known = declaredEntity(system.schemas, query);
  const lists = query.eager.flatMap((load) => listOf(load, known) ?? []);
  const [first] = lists;
  if (!first) return void 0;
  const product = isLarge(system, query) ? multiplied(lists) : [];
  if (product[0]) return { query, at: product[0].at, fault: { kind: "product", relations: product.map(nameOf) } };
  const endless = isList(query) && lists.find(({ load, entity }) => !load.isBounded && entity && grows(entity));
  if (endless) return { query, at: endless.load.at, fault: { kind: "endless", relations: [nameOf(endless.load)] } };
  return { query, at: first.load.at };
});

// rules/query/list-unbounded.ts
var isList2 = (function isList2(query) {
  return query.isReturned && query.routes.some(isListRoute);
});
var isListRoute = (function isListRoute({ method, path, framework }) {
  return (method === "GET" || method === "*" && framework === "django") && !path.includes(":");
});

// rules/query/page-size-excessive.ts
var isList3 = (function isList3({ routes }) {
  return routes.some(isListRoute2);
});
var isListRoute2 = (function isListRoute2({ method, path }) {
  return method === "GET" && !path.includes(":") && !EXPORTS.test(path);
});

// rules/query/page-size-uncapped.ts
var doubtful = (function doubtful(queries) {
  const unknown = queries.filter(({ limit }) => limit?.kind === "unknown");
  return unknown.find(({ routes }) => routes.length > 0) ?? unknown.find(({ at }) => !standsAside(at.path));
});
var bySource = (function bySource(queries) {
  const groups = /* @__PURE__ */ new Map();
  for (const query of queries) {
    const from = query.limit?.kind === "uncapped" ? query.limit.from : void 0;
    const key = from ? `${from.at.path} ${from.at.start}` : "";
    const group = groups.get(key);
    if (group) group.queries.push(query);
    else groups.set(key, { from, queries: [query] });
  }
  return [...groups.values()];
});
var nameOf2 = (function nameOf2({ limit }) {
  return limit?.kind === "uncapped" ? limit.parameter : "the page size";
});
var describe5 = (function describe5(service, query, count) {
  const [route] = query.routes;
  const of = route ? `${route.method} ${route.path}` : service.name;
  const more2 = count > 1 ? `; so it is for ${count - 1} more ${count === 2 ? "query" : "queries"} of ${service.name}` : "";
  return `${nameOf2(query)} of ${of} decides how many rows of ${query.entity ?? "a table"} are read${fallbackOf(query)}, and nothing caps it${more2}`;
});
var fallbackOf = (function fallbackOf({ limit }) {
  return limit?.kind === "uncapped" && limit.fallback ? ` (${limit.fallback} when it is left out)` : "";
});
const {
  entityOf,
  growthOf,
  growthOfName,
  isEndless,
  scopeOf
} = require("./chunk-YJNSRYEU.js");
const {
  boundsRequests,
  usesGraphql,
  usesRedis
} = require("./chunk-25K3NUMQ.js");
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
const {
  defineRule,
  standsAside
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// rules/query/blocks-event-loop.ts
var blocks_event_loop_default = defineRule({
  id: "query/blocks-event-loop",
  title: "A handler waits in a way that stops every other request",
  category: "performance",
  severity: "high",
  confidence: "A",
  since: "0.1.0",
  effort: "hours",
  why: "One process serves all its requests in one loop. A call that does not give way stops the loop: while one user waits for the database, all others wait with them, and the health route too.",
  fix: "Use the asynchronous form of the call and await it, or run it in a thread.",
  refs: [
    "https://fastapi.tiangolo.com/async/",
    "https://docs.sqlalchemy.org/en/20/orm/extensions/asyncio.html",
    "https://docs.astral.sh/ruff/rules/#flake8-async-async",
    "https://nodejs.org/en/learn/asynchronous-work/dont-block-the-event-loop"
  ],
  reads: ["dockerfile", "source"],
  check: (function({ system, pass, fail }) {
    for (const service of system.services) {
      if (service.runtime === "go" || !service.routes.routes.some(({ method }) => method !== "*")) continue;
      const [first, ...others] = service.blocking;
      if (!first) {
        pass(service);
        continue;
      }
      const what = first.kind === "session" ? `calls ${first.call} without await, on a session that does not give way` : `calls ${first.call}`;
      const more2 = others.length > 0 ? `; so do ${others.length} more handlers of ${service.name}` : "";
      fail(service, first, `the handler of ${first.route.method} ${first.route.path} ${what}${more2}`, {
        key: first.kind,
        fix: service.runtime === "node" ? nodeFix(first.call) : PYTHON_FIX,
        // A file of the machine is there at once, but for the slow disk and the long file; so is what Redis has in memory.
        ...service.blocking.every(({ call }) => ON_FILES.test(call) || call.startsWith("redis.")) ? { severity: "medium" } : {},
        related: others.map((one) => ({
          at: one.at,
          message: `${one.route.method} ${one.route.path} calls ${one.call}`
        }))
      });
    }
  }),
  examples: { bad: [], good: [] }
});
var PYTHON_FIX = "In FastAPI write `def` instead of `async def`, so that the handler runs in a thread, or use `AsyncSession` and `await`, `httpx.AsyncClient` for `requests`, `aiosmtplib` for `smtplib`, `redis.asyncio` for `redis`, `AsyncMongoClient` for `MongoClient`, `asyncpg` for `psycopg2`, `asyncio.sleep` for `time.sleep`; what must be synchronous goes into `run_in_threadpool(\u2026)`.";
var ON_FILES = /^(?:fs\.)?(?:readFile|writeFile|appendFile|readdir)Sync\b/;
function nodeFix(call) {
  if (ON_FILES.test(call))
    return "Use `await readFile(\u2026)`, `await writeFile(\u2026)` of `node:fs/promises`; read what never changes once, at the start.";
  if (/(?:exec|execFile|spawn)Sync\b/.test(call))
    return "Use `promisify(execFile)(\u2026)` and await it; what computes for long becomes a job of a queue.";
  if (/^bcrypt/.test(call))
    return `Use \`await ${call.replace(/Sync\b.*$/, "")}(\u2026)\`, which gives way to other requests.`;
  return "Use the function without Sync in its name through `promisify(\u2026)`, and await it; what computes for long goes into a worker thread (piscina) or a job of a queue.";
}

// src/knowledge/query-words.ts
var WORDS = {
  prisma: {
    page: "`take: Math.min(limit, 100)` with `cursor` or `skip`",
    together: "`include: { customer: true }` in the query of the list, or `where: { id: { in: ids } }` before the loop",
    some: "`messages: { take: 10 }`"
  },
  typeorm: {
    page: "`take: Math.min(limit, 100)` with `skip`",
    together: "`relations: { customer: true }` in the query of the list, or `where: { id: In(ids) }` before the loop",
    apart: "`relationLoadStrategy: 'query'` in the options of `find`, a query of its own for each `leftJoinAndSelect`"
  },
  sequelize: {
    page: "`limit: Math.min(limit, 100)` with `offset`",
    together: "`include: [Customer]` in the query of the list, or `where: { id: ids }` before the loop",
    apart: "`separate: true` in the `include` of each list",
    some: "`separate: true, limit: 10` in its `include`"
  },
  knex: {
    page: "`.limit(Math.min(limit, 100)).offset(offset)`",
    together: "`.leftJoin(\u2026)` in the query of the list, or `.whereIn('id', ids)` before the loop"
  },
  drizzle: {
    page: "a `limit` of `Math.min(limit, 100)` with `offset`",
    together: "`with: { customer: true }` in the query of the list, or `inArray(customers.id, ids)` before the loop"
  },
  kysely: {
    page: "`.limit(Math.min(limit, 100)).offset(offset)`",
    together: "`.leftJoin(\u2026)` in the query of the list, or `.where('id', 'in', ids)` before the loop"
  },
  mongoose: {
    page: "`.limit(Math.min(limit, 100)).skip(offset)`",
    together: "`.populate('customer')` in the query of the list, or `find({ _id: { $in: ids } })` before the loop"
  },
  sqlalchemy: {
    page: "`.limit(min(limit, 100)).offset(offset)`",
    together: "`.options(selectinload(Order.customer))` in the query of the list, or `Customer.id.in_(ids)` before the loop",
    apart: "`selectinload(\u2026)` instead of `joinedload(\u2026)`"
  },
  django: {
    page: "`DEFAULT_PAGINATION_CLASS` with `PAGE_SIZE` for the views of REST framework, `Paginator(rows, 100)` or `rows[:100]` in one of Django",
    together: '`.select_related("customer")` in the query of the list, `.prefetch_related("lines")` for what each row has several of, or `in_bulk(ids)` before the loop',
    some: '`Prefetch("messages", queryset=Message.objects.order_by("-id")[:10])` (Django 4.2 and later)'
  },
  gorm: {
    page: "`.Limit(min(limit, 100)).Offset(offset)`",
    together: '`.Preload("Customer")` in the query of the list, or `Where("id IN ?", ids)` before the loop'
  },
  sql: {
    page: "`LIMIT \u2026 OFFSET \u2026` in the statement, given `min(limit, 100)`",
    together: "a `JOIN` in the statement of the list, or one statement with `WHERE id IN (\u2026)` for all ids before the loop"
  }
};
function queryWords(library) {
  return WORDS[library];
}
var CAPS = {
  node: "`@Max(100)` on the field of the DTO, `z.coerce.number().max(100)` in the schema, or `Math.min(limit, 100)` before the query",
  python: "`Query(20, le=100)` in the parameters of the route, or `min(limit, 100)` before the query",
  go: "`limit = min(limit, 100)` before the query"
};
var DJANGO_CAP = "`max_page_size = 100` on a class made from `PageNumberPagination`, `max_limit = 100` on one made from `LimitOffsetPagination`, or `min(limit, 100)` before the query";


// src/model/code/queries/growing.ts
function declaredEntity(schemas, { entity }) {
  if (entity === void 0) return void 0;
  for (const schema of schemas) {
    const found = entityOf(schema, entity);
    if (found) return { schema, entity: found };
  }
  return void 0;
}
function growthOfRows(schemas, query) {
  const known = declaredEntity(schemas, query);
  if (known) return growthOf(known.entity);
  return query.entity === void 0 ? void 0 : growthOfName(query.entity);
}
function readsEverything(schemas, query) {
  if (query.limit || query.isStreamed || !query.isComplete) return false;
  const scope = scopeOf(query.comparisons, declaredEntity(schemas, query)?.entity, query.isComplete);
  return scope === "none" || scope === "tenant";
}
function mayReadEverything(schemas, query) {
  const isKnown = query.limit ? query.limit.kind !== "unknown" : query.isComplete;
  if (isKnown || query.isStreamed) return false;
  return scopeOf(query.comparisons, declaredEntity(schemas, query)?.entity, query.isComplete) !== "bounded";
}

// src/model/code/relations.ts
function relationAt(schema, from, path) {
  let entity = from;
  let found;
  for (const name of path) {
    const field = entity?.fields.find((one) => one.name === name);
    if (!entity || !field?.relation) return void 0;
    const target = entityOf(schema, field.relation.entity);
    const isMany = isToMany(schema, entity, target, field.relation.many);
    if (isMany === void 0) return void 0;
    found = { isMany, ...target && { entity: target } };
    entity = target;
  }
  return found;
}
function isToMany({ source }, from, to, isSaid) {
  if (source !== "sqlalchemy" || !isSaid) return isSaid;
  if (!to) return void 0;
  const [there, back] = [refersTo(from, to), refersTo(to, from)];
  return there && back ? void 0 : !there;
}
function refersTo(from, to) {
  return from.foreignKeys.some(({ entity }) => entity === to.name || entity === to.table);
}

// rules/query/eager-load-multiplies.ts
var eager_load_multiplies_default = defineRule({
  id: "query/eager-load-multiplies",
  title: "What a list loads along with its rows multiplies or has no end",
  category: "performance",
  severity: "medium",
  confidence: "B",
  since: "0.1.0",
  effort: "hours",
  why: "Two lists that are joined to the same row come as every pair of their items: 20 lines and 20 notes are 400 rows for one order. And what grows with every row, the messages of each conversation, makes a page of 20 as large as the table.",
  fix: "Load each list by a query of its own: `selectinload(\u2026)` in SQLAlchemy, `relationLoadStrategy: 'query'` in TypeORM, `separate: true` in Sequelize. Bound what grows: `messages: { take: 10 }`.",
  refs: [
    "https://docs.sqlalchemy.org/en/20/orm/queryguide/relationships.html#what-kind-of-loading-to-use",
    "https://typeorm.io/docs/working-with-entity-manager/find-options",
    "https://sequelize.org/docs/v6/advanced-association-concepts/eager-loading/",
    "https://www.prisma.io/docs/orm/prisma-client/queries/relation-queries"
  ],
  reads: ["dockerfile", "source"],
  check: (function({ system, pass, fail }) {
    for (const service of system.services) {
      const judged = service.queries.flatMap((query) => judge(system, query) ?? []);
      const [first, ...others] = judged.filter(({ fault }) => fault !== void 0);
      if (first) {
        const more2 = others.length > 0 ? `; so it is for ${others.length} more of its queries` : "";
        fail(service, first, `${describe(first, service)}${more2}`, {
          key: "eager",
          fix: fixOf(first),
          related: others.map((one) => ({ at: one.at, message: describe(one, service) }))
        });
      } else if (judged.length > 0) pass(service);
    }
  }),
  examples: { bad: [], good: [] }
});

function listOf(load, known) {
  const found = known && relationAt(known.schema, known.entity, load.relation.split("."));
  return load.isMany ?? found?.isMany ? { load, entity: found?.entity } : void 0;
}
function isLarge(system, query) {
  const { limit } = query;
  if (!limit) return readsEverything(system.schemas, query);
  return limit.kind !== "fixed" || limit.value === void 0 || limit.value > 1;
}
function multiplied(lists) {
  const joined = lists.map(({ load }) => load).filter(({ isJoin }) => isJoin);
  const ends = joined.filter((one) => !joined.some((other) => other.relation.startsWith(`${one.relation}.`)));
  return new Set(ends.map(({ relation }) => relation)).size > 1 ? ends : [];
}
function isList({ isReturned, routes }) {
  return isReturned && routes.some(({ method, path }) => method === "GET" && !path.includes(":"));
}
function grows(entity) {
  return isEndless(entity) && !/entr(?:y|ies)$/i.test(entity.name);
}
function nameOf({ relation }) {
  return relation;
}
function fixOf({ query, fault }) {
  const { apart, some } = queryWords(query.library);
  const [relation = ""] = fault?.relations ?? [];
  if (fault?.kind === "endless") {
    const pages = `${relation} in pages by a request of its own.`;
    return some === void 0 ? `Read ${pages}` : `Bound what grows, ${some}, or read ${pages}`;
  }
  return `Load each list by a query of its own${apart === void 0 ? "" : `: ${apart}`}.`;
}
function describe({ query, fault }, service) {
  const [route] = query.routes;
  const where = `${route?.method} ${route?.path} of ${service.name}`;
  const entity = query.entity ?? "a table";
  const [first = "", second = ""] = fault?.relations ?? [];
  if (fault?.kind === "endless") return `${where} loads all ${first} of each ${entity} in its list, without a limit`;
  const names = [...new Set(fault?.relations)];
  const list = `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
  return `${where} joins ${list} to each ${entity} in one query: a row for every pair of ${first} and ${second}`;
}

// rules/query/graphql-list-unbounded.ts
var graphql_list_unbounded_default = defineRule({
  id: "query/graphql-list-unbounded",
  title: "A list field of GraphQL returns a growing table without a limit",
  category: "performance",
  severity: "medium",
  confidence: "B",
  since: "0.1.0",
  effort: "hours",
  why: "The client writes the query. A field that gives every row, in an API that bounds neither depth nor cost, lets one request read the table, the rows below each of its rows, and the same again under another name.",
  fix: "Give the field an argument with a cap, `orders(first: Int = 20): OrderConnection!`, read `take: Math.min(first, 100)`, and bound what a request may cost with graphql-query-complexity or graphql-armor.",
  refs: [
    "https://graphql.org/learn/pagination/",
    "https://graphql.org/learn/security/",
    "https://docs.nestjs.com/graphql/complexity",
    "https://cheatsheetseries.owasp.org/cheatsheets/GraphQL_Cheat_Sheet.html"
  ],
  reads: ["dockerfile", "source"],
  check: (function({ system, pass, fail }) {
    const isBounded = system.services.some(({ packages }) => boundsRequests(packages));
    for (const service of system.services) {
      if (!usesGraphql(service.packages)) continue;
      const open = service.graphqlLists.flatMap((list) => {
        const read = list.limit === "none" ? list.reads.find((one) => isOpen(system, one)) : void 0;
        return read ? [{ list, read }] : [];
      });
      const [first, ...others] = open;
      if (!first || isBounded) {
        if (open.length > 0 || service.graphqlLists.some(isJudged)) pass(service);
        continue;
      }
      const more2 = others.length > 0 ? `; so do ${others.length} more of its lists` : "";
      fail(service, first.list, `${describe2(first.list, first.read, service)}${more2}`, {
        key: "graphql",
        fix: `Give the field an argument, \`${first.list.field}(limit: Int = 20)\`, read a page, ${queryWords(first.read.library).page}, and bound what a request may cost with graphql-query-complexity or graphql-armor.`,
        related: [
          { at: first.read.at, message: "it is read here" },
          ...others.map(({ list, read }) => ({ at: list.at, message: `${list.field} returns every ${read.entity}` }))
        ]
      });
    }
  }),
  examples: { bad: [], good: [] }
});
function isOpen(system, read) {
  return read.isReturned && growthOfRows(system.schemas, read) === "high" && readsEverything(system.schemas, read);
}
function isJudged({ limit, reads }) {
  return limit === "given" || limit === "none" && reads.length > 0;
}
function describe2({ field }, read, { name }) {
  return `${field} of ${name} returns every ${read.entity}: the field takes no limit, and nothing bounds what a request may cost`;
}

// rules/query/key-scan.ts
var SCAN = {
  node: "`scanStream({ match, count: 100 })` of ioredis, `scanIterator({ MATCH: match, COUNT: 100 })` of redis",
  python: "`scan_iter(match=\u2026, count=100)`",
  go: "`rdb.Scan(ctx, 0, match, 100).Iterator()`"
};
var key_scan_default = defineRule({
  id: "query/key-scan",
  title: "A request has Redis go through all of its keys",
  category: "performance",
  severity: "medium",
  confidence: "A",
  since: "0.1.0",
  effort: "hours",
  why: "KEYS looks at every key of the server, whatever its pattern, and Redis answers nobody else until it is done. With a million keys that is a pause of all sessions, caches and queues at each request.",
  fix: "Keep the names that belong together in a set (`SADD orders:cached <key>`) and read that one; or go through the keys in steps with SCAN: `scanStream({ match, count: 100 })`, `scan_iter(match=\u2026)`, `rdb.Scan(ctx, cursor, match, 100)`.",
  refs: [
    "https://redis.io/docs/latest/commands/keys/",
    "https://redis.io/docs/latest/commands/scan/",
    "https://redis.io/docs/latest/operate/oss_and_stack/management/optimization/latency/"
  ],
  reads: ["dockerfile", "source"],
  check: (function({ system, pass, fail }) {
    for (const service of system.services) {
      if (!usesRedis(service.packages) || service.routes.routes.length === 0) continue;
      const [first, ...others] = service.keyScans.filter(({ routes }) => routes.length > 0);
      if (!first) {
        pass(service);
        continue;
      }
      const [route] = first.routes;
      const pattern = first.pattern === void 0 ? "" : ` for ${first.pattern}`;
      const more2 = others.length > 0 ? `; so do ${others.length} more calls of ${service.name}` : "";
      fail(
        service,
        first,
        `${route?.method} ${route?.path} of ${service.name} looks through all keys of Redis${pattern} with ${first.call}${more2}`,
        {
          key: "keys",
          fix: `Keep the names that belong together in a set (\`SADD orders:cached <key>\`) and read that one; or go through the keys in steps with SCAN: ${SCAN[service.runtime]}.`,
          related: others.map((one) => ({
            at: one.at,
            message: `${one.routes[0]?.method} ${one.routes[0]?.path} calls ${one.call}`
          }))
        }
      );
    }
  }),
  examples: { bad: [], good: [] }
});

// rules/query/list-unbounded.ts
var list_unbounded_default = defineRule({
  id: "query/list-unbounded",
  title: "A list endpoint returns a growing table without a limit",
  category: "performance",
  severity: "high",
  confidence: "B",
  since: "0.1.0",
  effort: "hours",
  why: "The answer grows with the business. What takes milliseconds on the day of the launch reads a hundred thousand rows a year later, holds a connection meanwhile, and fills the memory of the service with one request.",
  fix: "Read a page of at most 100 rows, and give the client the way to the next one: `take: Math.min(limit, 100)` in Prisma and TypeORM, `.limit(min(limit, 100))` in SQLAlchemy, `.Limit(min(limit, 100))` in GORM, `DEFAULT_PAGINATION_CLASS` with `PAGE_SIZE` in REST framework.",
  refs: [
    "https://owasp.org/API-Security/editions/2023/en/0xa4-unrestricted-resource-consumption/",
    "https://www.django-rest-framework.org/api-guide/pagination/",
    "https://www.prisma.io/docs/orm/prisma-client/queries/pagination",
    "https://use-the-index-luke.com/no-offset"
  ],
  reads: ["dockerfile", "source"],
  check: (function({ system, pass, fail, unverified }) {
    for (const service of system.services) {
      const lists = service.queries.filter((query) => isList2(query) && growthOfRows(system.schemas, query) === "high");
      const open = lists.filter((query) => readsEverything(system.schemas, query));
      const [first, ...others] = open;
      if (!first) {
        const unknown = lists.find((query) => mayReadEverything(system.schemas, query));
        if (unknown) unverified(service, unknown, doubtOf(unknown, service));
        else if (lists.length > 0) pass(service);
        continue;
      }
      fail(service, first, describe3(first, service, others.length), {
        key: "list",
        fix: `Read a page, ${queryWords(first.library).page}, and give the client the way to the next one.`,
        related: others.map((one) => ({ at: one.at, message: `${routeOf(one)} returns every ${one.entity}` }))
      });
    }
  }),
  examples: { bad: [], good: [] }
});


function routeOf(query) {
  const route = query.routes.find(isListRoute);
  return route ? `GET ${route.path}` : "a list";
}
function describe3(query, service, more2) {
  const filtered = query.comparisons.length > 0 ? " that matches" : "";
  const others = more2 > 0 ? `; so do ${more2} more of its lists` : "";
  return `${routeOf(query)} of ${service.name} returns every ${query.entity}${filtered}, without a limit${others}`;
}
function doubtOf(query, service) {
  const because = query.limit?.kind === "unknown" ? query.limit.because : "it is built where it is not seen";
  return `whether ${routeOf(query)} of ${service.name} has a limit is not known: ${because}`;
}

// rules/query/one-per-row.ts
var IN_RESOLVERS = { node: "; in resolvers of GraphQL use a DataLoader", python: "", go: "" };
var one_per_row_default = defineRule({
  id: "query/one-per-row",
  title: "A request sends one more query for each row of another",
  category: "performance",
  severity: "medium",
  confidence: "B",
  since: "0.1.0",
  effort: "hours",
  why: "A list of 200 rows costs 201 trips to the database, one after the other or all at once on every connection of the pool. It is fast with the ten rows of a developer and slow with those of a customer.",
  fix: "Ask once for all rows: load the relation with the list (`include`, `relations`, `selectinload`, `Preload`), or collect the ids and read `where: { id: { in: ids } }` before the loop; in resolvers use a DataLoader.",
  refs: [
    "https://www.prisma.io/docs/orm/prisma-client/queries/query-optimization-performance#solving-the-n1-problem",
    "https://docs.sqlalchemy.org/en/20/orm/queryguide/relationships.html",
    "https://gorm.io/docs/preload.html",
    "https://eslint.org/docs/latest/rules/no-await-in-loop"
  ],
  reads: ["dockerfile", "source"],
  check: (function({ system, pass, fail }) {
    for (const service of system.services) {
      const [first, ...others] = service.rowQueries.filter(
        ({ rows }) => rows === void 0 || growthOfName(rows) !== "low"
      );
      if (first) {
        const more2 = others.length > 0 ? `; so it is at ${others.length} more ${others.length === 1 ? "place" : "places"}` : "";
        fail(service, first, `${describe4(first, service)}${more2}`, {
          key: "row",
          fix: `Ask once for all rows: ${queryWords(first.library).together}${IN_RESOLVERS[service.runtime]}.`,
          related: [
            { at: first.rowsAt, message: "the rows are read here" },
            ...first.sentAt ? [{ at: first.sentAt, message: "the query of each row" }] : [],
            ...others.map((one) => ({ at: one.at, message: describe4(one, service) }))
          ]
        });
      } else if (service.queries.some(({ routes }) => routes.length > 0)) pass(service);
    }
  }),
  examples: { bad: [], good: [] }
});
function describe4({ call, rows, routes: [route] }, { name }) {
  return `${route?.method} ${route?.path} of ${name} calls ${call} for each row of ${rows ?? "what it read before"}`;
}

// rules/query/page-size-excessive.ts
var MOST = 1e3;
var page_size_excessive_default = defineRule({
  id: "query/page-size-excessive",
  title: "A page may have more than 1000 rows",
  category: "performance",
  severity: "medium",
  confidence: "A",
  since: "0.1.0",
  effort: "hours",
  why: "Nobody reads ten thousand rows of a list, and yet each of them is read, built into an object, written as JSON, sent, and built again in the browser. A few such requests at once hold the connections of the service and fill its memory.",
  fix: "Cap the page at 100 or 200, `Math.min(limit, 100)`, `@Max(100)`, `Query(20, le=100)`, let the client ask for the next page or for what it searches, and give exports a way of their own that streams.",
  refs: [
    "https://owasp.org/API-Security/editions/2023/en/0xa4-unrestricted-resource-consumption/",
    "https://cwe.mitre.org/data/definitions/770.html",
    "https://google.aip.dev/158"
  ],
  reads: ["dockerfile", "source"],
  check: (function({ system, pass, fail, implied }) {
    for (const service of system.services) {
      const lists = service.queries.filter(isList3);
      const sized = lists.filter((query) => sizeOf(query) !== void 0);
      const large = sized.filter((query) => (sizeOf(query) ?? 0) > MOST && growthOfRows(system.schemas, query) !== "low");
      const asked = service.pageRequests.filter(isHonoured);
      const [first, ...others] = large;
      if (first)
        fail(service, first, `${allowed(first, service)}${more(others, "of its lists")}`, {
          key: "cap",
          fix: `${lowered(first, service)}. ${EXPORT_APART}`,
          related: others.map((one) => ({ at: one.at, message: allowed(one, service) }))
        });
      const [request, ...further] = asked;
      if (request)
        fail(service, request, `a page asks for ${wanted(request)}${more(further, "of its requests")}`, {
          key: "client",
          fix: `Ask for 100 rows, and for the next ones when somebody comes to their end, or have the service search. ${EXPORT_APART}`,
          related: [
            ...request.answer?.at ? [{ at: request.answer.at, message: "they are read here" }] : [],
            ...further.map((one) => ({ at: one.at, message: `asks for ${wanted(one)}` }))
          ]
        });
      if (first || request) continue;
      if (lists.some(({ limit }) => limit?.kind === "uncapped")) implied(service, "query/page-size-uncapped");
      else if (sized.length + service.pageRequests.length > 0) pass(service);
    }
  }),
  examples: { bad: [], good: [] }
});


var EXPORTS = /(?:^|[/_.-])(?:export|download|csv|xlsx?|pdf|print|report|backup|dump|sitemap|feed|rss|sync|bulk|batch)(?:s|ed|ing)?(?:$|[/_.-])/i;
function sizeOf({ limit, isReturned }) {
  if (limit?.kind === "capped") return limit.max;
  return limit?.kind === "fixed" && isReturned ? limit.value : void 0;
}
function isHonoured({ size, answer }) {
  return size > MOST && (answer?.bound !== "capped" || (answer.max ?? size) > MOST);
}
var EXPORT_APART = "What is to be taken away as a whole belongs to an export of its own that streams.";
function lowered({ limit, library }, { runtime }) {
  return limit?.kind === "capped" ? `Cap the page at 100 rows: ${capWords(runtime, library)}` : "Lower the number to 100, and give the client the way to the next page";
}
function allowed(query, service) {
  const route = query.routes.find(isListRoute2);
  const how = query.limit?.kind === "capped" ? "gives a client up to" : "answers with up to";
  return `${route?.method} ${route?.path} of ${service.name} ${how} ${sizeOf(query)} rows of ${query.entity ?? "a table"} at once`;
}
function wanted({ size, parameter, path, answer }) {
  const rows = `${size} rows at once: ${parameter}`;
  if (!answer) return path === void 0 ? rows : `${rows} of ${path}`;
  const of = `${rows} of ${answer.method} ${answer.path}`;
  if (answer.bound === "open") return `${of}, which ${answer.service} does not cap`;
  return answer.bound === "capped" ? `${of}, which ${answer.service} caps at ${answer.max}` : `${of} of ${answer.service}`;
}
function more(others, what) {
  if (others.length === 0) return "";
  return `; so ${others.length === 1 ? "does" : "do"} ${others.length} more ${what}`;
}

// rules/query/page-size-uncapped.ts
var page_size_uncapped_default = defineRule({
  id: "query/page-size-uncapped",
  title: "The client decides how many rows are read, and nothing caps it",
  category: "performance",
  severity: "high",
  confidence: "A",
  since: "0.1.0",
  effort: "hours",
  why: "One request with a page size of a million reads the whole table into the memory of the service and of the database. A few of them at once, by a crawler or a curious user, take the service down for everybody.",
  fix: "Bound the number where it comes in: `@Max(100)` on the field of the DTO, `z.coerce.number().max(100)`, `Query(20, le=100)`, `max_limit` or `max_page_size` on the pagination class of REST framework, or `Math.min(limit, 100)` before the query.",
  refs: [
    "https://owasp.org/API-Security/editions/2023/en/0xa4-unrestricted-resource-consumption/",
    "https://www.django-rest-framework.org/api-guide/pagination/",
    "https://cwe.mitre.org/data/definitions/770.html",
    "https://fastapi.tiangolo.com/tutorial/query-params-str-validations/",
    "https://github.com/typestack/class-validator#validation-decorators"
  ],
  reads: ["dockerfile", "source"],
  check: (function({ system, pass, fail, unverified }) {
    for (const service of system.services) {
      const limited = service.queries.filter(({ limit }) => limit?.kind === "capped" || limit?.kind === "uncapped");
      const open = limited.filter(({ limit }) => limit?.kind === "uncapped");
      if (open.length === 0) {
        const unknown = doubtful(service.queries);
        if (unknown) unverified(service, unknown, doubtOf2(service, unknown));
        else if (limited.length > 0) pass(service);
      }
      for (const { from, queries } of bySource(open)) {
        const [first, ...others] = queries;
        fail(
          service,
          from?.at ?? first,
          from ? describeSource(service, from, queries) : describe5(service, first, queries.length),
          {
            key: from ? `page-size.${from.name}` : "page-size",
            fix: `Bound the number where it comes in: ${capWords(service.runtime, first.library)}.`,
            related: (from ? queries : others).map((one) => ({
              at: one.at,
              message: from ? `${listOf2(one)} has it` : `${nameOf2(one)} of ${one.entity ?? "a table"} has no cap either`
            }))
          }
        );
      }
    }
  }),
  examples: { bad: [], good: [] }
});

function doubtOf2(service, query) {
  const [route] = query.routes;
  const because = query.limit?.kind === "unknown" ? `: ${query.limit.because}` : "";
  return `who decides the page size of ${route ? `${route.method} ${route.path}` : "a query"} in ${service.name} is not known${because}`;
}



function describeSource({ name }, from, queries) {
  const [first, ...others] = queries;
  const more2 = others.length > 0 ? ` and ${others.length} more ${others.length === 1 ? "list" : "lists"}` : "";
  return `${nameOf2(first)} of ${from.name} decides how many rows ${listOf2(first)}${more2} of ${name} answer with${fallbackOf(first)}, and nothing caps it`;
}
function listOf2({ routes: [route], entity }) {
  return route ? `${route.method} ${route.path}` : `the list of ${entity ?? "a table"}`;
}


// area:query
var rules = {
  "query/blocks-event-loop": blocks_event_loop_default,
  "query/eager-load-multiplies": eager_load_multiplies_default,
  "query/graphql-list-unbounded": graphql_list_unbounded_default,
  "query/key-scan": key_scan_default,
  "query/list-unbounded": list_unbounded_default,
  "query/one-per-row": one_per_row_default,
  "query/page-size-excessive": page_size_excessive_default,
  "query/page-size-uncapped": page_size_uncapped_default
};
module.exports = {
  house: runAudit,
  rules
};
