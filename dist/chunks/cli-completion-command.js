"use strict";
const {
  plain,
  runAudit
} = require("./chunk-3TQROPE4.js");
const {
  COMMANDS,
  COMMAND_SWITCHES,
  FORMATS,
  OPTIONS,
  SHELLS
} = require("./chunk-BSCF6KHF.js");
const {
  rules
} = require("./chunk-Q3NCOY3T.js");
const {
  CATEGORIES,
  UsageError,
  didYouMean
} = require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/cli/completion/vocabulary.ts
function vocabularyOf(rules2) {
  const ruleIds = rules2.map(({ id }) => id);
  const areas = new Set(ruleIds.map((id) => `${id.slice(0, id.indexOf("/"))}/*`));
  return {
    flags: [...OPTIONS.map(flagOf), ...COMMAND_SWITCHES.map(({ name, command, text }) => ownFlag(name, command, text))],
    commands: COMMANDS.map(({ name, text }) => ({ name, text, operand: OPERANDS[name] })),
    ruleIds,
    groups: [...areas, ...CATEGORIES]
  };
}
var OPERANDS = {
  rules: { kind: "nothing" },
  explain: { kind: "rule" },
  baseline: { kind: "directories" },
  init: { kind: "directories" },
  completion: { kind: "words", words: SHELLS }
};
function flagOf(option) {
  return {
    long: `--${option.name}`,
    ...option.short !== void 0 && { short: `-${option.short}` },
    text: option.text,
    ...option.value !== void 0 && { value: expectedBy(option) },
    repeat: option.repeat ?? false
  };
}
function ownFlag(name, command, text) {
  return { long: `--${name}`, text, repeat: false, command };
}
function expectedBy({ choices, names }) {
  if (choices) return { kind: "words", words: choices };
  if (names === "formats") return { kind: "words", words: FORMATS };
  return { kind: names ?? "anything" };
}
var LIST_REVISIONS = "git for-each-ref --format='%(refname:short)'";

// src/cli/completion/bash.ts
function bashScript({ flags, commands, ruleIds, groups }) {
  const valued = flags.filter(({ value }) => value);
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
${valued.map((flag) => `    ${patternOf(flag)}) ${offer(flag.value ?? { kind: "anything" })}; return ;;`).join("\n")}
  esac
  if [[ \${COMP_WORDS[COMP_CWORD - 1]} == = && $flag != -* ]]; then _erp_audit_paths -f "$current"; return; fi

  for ((at = 1; at < COMP_CWORD; at++)); do
    word=\${COMP_WORDS[at]}
    case $word in
      ${valued.map(patternOf).join("|")})
        [[ \${COMP_WORDS[at + 1]} == = ]] && at=$((at + 1))
        at=$((at + 1)) ;;
      -*) ;;
      *) command=$word; break ;;
    esac
  done

  if [[ $current == -* ]]; then
    _erp_audit_offer "$current" '' ${namesOf(flags.filter(({ command }) => command === void 0))}
    case $command in
${ownFlags(flags).map(([command, own]) => `      ${command}) _erp_audit_offer "$current" '' ${namesOf(own)} ;;`).join("\n")}
    esac
    return
  fi
  case $command in
    '')
      _erp_audit_offer "$current" '' ${commands.map(({ name }) => name).join(" ")}
      _erp_audit_paths -d "$current" ;;
${commands.map(({ name, operand }) => `    ${name}) ${offer(operand)} ;;`).join("\n")}
  esac
}

