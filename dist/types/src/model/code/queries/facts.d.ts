import type { Program } from '../../../code/program.js';
import type { Source } from '../../../source.js';
import type { Route } from '../route.js';
import type { ServiceQuery } from '../service.js';
import type { ServiceCode } from '../services.js';
import { type GraphqlList } from './graphql-lists.js';
import { type KeyScan } from './key-scans.js';
import { type RowQuery } from './row-queries.js';
/** What the code of a service asks its databases, and which requests make it ask. */
export interface QueryFacts {
    /** Every read of many rows that its code makes, in the order of files and lines. */
    readonly queries: readonly ServiceQuery[];
    /** Queries that requests send for each row of another one. */
    readonly rowQueries: readonly RowQuery[];
    /** The lists that its GraphQL API gives, with the reads behind each. */
    readonly graphqlLists: readonly GraphqlFieldReads[];
    /** Where its code has Redis go through all keys. */
    readonly keyScans: readonly KeyScan[];
}
/** A list field of a GraphQL API, and the reads of many rows that its resolver makes. */
export interface GraphqlFieldReads extends GraphqlList {
    readonly reads: readonly ServiceQuery[];
}
/** The queries of a service. `routes` are those with their handlers; `schemas` gives its files in the language of GraphQL. */
export declare function queryFacts(program: Program, service: ServiceCode, routes: readonly Route[], schemas: () => readonly Source[]): QueryFacts;
