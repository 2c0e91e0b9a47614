import { programOf, unwrapCommand } from '../../parse/shell.js'
import { directoryOf, isWithin } from '../../paths.js'
import { type Fact, known, knownValue, type Span, unknown } from '../../source.js'
import type { Tree } from '../../tree.js'
import type { EnvironmentVariable, StartCommand, WorkerProcesses, Workload } from '../system.js'
import { celeryCount } from './celery.js'
import { type GunicornConfiguration, gunicornConfiguration } from './gunicorn.js'
import { optionIn, type Words } from './options.js'
import { runCommandsOf, type Started } from './run-commands.js'
import { SERVERS, type Server } from './servers.js'

/** What starts a server: a workload, or what a platform runs in a folder of the repository. */
export type Serving = Started &
  Pick<Workload, 'runs' | 'environmentFiles'> & {
    readonly environment: { readonly get: (name: string) => EnvironmentVariable | undefined }
    readonly platform?: Workload['platform']
  }

/** How many processes of its application a workload runs, where its command is one of a server that is known; PM2's are known already. */
export function workerProcessesOf(workload: Serving, tree: Tree): WorkerProcesses | undefined {
  const { start } = workload
  if (!start) return undefined
  const words = serverWords(start, workload, tree)
  const program = words && nameOf(words)
  const server = program === undefined ? undefined : SERVERS.get(program)
  if (!words || program === undefined || !server) return undefined
  const { runtime } = server
  let read: { readonly configuration: GunicornConfiguration } | undefined
  const configuration = () => {
    if (program !== 'gunicorn') return undefined
    read ??= { configuration: gunicornConfiguration(words, workload, tree) }
    return read.configuration
  }
  const counting = { words, program, server, workload, tree, at: start.at, configuration }
  const count = runtime === 'node' ? nodeCount(workload, tree) : countOf(counting)
  const threads = threadsOf(counting)
  return (
    count && { server: program, runtime, perProcessor: false, ...count, ...(threads ? { threads } : {}), at: start.at }
  )
}

