import { programOf } from '../../parse/shell.js'
import type { Span } from '../../source.js'
import type { System, Workload } from '../system.js'
import { optionIn, type Words } from './options.js'
import { withoutRunner } from './worker-processes.js'

/** A worker of Celery. `queues`: undefined: those of its application · null: the command does not tell. */
export interface CeleryWorker {
  readonly workload: Workload
  readonly queues: readonly string[] | null | undefined
  readonly at: Span
}

/** The workers that production starts, and those that it has on request, whose queues are not told. */
export function celeryWorkersOf({ workloads, deployments }: System): readonly CeleryWorker[] {
  const started = workloads.flatMap(workload => {
    const run = workload.runs?.find(({ words }) => isWorker(withoutRunner(words)))
    return run ? [{ workload, queues: queuesOf(withoutRunner(run.words)), at: run.at }] : []
  })
  const onRequest = deployments
    .filter(({ purpose }) => purpose === 'production')
    .flatMap(one => one.onRequest)
    .filter(({ start }) => /\bcelery\b.*\bworker\b/s.test(start?.text ?? ''))
  return [...started, ...onRequest.map(workload => ({ workload, queues: null, at: workload.at }))]
}

function isWorker(words: Words): boolean {
  return programOf(words) === 'celery' && words.includes('worker')
}

/** `celery beat` sends tasks by the clock and runs none: the pools of its tasks stay empty. */
export function onlySchedules({ runs = [] }: Workload): boolean {
  const celery = runs.map(({ words }) => withoutRunner(words)).filter(words => programOf(words) === 'celery')
  return celery.length > 0 && celery.every(words => words.includes('beat') && !words.includes('worker'))
}

/** The schedule of Celery in the commands of a workload: `celery beat`, or a worker with `-B`. */
export interface CeleryBeat extends Span {
  /** For messages: `celery beat`. */
  readonly text: string
  /** RedBeat, by default, lets only one of several send. https://redbeat.readthedocs.io/en/latest/config.html */
  readonly locks: boolean
}

/** The schedule that a workload sends tasks by; undefined where its commands start none. */
export function beatOf({ runs = [] }: Workload): CeleryBeat | undefined {
  for (const run of runs) {
    const words = withoutRunner(run.words)
    if (programOf(words) !== 'celery') continue
    const embedded = words.includes('worker') && words.some(word => /^(?:-B|--beat)$/.test(word ?? ''))
    if (!embedded && !words.includes('beat')) continue
    const scheduler = optionIn(words, /^(?:-S|-s|--scheduler)$/) ?? ''
    return { ...run.at, text: embedded ? 'celery worker -B' : 'celery beat', locks: /redbeat/i.test(scheduler) }
  }
  return undefined
}

function queuesOf(words: Words): CeleryWorker['queues'] {
  const told = optionIn(words, /^(?:-Q|--queues)$/)
  if (words.some(word => /^(?:-X|--exclude-queues)\b/.test(word ?? '')) || told === null) return null
  if (told === undefined) return words.includes(null) || words.some(word => /^\$/.test(word ?? '')) ? null : undefined
  return told.includes('$') ? null : told.split(',').map(one => one.trim())
}
