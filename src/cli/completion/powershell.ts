import { type Expected, type Flag, LIST_REVISIONS, type Vocabulary } from './vocabulary.js'

/**
 * The completion of PowerShell 5.1 and newer; see
 * https://learn.microsoft.com/powershell/module/microsoft.powershell.core/register-argumentcompleter. Where it offers
 * nothing, PowerShell itself offers files.
 */
export function powershellScript({ flags, commands, ruleIds, groups }: Vocabulary): string {
  const valued = flags.flatMap(({ long, short, value }) => {
    return value ? [long, ...(short === undefined ? [] : [short])].map(name => [name, value] as const) : []
  })
  return `# Completion of erp-audit for PowerShell. Load it in $PROFILE:
# erp-audit completion powershell | Out-String | Invoke-Expression

Register-ArgumentCompleter -Native -CommandName 'erp-audit' -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)

  $rules = @(
${lines(ruleIds)}
  )
  $groups = @(
${lines(groups)}
  )
  # A command, an option or a word to what it is for.
  $commands = [ordered]@{
${commands.map(({ name, text }) => `    '${name}' = '${quoted(text)}'`).join('\n')}
  }
  $flags = @(
${flags.flatMap(flagLines).join('\n')}
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
${valued.map(([name, value]) => `    '${name}' { ${valuesOf(value)}; return }`).join('\n')}
  }

  # The command, behind options and their values.
  $valued = @(${valued.map(([name]) => `'${name}'`).join(', ')})
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
${commands.map(({ name, operand }) => `    '${name}' { ${valuesOf(operand)} }`).join('\n')}
  }
}
`
}

function lines(words: readonly string[]): string {
  return words.map(word => `    '${word}'`).join('\n')
}

function quoted(text: string): string {
  return text.replaceAll("'", "''")
}

function flagLines({ long, short, text, command = '' }: Flag): readonly string[] {
  return [long, ...(short === undefined ? [] : [short])].map(name => {
    return `    @{ Name = '${name}'; Text = '${quoted(text)}'; Command = '${command}' }`
  })
}

function valuesOf(expected: Expected): string {
  switch (expected.kind) {
    case 'words':
      return `Offer (@(${expected.words.map(word => `'${word}'`).join(', ')}) | Where-Object { $_.StartsWith($typed) }) $before`
    case 'rule':
      return 'Offer ($rules | Where-Object { $_.StartsWith($typed) }) $before'
    case 'rules':
      return "if ($typed -match '^(.*,)(.*)$') { $before += $Matches[1]; $typed = $Matches[2] }; Offer (($rules + $groups) | Where-Object { $_.StartsWith($typed) }) $before"
    case 'revisions':
      return `Offer (${LIST_REVISIONS} 2> $null | Where-Object { $_.StartsWith($typed) }) $before`
    default:
      return ''
  }
}
