import { knownValue } from '../source.js'
import { replicationOf } from './datastore/replication.js'
import { serviceFactsOf } from './service-facts.js'
import type { Backup, System, Workload } from './system.js'

/** A store whose loss would lose business data, and what copies it. */
export interface Protection {
  readonly store: Workload
  readonly backups: readonly Backup[]
}

/**
 * The stores that need a backup: databases and object stores. Nodes of one replica set hold the same data, and the first
 * of them stands for all; a standby is covered with its primary, whether or not its replication works. Search indexes,
 * brokers and stores of telemetry are taken as rebuilt from their sources, or as not missed.
 */
export function protectionsOf(system: System): readonly Protection[] {
  const groups = new Map<string, Workload[]>()
  for (const store of system.workloads) {
    if (!needsBackup(store, system)) continue
    const key = groupOf(store)
    groups.set(key, [...(groups.get(key) ?? []), store])
  }
  return [...groups.values()].flatMap(members => {
    const [store] = members
    const backups = system.backups.filter(backup => members.some(member => covers(backup, member, system)))
    return store ? [{ store, backups }] : []
  })
}

/** Members that are wired together under one name, or by the same software in one deployment, are one store. */
function groupOf(store: Workload): string {
  const replication = replicationOf(store)
  if (replication?.state !== 'wired' || replication.role !== 'member') return store.id
  return `${store.deployment}\n${store.software?.id}\n${replication.group ?? ''}`
}

function needsBackup(workload: Workload, system: System): boolean {
  const kind = workload.software?.kind
  if (workload.role !== 'datastore' || (kind !== 'database' && kind !== 'object-store')) return false
  if (isCopy(workload, system) || holdsTelemetry(workload, system)) return false
  const facts = serviceFactsOf(workload)
  return facts === undefined || workload.distribution?.keepsData?.(facts) !== 'no'
}

/** A standby or a router, or meant to be one: what it holds is, or is believed to be, another node's. */
function isCopy(workload: Workload, system: System): boolean {
  const replication = replicationOf(workload)
  if (replication?.role === 'replica' || replication?.role === 'watcher') return true
  if (replication?.state !== 'claimed' || replication.role !== undefined) return false
  return system.workloads.some(
    other =>
      other !== workload &&
      other.deployment === workload.deployment &&
      other.software?.id === workload.software?.id &&
      replicationOf(other)?.state === 'alone',
  )
}

/** What else an exporter or a dashboard looks at is not told by its connection. */
const TELEMETRY: ReadonlySet<string> = new Set(['tracing', 'logs', 'metrics'])

/** All its clients collect or show logs, traces and metrics: it holds no business data. */
export function holdsTelemetry(workload: Workload, system: System): boolean {
  const kinds = system.connections.flatMap(({ from, to }) => (to === workload ? [from.software?.kind ?? ''] : []))
  const clients = kinds.filter(kind => kind !== 'exporter')
  return clients.length > 0 && clients.every(kind => TELEMETRY.has(kind))
}

function covers(backup: Backup, store: Workload, system: System): boolean {
  const software = store.software
  if (!software) return false
  if (backup.stores) return backup.stores.includes(store.id)
  if (backup.covers.includes('volume')) return backup.workload === undefined || sharesData(backup.workload, store)
  if (!backup.covers.includes(software.id) && !(software.speaks && backup.covers.includes(software.speaks)))
    return false
  const host = backup.host ?? backup.inside
  if (host === undefined || host.includes('$')) return true
  const answering = system.workloads.find(
    workload =>
      workload.networks.some(network => network.aliases.includes(host)) || knownValue(workload.fixedName) === host,
  )
  // A dump through a standby, a pooler or an outside name says nothing against this store.
  return (
    answering === undefined ||
    answering === store ||
    answering.software?.id !== software.id ||
    isCopy(answering, system)
  )
}

function sharesData(one: Workload, other: Workload): boolean {
  const sources = new Set(other.mounts.flatMap(mount => knownValue(mount.source) ?? []))
  return one.mounts.some(mount => {
    const source = knownValue(mount.source)
    return source !== undefined && (sources.has(source) || source === '/var/lib/docker/volumes')
  })
}
