import type { Program } from '../program.js';
import type { CodeFile, Expression, FunctionNode } from '../syntax.js';
import type { Environment } from '../values.js';
import { type Modules } from './modules.js';
import type { CallSite, Closure, Outside, Scope, Value } from './values.js';
/**
 * A program as it starts: its modules are followed from the entries on, in the order in which they would be loaded, with the
 * calls that they make. Where a condition is not known both ways are taken. Nothing of the program is run: only values that
 * the sources tell are put together.
 */
export interface Run {
    readonly program: Program;
    /** The paths of the files that may be followed for their effects. */
    readonly files: ReadonlySet<string>;
    readonly models: Models;
    readonly modules: Modules;
    /** How much more will be followed: nodes. Below zero nothing is, and `isExhausted`. */
    budget: number;
    depth: number;
    /** Something was nested too deep to be followed. */
    isCut: boolean;
    /** Functions that are being followed, with how often. */
    readonly active: Map<FunctionNode, number>;
    /** Every function that was followed. */
    readonly called: Set<FunctionNode>;
    /** How often something of a framework was made or called. */
    touches: number;
    /** The nodes that each function took so far without that. */
    readonly idle: Map<FunctionNode, number>;
    /** Functions that took much and touched nothing of a framework, and what they gave: see `idle.ts`. */
    readonly inert: Map<FunctionNode, Value>;
    /** A module was loaded whose name is not known: any file may be it. */
    loadsUnknown: boolean;
    /** What the expressions came to that modules export. */
    readonly exported: Map<Expression, Value>;
}
/** What the frameworks do. */
export interface Models {
    /** What a call of something from outside makes; undefined where no model knows it. */
    readonly call: (run: Run, callee: Outside, site: CallSite) => Value | undefined;
    /** What something from outside is before anything is done with it, such as a ready-made object of a package. */
    readonly value?: (run: Run, value: Outside) => Value | undefined;
    /** A call that leads out of what is known: its callee or the name of its method is not known. */
    readonly unfollowed?: (site: CallSite) => void;
    /** The value of a variable of the environment, where the unit that runs the program sets it. */
    readonly environment?: Environment;
    /** Whether a package matters: modules that lead to none are only looked at when something of them is used. */
    readonly isRelevant: (packageName: string) => boolean;
}
/** A run in which nothing was followed yet. */
export declare function createRun(program: Program, files: ReadonlySet<string>, models: Models): Run;
/** Whether the program was too large, or too deep, to be followed to its end. */
export declare function isExhausted(run: Run): boolean;
/** Does the work unless it leads too deep. */
export declare function deeper<T>(run: Run, otherwise: T, work: () => T): T;
/** Whether nothing may stand inside what is followed; notes that something was left out then. */
export declare function isTooDeep(run: Run): boolean;
/** The scope inside another one. */
export declare function innerScope(parent: Scope, more?: Partial<Scope>): Scope;
/** A function with what is around it. */
export declare function closureOf(fn: FunctionNode, file: CodeFile, scope: Scope, self?: Value): Closure;
