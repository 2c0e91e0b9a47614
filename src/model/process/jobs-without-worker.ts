import { runsWorker } from '../../knowledge/job-libraries.js'
import type { SentJobs } from '../code/queues/python-jobs.js'
import type { Service, System } from '../system.js'
import { strangersOf } from './untaken-jobs.js'

/**
 * The first library by which a service sends jobs that nothing which is deployed takes; `because`: why that is not certain.
 * Undefined for a service that sends none, empty where each has a worker.
 */
export function jobsWithoutWorker(
  { sentJobs, workloads }: Service,
  system: System,
): { readonly lost?: SentJobs; readonly because?: string } | undefined {
  // Where no workload runs it, what else a platform runs is not known.
  if (sentJobs.length === 0 || workloads.length === 0) return undefined
  const commands = commandsOf(system)
  const lost = sentJobs.find(
    ({ library, takenInCode }) => !takenInCode && !commands.some(command => runsWorker(library, command)),
  )
  if (!lost) return {}
  const because = doubtOf(lost, system)
  return because === undefined ? { lost } : { lost, because }
}

/** What production starts, and what it has on request. */
function commandsOf({ workloads, deployments }: System): readonly string[] {
  const onRequest = deployments.flatMap(one => (one.purpose === 'production' ? one.onRequest : []))
  return [...workloads, ...onRequest].flatMap(({ start, runs = [] }) => [
    start?.text ?? '',
    ...runs.map(({ words }) => words.map(word => word ?? '?').join(' ')),
  ])
}

function doubtOf({ spokenOf }: SentJobs, system: System): string | undefined {
  if (spokenOf !== undefined) return `${spokenOf} speaks of a worker, and whether anything starts it is not known`
  const stranger = strangersOf(system)[0]
  if (stranger) return `what ${stranger.name} does is not known: it may be their worker`
  const partly = system.services.find(({ isWhole }) => !isWhole)
  if (partly) return `not all that ${partly.name} loads is in the repository: it may take them`
  // Workers of other repositories come to a server that is not part of this system, or that is open to them.
  const own = system.workloads.some(
    ({ software, published }) =>
      (software?.kind === 'cache' || software?.kind === 'broker') &&
      published.every(({ reach }) => reach === 'loopback'),
  )
  return own ? undefined : 'a program of another repository may take them'
}
