import type { NginxDirective } from '../../parse/nginx.js'

/** What the outermost directives of a file stand in. */
export type NginxStart = 'main' | 'http' | 'server' | 'stream'

const MAIN = new Set(['http', 'events', 'stream', 'mail', 'worker_processes', 'user', 'pid', 'load_module'])
const HTTP = new Set([
  'server',
  'upstream',
  'map',
  'geo',
  'limit_req_zone',
  'limit_conn_zone',
  'log_format',
  'proxy_cache_path',
])

/** The block that directives stand in, told by what they are; undefined when that leaves it open. */
export function startOf(directives: readonly NginxDirective[]): NginxStart | undefined {
  if (directives.some(({ name, block }) => MAIN.has(name) && (block !== undefined || !HTTP.has(name)))) return 'main'
  const servers = directives.filter(({ name, block }) => name === 'server' && block)
  if (servers.length > 0 && servers.every(server => isStream(server.block ?? []))) return 'stream'
  if (directives.some(({ name }) => HTTP.has(name))) return 'http'
  return directives.some(({ name, block }) => name === 'location' && block) ? 'server' : undefined
}

/** In `http` a server passes nothing on by itself: that takes a location. */
function isStream(server: readonly NginxDirective[]): boolean {
  return (
    server.some(({ name }) => name === 'proxy_pass' || name === 'ssl_preread') &&
    !server.some(({ name }) => name === 'location' || name === 'root')
  )
}
