import { child, type MapNode, type Node, textOf } from '../../node.js'
import { type Building, type Gathered, items, refuse, type Variable } from './building.js'
import { placesOf, splitPath } from './dotted-paths.js'
import { type Editable, type EditableScalar, spend } from './editable.js'
import { type FieldPath, visitEverywhere } from './field-paths.js'
import { allIds, effectiveNamespace, type ResourceId } from './resources.js'

/** `vars`: remembers which object each takes its value from. */
export function declareVariables(kustomization: MapNode, gathered: Gathered, building: Building): void {
  for (const entry of items(child(kustomization, 'vars'))) {
    const name = textOf(child(entry, 'name')) ?? ''
    const fieldPath = textOf(child(child(entry, 'fieldref'), 'fieldPath')) ?? ''
    const object = child(entry, 'objref')
    spend(building.work, gathered.resources.length)
    const found = gathered.resources.filter(one => allIds(one).some(id => isObject(id, object)))
    if (found.length > 1) refuse(building, entry.at, 'variable', `${name} may mean several objects`)
    else found[0]?.variables.add(name)
    const variable = { name, fieldPath: fieldPath === '' ? 'metadata.name' : fieldPath, at: entry.at }
    if (gathered.variables.has(name)) refuse(building, entry.at, 'variable', `${name} is declared twice`)
    gathered.variables.set(name, variable)
  }
}

function isObject(id: ResourceId, object: Node | undefined): boolean {
  const text = (key: string) => textOf(child(object, key)) ?? ''
  const [group = '', version = ''] = text('apiVersion').includes('/')
    ? text('apiVersion').split('/')
    : ['', text('apiVersion')]
  return (
    id.kind === text('kind') &&
    id.name === text('name') &&
    id.group === (group || text('group')) &&
    id.version === (version || text('version')) &&
    (text('namespace') === '' || effectiveNamespace(id) === text('namespace'))
  )
}

/** Writes the values of all variables where `$(NAME)` stands. */
export function resolveVariables(gathered: Gathered, building: Building): void {
  const values = new Map<string, EditableScalar>()
  for (const variable of gathered.variables.values()) {
    const value = variableValue(variable, gathered)
    if (value) values.set(variable.name, value)
    else refuse(building, variable.at, 'variable', `${variable.name} has no value`)
  }
  if (values.size === 0) return
  const visit = (node: Editable) => {
    if (node.kind === 'scalar') fill(node, values)
    else if (node.kind === 'list') for (const item of node.items) if (item.kind === 'scalar') fill(item, values)
    if (node.kind === 'map')
      for (const { node: value } of node.entries.values()) if (value.kind === 'scalar') fill(value, values)
  }
  for (const field of FIELDS) visitEverywhere(gathered, field, { at: { path: '', start: 0, end: 0 }, visit }, building)
}

function variableValue(variable: Variable, gathered: Gathered): EditableScalar | undefined {
  const resource = gathered.resources.find(one => one.variables.has(variable.name))
  if (!resource?.node) return undefined
  const path = splitPath(variable.fieldPath).flatMap(part => {
    const [, name = '', index = ''] = /^(.+)\[(\d+)\]$/.exec(part) ?? []
    return name === '' ? [part] : [name, index]
  })
  const places = placesOf(resource.node, path, undefined, variable.at)
  const node = typeof places === 'string' ? undefined : places[0]?.node
  return node?.kind === 'scalar' ? node : undefined
}

function fill(node: EditableScalar, values: ReadonlyMap<string, EditableScalar>): void {
  const { text } = node
  if (node.type !== 'string' || text === null || !text.includes('$')) return
  const whole = /^\$\(([^)]*)\)$/.exec(text)?.[1]
  const value = whole === undefined ? undefined : values.get(whole)
  if (value) {
    node.text = value.text
    node.type = value.type
    return
  }
  // Two signs stand for one.
  node.text = text.replace(/\$\$|\$\(([^)]*)\)/g, (written, name?: string) => {
    if (name === undefined) return '$'
    return values.get(name)?.text ?? written
  })
}

const POD_SPECS: Readonly<Record<string, string>> = { Pod: 'spec', CronJob: 'spec/jobTemplate/spec/template/spec' }
const IN_PODS = ['containers', 'initContainers'].flatMap(list =>
  ['args', 'command', 'env/value', 'volumeMounts/mountPath'].map(path => `${list}/${path}`),
)

function field(path: string, kind?: string): FieldPath {
  return { path: path.split('/'), create: false, ...(kind === undefined ? {} : { kind }) }
}

/** Where kustomize looks for variables: https://github.com/kubernetes-sigs/kustomize/blob/master/examples/transformerconfigs */
const FIELDS: readonly FieldPath[] = [
  ...['CronJob', 'DaemonSet', 'Deployment', 'Job', 'Pod', 'ReplicaSet', 'StatefulSet'].flatMap(kind =>
    IN_PODS.map(path => field(`${POD_SPECS[kind] ?? 'spec/template/spec'}/${path}`, kind)),
  ),
  ...['DaemonSet', 'Deployment', 'Job', 'ReplicaSet'].map(kind => field('spec/template/spec/volumes/nfs/server', kind)),
  field('spec/volumes/nfs/server', 'Pod'),
  field('spec/template/metadata/annotations', 'Deployment'),
  ...['spec/rules/host', 'spec/tls/hosts', 'spec/tls/secretName'].map(path => field(path, 'Ingress')),
  ...['spec/ports/port', 'spec/ports/targetPort'].map(path => field(path, 'Service')),
  field('spec/nfs/server', 'PersistentVolume'),
  field('metadata/labels'),
  field('metadata/annotations'),
]
