import { joinPath } from '../../paths.js'
import type { MapNode, Node, ScalarNode } from '../node.js'
import { isUnknown, mapEntries, patterns, rewrite, withEntry } from './nodes.js'

/** Whether a path stays as it is written wherever it stands: absolute on either system, or in a home directory. */
export function isAbsolute(path: string): boolean {
  return /^[/~]/.test(path) || /^[a-zA-Z]:[\\/]/.test(path) || path.startsWith('\\\\')
}

/** A path below a directory; absolute paths stay as they are. */
export function resolvePath(directory: string, path: string): string {
  return isAbsolute(path) || path === '' ? path : joinPath(directory, path)
}

/** The way from one directory to another, both from the repository root. */
export function relativePath(from: string, to: string): string {
  const parts = (path: string) => (path === '.' ? [] : path.split('/'))
  const here = parts(from)
  const there = parts(to)
  let shared = 0
  while (shared < here.length && here[shared] === there[shared]) shared += 1
  const up = here.slice(shared).map(() => '..')
  return [...up, ...there.slice(shared)].join('/') || '.'
}

/** Whether a build context is no path: a URL, a Git reference, an image or another service. */
export function isRemoteContext(context: string): boolean {
  return context.includes('://') || /^(service:|github\.com\/|git@)/.test(context)
}

function resolveScalar(node: Node, directory: string): Node {
  if (node.kind !== 'scalar' || node.text === null) return node
  if (isUnknown(node) && /^\$/.test(node.text)) return node
  const text = resolvePath(directory, node.text)
  return text === node.text ? node : ({ ...node, text } satisfies ScalarNode)
}

/** Makes the relative paths of a project relative to `directory`'s parent instead (compose-go v2.16, paths/resolve.go). */
export function resolvePaths(root: MapNode, directory: string): MapNode {
  const path = (node: Node) => resolveScalar(node, directory)
  const context = (node: Node) => (node.kind === 'scalar' && isRemoteContext(node.text ?? '') ? node : path(node))
  const mount = (node: Node) => {
    const type = node.kind === 'map' ? node.entries.get('type')?.node : undefined
    if (node.kind !== 'map' || type?.kind !== 'scalar' || type.text !== 'bind') return node
    return mapEntries(node, (child, key) => (key === 'source' ? path(child) : child))
  }
  const container: [string, (node: Node) => Node][] = [
    ['env_file.*.path', path],
    ['label_file.*', path],
    ['volumes.*', mount],
  ]
  const workload: [string, (node: Node) => Node][] = [
    ...container,
    ['build.context', context],
    ['build.additional_contexts.*', context],
    ['build.ssh.*', path],
    ['extends.file', path],
  ]
  const below = (prefix: string, rules: [string, (node: Node) => Node][]) =>
    rules.map(([rule, change]): [string, (node: Node) => Node] => [`${prefix}.${rule}`, change])
  return rewrite(
    root,
    patterns([
      ...below('services.*', workload),
      ...below('jobs.*', workload),
      ...below('services.*.pre_start.*', container),
      ['services.*.develop.watch.*.path', path],
      ['configs.*.file', path],
      ['secrets.*.file', path],
      ['volumes.*', node => localVolume(node, path)],
    ]),
  ) as MapNode
}

/** A named volume of the local driver can be a bind mount in disguise. */
function localVolume(node: Node, path: (node: Node) => Node): Node {
  if (node.kind !== 'map') return node
  const options = node.entries.get('driver_opts')?.node
  const driver = node.entries.get('driver')?.node
  if (driver?.kind !== 'scalar' || driver.text !== 'local' || options?.kind !== 'map') return node
  const kind = options.entries.get('o')?.node
  const device = options.entries.get('device')?.node
  if (kind?.kind !== 'scalar' || kind.text !== 'bind' || !device) return node
  return withEntry(node, 'driver_opts', withEntry(options, 'device', path(device)))
}
