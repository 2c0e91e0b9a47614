import { readJsonObject } from '../../code/json.js'
import { child, descend, entriesOf, itemsOf, type Node, textOf } from '../../parse/node.js'
import { parseToml } from '../../parse/toml.js'
import { parseYaml } from '../../parse/yaml.js'
import { directoryOf, fileName, joinPath } from '../../paths.js'
import { type Fact, known, type Source, type Span, unknown } from '../../source.js'
import type { Tree } from '../../tree.js'
import { isApartFromProduction } from './places.js'
import { NOTHING_SET, type PlatformCheck, type PlatformProcess } from './platform.js'
import { databaseId } from './platform-databases.js'
import { appSpec } from './platform-specs.js'

/** Processes of one repository beyond which no more are looked at. */
const MOST = 100
const FILE = /^(?:Procfile|fly\.toml|render\.ya?ml|railway\.(?:json|toml)|app\.ya?ml)$/

/**
 * What a Procfile (https://devcenter.heroku.com/articles/procfile), `fly.toml` (https://fly.io/docs/reference/configuration/),
 * `render.yaml` (https://render.com/docs/blueprint-spec) and `railway.json` or `.toml`
 * (https://docs.railway.com/reference/config-as-code) have a platform run, and the `app.yaml` of two others. Jobs that end (`release`, cron) and sites without a
 * program are left out.
 */
export function platformProcesses(tree: Tree): readonly PlatformProcess[] {
  const found = tree.files.flatMap(({ path }) => {
    const name = fileName(path)
    if (!FILE.test(name) || isApartFromProduction(path)) return []
    const source = tree.read(path)
    if (!source) return []
    if (name === 'Procfile') return procfile(source, tree)
    if (name === 'fly.toml') return fly(source)
    if (name.startsWith('app')) return appSpec(source)
    return name.startsWith('render') ? render(source) : railway(source)
  })
  return found.slice(0, MOST)
}

/** Heroku asks nothing over HTTP; `app.json` beside it names its variables. */
function procfile(source: Source, tree: Tree): readonly PlatformProcess[] {
  const directory = directoryOf(source.path)
  const manifest = herokuManifest(tree, directory)
  return [...source.text.matchAll(/^([A-Za-z0-9_-]{1,100}):[ \t]*(\S.{0,2000})$/gm)].flatMap(line => {
    const [whole, name = '', command = ''] = line
    if (name === 'release') return []
    const at = { path: source.path, start: line.index, end: line.index + whole.trimEnd().length }
    const instances = manifest && quantityOf(manifest, name, at)
    return [
      {
        name,
        isWeb: name === 'web',
        command: command.trim(),
        directory,
        at,
        checks: [],
        ...NOTHING_SET,
        ...(manifest && { variables: herokuVariables(manifest) }),
        ...(instances && { instances }),
      },
    ]
  })
}

function herokuManifest(tree: Tree, directory: string): Readonly<Record<string, unknown>> | undefined {
  const source = tree.read(joinPath(directory, 'app.json'))
  return source && readJsonObject(source)
}

