import { directiveForms } from '../../../knowledge/nginx/directives.js'
import { reaches } from '../../../knowledge/nginx/versions.js'
import { nginxNumber } from '../../../parse/nginx/units.js'
import type { Judging } from './judging.js'
import { type Level, plainArgument } from './level.js'

const METHODS = ['select', 'poll', 'epoll', 'kqueue', '/dev/poll', 'eventport', 'iocp']

/** Judges the outermost level of a main file, and `events`. */
export function checkProcesses(judging: Judging): void {
  for (const level of judging.levels) {
    if (level.context === 'main') checkMain(level, judging)
    else if (level.context === 'events') checkEvents(level, judging)
    else if (level.context === 'stream-server') checkStreamServer(level, judging)
  }
}

function checkMain(main: Level, { reject, complete, isStarted }: Judging): void {
  if (complete && isStarted && !main.directives.some(({ name }) => name === 'events')) {
    const [first] = main.directives
    if (first) {
      const message = 'there is no events block, without which nginx does not start'
      reject({ kind: 'missing', at: first.nameAt, message, fix: 'Add `events {}` at the top of the main file.' })
    }
  }
  let opened: string | undefined
  for (const directive of main.directives) {
    const text = plainArgument(directive, 0)
    if (directive.name === 'load_module' && opened) {
      const message = `load_module stands behind the ${opened} block: modules are loaded before any block`
      reject({ kind: 'context', at: directive.at, message })
    }
    if (
      directive.name === 'worker_processes' &&
      text !== undefined &&
      text !== 'auto' &&
      nginxNumber(text) === undefined
    ) {
      reject({ kind: 'value', at: directive.at, message: `worker_processes takes a number or auto, not "${text}"` })
    }
    if (directive.block && /^(?:events|http|stream|mail)$/.test(directive.name)) opened ??= directive.name
  }
}

function checkEvents(events: Level, { reject }: Judging): void {
  for (const directive of events.directives) {
    const text = plainArgument(directive, 0)
    if (text === undefined) continue
    if (directive.name === 'worker_connections' && nginxNumber(text) === undefined) {
      reject({ kind: 'value', at: directive.at, message: `worker_connections takes a number, not "${text}"` })
    } else if (directive.name === 'use' && !METHODS.includes(text)) {
      reject({ kind: 'value', at: directive.at, message: `use takes epoll and its kin, not "${text}"` })
    }
  }
}

/** A server of `stream` has to listen; since 1.27.1 it may do nothing with what arrives. */
function checkStreamServer(server: Level, { reject, version, complete }: Judging): void {
  if (!complete || !server.opening) return
  const has = (...names: readonly string[]) => server.directives.some(({ name }) => names.includes(name))
  if (!has('listen')) reject({ kind: 'missing', at: server.opening.at, message: 'a server in stream needs a listen' })
  const isOld = version && reaches(version, [1, 27, 1]) === false
  const mayBeHandled = server.directives.some(({ name }) => name !== 'include' && !directiveForms(name))
  if (isOld && !mayBeHandled && !has('proxy_pass', 'return', 'pass')) {
    reject({ kind: 'missing', at: server.opening.at, message: 'a server in stream needs a proxy_pass or return' })
  }
}
