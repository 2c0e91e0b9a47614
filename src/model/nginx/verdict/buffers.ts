import { nginxSizeOf } from '../../../parse/nginx/units.js'
import type { NginxDirective } from '../../../parse/nginx.js'
import type { Judging } from './judging.js'
import { hasFilledIn, inherited, type Level } from './level.js'

const KINDS = ['proxy', 'fastcgi', 'uwsgi', 'scgi'] as const
type Kind = (typeof KINDS)[number]

/** A page of memory, which the defaults are made of: 4k on all but a few ARM machines. */
const PAGE = 4096
const DEFAULT_NUMBER = 8

/** Sizes in bytes that are in force at a level. */
interface Sizes {
  readonly first: number
  readonly number: number
  readonly each: number
  readonly busy?: number
  readonly write?: number
}

/**
 * Judges whether the buffers for answers of servers fit each other
 * (https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_busy_buffers_size): who raises `proxy_buffer_size` alone
 * for large headers gets a configuration that does not load.
 */
export function checkBuffers({ levels, reject }: Judging): void {
  const hasServers = levels.some(({ context }) => context === 'server')
  for (const level of levels) {
    const isUsed = /^(?:server|location|if-location|limit_except)$/.test(level.context)
    if (!isUsed && !(level.context === 'http' && hasServers)) continue
    for (const kind of KINDS) {
      const own = level.directives.filter(({ name }) => namesOf(kind).includes(name))
      const [first] = own
      if (!first) continue
      const message = objectionTo(level, kind)
      if (message === undefined) continue
      const at = own.find(({ name }) => name === `${kind}_buffer_size`) ?? first
      const fix = `Size them together: \`${kind}_buffer_size 16k; ${kind}_buffers 8 16k; ${kind}_busy_buffers_size 32k;\` (the last may stay away).`
      reject({ kind: 'value', at: at.at, message, fix })
    }
  }
}

function namesOf(kind: Kind): readonly string[] {
  return ['buffer_size', 'buffers', 'busy_buffers_size', 'temp_file_write_size'].map(name => `${kind}_${name}`)
}

/** What is wrong, as a sentence; undefined when nothing is, or when a value is not known. */
function objectionTo(level: Level, kind: Kind): string | undefined {
  const sizes = sizesAt(level, kind)
  if (!sizes) return undefined
  const { first, number, each } = sizes
  const largest = Math.max(first, each)
  const busy = sizes.busy ?? 2 * largest
  const room = (number - 1) * each
  if (number < 2) return `${kind}_buffers has to be at least two buffers`
  if (busy < largest) return `${kind}_busy_buffers_size (${bytes(busy)}) is less than one buffer (${bytes(largest)})`
  if (busy > room) {
    const why =
      sizes.busy === undefined
        ? `twice the largest buffer, ${bytes(busy)}`
        : `${kind}_busy_buffers_size, ${bytes(busy)}`
    return `the ${kind} buffers do not fit each other: ${why}, is more than all of ${kind}_buffers but one (${number - 1} of ${bytes(each)})`
  }
  const write = sizes.write ?? 2 * largest
  return write < largest
    ? `${kind}_temp_file_write_size (${bytes(write)}) is less than one buffer (${bytes(largest)})`
    : undefined
}

function sizesAt(level: Level, kind: Kind): Sizes | undefined {
  const first = sizeAt(level, `${kind}_buffer_size`, 0)
  const number = sizeAt(level, `${kind}_buffers`, 0)
  const each = sizeAt(level, `${kind}_buffers`, 1)
  const busy = sizeAt(level, `${kind}_busy_buffers_size`, 0)
  const write = sizeAt(level, `${kind}_temp_file_write_size`, 0)
  if ([first, number, each, busy, write].includes(null)) return undefined
  return {
    first: first ?? PAGE,
    number: number ?? DEFAULT_NUMBER,
    each: each ?? PAGE,
    ...(busy != null && { busy }),
    ...(write != null && { write }),
  }
}

/** Undefined when it is not set, null when what is set cannot be read. */
function sizeAt(level: Level, name: string, index: number): number | null | undefined {
  const directive: NginxDirective | undefined = inherited(level, name).at(0)
  if (!directive) return undefined
  const text = directive.args[index]?.text
  return text === undefined || hasFilledIn(directive) ? null : (nginxSizeOf(text, 'size') ?? null)
}

function bytes(size: number): string {
  return size % 1024 === 0 ? `${size / 1024}k` : `${size}`
}
