import { duration, goUrl } from '../prometheus/http-client.js'
import { unquote } from '../prometheus/promql/lex.js'
import { readRe2 } from '../re2.js'
import { type Fields, isNothing, refuse, type Shape, text } from '../strict.js'

/** Values of single keys of Alertmanager: https://prometheus.io/docs/alerting/latest/configuration/ */
export const seconds = text(duration)
/** Notifications are sent over the web only. */
export const link = text(value => {
  const problem = goUrl(value)
  if (problem !== undefined) return problem
  if (!/^https?:/i.test(value)) return `unsupported scheme for URL "${value}"`
  return /^https?:\/\/[^/?#]/i.test(value) ? undefined : `missing host for URL "${value}"`
})
/** A mail server with its port. */
export const smarthost = text(value => {
  if (value === '') return undefined
  return /^(?:[^:[\]]*|\[[^\]]*\]):[^:[\]]+$/.test(value) ? undefined : `address ${value}: missing port in address`
})
/** Keys that take any text, by their names. */
export const texts = (names: string): Fields => Object.fromEntries(names.split(' ').map(name => [name, text()]))

const LABEL = /^[a-zA-Z_][a-zA-Z0-9_]*$/
/** The name of a label in the old matchers. */
export const legacyLabel = (name: string) => (LABEL.test(name) ? undefined : `invalid label name "${name}"`)
/** The name of a label elsewhere. */
export const anyLabel = (name: string) => (name === '' ? 'invalid label name ""' : undefined)
const regex = text(value => {
  const found = readRe2(`^(?:${value})$`)
  return found.valid ? undefined : `error parsing regexp: ${found.problem}`
})

/** Of a mapping of expressions, in which nothing is none. */
export const someRegex: Shape = (node, log) =>
  isNothing(node) ? refuse(log, node.at, 'invalid regexp value') : regex(node, log)

/** One comparison; values are quoted or not. */
const MATCHER =
  /\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,{}"'`!=~\\]+))\s*(=~|!~|!=|=)\s*(?:("(?:[^"\\\n]|\\.)*")|([^\s,{}"\\]*(?:\s+[^\s,{}"\\]+)*))\s*(?:,|$)/y
/** One line of `matchers`: comparisons in optional braces. */
export const matcher = text(value => {
  if (value.length > LONGEST_LINE) return undefined
  const line = value.trim()
  if (line.startsWith('{') !== line.endsWith('}')) return `bad matcher format: ${value}`
  const inner = line.startsWith('{') ? line.slice(1, -1) : line
  for (let at = 0; at < inner.trimEnd().length; at = MATCHER.lastIndex) {
    MATCHER.lastIndex = at
    const found = MATCHER.exec(inner)
    if (!found) return `bad matcher format: ${value}`
    const [, , , operator = '', quoted, bare = ''] = found
    const compared = quoted === undefined ? bare : unquote(quoted)
    if (compared === undefined) return `invalid escape in matcher: ${value}`
    const problem = operator.includes('~') ? readRe2(`^(?:${compared})$`) : undefined
    if (problem && !problem.valid) return `error parsing regexp: ${problem.problem}`
  }
  return undefined
})

const LONGEST_LINE = 2_000
