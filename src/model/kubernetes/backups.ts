import type { KubernetesObject } from '../../parse/kubernetes/object.js'
import { child, descend, type Node, textOf } from '../../parse/node.js'
import { itemsOf, textsOf } from '../read-node.js'
import type { Backup, Cluster, Workload } from '../system.js'
import { groupKind } from './pods.js'
import { sameNamespace } from './selectors.js'

/** A backup that a custom resource asks for. */
interface Ordered {
  readonly tool: string
  readonly scheduled: boolean
  readonly destination: Backup['destination']
  /** What it copies. */
  readonly stores: readonly Workload[]
  readonly at: Node['at']
}

type Read = (object: KubernetesObject, stores: readonly Workload[]) => readonly Ordered[]

/**
 * The backups that operators and tools of the cluster make, told by custom resources. Each covers the stores that it names, or
 * those of the namespaces that it copies, and no other platform's.
 */
export function clusterBackups(clusters: readonly Cluster[], workloads: readonly Workload[]): readonly Backup[] {
  return clusters.flatMap(({ deployment, objects }) => {
    const stores = workloads.filter(workload => workload.deployment === deployment && workload.software?.stateful)
    return objects.flatMap(object =>
      (READERS.get(groupKind(object)) ?? nothing)(object, stores).map(({ stores: covered, ...ordered }): Backup => {
        const ids = covered.map(store => store.id)
        return { ...ordered, covers: covered.flatMap(store => store.software?.id ?? []), stores: ids, missingTools: [] }
      }),
    )
  })
}

function nothing(): readonly Ordered[] {
  return []
}

/** Fields of a storage that say that it is none of the cluster's own. */
const REMOTE = ['s3', 'gcs', 'gcp', 'azure', 'b2', 'rest', 'swift', 'barmanObjectStore']

function destinationIn(...nodes: readonly (Node | undefined)[]): Backup['destination'] {
  const remote = nodes.some(node => REMOTE.some(key => child(node, key) !== undefined))
  const typed = nodes.some(node => /^(?:s3|gcs|azure)$/i.test(textOf(child(node, 'type')) ?? ''))
  // A volume of the cluster may lie on another machine than the data.
  return remote || typed ? 'off-host' : 'unknown'
}

function called(stores: readonly Workload[], kind: string, name: string | undefined, namespace: string | undefined) {
  return stores.filter(({ pod }) => pod?.kind === kind && pod.name === name && sameNamespace(pod.namespace, namespace))
}

/** https://cloudnative-pg.io/documentation/current/backup/ */
function scheduledBackup({ node, namespace, at }: KubernetesObject, stores: readonly Workload[]): readonly Ordered[] {
  const covered = called(stores, 'Cluster', textOf(descend(node, 'spec', 'cluster', 'name')), namespace)
  const snapshot = textOf(descend(node, 'spec', 'method')) === 'volumeSnapshot'
  const scheduled = textOf(descend(node, 'spec', 'suspend')) !== 'true'
  return [{ tool: 'CloudNativePG', scheduled, destination: snapshot ? 'unknown' : 'off-host', stores: covered, at }]
}

/** The store itself says when it is copied: `list` below `spec` has an entry for each schedule. */
function ownSchedule(tool: string, list: readonly string[], storages: readonly string[]): Read {
  return ({ node, kind, name, namespace }, stores) => {
    const entries = itemsOf(descend(node, 'spec', ...list))
    const [first] = entries
    if (!first) return []
    const where = descend(node, 'spec', ...storages)
    const named = where?.kind === 'map' ? [...where.entries.values()].map(entry => entry.node) : itemsOf(where)
    const profile = child(child(first, 'backupProfile'), 'dumpInstance')
    const destination = destinationIn(first, ...named, child(profile, 'storage'))
    return [{ tool, scheduled: true, destination, stores: called(stores, kind, name, namespace), at: first.at }]
  }
}

/** https://access.crunchydata.com/documentation/postgres-operator/latest/tutorials/backups-disaster-recovery */
function pgBackRest(
  { node, kind, name, namespace }: KubernetesObject,
  stores: readonly Workload[],
): readonly Ordered[] {
  return itemsOf(descend(node, 'spec', 'backups', 'pgbackrest', 'repos')).map(repo => ({
    tool: 'pgBackRest',
    scheduled: child(repo, 'schedules') !== undefined,
    destination: destinationIn(repo),
    stores: called(stores, kind, name, namespace),
    at: repo.at,
  }))
}

