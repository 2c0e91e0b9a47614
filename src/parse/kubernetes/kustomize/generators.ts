import { fileName, joinPath } from '../../../paths.js'
import type { Span } from '../../../source.js'
import { child, type MapNode, type Node, textOf } from '../../node.js'
import { type Building, type Gathered, items, refuse } from './building.js'
import { below, type Editable, type EditableMap, mapNode, scalarText, setEntry, spend, textNode } from './editable.js'
import { type Kustomization, namesIn } from './kustomization.js'
import { readBelow } from './read.js'
import { allIds, currentId, keyOfId, type Resource } from './resources.js'

/** `configMapGenerator` and `secretGenerator`. */
export function generate(kustomization: Kustomization, gathered: Gathered, building: Building): void {
  for (const kind of ['ConfigMap', 'Secret'] as const) {
    const key = kind === 'ConfigMap' ? 'configMapGenerator' : 'secretGenerator'
    for (const entry of items(child(kustomization.node, key))) {
      const resource = generated(kind, entry, kustomization, building)
      if (resource) absorb(gathered, resource, entry.at, building)
    }
  }
}

/** A value of a generated object, and where it is written. */
interface Pair {
  readonly key: string
  readonly value: string
  readonly at: Span
  /** The value is no text. */
  readonly binary?: boolean
}

function generated(
  kind: 'ConfigMap' | 'Secret',
  entry: Node,
  kustomization: Kustomization,
  building: Building,
): Resource | undefined {
  const name = child(entry, 'name')
  const text = textOf(name)
  if (name === undefined || text === undefined || text === '') {
    refuse(building, entry.at, 'generator', 'a generated object needs a name')
    return undefined
  }
  const options = optionsOf(entry, kustomization.node)
  const node = mapNode(entry.at)
  const put = (map: EditableMap, key: string, value: Editable) => setEntry(map, key, value, value.at)
  const metadata = mapNode(name.at)
  put(metadata, 'name', textNode(text, name.at))
  const namespace = child(entry, 'namespace')
  if (textOf(namespace)) put(metadata, 'namespace', textNode(textOf(namespace) ?? '', namespace?.at ?? name.at))
  for (const key of ['labels', 'annotations'] as const) {
    if (options[key].entries.size > 0) put(metadata, key, options[key])
  }
  put(node, 'apiVersion', textNode('v1', name.at))
  put(node, 'kind', textNode(kind, name.at))
  put(node, 'metadata', metadata)
  const type = textOf(child(entry, 'type'))
  if (kind === 'Secret') put(node, 'type', textNode(type || 'Opaque', child(entry, 'type')?.at ?? name.at))
  const pairs = pairsOf(entry, kustomization, building)
  writeData(node, kind, pairs, entry.at, building)
  if (options.immutable) put(node, 'immutable', { kind: 'scalar', at: entry.at, text: 'true', type: 'boolean' })
  const hashed = !options.unhashed && !pairs.some(pair => pair.binary)
  return { node, earlier: [], prefixes: [], suffixes: [], hashed, behavior: behaviorOf(entry), variables: new Set() }
}

function behaviorOf(entry: Node): 'create' | 'merge' | 'replace' {
  const text = textOf(child(entry, 'behavior'))
  return text === 'merge' || text === 'replace' ? text : 'create'
}

interface Options {
  readonly labels: EditableMap
  readonly annotations: EditableMap
  readonly unhashed: boolean
  readonly immutable: boolean
}

/** `options` of the entry, and `generatorOptions` of the kustomization where those say nothing. */
function optionsOf(entry: Node, kustomization: MapNode): Options {
  const sources = [child(entry, 'options'), child(kustomization, 'generatorOptions')]
  const pairs = (key: string) => {
    const merged = mapNode(entry.at)
    for (const source of sources.toReversed()) {
      const map = child(source, key)
      if (map?.kind !== 'map') continue
      for (const [name, { node, keyAt }] of map.entries)
        setEntry(merged, name, textNode(textOf(node) ?? '', node.at), keyAt)
    }
    return merged
  }
  const isOn = (key: string) => sources.some(source => textOf(child(source, key)) === 'true')
  return {
    labels: pairs('labels'),
    annotations: pairs('annotations'),
    unhashed: isOn('disableNameSuffixHash'),
    immutable: isOn('immutable'),
  }
}

/** Env files first, then literals, then files. */
function pairsOf(entry: Node, kustomization: Kustomization, building: Building): readonly Pair[] {
  const env = child(entry, 'env')
  const envs = [...namesIn(entry, 'envs'), ...(textOf(env) && env ? [{ text: textOf(env) ?? '', at: env.at }] : [])]
  return [
    ...envs.flatMap(({ text, at }) => envPairs(text, at, kustomization, building)),
    ...namesIn(entry, 'literals').flatMap(({ text, at }) => literalPair(text, at, building)),
    ...namesIn(entry, 'files').flatMap(({ text, at }) => filePair(text, at, kustomization, building)),
  ]
}

function envPairs(name: string, at: Span, kustomization: Kustomization, building: Building): readonly Pair[] {
  const source = readBelow(kustomization, name, at, building)
  if (!source) return []
  const pairs: Pair[] = []
  let start = 0
  for (const line of source.text.split('\n')) {
    spend(building.work, 1)
    const text = line.replace(/\r$/, '').trimStart()
    const equals = text.indexOf('=')
    const key = equals === -1 ? text : text.slice(0, equals)
    const here = { path: source.path, start, end: start + line.length }
    if (text !== '' && !text.startsWith('#') && key !== '')
      pairs.push({ key, value: equals === -1 ? '' : text.slice(equals + 1), at: here })
    start += line.length + 1
  }
  return pairs
}

