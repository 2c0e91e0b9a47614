import { CATEGORIES } from '../../finding.js'
import { FORMATS } from '../../report/formats.js'
import type { Rule } from '../../rule.js'
import { COMMAND_SWITCHES, COMMANDS, OPTIONS, SHELLS } from '../options.js'

/** What can stand behind an option or a command: words of a list, or what the shell finds itself. */
export type Expected =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  /** Rule ids, areas and categories, several with commas between them. */
  | { readonly kind: 'rules' }
  /** One rule id. */
  | { readonly kind: 'rule' }
  | { readonly kind: 'files' | 'directories' | 'revisions' | 'anything' | 'nothing' }

/** A flag of the command line, as a shell completes it. */
export interface Flag {
  /** `--fail-on`. */
  readonly long: string
  /** `-f`. */
  readonly short?: string
  readonly text: string
  /** What its value may be; absent for switches. */
  readonly value?: Expected
  readonly repeat: boolean
  /** The command that it belongs to; absent where it is for all. */
  readonly command?: string
}

/** Everything that a shell can complete. */
export interface Vocabulary {
  readonly flags: readonly Flag[]
  readonly commands: readonly { readonly name: string; readonly text: string; readonly operand: Expected }[]
  readonly ruleIds: readonly string[]
  /** `area/*` and categories: what `--only` and `--skip` take beside ids. */
  readonly groups: readonly string[]
}

/** Reads the vocabulary off the tables that drive the command line itself. */
export function vocabularyOf(rules: readonly Pick<Rule, 'id'>[]): Vocabulary {
  const ruleIds = rules.map(({ id }) => id)
  const areas = new Set(ruleIds.map(id => `${id.slice(0, id.indexOf('/'))}/*`))
  return {
    flags: [...OPTIONS.map(flagOf), ...COMMAND_SWITCHES.map(({ name, command, text }) => ownFlag(name, command, text))],
    commands: COMMANDS.map(({ name, text }) => ({ name, text, operand: OPERANDS[name] })),
    ruleIds,
    groups: [...areas, ...CATEGORIES],
  }
}

const OPERANDS: Readonly<Record<(typeof COMMANDS)[number]['name'], Expected>> = {
  rules: { kind: 'nothing' },
  explain: { kind: 'rule' },
  baseline: { kind: 'directories' },
  init: { kind: 'directories' },
  completion: { kind: 'words', words: SHELLS },
}

function flagOf(option: (typeof OPTIONS)[number]): Flag {
  return {
    long: `--${option.name}`,
    ...(option.short !== undefined && { short: `-${option.short}` }),
    text: option.text,
    ...(option.value !== undefined && { value: expectedBy(option) }),
    repeat: option.repeat ?? false,
  }
}

function ownFlag(name: string, command: string, text: string): Flag {
  return { long: `--${name}`, text, repeat: false, command }
}

function expectedBy({ choices, names }: (typeof OPTIONS)[number]): Expected {
  if (choices) return { kind: 'words', words: choices }
  if (names === 'formats') return { kind: 'words', words: FORMATS }
  return { kind: names ?? 'anything' }
}

/** The command that lists branches and tags, for shells to run where a revision is expected. */
export const LIST_REVISIONS = "git for-each-ref --format='%(refname:short)'"
