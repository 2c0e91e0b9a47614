import { createHash } from 'node:crypto'

/** The SHA-256 of texts, each ended by a NUL, in hexadecimal digits. */
export function digestOf(parts: readonly string[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part).update('\0')
  return hash.digest('hex')
}
