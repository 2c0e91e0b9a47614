import type { DockerfileImage } from '../parse/dockerfile.js'
import { child, descend, type MapNode, type Node } from '../parse/node.js'
import { type Span, unknown } from '../source.js'
import { entriesOf, textFact } from './read-node.js'
import type { EnvironmentVariable } from './system.js'

/** The environment of a compose service: ENV of its Dockerfile, below env files, below `environment` (merged by the loader). */
export function environmentOf(
  service: MapNode,
  dockerfile: DockerfileImage | undefined,
  serviceAt: Span,
): ReadonlyMap<string, EnvironmentVariable> {
  const variables = new Map<string, EnvironmentVariable>(imageEnvironment(dockerfile))
  for (const variable of variablesIn(child(service, 'environment'), serviceAt)) variables.set(variable.name, variable)
  return variables
}

/** ENV of a Dockerfile: what counts where a deployment sets nothing else. */
export function imageEnvironment(dockerfile: DockerfileImage | undefined): ReadonlyMap<string, EnvironmentVariable> {
  const variables = new Map<string, EnvironmentVariable>()
  for (const [name, { value, at }] of dockerfile?.environment ?? []) {
    variables.set(name, { name, value, uses: [], at: value.at, keyAt: at, source: 'image' })
  }
  return variables
}

/** The arguments that a compose service gives to the build of its image. */
export function buildArgumentsOf(service: MapNode, serviceAt: Span): readonly EnvironmentVariable[] {
  return variablesIn(descend(service, 'build', 'args'), serviceAt)
}

function variablesIn(map: Node | undefined, serviceAt: Span): readonly EnvironmentVariable[] {
  return entriesOf(map).map(([name, node, keyAt]) => {
    const value = textFact(node)
    const fromFile = keyAt.path !== serviceAt.path && !/\.ya?ml$/.test(keyAt.path)
    const source = fromFile ? 'env-file' : value === undefined ? 'host' : 'inline'
    const interpolation = node.kind === 'scalar' ? node.interpolation : undefined
    return {
      name,
      value: value ?? unknown(keyAt, 'it is passed through from the host'),
      ...(interpolation ? { raw: interpolation.raw } : {}),
      uses: interpolation?.uses ?? [],
      at: node.at,
      keyAt,
      source,
    }
  })
}
