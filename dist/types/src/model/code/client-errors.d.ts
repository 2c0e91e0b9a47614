import type { Program } from '../../code/program.js';
import type { Span } from '../../source.js';
import type { ServiceCode } from './services.js';
/** A client whose lost connection is an event, which ends the process where nobody listens to it. */
export interface LostConnection {
    /** As people call it: `the pool of pg`. */
    readonly name: string;
    /** `none`: nobody listens · `set`: somebody does, or may · `unknown`: what it is given to may. */
    readonly listener: 'none' | 'set' | 'unknown';
    /** Why it is not known, as a sentence without a full stop. */
    readonly because?: string;
    /** Where it is made. */
    readonly at: Span;
}
/** The clients of a service that stay open, and whether anything hears when their connection is lost. */
export declare function lostConnections(program: Program, service: ServiceCode): readonly LostConnection[];
