import { standsAside } from '../../../../code/paths.js'
import type { Program } from '../../../../code/program.js'
import { callClosure } from '../../../../code/startup/calls.js'
import { exportedValue, startModule } from '../../../../code/startup/modules.js'
import { createRun, type Models, type Run } from '../../../../code/startup/run.js'
import {
  type CallSite,
  type Closure,
  fields,
  type Outside,
  stepsOf,
  type Value,
} from '../../../../code/startup/values.js'
import type { CodeFile } from '../../../../code/syntax.js'
import type { Environment } from '../../../../code/values.js'
import { APOLLO_PACKAGES, apolloCall } from './apollo.js'
import { EXPRESS_PACKAGES, expressCall } from './express.js'
import { FASTIFY_PACKAGES, type FastifyHost, fastifyCall, fastifyHost, flush } from './fastify.js'
import { HONO_PACKAGES, honoCall } from './hono.js'
import { KOA_PACKAGES, koaCall } from './koa.js'
import { NEST_PACKAGES, nestCall } from './nestjs.js'
import { spanOf } from './path.js'
import { SERVER_PACKAGES, serverCall } from './servers.js'
import { SOCKET_PACKAGES, socketCall } from './socket-servers.js'
import { asValue, type RouterHost, type Startup, siteSpan } from './startup.js'
import { followUncalled } from './uncalled.js'

/** A service of which the start is followed. */
export interface ServiceFiles {
  /** The files that are run. Without any, those that no other file imports. */
  readonly entries: readonly string[]
  /** All files of the service, also those that no entry reaches. */
  readonly files: readonly string[]
  /** The value that a variable of the environment has in the unit that runs it. */
  readonly environment?: Environment
}

/** What a service told its frameworks when it started. */
export interface Started extends Startup {
  /** What was made by files that no entry reaches. */
  readonly aside: ReadonlySet<RouterHost>
}

type PackageModel = (startup: Startup, path: string, packageName: string, site: CallSite) => Value | undefined

const MODELS: ReadonlyMap<string, PackageModel> = new Map([
  ...EXPRESS_PACKAGES.map(name => [name, expressCall] as const),
  ...KOA_PACKAGES.map(name => [name, koaCall] as const),
  ...FASTIFY_PACKAGES.map(name => [name, fastifyCall] as const),
  ...NEST_PACKAGES.map(name => [name, nestCall] as const),
  ...APOLLO_PACKAGES.map(name => [name, apolloCall] as const),
  ...SERVER_PACKAGES.map(name => [name, serverCall] as const),
  ...SOCKET_PACKAGES.map(name => [name, socketCall] as const),
  ...HONO_PACKAGES.map(name => [name, honoCall] as const),
])

/** Packages that are used with a framework: a file that takes one of them may add routes, whatever else it takes. */
const COMPANIONS = new Set(['@fastify/autoload', 'fastify-plugin', '@fastify/sensible'])

function isRelevant(name: string): boolean {
  const bare = name.replace(/^node:/, '')
  return MODELS.has(bare) || COMPANIONS.has(bare)
}

/** Whether a file takes something of a framework, by its imports alone. */
function usesFramework(file: CodeFile): boolean {
  return file.imports.some(one => !one.typeOnly && isRelevant(one.from))
}

interface Kept {
  readonly environment: Environment | undefined
  readonly started: Started
}

const kept = new WeakMap<Program, Map<string, Kept[]>>()

/** Follows the start of a service; once for each. */
export function startOf(program: Program, service: ServiceFiles): Started | undefined {
  const files = service.files.filter(path => isJavaScript(program.files.get(path)))
  const reached = program.reachableFrom(service.entries)
  if (![...files, ...reached].some(path => isFrameworkFile(program, path))) return undefined
  const key = service.entries.join('\n')
  const byEntries = kept.get(program) ?? new Map<string, Kept[]>()
  kept.set(program, byEntries)
  const known = byEntries.get(key) ?? []
  byEntries.set(key, known)
  const found = known.find(one => one.environment === service.environment)
  if (found) return found.started
  const started = follow(program, service, files, reached)
  known.push({ environment: service.environment, started })
  return started
}

function isJavaScript(file: CodeFile | undefined): boolean {
  return file?.language === 'typescript' || file?.language === 'javascript'
}

function isFrameworkFile(program: Program, path: string): boolean {
  const file = program.files.get(path)
  return file !== undefined && usesFramework(file)
}

