import type { SqlRange } from '../../parse/sql/split.js'
import type { SqlToken } from '../../parse/sql/tokens.js'
import type { Span } from '../../source.js'
import type { InitialisationFault, Script } from './initialisation.js'

/** One statement of a script. */
export interface Statement {
  readonly script: Script
  readonly range: SqlRange
  readonly tokens: readonly SqlToken[]
}

/** The words of a statement from its beginning, in lower case; what is quoted is none. */
export function startsWith({ tokens }: Statement, ...words: readonly (string | readonly string[])[]): boolean {
  return words.every((word, index) => {
    const token = tokens[index]
    return token?.kind === 'word' && (typeof word === 'string' ? token.text === word : word.includes(token.text))
  })
}

/** The name that stands at a place: what is not quoted is in lower case. */
export function nameAt({ tokens }: Statement, at: number): string | undefined {
  const token = tokens[at]
  return token && (token.kind === 'word' || token.kind === 'quoted') ? token.text : undefined
}

/** Where a statement stands, as far as its first line. */
export function placeOf({ script, range }: Statement): Span {
  const { path, text } = script.source
  const newline = text.slice(range.start, range.end).search(/[\r\n]/)
  return { path, start: range.start, end: newline === -1 ? range.end : range.start + newline }
}

/** A variable of a shell: `${NAME}`, or `$NAME` that is all of a text in quotes. */
const VARIABLE = /\$\{[A-Za-z_]\w{0,80}(?::?[-?=+][^}\n]{0,200})?\}|(?<=')\$[A-Z_][A-Z0-9_]{1,80}(?=')/g
const MOST_VARIABLES = 50
/** Statements in which what is in double quotes is a name. */
const NAMING = ['create', 'grant', 'alter', 'drop', 'use', 'revoke'] as const

/**
 * A variable in a file that no shell reads: a password or a name is then the text itself; outside of quotes the statement
 * fails. What other texts hold may be meant, as in a template of a mail. `skip`: what is in dollar quotes.
 */
export function unreadVariable(
  statement: Statement,
  client: 'psql' | 'mysql',
  skip: readonly SqlRange[],
): InitialisationFault | undefined {
  const { script, range, tokens } = statement
  if (script.from !== 'file') return undefined
  const text = script.source.text.slice(range.start, range.end)
  if (!text.includes('$')) return undefined
  let seen = 0
  for (const found of text.matchAll(VARIABLE)) {
    if (++seen > MOST_VARIABLES) break
    const start = range.start + found.index
    if (skip.some(one => one.start <= start && start < one.end)) continue
    const index = tokens.findIndex(one => one.start <= start && start < one.end)
    const token = tokens[index]
    // In a comment.
    if (!token) continue
    const before = tokens[index - 1]?.text ?? ''
    if (token.kind === 'string' && !(token.text === found[0] && /^(?:password|by)$/.test(before))) continue
    if (token.kind === 'quoted' && !(token.text === found[0] && startsWith(statement, NAMING))) continue
    const at = { path: script.source.path, start, end: start + found[0].length }
    return variableFault(found[0], at, client, token.kind !== 'mark')
  }
  return undefined
}

function variableFault(written: string, at: Span, client: 'psql' | 'mysql', isText: boolean): InitialisationFault {
  const name = /\w+/.exec(written)?.[0] ?? ''
  // A default may be a secret.
  const shown = written.replace(/(:?[-?=+]).*\}$/, '$1…}')
  const fix =
    client === 'psql'
      ? `Let psql read it: \`\\getenv value ${name}\` above, \`:'value'\` (a text) or \`:"value"\` (a name) here (PostgreSQL 14 and newer). Or make the file a script (\`.sh\`) with \`psql -v ON_ERROR_STOP=1 … <<EOSQL\`. Pass ${name} to the server in both cases.`
      : `Make the file a script (\`.sh\`) that hands the statement to \`mysql\`, and pass ${name} to the server.`
  const message = isText
    ? `takes ${shown} for the text itself: no shell reads a .sql file, and ${client} replaces no such variables`
    : `stops at its first start: no shell reads a .sql file, and ${client} does not replace ${shown}`
  return { key: `${at.path} $${name} ${at.start}`, at, message, fix, ...(isText ? { misread: true } : {}) }
}
