import { wrap } from '../report/width.js'
import { COMMANDS, OPTIONS, type Option } from './options.js'

const EXAMPLES = [
  ['erp-audit', 'audit the repository you stand in'],
  ['erp-audit ../shop --fail-on critical', 'another one, failing only on critical findings'],
  ['erp-audit -f text -f sarif=erp-audit.sarif', 'read it here, and write SARIF for code scanning'],
  ['erp-audit --since origin/main', 'only what this branch brings, as in a pull request'],
  ['erp-audit --staged', 'only what is about to be committed, as in a hook'],
  ['erp-audit explain workload/privileged', 'why a rule matters, and what to do'],
] as const

const EXIT_CODES = [
  ['0', 'the gate passed'],
  ['1', 'the gate failed'],
  ['2', 'wrong usage, wrong configuration, or a mistake of erp-audit itself'],
  ['3', 'nothing to audit'],
] as const

/** The help, at most 80 columns wide: what `erp-audit --help` prints and the README shows. */
export function helpText(home: string): string {
  const sections = [
    'Is this system ready for production, what is in the way, what to fix first?',
    'Usage: erp-audit [path] [options]',
    `Examples:\n${table(EXAMPLES)}`,
    `Commands:\n${table([
      ['[path]', 'audit a directory (default: the current one)'],
      ...COMMANDS.map(command => [command.usage, command.text] as const),
    ])}`,
    ...groupsOf(OPTIONS).map(([group, options]) => `${group}:\n${table(options.map(optionRow), 28)}`),
    `Exit codes:\n${table(EXIT_CODES)}`,
    'Each option can come from the environment: --fail-on is ERP_AUDIT_FAIL_ON.\nFlags win over the environment, the environment over the configuration file.',
    `Documentation and questions: ${home}`,
  ]
  return `${sections.join('\n\n')}\n`
}

function groupsOf(options: readonly Option[]): readonly (readonly [string, readonly Option[]])[] {
  const groups = new Map<string, Option[]>()
  for (const option of options) groups.set(option.group, [...(groups.get(option.group) ?? []), option])
  return [...groups]
}

function optionRow(option: Option): readonly [string, string] {
  const flag = `${option.short ? `-${option.short}, ` : '    '}--${option.name}${option.value ? ` <${option.value}>` : ''}`
  const note = option.default === undefined ? '' : ` (default ${option.default})`
  return [flag, option.text + note]
}

function table(rows: readonly (readonly [string, string])[], least = 0): string {
  const width = Math.max(least, ...rows.map(([left]) => left.length))
  return rows
    .flatMap(([left, right]) =>
      wrap(right, 76 - width).map((line, index) => `  ${(index === 0 ? left : '').padEnd(width)}  ${line}`),
    )
    .join('\n')
}
