import { createHash } from 'node:crypto'

/** What a finding is named by. None of it depends on lines. */
export interface Identity {
  readonly rule: string
  readonly path: string
  /** The id of its subject. */
  readonly subject: string
  /** What tells findings of one rule on one subject apart: see `FailOptions.key`. */
  readonly key: string
  /** From 1: findings that are equal in all of that are counted in the order of their places. */
  readonly ordinal: number
}

/**
 * Names a finding independent of lines, `erpAudit/v1`: the first 32 hexadecimal digits of the SHA-256 of rule id, path,
 * subject id and key, each ended by a NUL. The second and later ones of equal findings have their number hashed behind the key.
 */
export function fingerprintOf({ rule, path, subject, key, ordinal }: Identity): string {
  const parts = ordinal > 1 ? [rule, path, subject, key, String(ordinal)] : [rule, path, subject, key]
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part).update('\0')
  return hash.digest('hex').slice(0, 32)
}
