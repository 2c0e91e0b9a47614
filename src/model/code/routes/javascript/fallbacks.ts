import { stepsOf, type Value } from '../../../../code/startup/values.js'

const SERVING: ReadonlyMap<string, RegExp> = new Map([
  ['express', /^\.static\(\)$/],
  ['serve-static', /^\(\)$/],
  ['serve-index', /^\(\)$/],
  ['sirv', /^\(\)$/],
  ['koa-static', /^\(\)$/],
  ['koa-send', /^\(\)$/],
  ['http-proxy-middleware', /^\.?(?:createProxyMiddleware|legacyCreateProxyMiddleware)?\(\)$/],
  ['express-http-proxy', /^\(\)$/],
  ['koa-proxies', /^\(\)$/],
  ['koa-better-http-proxy', /^\(\)$/],
  ['koa2-connect-history-api-fallback', /^\.?\w*\(\)$/],
  ['connect-history-api-fallback', /^\(\)$/],
  ['swagger-ui-express', /^\.(?:serve|setup\(\)|serveFiles\(\))$/],
  ['koa2-swagger-ui', /^\.?\w*\(\)$/],
  ['hono/serve-static', /\(\)$/],
  ['@hono/node-server/serve-static', /\(\)$/],
  ['hono/proxy', /\(\)$/],
  ['@trpc/server/adapters/express', /^\.createExpressMiddleware\(\)$/],
  ['trpc-openapi', /Middleware\(\)$/],
  ['@trpc/server/adapters/fastify', /fastifyTRPCPlugin/],
  ['@hono/trpc-server', /^\.trpcServer\(\)$/],
  ['@bull-board/express', /\.getRouter\(\)$/],
  ['@adminjs/express', /\.buildRouter\(\)$|\.buildAuthenticatedRouter\(\)$/],
  ['better-auth/node', /^\.toNodeHandler\(\)$/],
  ['@remix-run/express', /^\.createRequestHandler\(\)$/],
  ['@react-router/express', /^\.createRequestHandler\(\)$/],
  ['next', /\.getRequestHandler\(\)$/],
])

/** Packages that bring paths of their own, by their names: `express-actuator`, `express-healthcheck`, `express-status-monitor`. */
const BRINGS_PATHS =
  /(?:^|[-_/])(?:health|actuator|liveness|readiness|lightship|status-monitor|prom-bundle|prometheus|metrics|swagger)/i

/** Whether it answers paths that are written nowhere: static files, proxies, tRPC, consoles, health and metrics of packages. */
export function servesAll(value: Value): boolean {
  if (value.kind !== 'outside') return false
  if (BRINGS_PATHS.test(value.package)) return true
  const pattern = SERVING.get(value.package)
  return pattern?.test(stepsOf(value)) === true
}
