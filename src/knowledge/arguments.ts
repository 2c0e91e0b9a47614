/** Command lines of servers, read the way the servers themselves read them. */

type Words = readonly (string | null)[] | undefined

/** An argument of a command line. `unknown`: a word that cannot be known may be it. */
export type Argument =
  | { readonly given: 'yes' /** Absent: not known, or an argument that takes none. */; readonly value?: string }
  | { readonly given: 'no' }
  | { readonly given: 'unknown' }

const NOT_GIVEN: Argument = { given: 'no' }
const MAX_WORDS = 2000
const MAX_LENGTH = 100_000

/**
 * The words of the program itself: `sh -c "exec redis-server --port 1"` gives `redis-server --port 1`, and entrypoint
 * scripts and init processes in front are left out. Of a script of several commands the last one counts, since that is
 * what keeps the container alive. A word of a script with a `$` or a backtick in it becomes null. Undefined when the
 * command is the image's own.
 */
export function programWords(argv: Words): readonly (string | null)[] | undefined {
  if (!argv) return undefined
  const known = programs.get(argv)
  if (known) return known
  const words = readProgram(argv)
  programs.set(argv, words)
  return words
}

/** Many questions are asked of one command. */
const programs = new WeakMap<NonNullable<Words>, readonly (string | null)[]>()

function readProgram(argv: NonNullable<Words>): readonly (string | null)[] {
  const shell = argv.findIndex(word => word !== null && /(?:^|\/)(?:ba|da|a|z)?sh$/.test(word))
  const flag = shell === -1 || shell > 3 ? -1 : shell + 1
  const option = argv[flag]
  if (flag === -1 || typeof option !== 'string' || !/^-[a-z]*c$/.test(option))
    return withoutWrapper(argv.slice(0, MAX_WORDS))
  const script = argv[flag + 1]
  if (typeof script !== 'string') return [null]
  return withoutWrapper(lastCommand(splitWords(script.replace(/\\\r?\n/g, ' '))))
}

/** Programs that only start another one. The number: how many words of its own may follow that are no options. */
const WRAPPERS: ReadonlyMap<string, number> = new Map([
  ['exec', 0],
  ['tini', 0],
  ['dumb-init', 0],
  ['docker-init', 0],
  ['gosu', 1],
  ['su-exec', 1],
])

function withoutWrapper(words: readonly (string | null)[]): readonly (string | null)[] {
  let at = 0
  while (at < words.length) {
    const word = words[at]
    if (typeof word !== 'string') break
    const program = word.slice(word.lastIndexOf('/') + 1)
    const own = WRAPPERS.get(program) ?? (/^(?:docker-)?entry-?point(?:\.sh)?$/.test(program) ? 0 : undefined)
    if (own === undefined) break
    at++
    if (program === 'tini' || program === 'dumb-init') while (words[at]?.startsWith('-')) at++
    at += own
  }
  return words.slice(at)
}

