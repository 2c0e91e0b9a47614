/** Findings that a team knows and has put off: they are no news, and do not fail the gate. They count in the score. */
export interface Baseline {
    /** As it is shown. */
    readonly path: string;
    readonly entries: readonly BaselineEntry[];
}
/** A finding that was there when the baseline was written: it is known, and does not fail the gate. */
export interface BaselineEntry {
    readonly rule: string;
    /** Of the file that the finding points at. */
    readonly path: string;
    /** `erpAudit/v1`: see fingerprint.ts. */
    readonly fingerprint: string;
}
/** Where a baseline is looked for, and written. */
export declare const BASELINE_FILE = ".erp-audit-baseline.json";
/** The schema of the file: the one source of `erp-audit-baseline.schema.json`. */
export declare const BASELINE_SCHEMA: {
    readonly $schema: 'https://json-schema.org/draft/2020-12/schema';
    readonly $id: 'https://unpkg.com/erp-audit/erp-audit-baseline.schema.json';
    readonly title: 'Baseline of erp-audit: findings that are known';
    readonly type: 'object';
    readonly required: readonly ['schemaVersion', 'fingerprints', 'rules'];
    readonly properties: {
        readonly $schema: {
            readonly type: 'string';
        };
        readonly schemaVersion: {
            readonly const: 1;
        };
        readonly fingerprints: {
            readonly const: 'erpAudit/v1';
            readonly description: 'How the fingerprints are made.';
        };
        readonly rules: {
            readonly type: 'object';
            readonly description: 'By the id of the rule, then by the path of the file that the findings point at.';
            readonly additionalProperties: {
                readonly type: 'object';
                readonly additionalProperties: {
                    readonly type: 'object';
                    readonly required: readonly ['count', 'fingerprints'];
                    readonly properties: {
                        readonly count: {
                            readonly type: 'integer';
                            readonly minimum: 1;
                        };
                        readonly fingerprints: {
                            readonly type: 'array';
                            readonly items: {
                                readonly type: 'string';
                                readonly pattern: "^[0-9a-f]{32}$";
                            };
                            readonly minItems: 1;
                        };
                    };
                };
            };
        };
    };
};
/** The file: the same entries give the same bytes. It holds ids, paths and fingerprints, and so no secret. */
export declare function renderBaseline(entries: readonly BaselineEntry[]): string;
/** Reads the file; a sentence without a full stop when it is not one. Counts are for people: what is listed counts. */
export declare function parseBaseline(text: string): readonly BaselineEntry[] | string;
