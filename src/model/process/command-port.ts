import { unwrapCommand } from '../../parse/shell.js'
import type { CommandPort, RunCommand, StartCommand } from '../system.js'
import { optionIn, type Words } from './options.js'
import { withoutRunner } from './worker-processes.js'

/** Servers that are told by an option where to listen: https://uvicorn.dev/settings/, https://docs.gunicorn.org/en/stable/settings.html#bind */
const PORT_OPTION: ReadonlyMap<string, RegExp> = new Map([
  ['uvicorn', /^--port$/],
  ['fastapi', /^--port$/],
  ['granian', /^--port$/],
  ['daphne', /^(?:-p|--port)$/],
  ['flask', /^(?:-p|--port)$/],
  ['gunicorn', /^(?:-b|--bind)$/],
  ['hypercorn', /^(?:-b|--bind)$/],
])

/** The port that the command of a container, which `runs` follows, tells its server to listen on; null where it starts what takes jobs out of a queue. */
export function commandPortOf(start: StartCommand, runs: readonly RunCommand[]): CommandPort | undefined {
  const commands = runs.map(({ words }) => withoutRunner(unwrapCommand(words)))
  const known = commands.flatMap(words => portOf(words) ?? [])
  const [last] = known.slice(-1)
  if (!last) return undefined
  const isHanded = !start.script && commands.at(-1)?.at(-1) === start.argv.at(-1)
  // Both may run, or one of them as a variable says.
  if (new Set(known.map(one => `${one.program} ${one.port}`)).size > 1 && !isHanded) return undefined
  return { ...last, at: start.at }
}

function portOf(words: Words): Omit<CommandPort, 'at'> | undefined {
  const [program = ''] = (words[0] ?? '').split('/').slice(-1)
  const job = queueCommand(program, words)
  if (job) return job
  const option = PORT_OPTION.get(program)
  if (!option || (program === 'flask' && !words.includes('run'))) return undefined
  const places = words.flatMap((_, at) => optionIn(words.slice(at, at + 2), option) ?? [])
  const [, port] = /^(?:.*:)?(\d{1,5})$/.exec(places[0] ?? '') ?? []
  return port === undefined || new Set(places).size !== 1 ? undefined : { program, port: Number(port) }
}

/** https://docs.celeryq.dev/en/stable/userguide/workers.html#ping: a worker answers over its broker, and opens no port. */
function queueCommand(program: string, words: Words): Omit<CommandPort, 'at'> | undefined {
  if (program === 'celery' && (words.includes('worker') || words.includes('beat'))) {
    const app = optionIn(words, /^(?:-A|--app)$/)
    const isNamed = optionIn(words, /^(?:-n|--hostname)$/) !== undefined
    const ping =
      app && words.includes('worker') && !isNamed ? `celery -A ${app} inspect ping -d celery@$$HOSTNAME` : undefined
    return { program: `celery ${words.includes('worker') ? 'worker' : 'beat'}`, port: null, ...(ping && { ping }) }
  }
  if ((program === 'rq' && words[1] === 'worker') || /^(?:arq|huey_consumer(?:\.py)?)$/.test(program))
    return { program, port: null }
  return program === 'taskiq' && /^(?:worker|scheduler)$/.test(words[1] ?? '') ? { program, port: null } : undefined
}
