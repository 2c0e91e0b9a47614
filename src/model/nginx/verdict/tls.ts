import type { NginxDirective } from '../../../parse/nginx.js'
import type { Judging } from './judging.js'
import { inherited, isFilledIn, type Level, shown } from './level.js'
import type { Listen } from './listen.js'

/** Judges certificates: that what answers with TLS has one, with a key, and what depends on it. */
export function checkTls(listens: readonly Listen[], judging: Judging): void {
  const { levels, reject, complete } = judging
  for (const level of levels) {
    for (const directive of level.directives) if (directive.name === 'ssl_session_cache') checkCache(directive, judging)
  }
  if (!complete) return
  for (const server of levels) {
    if (server.context !== 'server') continue
    const certificates = inherited(server, 'ssl_certificate')
    const keys = inherited(server, 'ssl_certificate_key')
    const last = certificates.at(-1)
    if (last && keys.length < certificates.length) {
      reject({ kind: 'certificate', at: last.at, message: `ssl_certificate has no ssl_certificate_key with it` })
    } else if (last) checkClients(server, judging)
  }
  for (const listen of defaultsOf(listens)) {
    const { server, directive } = listen
    const hasOne = inherited(server, 'ssl_certificate').length > 0
    if (hasOne || inherited(server, 'ssl_reject_handshake').at(-1)?.args[0]?.text.toLowerCase() === 'on') continue
    const message = `this server listens with TLS and has no ssl_certificate, nor has the http block`
    reject({ kind: 'certificate', at: directive.at, message })
  }
}

/** Of each socket with TLS the server that answers when no name fits: nginx demands a certificate of that one. */
function defaultsOf(listens: readonly Listen[]): readonly Listen[] {
  const sockets = new Map<string, { standard: Listen; tls: boolean; named: boolean }>()
  for (const one of listens) {
    if (one.server.context !== 'server' || one.socket === undefined) continue
    const named = one.parameters.has('default_server') || one.parameters.has('default')
    const tls = one.parameters.has('ssl') || one.parameters.has('quic')
    const known = sockets.get(one.socket)
    if (!known) sockets.set(one.socket, { standard: one, tls, named })
    else {
      known.tls ||= tls
      if (named && !known.named) Object.assign(known, { standard: one, named })
    }
  }
  return [...sockets.values()].filter(socket => socket.tls).map(socket => socket.standard)
}

function checkClients(server: Level, { reject }: Judging): void {
  const verify = inherited(server, 'ssl_verify_client').at(-1)
  const mode = verify?.args[0]?.text.toLowerCase()
  if (!verify || (mode !== 'on' && mode !== 'optional')) return
  if (inherited(server, 'ssl_client_certificate').length + inherited(server, 'ssl_trusted_certificate').length > 0)
    return
  const message = `ssl_verify_client ${mode} needs ssl_client_certificate: the authorities that clients are checked against`
  reject({ kind: 'certificate', at: verify.at, message })
}

function checkCache(directive: NginxDirective, { reject }: Judging): void {
  for (const argument of directive.args) {
    const { text, at } = argument
    if (isFilledIn(text) || /^(?:off|none|builtin|builtin:\d+)$/.test(text)) continue
    if (/^shared:[^:]+:\d+[kKmM]?$/.test(text)) continue
    const message = `ssl_session_cache takes off, none, builtin or shared:name:10m, not "${shown(argument)}"`
    reject({ kind: 'value', at, message })
    return
  }
}
