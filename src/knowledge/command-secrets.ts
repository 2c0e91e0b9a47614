import { isSecretName } from './secrets.js'

/** A value that a command gives to an option, argument or variable for a secret, as written. */
export interface CommandSecret {
  /** The option, variable or subcommand: `--requirepass`, `-a of redis-cli`, `PGPASSWORD`. */
  readonly name: string
  /** Not judged: it may well be a reference. */
  readonly value: string
}

/** Programs that ask for the password when `--password` has no `=`: the next word is something else. */
const PROMPTS = /^(?:psql|pg_\w+|createdb|createuser|dropdb|vacuumdb|reindexdb|mysql\w*|mariadb(?:-\w+)?)$/
const MYSQL =
  /^(?:mysql|mysqladmin|mysqldump|mysqlcheck|mysqlimport|mysqlshow|mariadb(?:-(?:admin|dump|check|import|show))?)$/
/** Short options that take a password as the next word, by program. */
const SHORT: readonly (readonly [program: RegExp, option: RegExp])[] = [
  [/^(?:redis|valkey)-(?:cli|benchmark)$/, /^(?:-a|--pass)$/],
  [/^mongo(?:sh|dump|restore|export|import|stat|top)?$/, /^-p$/],
  [/^(?:sqlcmd|bcp)$/, /^-P$/],
  [/^(?:sshpass|cqlsh|cypher-shell|rabbitmqadmin|nats-server)$/, /^(?:-p|--pass)$/],
  [/^ldap(?:search|add|modify|delete|whoami)$/, /^-w$/],
]
/** Options that take `user:password`. */
const PAIRS: readonly (readonly [program: RegExp, option: RegExp])[] = [
  [/^curl$/, /^(?:-u|--user|--proxy-user)$/],
  [/^etcdctl$/, /^--user$/],
]
/** Options whose names do not end in a word for a secret. https://developer.hashicorp.com/vault/docs/commands/server */
const SPECIAL = /^--?(?:dev-root-token-id|requirepass|masterauth)$/
/** Variables of client programs: https://redis.io/docs/latest/develop/tools/cli/ */
const SPECIAL_VARIABLE = /^REDISCLI_AUTH$/

/**
 * What a command writes where a secret is expected: options, short options of known clients, `NAME=value` words, and
 * passwords in SQL. Values are as written, references included; connection strings are left to `credentialsIn`.
 */
export function secretsInWords(words: readonly string[]): readonly CommandSecret[] {
  const found: CommandSecret[] = []
  let program = ''
  for (let at = 0; at < Math.min(words.length, 2_000); at++) {
    const word = words[at] ?? ''
    const next = words[at + 1]
    if (!word.startsWith('-')) {
      const base = word.slice(word.lastIndexOf('/') + 1)
      if (isProgram(base)) program = base
    }
    found.push(...inWord(word, program), ...inPair(word, next, program), ...ofSubcommand(words, at, program))
  }
  return found
}

function isProgram(name: string): boolean {
  return (
    PROMPTS.test(name) ||
    [...SHORT, ...PAIRS].some(([program]) => program.test(name)) ||
    /^(?:rabbitmqctl|mc|mcli)$/.test(name) ||
    REGISTRY_CLIENT.test(name)
  )
}

/** What stands in one word: `--password=x`, `-Dkey.password=x`, `-px` of the MySQL clients, `PGPASSWORD=x`, SQL. */
function inWord(word: string, program: string): readonly CommandSecret[] {
  if (word.length > 4_096) return []
  const sql = /\b(?:PASSWORD|IDENTIFIED\s+BY)\s+'([^']{1,200})'/i.exec(word)?.[1]
  if (sql !== undefined) return [{ name: 'the SQL password', value: sql }]
  const short = MYSQL.test(program) ? /^-p(.+)$/.exec(word)?.[1] : undefined
  if (short !== undefined) return [{ name: `-p of ${program}`, value: short }]
  const [, dashes = '', name = '', value = ''] = /^(-{0,2})([A-Za-z_][\w.-]{0,120})=([\s\S]+)$/.exec(word) ?? []
  if (value === '' || /%[sdv]/.test(value)) return []
  const bare = dashes === '-' ? name.replace(/^D(?=[a-z])/, '') : name
  if (isSecretName(bare) || SPECIAL.test(`${dashes}${name}`) || SPECIAL_VARIABLE.test(name))
    return [{ name: `${dashes}${name}`, value }]
  return []
}

/** What stands in the word behind an option. */
function inPair(word: string, next: string | undefined, program: string): readonly CommandSecret[] {
  if (next === undefined || next === '' || !word.startsWith('-') || word.includes('=')) return []
  const special = SHORT.some(([name, option]) => name.test(program) && option.test(word))
  if (special) return next.startsWith('-') ? [] : [{ name: `${word} of ${program}`, value: next }]
  if (PAIRS.some(([name, option]) => name.test(program) && option.test(word))) {
    const colon = next.indexOf(':')
    return colon === -1 ? [] : [{ name: `${word} of ${program}`, value: next.slice(colon + 1) }]
  }
  const name = /^--?([A-Za-z][\w.-]{2,120})$/.exec(word)?.[1]
  if (name === undefined || next.startsWith('-') || PROMPTS.test(program)) return []
  return isSecretName(name) || SPECIAL.test(word) ? [{ name: word, value: next }] : []
}

/** https://docs.docker.com/reference/cli/docker/login/, https://helm.sh/docs/helm/helm_registry_login/ */
const REGISTRY_CLIENT = /^(?:docker|podman|nerdctl|buildah|skopeo|helm)$/
const MOST_LOGIN_WORDS = 12

/** `docker login -u deploy -p x registry.acme.com`; undefined for another command. */
function ofLogin(words: readonly string[], at: number, program: string): CommandSecret | undefined {
  if (words[at] !== 'login' || !REGISTRY_CLIENT.test(program)) return undefined
  const options = words.slice(at + 1, at + 1 + MOST_LOGIN_WORDS)
  for (const [index, word] of options.entries()) {
    const joined = /^(?:--password=|-p=?)(.+)$/.exec(word)?.[1]
    const value = word === '-p' || word === '--password' ? options[index + 1] : joined
    if (value !== undefined && !word.startsWith('--password-')) return { name: `-p of ${program} login`, value }
  }
  return undefined
}

/** Programs that take the password as a plain argument. */
function ofSubcommand(words: readonly string[], at: number, program: string): readonly CommandSecret[] {
  const word = words[at] ?? ''
  const login = ofLogin(words, at, program)
  if (login) return [login]
  const third = words[at + 2]
  if (program === 'rabbitmqctl' && /^(?:add_user|change_password)$/.test(word) && third !== undefined)
    return [{ name: `rabbitmqctl ${word}`, value: third }]
  const key = words[at + 5]
  if (/^mc(?:li)?$/.test(program) && word === 'alias' && words[at + 1] === 'set' && key !== undefined)
    return [{ name: 'mc alias set', value: key }]
  return []
}
