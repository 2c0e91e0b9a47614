import { backupTools } from '../../knowledge/catalogue.js'
import { credentialsIn } from '../../knowledge/secrets.js'
import { parseShell, programOf, type ShellCommand, type ShellScript } from '../../parse/shell.js'
import type { Backup } from '../system.js'
import { fillIn, type ReadVariable, valuesIn } from './script-values.js'
import { type CopiedVolumes, mentionsVolumeCopy, volumesCopiedBy } from './volume-copies.js'

/** A command that copies data. */
export interface Dump extends Pick<Backup, 'covers' | 'tool' | 'host' | 'inside' | 'databases'> {
  readonly command: ShellCommand
  /** Instead of a server: the volumes that are packed. */
  readonly copied?: CopiedVolumes
}

/** Tools that copy volumes or whole directories, whatever lies in them. */
const VOLUME_TOOLS = ['restic', 'borg', 'duplicity', 'velero', 'kopia', 'rsnapshot']
/** What each program copies, by its command line: ids of software, or `volume`. */
const TOOLS = new Map([...backupTools, ...VOLUME_TOOLS.map((tool): [string, string[]] => [tool, ['volume']])])
const MENTION = new RegExp(`\\b(${[...TOOLS.keys()].map(tool => tool.replace(/[^\w-]/g, '.')).join('|')})\\b`)

/** Programs that copy a server or its data, by their file names. */
export const DUMP_TOOLS: readonly string[] = [...TOOLS.keys()].filter(tool => /^[\w-]+$/.test(tool))

/** What a program copies: ids of software, or `volume`. */
export function coveredBy(tool: string): readonly string[] {
  return TOOLS.get(tool) ?? []
}

/** Whether a text may hold a dump: a cheap look before it is parsed. */
export function mentionsDump(text: string): boolean {
  return MENTION.test(text) || mentionsVolumeCopy(text)
}

/** The dumps of a script, in order. */
export function dumpsIn(script: ShellScript, environment: ReadVariable = () => undefined): readonly Dump[] {
  const lists = loopLists(script.text)
  const read = valuesIn(script, environment)
  return script.commands.flatMap(command => [
    ...dumpsOf(command, { read, lists, depth: 0 }),
    ...dumpsInHeredoc(command, script, { read, lists, depth: 0 }),
  ])
}

