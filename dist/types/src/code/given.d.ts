import type { ExpressionIn, In, Program } from './program.js';
import type { Call } from './syntax.js';
/** What a call, or an object, gives under a name. */
export type Given = {
    readonly kind: 'given';
    readonly value: ExpressionIn;
}
/** It is not there, and nothing hides it. */
 | {
    readonly kind: 'absent';
}
/** It may be there: in something that is not known. */
 | {
    readonly kind: 'open';
    readonly because: string;
};
/** The entry of an object, followed through names, spreads and functions that only return one; dots lead inwards. */
export declare function entryOf(program: Program, of: ExpressionIn, path: string): Given;
/** An argument of a Python call by its name, also from `**options`. */
export declare function keywordOf(program: Program, call: In<Call>, name: string): Given;