/** https://postgres-operator.readthedocs.io/en/latest/administrator/#logical-backups: to the bucket of the operator. */
function logicalBackup(
  { node, kind, name, namespace }: KubernetesObject,
  stores: readonly Workload[],
): readonly Ordered[] {
  const enabled = descend(node, 'spec', 'enableLogicalBackup')
  if (textOf(enabled) !== 'true' || !enabled) return []
  const covered = called(stores, kind, name, namespace)
  return [{ tool: 'pg_dumpall', scheduled: true, destination: 'off-host', stores: covered, at: enabled.at }]
}

/** https://github.com/mariadb-operator/mariadb-operator/blob/main/docs/logical_backup.md */
function mariaBackup({ node, namespace, at }: KubernetesObject, stores: readonly Workload[]): readonly Ordered[] {
  const spec = child(node, 'spec')
  const covered = called(stores, 'MariaDB', textOf(descend(spec, 'mariaDbRef', 'name')), namespace)
  const scheduled =
    descend(spec, 'schedule', 'cron') !== undefined && textOf(descend(spec, 'schedule', 'suspend')) !== 'true'
  return [{ tool: 'mariadb-dump', scheduled, destination: destinationIn(child(spec, 'storage')), stores: covered, at }]
}

/** https://velero.io/docs/main/api-types/schedule/: namespaces are those of the template, all of them unless it says which. */
function veleroSchedule({ node, at }: KubernetesObject, stores: readonly Workload[]): readonly Ordered[] {
  const template = descend(node, 'spec', 'template')
  const included = textsOf(child(template, 'includedNamespaces'))
  const excluded = textsOf(child(template, 'excludedNamespaces'))
  const all = included.length === 0 || included.includes('*')
  const covered = stores.filter(({ pod }) => {
    const namespace = pod?.namespace
    if (namespace === undefined) return true
    return (all || included.includes(namespace)) && !excluded.includes(namespace)
  })
  const scheduled = textOf(descend(node, 'spec', 'paused')) !== 'true'
  return [{ tool: 'Velero', scheduled, destination: 'off-host', stores: covered, at }]
}

/** Copies the volumes of the namespace that it lies in. */
function ofNamespace(tool: string, destination: Backup['destination'], schedule: readonly string[]): Read {
  return ({ node, namespace, at }, stores) => {
    const covered = stores.filter(({ pod }) => sameNamespace(pod?.namespace, namespace))
    return [{ tool, scheduled: descend(node, ...schedule) !== undefined, destination, stores: covered, at }]
  }
}

/** https://longhorn.io/docs/latest/snapshots-and-backups/scheduling-backups-and-snapshots/: only `backup` leaves the cluster. */
function longhornJob({ node, at }: KubernetesObject, stores: readonly Workload[]): readonly Ordered[] {
  const task = textOf(descend(node, 'spec', 'task')) ?? ''
  if (!task.startsWith('backup')) return []
  const everywhere = textsOf(descend(node, 'spec', 'groups')).includes('default')
  return [{ tool: 'Longhorn', scheduled: true, destination: 'off-host', stores: everywhere ? stores : [], at }]
}

const READERS: ReadonlyMap<string, Read> = new Map([
  ['postgresql.cnpg.io/ScheduledBackup', scheduledBackup],
  ['postgres-operator.crunchydata.com/PostgresCluster', pgBackRest],
  ['pgv2.percona.com/PerconaPGCluster', pgBackRest],
  ['acid.zalan.do/postgresql', logicalBackup],
  // https://docs.percona.com/percona-operator-for-mysql/pxc/backups-scheduled.html
  ['pxc.percona.com/PerconaXtraDBCluster', ownSchedule('XtraBackup', ['backup', 'schedule'], ['backup', 'storages'])],
  ['ps.percona.com/PerconaServerMySQL', ownSchedule('XtraBackup', ['backup', 'schedule'], ['backup', 'storages'])],
  // https://docs.percona.com/percona-operator-for-mongodb/backups-scheduled.html
  ['psmdb.percona.com/PerconaServerMongoDB', ownSchedule('PBM', ['backup', 'tasks'], ['backup', 'storages'])],
  // https://dev.mysql.com/doc/mysql-operator/en/mysql-operator-backups.html
  ['mysql.oracle.com/InnoDBCluster', ownSchedule('MySQL Shell', ['backupSchedules'], ['backupProfiles'])],
  ['k8s.mariadb.com/Backup', mariaBackup],
  ['k8s.mariadb.com/PhysicalBackup', mariaBackup],
  ['velero.io/Schedule', veleroSchedule],
  // https://docs.k8up.io/k8up/explanations/architecture.html
  ['k8up.io/Schedule', ofNamespace('K8up', 'off-host', ['spec', 'backup', 'schedule'])],
  // https://backube.github.io/snapscheduler/
  ['snapscheduler.backube/SnapshotSchedule', ofNamespace('SnapScheduler', 'unknown', ['spec', 'schedule'])],
  ['longhorn.io/RecurringJob', longhornJob],
])
