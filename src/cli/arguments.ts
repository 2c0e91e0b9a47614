import { Command, CommanderError } from 'commander'
import { didYouMean } from '../suggest.js'
import type { Environment } from './color.js'
import { type COMMANDS, environmentName, OPTIONS, type Option } from './options.js'
import { UsageError } from './usage.js'

/** What somebody asked for. */
export interface Arguments {
  readonly command: 'audit' | (typeof COMMANDS)[number]['name']
  /** The path or rule behind the command. */
  readonly operand?: string
  /** `--json` of `rules`. */
  readonly json: boolean
  /** Switches that are on, by option name. */
  readonly on: ReadonlySet<string>
  /** Values, by option name; only of options that were given, on the command line or in the environment. */
  readonly values: ReadonlyMap<string, readonly string[]>
}

/** Reads the command line, and the environment for what it leaves open. Throws a UsageError with one clear sentence. */
export function parseArguments(argv: readonly string[], env: Environment): Arguments {
  const seen: { command: Arguments['command']; operand?: string; json: boolean } = { command: 'audit', json: false }
  const program = quiet(new Command('erp-audit')).argument('[path]').allowExcessArguments(false)
  for (const option of OPTIONS) program.addOption(commanderOption(program, option))
  program.action((path: string | undefined) => {
    if (path !== undefined) seen.operand = path
  })
  const rules = quiet(program.command('rules')).option('--json').option('-h, --help').allowExcessArguments(false)
  rules.action((options: { json?: true }) => {
    seen.command = 'rules'
    seen.json = options.json === true
  })
  const explain = quiet(program.command('explain')).argument('[rule]').option('-h, --help').allowExcessArguments(false)
  explain.action((rule: string | undefined) => {
    seen.command = 'explain'
    if (rule !== undefined) seen.operand = rule
  })
  try {
    program.parse([...argv], { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError) throw new UsageError(sentenceOf(error))
    throw error
  }
  const help = [rules, explain].some(command => command.opts().help === true)
  return { ...seen, ...merge(program.opts(), env, help) }
}

function quiet(command: Command): Command {
  return command
    .exitOverride()
    .helpOption(false)
    .helpCommand(false)
    .showSuggestionAfterError(false)
    .configureOutput({ writeOut: () => {}, writeErr: () => {} })
}

function commanderOption(program: Command, option: Option) {
  const flags = `${option.short ? `-${option.short}, ` : ''}--${option.name}${option.value ? ` <${option.value}>` : ''}`
  const made = program.createOption(flags)
  if (option.repeat)
    made.argParser((value: string, before: readonly string[] | undefined) => [...(before ?? []), value])
  return made
}

function merge(given: Record<string, unknown>, env: Environment, help: boolean): Pick<Arguments, 'on' | 'values'> {
  const on = new Set<string>(help ? ['help'] : [])
  const values = new Map<string, readonly string[]>()
  for (const option of OPTIONS) {
    const flag = valueOn(given, option)
    const value = flag ?? valueIn(env, option)
    if (value === undefined || value === false) continue
    if (value === true) on.add(option.name)
    else
      values.set(option.name, listOf(option, value, flag === undefined ? environmentName(option) : `--${option.name}`))
  }
  if (typeof given.config === 'string') on.delete('no-config')
  if (given.config === false) values.delete('config')
  return { on, values }
}

/** The values of an option, checked. `name` is what the user wrote: the flag, or the environment variable. */
function listOf(option: Option, given: readonly string[], name: string): readonly string[] {
  const values = option.repeat ? given.flatMap(splitList) : given
  const [first = ''] = values
  if (option.choices && !option.choices.includes(first)) {
    const meant = didYouMean(first, option.choices)
    throw new UsageError(`${name} is one of ${option.choices.join(', ')}, not "${first}"${meant}`)
  }
  if (first === '') throw new UsageError(`${name} needs a value`)
  return values
}

/** Commander stores `--no-x` as `x: false`, and `x` may itself have a value (`--config`). */
function valueOn(given: Record<string, unknown>, option: Option): boolean | readonly string[] | undefined {
  const key = option.name.replace(/^no-/, '').replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
  const value = given[key]
  if (option.name.startsWith('no-')) return value === false ? true : undefined
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.map(String)
  return value === true ? true : undefined
}

function valueIn(env: Environment, option: Option): boolean | readonly string[] | undefined {
  const text = option.flagOnly ? undefined : env[environmentName(option)]
  if (text === undefined || text === '') return undefined
  if (option.value) return [text]
  if (['1', 'true', 'yes'].includes(text.toLowerCase())) return true
  if (['0', 'false', 'no'].includes(text.toLowerCase())) return false
  throw new UsageError(`${environmentName(option)} is "${text}"; it may be 1 or 0`)
}

function splitList(value: string): readonly string[] {
  return value
    .split(',')
    .map(part => part.trim())
    .filter(part => part !== '')
}

function sentenceOf(error: CommanderError): string {
  const named = /'([^']*)'/.exec(error.message)?.[1] ?? ''
  const flag = /--[a-z-]+/.exec(named)?.[0] ?? named
  if (error.code === 'commander.unknownOption') {
    const flags = [...OPTIONS.map(option => `--${option.name}`), '--json']
    const typed = named.replace(/=.*$/s, '')
    if (flags.includes(typed) && typed !== named) return `${typed} takes no value`
    return `unknown option "${typed}"${didYouMean(typed, flags)}`
  }
  if (error.code === 'commander.optionMissingArgument') return `${flag} needs a value`
  if (error.code === 'commander.excessArguments') {
    if (named === 'rules') return 'rules takes no argument; "erp-audit explain <rule>" shows one'
    if (named === 'explain') return 'explain takes one rule at a time'
    return 'too many arguments; erp-audit audits one path at a time'
  }
  return error.message.replace(/^error: /, '')
}
