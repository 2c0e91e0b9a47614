import { callersOf } from '../../../code/calls.js'
import { indexOf } from '../../../code/file-index.js'
import type { Program } from '../../../code/program.js'
import { functionsAround } from '../../../code/scopes.js'
import type { CodeFile, Expression, FunctionNode, ObjectLiteral } from '../../../code/syntax.js'
import { peel } from '../../../code/walk.js'
import type { Workload } from '../../system.js'
import { conditionsAround, type Verdict, verdictOf } from './conditions.js'

/** A part of a file. */
interface Place {
  readonly file: CodeFile
  readonly start: number
  readonly end: number
}

/** What runs of the code of a workload, and how often calls are followed. */
interface Start {
  readonly program: Program
  readonly workload: Workload
  /** Whether the program of the workload loads a file. */
  readonly loads: (file: CodeFile) => boolean
}

const DEEPEST = 8
const OFF: Verdict = { state: 'off' }
const ON: Verdict = { state: 'on' }

/**
 * Whether the start of a program of Go gets to a place, through the functions that call each other: what only a command of its
 * own does (`api migrate`) is not the start of a server.
 */
export function startReaches(start: Start, place: Place, steps = DEEPEST): Verdict {
  if (steps <= 0) return { state: 'unknown', because: 'too many functions call each other before it' }
  const { program, workload } = start
  // That nothing fails before it is what a start is meant to do.
  const conditions = conditionsAround(place.file, place.start, place.end).filter(({ node }) => !asksForError(node))
  const here = verdictOf(program, conditions, workload)
  if (here.state === 'off') return here
  const above = comesTo(start, place, steps)
  if (above.state === 'off' || (above.state === 'unknown' && here.state === 'on')) return above
  return here
}

/** `err != nil`, `db == nil`. */
function asksForError(node: Expression): boolean {
  const inner = peel(node)
  return inner.kind === 'binary' && inner.right.kind === 'literal' && inner.right.value === null
}

function comesTo(start: Start, { file, start: offset }: Place, steps: number): Verdict {
  const around = functionsAround(file, offset)
  const told = around.map(fn => commandOf(file, fn)).find(one => one !== undefined)
  if (told !== undefined) return isAskedFor(told, start.workload)
  const fn = around.at(-1)
  if (fn?.name === undefined || /^(?:main|init)$/.test(fn.name)) return ON
  const { calls, complete } = callersOf(start.program, { file, node: fn })
  const own = calls.filter(call => start.loads(call.file))
  const verdicts = own.map(call => startReaches(start, { ...call.node, file: call.file }, steps - 1))
  const best = verdicts.find(({ state }) => state === 'on') ?? verdicts.find(({ state }) => state === 'unknown')
  if (best) return best
  // Frameworks are given functions by their names: `fx.Invoke(migrate)`.
  const isGiven = calls.length === 0 && isNamedIn(start, fn.name)
  return complete && !isGiven ? OFF : { state: 'unknown', because: `what calls ${fn.name} is not known` }
}

function isNamedIn({ program, loads }: Start, name: string): boolean {
  return [...program.files.values()].some(
    file =>
      file.language === 'go' &&
      loads(file) &&
      indexOf(file).calls.some(call =>
        call.arguments
          .map(peel)
          .some(one => (one.kind === 'member' ? one.property : one.kind === 'name' ? one.name : '') === name),
      ),
  )
}

/** The functions of a command of Cobra or urfave/cli: https://pkg.go.dev/github.com/spf13/cobra#Command */
const RUNS = /^(?:(?:Persistent)?(?:Pre|Post)?RunE?|Action|Before)$/

/** The name of the command whose function this is; empty where it is not told. */
function commandOf(file: CodeFile, fn: FunctionNode): string | undefined {
  const object = indexOf(file).objects.find(({ entries }) =>
    entries.some(one => one.kind === 'entry' && RUNS.test(one.key ?? '') && one.value === fn),
  )
  return object && nameIn(object)
}

function nameIn({ entries }: ObjectLiteral): string {
  const name = entries.find(one => one.kind === 'entry' && /^(?:Use|Name)$/.test(one.key ?? ''))
  const value = name?.kind === 'entry' ? name.value : undefined
  return value?.kind === 'literal' ? (String(value.value).split(/\s/)[0] ?? '') : ''
}

/** Whether a workload is told to run a command. The first of all has the name of its program. */
function isAskedFor(command: string, { start }: Workload): Verdict {
  const words = (start?.argv ?? []).flatMap(word => word?.split(/[\s/]+/) ?? [])
  if (command !== '' && words.includes(command)) return ON
  if (/migrat|schema|seed|setup|\bdb\b/i.test(command)) return OFF
  return { state: 'unknown', because: `whether the start runs the command ${command || 'that does it'} is not known` }
}
