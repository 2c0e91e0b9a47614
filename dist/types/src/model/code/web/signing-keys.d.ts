import type { Program } from '../../../code/program.js';
import type { Span } from '../../../source.js';
import type { ServiceCode } from '../services.js';
/** What the code of a service has to do with keys that sign or encrypt. */
export interface SigningKeys {
    /** Whether it names one anywhere. */
    readonly isUsed: boolean;
    /** Keys that are random whatever the environment says, made when the program starts. */
    readonly random: readonly RandomKey[];
}
/** A key that each process makes for itself when it starts. */
export interface RandomKey {
    /** What takes it: `session`, `secret_key`, `SECRET_KEY`. */
    readonly name: string;
    /** The call that makes it. */
    readonly at: Span;
}
/** The keys that a service signs with. Those for one message, one request or one branch of development are none. */
export declare function signingKeys(program: Program, service: ServiceCode): SigningKeys;
