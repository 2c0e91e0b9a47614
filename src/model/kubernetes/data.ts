import type { Mount, Workload } from '../system.js'

/** The claims that a workload mounts to write to. */
export function dataClaims({ mounts }: Workload): readonly Mount[] {
  return mounts.filter(mount => !mount.readOnly && (mount.type === 'claim' || mount.type === 'volume'))
}
