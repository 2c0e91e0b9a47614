import { joinPath } from '../../paths.js'
import type { MapNode, Node, ScalarNode } from '../node.js'
import { isUnknown, mapEntries, patterns, rewrite, withEntry } from './nodes.js'

/** Whether a path stays as it is written wherever it stands: absolute on either system, or in a home directory. */
function isAbsolute(path: string): boolean {
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
function isRemoteContext(context: string): boolean {
  return context.includes('://') || /^(service:|github\.com\/|git@)/.test(context)
}

function resolveScalar(node: Node, directory: string): Node {
  if (node.kind !== 'scalar' || node.text === null) return node
  const text = isUnknown(node) ? resolveUnknown(directory, node.text) : resolvePath(directory, node.text)
  return text === node.text ? node : ({ ...node, text } satisfies ScalarNode)
}

/** Of a path with a variable in it only what stands before the variable is known to be a path. */
function resolveUnknown(directory: string, text: string): string {
  const slash = text.lastIndexOf('/', Math.max(0, text.indexOf('$')))
  const before = text.slice(0, slash + 1)
  if (text.startsWith('$') || isAbsolute(text)) return text
  const resolved = joinPath(directory, before)
  return resolved === '.' ? text.slice(slash + 1) : `${resolved}/${text.slice(slash + 1)}`
}

type Resolve = (node: Node, directory: string) => Node

const buildContext: Resolve = (node, directory) => {
  return node.kind === 'scalar' && isRemoteContext(node.text ?? '') ? node : resolveScalar(node, directory)
}

const bindMount: Resolve = (node, directory) => {
  const type = node.kind === 'map' ? node.entries.get('type')?.node : undefined
  if (node.kind !== 'map' || type?.kind !== 'scalar' || type.text !== 'bind') return node
  return mapEntries(node, (child, key) => (key === 'source' ? resolveScalar(child, directory) : child))
}

/** A named volume of the local driver can be a bind mount in disguise. */
const localVolume: Resolve = (node, directory) => {
  if (node.kind !== 'map') return node
  const options = node.entries.get('driver_opts')?.node
  const driver = node.entries.get('driver')?.node
  if (driver?.kind !== 'scalar' || driver.text !== 'local' || options?.kind !== 'map') return node
  const kind = options.entries.get('o')?.node
  const device = options.entries.get('device')?.node
  if (kind?.kind !== 'scalar' || kind.text !== 'bind' || !device) return node
  return withEntry(node, 'driver_opts', withEntry(options, 'device', resolveScalar(device, directory)))
}

const CONTAINER: readonly (readonly [string, Resolve])[] = [
  ['env_file.*.path', resolveScalar],
  ['label_file.*', resolveScalar],
  ['volumes.*', bindMount],
]

const WORKLOAD: readonly (readonly [string, Resolve])[] = [
  ...CONTAINER,
  ['build.context', buildContext],
  ['build.additional_contexts.*', buildContext],
  ['build.ssh.*', resolveScalar],
  ['extends.file', resolveScalar],
]

function under(prefix: string, rules: typeof CONTAINER): [string, Resolve][] {
  return rules.map(([path, resolve]) => [`${prefix}.${path}`, resolve])
}

const PATHS = patterns<Resolve>([
  ...under('services.*', WORKLOAD),
  ...under('jobs.*', WORKLOAD),
  ...under('services.*.pre_start.*', CONTAINER),
  ['services.*.develop.watch.*.path', resolveScalar],
  ['configs.*.file', resolveScalar],
  ['secrets.*.file', resolveScalar],
  ['volumes.*', localVolume],
])

/** Makes paths that are relative to `directory` relative to what `directory` is relative to (compose-go v2.16,
 *  paths/resolve.go). */
export function resolvePaths(root: MapNode, directory: string): MapNode {
  return rewrite(root, PATHS, (resolve, node) => resolve(node, directory)) as MapNode
}
