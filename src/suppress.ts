import type { Judgement } from './check.js'
import { exactness } from './config/config.js'
import { filesMatching } from './discover/ignore-matcher.js'
import type { Finding, Outcome, Suppression } from './finding.js'
import { maskMessage } from './mask.js'
import { withFindings } from './outcome.js'
import type { Notice } from './result.js'
import type { Rule } from './rule.js'
import { lineOf, type Source, type Span } from './source.js'
import { didYouMean } from './suggest.js'
import type { AnnotatedSuppression } from './suppress-annotations.js'
import { type Comment, type InlineSuppression, readSuppressions } from './suppress-comments.js'

/** What may be accepted, and by what. */
export interface SuppressOptions {
  readonly sources: ReadonlyMap<string, Source>
  /** The comments of each file, as its parser found them. */
  readonly comments: ReadonlyMap<string, readonly Comment[]>
  /** The annotations of Kubernetes objects that accept something, by file. */
  readonly annotations: ReadonlyMap<string, readonly AnnotatedSuppression[]>
  readonly ignores: readonly ConfigIgnore[]
  /** Every rule that there is, whether it ran or not: what a suppression may name. */
  readonly rules: readonly Rule[]
}

/** Files in which the configuration accepts the findings of a rule. */
export interface ConfigIgnore {
  /** A rule id, an earlier id of a rule, `area/*`, or a category. */
  readonly rule: string
  /** Patterns of paths from the repository root, as in `.gitignore`. */
  readonly globs: readonly string[]
  readonly reason?: string
  /** Where it is written, for the remark that it matches nothing. */
  readonly path?: string
  readonly line?: number
}

/** One ground for accepting findings of a rule, or of several that a pattern names. */
interface Ground {
  readonly rules: readonly string[]
  readonly suppression: Suppression
  /** What it speaks of: a line or a file (see `lineKey`, `fileKey`), or all that answers to a description. */
  readonly covers: string | ((finding: Finding, outcome: Outcome) => boolean)
  /** The remark when it covers nothing. */
  readonly unused: Notice
}

const lineKey = (path: string, line: number) => `${line} ${path}`
const fileKey = (path: string) => `* ${path}`

/**
 * Marks the findings that somebody accepted; nothing is deleted. An outcome is `accepted` only when all its findings
 * are. Suppressions that name no rule or no reason do not count, and like those that match nothing they become notices,
 * in the order of path and line. A suppression of a rule that did not run, or that crashed, is not called unused.
 */
export function suppress(
  judgements: readonly Judgement[],
  options: SuppressOptions,
): { readonly judgements: readonly Judgement[]; readonly notices: readonly Notice[] } {
  const notices: Notice[] = []
  const grounds = [
    ...inlineGrounds(options, judgements, notices),
    ...annotationGrounds(options, judgements, notices),
    ...configGrounds(options),
  ]
  const used = new Set<Ground>()
  const byRule = grouped(grounds)
  const marked = judgements.map(judgement => {
    const own = byRule.get(judgement.rule.id)
    return own ? mark(judgement, own, options.sources, used) : judgement
  })
  const judged = new Set(judgements.filter(judgement => !judgement.error).map(judgement => judgement.rule.id))
  for (const ground of grounds) {
    if (!used.has(ground) && ground.rules.some(rule => judged.has(rule))) notices.push(ground.unused)
  }
  return { judgements: marked, notices: notices.toSorted(byPlace) }
}

/** The grounds of one rule: those of comments by what they speak of, so that many cost no more than one. */
interface RuleGrounds {
  readonly inline: Map<string, Ground[]>
  readonly described: Ground[]
}

function grouped(grounds: readonly Ground[]): ReadonlyMap<string, RuleGrounds> {
  const groups = new Map<string, RuleGrounds>()
  for (const ground of grounds) {
    for (const rule of ground.rules) {
      const group = groups.get(rule) ?? { inline: new Map<string, Ground[]>(), described: [] }
      groups.set(rule, group)
      if (typeof ground.covers !== 'string') group.described.push(ground)
      else if (group.inline.get(ground.covers)?.push(ground) === undefined) group.inline.set(ground.covers, [ground])
    }
  }
  return groups
}

function mark(
  judgement: Judgement,
  grounds: RuleGrounds,
  sources: ReadonlyMap<string, Source>,
  used: Set<Ground>,
): Judgement {
  const outcomes = judgement.outcomes.map(outcome => {
    const findings = outcome.findings.map(finding => {
      const reasons = groundsFor(finding, outcome, grounds, sources)
      for (const ground of reasons) used.add(ground)
      return reasons[0] ? { ...finding, suppressed: reasons[0].suppression } : finding
    })
    return findings.some(finding => finding.suppressed) ? withFindings(judgement.rule, outcome, findings) : outcome
  })
  return { ...judgement, outcomes }
}

