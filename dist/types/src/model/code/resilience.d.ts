import type { Span } from '../../source.js';
/** What becomes of the requests of a server when its process gets SIGTERM: without a handler it ends at once. */
export interface ServerShutdown {
    /** `handled`: signals are waited for and the server is closed · `missing`: not both · `unknown`: a library may do it. */
    readonly kind: 'handled' | 'missing' | 'unknown';
    /** Where the server starts. */
    readonly at: Span;
    /** Why it is not known, or which half is there, as a sentence without a full stop. */
    readonly because?: string;
}
/** A request to another service, or a client for many, and whether it ends when nobody answers. */
export interface OutboundClient {
    /** As it is written: `http.Get`, `http.Client`. */
    readonly name: string;
    /** `none`: it waits for ever · `set`: it has a timeout · `unknown`: something else may end it. */
    readonly timeout: 'none' | 'set' | 'unknown';
    /** Why it is not known, as a sentence without a full stop. */
    readonly because?: string;
    /** The runtime gives up by itself, after minutes. */
    readonly isBounded?: true;
    readonly at: Span;
}
/** What the code of a service does when it is told to stop. */
export interface ServiceExit {
    readonly shutdown: readonly ServerShutdown[];
    /** What it registered for SIGTERM. */
    readonly signalHandlers: readonly SignalHandler[];
    /** How long it waits before it ends itself by force. */
    readonly patience?: ExitPatience;
}
/** What code does on SIGTERM. */
export interface SignalHandler {
    /** Where `process.exit` is called when its work is done; not one behind a timer. */
    readonly exits?: Span;
    /** The first connection, server or consumer that it closes. */
    readonly closes?: Span;
    /** Where it is registered. */
    readonly at: Span;
}
/** The longest time that handlers of SIGTERM give their own work. */
export interface ExitPatience {
    readonly seconds: number;
    readonly at: Span;
}
