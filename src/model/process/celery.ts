import { isWithin } from '../../paths.js'
import { known, unknown } from '../../source.js'
import { optionIn } from './options.js'
import type { Count, Counting } from './worker-processes.js'

/** Settings of the application that hold the number: https://docs.celeryq.dev/en/stable/userguide/configuration.html */
const SETTING = /\b(?:worker_concurrency|CELERYD_CONCURRENCY|CELERY_WORKER_CONCURRENCY)\b/

/**
 * Processes that a Celery worker forks, each with connections of its own. Without a number it takes that of the host's
 * processors. Threads and green threads are in one process. https://docs.celeryq.dev/en/stable/userguide/workers.html
 */
export function celeryCount({ words, workload, tree, at }: Counting): Count {
  const pool = optionIn(words, /^(?:-P|--pool)$/)
  if (pool === null) return { count: unknown(at, 'its command does not tell its pool') }
  if (pool !== undefined && !/^(?:prefork|processes)$/.test(pool)) return { count: known(1, at) }
  const most = optionIn(words, /^--autoscale$/)?.split(',')[0] ?? optionIn(words, /^(?:-c|--concurrency)$/)
  if (most !== undefined && most !== null && /^\d{1,6}$/.test(most)) return { count: known(Number(most), at) }
  if (most !== undefined || words.includes(null)) return { count: unknown(at, 'it is set outside the command') }
  const folder = workload.image?.context?.path
  if (folder === undefined) return { count: unknown(at, 'its code may set it, and is not in the repository') }
  const isSet = tree.files.some(
    file => /\.py$/.test(file.path) && isWithin(folder, file.path) && SETTING.test(tree.read(file.path)?.text ?? ''),
  )
  return isSet
    ? { count: unknown(at, 'its code sets it') }
    : { count: unknown(at, 'it depends on how many processors the host has'), perProcessor: true }
}
