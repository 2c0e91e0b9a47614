import type { In, Program } from './program.js';
import type { ClassNode, CodeFile, TypeDeclaration, TypeReference } from './syntax.js';
/** What kind of thing a value is. */
export type TypeOf = ({
    readonly kind: 'class';
    readonly arguments: readonly TypeReference[];
} & In<ClassNode>)
/** An interface or alias of the repository. */
 | ({
    readonly kind: 'type';
    readonly arguments: readonly TypeReference[];
} & In<TypeDeclaration>)
/** A type of an outside package: `typeorm` and `['Repository']`, with what stands in its brackets. `()` at the end of a path: what a call gives. */
 | {
    readonly kind: 'external';
    readonly package: string;
    readonly path: readonly string[];
    readonly arguments: readonly TypeReference[];
    /** Where the arguments are written. */
    readonly file: CodeFile;
}
/** What the language itself gives: `string`, `Array`, `int`, `dict`. */
 | {
    readonly kind: 'builtin';
    readonly name: string;
    readonly arguments: readonly TypeReference[];
    readonly file: CodeFile;
} | {
    readonly kind: 'object';
    readonly file: CodeFile;
    readonly type: TypeReference;
};
/** Longer chains of names are not followed. */
export declare const LONGEST = 16;
/** Where the types of other packages stand: in no file of the repository. */
export declare const NOWHERE: CodeFile;
/** What a written type means at its place. */
export declare function resolveType(program: Program, file: CodeFile, type: TypeReference, steps?: number): TypeOf | undefined;
