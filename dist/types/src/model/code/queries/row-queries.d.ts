import type { FunctionIn, Program } from '../../../code/program.js';
import type { Span } from '../../../source.js';
import type { Route } from '../route.js';
import type { Query, QueryLibrary } from './query.js';
/** A query that is sent again for each row of another one. */
export interface RowQuery {
    /** What is called in the loop: `prisma.customer.findUnique`, `this.customers.byId`. */
    readonly call: string;
    /** What the rows are read through. */
    readonly library: QueryLibrary;
    /** The model or table whose rows are gone through. */
    readonly rows?: string;
    /** Where those rows are read. */
    readonly rowsAt: Span;
    /** The query itself, where the loop calls a function that sends it. */
    readonly sentAt?: Span;
    readonly routes: readonly Route[];
    readonly at: Span;
}
/** The queries that code which requests come to sends for each row of a read. */
export declare function rowQueriesOf(program: Program, queries: readonly Query[], routesTo: (fn: FunctionIn | undefined) => readonly Route[]): readonly RowQuery[];
