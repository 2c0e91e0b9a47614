import type { BaselineEntry } from '../baseline.js'
import type { AuditResult } from '../result.js'
import { UsageError } from '../usage.js'
import type { Arguments } from './arguments.js'
import { type Audit, startProgress } from './audit-command.js'
import { baselinePlace, readBaseline, shown, writeBaseline } from './baseline-file.js'
import type { ExitCode, World } from './run.js'
import { directoryOf, optionsOf, readConfig } from './settings.js'

/**
 * `erp-audit baseline [path] [--prune]`: writes down every open finding, of all rules and whatever its severity. With
 * `--prune` nothing is added: entries go whose finding is there no more, and those in renamed files get their new path.
 */
export async function runBaseline(given: Arguments, world: World, load: () => Promise<Audit>): Promise<ExitCode> {
  const prunes = given.own.has('prune')
  if (given.on.has('staged') || given.values.has('since')) {
    throw new UsageError('a baseline is of everything that is found; it takes neither --staged nor --since')
  }
  if (given.values.has('only') || given.values.has('skip')) {
    throw new UsageError('a baseline is of all rules; it takes neither --only nor --skip')
  }
  const root = directoryOf(given.operand ?? '.', world.cwd)
  const config = readConfig(given, root, world.cwd)
  const { file } = baselinePlace(given, config, root, world.cwd)
  const before = prunes ? readBaseline(given, config, root, world.cwd) : undefined
  if (prunes && !before) throw new UsageError(`there is no baseline ${shown(file, world.cwd)} to prune`)
  const audit = await load()
  const progress = startProgress(given, world)
  const options = { ...optionsOf(given, config, world.env, before), advice: true }
  const result = await audit(root, { ...options, onStage: progress.stage })
  progress.end()
  if (result.internalErrors.length > 0) {
    throw new UsageError('a rule crashed, so that not everything is found; no baseline is written')
  }
  const kept = prunes ? keptOf(result, before?.entries ?? []) : openOf(result)
  writeBaseline(file, kept, world.cwd)
  world.stdout.write(`${sentence(shown(file, world.cwd), kept.length, before?.entries.length)}\n`)
  return 0
}

function openOf(result: AuditResult): readonly BaselineEntry[] {
  return result.findings.filter(({ suppressed }) => !suppressed).map(entryOf)
}

/** What was known and still is, or cannot be told; findings in renamed files under their present names. */
function keptOf(result: AuditResult, before: readonly BaselineEntry[]): readonly BaselineEntry[] {
  const stale = new Set(result.comparison?.baseline?.stale.map(({ fingerprint }) => fingerprint))
  const moves = result.comparison?.renamed ?? []
  const asked = new Set(result.judgements.map(({ rule }) => rule.id))
  const stayed = before.filter(({ rule, path, fingerprint }) => {
    return !stale.has(fingerprint) && !(asked.has(rule) && moves.some(({ from }) => from === path))
  })
  const moved = result.findings.filter(({ baselineState, place }) => {
    return baselineState === 'unchanged' && moves.some(({ to }) => to === place.path)
  })
  return [...stayed, ...moved.map(entryOf)]
}

function entryOf({ rule, place, fingerprint }: AuditResult['findings'][number]): BaselineEntry {
  return { rule, path: place.path, fingerprint }
}

function sentence(path: string, count: number, before: number | undefined): string {
  const findings = count === 1 ? '1 finding' : `${count} findings`
  if (before === undefined) return `${path}: ${findings} known from now on. Commit it; only what comes fails the gate.`
  return before === count
    ? `${path}: nothing to drop, ${findings} known.`
    : `${path}: ${before - count} dropped, ${findings} left.`
}
