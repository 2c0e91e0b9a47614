import { type Span } from '../source.js';
import type { Tree } from '../tree.js';
import type { Workload } from './system.js';
/** A loop at the start of a container that asks whether something answers, with a program. */
export interface StartWait {
    readonly workload: Workload;
    readonly program: string;
    /** Whether the image has the program; undefined: not known. */
    readonly has: boolean | undefined;
    /** The image in words. */
    readonly image: string;
    readonly at: Span;
}
/**
 * The loops of start scripts that go on until a program says yes: `until nc -z db 5432`, `while ! pg_isready`. A program that
 * is not there never says it. Loops that give up by themselves, that look for the program first, or that a condition leads
 * to are left out.
 */
export declare function startWaits(workloads: readonly Workload[], tree: Tree): readonly StartWait[];
