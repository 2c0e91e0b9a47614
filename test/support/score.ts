import { expect } from 'vitest'
import { type Judged, judgeTree } from '../../src/audit.js'
import { DEFAULT_OPTIONS } from '../../src/config/config.js'
import { treeOf } from '../../src/examples.js'
import type { Finding } from '../../src/finding.js'

type Files = ReadonlyMap<string, string>

/** Several laws begin with the same files; each is judged once. */
const judged = new WeakMap<Files, Judged>()

/** What an audit of a small repository says up to its score: the laws ask for no gate, way and report. */
export function judgedOf(files: Files): Judged {
  const known = judged.get(files) ?? judgeTree(treeOf(files), DEFAULT_OPTIONS)
  judged.set(files, known)
  return known
}

/** All findings of a small repository, accepted ones and advice too. */
export function findingsOf(files: Files): readonly Finding[] {
  return judgedOf(files).judgements.flatMap(({ outcomes }) => outcomes.flatMap(({ findings }) => findings))
}

/** Null where there is nothing to deploy. */
export function totalOf(files: Files): number | null {
  return judgedOf(files).score?.total ?? null
}

/** No score at all is no rise: it ends with an exit code of its own. */
export function expectNoRise(before: Files, after: Files, what: string): void {
  const [from, to] = [totalOf(before), totalOf(after)]
  if (from !== null && to !== null) expect(to, `${what}: ${from} -> ${to}`).toBeLessThanOrEqual(from)
}
