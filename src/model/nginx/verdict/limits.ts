import { nginxNumber, nginxSizeOf } from '../../../parse/nginx/units.js'
import type { NginxArgument, NginxDirective } from '../../../parse/nginx.js'
import type { Judging } from './judging.js'
import { isFilledIn, type Level, shown } from './level.js'
import { checkParameters } from './parameters.js'

/** Bytes below which a zone holds nothing: eight pages of memory. */
const LEAST_ZONE = 8 * 4096

const USED_IN: ReadonlySet<string> = new Set(['http', 'server', 'location', 'stream', 'stream-server'])

/** A zone of shared memory as one directive makes or uses it. */
interface ZoneUse {
  readonly name: string
  readonly directive: NginxDirective
  readonly argument: NginxArgument
}

/** Judges `limit_req`, `limit_conn` and the zones that they count in, in `http` and in `stream`. */
export function checkLimits(judging: Judging): void {
  for (const outer of ['http', 'stream'] as const) {
    const levels = judging.levels.filter(({ context }) => (context.startsWith('stream') ? 'stream' : 'http') === outer)
    const made = {
      limit_req: zonesOf('limit_req_zone', levels, judging),
      limit_conn: zonesOf('limit_conn_zone', levels, judging),
    }
    for (const level of levels.filter(({ context }) => USED_IN.has(context))) {
      checkUses(requestLimits(level, judging), 'limit_req', made.limit_req, judging)
      checkUses(connectionLimits(level, judging), 'limit_conn', made.limit_conn, judging)
    }
  }
}

function named(level: Level, name: string, counts: readonly number[]): readonly NginxDirective[] {
  return level.directives.filter(directive => directive.name === name && counts.includes(directive.args.length))
}

/** The zones that are made, each judged; a name may be taken once only. */
function zonesOf(
  name: 'limit_req_zone' | 'limit_conn_zone',
  levels: readonly Level[],
  { reject }: Judging,
): ReadonlyMap<string, ZoneUse> {
  const zones = new Map<string, ZoneUse>()
  const count = name === 'limit_req_zone' ? 3 : 2
  for (const directive of levels.flatMap(level => named(level, name, [count]))) {
    const known = name === 'limit_req_zone' ? ({ zone: 'any', rate: 'any' } as const) : ({ zone: 'any' } as const)
    const found = checkParameters(directive, 1, known, reject)
    const rate = found.get('rate')
    if (rate && !isRate(rate.text)) {
      reject({ kind: 'value', at: rate.at, message: `"${shown(rate)}" is no rate: rate=10r/s, or r/m for slower ones` })
    }
    const argument = found.get('zone')
    if (!argument || isFilledIn(argument.text)) continue
    const zone = zoneName(argument, reject)
    const first = zones.get(zone)
    if (first) {
      const other = { at: first.directive.at, message: 'the first is here' }
      reject({ kind: 'duplicate', at: directive.at, message: `the zone ${zone} is made twice`, other })
    } else zones.set(zone, { name: zone, directive, argument })
  }
  return zones
}

function isRate(text: string): boolean {
  return isFilledIn(text) || /^rate=0*[1-9]\d*(?:r\/[sm])?$/.test(text)
}

/** The name in `zone=name:size`; a wrong size is said. */
function zoneName(argument: NginxArgument, reject: Judging['reject']): string {
  const [, name = '', size = ''] = /^zone=([^:]*):?(.*)$/.exec(argument.text) ?? []
  const bytes = nginxSizeOf(size, 'size')
  if (bytes !== undefined && bytes >= LEAST_ZONE) return name
  const why = bytes === undefined ? 'needs a size: zone=name:10m' : 'is smaller than 32k, too small for a zone'
  reject({ kind: 'value', at: argument.at, message: `"${shown(argument)}" ${why}` })
  return name
}

function requestLimits(level: Level, { reject }: Judging): readonly ZoneUse[] {
  if (level.context.startsWith('stream')) return []
  return named(level, 'limit_req', [1, 2, 3]).flatMap(directive => {
    const [first] = directive.args
    if (directive.args.length === 1 && first?.text === 'off') {
      reject({
        kind: 'value',
        at: directive.at,
        message: 'limit_req has no "off": it takes zone=…',
        fix: 'Take it out, and set `limit_req` only in the locations that need it (a location that sets its own has none of those around it); or give what is not to be counted an empty key with `map` or `geo`.',
      })
      return []
    }
    const found = checkParameters(
      directive,
      0,
      { zone: 'any', burst: 'count', delay: 'count', nodelay: 'flag' },
      reject,
    )
    const argument = found.get('zone')
    if (!argument && found.size === directive.args.length) {
      reject({ kind: 'value', at: directive.at, message: 'limit_req needs the parameter zone=' })
    }
    return argument ? [{ name: argument.text.slice('zone='.length), directive, argument }] : []
  })
}

function connectionLimits(level: Level, { reject }: Judging): readonly ZoneUse[] {
  return named(level, 'limit_conn', [2]).flatMap(directive => {
    const [zone, most] = directive.args
    if (!zone || !most) return []
    const number = nginxNumber(most.text)
    if (!isFilledIn(most.text) && (number === undefined || number < 1 || number > 65_535)) {
      const message = `limit_conn takes a number of connections from 1 to 65535, not "${shown(most)}"`
      reject({ kind: 'value', at: most.at, message })
    }
    return [{ name: zone.text, directive, argument: zone }]
  })
}

/** Zones that are used and nowhere made, and one that a level uses twice. */
function checkUses(
  uses: readonly ZoneUse[],
  name: 'limit_req' | 'limit_conn',
  made: ReadonlyMap<string, ZoneUse>,
  { reject, complete }: Judging,
): void {
  const seen = new Map<string, ZoneUse>()
  for (const use of uses) {
    if (isFilledIn(use.name)) continue
    const first = seen.get(use.name)
    if (first) {
      const other = { at: first.directive.at, message: 'the first is here' }
      reject({ kind: 'duplicate', at: use.directive.at, message: `${name} names the zone ${use.name} twice`, other })
    }
    seen.set(use.name, use)
    if (!made.has(use.name) && complete) {
      const message = `the zone ${use.name} is made nowhere: there is no ${name}_zone with that name`
      reject({ kind: 'undefined', at: use.argument.at, message })
    }
  }
}
