import { isSecretName } from '../../knowledge/secrets.js'
import type { DockerfileImage } from '../../parse/dockerfile.js'
import { child, type MapNode, type Node, textOf } from '../../parse/node.js'
import { type Fact, known, knownValue, type Span, unknown } from '../../source.js'
import { imageEnvironment } from '../environment.js'
import { booleanFact, itemsOf, textAt } from '../read-node.js'
import type { EnvironmentVariable, ServiceEnvironmentFile } from '../system.js'
import { configMapData, secretContent } from './config.js'
import type { ObjectIndex } from './index.js'

/** The environment of a container, and the ConfigMaps and Secrets that it takes whole. */
export interface ContainerEnvironment {
  readonly variables: ReadonlyMap<string, EnvironmentVariable>
  readonly files: readonly ServiceEnvironmentFile[]
}

/** What reading an environment needs to know of the deployment. */
export interface EnvironmentContext {
  readonly index: ObjectIndex
  readonly namespace: string | undefined
}

const MOST_VARIABLES = 5_000

/**
 * The environment of a container: ENV of its Dockerfile, below `envFrom`, below `env`; what stands later wins.
 * https://kubernetes.io/docs/tasks/inject-data-application/define-environment-variable-container/
 */
export function environmentIn(
  container: MapNode,
  dockerfile: DockerfileImage | undefined,
  context: EnvironmentContext,
): ContainerEnvironment {
  const variables = new Map<string, EnvironmentVariable>(imageEnvironment(dockerfile))
  const files: ServiceEnvironmentFile[] = []
  for (const item of itemsOf(child(container, 'envFrom'))) {
    const prefix = textOf(child(item, 'prefix')) ?? ''
    const { file, taken } = fromWhole(item, prefix, context)
    if (file) files.push(file)
    for (const variable of taken) if (variables.size < MOST_VARIABLES) variables.set(variable.name, variable)
  }
  for (const item of itemsOf(child(container, 'env'))) {
    const variable = variableIn(item, variables, context)
    if (variable && variables.size < MOST_VARIABLES) variables.set(variable.name, variable)
  }
  return { variables, files }
}

function fromWhole(
  item: Node,
  prefix: string,
  { index, namespace }: EnvironmentContext,
): { readonly file?: ServiceEnvironmentFile; readonly taken: readonly EnvironmentVariable[] } {
  const reference = child(item, 'configMapRef') ?? child(item, 'secretRef')
  const name = textAt(reference, 'name')
  if (!reference || !name?.known) return { taken: [] }
  const optional = knownValue(booleanFact(child(reference, 'optional'))) === true
  if (child(item, 'configMapRef')) {
    const data = configMapData(index, name.value, namespace)
    const names = new Map([...(data ?? [])].map(([key, { keyAt }]) => [prefix + key, keyAt] as const))
    const file = { path: `the ConfigMap ${name.value}`, at: name.at, present: data !== undefined || optional, names }
    const taken = [...(data ?? [])].map(([key, { node, keyAt }]): EnvironmentVariable => {
      return {
        name: prefix + key,
        value: known(node.text ?? '', node.at),
        uses: [],
        at: node.at,
        keyAt,
        source: 'config-map',
      }
    })
    return { file, taken }
  }
  const content = secretContent(index, name.value, namespace)
  const names = new Map([...(content?.keys ?? [])].map(([key, at]) => [prefix + key, at] as const))
  const file = { path: `the Secret ${name.value}`, at: name.at, present: content?.complete === true || optional, names }
  const taken = [...(content?.keys ?? [])].map(([key, keyAt]): EnvironmentVariable => {
    const value = secretValueOf(content?.texts.get(key), prefix + key, keyAt)
    return { name: prefix + key, value, uses: [], at: keyAt, keyAt, source: 'reference' }
  })
  return { file, taken }
}

/** Addresses and names in a Secret help to understand the system; what is secret for its own sake stays unread. */
function secretValueOf(text: string | undefined, name: string, at: Span): Fact<string> {
  return text === undefined || isSecretName(name) ? unknown(at, 'it comes from a Secret') : known(text, at)
}

function variableIn(
  item: Node,
  before: ReadonlyMap<string, EnvironmentVariable>,
  context: EnvironmentContext,
): EnvironmentVariable | undefined {
  const nameNode = child(item, 'name')
  const name = textOf(nameNode)
  if (name === undefined || name === '' || !nameNode) return undefined
  const from = child(item, 'valueFrom')
  const base = { name, uses: [], keyAt: nameNode.at }
  if (from) return { ...base, ...fromReference(from, name, context) }
  const value = textAt(item, 'value')
  if (!value) return { ...base, value: known('', nameNode.at), at: nameNode.at, source: 'inline' }
  if (!value.known) return { ...base, value, at: value.at, source: 'inline' }
  const filled = expandReferences(value.value, before)
  return {
    ...base,
    value:
      filled === undefined
        ? unknown(value.at, 'it contains a variable that is set elsewhere')
        : known(filled, value.at),
    ...(filled === value.value ? {} : { raw: value.value }),
    at: value.at,
    source: 'inline',
  }
}

function fromReference(
  from: Node,
  variable: string,
  { index, namespace }: EnvironmentContext,
): Pick<EnvironmentVariable, 'value' | 'at' | 'source'> {
  const config = child(from, 'configMapKeyRef')
  const secret = child(from, 'secretKeyRef')
  const at = from.at
  const name = textOf(child(config ?? secret, 'name')) ?? ''
  const key = textOf(child(config ?? secret, 'key')) ?? ''
  if (config) {
    const entry = configMapData(index, name, namespace)?.get(key)
    if (entry) return { value: known(entry.node.text ?? '', entry.node.at), at: entry.node.at, source: 'config-map' }
    return { value: unknown(at, `the ConfigMap ${name} is not in the repository`), at, source: 'config-map' }
  }
  if (secret) {
    const text = secretContent(index, name, namespace)?.texts.get(key)
    return { value: secretValueOf(text, variable, at), at, source: 'reference' }
  }
  return { value: unknown(at, 'the cluster fills it in when the pod starts'), at, source: 'reference' }
}

const LONGEST = 20_000

/**
 * `$(NAME)` filled in from what is set before it; `$$(NAME)` stands for itself, and so does the name of nothing. Undefined
 * when one of the values is not known.
 * https://kubernetes.io/docs/tasks/inject-data-application/define-interdependent-environment-variables/
 */
export function expandReferences(
  text: string,
  variables: ReadonlyMap<string, EnvironmentVariable>,
): string | undefined {
  if (!text.includes('$(') || text.length > LONGEST) return text
  let open = false
  const filled = text.replace(/(\$?)\$\(([A-Za-z_][\w.-]*)\)/g, (whole, escaped: string, name: string) => {
    if (escaped !== '') return whole.slice(1)
    const variable = variables.get(name)
    // The image's own variables are not known to the cluster.
    if (!variable || variable.source === 'image') return whole
    if (!variable.value.known) open = true
    return variable.value.known ? variable.value.value : whole
  })
  return open || filled.length > LONGEST ? undefined : filled
}
