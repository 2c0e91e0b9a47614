import { posix } from 'node:path'
import type { MapNode, Node, ScalarNode } from '../node.js'
import { isUnknown, mapOf, scalarOf } from './nodes.js'
import { splitOutsideBraces } from './ports.js'

/** A short mount in its long form, or what is wrong with it. */
export type VolumeResult = { readonly volume: MapNode } | { readonly wrong: string }

const PROPAGATIONS = new Set(['rprivate', 'private', 'rshared', 'shared', 'rslave', 'slave'])

/**
 * Reads a short mount (`data:/var/lib/data:ro`, `./conf:/etc/conf`, `/anonymous`) as compose-go v2.16 (format/volume.go) does:
 * a source that begins with `.`, `/`, `~`, a drive letter or `\\` is a path of the host, any other the name of a volume.
 */
export function longVolume(node: ScalarNode): VolumeResult {
  const text = node.text ?? ''
  if (text === '') return { wrong: 'A mount must not be empty' }
  if (text.length <= 2 && !isUnknown(node)) return { volume: volumeMap(node, '', text, []) }
  const parts = splitVolume(text)
  if (parts.some(part => part === '')) return { wrong: `${JSON.stringify(text)} has an empty part between colons` }
  if (parts.length > 3) return { wrong: `${JSON.stringify(text)} has too many colons` }
  const [first = '', second, options = ''] = parts
  const source = second === undefined ? '' : first
  return { volume: volumeMap(node, source, second ?? first, options.split(',')) }
}

function splitVolume(text: string): string[] {
  const parts: string[] = []
  for (const part of splitOutsideBraces(text, ':')) {
    const before = parts.at(-1)
    // A single letter before a colon is a Windows drive.
    if (before !== undefined && before.length < 3 && /^\p{L}$/u.test(before))
      parts[parts.length - 1] = `${before}:${part}`
    else parts.push(part)
  }
  return parts
}

function volumeMap(node: ScalarNode, source: string, target: string, options: readonly string[]): MapNode {
  const { at } = node
  const bind = isHostPath(source)
  const part = (text: string): ScalarNode => partOf(node, text)
  const propagation = options.findLast(option => PROPAGATIONS.has(option))
  const selinux = options.findLast(option => option === 'z' || option === 'Z')
  const access = options.findLast(option => option === 'ro' || option === 'rw')
  const bindMap = mapOf(at, [
    ['selinux', selinux === undefined ? undefined : scalarOf(selinux, at)],
    ['propagation', propagation === undefined ? undefined : scalarOf(propagation, at)],
    ['create_host_path', bind ? scalarOf('true', at, 'boolean') : undefined],
  ])
  const volumeOptions = mapOf(at, [
    ['nocopy', options.includes('nocopy') ? scalarOf('true', at, 'boolean') : undefined],
  ])
  const cleaned = part(target)
  return mapOf(at, [
    ['type', typeOf(node, source, bind)],
    ['source', source === '' ? undefined : part(source)],
    ['target', isUnknown(cleaned) ? cleaned : { ...cleaned, text: posix.normalize(target).replace(/(?<=.)\/$/, '') }],
    ['read_only', access === 'ro' ? scalarOf('true', at, 'boolean') : undefined],
    ['bind', bindMap.entries.size > 0 ? bindMap : undefined],
    ['volume', !bind || volumeOptions.entries.size > 0 ? volumeOptions : undefined],
  ])
}

/** Whether a source that begins with an unknown variable is a path cannot be told. */
function typeOf(node: ScalarNode, source: string, bind: boolean): Node {
  const type = scalarOf(bind ? 'bind' : 'volume', node.at)
  const open = isUnknown(node) && source.startsWith('$')
  return open ? { ...partOf(node, source), text: source } : type
}

function partOf(node: ScalarNode, text: string): ScalarNode {
  const scalar = scalarOf(text, node.at)
  const { interpolation } = node
  if (!interpolation || (isUnknown(node) && !text.includes('$'))) return scalar
  return { ...scalar, interpolation: { ...interpolation, raw: isUnknown(node) ? text : interpolation.raw } }
}

/** Whether the source of a short mount is a path of the host. */
function isHostPath(source: string): boolean {
  if (/^[./~]/.test(source) || source.startsWith('\\\\')) return true
  // Patterns of Unicode are slow to begin with.
  return source.slice(0, 3).includes(':') && /^\p{L}:/u.test(source)
}
