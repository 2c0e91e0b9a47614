import type { Program } from '../../../code/program.js';
import type { Span } from '../../../source.js';
import type { ServiceCode } from '../services.js';
/** A token that a service signs. */
export interface SignedToken {
    /** As people call it: `jwt.sign`, `jwt.encode`. */
    readonly call: string;
    /** Whether it has an end; undefined where it is not known. */
    readonly expires: boolean | undefined;
    /** It may have an end, and who checks it does not look at that. */
    readonly isIgnored?: true;
    readonly at: Span;
}
/** The JSON web tokens that a service signs. `exp` and `expiresIn`: https://www.rfc-editor.org/rfc/rfc7519#section-4.1.4 */
export declare function signedTokens(program: Program, service: ServiceCode): readonly SignedToken[];
