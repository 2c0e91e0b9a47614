import { nameDefinition } from '../../code/definitions.js'
import { pythonProgram } from '../../code/read-python.js'
import { type Environment, evaluateExpression, numberOf, type Value } from '../../code/values.js'
import { type Fact, known, type Source, unknown } from '../../source.js'
import type { Tree } from '../../tree.js'

/** What a configuration of gunicorn sets; absent: it does not set it. https://docs.gunicorn.org/en/stable/settings.html (23.0) */
export interface GunicornSettings {
  /** Unknown where it is no number above zero. */
  readonly workers?: Fact<number>
  /** Whether the number of workers follows that of the processors. */
  readonly perProcessor: boolean
  readonly threads?: Fact<number>
  /** `sync`, `gthread`, `uvicorn.workers.UvicornWorker` … */
  readonly workerClass?: Fact<string>
}

const ORIGIN = { variables: [], isFallback: false }

/** Evaluates a configuration of gunicorn, which is a module of Python, without running it. Never throws. */
export function gunicornSettings(source: Source, tree: Tree, environment: Environment): GunicornSettings {
  const program = pythonProgram(source, tree)
  const file = program.files.get(source.path)
  if (!file) return { perProcessor: false }
  const end = source.text.length
  const [problem] = file.problems
  const setting = (name: string): Value | undefined => {
    const isSet = nameDefinition(program, file, name, end).kind !== 'global'
    // What cannot be read may set it.
    if (!isSet && problem) return { kind: 'unknown', because: problem.message, ...ORIGIN, at: problem.at }
    if (!isSet) return undefined
    return evaluateExpression(program, { file, node: { kind: 'name', name, start: end, end } }, environment)
  }
  const workers = setting('workers')
  const threads = setting('threads')
  const workerClass = setting('worker_class')
  return {
    ...(workers && { workers: countIn(workers, 'its number of processes cannot be told') }),
    perProcessor: workers?.kind === 'interval',
    ...(threads && { threads: countIn(threads, 'its number of threads cannot be told') }),
    ...(workerClass && { workerClass: textIn(workerClass) }),
  }
}

function countIn(value: Value, otherwise: string): Fact<number> {
  const number = numberOf(value)
  if (number !== undefined && number > 0) return known(number, value.at)
  return unknown(value.at, value.kind === 'known' ? otherwise : value.because)
}

function textIn(value: Value): Fact<string> {
  if (value.kind === 'known' && typeof value.value === 'string') return known(value.value, value.at)
  return unknown(value.at, value.kind === 'known' ? 'it is no text' : value.because)
}
