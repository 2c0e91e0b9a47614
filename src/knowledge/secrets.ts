import { remembering } from '../remember.js'
import { credentialsIn } from './connection-strings.js'
import { endsInWords, hasWordOf, lastWordOf, wordSet } from './name-words.js'
import { hasSequence, isRepetition } from './secret-values.js'

export { credentialsIn } from './connection-strings.js'
export { mask } from './secret-values.js'

/** `jwtSecret`, `spring.datasource.password` and `DB__PASSWORD` in one form: `JWT_SECRET`, `SPRING_DATASOURCE_PASSWORD`. */
function normalise(name: string): string {
  return name
    .slice(0, 200)
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^_|_$/g, '')
    .toUpperCase()
}

/** Where it is used, not what it is: `JWT_SECRET_PROD`, `DB_PASSWORD_2`. */
const USE_SUFFIX =
  /(?:_(?:\d{1,3}|V\d{1,2}|DEV|DEVELOPMENT|PROD|PRODUCTION|STAGING|STAGE|TEST|LOCAL|OLD|NEW|CURRENT|PREVIOUS|PRIMARY|SECONDARY|VALUE))+$/

const SECRET_END = wordSet(
  'PASS PW PASSWD PASSWORD PASSWORDS PASSPHRASE PWD SECRET SECRETS TOKEN APIKEY API_KEY SECRETKEY PRIVATE_KEY PRIVATEKEY SECRET_KEY SECRET_ACCESS_KEY ACCOUNT_KEY STORAGE_KEY SERVICE_ROLE_KEY SERVICE_KEY MASTER_KEY ADMIN_KEY AUTH_KEY DEPLOY_KEY SSH_KEY LICENSE_KEY CREDENTIAL CREDENTIALS ERLANG_COOKIE REQUIREPASS MASTERAUTH',
)
/** Words that are written together with what they belong to: `DBPASSWORD`, `PGPASSWORD`, `ADMINPASS`. */
const JOINED_END =
  /(?:PASSWORD|PASSWD|APIKEY|(?:^|_)(?:DB|DBA|PG|USER|ADMIN|ROOT|REDIS|MYSQL|MONGO|SMTP|MAIL|FTP|LDAP)(?:PASS|PWD))$/

const KEY_USE =
  'JWT|JWE|JWS|PASETO|FERNET|SESSION|SESS|COOKIE|COOKIES|ENCRYPTION|ENCRYPT|ENC|CIPHER|CRYPTO|AES|SIGNING|SIGN|SIGNATURE|HMAC|CSRF|XSRF|NEXTAUTH|BETTER_AUTH|AUTH|AUTH_JS|DJANGO|FLASK|RAILS|LARAVEL|APP|APPLICATION|ACCESS_TOKEN|REFRESH_TOKEN|ID_TOKEN|TOKEN|TOKENS|TWO_FACTOR|OTP|TOTP|MASTER|DATA|FIELD|ACCESS|REFRESH'
const SIGNING = new RegExp(
  `(?:^|_)(?:(?:${KEY_USE})_(?:ACCESS_|REFRESH_|TOKEN_|AUTH_|SIGNING_|ENCRYPTION_|HASH_)*(?:SECRETS?|SECRET_KEY|KEYS?|PRIVATE_KEY|PASSPHRASE)|(?:COOKIE|SESSION)_PASSWORD|SECRET_KEY_BASE|JWTSECRET|JWTKEY|SESSIONSECRET|SECRET_KEY|SECRETKEY)$`,
)
/** What every name that it matches ends with. */
const SIGNING_END = wordSet(
  'SECRET SECRETS KEY KEYS PASSPHRASE COOKIE_PASSWORD SESSION_PASSWORD BASE JWTSECRET JWTKEY SESSIONSECRET SECRETKEY',
)

