import { programOf } from '../../parse/shell.js'
import type { Words } from '../process/run-commands.js'
import type { Runtime } from './service.js'

/** What a command runs, as far as its words tell. */
export interface EntryPoint {
  readonly runtime: Runtime
  /** `file`: a path · `module`: a dotted Python module · `framework`: found by the framework itself in the folder (Next.js) · `binary`: a built program. */
  readonly kind: 'file' | 'module' | 'framework' | 'binary'
  readonly name: string
  /** The name in the module that is served: `app` of `uvicorn main:app`. */
  readonly attribute?: string
  /** Where it looks for the module, from the working directory: `--chdir`, `--app-dir`. */
  readonly directory?: string
  /** It takes jobs from a queue or runs a command of administration, and answers no requests whatever the code declares. */
  readonly answersNothing?: true
}

/** Options of `node` and of servers that take a value in the next word. */
const TAKES_VALUE =
  /^(?:-r|--require|--import|--loader|--experimental-loader|--env-file|--max-old-space-size|--conditions|-C|-c|--config|--tsconfig|--project|-P|-w|--workers|-b|--bind|-k|--worker-class|-t|--timeout|--host|--port|-p|--log-level|--log-config|--threads|--name|-n|--graceful-timeout|--access-logfile|--error-logfile|--max-requests|--max-requests-jitter|--keep-alive|--timeout-keep-alive|--forwarded-allow-ips|--root-path|--loop|--http|--ws|--lifespan|--interface|--limit-concurrency|--backlog|--worker-tmp-dir|--chdir|--app-dir|-A|--app|-u|--user|-g|--group|--umask|--pid)$/

/** The entry point that a command of an application names; undefined for other programs. */
export function entryPointOf(words: Words): EntryPoint | undefined {
  const program = programOf(words)
  if (program === undefined) return undefined
  if (/^python[\d.]*$/.test(program)) return pythonEntry(words.slice(1))
  if (/^(?:poetry|pipenv|uv|pdm|hatch|rye)$/.test(program) && words[1] === 'run')
    return entryPointOf(afterOptions(words.slice(2)))
  if (
    /^(?:npx|bunx|pnpx|dotenvx?|cross-env|env-cmd|infisical|doppler|ddtrace-run|opentelemetry-instrument|newrelic-admin|sentry-cli)$/.test(
      program,
    )
  )
    return wrapped(words)
  if (program === 'nodemon') return watchedEntry(words.slice(1))
  if (/^(?:node|nodejs|bun|tsx|ts-node|ts-node-dev|deno|swc-node)$/.test(program))
    return nodeEntry(afterCommand(words.slice(1)))
  if (/^pm2(?:-runtime|-docker)?$/.test(program)) return nodeEntry(words.slice(1).filter(word => word !== 'start'))
  if (program === 'nest') return words[1] === 'start' ? { runtime: 'node', kind: 'framework', name: 'nest' } : undefined
  if (program === 'next')
    return words[1] === 'start' || words[1] === 'dev' ? { runtime: 'node', kind: 'framework', name: 'next' } : undefined
  if (/^(?:uvicorn|gunicorn|hypercorn|granian|daphne|uwsgi)$/.test(program)) return pythonServer(words.slice(1))
  if (program === 'fastapi') return fastApi(words.slice(1))
  if (program === 'flask') return flask(words)
  if (program === 'celery') return celery(words)
  if (/^(?:rq|dramatiq|huey_consumer(?:\.py)?|arq|taskiq)$/.test(program)) return quiet(pythonServer(words.slice(1)))
  if (/\.py$/.test(program)) return { runtime: 'python', kind: 'file', name: words[0] ?? program }
  if (/\.[cm]?js$/.test(program)) return { runtime: 'node', kind: 'file', name: words[0] ?? program }
  if (program === 'go' && words[1] === 'run') {
    const [name] = operands(words.slice(2))
    return name === undefined ? undefined : { runtime: 'go', kind: 'file', name }
  }
  return words[0] == null ? undefined : { runtime: 'go', kind: 'binary', name: words[0] }
}

function wrapped(words: Words): EntryPoint | undefined {
  const rest = afterOptions(words.slice(1)).filter(
    word => word !== '--' && word !== 'run' && word !== 'run-program' && !/^\w+=/.test(word ?? ''),
  )
  return rest.length > 0 && rest.length < words.length ? entryPointOf(rest) : undefined
}

function afterOptions(words: Words): Words {
  const first = words.findIndex(word => word !== null && !word.startsWith('-'))
  return first === -1 ? [] : words.slice(first)
}

function operands(words: Words): readonly string[] {
  const found: string[] = []
  for (let index = 0; index < words.length; index++) {
    const word = words[index]
    if (word == null) continue
    if (word.startsWith('-')) {
      if (TAKES_VALUE.test(word)) index++
    } else found.push(word)
  }
  return found
}

function option(words: Words, names: RegExp): string | undefined {
  for (const [index, word] of words.entries()) {
    const [, name = word ?? '', inline] = /^(--?[\w-]+?)=(.*)$/.exec(word ?? '') ?? []
    if (names.test(name)) return inline ?? words[index + 1] ?? undefined
  }
  return undefined
}

