import type { Instruction } from '../dockerfile.js';
import { type LogicalLine } from './lines.js';
/** Keywords whose arguments may be a JSON list. */
export declare const JSON_FORM: Set<string>;
/** Reads the flags and arguments of an instruction. */
export declare function readInstruction(line: LogicalLine, escapeCharacter: string): Instruction;
/** The words of a JSON list of strings; undefined for anything else, which the builder takes for the shell form. */
export declare function readExecForm(text: string): string[] | undefined;
/** The items of a JSON list; undefined for anything else. */
export declare function readJsonList(text: string): unknown[] | undefined;
/** `KEY=value` pairs of ENV, LABEL and ARG as written; `ENV KEY the rest` is one pair. A pair without `=` has no value. */
export declare function readPairs(instruction: Instruction): {
    name: string;
    value?: string;
    at: Instruction['at'];
}[];
