import type { GoRun } from '../../../../code/go/run.js'
import { type GoSite, type GoValue, NIL, textOf, UNKNOWN } from '../../../../code/go/values.js'
import type { Guard } from '../../route.js'
import { answering, guardsOf } from './handlers.js'
import { enter, type GivenPath, pathAt, plainPrefix } from './register.js'
import { type Group, hostOf } from './router.js'

/** A route of gorilla/mux that is being described; what it is in the end, the last call tells. */
export interface GorillaRoute {
  readonly kind: 'gorilla-route'
  readonly group: Group
  methods: readonly string[]
  path: GivenPath | undefined
  isPrefix: boolean
  host: string | undefined
  handler: GoValue | undefined
  /** It only asks something of requests and has routes of its own. */
  isRouter: boolean
  readonly site: GoSite
}

/** Routes in the order of their making: what they come to is read when everything was said. */
export type GorillaRoutes = Map<Group['router'], GorillaRoute[]>

const ROUTE_METHODS = new Set([
  'Handle',
  'HandleFunc',
  'Path',
  'PathPrefix',
  'Methods',
  'Host',
  'Headers',
  'Queries',
  'Schemes',
  'MatcherFunc',
  'NewRoute',
  'Name',
])

/** Methods of `*mux.Router`: https://pkg.go.dev/github.com/gorilla/mux */
export function gorilla(
  run: GoRun,
  routes: GorillaRoutes,
  group: Group,
  name: string,
  site: GoSite,
): GoValue | undefined {
  if (name === 'Use') {
    // Counts for all routes of the router, whenever they were made.
    group.guards.push(...guardsOf(run, site, 0, group.prefix === ''))
    return NIL
  }
  if (name === 'StrictSlash' || name === 'SkipClean' || name === 'UseEncodedPath') return hostOf(group)
  if (name === 'Walk' || name === 'ServeHTTP') return UNKNOWN
  if (!ROUTE_METHODS.has(name)) return undefined
  const route: GorillaRoute = {
    kind: 'gorilla-route',
    group,
    methods: [],
    path: undefined,
    isPrefix: false,
    host: undefined,
    handler: undefined,
    isRouter: false,
    site,
  }
  const known = routes.get(group.router)
  if (known) known.push(route)
  else routes.set(group.router, [route])
  if (name === 'NewRoute') return hostOf(route)
  return gorillaRoute(run, route, name, site)
}

/** Methods of `*mux.Route`. */
export function gorillaRoute(run: GoRun, route: GorillaRoute, name: string, site: GoSite): GoValue | undefined {
  switch (name) {
    case 'Handle':
    case 'HandleFunc':
      route.path = pathAt(site, 0)
      route.handler = site.arguments[1]
      break
    case 'Path':
      route.path = pathAt(site, 0)
      break
    case 'PathPrefix':
      route.path = pathAt(site, 0)
      route.isPrefix = true
      break
    case 'Methods':
      route.methods = site.arguments.map(one => textOf(one)?.toUpperCase() ?? '*')
      break
    case 'Host':
      route.host = textOf(site.arguments[0]) ?? ''
      break
    case 'Handler':
    case 'HandlerFunc':
      route.handler = site.arguments[0]
      break
    case 'Subrouter':
      return subrouter(route, site)
    case 'Name':
    case 'Queries':
    case 'Headers':
    case 'Schemes':
    case 'MatcherFunc':
    case 'HeadersRegexp':
      break
    case 'GetError':
      return NIL
    default:
      return undefined
  }
  void run
  return hostOf(route)
}

function subrouter(route: GorillaRoute, site: GoSite): GoValue {
  route.isRouter = true
  const { group, path } = route
  const text = path?.text.replace(/\/+$/, '') ?? ''
  const inner: Group & { methods?: readonly string[] } = {
    ...group,
    prefix: group.prefix + text,
    isResolved: group.isResolved && (path?.isResolved ?? true),
    prefixes: text === '' ? group.prefixes : [...group.prefixes, { path: text, at: path?.at ?? site.at }],
    guards: linked(group.guards),
    ...(route.host !== undefined && { host: route.host }),
  }
  return hostOf(route.methods.length > 0 ? { ...inner, methods: route.methods } : inner)
}

const outerOf = new WeakMap<readonly Guard[], readonly Guard[]>()

/** A list of its own that those of the router around it, whenever they are given, stand before. */
function linked(outer: readonly Guard[]): Guard[] {
  const own: Guard[] = []
  outerOf.set(own, outer)
  return own
}

function allGuards(guards: readonly Guard[]): readonly Guard[] {
  const outer = outerOf.get(guards)
  return outer ? [...allGuards(outer), ...guards] : guards
}

/** Enters what was said of routes into their routers. */
export function finishGorilla(run: GoRun, routes: GorillaRoutes): void {
  for (const [router, list] of routes) {
    for (const { group, path, handler, isPrefix, methods, host = group.host, isRouter, site } of list) {
      if (isRouter || !handler) continue
      const isResolved = group.isResolved && (path?.isResolved ?? true)
      if (!isResolved) router.unresolved.push(site.at)
      const pattern = group.prefix + (path?.text ?? '')
      const found = answering(run, handler)
      const guards = [...allGuards(group.guards), ...found.guards]
      const inherited = 'methods' in group ? (group.methods as readonly string[]) : ['*']
      if (found.isOpenEnded || (isPrefix && !found.group))
        router.fallbacks.push({ prefix: plainPrefix(pattern), at: site.at })
      if (found.isOpenEnded) continue
      enter(router, found, {
        methods: methods.length > 0 ? methods : inherited,
        pattern: isPrefix ? `${pattern.replace(/\/$/, '')}/*` : pattern,
        host,
        isResolved,
        guards,
        prefixes: group.prefixes,
        at: site.at,
      })
    }
  }
}
