import type { Problem } from '../../parse/node.js'
import { type SqlRange, splitSql } from '../../parse/sql/split.js'
import { sqlTokens } from '../../parse/sql/tokens.js'
import type { Given, InitialisationFault, Script } from './initialisation.js'
import { nameAt, placeOf, type Statement, startsWith, unreadVariable } from './initialisation-statements.js'

const STOPS = 'stops at its first start'
const MOST_FAULTS = 20
const ROLES = ['role', 'user', 'group'] as const
/** Names that stand for a role without being one. https://www.postgresql.org/docs/current/sql-grant.html */
const ALWAYS = /^(?:public|current_user|current_role|session_user|pg_\w+)$/

/**
 * What psql refuses of the scripts of a first start. The entrypoint of the image calls it with ON_ERROR_STOP=1 as
 * POSTGRES_USER in POSTGRES_DB, both of which it has made before (docker-library/postgres, `docker_process_sql`).
 */
export function postgresFaults(scripts: readonly Script[], given: Given): readonly InitialisationFault[] {
  const known = namesIn(scripts)
  const faults: InitialisationFault[] = []
  for (const script of scripts) {
    const problems: Problem[] = []
    for (const range of statementsOf(script, problems)) {
      const statement: Statement = {
        script,
        range,
        tokens: sqlTokens(script.source.text, range.start, range.end, false),
      }
      const bodies = bodiesOf(statement)
      const fault =
        expandedQuote(statement) ??
        unknownSyntax(statement) ??
        unreadVariable(statement, 'psql', bodies) ??
        thereAlready(statement, given, known) ??
        uninterpolated(statement, bodies) ??
        insideBlock(statement, bodies, given) ??
        unknownName(statement, given, known)
      if (fault && faults.length < MOST_FAULTS) faults.push(fault)
    }
    const open = problems.find(({ message }) => /^The quote \$/.test(message))
    if (open && script.from !== 'expanded')
      faults.push({
        key: `${open.at.path} quote`,
        at: open.at,
        message: `${STOPS}: the dollar quote that begins here is closed nowhere`,
        fix: 'Close it: `$$;` behind the last `END`.',
      })
  }
  return faults
}

function statementsOf({ source, start, end }: Script, problems: Problem[]): readonly SqlRange[] {
  if (start === 0 && end === source.text.length) return splitSql(source, problems)
  // What stands before it is blanked, so that the places stay those of the file.
  const text = ' '.repeat(start) + source.text.slice(start, end)
  return splitSql({ path: source.path, text }, problems)
}

/** The texts in dollar quotes of a statement, without the quotes. */
function bodiesOf({ script, range }: Statement): readonly SqlRange[] {
  const { text } = script.source
  const found: SqlRange[] = []
  const quote = /\$(?:[A-Za-z_]\w*)?\$/g
  quote.lastIndex = range.start
  for (let open = quote.exec(text); open && open.index < range.end; open = quote.exec(text)) {
    const start = open.index + open[0].length
    const close = text.indexOf(open[0], start)
    if (close === -1 || close > range.end) break
    found.push({ start, end: close })
    quote.lastIndex = close + open[0].length
  }
  return found
}

/** `DO $$` in a heredoc whose mark is not quoted: the shell puts its number there. */
function expandedQuote({ script, range }: Statement): InitialisationFault | undefined {
  if (script.from !== 'expanded') return undefined
  const { path, text } = script.source
  const found = /(?<!\\)\$\$/.exec(text.slice(range.start, range.end))
  if (!found) return undefined
  const start = range.start + found.index
  return {
    key: `${path} dollar`,
    at: { path, start, end: start + 2 },
    message: `${STOPS}: the shell replaces $$ in this heredoc by its own number before psql reads it`,
    fix: "Write `\\$\\$`, or quote the mark of the heredoc (`<<'EOSQL'`), in which case the shell replaces nothing in it.",
  }
}

