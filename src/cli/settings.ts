import { accessSync, constants, readdirSync, statSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { rules } from '../../rules/index.js'
import type { Baseline } from '../baseline.js'
import { type AuditOptions, type Config, DEFAULT_OPTIONS, type FailOn, patternNames } from '../config/config.js'
import { loadConfig } from '../config/load.js'
import { CATEGORIES } from '../finding.js'
import { plain } from '../report/plain.js'
import { didYouMean, nearest } from '../suggest.js'
import { UsageError } from '../usage.js'
import type { Arguments } from './arguments.js'
import type { Environment } from './color.js'
import { COMMANDS } from './options.js'
import { reasonOf } from './outputs.js'

/** The directory to audit, absolute. Throws a UsageError when it is none that can be read. */
export function directoryOf(path: string, cwd: string): string {
  if (path === '') throw new UsageError('the path is empty; give a directory, or "." for this one')
  const root = resolve(cwd, path)
  const shown = plain(path)
  try {
    const stat = statSync(root, { throwIfNoEntry: false })
    if (!stat) {
      const names = COMMANDS.map(({ name }) => name)
      const command = path === 'help' ? '--help' : nearest(path, names)
      const meant = command ? `; did you mean "erp-audit ${command}"?` : ''
      throw new UsageError(`there is no directory "${shown}"${meant}`)
    }
    if (!stat.isDirectory()) throw new UsageError(`"${shown}" is not a directory; give the root of a repository`)
    accessSync(root, constants.R_OK | constants.X_OK)
    readdirSync(root)
  } catch (error) {
    if (error instanceof UsageError) throw error
    throw new UsageError(`"${shown}" cannot be read: ${reasonOf(error)}`)
  }
  return root
}

/** The configuration that holds for a directory. Throws a UsageError that names everything that is wrong with it. */
export function readConfig(given: Arguments, root: string, cwd: string): Config {
  if (given.on.has('no-config')) return DEFAULT_OPTIONS.config
  const explicit = given.values.get('config')?.[0]
  const result = loadConfig(root, explicit === undefined ? undefined : resolve(cwd, explicit), rules)
  if (result.ok) return result.config
  const lines = result.problems.map(({ file, line, column, message }) => {
    const place = line === undefined ? '' : `:${line}:${column}`
    return plain(`${relative(cwd, file) || file}${place}: ${message}`)
  })
  throw new UsageError(lines.join('\nerp-audit: '))
}

/** What the audit needs to know: flags win over the environment, that over the configuration, that over the defaults. */
export function optionsOf(given: Arguments, config: Config, env: Environment, baseline?: Baseline): AuditOptions {
  const minScore = scoreOf(given.values.get('min-score')?.[0])
  const since = given.values.get('since')?.[0]
  const changed = given.values.get('changed')?.[0] as AuditOptions['changed']
  const staged = given.on.has('staged')
  if (changed !== undefined && !staged && since === undefined) {
    throw new UsageError('--changed needs to know since when: add --since <ref> or --staged')
  }
  const keep = given.values.get('keep')?.[0] as AuditOptions['keep']
  if (keep !== undefined && since === undefined)
    throw new UsageError('--keep needs something to compare with: add --since <ref>')
  // A repository that is below the threshold could otherwise commit nothing, and a baseline would be of no use to it.
  const isPart = staged || since !== undefined || given.values.has('stdin-filename')
  const targetUsers = usersOf(given.values.get('target-users')?.[0])
  const decides = isPart ? minScore : (minScore ?? config.minScore)
  return {
    config: targetUsers === undefined ? config : { ...config, capacity: { ...config.capacity, targetUsers } },
    failOn: (given.values.get('fail-on')?.[0] as FailOn | undefined) ?? config.failOn ?? DEFAULT_OPTIONS.failOn,
    minScore: minScore ?? config.minScore ?? DEFAULT_OPTIONS.minScore,
    selection: { only: patternsOf(given, 'only'), skip: patternsOf(given, 'skip') },
    advice: given.on.has('advice'),
    deep: given.on.has('deep'),
    scoreGates: decides !== undefined || !(isPart || baseline),
    ...(staged && { staged }),
    ...(since !== undefined && { since }),
    ...((keep ?? config.keep) !== undefined && { keep: keep ?? config.keep }),
    ...(changed !== undefined && { changed }),
    ...(baseline && { baseline }),
    ...(env.GIT_INDEX_FILE && { indexFile: env.GIT_INDEX_FILE }),
  }
}

function scoreOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const score = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN
  if (score >= 0 && score <= 100) return score
  throw new UsageError(`the least score (--min-score) is a number from 0 to 100, not "${plain(text)}"`)
}

function usersOf(text: string | undefined): number | undefined {
  if (text === undefined || /^[1-9]\d{0,8}$/.test(text)) return text === undefined ? undefined : Number(text)
  throw new UsageError(`the number of users (--target-users) is a whole number above 0, not "${plain(text)}"`)
}

function patternsOf(given: Arguments, option: 'only' | 'skip'): readonly string[] {
  const patterns = given.values.get(option) ?? []
  const names = patternNames(rules, CATEGORIES)
  for (const pattern of patterns) {
    if (names.has(pattern)) continue
    const hint = didYouMean(pattern, names) || '; "erp-audit rules" lists them'
    throw new UsageError(`--${option} names an unknown rule "${plain(pattern)}"${hint}`)
  }
  return patterns
}
