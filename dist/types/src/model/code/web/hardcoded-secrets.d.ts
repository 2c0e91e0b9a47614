import type { Program } from '../../../code/program.js';
import type { Node } from '../../../code/syntax.js';
import type { Span } from '../../../source.js';
import type { ServiceCode } from '../services.js';
/** A secret that stands in the code of a service itself, whatever its environment says. */
export interface HardcodedSecret {
    /** `url`: the password of a connection string. */
    readonly kind: 'text' | 'url';
    /** What takes it, or what it is called: `jwt.sign`, `SECRET_KEY`. */
    readonly name: string;
    /** Whether `name` is that of a call. */
    readonly isCall: boolean;
    readonly placeholder: boolean;
    /** Signs or encrypts. */
    readonly signing: boolean;
    readonly at: Span;
}
/**
 * The secrets in the code of a service: what is given to calls that sign, encrypt or connect, keys of sessions in the
 * settings of frameworks, connection strings with passwords, and random texts under the name of a secret. Not: what only
 * runs outside production, what the code refuses somewhere, and addresses of the machine itself.
 */
export declare function hardcodedSecrets(program: Program, service: ServiceCode): readonly HardcodedSecret[];
/** Whether a target is the key of an application: `app.secret_key = …`, `app.config["SECRET_KEY"] = …` of Flask. */
export declare function isFrameworkKey(target: Node): boolean;