/** The nearest first: the line of the finding, that of its subject, the file, the object, the configuration. */
function groundsFor(
  finding: Finding,
  outcome: Outcome,
  { inline, described }: RuleGrounds,
  sources: ReadonlyMap<string, Source>,
): readonly Ground[] {
  const { place } = finding
  const { at } = outcome
  const file = sources.get(at.path)
  const keys = [lineKey(place.path, place.line), fileKey(place.path)]
  if (file) keys.splice(1, 0, lineKey(at.path, lineOf(file, at.start)))
  return [
    ...keys.flatMap(key => inline.get(key) ?? []),
    ...described.filter(({ covers }) => typeof covers !== 'string' && covers(finding, outcome)),
  ]
}

function inlineGrounds(
  { sources, comments, rules }: SuppressOptions,
  judgements: readonly Judgement[],
  notices: Notice[],
): readonly Ground[] {
  const names = rulesByName([...rules, ...judgements.map(judgement => judgement.rule)])
  const grounds: Ground[] = []
  const hints = new Map<string, string>()
  for (const [path, list] of comments) {
    const source = sources.get(path)
    if (!source) continue
    for (const written of readSuppressions(source, list)) {
      const rule = names.get(written.rule)
      const objection = objectionTo(written, rule, names, hints)
      if (objection !== undefined) notices.push({ path, line: written.line, message: maskMessage(objection) })
      else if (rule) grounds.push(inlineGround(rule, written, path))
    }
  }
  return grounds
}

/** Those of Kubernetes annotations: they speak of all that is found in their object, and of what is found elsewhere about it. */
function annotationGrounds(
  { annotations, rules }: SuppressOptions,
  judgements: readonly Judgement[],
  notices: Notice[],
): readonly Ground[] {
  if (annotations.size === 0) return []
  const names = rulesByName([...rules, ...judgements.map(judgement => judgement.rule)])
  const hints = new Map<string, string>()
  const grounds: Ground[] = []
  for (const [path, list] of annotations) {
    for (const { rule: name, reason, line, object } of list) {
      const rule = names.get(name)
      const objection = objectionTo({ rule: name, reason, misplaced: false }, rule, names, hints)
      if (objection !== undefined) notices.push({ path, line, message: maskMessage(objection) })
      else if (rule)
        grounds.push({
          rules: [rule.id],
          suppression: { by: 'inline', reason },
          covers: (finding, outcome) => lies(finding.at, object) || lies(outcome.at, object),
          unused: { path, line, message: `the annotation that accepts ${rule.id} matches no finding; remove it` },
        })
    }
  }
  return grounds
}

function lies(at: Span, within: Span): boolean {
  return at.path === within.path && at.start >= within.start && at.end <= within.end
}

/** Why a suppression does not count; undefined when it does. */
function objectionTo(
  written: Pick<InlineSuppression, 'rule' | 'reason' | 'misplaced'>,
  rule: Rule | undefined,
  names: ReadonlyMap<string, Rule>,
  hints: Map<string, string>,
): string | undefined {
  if (written.rule === '') return 'this suppression names no rule: write "erp-audit-ignore <rule-id>: <reason>"'
  if (!rule) {
    const hint = hints.get(written.rule) ?? (didYouMean(written.rule, names.keys()) || '; "erp-audit rules" lists them')
    hints.set(written.rule, hint)
    return `this suppression names an unknown rule "${written.rule}"${hint}`
  }
  if (written.reason === '')
    return `the suppression of ${rule.id} does not count without a reason: write it behind a colon`
  if (written.misplaced)
    return `the suppression of ${rule.id} for the whole file counts only in the first comment block`
  return undefined
}

function inlineGround(rule: Rule, { line, reason, target, wholeFile }: InlineSuppression, path: string): Ground {
  return {
    rules: [rule.id],
    suppression: { by: 'inline', reason },
    covers: wholeFile ? fileKey(path) : lineKey(path, target),
    unused: { path, line, message: `the suppression of ${rule.id} matches no finding; remove it` },
  }
}

function configGrounds({ ignores, rules }: SuppressOptions): readonly Ground[] {
  return ignores.map(({ rule: pattern, globs, reason = 'ignored by the configuration', path, line }) => {
    const isMatched = filesMatching(globs)
    return {
      rules: rules.filter(rule => exactness(pattern, rule) > 0).map(rule => rule.id),
      suppression: { by: 'config', reason },
      covers: ({ place }) => isMatched(place.path),
      unused: {
        ...(path !== undefined && { path }),
        ...(line !== undefined && { line }),
        message: `the ignored files of ${pattern} match no finding; remove them`,
      },
    } satisfies Ground
  })
}

/** Ids before earlier ids, so that a name given anew means its present bearer. */
function rulesByName(rules: readonly Rule[]): ReadonlyMap<string, Rule> {
  const names = new Map(rules.flatMap(rule => (rule.aliases ?? []).map(alias => [alias, rule] as const)))
  for (const rule of rules) names.set(rule.id, rule)
  return names
}

function byPlace(a: Notice, b: Notice): number {
  const [first, second] = [a.path ?? '', b.path ?? '']
  return first === second ? (a.line ?? 0) - (b.line ?? 0) : first < second ? -1 : 1
}
