import { type Expected, type Flag, LIST_REVISIONS, type Vocabulary } from './vocabulary.js'

/** The completion of fish 3; see https://fishshell.com/docs/current/cmds/complete.html. */
export function fishScript({ flags, commands, ruleIds, groups }: Vocabulary): string {
  const names = commands.map(({ name }) => name).join(' ')
  return `# Completion of erp-audit for fish. Write it to ~/.config/fish/completions/erp-audit.fish

function __erp_audit_rules
${echo(ruleIds)}
end

function __erp_audit_patterns
  __erp_audit_rules
${echo(groups)}
end

function __erp_audit_no_command
  not __fish_seen_subcommand_from ${names}
end

complete -c erp-audit -f
complete -c erp-audit -n __erp_audit_no_command -a '(__fish_complete_directories (commandline -ct))'
${commands.map(({ name, text }) => `complete -c erp-audit -n __fish_use_subcommand -a ${name} -d '${quoted(text)}'`).join('\n')}
${commands.flatMap(({ name, operand }) => operandLine(name, operand)).join('\n')}
${flags.map(lineOf).join('\n')}
`
}

function echo(words: readonly string[]): string {
  return `  printf '%s\\n' \\\n${words.map(word => `    '${word}'`).join(' \\\n')}`
}

function quoted(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")
}

function operandLine(command: string, operand: Expected): readonly string[] {
  const words = wordsOf(operand)
  if (words === undefined) return []
  return [`complete -c erp-audit -n '__fish_seen_subcommand_from ${command}' -a '${words}'`]
}

function lineOf({ long, short, text, value, command }: Flag): string {
  const parts = ['complete -c erp-audit']
  if (command !== undefined) parts.push(`-n '__fish_seen_subcommand_from ${command}'`)
  if (short !== undefined) parts.push(`-s ${short.slice(1)}`)
  parts.push(`-l ${long.slice(2)}`, ...valueFlags(value), `-d '${quoted(text)}'`)
  return parts.join(' ')
}

/** `-r -F`: a value, files among it; `-x`: a value, and no files. */
function valueFlags(value: Expected | undefined): readonly string[] {
  if (value === undefined) return []
  if (value.kind === 'files') return ['-r -F']
  const words = wordsOf(value)
  return words === undefined ? ['-x'] : [`-x -a '${words}'`]
}

function wordsOf(expected: Expected): string | undefined {
  switch (expected.kind) {
    case 'words':
      return expected.words.join(' ')
    case 'rule':
      return '(__erp_audit_rules)'
    case 'rules':
      return '(__fish_complete_list , __erp_audit_patterns)'
    case 'directories':
      return '(__fish_complete_directories (commandline -ct))'
    case 'revisions':
      return `(${quoted(LIST_REVISIONS)} 2> /dev/null)`
    default:
      return undefined
  }
}
