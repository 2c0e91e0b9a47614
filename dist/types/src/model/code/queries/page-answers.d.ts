import type { Span } from '../../../source.js';
import type { Service } from '../service.js';
import type { PageRequest } from './page-requests.js';
/** A request of a web page, and what of the repository answers it. */
export interface AnsweredPageRequest extends PageRequest {
    /** Absent where no route of the repository, or more than one service, may answer it. */
    readonly answer?: PageAnswer;
}
/** The route that answers a request for a page, and what it does with the size. */
export interface PageAnswer {
    /** The name of the service. */
    readonly service: string;
    readonly method: string;
    readonly path: string;
    /** `open`: the size counts as it is · `capped`: up to `max` · `unknown`: what becomes of it is not known. */
    readonly bound: 'open' | 'capped' | 'unknown';
    readonly max?: number;
    /** The query behind it, where that is known. */
    readonly at?: Span;
}
type Answering = Pick<Service, 'id' | 'name' | 'files' | 'routes' | 'queries'>;
/**
 * The requests of web pages by the id of the service that they are held against: the one that serves the page, else the
 * one that answers. Those of neither are left out: nothing says that production has that page.
 */
export declare function pageRequestsByService(requests: readonly PageRequest[], services: readonly Answering[]): ReadonlyMap<string, readonly AnsweredPageRequest[]>;
export {};
