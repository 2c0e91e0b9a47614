import type { In, Program } from '../../../code/program.js'
import { functionsAround } from '../../../code/scopes.js'
import type { Call, Expression } from '../../../code/syntax.js'
import { evaluateExpression } from '../../../code/values.js'
import type { Span } from '../../../source.js'
import { type Cap, capOf } from './cap.js'
import { elementOf, isHandle } from './go.js'
import type { Query } from './query.js'
import { readSql } from './sql-text.js'

/** What plain SQL is sent by. */
export const PACKAGES =
  /^(?:database\/sql|github\.com\/jmoiron\/sqlx|github\.com\/jackc\/pgx(?:\/v\d+)?(?:\/pgxpool)?|github\.com\/jackc\/pgxpool)$/

/** Where the statement stands among the arguments of a method. */
const STATEMENTS: Readonly<Record<string, number>> = {
  Query: 0,
  Queryx: 0,
  NamedQuery: 0,
  QueryContext: 1,
  QueryxContext: 1,
  Select: 1,
  SelectContext: 2,
}

/** `db.Query("SELECT …")` of database/sql, sqlx and pgx, whose statement is written in the code. */
export function goSqlQuery(program: Program, { file, node }: In<Call>): Query | undefined {
  const { callee } = node
  if (callee.kind !== 'member' || !Object.hasOwn(STATEMENTS, callee.property)) return undefined
  if (!isHandle(program, { file, node: callee.object }, PACKAGES)) return undefined
  let index = STATEMENTS[callee.property] ?? 0
  const text = (at: number) => {
    const given = node.arguments[at]
    const value = given && evaluateExpression(program, { file, node: given })
    return value?.kind === 'known' && typeof value.value === 'string' ? value.value : undefined
  }
  // pgx has a context in front.
  if (callee.property === 'Query' && text(0) === undefined) index = 1
  const written = text(index)
  const read = written === undefined ? undefined : readSql(written)
  if (!read || read.isSingle) return undefined
  const at: Span = { path: file.path, start: node.start, end: node.end }
  const limit =
    read.limit === undefined ? undefined : limitOf(program, { file, node }, read.limit, index, written ?? '', at)
  const [within] = functionsAround(file, node.start)
  const target = index > 0 && callee.property.startsWith('Select') ? node.arguments[index - 1] : undefined
  const entity = read.table ?? (target && elementOf(file, target))
  return {
    library: 'sql',
    ...(entity !== undefined && { entity }),
    ...(limit && { limit }),
    isComplete: read.isComplete,
    comparisons: read.comparisons,
    eager: [],
    ...(within && { within: { file, node: within } }),
    isStreamed: false,
    at,
  }
}

/** A number in the text, or what is given for the placeholder. */
function limitOf(
  program: Program,
  { file, node }: In<Call>,
  written: string,
  statementIndex: number,
  statement: string,
  at: Span,
): Cap {
  if (/^\d+$/.test(written)) return { kind: 'fixed', value: Number(written), at }
  const values = node.arguments.slice(statementIndex + 1)
  const position = written.startsWith('$')
    ? Number(written.slice(1)) - 1
    : written === '?'
      ? statement.slice(0, statement.search(/\bLIMIT\s+\?/i)).split('?').length - 1
      : -1
  const given: Expression | undefined = values[position]
  if (!given || values.some(one => one.kind === 'spread'))
    return { kind: 'unknown', because: `what is given for ${written} is not known` }
  return capOf(program, { file, node: given })
}
