import type { ShellCommand, ShellScript } from '../shell.js'
import { builtinCannotFail, endsUnseen, SPECIAL } from './builtins.js'
import { readScript } from './grammar.js'
import { applySet, type FailureOptions, optionsInForce } from './options.js'
import { unwrapCommand } from './program.js'
import type { ShellList, ShellNode } from './tree.js'

/** How a piece of script can end: by running through with a status of zero or not, or by leaving the script. */
interface Ends {
  readonly zero: boolean
  readonly nonzero: boolean
  readonly leavesZero: boolean
  readonly leavesNonzero: boolean
}

const NOTHING: Ends = { zero: false, nonzero: false, leavesZero: false, leavesNonzero: false }
const ZERO: Ends = { ...NOTHING, zero: true }
const NONZERO: Ends = { ...NOTHING, nonzero: true }
const EITHER: Ends = { ...NOTHING, zero: true, nonzero: true }
/** A shell that follows POSIX leaves the script when one of its special builtins fails. */
const FATAL: Ends = { ...EITHER, leavesNonzero: true }
const ANYTHING: Ends = { zero: true, nonzero: true, leavesZero: true, leavesNonzero: true }

interface Context {
  /** What may be in force. One object for the whole shell, a copy for each subshell. */
  readonly options: { -readonly [Key in keyof FailureOptions]: FailureOptions[Key] }
  /** Whether what comes next runs for certain, so that it can take an option back. */
  readonly certain: boolean
  /** A loop sets options, which are in force in its second round: they are never taken back. */
  readonly locked: boolean
  /** The status that a bare `exit` would give. */
  last: Ends
  /** In a condition, or before `&&` and `||`: `set -e` has no say. */
  tested: boolean
  readonly functions: Set<string>
  readonly depth: number
}

const OFF: FailureOptions = { exitOnError: false, pipefail: false }
const DEPTH_LIMIT = 8

/**
 * Whether the exit status of the script can be other than 0 at all: false for `exit 0`, `… || true`, a last `echo`, a bare
 * `… &`. True whenever it cannot be told, and for a loop that may never end.
 */
export function canFail(script: ShellScript): boolean {
  return scriptCanFail(script, 0)
}

function scriptCanFail(
  script: Pick<ShellScript, 'text' | 'tree' | 'commands' | 'broken' | 'exitOnError' | 'pipefail'>,
  depth: number,
) {
  if (script.broken || depth > DEPTH_LIMIT || endsUnseen(script)) return true
  const loops = script.commands
    .filter(command => command.inside.includes('loop'))
    .map(({ words }) => applySet(OFF, words))
  const exitOnError = script.exitOnError || loops.some(options => options.exitOnError)
  const pipefail = script.pipefail || loops.some(options => options.pipefail)
  const locked = loops.some(options => options.exitOnError || options.pipefail)
  const options = { exitOnError, pipefail }
  const ends = endsOf(script.tree, {
    options,
    certain: true,
    locked,
    last: ZERO,
    tested: false,
    functions: new Set(),
    depth,
  })
  return ends.nonzero || ends.leavesNonzero
}

function endsOf(node: ShellNode, context: Context): Ends {
  if (node.kind === 'function') context.functions.add(node.name)
  if (node.kind === 'command') return leaving(commandEnds(node.command, context), context)
  if (node.kind === 'list') return listEnds(node, context)
  if (node.kind === 'chain') return chainEnds(node.items, context)
  if (node.kind === 'pipeline') return pipelineEnds(node.parts, node.negated, context)
  const ends = compoundEnds(node, context)
  return node.redirects.every(isSafe) ? ends : either(ends, NONZERO)
}

function compoundEnds(
  node: Exclude<ShellNode, { kind: 'command' | 'list' | 'chain' | 'pipeline' }>,
  context: Context,
): Ends {
  switch (node.kind) {
    case 'function':
      return ZERO
    case 'arithmetic':
      return leaving(EITHER, context)
    case 'group':
      return endsOf(node.body, context)
    case 'subshell':
      return leaving(inSubshell(node.body, context), context)
    case 'if':
      return ifEnds(node.branches, node.otherwise, context)
    case 'while': {
      const condition = endsOf(node.condition, { ...context, tested: true, certain: false, last: EITHER })
      // Nothing says that it ever ends.
      return either(either(EITHER, leaves(condition)), endsOf(node.body, { ...context, certain: false, last: EITHER }))
    }
    default:
      return node.bodies.reduce(
        (ends, body) => either(ends, endsOf(body, { ...context, certain: false, last: EITHER })),
        ZERO,
      )
  }
}

