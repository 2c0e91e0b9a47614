import type { PoolLibrary } from '../../knowledge/pools/index.js';
import type { Span } from '../../source.js';
import type { Subject, Workload } from '../system.js';
import type { PlatformDatabase } from './platform-databases.js';
import type { Engine, PoolSite } from './pools/site.js';
/** What has pools: a workload, or a service that a platform runs. */
export type PoolOwner = Workload | PlatformService;
/** A service that a platform runs itself, with how many processes of it there are. */
export interface PlatformService extends Subject {
    readonly kind: 'service';
    /** It answers requests. */
    readonly isWeb: boolean;
    readonly instances: Range;
    /** The processes of each instance. */
    readonly processes: Range;
}
/** A pool of connections that each process of a workload or service has. */
export interface Pool extends Pick<PoolSite, 'createdAt' | 'branch'> {
    readonly library: PoolLibrary;
    /** What has it in each of its processes. */
    readonly owner: PoolOwner;
    /** Connections that one process may hold, without `overflow`. */
    readonly size: Range;
    readonly overflow: Range;
    /** Nothing sets the size: the library decides. */
    readonly isDefault: boolean;
    /** Where the size is written. */
    readonly sizeAt?: Span;
    /** How long a request waits for a connection: seconds, without end, as each call says, or not known. */
    readonly wait: number | 'forever' | 'caller' | 'unknown';
    readonly engine?: Engine;
    /** Where its URL is written, if its text is known, so that what it holds is, too. */
    readonly urlAt?: Span;
    /** Limits in the URL that the library does not read. */
    readonly ignored: readonly IgnoredParameter[];
    /** Limits in the options of the constructor that the library does not read, where no other is given. */
    readonly ignoredOptions: readonly IgnoredParameter[];
    /** Who answers at its address: a database server, or a pooler before it. */
    readonly target?: Workload | PlatformDatabase;
    /** Made anew for each request: who answers it. */
    readonly perRequest?: string;
    readonly at: Span;
}
/** A number as far as it is known: both bounds included, infinite where there is none. */
export interface Range {
    readonly low: number;
    readonly high: number;
    /** Why it is not one number, as the end of a sentence. */
    readonly because?: string;
}
/** A parameter of a URL, or an option, that the library of the pool does not read. */
export interface IgnoredParameter {
    /** As written: `connection_limit=5`; of an option its name. */
    readonly text: string;
    readonly at: Span;
}
/** Why a size is not known that only a URL of the deployment may set. */
export declare const HIDDEN_URL = "its URL is not known";
/** Why a size is not known that somebody set to have no end. */
export declare const UNLIMITED = "it has no limit";
/** Exactly this many. */
export declare function exactly(count: number): Range;
/** At least this many. */
export declare function atLeast(low: number, because: string): Range;
/** The sum of two. */
export declare function plus(one: Range, other: Range): Range;
/** The product of two. */
export declare function times(one: Range, other: Range): Range;
