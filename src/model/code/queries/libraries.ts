/** Packages that answer or read GraphQL. */
const PACKAGES =
  /^(?:graphql|graphql-yoga|graphql-tag|type-graphql|mercurius|apollo-server(?:-\w+)?|@apollo\/server|@nestjs\/graphql)(?:\/|$)/

/** Packages that turn away requests which nest too deep or cost too much. */
const LIMITERS =
  /^(?:graphql-depth-limit|graphql-query-complexity|graphql-validation-complexity|graphql-cost-analysis|graphql-query-depth|@graphile\/depth-limit|@envelop\/depth-limit|@escape\.tech\/graphql-armor[\w-]*|@envelop\/graphql-armor)$/

/** Whether a service answers GraphQL. */
export function usesGraphql(packages: ReadonlySet<string>): boolean {
  return [...packages].some(name => PACKAGES.test(name))
}

/** Whether something bounds how deep or how costly a request may be. */
export function boundsRequests(packages: ReadonlySet<string>): boolean {
  return [...packages].some(name => LIMITERS.test(name))
}

/** The clients whose `keys` is the command KEYS (https://redis.io/docs/latest/commands/keys/), by what code imports. */
const CLIENTS =
  /^(?:ioredis|redis|@redis\/client|aioredis|redis\.asyncio|redis\.client|github\.com\/(?:redis|go-redis)\/(?:go-)?redis(?:\/v\d+)?|github\.com\/go-redis\/redis(?:\/v\d+)?)$/

/** Whether a package is a client of Redis whose commands are read here. */
export function isRedisClient(name: string): boolean {
  return CLIENTS.test(name)
}

/** Whether one of these packages is a client of Redis whose commands are read here. */
export function usesRedis(packages: ReadonlySet<string>): boolean {
  return [...packages].some(name => CLIENTS.test(name))
}
