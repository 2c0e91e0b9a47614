import type { Span } from '../../source.js'
import { listensElsewhere } from '../code/health/demand.js'
import { answersPath, servedBy } from '../code/health/match.js'
import type { Service, System } from '../system.js'

/** A scrape of a service of the repository that gets no metrics: it asks for another path, or its guard turns it away. */
export interface RefusedScrape {
  readonly at: Span
  readonly what: string
  readonly fix: string
  readonly key: string
  readonly related: readonly { readonly at: Span; readonly message: string }[]
}

/** The scrapes that code refuses. Only of services that show metrics by a route; libraries may answer by themselves. */
export function refusedScrapes({ telemetry, services }: System): readonly RefusedScrape[] {
  return telemetry.prometheus.flatMap(({ workload: server, configuration }) => {
    if (configuration.state !== 'read') return []
    return configuration.jobs.flatMap(({ job, targets }) =>
      targets.flatMap(({ address, answer, text, at }): readonly RefusedScrape[] => {
        if (!address || address.probed !== undefined || answer?.kind !== 'workload' || answer.others.length > 0)
          return []
        const { workload } = answer
        const service = services.find(({ workloads }) => workloads.some(({ id }) => id === workload.id))
        if (!service || listensElsewhere(service, answer.port ?? address.port)) return []
        const refusal = refusalOf(service, address.path, job.hasCredentials)
        return refusal
          ? [
              {
                ...refusal,
                at,
                key: `${job.name} ${text}`,
                what: `${server.name} scrapes ${address.path} of ${workload.name}, ${refusal.what}`,
              },
            ]
          : []
      }),
    )
  })
}

function refusalOf(
  service: Service,
  path: string,
  hasCredentials: boolean,
): Pick<RefusedScrape, 'what' | 'fix' | 'related'> | undefined {
  const { routes } = service
  const route = routes.routes.find(one => answersPath(one, path))
  const guard = route?.guards.find(({ purpose, redirects }) => purpose === 'auth' && !redirects)
  if (route && guard && !hasCredentials)
    return {
      what: `and ${guard.name} turns away who is not signed in`,
      fix: `Take the route of the metrics out of ${guard.name}, and close it to the outside at the proxy; or give the job \`authorization: { credentials_file: … }\`.`,
      related: [{ at: route.at, message: 'the route' }],
    }
  const other = routes.routes.find(one => one.isResolved && /\/metrics$/.test(one.path))
  if (route || !other || !service.isCertain || !service.isWhole || servedBy(routes, path).state !== 'no')
    return undefined
  return {
    what: `which serves ${other.path}`,
    fix: `Write \`metrics_path: ${other.path}\` into the job.`,
    related: [{ at: other.at, message: 'the route' }],
  }
}
