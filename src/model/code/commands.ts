import { parseShell, type ShellCommand, type ShellScript, unwrapCommand } from '../../parse/shell.js'
import { joinPath } from '../../paths.js'
import { knownValue } from '../../source.js'
import type { Tree } from '../../tree.js'
import { containerFilesOf } from '../container-files.js'
import { packageScript } from '../image/package-script.js'
import { shellText } from '../start.js'
import type { Image, StartCommand, Workload } from '../system.js'

export type Words = readonly (string | null)[]

/** What starts a container: a workload, or an image that no workload runs. */
export type Started = Pick<Workload, 'image' | 'pm2' | 'deployment' | 'at' | 'mounts'> & {
  readonly start?: StartCommand
  /** The folder of the repository that a platform runs it in, where nothing builds a container. */
  readonly directory?: string
}

/** Scripts that start scripts beyond which nobody follows, and commands in all. */
const DEEPEST = 6
const MOST = 200

/**
 * The commands that a container runs when it starts, without what only wraps them: shells, start scripts of the repository
 * and package managers are followed. In the order in which they are run. `onlySure` leaves out those that run under a condition.
 */
export function startedCommands(container: Started, tree: Tree, onlySure = false): readonly Words[] {
  const { start, image } = container
  if (!start) return []
  const files = containerFilesOf(container, tree)
  const folder = workingDirectory(image)
  const found: Words[] = []
  const script = ({ commands }: ShellScript, depth: number) => {
    for (const [index, { inside, words }] of commands.entries()) {
      if (inside.includes('condition')) continue
      if (onlySure && (inside.includes('branch') || inside.includes('function') || isTest(commands[index - 1])))
        continue
      follow(words, depth)
    }
  }
  const follow = (argv: Words, depth: number) => {
    const words = unwrapCommand(argv)
    const [program] = words
    if (words.length === 0 || found.length >= MOST) return
    if (depth > DEEPEST) return void found.push(words)
    const text = shellText(words)
    if (text !== undefined) return script(parseShell(text, start.at), depth + 1)
    const packaged = packageScript(words, container, tree)
    if (packaged) return script(packaged, depth + 1)
    const shell = /(?:^|\/)(?:ba|da|a)?sh$/.test(program ?? '')
    const file = shell ? words.slice(1).find(word => !word?.startsWith('-')) : program
    const own = file != null && (shell || /\/|\.sh$/.test(file)) ? files.find(absolute(folder, file)) : undefined
    if (own?.state === 'file' && (shell || /^#!.*sh\b/.test(own.file.source.text))) {
      const { source } = own.file
      script(parseShell(source.text, { path: source.path, start: 0, end: source.text.length }), depth + 1)
      // `exec "$@"`: the words behind the script are the command.
      const at = words.indexOf(file ?? null)
      if (/"\$@"|\$\*/.test(source.text) && at + 1 < words.length) follow(words.slice(at + 1), depth + 1)
      return undefined
    }
    found.push(words)
    return undefined
  }
  if (start.script) script(start.script, 0)
  else follow(start.argv, 0)
  return found
}

/** `[ "$SEED" = true ] && …` */
function isTest(command: ShellCommand | undefined): boolean {
  return command?.followed === '&&' && /^(?:\[\[?|test)$/.test(command.words[0] ?? '')
}

/** WORKDIR of the shipped image, `/` where none is set. */
export function workingDirectory(image: Image | undefined): string {
  return knownValue(image?.dockerfile?.workdir) ?? '/'
}

/** An absolute path inside the container. */
export function absolute(folder: string, path: string): string {
  return path.startsWith('/') ? path : `/${joinPath(folder.replace(/^\/+/, '') || '.', path)}`
}
