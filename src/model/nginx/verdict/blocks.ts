import type { NginxDirective } from '../../../parse/nginx.js'
import type { Judging } from './judging.js'
import { isFilledIn, type Reject } from './level.js'

/** Judges blocks whose content is a table and no directives: `map`, `geo`, `split_clients`. */
export function checkTables({ levels, reject }: Judging): void {
  for (const { context, directives } of levels) {
    if (context !== 'http' && context !== 'stream') continue
    for (const block of directives) {
      if (!block.block || block.args.length === 0) continue
      if (block.name === 'map' || block.name === 'geo' || block.name === 'split_clients') checkVariable(block, reject)
      if (block.name === 'map') checkMap(block.block, reject)
      else if (block.name === 'geo') checkGeo(block.block, reject)
    }
  }
}

/** The last argument names the variable that is made. */
function checkVariable({ name, args }: NginxDirective, reject: Reject): void {
  const made = args.at(-1)
  if (!made || made.text.startsWith('$') || isFilledIn(made.text)) return
  reject({ kind: 'value', at: made.at, message: `${name} makes a variable: $${made.text}, not ${made.text}` })
}

function checkMap(entries: readonly NginxDirective[], reject: Reject): void {
  const keys = new Map<string, NginxDirective>()
  for (const entry of entries) {
    const { name, args, at } = entry
    if (isFilledIn(name)) continue
    if (args.length === 0 && (name === 'hostnames' || name === 'volatile')) continue
    if (args.length !== 1) {
      const message = `an entry of map is one key and one value${args.length === 0 ? ', and this has no value' : ''}`
      reject({ kind: 'arguments', at, message })
      return
    }
    if (name === 'include' || name.startsWith('~')) continue
    const key = name === 'default' ? 'default' : `=${name.replace(/^\\/, '').toLowerCase()}`
    const first = keys.get(key)
    if (first) {
      const other = { at: first.at, message: 'the first is here' }
      reject({ kind: 'duplicate', at, message: `${name === '' ? '""' : name} is in the map twice`, other })
    } else keys.set(key, entry)
  }
}

function checkGeo(entries: readonly NginxDirective[], reject: Reject): void {
  for (const { name, args, at } of entries) {
    if (isFilledIn(name) || (args.length === 0 && /^(?:ranges|proxy_recursive|volatile)$/.test(name))) continue
    if (args.length === 1) continue
    reject({ kind: 'arguments', at, message: 'an entry of geo is one network and one value' })
    return
  }
}
