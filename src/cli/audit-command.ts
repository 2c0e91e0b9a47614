import type { AuditOptions } from '../config/config.js'
import { pathInWorkTree } from '../discover/git.js'
import { renderReport } from '../report/index.js'
import { plain } from '../report/plain.js'
import { type AuditResult, whyNothing } from '../result.js'
import { TOOL } from '../tool.js'
import type { Arguments } from './arguments.js'
import { readBaseline, staleSentence } from './baseline-file.js'
import { showsProgress, type Terminal, usesColor } from './color.js'
import { checkNotAudited, outputsOf, writeReport } from './outputs.js'
import type { ExitCode, World } from './run.js'
import { directoryOf, optionsOf, readConfig } from './settings.js'
import { editedFile, STDIN } from './stdin.js'

/** The audit itself, as the command line calls it: `root` is absolute. */
export type Audit = (root: string, options: AuditOptions) => AuditResult | Promise<AuditResult>

/** `erp-audit [path]`, `erp-audit -`: audits, writes the reports, and turns the gate into an exit code. */
export async function runAudit(given: Arguments, world: World, load: () => Promise<Audit>): Promise<ExitCode> {
  const root = directoryOf(given.operand === STDIN ? '.' : (given.operand ?? '.'), world.cwd)
  const edited = await editedFile(given, root, world)
  const outputs = outputsOf(given.values.get('format') ?? ['text'], given.values.get('output')?.[0], world.cwd)
  const config = readConfig(given, root, world.cwd)
  const options = {
    ...optionsOf(given, config, world.env, readBaseline(given, config, root, world.cwd)),
    ...(edited && { edited }),
  }
  const audit = await load()
  const progress = startProgress(given, world)
  const result = await audit(root, { ...options, onStage: progress.stage })
  progress.end()
  checkNotAudited(outputs, root, [...result.sources.keys(), ...result.deployments.flatMap(({ files }) => files)])
  const switches = {
    verbose: given.on.has('verbose'),
    quiet: given.on.has('quiet'),
    includeSuppressed: given.on.has('include-suppressed'),
    within: pathInWorkTree(root),
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

/** Draws what the audit is doing, for somebody who watches. */
export function startProgress(given: Arguments, world: World): { stage: (name: string) => void; end: () => void } {
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
  const stale = result.comparison?.baseline?.stale ?? []
  if (stale.length > 0 && given.on.has('strict-baseline')) {
    world.stderr.write(`erp-audit: ${staleSentence(stale.length)}\n`)
    return 2
  }
  if (result.score === null) {
    // A hook takes every other code for a reason not to commit.
    const isHook = given.on.has('staged')
    if (!readHere || isHook) world.stderr.write(`erp-audit: nothing to audit: ${plain(whyNothing(result))}\n`)
    return isHook ? 0 : 3
  }
  if (result.gate.passed) return 0
  if (!readHere) {
    for (const condition of result.gate.conditions) {
      if (!condition.passed) world.stderr.write(`erp-audit: ${plain(condition.message)}\n`)
    }
  }
  return given.on.has('exit-zero') ? 0 : 1
}
