import type { CallSite, Outside, Value } from '../../../../code/startup/values.js'
import type { FastifyHost } from './fastify.js'
import { type WrittenPath, writtenPaths } from './path.js'
import { methodSpan } from './startup.js'

/** Plugins that answer all paths below a prefix, with the option that holds it and its default. */
const SERVING: ReadonlyMap<string, readonly [option: string, fallback: string]> = new Map([
  ['@fastify/static', ['prefix', '/']],
  ['fastify-static', ['prefix', '/']],
  ['@fastify/http-proxy', ['prefix', '/']],
  ['fastify-http-proxy', ['prefix', '/']],
  ['@fastify/swagger-ui', ['routePrefix', '/documentation']],
  ['@scalar/fastify-api-reference', ['routePrefix', '/reference']],
  ['@fastify/nextjs', ['prefix', '/']],
  ['@fastify/vite', ['prefix', '/']],
  ['@fastify/middie', ['', '/']],
  ['@fastify/express', ['', '/']],
  ['@trpc/server/adapters/fastify', ['prefix', '/trpc']],
])

/** What a plugin of a package adds to an instance. */
export function knownPlugin(host: FastifyHost, plugin: Outside, options: Value | undefined, site: CallSite): void {
  const at = methodSpan(site.file, site.node)
  const option = (name: string) => (options?.kind === 'fields' ? options.entries.get(name) : undefined)
  const pathOption = (name: string, fallback: string): WrittenPath => {
    const value = option(name)
    const [written] = value ? writtenPaths(value, site.file, site.written[1] ?? site.node) : []
    return written ?? { text: fallback, isResolved: true, at }
  }
  const serving = SERVING.get(plugin.package)
  if (serving) {
    host.fallbacks.push({ instance: host, path: pathOption(serving[0], serving[1]), at })
    return
  }
  const route = (method: string, path: WrittenPath) =>
    host.routes.push({ method, instance: host, path, handler: undefined, hooks: [], at })
  switch (plugin.package) {
    case '@fastify/under-pressure':
    case 'under-pressure': {
      const status = option('exposeStatusRoute')
      if (status?.kind === 'plain' && status.value)
        route('GET', { text: typeof status.value === 'string' ? status.value : '/status', isResolved: true, at })
      else if (status?.kind === 'fields') {
        const url = status.entries.get('url')
        route(
          'GET',
          url?.kind === 'plain'
            ? { text: String(url.value), isResolved: !url.isPartial, at }
            : { text: url ? '' : '/status', isResolved: !url, at },
        )
      }
      return
    }
    case 'fastify-healthcheck':
      route('GET', pathOption('healthcheckUrl', '/health'))
      return
    case 'fastify-metrics':
      route('GET', { text: '/metrics', isResolved: true, at })
      return
    case 'mercurius': {
      const path = pathOption('path', '/graphql')
      route('GET', path)
      route('POST', path)
      return
    }
    case '@as-integrations/fastify': {
      const path = pathOption('path', '/graphql')
      route('GET', path)
      route('POST', path)
      return
    }
    case '@fastify/rate-limit':
    case 'fastify-rate-limit': {
      const global = option('global')
      const isOff = global?.kind === 'plain' && global.value === false
      if (!isOff) host.hooks.push({ value: plugin, written: site.written[0] ?? site.node, file: site.file })
      return
    }
    default:
  }
}
