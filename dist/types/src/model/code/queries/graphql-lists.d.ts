import type { FunctionIn, Program } from '../../../code/program.js';
import type { CodeFile } from '../../../code/syntax.js';
import type { Source, Span } from '../../../source.js';
/** A field of a GraphQL API that gives a list, and the function that answers it. */
export interface GraphqlList {
    /** With the type that it belongs to, where that is known: `Query.orders`, `orders`. */
    readonly field: string;
    /** Whether a client can say how many it wants: by an argument, or not, or its arguments are not all known. */
    readonly limit: 'given' | 'none' | 'unknown';
    readonly at: Span;
}
/** A list with its resolver. */
export interface ResolvedList extends GraphqlList {
    readonly handler: FunctionIn;
}
/** The list fields of a GraphQL API of TypeScript or JavaScript whose resolvers are found. `schemas` are its files of SDL. */
export declare function graphqlLists(program: Program, code: readonly CodeFile[], schemas: readonly Source[]): readonly ResolvedList[];
