import type { Storage } from './storage.js';
/** A file as an editor has it, which is not saved yet. */
export interface EditedFile {
    /** From the root, `/`-separated. */
    readonly path: string;
    readonly text: string;
}
/** The same files, but for one that has another text, or that is not there yet. Its folder has to be there. */
export declare function withEdited(storage: Storage, { path, text }: EditedFile): Storage;
