import type { Instruction } from '../dockerfile.js'
import { parseDuration } from '../units.js'

/** `switch`: takes no value, `true` or `false`. `many`: may be given more than once. */
type Kind = 'text' | 'switch' | 'many' | 'interval' | 'count'

/** The flags of BuildKit v0.34 (`frontend/dockerfile/instructions/parse.go`). */
const FLAGS: ReadonlyMap<string, ReadonlyMap<string, Kind>> = new Map<string, ReadonlyMap<string, Kind>>([
  ['FROM', new Map<string, Kind>([['platform', 'text']])],
  [
    'ADD',
    new Map<string, Kind>([
      ['chown', 'text'],
      ['chmod', 'text'],
      ['link', 'switch'],
      ['keep-git-dir', 'switch'],
      ['checksum', 'text'],
      ['unpack', 'switch'],
      ['exclude', 'many'],
    ]),
  ],
  [
    'COPY',
    new Map<string, Kind>([
      ['chown', 'text'],
      ['chmod', 'text'],
      ['from', 'text'],
      ['link', 'switch'],
      ['parents', 'switch'],
      ['exclude', 'many'],
    ]),
  ],
  [
    'RUN',
    new Map<string, Kind>([
      ['mount', 'many'],
      ['network', 'text'],
      ['security', 'text'],
    ]),
  ],
  [
    'HEALTHCHECK',
    new Map<string, Kind>([
      ['interval', 'interval'],
      ['timeout', 'interval'],
      ['start-period', 'interval'],
      ['start-interval', 'interval'],
      ['retries', 'count'],
    ]),
  ],
])
const RUN_VALUES: ReadonlyMap<string, readonly string[]> = new Map([
  ['network', ['default', 'none', 'host']],
  ['security', ['insecure', 'sandbox']],
])

/**
 * What BuildKit refuses in the flags of an instruction; undefined when they are in order. A flag that is not known here is
 * no fault: every version of the frontend knows some more.
 */
export function flagProblem({ keyword, flags, words }: Instruction): string | undefined {
  const kinds = FLAGS.get(keyword)
  // The builder does not look at the flags of a check that is switched off.
  if (kinds === undefined || (keyword === 'HEALTHCHECK' && words[0]?.text.toUpperCase() === 'NONE')) return undefined
  const seen = new Set<string>()
  for (const { name, value } of flags) {
    const kind = kinds.get(name)
    if (kind === undefined) continue
    if (seen.has(name) && kind !== 'many') return `the flag --${name} is given twice`
    seen.add(name)
    const problem = valueProblem(kind, name, value)
    if (problem !== undefined) return problem
    if (keyword === 'RUN' && RUN_VALUES.get(name)?.includes(value ?? '') === false)
      return `--${name} does not take this value`
  }
  return undefined
}

function valueProblem(kind: Kind, name: string, value: string | null): string | undefined {
  if (kind === 'switch') {
    return value === null || /^(?:true|false)$/i.test(value) ? undefined : `the flag --${name} takes true or false`
  }
  if (value === null) return `the flag --${name} needs a value`
  if (value === '') return undefined
  if (kind === 'count') return /^\+?\d{1,9}$|^-0+$/.test(value) ? undefined : `the flag --${name} takes a whole number`
  if (kind !== 'interval') return undefined
  const seconds = /[dw]/.test(value) ? undefined : parseDuration(value)
  if (seconds === undefined) return `the flag --${name} takes a duration such as 30s`
  return seconds === 0 || seconds >= 0.001 ? undefined : `the flag --${name} cannot be less than 1ms`
}
