import { dataPathsOf, mountKeeps } from '../../knowledge/data.js'
import { knownValue, type Span } from '../../source.js'
import { serviceFactsOf } from '../service-facts.js'
import type { Mount, Workload } from '../system.js'

/** A server that keeps its data on a mount. */
export interface VolumeUse {
  readonly workload: Workload
  /** Where the mount is written that it should not have to itself only in part; absent: it has it to itself. */
  readonly at?: Span
  /** Other servers that keep their data there. */
  readonly others: readonly Workload[]
  /** How many of itself do. */
  readonly count: number
}

/**
 * The data directories of the servers of Compose, and who else keeps data in them. Several tasks of a swarm may run on several
 * nodes, each with a volume of its own: whether they share one is not known, and Kubernetes has rules of its own.
 */
export function sharedVolumes(workloads: readonly Workload[]): readonly VolumeUse[] {
  const keepers = workloads.flatMap(workload => {
    const isServer = workload.stateful && workload.longRunning && !workload.clientOf && workload.role === 'datastore'
    const isHere = workload.platform === 'compose' || workload.platform === 'swarm'
    const kept = isServer && isHere ? dataMountOf(workload) : undefined
    const place = kept && placeOf(kept)
    return kept ? [{ workload, mount: kept.mount, place }] : []
  })
  return keepers.map(({ workload, mount, place }): VolumeUse => {
    const others = keepers.flatMap(other =>
      other.workload !== workload &&
      other.workload.deployment === workload.deployment &&
      place !== undefined &&
      other.place === place
        ? [other.workload]
        : [],
    )
    const count = workload.platform === 'compose' && place !== undefined ? (knownValue(workload.replicas) ?? 1) : 1
    const isShared = count > 1 || others.length > 0
    return { workload, others, count, ...(isShared && { at: mount.at }) }
  })
}

interface KeptData {
  readonly mount: Mount
  /** Below the mount. */
  readonly directory: string
}

function dataMountOf(workload: Workload): KeptData | undefined {
  const facts = serviceFactsOf(workload)
  const data = facts && dataPathsOf(facts)
  for (const mount of workload.mounts) {
    const target = knownValue(mount.target)
    const isLasting = (mount.type === 'volume' || mount.type === 'bind') && !mount.readOnly
    const path = data?.paths.find(one => target !== undefined && mountKeeps(target, one, data.volumes))
    if (isLasting && target !== undefined && path !== undefined)
      return { mount, directory: path.slice(target.replace(/\/+$/, '').length) }
  }
  return undefined
}

/** The directory of the host; undefined where it may be another one for each server. */
function placeOf({ mount: { type, source, subpath }, directory }: KeptData): string | undefined {
  const name = knownValue(source)
  if (name === undefined || /[${}]/.test(name) || subpath?.known === false) return undefined
  return [type, name.replace(/\/+$/, ''), subpath?.value ?? '', directory].join('\n')
}
