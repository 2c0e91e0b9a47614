import { isAddress } from '../ip-address.js'
import type { MapNode, ScalarNode } from '../node.js'
import { isUnknown, mapOf, scalarOf } from './nodes.js'

/** The parts of a short port, as texts. */
interface ShortPort {
  readonly hostIp: string
  readonly published: string
  readonly target: string
  readonly protocol: string
}

/** A short port in its long form: one map for each container port, or what is wrong with it. */
export type PortResult = { readonly ports: readonly MapNode[] } | { readonly wrong: string }

const MAX_PORTS = 65_536

/**
 * Reads a short port (`8080:80`, `127.0.0.1:8000-8010:80/udp`, `[::1]:80:80`) as docker/go-connections v0.4 does. A range of
 * host ports for one container port stays a range; ranges on both sides must be of one length and are spread. A text that
 * is not fully known is taken apart as it is written, so that what is known of it is known.
 */
export function longPorts(node: ScalarNode): PortResult {
  if (isUnknown(node)) return { ports: [unknownPort(node)] }
  const text = node.text ?? ''
  const parts = splitPort(text)
  const hostIp = bareAddress(parts.hostIp)
  if (hostIp === undefined) return { wrong: `${parts.hostIp} must be in brackets` }
  if (hostIp !== '' && !isAddress(hostIp)) return { wrong: `${hostIp} is not an IP address` }
  if (parts.target === '') return { wrong: `${JSON.stringify(text)} names no container port` }
  const target = portRange(parts.target)
  if (!target || target.from === 0) return { wrong: `${JSON.stringify(parts.target)} is not a container port` }
  const host = parts.published === '' ? undefined : portRange(parts.published)
  if (parts.published !== '' && !host) return { wrong: `${JSON.stringify(parts.published)} is not a host port` }
  const span = target.to - target.from
  if (host && span > 0 && host.to - host.from !== span) {
    return { wrong: `The ranges ${parts.target} and ${parts.published} are not of one length` }
  }
  if (!['tcp', 'udp', 'sctp'].includes(parts.protocol))
    return { wrong: `${parts.protocol} is not a protocol of a port` }
  const ports: MapNode[] = []
  for (let i = 0; i <= span && i < MAX_PORTS; i += 1) {
    const published = !host
      ? ''
      : span === 0 && host.to !== host.from
        ? `${host.from}-${host.to}`
        : String(host.from + i)
    ports.push(portMap(node, { hostIp, published, target: String(target.from + i), protocol: parts.protocol }))
  }
  // Compose sorts the spread ports as texts.
  return { ports: ports.sort((a, b) => (targetText(a) < targetText(b) ? -1 : 1)) }
}

/** An IPv6 address needs its brackets in front of a port. */
function bareAddress(text: string): string | undefined {
  const inside = /^\[(.*)\]$/.exec(text)?.[1]
  return inside ?? (text.includes(':') ? undefined : text)
}

function targetText(port: MapNode): string {
  const node = port.entries.get('target')?.node
  return node?.kind === 'scalar' ? `${node.text}/` : ''
}

function portMap(node: ScalarNode, parts: ShortPort): MapNode {
  const part = (text: string, type: ScalarNode['type'] = 'string'): ScalarNode => {
    const scalar = scalarOf(text, node.at, type)
    return node.interpolation ? { ...scalar, interpolation: node.interpolation } : scalar
  }
  return mapOf(node.at, [
    ['mode', scalarOf('ingress', node.at)],
    ['host_ip', parts.hostIp === '' ? undefined : part(parts.hostIp)],
    ['target', part(parts.target, 'number')],
    ['published', parts.published === '' ? undefined : part(parts.published)],
    ['protocol', scalarOf(parts.protocol, node.at)],
  ])
}

function unknownPort(node: ScalarNode): MapNode {
  const parts = splitPort(node.text ?? '')
  const part = (text: string, type: ScalarNode['type'] = 'string'): ScalarNode | undefined => {
    if (text === '') return undefined
    if (!text.includes('$')) return scalarOf(text, node.at, /^\d+$/.test(text) ? type : 'string')
    return {
      ...scalarOf(text, node.at),
      interpolation: { raw: text, state: 'unknown', uses: node.interpolation?.uses ?? [] },
    }
  }
  return mapOf(node.at, [
    ['mode', scalarOf('ingress', node.at)],
    ['host_ip', part(parts.hostIp.replace(/^\[(.*)\]$/, '$1'))],
    ['target', part(parts.target, 'number')],
    ['published', part(parts.published)],
    ['protocol', part(parts.protocol)],
  ])
}

/** Splits at colons that are not inside `${…}`. */
export function splitOutsideBraces(text: string, separator: string): string[] {
  const parts: string[] = []
  let from = 0
  let depth = 0
  for (let i = 0; i < text.length; i += 1) {
    if (text.startsWith('${', i)) depth += 1
    else if (text.charAt(i) === '}' && depth > 0) depth -= 1
    else if (depth === 0 && text.charAt(i) === separator) {
      parts.push(text.slice(from, i))
      from = i + 1
    }
  }
  return [...parts, text.slice(from)]
}

function splitPort(text: string): ShortPort {
  const parts = splitOutsideBraces(text, ':')
  const [target = '', protocol = ''] = splitOutsideBraces(parts.at(-1) ?? '', '/')
  return {
    hostIp: parts.slice(0, -2).join(':'),
    published: parts.at(-2) ?? '',
    target,
    protocol: protocol === '' ? 'tcp' : protocol.toLowerCase(),
  }
}

function portRange(text: string): { readonly from: number; readonly to: number } | undefined {
  const [first = '', second = first] = text.split('-')
  if (!/^\d{1,20}$/.test(first) || !/^\d{1,20}$/.test(second)) return undefined
  const from = Number(first)
  const to = Number(second)
  return to < from || to > 65_535 ? undefined : { from, to }
}
