/** An option of the static configuration that a Traefik refuses to start with. */
export interface RefusedOption {
  /** Lower-case names from the outside in; `*` stands for any one name. */
  readonly path: readonly string[]
  /** What to do instead, in the imperative. */
  readonly instead: string
}

const REMOVE = 'Remove it'
const CA_OPTIONAL = 'Remove it: whether clients show a certificate is for the server to say'
const OTLP = 'Remove it, and send traces with `tracing.otlp` (most tools take OTLP themselves or through a collector)'

/**
 * What version 3 no longer takes: "incompatible deprecated static option found", or "field not found".
 * https://doc.traefik.io/traefik/migrate/v2-to-v3-details/ and `pkg/cli/deprecation.go` of v3.6.
 */
const REFUSED_BY_3: readonly RefusedOption[] = [
  { path: ['pilot'], instead: 'Remove it: Pilot has been switched off in 2022' },
  { path: ['experimental', 'http3'], instead: 'Remove it, and set `entryPoints.<name>.http3` where it is wanted' },
  {
    path: ['providers', 'docker', 'swarmmode'],
    instead: 'Use the provider `swarm` instead: `--providers.swarm.endpoint=unix:///var/run/docker.sock`',
  },
  ...['docker', 'swarm', 'etcd', 'redis', 'consul', 'http', 'zookeeper'].map(name => ({
    path: ['providers', name, 'tls', 'caoptional'],
    instead: CA_OPTIONAL,
  })),
  ...['consulcatalog', 'nomad'].map(name => ({
    path: ['providers', name, 'endpoint', 'tls', 'caoptional'],
    instead: CA_OPTIONAL,
  })),
  ...['consul', 'consulcatalog', 'nomad'].map(name => ({
    path: ['providers', name, 'namespace'],
    instead: 'Use `namespaces` instead',
  })),
  { path: ['providers', 'rancher'], instead: REMOVE },
  { path: ['providers', 'marathon'], instead: REMOVE },
  { path: ['metrics', 'influxdb'], instead: 'Use `metrics.influxDB2` or `metrics.prometheus` instead' },
  ...['jaeger', 'zipkin', 'datadog', 'instana', 'haystack', 'elastic'].map(name => ({
    path: ['tracing', name],
    instead: OTLP,
  })),
  { path: ['tracing', 'spannamelimit'], instead: REMOVE },
]

/** What came with version 3. https://doc.traefik.io/traefik/migrate/v2-to-v3-details/ */
const UNKNOWN_TO_2: readonly RefusedOption[] = [
  { path: ['providers', 'swarm'], instead: 'Set `--providers.docker.swarmMode=true`, or run Traefik 3' },
  { path: ['tracing', 'otlp'], instead: 'Run Traefik 3' },
  { path: ['core', 'defaultrulesyntax'], instead: 'Remove it' },
]

/**
 * Sections of version 1, of which later ones say "field not found".
 * https://doc.traefik.io/traefik/v2.11/migration/v1-to-v2/
 */
const OF_1: readonly RefusedOption[] = [
  { path: ['docker'], instead: 'Write `providers.docker` instead' },
  { path: ['file'], instead: 'Write `providers.file` instead' },
  { path: ['kubernetes'], instead: 'Write `providers.kubernetesIngress` instead' },
  { path: ['web'], instead: 'Write `api`, `ping` and `metrics.prometheus` instead' },
  { path: ['acme'], instead: 'Write `certificatesResolvers.<name>.acme`, and name the resolver in the routers' },
  { path: ['defaultentrypoints'], instead: 'Remove it: routers name their entry points' },
  { path: ['loglevel'], instead: 'Write `log.level` instead' },
  { path: ['debug'], instead: 'Write `log.level` and `api.debug` instead' },
  { path: ['insecureskipverify'], instead: 'Write `serversTransport.insecureSkipVerify` instead' },
  { path: ['traefiklog'], instead: 'Write `log` instead' },
  { path: ['frontends'], instead: 'Define routers in a file of the file provider' },
  { path: ['backends'], instead: 'Define services in a file of the file provider' },
]

/** The options that a major version refuses, and of which version they were. Nothing for versions that nothing is known of. */
export function refusedOptions(major: number | undefined): readonly (RefusedOption & { readonly of: string })[] {
  const of = (options: readonly RefusedOption[], version: string) => options.map(one => ({ ...one, of: version }))
  if (major === 3) return [...of(REFUSED_BY_3, 'Traefik 2'), ...of(OF_1, 'Traefik 1')]
  return major === 2 ? [...of(UNKNOWN_TO_2, 'Traefik 3'), ...of(OF_1, 'Traefik 1')] : []
}