/** What other databases know. https://www.postgresql.org/docs/current/sql-createdatabase.html */
function unknownSyntax(statement: Statement): InitialisationFault | undefined {
  const { tokens } = statement
  const what = nameAt(statement, 1)?.toUpperCase()
  const at = placeOf(statement)
  const key = `${at.path} ${at.start}`
  if (startsWith(statement, 'create', ['database', ...ROLES], 'if', 'not', 'exists'))
    return {
      key,
      at,
      message: `${STOPS}: PostgreSQL has no CREATE ${what} IF NOT EXISTS`,
      fix: `Leave out IF NOT EXISTS: the script runs on an empty server only. To be safe all the same, write \`SELECT 'CREATE ${what} …' WHERE NOT EXISTS (…) \\gexec\`.`,
    }
  if (!startsWith(statement, 'create', 'table')) return undefined
  const word = tokens.find(
    ({ kind, text }, index) =>
      kind === 'word' &&
      (text === 'auto_increment' ||
        (text === 'engine' && tokens[index - 1]?.text === ')' && tokens[index + 1]?.text === '=')),
  )
  if (!word) return undefined
  return {
    key,
    at: { path: at.path, start: word.start, end: word.end },
    message: `${STOPS}: ${word.text.toUpperCase()} is MySQL, and PostgreSQL does not know it`,
    fix: 'Write the table as PostgreSQL has it: `GENERATED ALWAYS AS IDENTITY` counts, and tables have no ENGINE.',
  }
}

/** Extensions that make no roles and no databases. */
const HARMLESS =
  /^(?:uuid-ossp|pgcrypto|pg_trgm|vector|postgis\w*|unaccent|citext|hstore|btree_gi[nst]+|pg_stat_statements|timescaledb|ltree|fuzzystrmatch|tablefunc|dblink|postgres_fdw|intarray|plpgsql)$/

interface Names {
  readonly roles: ReadonlySet<string>
  readonly databases: ReadonlySet<string>
  readonly dropped: ReadonlySet<string>
  /** Whether some are made of which only the run tells the name. */
  readonly dynamic: boolean
}

