import type { Span } from '../source.js';
/**
 * The tree that YAML, JSON and TOML files are read into: every node knows where it was written, nothing is resolved
 * beyond what the format itself demands (anchors, merge keys), and later steps (interpolation, merging of files)
 * make new trees of the same shape whose nodes still point at the line that the value came from.
 */
export type Node = MapNode | ListNode | ScalarNode;
/** A map with its places. */
export interface MapNode {
    readonly kind: 'map';
    readonly at: Span;
    /** In the order written. A Map, so that `__proto__` and `constructor` are ordinary keys. */
    readonly entries: ReadonlyMap<string, Entry>;
    readonly tag?: string;
    /** Why it may hold other entries than these: only in what is read from program code. */
    readonly open?: string;
}
/** A value of a map, and where its key stands. */
export interface Entry {
    /** Where the key stands; for entries that come from a list (`- KEY=value`), the item. */
    readonly keyAt: Span;
    /** How a key that is not a string is typed (`80:`, `true:`); its name in the map is then its text as written. */
    readonly keyType?: 'number' | 'boolean' | 'null';
    readonly node: Node;
}
/** A list with its places. */
export interface ListNode {
    readonly kind: 'list';
    readonly at: Span;
    readonly items: readonly Node[];
    readonly tag?: string;
    /** Why it may hold other items than these: only in what is read from program code. */
    readonly open?: string;
    /** Of a command of Compose that is one text: what is dropped, from the first unquoted operator of a shell on. */
    readonly dropped?: string;
}
/** A single value with its place. */
export interface ScalarNode {
    readonly kind: 'scalar';
    readonly at: Span;
    /** The value as the format reads it: `null` for nothing, else its text (`"8080"`, `"true"`, `"1.5"`). */
    readonly text: string | null;
    /** How the format types a plain scalar. Quoted and block scalars are always strings. */
    readonly type: 'string' | 'number' | 'boolean' | 'null';
    readonly tag?: string;
    /** What interpolation did to it; absent when there was nothing to interpolate. */
    readonly interpolation?: Interpolation;
    /** Why its value is not known, where no variable of `interpolation` is the reason: only in what is read from program code. */
    readonly open?: string;
}
/** What is known of a scalar's text once its `${…}` are resolved. */
export interface Interpolation {
    /** The text before interpolation. */
    readonly raw: string;
    /** `resolved`: every variable had a value · `defaulted`: at least one fell back to its written default, the rest had
     *  values · `required`: a `${X:?…}` without a value here · `unknown`: a variable without value and default. In the last
     *  two `ScalarNode.text` holds the raw text. */
    readonly state: 'resolved' | 'defaulted' | 'required' | 'unknown';
    readonly uses: readonly VariableUse[];
}
/** A variable that a text of Compose is filled with. */
export interface VariableUse {
    readonly name: string;
    /** The operator as written: `` for `$X` and `${X}`, else `:-`, `-`, `:?`, `?`, `:+`, `+`. */
    readonly operator: '' | ':-' | '-' | ':?' | '?' | ':+' | '+';
    /** The text behind the operator, before its own interpolation. */
    readonly argument?: string;
    /** The whole expression, `${…}` included. */
    readonly at: Span;
    /** Where its value was found (a `.env` line); absent when it has none or it comes from outside the repository. */
    readonly valueAt?: Span;
    /** Whether the expression took its value from the environment, from its default, or has none. */
    readonly source: 'environment' | 'default' | 'none';
}
/** Something wrong in a file, as data: the parser goes on after it. */
export interface Problem {
    readonly at: Span;
    /** One sentence without a full stop, in the words of the format. */
    readonly message: string;
    /** `syntax`: the text is not of the format · `structure`: it is, but says something that the format forbids. */
    readonly kind: 'syntax' | 'structure';
    /** A finer name of a structural problem, for the rule that reports it. */
    readonly code?: string;
}
/** The node below a key, or undefined when `node` is not a map or has no such key. */
export declare function child(node: Node | undefined, key: string): Node | undefined;
/** Walks down a path of keys. */
export declare function descend(node: Node | undefined, ...keys: readonly string[]): Node | undefined;
/** The text of a scalar; undefined for anything else, and for null. */
export declare function textOf(node: Node | undefined): string | undefined;
/** The items of a list node; nothing for anything else. */
export declare function itemsOf(node: Node | undefined): readonly Node[];
/** The entries of a map node as [key, node, where the key stands]; nothing for anything else. */
export declare function entriesOf(node: Node | undefined): readonly (readonly [string, Node, Span])[];
