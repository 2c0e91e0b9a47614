import type { Arguments } from '../cli/arguments.js'
import { parseArguments } from '../cli/arguments.js'
import type { Environment } from '../cli/color.js'
import { UsageError } from '../usage.js'

/** What the workflow asks for: see `action.yml`. */
export interface Inputs {
  /** What concerns the audit itself, as the command line has it. */
  readonly given: Arguments
  readonly changedOnly: boolean
  readonly annotations: boolean
  readonly summary: boolean
  readonly comment: boolean
  /** From the workspace; empty: none is written. */
  readonly sarifFile: string
  /** Empty where the workflow gives none. */
  readonly token: string
}

/** Inputs that are options of the command line of the same name. */
const VALUES = ['config', 'fail-on', 'min-score', 'baseline'] as const

/**
 * Reads the inputs, which the runner puts into the environment as `INPUT_<NAME>` in upper case with the dashes kept. Empty
 * ones count as not given. Throws a UsageError with one clear sentence.
 */
export function inputsOf(env: Environment): Inputs {
  const text = (name: string) => (env[`INPUT_${name.toUpperCase()}`] ?? '').trim()
  const flags = VALUES.flatMap(name => (text(name) === '' ? [] : [`--${name}=${text(name)}`]))
  const advice = flag('advice', text('advice'), false) ? ['--advice'] : []
  return {
    given: parseArguments([...flags, ...advice, '--', text('path') || '.'], {}),
    changedOnly: flag('changed-only', text('changed-only'), false),
    annotations: flag('annotations', text('annotations'), true),
    summary: flag('summary', text('summary'), true),
    comment: flag('comment', text('comment'), false),
    sarifFile: text('sarif-file'),
    token: text('token'),
  }
}

/** As the YAML 1.2 core schema writes booleans, which is what the runner's own library takes. */
function flag(name: string, text: string, fallback: boolean): boolean {
  if (text === '') return fallback
  if (/^(?:true|True|TRUE)$/.test(text)) return true
  if (/^(?:false|False|FALSE)$/.test(text)) return false
  throw new UsageError(`the input ${name} is true or false, not "${text}"`)
}
