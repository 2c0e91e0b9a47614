import type { Source, Span } from '../source.js';
import type { ShellNode } from './shell/tree.js';
export { programOf, unwrapCommand } from './shell/program.js';
export { splitComposeCommand, splitWords } from './shell/split.js';
export { canFail } from './shell/status.js';
export type { ShellNode } from './shell/tree.js';
/**
 * A shell text as far as an auditor needs it: the simple commands in order, how they are joined, and what the shell
 * does when one of them fails. Never executed; anything that cannot be told is null.
 */
export interface ShellScript {
    readonly text: string;
    readonly at: Span;
    /** In the order of their first character; commands inside `$(…)` follow the command that they are a word of. */
    readonly commands: readonly ShellCommand[];
    /** `set -e` / `sh -e` in force from the start. */
    readonly exitOnError: boolean;
    /** `set -o pipefail` in force from the start. */
    readonly pipefail: boolean;
    /** The same commands in the structure that decides which of them run. */
    readonly tree: ShellNode;
    /** True when a quote, bracket or keyword is not closed, or the nesting is too deep to follow. */
    readonly broken: boolean;
}
/** A simple command of a script. */
export interface ShellCommand {
    /** Words with quotes removed; a word that holds `$x`, `$(…)` or a glob is given with them, unexpanded. Leading
     *  `NAME=value` assignments are in `assignments`, not here. */
    readonly words: readonly string[];
    readonly assignments: readonly string[];
    /** How it is joined to the command before it. `start`: first of its list. A line break counts as `;`. The first command of
     *  a compound command is joined as the whole of it is. */
    readonly joined: 'start' | '&&' | '||' | ';' | '|' | '&';
    /** The operator behind it. `end`: last of its list. The last command of `{ … }` and `( … )` has the operator behind them. */
    readonly followed: 'end' | '&&' | '||' | ';' | '|' | '&';
    /** Inside `while`, `until` or `for`; the condition of `if`, `while` and `until`; the branches of `if` and `case`; `$(…)` or
     *  backticks; a function body; `( … )`. Outermost first. */
    readonly inside: readonly ('loop' | 'condition' | 'branch' | 'substitution' | 'function' | 'subshell')[];
    /** Operators as written with the file descriptor in front: `>`, `2>`, `2>&` (target `1`), `<<` (target: the delimiter). */
    readonly redirects: readonly {
        readonly operator: string;
        readonly target: string;
    }[];
    /** Offsets into the script's text. */
    readonly start: number;
    readonly end: number;
}
/** Options that the shell is started with, as in `sh -e` or `SHELL ["/bin/bash", "-o", "pipefail", "-c"]`. */
export interface ShellOptions {
    readonly exitOnError?: boolean;
    readonly pipefail?: boolean;
}
/** Reads a shell text. `at` is where it stands; offsets inside are relative to `text`. Never throws, bounded depth. */
export declare function parseShell(text: string, at: Span, options?: ShellOptions): ShellScript;
/** Reads a file that is a shell script from end to end. Once for each file, however many containers start it. */
export declare function parseShellFile(source: Source): ShellScript;
