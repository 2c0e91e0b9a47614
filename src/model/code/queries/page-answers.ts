import type { Span } from '../../../source.js'
import type { Route } from '../route.js'
import type { Service } from '../service.js'
import type { PageRequest } from './page-requests.js'

/** A request of a web page, and what of the repository answers it. */
export interface AnsweredPageRequest extends PageRequest {
  /** Absent where no route of the repository, or more than one service, may answer it. */
  readonly answer?: PageAnswer
}

/** The route that answers a request for a page, and what it does with the size. */
export interface PageAnswer {
  /** The name of the service. */
  readonly service: string
  readonly method: string
  readonly path: string
  /** `open`: the size counts as it is · `capped`: up to `max` · `unknown`: what becomes of it is not known. */
  readonly bound: 'open' | 'capped' | 'unknown'
  readonly max?: number
  /** The query behind it, where that is known. */
  readonly at?: Span
}

type Answering = Pick<Service, 'id' | 'name' | 'files' | 'routes' | 'queries'>

/**
 * The requests of web pages by the id of the service that they are held against: the one that serves the page, else the
 * one that answers. Those of neither are left out: nothing says that production has that page.
 */
export function pageRequestsByService(
  requests: readonly PageRequest[],
  services: readonly Answering[],
): ReadonlyMap<string, readonly AnsweredPageRequest[]> {
  const found = new Map<string, AnsweredPageRequest[]>()
  if (requests.length === 0) return found
  const servers = new Map(services.flatMap(one => one.files.map(path => [path, one] as const)))
  for (const request of requests) {
    const answered = answerTo(request, services)
    const owner = servers.get(request.at.path) ?? answered?.service
    if (!owner) continue
    const list = found.get(owner.id) ?? []
    found.set(owner.id, list)
    list.push({ ...request, ...(answered && { answer: answered.answer }) })
  }
  return found
}

function answerTo(
  request: PageRequest,
  services: readonly Answering[],
): { readonly service: Answering; readonly answer: PageAnswer } | undefined {
  const { path } = request
  if (path === undefined) return undefined
  const wanted = partsOf(path)
  const able = services.flatMap(service => {
    const route = service.routes.routes
      .filter(one => isData(one) && isMeant(partsOf(one.path), wanted))
      .sort((one, other) => one.path.length - other.path.length)[0]
    return route ? [{ service, route }] : []
  })
  const [only] = able
  return only && able.length === 1
    ? { service: only.service, answer: boundOf(request, only.service, only.route) }
    : undefined
}

/** Whether a route answers with data: pages of Next.js are routes as well. */
function isData({ method, isResolved, framework, at }: Route): boolean {
  if (!isResolved || !/^(?:GET|\*)$/.test(method)) return false
  return framework !== 'next' || !/(?:^|\/)(?:page\.[cm]?[jt]sx?$|pages\/(?!api\/))/.test(at.path)
}

function partsOf(path: string): readonly string[] {
  return path
    .toLowerCase()
    .split('/')
    .filter(part => part !== '')
}

/** Whether a request means a route: the end of one is the other, as a base address or a proxy may add or take what is before. */
function isMeant(route: readonly string[], wanted: readonly string[]): boolean {
  const length = Math.min(route.length, wanted.length)
  if (length === 0 || route.some(part => part.includes('*'))) return false
  const [ours, theirs] = [route.slice(-length), wanted.slice(-length)]
  // What stands alone at the end must be a name: `/:id` is the end of everything.
  if (ours.every((part, index) => part.startsWith(':') || theirs[index] === ':')) return false
  return ours.every(
    (part, index) =>
      part === theirs[index] || (part.startsWith(':') && theirs[index] !== undefined) || theirs[index] === ':',
  )
}

function boundOf({ parameter }: PageRequest, service: Answering, route: Route): PageAnswer {
  const to = { service: service.name, method: route.method, path: route.path }
  const limits = service.queries.flatMap(({ limit, routes, at }) =>
    limit && routes.includes(route) ? [{ limit, at }] : [],
  )
  const open = limits.find(({ limit }) => limit.kind === 'uncapped' && limit.parameter === parameter)
  if (open) return { ...to, bound: 'open', at: open.at }
  const capped = limits.flatMap(({ limit, at }) => {
    const max = limit.kind === 'capped' ? limit.max : limit.kind === 'fixed' ? limit.value : undefined
    return max === undefined ? [] : [{ max, at }]
  })
  const [first] = capped
  if (!first || capped.length < limits.length) return { ...to, bound: 'unknown' }
  return { ...to, bound: 'capped', ...capped.reduce((most, one) => (one.max > most.max ? one : most), first) }
}
