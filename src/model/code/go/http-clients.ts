import type { Program } from '../../../code/program.js'
import type { Call, CodeFile, Entry, Expression } from '../../../code/syntax.js'
import { holds, pathOf } from '../../../code/walk.js'
import type { OutboundClient } from '../resilience.js'
import { goFiles, outsideCalls, outsideName } from './outside-calls.js'

/** They use `http.DefaultClient`, whose `Timeout` is none: https://pkg.go.dev/net/http#Client */
const DIRECT = /^net\/http\.(?:Get|Head|Post|PostForm)$/
const DEFAULT = /^net\/http\.DefaultClient\.(?:Do|Get|Head|Post|PostForm)$/
const RESTY = /^(?:github\.com\/go-resty\/resty|resty\.dev)(?:\/v\d+)?\.New$/

/** The HTTP clients of files in Go, by what they wait for. */
export function goHttpClients(program: Program, paths: readonly string[]): readonly OutboundClient[] {
  return goFiles(program, paths).flatMap(file => {
    if (!file.imports.some(one => one.from === 'net/http' || /resty/.test(one.from))) return []
    const calls = outsideCalls(program, file)
    const defaultIsSet = setsDefaultTimeout(program, file)
    const hasDeadline = calls.some(call => /^context\.With(?:Timeout|Deadline)(?:Cause)?$/.test(call.name))
    return calls.flatMap((call): readonly OutboundClient[] => {
      const shown = { name: pathOf(call.node.callee)?.join('.') ?? '', at: call.at }
      // Programs that ask themselves whether they are well.
      if (asksItself(call.node)) return []
      if (DIRECT.test(call.name)) return [{ ...shown, timeout: defaultIsSet ? 'set' : 'none' }]
      if (DEFAULT.test(call.name)) {
        if (defaultIsSet) return [{ ...shown, timeout: 'set' }]
        // The context of the request may end it.
        if (call.name.endsWith('.Do') && hasDeadline)
          return [{ ...shown, timeout: 'unknown', because: 'the context of the request may have a deadline' }]
        return [{ ...shown, timeout: 'none' }]
      }
      if (call.node.isNew && call.name === 'net/http.Client')
        return [{ ...shown, ...literalTimeout(file, call.node, hasDeadline) }]
      if (RESTY.test(call.name))
        return [{ ...shown, timeout: mentions(file, 'SetTimeout') || hasDeadline ? 'set' : 'none' }]
      return []
    })
  })
}

function asksItself({ arguments: given }: Call): boolean {
  return given.some(one => {
    const first = one.kind === 'binary' ? one.left : one
    return (
      first.kind === 'literal' &&
      typeof first.value === 'string' &&
      /^https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::|\/|$)/.test(first.value)
    )
  })
}

function literalTimeout(file: CodeFile, node: Call, hasDeadline: boolean): Pick<OutboundClient, 'timeout' | 'because'> {
  const [body] = node.arguments
  const entries = body?.kind === 'object' ? body.entries.filter((one): one is Entry => one.kind === 'entry') : []
  const timeout = entries.find(one => one.key === 'Timeout')
  if (timeout) return isZero(timeout.value) ? { timeout: 'none' } : { timeout: 'set' }
  // Without keys all fields are there.
  if (body?.kind === 'array' && body.elements.length > 3) return { timeout: 'set' }
  if (assigns(file, 'Timeout')) return { timeout: 'unknown', because: 'a Timeout is set later' }
  if (hasDeadline) return { timeout: 'unknown', because: 'the context of the request may have a deadline' }
  const transport = entries.find(one => one.key === 'Transport')
  if (transport && !isPlainTransport(transport.value))
    return { timeout: 'unknown', because: 'its transport may have a timeout' }
  return { timeout: 'none' }
}

function isZero(node: Expression): boolean {
  return node.kind === 'literal' && node.value === 0
}

/** A transport whose fields are all here, and none of which ends a request. */
function isPlainTransport(node: Expression): boolean {
  const inner = node.kind === 'unary' ? node.value : node
  if (inner.kind !== 'call' || !inner.isNew || pathOf(inner.callee)?.join('.') !== 'http.Transport') return false
  const [body] = inner.arguments
  return (
    body?.kind === 'object' && !body.entries.some(one => one.kind === 'entry' && one.key === 'ResponseHeaderTimeout')
  )
}

function setsDefaultTimeout(program: Program, file: CodeFile): boolean {
  const own = [file, ...program.siblings(file)]
  const isDefault = (name: string | undefined) =>
    name === 'net/http.DefaultClient.Timeout' || name === 'net/http.DefaultClient'
  return own.some(one =>
    holds(one.body, node => node.kind === 'assign' && isDefault(outsideName(program, one, node.target))),
  )
}

function assigns(file: CodeFile, property: string): boolean {
  return holds(
    file.body,
    node => node.kind === 'assign' && node.target.kind === 'member' && node.target.property === property,
  )
}

function mentions(file: CodeFile, property: string): boolean {
  return holds(file.body, node => node.kind === 'member' && node.property === property)
}
