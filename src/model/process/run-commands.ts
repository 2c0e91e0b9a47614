import { parseShell, parseShellFile, type ShellCommand, type ShellScript, unwrapCommand } from '../../parse/shell.js'
import { directoryOf, joinPath } from '../../paths.js'
import { knownValue } from '../../source.js'
import type { Tree } from '../../tree.js'
import { containerFilesOf, type FoundFile } from '../container-files.js'
import { packageScript } from '../image/package-script.js'
import { shellText } from '../start.js'
import type { RunCommand, StartCommand, Workload } from '../system.js'
import {
  containerVariables,
  filledWords,
  ownTexts,
  type ReadContainerVariable,
  withOwnTexts,
  withoutOwn,
} from './filled-words.js'

/** The words of a command; null for one that cannot be known. */
export type Words = readonly (string | null)[]

/** What starts a container: a workload, or an image that no workload runs. */
export type Started = Pick<Workload, 'image' | 'pm2' | 'deployment' | 'at' | 'mounts' | 'workingDirectory'> & {
  readonly start?: StartCommand
  /** The folder of the repository that a platform runs it in, where nothing builds a container. */
  readonly directory?: string
  /** What its deployment sets; ENV of its Dockerfile counts below that. */
  readonly environment?: Pick<Workload['environment'], 'get'>
}

/** Scripts that start scripts beyond which nobody follows, and commands in all. */
const DEEPEST = 6
const MOST = 200

const PATH = ['/usr/local/sbin', '/usr/local/bin', '/usr/sbin', '/usr/bin', '/sbin', '/bin']

/** Where a command stands. */
type Place = Pick<RunCommand, 'at' | 'isSure' | 'endsStart' | 'folder' | 'calledBy'> & {
  /** The variables that its shell fills in; absent where no shell is: then nothing does. */
  readonly read?: ReadContainerVariable
  /** What the script that it stands in keeps in variables. */
  readonly own?: ReadonlyMap<string, string>
}

/**
 * The commands that a container runs when it starts, without what only wraps them: shells, start scripts of the repository
 * and package managers are followed. In the order in which they are run.
 */
export function runCommandsOf(container: Started, tree: Tree): readonly RunCommand[] {
  const { start } = container
  if (!start) return []
  const files = containerFilesOf(container, tree)
  const folder = workingDirectory(container)
  const found: RunCommand[] = []
  const variables = containerVariables(container)
  const script = ({ commands, at, exitOnError }: ShellScript, depth: number, place: Place, isFile = false) => {
    const read = withoutOwn(place.read ?? variables, commands)
    const texts = ownTexts(commands)
    for (const [index, { inside, words, start: from, end }] of commands.entries()) {
      if (inside.includes('condition')) continue
      const isSure = !inside.includes('branch') && !inside.includes('function') && !isTest(commands[index - 1])
      const own = isFile ? { path: at.path, start: at.start + from, end: at.start + end } : at
      const endsStart = place.endsStart && endsScript(commands, index, exitOnError)
      follow(words, depth, { ...place, read, own: texts, at: own, isSure: place.isSure && isSure, endsStart })
    }
  }
  const follow = (argv: Words, depth: number, from: Place) => {
    const { read, own: texts, ...place } = from
    const bare = unwrapCommand(argv)
    const written = texts ? unwrapCommand(withOwnTexts(bare, texts)) : bare
    const words = read ? filledWords(written, read) : written
    const [program] = words
    if (words.length === 0 || found.length >= MOST) return
    if (depth > DEEPEST) return void found.push({ ...place, words })
    const text = shellText(words)
    if (text !== undefined) return script(parseShell(text, place.at), depth + 1, from)
    const packaged = packageScript(words, container, tree, place.folder)
    if (packaged) {
      const inner = { ...from, folder: directoryOf(packaged.at.path), calledBy: place.calledBy ?? words }
      return script(packaged, depth + 1, inner)
    }
    const shell = /(?:^|\/)(?:ba|da|a)?sh$/.test(program ?? '')
    const file = shell ? words.slice(1).find(word => !word?.startsWith('-')) : program
    const own = file != null && (shell || /\/|\.sh$/.test(file)) ? scriptOf(file, shell) : undefined
    if (own?.state === 'file' && (shell || /^#!.*sh\b/.test(own.file.source.text))) {
      const { source } = own.file
      script(parseShellFile(source), depth + 1, from, true)
      // `exec "$@"`: the words behind the script are the command.
      const at = words.indexOf(file ?? null)
      if (/"\$@"|\$\*/.test(source.text) && at + 1 < words.length) follow(words.slice(at + 1), depth + 1, place)
      return undefined
    }
    // What it does is not known; that it starts what it is given is what such scripts are for.
    if (!shell && /(?:^|\/)[\w.-]*entry-?point[\w.-]*$/i.test(program ?? '') && words.length > 1)
      return follow(words.slice(1), depth + 1, place)
    found.push({ ...place, words })
    return undefined
  }
  /** A script by its path, or by its name alone where the shell looks for programs. */
  const scriptOf = (file: string, shell: boolean): FoundFile => {
    const here = files.find(absolute(folder, file))
    if (here.state === 'file' || shell || file.includes('/')) return here
    return PATH.map(directory => files.find(`${directory}/${file}`)).find(one => one.state === 'file') ?? here
  }
  const place = { at: start.at, isSure: true, endsStart: true }
  if (start.script) script(start.script, 0, place)
  else follow(start.argv, 0, place)
  return found
}

/** Whether a script ends when a command of it fails: it is the last, or what follows only runs behind its success. */
function endsScript(commands: readonly ShellCommand[], index: number, exitOnError: boolean): boolean {
  const command = commands[index]
  if (!command || command.joined === '||' || command.joined === '|') return false
  for (let at = index; ; at++) {
    const { followed = 'end', inside = [] } = commands[at] ?? {}
    if (followed === '||' || followed === '|' || followed === '&' || inside.includes('subshell')) return false
    if (followed === '&&') continue
    return followed === 'end' || at === commands.length - 1 || exitOnError
  }
}

/** `[ "$SEED" = true ] && …` */
function isTest(command: ShellCommand | undefined): boolean {
  return command?.followed === '&&' && /^(?:\[\[?|test)$/.test(command.words[0] ?? '')
}

/** The folder that the deployment names, else WORKDIR of the shipped image, `/` where none is set. */
export function workingDirectory({
  image,
  workingDirectory: named,
}: Pick<Workload, 'image' | 'workingDirectory'>): string {
  return knownValue(named) ?? knownValue(image?.dockerfile?.workdir) ?? '/'
}

/** An absolute path inside the container. */
export function absolute(folder: string, path: string): string {
  return path.startsWith('/') ? path : `/${joinPath(folder.replace(/^\/+/, '') || '.', path)}`
}
