import { BASELINE_FILE } from '../baseline.js'
import { SEVERITIES } from '../finding.js'
import { FORMATS } from '../report/formats.js'

/** One option of the command line. The table below drives the parser, the help, the README and the environment variables. */
export interface Option {
  /** Without the dashes: `fail-on`. */
  readonly name: string
  readonly short?: string
  /** What its value is called in the help; absent for switches. */
  readonly value?: string
  /** May be given several times, and as a list with commas. */
  readonly repeat?: boolean
  readonly choices?: readonly string[]
  /** What its value names, for completion in shells, where it is none of `choices`. */
  readonly names?: 'files' | 'formats' | 'rules' | 'revisions'
  readonly default?: string
  readonly group: 'Report' | 'Changes' | 'Gate' | 'Configuration' | 'Other'
  /** One line, no full stop. */
  readonly text: string
  /** Not read from the environment. */
  readonly flagOnly?: boolean
}

/** Every option of the command line: the parser, the help, the completions and the README are made of this table. */
export const OPTIONS: readonly Option[] = [
  {
    name: 'format',
    short: 'f',
    value: 'format[=file]',
    names: 'formats',
    repeat: true,
    default: 'text',
    group: 'Report',
    text: `${FORMATS.join(', ')}; with =file it is written there`,
  },
  {
    name: 'output',
    short: 'o',
    value: 'file',
    names: 'files',
    group: 'Report',
    text: 'write the report there instead of standard output',
  },
  {
    name: 'only',
    value: 'rules',
    names: 'rules',
    repeat: true,
    group: 'Report',
    text: 'show and gate only these: rule id, area/*, category',
  },
  {
    name: 'skip',
    value: 'rules',
    names: 'rules',
    repeat: true,
    group: 'Report',
    text: 'neither show nor gate these; the score still counts them',
  },
  { name: 'advice', group: 'Report', text: 'show advice too (confidence C, never scored)' },
  { name: 'include-suppressed', group: 'Report', text: 'show what was accepted with a reason' },
  {
    name: 'target-users',
    value: 'number',
    group: 'Report',
    text: 'compare the estimate of the capacity with so many active users',
  },
  { name: 'quiet', short: 'q', group: 'Report', text: 'problems and score only' },
  { name: 'verbose', short: 'v', group: 'Report', text: 'every place of every finding, stack traces' },
  {
    name: 'color',
    value: 'when',
    choices: ['auto', 'always', 'never'],
    default: 'auto',
    group: 'Report',
    text: 'auto, always or never',
  },
  { name: 'no-progress', group: 'Report', text: 'no progress on standard error' },
  {
    name: 'staged',
    group: 'Changes',
    text: 'audit what git has staged; show and gate only findings in staged files',
  },
  {
    name: 'since',
    value: 'ref',
    names: 'revisions',
    group: 'Changes',
    text: 'audit the merge base with this branch or commit too; show and gate only what is new since',
  },
  {
    name: 'stdin-filename',
    value: 'file',
    names: 'files',
    group: 'Changes',
    text: 'with - as the path: audit this file as standard input has it, as in an editor; show and gate only findings in it',
    flagOnly: true,
  },
  {
    name: 'changed',
    value: 'what',
    choices: ['lines', 'files', 'all'],
    group: 'Changes',
    text: 'with --staged or --since: only findings on changed lines, in changed files, or all',
  },
  {
    name: 'baseline',
    value: 'file',
    names: 'files',
    default: BASELINE_FILE,
    group: 'Changes',
    text: 'known findings, which are neither shown nor gated',
  },
  { name: 'no-baseline', group: 'Changes', text: 'show and gate known findings too' },
  { name: 'strict-baseline', group: 'Changes', text: 'exit 2 when a known finding is there no more' },
  {
    name: 'fail-on',
    value: 'severity',
    choices: [...SEVERITIES, 'never'],
    default: 'high',
    group: 'Gate',
    text: `exit 1 on such findings: ${SEVERITIES.join(', ')}, never`,
  },
  {
    name: 'min-score',
    value: 'number',
    default: '80',
    group: 'Gate',
    text: 'exit 1 below this score; with --staged, --since, a baseline or - only when given',
  },
  {
    name: 'keep',
    value: 'what',
    choices: ['score', 'scope', 'all'],
    group: 'Gate',
    text: 'with --since: exit 1 when the score, the number of workloads (scope), or either is less than it was',
  },
  { name: 'exit-zero', group: 'Gate', text: 'exit 0 when the gate fails' },
  {
    name: 'config',
    short: 'c',
    value: 'file',
    names: 'files',
    group: 'Configuration',
    text: 'read this file instead of looking for one',
  },
  { name: 'no-config', group: 'Configuration', text: 'read no configuration file' },
  { name: 'deep', group: 'Other', text: 'ask the TypeScript compiler where code does not tell; slower' },
  { name: 'version', group: 'Other', text: 'print the version', flagOnly: true },
  { name: 'help', short: 'h', group: 'Other', text: 'print this help', flagOnly: true },
]

/** The shells that `erp-audit completion` has a script for. */
export const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const

/** The commands beside the audit itself. */
export const COMMANDS = [
  { name: 'rules', usage: 'rules [--json]', text: 'list every rule' },
  { name: 'explain', usage: 'explain <rule>', text: 'the page of a rule: why, what to do, examples' },
  {
    name: 'baseline',
    usage: 'baseline [path]',
    text: 'write down what is found now: then it is known, and only what comes is shown; with --prune only drop what is fixed',
  },
  {
    name: 'init',
    usage: 'init [path]',
    text: 'propose a configuration, a workflow and a hook for this repository; with --yes write them',
  },
  {
    name: 'completion',
    usage: 'completion <shell>',
    text: `the script that completes commands, options and rules: for ${SHELLS.join(', ')}`,
  },
] as const

/** Switches that belong to one command. */
export const COMMAND_SWITCHES = [
  { name: 'yes', command: 'init', text: 'write without asking', otherwise: '--yes belongs to "erp-audit init"' },
  {
    name: 'json',
    command: 'rules',
    text: 'the rules as JSON',
    otherwise: '--json belongs to "erp-audit rules"; a report is -f json',
  },
  {
    name: 'prune',
    command: 'baseline',
    text: 'only drop what is fixed',
    otherwise: '--prune belongs to "erp-audit baseline"',
  },
] as const

/** The environment variable that stands in for an option: `ERP_AUDIT_FAIL_ON`. */
export function environmentName(option: Option): string {
  return `ERP_AUDIT_${option.name.replace(/^no-/, 'no_').replaceAll('-', '_').toUpperCase()}`
}
