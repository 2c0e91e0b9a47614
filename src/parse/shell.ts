import type { Span } from '../source.js'

/**
 * A shell text as far as an auditor needs it: the simple commands in order, how they are joined, and what the shell
 * does when one of them fails. Never executed; anything that cannot be told is null.
 */
export interface ShellScript {
  readonly text: string
  readonly at: Span
  readonly commands: readonly ShellCommand[]
  /** `set -e` / `sh -e` in force from the start. */
  readonly exitOnError: boolean
  /** `set -o pipefail` in force from the start. */
  readonly pipefail: boolean
}

export interface ShellCommand {
  /** Words with quotes removed; a word that holds `$x`, `$(…)` or a glob is given with them, unexpanded. Leading
   *  `NAME=value` assignments are in `assignments`, not here. */
  readonly words: readonly string[]
  readonly assignments: readonly string[]
  /** How it is joined to the command before it. `start`: first of its list. */
  readonly joined: 'start' | '&&' | '||' | ';' | '|' | '&'
  /** The operator behind it. */
  readonly followed: 'end' | '&&' | '||' | ';' | '|' | '&'
  /** Inside `while`, `until` or `for`; `if` and `case`; `$(…)` or backticks; a function body. */
  readonly inside: readonly ('loop' | 'condition' | 'branch' | 'substitution' | 'function' | 'subshell')[]
  readonly redirects: readonly { readonly operator: string; readonly target: string }[]
  /** Offsets into the script's text. */
  readonly start: number
  readonly end: number
}

/** Reads a shell text. `at` is where it stands; offsets inside are relative to `text`. Never throws, bounded depth. */
export declare function parseShell(text: string, at: Span): ShellScript

/** Splits a line into words as POSIX shlex does (what Compose does with a one-string command); undefined when a quote is open. */
export declare function splitWords(text: string): string[] | undefined

/** Whether the exit status of the script can be other than 0 at all: false for `exit 0`, `… || true`, a last `echo`, a bare `… &`. */
export declare function canFail(script: ShellScript): boolean
