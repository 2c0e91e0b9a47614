/** One call of the command line, and what it must do. */
export interface ScenarioRun {
  readonly argv: readonly string[]
  readonly env: Readonly<Record<string, string>>
  readonly code: number
  readonly stdout: RegExp
  readonly stderr: RegExp
}

export interface Scenario {
  readonly files: ReadonlyMap<string, string>
  readonly runs: readonly ScenarioRun[]
}

/**
 * Reads a scenario: blocks that begin with a line `==== …`.
 *
 * - `==== file <path>`: a file of the directory that the commands run in.
 * - `==== run <arguments>`: a command; words in single quotes may hold blanks. `NAME=value` words in front set variables.
 * - `==== exit <code>`: its exit code, 0 when not given.
 * - `==== stdout`, `==== stderr`: what it writes there, to the letter; `…` stands for any text. Nothing when not given.
 *
 * Text in front of the first block says what the scenario is about.
 */
export function readScenario(text: string): Scenario {
  const files = new Map<string, string>()
  const runs: { -readonly [Key in keyof ScenarioRun]: ScenarioRun[Key] }[] = []
  for (const block of text.split(/^==== /m).slice(1)) {
    const [head = '', ...lines] = block.split('\n')
    const [, kind = '', rest = ''] = /^(\w+) ?(.*)$/.exec(head) ?? []
    const body = lines.join('\n')
    const current = runs.at(-1)
    if (kind === 'file') files.set(rest, body)
    else if (kind === 'run') runs.push({ ...wordsOf(rest), code: 0, stdout: /^$/, stderr: /^$/ })
    else if (!current) throw new Error(`"==== ${head}" stands before any "==== run"`)
    else if (kind === 'exit') current.code = Number(rest)
    else if (kind === 'stdout') current.stdout = patternOf(body)
    else if (kind === 'stderr') current.stderr = patternOf(body)
    else throw new Error(`"==== ${head}" is not known`)
  }
  return { files, runs }
}

function wordsOf(line: string): { argv: readonly string[]; env: Readonly<Record<string, string>> } {
  const words = [...line.matchAll(/'([^']*)'|(\S+)/g)].map(match => match[1] ?? match[2] ?? '')
  const first = words.findIndex(word => !/^[A-Z_]+=/.test(word))
  const env = words.slice(0, first === -1 ? words.length : first).map(word => word.split(/=(.*)/s).slice(0, 2))
  return { argv: first === -1 ? [] : words.slice(first + 1), env: Object.fromEntries(env) }
}

function patternOf(text: string): RegExp {
  const parts = text.split('…').map(part => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('[\\s\\S]*')}$`)
}
