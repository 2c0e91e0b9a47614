import type { ExpressionIn, Program } from '../../../code/program.js';
import type { Environment } from '../../../code/values.js';
/**
 * Who is let in: `any`: the answer says `*` · `reflected`: it repeats the origin that asks, which is any site · `limited` ·
 * `unknown`.
 */
export type Origins = 'any' | 'reflected' | 'limited' | 'unknown';
/** What is read in which surroundings, and what the library does for `*`. */
interface Reading {
    readonly program: Program;
    readonly environment: Environment;
    readonly star: 'any' | 'reflected';
    readonly steps: number;
}
/** The origins that an expression lets in. */
export declare function originsIn(at: ExpressionIn, reading: Reading): Origins;
export {};
