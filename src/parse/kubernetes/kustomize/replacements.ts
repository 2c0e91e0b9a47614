import { child, type Node, textOf } from '../../node.js'
import { type Building, type Gathered, items, refuse } from './building.js'
import { placesOf, splitPath } from './dotted-paths.js'
import { type Editable, editableCopy, isMissing, scalarText, spend, textNode } from './editable.js'
import { type Kustomization, namesIn } from './kustomization.js'
import { readBelow } from './read.js'
import { allIds, effectiveNamespace, type Resource, type ResourceId } from './resources.js'
import { rejects, selectorOf, selects } from './selectors.js'

/** `replacements`: copies a value of one object into fields of others. */
export function replaceValues(kustomization: Kustomization, gathered: Gathered, building: Building): void {
  for (const entry of items(child(kustomization.node, 'replacements'))) {
    for (const one of replacementsOf(entry, kustomization, building)) replaceOne(one, gathered, building)
  }
}

function replacementsOf(entry: Node, kustomization: Kustomization, building: Building): readonly Node[] {
  const path = child(entry, 'path')
  const name = textOf(path)
  if (path === undefined || name === undefined || name === '') return [entry]
  const source = readBelow(kustomization, name, path.at, building)
  if (!source) return []
  const { documents, problems } = building.parse(source)
  building.problems.push(...problems)
  const root = documents[0]?.root
  return root?.kind === 'list' ? root.items : root ? [root] : []
}

function replaceOne(replacement: Node, gathered: Gathered, building: Building): void {
  const targets = child(replacement, 'targets')
  const value = replacementValue(replacement, gathered, building)
  if (!value) return
  if (!targets) refuse(building, replacement.at, 'replacement', 'a replacement needs a target')
  for (const target of items(targets)) writeTo(target, value, gathered, building)
}

function replacementValue(replacement: Node, gathered: Gathered, building: Building): Editable | undefined {
  const source = child(replacement, 'source')
  const given = child(replacement, 'sourceValue')
  const wrong = (message: string) => {
    refuse(building, (source ?? replacement).at, 'replacement', message)
    return undefined
  }
  if ((source === undefined) === (given === undefined)) return wrong('a replacement has either a source or a value')
  if (given) return textNode(textOf(given) ?? '', given.at)
  spend(building.work, gathered.resources.length)
  const found = gathered.resources.filter(one => source && allIds(one).some(id => isSelected(id, source)))
  const [resource] = found
  if (!resource?.node || found.length > 1) return wrong(`the source is ${found.length} objects, and has to be one`)
  const places = placesOf(
    resource.node,
    splitPath(textOf(child(source, 'fieldPath')) ?? 'metadata.name'),
    undefined,
    resource.node.at,
  )
  if (places === 'text') building.notEvaluated.push({ setting: 'replacements', at: replacement.at })
  const [place] = typeof places === 'string' ? [] : places
  if (!place || isMissing(place.node))
    return places === 'text' ? undefined : wrong('the field of the source is not there')
  return partOf(place.node, child(source, 'options'), wrong)
}

/** Sources are named exactly, targets by expressions. */
function isSelected(id: ResourceId, selector: Node): boolean {
  const asked = (key: 'group' | 'version' | 'kind' | 'name') => {
    const text = textOf(child(selector, key)) ?? ''
    return text === '' || text === id[key]
  }
  const namespace = textOf(child(selector, 'namespace')) ?? ''
  return (
    asked('group') &&
    asked('version') &&
    asked('kind') &&
    asked('name') &&
    (namespace === '' || effectiveNamespace(id) === namespace)
  )
}

function partOf(
  node: Editable,
  options: Node | undefined,
  wrong: (message: string) => undefined,
): Editable | undefined {
  const delimiter = textOf(child(options, 'delimiter')) ?? ''
  if (delimiter === '') return node
  const part = scalarText(node).split(delimiter)[Number(textOf(child(options, 'index')) ?? 0)]
  if (node.kind !== 'scalar') return wrong('only a text can be taken apart')
  return part === undefined ? wrong('the source has no such part') : { ...node, text: part }
}

function writeTo(target: Node, value: Editable, gathered: Gathered, building: Building): void {
  const selector = selectorOf(child(target, 'select'))
  if (!selector) {
    if (child(target, 'select')) building.notEvaluated.push({ setting: 'replacements', at: target.at })
    else refuse(building, target.at, 'replacement', 'a target needs a selector')
    return
  }
  const rejected = items(child(target, 'reject')).flatMap(node => selectorOf(node) ?? [])
  const named = namesIn(target, 'fieldPaths').map(({ text }) => text)
  const paths = named.length > 0 ? named : ['metadata.name']
  spend(building.work, gathered.resources.length)
  for (const resource of gathered.resources) {
    if (!selects(selector, resource) || rejected.some(one => rejects(one, resource))) continue
    for (const path of paths) writeField(resource, path, value, target, building)
  }
}

function writeField(resource: Resource, path: string, value: Editable, target: Node, building: Building): void {
  if (!resource.node) return
  const options = child(target, 'options')
  const make = textOf(child(options, 'create')) === 'true' ? value.kind : undefined
  const places = placesOf(resource.node, splitPath(path), make, target.at)
  if (places === 'text') building.notEvaluated.push({ setting: 'replacements', at: target.at })
  else if (places === 'none') refuse(building, target.at, 'replacement', `there is no ${path} in a target`)
  else {
    for (const place of places) {
      if (place.node.kind === 'scalar' && value.kind === 'scalar') writeScalar(place.node, place.made, value, options)
      else place.put(editableCopy(value, building.work))
    }
  }
}

function writeScalar(
  node: Editable & { kind: 'scalar' },
  made: boolean,
  value: Editable & { kind: 'scalar' },
  options: Node | undefined,
): void {
  const delimiter = textOf(child(options, 'delimiter')) ?? ''
  const index = Number(textOf(child(options, 'index')) ?? 0)
  const text = value.text ?? ''
  if (delimiter === '') node.text = text
  else {
    const parts = scalarText(node).split(delimiter)
    if (index < 0) parts.unshift(text)
    else if (index >= parts.length) parts.push(text)
    else parts[index] = text
    node.text = parts.join(delimiter)
  }
  // What was there keeps its type: a number becomes a text in a text.
  if (made) node.type = value.type
  node.at = value.at
}
