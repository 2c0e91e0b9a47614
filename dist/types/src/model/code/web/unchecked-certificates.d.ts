import type { Program } from '../../../code/program.js';
import type { Span } from '../../../source.js';
import type { ServiceCode } from '../services.js';
/** A place in the code where the certificate of the other side is not checked. */
export interface UncheckedCertificate {
    /** As it is written: `rejectUnauthorized: false`. */
    readonly written: string;
    /** For everything that the process asks, not for one client. */
    readonly isForAll: boolean;
    readonly at: Span;
}
/**
 * Where a service accepts any certificate in production: options of Node.js (https://nodejs.org/api/tls.html#tlsconnectoptions-callback),
 * of requests, httpx, aiohttp, Redis and Elasticsearch for Python (https://requests.readthedocs.io/en/latest/user/advanced/#ssl-cert-verification)
 * and of Go (https://pkg.go.dev/crypto/tls#Config). What only development does, and this machine alone, is left out.
 */
export declare function uncheckedCertificates(program: Program, service: ServiceCode): readonly UncheckedCertificate[];