complete -F _erp_audit erp-audit
`;
}
function lines(words) {
  return words.map((word) => `  '${word}'`).join("\n");
}
function patternOf({ long, short }) {
  return short === void 0 ? long : `${short}|${long}`;
}
function namesOf(flags) {
  return flags.flatMap(({ long, short }) => short === void 0 ? [long] : [long, short]).join(" ");
}
function ownFlags(flags) {
  const owners = new Set(flags.flatMap(({ command }) => command ?? []));
  return [...owners].map((owner) => [owner, flags.filter(({ command }) => command === owner)]);
}
function offer(expected) {
  switch (expected.kind) {
    case "words":
      return `_erp_audit_offer "$current" '' ${expected.words.join(" ")}`;
    case "rule":
      return `_erp_audit_offer "$current" '' "\${_erp_audit_rules[@]}"`;
    case "rules":
      return `[[ $current == *,* ]] && before=\${current%,*},; _erp_audit_offer "\${current##*,}" "$before" "\${_erp_audit_rules[@]}" "\${_erp_audit_groups[@]}"`;
    case "files":
      return '_erp_audit_paths -f "$current"';
    case "directories":
      return '_erp_audit_paths -d "$current"';
    case "revisions":
      return `_erp_audit_offer "$current" '' $(${LIST_REVISIONS} 2> /dev/null)`;
    default:
      return ":";
  }
}

// src/cli/completion/fish.ts
function fishScript({ flags, commands, ruleIds, groups }) {
  const names = commands.map(({ name }) => name).join(" ");
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
${commands.map(({ name, text }) => `complete -c erp-audit -n __fish_use_subcommand -a ${name} -d '${quoted(text)}'`).join("\n")}
${commands.flatMap(({ name, operand }) => operandLine(name, operand)).join("\n")}
${flags.map(lineOf).join("\n")}
`;
}
function echo(words) {
  return `  printf '%s\\n' \\
${words.map((word) => `    '${word}'`).join(" \\\n")}`;
}
function quoted(text) {
  return text.replaceAll("\\", "\\\\").replaceAll("'", "\\'");
}
function operandLine(command, operand) {
  const words = wordsOf(operand);
  if (words === void 0) return [];
  return [`complete -c erp-audit -n '__fish_seen_subcommand_from ${command}' -a '${words}'`];
}
function lineOf({ long, short, text, value, command }) {
  const parts = ["complete -c erp-audit"];
  if (command !== void 0) parts.push(`-n '__fish_seen_subcommand_from ${command}'`);
  if (short !== void 0) parts.push(`-s ${short.slice(1)}`);
  parts.push(`-l ${long.slice(2)}`, ...valueFlags(value), `-d '${quoted(text)}'`);
  return parts.join(" ");
}
function valueFlags(value) {
  if (value === void 0) return [];
  if (value.kind === "files") return ["-r -F"];
  const words = wordsOf(value);
  return words === void 0 ? ["-x"] : [`-x -a '${words}'`];
}
function wordsOf(expected) {
  switch (expected.kind) {
    case "words":
      return expected.words.join(" ");
    case "rule":
      return "(__erp_audit_rules)";
    case "rules":
      return "(__fish_complete_list , __erp_audit_patterns)";
    case "directories":
      return "(__fish_complete_directories (commandline -ct))";
    case "revisions":
      return `(${quoted(LIST_REVISIONS)} 2> /dev/null)`;
    default:
      return void 0;
  }
}

// src/cli/completion/powershell.ts
function powershellScript({ flags, commands, ruleIds, groups }) {
  const valued = flags.flatMap(({ long, short, value }) => {
    return value ? [long, ...short === void 0 ? [] : [short]].map((name) => [name, value]) : [];
  });
  return `# Completion of erp-audit for PowerShell. Load it in $PROFILE:
# erp-audit completion powershell | Out-String | Invoke-Expression

Register-ArgumentCompleter -Native -CommandName 'erp-audit' -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)

  $rules = @(
${lines2(ruleIds)}
  )
  $groups = @(
${lines2(groups)}
  )
  # A command, an option or a word to what it is for.
  $commands = [ordered]@{
${commands.map(({ name, text }) => `    '${name}' = '${quoted2(text)}'`).join("\n")}
  }
  $flags = @(
${flags.flatMap(flagLines).join("\n")}
  )

  function Offer($words, $before = '') {
    foreach ($word in $words) {
      [System.Management.Automation.CompletionResult]::new("$before$word", $word, 'ParameterValue', $word)
    }
  }

  $words = @($commandAst.CommandElements | Select-Object -Skip 1 |
    Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { $_.Extent.Text })
  $typed = "$wordToComplete"
  $before = ''
  $flag = if ($words.Count -gt 0) { $words[-1] } else { '' }
  if ($typed -cmatch '^(--[a-z-]+)=(.*)$') {
    $flag = $Matches[1]
    $typed = $Matches[2]
    $before = "$flag="
  }

  # The values of an option.
  switch -CaseSensitive ($flag) {
${valued.map(([name, value]) => `    '${name}' { ${valuesOf(value)}; return }`).join("\n")}
  }

  # The command, behind options and their values.
  $valued = @(${valued.map(([name]) => `'${name}'`).join(", ")})
  $command = ''
  for ($at = 0; $at -lt $words.Count; $at++) {
    if ($valued -ccontains $words[$at]) { $at++ }
    elseif (-not $words[$at].StartsWith('-')) { $command = $words[$at]; break }
  }

  if ($typed.StartsWith('-')) {
    foreach ($one in $flags) {
      if ($one.Name.StartsWith($typed) -and ($one.Command -eq '' -or $one.Command -eq $command)) {
        [System.Management.Automation.CompletionResult]::new($one.Name, $one.Name, 'ParameterName', $one.Text)
      }
    }
    return
  }
  switch -CaseSensitive ($command) {
    '' {
      foreach ($name in $commands.Keys) {
        if ($name.StartsWith($typed)) {
          [System.Management.Automation.CompletionResult]::new($name, $name, 'Command', $commands[$name])
        }
      }
    }
${commands.map(({ name, operand }) => `    '${name}' { ${valuesOf(operand)} }`).join("\n")}
  }
}
`;
}
function lines2(words) {
  return words.map((word) => `    '${word}'`).join("\n");
}
function quoted2(text) {
  return text.replaceAll("'", "''");
}
function flagLines({ long, short, text, command = "" }) {
  return [long, ...short === void 0 ? [] : [short]].map((name) => {
    return `    @{ Name = '${name}'; Text = '${quoted2(text)}'; Command = '${command}' }`;
  });
}
function valuesOf(expected) {
  switch (expected.kind) {
    case "words":
      return `Offer (@(${expected.words.map((word) => `'${word}'`).join(", ")}) | Where-Object { $_.StartsWith($typed) }) $before`;
    case "rule":
      return "Offer ($rules | Where-Object { $_.StartsWith($typed) }) $before";
    case "rules":
      return "if ($typed -match '^(.*,)(.*)$') { $before += $Matches[1]; $typed = $Matches[2] }; Offer (($rules + $groups) | Where-Object { $_.StartsWith($typed) }) $before";
    case "revisions":
      return `Offer (${LIST_REVISIONS} 2> $null | Where-Object { $_.StartsWith($typed) }) $before`;
    default:
      return "";
  }
}

