import { credentialsIn, isPlaceholder, isSecretName, isSigningKeyName } from '../../../knowledge/secrets.js'
import { PLAINLY_PRODUCTION, PREPRODUCTION } from '../../purpose.js'
import { isGenerated, passwordInUrl, secretIn } from '../judge.js'
import type { SettingsFile } from './kinds.js'
import type { Neighbours } from './neighbours.js'
import type { Setting } from './settings.js'

/** What a setting gives away. */
export interface JudgedSetting {
  /** The keys, joined: `spring.datasource.password`. */
  readonly name: string
  /** `default`: it holds where a variable is not set. */
  readonly kind: 'literal' | 'url' | 'default'
  /** The variable of a `default`. */
  readonly variable?: string
  /** Signs or encrypts: whoever knows it forges sessions or reads data. */
  readonly signing: boolean
}

/** A section of a file for the machines of developers and for tests: `development:` of Rails, `[testing]`. */
const FOR_DEVELOPERS = /^(?:dev|devel|development|test|tests|testing|local|debug|ci|example|sample|demo|docker-?dev)$/i
const IS_PASSWORD = /pass(?:word|wd|phrase|wort|e)?$|pwd$|(?:^|[_-])pw$|passwd$/i
/** What everybody tries first, and what people write to see something work. */
const GUESSED =
  /^(?:root|toor|postgres(?:ql)?|mysql|maria(?:db)?|mongo(?:db)?|redis|rabbit(?:mq)?|minio(?:admin)?|admin|administrator|system|manager|user|guest|test|testing|dev|ci|db|app|sa|api|pwd|pass(?:word|wd|wort)?|p[a@]ss?w[o0]rd|secret|example|foo|bar|foobar|abc|qwerty|dummy|none|vagrant|ansible|symfony|laravel|spring|odoo|erp|oracle|tiger|scott|nacos|ruoyi|kafka|elastic|grafana)[\d!@#]*$|admin$|passw[o0]rd|test|example|dummy|sample|demo|123|abc$|qwerty|your|my_?strong|strong!?passw|pass(?:wd|phrase)?\d*$/i
const FOR_SHOW =
  /change|example|sample|demo|test|local|default|\bdev\b|[-_]dev|dev[-_]|dummy|insecure|replace|placeholder|(?:your|tu|votre|ihr|seu)[-_]|xxx|todo|fake|mock/i
/** Marks in place of a value, which nobody would run anything with. */
const STANDS_FOR_NOTHING = /^(?:x+|[*.?_-]+)$/i
/** Bytes in hexadecimal digits: so many that letters come in runs, as in words. */
const RANDOM_BYTES = /^(?=.*\d)(?=.*[a-f])[\da-f]{32,2048}$/i
/** A word, and perhaps a number behind it: a text for people as well as a password. */
const WORD_ALONE = /^\p{L}+[-_@!]?\d{0,4}[!@#]?$/u
/** Keys that name something else than a secret: another file, another key, a column, a parameter of a request. */
const NAMES_ANOTHER =
  /(?:name|ref|file|path|id|param(?:eter)?|field|column|header|cookie|prefix|suffix|label|title|hint|message|error|placeholder|property|attribute|pattern|regex(?:p)?|encoder|strategy|provider|resolver|store|class|type|format|expir\w*|ttl|lifetime|length)$/i
/** `${X:text}` of Spring, Quarkus and Micronaut, `${X:-text}` of many others, alone. */
const WITH_FALLBACK = /^\$\{\s{0,4}(?:env[:.])?([A-Za-z_][\w.-]{0,100})\s{0,4}:-?([^{}$]{1,500})\}$/
/** `postgres://u:${X:text}@host`. */
const INNER_FALLBACK = /\$\{([A-Za-z_][\w.-]{0,100}):-?([^{}$]{1,200})\}/g

/** What a setting gives away, or nothing. Errs on the side of silence: a word may be a label, a weak password a developer's own. */
export function judgeSetting(setting: Setting, file: SettingsFile, neighbours: Neighbours): JudgedSetting | undefined {
  const { keys, text } = setting
  if (text.length > 4_096 || keys.some(key => FOR_DEVELOPERS.test(key))) return undefined
  const [, variable, fallback] = WITH_FALLBACK.exec(text) ?? []
  if (fallback !== undefined && /^(?:[?+]|\/\/)/.test(fallback)) return undefined
  if (variable !== undefined && fallback !== undefined)
    return judgeFallback({ ...setting, text: fallback, fallbackOf: variable }, neighbours, file)
  if (setting.fallbackOf !== undefined) return judgeFallback(setting, neighbours, file)
  const inner = innerFallback(setting)
  if (inner) return judgeFallback(inner, neighbours, file)
  const name = nameOf(keys)
  const isLocal = neighbours.whereabouts(setting) === 'local'
  const password = passwordInUrl(text)
  if (password !== undefined) {
    if (!isRealInUrl(password, setting, file, isLocal)) return undefined
    return { name, kind: 'url', signing: false }
  }
  const secret = secretOf(setting)
  if (!secret || !isReal(secret, setting, file, neighbours)) return undefined
  return { name, kind: 'literal', signing: secret.signing }
}

function nameOf(keys: readonly string[]): string {
  return keys
    .filter(key => key !== '-')
    .join('.')
    .replace(/^resource\./, '')
}

interface Secret {
  readonly value: string
  readonly signing: boolean
  readonly placeholder: boolean
  readonly isPassword: boolean
  /** A key, which may as well be the name of something: `app.key`. */
  readonly isKey: boolean
}

/** The secret by the last key, with those before it where it alone says too little: `key` of `jwt`. */
function secretOf({ keys, text }: Setting): Secret | undefined {
  const named = keys.filter(key => key !== '-')
  const last = named.at(-1) ?? ''
  const two = named.slice(-2).join('.')
  if (NAMES_ANOTHER.test(last)) return undefined
  const name = isSecretName(last) ? last : isSecretName(two) ? two : undefined
  const found = name === undefined ? undefined : secretIn(name, text)
  if (!found || name === undefined || found.kind !== 'literal') return undefined
  return {
    value: found.value,
    placeholder: found.placeholder,
    signing: isSigningKeyName(last) || isSigningKeyName(two),
    isPassword: IS_PASSWORD.test(last),
    isKey: /key|cookie|token/i.test(last) && !/secret/i.test(last),
  }
}

/** Whether a literal is a secret of something that runs. */
function isReal(secret: Secret, setting: Setting, file: SettingsFile, neighbours: Neighbours): boolean {
  const { value, signing, placeholder, isPassword, isKey } = secret
  if (placeholder || isEncrypted(value)) return false
  if (isGenerated(value) || RANDOM_BYTES.test(value)) return !(value.startsWith('AIza') || isBrowserKey(setting.keys))
  const isOfProduction = file.role === 'production' || setting.keys.some(isProductionWord)
  if (FOR_SHOW.test(value) || /\s/.test(value) || repeatsName(value, setting.keys)) return false
  if (signing) return isKey ? value.length >= 24 || (value.length >= 12 && /\d/.test(value)) : value.length >= 8
  if (!isPassword) return false
  const where = neighbours.whereabouts(setting)
  if (file.tool === 'terraform') return where !== 'local' && (file.role !== 'base' || setting.keys.length > 1)
  if (where === 'local' && GUESSED.test(value)) return false
  if (isOfProduction) return true
  if (where === 'local' || GUESSED.test(value) || neighbours.isNamed(setting, value)) return false
  return file.role === 'given' || where === 'elsewhere' || !(value.length < 8 || WORD_ALONE.test(value))
}

/** Whether the password of a connection string is one of something that runs. */
function isRealInUrl(password: string, setting: Setting, file: SettingsFile, isLocal: boolean): boolean {
  if (password.length < 3 || isPlaceholder(password) || isEncrypted(password)) return false
  if (isGenerated(password)) return true
  if (isLocal || FOR_SHOW.test(password)) return false
  if (file.role === 'production' || setting.keys.some(isProductionWord)) return true
  const { user, host = '' } = credentialsIn(setting.text) ?? {}
  return host.includes('.') || !(GUESSED.test(password) || password === user)
}

/** Whether what holds without a variable is a secret: also what stands for one, for it works as one. */
function judgeFallback(setting: Setting, neighbours: Neighbours, { tool }: SettingsFile): JudgedSetting | undefined {
  const variable = setting.fallbackOf ?? ''
  const asVariable: Setting = { ...setting, keys: [variable] }
  const found = secretOf(setting) ?? secretOf(asVariable)
  const isLocal = neighbours.whereabouts(setting) === 'local'
  const shared = { name: nameOf(setting.keys), kind: 'default', variable } as const
  if (passwordInUrl(setting.text) !== undefined) return isLocal ? undefined : { ...shared, signing: false }
  if (!found || isEncrypted(found.value) || isBrowserKey(setting.keys) || STANDS_FOR_NOTHING.test(found.value))
    return undefined
  const { isPassword, isKey, value } = found
  const signing = found.signing || isSigningKeyName(variable)
  if (isKey && !isGenerated(value) && (!signing || value.length < 8)) return undefined
  if (!signing && !isPassword && !isGenerated(value)) return undefined
  // A database of the developer's own machine, whose password everybody may know.
  if (isLocal && !signing && tool !== 'terraform') return undefined
  return { ...shared, signing }
}

/** `amqp://erp:${X:text}@queue`: the text that stands for the password. */
function innerFallback(setting: Setting): Setting | undefined {
  const range = setting.text.includes('${') ? credentialsIn(setting.text)?.passwordRange : undefined
  if (!range) return undefined
  for (const match of setting.text.matchAll(INNER_FALLBACK)) {
    const [all, variable = '', text = ''] = match
    if (match.index !== range[0] || match.index + all.length !== range[1]) continue
    return { ...setting, keys: [...setting.keys.slice(0, -1), 'password'], text, fallbackOf: variable }
  }
  return undefined
}

/** What Jasypt, Spring Cloud Config and eyaml encrypt, ciphers of GCP and AWS, and hashes of passwords. */
function isEncrypted(value: string): boolean {
  return /^(?:ENC\(|\{cipher\}|\{(?:bcrypt|noop|scrypt|argon2|pbkdf2)\}|ENC\[|DEC::|CiQA|\$[\w.-]{1,12}\$|!vault|%env\(|%%|\{aes\}|\{SSHA|dpapi:|@Microsoft)/i.test(
    value,
  )
}

/** `firebase.apiKey`, `google.maps.key`: sent to every browser. */
function isBrowserKey(keys: readonly string[]): boolean {
  return keys.some(key =>
    /firebase|maps?$|recaptcha|captcha|analytics|algolia|public|client_?side|browser|instrumentation|frontend/i.test(
      key,
    ),
  )
}

/** `password: Password`, `tokenKey: token-key`: the text is the name of the setting, or a part of it. */
function repeatsName(value: string, keys: readonly string[]): boolean {
  const bare = (text: string) => text.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
  const text = bare(value)
  return text.length >= 3 && (bare(keys.at(-1) ?? '').includes(text) || bare(keys.join('')).endsWith(text))
}

/** Whether a key is the name of the section of a file that holds in production, or where it is tried out last. */
export function isProductionWord(key: string): boolean {
  const word = key.toLowerCase()
  return PLAINLY_PRODUCTION.includes(word) || PREPRODUCTION.has(word)
}
