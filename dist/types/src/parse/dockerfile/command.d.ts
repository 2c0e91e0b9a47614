import type { DockerfileCommand, Instruction } from '../dockerfile.js';
import { type ShellScript } from '../shell.js';
/** What a Linux builder runs the shell form with, as long as no SHELL says otherwise. */
export declare const DEFAULT_SHELL: readonly string[];
/** The command of CMD or ENTRYPOINT. */
export declare function commandOf(instruction: Instruction, shell: readonly string[]): DockerfileCommand;
/** The command of `HEALTHCHECK CMD …`; undefined for NONE. */
export declare function healthcheckCommand(instruction: Instruction, shell: readonly string[]): DockerfileCommand | undefined;
/**
 * What a RUN gives to the shell: its text, or the body of the heredoc when that is all there is. Undefined for the exec
 * form, for a heredoc with a `#!` line of another interpreter, and when SHELL is no POSIX shell.
 */
export declare function runScript(instruction: Instruction, shell?: readonly string[]): ShellScript | undefined;
