/** A command that a step prints, as the runner takes it. */
export interface StepCommand {
  readonly kind: string
  readonly properties: Readonly<Record<string, string>>
  readonly data: string
}

/**
 * The commands in the output of a step by the runner's rules (https://github.com/actions/runner,
 * src/Runner.Common/ActionCommand.cs, src/Runner.Worker/ActionCommandManager.cs): a line whose first characters are `::`; escapes
 * are undone; after `::stop-commands::token` nothing is a command until `::token::`.
 */
export function commandsIn(output: string): readonly StepCommand[] {
  const commands: StepCommand[] = []
  let stopped: string | undefined
  for (const line of output.split(/\r\n|\r|\n/)) {
    const [, head = '', data = ''] = /^\s*::(.*?)::(.*)$/.exec(line) ?? []
    if (stopped !== undefined) {
      if (head === stopped) stopped = undefined
      continue
    }
    if (head === '') continue
    const space = head.indexOf(' ')
    const [kind, written] = space < 0 ? [head, ''] : [head.slice(0, space), head.slice(space + 1)]
    if (kind === 'stop-commands') {
      stopped = data
      continue
    }
    const properties = Object.fromEntries(
      written
        .split(',')
        .filter(pair => pair.includes('='))
        .map(pair => [pair.slice(0, pair.indexOf('=')).trim(), unescapeProperty(pair.slice(pair.indexOf('=') + 1))]),
    )
    commands.push({ kind, properties, data: unescapeData(data) })
  }
  return commands
}

function unescapeData(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%')
}

function unescapeProperty(text: string): string {
  return unescapeData(text.replaceAll('%3A', ':').replaceAll('%2C', ','))
}
