/** What a connection string says. The password itself is never given out. */
export interface Credentials {
  /** Without `jdbc:`, in lower case: `postgres`, `mongodb+srv`. */
  readonly scheme: string
  readonly user?: string
  /** `unknown`: filled in from elsewhere. */
  readonly password: 'none' | 'literal' | 'unknown'
  /** Offsets of the password in the text; absent when there is none. */
  readonly passwordRange?: readonly [start: number, end: number]
  /** The first host; empty when there is none, with its variable (`${DB_HOST}`) when it is filled in from elsewhere. */
  readonly host: string
  /** All hosts of a list, `host` first. */
  readonly hosts: readonly string[]
  readonly port?: number
  /** Database, virtual host or key space. */
  readonly database?: string
}

const LONGEST = 4096
/** Without one of these a text is none of the forms. */
const SEPARATORS = /:\/\/|[@=]|^jdbc:/i
/** The first character of text that is filled in. */
const FILLED_IN = /[$<%{#]/g
const OPENERS = ['${', '$(', '{{', '#{']
const FILLED_NAME = /(?:\$[A-Za-z_]\w*|<[\w -]{1,60}>|%[A-Z_][A-Z0-9_]{2,}%|\{[A-Za-z_][\w.]*\}|%[sv])/y
const LONGEST_NAME = 70
/** Stands for text that is filled in from elsewhere, at the same length. */
const HOLE = '\u0001'

/**
 * Takes apart a URL with an authority (`postgres://u:p@h:5432/db`, also `jdbc:`), a libpq keyword string, an ADO
 * string (`Server=…;Password=…`) or a Go MySQL name (`u:p@tcp(h:3306)/db`). Tolerates raw `@`, `/` and `#` in
 * passwords, and variables anywhere. Undefined when the text is none of these. Never throws.
 */
export function credentialsIn(text: string): Credentials | undefined {
  if (text.length > LONGEST || !SEPARATORS.test(text)) return undefined
  if (remembered.has(text)) return remembered.get(text)
  const shielded = shield(text)
  const found = readUrl(text, shielded) ?? readGoName(text, shielded) ?? readPairs(text, shielded)
  if (remembered.size >= MOST_REMEMBERED) remembered.clear()
  remembered.set(text, found)
  return found
}

/** The model and several rules ask about the same texts; a bound for repositories that are made to be large. */
const MOST_REMEMBERED = 1_000
const remembered = new Map<string, Credentials | undefined>()

/** The text with `${…}`, `$(…)`, `{{…}}`, `<…>` and `$NAME` filled in with `HOLE`, so that what is in them separates nothing. */
function shield(text: string): string {
  let shielded = ''
  let copied = 0
  FILLED_IN.lastIndex = 0
  for (let match = FILLED_IN.exec(text); match; match = FILLED_IN.exec(text)) {
    const end = filledInUntil(text, match.index)
    if (end === undefined) continue
    shielded += text.slice(copied, match.index) + HOLE.repeat(end - match.index)
    copied = end
    FILLED_IN.lastIndex = end
  }
  return shielded + text.slice(copied)
}

/** Where what is filled in at this place ends; undefined when nothing is. */
function filledInUntil(text: string, at: number): number | undefined {
  const opener = OPENERS.find(each => text.startsWith(each, at))
  if (opener !== undefined) return closing(text, at, opener)
  if (text[at] === '$' && text[at - 1] === '$') return undefined
  FILLED_NAME.lastIndex = at
  const name = FILLED_NAME.exec(text.length > at + LONGEST_NAME ? text.slice(0, at + LONGEST_NAME) : text)
  return name ? at + name[0].length : undefined
}

function closing(text: string, start: number, opener: string): number {
  const [open, close] = opener === '$(' ? ['(', ')'] : ['{', '}']
  let depth = 0
  for (let at = start; at < text.length; at++) {
    if (text[at] === open) depth++
    else if (text[at] === close && --depth === 0) return at + 1
  }
  return text.length
}

interface Authority {
  readonly user?: string
  readonly password: Credentials['password']
  readonly passwordRange?: readonly [number, number]
  readonly host: string
  readonly hosts: readonly string[]
  readonly port?: number
}

function readUrl(text: string, shielded: string): Credentials | undefined {
  const head = /^\s*["']?(?:jdbc:)?([a-z][a-z0-9+.-]{0,40}):(?:[a-z0-9]{1,20}:)?\/\//i.exec(shielded)
  if (!head) return undefined
  const start = head[0].length
  const end = authorityEnd(shielded, start)
  if (/\s/.test(shielded.slice(start, end))) return undefined
  const authority = readAuthority(text, shielded, start, end)
  const rest = shielded.slice(end)
  const database = databaseOf(text, rest, end)
  const query = /^\s*["']?jdbc:/i.test(text) || authority.password === 'none' ? queryCredentials(text, rest, end) : {}
  return {
    scheme: (head[1] ?? '').toLowerCase(),
    ...authority,
    ...query,
    ...(database === undefined ? {} : { database }),
  }
}

/** The first `/`, `?` or `#`; further on when that would cut a password in two (`u:p/w@host`). */
function authorityEnd(shielded: string, start: number): number {
  const stop = (from: number): number => {
    const found = shielded.slice(from).search(/[/?#\s"'`;]/)
    return found === -1 ? shielded.length : from + found
  }
  const first = stop(start)
  const plain = shielded.slice(start, first)
  if (plain.includes('@') || /^(?:\[[^\]]*\]|[^:@]*)(?::\d*)?(?:,|$)/.test(plain)) return first
  const at = shielded.lastIndexOf('@')
  return at > first && !/\s/.test(shielded.slice(start, at)) ? stop(at + 1) : first
}

function readAuthority(text: string, shielded: string, start: number, end: number): Authority {
  const at = shielded.lastIndexOf('@', end - 1)
  const hostsFrom = at >= start ? at + 1 : start
  const hosts = readHosts(text, shielded, hostsFrom, end)
  if (at < start) return { password: 'none', ...hosts }
  const colon = shielded.indexOf(':', start)
  const userEnd = colon === -1 || colon > at ? at : colon
  const user = decode(text.slice(start, userEnd))
  const named = user === '' ? {} : { user }
  if (userEnd === at || userEnd + 1 === at)
    return { ...named, password: holeOnly(shielded.slice(start, at)) ? 'unknown' : 'none', ...hosts }
  const range = [userEnd + 1, at] as const
  return { ...named, password: stateOf(shielded.slice(...range)), passwordRange: range, ...hosts }
}

/** `postgres://${CREDENTIALS}@db`: whether the variable holds a password is not known. */
function holeOnly(part: string): boolean {
  return part !== '' && [...part].every(character => character === HOLE)
}

function stateOf(part: string): Credentials['password'] {
  if (part === '') return 'none'
  return part.includes(HOLE) || /^(?:\*{2,}|x{3,}|\.{3,})$/i.test(part) ? 'unknown' : 'literal'
}

function readHosts(
  text: string,
  shielded: string,
  start: number,
  end: number,
): Pick<Authority, 'host' | 'hosts' | 'port'> {
  const hosts: string[] = []
  let port: number | undefined
  let from = start
  for (const part of shielded.slice(start, end).split(',').slice(0, 50)) {
    const match = /^(\[[^\]]*\]|[^:]*)(?::(.*))?$/s.exec(part)
    const name = text.slice(from, from + (match?.[1]?.length ?? part.length))
    hosts.push(name.replace(/^\[|\]$/g, ''))
    if (hosts.length === 1 && match?.[2] !== undefined && /^\d{1,5}$/.test(match[2])) port = Number(match[2])
    from += part.length + 1
  }
  return { host: hosts[0] ?? '', hosts: hosts.filter(host => host !== ''), ...(port === undefined ? {} : { port }) }
}

function databaseOf(text: string, rest: string, offset: number): string | undefined {
  const property = /[;?&](?:databaseName|database)=([^;&"'\s]*)/i.exec(rest)
  if (property?.[1])
    return decode(
      text.slice(
        offset + property.index + property[0].length - property[1].length,
        offset + property.index + property[0].length,
      ),
    )
  const path = /^\/([^/?#;"'`\s]*)/.exec(rest)
  if (!path?.[1]) return undefined
  return decode(text.slice(offset + 1, offset + 1 + path[1].length))
}

function queryCredentials(
  text: string,
  rest: string,
  offset: number,
): Partial<Pick<Credentials, 'user' | 'password' | 'passwordRange'>> {
  const user = /[?&;](?:user|username|uid)=([^&;\s"']+)/i.exec(rest)
  const password = /[?&;](?:password|pwd)=([^&;\s"']+)/i.exec(rest)
  const rangeOf = (match: RegExpExecArray): readonly [number, number] => {
    const to = offset + match.index + match[0].length
    return [to - (match[1]?.length ?? 0), to]
  }
  return {
    ...(user ? { user: decode(text.slice(...rangeOf(user))) } : {}),
    ...(password ? { password: stateOf(password[1] ?? ''), passwordRange: rangeOf(password) } : {}),
  }
}

/** https://github.com/go-sql-driver/mysql#dsn-data-source-name */
function readGoName(text: string, shielded: string): Credentials | undefined {
  const match = /^([^\s:@/()]{0,200})(?::([^\s]{0,500}))?@(?:tcp|unix)6?\(([^()\s]{1,255})\)\/([^?\s]{0,200})/d.exec(
    shielded,
  )
  if (!match) return undefined
  const piece = (group: number): string => text.slice(...(match.indices?.[group] ?? [0, 0]))
  const [host = '', port] = piece(3).split(/:(?=\d+$)/)
  const range = match.indices?.[2]
  return {
    scheme: 'mysql',
    ...(match[1] ? { user: piece(1) } : {}),
    password: stateOf(match[2] ?? ''),
    ...(range ? { passwordRange: range } : {}),
    host,
    hosts: [host],
    ...(port === undefined ? {} : { port: Number(port) }),
    ...(match[4] ? { database: piece(4) } : {}),
  }
}

const KEYS = new Map([
  ['host', 'host'],
  ['server', 'host'],
  ['data source', 'host'],
  ['datasource', 'host'],
  ['address', 'host'],
  ['hostaddr', 'host'],
  ['port', 'port'],
  ['user', 'user'],
  ['user id', 'user'],
  ['userid', 'user'],
  ['username', 'user'],
  ['user name', 'user'],
  ['uid', 'user'],
  ['password', 'password'],
  ['pwd', 'password'],
  ['database', 'database'],
  ['initial catalog', 'database'],
  ['dbname', 'database'],
] as const)

/** ADO (`Server=db,1433;User Id=sa;Password=…`) and libpq (`host=db user=app password=…`). */
function readPairs(text: string, shielded: string): Credentials | undefined {
  const separated = shielded.includes(';')
  if (!separated && !/(?:^|\s)(?:host|hostaddr)=\S+\s/.test(`${shielded} `)) return undefined
  const found = new Map<string, readonly [number, number]>()
  let from = 0
  for (const part of shielded.split(separated ? ';' : ' ').slice(0, 100)) {
    const equals = part.indexOf('=')
    const key = equals === -1 ? undefined : KEYS.get(part.slice(0, equals).trim().toLowerCase() as 'host')
    if (key !== undefined && !found.has(key)) found.set(key, [from + equals + 1, from + part.length])
    from += part.length + 1
  }
  const hostRange = found.get('host')
  if (!hostRange || (!found.has('user') && !found.has('password'))) return undefined
  return assemble(text, shielded, found, hostRange, separated)
}

function assemble(
  text: string,
  shielded: string,
  found: ReadonlyMap<string, readonly [number, number]>,
  hostRange: readonly [number, number],
  separated: boolean,
): Credentials {
  const piece = (key: string): string | undefined => {
    const range = found.get(key)
    return (
      range &&
      text
        .slice(...range)
        .trim()
        .replace(/^(['"])(.*)\1$/s, '$2')
    )
  }
  const address = text
    .slice(...hostRange)
    .trim()
    .replace(/^tcp:/i, '')
  const [host = '', inHost] = address.split(/[,:](?=\d{1,5}$)/)
  const port = Number(piece('port') ?? inHost)
  const user = piece('user')
  const range = found.get('password')
  const database = piece('database')
  return {
    scheme: separated && !/(?:^|;)\s*host\s*=/i.test(shielded) ? 'sqlserver' : 'postgres',
    ...(user ? { user } : {}),
    password: range ? stateOf(shielded.slice(...range).trim()) : 'none',
    ...(range && range[1] > range[0] ? { passwordRange: range } : {}),
    host,
    hosts: [host],
    ...(Number.isInteger(port) && port > 0 ? { port } : {}),
    ...(database ? { database } : {}),
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