/** Parts of names of settings about secrets that are no secrets. */
const NO_SECRET = wordSet(
  'PUBLIC PUBLISHABLE ANON SITEKEY ALLOW REQUIRE REQUIRED RANDOM ENABLE ENABLED DISABLE DISABLED USE SKIP SHOW HIDE IS HAS NO MIN MAX RESET FORGOT FORGOTTEN CHANGE VERIFY EXPIRE CANCEL ONETIME INCLUDE EXCLUDE',
)
const SECRET_NOUN = wordSet('PASSWORD PASSWORDS PASS PASSWD PWD TOKEN SECRET SECRETS CREDENTIAL CREDENTIALS KEY KEYS')
/** Prefixes whose values are built into pages for everybody to read. */
const BROWSER = [
  'NEXT_PUBLIC_',
  'VITE_',
  'REACT_APP_',
  'EXPO_PUBLIC_',
  'NUXT_PUBLIC_',
  'GATSBY_',
  'PUBLIC_',
  'VUE_APP_',
  'STORYBOOK_',
]
const ABOUT = wordSet(
  'FILE PATH DIR URL URI ENDPOINT HOST NAME TTL LIFETIME MAXAGE MAX_AGE ALGORITHM ALG ID LENGTH SIZE ENABLED DISABLED TYPE HEADER PREFIX ISSUER AUDIENCE REF ARN VERSION COUNT LIMIT ROUNDS FIELD POLICY',
)
const FOR_OTHERS = wordSet('PUBLIC CLIENT WEBHOOK API AWS S3 MINIO STRIPE RECAPTCHA STORAGE')

/** Properties of a secret and places where one is found, and what is built into pages. */
function isAboutSecret(name: string): boolean {
  return (
    name.includes('_EXPIR') ||
    BROWSER.some(prefix => name.startsWith(prefix)) ||
    (name.includes('_') && endsInWords(name.slice(name.indexOf('_') + 1), ABOUT))
  )
}

function isSwitch(name: string): boolean {
  if (!SECRET_NOUN.has(lastWordOf(name))) return false
  const before = name.slice(0, name.lastIndexOf('_') + 1)
  return hasWordOf(before, NO_SECRET) || /(?:^|_)SITE_KEY_/.test(before)
}

/**
 * Whether a variable or key holds a secret, by its name, in any of the usual spellings. Not: places where one is found
 * (`…_FILE`, `…_URL`), its properties (`…_TTL`, `…_ALGORITHM`), switches (`ALLOW_EMPTY_PASSWORD`), public keys, and what
 * build tools put into pages (`NEXT_PUBLIC_…`, `VITE_…`).
 */
export function isSecretName(name: string): boolean {
  return SECRET_PART.test(name) && secretName(name)
}
/** What stands in every name of a secret: most names are told by it. */
const SECRET_PART = /pass|pw|secret|token|key|credential|cookie|masterauth/i
const secretName = remembering(judgeSecretName)

/** What etcd calls a cluster so that two are not mixed up: https://etcd.io/docs/v3.6/op-guide/configuration/ */
const CLUSTER_NAME = /(?:^|_)INITIAL_CLUSTER_TOKEN$/

function judgeSecretName(name: string): boolean {
  if (/^(?:OLD)?PWD$/.test(name)) return false
  const text = normalise(name)
  if (isAboutSecret(text) || CLUSTER_NAME.test(text)) return false
  const bare = text.replace(USE_SUFFIX, '')
  if (hasWordOf(bare, PUBLIC) || isSwitch(bare)) return false
  return endsInWords(bare, SECRET_END) || JOINED_END.test(bare) || isSigningKeyName(name)
}
const PUBLIC = wordSet('PUBLIC')

/**
 * Whether it signs or encrypts, so that whoever knows it can forge sessions or read data: keys for JSON web tokens,
 * sessions, cookies and encryption. Not: keys that others issue (`…_API_KEY`, `…_CLIENT_SECRET`, `…_WEBHOOK_SECRET`).
 */
export function isSigningKeyName(name: string): boolean {
  return signingKeyName(name)
}
const signingKeyName = remembering(judgeSigningKeyName)

function judgeSigningKeyName(name: string): boolean {
  const text = normalise(name).replace(USE_SUFFIX, '')
  if (!endsInWords(text, SIGNING_END) || isAboutSecret(text)) return false
  if (hasWordOf(text, FOR_OTHERS) || /(?:^|_)ACCESS_KEY(?:_|$)/.test(text)) return false
  return SIGNING.test(text)
}

/**
 * What a text in the place of a secret is. `none`: empty or a word for nothing · `reference`: filled in from elsewhere ·
 * `setting`: a switch, a number · `path`: a file or an address without credentials · `placeholder`: stands for a secret
 * that somebody should have put there · `literal`: the secret itself.
 */
export type SecretValue = 'none' | 'reference' | 'setting' | 'path' | 'placeholder' | 'literal'

