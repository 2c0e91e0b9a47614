import type { CodeFile, Expression, FunctionNode } from './syntax.js';
import type { TypeOf } from './written-types.js';
/** All program code of the repository, and how its files find each other. */
export interface Program {
    /** By path. Tests and the like are in it too: see `standsAside`. */
    readonly files: ReadonlyMap<string, CodeFile>;
    /** What a module name leads to when a file imports it. */
    readonly target: (from: CodeFile, specifier: string) => ModuleTarget;
    /** The other files of the same package, of Go files; none for other languages. */
    readonly siblings: (file: CodeFile) => readonly CodeFile[];
    /** Every file that is loaded when one of these is run, they themselves included. Imports of types only load nothing. */
    readonly reachableFrom: (entries: readonly string[]) => ReadonlySet<string>;
    /** Asked for the type of an expression that declarations do not tell; there only with `--deep`. */
    readonly deepTypeOf?: (at: ExpressionIn) => TypeOf | undefined;
}
/** Where an import leads. */
export type ModuleTarget = 
/** Files of the repository: one, or all files of a Go package. `package/__init__.py` for a Python package. */
{
    readonly kind: 'files';
    readonly files: readonly CodeFile[];
}
/** A package from outside, by the name that is installed or imported: `@nestjs/common`, `fastapi`, `net/http`, `fs`. */
 | {
    readonly kind: 'package';
    readonly name: string;
}
/** It should be in the repository and is not there (generated, or not committed). */
 | {
    readonly kind: 'missing';
};
/** A node and the file that it is in. */
export interface In<T> {
    readonly file: CodeFile;
    readonly node: T;
}
/** A function of the repository. */
export type FunctionIn = In<FunctionNode>;
/** An expression of the repository. */
export type ExpressionIn = In<Expression>;