/** What the scripts make, wherever it stands: in blocks and in texts that are run, too. */
function namesIn(scripts: readonly Script[]): Names {
  const text = scripts.map(({ source, start, end }) => source.text.slice(start, end)).join('\n')
  const named = (pattern: RegExp) =>
    [...text.matchAll(pattern)].map(({ 1: quoted, 2: bare = '' }) => quoted ?? bare.toLowerCase())
  return {
    roles: new Set(named(/\bcreate\s+(?:role|user|group)\s+(?:if\s+not\s+exists\s+)?(?:"([^"\n]+)"|(\w+))/gi)),
    databases: new Set(named(/\bcreate\s+database\s+(?:if\s+not\s+exists\s+)?(?:"([^"\n]+)"|(\w+))/gi)),
    dropped: new Set(named(/\bdrop\s+(?:role|user|group|database)\s+(?:if\s+exists\s+)?(?:"([^"\n]+)"|(\w+))/gi)),
    dynamic:
      /^\s*\\(?:i|ir|include)\b/m.test(text) ||
      /\bcreate\s+(?:role|user|group|database)\s+(?:%|["']?\s*\|\||:|["']?\$)|\brename\s+to\b/i.test(text) ||
      named(/\bcreate\s+extension\s+(?:if\s+not\s+exists\s+)?(?:"([^"\n]+)"|(\w+))/gi).some(one => !HARMLESS.test(one)),
  }
}

function thereAlready(statement: Statement, given: Given, { dropped }: Names): InitialisationFault | undefined {
  const name = nameAt(statement, 2)
  if (name === undefined || dropped.has(name)) return undefined
  const isDatabase = startsWith(statement, 'create', 'database')
  if (!isDatabase && !startsWith(statement, 'create', ROLES)) return undefined
  const made = isDatabase ? given.database : given.user
  if (made === undefined || name !== made) return undefined
  const variable = isDatabase ? 'POSTGRES_DB' : 'POSTGRES_USER'
  const at = placeOf(statement)
  return {
    key: `${at.path} ${at.start}`,
    at,
    message: `${STOPS}: the ${isDatabase ? 'database' : 'role'} ${name} is there already, the image makes what ${variable} names`,
    fix: isDatabase
      ? 'Take the statement out.'
      : 'Take the statement out, or use `ALTER ROLE` for what is to be different.',
  }
}

/** Variables of psql within dollar quotes, where it replaces none. */
function uninterpolated({ script }: Statement, bodies: readonly SqlRange[]): InitialisationFault | undefined {
  if (script.from === 'expanded') return undefined
  for (const body of bodies) {
    const found = /(?<![:\w]):'(\w+)'|(?<![:\w]):"(\w+)"/.exec(script.source.text.slice(body.start, body.end))
    if (!found) continue
    const start = body.start + found.index
    const name = found[1] ?? found[2] ?? ''
    return {
      key: `${script.source.path} ${name}`,
      at: { path: script.source.path, start, end: start + found[0].length },
      message: `${STOPS}: psql replaces no variables within dollar quotes, so that ${found[0]} is a mistake in the block`,
      fix: `Take the statement out of the block: \`SELECT format('CREATE ROLE app LOGIN PASSWORD %L', :'${name}') WHERE NOT EXISTS (…) \\gexec\` replaces it and asks first.`,
    }
  }
  return undefined
}

/** A database that is made in a block. https://www.postgresql.org/docs/current/sql-createdatabase.html#id-1.9.3.61.7 */
function insideBlock(
  statement: Statement,
  bodies: readonly SqlRange[],
  { database }: Given,
): InitialisationFault | undefined {
  if (!startsWith(statement, 'do')) return undefined
  const { path, text } = statement.script.source
  for (const { start, end } of bodies) {
    const body = text.slice(start, end).replace(/--[^\n]*/g, one => ' '.repeat(one.length))
    const found = /\bcreate\s+database\s+(?:"([^"\n]+)"|(\w+))/i.exec(body)
    if (!found || /\bexception\b|\bdblink/i.test(body)) continue
    const name = found[1] ?? found[2]?.toLowerCase()
    if (name === database) continue
    return {
      key: `${path} ${start}`,
      at: { path, start: start + found.index, end: start + found.index + found[0].length },
      message: `${STOPS}: CREATE DATABASE cannot run in a block, which is one transaction`,
      fix: `Write \`SELECT 'CREATE DATABASE ${name}' WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = '${name}') \\gexec\`, or the bare statement.`,
    }
  }
  return undefined
}

/** A role or database that a statement names and nothing makes. */
function unknownName(statement: Statement, given: Given, known: Names): InitialisationFault | undefined {
  const { user, database, closed } = given
  if (user === undefined || database === undefined || !closed || known.dynamic) return undefined
  const { tokens } = statement
  const at = placeOf(statement)
  const words = tokens.map(({ kind, text }) => (kind === 'word' ? text : ''))
  const fault = (kind: string, name: string, fix: string) => ({
    key: `${at.path} ${kind} ${name}`,
    at,
    message: `${STOPS}: there is no ${kind} ${name}`,
    fix,
  })
  if (startsWith(statement, 'grant')) {
    const on = words.indexOf('on')
    const name = on > 0 && words[on + 1] === 'database' ? nameAt(statement, on + 2) : undefined
    if (
      name !== undefined &&
      ![database, 'postgres', 'template1', 'template0'].includes(name) &&
      !known.databases.has(name)
    )
      return fault('database', name, `Name the one that the image makes, ${database} (POSTGRES_DB), or make it before.`)
    const to = words.lastIndexOf('to')
    const role = to > 0 ? nameAt(statement, words[to + 1] === 'group' ? to + 2 : to + 1) : undefined
    if (role !== undefined && isNobody(role, user, known))
      return fault('role', role, `Name the one that the image makes, ${user} (POSTGRES_USER), or make it before.`)
    return undefined
  }
  const isOwned = startsWith(statement, 'create', 'database') || startsWith(statement, 'alter', ['database', 'schema'])
  const owner = isOwned ? words.indexOf('owner') : -1
  const role =
    owner > 0 ? nameAt(statement, /^(?:to)$|^$/.test(words[owner + 1] ?? '') ? owner + 2 : owner + 1) : undefined
  return role !== undefined && isNobody(role, user, known)
    ? fault('role', role, `Name the one that the image makes, ${user} (POSTGRES_USER), or make it before.`)
    : undefined
}

function isNobody(role: string, user: string, { roles }: Names): boolean {
  return role !== user && !roles.has(role) && !ALWAYS.test(role)
}
