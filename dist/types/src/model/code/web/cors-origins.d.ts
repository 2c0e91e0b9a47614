import type { ExpressionIn, Program } from '../../../code/program.js';
import type { Environment } from '../../../code/values.js';
import { type Matching, type OriginClaim } from './cors-claims.js';
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
/**
 * What an origin is only asked to have in it, where a part of it is enough to be let in and anybody can have that. For lists
 * and functions of Node.js packages, and for texts that a library of Python takes for patterns (`matching`).
 */
export declare function claimIn(at: ExpressionIn, { program, environment }: Pick<Reading, 'program' | 'environment'>, matching?: Matching): OriginClaim | undefined;
export {};
