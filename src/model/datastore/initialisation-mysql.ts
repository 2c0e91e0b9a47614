import { splitSql } from '../../parse/sql/split.js'
import { sqlTokens } from '../../parse/sql/tokens.js'
import type { Given, InitialisationFault, Script } from './initialisation.js'
import { nameAt, placeOf, type Statement, startsWith, unreadVariable } from './initialisation-statements.js'

const STOPS = 'stops at its first start'
const MOST_FAULTS = 20

/**
 * What the mysql client refuses of the scripts of a first start: the entrypoints of both images end with the first error,
 * after MYSQL_DATABASE and MYSQL_USER are made (docker-library/mysql and /mariadb, `docker_process_sql`).
 */
export function mysqlFaults(scripts: readonly Script[], given: Given, engine: string): readonly InitialisationFault[] {
  const text = scripts.map(({ source }) => source.text).join('\n')
  const drops = /\bdrop\s+(?:database|schema|user)\b/i.test(text)
  const faults = scripts.flatMap(script => {
    if (script.from !== 'file') return []
    let used = given.database === undefined || given.database !== ''
    return splitSql(script.source).flatMap(range => {
      const tokens = sqlTokens(script.source.text, range.start, range.end, true)
      const statement: Statement = { script, range, tokens }
      used ||= startsWith(statement, 'use')
      const fault =
        unreadVariable(statement, 'mysql', []) ??
        (drops ? undefined : thereAlready(statement, given)) ??
        refused(statement, given, engine) ??
        (used ? undefined : withoutDatabase(statement))
      // One mistake, not one for each table behind it.
      if (fault?.key.endsWith('no database')) used = true
      return fault ? [fault] : []
    })
  })
  return faults.slice(0, MOST_FAULTS)
}

function thereAlready(statement: Statement, { database, user }: Given): InitialisationFault | undefined {
  const at = placeOf(statement)
  const key = `${at.path} ${at.start}`
  const fix = 'Take the statement out, or write IF NOT EXISTS.'
  if (startsWith(statement, 'create', ['database', 'schema'])) {
    const name = nameAt(statement, 2)
    if (name === undefined || name === 'if' || !database || name.toLowerCase() !== database.toLowerCase())
      return undefined
    return {
      key,
      at,
      fix,
      message: `${STOPS}: the database ${database} is there already, the image makes what MYSQL_DATABASE names`,
    }
  }
  if (!startsWith(statement, 'create', 'user') || !user) return undefined
  const [, , name, mark, host] = statement.tokens
  const isAnyHost = mark?.text !== '@' || host?.text === '%'
  if (!name || !['string', 'quoted', 'word'].includes(name.kind) || name.text !== user || !isAnyHost) return undefined
  return { key, at, fix, message: `${STOPS}: the user ${user} is there already, the image makes what MYSQL_USER names` }
}

/** What went out of MySQL. https://dev.mysql.com/doc/refman/8.4/en/mysql-nutshell.html · .../8.0/en/mysql-nutshell.html */
function refused(statement: Statement, { version = [] }: Given, engine: string): InitialisationFault | undefined {
  const [major = 0, minor = 0] = version
  if (engine !== 'mysql' || major < 8 || version.length < 2) return undefined
  const { tokens } = statement
  const at = placeOf(statement)
  const index = tokens.findIndex(({ kind, text }) => kind === 'word' && text === 'identified')
  if (startsWith(statement, 'grant') && index > 0)
    return {
      key: `${at.path} ${at.start}`,
      at,
      message: `${STOPS}: MySQL ${major}.${minor} takes no IDENTIFIED BY in GRANT`,
      fix: 'Make the user first (`CREATE USER … IDENTIFIED BY …`), and grant without a password.',
    }
  const plugin = tokens[index + 2]
  const isOld = major > 8 || minor >= 4
  if (!isOld || index < 0 || tokens[index + 1]?.text !== 'with' || plugin?.text !== 'mysql_native_password')
    return undefined
  return {
    key: `${at.path} ${at.start}`,
    at: { path: at.path, start: plugin.start, end: plugin.end },
    message: `${STOPS}: MySQL ${major}.${minor} does not load mysql_native_password${major > 8 ? ', which it no longer has' : ''}`,
    fix: 'Leave out `WITH mysql_native_password`: clients of today know caching_sha2_password.',
  }
}

function withoutDatabase(statement: Statement): InitialisationFault | undefined {
  if (!startsWith(statement, 'create', 'table') && !startsWith(statement, 'insert', 'into')) return undefined
  const isConditional = startsWith(statement, 'create', 'table', 'if', 'not', 'exists')
  const first = isConditional ? 5 : 2
  if (nameAt(statement, first) === undefined || statement.tokens[first + 1]?.text === '.') return undefined
  const at = placeOf(statement)
  return {
    key: `${at.path} no database`,
    at,
    message: `${STOPS}: no database is chosen, the script has no USE and MYSQL_DATABASE is not set`,
    fix: 'Set MYSQL_DATABASE, or write `USE <database>;` above.',
  }
}
