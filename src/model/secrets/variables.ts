import { WELL_KNOWN_PASSWORDS } from '../../knowledge/access.js'
import { secretsInWords } from '../../knowledge/command-secrets.js'
import { defaultLogins } from '../../knowledge/logins.js'
import { splitWords } from '../../parse/shell/split.js'
import { serviceFactsOf } from '../service-facts.js'
import type { EnvironmentVariable, Workload } from '../system.js'
import { defaultsIn, type SecretText, secretIn } from './judge.js'
import type { WrittenSecret } from './written-secrets.js'

/** The account that an application makes for its administrator when it first starts. */
const SEEDED_ADMINISTRATOR =
  /(?:^|_)(?:ADMIN|ADMINISTRATOR|SUPERUSER|SUPERADMIN)_(?:USER_|INITIAL_|DEFAULT_)?PASS(?:WORD|WD)?$/
const OPTIONS = /(?:^|_)(?:ARGS|OPTS|OPTIONS|FLAGS)$/

/** What is written in the environment of a workload in its deployment files; the image's own is `dockerfileSecrets`. */
export function variableSecrets(workload: Workload): readonly WrittenSecret[] {
  const logins = writtenLogins(workload)
  const credentials = credentialVariables(workload)
  const written = [...workload.environment.values(), ...(workload.buildArguments ?? [])]
  return written.flatMap(variable => {
    if (variable.source !== 'inline' && variable.source !== 'config-map') return []
    const found = secretsOf(variable, credentials.has(variable.name))
    return found.map(secret => ({
      ...secret,
      kind: secret.kind === 'literal' && isLogin(secret, logins) ? ('login' as const) : secret.kind,
      subject: workload,
      at: variable.at,
    }))
  })
}

function isLogin(secret: SecretText, logins: ReadonlySet<string>): boolean {
  return logins.has(secret.name) || isSeededLogin(secret.name, secret.value)
}

/** `ADMIN_PASSWORD: admin` in an application. */
function isSeededLogin(name: string, value: string): boolean {
  return isSeededAdministrator(name) && WELL_KNOWN_PASSWORDS.includes(value.toLowerCase())
}

/** Whether a variable sets the password of an application's first administrator. */
export function isSeededAdministrator(name: string): boolean {
  return name.includes('PASS') && SEEDED_ADMINISTRATOR.test(name)
}

/** Variables that are set to a password that everybody tries first. */
function writtenLogins(workload: Workload): ReadonlySet<string> {
  const facts = serviceFactsOf(workload)
  return new Set(facts ? defaultLogins(facts).flatMap(login => (login.written ? [login.variable] : [])) : [])
}

/** Variables that hold the password of the software, whatever they are called: `NEO4J_AUTH`. */
function credentialVariables(workload: Workload): ReadonlySet<string> {
  return new Set((workload.distribution?.defaultCredentials ?? []).map(each => each.password.variable))
}

function secretsOf(variable: EnvironmentVariable, expected: boolean): readonly SecretText[] {
  const { name, uses } = variable
  // What `$(NAME)` of Kubernetes puts in is written where that variable is set.
  const filled = uses.length > 0 || variable.raw?.includes('$(')
  const text = filled ? variable.raw : variable.value.known ? variable.value.value : undefined
  if (text === undefined) return []
  const found = [...defaultsIn(name, text, uses, expected)]
  const direct = secretIn(name, text, expected) ?? optionsIn(name, text) ?? jaasIn(name, text)
  return direct ? [...found, direct] : found
}

/** `REDIS_ARGS: --requirepass x`. */
function optionsIn(name: string, text: string): SecretText | undefined {
  if (!OPTIONS.test(name) || text.length > 4_096) return undefined
  for (const one of secretsInWords(splitWords(text) ?? [])) {
    const found = secretIn(one.name, one.value, true)
    if (found) return { ...found, name: `${one.name} in ${name}` }
  }
  return undefined
}

/** https://kafka.apache.org/documentation/#security_sasl_jaasconfig */
function jaasIn(name: string, text: string): SecretText | undefined {
  const password = /JAAS/i.test(name) ? /\bpassword\s{0,4}=\s{0,4}["']([^"']{1,200})["']/.exec(text)?.[1] : undefined
  return password === undefined ? undefined : secretIn(name, password, true)
}