function literalPair(text: string, at: Span, building: Building): readonly Pair[] {
  const equals = text.indexOf('=')
  if (equals <= 0) {
    refuse(building, at, 'generator', 'a literal is written key=value')
    return []
  }
  const value = text.slice(equals + 1)
  const quote = value[0]
  const isQuoted = value.length >= 2 && (quote === '"' || quote === "'") && value.endsWith(quote)
  return [{ key: text.slice(0, equals), value: isQuoted ? value.slice(1, -1) : value, at }]
}

function filePair(text: string, at: Span, kustomization: Kustomization, building: Building): readonly Pair[] {
  const parts = text.split('=')
  if (parts.length > 2 || (parts.length === 2 && parts.includes(''))) {
    refuse(building, at, 'generator', 'a file is written as its path, or as key=path')
    return []
  }
  const path = parts[1] ?? text
  const key = parts.length === 2 ? (parts[0] ?? '') : fileName(path)
  const whole = joinPath(kustomization.directory, path)
  // A file that is there and cannot be read as a text: what its name comes to is not known.
  if (!building.read(whole) && building.exists(whole)) return [{ key, value: '', at, binary: true }]
  const source = readBelow(kustomization, path, at, building)
  return source ? [{ key, value: source.text, at: { path: source.path, start: 0, end: 0 } }] : []
}

function writeData(
  node: EditableMap,
  kind: 'ConfigMap' | 'Secret',
  pairs: readonly Pair[],
  at: Span,
  building: Building,
): void {
  const data = mapNode(at)
  for (const pair of [...pairs].sort((one, other) => Buffer.compare(Buffer.from(one.key), Buffer.from(other.key)))) {
    if (data.entries.has(pair.key)) refuse(building, pair.at, 'generator', `the key ${pair.key} is there twice`)
    const value = kind === 'Secret' ? encoded(pair.value) : pair.value
    setEntry(data, pair.key, textNode(value, pair.at), pair.at)
  }
  if (kind === 'Secret' || data.entries.size > 0) setEntry(node, 'data', data, at)
}

/** Base64, broken into lines of 70 letters where it is longer than one. */
function encoded(text: string): string {
  const whole = Buffer.from(text, 'utf8').toString('base64')
  return whole.length < 70 ? whole : whole.replace(/.{1,70}/g, '$&\n')
}

/** Adds a generated object, or merges it into the one of its name. */
function absorb(gathered: Gathered, resource: Resource, at: Span, building: Building): void {
  spend(building.work, gathered.resources.length)
  const key = keyOfId(currentId(resource))
  const found = gathered.resources.filter(one => allIds(one).some(id => keyOfId(id) === key))
  const { name } = currentId(resource)
  const [old] = found
  if (!old) {
    if (resource.behavior === 'create') gathered.resources.push(resource)
    else
      refuse(building, at, 'generator', `there is no ${name} to ${resource.behavior}${elsewhere(gathered, resource)}`)
  } else if (found.length > 1 || resource.behavior === 'create') {
    refuse(building, at, 'generator', `${name} is there already; its behavior must be merge or replace`)
  } else {
    mergeInto(old, resource)
    gathered.resources[gathered.resources.indexOf(old)] = resource
  }
}

/** Objects are told apart by their namespaces as well, before the one of the kustomization is set. */
function elsewhere({ resources }: Gathered, resource: Resource): string {
  const { kind, name } = currentId(resource)
  const namesake = resources.map(currentId).find(one => one.kind === kind && one.name === name && one.namespace !== '')
  return namesake
    ? `: that of the base is in the namespace ${namesake.namespace}, which the generator has to name as well (\`namespace: ${namesake.namespace}\`)`
    : ''
}

/** The new object takes over what the old one is called and marked with, and its data where it is to be merged. */
function mergeInto(old: Resource, resource: Resource): void {
  const { node } = resource
  const metadata = below(node, 'metadata')
  const before = below(old.node, 'metadata')
  if (!node || metadata?.kind !== 'map' || before?.kind !== 'map') return
  for (const key of ['labels', 'annotations']) takeOver(metadata, before, key)
  for (const key of ['name', 'namespace']) {
    const entry = before.entries.get(key)
    if (entry) metadata.entries.set(key, entry)
    else metadata.entries.delete(key)
  }
  if (resource.behavior === 'merge' && old.node) {
    if (scalarText(below(node, 'kind')) === 'Secret') encodeStringData(old.node)
    for (const key of ['data', 'binaryData']) takeOver(node, old.node, key)
  }
  // Only what had a hash keeps one.
  resource.hashed &&= old.hashed
  resource.earlier.push(...old.earlier)
  resource.prefixes.push(...old.prefixes)
  resource.suffixes.push(...old.suffixes)
  for (const name of old.variables) resource.variables.add(name)
}

/** Adds the entries of a map that the new object does not have itself. */
function takeOver(to: EditableMap, from: EditableMap, key: string): void {
  const own = below(to, key)
  const old = below(from, key)
  if (old?.kind !== 'map' || old.entries.size === 0) return
  const merged = mapNode(own?.at ?? old.at)
  for (const source of [old, own]) {
    if (source?.kind !== 'map') continue
    for (const [name, { node, keyAt }] of source.entries)
      setEntry(merged, name, textNode(scalarText(node), node.at), keyAt)
  }
  setEntry(to, key, merged, own?.at ?? old.at)
}

function encodeStringData(node: EditableMap): void {
  const plain = below(node, 'stringData')
  if (plain?.kind !== 'map') return
  const own = below(node, 'data')
  const data = own?.kind === 'map' ? own : mapNode(plain.at)
  for (const [name, { node: value, keyAt }] of plain.entries)
    setEntry(data, name, textNode(encoded(scalarText(value)), value.at), keyAt)
  setEntry(node, 'data', data, plain.at)
}