const REFERENCE = [
  // Anything that holds `${X}`, `$X`, `$(…)`, `{{ x }}`, `%X%`, `#{x}`, `<x>`.
  /\$\{|\$\(|^\$[A-Za-z_]\w*$|\{\{|\{%|<%|#\{/,
  /^%[A-Za-z_]\w*%$|^<[^<>]{1,80}>$|^\[[A-Za-z][\w -]{2,60}\]$|^@@?[A-Za-z_][\w.]*@@?$|^__[A-Z][A-Z0-9_]*__$/,
  /^(?:ENC\[|vault:|op:\/\/|arn:aws|projects\/[^/]+\/secrets\/|secretsmanager:|ssm:|ref\+|sops:|@Microsoft\.KeyVault\(|AQICAH|secretKeyRef|valueFrom|file:|env:)/i,
  /^(?:process\.env|os\.environ|os\.getenv|ENV\[|import\.meta\.env|env\.)/,
]

const PLACEHOLDER =
  /change[-_ ]?(?:me|this|it|in|my|before|please|for|default)|changeit|replace[-_ ]?(?:me|this|with|it|by|in)|(?:^|[-_ ])(?:your|yours|example|sample|dummy|placeholder|fake|todo|tbd|fixme|redacted|insert|fill)(?:[-_ ]|$)|^(?:your|my|the|some|super)[-_ ](?:super[-_ ])?(?:secret|secure|password|token|api|private|jwt|session|key)|[-_ ]here$|^(?:x{3,}|\*{3,}|\.{3,}|-{3,}|_{3,}|\?{2,})$|x{6,}|\*{4,}|at[-_ ]least[-_ ]\d+|must[-_ ]be|generate[-_ ](?:me|with|a|using|by)|openssl rand|not[-_ ](?:a[-_ ])?(?:real|secure|secret)|^(?:insecure|unsafe|default)[-_ ](?:secret|password|key|token|jwt)|(?:secret|password|key|token)[-_ ](?:placeholder|example|goes)/i

/**
 * Keys that are made to be sent to every browser: of PostHog (https://posthog.com/docs/privacy), Stripe and Clerk
 * (https://docs.stripe.com/keys), Mapbox (https://docs.mapbox.com/help/glossary/access-token/).
 */
const PUBLIC_KEY = /^(?:phc_[A-Za-z0-9]{20,}|pk_(?:live|test)_[\w$=-]{10,}|pk\.eyJ[\w.-]{20,})$/

const NOTHING = /^(?:null|nil|undefined|none|n\/a|na|empty|unset|-)$/i
/** Numbers that people type as passwords. */
const TYPED_NUMBER = (text: string): boolean =>
  text.length >= 4 && (hasSequence(text, 4) || isRepetition(text) || /^(\d)\1+$/.test(text))

/** Judges a text that stands where a secret is expected, as written in the file. */
export function secretValue(value: string): SecretValue {
  const text = value
    .slice(0, 4096)
    .trim()
    .replace(/^(['"])(.*)\1$/s, '$2')
  if (text === '' || NOTHING.test(text)) return 'none'
  if (REFERENCE.some(pattern => pattern.test(text))) return 'reference'
  if (PUBLIC_KEY.test(text)) return 'setting'
  if (/^(?:true|false|yes|no|on|off|enabled?|disabled?|required?|optional)$/i.test(text)) return 'setting'
  if (/^-?\d+(?:\.\d+)?(?:ms|s|m|h|d|w|[kmg]b?)?$/i.test(text)) return TYPED_NUMBER(text) ? 'literal' : 'setting'
  if (isPath(text)) return 'path'
  if (/^[a-z][a-z0-9+.-]{1,30}:\/\//i.test(text))
    return credentialsIn(text)?.password === 'literal' ? 'literal' : 'path'
  return PLACEHOLDER.test(text) ? 'placeholder' : 'literal'
}

/** Whether a text in the place of a secret is the secret itself (see `SecretValue`), weak ones such as `postgres` included. */
export function literalSecret(value: string): boolean {
  return secretValue(value) === 'literal'
}

/** Whether a text stands for a secret that somebody should have put there: `changeme`, `your-secret-key`, `xxxx`. */
export function isPlaceholder(value: string): boolean {
  return secretValue(value) === 'placeholder'
}

/** Two parts or more, or an extension; base64 may begin with a slash too. */
function isPath(text: string): boolean {
  if (text.length > 300 || /\s/.test(text)) return false
  if (/^(?:\.{0,2}|~|[A-Za-z]:)[/\\]/.test(text))
    return /^(?:\.{0,2}|~|[A-Za-z]:)[/\\][\w@.-]+(?:[/\\][\w@.-]*)*$/.test(text) && !/^\/[A-Za-z0-9]{30,}/.test(text)
  return /^[\w./@-]+\.(?:pem|key|crt|cert|json|txt|ya?ml|env|p12|pfx|jks|asc|pub|secret|conf)$/i.test(text)
}
