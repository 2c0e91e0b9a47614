import { parseEnvironmentFile } from '../parse/dotenv.js'
import { child, type MapNode, type Node, type VariableUse } from '../parse/node.js'
import { isWithin, joinPath } from '../paths.js'
import { knownValue, type Source, type Span } from '../source.js'
import type { Tree } from '../tree.js'
import { copyOf } from './image/build-steps.js'
import { itemsOf, textAt } from './read-node.js'
import { isConfiguration, isScriptPath } from './service-facts.js'
import type { Image, Mount, OwnFiles, ServiceEnvironmentFile } from './system.js'

const FILE_LIMIT = 50
const NODE_LIMIT = 20_000

/** The `env_file` entries of a canonical service. */
export function environmentFilesOf(service: MapNode, tree: Tree): readonly ServiceEnvironmentFile[] {
  return itemsOf(child(service, 'env_file')).flatMap(item => {
    const path = textAt(item, 'path')
    if (!path?.known) return []
    const source = tree.read(path.value)
    return [
      { path: path.value, at: path.at, present: source !== undefined, names: source ? namesIn(source) : new Map() },
    ]
  })
}

/** Read once, though every service may have the same file. */
const known = new WeakMap<Source, ReadonlyMap<string, Span>>()

function namesIn(source: Source): ReadonlyMap<string, Span> {
  const before = known.get(source)
  if (before) return before
  const names = new Map<string, Span>()
  for (const entry of parseEnvironmentFile(source).entries) {
    if (entry.value !== null) names.set(entry.name, entry.keyAt)
  }
  known.set(source, names)
  return names
}

/**
 * The `${…}` of a service that took no value from the environment of the deployment. What its env files themselves
 * interpolate is left out: that may refer to other lines of the file.
 */
export function openVariablesOf(service: MapNode): readonly VariableUse[] {
  const files = new Set(itemsOf(child(service, 'env_file')).map(item => knownValue(textAt(item, 'path'))))
  const found: VariableUse[] = []
  const waiting: Node[] = [service]
  for (let seen = 0; waiting.length > 0 && seen < NODE_LIMIT; seen++) {
    const node = waiting.pop()
    if (node?.kind === 'map') for (const entry of node.entries.values()) waiting.push(entry.node)
    else if (node?.kind === 'list') for (const item of node.items) waiting.push(item)
    else if (node?.kind === 'scalar' && !files.has(node.at.path)) {
      for (const use of node.interpolation?.uses ?? []) if (use.source !== 'environment') found.push(use)
    }
  }
  return found.sort((one, other) => one.at.start - other.at.start)
}

/** Kinds of files that settings, start scripts and initialisation are written in. */
const READER =
  /(?:^|\/)[^/.]+$|\.(?:sh|bash|sql|js|py|rb|pl|lua|conf|cnf|cfg|ini|ya?ml|json|toml|xml|properties|acl|config|tpl|tmpl|template|j2|env)$/i

/** What is mounted from the repository and what its Dockerfile copies from there, as far as it may read variables. */
export function ownFilesOf(mounts: readonly Mount[], image: Image | undefined, tree: Tree): OwnFiles {
  const paths = new Set<string>()
  const configs = mounts.flatMap(mount => mount.files?.map(file => file.source) ?? [])
  let complete = mounts.every(mount => mount.type !== 'config' || mount.files !== undefined)
  for (const mount of mounts) {
    const path = mount.type === 'bind' ? knownValue(mount.source) : undefined
    if (path === undefined || path.startsWith('/') || path.startsWith('~')) continue
    if (tree.exists(path)) addFiles(path, paths, tree)
    else if (mayBeRead(knownValue(mount.target) ?? '')) complete = false
  }
  for (const instruction of image?.dockerfile?.instructions ?? []) {
    const copy = copyOf(instruction)
    if (!copy || copy.from) continue
    if (copy.open || !image?.context?.present) complete = false
    for (const { text } of copy.sources) {
      const found = image?.context?.find(text) ?? []
      if (found.length === 0) complete = false
      for (const file of found) if (READER.test(file)) paths.add(joinPath(image?.context?.path ?? '.', file))
    }
  }
  if (paths.size > FILE_LIMIT) complete = false
  const texts = [...paths].slice(0, FILE_LIMIT).flatMap((path): Source[] => {
    const source = tree.read(path)
    return source ? [source] : []
  })
  return { texts: [...configs, ...texts], complete }
}

/** Data, uploads and certificates that are not in the repository read no variables. */
function mayBeRead(target: string): boolean {
  return isConfiguration(target) || isScriptPath(target)
}

function addFiles(path: string, paths: Set<string>, tree: Tree): void {
  if (paths.size > FILE_LIMIT) return
  for (const file of tree.files) {
    if (!isWithin(path, file.path) || !(file.path === path || READER.test(file.path))) continue
    if (file.format !== 'binary') paths.add(file.path)
    if (paths.size > FILE_LIMIT) return
  }
}
