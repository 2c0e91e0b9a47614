import type { Argument } from '../../knowledge/arguments.js'
import type { ServiceFacts } from '../../knowledge/facts.js'
import { serviceFactsOf } from '../service-facts.js'
import type { System, Workload } from '../system.js'

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

/**
 * A setting of a server of the Redis family: from its command or variables, else from the configuration files of the
 * repository that it reads. `unknown` when a file that is not here, or a hidden word, may give it.
 */
export function redisSetting(server: RedisServer, name: string): Argument {
  const { workload, facts } = server
  const told = facts.distribution.setting?.(facts, name) ?? { given: 'unknown' as const }
  const files = workload.ownFiles
  const configured = files?.texts.filter(source => source.path.endsWith('.conf')) ?? []
  if (told.given !== 'unknown' || !files?.complete || configured.length === 0) return told
  // Were the file not there, would the command leave it open?
  const argv = facts.argv?.filter(word => word === null || !word.endsWith('.conf'))
  const bare = facts.distribution.setting?.({ ...facts, argv, configMounted: false }, name)
  if (bare?.given !== 'no') return told
  const values = configured.map(source => directive(source.text, name))
  if (values.includes('elsewhere')) return told
  const value = values.find(found => found !== undefined)
  return value === undefined ? { given: 'no' } : { given: 'yes', value }
}

/** The last line of that name in a redis.conf; `elsewhere` when the file takes in others. */
function directive(text: string, name: string): string | undefined {
  let found: string | undefined
  for (const line of text.split('\n')) {
    const [key = '', ...rest] = line.trim().split(/\s+/)
    if (key.toLowerCase() === 'include') return 'elsewhere'
    if (key.toLowerCase() === name) found = rest.join(' ').replace(/^(["'])(.*)\1$/, '$2')
  }
  return found
}
