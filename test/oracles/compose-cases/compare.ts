import type { ComposeProject } from '../../../src/parse/compose/project.js'
import type { Node, Problem } from '../../../src/parse/node.js'
import type { WrittenCase } from './cases.js'
import { resourceShape, serviceShape } from './model.js'
import { type Json, type OracleProject, oracleHome } from './oracle.js'
import { isList, isMap, plain } from './shapes.js'

type Fields = { readonly [key: string]: Json }

/** A project in the form in which both sides are compared. */
export interface PlainProject {
  readonly services: Fields
  readonly disabled: Fields
  readonly networks: Fields
  readonly volumes: Fields
  readonly secrets: Fields
  readonly configs: Fields
}

/** The plain form of the oracle's project. */
export function plainOracle(project: OracleProject, item: WrittenCase): PlainProject {
  const tidy = JSON.parse(JSON.stringify(project).replaceAll(oracleHome, '~')) as OracleProject
  const services = (section: Fields | null) =>
    Object.fromEntries(Object.entries(section ?? {}).map(([name, value]) => [name, likeTheLoader(value)]))
  const sections = { ...tidy, services: services(tidy.services), disabled: services(tidy.disabled) }
  return plainProject(sections, item.root, tidy.name)
}

/** What compose-go's JSON spells in a way of its own. */
function likeTheLoader(service: Json): Json {
  if (!isMap(service)) return service
  const result: { [key: string]: Json } = { ...service }
  // Hosts are listed as `host=address`.
  if (service.extra_hosts !== undefined) result.extra_hosts = hosts(service.extra_hosts)
  const built = service.build ?? null
  if (isMap(built)) {
    result.build = {
      ...built,
      ...(built.ssh !== undefined ? { ssh: keys(built.ssh) } : {}),
      ...(built.extra_hosts !== undefined ? { extra_hosts: hosts(built.extra_hosts) } : {}),
    }
  }
  // The devices of blkio_config have no names for JSON, so that Go's are used.
  const blkio = service.blkio_config ?? null
  if (isMap(blkio)) {
    result.blkio_config = JSON.parse(
      JSON.stringify(blkio).replaceAll('"Path":', '"path":').replaceAll('"Rate":', '"rate":'),
    )
  }
  return result
}

/** Keys are listed as `id=path`, or by their id alone. */
function keys(value: Json): Json {
  if (!isList(value)) return value
  return Object.fromEntries(
    value.map(item => {
      const [id = '', ...path] = String(item).split('=')
      return [id, path.length > 0 ? path.join('=') : null]
    }),
  )
}

function hosts(value: Json): Json {
  if (!isList(value)) return value
  const addresses = new Map<string, string[]>()
  for (const item of value) {
    const [, host = '', address = ''] = /^([^=]*)=(.*)$/s.exec(String(item)) ?? []
    addresses.set(host, [...(addresses.get(host) ?? []), address])
  }
  return Object.fromEntries(addresses)
}

/** The plain form of the loader's project. */
export function plainLoaded(project: ComposeProject, item: WrittenCase): PlainProject {
  const nodes = (map: ReadonlyMap<string, { readonly node: Node }>) =>
    Object.fromEntries([...map].map(([name, { node }]) => [name, jsonOf(node)]))
  return plainProject(
    {
      services: nodes(project.services),
      disabled: nodes(project.disabled),
      networks: nodes(project.networks),
      volumes: nodes(project.volumes),
      secrets: nodes(project.secrets),
      configs: nodes(project.configs),
    },
    '',
    // A project without `name` is called after its directory, which is not part of a repository.
    project.name ?? item.root.slice(item.root.lastIndexOf('/') + 1),
  )
}

/** Everything that the loader holds against a project, and the category of each. */
export function complaints(project: ComposeProject): readonly Problem[] {
  const missing = project.missing.map(({ path, at }): Problem => {
    return { at, message: `${path} does not exist`, kind: 'structure', code: 'missing-file' }
  })
  return [...project.problems, ...missing]
}

function jsonOf(node: Node): Json {
  if (node.kind === 'scalar') return node.text
  if (node.kind === 'list') return node.items.map(jsonOf)
  // Entries by definition: `__proto__` is a key like any other.
  return Object.fromEntries([...node.entries].map(([key, entry]) => [key, jsonOf(entry.node)]))
}

