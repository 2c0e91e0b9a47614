import { option } from '../knowledge/arguments.js'
import { mountKeeps } from '../knowledge/data.js'
import { knownValue, type Span } from '../source.js'
import { isDataMount } from './datastore/data-mounts.js'
import type { System, Workload } from './system.js'

/** A store of metrics, logs, traces or dashboards that forgets with its container. */
export interface Forgetting {
  readonly workload: Workload
  readonly state: 'forgets' | 'unknown'
  /** As a sentence without a full stop. */
  readonly what: string
  readonly fix: string
  readonly at: Span
}

/** Where each program keeps what it is given, unless a flag names another place. */
const STORES: Readonly<Record<string, { readonly path: string; readonly flags: readonly string[] }>> = {
  prometheus: { path: '/prometheus', flags: ['storage.tsdb.path'] },
  victoriametrics: { path: '/victoria-metrics-data', flags: ['storageDataPath'] },
  grafana: { path: '/var/lib/grafana', flags: [] },
  loki: { path: '/loki', flags: [] },
  tempo: { path: '/var/tempo', flags: [] },
}

/** The stores of production that keep nothing beyond their container. */
export function forgettingStores(system: System): readonly Forgetting[] {
  return system.workloads.flatMap(workload => {
    if (workload.weight === 0 || workload.pod?.operator) return []
    return workload.software?.id === 'jaeger' ? jaeger(workload) : store(workload, system)
  })
}

function store(workload: Workload, system: System): readonly Forgetting[] {
  const id = workload.software?.id ?? ''
  const place = STORES[id]
  if (!place || keepsElsewhere(workload, system)) return []
  const given = option(workload.start?.argv, ...place.flags)
  const path = given.given === 'yes' && given.value?.startsWith('/') ? given.value : place.path
  const own = workload.distribution?.dataPaths[0]?.paths[0]
  const paths = [path, ...(own ? [own] : [])]
  const lasting = workload.mounts.filter(isDataMount)
  const kept = lasting.some(({ target }) => {
    const at = knownValue(target)
    return at === undefined || paths.some(one => mountKeeps(at, one))
  })
  // Loki and Tempo write where their configuration says.
  const isConfigured = id === 'loki' || id === 'tempo'
  if (kept || (isConfigured && lasting.some(({ type, readOnly }) => type !== 'bind' || !readOnly))) return []
  const target = own ?? path
  return [
    {
      workload,
      state: isConfigured ? 'unknown' : 'forgets',
      what: isConfigured
        ? `whether ${workload.name} keeps its data in an object store is not written in the deployment`
        : `${workload.name} (${workload.software?.name}) keeps ${target} in the container`,
      fix: workload.pod
        ? `Mount a PersistentVolumeClaim at ${target} in place of what goes with the pod: \`volumes: [{ name: data, persistentVolumeClaim: { claimName: ${workload.name}-data } }]\`, or \`volumeClaimTemplates\` of a StatefulSet.`
        : `Add \`volumes: ["${workload.name}-data:${target}"]\` to ${workload.name}, and \`${workload.name}-data:\` under the top-level \`volumes:\`.`,
      at: workload.at,
    },
  ]
}

/** Samples that are sent on as they come, and a Grafana that keeps its state in a database. */
function keepsElsewhere(workload: Workload, { telemetry }: System): boolean {
  const { environment, software } = workload
  if (software?.id === 'grafana')
    return [...environment.values()].some(
      ({ name, value }) =>
        /^GF_DATABASE_(?:URL|HOST)$/.test(name) || (name === 'GF_DATABASE_TYPE' && knownValue(value) !== 'sqlite3'),
    )
  const server = telemetry.prometheus.find(one => one.workload === workload)
  if (server?.configuration.state === 'read') return server.configuration.config.remoteWrites.length > 0
  return false
}

/** Jaeger 1 keeps traces in memory unless told otherwise: https://www.jaegertracing.io/docs/1.76/deployment/#storage-backends */
function jaeger(workload: Workload): readonly Forgetting[] {
  const { distribution, environment, start, name } = workload
  if (distribution?.id !== 'all-in-one') return []
  const type = environment.get('SPAN_STORAGE_TYPE')
  if (type && !type.value.known) return []
  const value = type?.value.known ? type.value.value : 'memory'
  const fix =
    'Set `SPAN_STORAGE_TYPE: badger` with `BADGER_EPHEMERAL: "false"` and a volume, or send the traces to Elasticsearch or Tempo.'
  if (value === '' || value === 'memory') {
    const at = type?.at ?? start?.at ?? workload.at
    return [
      { workload, state: 'forgets', what: `${name} keeps all traces in memory`, fix, at: type ? at : workload.at },
    ]
  }
  const isBadger = value === 'badger' && !workload.mounts.some(isDataMount)
  return isBadger && type
    ? [{ workload, state: 'forgets', what: `${name} keeps its traces in the container`, fix, at: type.at }]
    : []
}
