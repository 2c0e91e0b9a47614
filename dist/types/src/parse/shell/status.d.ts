import type { ShellScript } from '../shell.js';
/**
 * Whether the exit status of the script can be other than 0 at all: false for `exit 0`, `… || true`, a last `echo`, a bare
 * `… &`. True whenever it cannot be told, and for a loop that may never end.
 */
export declare function canFail(script: ShellScript): boolean;
