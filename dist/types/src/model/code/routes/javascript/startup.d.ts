import type { Run } from '../../../../code/startup/run.js';
import type { CallSite, Host, HostValue } from '../../../../code/startup/values.js';
import type { Call, CodeFile } from '../../../../code/syntax.js';
import type { Span } from '../../../../source.js';
import type { SocketHost } from './socket-servers.js';
/** What frameworks were told while the program was followed. */
export interface Startup {
    readonly run: Run;
    /** Applications and routers, in the order in which they were made. */
    readonly made: RouterHost[];
    /** Calls with which a server begins to listen. */
    readonly listens: ListenCall[];
    /** Calls that may add routes, and could not be followed. */
    readonly unresolved: Span[];
    /** Servers of Socket.IO and the like, in the order in which they were made. */
    readonly sockets: SocketHost[];
}
/** An application or router of a framework. */
export interface RouterHost extends Host {
    readonly framework: string;
    /** It answers requests by itself; a router does when something registers it. */
    readonly isApplication: boolean;
    /** Something listens with it or hands it on to what does. */
    isServed: boolean;
    readonly at: Span;
    /** The function whose parameter it is, where nothing of the program calls that function. */
    readonly parameterOf?: string;
}
/** A call with which a server begins to listen: `app.listen(3000)`, `serve({ port: 3000 })`. */
export interface ListenCall {
    readonly framework: string;
    readonly site: CallSite;
    /** Which argument holds the port, or the options with it. */
    readonly index: number;
    /** The key of the port where the argument is an object of options. */
    readonly key?: string;
}
/** A place of a call. */
export declare function siteSpan(site: CallSite): Span;
/** The call from its method's name on, so that chained calls have places of their own. */
export declare function methodSpan(file: CodeFile, node: Call): Span;
/** An object of a framework as a value. */
export declare function asValue(host: Host): HostValue;
/** A small object of a framework, from what it does. */
export declare function hostValue(host: Omit<Host, 'properties'>): HostValue;
