import { firstSet, type ServiceFacts, variable } from './facts.js'
import type { Authentication, DefaultCredential } from './judgement.js'
import type { Distribution } from './software.js'
import type { Access } from './traits.js'
import { FILE_DECIDES, guarded, open, undecided } from './verdicts.js'

/** Passwords that anybody tries first, in lower case. */
export const WELL_KNOWN_PASSWORDS: readonly string[] = [
  'admin',
  'password',
  'pass',
  'passwd',
  'root',
  'secret',
  'test',
  'demo',
  'changeme',
  'change_me',
  'change-me',
  'default',
  'admin123',
  'password123',
  '123456',
  '12345678',
  'qwerty',
]

/** What an `Access` says, as the functions of a distribution: whether a login is asked for, and which default works. */
export function access(
  name: string,
  facts: Access,
): Required<Pick<Distribution, 'authentication'>> & Pick<Distribution, 'defaultCredentials'> {
  const credentials = credentialsOf(facts)
  return {
    authentication: service => authenticationOf(name, facts, service),
    ...(credentials ? { defaultCredentials: [credentials] } : {}),
  }
}

function authenticationOf(name: string, facts: Access, service: ServiceFacts): Authentication {
  if (facts.byDefault === 'login') return guarded(`${name} asks for a login`)
  if (facts.byDefault === 'target') return guarded(`${name} asks for the login of what it opens`)
  if (facts.byDefault === 'first-visitor')
    return guarded(`${name} lets its first visitor make the administrator account`)
  const by = firstSet(service, facts.variables)
  if (by !== undefined && !switchesOff(service.environment(by))) return guarded(`${by} is set`, variable(by))
  const first = facts.variables[0]
  const fix = first
    ? `Set ${first}, or bind its port to 127.0.0.1`
    : 'Bind its port to 127.0.0.1, or put a proxy that asks for a login before it'
  if (service.configMounted) return undecided(FILE_DECIDES, fix)
  if ((service.argv ?? []).some(mayGuard)) return undecided('its arguments may switch a login on', fix)
  return open(`${name} asks nobody for a login by default`, fix)
}

/** Whether it surely asks nobody: no variable, no argument and no file that is mounted can switch a login on. */
export function asksNobody({ byDefault, variables, byArgument }: Access, service: ServiceFacts): boolean {
  if (byDefault !== 'none' || (service.configMounted && !byArgument)) return false
  return firstSet(service, variables) === undefined && !(service.argv ?? []).some(mayGuard)
}

/** A word that is not known, or an option that speaks of a login: `--basic-auth`, `--web.config.file`. */
function mayGuard(word: string | null): boolean {
  if (word === null) return true
  return word.startsWith('-') && /auth|pass|login|token|secret|user|web[.-]config/i.test(word)
}

function switchesOff(value: string | undefined | null): boolean {
  return typeof value === 'string' && /^(?:disabled|none|false|off|no|0)$/i.test(value.trim())
}

function credentialsOf(facts: Access): DefaultCredential | undefined {
  const [first, ...others] = facts.variables
  if (facts.byDefault !== 'login' || first === undefined) return undefined
  const login = facts.defaultLogin
  const known = login ? [login.password.toLowerCase(), login.user.toLowerCase()] : []
  const password = {
    variable: first,
    wellKnown: [...new Set([...known, ...WELL_KNOWN_PASSWORDS])],
    alternatives: others,
    ...(login ? { default: login.password } : {}),
  }
  if (!login) return { password, source: facts.source }
  const user = { default: login.user, ...(login.userVariable ? { variable: login.userVariable } : {}) }
  return { user, password, source: facts.source }
}
