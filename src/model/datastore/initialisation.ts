import { knownValue, type Source, type Span } from '../../source.js'
import type { Tree } from '../../tree.js'
import { type ContainerFile, containerFilesOf } from '../container-files.js'
import type { Workload } from '../system.js'
import { mysqlFaults } from './initialisation-mysql.js'
import { postgresFaults } from './initialisation-postgres.js'

/** What a server runs at its first start, on an empty data directory. */
export interface Initialisation {
  readonly server: Workload
  /** What in it fails or does something else than is meant, in the order in which it runs. */
  readonly faults: readonly InitialisationFault[]
  /** Passwords that stand in it, each with the account that it opens. */
  readonly passwords: readonly WrittenPassword[]
}

/** A password that a script gives to an account. */
export interface WrittenPassword {
  readonly account: string
  /** Where the password stands, without its quotes. */
  readonly at: Span
}

/** One statement that fails, or does not do what it says. */
export interface InitialisationFault {
  /** Tells several of one server apart. */
  readonly key: string
  readonly at: Span
  /** Behind the name of the server. */
  readonly message: string
  readonly fix: string
  /** It runs to its end, with a value that nobody meant. */
  readonly misread?: true
  /** Why it may be right all the same, as a sentence without a full stop. */
  readonly unsure?: string
}

/** SQL that the server runs as it stands, and where. */
export interface Script {
  readonly source: Source
  readonly start: number
  readonly end: number
  /** `file`: nobody looks at it before the client does · `quoted`, `expanded`: what a shell hands to the client. */
  readonly from: 'file' | 'quoted' | 'expanded'
}

/** What the server makes before the first script. */
export interface Given {
  /** Undefined: not known. */
  readonly user?: string
  readonly database?: string
  /** Whether scripts may do what is not to be seen: they are no SQL, or some are not here. */
  readonly closed: boolean
  readonly version?: readonly number[]
}

const FOLDER = '/docker-entrypoint-initdb.d'
/** Distributions with the entrypoint of the official image. */
const OFFICIAL = new Set(['official', 'postgis', 'pgvector', 'timescale'])
/** A script that is larger is a dump. */
const LONGEST = 500_000

/** The first start of every PostgreSQL and MySQL server of which the repository holds scripts. */
export function initialisationsOf(workloads: readonly Workload[], tree: Tree): readonly Initialisation[] {
  return workloads.flatMap(server => {
    const engine = server.software?.id ?? ''
    if (!['postgres', 'mysql', 'mariadb'].includes(engine) || !OFFICIAL.has(server.distribution?.id ?? '')) return []
    if (!server.longRunning || server.clientOf || server.pod?.operator) return []
    const { files, hidden } = containerFilesOf(server, tree).match(`${FOLDER}/*`)
    const scripts = files.filter(({ source }) => source.text.length <= LONGEST).flatMap(scriptsIn)
    if (scripts.length === 0) return []
    const closed = !hidden && files.every(({ path, source }) => path.endsWith('.sql') && source.text.length <= LONGEST)
    const faults =
      engine === 'postgres'
        ? postgresFaults(scripts, givenToPostgres(server, closed))
        : mysqlFaults(scripts, givenToMysql(server, closed), engine)
    const passwords = scripts.flatMap(script => passwordsIn(script, engine)).slice(0, MOST_PASSWORDS)
    return [{ server, faults: faults.map(fault => doubted(fault, tree)), passwords }]
  })
}

function scriptsIn({ path, source }: ContainerFile): readonly Script[] {
  if (path.endsWith('.sql')) return [{ source, start: 0, end: source.text.length, from: 'file' }]
  return path.endsWith('.sh') ? heredocsIn(source) : []
}

