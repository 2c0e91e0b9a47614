import type { Distribution, Gone } from './software.js';
/** What the functions of a `Distribution` answer from: one container, in plain words. */
export interface ServiceFacts {
    /** The value of an environment variable: undefined when not set, null when set to something unknown. */
    readonly environment: (name: string) => string | undefined | null;
    /** The words that are executed, with or without the image's entrypoint; null for a word that cannot be known; undefined: the image's own. */
    readonly argv: readonly (string | null)[] | undefined;
    /** Most significant part first; absent when the tag does not tell. */
    readonly version?: readonly number[];
    readonly distribution: Distribution;
    /** A file or directory that may hold its configuration is mounted or copied in. */
    readonly configMounted: boolean;
    /** Initialisation scripts of its own are mounted or copied in (`/docker-entrypoint-initdb.d`): they may read any variable. */
    readonly scriptsMounted?: boolean;
}
/** What decides a judgement, for the rule to point at. */
export interface SettingName {
    readonly kind: 'variable' | 'argument';
    /** The variable as in the environment, or the argument as typed: `--requirepass`. */
    readonly name: string;
}
/** The variable as a `SettingName`. */
export declare function variable(name: string): SettingName;
/** The argument as a `SettingName`. */
export declare function argument(name: string): SettingName;
/** The value of a variable when it is set, known and not empty. */
export declare function text(facts: ServiceFacts, name: string): string | undefined;
/** Set to anything but the empty text, known or not. Images treat an empty variable as one that is not set. */
export declare function isSet(facts: ServiceFacts, name: string): boolean;
/** The first of the names that is set (see `isSet`). */
export declare function firstSet(facts: ServiceFacts, names: readonly string[]): string | undefined;
/** The directory that the first set variable names: null when it is not known, undefined when none is set. */
export declare function directoryIn(facts: ServiceFacts, names: readonly string[]): string | null | undefined;
/** The first of the names that is set to a value that cannot be known. */
export declare function firstUnknown(facts: ServiceFacts, names: readonly string[]): string | undefined;
/** True for `true`, `yes`, `1` and `on` in any case: what the images themselves take for yes. */
export declare function isYes(value: string | undefined | null): boolean;
/** The version of an image whose tag follows the newest release (`latest`, `alpine`, none). */
export declare const NEWEST: readonly number[];
/**
 * Whether a version is below a bound, part by part. A tag that leaves parts out follows the newest release of its line,
 * so `7` is not below `7.11`. Undefined when there is no version.
 */
export declare function isBefore(version: readonly number[] | undefined, bound: readonly number[]): boolean | undefined;
/** What this version no longer has. Nothing when the version is not known. */
export declare function goneIn(distribution: Distribution, version: readonly number[] | undefined): readonly Gone[];
/** A health command that works in the image as it is set up, as it stands in a compose file; undefined when none is known. */
export declare function healthCommandOf(distribution: Distribution | undefined, facts: ServiceFacts | undefined): string | undefined;
