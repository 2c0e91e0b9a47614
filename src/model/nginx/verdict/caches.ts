import { nginxSizeOf } from '../../../parse/nginx/units.js'
import type { NginxDirective } from '../../../parse/nginx.js'
import type { Judging } from './judging.js'
import { hasFilledIn, hasVariable, isFilledIn, shown } from './level.js'
import { checkParameters, type Parameters } from './parameters.js'

const PATH: Parameters = {
  levels: 'any',
  use_temp_path: 'switch',
  keys_zone: 'any',
  inactive: 'seconds',
  max_size: 'offset',
  min_free: 'offset',
  loader_files: 'number',
  loader_sleep: 'time',
  loader_threshold: 'time',
  manager_files: 'number',
  manager_sleep: 'time',
  manager_threshold: 'time',
  // Only in the commercial nginx.
  purger: 'switch',
  purger_files: 'number',
  purger_sleep: 'time',
  purger_threshold: 'time',
}
const KINDS = ['proxy', 'fastcgi', 'uwsgi', 'scgi'] as const
/** Two pages of memory. */
const LEAST_ZONE = 2 * 4096

/** Judges the caches of answers: where they are made, and whether those that are used exist. */
export function checkCaches(judging: Judging): void {
  for (const kind of KINDS) {
    const zones = new Map<string, NginxDirective>()
    for (const { directives } of judging.levels) {
      for (const one of directives) {
        if (one.name === `${kind}_cache_path` && one.args.length >= 2) checkPath(one, zones, judging)
      }
    }
    for (const { directives } of judging.levels) {
      for (const one of directives) if (one.name === `${kind}_cache`) checkUse(one, kind, zones, judging)
    }
  }
}

function checkPath(directive: NginxDirective, zones: Map<string, NginxDirective>, { reject }: Judging): void {
  if (hasFilledIn(directive)) {
    zones.set('', directive)
    return
  }
  const found = checkParameters(directive, 1, PATH, reject)
  const zone = found.get('keys_zone')
  if (!zone) {
    const isSaid = found.size < directive.args.length - 1
    if (!isSaid) reject({ kind: 'value', at: directive.at, message: `${directive.name} needs keys_zone=name:10m` })
    return
  }
  const [, name = '', size = ''] = /^keys_zone=([^:]*):?(.*)$/.exec(zone.text) ?? []
  if ((nginxSizeOf(size, 'size') ?? 0) < LEAST_ZONE) {
    reject({ kind: 'value', at: zone.at, message: `"${shown(zone)}" needs a size of at least 8k: keys_zone=name:10m` })
  }
  const levels = found.get('levels')
  if (levels && !/^levels=[12](?::[12]){0,2}$/.test(levels.text)) {
    reject({
      kind: 'value',
      at: levels.at,
      message: `levels are one to three digits of 1 or 2 (levels=1:2), not "${shown(levels)}"`,
    })
  }
  const first = zones.get(name)
  if (first) {
    const other = { at: first.at, message: 'the first is here' }
    reject({ kind: 'duplicate', at: zone.at, message: `the cache zone ${name} is made twice`, other })
  } else zones.set(name, directive)
}

function checkUse(
  directive: NginxDirective,
  kind: string,
  zones: ReadonlyMap<string, NginxDirective>,
  { reject, complete }: Judging,
): void {
  const [zone] = directive.args
  if (!zone || directive.args.length > 1 || !complete || zone.text === 'off') return
  if (hasVariable(zone.text) || isFilledIn(zone.text) || zones.has(zone.text) || zones.has('')) return
  const message = `the cache zone ${shown(zone)} is made nowhere: there is no ${kind}_cache_path with keys_zone=${shown(zone)}:…`
  reject({ kind: 'undefined', at: zone.at, message })
}
