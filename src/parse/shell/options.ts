import type { ShellCommand, ShellOptions } from '../shell.js'
import type { ShellNode } from './tree.js'

/** The options that say what the shell does when a command fails. */
export interface FailureOptions {
  readonly exitOnError: boolean
  readonly pipefail: boolean
}

const SHELL = /^#![^\n]*\b(?:sh|bash|dash|ash|ksh|zsh)[ \t]([^\n]*)/
const HARMLESS = new Set([':', 'echo', 'printf', 'export', 'readonly', 'umask', 'trap', 'shopt', 'local', 'declare'])

/**
 * The options in force when the first command that does something runs: from how the shell is started, from the `#!` line,
 * and from the `set` commands at the top.
 */
export function optionsInForce(text: string, tree: ShellNode, given: ShellOptions): FailureOptions {
  const shebang = SHELL.exec(text)?.[1] ?? ''
  const started = { exitOnError: given.exitOnError ?? false, pipefail: given.pipefail ?? false }
  let options = applySet(started, ['set', ...shebang.split(/\s+/).filter(word => word !== '')])
  const items = tree.kind === 'list' ? tree.items : []
  for (const { node } of items) {
    if (node.kind === 'function') continue
    if (node.kind !== 'command' || !isPreamble(node.command)) return options
    options = applySet(options, node.command.words)
  }
  return options
}

function isPreamble(command: ShellCommand): boolean {
  const name = command.words[0]
  return name === undefined || name === 'set' || HARMLESS.has(name)
}

/** The options after a `set` command; unchanged by any other. */
export function applySet(options: FailureOptions, words: readonly string[]): FailureOptions {
  if (words[0] !== 'set') return options
  let { exitOnError, pipefail } = options
  for (let index = 1; index < words.length; index++) {
    const word = words[index] ?? ''
    if (word === '--' || !/^[-+][A-Za-z]/.test(word)) break
    const on = word.startsWith('-')
    if (word.includes('e')) exitOnError = on
    if (!word.includes('o')) continue
    const name = words[++index]
    if (name === 'errexit') exitOnError = on
    if (name === 'pipefail') pipefail = on
  }
  return { exitOnError, pipefail }
}