/** `tsx watch index.ts`, `bun run index.ts`, `deno run index.ts`: what is run stands behind the command. */
function afterCommand(words: Words): Words {
  const first = words.findIndex(word => word !== null && !word.startsWith('-'))
  if (!/^(?:watch|run)$/.test(words[first] ?? '')) return words
  // All permissions of deno: it takes no value.
  const rest = words.slice(first + 1).filter(word => word !== '-A')
  return operands(rest).length > 0 ? rest : words
}

/** https://github.com/remy/nodemon/blob/v3.1.10/doc/cli/options.txt */
const NODEMON_VALUED = /^(?:-e|--ext|-w|--watch|-i|--ignore|-d|--delay|-s|--signal|--config|--cwd)$/

/** `nodemon src/index.ts`, `nodemon --watch src --exec "tsx src/index.ts"`, `nodemon --exec ts-node src/index.ts`. */
function watchedEntry(words: Words): EntryPoint | undefined {
  const run = option(words, /^(?:-x|--exec)$/)?.split(/\s+/) ?? []
  const files: Words[number][] = []
  for (let index = 0; index < words.length; index++) {
    const word = words[index]
    if (/^(?:-x|--exec)$/.test(word ?? '') || NODEMON_VALUED.test(word ?? '')) index++
    else if (!word?.startsWith('-')) files.push(word ?? null)
  }
  return run.length > 0 ? entryPointOf([...run, ...files]) : nodeEntry(files)
}

function nodeEntry(words: Words): EntryPoint | undefined {
  if (words.some(word => /^(?:-e|--eval|-p|--print)$/.test(word ?? ''))) return undefined
  const [name] = operands(words)
  if (name === undefined) return undefined
  if (/(?:^|\/)next(?:\/dist\/bin\/next)?$/.test(name)) return { runtime: 'node', kind: 'framework', name: 'next' }
  if (/(?:^|\/)(?:nest|@nestjs\/cli\/bin\/nest\.js)$/.test(name))
    return { runtime: 'node', kind: 'framework', name: 'nest' }
  if (/\.(?:json|ya?ml)$|ecosystem\.config/.test(name)) return undefined
  return { runtime: 'node', kind: 'file', name }
}

function pythonEntry(words: Words): EntryPoint | undefined {
  const module = words.indexOf('-m')
  if (module !== -1) {
    const name = words[module + 1]
    if (name == null) return undefined
    if (/^(?:uvicorn|gunicorn|hypercorn|flask|celery|fastapi|granian|daphne)$/.test(name))
      return entryPointOf(words.slice(module + 1))
    return { runtime: 'python', kind: 'module', name }
  }
  if (words.includes('-c')) return undefined
  const [name, command] = operands(words)
  if (name === undefined) return undefined
  // `manage.py migrate` ends before the server starts; `runserver` and workers are the program itself.
  const found: EntryPoint = { runtime: 'python', kind: 'file', name }
  return /(?:^|\/)manage\.py$/.test(name) && command !== undefined && !SERVES.test(command) ? quiet(found) : found
}

/** Commands of Django and of what is added to it that answer requests: `runserver`, `runserver_plus`, `rungunicorn`. */
const SERVES = /serve|server|gunicorn|uvicorn|daphne|asgi|wsgi|web|api|http|metrics|^dev/i

function quiet(found: EntryPoint | undefined): EntryPoint | undefined {
  return found && { ...found, answersNothing: true }
}

function pythonServer(words: Words): EntryPoint | undefined {
  const directory = option(words, /^(?:--chdir|--app-dir|-d)$/)
  const name = [...operands(words), option(words, /^(?:--wsgi|-w|--module|--wsgi-file)$/) ?? ''].find(
    word => /^[\w./-]+(?::[\w.()]+)?$/.test(word) && word !== '',
  )
  return name === undefined ? undefined : { ...moduleEntry(name), ...(directory !== undefined && { directory }) }
}

function moduleEntry(name: string): EntryPoint {
  const [module = name, attribute] = name.split(':')
  const kind = module.endsWith('.py') ? 'file' : 'module'
  return {
    runtime: 'python',
    kind,
    name: module,
    ...(attribute !== undefined && { attribute: attribute.replace(/\(.*$/, '') }),
  }
}

function fastApi(words: Words): EntryPoint | undefined {
  if (words[0] !== 'run' && words[0] !== 'dev') return undefined
  const [name = 'main.py'] = operands(words.slice(1))
  return { runtime: 'python', kind: 'file', name }
}

function flask(words: Words): EntryPoint | undefined {
  const named = option(words, /^(?:--app|-A)$/)
  if (!words.includes('run')) return undefined
  return moduleEntry(named ?? 'app')
}

function celery(words: Words): EntryPoint | undefined {
  const named = option(words, /^(?:-A|--app)$/)
  return named === undefined ? undefined : quiet(moduleEntry(named))
}
