import type { ShellCommand, ShellScript } from '../../parse/shell.js'

/** A way in which a script goes on as if a command had worked. */
export interface HiddenFailure {
  /** A clause without capital and full stop. */
  readonly because: string
  readonly fix: string
  readonly command: ShellCommand
}

/** How the failure of the commands that `isDump` names is hidden; undefined when it shows. */
export function hiddenFailure(
  script: ShellScript,
  isDump: (command: ShellCommand) => boolean,
): HiddenFailure | undefined {
  for (const [index, command] of script.commands.entries()) {
    if (!isDump(command)) continue
    const found = hiddenAt(script, command, index)
    if (found) return { ...found, command }
  }
  return undefined
}

function hiddenAt(
  script: ShellScript,
  command: ShellCommand,
  index: number,
): Omit<HiddenFailure, 'command'> | undefined {
  const rest = commandsAfter(script, command, index)
  const [next, afterNext] = rest
  const name = command.words[0] ?? 'the dump'
  if (command.followed === '||' && next && isHarmless(next) && !isFailure(afterNext))
    return {
      because: `"|| ${next.words.join(' ')}" turns a failure of ${name} into success`,
      fix: 'Remove it, and let the script end with the status of the dump.',
    }
  if (command.followed === '|' && !script.pipefail)
    return {
      because: `${name} is piped without pipefail, so only the status of ${lastOfPipe([command, ...rest])} counts`,
      fix: 'Begin the script with `set -euo pipefail` (bash), or write to a file first and compress it afterwards.',
    }
  if (mixesErrors(command))
    return {
      because: `the error messages of ${name} are written into the dump`,
      fix: 'Leave standard error alone (`2>&1` mixes it into the file), so that a failure is seen.',
    }
  if (
    command.followed === ';' &&
    next &&
    !script.exitOnError &&
    !command.inside.includes('condition') &&
    !looksAtStatus(next) &&
    !/^(exit|done|fi|sleep|wait)$/.test(next.words[0] ?? '')
  )
    return {
      because: `the script goes on after a failure of ${name}`,
      fix: 'Begin the script with `set -euo pipefail`, or join the steps with `&&`.',
    }
  return undefined
}

function isHarmless(command: ShellCommand): boolean {
  const program = command.words[0]
  return program === 'true' || program === ':' || program === 'echo' || (program === 'exit' && command.words[1] === '0')
}

/** `|| { echo "dump failed"; exit 1; }` says so and ends. */
function isFailure(command: ShellCommand | undefined): boolean {
  const [program, status] = command?.words ?? []
  return program === 'false' || ((program === 'exit' || program === 'return') && status !== undefined && status !== '0')
}

/** What follows a command, without what stands in `$(…)`, such as the date in the name of a file. */
function commandsAfter(script: ShellScript, command: ShellCommand, index: number): readonly ShellCommand[] {
  const rest = script.commands.slice(index + 1)
  return command.inside.includes('substitution') ? rest : rest.filter(({ inside }) => !inside.includes('substitution'))
}

function lastOfPipe(commands: readonly ShellCommand[]): string {
  const last = commands.find(({ followed }) => followed !== '|')
  return last?.words[0] ?? 'the last command'
}

function looksAtStatus(command: ShellCommand): boolean {
  return (
    command.words.some(word => word.includes('$?') || word.includes('PIPESTATUS')) ||
    command.assignments.some(word => word.includes('$?'))
  )
}

/** Standard error goes where the dump goes: into the file or pipe of standard output, which no option replaces. */
function mixesErrors({ words, redirects, followed }: ShellCommand): boolean {
  if (words.some(word => /^(-f.*|--file(=.*)?|-o|--out(=.*)?|--archive=.+|--result-file=.*|-r)$/.test(word)))
    return false
  if (redirects.some(({ operator }) => operator === '&>' || operator === '&>>')) return true
  const output = redirects.findIndex(({ operator }) => /^1?>>?$/.test(operator))
  const errors = redirects.findIndex(({ operator, target }) => operator === '2>&' && target === '1')
  return errors !== -1 && (output === -1 ? followed === '|' : output < errors)
}
