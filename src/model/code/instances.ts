import type { Span } from '../../source.js'
import { listOf } from '../../words.js'
import type { Service, System, Workload } from '../system.js'
import type { PlatformProcess } from './platform.js'

/** How many processes of a service run at the same time. */
export type Instances =
  | { readonly state: 'one' }
  | {
      readonly state: 'several'
      /** Absent: as many as there are processors, or as an autoscaler wants. */
      readonly count?: number
      /** Whether they run in several containers, pods or machines; false: all are processes of one. */
      readonly apart: boolean
      /** `100 replicas`, `4 processes of pm2`. */
      readonly text: string
      /** Where the number is written. */
      readonly at: Span
    }
  | { readonly state: 'unknown'; readonly because: string; readonly at: Span }

/**
 * The instances of a service: replicas × processes of its workloads. Workloads of one deployment that only a number tells
 * apart (`api-1`, `api-2`) count together; those of different deployments are copies of one system, of which the largest
 * counts. A service that no workload runs has one, unless a platform says how many.
 */
export function instancesOf(system: System, service: Service): Instances {
  const { platform } = service
  if (platform && service.workloads.length === 0) return onPlatform(platform)
  const groups = new Map<string, Workload[]>()
  for (const workload of service.workloads) {
    if (!workload.longRunning) continue
    const key = `${workload.deployment}\n${workload.name.replace(/[-_.]?\d+$/, '')}`
    groups.set(key, [...(groups.get(key) ?? []), workload])
  }
  const found = [...groups.values()].map(group => together(group.map(workload => ofWorkload(system, workload))))
  const several = found.filter(one => one.state === 'several')
  const [most] = several.sort((one, other) => (other.count ?? 2) - (one.count ?? 2))
  return most ?? found.find(one => one.state === 'unknown') ?? { state: 'one' }
}

/** Several where its files say so; one, and how many processes that has, only the platform knows. */
function onPlatform({ instances, at }: PlatformProcess): Instances {
  if (instances?.known && instances.value > 1)
    return {
      state: 'several',
      count: instances.value,
      apart: true,
      text: `${instances.value} instances`,
      at: instances.at,
    }
  return { state: 'unknown', because: 'the platform that runs it says how many', at }
}

function together(instances: readonly (Instances & { readonly workload: Workload })[]): Instances {
  const several = instances.find(one => one.state === 'several')
  if (several) return several
  const [first] = instances
  if (first && instances.length > 1)
    return {
      state: 'several',
      count: instances.length,
      apart: true,
      text: `${instances.length} workloads (${listOf(instances.slice(0, 3).map(({ workload }) => workload.name))}${instances.length > 3 ? ' …' : ''})`,
      at: first.workload.at,
    }
  return first ?? { state: 'one' }
}

function ofWorkload(system: System, workload: Workload): Instances & { readonly workload: Workload } {
  return { ...countOf(system, workload), workload }
}

function countOf(system: System, workload: Workload): Instances {
  const { pm2, platform } = workload
  const processes = system.processesInCode.get(workload.id) ?? workload.processes
  const replicas = platform === 'pm2' ? undefined : replicasOf(system, workload)
  if (replicas?.state === 'several') return replicas
  if (pm2) {
    const { instances, perProcessor } = pm2
    if (perProcessor)
      return { state: 'several', apart: false, text: 'one process for each processor, by PM2', at: instances.at }
    if (!instances.known) return { state: 'unknown', because: instances.because, at: instances.at }
    if (instances.value > 1) {
      const text = `${instances.value} processes of PM2`
      return { state: 'several', count: instances.value, apart: false, text, at: instances.at }
    }
  } else if (processes) {
    const { count, perProcessor, server } = processes
    if (perProcessor)
      return { state: 'several', apart: false, text: `one process of ${server} for each processor`, at: count.at }
    if (!count.known) return { state: 'unknown', because: count.because, at: count.at }
    if (count.value > 1) {
      const text = `${count.value} processes of ${server}`
      return { state: 'several', count: count.value, apart: false, text, at: count.at }
    }
  }
  return replicas ?? { state: 'one' }
}

function replicasOf(system: System, workload: Workload): Instances {
  const scaler = system.clusters
    .flatMap(({ autoscalers }) => autoscalers)
    .find(({ controller }) => controller?.workloads.includes(workload.id))
  const { maximum } = scaler ?? {}
  if (maximum?.known && maximum.value > 1)
    return { state: 'several', apart: true, text: `up to ${maximum.value} replicas by its autoscaler`, at: maximum.at }
  const fact = workload.autoscaledFrom ?? workload.replicas
  if (!fact) return { state: 'one' }
  if (!fact.known) return { state: 'unknown', because: fact.because, at: fact.at }
  if (fact.value < 2) return { state: 'one' }
  return { state: 'several', count: fact.value, apart: true, text: `${fact.value} replicas`, at: fact.at }
}
