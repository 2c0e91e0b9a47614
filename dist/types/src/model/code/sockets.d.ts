import type { Program } from '../../code/program.js';
import { type Value } from '../../code/startup/values.js';
import type { Span } from '../../source.js';
import type { Guard } from './route.js';
import { type ServiceFiles } from './routes/javascript/start.js';
/** A server of WebSockets, or a gateway of NestJS, that a service starts. */
export interface SocketServer {
    readonly library: 'socket.io' | 'ws';
    /** The class of a gateway. */
    readonly name?: string;
    /** `/` is the one without a name. Undefined where it is not known. */
    readonly namespaces: readonly (string | undefined)[];
    /** What carries messages to the other processes; undefined: nothing, each process has its own clients alone. */
    readonly adapter?: SocketAdapter;
    /** As written; undefined: the defaults, which begin with polling in Socket.IO. */
    readonly transports?: readonly string[];
    /**
     * Whether clients may come by HTTP long-polling, a session of many requests; undefined where options that are not known
     * decide, or where a client of the repository begins with WebSocket.
     */
    readonly allowsPolling: boolean | undefined;
    /** `connectionStateRecovery`: what a client missed is sent again. */
    readonly recoversState: boolean | undefined;
    /** `cors`, where it is an object. */
    readonly cors?: {
        readonly origin: string | undefined;
        readonly hasCredentials: boolean;
        readonly at: Span;
    };
    readonly guards: readonly Guard[];
    /** Where it sends to all clients that are connected to its own process: `wss.clients.forEach(one => one.send(…))`; of ws. */
    readonly broadcast?: Span;
    readonly at: Span;
}
/** What carries messages between the processes of a server of WebSockets. */
export interface SocketAdapter {
    /**
     * `redis` is publish and subscribe, which keeps nothing; `redis-streams`, `mongo` and `postgres` keep messages; `cluster` joins
     * the processes of one host; `other` is one whose code does not tell.
     */
    readonly kind: 'redis' | 'redis-streams' | 'mongo' | 'postgres' | 'cluster' | 'other';
    readonly at: Span;
}
/** The servers of WebSockets that a service in TypeScript or JavaScript starts. */
export declare function javascriptSockets(program: Program, service: ServiceFiles): readonly SocketServer[];
/** Whether the options of a server of Socket.IO leave HTTP long-polling on, which is the default. */
export declare function allowsPolling(options: Value | undefined): boolean | undefined;
/** What the options of a server or gateway say. */
export declare function socketOptions(options: Value | undefined, at: Span): Pick<SocketServer, 'transports' | 'recoversState' | 'cors'>;