function follow(
  program: Program,
  service: ServiceFiles,
  files: readonly string[],
  reached: ReadonlySet<string>,
): Started {
  const made: RouterHost[] = []
  const startup: Omit<Startup, 'run'> = { made, listens: [], sockets: [], unresolved: [] }
  const models: Models = {
    call: (_run, callee, site) => callModel(full, callee, site),
    unfollowed: site => {
      if (handsOnRouter(site)) full.unresolved.push(siteSpan(site))
    },
    ...(service.environment && { environment: service.environment }),
    isRelevant,
  }
  const all = new Set([...reached, ...files])
  const run: Run = createRun(program, all, models)
  const full: Startup = { ...startup, run }
  const entries = entriesOf(program, service, files)
  for (const path of entries) startFile(run, program, path)
  for (const path of entries) serveDefault(full, program, path)
  load(made)
  const before = made.length
  for (const path of files) {
    const file = program.files.get(path)
    if (file && !standsAside(path) && usesFramework(file)) startModule(run, file)
  }
  for (const path of files) {
    const file = program.files.get(path)
    if (file && !standsAside(path)) followUncalled(full, file)
  }
  load(made.slice(before))
  return { ...full, aside: new Set(made.slice(before)) }
}

function startFile(run: Run, program: Program, path: string): void {
  const file = program.files.get(path)
  if (file && isJavaScript(file)) startModule(run, file)
}

/** Plugins of Fastify that still wait are loaded when the application is ready. */
function load(made: readonly RouterHost[]): void {
  for (const host of made) if (host.framework === 'fastify') flush(host as FastifyHost)
}

/** What an entry exports is served by what loads it: serverless platforms, Bun, Deno. */
function serveDefault(startup: Startup, program: Program, path: string): void {
  const { run } = startup
  const file = program.files.get(path)
  const value = file && isJavaScript(file) ? exportedValue(run, file, 'default') : undefined
  if (file && value?.kind === 'closure' && isPlugin(value)) startPlugin(startup, file, value)
  if (value?.kind === 'host') (value.host as RouterHost).isServed = true
}

/** `fastify start app.js` makes the application, and registers what the entry exports. */
function startPlugin(startup: Startup, file: CodeFile, value: Closure): void {
  if (startup.made.some(host => host.framework === 'fastify' && host.isApplication)) return
  const { fn } = value
  const host = fastifyHost(startup, spanOf(file, { start: fn.nameStart, end: fn.end }))
  callClosure(startup.run, value, [asValue(host), fields([], true)])
}

function isPlugin({ fn }: Closure): boolean {
  const [first] = fn.parameters
  const name = first?.target.kind === 'name' ? first.target.name : ''
  return name === 'fastify' || /^Fastify\w*Instance$/.test(first?.type?.name ?? '')
}

/** The entries of a service; where none is known, the files that no other one imports. */
function entriesOf(program: Program, service: ServiceFiles, files: readonly string[]): readonly string[] {
  if (service.entries.length > 0) return service.entries
  const imported = new Set<string>()
  for (const path of files) {
    const file = program.files.get(path)
    for (const one of file?.imports ?? []) {
      const target = file && program.target(file, one.from)
      if (target?.kind === 'files') for (const each of target.files) if (each.path !== path) imported.add(each.path)
    }
  }
  return files.filter(path => !imported.has(path) && !standsAside(path))
}

/** Whether a call hands an application or router on, or is of one of its methods: it may add routes. */
function handsOnRouter(site: CallSite): boolean {
  const isOwn = site.node.callee.kind === 'index'
  return isOwn || site.arguments.some(one => one.kind === 'host' && ROUTING.has((one.host as RouterHost).framework))
}

const ROUTING = new Set(['express', 'koa', 'fastify', 'hono', 'nestjs'])

/** Packages that add routes to an application that they are given, from what is declared elsewhere. */
const ADDING = new Set([
  'routing-controllers',
  'inversify-express-utils',
  'express-openapi',
  'express-file-routing',
  'express-openapi-router-controller',
  'tsoa',
  '@decorators/express',
  '@overnightjs/core',
  'consign',
])

function callModel(startup: Startup, callee: Outside, site: CallSite): Value | undefined {
  // What is handed to something outside may be served by it.
  for (const given of site.arguments) {
    if (given.kind === 'host') (given.host as RouterHost).isServed = true
  }
  if (ADDING.has(callee.package) && handsOnRouter(site)) startup.unresolved.push(siteSpan(site))
  const model = MODELS.get(callee.package)
  return model?.(startup, stepsOf(callee).replace(/^\.default\b/, ''), callee.package, site)
}
