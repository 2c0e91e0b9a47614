import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { rules as ownRules } from '../rules/index.js'
import { audit as auditWith } from './audit.js'
import { type Baseline, parseBaseline } from './baseline.js'
import { type Config, DEFAULT_OPTIONS, type FailOn, type Keep, patternNames } from './config/config.js'
import { loadConfig } from './config/load.js'
import { CATEGORIES } from './finding.js'
import type { AuditResult } from './result.js'
import type { Rule } from './rule.js'
import { didYouMean } from './suggest.js'
import { UsageError } from './usage.js'

export { defineRule } from './rule.js'

/** What an audit is asked for. Everything is optional, and means what the option of that name means on the command line. */
export interface Options {
  /** A configuration file; `false`: none. Default: the nearest one from the directory up to the top of the repository. */
  readonly config?: string | false
  /** Default: `high`, unless the configuration says otherwise. */
  readonly failOn?: FailOn
  /** 0 to 100. Default: 80, unless the configuration says otherwise. */
  readonly minScore?: number
  /** Rule ids, `area/*` or categories: only these are reported and gated. */
  readonly only?: readonly string[]
  /** Neither reported nor gated. */
  readonly skip?: readonly string[]
  readonly advice?: boolean
  readonly deep?: boolean
  /** The index of git is audited; findings in staged files are reported and gated. */
  readonly staged?: boolean
  /** A revision: only what is new since then is gated. */
  readonly since?: string
  readonly changed?: 'lines' | 'files' | 'all'
  /** With `since`: the gate fails when the score, the number of workloads (`scope`), or either is less than it was. */
  readonly keep?: Keep
  /** A file of known findings, as `erp-audit baseline` writes it. Default: none. */
  readonly baseline?: string
  /** Further rules, of one's own: asked like the others, and counted in the score. Their ids must be new. */
  readonly rules?: readonly Rule[]
}

/**
 * Audits the repository in a directory, as the command line does. Reads files there and nothing else: nothing is executed,
 * nothing leaves the machine. `result.score` is null when there is nothing to audit; `result.gate.passed` is what the
 * command line turns into its exit code. Throws an Error with one sentence where an option or the configuration is wrong.
 */
export async function audit(directory: string, options: Options = {}): Promise<AuditResult> {
  const root = resolve(directory)
  if (!existsSync(root)) throw new UsageError(`there is no directory "${directory}"`)
  const rules = [...ownRules, ...checked(options.rules ?? [])]
  const config = configOf(root, options, rules)
  const { advice = false, deep = false, staged = false, since, changed, baseline, minScore } = options
  if (minScore !== undefined && !(minScore >= 0 && minScore <= 100))
    throw new UsageError(`minScore is a number from 0 to 100, not ${minScore}`)
  const known = baseline === undefined ? undefined : readBaseline(resolve(root, baseline), baseline)
  // As on the command line: a repository that is below the threshold could otherwise commit nothing.
  const decides = staged || since !== undefined ? minScore : (minScore ?? config.minScore)
  return auditWith(root, {
    config,
    failOn: options.failOn ?? config.failOn ?? DEFAULT_OPTIONS.failOn,
    minScore: minScore ?? config.minScore ?? DEFAULT_OPTIONS.minScore,
    selection: { only: patterns(options.only ?? [], rules), skip: patterns(options.skip ?? [], rules) },
    advice,
    deep,
    staged,
    scoreGates: decides !== undefined || !(staged || since !== undefined || known),
    rules,
    ...(since !== undefined && { since }),
    ...((options.keep ?? config.keep) !== undefined && { keep: options.keep ?? config.keep }),
    ...(changed !== undefined && { changed }),
    ...(known && { baseline: known }),
  })
}

function checked(rules: readonly Rule[]): readonly Rule[] {
  const taken = new Set(ownRules.map(({ id }) => id))
  for (const { id } of rules) {
    if (!/^[a-z0-9]+\/[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id))
      throw new UsageError(`a rule is named <area>/<failing-state>, not "${id}"`)
    if (taken.has(id)) throw new UsageError(`there is a rule ${id} already`)
    taken.add(id)
  }
  return rules
}

function configOf(root: string, { config }: Options, rules: readonly Rule[]): Config {
  if (config === false) return DEFAULT_OPTIONS.config
  const result = loadConfig(root, config === undefined ? undefined : resolve(root, config), rules)
  if (result.ok) return result.config
  const lines = result.problems.map(({ file, line, column, message }) => {
    return line === undefined ? `${file}: ${message}` : `${file}:${line}:${column}: ${message}`
  })
  throw new UsageError(lines.join('\n'))
}

function patterns(given: readonly string[], rules: readonly Rule[]): readonly string[] {
  const names = patternNames(rules, CATEGORIES)
  for (const one of given) if (!names.has(one)) throw new UsageError(`unknown rule "${one}"${didYouMean(one, names)}`)
  return given
}

function readBaseline(file: string, path: string): Baseline {
  if (!existsSync(file)) throw new UsageError(`there is no baseline ${path}`)
  const entries = parseBaseline(readFileSync(file, 'utf8'))
  if (typeof entries === 'string') throw new UsageError(`${path} cannot be used as a baseline: ${entries}`)
  return { path, entries }
}
