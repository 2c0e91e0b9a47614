import type { CallSite, Host, Value } from '../../../../code/startup/values.js';
import type { Span } from '../../../../source.js';
import type { Given } from './path.js';
import { type Startup } from './startup.js';
/** A server of Socket.IO or of ws, with what was done to it. */
export interface SocketHost extends Host {
    readonly library: 'socket.io' | 'ws';
    readonly at: Span;
    /** The options that it was made with. */
    readonly options: Value | undefined;
    /** `io.adapter(…)`: the last one counts. */
    adapter?: Given;
    /** `io.use(…)`. */
    readonly middleware: Given[];
    /** `io.of('/chat')`: names, with what `use` was given there. */
    readonly namespaces: {
        readonly name: Value | undefined;
        readonly at: Span;
        readonly middleware: Given[];
    }[];
}
/** What brings a server of WebSockets. */
export declare const SOCKET_PACKAGES: string[];
/** What a call into one of the packages makes. */
export declare function socketCall(startup: Startup, path: string, packageName: string, site: CallSite): Value | undefined;
