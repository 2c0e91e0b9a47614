import { reaches } from '../../../knowledge/nginx/versions.js'
import type { NginxDirective } from '../../../parse/nginx.js'
import type { Judging } from './judging.js'
import { hasFilledIn, inherited, isFilledIn, type Level, levelWithin } from './level.js'
import { checkParameters, type Parameters } from './parameters.js'

const SERVER: Parameters = {
  weight: 'count',
  max_conns: 'number',
  max_fails: 'number',
  fail_timeout: 'seconds',
  backup: 'flag',
  down: 'flag',
  resolve: 'flag',
  service: 'any',
  route: 'any',
  drain: 'flag',
  slow_start: 'seconds',
}
/** Only the commercial nginx has it. Which one this is the repository does not always tell. */
const COMMERCIAL = new Set(['slow_start'])
/** https://nginx.org/en/CHANGES */
const SINCE: Readonly<Record<string, readonly number[]>> = {
  resolve: [1, 27, 3],
  service: [1, 27, 3],
  route: [1, 29, 6],
  drain: [1, 29, 6],
}
/** Methods that know no reserve: with them every server counts. */
const WITHOUT_BACKUP = new Set(['ip_hash', 'hash', 'random'])

/** The groups of servers by name, in lower case; those of `http` and of `stream` apart. */
export type Groups = ReadonlyMap<string, NginxDirective>

/** Judges the `upstream` blocks of `http` or `stream`. */
export function checkUpstreams(outer: 'http' | 'stream', judging: Judging): Groups {
  const groups = new Map<string, NginxDirective>()
  for (const level of judging.levels) {
    if (level.context !== outer) continue
    for (const opening of level.directives) {
      const name = opening.name === 'upstream' && opening.args.length === 1 ? opening.args[0]?.text : undefined
      if (name === undefined || isFilledIn(name)) continue
      const first = groups.get(name.toLowerCase())
      if (first) {
        const other = { at: first.at, message: 'the first is here' }
        judging.reject({ kind: 'duplicate', at: opening.at, message: `the upstream ${name} is there twice`, other })
      } else groups.set(name.toLowerCase(), opening)
      const within = levelWithin(level, opening)
      if (within) checkGroup(within, name, judging)
    }
  }
  return groups
}

function checkGroup(group: Level, name: string, judging: Judging): void {
  const { reject } = judging
  const servers = group.directives.filter(directive => directive.name === 'server')
  const hasMore = group.directives.some(directive => directive.name === 'include' || directive.name === 'state')
  if (servers.length === 0 && !hasMore && group.opening) {
    reject({ kind: 'missing', at: group.opening.at, message: `the upstream ${name} has no server` })
  }
  const isReserve = ({ args }: NginxDirective) => args.slice(1).some(({ text }) => text === 'backup')
  if (servers.length > 0 && !hasMore && servers.every(isReserve) && group.opening) {
    const message = `every server of the upstream ${name} is a backup: there is none that they stand in for`
    reject({ kind: 'missing', at: group.opening.at, message })
  }
  checkServers(group, judging)
  checkMethods(group, judging)
  if (!hasMore) checkResolve(group, name, servers, judging)
}

/** Servers in order: a method that stands before them decides what they may say. */
function checkServers(group: Level, judging: Judging): void {
  const { reject, version, tableIsAll } = judging
  const known = Object.fromEntries(
    Object.entries(SERVER).filter(([name]) => {
      if (tableIsAll && COMMERCIAL.has(name)) return false
      return !version || !SINCE[name] || reaches(version, SINCE[name]) !== false
    }),
  )
  let method: string | undefined
  for (const directive of group.directives) {
    if (WITHOUT_BACKUP.has(directive.name) || directive.name === 'least_conn') method = directive.name
    if (directive.name !== 'server' || directive.args.length === 0) continue
    const backup = checkParameters(directive, 1, known, reject).get('backup')
    if (backup && method && WITHOUT_BACKUP.has(method)) {
      reject({ kind: 'value', at: backup.at, message: `${method} knows no backup server` })
    }
    const address = directive.args[0]?.text ?? ''
    if (/^\w+:\/\//.test(address)) {
      const message = `a server of an upstream is host:port, without "${address.slice(0, address.indexOf('//') + 2)}"`
      reject({ kind: 'value', at: directive.args[0]?.at ?? directive.at, message })
    } else if (group.context === 'stream-upstream' && !hasFilledIn(directive) && hasNoPort(address)) {
      reject({ kind: 'value', at: directive.at, message: `${address} has no port, and in stream there is no default` })
    }
  }
}

function hasNoPort(address: string): boolean {
  return !address.startsWith('unix:') && !/:\d+$/.test(address)
}

function checkMethods(group: Level, { reject }: Judging): void {
  for (const directive of group.directives) {
    const { name, args } = directive
    if (name === 'hash' && args.length === 2) checkParameters(directive, 1, { consistent: 'flag' }, reject)
    if (name === 'random' && args.length > 0 && args.length <= 2) {
      const [first, second] = args
      if (first && !isFilledIn(first.text) && first.text !== 'two') {
        reject({ kind: 'value', at: first.at, message: `random takes "two" and a method, not "${first.text}"` })
      } else if (second && !isFilledIn(second.text) && !/^least_(?:conn|time=)/.test(second.text)) {
        reject({ kind: 'value', at: second.at, message: `random two takes least_conn, not "${second.text}"` })
      }
    }
    if (name === 'keepalive' && args[0] && !isFilledIn(args[0].text) && !/^0*[1-9]\d{0,9}$/.test(args[0].text)) {
      const message = `keepalive takes a number of connections, not "${args[0].text}"`
      reject({ kind: 'value', at: args[0].at, message })
    }
  }
}

/** A name that is looked up again and again has to be kept where all workers see it, and asked of somebody. */
function checkResolve(group: Level, name: string, servers: readonly NginxDirective[], judging: Judging): void {
  const resolving = servers.find(({ args }) => args.slice(1).some(({ text }) => text === 'resolve'))
  if (!resolving || !group.opening) return
  const at = resolving.args.find(({ text }) => text === 'resolve')?.at ?? resolving.at
  if (!group.directives.some(directive => directive.name === 'zone')) {
    judging.reject({
      kind: 'missing',
      at,
      message: `resolve needs a zone in the upstream ${name}`,
      fix: `Add \`zone ${name} 64k;\` to the upstream.`,
    })
  } else if (judging.complete && inherited(group, 'resolver').length === 0) {
    const message = `resolve needs a resolver, in the upstream ${name} or in ${group.context === 'upstream' ? 'http' : 'stream'}`
    judging.reject({ kind: 'missing', at, message })
  }
}
