import { programOf } from '../../parse/shell.js'
import { fileName } from '../../paths.js'
import type { RunCommand } from '../system.js'
import { joinAbsolute } from './image.js'

/** A file that a command names to start it. */
export interface NamedFile {
  readonly run: RunCommand
  /** As written. */
  readonly name: string
  /** Where it may lie: each is enough. Absolute. */
  readonly candidates: readonly string[]
  readonly kind: 'file' | 'module' | 'program'
  /** Of a module: where its first part is looked for. */
  readonly package?: { readonly folder: string; readonly name: string }
}

const PLAIN = /^[\w@./+-]+$/
const MODULE_SERVERS = /^(?:uvicorn|gunicorn|hypercorn|granian|daphne)$/

/** The file that a command starts, where its words alone tell; undefined for all others. `folder` is where it runs. */
export function namedFile(run: RunCommand, folder: string): NamedFile | undefined {
  const { words } = run
  const program = programOf(words)
  if (program === undefined || words.includes(null)) return undefined
  const rest = words.slice(1).flatMap(word => word ?? [])
  const file = (name: string | undefined, candidates: (path: string) => readonly string[]): NamedFile | undefined =>
    name === undefined || !PLAIN.test(name)
      ? undefined
      : { run, name, kind: 'file', candidates: candidates(inside(folder, name)) }
  switch (program) {
    case 'node':
    case 'nodejs':
      return file(nodeOperand(rest), path => nodeFiles(path, false))
    case 'tsx':
    case 'ts-node':
    case 'bun':
    case 'pm2-runtime':
    case 'pm2-docker':
      return file(fileOperand(rest), path => nodeFiles(path, !program.startsWith('pm2')))
    case 'sh':
    case 'bash':
    case 'dash':
    case 'ash':
      return file(shellOperand(rest), path => [path])
    case 'java':
      return jarFile(run, folder)
    case 'next':
      return nextBuild(run, folder)
    default:
  }
  if (/^python[\d.]*$/.test(program))
    return rest[0] === '-m' && MODULE_SERVERS.test(rest[1] ?? '')
      ? servedModule(run, rest.slice(2), folder)
      : file(pythonOperand(rest), path => (path.endsWith('.py') ? [path] : [path, `${path}/__main__.py`]))
  if (MODULE_SERVERS.test(program)) return servedModule(run, rest, folder)
  return words[0]?.includes('/') ? programFile(run, folder) : undefined
}

/** https://nodejs.org/api/cli.html: options that take the next word as their value. */
const NODE_VALUED =
  /^(?:-r|--require|--import|--loader|--experimental-loader|--env-file|--env-file-if-exists|-C|--conditions|--title|--icu-data-dir|--openssl-config|--stack-trace-limit|--unhandled-rejections|--max-old-space-size|--max-http-header-size|--dns-result-order|--input-type)$/

function nodeOperand(words: readonly string[]): string | undefined {
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    if (/^(?:-[epivh]|-pe|--eval|--print|--run|--test|--check|-c|--version|--help|--interactive|-|--)$/.test(word))
      return undefined
    if (NODE_VALUED.test(word)) at++
    else if (!word.startsWith('-')) return word === 'inspect' ? undefined : word
  }
  return undefined
}

/** The file of a command that also knows words of its own: only what looks like one, before everything else. */
function fileOperand(words: readonly string[]): string | undefined {
  const [first = ''] = words.filter(word => word !== 'run' && word !== 'start')
  return /\.[cm]?[jt]sx?$/.test(first) && !first.startsWith('-') ? first : undefined
}

function pythonOperand(words: readonly string[]): string | undefined {
  const first = words.findIndex(word => !/^-[uOBEsSvIbqP]+$/.test(word))
  const word = words[first] ?? ''
  return word.startsWith('-') || !/\.py$|\//.test(word) ? undefined : word
}

function shellOperand(words: readonly string[]): string | undefined {
  const first = words.findIndex(word => !/^-[exu]+$/.test(word))
  return words[first]?.startsWith('-') ? undefined : words[first]
}

/** `uvicorn app.main:app`: what is imported from the folder that the server is started in, or told to go to. */
function servedModule(run: RunCommand, words: readonly string[], folder: string): NamedFile | undefined {
  const [served, ...others] = words.filter(word => /^[A-Za-z_][\w.]*:[A-Za-z_]\w*(?:\(.*\))?$/.test(word))
  if (served === undefined || others.length > 0) return undefined
  const name = served.replace(/:.*$/, '')
  const directory = directoryOption(words)
  if (!/^\w+(?:\.\w+)*$/.test(name) || (directory !== undefined && !PLAIN.test(directory))) return undefined
  const at = directory === undefined ? folder : inside(folder, directory)
  const path = inside(at, name.replaceAll('.', '/'))
  return {
    run,
    name,
    kind: 'module',
    candidates: [`${path}.py`, `${path}/__init__.py`],
    package: { folder: at, name: name.split('.')[0] ?? '' },
  }
}

function directoryOption(words: readonly string[]): string | undefined {
  for (const [index, word] of words.entries()) {
    const [, option = word, value] = /^(--[\w-]+)=(.*)$/.exec(word) ?? []
    if (/^(?:--chdir|--app-dir|--working-dir)$/.test(option)) return value ?? words[index + 1] ?? '?'
  }
  return undefined
}

function inside(folder: string, path: string): string {
  return path.startsWith('/') ? joinAbsolute('/', path) : joinAbsolute(folder, path)
}

/** https://nodejs.org/api/modules.html#all-together */
function nodeFiles(path: string, transpiles: boolean): readonly string[] {
  const sources = transpiles ? ['.ts', '.tsx', '.mts', '.cts'] : []
  if (/\.[cm]?[jt]sx?$/.test(path)) return [path, ...(transpiles ? [path.replace(/\.([cm]?)jsx?$/, '.$1ts')] : [])]
  const endings = ['.js', '.json', '.node', ...sources]
  return [path, ...endings.map(one => path + one), `${path}/package.json`, ...endings.map(one => `${path}/index${one}`)]
}

/** `next start` serves what `next build` has left in `.next`. */
function nextBuild(run: RunCommand, folder: string): NamedFile | undefined {
  const { words } = run
  if (words[1] !== 'start') return undefined
  const operands = words
    .slice(words.indexOf('start') + 1)
    .filter((word, index, all) => !word?.startsWith('-') && !/^-[pH]$|^--(?:port|hostname)$/.test(all[index - 1] ?? ''))
  if (operands.length > 0) return undefined
  return { run, name: '.next', kind: 'file', candidates: [joinAbsolute(folder, '.next/BUILD_ID')] }
}

function jarFile(run: RunCommand, folder: string): NamedFile | undefined {
  const name = run.words[run.words.indexOf('-jar') + 1]
  if (name == null || !/\.[jw]ar$/.test(name) || !PLAIN.test(name)) return undefined
  return { run, name, kind: 'program', candidates: [inside(folder, name)] }
}

/** A program or script by its path. What lies where systems keep programs, the image may bring. */
function programFile(run: RunCommand, folder: string): NamedFile | undefined {
  const [name = ''] = run.words
  if (name === null || !PLAIN.test(name) || /^\/(?:usr\/)?s?bin\//.test(name)) return undefined
  return {
    run,
    name,
    kind: /\.(?:sh|bash|py|[cm]?js)$/.test(fileName(name)) ? 'file' : 'program',
    candidates: [inside(folder, name)],
  }
}
