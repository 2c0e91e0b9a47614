import type { Program } from '../../code/program.js';
import type { Span } from '../../source.js';
import type { Tree } from '../../tree.js';
import type { Route } from './route.js';
import type { ServiceCode } from './services.js';
/** What becomes of the errors in asynchronous handlers that are given to Express as they are. */
export interface Rejections {
    /**
     * Whether Express passes what such a handler rejects with on to the error handler: since 5 it does, and so do packages
     * that change or wrap its router. https://expressjs.com/en/guide/error-handling.html
     */
    readonly passedOn: 'yes' | 'no' | 'unknown';
    /** Something keeps the process alive then: the request that failed is never answered all the same. */
    readonly survives: boolean;
    /** The first call of each handler and middleware whose failure nothing catches. */
    readonly uncaught: readonly UncaughtCall[];
}
/** A call in a handler, or in middleware before it, whose failure nothing catches. */
export interface UncaughtCall {
    readonly route: Route;
    /** The name of the middleware that it stands in. */
    readonly within?: string;
    /** As people say it: `User.findById`, `throw` for an error that is thrown. */
    readonly call: string;
    readonly at: Span;
}
/** What Express 4 does with the rejections of a service; undefined where it answers no requests with Express. */
export declare function rejectionsOf(program: Program, service: ServiceCode, routes: readonly Route[], tree: Tree): Rejections | undefined;
