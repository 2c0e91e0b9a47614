import type { Tree } from '../tree.js';
import type { Program } from './program.js';
/** Runs the parsers: gives back what they give. Who has a process of its own may do something about it meanwhile. */
export type WhileParsing = <T>(parse: () => T) => T;
/** Reads all program code of a repository. Never throws: what cannot be read is in the `problems` of its file. */
export declare function readProgram(tree: Tree, whileParsing?: WhileParsing): Program;
