import { type Source, type Span } from '../../source.js';
import type { Tree } from '../../tree.js';
import type { Workload } from '../system.js';
/** What a server runs at its first start, on an empty data directory. */
export interface Initialisation {
    readonly server: Workload;
    /** What in it fails or does something else than is meant, in the order in which it runs. */
    readonly faults: readonly InitialisationFault[];
    /** Passwords that stand in it, each with the account that it opens. */
    readonly passwords: readonly WrittenPassword[];
}
/** A password that a script gives to an account. */
export interface WrittenPassword {
    readonly account: string;
    /** Where the password stands, without its quotes. */
    readonly at: Span;
}
/** One statement that fails, or does not do what it says. */
export interface InitialisationFault {
    /** Tells several of one server apart. */
    readonly key: string;
    readonly at: Span;
    /** Behind the name of the server. */
    readonly message: string;
    readonly fix: string;
    /** It runs to its end, with a value that nobody meant. */
    readonly misread?: true;
    /** Why it may be right all the same, as a sentence without a full stop. */
    readonly unsure?: string;
}
/** SQL that the server runs as it stands, and where. */
export interface Script {
    readonly source: Source;
    readonly start: number;
    readonly end: number;
    /** `file`: nobody looks at it before the client does · `quoted`, `expanded`: what a shell hands to the client. */
    readonly from: 'file' | 'quoted' | 'expanded';
}
/** What the server makes before the first script. */
export interface Given {
    /** Undefined: not known. */
    readonly user?: string;
    readonly database?: string;
    /** Whether scripts may do what is not to be seen: they are no SQL, or some are not here. */
    readonly closed: boolean;
    readonly version?: readonly number[];
}
/** The first start of every PostgreSQL and MySQL server of which the repository holds scripts. */
export declare function initialisationsOf(workloads: readonly Workload[], tree: Tree): readonly Initialisation[];