/** `"formation": { "web": { "quantity": 2 } }`: https://devcenter.heroku.com/articles/app-json-schema#formation */
function quantityOf(
  { formation }: Readonly<Record<string, unknown>>,
  process: string,
  at: Span,
): Fact<number> | undefined {
  const own: unknown = isRecord(formation) ? formation[process] : undefined
  const quantity = isRecord(own) ? own.quantity : undefined
  return typeof quantity === 'number' && Number.isInteger(quantity) && quantity > 0 ? known(quantity, at) : undefined
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** https://devcenter.heroku.com/articles/app-json-schema#env: what has no value is asked for before the app is deployed. */
function herokuVariables({ env }: Readonly<Record<string, unknown>>): ReadonlySet<string> {
  if (typeof env !== 'object' || env === null || Array.isArray(env)) return new Set()
  const isSet = (value: unknown) =>
    typeof value === 'string' ||
    (typeof value === 'object' && value !== null && !('required' in value && value.required === false))
  return new Set(Object.entries(env).flatMap(([name, value]) => (isSet(value) ? name : [])))
}

function fly(source: Source): readonly PlatformProcess[] {
  const { root } = parseToml(source)
  const start = { path: source.path, start: 0, end: 0 }
  const web = child(root, 'http_service')
  const services = itemsOf(child(root, 'services'))
  const values = new Map(entriesOf(child(root, 'env')).flatMap(([name, node]) => settingOf(name, node)))
  const variables = new Set(entriesOf(child(root, 'env')).map(([name]) => name))
  const processes = entriesOf(child(root, 'processes'))
  const named = processes.length > 0 ? processes : [['app', undefined] as const]
  return named.map(([name, command]) => {
    const own = [...(web ? [web] : []), ...services].filter(one => isFor(one, name))
    const checks = [
      ...own.flatMap(one =>
        [...itemsOf(child(one, 'checks')), ...itemsOf(child(one, 'http_checks'))].map(node => ({ node, one })),
      ),
      ...entriesOf(child(root, 'checks')).flatMap(([, node]) => (isFor(node, name) ? [{ node, one: node }] : [])),
    ]
    const text = textOf(command)
    return {
      name,
      isWeb: own.length > 0,
      ...(text === undefined || text === '' ? {} : { command: text }),
      directory: directoryOf(source.path),
      at: command?.at ?? web?.at ?? start,
      checks: checks.flatMap(({ node, one }) => checkOf(node, child(one, 'internal_port') ?? child(node, 'port'))),
      ...NOTHING_SET,
      variables,
      values,
    }
  })
}

function settingOf(name: string | undefined, node: Node | undefined): readonly (readonly [string, Fact<string>])[] {
  const text = textOf(node)
  return name === undefined || !node || text === undefined ? [] : [[name, known(text, node.at)]]
}

/** A part of `fly.toml` is for the processes that it names, else for all. */
function isFor(part: Node, process: string): boolean {
  const names = itemsOf(child(part, 'processes')).map(textOf)
  return names.length === 0 || names.includes(process)
}

function checkOf(node: Node, port: Node | undefined): readonly PlatformCheck[] {
  const path = child(node, 'path')
  const method = textOf(child(node, 'method'))?.toUpperCase()
  if (method !== undefined && method !== 'GET') return []
  return asked(path, Number(textOf(port)))
}

function asked(path: Node | undefined, port = Number.NaN): readonly PlatformCheck[] {
  const text = textOf(path)
  if (!path || text === undefined || !text.startsWith('/')) return []
  return [{ path: text, ...(Number.isInteger(port) && { port }), at: path.at }]
}

const RENDER_RUNS = new Set(['web', 'pserv', 'worker'])

function render(source: Source): readonly PlatformProcess[] {
  return parseYaml(source).documents.flatMap(({ root }) =>
    itemsOf(child(root, 'services')).flatMap((service): PlatformProcess[] => {
      const type = textOf(child(service, 'type')) ?? ''
      const runtime = textOf(child(service, 'runtime')) ?? textOf(child(service, 'env')) ?? ''
      // What is in another repository or an image of a registry is not here.
      if (!RENDER_RUNS.has(type) || /^(?:static|image)$/.test(runtime) || child(service, 'repo')) return []
      const command = textOf(child(service, 'startCommand')) ?? textOf(child(service, 'dockerCommand'))
      const folder = textOf(child(service, 'rootDir')) ?? '.'
      const name = child(service, 'name')
      const given = itemsOf(child(service, 'envVars')).map(node => ({ name: textOf(child(node, 'key')), node }))
      const instances = renderInstances(service)
      return [
        {
          name: textOf(name) ?? type,
          isWeb: type !== 'worker',
          ...(command === undefined ? {} : { command }),
          directory: joinPath(directoryOf(source.path), folder),
          at: name?.at ?? service.at,
          checks: asked(child(service, 'healthCheckPath')),
          variables: new Set(given.flatMap(one => one.name ?? [])),
          values: new Map(given.flatMap(one => settingOf(one.name, child(one.node, 'value')))),
          databases: new Map(given.flatMap(one => databaseOf(one.name, one.node, source.path))),
          ...(instances && { instances }),
        },
      ]
    }),
  )
}

/** https://render.com/docs/blueprint-spec#scaling: the most that an autoscaler may start, else the number that is written. */
function renderInstances(service: Node): Fact<number> | undefined {
  const node = descend(service, 'scaling', 'maxInstances') ?? child(service, 'numInstances')
  return node && countOf(node)
}

function countOf(node: Node): Fact<number> {
  const count = Number(textOf(node))
  return Number.isInteger(count) && count > 0 ? known(count, node.at) : unknown(node.at, 'its number is not known')
}

/** `fromDatabase: { name: shop, property: connectionString }` */
function databaseOf(name: string | undefined, node: Node, path: string): readonly (readonly [string, string])[] {
  const database = textOf(descend(node, 'fromDatabase', 'name'))
  return name === undefined || database === undefined ? [] : [[name, databaseId(path, database)]]
}

function railway(source: Source): readonly PlatformProcess[] {
  const root = source.path.endsWith('.toml') ? parseToml(source).root : parseYaml(source).documents[0]?.root
  const deploy = child(root, 'deploy')
  // A schedule makes it a job that ends.
  if (!deploy || child(deploy, 'cronSchedule')) return []
  const command = child(deploy, 'startCommand')
  const text = textOf(command)
  const replicas = child(deploy, 'numReplicas')
  return [
    {
      name: 'app',
      isWeb: true,
      ...(replicas && { instances: countOf(replicas) }),
      ...(text === undefined || text === '' ? {} : { command: text }),
      directory: directoryOf(source.path),
      at: command?.at ?? descend(root, 'deploy', 'healthcheckPath')?.at ?? deploy.at,
      checks: asked(child(deploy, 'healthcheckPath')),
      ...NOTHING_SET,
    },
  ]
}
