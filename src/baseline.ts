/** Findings that a team knows and has put off: they are no news, and do not fail the gate. They count in the score. */
export interface Baseline {
  /** As it is shown. */
  readonly path: string
  readonly entries: readonly BaselineEntry[]
}

/** A finding that was there when the baseline was written: it is known, and does not fail the gate. */
export interface BaselineEntry {
  readonly rule: string
  /** Of the file that the finding points at. */
  readonly path: string
  /** `erpAudit/v1`: see fingerprint.ts. */
  readonly fingerprint: string
}

/** Where a baseline is looked for, and written. */
export const BASELINE_FILE = '.erp-audit-baseline.json'

const FINGERPRINT = '^[0-9a-f]{32}$'

/** The schema of the file: the one source of `erp-audit-baseline.schema.json`. */
export const BASELINE_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'https://unpkg.com/erp-audit/erp-audit-baseline.schema.json',
  title: 'Baseline of erp-audit: findings that are known',
  type: 'object',
  required: ['schemaVersion', 'fingerprints', 'rules'],
  properties: {
    $schema: { type: 'string' },
    schemaVersion: { const: 1 },
    fingerprints: { const: 'erpAudit/v1', description: 'How the fingerprints are made.' },
    rules: {
      type: 'object',
      description: 'By the id of the rule, then by the path of the file that the findings point at.',
      additionalProperties: {
        type: 'object',
        additionalProperties: {
          type: 'object',
          required: ['count', 'fingerprints'],
          properties: {
            count: { type: 'integer', minimum: 1 },
            fingerprints: { type: 'array', items: { type: 'string', pattern: FINGERPRINT }, minItems: 1 },
          },
        },
      },
    },
  },
} as const

/** The file: the same entries give the same bytes. It holds ids, paths and fingerprints, and so no secret. */
export function renderBaseline(entries: readonly BaselineEntry[]): string {
  const rules: Record<string, Record<string, { count: number; fingerprints: string[] }>> = {}
  const inOrder = entries.toSorted(
    (a, b) => compare(a.rule, b.rule) || compare(a.path, b.path) || compare(a.fingerprint, b.fingerprint),
  )
  for (const { rule, path, fingerprint } of inOrder) {
    const files = own(rules, rule, {})
    const { fingerprints } = own(files, path, { count: 0, fingerprints: [] })
    if (fingerprints.at(-1) === fingerprint) continue
    fingerprints.push(fingerprint)
    files[path] = { count: fingerprints.length, fingerprints }
  }
  const file = { $schema: BASELINE_SCHEMA.$id, schemaVersion: 1, fingerprints: 'erpAudit/v1', rules }
  return `${JSON.stringify(file, null, 2)}\n`
}

/** The value of a key, put there when it is new. A path may be called `__proto__`. */
function own<T>(record: Record<string, T>, key: string, fresh: T): T {
  if (!Object.hasOwn(record, key)) {
    Object.defineProperty(record, key, { value: fresh, enumerable: true, configurable: true, writable: true })
  }
  return record[key] ?? fresh
}

/** Reads the file; a sentence without a full stop when it is not one. Counts are for people: what is listed counts. */
export function parseBaseline(text: string): readonly BaselineEntry[] | string {
  const file = parseJson(text)
  if (!isObject(file)) return 'it is no JSON object'
  if (file.schemaVersion !== 1 || file.fingerprints !== 'erpAudit/v1') {
    return 'it is no baseline of this version; "erp-audit baseline" writes it anew'
  }
  if (!isObject(file.rules)) return 'it has no "rules"'
  const entries: BaselineEntry[] = []
  for (const [rule, files] of Object.entries(file.rules)) {
    if (!isObject(files)) return `"${rule}" names no files`
    for (const [path, found] of Object.entries(files)) {
      const fingerprints = isObject(found) ? found.fingerprints : undefined
      if (!Array.isArray(fingerprints)) return `"${path}" has no fingerprints under "${rule}"`
      for (const fingerprint of fingerprints) {
        if (typeof fingerprint !== 'string' || !new RegExp(FINGERPRINT).test(fingerprint)) {
          return `"${path}" has something under "${rule}" that is no fingerprint`
        }
        entries.push({ rule, path, fingerprint })
      }
    }
  }
  return entries
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    return undefined
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
