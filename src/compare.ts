import type { Baseline, BaselineEntry } from './baseline.js'
import type { Changes } from './changes.js'
import type { Judgement } from './check.js'
import type { Finding } from './finding.js'
import { fingerprintOf } from './fingerprint.js'
import { type Mover, moverOf } from './moves.js'
import type { ChangedScope } from './trees.js'

/** What findings are compared with; everything is optional. */
export interface Reference {
  /** What was found in an earlier version of the repository. */
  readonly base?: readonly Judgement[] | undefined
  readonly baseline?: Baseline | undefined
  readonly changes?: Changes | undefined
  readonly scope: ChangedScope
}

/** What is known of this version beside its findings. */
export interface Present {
  /** Whether a file or folder is there. */
  readonly exists: (path: string) => boolean
  /** Whether what a file says could not be read: what was found in it is then not fixed. */
  readonly isUnreadable: (path: string) => boolean
  /** Whether the configuration turns a rule off: what it had found is then neither there nor gone. */
  readonly isOff: (rule: string) => boolean
}

/** New: it was not there before. Unchanged: it was, or the baseline knows it. */
export type BaselineState = 'new' | 'unchanged'

/** How the findings of an audit relate to what it is compared with. */
export interface Compared {
  /** Undefined when there is nothing to compare with. */
  readonly stateOf: (finding: Finding) => BaselineState | undefined
  /** Whether it lies where findings are asked for. */
  readonly isInScope: (finding: Finding) => boolean
  /** Findings of the base that are there no more, in the order of the base. */
  readonly fixed: readonly Finding[]
  /** Entries of the baseline that nothing was found for. */
  readonly stale: readonly BaselineEntry[]
  /** Renamed files with findings: the path before, and now. */
  readonly renamed: ReadonlyMap<string, string>
}

/**
 * Compares findings with those of an earlier version and with a baseline, by their fingerprints. A finding in a renamed
 * file is the same finding. Accepted findings are compared with nothing: only open ones are new, known or fixed.
 */
export function compareFindings(judgements: readonly Judgement[], reference: Reference, present: Present): Compared {
  const { base, baseline, changes, scope } = reference
  const all = findingsOf(judgements)
  const renamed = new Map<string, string>()
  const before = base && inPresentTerms(findingsOf(base).filter(isOpen), changes?.renames ?? new Map(), present)
  const known = baseline && knownBy(baseline, all.filter(isOpen), present, renamed)
  const old = new Set(before?.keys())
  const there = new Set(before && all.map(({ identity }) => fingerprintOf(identity)))
  for (const [fingerprint, finding] of before ?? []) {
    const now = there.has(fingerprint) ? changes?.renames.get(finding.place.path) : undefined
    if (now !== undefined) renamed.set(finding.place.path, now)
  }
  const crashed = new Set(judgements.flatMap(({ rule, error }) => (error ? [rule.id] : [])))
  const isUnanswered = (rule: string) => present.isOff(rule) || crashed.has(rule)
  return {
    stateOf: ({ identity }) => {
      if (!before && !known) return undefined
      const fingerprint = fingerprintOf(identity)
      return old.has(fingerprint) || known?.matched.has(fingerprint) ? 'unchanged' : 'new'
    },
    isInScope: finding => isInScope(finding, changes, scope),
    fixed: [...(before ?? [])].flatMap(([fingerprint, finding]) =>
      there.has(fingerprint) || present.isUnreadable(finding.place.path) || crashed.has(finding.rule) ? [] : [finding],
    ),
    stale: known?.stale.filter(({ path, rule }) => !present.isUnreadable(path) && !isUnanswered(rule)) ?? [],
    renamed,
  }
}

function findingsOf(judgements: readonly Judgement[]): readonly Finding[] {
  return judgements.flatMap(({ outcomes }) => outcomes.flatMap(({ findings }) => findings))
}

function isOpen({ suppressed }: Finding): boolean {
  return suppressed === undefined
}

function isInScope({ place, related }: Finding, changes: Changes | undefined, scope: ChangedScope): boolean {
  if (changes === undefined || scope === 'all') return true
  const places = [place, ...related.map(other => other.place)]
  return places.some(one => (scope === 'files' ? changes.isChanged(one.path) : changes.touches(one)))
}

/** Earlier findings by the fingerprints that they would have now. */
function inPresentTerms(
  findings: readonly Finding[],
  renames: ReadonlyMap<string, string>,
  present: Present,
): ReadonlyMap<string, Finding> {
  if (renames.size === 0) return new Map(findings.map(finding => [fingerprintOf(finding.identity), finding]))
  const move = moverOf(renames, present.exists)
  return new Map(findings.map(finding => [fingerprintOf(move(finding.identity)), finding]))
}

/** Files of a baseline that are gone, beyond which nobody looks where they went. */
const MOST_GONE = 200

/**
 * What a baseline knows. Its fingerprints say nothing of what they were made of; but a finding in a file that is new is one
 * of a file that is gone when it would have had the fingerprint of an entry there.
 */
function knownBy(baseline: Baseline, findings: readonly Finding[], present: Present, renamed: Map<string, string>) {
  const entries = new Map(baseline.entries.map(entry => [entry.fingerprint, entry]))
  const matched = new Set(findings.map(({ identity }) => fingerprintOf(identity)).filter(print => entries.has(print)))
  const used = new Set(matched)
  const gone = new Map<string, Set<string>>()
  for (const { rule, path } of baseline.entries) {
    if (!present.exists(path)) gone.set(rule, (gone.get(rule) ?? new Set()).add(path))
  }
  const paths = new Set(baseline.entries.map(({ path }) => path))
  for (const finding of gone.size === 0 ? [] : findings) {
    const own = fingerprintOf(finding.identity)
    if (matched.has(own) || paths.has(finding.place.path)) continue
    for (const path of [...(gone.get(finding.rule) ?? [])].slice(0, MOST_GONE)) {
      const print = fingerprintOf(backTo(path, finding.place.path)(finding.identity))
      if (!entries.has(print) || used.has(print)) continue
      used.add(print)
      matched.add(own)
      renamed.set(path, finding.place.path)
      break
    }
  }
  return { matched, stale: baseline.entries.filter(({ fingerprint }) => !used.has(fingerprint)) }
}

/** A move from where a file is now to where it was. */
function backTo(before: string, now: string): Mover {
  return moverOf(new Map([[now, before]]), () => false)
}
