import type { Program } from '../../../code/program.js';
import type { Span } from '../../../source.js';
import type { ServiceCode } from '../services.js';
/** An account that a service makes when it starts, with a password that stands in its code. */
export interface SeededLogin {
    /** The name or address of the account. */
    readonly user: string;
    /** The password is one that everybody tries first. */
    readonly isWellKnown: boolean;
    /** A migration makes it: when migrations are applied. */
    readonly isMigrated: boolean;
    /** The password. */
    readonly at: Span;
}
/** The accounts that a service makes whenever it starts, and whatever it is told: see `runsOf`. */
export declare function seededLogins(program: Program, service: ServiceCode): readonly SeededLogin[];
