import type { Fact, Span } from '../../source.js';
import type { System } from '../system.js';
/** A process that a platform runs from the repository itself, without a container of the repository's own making. */
export interface PlatformProcess {
    /** `web`, `worker`: as the file calls it. */
    readonly name: string;
    /** It answers requests: of users, or of others that run there. */
    readonly isWeb: boolean;
    /** As written; absent where the platform finds out by itself what to start. */
    readonly command?: string;
    /** The folder that it runs in, from the root of the repository. */
    readonly directory: string;
    /** Where it is declared. */
    readonly at: Span;
    /** The paths that the platform asks whether it works. */
    readonly checks: readonly PlatformCheck[];
    /** The variables that the files of the platform give a value, or have one made for. */
    readonly variables: ReadonlySet<string>;
    /** The values among them that stand in the files. */
    readonly values: ReadonlyMap<string, Fact<string>>;
    /** The ids of the platform's databases that variables lead to, by variable. */
    readonly databases: ReadonlyMap<string, string>;
    /** How many of it run at the same time, at most; absent where no file says so. */
    readonly instances?: Fact<number>;
}
/** What nothing is said of. */
export declare const NOTHING_SET: Pick<PlatformProcess, 'variables' | 'values' | 'databases'>;
/** What a platform asks a process over HTTP. */
export interface PlatformCheck {
    /** With a leading `/`. */
    readonly path: string;
    readonly port?: number;
    readonly at: Span;
}
/** What a platform runs, where nothing but platforms runs anything; undefined where there are workloads or images. */
export declare function platformOf({ workloads, images, services }: System): PlatformProcess | undefined;
