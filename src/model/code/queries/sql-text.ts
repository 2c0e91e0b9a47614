import type { Comparison } from '../growth.js'

/** A `SELECT` as far as it is asked about: which table, which rows, how many. */
export interface SqlRead {
  readonly table: string | undefined
  readonly comparisons: readonly Comparison[]
  /** A number, or the placeholder as written: `$1`, `?`, `:limit`. */
  readonly limit: string | undefined
  /** False with joins, unions, subqueries and `OR`. */
  readonly isComplete: boolean
  /** One row comes back, whatever is in the table: `SELECT count(*)` without groups. */
  readonly isSingle: boolean
}

/** Longer statements are not taken apart. */
const LONGEST = 20_000

/** Takes a statement apart that reads rows; undefined for others. Comments and texts in quotes are passed by. */
export function readSql(statement: string): SqlRead | undefined {
  const text = statement
    .slice(0, LONGEST)
    .replace(/--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const isPlain = /^SELECT\b/i.test(text)
  if (!isPlain && !/^WITH\b[\s\S]*\bSELECT\b/i.test(text)) return undefined
  const limit = /\b(?:LIMIT|FETCH (?:FIRST|NEXT))\s+(\$\d+|\?|[:@]\w+|\d+)/i.exec(text)?.[1]
  const table = /\bFROM\s+("?[\w.]+"?|`[\w.]+`)/i.exec(text)?.[1]?.replace(/["`]/g, '')
  const where = /\bWHERE\s+(.*?)(?:\s+(?:ORDER BY|GROUP BY|LIMIT|OFFSET|FETCH|FOR UPDATE|HAVING|UNION)\b|;|$)/i.exec(
    text,
  )?.[1]
  const selected = /^SELECT\s+(.*?)\s+FROM\b/i.exec(text)?.[1] ?? ''
  const isGrouped = /\bGROUP BY\b/i.test(text)
  const comparisons = where === undefined ? [] : comparisonsOfSql(where)
  return {
    table: table?.slice(table.lastIndexOf('.') + 1),
    comparisons: comparisons ?? [],
    limit,
    isComplete:
      isPlain && comparisons !== undefined && !/\b(?:JOIN|UNION|INTERSECT|EXCEPT)\b|\(\s*SELECT\b/i.test(text),
    isSingle:
      !isGrouped && /^(?:(?:COALESCE\s*\(\s*)?(?:COUNT|SUM|MIN|MAX|AVG|EXISTS|BOOL_OR|BOOL_AND)\s*\()/i.test(selected),
  }
}

/** What every row must meet: the parts of a condition joined by `AND`. Undefined where `OR` or brackets make it another one. */
export function comparisonsOfSql(condition: string): readonly Comparison[] | undefined {
  const text = condition.slice(0, LONGEST)
  if (/\bOR\b/i.test(text) || /\(\s*SELECT\b/i.test(text)) return undefined
  return text
    .replace(/\bBETWEEN\s+\S+\s+AND\b/gi, '>')
    .split(/\s+AND\s+/i)
    .map((part): Comparison => {
      const [, field = '', operator = ''] =
        /^[\s(]*(?:[\w"`]+\.)?["`]?(\w+)["`]?\s*(=\s*ANY\b|=|IN\b|\S+)/i.exec(part) ?? []
      return {
        field,
        operator: /^(?:IN|=\s*ANY)$/i.test(operator) ? 'in' : operator === '=' ? 'equals' : 'other',
      }
    })
    .filter(one => one.field !== '')
}
