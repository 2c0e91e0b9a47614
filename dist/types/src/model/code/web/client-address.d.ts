import type { Program } from '../../../code/program.js';
import type { Span } from '../../../source.js';
import type { ServiceCode } from '../services.js';
/** Limiters that count by the address of the client, and whether that is the client's where a proxy is in front. */
export interface ClientAddress {
    readonly limiters: readonly {
        readonly name: string;
        readonly framework: 'express' | 'nestjs' | 'fastify';
        readonly at: Span;
    }[];
    /** The code says that a proxy is to be believed, or reads by itself what one tells. */
    readonly believesProxy: boolean;
}
/** Undefined where nothing of the service counts by addresses. */
export declare function clientAddress(program: Program, service: ServiceCode): ClientAddress | undefined;
