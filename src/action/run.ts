import { randomUUID } from 'node:crypto'
import { realpathSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { audit as auditNow } from '../audit.js'
import type { Audit } from '../cli/audit-command.js'
import { readBaseline } from '../cli/baseline-file.js'
import type { Environment } from '../cli/color.js'
import { checkNotAudited, outputsOf, writeReport } from '../cli/outputs.js'
import type { ExitCode } from '../cli/run.js'
import { directoryOf, optionsOf, readConfig } from '../cli/settings.js'
import type { AuditOptions } from '../config/config.js'
import { pathInWorkTree } from '../discover/git.js'
import { data } from '../report/github.js'
import { renderReport } from '../report/index.js'
import { DEFAULT_REPORT_OPTIONS, type ReportOptions } from '../report/options.js'
import { plain } from '../report/plain.js'
import { renderSummary } from '../report/summary.js'
import { countedFindings } from '../report/text/counted.js'
import { type AuditResult, whyNothing } from '../result.js'
import { formatScore } from '../score.js'
import { TOOL } from '../tool.js'
import { UsageError } from '../usage.js'
import { LARGEST_COMMENT, type Request, writeComment } from './comment.js'
import { type Event, eventOf } from './event.js'
import { addOutput, addSummary, LARGEST_SUMMARY } from './files.js'
import { type Inputs, inputsOf } from './inputs.js'

/** The world of a step: all that the action reads and writes beside files. */
export interface Runner {
  readonly env: Environment
  readonly cwd: string
  /** The log of the step. */
  readonly stdout: { write(text: string): unknown }
  /** Asked only where the workflow wants a comment. */
  readonly request: Request
}

/** Runs the action and says how to exit, as the command line does. Never throws, never exits. */
export async function runAction(runner: Runner, audit: Audit = auditNow): Promise<ExitCode> {
  try {
    return await act(inputsOf(runner.env), eventOf(runner.env), runner, audit)
  } catch (error) {
    if (error instanceof UsageError) say(runner, 'error', error.message)
    else {
      const message = error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error)
      say(runner, 'error', `${message}; this is a bug, please report it: ${TOOL.bugs}`)
    }
    return 2
  }
}

async function act(inputs: Inputs, event: Event, runner: Runner, audit: Audit): Promise<ExitCode> {
  const { env } = runner
  const workspace = env.GITHUB_WORKSPACE || runner.cwd
  const { given } = inputs
  const root = directoryOf(resolve(workspace, given.operand ?? '.'), workspace)
  const config = readConfig(given, root, workspace)
  const options = optionsOf(given, config, {}, readBaseline(given, config, root, workspace))
  const sarif =
    inputs.sarifFile === '' ? undefined : outputsOf([`sarif=${inputs.sarifFile}`], undefined, workspace)[0]?.file
  const result = await audit(root, options)
  const compared = event.pull && (await comparedWith(event.pull.base, root, options, inputs, runner, audit))
  const judged = (inputs.changedOnly && compared) || result
  const report: ReportOptions = {
    ...DEFAULT_REPORT_OPTIONS,
    within: placeBelow(workspace, root),
    width: 120,
    ...(event.links !== undefined && { links: event.links }),
  }
  log(runner, await renderReport('text', judged, report))
  if (inputs.annotations) runner.stdout.write(await renderReport('github', compared ?? result, report))
  if (sarif !== undefined) {
    checkNotAudited([{ format: 'sarif', file: sarif }], root, audited(result))
    writeReport(sarif, await renderReport('sarif', result, { ...report, within: pathInWorkTree(root) }), workspace)
  }
  const summary = (most: number) => renderSummary(judged, { ...report, most, ...(compared && { compared }) })
  if (inputs.summary) addSummary(env.GITHUB_STEP_SUMMARY, summary(LARGEST_SUMMARY))
  await writeOutputs(result, sarif, report, runner)
  if (inputs.comment) await comment(summary(LARGEST_COMMENT), report.within, inputs, event, runner)
  return conclude(judged, runner)
}

