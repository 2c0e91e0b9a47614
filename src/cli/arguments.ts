import { parseArgs } from 'node:util'
import { didYouMean } from '../suggest.js'
import { UsageError } from '../usage.js'
import type { Environment } from './color.js'
import { COMMAND_SWITCHES, COMMANDS, environmentName, OPTIONS, type Option } from './options.js'

/** What somebody asked for. */
export interface Arguments {
  readonly command: 'audit' | (typeof COMMANDS)[number]['name']
  /** The path or rule behind the command. */
  readonly operand?: string
  /** Switches of one command that are on: `--json` of `rules`, `--prune` of `baseline`. */
  readonly own: ReadonlySet<string>
  /** Switches that are on, by option name. */
  readonly on: ReadonlySet<string>
  /** Values, by option name; only of options that were given, on the command line or in the environment. */
  readonly values: ReadonlyMap<string, readonly string[]>
}

/** Reads the command line, and the environment for what it leaves open. Throws a UsageError with one clear sentence. */
export function parseArguments(argv: readonly string[], env: Environment): Arguments {
  const { tokens } = parseArgs({ args: [...argv], options: NODE_OPTIONS, strict: false, tokens: true })
  const given = new Map<string, string[]>()
  const words: string[] = []
  const unknown: string[] = []
  const own = new Set<string>()
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value)
    if (token.kind !== 'option') continue
    const option = OPTIONS.find(({ name }) => name === token.name)
    const isOwn = COMMAND_SWITCHES.some(({ name }) => name === token.name)
    if (isOwn && token.value !== undefined) throw new UsageError(`--${token.name} takes no value`)
    if (isOwn) own.add(token.name)
    else if (option === undefined) unknown.push(token.rawName)
    else take(option, token, given)
  }
  const command = COMMANDS.find(({ name }) => name === words[0])?.name ?? 'audit'
  const [operand, ...more] = command === 'audit' ? words : words.slice(1)
  if (unknown[0] !== undefined) throw new UsageError(unknownOption(unknown[0]))
  const foreign = COMMAND_SWITCHES.find(({ name, command: owner }) => own.has(name) && owner !== command)
  if (foreign) throw new UsageError(foreign.otherwise)
  if (more.length > 0 || (command === 'rules' && operand !== undefined)) throw new UsageError(TOO_MANY[command])
  return { command, own, ...(operand === undefined ? {} : { operand }), ...merge(given, env) }
}

type NodeOption = { type: 'string' | 'boolean'; short?: string }

const NODE_OPTIONS: Readonly<Record<string, NodeOption>> = Object.fromEntries([
  ...COMMAND_SWITCHES.map(({ name }): [string, NodeOption] => [name, { type: 'boolean' }]),
  ...OPTIONS.map(({ name, short, value }): [string, NodeOption] => {
    return [name, { type: value === undefined ? 'boolean' : 'string', ...(short === undefined ? {} : { short }) }]
  }),
])

const TOO_MANY: Readonly<Record<Arguments['command'], string>> = {
  audit: 'too many arguments; erp-audit audits one path at a time',
  rules: 'rules takes no argument; "erp-audit explain <rule>" shows one',
  explain: 'explain takes one rule at a time',
  baseline: 'too many arguments; a baseline is of one path',
  init: 'too many arguments; init is for one path',
  completion: 'completion takes one shell at a time',
}

/** Adds one option to what was given: the last one counts, also of `--config` and `--no-config`. */
function take(option: Option, token: { readonly value?: string | undefined }, given: Map<string, string[]>): void {
  const flag = `--${option.name}`
  if (option.value === undefined && token.value !== undefined) throw new UsageError(`${flag} takes no value`)
  if (option.value !== undefined && token.value === undefined) throw new UsageError(`${flag} needs a value`)
  given.delete(option.name.startsWith('no-') ? option.name.slice('no-'.length) : `no-${option.name}`)
  const before = option.repeat ? (given.get(option.name) ?? []) : []
  given.set(option.name, [...before, ...(token.value === undefined ? [] : [token.value])])
}

function unknownOption(flag: string): string {
  const flags = [...OPTIONS, ...COMMAND_SWITCHES].map(({ name }) => `--${name}`)
  return `unknown option "${flag}"${didYouMean(flag, flags)}`
}

function merge(given: ReadonlyMap<string, readonly string[]>, env: Environment): Pick<Arguments, 'on' | 'values'> {
  const on = new Set<string>()
  const values = new Map<string, readonly string[]>()
  for (const option of OPTIONS) {
    const flag = given.get(option.name)
    const value = flag === undefined ? valueIn(env, option) : option.value === undefined || flag
    if (value === undefined || value === false) continue
    if (value === true) on.add(option.name)
    else
      values.set(option.name, listOf(option, value, flag === undefined ? environmentName(option) : `--${option.name}`))
  }
  for (const name of ['config', 'baseline']) {
    if (given.has(name)) on.delete(`no-${name}`)
    if (given.has(`no-${name}`)) values.delete(name)
  }
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
