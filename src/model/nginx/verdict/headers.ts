import { nginxNumber, nginxTimeOf } from '../../../parse/nginx/units.js'
import type { NginxDirective } from '../../../parse/nginx.js'
import type { Judging } from './judging.js'
import { hasFilledIn, hasVariable, type Reject, shown } from './level.js'

const DAY = 86_400_000

/** Judges what is added to answers, and times that stand in them. */
export function checkHeaders({ levels, reject }: Judging): void {
  for (const { context, directives } of levels) {
    if (context.startsWith('stream') || context.startsWith('mail')) continue
    for (const directive of directives) {
      const { name, args } = directive
      if (hasFilledIn(directive)) continue
      if (name === 'add_header' || name === 'add_trailer') checkAdded(directive, reject)
      else if (name === 'expires' && (args.length === 1 || args.length === 2)) checkExpires(directive, reject)
      else if (name === 'keepalive_timeout') checkTimes(directive, reject)
      else if (name.endsWith('_cache_valid')) checkCacheValid(directive, reject)
    }
  }
}

function checkAdded({ name, args }: NginxDirective, reject: Reject): void {
  const [, , third] = args
  if (args.length !== 3 || !third || third.text === 'always') return
  const fix = `Quote a value that has blanks in it: \`${name} Name "the value" always;\`.`
  reject({
    kind: 'value',
    at: third.at,
    message: `behind its value ${name} takes only always, not "${shown(third)}"`,
    fix,
  })
}

function checkExpires({ args }: NginxDirective, reject: Reject): void {
  const [first] = args
  const time = args.at(-1)
  if (!first || !time) return
  const modified = args.length === 2
  const words = 'a time (30d, -1), epoch, max or off'
  if (modified && first.text !== 'modified') {
    reject({ kind: 'value', at: first.at, message: `expires takes ${words}, or modified in front of a time` })
    return
  }
  if (hasVariable(time.text) || (!modified && /^(?:epoch|max|off)$/.test(time.text))) return
  const sign = /^[@+-]/.exec(time.text)?.[0] ?? ''
  const milliseconds = nginxTimeOf(time.text.slice(sign.length), 'seconds')
  const isWrong = milliseconds === undefined || (sign === '@' && (modified || milliseconds > DAY))
  if (isWrong) reject({ kind: 'value', at: time.at, message: `expires takes ${words}, not "${shown(time)}"` })
}

/** `keepalive_timeout` has a second time for the header; the one in `upstream` is judged by its kind. */
function checkTimes({ name, args }: NginxDirective, reject: Reject): void {
  for (const [index, argument] of args.slice(0, 2).entries()) {
    if (nginxTimeOf(argument.text, index === 0 ? 'time' : 'seconds') !== undefined) continue
    reject({ kind: 'value', at: argument.at, message: `${name} takes a time (65s), not "${shown(argument)}"` })
  }
}

function checkCacheValid({ name, args }: NginxDirective, reject: Reject): void {
  const time = args.at(-1)
  if (time && nginxTimeOf(time.text, 'seconds') === undefined) {
    reject({ kind: 'value', at: time.at, message: `${name} ends in a time (10m), not in "${shown(time)}"` })
  }
  for (const code of args.slice(0, -1)) {
    const number = nginxNumber(code.text) ?? 0
    if (code.text === 'any' || (number >= 100 && number <= 599)) continue
    reject({ kind: 'value', at: code.at, message: `${name} takes status codes and a time, not "${shown(code)}"` })
    return
  }
}
