import { type Expected, type Flag, LIST_REVISIONS, type Vocabulary } from './vocabulary.js'

/** The completion of zsh; the forms of `_arguments` are in https://zsh.sourceforge.io/Doc/Release/Completion-System.html. */
export function zshScript({ flags, commands, ruleIds, groups }: Vocabulary): string {
  const specs = flags.map(flag => `    ${specOf(flag)} \\`).join('\n')
  return `#compdef erp-audit
# Completion of erp-audit for zsh. Write it where fpath leads, as _erp-audit, or load it behind compinit in ~/.zshrc:
# source <(erp-audit completion zsh)

_erp_audit_rules() {
  local -a rules=(
${lines(ruleIds)}
  )
  compadd "$@" -a rules
}

_erp_audit_patterns() {
  local -a groups=(
${lines(groups)}
  )
  _erp_audit_rules "$@"
  compadd "$@" -a groups
}

_erp_audit_revisions() {
  local -a revisions=(\${(f)"$(${LIST_REVISIONS} 2> /dev/null)"})
  compadd "$@" -a revisions
}

_erp_audit() {
  local curcontext=$curcontext state ret=1
  local -a line
  local -A opt_args
  _arguments -s -S -C \\
${specs}
    '1: :->first' \\
    '2: :->second' && ret=0
  case $state in
    first)
      local -a commands=(
${commands.map(({ name, text }) => `        '${name}:${quoted(text.replaceAll(':', '\\:'))}'`).join('\n')}
      )
      _describe -t commands command commands && ret=0
      _directories && ret=0 ;;
    second)
      case $line[1] in
${commands.map(({ name, operand }) => `        ${name}) ${second(operand)} ;;`).join('\n')}
      esac ;;
  esac
  return ret
}

if [[ $funcstack[1] == _erp-audit ]]; then _erp_audit "$@"; else compdef _erp_audit erp-audit; fi
`
}

function lines(words: readonly string[]): string {
  return words.map(word => `    '${word}'`).join('\n')
}

function quoted(text: string): string {
  return text.replaceAll("'", "'\\''")
}

/** `'(-f --format)'{-f+,--format=}'[text]:format:(text json)'`: the flag in both forms, once unless it may be repeated. */
function specOf({ long, short, text, value, repeat }: Flag): string {
  const note = `[${quoted(text.replaceAll(']', '\\]'))}]`
  const behind = value === undefined ? note : `${note}:${long.slice(2)}:${actionOf(value)}`
  const form = value === undefined ? long : `${long}=`
  if (short === undefined) return `'${repeat ? '*' : ''}${form}${behind}'`
  const once = repeat ? "'*'" : `'(${short} ${long})'`
  return `${once}{${value === undefined ? short : `${short}+`},${form}}'${behind}'`
}

function actionOf(expected: Expected): string {
  if (expected.kind === 'words') return `(${expected.words.join(' ')})`
  if (expected.kind === 'rules') return '_sequence _erp_audit_patterns'
  return { ...FUNCTIONS, anything: ' ', nothing: ' ' }[expected.kind]
}

const FUNCTIONS = {
  rule: '_erp_audit_rules',
  files: '_files',
  directories: '_directories',
  revisions: '_erp_audit_revisions',
}

function second(expected: Expected): string {
  if (expected.kind === 'words') return `compadd ${expected.words.join(' ')} && ret=0`
  if (expected.kind === 'nothing' || expected.kind === 'anything' || expected.kind === 'rules') return ';'
  return `${FUNCTIONS[expected.kind]} && ret=0`
}
