import type { Finding } from './finding.js';
import type { Deployment } from './model/system.js';
/** What a finding is named by. None of it depends on lines. */
export interface Identity {
    readonly rule: string;
    readonly path: string;
    /** Its subject: what lasts of its id. */
    readonly subject: string;
    /** What tells findings of one rule on one subject apart: see `FailOptions.key`. */
    readonly key: string;
    /** From 1: findings that are equal in all of that are counted in the order of their places. */
    readonly ordinal: number;
}
/**
 * Names a finding independent of lines, `erpAudit/v1`: the first 32 hexadecimal digits of the SHA-256 of rule id, path,
 * subject id and key, each ended by a NUL. The second and later ones of equal findings have their number hashed behind the key.
 */
export declare function fingerprintOf({ rule, path, subject, key, ordinal }: Identity): string;
/** Findings with their fingerprints, which are worked out when they are read: a report for people has no use for them. */
export declare function withFingerprint<F extends Finding>(finding: F): F & {
    readonly fingerprint: string;
};
/**
 * Gives the findings of one rule their identities. They have to come in the order in which equal ones are
 * counted: by subject, then by place.
 */
export declare function identifier(deployments: readonly Deployed[]): (finding: Finding) => Finding;
type Deployed = Pick<Deployment, 'id' | 'platform'>;
export {};