interface Sections extends Omit<OracleProject, 'name'> {}

function plainProject(project: Sections, root: string, name: string): PlainProject {
  const networks = resources(project.networks, root, name)
  // Compose adds the network `default` when a service uses it; the key says nothing that the services do not say.
  const { default: implied, ...declared } = networks
  const services = Object.entries(project.services ?? {}).map(([key, value]): [string, Json] => {
    return [key, service(value, root)]
  })
  return {
    services: sorted(services),
    disabled: sorted(
      Object.entries(project.disabled ?? {}).map(([key, value]) => [key, withoutVariables(service(value, root))]),
    ),
    networks: implied !== undefined && Object.keys(implied ?? {}).length > 0 ? networks : declared,
    volumes: resources(project.volumes, root, name),
    secrets: resources(project.secrets, root, name),
    configs: resources(project.configs, root, name),
  }
}

/** Compose resolves the environment and the label files of what it starts only, so of the rest nobody can compare them. */
function withoutVariables(fields: Json): Json {
  if (!isMap(fields)) return fields
  const { environment: _environment, labels, ...rest } = fields
  return labels === undefined || rest.label_file !== undefined ? rest : { ...rest, labels }
}

function resources(section: Fields | null, root: string, project: string): Fields {
  return sorted(
    Object.entries(section ?? {}).map(([key, value]): [string, Json] => {
      const fields = plain(value ?? {}, resourceShape, root) ?? {}
      if (!isMap(fields)) return [key, fields]
      const { name, ...rest } = fields
      // Without a name of its own a resource is called after its key, with the project's name in front unless external.
      const implied = fields.external === true ? key : `${project}_${key}`
      return [key, name === implied ? rest : fields]
    }),
  )
}

function service(value: Json, root: string): Json {
  const fields = plain(value, serviceShape, root)
  if (fields === undefined || !isMap(fields)) return fields ?? {}
  const result: { [key: string]: Json } = { ...fields }
  // A service on the default network alone is one without networks.
  if (JSON.stringify(fields.networks) === '{"default":{}}') delete result.networks
  // When it compares `scale` with `deploy.replicas`, compose-go sets the one to the other.
  const deploy = fields.deploy ?? null
  if (fields.scale !== undefined && isMap(deploy)) {
    result.deploy = sorted(Object.entries({ ...deploy, replicas: deploy.replicas ?? fields.scale }))
  }
  if (isList(fields.ports ?? null)) result.ports = (fields.ports as readonly Json[]).map(port)
  if (isMap(fields.build ?? null)) result.build = build(fields.build as Fields)
  if (isList(fields.secrets ?? null)) result.secrets = (fields.secrets as readonly Json[]).map(secret)
  return result
}

/** The defaults of a port: compose-go writes them out. */
function port(value: Json): Json {
  return isMap(value) ? sorted(Object.entries({ mode: 'ingress', protocol: 'tcp', ...value })) : value
}

/** The default of `dockerfile`: compose-go writes it out unless the file is inline. */
function build(fields: Fields): Json {
  return fields.dockerfile_inline === undefined
    ? sorted(Object.entries({ dockerfile: 'Dockerfile', ...fields }))
    : fields
}

/** The default of `target`: compose-go writes it out. */
function secret(value: Json): Json {
  if (!isMap(value)) return value
  return sorted(Object.entries({ target: `/run/secrets/${String(value.source)}`, ...value }))
}

function sorted(entries: readonly [string, Json][]): Fields {
  return Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Every place where two projects differ, with both values. */
export function differences(ours: PlainProject, theirs: PlainProject): readonly string[] {
  return [...differ({ ...ours }, { ...theirs }, '')]
}

function* differ(ours: Json | undefined, theirs: Json | undefined, at: string): Generator<string> {
  if (JSON.stringify(ours) === JSON.stringify(theirs)) return
  if (ours !== undefined && theirs !== undefined && isMap(ours) && isMap(theirs)) {
    for (const key of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
      yield* differ(own(ours, key), own(theirs, key), at === '' ? key : `${at}.${key}`)
    }
  } else {
    yield `${at}: the loader ${JSON.stringify(ours)}, compose-go ${JSON.stringify(theirs)}`
  }
}

function own(fields: Fields, key: string): Json | undefined {
  return Object.hasOwn(fields, key) ? fields[key] : undefined
}
