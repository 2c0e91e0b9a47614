import { entropy } from '../../knowledge/secret-values.js'
import { credentialsIn, isPlaceholder, isSecretName, isSigningKeyName, secretValue } from '../../knowledge/secrets.js'
import type { VariableUse } from '../../parse/node.js'

/** A secret in the text that a variable, an option or a default gives. */
export interface SecretText {
  readonly kind: 'literal' | 'url' | 'default'
  readonly name: string
  readonly value: string
  readonly placeholder: boolean
  readonly signing: boolean
}

/** Credentials that somebody else issues: a placeholder in their place is nothing that could be misused. */
const ISSUED_ELSEWHERE =
  /API_?KEY|CLIENT_SECRET|WEBHOOK|ACCESS_KEY|ACCOUNT_KEY|LICENSE|SMTP|MAIL|TWILIO|STRIPE|OAUTH|(?:^|_)(?:AWS|S3|GITHUB|GITLAB|GOOGLE|AZURE|SLACK|OPENAI|SENTRY)_/i
/** Names of objects that hold secrets. */
const OBJECT_NAME = /(?:PULL|TLS|KUBERNETES|K8S)_SECRETS?$|HASH/i
/** Hashes of passwords, as `htpasswd` and `mkpasswd` make them. */
const HASH =
  /^(?:[^:\s]{1,64}:)?(?:\$(?:2[abxy]?|apr1|argon2\w{0,2}|scrypt|pbkdf2[\w-]*|5|6|y)\$|\{(?:S?SHA|SSHA512|CRYPT)\}|\$P\$)/
/** What emulators and local model servers take for a key, whatever it is. */
const UNUSED =
  /^(?:dummy|fake|not[-_ ]?(?:used|needed|required|set)|unused|ignored?|empty|local|localstack|test|ollama|sk-no-key-required)$/i

/** A number is a setting of most things that secrets are named after, but a password of a password. */
const NUMBER = /^\d{3,64}$/
const PASSWORD_NAME = /(?:^|[_-])(?:PASS(?:WORD|WD)?|PWD)$/i

/**
 * The secret in the text that `name` is set to: the password of a connection string whatever the name, else the text
 * itself when the name is that of a secret (`expected`: it is taken for one whatever its name).
 */
export function secretIn(name: string, text: string, expected = false): SecretText | undefined {
  const password = passwordInUrl(text)
  if (password !== undefined)
    return { kind: 'url', name, value: password, placeholder: isPlaceholder(password), signing: false }
  if (!expected && !isSecretName(name)) return undefined
  const value = text.trim()
  const state = NUMBER.test(value) && PASSWORD_NAME.test(name) ? 'literal' : secretValue(text)
  if ((state !== 'literal' && state !== 'placeholder') || OBJECT_NAME.test(name) || HASH.test(value)) return undefined
  const elsewhere = ISSUED_ELSEWHERE.test(name)
  if (elsewhere && (state === 'placeholder' || UNUSED.test(value))) return undefined
  return { kind: 'literal', name, value, placeholder: state === 'placeholder', signing: isSigningKeyName(name) }
}

/** The literal password of the first connection string in a text that has one; bounded to 20 of them. */
export function passwordInUrl(text: string): string | undefined {
  if (text.length > 8_192) return undefined
  const parts = text.includes('://') ? [text, ...addressesIn(text)] : [text]
  for (const part of parts) {
    const found = credentialsIn(part)
    if (found?.password !== 'literal' || !found.passwordRange || isBlank(found.host)) continue
    const value = part.slice(...found.passwordRange).replace(/^(['"])(.*)\1$/s, '$2')
    const state = secretValue(value)
    if (state !== 'reference' && state !== 'none') return value
  }
  return undefined
}

/** The addresses inside a longer text: `-Durl=postgres://…`. */
function addressesIn(text: string): readonly string[] {
  return (text.match(/(?:\bjdbc:)?\b[a-z][a-z0-9+.-]{0,30}:\/\/[^\s"'`|]+/gi) ?? []).slice(0, 20)
}

/** `postgres://USER:PASSWORD@HOST/DB`: a form to fill in, which connects to nothing. */
function isBlank(host: string): boolean {
  return /^(?:HOST|HOSTNAME|SERVER|DB_HOST|ADDRESS|ENDPOINT)$/.test(host) || /^(?:your[-_]|example\.)/i.test(host)
}

/** The literals behind `:-` and `-` that stand where a secret is expected. `raw` is the whole text before interpolation. */
export function defaultsIn(
  name: string,
  raw: string,
  uses: readonly VariableUse[],
  expected = false,
): readonly SecretText[] {
  return uses.flatMap(use => {
    if ((use.operator !== ':-' && use.operator !== '-') || !use.argument) return []
    const expression = `\${${use.name}${use.operator}${use.argument}}`
    const named = isSecretName(use.name)
    const whole = raw.trim() === expression && (expected || isSecretName(name))
    const password = whole || isPassword(raw, expression)
    const found = secretIn(named ? use.name : password ? name : use.name, use.argument, named || password)
    return found
      ? [{ ...found, kind: 'default' as const, signing: found.signing || (whole && isSigningKeyName(name)) }]
      : []
  })
}

/** Whether an expression is the password of the connection string that it stands in. */
function isPassword(raw: string, expression: string): boolean {
  const range = raw.includes(expression) ? credentialsIn(raw)?.passwordRange : undefined
  return range !== undefined && raw.slice(...range) === expression
}

/** Whether a value looks made by a generator rather than thought up: no words in it, and random enough. */
export function isGenerated(value: string): boolean {
  return (
    value.length >= 16 &&
    /^[\w+/=.~!@#%^&*-]+$/.test(value) &&
    /\d/.test(value) &&
    /[A-Za-z]/.test(value) &&
    !/[a-z]{7}|[A-Z]{7}/.test(value) &&
    !/dev|test|local|secret|pass|demo|example|change|admin/i.test(value) &&
    entropy(value) >= 3.3
  )
}
