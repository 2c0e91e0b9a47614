import type { NginxDirective } from '../../parse/nginx.js'
import type { Fact, Span } from '../../source.js'
import type { NginxConfiguration, NginxGroup, NginxZone } from './configuration.js'
import { groupsOf, passesOf } from './passes.js'
import { type NginxScope, scopeOf } from './scopes.js'
import { blockScope, serversOf } from './servers.js'
import type { NginxTree } from './trees.js'

/**
 * What the outermost file of the official image sets (https://github.com/nginx/pkg-oss): neither compression nor limits nor
 * headers.
 */
const OFFICIAL = {
  main: { worker_processes: 'auto' },
  events: { worker_connections: '1024' },
  http: { sendfile: 'on', keepalive_timeout: '65' },
} as const

/** Reads the levels of an nginx whose files are in their places. */
export function configurationOf(tree: NginxTree): NginxConfiguration {
  const at: Span = tree.directives[0]?.nameAt ?? { path: tree.files[0]?.path ?? '', start: 0, end: 0 }
  const levels = tree.start === 'main' ? levelsOfMain(tree.directives, at) : levelsAround(tree, at)
  const environment = tree.workloads[0]?.environment
  // Names in capitals are those of an environment; nginx has its own in small letters.
  const values = (name: string): Fact<string> | undefined =>
    /^[A-Z]/.test(name) ? environment?.get(name)?.value : undefined
  const groups = groupsOf(levels.http, values)
  const byName = new Map<string, NginxGroup>(groups.map(group => [group.name, group]))
  const servers = serversOf(levels.http)
  return {
    tree,
    mainFile: tree.mainFile,
    ...levels,
    servers,
    groups,
    zones: zonesOf(levels.http),
    passes: servers.flatMap(server => passesOf(server, byName, values)),
  }
}

type Levels = Pick<NginxConfiguration, 'main' | 'events' | 'http'>

function levelsOfMain(directives: readonly NginxDirective[], at: Span): Levels {
  const main = scopeOf('main', directives, at)
  const block = (name: string) => {
    const opening = main.byName.get(name)?.find(one => one.block)
    return opening && blockScope(opening, main)
  }
  const events = block('events')
  return { main, ...(events && { events }), http: block('http') ?? scopeOf('http', [], at, { parent: main }) }
}

/**
 * What the outermost files of Debian, Alpine and Fedora set, each in its own way
 * (https://salsa.debian.org/nginx-team/nginx, https://gitlab.alpinelinux.org/alpine/aports, https://src.fedoraproject.org/rpms/nginx).
 * None sets limits, timeouts, or headers of requests and responses.
 */
const PACKAGED =
  /^(?:gzip|ssl_|worker_|server_tokens$|client_max_body_size$|keepalive_timeout$|access_log$|error_log$|log_format$|map$)/

/** Fragments stand in the `http` of a file that the repository does not hold; that of the official image is known. */
function levelsAround({ directives, mainFile }: NginxTree, at: Span): Levels {
  if (mainFile !== 'image') {
    const unread = [PACKAGED]
    const main = scopeOf('main', [], at, { unread })
    return { main, http: scopeOf('http', directives, at, { parent: main, unread }) }
  }
  const main = scopeOf('main', written(OFFICIAL.main, at), at)
  return {
    main,
    events: scopeOf('events', written(OFFICIAL.events, at), at, { parent: main }),
    http: scopeOf('http', [...written(OFFICIAL.http, at), ...directives], at, { parent: main }),
  }
}

function written(settings: Readonly<Record<string, string>>, at: Span): readonly NginxDirective[] {
  return Object.entries(settings).map(([name, text]) => ({
    name,
    nameAt: at,
    args: [{ text, quoted: false, startsLine: false, at }],
    at,
  }))
}

/** `limit_req_zone $binary_remote_addr zone=api:10m rate=10r/s`, `limit_conn_zone $binary_remote_addr zone=each:10m`. */
function zonesOf(http: NginxScope): readonly NginxZone[] {
  const kinds = [
    ['limit_req_zone', 'requests'],
    ['limit_conn_zone', 'connections'],
  ] as const
  return kinds.flatMap(([directive, kind]) =>
    (http.byName.get(directive) ?? []).flatMap(({ args, at }): NginxZone[] => {
      const parameter = (name: string) =>
        args.find(({ text }) => text.startsWith(`${name}=`))?.text.slice(name.length + 1)
      const name = parameter('zone')?.split(':')[0]
      const rate = parameter('rate')
      return name ? [{ kind, name, key: args[0]?.text ?? '', ...(rate && { rate }), at }] : []
    }),
  )
}
