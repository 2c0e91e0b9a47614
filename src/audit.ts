import { rules as ownRules } from '../rules/index.js'
import type { Changes } from './changes.js'
import { check, type Judgement } from './check.js'
import { commentsOf } from './comments.js'
import { compareFindings } from './compare.js'
import { conclude } from './conclude.js'
import { enabledRules, ignoresOf, isShown, offNotices, withSettings } from './config/apply.js'
import { type AuditOptions, DEFAULT_OPTIONS, type Keep, scopeOf } from './config/config.js'
import { gate, type Kept } from './gate.js'
import { buildSystem } from './model/build.js'
import type { System } from './model/system.js'
import { grammarsFor } from './parse/grammar-names.js'
import { openGrammars } from './parse/grammars.js'
import type { AuditResult, Notice } from './result.js'
import { roadmap } from './roadmap.js'
import { type Score, type ScoreOptions, score } from './score.js'
import type { Source } from './source.js'
import { suppress } from './suppress.js'
import { annotationsOf } from './suppress-annotations.js'
import { recordReads, type Tree } from './tree.js'
import { openTrees } from './trees.js'
import { weightsWith } from './weights.js'

/**
 * Audits the repository below `root`. Reads files there and nothing else; the same tree gives the same result. Throws a
 * UsageError when git does not have the version that the options ask for.
 */
export async function audit(root: string, options: AuditOptions = DEFAULT_OPTIONS): Promise<AuditResult> {
  options.onStage?.('reading the file tree')
  const trees = openTrees(root, { ...options, exclude: options.config.exclude })
  try {
    const grammars = grammarsFor([...trees.now.files, ...(trees.base?.tree.files ?? [])])
    if (grammars.length > 0) await openGrammars(grammars)
    return auditTree(trees.now, options, pastOf(trees, options))
  } finally {
    trees.close()
  }
}

/** What an audit is compared with. */
export interface Past {
  readonly base?: Judged & { readonly revision: string; readonly commit: string }
  readonly changes?: Changes
}

function pastOf({ base, changes }: ReturnType<typeof openTrees>, options: AuditOptions): Past {
  const { since: revision = '', onStage } = options
  const judgeBase = (tree: Tree) =>
    judgeTree(tree, { ...options, onStage: stage => onStage?.(`${revision}: ${stage}`) })
  return {
    ...(base && { base: { ...judgeBase(base.tree), revision, commit: base.commit } }),
    ...(changes && { changes }),
  }
}

/**
 * The whole program: what is in the tree becomes a system, rules judge it, and the answers become a score, are compared
 * with the past, and become a verdict. Grammars that the files need are open already; what has none is said not to be
 * evaluated.
 */
export function auditTree(found: Tree, options: AuditOptions = DEFAULT_OPTIONS, past: Past = {}): AuditResult {
  const { rules = ownRules } = options
  const judged = judgeTree(found, options)
  const { system, judgements } = judged
  const compared = compareFindings(
    judgements,
    { base: past.base?.judgements, baseline: options.baseline, changes: past.changes, scope: scopeOf(options) },
    {
      exists: found.exists,
      isUnreadable: path => system.unreadable.some(file => file.path === path),
      isOff: rule => judgements.every(judgement => judgement.rule.id !== rule) && rules.some(({ id }) => id === rule),
    },
  )
  const verdict = gate(
    judgements.filter(judgement => isShown(judgement, options)),
    judged.score,
    {
      failOn: options.failOn,
      minScore: options.scoreGates === false ? undefined : options.minScore,
      kept: keptBy(options.keep, judged, past.base),
      isJudged: finding => compared.isInScope(finding) && compared.stateOf(finding) !== 'unchanged',
      ...wordsOf(options),
    },
  )
  options.onStage?.('reporting')
  return conclude({ ...judged, past, compared, roadmap: roadmap(judgements, judged.scoring), gate: verdict, options })
}

/** What may not have become less, before and now. */
function keptBy(keep: Keep | undefined, now: Judged, before: Judged | undefined): Kept {
  if (keep === undefined || !before) return {}
  return {
    ...(keep !== 'scope' && before.score && { score: before.score.total }),
    ...(keep !== 'score' && { workloads: [before.system.workloads.length, now.system.workloads.length] }),
  }
}

/** What the stages up to the score say of one version of the repository. */
export interface Judged {
  readonly system: System
  readonly judgements: readonly Judgement[]
  readonly notices: readonly Notice[]
  readonly scoring: ScoreOptions
  readonly score: Score | null
  readonly sources: ReadonlyMap<string, Source>
}

/** The stages up to the score. */
export function judgeTree(found: Tree, options: AuditOptions): Judged {
  const { config, onStage, deep, whileParsing, rules = ownRules } = options
  const { tree, sources } = recordReads(found)

  onStage?.('building the system model')
  const system = buildSystem(tree, { ...config, deep, ...(whileParsing && { whileParsing }) })

  onStage?.('checking')
  const judged = withSettings(check(system, enabledRules(rules, config), sources), config)
  const accepted = {
    sources,
    comments: commentsOf(sources),
    annotations: annotationsOf(sources),
    ignores: ignoresOf(config),
    rules,
  }
  const { judgements, notices } = suppress(judged, accepted)

  onStage?.('scoring')
  const deployable =
    system.workloads.length > 0 ||
    system.images.some(image => image.weight > 0) ||
    system.services.some(service => service.weight > 0) ||
    system.unreadable.some(file => file.production)
  const scoring = { deployable, weights: weightsWith(config.weights), threshold: options.minScore }
  const total = score(judgements, scoring)
  return { system, judgements, notices: [...offNotices(rules, config), ...notices], scoring, score: total, sources }
}

/** How the gate speaks of what it judges. */
function wordsOf(options: AuditOptions): { readonly called?: string; readonly where?: string } {
  const { since, baseline, edited } = options
  const scope = scopeOf(options)
  const changed = options.staged && since === undefined ? 'staged' : 'changed'
  const where = edited ? `in ${edited.path}` : `${scope === 'lines' ? 'on' : 'in'} ${changed} ${scope}`
  return { ...((since !== undefined || baseline) && { called: 'new' }), ...(scope !== 'all' && { where }) }
}
