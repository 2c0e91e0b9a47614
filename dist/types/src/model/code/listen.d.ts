import type { Program } from '../../code/program.js';
import { type Value } from '../../code/values.js';
import type { Span } from '../../source.js';
import { type ServiceFiles } from './routes/javascript/start.js';
/** A port that a service listens on. */
export interface Listening {
    /** `express`, `nestjs`, `fastify`, `koa`, `hono`; `node` for servers of the runtime itself. */
    readonly framework: string;
    /** The port: a number, or a text as the environment gives it; 0 and null are one that the system chooses. */
    readonly port: Value;
    /** The address, where one is given: `127.0.0.1` is reached from the same host or container alone. */
    readonly host?: Value;
    /** The call. */
    readonly at: Span;
}
/** The ports that a service in TypeScript or JavaScript listens on once it has started, in the order of the calls. */
export declare function javascriptListening(program: Program, service: ServiceFiles): readonly Listening[];
