import type { Node } from '../../parse/node.js';
import { type Fact, type Span } from '../../source.js';
/**
 * One setting of Traefik and what is below it, the same whether it comes from a file, a flag, a variable or a label: all of
 * them are a tree of names that do not care for case (https://github.com/traefik/paerser).
 */
export interface Setting {
    /** As written. */
    readonly name: string;
    /** The value of a leaf; lists of plain values are joined by commas. A section that is merely there has none. */
    readonly value?: Fact<string>;
    /** By lower-case name; items of a list of sections are `[0]`, `[1]` … */
    readonly children: ReadonlyMap<string, Setting>;
    /** Where it is written: the key in a file, the flag, the variable, the label. */
    readonly at: Span;
}
/** A flat setting: `providers.docker.network`. */
export interface FlatSetting {
    readonly path: string;
    readonly value: Fact<string>;
    readonly at: Span;
}
/** The tree of flat settings, in order; of two values for one setting that is no list the later one counts. */
export declare function settingsOfPaths(settings: readonly FlatSetting[], at: Span): Setting;
/** The tree of a file. What is null is not there: Traefik leaves it out. */
export declare function settingsOfNode(node: Node | undefined, at: Span): Setting;
/** The setting at a path of lower-case names. */
export declare function find(setting: Setting | undefined, ...path: readonly string[]): Setting | undefined;
/** The value at a path; undefined where there is none. */
export declare function valueAt(setting: Setting | undefined, ...path: readonly string[]): Fact<string> | undefined;
/** The known and not empty value at a path. */
export declare function textAt(setting: Setting | undefined, ...path: readonly string[]): string | undefined;
/** The parts of a known value that is a list. */
export declare function listAt(setting: Setting | undefined, ...path: readonly string[]): readonly string[];
/** The items of a list of sections, in order. */
export declare function itemsAt(setting: Setting | undefined, ...path: readonly string[]): readonly Setting[];
/**
 * A switch, as Go reads it (https://pkg.go.dev/strconv#ParseBool): undefined where it is not set, and the text where it is
 * nothing that Go takes.
 */
export declare function switchAt(setting: Setting | undefined, ...path: readonly string[]): Fact<boolean> | undefined;
/** Whether a section is switched on: by being there, unless it says false. */
export declare function isOn(setting: Setting | undefined, ...path: readonly string[]): boolean;
