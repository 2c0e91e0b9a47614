import { type Argument, fromVariable, orInFile, programWords } from '../arguments.js'
import { argument, firstSet, isBefore, type ServiceFacts, variable } from '../facts.js'
import { heapOf } from '../heap.js'
import type { Authentication, MemoryUse, Replication } from '../judgement.js'
import { GIB } from '../sizes.js'
import { alone, claimed, FILE_DECIDES, guarded, hostsIn, open, unclear, undecided, wired } from '../verdicts.js'

const HEAP = 'https://www.elastic.co/docs/reference/elasticsearch/jvm-settings'

/** A variable with a dot in it is a setting of the file of that name. */
export const DOTTED = /^[a-z][a-z0-9_-]*(?:\.[a-z0-9_-]+)+$/

/** Where a setting was found, and its value: null when not known. */
interface Setting {
  readonly value: string | null
  readonly by: ReturnType<typeof variable>
}

/** A setting by its dotted name: as a variable, in the `ES_SETTING_` spelling, or behind `-E`. */
export function setting(facts: ServiceFacts, key: string): Setting | undefined {
  const upper = `ES_SETTING_${key.replaceAll('_', '__').replaceAll('.', '_').toUpperCase()}`
  const name = firstSet(facts, [key, upper])
  if (name) return { value: facts.environment(name) ?? null, by: variable(name) }
  for (const word of programWords(facts.argv) ?? []) {
    const pair = word?.replace(/^-E/, '')
    if (pair?.startsWith(`${key}=`)) return { value: pair.slice(key.length + 1), by: argument(`-E${key}`) }
  }
  return undefined
}

function isOff(found: Setting): boolean {
  return found.value !== null && /^false$/i.test(found.value)
}

/** Whether strangers get in. https://www.elastic.co/docs/reference/elasticsearch/configuration-reference/security-settings */
export function authentication(facts: ServiceFacts): Authentication {
  const fix = 'Set xpack.security.enabled=true and give the elastic user a password with ELASTIC_PASSWORD.'
  const found = setting(facts, 'xpack.security.enabled')
  if (found?.value === null) return undecided('xpack.security.enabled is set to something unknown', fix, found.by)
  if (found && isOff(found)) return open('xpack.security.enabled=false lets everybody in', fix, found.by)
  if (found) return guarded('xpack.security.enabled is true', found.by)
  if (facts.configMounted) return undecided(FILE_DECIDES, fix)
  const old = isBefore(facts.version, [8])
  if (old === undefined) return undecided('its version is not known; security is on by default from 8.0 on', fix)
  if (old) return open('security is off by default before version 8.0, and nothing switches it on', fix)
  return guarded('security is on by default', variable('ELASTIC_PASSWORD'))
}

/** Which other nodes it keeps its data with. */
export function replication(facts: ServiceFacts): Replication {
  const type = setting(facts, 'discovery.type')
  if (type?.value === 'single-node') return alone('discovery.type is single-node', type.by)
  const group = setting(facts, 'cluster.name')?.value ?? undefined
  for (const key of ['discovery.seed_hosts', 'discovery.zen.ping.unicast.hosts', 'discovery.seed_providers']) {
    const seeds = setting(facts, key)
    if (seeds) return wired('member', `${key} names its partners`, hostsIn(seeds.value ?? ''), seeds.by, group)
  }
  if (facts.configMounted) return unclear(FILE_DECIDES)
  const masters = setting(facts, 'cluster.initial_master_nodes')
  if (masters?.value?.includes(',')) {
    return claimed(
      'cluster.initial_master_nodes names several nodes, but without discovery.seed_hosts it looks for them on its own host only',
      'Set discovery.seed_hosts to the names of the other nodes.',
      masters.by,
      'member',
    )
  }
  return alone('discovery.seed_hosts is not set')
}

/** The heap of the JVM; before 7.11 it is 1 GiB where nothing says otherwise, then half of the memory. */
export function memory(facts: ServiceFacts): MemoryUse | undefined {
  const fixed = isBefore(facts.version, [7, 11]) === true
  return heapOf(facts, {
    variables: ['ES_JAVA_OPTS'],
    ...(fixed ? { defaultBytes: GIB } : {}),
    share: 0.5,
    least: GIB,
    source: HEAP,
  })
}

/** A setting of elasticsearch.yml by its dotted name. */
export function given(facts: ServiceFacts, name: string): Argument {
  const found = setting(facts, name)
  return orInFile(fromVariable(found === undefined ? undefined : found.value), facts.configMounted)
}
