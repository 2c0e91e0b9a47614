import type { Source, Span } from '../../source.js'
import { type EnvironmentEntry, parseEnvironmentFile } from '../dotenv.js'
import type { Entry, MapNode, Node, ScalarNode } from '../node.js'
import { type Interpolated, interpolateText, type VariableValue } from './interpolate.js'
import { asText, keyValueMap } from './key-value.js'
import { type Loading, reject } from './loading.js'
import { isUnknown, knownText, mapItems } from './nodes.js'

/** The value of one line of an env file. */
interface FileVariable {
  readonly name: string
  readonly keyAt: Span
  readonly at: Span
  /** Undefined for a bare `NAME` that has no value anywhere. */
  readonly value: VariableValue | undefined
  readonly result?: Interpolated
  readonly raw: string
}

type Lookup = (name: string) => VariableValue | undefined

/** Reads env files for interpolation, each below the ones before it; variables of the shell go before all of them. A file
 *  without `at` may be missing. */
export function readVariables(
  files: readonly { readonly path: string; readonly at?: Span }[],
  shell: ReadonlyMap<string, VariableValue>,
  loading: Loading,
): Map<string, VariableValue> {
  const variables = new Map<string, VariableValue>()
  for (const { path, at } of files) {
    const source = loading.read(path)
    if (!source) {
      if (at) loading.missing(path, at)
      continue
    }
    loading.took(path)
    const lookup: Lookup = name => shell.get(name) ?? variables.get(name)
    for (const { name, value } of readLines(source, lookup, loading)) if (value) variables.set(name, value)
  }
  return variables
}

function* readLines(source: Source, lookup: Lookup, loading: Loading): Generator<FileVariable> {
  const { entries, problems } = parseEnvironmentFile(source)
  for (const problem of problems) loading.report(problem)
  for (const entry of entries) yield readLine(entry, lookup, loading)
}

function readLine(entry: EnvironmentEntry, lookup: Lookup, loading: Loading): FileVariable {
  const { name, keyAt, at, value: raw, quote } = entry
  if (raw === null) {
    const value = lookup(name)
    return { name, keyAt, at, value: value && { ...value, at }, raw: '' }
  }
  if (quote === "'" || !raw.includes('$')) return { name, keyAt, at, value: { text: raw, known: true, at }, raw }
  const result = interpolateText(raw, { lookup, unset: loading.unset, spend: loading.spend }, () => at)
  if (result.state === 'invalid') {
    reject(loading, at, 'interpolation', `Invalid interpolation format for ${name}; a $ that is meant is written $$`)
  }
  if (result.state === 'required' && loading.unset === 'empty') {
    reject(loading, at, 'required-variable', `The required variable ${result.missing?.name} has no value`)
  }
  const known = !['invalid', 'unknown', 'required'].includes(result.state)
  return { name, keyAt, at, value: { text: known ? result.text : raw, known, at }, raw, result }
}

/**
 * Completes the environment of a service: names without a value take that of the project's environment, and the variables
 * of its env files come below its own (compose-go v2.16, types/project.go). A variable from an env file stands in that file.
 */
export function resolveEnvironment(
  service: MapNode,
  variables: ReadonlyMap<string, VariableValue>,
  loading: Loading,
): MapNode {
  const own = ownEnvironment(service.entries.get('environment')?.node, variables)
  const files = service.entries.get('env_file')?.node
  const entries = new Map<string, Entry>()
  for (const [name, entry] of own.entries()) if (knownValue(entry.node)) entries.set(name, entry)
  const fromFiles = new Map<string, VariableValue>()
  const lookup: Lookup = name => variables.get(name) ?? valueOfEntry(own.get(name)) ?? fromFiles.get(name)
  for (const item of files?.kind === 'list' ? files.items : []) {
    if (!loading.spend(0, item.at)) break
    for (const line of environmentFile(item, lookup, loading)) {
      if (!loading.spend(1, item.at)) break
      if (!line.value) continue
      fromFiles.set(line.name, line.value)
      entries.set(line.name, { keyAt: line.keyAt, node: lineNode(line) })
    }
  }
  for (const [name, entry] of own) entries.set(name, entry)
  if (entries.size === 0 && !service.entries.has('environment')) return service
  const before = service.entries.get('environment')
  const at = before?.node.at ?? files?.at ?? service.at
  const keyAt = before?.keyAt ?? files?.at ?? service.at
  const node: MapNode = { kind: 'map', at, entries }
  return { ...service, entries: new Map([...service.entries, ['environment', { keyAt, node }]]) }
}

function knownValue(node: Node): boolean {
  return node.kind === 'scalar' && node.text !== null
}

function valueOfEntry(entry: Entry | undefined): VariableValue | undefined {
  const node = entry?.node
  if (node?.kind !== 'scalar' || node.text === null) return undefined
  return { text: node.text, known: !isUnknown(node), at: node.at }
}

