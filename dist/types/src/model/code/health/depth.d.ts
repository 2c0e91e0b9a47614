import type { FunctionIn, Program } from '../../../code/program.js';
import type { Span } from '../../../source.js';
/**
 * How deep a health handler looks. `constant`: says yes while the process answers · `process`: looks at memory or disk ·
 * `soft`: asks a dependency and answers 2xx when it is down · `hard`: answers otherwise then · `unknown`: calls what is not seen.
 */
export type HealthDepth = 'constant' | 'process' | 'soft' | 'hard' | 'unknown';
/** How far a health route asks, and what shows it. */
export interface DepthFound {
    readonly depth: HealthDepth;
    /** The first call of a dependency, as people write it: `prisma.$queryRaw`. */
    readonly dependency?: string;
    readonly dependencyAt?: Span;
    /** Where the failure is taken and turned into an answer. */
    readonly takenAt?: Span;
}
/** What a handler does, over the functions of the repository that it calls. */
export declare function depthOf(program: Program, handler: FunctionIn): DepthFound;
