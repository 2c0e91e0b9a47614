import { endsInWords, wordSet } from '../knowledge/name-words.js'
import { credentialsIn } from '../knowledge/secrets.js'
import type { Connection, EnvironmentVariable, Workload } from './system.js'

/** Where a variable points at: a connection before anybody has asked who answers there. */
export type Address = Pick<Connection, 'scheme' | 'host' | 'port' | 'user' | 'password' | 'database'> & {
  /** By a URL or a connection string · `named`: the name of the variable says host · `bare`: it only looks like `host:port`. */
  readonly form: 'url' | 'named' | 'bare'
}

const LONGEST = 2_048
const MOST = 50
const HOST_WORDS = wordSet(
  'HOST HOSTNAME HOSTS SERVER SERVERS ADDR ADDRESS ADDRESSES BROKER BROKERS ENDPOINT SEEDS NODES',
)
/** Also with the number of a voter in front: `1@kafka-1:9093`. */
const HOST_PORT = /^(?:\d{1,5}@)?([A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)(?::(\d{1,5}))?$/
const ORACLE = /^jdbc:oracle:thin:(?:([^/@]*)(?:\/[^@]*)?)?@(?:\/\/)?([\w.-]+)(?::(\d{1,5}))?(?:[:/]([\w.-]+))?$/i

/** Reads every address in a variable: URLs (also of JDBC), lists of them, connection strings, hosts with and without port. */
export function addressesIn(variable: EnvironmentVariable, environment: Workload['environment']): readonly Address[] {
  const text = partOf(variable)
  if (text === undefined || text === '' || text.length > LONGEST) return []
  if (/^jdbc:oracle:/i.test(text)) return oracle(text)
  if (text.includes('://')) return urlsIn(text).flatMap(urlAddresses)
  const pairs = credentialsIn(text)
  if (pairs && pairs.host !== '') return [addressOf(pairs, pairs.host, pairs.port)]
  return hostAddresses(text, variable, environment)
}

/** The value, or as much of it as the file tells: defaults filled in, other variables as written. */
export function partOf({ value, raw, uses }: EnvironmentVariable): string | undefined {
  if (value.known) return value.value.trim()
  let text = raw?.slice(0, LONGEST + 1)
  for (const { source, name, operator, argument = '' } of uses.slice(0, MOST)) {
    if (source === 'default') text = text?.replaceAll(`\${${name}${operator}${argument}}`, argument)
  }
  return text?.trim()
}

/** `http://a,http://b`, `["http://a", "http://b"]`, separated by blanks; the hosts of one URL stay together. */
function urlsIn(text: string): readonly string[] {
  const bare = /^\[.*\]$/s.test(text) ? text.slice(1, -1).replace(/["']/g, '') : text
  return bare.split(/[,;\s]+(?=[a-z][a-z0-9+.-]{0,40}:\/\/)/i).slice(0, MOST)
}

function urlAddresses(url: string): readonly Address[] {
  const found = credentialsIn(url)
  if (!found || found.host === '') return []
  if (found.hosts.length < 2) return [addressOf(found, found.host, found.port)]
  const authority = /\/\/([^/?#]*)/.exec(url)?.[1] ?? ''
  const hosts = authority.slice(authority.lastIndexOf('@') + 1).split(',')
  return hosts.slice(0, MOST).flatMap(part => {
    const [, host, port] = HOST_PORT.exec(part.trim()) ?? []
    return host === undefined ? [] : [addressOf(found, host, port === undefined ? undefined : Number(port))]
  })
}

function addressOf(
  { scheme, user, password, database }: NonNullable<ReturnType<typeof credentialsIn>>,
  host: string,
  port: number | undefined,
): Address {
  return {
    form: 'url',
    scheme,
    host,
    ...(port === undefined ? {} : { port }),
    ...(user === undefined ? {} : { user }),
    password,
    ...(database === undefined ? {} : { database }),
  }
}

/** https://docs.oracle.com/en/database/oracle/oracle-database/23/jjdbc/data-sources-and-URLs.html */
function oracle(text: string): readonly Address[] {
  const [, user, host, port, database] = ORACLE.exec(text) ?? []
  if (host === undefined) return []
  return [
    {
      form: 'url',
      scheme: 'oracle',
      host,
      ...(port === undefined ? {} : { port: Number(port) }),
      ...(user ? { user } : {}),
      password: 'unknown',
      ...(database === undefined ? {} : { database }),
    },
  ]
}

function hostAddresses(
  text: string,
  variable: EnvironmentVariable,
  environment: Workload['environment'],
): readonly Address[] {
  const { name } = variable
  const named = endsInWords(name, HOST_WORDS) || (name.startsWith('PG') && HOST_WORDS.has(name.slice(2)))
  const beside = named ? besideHost(name, environment) : {}
  return text
    .split(/[,;\s]+/)
    .slice(0, MOST)
    .flatMap((part): readonly Address[] => {
      const [, host, port] = HOST_PORT.exec(part) ?? []
      if (host === undefined || (!named && port === undefined)) return []
      const own = port === undefined ? {} : { port: Number(port) }
      return [{ form: named ? 'named' : 'bare', host, password: 'unknown', ...beside, ...own }]
    })
}

/** What variables of the same prefix add to `DB_HOST`: `DB_PORT`, `DB_USER`, `DB_NAME` and whether there is a `DB_PASSWORD`. */
function besideHost(name: string, environment: Workload['environment']): Partial<Address> {
  const prefix = name.replace(/(?:HOSTNAME|HOST|SERVER|ADDRESS|ADDR)$/, '')
  if (prefix === name || prefix === '') return {}
  const valueOfFirst = (...endings: readonly string[]) => {
    const found = endings.map(ending => environment.get(prefix + ending)).find(one => one !== undefined)
    return found?.value.known ? found.value.value : found && null
  }
  const port = Number(valueOfFirst('PORT') ?? Number.NaN)
  const user = valueOfFirst('USER', 'USERNAME')
  const database = valueOfFirst('NAME', 'DATABASE', 'DB', 'DBNAME')
  const password = valueOfFirst('PASSWORD', 'PASS', 'PWD')
  return {
    ...(Number.isInteger(port) && port > 0 && port < 65_536 ? { port } : {}),
    ...(user ? { user } : {}),
    ...(database ? { database } : {}),
    ...(password === '' ? { password: 'none' } : password ? { password: 'literal' } : {}),
  }
}
