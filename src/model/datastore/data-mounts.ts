import { dataPathsOf, mountKeeps } from '../../knowledge/data.js'
import { serviceFactsOf } from '../service-facts.js'
import type { Mount, Workload } from '../system.js'

/** A mount whose content outlives the container. */
export function isDataMount(mount: Mount): boolean {
  return mount.type === 'volume' || mount.type === 'bind' || mount.type === 'claim' || mount.type === 'other'
}

/**
 * A lasting mount at a place where another version or another vendor's image of the same software keeps its data, or
 * just beside the right one, while the place that counts is not kept.
 */
export function otherDataMount(workload: Workload): Mount | undefined {
  const facts = serviceFactsOf(workload)
  const data = facts && dataPathsOf(facts)
  if (!data || !workload.software) return undefined
  const right = (mount: Mount) =>
    mount.target.known &&
    data.paths.some(path => mountKeeps(mount.target.known ? mount.target.value : '', path, data.volumes))
  if (workload.mounts.some(right)) return undefined
  const elsewhere = new Set(
    workload.software.distributions.flatMap(distribution =>
      distribution.dataPaths.flatMap(entry => [...entry.paths, ...(entry.volumes ?? [])]),
    ),
  )
  return workload.mounts.find(mount => {
    if (!isDataMount(mount) || !mount.target.known || mount.readOnly) return false
    const target = mount.target.value.replace(/\/+$/, '')
    return (
      elsewhere.has(target) || data.paths.some(path => path.startsWith(`${target}/`) || target.startsWith(`${path}/`))
    )
  })
}

/** Whether a lasting mount holds the data directory, as far as that is known; a mount at an unknown place may. */
export function keepsDataOnMount(workload: Workload): boolean {
  const facts = serviceFactsOf(workload)
  const data = facts && dataPathsOf(facts)
  return workload.mounts.some(mount => {
    if (!isDataMount(mount)) return false
    if (!mount.target.known || !data) return true
    const { value } = mount.target
    return data.paths.some(path => mountKeeps(value, path, data.volumes))
  })
}
