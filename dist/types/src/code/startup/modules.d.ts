import type { CodeFile, Import } from '../syntax.js';
import type { Run } from './run.js';
import { type Scope, type Value } from './values.js';
/** What is known of the modules of a run. */
export interface Modules {
    readonly states: Map<string, ModuleState>;
    /** The files that lead to a package that matters; found out when it is first asked. */
    relevant?: ReadonlySet<string>;
}
interface ModuleState {
    readonly scope: Scope;
    isStarted: boolean;
    /** What was assigned to `exports` and `module.exports`; the whole is `=`. */
    readonly assigned: Map<string, Value>;
    readonly imports: ReadonlyMap<string, Import>;
}
/** Modules of a run, none of them started. */
export declare function createModules(): Modules;
/** Follows a module unless that was done. Answers its scope. */
export declare function startModule(run: Run, file: CodeFile): Scope;
/** What a name of a module means: something that it declares, or an import. */
export declare function moduleName(run: Run, file: CodeFile, name: string): Value | undefined;
/** What `name` of another module is: `*` for all of it, `=` for what `require` answers. */
export declare function importedValue(run: Run, file: CodeFile, from: string, name: string): Value;
/** What `require` of a file answers. */
export declare function wholeOf(run: Run, file: CodeFile): Value;
/** What a file exports under a name; undefined where it has no such export. */
export declare function exportedValue(run: Run, file: CodeFile, name: string, seen?: Set<string>): Value | undefined;
/** Notes an assignment to `exports.x` or `module.exports`. */
export declare function assignExport(run: Run, file: CodeFile, name: string, value: Value): void;
/** `module.exports` as an object that can be read. */
export declare function exportsObject(run: Run, file: CodeFile): Value;
/** The names that a module gives to others. */
export declare function exportedNames(run: Run, file: CodeFile, seen?: Set<string>): readonly string[];
export {};
