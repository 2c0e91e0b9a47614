import type { MapNode, Node } from '../node.js'
import type { YamlDocument } from '../yaml.js'
import { applyDefaults } from './defaults.js'
import { passListed } from './environment.js'
import { applyExtends, type ExtendedFile } from './extends.js'
import { applyIncludes } from './include.js'
import { interpolateFile } from './interpolate.js'
import { type Loading, reject, type Scope } from './loading.js'
import { expandShortForms } from './long-forms.js'
import { applyRemovals, mergeNodes, type Removals, takeRemovals } from './merge.js'
import { mapEntries } from './nodes.js'
import { resolvePaths } from './paths.js'
import { promoteExtensions } from './promote.js'
import { checkSchema } from './schema-check.js'
import { uniqueProject } from './unique.js'

/**
 * Loads Compose files into one tree: each is interpolated, completed by what it includes and extends, merged over the ones
 * before it, checked and put into long form (the order of compose-go v2.16, loader/loader.go). Paths come out relative to
 * `pathsTo`.
 */
export function loadModel(
  files: readonly string[],
  scope: Scope,
  pathsTo: string,
  loading: Loading,
): MapNode | undefined {
  let model: MapNode | undefined
  const extended = new Map<string, ExtendedFile | undefined>()
  for (const path of files) {
    for (const document of readFile(path, loading)) {
      model = addDocument(model, document, { path, scope, loading, extended })
    }
  }
  return model && passVariables(resolvePaths(applyDefaults(model, loading), pathsTo), scope)
}

interface FileContext {
  readonly path: string
  readonly scope: Scope
  readonly loading: Loading
  readonly extended: Map<string, ExtendedFile | undefined>
}

function readFile(path: string, loading: Loading): readonly YamlDocument[] {
  const file = loading.parse(path)
  if (!file) {
    loading.missing(path, { path, start: 0, end: 0 })
    return []
  }
  loading.took(path)
  for (const problem of file.problems) loading.report(problem)
  return file.documents
}

interface Prepared {
  readonly root: MapNode
  readonly removals: Removals
}

function prepare({ root }: YamlDocument, { path, scope, loading }: FileContext): Prepared | undefined {
  if (root?.kind !== 'map') {
    const at = root?.at ?? { path, start: 0, end: 0 }
    const isText = root !== undefined && !(root.kind === 'scalar' && root.text === null)
    // Text or a list was a mapping before somebody broke it: what it declared cannot be read.
    loading.report({
      at,
      message: 'The top level of a Compose file must be a mapping',
      kind: isText ? 'syntax' : 'structure',
      code: 'not-a-mapping',
    })
    return undefined
  }
  checkKeys(root, loading)
  const taken = takeRemovals(root)
  const interpolated = interpolateFile(taken.root, {
    lookup: name => scope.variables.get(name),
    unset: loading.unset,
    spend: loading.spend,
    sourceOf: loading.read,
    report: loading.report,
  })
  return { root: promoteExtensions(interpolated, loading), removals: taken.removals }
}

function checkKeys(node: Node, loading: Loading): void {
  if (node.kind === 'list') for (const item of node.items) checkKeys(item, loading)
  if (node.kind !== 'map') return
  for (const [key, entry] of node.entries) {
    if (entry.keyType) reject(loading, entry.keyAt, 'wrong-type', `The key ${key} must be a string; put it in quotes`)
    checkKeys(entry.node, loading)
  }
}

function addDocument(before: MapNode | undefined, document: YamlDocument, context: FileContext): MapNode | undefined {
  const { path, scope, loading, extended } = context
  const prepared = prepare(document, context)
  if (!prepared) return before
  const { removals } = prepared
  const included = applyIncludes(prepared.root, removals, { path, scope, loading, load: loadModel })
  const own = applyExtends(included, removals, {
    loading,
    scope,
    file: path,
    open: (file, directory) => openExtended(file, directory, { ...context, path: file }, extended),
  })
  const base = before && (applyRemovals(before, removals) as MapNode)
  const merged = base ? (mergeNodes(base, own, [], loading.report) as MapNode) : own
  const checked = checkSchema(uniqueProject(merged), loading)
  return uniqueProject(omitEmpty(expandShortForms(checked, loading)))
}

function openExtended(
  path: string,
  directory: string,
  context: FileContext,
  cache: Map<string, ExtendedFile | undefined>,
): ExtendedFile | undefined {
  const key = `${path}\n${directory}`
  if (cache.has(key)) return cache.get(key)
  const { loading } = context
  if (!loading.read(path)) {
    cache.set(key, undefined)
    return undefined
  }
  let root: MapNode | undefined
  let removals: Removals = { children: new Map() }
  for (const document of readFile(path, loading)) {
    const prepared = prepare(document, context)
    if (!prepared) continue
    const base = root && (applyRemovals(root, prepared.removals) as MapNode)
    const merged = base ? (mergeNodes(base, prepared.root, [], loading.report) as MapNode) : prepared.root
    root = uniqueProject(expandShortForms(uniqueProject(merged), loading))
    removals = prepared.removals
  }
  const services = root && resolvePaths(root, directory).entries.get('services')?.node
  const opened: ExtendedFile = { services: services?.kind === 'map' ? services.entries : new Map(), removals }
  cache.set(key, opened)
  return opened
}

/** An empty name server is none. */
function omitEmpty(root: MapNode): MapNode {
  return mapEntries(root, (section, kind) => {
    if ((kind !== 'services' && kind !== 'jobs') || section.kind !== 'map') return section
    return mapEntries(section, service => {
      if (service.kind !== 'map') return service
      return mapEntries(service, (node, key) => {
        if (key !== 'dns' || node.kind !== 'list') return node
        return {
          ...node,
          items: node.items.filter(item => item.kind !== 'scalar' || (item.text !== null && item.text !== '')),
        }
      })
    })
  })
}

/** Listed names without a value take that of the model's own environment, which an include does not share with the project. */
function passVariables(root: MapNode, { variables, including }: Scope): MapNode {
  if (including.length === 0) return root
  return mapEntries(root, (section, kind) => {
    if ((kind !== 'services' && kind !== 'jobs') || section.kind !== 'map') return section
    return mapEntries(section, service => {
      if (service.kind !== 'map') return service
      return mapEntries(service, (node, key) => (key === 'environment' ? passListed(node, variables) : node))
    })
  })
}
