import type { Span } from '../../source.js'
import { LOOPBACK } from '../host-names.js'
import type { RunCommand, Workload } from '../system.js'
import { optionIn, type Words } from './options.js'
import { withoutRunner } from './worker-processes.js'

/** A server that a command starts, and whether its own container alone reaches it. */
export interface LocalServer {
  readonly program: string
  readonly run: RunCommand
  readonly isLocal: boolean
  /** What to write: `--host 0.0.0.0`. */
  readonly option: string
  /** Whether the command says so itself; else it is what the program does when it is told nothing. */
  readonly isWritten: boolean
  /** A file that is not in the repository and may set the variable which tells. */
  readonly mayBeTold?: { readonly variable: string; readonly path: string; readonly at: Span }
}

interface Server {
  readonly option: RegExp
  /** For the fix. */
  readonly write: string
  /** Set instead of the option. */
  readonly variable?: string
  /** Without them it listens on 127.0.0.1; false: only what is written counts, since a file of settings may say more. */
  readonly localByDefault: boolean
  /** Options by which it listens elsewhere, or that name a file which tells. */
  readonly otherwise?: RegExp
}

/**
 * https://uvicorn.dev/settings/, https://docs.gunicorn.org/en/stable/settings.html#bind,
 * https://hypercorn.readthedocs.io/en/latest/how_to_guides/binds.html, https://github.com/emmett-framework/granian,
 * https://github.com/django/daphne, https://flask.palletsprojects.com/en/stable/cli/,
 * https://docs.djangoproject.com/en/5.2/ref/django-admin/#runserver
 */
const SERVERS: ReadonlyMap<string, Server> = new Map([
  [
    'uvicorn',
    {
      option: /^--host$/,
      write: '--host 0.0.0.0',
      variable: 'UVICORN_HOST',
      localByDefault: true,
      otherwise: /^--(?:uds|fd|env-file)\b/,
    },
  ],
  ['gunicorn', { option: /^(?:-b|--bind)$/, write: '--bind 0.0.0.0:8000', localByDefault: false }],
  [
    'hypercorn',
    { option: /^(?:-b|--bind)$/, write: '--bind 0.0.0.0:8000', localByDefault: true, otherwise: /^(?:-c|--config)\b/ },
  ],
  [
    'granian',
    {
      option: /^--host$/,
      write: '--host 0.0.0.0',
      variable: 'GRANIAN_HOST',
      localByDefault: true,
      otherwise: /^--(?:uds|env-files)\b/,
    },
  ],
  [
    'daphne',
    { option: /^(?:-b|--bind)$/, write: '-b 0.0.0.0', localByDefault: true, otherwise: /^(?:-u|-e|--fd|--endpoint)\b/ },
  ],
  // A file .flaskenv may say more.
  ['flask', { option: /^(?:-h|--host)$/, write: '--host 0.0.0.0', localByDefault: false }],
])

/** The one server that a container surely starts, of those that are told by options where to listen. */
export function localServerOf(workload: Workload): LocalServer | undefined {
  const { runs = [] } = workload
  const found = runs.flatMap(run => {
    const server = run.isSure ? serverIn(run, workload) : undefined
    return server ? [server] : []
  })
  return found.length === 1 ? found[0] : undefined
}

function serverIn(run: RunCommand, { environment, environmentFiles = [] }: Workload): LocalServer | undefined {
  const words = withoutRunner(run.words)
  const django = runserver(words)
  if (django) return { program: 'runserver', run, option: '0.0.0.0:8000', ...django }
  const [program = ''] = (words[0] ?? '').split('/').slice(-1)
  const server = SERVERS.get(program)
  if (!server || words.includes(null) || (program === 'flask' && !words.includes('run'))) return undefined
  if (words.some(word => /\$|^--?(?:help|version)$/.test(word ?? '') || server.otherwise?.test(word ?? '')))
    return undefined
  const places = words.flatMap((_, at) => optionIn(words.slice(at, at + 2), server.option) ?? [])
  const isSet = server.variable !== undefined && environment.has(server.variable)
  const known = { program, run, option: server.write }
  if (places.length > 0)
    return { ...known, isLocal: new Set(places).size > 0 && places.every(isLocal), isWritten: true }
  if (!server.localByDefault || isSet) return undefined
  const { variable } = server
  const file = variable === undefined ? undefined : environmentFiles.find(({ present }) => !present)
  const mayBeTold = file && variable !== undefined ? { mayBeTold: { variable, path: file.path, at: file.at } } : {}
  return { ...known, isLocal: true, isWritten: false, ...mayBeTold }
}

/** `127.0.0.1:8000`, `localhost`, `[::1]:80`; not 0.0.0.0, which is every address. */
function isLocal(place: string): boolean {
  const host = place.replace(/:\d+$/, '').replace(/^\[|\]$/g, '')
  return LOOPBACK.test(host) && !/^(?:0\.0\.0\.0|::|0(?::0){7})$/.test(host)
}

/** `manage.py runserver [address:port]`: without an address it is 127.0.0.1. */
function runserver(words: Words): Pick<LocalServer, 'isLocal' | 'isWritten'> | undefined {
  const at = words.indexOf('runserver')
  if (at < 1 || !/(?:^|\/)manage\.py$/.test(words[at - 1] ?? '') || words.includes(null)) return undefined
  const place = words.slice(at + 1).find(word => word !== null && !word.startsWith('-')) ?? ''
  if (place.includes('$')) return undefined
  const hasHost = place !== '' && !/^\d+$/.test(place)
  return { isLocal: !hasHost || isLocal(place), isWritten: hasHost }
}
