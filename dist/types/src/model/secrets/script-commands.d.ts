import type { Span } from '../../source.js';
import type { Tree } from '../../tree.js';
/** A secret in a command of a script, a crontab or a pipeline, or in a variable that such a command is given. */
export interface ScriptCommandSecret {
    /** The option or variable: `-p of mysqldump`, `PGPASSWORD`. */
    readonly name: string;
    /** It holds only where this variable is not set: `PGPASSWORD="${DB_PASSWORD:-text}"`. */
    readonly fallbackOf?: string;
    readonly at: Span;
}
/** What scripts of production give to the programs that they start. What is for tests and for working on the code is left out. */
export declare function scriptCommandSecrets(tree: Tree): readonly ScriptCommandSecret[];
