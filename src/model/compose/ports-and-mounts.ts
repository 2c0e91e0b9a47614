import { child, type MapNode } from '../../parse/node.js'
import { type Fact, known, type Source, unknown } from '../../source.js'
import { booleanFact, factOf, itemsOf, textAt } from '../read-node.js'
import type { Deployment, Mount, PublishedPort } from '../system.js'

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|::1|\[::1\]|localhost)$/
const ANY = /^(0\.0\.0\.0|::|\[::\]|\*)$/

/**
 * Reads canonical `ports` entries. A swarm publishes on all addresses of its nodes and ignores the one that is written
 * (docker/cli `opts/swarmopts/port.go`, `ConvertPortToPortConfig`: "service will listen on '0.0.0.0'").
 */
export function publishedPorts(node: MapNode, platform: Deployment['platform']): readonly PublishedPort[] {
  return itemsOf(child(node, 'ports')).flatMap(item => {
    const target = factOf(child(item, 'target'), port)
    if (!target) return []
    const published = textAt(item, 'published')
    const range = published?.known ? /^(\d+)(?:-(\d+))?$/.exec(published.value) : null
    const host: Fact<number> | undefined = range
      ? known(Number(range[1]), published?.at ?? item.at)
      : published && !published.known
        ? unknown(published.at, published.because)
        : undefined
    const address = platform === 'swarm' ? undefined : textAt(item, 'host_ip')
    const protocol = textAt(item, 'protocol')
    const text = protocol?.known ? protocol.value.toLowerCase() : 'tcp'
    return [
      {
        ...(host ? { host } : {}),
        ...(range?.[2] ? { hostEnd: Number(range[2]) } : {}),
        container: target,
        protocol: text === 'udp' || text === 'sctp' ? text : 'tcp',
        reach: reachOf(address),
        ...(address?.known ? { address: address.value } : {}),
        at: item.at,
      } satisfies PublishedPort,
    ]
  })
}

function port(text: string): number | undefined {
  const number = Number(/^\d+/.exec(text)?.[0])
  return Number.isInteger(number) && number > 0 && number < 65_536 ? number : undefined
}

/** Docker publishes on all interfaces unless an address is given (https://docs.docker.com/engine/network/port-publishing/). */
function reachOf(address: Fact<string> | undefined): PublishedPort['reach'] {
  if (!address) return 'any'
  if (!address.known) return 'unknown'
  if (address.value === '' || ANY.test(address.value)) return 'any'
  return LOOPBACK.test(address.value) ? 'loopback' : 'address'
}

/** Reads canonical `volumes`, `tmpfs`, `configs` and `secrets` entries. `texts`: what configs hold, by their names. */
export function mountsOf(node: MapNode, texts: ReadonlyMap<string, Source>): readonly Mount[] {
  return [
    ...volumeMounts(node),
    ...tmpfsMounts(node),
    ...grants(node, 'configs', 'config', '/').map(mount => withText(mount, texts)),
    ...grants(node, 'secrets', 'secret', '/run/secrets/'),
  ]
}

function volumeMounts(node: MapNode): readonly Mount[] {
  return itemsOf(child(node, 'volumes')).flatMap(item => {
    const target = textAt(item, 'target')
    if (!target) return []
    const source = textAt(item, 'source')
    const type = textAt(item, 'type')
    const written = type?.known ? type.value : 'volume'
    const kind: Mount['type'] =
      written === 'bind' || written === 'tmpfs'
        ? written
        : written === 'volume'
          ? source
            ? 'volume'
            : 'anonymous'
          : 'other'
    const readOnly = booleanFact(child(item, 'read_only'))
    const subpath = textAt(child(item, 'volume'), 'subpath')
    return [
      {
        type: kind,
        ...(source ? { source } : {}),
        target,
        readOnly: readOnly?.known === true && readOnly.value,
        ...(subpath && { subpath }),
        at: item.at,
      } satisfies Mount,
    ]
  })
}

function tmpfsMounts(node: MapNode): readonly Mount[] {
  return itemsOf(child(node, 'tmpfs')).flatMap(item => {
    const target = factOf(item, text => text.split(':')[0])
    return target ? [{ type: 'tmpfs', target, readOnly: false, at: item.at } satisfies Mount] : []
  })
}

function grants(
  node: MapNode,
  key: 'configs' | 'secrets',
  type: 'config' | 'secret',
  directory: string,
): readonly Mount[] {
  return itemsOf(child(node, key)).flatMap(item => {
    const source = textAt(item, 'source')
    const target = textAt(item, 'target') ?? source
    if (!target) return []
    const path =
      target.known && !target.value.startsWith('/') ? known(`${directory}${target.value}`, target.at) : target
    return [{ type, ...(source ? { source } : {}), target: path, readOnly: true, at: item.at } satisfies Mount]
  })
}

function withText(mount: Mount, texts: ReadonlyMap<string, Source>): Mount {
  const source = mount.source?.known ? texts.get(mount.source.value) : undefined
  return source && mount.target.known ? { ...mount, files: [{ path: mount.target.value, source }] } : mount
}
