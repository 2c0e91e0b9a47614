import type { Program } from '../../../code/program.js';
import type { Span } from '../../../source.js';
import type { ServiceCode } from '../services.js';
import type { OriginClaim } from './cors-claims.js';
import { type Origins } from './cors-origins.js';
/** Who a service lets call it from other sites (CORS), as one place of its code says. */
export interface CorsPolicy {
    /** What people call it: `cors`, `Socket.IO`, `CORSMiddleware`. */
    readonly library: string;
    /** Browsers refuse `*` together with credentials, and accept the repeated origin. */
    readonly origin: Origins;
    /** Whether cookies and logins go with the requests; undefined where it is not known. */
    readonly credentials: boolean | undefined;
    /** Of `limited` origins: what is enough to be let in, and anybody can have. */
    readonly claim?: OriginClaim;
    readonly at: Span;
}
/** The policies in the code of a service. Where workloads differ, the most open one counts. */
export declare function corsPolicies(program: Program, service: ServiceCode): readonly CorsPolicy[];
/** Whether somebody whom nobody has named may call with the login of a visitor. */
export declare function isOpen({ origin, credentials, claim }: CorsPolicy): boolean;