/** `set -e`: a failing command that nothing tests leaves the script. */
function leaving(ends: Ends, context: Context): Ends {
  return context.options.exitOnError && !context.tested && ends.nonzero ? { ...ends, leavesNonzero: true } : ends
}

function listEnds(list: ShellList, context: Context): Ends {
  let ends = ZERO
  for (const { node, background } of list.items) {
    const next = background ? ZERO : endsOf(node, context)
    ends = either(next, leaves(ends))
    context.last = next
    if (!next.zero && !next.nonzero) break
  }
  return ends
}

function chainEnds(
  items: readonly { readonly operator: 'start' | '&&' | '||'; readonly node: ShellNode }[],
  context: Context,
): Ends {
  let ends = ZERO
  for (const [index, { operator, node }] of items.entries()) {
    if (operator === '&&' ? !ends.zero : operator === '||' && !ends.nonzero) continue
    const inner = {
      ...context,
      tested: context.tested || index < items.length - 1,
      certain: context.certain && index === 0,
    }
    if (operator !== 'start') inner.last = operator === '&&' ? ZERO : NONZERO
    const next = endsOf(node, inner)
    const kept =
      operator === '&&' ? { ...ends, zero: false } : operator === '||' ? { ...ends, nonzero: false } : NOTHING
    ends = either(kept, next)
  }
  return ends
}

function pipelineEnds(parts: readonly ShellNode[], negated: boolean, context: Context): Ends {
  const inner = { ...context, tested: context.tested || negated }
  const [only] = parts
  const all = parts.length === 1 && only ? [endsOf(only, inner)] : parts.map(part => inSubshell(part, inner))
  const last = all.at(-1) ?? ZERO
  // A command whose reader is gone dies of SIGPIPE, and under pipefail that counts.
  const ends = inner.options.pipefail && parts.length > 1 ? { ...last, nonzero: true } : last
  return negated ? { ...ends, zero: ends.nonzero, nonzero: ends.zero } : leaving(ends, inner)
}

function ifEnds(
  branches: readonly { readonly condition: ShellList; readonly body: ShellList }[],
  otherwise: ShellList | undefined,
  context: Context,
): Ends {
  let ends = NOTHING
  for (const { condition, body } of branches) {
    const tested = endsOf(condition, { ...context, tested: true, certain: false })
    ends = either(ends, leaves(tested))
    if (tested.zero) ends = either(ends, endsOf(body, { ...context, certain: false, last: ZERO }))
    if (!tested.nonzero) return ends
  }
  return either(ends, otherwise ? endsOf(otherwise, { ...context, certain: false, last: NONZERO }) : ZERO)
}

/** Leaving a subshell is the end of the subshell only. */
function inSubshell(node: ShellNode, context: Context): Ends {
  const inner = { ...context, options: { ...context.options }, certain: true }
  const ends = endsOf(node, inner)
  return { ...NOTHING, zero: ends.zero || ends.leavesZero, nonzero: ends.nonzero || ends.leavesNonzero }
}

function either(one: Ends, other: Ends): Ends {
  return {
    zero: one.zero || other.zero,
    nonzero: one.nonzero || other.nonzero,
    leavesZero: one.leavesZero || other.leavesZero,
    leavesNonzero: one.leavesNonzero || other.leavesNonzero,
  }
}

function leaves(ends: Ends): Ends {
  return { ...ends, zero: false, nonzero: false }
}

function commandEnds(command: ShellCommand, context: Context): Ends {
  const ends = wordsEnds(command, context)
  if (command.redirects.every(isSafe)) return ends
  return either(ends, SPECIAL.has(command.words[0] ?? '') ? FATAL : NONZERO)
}

/** Whether opening the target cannot fail, nor writing to what is then open. */
function isSafe({ operator, target }: ShellCommand['redirects'][number]): boolean {
  if (/[<>]&$/.test(operator)) return /^[012]$/.test(target) || (target === '-' && /^(?:0?<|2>)/.test(operator))
  return operator.includes('<<') || /^\/dev\/(?:null|stdout|stderr)$/.test(target)
}

