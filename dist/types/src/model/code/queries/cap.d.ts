import type { ExpressionIn, In, Program } from '../../../code/program.js';
import type { Call, FunctionNode } from '../../../code/syntax.js';
import type { Span } from '../../../source.js';
/** Who decides how large a page is, and whether anything bounds it. */
export type Cap = 
/** The program decides: a constant, or a setting of the operator. */
{
    readonly kind: 'fixed';
    readonly value: number | undefined;
    readonly at: Span;
}
/** The client decides, up to a bound; `max` where its number is known. */
 | {
    readonly kind: 'capped';
    readonly max: number | undefined;
    readonly fallback?: number | undefined;
    readonly at: Span;
}
/** The client decides, and nothing bounds it. `parameter` is what the client calls it. */
 | {
    readonly kind: 'uncapped';
    readonly parameter: string;
    readonly fallback?: number | undefined;
    /** The class of pages or the setting that all lists have it from that say nothing else. */
    readonly from?: {
        readonly name: string;
        readonly at: Span;
    };
    readonly at: Span;
} | {
    readonly kind: 'unknown';
    readonly because: string;
};
/** How far the way of a page size has been followed. */
export interface CapTrace {
    readonly program: Program;
    /** How many callers may still be followed. */
    readonly depth: number;
    /** The call whose result is looked at: parameters of the function are what this call gives. */
    readonly call?: {
        readonly fn: FunctionNode;
        readonly at: In<Call>;
        readonly outer: CapTrace;
    };
    /** What a name holds inside an expression that gives it another value: `limit = Math.min(limit, 100)`. */
    readonly held?: {
        readonly name: string;
        readonly within: Span;
        readonly cap: Cap;
    };
}
/** Follows what is given as a limit back to where it comes from. What cannot be told is `unknown`. */
export declare function capOf(program: Program, at: ExpressionIn, depth?: number): Cap;
/** A cap of which nothing is known, and why. */
export declare function unknownCap(because: string): Cap;
/** One step back from a value to what it is made of. */
export declare function trace(run: CapTrace, at: ExpressionIn, steps: number): Cap;
