import type { ExpressionIn, Program } from '../../../code/program.js';
import type { Span } from '../../../source.js';
import type { Tree } from '../../../tree.js';
import type { ServiceCode } from '../services.js';
import { type StageSetting } from './deployed-stage.js';
/** A secret that code takes from the environment, and the text in the code that it is when the variable is not there. */
export interface SecretFallback {
    readonly variable: string;
    /** Other spellings of the variable that are read as well. */
    readonly alternatives: readonly string[];
    /** An empty variable leads to the fallback too: `||` and `or`, not `??` and the second argument of `getenv`. */
    readonly whenEmpty: boolean;
    /** Stands for a secret that somebody should have put there, and works as one. */
    readonly placeholder: boolean;
    /** Signs or encrypts. */
    readonly signing: boolean;
    /** Something would keep it out of production, and is off as it is deployed: by this. */
    readonly stage?: StageSetting;
    /** It is made at random whenever the program starts, instead of a text; then only for keys that sign or encrypt. */
    readonly isRandom: boolean;
    /** The text in the code, or where what is made is taken. */
    readonly at: Span;
}
/**
 * The secrets of a service that have a value in its code. Not: what is only taken outside production (a test of `NODE_ENV`
 * and the like around it), and what the code refuses somewhere (see `checksIn`), unless it is known that what is deployed
 * is not production for the code.
 */
export declare function secretFallbacks(program: Program, service: ServiceCode, tree: Tree): readonly SecretFallback[];
/** An address of the machine itself: in a container nothing answers there, and the secret opens nothing. */
export declare function isLocal(text: string): boolean;
/** A text that is written out, here or as a constant elsewhere, and where. */
export declare function literalText(program: Program, at: ExpressionIn, depth?: number): (ExpressionIn & {
    readonly text: string;
}) | undefined;
