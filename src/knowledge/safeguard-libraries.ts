/** What a module is for that is built on a library, as the end of the sentence "cache.py is there …". */
export type ModulePurpose =
  | 'to cache'
  | 'to use Redis'
  | 'to limit requests'
  | 'to show metrics'
  | 'to tell its health'
  | 'to connect instances'

/** Libraries whose only use is such a purpose, as they are imported. Clients that serve many purposes are not among them. */
const PURPOSES: readonly (readonly [ModulePurpose, RegExp])[] = [
  [
    'to connect instances',
    /^(?:@socket\.io\/(?:redis|redis-streams|cluster|mongo|postgres)-adapter|socket\.io-redis|channels_redis)$/,
  ],
  [
    'to limit requests',
    /^(?:express-rate-limit|express-slow-down|rate-limit-redis|rate-limiter-flexible|@nestjs\/throttler|@fastify\/rate-limit|koa-ratelimit|slowapi|flask_limiter|fastapi_limiter|django_ratelimit|golang\.org\/x\/time\/rate|github\.com\/(?:ulule\/limiter|didip\/tollbooth|go-chi\/httprate)(?:\/.*)?)$/,
  ],
  [
    'to show metrics',
    /^(?:prom-client|express-prom-bundle|@willsoto\/nestjs-prometheus|fastify-metrics|prometheus_client|prometheus_fastapi_instrumentator|prometheus_flask_exporter|starlette_exporter|starlette_prometheus|github\.com\/prometheus\/client_golang\/.*)$/,
  ],
  ['to tell its health', /^(?:@nestjs\/terminus|@godaddy\/terminus|lightship|fastapi_health|health_check)$/],
  [
    'to cache',
    /^(?:cache-manager|@nestjs\/cache-manager|node-cache|apicache|memjs|aiocache|fastapi_cache|flask_caching|pymemcache|pylibmc|github\.com\/(?:go-redis\/cache|patrickmn\/go-cache|dgraph-io\/ristretto|allegro\/bigcache|bradfitz\/gomemcache)(?:\/.*)?)$/,
  ],
  [
    'to use Redis',
    /^(?:ioredis|redis|@redis\/client|aioredis|django_redis|github\.com\/(?:redis\/go-redis|go-redis\/redis|gomodule\/redigo)(?:\/.*)?)$/,
  ],
]

/** What a module at a path that imports a package is for; undefined for packages that tell nothing of it. */
export function purposeOf(name: string, path: string): ModulePurpose | undefined {
  const purpose = PURPOSES.find(([, names]) => names.test(name))?.[0]
  return purpose === 'to use Redis' && /cach/i.test(path) ? 'to cache' : purpose
}
