import type { In, Program } from '../../../code/program.js';
import type { CodeFile, FunctionNode, Node } from '../../../code/syntax.js';
/** A node with what is around it. */
export interface Surrounded extends In<Node> {
    /** The named function that it is in; none at the level of the module. */
    readonly within?: FunctionNode;
    /** Only under a condition that settings, the stage or arguments decide, or when a request comes. */
    readonly isGuarded: boolean;
    /** A function that is given to a call: it belongs to what is around the call. */
    readonly isGiven?: boolean;
    /** What it throws is caught, and the program goes on. */
    readonly isTried?: boolean;
    /** What is assigned to. */
    readonly isTarget?: boolean;
    /** The whole of a statement: nobody looks at what it gives. */
    readonly isBare?: boolean;
}
/** Everything in files, each node with what is around it. Functions that are given to calls belong to what is around the call. */
export declare function surrounded(file: CodeFile): Generator<Surrounded>;
/** Answers whether a function runs when a program starts, by the calls that come to it. */
export interface Runs {
    readonly atStart: (one: Surrounded) => boolean;
}
/**
 * Looks through the calls of files. `attributes`: the names that the command serves. `untried`: calls do not count around
 * which the program goes on when something is thrown.
 */
export declare function runsOf(program: Program, files: readonly CodeFile[], attributes: ReadonlySet<string>, untried?: boolean): Runs;