/** `exec_mode: 'cluster'` of PM2 is none of these. */
const FORKS =
  /\bcluster\s*\.\s*fork\s*\(|(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\s*\(\s*)["'](?:(?:node:)?cluster|throng)["']/

/** The words first: most files have none of them. */
function mayFork(text: string): boolean {
  return (text.includes('cluster') || text.includes('throng')) && FORKS.test(text)
}

/** One, unless its code starts more; undefined where that code is not here. */
function nodeCount(workload: Serving, tree: Tree): Count | undefined {
  const folder =
    workload.image?.context?.path ??
    workload.directory ??
    (workload.platform === 'pm2' ? directoryOf(workload.at.path) : undefined)
  const at = workload.start?.at ?? workload.at
  if (folder === undefined || workload.image?.context?.present === false) return undefined
  const programs = tree.files.filter(
    file => file.format === 'source' && /\.[cm]?[jt]s$/.test(file.path) && isWithin(folder, file.path),
  )
  if (programs.length === 0) return undefined
  const forks = programs.slice(0, MOST_PROGRAMS).some(file => mayFork(tree.read(file.path)?.text ?? ''))
  return forks || programs.length > MOST_PROGRAMS
    ? { count: unknown(at, 'its code may start processes of its own') }
    : { count: known(1, at) }
}

/** Files beyond which the code is not looked through. */
const MOST_PROGRAMS = 5_000

/** The command that starts a server, the last one where several do. */
function serverWords(start: StartCommand, workload: Serving, tree: Tree): Words | undefined {
  const found = (workload.runs ?? runCommandsOf(workload, tree))
    .map(({ words }) => withoutRunner(words))
    .filter(words => SERVERS.has(nameOf(words) ?? ''))
  const last = found.at(-1)
  // A start script that runs one of several, as a variable says, unless it was handed the command.
  const isOpen = new Set(found.map(nameOf)).size > 1 && !start.script && last?.at(-1) !== start.argv.at(-1)
  return isOpen ? undefined : last
}

/** Without `python -m`, `poetry run` and the like before the program. */
export function withoutRunner(words: Words): Words {
  const rest = unwrapCommand(words)
  const [first, second] = rest
  const name = programOf(rest) ?? ''
  if (/^python[\d.]*$/.test(name) && second === '-m') return rest.slice(2)
  if (/^(?:poetry|pipenv|uv|pdm|hatch)$/.test(name) && second === 'run') return rest.slice(2)
  if (name === 'npx' || name === 'bunx') return rest.slice(1)
  return name === 'node' && /(?:^|\/)next(?:\/dist\/bin\/next)?$/.test(second ?? '')
    ? rest.slice(1)
    : first === undefined
      ? []
      : rest
}

/** `fastapi run` serves, `fastapi dev` and `next dev` are for development, `next build` builds. */
function nameOf(words: Words): string | undefined {
  const name = programOf(words)
  if (name === 'fastapi') return words.includes('run') ? name : undefined
  if (name === 'celery') return words.includes('worker') ? name : undefined
  if (name === 'flask') return words.includes('run') ? name : undefined
  if (words.some(word => /(?:^|\/)manage\.py$/.test(word ?? '')))
    return words.includes('runserver') ? 'runserver' : name
  if (name === 'next') return words.includes('start') ? name : undefined
  if (name === 'node')
    return words.length > 1 && !words.some(word => /^(?:-e|--eval|-p|--print|--watch|--test)$/.test(word ?? ''))
      ? name
      : undefined
  return name
}

/** What the number of processes of a server is read from. */
export interface Counting {
  readonly words: Words
  readonly program: string
  readonly server: Server
  readonly workload: Serving
  readonly tree: Tree
  /** The command. */
  readonly at: Span
  /** Reads the configuration of gunicorn, once; undefined for other servers. */
  readonly configuration: () => GunicornConfiguration
}

/** How many processes there are, and whether that follows the processors of the host. */
export type Count = Pick<WorkerProcesses, 'count'> & { readonly perProcessor?: boolean }

function countOf(counting: Counting): Count {
  const { words, server, program, workload, at } = counting
  if (program === 'celery') return celeryCount(counting)
  // A reloading server runs one process, whatever it is told.
  if (words.includes('--reload')) return { count: known(1, at) }
  const option = optionIn(words, server.options)
  if (option !== undefined) return read(filledIn(option, workload), at)
  const more = workload.environment.get('GUNICORN_CMD_ARGS')
  if (program === 'gunicorn' && more) {
    const given = more.value.known ? optionIn(more.value.value.split(/\s+/), server.options) : null
    if (given !== undefined) return given === null ? { count: unknownFact(more.value) } : read(given, more.at)
  }
  const configured = counting.configuration()
  if (configured && 'unseen' in configured)
    return { count: unknown(at, `${configured.unseen} is not in the repository`) }
  if (configured?.workers) return { count: configured.workers, perProcessor: configured.perProcessor }
  for (const name of server.variables) {
    const variable = workload.environment.get(name)
    if (variable) return variable.value.known ? read(variable.value.value, variable.at) : { count: variable.value }
  }
  if (words.some(word => word === null || /^\$|\.ini$|^--(?:ini|yaml|json|config)\b/.test(word)))
    return { count: unknown(at, 'its command takes the number of processes from elsewhere') }
  return { count: known(1, at) }
}

function unknownFact(fact: Fact<string>): Fact<number> {
  return fact.known ? unknown(fact.at, 'it cannot be read') : fact
}

const PROCESSORS = /nproc|cpu_count|cpuinfo|_NPROCESSORS/

/** `${WORKERS:-2}` with what the deployment or the Dockerfile sets; as it is where something outside may set it. */
function filledIn(text: string | null, { environment, environmentFiles, image, directory }: Serving): string | null {
  const [, name] = /^\$\{?(\w+)(?::?-\w*)?\}?$/.exec(text ?? '') ?? []
  if (name === undefined) return text
  const set = environment.get(name)
  if (set) return knownValue(set.value) ?? (directory === undefined ? text : null)
  // A platform may set what its files do not tell.
  if (directory !== undefined) return null
  if (environmentFiles?.some(file => !file.present)) return text
  return knownValue(image?.dockerfile?.environment.get(name)?.value) ?? text
}

function read(text: string | null, at: Span): Count {
  if (text !== null && /^\d{1,6}$/.test(text.trim())) return { count: known(Number(text), at) }
  if (text !== null && PROCESSORS.test(text))
    return { count: unknown(at, 'it depends on how many processors the host has'), perProcessor: true }
  const fallback = /^\$\{\w+:?-(\d{1,6})\}$/.exec(text ?? '')?.[1]
  return { count: fallback === undefined ? unknown(at, 'it is set outside the command') : known(Number(fallback), at) }
}

/** Workers of gunicorn that work on one request after the other, in each thread. */
const IN_TURN = /^(?:sync|gthread)$/

/**
 * How many requests a process of gunicorn works on at the same time: one, or as many as it has threads. Workers that run
 * an event loop have no bound. https://docs.gunicorn.org/en/stable/settings.html#worker-class
 * A process that Celery forks runs one task at a time. https://docs.celeryq.dev/en/stable/userguide/concurrency/
 */
function threadsOf(counting: Counting): Fact<number> | undefined {
  const { words, program, server, workload, at } = counting
  const more = program === 'gunicorn' ? workload.environment.get('GUNICORN_CMD_ARGS') : undefined
  if (more && !more.value.known) return more.value
  const all = more?.value.known ? [...words, ...more.value.value.split(/\s+/)] : words
  const given = server.threads && optionIn(all, server.threads)
  if (given !== undefined) return read(filledIn(given, workload), at).count
  if (program === 'celery') {
    const pool = optionIn(all, /^(?:-P|--pool)$/)
    return pool === undefined || /^(?:prefork|processes|solo)$/.test(pool ?? '') ? known(1, at) : undefined
  }
  if (program !== 'gunicorn') return undefined
  const kind = optionIn(all, /^(?:-k|--worker-class)$/)
  if (kind !== undefined && !IN_TURN.test(kind ?? '')) return undefined
  const configured = counting.configuration()
  if (all.includes(null) || (configured && 'unseen' in configured))
    return unknown(at, 'the configuration of gunicorn decides')
  const ofFile = kind === undefined ? configured?.workerClass : undefined
  if (ofFile && !(ofFile.known && IN_TURN.test(ofFile.value))) return undefined
  return configured?.threads ?? known(1, at)
}
