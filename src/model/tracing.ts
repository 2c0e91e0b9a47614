import { knownValue, type Span } from '../source.js'
import type { Tree } from '../tree.js'
import type { Image, System, Workload } from './system.js'

/** Names of libraries and agents that make traces, in the manifests of all package managers. */
const LIBRARY =
  /opentelemetry|jaeger-client|dd-?trace|newrelic|elastic-apm|skywalking|zipkin|opentracing|@sentry\/|sentry[-_](?:sdk|ruby|python|go)|applicationinsights|lightstep|honeycomb|micrometer-tracing|cloud-sleuth|@google-cloud\/trace|aws-xray/i
const MANIFEST =
  /(?:^|\/)(?:package\.json|requirements[\w.-]*\.txt|pyproject\.toml|Pipfile|setup\.(?:py|cfg)|go\.mod|pom\.xml|build\.gradle(?:\.kts)?|Gemfile|composer\.json|Cargo\.toml|mix\.exs|[^/]+\.csproj)$/

/** The first mention of a tracing library in each manifest of dependencies. */
export function tracingLibrariesOf(tree: Tree): readonly Span[] {
  return tree.files.flatMap(({ path }) => {
    const found = MANIFEST.test(path) ? LIBRARY.exec(tree.read(path)?.text ?? '') : null
    return found ? [{ path, start: found.index, end: found.index + found[0].length }] : []
  })
}

/** Whether requests can be followed through the services. */
export type Tracing =
  | { readonly state: 'traced' }
  | { readonly state: 'unknown'; readonly at: Span; readonly because: string }
  | { readonly state: 'none'; readonly at: Span; readonly what: string }

const SEVERAL = 3

/** Whether a request may cross several programs of one's own. Copies of one program count once. */
export function needsTracing(system: System): boolean {
  return new Set(ownServices(system).map(({ image, name }) => image?.id ?? name)).size >= SEVERAL
}

/** Services whose code is here, and those of which several images come from one owner: a single one is somebody else's product. */
function ownServices(system: System): readonly Workload[] {
  const services = tracedServices(system)
  const images = new Map<string, Set<string>>()
  for (const { image } of services) {
    const owner = ownerOf(image)
    if (owner !== undefined) images.set(owner, (images.get(owner) ?? new Set()).add(image?.id ?? ''))
  }
  return services.filter(({ image }) => {
    const owner = ownerOf(image)
    return image?.origin !== 'pulled' || (owner !== undefined && (images.get(owner)?.size ?? 0) > 1)
  })
}

/** `ghcr.io/acme` of `ghcr.io/acme/api`; undefined for what has none, and where the reference is not known. */
function ownerOf(image: Image | undefined): string | undefined {
  const repository = knownValue(image?.reference)?.repository ?? ''
  const cut = repository.lastIndexOf('/')
  return image?.origin === 'pulled' && cut > 0 ? repository.slice(0, cut) : undefined
}

/** The services of one's own that a request may cross. */
function tracedServices({ workloads }: System): readonly Workload[] {
  return workloads.filter(
    ({ role, longRunning, weight, software }) =>
      longRunning &&
      weight > 0 &&
      /^(?:user-facing|service|worker)$/.test(role) &&
      (software === undefined || software.kind === 'runtime'),
  )
}

/** Variables of an application that traces: by their names, as libraries and people choose them. */
const VARIABLE =
  /OTEL|OTLP|JAEGER|ZIPKIN|TRACING|^DD_(?:AGENT_HOST|TRACE|API_KEY)|^ELASTIC_APM_|^NEW_RELIC_|^SENTRY_DSN$|^APPLICATIONINSIGHTS_|^HONEYCOMB_|SIGNOZ|^SW_AGENT_|^AWS_XRAY_/
const SWITCHED_OFF = /^(?:|false|0|off|none|no)$/i
/** Agents that see the calls between processes without their help. */
const AGENTS = new Set([
  'datadog-agent',
  'dynatrace-agent',
  'instana-agent',
  'appdynamics-agent',
  'beyla',
  'skywalking',
])
const INSTRUMENTED = /opentelemetry|otel|newrelic|dd-?trace|elastic-apm|skywalking|datadog|dynatrace/i

/** Looks for what makes traces: variables, agents, commands, annotations, libraries. */
export function tracingOf(system: System): Tracing {
  const { workloads, telemetry, clusters, repository } = system
  const services = tracedServices(system)
  if (services.some(makesTraces) || workloads.some(({ software }) => AGENTS.has(software?.id ?? '')))
    return { state: 'traced' }
  if (
    clusters.some(({ objects }) =>
      objects.some(({ apiVersion, kind }) => /^opentelemetry\.io\//.test(apiVersion) && kind === 'Instrumentation'),
    )
  )
    return { state: 'traced' }
  const store = workloads.find(({ software }) => software?.kind === 'tracing')
  const [library] = telemetry.tracingLibraries
  if (library && store) return { state: 'traced' }
  if (library)
    return {
      state: 'unknown',
      at: library,
      because: 'a tracing library is installed, and where it sends traces is not written in the deployment',
    }
  // Their code may trace without a word in the deployment, and all the more beside something that takes traces.
  if (!system.images.some(image => image.origin === 'built'))
    return { state: 'unknown', at: repository.at, because: 'the code of the services is not in the repository' }
  const what = store
    ? `${store.name} takes traces, and none of ${services.length} services makes any`
    : `nothing follows a request through the ${services.length} services`
  return { state: 'none', at: store?.at ?? repository.at, what }
}

function makesTraces({ environment, start, labels }: Workload): boolean {
  const isTold = [...environment.values()].some(
    ({ name, value }) =>
      (VARIABLE.test(name) && !(value.known && SWITCHED_OFF.test(value.value))) ||
      (/^(?:NODE_OPTIONS|JAVA_TOOL_OPTIONS|JAVA_OPTS|PYTHONPATH|CORECLR_PROFILER_PATH)$/.test(name) &&
        value.known &&
        INSTRUMENTED.test(value.value)),
  )
  return (
    isTold ||
    INSTRUMENTED.test(start?.text ?? '') ||
    [...labels.keys()].some(label => /instrumentation\.opentelemetry\.io|com\.datadoghq/.test(label))
  )
}
