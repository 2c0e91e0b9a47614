import { type ShellScript, unwrapCommand } from '../../parse/shell.js'
import type { Span } from '../../source.js'
import type { Tree } from '../../tree.js'
import { packageScript } from '../image/package-script.js'
import { scriptsRunBy } from '../run-scripts.js'
import type { Workload } from '../system.js'

/** A command that a workload runs when it starts, and where it is written. */
export interface StartedCommand {
  readonly words: readonly string[]
  /** What stands before it: `NODE_ENV=production`. */
  readonly assignments: readonly string[]
  readonly at: Span
}

/** Scripts that call each other beyond which nobody follows. */
const DEEPEST = 5

/** The commands of a start: those of the deployment or image, of the scripts and of the npm scripts that these call. */
export function startedCommands(workload: Workload, tree: Tree): readonly StartedCommand[] {
  const { start } = workload
  if (!start) return []
  const own: readonly StartedCommand[] = start.script
    ? start.script.commands.map(({ words, assignments }) => ({ words, assignments, at: start.at }))
    : [{ words: start.argv.map(word => word ?? ''), assignments: [], at: start.at }]
  const called = scriptsRunBy(workload, tree)
    .filter(script => script !== start.script)
    .flatMap(commandsOf)
  return [...own, ...called].flatMap(command => [command, ...fromPackage(command, workload, tree, 0)])
}

function commandsOf({ commands, at }: ShellScript): readonly StartedCommand[] {
  return commands.map(({ words, assignments, start, end }) => ({
    words,
    assignments,
    at: { path: at.path, start: at.start + start, end: at.start + end },
  }))
}

/** What `npm start` and its kind run, `prestart` included. */
function fromPackage(
  { words }: StartedCommand,
  workload: Workload,
  tree: Tree,
  depth: number,
): readonly StartedCommand[] {
  const [program = '', ...rest] = unwrapCommand(words)
  const script = depth < DEEPEST ? packageScript([program, ...rest], workload, tree) : undefined
  if (!script) return []
  const name = rest.filter(word => word !== null && !word.startsWith('-') && !/^run(?:-script)?$/.test(word))[0]
  const before = name ? packageScript([program, 'run', `pre${name}`], workload, tree) : undefined
  return [before, script].flatMap(one =>
    (one?.commands ?? []).flatMap(({ words: inner, assignments }) => {
      const command = { words: inner, assignments, at: one?.at ?? script.at }
      return [command, ...fromPackage(command, workload, tree, depth + 1)]
    }),
  )
}
