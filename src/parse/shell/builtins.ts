import type { ShellCommand, ShellScript } from '../shell.js'

/** Special builtins of POSIX (XCU 2.14): when one of them fails, a shell that follows POSIX leaves the script. */
export const SPECIAL: ReadonlySet<string> = new Set([
  ...[':', '.', 'break', 'continue', 'eval', 'exec', 'exit', 'export', 'readonly', 'return', 'set', 'shift', 'times'],
  ...['trap', 'unset'],
])

const SET_NAMES = new Set([
  ...['allexport', 'errexit', 'ignoreeof', 'monitor', 'noclobber', 'noexec', 'noglob', 'nounset', 'notify', 'pipefail'],
  ...['verbose', 'vi', 'xtrace'],
])
const SIGNAL = /^(?:HUP|INT|QUIT|TERM|USR[12]|PIPE|ALRM|CHLD|WINCH|CONT|TSTP|EXIT|[0-9]|1[0-5])$/
const NAME = /^[A-Za-z_]\w*$/

/** Whether `set`, `trap`, `unset`, `umask`, `pwd` or `times` succeeds with these operands; false for any other builtin. */
export function builtinCannotFail(name: string, operands: readonly string[]): boolean {
  switch (name) {
    case 'set':
      return setCannotFail(operands)
    case 'trap':
      return operands.length === 0 || (operands.length > 1 && operands.slice(1).every(word => SIGNAL.test(word)))
    case 'unset':
      return operands.every((word, index) => NAME.test(word) || (index === 0 && /^-[fv]$/.test(word)))
    case 'umask':
      return operands.length === 0 || (operands.length === 1 && /^[0-7]{1,4}$/.test(operands[0] ?? ''))
    case 'pwd':
    case 'times':
      return operands.length === 0
    default:
      return false
  }
}

function setCannotFail(operands: readonly string[]): boolean {
  for (let index = 0; index < operands.length; index++) {
    const word = operands[index] ?? ''
    if (word === '--' || word === '-') return true
    if (!/^[-+]/.test(word)) return !/[$`]/.test(word)
    if (!/^[-+][abCefhmnuvx]*o?$/.test(word)) return false
    if (word.endsWith('o') && index + 1 < operands.length && !SET_NAMES.has(operands[++index] ?? '')) return false
  }
  return true
}

/**
 * Whether something that is no command of its own can end the script with a status other than 0: a trap, a variable that must
 * be set (`${A?}`, or any under `set -u`), or setting a variable that is read-only.
 */
export function endsUnseen({ text, commands }: Pick<ShellScript, 'text' | 'commands'>): boolean {
  if (commands.some(setsTrap) || /\$\{[^}\s]*\?/.test(text)) return true
  if (commands.some(setsNounset) && /\$[A-Za-z_{1-9]/.test(text)) return true
  return setsReadOnly(commands)
}

function setsTrap({ words }: ShellCommand): boolean {
  return words[0] === 'trap' && words.slice(2).some(signal => /^(?:EXIT|ERR|DEBUG|RETURN|0|\$.*)$/i.test(signal))
}

function setsNounset({ words }: ShellCommand): boolean {
  return words[0] === 'set' && words.some(word => word === 'nounset' || /^-[A-Za-z]*u/.test(word))
}

const DECLARES = new Set(['export', 'readonly', 'declare', 'typeset', 'local', 'unset', 'read'])

function setsReadOnly(commands: readonly ShellCommand[]): boolean {
  const readOnly = commands.filter(({ words }) => {
    const [name = '', ...operands] = words
    return name === 'readonly' || (DECLARES.has(name) && operands.some(word => /^-[A-Za-z]*r/.test(word)))
  })
  if (readOnly.length === 0) return false
  const nameOf = (word: string) => /^[A-Za-z_]\w*/.exec(word)?.[0] ?? ''
  const names = new Set(readOnly.flatMap(({ words }) => words.slice(1).map(nameOf)))
  const times = new Map<string, number>()
  for (const { words, assignments, inside } of commands) {
    const operands = DECLARES.has(words[0] ?? '') ? words.slice(1) : []
    const repeated = inside.includes('loop') || inside.includes('function') ? 2 : 1
    for (const name of [...assignments, ...operands].map(nameOf)) times.set(name, (times.get(name) ?? 0) + repeated)
  }
  return [...names].some(name => name !== '' && (times.get(name) ?? 0) > 1)
}
