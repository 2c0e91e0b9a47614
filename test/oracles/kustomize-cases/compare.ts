import type { Node } from '../../../src/parse/node.js'
import type { Json } from './oracle.js'

/** A tree as JSON. */
export function jsonOf(node: Node): Json {
  if (node.kind === 'list') return node.items.map(jsonOf)
  if (node.kind === 'map') return Object.fromEntries([...node.entries].map(([key, entry]) => [key, jsonOf(entry.node)]))
  if (node.text === null || node.type === 'null') return null
  if (node.type === 'number') return Number(node.text)
  return node.type === 'boolean' ? node.text === 'true' : node.text
}

/** Objects in one form: sorted by what they are called; see the README for what is levelled. */
export function levelled(objects: readonly Json[]): readonly string[] {
  return objects.map(object => JSON.stringify(ordered(withoutEmptyAnnotations(object)), null, 1)).sort()
}

function ordered(value: Json): Json {
  if (Array.isArray(value)) return value.map(ordered)
  if (!isMap(value)) return value
  const keys = Object.keys(value).sort()
  return Object.fromEntries(keys.map(key => [key, ordered(value[key] ?? null)]))
}

function withoutEmptyAnnotations(object: Json): Json {
  if (!isMap(object) || !isMap(object.metadata)) return object
  const { annotations, labels, ...rest } = object.metadata
  return {
    ...object,
    metadata: { ...rest, ...texts('annotations', annotations), ...texts('labels', labels) },
  }
}

/** Kustomize keeps notes of its own among the annotations, and writes all of them anew, as texts. */
function texts(key: string, map: Json | undefined): { readonly [key: string]: Json } {
  if (map === undefined || map === null || (isMap(map) && Object.keys(map).length === 0)) return {}
  if (!isMap(map)) return { [key]: map }
  return { [key]: Object.fromEntries(Object.entries(map).map(([name, value]) => [name, String(value ?? '')])) }
}

function isMap(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
