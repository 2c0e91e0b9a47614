import { CLIENT_SIGNS } from '../../knowledge/store-clients.js'
import { familyOf } from '../code/store-family.js'
import type { System, Workload } from '../system.js'

/** Data services of one kind in production, and whether anything of it uses them. */
export interface StoreDemand {
  /** The first of them, in the order of the files. */
  readonly first: Workload
  readonly others: readonly Workload[]
  /** `unknown`, with the reason: the code of something that runs is not here, or settings decide. */
  readonly use: { readonly state: 'used' | 'unused' } | { readonly state: 'unknown'; readonly because: string }
  /** Where a service that does not use them is told of them. */
  readonly told: readonly Workload[]
}

/** The data services whose clients are known, where any code of the repository is known. */
export function storeDemands(system: System): readonly StoreDemand[] {
  if (system.storeUses.size === 0) return []
  const families = new Map<string, Workload[]>()
  for (const workload of system.workloads) {
    const family = familyOf(workload)
    if (family === undefined || !CLIENT_SIGNS.has(family)) continue
    families.set(family, [...(families.get(family) ?? []), workload])
  }
  return [...families].flatMap(([family, stores]) => {
    const [first, ...others] = stores
    return first ? [{ first, others, use: useOf(family, stores, system), told: toldOf(stores, system) }] : []
  })
}

function useOf(family: string, stores: readonly Workload[], system: System): StoreDemand['use'] {
  const onRequest = system.deployments.flatMap(one => (one.purpose === 'production' ? one.onRequest : []))
  const uses = [...system.workloads, ...onRequest].map(one => ({ one, use: useBy(one, family, stores, system) }))
  if (uses.some(({ use }) => use === 'used')) return { state: 'used' }
  const unknown = uses.find(({ use }) => use === 'unknown')
  if (unknown) return { state: 'unknown', because: `whether ${unknown.one.name} uses it cannot be seen` }
  const reachedFromOutside = stores.find(store => store.published.some(({ reach }) => reach !== 'loopback'))
  if (reachedFromOutside)
    return { state: 'unknown', because: `${reachedFromOutside.name} is published, and others may use it` }
  return { state: 'unused' }
}

/** What runs for its own sake, and keeps its data elsewhere unless it is told an address. */
const KEEPS_TO_ITSELF: ReadonlySet<string> = new Set([
  ...['database', 'cache', 'broker', 'search', 'object-store', 'coordination', 'pooler', 'proxy', 'metrics'],
  ...['alerting', 'dashboard', 'logs', 'tracing', 'agent', 'development-tool', 'secrets'],
])
/** What only looks at data services, or copies them. */
const LOOKS_ON: ReadonlySet<string> = new Set(['exporter', 'admin-tool', 'backup'])

function useBy(workload: Workload, family: string, stores: readonly Workload[], system: System) {
  if (stores.includes(workload) || familyOf(workload) === family) return 'unused'
  const byCode = system.storeUses.get(workload.id)?.get(family)
  if (byCode) return byCode
  const { software, clientOf, role } = workload
  if (clientOf) {
    const looksOn = (clientOf.speaks ?? clientOf.id) !== family || role === 'job' || isBackup(workload, system)
    return looksOn ? 'unused' : 'unknown'
  }
  if (software && LOOKS_ON.has(software.kind)) return 'unused'
  if (!software || !KEEPS_TO_ITSELF.has(software.kind)) return 'unknown'
  return talksTo(workload, stores, system) ? 'unknown' : 'unused'
}

function isBackup(workload: Workload, { backups }: System): boolean {
  return backups.some(one => one.workload?.id === workload.id)
}

/** Whether anything but the order of start and what is asked for metrics leads from one to others. */
function talksTo(workload: Workload, stores: readonly Workload[], { edges }: System): boolean {
  const ids = new Set(stores.map(({ id }) => id))
  return edges.some(
    ({ from, via, answer }) =>
      from.id === workload.id &&
      via !== 'dependency' &&
      via !== 'scrape' &&
      answer.kind === 'workload' &&
      [answer.workload, ...answer.others].some(({ id }) => ids.has(id)),
  )
}

/** The workloads with code of the repository that are given an address of the stores. */
function toldOf(stores: readonly Workload[], { edges, storeUses }: System): readonly Workload[] {
  const ids = new Set(stores.map(({ id }) => id))
  const told = edges.flatMap(({ from, via, answer }) =>
    via === 'environment' &&
    from.kind === 'workload' &&
    storeUses.has(from.id) &&
    answer.kind === 'workload' &&
    ids.has(answer.workload.id)
      ? [from]
      : [],
  )
  return [...new Set(told)]
}
