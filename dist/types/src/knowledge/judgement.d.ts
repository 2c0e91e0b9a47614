import type { SettingName } from './facts.js';
/** Whether anyone who reaches the service may use it. */
export interface Authentication {
    /** `off`: proven · `on`: a client must identify itself · `unknown`: a file or a value outside the repository decides. */
    readonly state: 'on' | 'off' | 'unknown';
    /** A clause without capital and full stop: `REDIS_PASSWORD is not read by this image and no --requirepass is given`. */
    readonly because: string;
    /** What to type, in the imperative. Empty when `on`. */
    readonly fix: string;
    /** The setting that decides, and that carries the password when `on`. Absent: the software's default decides. */
    readonly by?: SettingName;
}
/** A login that works unless something else is set. */
export interface DefaultCredential {
    /** The account; `variable` names what renames it. */
    readonly user?: {
        readonly variable?: string;
        readonly default: string;
    };
    readonly password: {
        readonly variable: string;
        /** In force when no variable is set. Absent: there is none, or the image then does not start. */
        readonly default?: string;
        /** Values that everybody tries, `default` included, in lower case. */
        readonly wellKnown: readonly string[];
        /** Other variables that set the password (`…_FILE`), or that take this login away when set. */
        readonly alternatives?: readonly string[];
    };
    /** The login exists before this version only. */
    readonly before?: readonly number[];
    /** The login does not exist while this variable has one of these values (compared in lower case). */
    readonly unless?: {
        readonly variable: string;
        readonly values: readonly string[];
    };
    readonly source: string;
}
/** A mode that forgets its data, or that the vendor made for development. */
export interface MemoryMode {
    /** A clause without capital and full stop. */
    readonly because: string;
    /** What to type, in the imperative. */
    readonly fix: string;
    readonly by?: SettingName;
}
/** What the settings of one node say about its partners. */
export interface Replication {
    /**
     * `wired`: the settings make it part of a group, provided the peers exist · `claimed`: something asks for replication
     * that this image does not do · `alone`: nothing asks for it · `unknown`: a file or a value decides.
     */
    readonly state: 'wired' | 'claimed' | 'alone' | 'unknown';
    /** A clause without capital and full stop. */
    readonly because: string;
    /** What to type when `claimed`. */
    readonly fix?: string;
    /**
     * `watcher` keeps no data (sentinel, the job that joins the nodes). A claimed `primary` is fine where another node is
     * wired to it; a claim without a role says something only beside a second node of the same software.
     */
    readonly role?: 'primary' | 'replica' | 'member' | 'watcher';
    /** Host names of the partners that the settings give, its own included where the setting lists all. */
    readonly peers: readonly string[];
    /** Name of the group: replica set, cluster. */
    readonly group?: string;
    readonly by?: SettingName;
}
/** Memory that the software is told to take for itself. */
export interface MemoryUse {
    /** `JVM heap`, `maxmemory`, `shared_buffers`. */
    readonly what: string;
    /** Absent: set to something unknown. */
    readonly bytes?: number;
    /** Absent: the software's default. */
    readonly by?: SettingName;
    /** The part of the container's memory limit that it may soundly take, 0 to 1. */
    readonly share: number;
    /** The part that the vendor recommends to start with, where that is another. */
    readonly usualShare?: number;
    /** The least that production needs, in bytes. */
    readonly least?: number;
    /** What to type for a number of bytes. */
    readonly setting: (bytes: number) => string;
    readonly source: string;
}
