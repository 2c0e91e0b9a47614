import type { NginxDirective } from '../../parse/nginx.js'
import type { Span } from '../../source.js'

/**
 * One level of an nginx configuration. Settings are inherited from the levels around it
 * (https://nginx.org/en/docs/dev/development_guide.html#http_conf).
 */
export interface NginxScope {
  /** The name of the block; `main` is the outermost level, which has none. */
  readonly kind: string
  /** Its directives in order, blocks included, with the content of included files in the place of `include`. */
  readonly directives: readonly NginxDirective[]
  /** The same by name. */
  readonly byName: ReadonlyMap<string, readonly NginxDirective[]>
  readonly parent?: NginxScope
  /** The block itself; absent for `main` and for levels that stand in a file outside the repository. */
  readonly opening?: NginxDirective
  readonly at: Span
  /** What parts of this level that are not in the repository may set, as patterns of the names of directives. */
  readonly unread: readonly RegExp[]
}

/** The directives of a name that apply at some level, and how sure that is. */
export interface InForce {
  readonly directives: readonly NginxDirective[]
  /** Where they are written; absent when nothing is. */
  readonly level?: NginxScope
  /** False when a file that is not in the repository may set others in their place. */
  readonly certain: boolean
}

/** Makes a level of the directives of a block. */
export function scopeOf(
  kind: string,
  directives: readonly NginxDirective[],
  at: Span,
  around: Pick<NginxScope, 'parent' | 'opening'> & { readonly unread?: readonly RegExp[] } = {},
): NginxScope {
  const byName = new Map<string, NginxDirective[]>()
  for (const directive of directives) {
    const known = byName.get(directive.name)
    if (known) known.push(directive)
    else byName.set(directive.name, [directive])
  }
  const includes = byName.get('include') ?? []
  const unread = [...(around.unread ?? []), ...includes.flatMap(({ args }) => mayBeSetBy(args[0]?.text ?? ''))]
  return { kind, directives, byName, at, ...around, unread }
}

/**
 * What the files that come with nginx, Debian and certbot set, as far as a configuration leaves them out of the repository:
 * types, parameters of FastCGI, modules to load; TLS alone; request headers alone.
 */
const STOCK: readonly (readonly [file: RegExp, sets: RegExp | undefined])[] = [
  [/(?:^|\/)(?:mime\.types|(?:fastcgi|uwsgi|scgi)_params|fastcgi\.conf|koi-(?:utf|win)|win-utf)$/, undefined],
  [/(?:^|\/)modules(?:-enabled)?\/[^/]*\.conf$/, undefined],
  [/(?:^|\/)options-ssl-nginx\.conf$|(?:^|\/)snippets\/(?:snakeoil|ssl-[\w.-]+)\.conf$/, /^ssl_/],
  [/(?:^|\/)proxy_params$/, /^proxy_set_header$/],
]

/** What an include that could not be followed may set: everything, unless the file is known. */
function mayBeSetBy(path: string): readonly RegExp[] {
  const known = STOCK.find(([file]) => file.test(path))
  return known ? (known[1] ? [known[1]] : []) : [/^/]
}

/**
 * What applies at a level of the directives of these names: those of the nearest level that has any. That is how nginx
 * inherits simple directives and arrays alike: a level with one `proxy_set_header` of its own has none of the others.
 * `allow` and `deny` make one array, so several names may be asked for together. For `add_header` see `headersInForce`.
 * Not for what is never inherited: `proxy_pass`, `return`, `rewrite`, `try_files`, `location`.
 */
export function inForce(scope: NginxScope, ...names: readonly string[]): InForce {
  let certain = true
  for (let level: NginxScope | undefined = scope; level; level = level.parent) {
    if (mayHold(level, names)) certain = false
    const { byName }: NginxScope = level
    const directives = names.flatMap(name => byName.get(name) ?? [])
    if (directives.length > 0) return { directives, level, certain }
  }
  return { directives: [], certain }
}

function mayHold(level: NginxScope, names: readonly string[]): boolean {
  return level.unread.some(pattern => names.some(name => pattern.test(name)))
}

/** The last of the directives that apply at a level: the one that counts where a name may stand only once. */
export function setting(scope: NginxScope, name: string): NginxDirective | undefined {
  return inForce(scope, name).directives.at(-1)
}

/** The text of its first argument; undefined when nothing is written. */
export function settingText(scope: NginxScope, name: string): string | undefined {
  return setting(scope, name)?.args[0]?.text
}

/**
 * The response headers that a level adds. Since nginx 1.29.3 `add_header_inherit merge` adds those of the level around to
 * its own, and `off` takes them away (https://nginx.org/en/docs/http/ngx_http_headers_module.html#add_header_inherit).
 */
export function headersInForce(scope: NginxScope): InForce {
  const directives: NginxDirective[] = []
  let certain = true
  let found: NginxScope | undefined
  for (let level: NginxScope | undefined = scope; level; level = level.parent) {
    if (mayHold(level, ['add_header'])) certain = false
    const own: readonly NginxDirective[] = level.byName.get('add_header') ?? []
    if (own.length > 0) found ??= level
    directives.push(...own)
    const mode: string = settingText(level, 'add_header_inherit') ?? 'on'
    if (mode === 'off' || (mode !== 'merge' && own.length > 0)) break
  }
  return { directives, ...(found && { level: found }), certain }
}
