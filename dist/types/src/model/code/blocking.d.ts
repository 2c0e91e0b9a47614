import type { Program } from '../../code/program.js';
import type { Span } from '../../source.js';
import type { Route } from './route.js';
/** A call in a handler that holds up every other request of the process until it is done. */
export interface BlockingCall {
    readonly route: Route;
    /** As people write it: `db.query`, `readFileSync`, `db.query in list_orders`. */
    readonly call: string;
    /** `session`: a synchronous session in a coroutine · `function`: a function that waits. */
    readonly kind: 'session' | 'function';
    readonly at: Span;
}
/** The blocking calls of the handlers of a service, the first of each route. */
export declare function blockingCallsOf(program: Program, routes: readonly Route[]): readonly BlockingCall[];
