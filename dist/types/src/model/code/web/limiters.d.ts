import type { Program } from '../../../code/program.js';
import type { Span } from '../../../source.js';
import type { ServiceCode } from '../services.js';
/** What the code of a service has to limit how often somebody may ask. */
export interface Limiters {
    /**
     * Whether anything in its code may limit requests: a library for it, answers with 429, counted attempts, a captcha. Taken
     * widely: where it is false, nothing does.
     */
    readonly mayLimit: boolean;
    /** Limiters that are made and that no request comes to. */
    readonly unbound: readonly UnboundLimiter[];
    /** A limiter that is made, bound or not. */
    readonly made: number;
}
/** A limiter that is made and bound to no route. */
export interface UnboundLimiter {
    /** As it is written: `ThrottlerModule`, `loginLimiter`. */
    readonly name: string;
    /** What would bind it. `start`: routes ask it, and it fails; `application`, `classes`: routes may ask it, and nothing counts. */
    readonly lacks: 'guard' | 'use' | 'decorator' | 'name' | 'route' | 'start' | 'application' | 'classes';
    readonly at: Span;
}
/** Limiters of a service. */
export declare function limitersOf(program: Program, service: ServiceCode): Limiters;
