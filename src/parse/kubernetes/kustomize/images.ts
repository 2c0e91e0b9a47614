import type { Span } from '../../../source.js'
import { child, type MapNode, type Node, textOf } from '../../node.js'
import { type Building, editableItems, type Gathered, items, refuse } from './building.js'
import { below, type Editable, isMissing, scalarText, spend } from './editable.js'
import { visitEverywhere, visitOne } from './field-paths.js'
import { IMAGES, REPLICAS } from './label-fields.js'
import { setting, writeText } from './names.js'
import { compilePattern, type Pattern } from './patterns.js'
import { allIds } from './resources.js'

/** `images`: another name, tag or digest for images of a name. */
export function setImages(kustomization: MapNode, gathered: Gathered, building: Building): void {
  for (const entry of [...items(child(kustomization, 'images')), ...items(child(kustomization, 'imageTags'))]) {
    const change = changeOf(entry)
    if (!change) continue
    const visit = (node: Editable) => {
      if (node.kind !== 'scalar') refuse(building, node.at, 'tree', 'an image is no text')
      else if (change.matches(node.text ?? '')) writeText(node, changed(node.text ?? '', change), change.at, building)
    }
    for (const { node } of gathered.resources) {
      if (!node || scalarText(below(node, 'kind')) === 'CustomResourceDefinition') continue
      visitContainers(node, visit, building)
      for (const field of IMAGES) visitOne(node, field, { at: entry.at, visit }, building)
    }
  }
}

interface Change {
  readonly matches: Pattern
  readonly name?: string
  readonly tag?: string
  readonly tagSuffix?: string
  readonly digest?: string
  /** Where the version is written, else the name. */
  readonly at: Span
}

function changeOf(entry: Node): Change | undefined {
  const name = textOf(child(entry, 'name')) ?? ''
  // As kustomize has it: the name is an expression, and a tag or digest may follow.
  const matches = compilePattern(
    `^${name}(:[a-zA-Z0-9_.{}-]*)?(@[a-zA-Z0-9]+([.+_-][a-zA-Z0-9]+)*:[a-zA-Z0-9_.{}-]*)?$`,
  )
  if (!matches) return undefined
  const newName = setting(entry, 'newName')
  const tag = setting(entry, 'newTag')
  const digest = setting(entry, 'digest')
  const tagSuffix = setting(entry, 'tagSuffix')
  return {
    matches,
    ...(newName ? { name: newName.text } : {}),
    ...(tag ? { tag: tag.text } : {}),
    ...(digest ? { digest: digest.text } : {}),
    ...(tagSuffix ? { tagSuffix: tagSuffix.text } : {}),
    at: (tag ?? digest ?? tagSuffix ?? newName ?? entry).at,
  }
}

function changed(image: string, change: Change): string {
  const old = splitImage(image)
  const given = change.tag !== undefined || change.digest !== undefined
  const tag = given ? (change.tag ?? '') : old.tag + (change.tagSuffix ?? '')
  const digest = given ? (change.digest ?? '') : change.tagSuffix === undefined ? old.digest : ''
  return (change.name ?? old.name) + (tag === '' ? '' : `:${tag}`) + (digest === '' ? '' : `@${digest}`)
}

/** A port belongs to the name: a tag begins at the first colon behind the first slash. */
function splitImage(image: string): { readonly name: string; readonly tag: string; readonly digest: string } {
  const start = Math.max(0, image.indexOf('/'))
  const [whole = '', tag = '', digest = ''] = /^[^:@]*(?::([^@]*))?(?:@(.*))?$/s.exec(image.slice(start)) ?? []
  if (whole === '' && image.slice(start) !== '') return { name: image, tag: '', digest: '' }
  const end = whole.search(/[:@]/)
  return { name: image.slice(0, start) + (end === -1 ? whole : whole.slice(0, end)), tag, digest }
}

/** The images of every list that is called `containers` or `initContainers`, in custom objects too. */
function visitContainers(node: Editable, visit: (image: Editable) => void, building: Building): void {
  spend(building.work, 1)
  if (node.kind === 'list') for (const item of node.items) visitContainers(item, visit, building)
  if (node.kind !== 'map') return
  for (const [key, { node: value }] of node.entries) {
    visitContainers(value, visit, building)
    if (key !== 'containers' && key !== 'initContainers') continue
    for (const item of editableItems(value)) {
      const image = below(item, 'image')
      if (!isMissing(image)) visit(image)
    }
  }
}

/** `replicas`. */
export function setReplicas(kustomization: MapNode, gathered: Gathered, building: Building): void {
  for (const entry of items(child(kustomization, 'replicas'))) {
    const name = textOf(child(entry, 'name')) ?? ''
    const count = child(entry, 'count')
    const at = count?.at ?? entry.at
    const visit = (node: Editable) => {
      if (node.kind === 'scalar') {
        node.text = String(Math.trunc(Number(textOf(count) ?? '0')))
        node.type = 'number'
        node.at = at
      } else refuse(building, node.at, 'tree', 'replicas is no number')
    }
    spend(building.work, gathered.resources.length)
    const named = gathered.resources.filter(one =>
      allIds(one).some(id => id.name === name && REPLICAS.some(({ kind }) => kind === id.kind)),
    )
    if (named.length === 0) refuse(building, entry.at, 'replicas', `there is nothing called ${name} that has replicas`)
    for (const field of REPLICAS)
      visitEverywhere({ ...gathered, resources: named }, field, { make: 'text', at, visit }, building)
  }
}
