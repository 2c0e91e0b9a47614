import type { Problem } from '../parse/node.js';
/**
 * Program code in one syntax, whatever language it was written in: the readers of TypeScript and JavaScript, Python and Go
 * (`src/parse/javascript`, `python`, `go`) write it, everything behind them reads it. It keeps what questions about
 * production need and drops the rest (comments, punctuation, most of what types say). A construct that has no place here
 * is `unknown` with the expressions in it, never lost.
 *
 * Offsets count UTF-16 units from the beginning of the file; literals include their quotes. Parentheses are not kept.
 */
export interface CodeFile {
    /** From the repository root. */
    readonly path: string;
    readonly language: Language;
    /** Every import of the file, also those inside functions and `require` calls, in order. */
    readonly imports: readonly Import[];
    /** What an ES or CommonJS module exports. Python exports every name of the module, Go every capitalised one: then empty. */
    readonly exports: readonly Export[];
    readonly body: readonly Statement[];
    /** Syntax errors; what could be read around them is in `body`. */
    readonly problems: readonly Problem[];
    /** The name behind `package`, of Go files. */
    readonly packageName?: string;
    /** `use client`, `use server`, `use strict` and the like at the top of the file or build constraints of Go. */
    readonly directives: readonly string[];
}
/** The languages that are read into this syntax. */
export type Language = 'typescript' | 'javascript' | 'python' | 'go';
interface Located {
    readonly start: number;
    readonly end: number;
}
/** One name that a file takes from another module. `import a, { b as c } from 'd'` is two of them. */
export interface Import extends Located {
    /** The module as written: `./x`, `@nestjs/common`; `.models`, `..core.config` (Python); `github.com/gin-gonic/gin` (Go). */
    readonly from: string;
    /** What is taken: a name, `default`, `*` for the module itself, none where it is only run (`import './x'`). */
    readonly name?: string;
    /** What it is called here; none where nothing is bound (also Python's `from x import *`, whose name is `*`). */
    readonly local?: string;
    /** Only for the checker of types: nothing is loaded. */
    readonly typeOnly: boolean;
    /** `import()` or an import inside a function: loaded when that is reached. */
    readonly deferred: boolean;
}
/** One name that an ES or CommonJS module gives to others. */
export interface Export extends Located {
    /** `default`, a name, `*` for all of `from`; `=` for `module.exports = …`. */
    readonly name: string;
    /** The name it has in this file or, with `from`, in the other. */
    readonly local?: string;
    readonly from?: string;
    /** For `export default …`, `exports.x = …` and `module.exports = …`, where it is no plain name. */
    readonly value?: Expression;
    readonly typeOnly: boolean;
}
/** Everything that `walk` visits. */
export type Node = Expression | Statement | Parameter | Field;
/** What has a value. The kinds are the same for all languages, so that questions are written once. */
export type Expression = Literal | RegularExpression | Template | Name | Member | Index | Slice | Call | Tagged | ObjectLiteral | Entry | ArrayLiteral | FunctionNode | ClassNode | Await | Yield | Spread | Keyword | Binary | Unary | Conditional | Assign | Default | Cast | Comprehension | Markup | UnknownExpression;
/** A string without its quotes and escapes, number, boolean; null is also `undefined`, `None` and `nil`. Bytes are strings. */
export interface Literal extends Located {
    readonly kind: 'literal';
    readonly value: string | number | boolean | null;
}
/** `/pattern/flags`. */
export interface RegularExpression extends Located {
    readonly kind: 'regular-expression';
    readonly pattern: string;
    readonly flags: string;
}
/** A template string, f-string: texts and the expressions between them, in order. */
export interface Template extends Located {
    readonly kind: 'template';
    readonly parts: readonly (string | Expression)[];
}
/** `this` and `super` are names too, and `self` of Python. */
export interface Name extends Located {
    readonly kind: 'name';
    readonly name: string;
}
/** `a.b`, `a?.b`, `a['b']`. Private names keep their `#`. */
export interface Member extends Located {
    readonly kind: 'member';
    readonly object: Expression;
    readonly property: string;
    /** Where the property's name stands. */
    readonly propertyStart: number;
}
/** `a[b]` where `b` is no literal string. */
export interface Index extends Located {
    readonly kind: 'index';
    readonly object: Expression;
    readonly index: Expression;
}
/** `a[low:high:step]` of Python and Go. */
export interface Slice extends Located {
    readonly kind: 'slice';
    readonly object: Expression;
    readonly low?: Expression;
    readonly high?: Expression;
    readonly step?: Expression;
}
/** A call; `new X(…)` and the composite literal `X{…}` of Go (its one argument is an object or array literal) are `isNew`. */
export interface Call extends Located {
    readonly kind: 'call';
    readonly callee: Expression;
    /** Expressions, spreads, and `Keyword` for Python's `name=value`. */
    readonly arguments: readonly Expression[];
    readonly isNew: boolean;
    readonly typeArguments?: readonly TypeReference[];
}
/** `tag` in front of a template string. */
export interface Tagged extends Located {
    readonly kind: 'tagged';
    readonly tag: Expression;
    readonly template: Template;
}
/** Object literals, dicts, keyed composite literals of Go; also object patterns. Entries are `Entry` and `Spread`, methods are entries. */
export interface ObjectLiteral extends Located {
    readonly kind: 'object';
    readonly entries: readonly (Entry | Spread)[];
}
/** An entry of an object, dictionary or composite literal. */
export interface Entry extends Located {
    readonly kind: 'entry';
    /** The key where it is written out: a name, string or number. */
    readonly key?: string;
    /** The key where it is computed. */
    readonly computed?: Expression;
    readonly value: Expression;
}
/** Arrays, lists, tuples, sets, composite literals of Go without keys; also array patterns. Holes are null literals. */
export interface ArrayLiteral extends Located {
    readonly kind: 'array';
    readonly elements: readonly Expression[];
}
/** `await x`. */
export interface Await extends Located {
    readonly kind: 'await';
    readonly value: Expression;
}
/** `yield x`; absent value: none is given. */
export interface Yield extends Located {
    readonly kind: 'yield';
    readonly value?: Expression;
}
/** `...x`, `*x` (list), `**x` (map). In patterns and parameters: the rest. */
export interface Spread extends Located {
    readonly kind: 'spread';
    readonly form: 'list' | 'map';
    readonly value: Expression;
}
/** `name=value` among the arguments of a Python call. */
export interface Keyword extends Located {
    readonly kind: 'keyword';
    readonly name: string;
    readonly value: Expression;
}
/** Arithmetic, comparison and logic. Operators have their JavaScript spelling where there is one: `&&`, `||`, `!`, `===`; `in`, `not in`, `is`. */
export interface Binary extends Located {
    readonly kind: 'binary';
    readonly operator: string;
    readonly left: Expression;
    readonly right: Expression;
}
/** `!x`, `-x`, `typeof x`, `&x` and `*x` of Go, `<-x`. */
export interface Unary extends Located {
    readonly kind: 'unary';
    readonly operator: string;
    readonly value: Expression;
}
/** `a ? b : c`, `b if a else c`. */
export interface Conditional extends Located {
    readonly kind: 'conditional';
    readonly test: Expression;
    readonly consequent: Expression;
    readonly alternate: Expression;
}
/** An assignment to what exists already; `operator` with its `=`. `i++` is `+= 1`. A Python assignment to plain names is a `Declare`. */
export interface Assign extends Located {
    readonly kind: 'assign';
    readonly operator: string;
    readonly target: Expression;
    readonly value: Expression;
}
/** A part of a pattern with the value it has when nothing is given: `{ a = 1 }`. */
export interface Default extends Located {
    readonly kind: 'default';
    readonly target: Expression;
    readonly value: Expression;
}
/** `x as T`, `<T>x`, `x!`, `x satisfies T`, `x.(T)`. Ask `peel` (see `src/code/walk.ts`) for what is inside. */
export interface Cast extends Located {
    readonly kind: 'cast';
    readonly value: Expression;
    readonly type?: TypeReference;
}
/** List, set, dict comprehensions and generator expressions. The element of a dict is an `Entry`. */
export interface Comprehension extends Located {
    readonly kind: 'comprehension';
    readonly form: 'list' | 'set' | 'dict' | 'generator';
    readonly element: Expression;
    readonly clauses: readonly ComprehensionClause[];
}
/** `for x in xs if test`. */
export interface ComprehensionClause {
    readonly target: Expression;
    readonly iterated: Expression;
    readonly tests: readonly Expression[];
    readonly isAsync: boolean;
}
/** JSX: the expressions in it, in order, without the text and the tags. */
export interface Markup extends Located {
    readonly kind: 'markup';
    readonly children: readonly Expression[];
}
/** What no kind is made for; what is in it is visited all the same. */
export interface UnknownExpression extends Located {
    readonly kind: 'unknown';
    readonly children: readonly (Expression | Statement)[];
}
/** Functions, methods, lambdas and signatures. */
export interface FunctionNode extends Located {
    readonly kind: 'function';
    /** The declared name, or the one of the method or entry. */
    readonly name?: string | undefined;
    /** Where the name stands, else where the function begins. */
    readonly nameStart: number;
    /** Python's `self` and `cls` included. */
    readonly parameters: readonly Parameter[];
    /** `x => y` and `lambda x: y` are one `return`. Empty for signatures without a body. */
    readonly body: readonly Statement[];
    readonly decorators: readonly Expression[];
    readonly returns?: TypeReference | undefined;
    readonly typeParameters?: readonly TypeParameter[];
    /** The receiver of a Go method. */
    readonly receiver?: Parameter;
    readonly isAsync: boolean;
    readonly isGenerator: boolean;
    readonly isStatic: boolean;
    readonly accessor?: 'get' | 'set' | undefined;
    /** Arrow functions, lambdas: `this` is that of the function around it. */
    readonly isArrow: boolean;
    readonly isAbstract: boolean;
}
/** A parameter of a function. */
export interface Parameter extends Located {
    readonly kind: 'parameter';
    /** A name or a pattern. */
    readonly target: Expression;
    readonly type?: TypeReference | undefined;
    readonly fallback?: Expression | undefined;
    /** `...x` and `*args`: list, `**kwargs`: map. */
    readonly rest?: 'list' | 'map' | undefined;
    readonly decorators: readonly Expression[];
    /** TypeScript: also a property of the class (`constructor(private readonly x: X)`). */
    readonly isProperty: boolean;
    /** Optional in TypeScript: `x?: T`. */
    readonly isOptional: boolean;
}
/** Classes, structs of Go (`type X struct {…}`). */
export interface ClassNode extends Located {
    readonly kind: 'class';
    readonly name?: string;
    readonly nameStart: number;
    /** Base classes; embedded structs of Go. Type arguments are in the call or in `baseTypes`. */
    readonly bases: readonly Expression[];
    /** The bases as types, with type arguments, and the interfaces that it implements. */
    readonly baseTypes: readonly TypeReference[];
    readonly typeParameters?: readonly TypeParameter[];
    /** `class X(Base, table=True)`: the keywords. */
    readonly keywords: readonly Keyword[];
    readonly decorators: readonly Expression[];
    /** Fields, methods and nested classes, in order. Constructor of TypeScript: a method named `constructor`. */
    readonly members: readonly (Field | FunctionNode | ClassNode)[];
    /** Python: statements of the class's body that are none of these (`if`, calls). */
    readonly statements: readonly Statement[];
    readonly isAbstract: boolean;
}
/** A field of a class, struct or interface. */
export interface Field extends Located {
    readonly kind: 'field';
    readonly name: string;
    readonly type?: TypeReference | undefined;
    readonly value?: Expression | undefined;
    readonly decorators: readonly Expression[];
    readonly isStatic: boolean;
    /** TypeScript: `x?: T`. */
    readonly isOptional: boolean;
    /** The tag of a Go field, without its backquotes. */
    readonly tag?: string;
}
/** `T extends C` of a function, class, interface or alias of TypeScript. */
export interface TypeParameter {
    readonly name: string;
    readonly constraint?: TypeReference;
}
/** A type, as far as it is asked for: its name and arguments. `kind` is absent so that walks over expressions pass it by. */
export interface TypeReference extends Located {
    /**
     * The name, dotted where it is (`Prisma.UserFindManyArgs`, `*gorm.DB` without its `*`); `[]` for arrays, lists and slices,
     * `|` for unions, `&` for intersections, `{}` for object types, `()` for functions, `literal` for literal types, `?` for others.
     * Of Go also `map`, `chan`, and `tuple` for several results; the arguments of `()` are the types of the parameters.
     */
    readonly name: string;
    readonly arguments: readonly TypeReference[];
    /** The members of `{}` and of interfaces. */
    readonly members?: readonly Field[];
    /** Python: the annotation as an expression (`Annotated[int, Query(le=100)]`). TypeScript: the value of a literal type, what is behind `typeof`. */
    readonly expression?: Expression;
}
/** What is executed. The kinds are the same for all languages. */
export type Statement = Declare | ExpressionStatement | Return | Throw | If | Switch | Loop | Try | With | Block | FunctionNode | ClassNode | TypeDeclaration | Deferred | Jump;
/** `const x = …`, `x := …`, `var x T`, Python's `x = …` and `x: T = …` to plain names. One for each declarator. An enum is a constant object. */
export interface Declare extends Located {
    readonly kind: 'declare';
    /** A name or a pattern. */
    readonly target: Expression;
    readonly type?: TypeReference;
    readonly value?: Expression;
    readonly isConstant: boolean;
}
/** An expression whose value nobody takes. */
export interface ExpressionStatement extends Located {
    readonly kind: 'expression';
    readonly value: Expression;
}
/** `return`; absent value: none is given. */
export interface Return extends Located {
    readonly kind: 'return';
    /** Several values of Go are one array. */
    readonly value?: Expression;
}
/** `throw`, `raise`, `panic` stays a call. */
export interface Throw extends Located {
    readonly kind: 'throw';
    readonly value?: Expression;
}
/** `elif` and `else if` are an `If` alone in `alternate`. The initialiser of Go's `if` is a statement before it, in a `Block` with it. */
export interface If extends Located {
    readonly kind: 'if';
    readonly test: Expression;
    readonly consequent: readonly Statement[];
    readonly alternate: readonly Statement[];
}
/** `switch`, `match`, `select`. A case without tests is the default one; Go and Python do not fall through. */
export interface Switch extends Located {
    readonly kind: 'switch';
    readonly subject?: Expression;
    readonly cases: readonly SwitchCase[];
}
/** One case, with what is executed for it. */
export interface SwitchCase {
    readonly tests: readonly Expression[];
    readonly body: readonly Statement[];
}
/** `for`, `while`, `do`: `each` goes through something, `count` is `for (;;)`, `while` has a test alone. */
export interface Loop extends Located {
    readonly kind: 'loop';
    readonly form: 'each' | 'count' | 'while';
    /** What holds the item (`each`); its declaration is this. `for k, v := range m`: an array of both. */
    readonly target?: Expression;
    readonly iterated?: Expression;
    /** `for await`, `async for`. */
    readonly isAsync: boolean;
    /** The first part of a `for (;;)`. */
    readonly first?: Statement;
    readonly test?: Expression;
    readonly step?: Expression;
    readonly body: readonly Statement[];
}
/** `try` with what takes its errors. */
export interface Try extends Located {
    readonly kind: 'try';
    readonly body: readonly Statement[];
    readonly handlers: readonly Handler[];
    /** Python's `else`. */
    readonly otherwise: readonly Statement[];
    readonly finalizer: readonly Statement[];
}
/** `catch`, `except`. */
export interface Handler extends Located {
    /** The exceptions it takes; none: all of them. */
    readonly types: readonly Expression[];
    /** A name or a pattern. */
    readonly target?: Expression;
    readonly body: readonly Statement[];
}
/** `with` of Python. */
export interface With extends Located {
    readonly kind: 'with';
    readonly items: readonly {
        readonly value: Expression;
        readonly target?: Expression;
    }[];
    readonly body: readonly Statement[];
    readonly isAsync: boolean;
}
/** A block of its own, a labelled statement, Python's `if TYPE_CHECKING` is an `If`. */
export interface Block extends Located {
    readonly kind: 'block';
    readonly body: readonly Statement[];
}
/** A type alias or interface; a Go type that is no struct. */
export interface TypeDeclaration extends Located {
    readonly kind: 'type';
    readonly name: string;
    readonly type: TypeReference;
    /** What an interface extends. */
    readonly bases: readonly TypeReference[];
    readonly typeParameters?: readonly TypeParameter[];
}
/** `defer f()`, `go f()`. */
export interface Deferred extends Located {
    readonly kind: 'deferred';
    readonly form: 'defer' | 'go';
    readonly value: Expression;
}
/** `break`, `continue`, `goto`, `fallthrough`, `pass` is nothing. */
export interface Jump extends Located {
    readonly kind: 'jump';
    readonly form: 'break' | 'continue' | 'goto' | 'fallthrough';
}
export {};
