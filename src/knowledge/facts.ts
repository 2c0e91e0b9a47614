import type { Distribution, Gone } from './software.js'

/** What the functions of a `Distribution` answer from: one container, in plain words. */
export interface ServiceFacts {
  /** The value of an environment variable: undefined when not set, null when set to something unknown. */
  readonly environment: (name: string) => string | undefined | null
  /** The words that are executed, with or without the image's entrypoint; null for a word that cannot be known; undefined: the image's own. */
  readonly argv: readonly (string | null)[] | undefined
  /** Most significant part first; absent when the tag does not tell. */
  readonly version?: readonly number[]
  readonly distribution: Distribution
  /** A file or directory that may hold its configuration is mounted or copied in. */
  readonly configMounted: boolean
  /** Initialisation scripts of its own are mounted or copied in (`/docker-entrypoint-initdb.d`): they may read any variable. */
  readonly scriptsMounted?: boolean
}

/** What decides a judgement, for the rule to point at. */
export interface SettingName {
  readonly kind: 'variable' | 'argument'
  /** The variable as in the environment, or the argument as typed: `--requirepass`. */
  readonly name: string
}

/** The variable as a `SettingName`. */
export function variable(name: string): SettingName {
  return { kind: 'variable', name }
}

/** The argument as a `SettingName`. */
export function argument(name: string): SettingName {
  return { kind: 'argument', name }
}

/** The value of a variable when it is set, known and not empty. */
export function text(facts: ServiceFacts, name: string): string | undefined {
  return facts.environment(name) || undefined
}

/** Set to anything but the empty text, known or not. Images treat an empty variable as one that is not set. */
export function isSet(facts: ServiceFacts, name: string): boolean {
  return facts.environment(name) !== undefined && facts.environment(name) !== ''
}

/** The first of the names that is set (see `isSet`). */
export function firstSet(facts: ServiceFacts, names: readonly string[]): string | undefined {
  return names.find(name => isSet(facts, name))
}

/** The directory that the first set variable names: null when it is not known, undefined when none is set. */
export function directoryIn(facts: ServiceFacts, names: readonly string[]): string | null | undefined {
  const name = firstSet(facts, names)
  return name === undefined ? undefined : facts.environment(name)
}

/** The first of the names that is set to a value that cannot be known. */
export function firstUnknown(facts: ServiceFacts, names: readonly string[]): string | undefined {
  return names.find(name => facts.environment(name) === null)
}

/** True for `true`, `yes`, `1` and `on` in any case: what the images themselves take for yes. */
export function isYes(value: string | undefined | null): boolean {
  return typeof value === 'string' && /^(?:true|yes|1|on)$/i.test(value.trim())
}

/** The version of an image whose tag follows the newest release (`latest`, `alpine`, none). */
export const NEWEST: readonly number[] = [Number.MAX_SAFE_INTEGER]

/**
 * Whether a version is below a bound, part by part. A tag that leaves parts out follows the newest release of its line,
 * so `7` is not below `7.11`. Undefined when there is no version.
 */
export function isBefore(version: readonly number[] | undefined, bound: readonly number[]): boolean | undefined {
  if (!version || version.length === 0) return undefined
  for (let at = 0; at < bound.length; at++) {
    const part = version[at]
    const limit = bound[at] ?? 0
    if (part === undefined) return false
    if (part !== limit) return part < limit
  }
  return false
}

/** What this version no longer has. Nothing when the version is not known. */
export function goneIn(distribution: Distribution, version: readonly number[] | undefined): readonly Gone[] {
  return (distribution.gone ?? []).filter(each => isBefore(version, each.from) === false)
}

/** A health command that works in the image as it is set up, as it stands in a compose file; undefined when none is known. */
export function healthCommandOf(
  distribution: Distribution | undefined,
  facts: ServiceFacts | undefined,
): string | undefined {
  if (!distribution || !facts) return undefined
  const older = distribution.olderHealthCommands?.find(one => isBefore(facts.version, one.before))
  if (older) return older.command
  const { openHealthCommand, healthCommand, authentication } = distribution
  return openHealthCommand !== undefined && authentication?.(facts).state === 'off' ? openHealthCommand : healthCommand
}
