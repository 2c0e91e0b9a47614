import type { CaddyDirective, CaddyWord } from '../../parse/caddyfile.js'
import { known, type Span, unknown } from '../../source.js'
import type { ProxyRoute, RoutePath, Upstream, UpstreamServer } from '../reverse-proxy.js'
import { type RewriteStep, rewriteInSteps } from '../rewrite-steps.js'

/** Where a directive stands: which requests come to it, and what has become of their paths. */
interface Context {
  readonly hosts: readonly string[]
  /** As the client asks for it. */
  readonly path: RoutePath
  /** What `handle_path` has cut off: the paths of matchers further in stand behind it. */
  readonly cut: string
  readonly steps: readonly RewriteStep[]
  /** The named matchers of the site. */
  readonly matchers: ReadonlyMap<string, readonly CaddyDirective[]>
}

/** One way in which a matcher is met. */
interface Asked {
  readonly hosts?: readonly string[]
  readonly path?: RoutePath
  /** It asks for something else, too: not all of these requests meet it. */
  readonly more: boolean
}

const ANY_PATH: RoutePath = { match: 'prefix', text: '/' }
const MOST_ROUTES = 2_000

/** What a site sends where: its `reverse_proxy` and `php_fastcgi`, in whatever blocks they stand. */
export function routesOf(
  hosts: readonly string[],
  prefix: string | undefined,
  directives: readonly CaddyDirective[],
): readonly ProxyRoute[] {
  const matchers = new Map(
    directives.flatMap(directive => {
      const { name, args, block = [] } = directive
      if (!name.text.startsWith('@')) return []
      const [first, ...rest] = args
      // `@api path /api/*` is a block of one line.
      const inline = first ? [{ name: first, args: rest, at: directive.at }] : []
      return [[name.text, [...inline, ...block]] as const]
    }),
  )
  const path: RoutePath = prefix === undefined ? ANY_PATH : { match: 'prefix', text: prefix }
  const found: ProxyRoute[] = []
  walk(directives, { hosts, path, cut: '', steps: [], matchers }, found)
  return found
}

/** Blocks that choose requests, and go on with what stands in them. */
const BLOCKS = new Set(['handle', 'handle_path', 'route', 'handle_errors'])
const REWRITES = new Set(['rewrite', 'uri'])

function walk(directives: readonly CaddyDirective[], context: Context, found: ProxyRoute[]): void {
  for (const directive of directives) {
    const name = directive.name.text
    const isProxy = name === 'reverse_proxy' || name === 'php_fastcgi'
    if (!isProxy && !BLOCKS.has(name)) continue
    for (const inner of contextsOf(directive, context)) {
      const steps = [...inner.steps, ...directives.flatMap(one => stepsOf(one, inner))]
      if (found.length >= MOST_ROUTES) return
      if (!isProxy) walk(directive.block ?? [], { ...inner, steps: [...steps, ...cutBy(directive, inner)] }, found)
      else found.push(routeOf(directive, { ...inner, steps }))
    }
  }
}

/** The requests that a directive takes, one context for each way in which its matcher is met. */
function contextsOf(directive: CaddyDirective, context: Context): readonly Context[] {
  return matcherOf(directive, context).map(({ hosts, path }) => ({
    ...context,
    hosts: hosts ?? context.hosts,
    path: path ? moreExact(context, path) : context.path,
  }))
}

function matcherOf({ args }: CaddyDirective, { matchers }: Context): readonly Asked[] {
  const [first] = args
  if (!first || first.quoted) return [{ more: false }]
  if (first.text.startsWith('/')) return [{ path: pathOf(first), more: false }]
  if (!first.text.startsWith('@')) return [{ more: false }]
  return askedBy(matchers.get(first.text))
}

/** https://caddyserver.com/docs/caddyfile/matchers */
function askedBy(lines: readonly CaddyDirective[] | undefined): readonly Asked[] {
  if (!lines) return [{ more: true }]
  let hosts: readonly string[] | undefined
  let paths: readonly RoutePath[] = []
  let more = false
  for (const { name, args } of lines) {
    if (name.text === 'host') hosts = args.map(({ text }) => text.toLowerCase())
    else if (name.text === 'path') paths = [...paths, ...args.map(pathOf)]
    else if (name.text === 'path_regexp') paths = [...paths, { match: 'regex', text: args.at(-1)?.text ?? '' }]
    else more = true
  }
  const base = { ...(hosts ? { hosts } : {}), more }
  return paths.length > 0 ? paths.map(path => ({ ...base, path })) : [base]
}

