import type { Problem } from '../../parse/node.js';
import { type Source, type Span } from '../../source.js';
import type { ContainerFiles } from '../container-files.js';
import type { Workload } from '../system.js';
import { type Setting } from './settings.js';
/** One place that a static configuration may come from. Only the first of them that is there counts. */
export interface StaticSource {
    readonly kind: 'file' | 'arguments' | 'environment';
    readonly settings: Setting;
    /** False when a part of it is not known: nothing is then proven absent. */
    readonly complete: boolean;
    /** What people call it: the path in the repository, `the command`, `the TRAEFIK_… variables`. */
    readonly name: string;
    readonly at: Span;
}
/** The static configuration of one Traefik. */
export interface StaticConfiguration {
    /** The source in force; absent when there is none, and all is as by default. */
    readonly source?: StaticSource;
    readonly settings: Setting;
    readonly complete: boolean;
    /** Sources that Traefik does not look at, because there is one before them. */
    readonly ignored: readonly StaticSource[];
    /** The file, when it cannot be read as what it is. */
    readonly broken?: {
        readonly path: string;
        readonly problems: readonly Problem[];
    };
}
/**
 * Reads the static configuration: from a file, or else from flags, or else from variables; they are never mixed
 * (https://doc.traefik.io/traefik/getting-started/configuration-overview/#the-static-configuration, v3).
 */
export declare function staticConfiguration(workload: Workload, files: ContainerFiles): StaticConfiguration;
/** A YAML or TOML file as settings. */
export declare function readSettings(source: Source): {
    readonly settings: Setting;
    readonly complete: boolean;
    readonly problems: readonly Problem[];
};
