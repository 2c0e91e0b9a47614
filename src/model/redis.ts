import type { ServiceFacts } from '../knowledge/facts.js'
import { serviceFactsOf } from './service-facts.js'
import type { System, Workload } from './system.js'

/** A server of the Redis family (Redis, Valkey, KeyDB) whose settings this image tells. */
export interface RedisServer {
  readonly workload: Workload
  readonly facts: ServiceFacts
}

/** The servers of the Redis family that hold data; sentinels and jobs that only join nodes are left out. */
export function redisServersOf(system: System): readonly RedisServer[] {
  return system.workloads.flatMap(workload => {
    const { software, distribution } = workload
    if (software?.kind !== 'cache' || (software.id !== 'redis' && software.speaks !== 'redis')) return []
    const facts = serviceFactsOf(workload)
    if (!facts || !distribution?.setting || distribution.replication?.(facts).role === 'watcher') return []
    return [{ workload, facts }]
  })
}
