import type { Program } from '../../code/program.js';
import type { Tree } from '../../tree.js';
import { type Started } from '../process/run-commands.js';
import { type EntryPoint } from './entry-points.js';
import type { Runtime } from './service.js';
/** A program and where it was found to begin. */
export interface Found {
    readonly runtime: Runtime;
    readonly directory: string;
    readonly entries: readonly string[];
    readonly entryPoints: readonly EntryPoint[];
    readonly isCertain: boolean;
}
/**
 * The files that a container runs before its program, whatever it is told: `node seed.js && node server.js`,
 * `prisma db seed`, `manage.py create_admin`.
 */
export declare function preparations(started: Started, tree: Tree, program: Program): readonly string[];
/** The program that a container starts, when its code is in the repository. */
export declare function findProgram(started: Started, tree: Tree, program: Program): Found | undefined;
/** What frameworks load by its place rather than by an import: pages and routes of Next.js, modules of Django. */
export declare function byFolder(found: Found, program: Program): readonly string[];