/** `ssh backup@db << EOF` … `EOF`: a script for the shell at the other end. */
function dumpsInHeredoc(command: ShellCommand, script: ShellScript, reading: Reading): readonly Dump[] {
  const { words, redirects } = command
  const program = programOf(words)
  const end = redirects.find(({ operator }) => /^<<-?$/.test(operator))?.target.replace(/^["']|["']$/g, '')
  const isShell = program !== undefined && (program === 'ssh' || SHELL.test(program))
  if (end === undefined || (!isShell && !words.some(word => SHELL.test(word)))) return []
  const from = script.text.indexOf('\n', command.end - 1) + 1
  const rest = script.text.slice(from)
  const until = new RegExp(`^[ \\t]*${end.replace(/\W/g, '\\$&')}[ \\t]*$`, 'm').exec(rest)
  if (from === 0 || !until) return []
  const inside =
    program === 'ssh'
      ? undefined
      : containerIn(
          words.slice(
            0,
            words.findIndex(word => SHELL.test(word)),
          ),
        )
  return parseShell(rest.slice(0, until.index), { path: '', start: 0, end: 0 })
    .commands.flatMap(each => dumpsOf(each, { ...reading, depth: reading.depth + 1 }))
    .map(({ host, ...dump }) => ({
      ...dump,
      command: { ...dump.command, start: dump.command.start + from, end: dump.command.end + from },
      ...(inside === undefined ? (host === undefined ? {} : { host }) : { inside }),
    }))
}

interface Reading {
  readonly read: ReadVariable
  /** What `for x in …` runs over, by the name of the variable. */
  readonly lists: ReadonlyMap<string, readonly string[]>
  readonly depth: number
}

const THROUGH = /^(?:docker|docker-compose|podman|podman-compose|nerdctl|kubectl|oc|ssh)$/

function dumpsOf(command: ShellCommand, reading: Reading): readonly Dump[] {
  const { words } = command
  const program = programOf(words)
  const copied = volumesCopiedBy(command)
  if (copied) return [{ tool: 'tar', covers: ['volume'], command, copied }]
  // `docker exec db pg_dump …`, `kubectl exec … -- pg_dump` and `$(COMPOSE) exec …` run the tool further along the line.
  const through = (program !== undefined && THROUGH.test(program)) || /^\$[({]/.test(words[0] ?? '')
  const inner = through || SHELL.test(words[0] ?? '') ? dumpsInText(command, reading) : undefined
  if (inner) return inner
  const names = through ? words.map(baseName) : program === undefined ? [] : [program]
  const tool = [...TOOLS.keys()].find(key => {
    const [name = '', ...rest] = key.split(' ')
    return names.includes(name) && rest.every(word => words.includes(word))
  })
  if (tool === undefined || setsUpStandby(tool, words) || !copies(tool, words)) return []
  const at = words.findIndex(word => baseName(word) === tool.split(' ')[0])
  const inside = through ? containerIn(words.slice(0, at)) : undefined
  const read = (name: string) =>
    command.assignments.find(one => one.startsWith(`${name}=`))?.slice(name.length + 1) ?? reading.read(name)
  const { host, databases } = targetOf(tool, words.slice(at + 1), { ...reading, read })
  return [
    {
      tool,
      covers: TOOLS.get(tool) ?? [],
      command,
      // The host of a container is itself.
      ...(inside === undefined ? (host === undefined ? {} : { host }) : { inside }),
      ...(databases === undefined ? {} : { databases }),
    },
  ]
}

const SHELL = /^(?:\/(?:usr\/)?bin\/)?(?:ba|da|a)?sh$/
const DEEPEST = 3

/** The dumps of the text of an `sh -c` somewhere along the command; undefined when there is none. */
function dumpsInText(command: ShellCommand, reading: Reading): readonly Dump[] | undefined {
  const { words } = command
  const shell = words.findIndex((word, at) => SHELL.test(word) && /^-\w*c$/.test(words[at + 1] ?? ''))
  const text = shell === -1 || reading.depth >= DEEPEST ? undefined : words[shell + 2]
  if (text === undefined) return undefined
  const inside = containerIn(words.slice(0, shell))
  return parseShell(text, { path: '', start: 0, end: 0 })
    .commands.flatMap(each => dumpsOf(each, { ...reading, depth: reading.depth + 1 }))
    .map(({ host, ...dump }) => ({
      ...dump,
      command,
      ...(inside === undefined ? (host === undefined ? {} : { host }) : { inside }),
    }))
}

function baseName(word: string): string {
  return word.slice(word.lastIndexOf('/') + 1)
}

/** Programs that do whatever they are told, by what they are told to make a copy. */
const TOLD: ReadonlyMap<string, RegExp> = new Map([
  ['sqlcmd', /\bbackup\s+(?:database|log)\b/i],
  ['sqlpackage', /^\/(?:a|action):export$/i],
])

function copies(tool: string, words: readonly string[]): boolean {
  const told = TOLD.get(tool)
  return told === undefined || words.some(word => told.test(word))
}

/** With -R it sets up a standby. */
function setsUpStandby(tool: string, words: readonly string[]): boolean {
  return tool === 'pg_basebackup' && words.some(word => word === '--write-recovery-conf' || /^-[a-zA-Z]*R$/.test(word))
}

/** The container, service or pod that a command is executed in: the last plain word before the tool. */
function containerIn(words: readonly string[]): string | undefined {
  // A container that is made for the dump is a client like any other.
  if (words.includes('run')) return undefined
  const name = words.findLast(word => word !== '--' && !word.startsWith('-') && !/^[A-Za-z_]\w*=/.test(word))
  if (name === undefined || name.includes('$') || /^(?:exec|run|sudo)$/.test(name)) return undefined
  return name.replace(/^(?:pods?|po|deployments?|deploy|statefulsets?|sts)\//, '').replace(/^.*@/, '')
}

type Target = Pick<Backup, 'host' | 'databases'>

/** Which server and which of its databases a dump is told to take. */
function targetOf(tool: string, words: readonly string[], reading: Reading): Target {
  switch (tool) {
    case 'pg_dump':
      return postgresTarget(words, reading)
    case 'mysqldump':
    case 'mariadb-dump':
      return mysqlTarget(words, reading)
    case 'mongodump':
      return mongoTarget(words, reading)
    default: {
      const host = filledIn(optionIn(words, ['-h', '--host']) ?? (/^pg_/.test(tool) ? '$PGHOST' : undefined), reading)
      return host === undefined ? {} : { host }
    }
  }
}

/** https://www.postgresql.org/docs/17/app-pgdump.html */
const POSTGRES_VALUED =
  /^(?:-[EFfhnNpStTUZdje]|--(?:encoding|format|file|host|schema|exclude-schema|port|superuser|table|exclude-table|username|compress|dbname|jobs|extension|role|snapshot|lock-wait-timeout|section|exclude-table-data))$/

function postgresTarget(words: readonly string[], reading: Reading): Target {
  const [operand] = operandsIn(words, POSTGRES_VALUED)
  const named = optionIn(words, ['-d', '--dbname']) ?? operand
  const whole = filledIn(named, reading)
  const pairs = whole === undefined || !/[=:]/.test(whole) ? undefined : credentialsIn(whole)
  const keyword = (key: string) => new RegExp(`(?:^|\\s)${key}\\s*=\\s*'?([^\\s']+)`).exec(whole ?? '')?.[1]
  const host = pairs?.host || (keyword('host') ?? filledIn(optionIn(words, ['-h', '--host']) ?? '$PGHOST', reading))
  const user = optionIn(words, ['-U', '--username']) ?? '$PGUSER'
  const database =
    named === undefined
      ? (filledIn('$PGDATABASE', reading) ?? filledIn(user, reading))
      : pairs
        ? pairs.database
        : (keyword('dbname') ?? whole)
  return withHost(host, databasesOf(named ?? '$PGDATABASE', database, reading))
}

/** https://dev.mysql.com/doc/refman/8.4/en/mysqldump.html */
const MYSQL_VALUED =
  /^(?:-[huPSrw]|--(?:host|user|port|socket|result-file|where|ignore-table|default-character-set|defaults-file|defaults-extra-file|protocol|max-allowed-packet|ssl-ca))$/

function mysqlTarget(words: readonly string[], reading: Reading): Target {
  const host = filledIn(optionIn(words, ['-h', '--host']) ?? '$MYSQL_HOST', reading)
  if (words.some(word => word === '--all-databases' || word === '-A')) return withHost(host, undefined)
  const operands = operandsIn(words, MYSQL_VALUED)
  const several = words.some(word => word === '--databases' || word === '-B')
  const taken = several ? operands : operands.slice(0, 1)
  const names = taken.flatMap(word => databasesOf(word, filledIn(word, reading), reading) ?? [null])
  return withHost(host, names.length === 0 ? [null] : names)
}

/** https://www.mongodb.com/docs/database-tools/mongodump/ */
function mongoTarget(words: readonly string[], reading: Reading): Target {
  const uri = filledIn(optionIn(words, ['--uri']), reading)
  const found = uri === undefined ? undefined : credentialsIn(uri)
  const host =
    found?.host ||
    filledIn(optionIn(words, ['-h', '--host']), reading)
      ?.replace(/^.*\//, '')
      .replace(/[:,].*$/, '')
  const option = optionIn(words, ['-d', '--db'])
  if (option === undefined) return withHost(host, found?.database ? [found.database] : undefined)
  return withHost(host, databasesOf(option, filledIn(option, reading), reading))
}

function withHost(host: string | undefined, databases: Backup['databases']): Target {
  return { ...(host === undefined ? {} : { host }), ...(databases === undefined ? {} : { databases }) }
}

/** The names behind a word: one, or those that a loop gives it; null where they are not known. */
function databasesOf(word: string, value: string | undefined, { lists }: Reading): NonNullable<Backup['databases']> {
  const loop = lists.get(/^\$\{?(\w+)\}?$/.exec(word)?.[1] ?? '')
  if (loop) return loop.map(name => (/[$`*]/.test(name) ? null : name))
  return [value === undefined || /[$`]/.test(value) ? null : value]
}

/** A word with its variables filled in; undefined when one of them is not known. */
function filledIn(word: string | undefined, { read }: Reading): string | undefined {
  return word === undefined ? undefined : fillIn(word, read)
}

/** The value of an option, in any of the ways to write it. */
function optionIn(words: readonly string[], names: readonly string[]): string | undefined {
  for (const [index, word] of words.entries()) {
    for (const name of names) {
      if (word === name) return words[index + 1]
      if (name.startsWith('--') && word.startsWith(`${name}=`)) return word.slice(name.length + 1)
      if (!name.startsWith('--') && word.startsWith(name) && word.length > 2 && !word.startsWith('--'))
        return word.slice(2)
    }
  }
  return undefined
}

/** The words that are neither options nor their values. */
function operandsIn(words: readonly string[], valued: RegExp): readonly string[] {
  const found: string[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    if (valued.test(word)) at++
    else if (!word.startsWith('-')) found.push(word)
  }
  return found
}

const LOOP = /\bfor\s+(\w+)\s+in\s+([^;\n]{1,1000})/g

function loopLists(text: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>()
  for (const [, name = '', list = ''] of text.matchAll(LOOP)) {
    const words = list
      .replace(/["']/g, '')
      .split(/\s+/)
      .filter(word => word !== '' && word !== 'do')
    if (!words.some(word => word.startsWith('$'))) found.set(name, words)
  }
  return found
}
