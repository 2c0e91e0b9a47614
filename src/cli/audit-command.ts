import { accessSync, constants, readdirSync, statSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { rules } from '../../rules/index.js'
import { type AuditOptions, type Config, DEFAULT_OPTIONS, type FailOn, patternNames } from '../config/config.js'
import { loadConfig } from '../config/load.js'
import { CATEGORIES } from '../finding.js'
import { renderReport } from '../report/index.js'
import { plain } from '../report/plain.js'
import { type AuditResult, whyNothing } from '../result.js'
import { didYouMean, nearest } from '../suggest.js'
import { TOOL } from '../tool.js'
import type { Arguments } from './arguments.js'
import { showsProgress, type Terminal, usesColor } from './color.js'
import { COMMANDS } from './options.js'
import { checkNotAudited, outputsOf, reasonOf, writeReport } from './outputs.js'
import type { ExitCode, World } from './run.js'
import { UsageError } from './usage.js'

/** The audit itself, as the command line calls it: `root` is absolute. */
export type Audit = (root: string, options: AuditOptions) => AuditResult | Promise<AuditResult>

/** `erp-audit [path]`: audits, writes the reports, and turns the gate into an exit code. */
export async function runAudit(given: Arguments, world: World, load: () => Promise<Audit>): Promise<ExitCode> {
  const root = directoryOf(given.operand ?? '.', world.cwd)
  const outputs = outputsOf(given.values.get('format') ?? ['text'], given.values.get('output')?.[0], world.cwd)
  const options = optionsOf(given, readConfig(given, root, world.cwd))
  const audit = await load()
  const progress = startProgress(given, world)
  const result = await audit(root, { ...options, onStage: progress.stage })
  progress.end()
  checkNotAudited(outputs, root, [...result.sources.keys(), ...result.deployments.flatMap(({ files }) => files)])
  const switches = {
    verbose: given.on.has('verbose'),
    quiet: given.on.has('quiet'),
    includeSuppressed: given.on.has('include-suppressed'),
  }
  for (const { format, file } of outputs) {
    const terminal: Terminal = file === undefined ? world.stdout : {}
    const color = usesColor(given.values.get('color')?.[0] ?? 'auto', world.env, terminal)
    const text = await renderReport(format, result, { ...switches, color, width: terminal.columns ?? 80 })
    if (file === undefined) world.stdout.write(text)
    else writeReport(file, text, world.cwd)
  }
  const readHere = outputs.some(({ format, file }) => format === 'text' && file === undefined)
  return conclude(result, given, world, readHere)
}

function directoryOf(path: string, cwd: string): string {
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

function readConfig(given: Arguments, root: string, cwd: string): Config {
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

function optionsOf(given: Arguments, config: Config): AuditOptions {
  return {
    config,
    failOn: (given.values.get('fail-on')?.[0] as FailOn | undefined) ?? config.failOn ?? DEFAULT_OPTIONS.failOn,
    minScore: scoreOf(given.values.get('min-score')?.[0]) ?? config.minScore ?? DEFAULT_OPTIONS.minScore,
    selection: { only: patternsOf(given, 'only'), skip: patternsOf(given, 'skip') },
    advice: given.on.has('advice'),
  }
}

function scoreOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const score = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN
  if (score >= 0 && score <= 100) return score
  throw new UsageError(`the least score (--min-score) is a number from 0 to 100, not "${plain(text)}"`)
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

function startProgress(given: Arguments, world: World): { stage: (name: string) => void; end: () => void } {
  const quiet = given.on.has('quiet') || given.on.has('no-progress')
  if (quiet || !showsProgress(world.env, world.stderr)) return { stage: () => {}, end: () => {} }
  return {
    stage: name => world.stderr.write(`\r\u001b[K${name} …`),
    end: () => world.stderr.write('\r\u001b[K'),
  }
}

/** What is said beside the report, and the exit code. */
function conclude(result: AuditResult, given: Arguments, world: World, readHere: boolean): ExitCode {
  for (const { rule, message, stack } of result.internalErrors) {
    const line = message.split('\n', 1)[0] ?? ''
    world.stderr.write(
      `erp-audit: rule ${rule} crashed: ${plain(line)}; this is a bug, please report it: ${TOOL.bugs}\n`,
    )
    if (given.on.has('verbose') && stack) world.stderr.write(`${plain(stack, { lines: true })}\n`)
  }
  if (result.internalErrors.length > 0) return 2
  if (result.score === null) {
    if (!readHere) world.stderr.write(`erp-audit: nothing to audit: ${plain(whyNothing(result))}\n`)
    return 3
  }
  if (result.gate.passed) return 0
  if (!readHere) {
    for (const condition of result.gate.conditions) {
      if (!condition.passed) world.stderr.write(`erp-audit: ${plain(condition.message)}\n`)
    }
  }
  return given.on.has('exit-zero') ? 0 : 1
}
