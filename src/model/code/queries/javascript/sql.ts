import type { ExpressionIn, In, Program } from '../../../../code/program.js'
import { functionsAround } from '../../../../code/scopes.js'
import type { Call, Expression } from '../../../../code/syntax.js'
import { typeOf } from '../../../../code/types.js'
import { evaluateExpression } from '../../../../code/values.js'
import { peel } from '../../../../code/walk.js'
import { type Cap, capOf } from '../cap.js'
import type { Query } from '../query.js'
import { readSql } from '../sql-text.js'

/** Drivers whose `query` takes a statement and a list of values: node-postgres and mysql2. */
const DRIVERS = /^(?:pg|pg-pool|mysql2|mysql2\/promise)$/

/** `pool.query('SELECT … LIMIT $1', [limit])` of node-postgres and mysql2, whose statement is written in the code. */
export function sqlQuery(program: Program, at: In<Call>, receiver: Expression): Query | undefined {
  const statement = statementOf(program, at, receiver)
  const read = statement && readSql(statement.text)
  if (!statement || !read || read.isSingle) return undefined
  const { file, node } = at
  const place = { path: file.path, start: node.start, end: node.end }
  const [within] = functionsAround(file, node.start)
  return {
    library: 'sql',
    ...(read.table !== undefined && { entity: read.table }),
    ...(read.limit !== undefined && { limit: limitOf(program, at, statement, read.limit) }),
    isComplete: read.isComplete,
    comparisons: read.comparisons,
    eager: [],
    ...(within && { within: { file, node: within } }),
    isStreamed: false,
    at: place,
  }
}

/** Whether a call sends a statement that reads. */
export function isSqlRead(program: Program, at: In<Call>, receiver: Expression): boolean {
  const statement = statementOf(program, at, receiver)
  return statement !== undefined && readSql(statement.text) !== undefined
}

interface Statement {
  readonly text: string
  /** What is given for its placeholders, in their order; undefined where it is not seen. */
  readonly values: readonly Expression[] | undefined
}

function statementOf(program: Program, { file, node }: In<Call>, receiver: Expression): Statement | undefined {
  const [first, second] = node.arguments
  if (!first) return undefined
  const type = typeOf(program, { file, node: receiver })
  if (type?.kind !== 'external' || !DRIVERS.test(type.package)) return undefined
  const written = inTemplate({ file, node: first })
  if (written) return written
  const value = evaluateExpression(program, { file, node: first })
  if (value.kind !== 'known' || typeof value.value !== 'string') return undefined
  const list = second && peel(second)
  const isWhole = list?.kind === 'array' && list.elements.every(one => one.kind !== 'spread')
  return { text: value.value, values: isWhole ? list.elements : undefined }
}

/** What may stand in front of a value in a statement. */
const BEFORE_VALUE = /(?:[=<>(,]|\b(?:LIMIT|OFFSET|BETWEEN|AND|LIKE|ILIKE))\s*'?%?$/i

/** A statement with values in it: `SELECT … LIMIT ${limit}`. Undefined where parts of the statement itself are put in. */
function inTemplate({ node }: ExpressionIn): Statement | undefined {
  const inner = peel(node)
  if (inner.kind !== 'template') return undefined
  let text = ''
  const values: Expression[] = []
  for (const part of inner.parts) {
    if (typeof part === 'string') text += part
    else if (!BEFORE_VALUE.test(text)) return undefined
    else {
      text += '?'
      values.push(part)
    }
  }
  return values.length === 0 ? undefined : { text, values }
}

/** A number in the text, or what is given for the placeholder. */
function limitOf(program: Program, { file, node }: In<Call>, { text, values }: Statement, written: string): Cap {
  if (/^\d+$/.test(written))
    return { kind: 'fixed', value: Number(written), at: { path: file.path, start: node.start, end: node.end } }
  const position = written.startsWith('$')
    ? Number(written.slice(1)) - 1
    : written === '?'
      ? text.slice(0, text.search(/\bLIMIT\s+\?/i)).split('?').length - 1
      : -1
  const given = values?.[position]
  if (!given) return { kind: 'unknown', because: `what is given for ${written} is not known` }
  return capOf(program, { file, node: given })
}
