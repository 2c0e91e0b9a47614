import { nginxNumber, nginxSizeOf, nginxTimeOf } from '../../../parse/nginx/units.js'
import type { NginxArgument, NginxDirective } from '../../../parse/nginx.js'
import { isFilledIn, type Reject, shown } from './level.js'
import { missingEnd } from './usage.js'

/**
 * What a parameter is: `flag` stands alone (`backup`), the others have a value behind `=`. `number` is whole and may be 0,
 * `count` is at least 1, `size`, `offset`, `time` and `seconds` as in `DirectiveValue`, `switch` is on or off.
 */
export type ParameterKind = 'flag' | 'any' | 'number' | 'count' | 'size' | 'offset' | 'time' | 'seconds' | 'switch'

/** Parameters by name. */
export type Parameters = Readonly<Record<string, ParameterKind>>

/** Judges the arguments from a position on as parameters, and gives those that are right, by name. */
export function checkParameters(
  directive: NginxDirective,
  from: number,
  known: Parameters,
  reject: Reject,
): ReadonlyMap<string, NginxArgument> {
  const found = new Map<string, NginxArgument>()
  for (const argument of directive.args.slice(from)) {
    const { text, at } = argument
    const equals = text.indexOf('=')
    const name = equals === -1 ? text : text.slice(0, equals)
    const kind = Object.hasOwn(known, name) ? known[name] : undefined
    if (kind && (equals === -1) === (kind === 'flag') && isRight(text.slice(equals + 1), kind))
      found.set(name, argument)
    else if (isFilledIn(text)) found.set(name, argument)
    else {
      const what = kind && kind !== 'flag' ? `takes ${name}= with ${WORDS[kind]}` : 'has no parameter like that'
      const message = `invalid parameter "${shown(argument)}": ${directive.name} ${what}`
      reject({ kind: 'value', at, message, ...missingEnd(directive) })
      // Behind the first one nginx has stopped; the words behind a missing ";" are none of its parameters.
      break
    }
  }
  return found
}

function isRight(text: string, kind: ParameterKind): boolean {
  switch (kind) {
    case 'number':
      return nginxNumber(text) !== undefined
    case 'count':
      return (nginxNumber(text) ?? 0) > 0
    case 'size':
    case 'offset':
      return nginxSizeOf(text, kind) !== undefined
    case 'time':
    case 'seconds':
      return nginxTimeOf(text, kind) !== undefined
    case 'switch':
      return text === 'on' || text === 'off'
    default:
      return true
  }
}

const WORDS: Readonly<Record<Exclude<ParameterKind, 'flag'>, string>> = {
  any: 'a value',
  number: 'a whole number',
  count: 'a whole number above 0',
  size: 'a size (8k, 10m)',
  offset: 'a size (8k, 10m, 1g)',
  time: 'a time (30s, 500ms)',
  seconds: 'a time in whole seconds (30s, 1h)',
  switch: 'on or off',
}
