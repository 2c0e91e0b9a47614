import type { UntakenQueue } from '../code/queues/untaken-queues.js'
import type { Service, System, Workload } from '../system.js'

/** A queue that nothing takes jobs of, in words. */
interface Untaken extends Pick<UntakenQueue, 'name' | 'at'> {
  /** What comes after "jobs are added, and". */
  readonly reason: string
  readonly fix: string
  readonly beside?: { readonly at: UntakenQueue['at']; readonly message: string }
}

/**
 * The queues that a service adds jobs to and that nothing takes them of; `because`: why that is not certain. Undefined for a
 * service that adds none.
 */
export function untakenJobs(
  { addedJobs: jobs, workloads }: Service,
  system: System,
): { readonly untaken: readonly Untaken[]; readonly because?: string } | undefined {
  // Where no workload runs it, what else a platform runs is not known.
  if (!jobs || workloads.length === 0) return undefined
  const untaken = jobs.untaken.map(inWords)
  const [first] = jobs.untaken
  if (!first) return { untaken }
  const because = doubtOf(first, jobs.open !== undefined, system)
  return because === undefined ? { untaken } : { untaken, because }
}

function inWords({ name, at, worker, near }: UntakenQueue): Untaken {
  if (worker)
    return {
      name,
      at,
      reason: `nothing that is deployed takes them: its worker is in ${worker.path}, which no program that is started loads`,
      fix: `Deploy a workload that runs ${worker.path} beside the others, or load it in a program that runs already.`,
      beside: { at: worker, message: `the worker of ${name}` },
    }
  if (near)
    return {
      name,
      at,
      reason: `nothing takes them: the worker of ${near.at.path} takes those of ${near.name}`,
      fix: `Give both the same name, from one constant: \`${near.name}\` or \`${name}\`.`,
      beside: { at: near.at, message: `the worker of ${near.name}` },
    }
  return {
    name,
    at,
    reason: 'nothing in the repository takes them',
    fix: `Make a worker for \`${name}\` and deploy it, or stop adding jobs that nobody does.`,
  }
}

function doubtOf({ name, worker, near }: UntakenQueue, isOpen: boolean, system: System): string | undefined {
  if (isOpen) return `which queues the workers take is not known, so that one of them may take ${name}`
  if (worker?.mayRun) return `whether anything starts ${worker.path} is not known`
  const stranger = strangersOf(system)[0]
  if (stranger) return `what ${stranger.name} does is not known: it may take the jobs of ${name}`
  const partly = system.services.find(({ isWhole }) => !isWhole)
  if (partly) return `not all that ${partly.name} loads is in the repository: it may take the jobs of ${name}`
  if (worker || near) return undefined
  // Workers of other repositories come to a server that is not part of this system.
  const own = system.workloads.some(one => one.software?.kind === 'cache' && !one.published.some(isOpenPort))
  return own ? undefined : `a program of another repository may take the jobs of ${name}`
}

function isOpenPort({ reach }: Workload['published'][number]): boolean {
  return reach !== 'loopback'
}

/** Workloads that run what nobody knows, those on request among them. */
export function strangersOf({ workloads, deployments, services }: System): readonly Workload[] {
  const known = new Set(services.flatMap(one => one.workloads.map(({ id }) => id)))
  const onRequest = deployments.flatMap(one => (one.purpose === 'production' ? one.onRequest : []))
  return [...workloads, ...onRequest].filter(
    ({ id, software, role, longRunning }) =>
      !known.has(id) && role !== 'job' && longRunning && (!software || software.kind === 'runtime'),
  )
}
