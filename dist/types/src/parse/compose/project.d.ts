import type { Source, Span } from '../../source.js';
import type { MapNode, Problem } from '../node.js';
import type { VariableValue } from './interpolate.js';
/** What to load, and from where. */
export interface ComposeRequest {
    /** Compose files in the order of `-f`, from the repository root. */
    readonly files: readonly string[];
    /** Default: the directory of the first file. */
    readonly projectDirectory?: string;
    /** The shell's environment; values with the place where they are set, as far as that is in the repository. */
    readonly environment: ReadonlyMap<string, string | VariableValue>;
    /** Env files for interpolation (`--env-file`). Default: `.env` in the project directory, if there is one. */
    readonly environmentFiles?: readonly string[];
    /** What a variable without value and default becomes: `empty` as Compose does, or `unknown`, as an auditor must say. */
    readonly unset: 'empty' | 'unknown';
    /** Profiles switched on; `*` for all. */
    readonly profiles: readonly string[];
    /** Reads a file of the repository; undefined when there is none, or it lies outside the root. */
    readonly read: (path: string) => Source | undefined;
}
/**
 * The effective project: interpolated, extended, merged, included, profiles applied, and in canonical form, so that
 * readers need to know only one spelling of everything (see `canonicalService`).
 */
export interface ComposeProject {
    readonly name?: string;
    /** Every file that had a part in it, in order of reading. */
    readonly files: readonly string[];
    readonly services: ReadonlyMap<string, ComposeService>;
    /** Services that no active profile switches on. */
    readonly disabled: ReadonlyMap<string, ComposeService>;
    readonly networks: ReadonlyMap<string, ComposeResource>;
    readonly volumes: ReadonlyMap<string, ComposeResource>;
    readonly secrets: ReadonlyMap<string, ComposeResource>;
    readonly configs: ReadonlyMap<string, ComposeResource>;
    /** Everything that Compose would refuse, and everything that could not be read. Loading goes on after each. */
    readonly problems: readonly Problem[];
    /** Files that are named (include, extends, env_file with required) and not in the repository. */
    readonly missing: readonly {
        readonly path: string;
        readonly at: Span;
    }[];
    /** Empty lists over lists that they cannot empty, by their path: `services.web.ports`. Only `!reset` and `!override` do. */
    readonly emptied: readonly {
        readonly path: string;
        readonly at: Span;
    }[];
}
/** A service of a merged project. */
export interface ComposeService {
    readonly name: string;
    /** The key of the service in the file that declares it (the last that adds to it). */
    readonly at: Span;
    /** The canonical service. */
    readonly node: MapNode;
    readonly profiles: readonly string[];
}
/** A volume, network, secret or config of a merged project. */
export interface ComposeResource {
    readonly name: string;
    readonly at: Span;
    readonly node: MapNode;
}
/**
 * Loads a Compose project as `docker compose` would, by the rules of compose-go v2.16
 * (https://github.com/compose-spec/compose-go). Never throws: what Compose would refuse is in `problems`, files that are not
 * there in `missing`, and loading goes on after each. The files are read in the order given; every one is optional.
 */
export declare function loadComposeProject(request: ComposeRequest): ComposeProject;
