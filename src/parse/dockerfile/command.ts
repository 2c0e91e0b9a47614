import type { Span } from '../../source.js'
import type { DockerfileCommand, Instruction } from '../dockerfile.js'
import { parseShell, type ShellOptions, type ShellScript } from '../shell.js'
import { readExecForm } from './instruction.js'

/** What a Linux builder runs the shell form with, as long as no SHELL says otherwise. */
export const DEFAULT_SHELL: readonly string[] = ['/bin/sh', '-c']

const POSIX_SHELL = /(?:^|\/)(?:ba|da|a|k|mk|z)?sh$/

/** The command of CMD or ENTRYPOINT. */
export function commandOf(instruction: Instruction, shell: readonly string[]): DockerfileCommand {
  const { text, at, exec } = instruction
  return exec ? { form: 'exec', argv: exec, text, at } : shellCommand(text, at, shell)
}

/** The command of `HEALTHCHECK CMD …`; undefined for NONE. */
export function healthcheckCommand(instruction: Instruction, shell: readonly string[]): DockerfileCommand | undefined {
  const [type] = instruction.words
  if (type?.text.toUpperCase() !== 'CMD') return undefined
  const text = instruction.text.slice(type.text.length).trim()
  const at = { ...instruction.at, start: instruction.words[1]?.at.start ?? type.at.start }
  const argv = readExecForm(text)
  return argv ? { form: 'exec', argv, text, at } : shellCommand(text, at, shell)
}

/**
 * What a RUN gives to the shell: its text, or the body of the heredoc when that is all there is. Undefined for the exec
 * form, for a heredoc with a `#!` line of another interpreter, and when SHELL is no POSIX shell.
 */
export function runScript(instruction: Instruction, shell: readonly string[] = DEFAULT_SHELL): ShellScript | undefined {
  if (instruction.keyword !== 'RUN' || instruction.exec) return undefined
  const [heredoc] = instruction.heredocs
  const whole = heredoc !== undefined && instruction.words.length === 1
  const text = whole ? heredoc.text : instruction.text
  if (whole && /^#!(?!.*\b(?:ba|da|a)?sh\b)/.test(text)) return undefined
  return script(text, whole ? heredoc.at : instruction.at, shell)
}

function shellCommand(text: string, at: Span, shell: readonly string[]): DockerfileCommand {
  const parsed = script(text, at, shell)
  return { form: 'shell', ...(parsed && { script: parsed }), text, at }
}

function script(text: string, at: Span, shell: readonly string[]): ShellScript | undefined {
  return POSIX_SHELL.test(shell[0] ?? '') ? parseShell(text, at, optionsOf(shell)) : undefined
}

function optionsOf(shell: readonly string[]): ShellOptions {
  const exitOnError = shell.some(word => /^-[a-z]*e/.test(word)) || shell.includes('errexit')
  return { exitOnError, pipefail: shell.includes('pipefail') }
}