/** Splits a line into words as a shell would, quotes taken off. Words that hold an expansion become null. */
export function splitWords(line: string): readonly (string | null)[] {
  const words: (string | null)[] = []
  const token = /[;&|\n]+|(?:[^\s;&|"'\\]|\\[\s\S]|"(?:[^"\\]|\\[\s\S])*"|'[^']*')+|["']/g
  for (const [part] of line.slice(0, MAX_LENGTH).matchAll(token)) {
    if (words.length >= MAX_WORDS) break
    if (/^[;&|\n]+$/.test(part)) words.push(';')
    else words.push(unquoted(part))
  }
  return words
}

function unquoted(word: string): string | null {
  let out = ''
  for (const [part] of word.matchAll(/'[^']*'|"(?:[^"\\]|\\[\s\S])*"|\\[\s\S]|[^'"\\]+|["'\\]/g)) {
    if (part.startsWith("'") && part.length > 1) out += part.slice(1, -1)
    else if (/^\\[\s\S]$/.test(part)) out += part.slice(1)
    else if (/[$`]/.test(part)) return null
    else if (part.startsWith('"') && part.length > 1) out += part.slice(1, -1).replace(/\\(["\\])/g, '$1')
    else out += part
  }
  return out
}

function lastCommand(words: readonly (string | null)[]): readonly (string | null)[] {
  const commands: (string | null)[][] = [[]]
  for (const word of words) {
    if (word === ';') commands.push([])
    else commands.at(-1)?.push(word)
  }
  return commands.filter(command => command.length > 0).at(-1) ?? []
}

/** The program that is run, without its directory; undefined when not known. */
export function programOf(argv: Words): string | undefined {
  const first = programWords(argv)?.[0]
  return typeof first === 'string' && !first.startsWith('-') ? first.slice(first.lastIndexOf('/') + 1) : undefined
}

/** Whether one of the words stands in the command: subcommands (`start-dev`), switches (`-dev`). */
export function hasWord(argv: Words, words: readonly string[]): 'yes' | 'no' | 'unknown' {
  const given = programWords(argv)
  if (!given) return 'no'
  if (given.some(word => word !== null && words.includes(word))) return 'yes'
  return given.some(word => word === null) ? 'unknown' : 'no'
}

/** An option's name for comparison: leading dashes off, lower case but for single letters, `_` as `-`. */
function canonical(name: string): string {
  const bare = name.replace(/^-+/, '')
  return bare.length === 1 ? bare : bare.replaceAll('_', '-').toLowerCase()
}

/** A null word that follows an option is that option's value; any other may hide an option. */
function hidesOptions(words: readonly (string | null)[]): boolean {
  return words.some((word, at) => {
    if (word !== null) return false
    const before = words[at - 1]
    return at === 0 || typeof before !== 'string' || !/^--?[a-z]/i.test(before) || before.includes('=')
  })
}

/**
 * `--name value`, `--name=value`, `-name=value` or `-n5`, under any of the names; the last one counts. Dash and
 * underscore, upper and lower case are the same, as redis, MySQL and mongod have it, but for the case of single letters.
 */
export function option(argv: Words, ...names: readonly string[]): Argument {
  const words = programWords(argv)
  if (!words) return NOT_GIVEN
  const wanted = new Set(names.map(canonical))
  let found: Argument = NOT_GIVEN
  words.forEach((word, at) => {
    if (word === null || !word.startsWith('-')) return
    const attached = /^-([a-zA-Z])(\d.*)$/s.exec(word)
    if (attached && wanted.has(attached[1] ?? '')) found = { given: 'yes', value: attached[2] ?? '' }
    const equals = word.indexOf('=')
    if (!wanted.has(canonical(equals === -1 ? word : word.slice(0, equals)))) return
    const value = equals === -1 ? words[at + 1] : word.slice(equals + 1)
    const isValue = typeof value === 'string' && (equals !== -1 || !/^--?[a-z]/i.test(value))
    found = isValue ? { given: 'yes', value } : { given: 'yes' }
  })
  return found.given === 'no' && hidesOptions(words) ? { given: 'unknown' } : found
}

const POSTGRES_LETTERS: ReadonlyMap<string, string> = new Map([
  ['-N', 'max_connections'],
  ['-B', 'shared_buffers'],
  ['-p', 'port'],
])

/**
 * A configuration setting on the command line of `postgres`: `-c key=value`, `--key=value`, and the letters `-N`, `-B`,
 * `-p` for max_connections, shared_buffers and port. The last one counts.
 * https://www.postgresql.org/docs/current/app-postgres.html
 */
export function postgresSetting(argv: Words, key: string): Argument {
  const words = programWords(argv)
  if (!words) return NOT_GIVEN
  const { settings, hidden } = postgresSettings(words)
  return settings.get(key) ?? (hidden ? { given: 'unknown' } : NOT_GIVEN)
}

interface PostgresSettings {
  readonly settings: ReadonlyMap<string, Argument>
  /** Whether a word that cannot be known may be a setting. */
  readonly hidden: boolean
}

const readSettings = new WeakMap<readonly (string | null)[], PostgresSettings>()

function postgresSettings(words: readonly (string | null)[]): PostgresSettings {
  const known = readSettings.get(words)
  if (known) return known
  const settings = new Map<string, Argument>()
  let hidden = false
  for (let at = 0; at < words.length; at++) {
    const read = readPostgresWord(words, at)
    if (read === 'unknown') hidden = true
    else if (read) settings.set(read.key, { given: 'yes', ...(read.value === undefined ? {} : { value: read.value }) })
  }
  const found = { settings, hidden }
  readSettings.set(words, found)
  return found
}

function readPostgresWord(
  words: readonly (string | null)[],
  at: number,
): { readonly key: string; readonly value?: string } | 'unknown' | undefined {
  const word = words[at]
  const before = words[at - 1]
  const takesNext = typeof before === 'string' && /^-[cBNpDhkS]$/.test(before)
  if (word === null || word === undefined) return takesNext && before !== '-c' ? undefined : 'unknown'
  const letter = POSTGRES_LETTERS.get(word)
  if (letter) {
    const value = words[at + 1]
    return typeof value === 'string' ? { key: letter, value } : { key: letter }
  }
  const pair = before === '-c' ? word : (/^-c(.+)/s.exec(word)?.[1] ?? /^--(.+)/s.exec(word)?.[1])
  const equals = pair?.indexOf('=') ?? -1
  if (!pair || equals < 1) return undefined
  const key = pair.slice(0, equals).trim().replaceAll('-', '_').toLowerCase()
  return {
    key,
    value: pair
      .slice(equals + 1)
      .trim()
      .replace(/^'(.*)'$/s, '$1'),
  }
}

/** Words that are neither options nor their values, the program left out: configuration files, directories, subcommands. */
export function operands(argv: Words): readonly string[] {
  const words = programWords(argv)?.slice(programOf(argv) === undefined ? 0 : 1) ?? []
  return words.filter((word, at): word is string => {
    const before = words[at - 1]
    const isValue = typeof before === 'string' && /^--?[a-z]/i.test(before) && !before.includes('=')
    return word !== null && !word.startsWith('-') && !isValue
  })
}

/** The whole command line as one text, shell scripts included, for searching; unknown words are left out. */
export function commandText(argv: Words): string {
  return (argv ?? []).filter(word => word !== null).join(' ')
}

/** An argument as it stands in the environment: a known value, a value that is not known, or none. */
export function fromVariable(value: string | null | undefined): Argument {
  if (value === undefined || value === '') return NOT_GIVEN
  return value === null ? { given: 'yes' } : { given: 'yes', value }
}

/** What is not given on the command line may still stand in a file. */
export function orInFile(found: Argument, fileMounted: boolean): Argument {
  return found.given === 'no' && fileMounted ? { given: 'unknown' } : found
}
