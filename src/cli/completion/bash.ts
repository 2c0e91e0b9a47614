import { type Expected, type Flag, LIST_REVISIONS, type Vocabulary } from './vocabulary.js'

/**
 * The completion of bash 3.2 and newer. Readline takes `=` for the end of a word, so that `--only=x` arrives as three
 * words; see COMP_WORDBREAKS in https://www.gnu.org/software/bash/manual/html_node/Bash-Variables.html.
 */
export function bashScript({ flags, commands, ruleIds, groups }: Vocabulary): string {
  const valued = flags.filter(({ value }) => value)
  return `# Completion of erp-audit for bash. Load it in ~/.bashrc: source <(erp-audit completion bash)

_erp_audit_rules=(
${lines(ruleIds)}
)
_erp_audit_groups=(
${lines(groups)}
)

# Offers those of the words behind the second argument that begin with the first; the second goes before each.
_erp_audit_offer() {
  local start=$1 before=$2 word
  shift 2
  for word in "$@"; do
    if [[ $word == "$start"* ]]; then COMPREPLY+=("$before\${word//\\*/\\\\*}"); fi
  done
}

# Offers files (-f) or directories (-d).
_erp_audit_paths() {
  local path
  type compopt > /dev/null 2>&1 && compopt -o filenames 2> /dev/null
  while IFS= read -r path; do COMPREPLY+=("$path"); done < <(compgen "$1" -- "$2")
}

_erp_audit() {
  local current=\${COMP_WORDS[COMP_CWORD]} before='' flag='' command='' word at
  COMPREPLY=()
  ((COMP_CWORD > 0)) && flag=\${COMP_WORDS[COMP_CWORD - 1]}
  if [[ $current == = ]]; then current=''; elif [[ $flag == = ]]; then flag=\${COMP_WORDS[COMP_CWORD - 2]}; fi
  case $flag in
${valued.map(flag => `    ${patternOf(flag)}) ${offer(flag.value ?? { kind: 'anything' })}; return ;;`).join('\n')}
  esac
  if [[ \${COMP_WORDS[COMP_CWORD - 1]} == = && $flag != -* ]]; then _erp_audit_paths -f "$current"; return; fi

  for ((at = 1; at < COMP_CWORD; at++)); do
    word=\${COMP_WORDS[at]}
    case $word in
      ${valued.map(patternOf).join('|')})
        [[ \${COMP_WORDS[at + 1]} == = ]] && at=$((at + 1))
        at=$((at + 1)) ;;
      -*) ;;
      *) command=$word; break ;;
    esac
  done

  if [[ $current == -* ]]; then
    _erp_audit_offer "$current" '' ${namesOf(flags.filter(({ command }) => command === undefined))}
    case $command in
${ownFlags(flags)
  .map(([command, own]) => `      ${command}) _erp_audit_offer "$current" '' ${namesOf(own)} ;;`)
  .join('\n')}
    esac
    return
  fi
  case $command in
    '')
      _erp_audit_offer "$current" '' ${commands.map(({ name }) => name).join(' ')}
      _erp_audit_paths -d "$current" ;;
${commands.map(({ name, operand }) => `    ${name}) ${offer(operand)} ;;`).join('\n')}
  esac
}

complete -F _erp_audit erp-audit
`
}

function lines(words: readonly string[]): string {
  return words.map(word => `  '${word}'`).join('\n')
}

function patternOf({ long, short }: Flag): string {
  return short === undefined ? long : `${short}|${long}`
}

function namesOf(flags: readonly Flag[]): string {
  return flags.flatMap(({ long, short }) => (short === undefined ? [long] : [long, short])).join(' ')
}

/** Flags of one command, by the command. */
function ownFlags(flags: readonly Flag[]): readonly (readonly [string, readonly Flag[]])[] {
  const owners = new Set(flags.flatMap(({ command }) => command ?? []))
  return [...owners].map(owner => [owner, flags.filter(({ command }) => command === owner)])
}

function offer(expected: Expected): string {
  switch (expected.kind) {
    case 'words':
      return `_erp_audit_offer "$current" '' ${expected.words.join(' ')}`
    case 'rule':
      return '_erp_audit_offer "$current" \'\' "${_erp_audit_rules[@]}"'
    case 'rules':
      return `[[ $current == *,* ]] && before=\${current%,*},; _erp_audit_offer "\${current##*,}" "$before" "\${_erp_audit_rules[@]}" "\${_erp_audit_groups[@]}"`
    case 'files':
      return '_erp_audit_paths -f "$current"'
    case 'directories':
      return '_erp_audit_paths -d "$current"'
    case 'revisions':
      return `_erp_audit_offer "$current" '' $(${LIST_REVISIONS} 2> /dev/null)`
    default:
      return ':'
  }
}
