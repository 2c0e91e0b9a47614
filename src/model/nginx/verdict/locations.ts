import { reaches } from '../../../knowledge/nginx/versions.js'
import type { NginxDirective } from '../../../parse/nginx.js'
import type { Judging } from './judging.js'
import { isFilledIn, type Level } from './level.js'

/** How a location matches, and what. */
export interface LocationMatch {
  readonly kind: 'prefix' | 'exact' | 'regex' | 'named'
  readonly text: string
}

const MODIFIERS = new Set(['=', '^~', '~', '~*'])

/** Reads the head of a location; undefined when its modifier is none. The modifier may touch the path. */
export function matchOf({ args }: NginxDirective): LocationMatch | undefined {
  const [first, second] = args
  if (!first) return undefined
  if (second && !MODIFIERS.has(first.text)) return undefined
  const [, sign = '', rest = ''] = second ? ['', first.text, second.text] : splitHead(first.text)
  if (sign === '~' || sign === '~*') return { kind: 'regex', text: rest }
  if (sign === '=') return { kind: 'exact', text: rest }
  return { kind: !second && rest.startsWith('@') ? 'named' : 'prefix', text: rest }
}

function splitHead(text: string): readonly [string, string, string] {
  const [, sign = '', rest = ''] = /^(=|\^~|~\*|~)?(.*)$/s.exec(text) ?? []
  return [text, sign, rest]
}

/** Judges the locations of every level: their modifiers, what they may stand in, and whether two are the same. */
export function checkLocations(judging: Judging): void {
  for (const level of judging.levels) {
    if (level.context !== 'server' && level.context !== 'location') continue
    const seen = new Map<string, NginxDirective>()
    for (const location of level.directives) {
      if (location.name === 'location' && location.block && location.args.length > 0 && location.args.length <= 2) {
        checkLocation(location, level, seen, judging)
      }
    }
  }
}

function checkLocation(
  location: NginxDirective,
  level: Level,
  seen: Map<string, NginxDirective>,
  { reject, version }: Judging,
): void {
  if (location.args.some(({ text }) => isFilledIn(text))) return
  const match = matchOf(location)
  const { at } = location
  if (!match) {
    // Since 1.31.5 a location may also be chosen by a predicate.
    const [first] = location.args
    const isOld = version && reaches(version, [1, 31, 5]) === false
    if (first && (isOld || /^[=~^*!<>|&]+$/.test(first.text))) {
      reject({
        kind: 'value',
        at: first.at,
        message: `"${first.text}" is no modifier of a location: =, ~, ~* and ^~ are`,
      })
    }
    return
  }
  const around = level.opening && level.context === 'location' ? matchOf(level.opening) : undefined
  const misplaced = around && misplacedIn(match, around)
  if (misplaced) reject({ kind: 'context', at, message: misplaced })
  if (match.kind !== 'prefix' && match.kind !== 'exact') return
  const key = `${match.kind} ${match.text}`
  const first = seen.get(key)
  if (first) {
    const message = `the location ${match.kind === 'exact' ? '= ' : ''}${match.text} is there twice`
    reject({ kind: 'duplicate', at, message, other: { at: first.at, message: 'the first is here' } })
  } else seen.set(key, location)
}

/** Why a location cannot stand in another one. */
function misplacedIn(match: LocationMatch, around: LocationMatch): string | undefined {
  if (around.kind === 'exact') return `a location cannot stand in the exact location = ${around.text}`
  if (around.kind === 'named') return `a location cannot stand in the named location ${around.text}`
  if (match.kind === 'named') return `the named location ${match.text} can only stand in a server`
  if (match.kind === 'regex' || match.text.startsWith(around.text)) return undefined
  return `the location ${match.text} lies outside the location ${around.text} that it stands in`
}
