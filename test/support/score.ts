import { expect } from 'vitest'
import { auditTree } from '../../src/audit.js'
import { DEFAULT_OPTIONS } from '../../src/config/config.js'
import { treeOf } from '../../src/examples.js'

type Files = ReadonlyMap<string, string>

/** Several laws begin with the same files; each is audited once. */
const audited = new WeakMap<Files, ReturnType<typeof auditTree>>()

/** The audit of a small repository. */
export function auditOf(files: Files): ReturnType<typeof auditTree> {
  const known = audited.get(files) ?? auditTree(treeOf(files), DEFAULT_OPTIONS)
  audited.set(files, known)
  return known
}

/** Null where there is nothing to deploy. */
function totalOf(files: Files): number | null {
  return auditOf(files).score?.total ?? null
}

/** No score at all is no rise: it ends with an exit code of its own. */
export function expectNoRise(before: Files, after: Files, what: string): void {
  const [from, to] = [totalOf(before), totalOf(after)]
  if (from !== null && to !== null) expect(to, `${what}: ${from} -> ${to}`).toBeLessThanOrEqual(from)
}
