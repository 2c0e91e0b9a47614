import type { Source, Span } from '../../source.js';
import type { Interpolation, MapNode, Problem, VariableUse } from '../node.js';
/** A variable that has a value. */
export interface VariableValue {
    readonly text: string;
    /** False when its value was itself interpolated from something that the repository does not tell. */
    readonly known: boolean;
    /** Where it is set; absent when it comes from outside the repository. */
    readonly at?: Span;
}
/** Where variables are looked up. */
export interface Variables {
    readonly lookup: (name: string) => VariableValue | undefined;
    /** What a variable without value and default becomes. */
    readonly unset: 'empty' | 'unknown';
    /** See `Loading`: what variables put into each other can double with every line. */
    readonly spend?: (nodes: number, at: Span) => boolean;
}
/** What a text becomes. */
export interface Interpolated {
    readonly text: string;
    readonly state: Interpolation['state'] | 'literal' | 'invalid';
    readonly uses: readonly VariableUse[];
    /** The first required variable without a value, with what it is to be told. */
    readonly missing?: {
        readonly name: string;
        readonly reason: string;
    };
}
/** Interpolates one text. `placed` says where a range of it stands. */
export declare function interpolateText(text: string, variables: Variables, placed: (start: number, end: number) => Span): Interpolated;
/** What the interpolation of a file needs. */
export interface InterpolationContext extends Variables {
    readonly sourceOf: (path: string) => Source | undefined;
    readonly report: (problem: Problem) => void;
}
/** Interpolates every string value of a file, never a key, and types the values of attributes that are numbers or booleans. */
export declare function interpolateFile(root: MapNode, context: InterpolationContext): MapNode;
