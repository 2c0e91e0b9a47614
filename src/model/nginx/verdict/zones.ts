import { nginxSizeOf } from '../../../parse/nginx/units.js'
import type { NginxDirective } from '../../../parse/nginx.js'
import type { Span } from '../../../source.js'
import type { Judging } from './judging.js'
import { inOrder, isFilledIn, type Level } from './level.js'

/** A zone of shared memory that a directive names. */
interface Zone {
  readonly name: string
  /** What it is for: one name can be used for one purpose only. */
  readonly use: string
  /** In bytes; absent where the directive leaves it to another. */
  readonly size?: number
  readonly at: Span
}

/** Judges the names of zones of shared memory, which all modules share: each is for one purpose, and of one size. */
export function checkZones({ levels, reject }: Judging): void {
  const [root] = levels
  if (!root) return
  const zones = new Map<string, Zone>()
  inOrder(root, (directive, level) => {
    for (const zone of zonesOf(directive, level)) {
      const first = zones.get(zone.name)
      zones.set(zone.name, first?.size === undefined ? zone : first)
      if (!first) continue
      const other = { at: first.at, message: 'the first is here' }
      const isOtherSize = zone.size !== undefined && first.size !== undefined && zone.size !== first.size
      if (zone.use !== first.use) {
        const message = `the zone ${zone.name} is already one of ${first.use}: each name is for one purpose`
        reject({ kind: 'duplicate', at: zone.at, message, other })
      } else if (isOtherSize && SHARED.has(directive.name)) {
        const message = `the zone ${zone.name} is already made with another size: it is one zone, and has one`
        reject({ kind: 'duplicate', at: zone.at, message, other })
      }
    }
  })
}

/** Zones that several servers may name; the others are made once. */
const SHARED = new Set(['ssl_session_cache', 'zone'])

function zonesOf(directive: NginxDirective, { context }: Level): readonly Zone[] {
  const { name, args } = directive
  const outer = context.startsWith('stream') ? 'stream ' : context.startsWith('mail') ? 'mail ' : ''
  const parameter = (key: string) => args.flatMap(({ text, at }) => zoneOf(text, key, `${outer}${name}`, at))
  if (name === 'limit_req_zone' || name === 'limit_conn_zone') return parameter('zone=')
  if (name.endsWith('_cache_path')) return parameter('keys_zone=')
  if (name === 'ssl_session_cache') return parameter('shared:')
  if (name !== 'zone' || !context.endsWith('upstream')) return []
  const [zone, size] = args
  return zone ? zoneOf(`${zone.text}:${size?.text ?? ''}`, '', `${outer}upstream`, zone.at) : []
}

/** `zone=name:size`. */
function zoneOf(text: string, key: string, use: string, at: Span): readonly Zone[] {
  if (!text.startsWith(key) || isFilledIn(text)) return []
  const [name = '', written = ''] = text.slice(key.length).split(':')
  const size = nginxSizeOf(written, 'size')
  return name === '' ? [] : [{ name, use, ...(size !== undefined && { size }), at }]
}
