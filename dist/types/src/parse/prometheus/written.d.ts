import type { Span } from '../../source.js';
import { type Node } from '../node.js';
/** A text and the place where it is written. */
export interface Written {
    readonly text: string;
    readonly at: Span;
}
/** A scalar with its place; undefined for anything else, and for null. */
export declare function writtenOf(node: Node | undefined): Written | undefined;
/** The scalar below a key. */
export declare function writtenAt(node: Node | undefined, key: string): Written | undefined;
/** The scalars of a list. */
export declare function writtenItems(node: Node | undefined): readonly Written[];
