import { directoryOf } from '../../paths.js'
import type { Span } from '../../source.js'
import type { Entry, MapNode, Node } from '../node.js'
import { readVariables } from './environment.js'
import { type Loading, reject, type Scope } from './loading.js'
import { applyRemovals, mergeNodes, type Removals } from './merge.js'
import { isUnknown, knownText, sameNode, without } from './nodes.js'
import { relativePath, resolvePath } from './paths.js'

/** What `applyIncludes` needs of the loader. */
export interface Including {
  readonly path: string
  readonly scope: Scope
  readonly loading: Loading
  readonly load: (files: readonly string[], scope: Scope, pathsTo: string, loading: Loading) => MapNode | undefined
}

interface Include {
  readonly paths: readonly { readonly path: string; readonly at: Span }[]
  readonly projectDirectory?: string
  readonly environmentFiles: readonly { readonly path: string; readonly at: Span }[]
}

const MAX_DEPTH = 50
const SECTIONS = ['services', 'jobs', 'volumes', 'networks', 'secrets', 'configs', 'models']

/** Loads what a file includes, each with its own project directory and `.env`, and adds it to the file. */
export function applyIncludes(root: MapNode, removals: Removals, including: Including): MapNode {
  const written = root.entries.get('include')?.node
  if (!written) return root
  let result = without(root, 'include')
  if (written.kind !== 'list') {
    if (written.kind === 'map' || written.text !== null)
      reject(including.loading, written.at, 'wrong-type', 'include must be a list')
    return result
  }
  for (const item of written.items) {
    const include = includeOf(item, including)
    const model = include && loadInclude(include, including)
    if (model) result = importModel(model, result, removals, including.loading)
  }
  return result
}

function includeOf(item: Node, { loading }: Including): Include | undefined {
  if (isUnknown(item)) return undefined
  if (item.kind === 'scalar' && item.type === 'string') return { paths: places(item), environmentFiles: [] }
  if (item.kind !== 'map') {
    reject(loading, item.at, 'wrong-type', 'An item of include must be a path or a mapping')
    return undefined
  }
  const directory = knownText(item.entries.get('project_directory')?.node)
  return {
    paths: places(item.entries.get('path')?.node),
    environmentFiles: places(item.entries.get('env_file')?.node),
    ...(directory === undefined || directory === '' ? {} : { projectDirectory: directory }),
  }
}

function places(node: Node | undefined): Include['paths'] {
  const items = node?.kind === 'list' ? node.items : node ? [node] : []
  return items.flatMap(item => {
    const path = knownText(item)
    return path === undefined ? [] : [{ path, at: item.at }]
  })
}

function loadInclude(include: Include, including: Including): MapNode | undefined {
  const { scope, loading, path: file } = including
  const paths = include.paths.map(({ path, at }) => ({ path: resolvePath(scope.directory, path), at }))
  const [main] = paths
  if (!main) return undefined
  if (scope.including.includes(main.path) || main.path === file || scope.including.length >= MAX_DEPTH) {
    reject(loading, main.at, 'cycle', `${main.path} includes itself`)
    return undefined
  }
  for (const { path, at } of paths) if (!loading.read(path)) loading.missing(path, at)
  const size = paths.reduce((sum, { path }) => sum + (loading.read(path)?.text.length ?? 0), 0)
  // A short line of YAML makes a node or two; each file also costs by itself.
  if (!loading.spend(size / 10 + 1_000, main.at)) return undefined
  const given = include.projectDirectory
  const directory = given === undefined ? directoryOf(main.path) : resolvePath(scope.directory, given)
  const readable = paths.map(({ path }) => path).filter(path => loading.read(path) !== undefined)
  const inner: Scope = {
    directory,
    variables: variablesOf(include, directory, including),
    including: [...scope.including, file],
  }
  return including.load(readable, inner, relativePath(scope.directory, directory), loading)
}

function variablesOf(include: Include, directory: string, { scope, loading }: Including): Scope['variables'] {
  const files = include.environmentFiles.filter(({ path }) => path !== '/dev/null')
  const named = files.map(({ path, at }) => ({ path: resolvePath(scope.directory, path), at }))
  const fallback = { path: resolvePath(directory, '.env') }
  const own = readVariables(include.environmentFiles.length > 0 ? named : [fallback], scope.variables, loading)
  return new Map([...own, ...scope.variables])
}

function importModel(model: MapNode, into: MapNode, removals: Removals, loading: Loading): MapNode {
  const entries = new Map(into.entries)
  for (const kind of SECTIONS) {
    const from = model.entries.get(kind)
    if (from?.node.kind !== 'map') continue
    const before = entries.get(kind)
    if (before && before.node.kind !== 'map' && !(before.node.kind === 'scalar' && before.node.text === null)) continue
    const named = new Map<string, Entry>(before?.node.kind === 'map' ? before.node.entries : [])
    for (const [name, entry] of from.node.entries) {
      const own = named.get(name)
      if (own && sameNode(own.node, entry.node)) continue
      const base = own && applyRemovals(entry.node, removals.children.get(kind)?.children.get(name))
      named.set(name, own && base ? { ...own, node: mergeNodes(base, own.node, [kind, name], loading.report) } : entry)
    }
    entries.set(kind, { keyAt: before?.keyAt ?? from.keyAt, node: { ...from.node, entries: named } })
  }
  return { ...into, entries }
}