function audited(result: AuditResult): readonly string[] {
  return [...result.sources.keys(), ...result.deployments.flatMap(({ files }) => files)]
}

/** Audits the version that a pull request is to be merged into, too. Without it everything counts as it stands. */
async function comparedWith(
  base: string,
  root: string,
  options: AuditOptions,
  inputs: Inputs,
  runner: Runner,
  audit: Audit,
): Promise<AuditResult | undefined> {
  const changed = inputs.changedOnly ? 'lines' : 'all'
  try {
    // A score that was below the threshold before is not this change's fault, unless the workflow names a least score.
    const scoreGates = inputs.given.values.has('min-score')
    return await audit(root, { ...options, since: base, changed, scoreGates })
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    const message = `the base of the pull request cannot be audited, so nothing is compared: ${error.message}`
    say(runner, 'warning', `${message}; give actions/checkout "fetch-depth: 0"`)
    return undefined
  }
}

/** The way from the workspace to the audited folder, with `/` at its end: annotations are placed from there. */
function placeBelow(workspace: string, root: string): string {
  const path = relative(realpathSync(workspace), realpathSync(root)).split(sep).join('/')
  return path === '' || path.startsWith('..') ? '' : `${path}/`
}

/** The report for people. While it is printed nothing in it is a command to the runner. */
function log({ stdout }: Runner, report: string): void {
  const token = randomUUID()
  stdout.write(`::stop-commands::${token}\n${report}\n::${token}::\n`)
}

function say({ stdout }: Runner, kind: 'error' | 'warning' | 'notice', message: string): void {
  stdout.write(`::${kind} title=erp-audit::${data(plain(message))}\n`)
}

async function writeOutputs(
  result: AuditResult,
  sarif: string | undefined,
  report: ReportOptions,
  { env, cwd }: Runner,
): Promise<void> {
  const { score } = result
  const counted = countedFindings(result)
  const count = (severity: string) => counted.filter(finding => finding.severity === severity).length
  const outputs: Record<string, string> = {
    score: score ? formatScore(score.total) : '',
    grade: score?.letter ?? '',
    findings: String(counted.length),
    critical: String(count('critical')),
    high: String(count('high')),
    'sarif-file': sarif ?? '',
    'report-file': '',
  }
  if (env.RUNNER_TEMP) {
    const file = join(env.RUNNER_TEMP, 'erp-audit-report.md')
    writeReport(file, await renderReport('markdown', result, report), cwd)
    outputs['report-file'] = file
  }
  for (const [name, value] of Object.entries(outputs)) addOutput(env.GITHUB_OUTPUT, name, value)
}

async function comment(markdown: string, within: string, inputs: Inputs, event: Event, runner: Runner): Promise<void> {
  const { pull, repository } = event
  if (!pull || !repository) return say(runner, 'notice', 'there is no pull request to comment on')
  if (pull.isFork) return say(runner, 'notice', 'no comment: the token of a pull request from a fork can only read')
  if (inputs.token === '') return say(runner, 'warning', 'no comment: the input token is empty')
  const api = runner.env.GITHUB_API_URL || 'https://api.github.com'
  try {
    const place = { api, repository, number: pull.number, token: inputs.token, within }
    await writeComment(place, markdown, runner.request)
  } catch (error) {
    // What was found counts, not whether somebody could be told.
    const message = error instanceof UsageError ? error.message : `the comment could not be written: ${reason(error)}`
    say(runner, 'warning', message)
  }
}

function reason(error: unknown): string {
  return error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error)
}

function conclude(result: AuditResult, runner: Runner): ExitCode {
  for (const { rule, message } of result.internalErrors) {
    say(runner, 'error', `rule ${rule} crashed: ${message}; this is a bug, please report it: ${TOOL.bugs}`)
  }
  if (result.internalErrors.length > 0) return 2
  if (!result.score) {
    say(runner, 'error', `nothing to audit: ${whyNothing(result)}`)
    return 3
  }
  if (result.gate.passed) return 0
  for (const { passed, message } of result.gate.conditions) if (!passed) say(runner, 'error', message)
  return 1
}
