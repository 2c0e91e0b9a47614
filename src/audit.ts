import { rules } from '../rules/index.js'
import { check } from './check.js'
import { commentsOf } from './comments.js'
import { conclude } from './conclude.js'
import { enabledRules, ignoresOf, isShown, offNotices, withSettings } from './config/apply.js'
import { type AuditOptions, DEFAULT_OPTIONS } from './config/config.js'
import { discover } from './discover.js'
import { gate } from './gate.js'
import { buildSystem } from './model/build.js'
import { grammarsFor } from './parse/grammar-names.js'
import { openGrammars } from './parse/grammars.js'
import type { AuditResult } from './result.js'
import { roadmap } from './roadmap.js'
import { score } from './score.js'
import { suppress } from './suppress.js'
import { annotationsOf } from './suppress-annotations.js'
import { recordReads, type Tree } from './tree.js'
import { weightsWith } from './weights.js'

/** Audits the repository below `root`. Reads files there and nothing else; the same tree gives the same result. */
export async function audit(root: string, options: AuditOptions = DEFAULT_OPTIONS): Promise<AuditResult> {
  options.onStage?.('reading the file tree')
  const tree = discover(root, { exclude: options.config.exclude })
  const grammars = grammarsFor(tree.files)
  if (grammars.length > 0) await openGrammars(grammars)
  return auditTree(tree, options)
}

/**
 * The whole program: what is in the tree becomes a system, rules judge it, and the answers become a score and a verdict.
 * Grammars that the files need are open already; what has none is said not to be evaluated.
 */
export function auditTree(found: Tree, options: AuditOptions = DEFAULT_OPTIONS): AuditResult {
  const { config, onStage } = options
  const { tree, sources } = recordReads(found)

  onStage?.('building the system model')
  const system = buildSystem(tree, config)

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
    system.unreadable.some(file => file.production)
  const scoring = { deployable, weights: weightsWith(config.weights), threshold: options.minScore }
  const total = score(judgements, scoring)
  const verdict = gate(
    judgements.filter(judgement => isShown(judgement, options)),
    total,
    options,
  )
  return conclude({
    system,
    judgements,
    notices: [...offNotices(rules, config), ...notices],
    scoring,
    score: total,
    roadmap: roadmap(judgements, scoring),
    gate: verdict,
    sources,
    options,
  })
}
