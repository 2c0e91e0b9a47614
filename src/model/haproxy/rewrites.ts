import type { HaproxyLine, HaproxySection } from '../../parse/haproxy.js'
import type { Span } from '../../source.js'
import {
  coveredBy,
  IDENTITY,
  type PathRewrite,
  partsReplaced,
  patternRewrite,
  prefixReplaced,
  unknownRewrite,
} from '../path-rewrite.js'
import type { RoutePath } from '../reverse-proxy.js'
import { type Asked, conditionOf, namedConditions } from './conditions.js'

/** The actions that change the path: https://docs.haproxy.org/3.2/configuration.html#4.3 */
const ACTION = /^(?:set|replace)-(?:path|pathq|uri)$/
/** Their predecessors, which rewrite the request line. */
const OLD = /^reqi?rep$/

/**
 * What becomes of the path of a route through the `http-request` rules of these sections. `route` is the line that chooses
 * the backend: a rule under the same condition applies to the same requests.
 */
export function rewriteThrough(sections: readonly HaproxySection[], path: RoutePath, route?: HaproxyLine): PathRewrite {
  const met = sections.flatMap(section => {
    const rules = section.lines.filter(isRule)
    if (rules.length === 0) return []
    const named = namedConditions(section)
    return rules.flatMap(line => {
      const meets = meetsRule(line, path, named, section.lines.includes(route as HaproxyLine) ? route : undefined)
      return meets === 'never' ? [] : [{ line, meets }]
    })
  })
  const [first, second] = met
  if (!first) return IDENTITY
  if (second) return unknownRewrite(second.line.at, 'several rules may change the path')
  if (first.meets === 'perhaps') return unknownRewrite(first.line.at, 'a condition decides whether the path is changed')
  return rewriteOf(first.line, path)
}

function isRule({ words: [keyword, action] }: HaproxyLine): boolean {
  return (keyword?.text === 'http-request' && ACTION.test(action?.text ?? '')) || OLD.test(keyword?.text ?? '')
}

function conditionText({ words }: HaproxyLine): string {
  const start = words.findIndex(({ text }) => text === 'if' || text === 'unless')
  return start === -1
    ? ''
    : words
        .slice(start)
        .map(({ text }) => text)
        .join(' ')
}

/** Whether the requests of a route come under the condition of a rule. */
function meetsRule(
  line: HaproxyLine,
  path: RoutePath,
  named: ReadonlyMap<string, readonly Asked[]>,
  route: HaproxyLine | undefined,
): 'always' | 'never' | 'perhaps' {
  const condition = conditionText(line)
  if (line.conditional) return 'perhaps'
  if (condition === '' || (route && condition === conditionText(route))) return 'always'
  // One test alone says all that is asked.
  if (!/^if (?:[^!{ ][^ ]*|\{ [^{}]* \})$/.test(condition)) return 'perhaps'
  const asked = conditionOf(line, named).map(way => (way.path && way.hosts.length === 0 ? way.path : undefined))
  const covers = asked.map(one => (one && one.match !== 'regex' ? coverOf(one, path) : 'unknown'))
  if (covers.includes('all')) return 'always'
  return covers.every(cover => cover === 'none') ? 'never' : 'perhaps'
}

function coverOf(asked: RoutePath, path: RoutePath) {
  if (asked.match === 'prefix') return coveredBy(asked.text, path)
  if (path.match === 'exact') return asked.text === path.text ? 'all' : 'none'
  return asked.text.startsWith(path.text) ? 'some' : 'none'
}

/** The path as a whole, what takes the place of its beginning, or a text: `/v1%[path]`, `%[path,regsub(^/api,)]`, `/v1`. */
const FORMAT = /^([^%]*)%\[path(?:,regsub\(([^()]*(?:\(\/\|\$\))?[^()]*)\))?\]$/

function rewriteOf({ words, at }: HaproxyLine, path: RoutePath): PathRewrite {
  const [, action, first, second] = words
  const beyond = unknownRewrite(at, 'what the path becomes is put together while HAProxy runs')
  if (!first || words.some(({ open }) => open)) return beyond
  if (action?.text === 'replace-path' || action?.text === 'replace-pathq') {
    if (!second || second.text.includes('%[')) return beyond
    return patternRewrite(first.text, second.text, path, at)
  }
  if (action?.text !== 'set-path' && action?.text !== 'set-pathq') return beyond
  if (!first.text.includes('%')) return { kind: 'replace-path', by: first.text.replace(/\?.*$/s, ''), at }
  const [, front, substitution] = FORMAT.exec(first.text) ?? []
  if (front === undefined) return beyond
  return substitution === undefined ? prefixReplaced('', front, at) : substituted(substitution, front, path, at)
}

/** `regsub(^/api/,/)` with what stands in front: https://docs.haproxy.org/3.2/configuration.html#7.3.1-regsub */
function substituted(text: string, front: string, path: RoutePath, at: Span): PathRewrite {
  const [pattern = '', by = '', flags = ''] = text.split(',').map(part => part.replace(/^(["'])(.*)\1$/, '$2'))
  const [, written, separator] = /^\^((?:(?:[\w/%~@:-]|\\[./_~-])(?!\?))*)(\/\?|\(\/\|\$\))?$/.exec(pattern) ?? []
  if (written === undefined || flags.includes('g') || /[\\%]/.test(by))
    return unknownRewrite(at, 'a regular expression changes the path')
  const literal = written.replace(/\\(.)/g, '$1')
  const covered = coveredBy(literal, path)
  if (covered === 'none') return prefixReplaced('', front, at)
  if (covered !== 'all') return unknownRewrite(at, 'only a part of the paths is changed')
  const whole = `${front}${by}`
  if (separator !== undefined && whole.endsWith('/')) return partsReplaced(literal, whole, at)
  if (separator !== undefined) return unknownRewrite(at, 'a regular expression changes the path')
  return whole === '' && literal !== ''
    ? { kind: 'strip-prefix', prefix: literal, at }
    : prefixReplaced(literal, whole, at)
}