/** `/api/*` and `/api*` are prefixes, `/api` is that path alone. */
function pathOf({ text }: CaddyWord): RoutePath {
  if (text === '*' || text === '/*') return ANY_PATH
  const stem = text.replace(/\*$/, '')
  if (stem.includes('*'))
    return { match: 'regex', text: text.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*') }
  return { match: stem === text ? 'exact' : 'prefix', text: stem }
}

function moreExact({ path: outer, cut }: Context, inner: RoutePath): RoutePath {
  const path = inner.match === 'regex' ? inner : { ...inner, text: `${cut}${inner.text}` }
  if (outer.match === 'exact' || path.match === 'regex') return outer.match === 'exact' ? outer : path
  return path.text.length >= outer.text.length ? path : outer
}

/** `handle_path /api/*` cuts `/api` off: https://caddyserver.com/docs/caddyfile/directives/handle_path */
function cutBy({ name, args, at }: CaddyDirective, _: Context): readonly RewriteStep[] {
  const prefix = args[0]?.text.replace(/\/?\*$/, '') ?? ''
  return name.text === 'handle_path' && prefix.startsWith('/') ? [{ kind: 'strip', prefixes: [prefix], at }] : []
}

/** `rewrite` and `uri` beside a directive change the path before it: https://caddyserver.com/docs/caddyfile/directives#directive-order */
function stepsOf(directive: CaddyDirective, context: Context): readonly RewriteStep[] {
  if (!REWRITES.has(directive.name.text)) return []
  const [first, ...rest] = directive.args
  const isMatcher = first !== undefined && !first.quoted && /^(?:\*$|@|\/)/.test(first.text)
  const words = isMatcher && directive.args.length > 1 ? rest : directive.args
  const asked = isMatcher && directive.args.length > 1 ? matcherOf(directive, context) : [{ more: false }]
  const met = asked.map(one => coverOf(one, context))
  if (met.every(one => one === 'none')) return []
  const { at } = directive
  if (!met.includes('all')) return [{ kind: 'unknown', because: 'a matcher decides whether the path is changed', at }]
  return directive.name.text === 'rewrite' ? rewriteTo(words[0], at) : uriStep(words, at)
}

function coverOf({ path, hosts, more }: Asked, context: Context): 'all' | 'some' | 'none' {
  if (more || hosts) return 'some'
  if (!path) return 'all'
  if (path.match === 'regex' || context.path.match === 'regex') return 'some'
  const [asked, own] = [`${context.cut}${path.text}`, context.path.text]
  if (path.match === 'exact' ? asked === own && context.path.match === 'exact' : own.startsWith(asked)) return 'all'
  return asked.startsWith(own) && context.path.match === 'prefix' ? 'some' : 'none'
}

/** https://caddyserver.com/docs/caddyfile/directives/rewrite */
function rewriteTo(word: CaddyWord | undefined, at: Span): readonly RewriteStep[] {
  const text = word?.text.replace(/\?.*$/s, '') ?? ''
  const [, front] = /^([^{}]*)\{(?:uri|path|http\.request\.uri(?:\.path)?)\}$/.exec(text) ?? []
  if (front !== undefined) return front === '' ? [] : [{ kind: 'add', prefix: front, at }]
  if (word?.open || text.includes('{')) return [{ kind: 'unknown', because: 'a placeholder decides', at }]
  return text === '' ? [] : [{ kind: 'whole', by: text, at }]
}

/** https://caddyserver.com/docs/caddyfile/directives/uri */
function uriStep([operation, ...args]: readonly CaddyWord[], at: Span): readonly RewriteStep[] {
  const target = args[0]?.text ?? ''
  if (operation?.text === 'query') return []
  if (operation?.text === 'strip_prefix') {
    const prefix = target.startsWith('/') ? target : `/${target}`
    return [{ kind: 'strip', prefixes: [prefix], at }]
  }
  if (operation?.text === 'path_regexp') {
    const pattern = target.startsWith('^') ? target : `.*${target}`
    return [{ kind: 'pattern', pattern, replacement: args[1]?.text ?? '', at }]
  }
  return [{ kind: 'unknown', because: `uri ${operation?.text ?? ''} changes the path`, at }]
}

function routeOf(directive: CaddyDirective, context: Context): ProxyRoute {
  const { name, args, block = [], at } = directive
  const own = args.filter((word, index) => index > 0 || word.quoted || !/^(?:\*$|@|\/)/.test(word.text))
  const to = block.flatMap(line => (line.name.text === 'to' ? line.args : []))
  const isTls = block.some(
    line => line.name.text === 'transport' && line.block?.some(inner => /^tls/.test(inner.name.text)) === true,
  )
  const servers = [...own, ...to].map(word => serverOf(word, name.text === 'php_fastcgi', isTls))
  const rewrites = block.flatMap(line => (line.name.text === 'rewrite' ? rewriteTo(line.args.at(-1), line.at) : []))
  const upstream: Upstream = { servers, at }
  return {
    hosts: context.hosts,
    path: context.path,
    upstream,
    rewrite: rewriteInSteps([...context.steps, ...rewrites], context.path),
    at,
  }
}

const UPSTREAM = /^(?:(https?|h2c|fcgi|srv):\/\/)?(\[[^\]]*\]|[^:/]*)(?::(\d{1,5}))?(?:\/)?$/i

/** https://caddyserver.com/docs/caddyfile/directives/reverse_proxy#upstreams */
function serverOf({ text, open, at }: CaddyWord, isFcgi: boolean, isTls: boolean): UpstreamServer {
  const base = { backup: false, resolved: 'running', at } as const
  if (open || text.includes('{')) return { ...base, host: unknown(at, 'it is set outside the repository') }
  if (/^unix(?:\+\w+)?\//.test(text)) return { ...base, host: known(text.replace(/^unix(?:\+\w+)?\//, 'unix:'), at) }
  const [, scheme, host, port] = UPSTREAM.exec(text) ?? []
  if (host === undefined) return { ...base, host: unknown(at, 'it names several') }
  const protocol = scheme?.toLowerCase() ?? (isFcgi ? 'fcgi' : isTls ? 'https' : undefined)
  return {
    ...base,
    host: known(host === '' ? 'localhost' : host.replace(/^\[|\]$/g, ''), at),
    ...(port === undefined ? {} : { port: known(Number(port), at) }),
    ...(protocol === undefined ? {} : { scheme: protocol }),
  }
}
