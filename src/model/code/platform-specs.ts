import { child, descend, entriesOf, itemsOf, type Node, textOf } from '../../parse/node.js'
import { parseYaml } from '../../parse/yaml.js'
import { directoryOf, joinPath } from '../../paths.js'
import { type Fact, known, type Source, unknown } from '../../source.js'
import { NOTHING_SET, type PlatformCheck, type PlatformProcess } from './platform.js'

/**
 * What an `app.yaml` has a platform run: of App Engine (https://cloud.google.com/appengine/docs/standard/reference/app-yaml), or
 * of DigitalOcean (https://docs.digitalocean.com/products/app-platform/reference/app-spec/). Manifests are called so, too.
 */
export function appSpec(source: Source): readonly PlatformProcess[] {
  return parseYaml(source).documents.flatMap(({ root }) => {
    if (child(root, 'kind') || child(root, 'apiVersion')) return []
    return RUNTIME.test(textOf(child(root, 'runtime')) ?? '') ? appEngine(source, root) : digitalOcean(source, root)
  })
}

const RUNTIME = /^(?:python|nodejs|go|custom)\d*$/

/** Python without an `entrypoint` is served by gunicorn from `main.py`; Node.js by its start script. */
function appEngine(source: Source, root: Node | undefined): readonly PlatformProcess[] {
  const runtime = child(root, 'runtime')
  const entry = child(root, 'entrypoint')
  // App Engine flexible has it one level deeper for some languages.
  const text = textOf(entry) ?? textOf(child(entry, 'shell'))
  const command = text ?? (textOf(runtime)?.startsWith('python3') ? 'gunicorn main:app' : undefined)
  const name = child(root, 'service')
  const most = [
    descend(root, 'manual_scaling', 'instances'),
    descend(root, 'basic_scaling', 'max_instances'),
    descend(root, 'automatic_scaling', 'max_instances'),
    descend(root, 'automatic_scaling', 'max_num_instances'),
  ].find(one => one !== undefined)
  const values = entriesOf(child(root, 'env_variables')).flatMap(([key, node]) => textGiven(key, node))
  if (!runtime) return []
  return [
    {
      name: textOf(name) ?? 'default',
      isWeb: true,
      ...(command === undefined ? {} : { command }),
      directory: directoryOf(source.path),
      at: entry?.at ?? name?.at ?? runtime.at,
      checks: ['readiness_check', 'liveness_check'].flatMap(check => askedAt(descend(root, check, 'path'))),
      ...NOTHING_SET,
      variables: new Set(values.map(([key]) => key)),
      values: new Map(values),
      ...(most && { instances: countOf(most) }),
    },
  ]
}

function digitalOcean(source: Source, root: Node | undefined): readonly PlatformProcess[] {
  const shared = variablesIn(child(root, 'envs'))
  return (['services', 'workers'] as const).flatMap(kind =>
    itemsOf(child(root, kind)).flatMap((node): PlatformProcess[] => {
      const name = child(node, 'name')
      // An image of a registry, or the code of another repository, is not here.
      const isHere = ['github', 'gitlab', 'bitbucket', 'source_dir', 'dockerfile_path', 'run_command'].some(key =>
        child(node, key),
      )
      if (!name || !isHere || child(node, 'image') || child(node, 'git')) return []
      const command = textOf(child(node, 'run_command'))
      const dockerfile = textOf(child(node, 'dockerfile_path'))
      const most = descend(node, 'autoscaling', 'max_instance_count') ?? child(node, 'instance_count')
      const own = variablesIn(child(node, 'envs'))
      const port = Number(textOf(descend(node, 'health_check', 'port')))
      return [
        {
          name: textOf(name) ?? kind,
          isWeb: kind === 'services',
          ...(command === undefined ? {} : { command }),
          directory:
            dockerfile === undefined
              ? joinPath(placeOf(source), bare(textOf(child(node, 'source_dir'))))
              : joinPath(placeOf(source), bare(directoryOf(bare(dockerfile)))),
          at: name.at,
          checks: askedAt(descend(node, 'health_check', 'http_path'), port),
          ...NOTHING_SET,
          variables: new Set([...shared.names, ...own.names]),
          values: new Map([...shared.values, ...own.values]),
          ...(most && { instances: countOf(most) }),
        },
      ]
    }),
  )
}

/** `.do/app.yaml` speaks of the folder around `.do`. */
function placeOf({ path }: Source): string {
  const folder = directoryOf(path)
  return /(?:^|\/)\.do$/.test(folder) ? directoryOf(folder) : folder
}

function bare(path: string | undefined): string {
  return path === undefined || path === '' || path === '/' ? '.' : path.replace(/^\/+/, '')
}

function variablesIn(list: Node | undefined) {
  const given = itemsOf(list).flatMap(node => {
    const name = textOf(child(node, 'key'))
    return name === undefined || textOf(child(node, 'scope')) === 'BUILD_TIME' ? [] : [{ name, node }]
  })
  const values = given.flatMap(({ name, node }) =>
    textOf(child(node, 'type')) === 'SECRET' ? [] : textGiven(name, child(node, 'value')),
  )
  return { names: given.map(({ name }) => name), values }
}

/** `${db.DATABASE_URL}` is filled in by the platform. */
function textGiven(name: string, node: Node | undefined): readonly (readonly [string, Fact<string>])[] {
  const text = textOf(node)
  return !node || text === undefined || text.includes('${') ? [] : [[name, known(text, node.at)]]
}

function countOf(node: Node): Fact<number> {
  const count = Number(textOf(node))
  return Number.isInteger(count) && count > 0 ? known(count, node.at) : unknown(node.at, 'its number is not known')
}

function askedAt(path: Node | undefined, port = Number.NaN): readonly PlatformCheck[] {
  const text = textOf(path)
  if (!path || text === undefined || !text.startsWith('/')) return []
  return [{ path: text, ...(Number.isInteger(port) && port > 0 && { port }), at: path.at }]
}