// src/cli/completion/zsh.ts
function zshScript({ flags, commands, ruleIds, groups }) {
  const specs = flags.map((flag) => `    ${specOf(flag)} \\`).join("\n");
  return `#compdef erp-audit
# Completion of erp-audit for zsh. Write it where fpath leads, as _erp-audit, or load it behind compinit in ~/.zshrc:
# source <(erp-audit completion zsh)

_erp_audit_rules() {
  local -a rules=(
${lines3(ruleIds)}
  )
  compadd "$@" -a rules
}

_erp_audit_patterns() {
  local -a groups=(
${lines3(groups)}
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
${commands.map(({ name, text }) => `        '${name}:${quoted3(text.replaceAll(":", "\\:"))}'`).join("\n")}
      )
      _describe -t commands command commands && ret=0
      _directories && ret=0 ;;
    second)
      case $line[1] in
${commands.map(({ name, operand }) => `        ${name}) ${second(operand)} ;;`).join("\n")}
      esac ;;
  esac
  return ret
}

if [[ $funcstack[1] == _erp-audit ]]; then _erp_audit "$@"; else compdef _erp_audit erp-audit; fi
`;
}
function lines3(words) {
  return words.map((word) => `    '${word}'`).join("\n");
}
function quoted3(text) {
  return text.replaceAll("'", "'\\''");
}
function specOf({ long, short, text, value, repeat }) {
  const note = `[${quoted3(text.replaceAll("]", "\\]"))}]`;
  const behind = value === void 0 ? note : `${note}:${long.slice(2)}:${actionOf(value)}`;
  const form = value === void 0 ? long : `${long}=`;
  if (short === void 0) return `'${repeat ? "*" : ""}${form}${behind}'`;
  const once = repeat ? "'*'" : `'(${short} ${long})'`;
  return `${once}{${value === void 0 ? short : `${short}+`},${form}}'${behind}'`;
}
function actionOf(expected) {
  if (expected.kind === "words") return `(${expected.words.join(" ")})`;
  if (expected.kind === "rules") return "_sequence _erp_audit_patterns";
  return { ...FUNCTIONS, anything: " ", nothing: " " }[expected.kind];
}
var FUNCTIONS = {
  rule: "_erp_audit_rules",
  files: "_files",
  directories: "_directories",
  revisions: "_erp_audit_revisions"
};
function second(expected) {
  if (expected.kind === "words") return `compadd ${expected.words.join(" ")} && ret=0`;
  if (expected.kind === "nothing" || expected.kind === "anything" || expected.kind === "rules") return ";";
  return `${FUNCTIONS[expected.kind]} && ret=0`;
}

// src/cli/completion-command.ts
var SCRIPTS = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
  powershell: powershellScript
};
function runCompletion(given, world) {
  const name = given.operand;
  if (name === void 0) throw new UsageError(`completion needs a shell: ${SHELLS.join(", ")}`);
  const shell = SHELLS.find((known) => known === name);
  if (!shell) {
    const hint = didYouMean(name, SHELLS) || `; there are ${SHELLS.join(", ")}`;
    throw new UsageError(`there is no completion for "${plain(name)}"${hint}`);
  }
  world.stdout.write(SCRIPTS[shell](vocabularyOf(rules)));
  return 0;
}
module.exports = {
  house: runAudit,
  runCompletion
};
