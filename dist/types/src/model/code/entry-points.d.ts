import type { Words } from '../process/run-commands.js';
import type { Runtime } from './service.js';
/** What a command runs, as far as its words tell. */
export interface EntryPoint {
    readonly runtime: Runtime;
    /** `file`: a path · `module`: a dotted Python module · `framework`: found by the framework itself in the folder (Next.js) · `binary`: a built program. */
    readonly kind: 'file' | 'module' | 'framework' | 'binary';
    readonly name: string;
    /** The name in the module that is served: `app` of `uvicorn main:app`. */
    readonly attribute?: string;
    /** Where it looks for the module, from the working directory: `--chdir`, `--app-dir`. */
    readonly directory?: string;
    /** It takes jobs from a queue or runs a command of administration, and answers no requests whatever the code declares. */
    readonly answersNothing?: true;
}
/** The entry point that a command of an application names; undefined for other programs. */
export declare function entryPointOf(words: Words): EntryPoint | undefined;
