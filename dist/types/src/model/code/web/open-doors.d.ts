import type { Program } from '../../../code/program.js';
import type { Span } from '../../../source.js';
import type { RouteTable } from '../route.js';
import type { ServiceCode } from '../services.js';
import type { SocketServer } from '../sockets.js';
/** A way into a service that asks nobody who they are, though the ways beside it do. */
export interface OpenDoor {
    readonly kind: 'route' | 'socket' | 'folder';
    /** `DELETE /orders/:id`, `the gateway OrdersGateway`, `/documents`. */
    readonly what: string;
    /** What shows that it should ask: a guarded neighbour. */
    readonly beside: string;
    readonly besideAt: Span;
    readonly at: Span;
    /** Why it is not sure that it stands open. */
    readonly doubt?: string;
}
/** The doors of a service that stand open beside guarded ones. Nothing where one guard stands before everything: what passes it was let through. */
export declare function openDoors(program: Program, service: ServiceCode, table: RouteTable, sockets: readonly SocketServer[]): readonly OpenDoor[];
