import type { NginxDirective } from '../../../parse/nginx.js'
import type { Judging } from './judging.js'
import { hasVariable, isFilledIn, type Level, shown } from './level.js'
import { matchOf } from './locations.js'
import type { Groups } from './upstreams.js'

/** Where requests go to other servers, and whether those have a port of their own by default. */
const PASSES: ReadonlySet<string> = new Set([
  'proxy_pass',
  'grpc_pass',
  'fastcgi_pass',
  'uwsgi_pass',
  'scgi_pass',
  'memcached_pass',
])
const WITHOUT_DEFAULT_PORT: ReadonlySet<string> = new Set(['fastcgi_pass', 'uwsgi_pass', 'scgi_pass', 'memcached_pass'])
const CONTEXTS: ReadonlySet<string> = new Set(['location', 'if-location', 'limit_except'])

/** An address taken apart: `http://host:port/uri`. */
interface Target {
  readonly host: string
  readonly port?: string
  readonly uri: string
}

/** Judges what requests are passed to, in `http`. */
export function checkPasses(groups: Groups, judging: Judging): void {
  for (const level of judging.levels) {
    if (!CONTEXTS.has(level.context)) continue
    for (const directive of level.directives) {
      if (PASSES.has(directive.name) && directive.args.length === 1) checkPass(directive, level, groups, judging)
    }
  }
}

/** Judges what connections are passed to, in `stream`: there is no port by default. */
export function checkStreamPasses(groups: Groups, { levels, reject, complete }: Judging): void {
  for (const { context, directives } of levels) {
    for (const { name, args } of context === 'stream-server' ? directives : []) {
      const [argument] = args
      if (name !== 'proxy_pass' || !argument || args.length > 1 || !complete) continue
      const { text, at } = argument
      if (hasVariable(text) || isFilledIn(text) || /^unix:|:\d+$|\/\//.test(text) || groups.has(text.toLowerCase()))
        continue
      const message = `${shown(argument)} is no upstream, and as a host it needs a port`
      reject({ kind: 'value', at, message })
    }
  }
}

function checkPass(directive: NginxDirective, level: Level, groups: Groups, { reject, complete }: Judging): void {
  const [argument] = directive.args
  const { name } = directive
  if (!argument || hasVariable(argument.text) || isFilledIn(argument.text)) return
  const { text, at } = argument
  const rest = withoutScheme(name, text)
  if (rest === undefined) {
    const message =
      name === 'proxy_pass'
        ? `proxy_pass takes an address with http:// or https:// in front, not "${shown(argument)}"`
        : `${name} takes host:port or the name of an upstream, without "${text.slice(0, text.indexOf('//') + 2)}"`
    reject({ kind: 'value', at, message })
    return
  }
  const target = targetOf(rest)
  if (!target) return
  const obstacle = name === 'proxy_pass' && target.uri !== '' ? obstacleToUri(level) : undefined
  if (obstacle) {
    const message = `proxy_pass cannot have the path ${target.uri} ${obstacle}`
    const fix = `End it behind the host (\`proxy_pass ${text.slice(0, text.length - target.uri.length)};\`), and change the path with \`rewrite … break;\` in front.`
    reject({ kind: 'value', at, message, fix })
  }
  const group = groups.get(target.host.toLowerCase())
  if (group && target.port !== undefined) {
    const message = `${target.host} is an upstream, which has its ports itself: there is none to name here`
    reject({ kind: 'value', at, message, other: { at: group.at, message: 'the upstream is here' } })
  } else if (!group && target.port === undefined && complete && WITHOUT_DEFAULT_PORT.has(name)) {
    reject({
      kind: 'value',
      at,
      message: `${target.host} is no upstream, and as a host it needs a port: ${target.host}:9000`,
    })
  }
}

/** What stands behind the scheme; undefined when nginx takes none like that. */
function withoutScheme(name: string, text: string): string | undefined {
  if (name === 'proxy_pass') return /^https?:\/\/(.*)$/is.exec(text)?.[1]
  if (name === 'grpc_pass') return text.replace(/^grpcs?:\/\//i, '')
  if (name === 'uwsgi_pass') return text.replace(/^s?uwsgi:\/\//i, '')
  return /^\w+:\/\//.test(text) ? undefined : text
}

/** Undefined for sockets of the file system, which are written otherwise, and for what is no address. */
function targetOf(text: string): Target | undefined {
  if (text.startsWith('unix:')) return undefined
  const [, host = '', port, uri = ''] = /^(\[[^\]]*\]|[^:/?#]+)(?::(\d+))?([/?#].*)?$/s.exec(text) ?? []
  return host === '' ? undefined : { host, ...(port !== undefined && { port }), uri }
}

/** Why a path cannot be replaced here: nginx would not know which part of the request's own. */
function obstacleToUri(level: Level): string | undefined {
  if (level.context === 'if-location') return 'in an if'
  if (level.context === 'limit_except') return 'in limit_except'
  const match = level.opening && matchOf(level.opening)
  if (match?.kind === 'regex') return 'in a location given by a regular expression'
  return match?.kind === 'named' ? 'in a named location' : undefined
}