/** `psql -v ON_ERROR_STOP=1 … <<EOSQL`: a client that goes on after an error proves nothing. */
const MOST_HEREDOCS = 50
const HEREDOC = /\bpsql\b((?:\\\r?\n|[^\n]){0,600}?)<<-?[ \t]*(["']?)(\w+)\2/g

function heredocsIn(source: Source): readonly Script[] {
  const { text } = source
  const found: Script[] = []
  for (const { index, 0: whole, 1: options = '', 2: quote, 3: tag = '' } of text.matchAll(HEREDOC)) {
    if (found.length >= MOST_HEREDOCS) break
    if (!/\bON_ERROR_STOP(?:=1|=on)?\b/i.test(options)) continue
    const start = text.indexOf('\n', index + whole.length) + 1
    const close = new RegExp(`^\\t*${tag}[ \\t]*\\r?$`, 'gm')
    close.lastIndex = start
    const end = start === 0 ? undefined : close.exec(text)?.index
    // What is not closed ends with the file, and so does everything behind it.
    if (end === undefined) break
    found.push({ source, start, end, from: quote ? 'quoted' : 'expanded' })
  }
  return found
}

const MOST_PASSWORDS = 50
const ACCOUNTS = {
  postgres:
    /\b(?:create|alter)\s+(?:role|user)\s+(?:if\s+not\s+exists\s+)?"?([\w-]{1,63})"?\s[^;'"]{0,200}?\bpassword\s+'([^'\n]{1,200})'/gi,
  mysql:
    /\b(?:create|alter)\s+user\s+(?:if\s+not\s+exists\s+)?['"`]?([\w-]{1,63})['"`]?(?:\s?@\s?['"`]?[\w.%:-]{1,255}['"`]?)?\s+identified\s+(?:with\s+['"]?\w+['"]?\s+)?by\s+['"]([^'"\n]{1,200})['"]/gi,
}
/** A hash (https://www.postgresql.org/docs/current/sql-createrole.html), or something that is filled in. */
const NO_PASSWORD = /^(?:SCRAM-SHA-256\$|md5[0-9a-f]{32}$)|[$%{}<>]|^:/

function passwordsIn({ source, start, end }: Script, engine: string): readonly WrittenPassword[] {
  const text = source.text.slice(start, end)
  const pattern = engine === 'postgres' ? ACCOUNTS.postgres : ACCOUNTS.mysql
  return [...text.matchAll(pattern)].flatMap(({ 0: whole, 1: account = '', 2: password = '', index }) => {
    const line = text.slice(text.lastIndexOf('\n', index) + 1, index)
    if (NO_PASSWORD.test(password) || /--|^\s*#/.test(line)) return []
    const from = start + index + whole.length - 1 - password.length
    return [{ account, at: { path: source.path, start: from, end: from + password.length } }]
  })
}

function givenToPostgres(server: Workload, closed: boolean): Given {
  const user = settingOf(server, 'POSTGRES_USER', 'postgres')
  return of(user, settingOf(server, 'POSTGRES_DB', user), closed, server)
}

function givenToMysql(server: Workload, closed: boolean): Given {
  const value = (name: string) =>
    server.environment.has(`MARIADB_${name}`)
      ? settingOf(server, `MARIADB_${name}`, '')
      : settingOf(server, `MYSQL_${name}`, '')
  return of(value('USER'), value('DATABASE'), closed, server)
}

function of(user: string | undefined, database: string | undefined, closed: boolean, { version }: Workload): Given {
  return {
    ...(user === undefined ? {} : { user }),
    ...(database === undefined ? {} : { database }),
    closed,
    ...(version ? { version } : {}),
  }
}

/** The value of a variable, or what the image takes without it; undefined when something outside of the repository says. */
function settingOf(server: Workload, name: string, fallback: string | undefined): string | undefined {
  if (server.environment.has(`${name}_FILE`)) return undefined
  const variable = server.environment.get(name)
  if (variable) return knownValue(variable.value) || (variable.value.known ? fallback : undefined)
  return server.environmentFiles?.some(({ present }) => !present) ? undefined : fallback
}

const SCRIPTS = new Set(['shell', 'makefile', 'package-json', 'ci'])
const FILLS = /\b(?:envsubst|sed|gomplate|jinja2?|j2|perl|python3?)\b/

/** Variables that a script of the repository fills in before the file is mounted. */
function doubted(fault: InitialisationFault, tree: Tree): InitialisationFault {
  if (!fault.misread && !fault.key.includes('$')) return fault
  const name = fault.at.path.slice(fault.at.path.lastIndexOf('/') + 1)
  const filler = tree.files.find(({ path, format }) => {
    const text = SCRIPTS.has(format) ? tree.read(path)?.text : undefined
    return text?.includes(name) === true && FILLS.test(text)
  })
  return filler
    ? { ...fault, unsure: `${filler.path} may fill in the variables of ${name} before it is mounted` }
    : fault
}
