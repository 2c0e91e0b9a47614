import type { Argument } from './arguments.js';
import type { ServiceFacts } from './facts.js';
import type { Authentication, DefaultCredential, MemoryMode, MemoryUse, Replication } from './judgement.js';
import type { Access, BackupImage } from './traits.js';
/**
 * What is known of a piece of software as its container images ship it. One file per software under `images/`; every
 * fact names its source. Facts that differ between the official image and a vendor's are `Distribution`s.
 */
export interface Software {
    /** `postgres`, `redis`, `kafka`. */
    readonly id: string;
    /** As people write it: `PostgreSQL`. */
    readonly name: string;
    readonly kind: 'database' | 'cache' | 'broker' | 'search' | 'object-store' | 'pooler' | 'proxy' | 'coordination' | 'workflow' | 'metrics' | 'dashboard' | 'logs' | 'tracing' | 'alerting' | 'exporter' | 'admin-tool' | 'development-tool' | 'backup' | 'agent' | 'identity' | 'secrets' | 'application' | 'runtime';
    /** Keeps data that must survive the container. */
    readonly stateful: boolean;
    readonly distributions: readonly Distribution[];
    /** Ports that it listens on by default, with what they are for. `media`: voice and video, which their protocol encrypts. */
    readonly ports: readonly {
        readonly port: number;
        readonly purpose: 'data' | 'admin' | 'metrics' | 'cluster' | 'web' | 'media';
    }[];
    /** How many nodes make it survive the loss of one, and what shows that they are wired together. Absent: not clustered by such means. */
    readonly cluster?: {
        readonly nodes: number;
        readonly how: string;
    };
    /** Programs that back it up. */
    readonly backupTools: readonly string[];
    /** URL schemes that clients use. */
    readonly schemes: readonly string[];
    /** Id of the software whose clients and settings it takes over: `redis` for Valkey, `mysql` for MariaDB. */
    readonly speaks?: string;
    /** Who is let in before anything is configured: for pages and tools. Data services have `Distribution.authentication`. */
    readonly access?: Access;
    /** What a backup image copies, when, and where to. */
    readonly backup?: BackupImage;
}
/** One image of the software. The functions answer from a `ServiceFacts`; they are pure and never throw. */
export interface Distribution {
    /** `official`, `bitnami`, `confluent` … */
    readonly id: string;
    /** Image repositories as in `ImageReference.repository`; `*` stands for one path part. */
    readonly images: readonly string[];
    /** Where the tag holds the version of the software (first group), when it does not begin with it: `0.8.0-pg17`. */
    readonly versionFromTag?: RegExp;
    /** All the directories that hold data, by version: the first entry whose `before` is above the version (or that has none) applies. */
    readonly dataPaths: readonly DataPaths[];
    /** The directory that the settings name instead: null when it is not known, undefined when they name none. See `dataPathsOf`. */
    readonly dataPath?: (facts: ServiceFacts) => string | null | undefined;
    /** Whether it keeps anything on disk in this configuration. Absent: as `Software.stateful` says. */
    readonly keepsData?: (facts: ServiceFacts) => 'yes' | 'no' | 'unknown';
    /** Environment variables that the image reads. `reads` undefined: not known, so nothing is said about any variable. */
    readonly variables?: VariableFacts;
    /** Whether the image has a HEALTHCHECK of its own; undefined: not known. */
    readonly builtInHealthcheck?: boolean;
    /** A health command that works in this image: for the fix. `$$` where compose needs it. */
    readonly healthCommand?: string;
    /** The same where `authentication` finds that nobody is asked for a login. */
    readonly openHealthCommand?: string;
    /** What the health command needs in the settings of the service, as words for the fix: "set `--ping=true` in …". */
    readonly healthNeeds?: string;
    /** The same for versions below a bound, lowest first: see `healthCommandOf`. */
    readonly olderHealthCommands?: readonly {
        readonly before: readonly number[];
        readonly command: string;
    }[];
    /** Programs that the image has, or lacks, beyond its base. `shell: false` for scratch and distroless images. */
    readonly tools?: {
        readonly has: readonly string[];
        readonly lacks: readonly string[];
        readonly shell?: boolean;
    };
    /** Root or not by default, and whether the entrypoint steps down; undefined: not known. */
    readonly runsAs?: 'root' | 'drops-privileges' | 'non-root';
    /** Bytes of memory that a JVM heap takes by default, and the variable that sets it. */
    readonly heap?: {
        readonly variable: string;
        readonly defaultBytes?: number;
    };
    /** Whether anyone who reaches it may use it. Absent: not known, so nothing is said. */
    readonly authentication?: (facts: ServiceFacts) => Authentication;
    /** Logins that are in force when nothing else is set. Judge them with `defaultLogins` of `logins.ts`. */
    readonly defaultCredentials?: readonly DefaultCredential[];
    /** Set when it runs in a mode that forgets its data or is meant for development; undefined: it does not. */
    readonly memoryMode?: (facts: ServiceFacts) => MemoryMode | undefined;
    /** Whether it is one of several nodes that are wired together. Absent: not known. */
    readonly replication?: (facts: ServiceFacts) => Replication;
    /** What it reserves for itself: heap, maxmemory, buffers. Absent or undefined: nothing that can be judged. */
    readonly memory?: (facts: ServiceFacts) => MemoryUse | undefined;
    /** The least sound memory limit of the whole container in production, in bytes. */
    readonly leastMemoryLimit?: {
        readonly bytes: number;
        readonly source: string;
    };
    /** What newer versions no longer have. Find the ones that apply with `goneIn` of `facts.ts`. */
    readonly gone?: readonly Gone[];
    /** The image is no longer maintained, or was never meant for production; `discontinued.ts` lists the well-known ones. */
    readonly retired?: {
        readonly because: string;
        readonly instead: string;
        readonly source: string;
    };
    /**
     * One setting of the server by its own name (`maxmemory`, `shared_buffers`, `min.insync.replicas`), wherever this image
     * takes it from; `unknown` when a file or a hidden word may give it. Defaults are not applied. Absent: not known.
     */
    readonly setting?: (facts: ServiceFacts, name: string) => Argument;
}
/** Directories that hold the data of some versions. Find the ones of a container with `dataPathsOf` of `data.ts`. */
export interface DataPaths {
    /** Versions below it; absent: all that no entry before has claimed. */
    readonly before?: readonly number[];
    /** The data directories themselves, all of them. */
    readonly paths: readonly string[];
    /** Directories that the image declares as VOLUME: a mount above them does not reach what lies in them. Absent: not known. */
    readonly volumes?: readonly string[];
    /** The mount target to recommend; absent: the paths. */
    readonly mountAt?: string;
    readonly source: string;
}
/** A program or setting that is absent from a version on. */
export interface Gone {
    /** First version without it. */
    readonly from: readonly number[];
    /** A program (in health commands and scripts) or an environment variable. */
    readonly program?: string;
    readonly variable?: string;
    readonly because: string;
    readonly instead: string;
    readonly source: string;
}
/** Which variables the scripts of an image read. */
export interface VariableFacts {
    /** Exact names, or patterns that cover generated ones (`^KAFKA_`). Where a pattern covers one of `ignored` or `refused`, those win. */
    readonly reads: readonly (string | RegExp)[];
    /**
     * Look like settings, are read by nobody: the pattern, and what works instead, where `$&` and `$1` stand for the name and
     * the first group of the pattern, and `<value>` for the value that was given. `from`: since that version. Scripts of
     * the service's own (command, health check, mounted initialisation) may read them: look there before saying so.
     */
    readonly ignored: readonly {
        /** A test instead of a pattern for one of many fixed names: patterns cost time when they are first used. */
        readonly pattern: RegExp | {
            test(name: string): boolean;
        };
        readonly because: string;
        readonly instead: string;
        readonly from?: readonly number[];
    }[];
    /** The container exits when it is set; `from`: since that version; `values`: only when set to one of them. */
    readonly refused: readonly {
        readonly pattern: RegExp;
        readonly values?: readonly string[];
        readonly instead: string;
        readonly source: string;
        readonly from?: readonly number[];
        /** Only while the data directory is empty. */
        readonly firstStartOnly?: true;
    }[];
    /** The container exits unless one of each group is set. */
    readonly required: readonly RequiredVariables[];
    /**
     * Prefixes that belong to the image: a variable with one of them that is not read is somebody's mistake, under the
     * same reserve as `ignored`.
     */
    readonly prefixes: readonly string[];
    readonly source: string;
}
/** An image does not start without one of these. */
export interface RequiredVariables {
    readonly anyOf: readonly string[];
    readonly source: string;
    /** Applies from this version on. */
    readonly from?: readonly number[];
    /** Applies before this version. */
    readonly before?: readonly number[];
    /** Does not apply when one of these variables has one of these values (compared in lower case). */
    readonly unless?: readonly {
        readonly variable: string;
        readonly values: readonly string[];
    }[];
    /** Only when the data directory is still empty. */
    readonly firstStartOnly?: boolean;
}
