import { knownValue } from '../source.js'
import { serviceFactsOf } from './service-facts.js'
import type { Backup, System, Workload } from './system.js'

/** A store whose loss would lose business data, and what copies it. */
export interface Protection {
  readonly store: Workload
  readonly backups: readonly Backup[]
}

/**
 * The stores that need a backup: databases, object stores, and caches in which clients keep work. A standby of another
 * node holds the same data and is covered with it; search indexes and brokers are taken as rebuilt from their sources.
 */
export function protectionsOf(system: System): readonly Protection[] {
  return system.workloads
    .filter(needsBackup)
    .map(store => ({ store, backups: system.backups.filter(backup => covers(backup, store, system)) }))
}

function needsBackup(workload: Workload): boolean {
  const kind = workload.software?.kind
  if (workload.role !== 'datastore' || (kind !== 'database' && kind !== 'object-store')) return false
  const facts = serviceFactsOf(workload)
  const replication = facts && workload.distribution?.replication?.(facts)
  if (replication?.state === 'wired' && (replication.role === 'replica' || replication.role === 'watcher')) return false
  return facts === undefined || workload.distribution?.keepsData?.(facts) !== 'no'
}

function covers(backup: Backup, store: Workload, system: System): boolean {
  const software = store.software
  if (!software) return false
  if (backup.covers.includes('volume')) return backup.workload === undefined || sharesData(backup.workload, store)
  if (!backup.covers.includes(software.id) && !(software.speaks && backup.covers.includes(software.speaks)))
    return false
  if (backup.host === undefined || backup.host.includes('$')) return true
  const answering = system.workloads.find(workload =>
    workload.networks.some(network => network.aliases.includes(backup.host ?? '')),
  )
  // A dump through a standby, a pooler or an outside name says nothing against this store.
  return answering === undefined || answering === store || answering.software?.id !== software.id
}

function sharesData(one: Workload, other: Workload): boolean {
  const sources = new Set(other.mounts.flatMap(mount => knownValue(mount.source) ?? []))
  return one.mounts.some(mount => {
    const source = knownValue(mount.source)
    return source !== undefined && (sources.has(source) || source === '/var/lib/docker/volumes')
  })
}
