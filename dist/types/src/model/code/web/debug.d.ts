import type { Program } from '../../../code/program.js';
import type { Span } from '../../../source.js';
import type { ServiceCode } from '../services.js';
/** A switch for developers that is on in production, by what the code and the environment of a workload say. */
export interface DebugSwitch {
    /** `errors`: answers tell tracebacks, settings or a console · `schema`: a playground, or the schema of GraphQL. */
    readonly kind: 'errors' | 'schema';
    /** As it is written: `DEBUG`, `playground`. */
    readonly name: string;
    /** The variable that decides, where it is on because nothing sets that. */
    readonly unset?: string;
    readonly at: Span;
}
/** The switches that are on. What the stage or something unknown decides is not among them. */
export declare function debugSwitches(program: Program, service: ServiceCode): readonly DebugSwitch[];
