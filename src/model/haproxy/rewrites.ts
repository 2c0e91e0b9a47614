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

/** The rules of a section that change paths, with what they ask for. */
export interface PathRules {
  readonly section: HaproxySection
  readonly rules: readonly {
    readonly line: HaproxyLine
    readonly condition: string
    readonly asked: readonly Asked[]
  }[]
}

/** Rules of one section beyond which nothing is said of its paths. */
const MOST_RULES = 100

/** Reads the `http-request` rules of a section that change paths. */
export function pathRulesOf(section: HaproxySection): PathRules {
  const lines = section.lines.filter(isRule)
  const named = lines.length > 0 ? namedConditions(section) : new Map<string, readonly Asked[]>()
  const rules = lines
    .slice(0, MOST_RULES + 1)
    .map(line => ({ line, condition: conditionText(line), asked: conditionOf(line, named) }))
  return { section, rules }
}

/**
 * What becomes of the path of a route through the rules of these sections. `route` is the line that chooses the backend: a
 * rule under the same condition applies to the same requests.
 */
export function rewriteThrough(sections: readonly PathRules[], path: RoutePath, route?: HaproxyLine): PathRewrite {
  const many = sections.find(({ rules }) => rules.length > MOST_RULES)
  if (many) return unknownRewrite(many.section.at, 'too many rules may change the path')
  const own = route && conditionText(route)
  const met = sections.flatMap(({ section, rules }, index) =>
    rules.flatMap(rule => {
      // The first section is that of the route.
      const meets = meetsRule(rule, path, index === 0 && section.keyword !== 'backend' ? own : undefined)
      return meets === 'never' ? [] : [{ line: rule.line, meets }]
    }),
  )
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
  { line, condition, asked }: PathRules['rules'][number],
  path: RoutePath,
  route: string | undefined,
): 'always' | 'never' | 'perhaps' {
  if (line.conditional) return 'perhaps'
  if (condition === '' || condition === route) return 'always'
  // One test alone says all that is asked.
  if (!/^if (?:[^!{ ][^ ]*|\{ [^{}]* \})$/.test(condition)) return 'perhaps'
  const covers = asked.map(way =>
    way.path && way.path.match !== 'regex' && way.hosts.length === 0 ? coverOf(way.path, path) : 'unknown',
  )
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
