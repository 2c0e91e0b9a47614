import type { Call, ClassNode, CodeFile, Expression, FunctionNode, ObjectLiteral } from '../syntax.js';
/** What an expression comes to when the program starts, as far as the sources tell. */
export type Value = Plain | Pattern | List | Fields | Closure | ClassValue | Outside | Namespace | HostValue | Either | NotKnown;
/** A string, number, boolean; null is also `undefined`. */
export interface Plain {
    readonly kind: 'plain';
    readonly value: string | number | boolean | null;
    /** Of a string, only its end is known: `${unknown}/users` is the partial `/users`. */
    readonly isPartial?: true;
    /** Something that was not seen may have set it to something else: where it counts as false, that is not certain. */
    readonly isUncertain?: true;
}
/** A regular expression. */
export interface Pattern {
    readonly kind: 'pattern';
    readonly pattern: string;
}
/** An array. */
export interface List {
    readonly kind: 'list';
    readonly elements: Value[];
    /** It may hold other elements than these. */
    isOpen: boolean;
}
/** An object, or an instance of a class of the repository. */
export interface Fields {
    readonly kind: 'fields';
    readonly entries: Map<string, Value>;
    isOpen: boolean;
    readonly of?: ClassValue;
    /** Where it is written. */
    readonly written?: {
        readonly file: CodeFile;
        readonly node: ObjectLiteral;
    };
    /** What the constructor of a base class from outside made. */
    inner?: Value;
}
/** A function of the repository with what is around it. */
export interface Closure {
    readonly kind: 'closure';
    readonly fn: FunctionNode;
    readonly file: CodeFile;
    readonly scope: Scope;
    readonly self?: Value;
    /** What was assigned to it: `fn.prefix = …`. */
    readonly properties: Map<string, Value>;
}
/** A class of the repository with what is around it. */
export interface ClassValue {
    readonly kind: 'class';
    readonly node: ClassNode;
    readonly file: CodeFile;
    readonly scope: Scope;
    readonly statics: Map<string, Value>;
}
/** Something from a package, or a global (`package` is then empty), and what was done with it: `passport.authenticate('jwt')`. */
export interface Outside {
    readonly kind: 'outside';
    readonly package: string;
    readonly steps: readonly OutsideStep[];
    /** The class of the repository whose inherited static member it is. */
    readonly self?: ClassValue;
}
/** One thing that was done with something from outside. */
export type OutsideStep = OutsideMember | OutsideCall;
/** A property was asked for: `.authenticate`. */
export interface OutsideMember {
    readonly kind: 'member';
    readonly name: string;
}
/** It was called: `("jwt")`. */
export interface OutsideCall {
    readonly kind: 'call';
    readonly site: CallSite;
}
/** A module of the repository. */
export interface Namespace {
    readonly kind: 'namespace';
    readonly file: CodeFile;
}
/** An object that a model of a framework stands for: an application, a router. */
export interface HostValue {
    readonly kind: 'host';
    readonly host: Host;
}
/** One of these, depending on what is not known. */
export interface Either {
    readonly kind: 'either';
    readonly values: readonly Value[];
}
/** Something that only the running program knows. */
export interface NotKnown {
    readonly kind: 'unknown';
}
/** What stands for an object of a framework while the program is followed. */
export interface Host {
    /** Such as `express router`. */
    readonly type: string;
    /** What was assigned to it. */
    readonly properties: Map<string, Value>;
    /** A property that is no method. */
    readonly read?: (name: string) => Value | undefined;
    /** A call of a method; undefined where the model does not know it. */
    readonly invoke: (name: string, site: CallSite) => Value | undefined;
    /** It is waited for with `await`. */
    readonly awaited?: () => void;
    /** A call of the object itself. */
    readonly call?: (site: CallSite) => Value | undefined;
}
/** A call as it is met. */
export interface CallSite {
    readonly file: CodeFile;
    readonly node: Call;
    readonly arguments: readonly Value[];
    /** The expressions of `arguments`; elements of a spread share theirs. */
    readonly written: readonly Expression[];
}
/** The names of a function, block or module, and what they hold. */
export interface Scope {
    readonly file: CodeFile;
    readonly names: Map<string, Value>;
    readonly parent?: Scope;
    /** `this`, where a function binds it. */
    readonly self?: Value;
    /** The class whose method runs, for `super`. */
    readonly home?: ClassValue;
    /** The function of this scope; arrow functions included. */
    readonly fn?: FunctionNode;
    /** What is in it may happen or not: assignments leave the value from before possible. */
    readonly isMaybe?: true;
}
/** `undefined` and `null`. */
export declare const NOTHING: Plain;
/** A property that nothing was seen to set. */
export declare const ABSENT: Plain;
/** The one value of its kind. */
export declare const NOT_KNOWN: NotKnown;
/** A plain value. */
export declare function plain(value: string | number | boolean | null): Plain;
/** Elements of a list that are kept; texts are kept to ten times as many characters. */
export declare const LONGEST = 2000;
/** A list; of a very long one the beginning. */
export declare function list(elements: Value[], isOpen?: boolean): List;
/** An object with these entries; `isOpen`: it may hold others. */
export declare function fields(entries?: Iterable<readonly [string, Value]>, isOpen?: boolean): Fields;
/** Something that is not known may have changed any entry. */
export declare function loosen(object: Fields): void;
/** The text of a wholly known string. */
export declare function stringOf(value: Value | undefined): string | undefined;
/** Whether it counts as true, where that is known. */
export declare function truthOf(value: Value): boolean | undefined;
/** All that it may be. */
export declare function alternatives(value: Value): readonly Value[];
/** One of several values; what is not known goes where something is. */
export declare function eitherOf(values: readonly Value[]): Value;
/** The name of a member chain without calls, such as `authenticate` of `passport.authenticate`. */
export declare function lastMember(value: Outside): string | undefined;
/** The steps as text: `express.Router()` is `Router()`. */
export declare function stepsOf(value: Outside): string;
/** The last call among the steps. */
export declare function lastCall(value: Outside): CallSite | undefined;