function ownEnvironment(node: Node | undefined, variables: ReadonlyMap<string, VariableValue>): Map<string, Entry> {
  const own = new Map<string, Entry>()
  if (node?.kind !== 'map' && node?.kind !== 'list') return own
  for (const [name, entry] of keyValueMap(node).entries) {
    const value = variables.get(name)
    const passed = entry.node.kind === 'scalar' && entry.node.text === null && value
    own.set(
      name,
      passed ? { ...entry, node: passedThrough(name, entry, value) } : { ...entry, node: asText(entry.node) },
    )
  }
  return own
}

/** A name without a value that has one in the project's environment, as if it were `NAME=$NAME`. */
function passedThrough(name: string, entry: Entry, value: VariableValue): ScalarNode {
  const use = {
    name,
    operator: '' as const,
    at: entry.keyAt,
    ...(value.at ? { valueAt: value.at } : {}),
    source: 'environment' as const,
  }
  const state = value.known ? ('resolved' as const) : ('unknown' as const)
  return {
    kind: 'scalar',
    at: entry.keyAt,
    text: value.text,
    type: 'string',
    interpolation: { raw: '', state, uses: [use] },
  }
}

/** A list of an environment in which every bare `NAME` that has a value is `NAME=value`. */
export function passListed(node: Node, variables: ReadonlyMap<string, VariableValue>): Node {
  if (node.kind !== 'list') return node
  return mapItems(node, item => {
    const name = knownText(item)
    const value = name === undefined ? undefined : variables.get(name)
    if (name === undefined || !value) return item
    const passed = passedThrough(name, { keyAt: item.at, node: item }, value)
    return { ...passed, text: `${name}=${value.text}` }
  })
}

function lineNode({ at, value, result, raw }: FileVariable): ScalarNode {
  const scalar: ScalarNode = { kind: 'scalar', at, text: value?.text ?? null, type: 'string' }
  const state = result?.state
  if (!result || state === undefined || state === 'literal') return scalar
  return { ...scalar, interpolation: { raw, state: state === 'invalid' ? 'unknown' : state, uses: result.uses } }
}

function environmentFile(item: Node, lookup: Lookup, loading: Loading): Iterable<FileVariable> {
  const pathNode = item.kind === 'map' ? item.entries.get('path')?.node : item
  const path = knownText(pathNode)
  if (path === undefined || !pathNode) return []
  const source = loading.read(path)
  if (!source) {
    const required = item.kind === 'map' ? item.entries.get('required')?.node : undefined
    if (required?.kind !== 'scalar' || required.text === 'true') loading.missing(path, pathNode.at)
    return []
  }
  loading.took(path)
  const format = item.kind === 'map' ? knownText(item.entries.get('format')?.node) : undefined
  if (format === 'raw') return rawLines(source, lookup, loading)
  if (format !== undefined && format !== '') {
    reject(loading, item.at, 'wrong-type', `${JSON.stringify(format)} is not a format of env files`)
  }
  return readLines(source, lookup, loading)
}

/**
 * The format `raw`: values are taken as they stand, as by `docker run --env-file`. compose-go leaves the format to its
 * caller; docker compose registers it (https://docs.docker.com/reference/compose-file/services/#format).
 */
function* rawLines(source: Source, lookup: Lookup, loading: Loading): Generator<FileVariable> {
  let start = source.text.startsWith('\ufeff') ? 1 : 0
  for (const line of source.text.slice(start).split('\n')) {
    const text = line.replace(/\r$/, '').trimStart()
    const from = start + line.indexOf(text)
    start += line.length + 1
    if (text === '' || text.startsWith('#')) continue
    const cut = text.indexOf('=')
    const name = cut === -1 ? text : text.slice(0, cut)
    const keyAt = { path: source.path, start: from, end: from + name.length }
    const at = cut === -1 ? keyAt : { path: source.path, start: from + cut + 1, end: from + text.length }
    if (name === '' || /\s/.test(name)) reject(loading, keyAt, 'wrong-type', 'The line has no proper variable name')
    else if (cut === -1) yield { name, keyAt, at, value: lookup(name), raw: '' }
    else yield { name, keyAt, at, value: { text: text.slice(cut + 1), known: true, at }, raw: text.slice(cut + 1) }
  }
}

/** The labels of label files below those of the service itself. */
export function resolveLabels(service: MapNode, loading: Loading): MapNode {
  const files = service.entries.get('label_file')?.node
  if (files?.kind !== 'list') return service
  const entries = new Map<string, Entry>()
  const labels = new Map<string, VariableValue>()
  for (const item of files.items) {
    if (!loading.spend(0, item.at)) break
    for (const line of environmentFile(item, name => labels.get(name), loading)) {
      if (!loading.spend(1, item.at)) break
      if (!line.value) continue
      labels.set(line.name, line.value)
      entries.set(line.name, { keyAt: line.keyAt, node: lineNode(line) })
    }
  }
  const own = service.entries.get('labels')
  if (own?.node.kind === 'map') for (const [name, entry] of own.node.entries) entries.set(name, entry)
  const node: MapNode = { kind: 'map', at: own?.node.at ?? files.at, entries }
  return { ...service, entries: new Map([...service.entries, ['labels', { keyAt: own?.keyAt ?? files.at, node }]]) }
}