const EXITS = new Set(['exit', 'return'])
const ALWAYS_ZERO = new Set([':', 'true', 'echo'])
const DECLARES = new Set(['export', 'readonly', 'declare', 'typeset'])
const READS_INPUT = new Set(['cat', 'tee', 'wc', 'head', 'tail', 'sort', 'uniq'])

function wordsEnds(command: ShellCommand, context: Context): Ends {
  const name = command.words[0]
  if (name === undefined) return command.assignments.some(hasSubstitution) ? EITHER : ZERO
  if (name === 'set') {
    setOptions(command.words, context)
    return builtinEnds(name, command.words.slice(1))
  }
  if (context.functions.has(name)) return ANYTHING
  if (EXITS.has(name)) return exitEnds(command.words[1], context)
  if (name === 'exec') return execEnds(command, context)
  if (name === 'eval' || name === '.' || name === 'source') return ANYTHING
  return programEnds(command.words, context)
}

function builtinEnds(name: string, operands: readonly string[]): Ends {
  if (builtinCannotFail(name, operands)) return ZERO
  return SPECIAL.has(name) ? FATAL : EITHER
}

function setOptions(words: readonly string[], { options, certain, locked }: Context): void {
  const { exitOnError, pipefail } = applySet(options, words)
  const kept = locked || !certain
  options.exitOnError = exitOnError || (kept && options.exitOnError)
  options.pipefail = pipefail || (kept && options.pipefail)
}

function hasSubstitution(text: string): boolean {
  return text.includes('$(') || text.includes('`')
}

function exitEnds(status: string | undefined, context: Context): Ends {
  if (status === undefined || status === '$?') {
    return { ...NOTHING, leavesZero: context.last.zero, leavesNonzero: context.last.nonzero }
  }
  if (!/^[0-9]+$/.test(status)) return { ...NOTHING, leavesZero: true, leavesNonzero: true }
  return Number(status) % 256 === 0 ? { ...NOTHING, leavesZero: true } : { ...NOTHING, leavesNonzero: true }
}

function execEnds(command: ShellCommand, context: Context): Ends {
  const words = unwrapCommand(command.words)
  if (words[0] === 'exec') return EITHER
  const ends = programEnds(words, context)
  return { ...NOTHING, leavesZero: ends.zero, leavesNonzero: ends.nonzero }
}

function programEnds(words: readonly string[], context: Context): Ends {
  const program = words[0]?.replace(/^(?:\/usr)?\/bin\//, '') ?? ''
  const operands = words.slice(1)
  if (ALWAYS_ZERO.has(program)) return ZERO
  if (program === 'false') return NONZERO
  if (DECLARES.has(program)) return operands.every(word => /^[A-Za-z_]\w*(?:=|$)/.test(word)) ? ZERO : FATAL
  if (SPECIAL.has(program) || program === 'umask' || program === 'pwd') return builtinEnds(program, operands)
  if (program === 'printf') return /%[^s%]/.test(operands[0] ?? '%d') ? EITHER : ZERO
  if (program === 'sleep') return operands.length === 1 && /^[0-9.]+[smhd]?$/.test(operands[0] ?? '') ? ZERO : EITHER
  if (program === 'wait') return operands.length === 0 ? ZERO : EITHER
  if (READS_INPUT.has(program)) return operands.every(word => /^-\w*$|^[0-9]+$/.test(word)) ? ZERO : EITHER
  if (program === 'tr') return operands.length > 0 && operands.length < 4 ? ZERO : EITHER
  if (/^(?:ba|da|a|k|z)?sh$/.test(program)) return nestedShellEnds(operands, context)
  const inner = program === 'command' || program === 'exec' || program === 'builtin' ? unwrapCommand(words) : words
  return inner.length < words.length ? programEnds(inner, context) : EITHER
}

function nestedShellEnds(operands: readonly string[], context: Context): Ends {
  const at = operands.findIndex(word => /^-[a-z]*c$/.test(word))
  const text = operands[at + 1]
  if (at === -1 || text === undefined || operands.slice(0, at).some(word => !word.startsWith('-'))) return EITHER
  // The outer shell would put something unknown into the inner text.
  if (/[$`]/.test(text)) return EITHER
  const read = readScript(text)
  const exitOnError = operands.slice(0, at + 1).some(word => /^-[a-z]*e/.test(word))
  const options = optionsInForce(text, read.tree, { exitOnError })
  return scriptCanFail({ ...read, ...options, text }, context.depth + 1) ? EITHER : ZERO
}
