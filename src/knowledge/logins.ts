import { isBefore, isSet, type ServiceFacts } from './facts.js'
import type { DefaultCredential } from './judgement.js'

/** A well-known login that is in force. */
export interface DefaultLogin {
  /** The account, for messages; undefined when there is only a password, or when it is set to something unknown. */
  readonly user?: string
  /** A clause without capital and full stop. Never holds a password that was typed in. */
  readonly because: string
  /** The variable that sets the password. */
  readonly variable: string
  /** Whether the variable is set (to a well-known value); else the image's default is in force. */
  readonly written: boolean
  readonly source: string
}

/** The default logins that are in force. Values that cannot be known are taken for good ones. */
export function defaultLogins(facts: ServiceFacts): readonly DefaultLogin[] {
  return (facts.distribution.defaultCredentials ?? []).flatMap(each => judge(facts, each) ?? [])
}

/** The most used of all, for whatever account: https://en.wikipedia.org/wiki/List_of_the_most_common_passwords (NordPass, 2025). */
const MOST_USED = new Set(
  '1234 12345 123456 1234567 12345678 123456789 1234567890 111111 123123 qwerty qwerty123 admin123 root123 password1 password123'.split(
    ' ',
  ),
)

function judge(facts: ServiceFacts, credential: DefaultCredential): DefaultLogin | undefined {
  const { password, user, source } = credential
  if (!exists(facts, credential)) return undefined
  const account = user?.variable ? nameOf(facts.environment(user.variable), user.default) : user?.default
  const named = account === undefined ? {} : { user: account }
  const value = facts.environment(password.variable)
  if (typeof value === 'string' && value !== '') {
    const typed = value.toLowerCase()
    if (!password.wellKnown.includes(typed) && !MOST_USED.has(typed)) return undefined
    const because = `${password.variable} is a password that everybody tries first`
    return { ...named, because, variable: password.variable, written: true, source }
  }
  if (value === null || password.default === undefined) return undefined
  if ((password.alternatives ?? []).some(name => isSet(facts, name))) return undefined
  if (facts.configMounted) return undefined
  const because = `${password.variable} is not set, so the image's own default password works`
  return { ...named, because, variable: password.variable, written: false, source }
}

function exists(facts: ServiceFacts, { before, unless }: DefaultCredential): boolean {
  if (before && isBefore(facts.version, before) !== true) return false
  const mode = unless ? facts.environment(unless.variable) : undefined
  return mode !== null && !(mode && unless?.values.includes(mode.toLowerCase()))
}

function nameOf(value: string | undefined | null, otherwise: string): string | undefined {
  if (value === null) return undefined
  return value || otherwise
}
