import { standsAside } from '../code/paths.js'
import type { Program } from '../code/program.js'
import { readProgram, type WhileParsing } from '../code/read.js'
import { withCompiler } from '../deep/resolver.js'
import { isWithin } from '../paths.js'
import type { Source } from '../source.js'
import type { Tree } from '../tree.js'
import { type Absence, absencesOf } from './code/absences.js'
import { blockingCallsOf } from './code/blocking.js'
import { celeryQueues } from './code/celery-queues.js'
import { sentTasks } from './code/celery-tasks.js'
import { lostConnections } from './code/client-errors.js'
import { processesInCode } from './code/code-processes.js'
import type { DeclaredSchema } from './code/declared-schema.js'
import { developmentServers } from './code/development-servers.js'
import { variablesOf } from './code/environment/variables.js'
import { goHttpClients } from './code/go/http-clients.js'
import { goListening } from './code/go/listening.js'
import { goShutdown } from './code/go/shutdown.js'
import { askedPathsOf } from './code/health/asked.js'
import { type HealthRoute, healthRoutesOf } from './code/health/health.js'
import { answersPath } from './code/health/match.js'
import { createdTopics } from './code/kafka-topics.js'
import { javascriptListening } from './code/listen.js'
import { ormSchemas } from './code/orm-schemas.js'
import { javascriptClients } from './code/outbound.js'
import { pythonClients } from './code/outbound-python.js'
import type { OwnImages } from './code/own-images.js'
import { perProcessOf } from './code/per-process.js'
import { mayBeStarted, withHostProcesses, withPlatforms } from './code/platform-services.js'
import type { Pool } from './code/pool.js'
import { poolsOf } from './code/pools/join.js'
import { type QueryFacts, queryFacts } from './code/queries/facts.js'
import { pageRequestsByService } from './code/queries/page-answers.js'
import { pageRequestsOf } from './code/queries/page-requests.js'
import { sentJobs } from './code/queues/python-jobs.js'
import { addedJobs } from './code/queues/untaken-queues.js'
import { type Rejections, rejectionsOf } from './code/rejections.js'
import type { ServiceExit } from './code/resilience.js'
import type { Route, RouteTable, RpcTable } from './code/route.js'
import { goRoutes, goRpc } from './code/routes/go.js'
import type { ServiceFiles } from './code/routes/javascript/start.js'
import { javascriptRoutes } from './code/routes/javascript.js'
import { pythonRoutes } from './code/routes/python.js'
import { javascriptRpc } from './code/rpc/javascript.js'
import { pythonRpc } from './code/rpc/python.js'
import type { Service } from './code/service.js'
import { type ServiceCode, serviceEnvironment, servicesOf } from './code/services.js'
import { shadowedRoutes } from './code/shadowed-routes.js'
import { javascriptShutdown } from './code/shutdown.js'
import { NO_CODE } from './code/signs.js'
import { javascriptSockets } from './code/sockets.js'
import type { StoreUses } from './code/store-clients.js'
import { unjoinedImages } from './code/unjoined-images.js'
import { clientAddress } from './code/web/client-address.js'
import { corsPolicies } from './code/web/cors.js'
import { debugSwitches } from './code/web/debug.js'
import { namesMetrics } from './code/web/django-metrics.js'
import { hardcodedSecrets } from './code/web/hardcoded-secrets.js'
import { limitersOf } from './code/web/limiters.js'
import { signsIn } from './code/web/logins.js'
import { openDoors } from './code/web/open-doors.js'
import { secretFallbacks } from './code/web/secret-fallbacks.js'
import { seededLogins } from './code/web/seeded-logins.js'
import { signingKeys } from './code/web/signing-keys.js'
import { signedTokens } from './code/web/tokens.js'
import { uncheckedCertificates } from './code/web/unchecked-certificates.js'
import { optional } from './compose/settings.js'
import type { HostNames } from './host-names.js'
import type { Connection, Image, NotEvaluated, WorkerProcesses, Workload } from './system.js'

/** What the code of the repository tells about what runs. */
export interface CodeFacts {
  readonly services: readonly Service[]
  /** Files that run in production and could be read in part only. */
  readonly notEvaluated: readonly NotEvaluated[]
  /** What ORMs declare, before it is joined with migrations and deployments. */
  readonly schemas: readonly DeclaredSchema[]
  /** Which data services the code of each workload uses. */
  readonly storeUses: StoreUses
  readonly pools: readonly Pool[]
  /** Processes that code starts by itself, by the id of the workload. */
  readonly processes: ReadonlyMap<string, WorkerProcesses>
}

/** What is known of a system without its code. */
export interface CodeContext {
  readonly workloads: readonly Workload[]
  readonly images: readonly Image[]
  /** What is built here for workloads that run an image by its name. */
  readonly own: OwnImages
  readonly connections: readonly Connection[]
  readonly names: HostNames
  /** With the TypeScript compiler for types that declarations do not tell. */
  readonly deep: boolean
  /** Runs the parsers. */
  readonly whileParsing?: WhileParsing
  /** Whether everything that declares workloads could be read. */
  readonly isWhole: boolean
}

/**
 * Reads the program code that production runs. Called only where there is code (`hasCode`). The syntax of the files is
 * dropped with this call: what stays are facts.
 */
export function codeOf(tree: Tree, context: CodeContext): CodeFacts {
  const { workloads, images, own, connections, names, isWhole } = context
  if (workloads.length + images.length === 0 && !mayBeStarted(tree)) return NO_CODE
  const read = readProgram(tree, context.whileParsing)
  const { program, notEvaluated } = context.deep ? withCompiler(read, tree) : { program: read, notEvaluated: () => [] }
  const deployed = servicesOf(tree, program, workloads, images, own)
  const unjoined = unjoinedImages(tree, program, context, deployed)
  // Where workloads run the code, or may, what else starts it is for other places.
  const isRun = deployed.some(service => service.workloads.length > 0)
  const services = !isWhole
    ? deployed
    : isRun
      ? withHostProcesses(deployed, tree, program, workloads)
      : withPlatforms(deployed, tree, program, workloads)
  const absences = absencesOf(tree, program, workloads, services)
  const jobs = addedJobs(program, tree, services)
  const known = services.map(service => ({
    ...factsOf(program, service, tree),
    ...absences.of(service),
    sentJobs: sentJobs(program, service, services, tree),
    ...optional('addedJobs', jobs.get(service.id)),
  }))
  const pages = pageRequestsByService(pageRequestsOf(program, tree), known)
  const facts = {
    services: known.map(service => ({ ...service, pageRequests: pages.get(service.id) ?? [] })),
    schemas: ormSchemas(program, tree, workloads, services),
    processes: processesInCode(program, services),
    pools: poolsOf({ program, services, connections, names, tree }),
    storeUses: absences.storeUses,
  }
  // The last of all: what the compiler could not read shows while facts are gathered.
  return { ...facts, notEvaluated: [...notEvaluated(), ...own.ambiguous(), ...unjoined, ...readInPart(services)] }
}

/** What the readers of code objected to, for each file of a service once. */
function readInPart(services: readonly ServiceCode[]): readonly NotEvaluated[] {
  const files = new Map(services.flatMap(({ code }) => code.map(file => [file.path, file] as const)))
  return [...files.values()].flatMap(({ path, problems: [first] }) =>
    first ? [{ path, because: `a part of it could not be read: ${first.message}` }] : [],
  )
}

/** The packages that `lostConnections` looks for. */
const CLIENTS_THAT_TELL = ['pg', 'pg-pool', 'redis']

function factsOf(
  program: Program,
  service: ServiceCode,
  tree: Tree,
): Omit<Service, keyof Absence | 'pageRequests' | 'addedJobs' | 'sentJobs'> {
  const { code: _, entryPoints: __, prepares: ___, mayAnswer, ...frame } = service
  const files = filesOf(program, service)
  const isNode = service.runtime === 'node'
  const routes = mayAnswer ? routesOf(program, service, files) : NO_ROUTES
  const sockets = isNode ? javascriptSockets(program, files) : []
  const bare = withoutSyntax(routes)
  const listening = isNode
    ? javascriptListening(program, files)
    : service.runtime === 'go'
      ? goListening(program, files)
      : []
  return {
    ...frame,
    ...perProcessOf(program, service),
    routes: bare.table,
    health: healthOf(program, service, routes).map(one => ({ ...one, route: bare.of(one.route) })),
    blocking: blockingCallsOf(program, routes.routes).map(one => ({ ...one, route: bare.of(one.route) })),
    ...queriesOf(program, service, routes, bare.of, tree),
    shadowed:
      routes.routes.length > 1
        ? shadowedRoutes(program, service, routes.routes).map(({ route, by }) => ({
            route: bare.of(route),
            by: bare.of(by),
          }))
        : [],
    sockets,
    openDoors: openDoors(program, service, routes, sockets),
    listening,
    rpc: rpcOf(program, service, files),
    ...exitOf(program, service, files, listening),
    outbound: outboundOf(program, service),
    lostConnections:
      isNode && CLIENTS_THAT_TELL.some(name => service.packages.has(name)) ? lostConnections(program, service) : [],
    ...optional('rejections', isNode ? rejectionsIn(program, service, routes, tree, bare.of) : undefined),
    variables: variablesOf(program, service, tree),
    secretFallbacks: secretFallbacks(program, service, tree),
    signingKeys: signingKeys(program, service),
    hardcodedSecrets: hardcodedSecrets(program, service),
    seededLogins: seededLogins(program, service),
    cors: corsPolicies(program, service),
    debugSwitches: debugSwitches(program, service),
    ...(namesMetrics(program, service) && { namesMetrics: true as const }),
    limiters: limitersOf(program, service),
    ...optional('clientAddress', isNode ? clientAddress(program, service) : undefined),
    signedTokens: signedTokens(program, service),
    uncheckedCertificates: uncheckedCertificates(program, service),
    createdTopics: createdTopics(program, service),
    ...optional('celeryQueues', celeryQueues(program, service)),
    sentTasks: sentTasks(program, service),
    developmentServers: developmentServers(program, service),
  }
}

/** The routes of what answers no requests. */
const NO_ROUTES: RouteTable = { routes: [], unregistered: [], unresolved: [], fallbacks: [] }

function routesOf(program: Program, { runtime }: ServiceCode, files: ServiceFiles): RouteTable {
  switch (runtime) {
    case 'node':
      return javascriptRoutes(program, files)
    case 'go':
      return goRoutes(program, files)
    case 'python':
      return pythonRoutes(program, files)
  }
}

/** Only what imports a library of gRPC has servers of it. */
function rpcOf(program: Program, { runtime, code, packages }: ServiceCode, files: ServiceFiles): RpcTable {
  if (runtime === 'go') return goRpc(program, files)
  if (![...packages].some(name => GRPC.test(name))) return { services: [], unresolved: [] }
  return runtime === 'node' ? javascriptRpc(program, code) : pythonRpc(program, code)
}

const GRPC = /^(?:@grpc\/grpc-js|grpc|nice-grpc|@nestjs\/microservices)(?:\.|$)/

function exitOf(
  program: Program,
  service: ServiceCode,
  files: ServiceFiles,
  listening: Service['listening'],
): ServiceExit {
  const { runtime, code } = service
  if (runtime === 'node') return javascriptShutdown(program, code, listening, serviceEnvironment(service))
  return { shutdown: runtime === 'go' ? goShutdown(program, files) : [], signalHandlers: [] }
}

function outboundOf(program: Program, service: ServiceCode): Service['outbound'] {
  const { runtime, code } = service
  switch (runtime) {
    case 'node':
      return javascriptClients(program, code)
    case 'go':
      return goHttpClients(
        program,
        code.map(file => file.path),
      )
    case 'python':
      return pythonClients(program, service)
  }
}

/** The routes that tell whether it works, and those that the checks of its workloads ask for. */
function healthOf(
  program: Program,
  { name, workloads, platform }: ServiceCode,
  table: RouteTable,
): readonly HealthRoute[] {
  const asked = [...workloads.flatMap(askedPathsOf), ...(platform?.checks ?? [])]
  const paths = asked.map(({ path }) => path)
  return healthRoutesOf(program, table, name, route => paths.some(path => answersPath(route, path)))
}

/** The routes without their handlers' syntax, which would keep every file in memory. */
function withoutSyntax(table: RouteTable): { readonly table: RouteTable; readonly of: (route: Route) => Route } {
  const known = new Map<Route, Route>()
  const of = (route: Route): Route => {
    const { handler, lists: _, view: __, unwrapped: ___, ...rest } = route
    const bare = known.get(route) ?? {
      ...rest,
      ...(handler && { isAsync: handler.node.isAsync }),
      ...(signsIn(route) && { signsIn: true as const }),
    }
    known.set(route, bare)
    return bare
  }
  const unregistered = table.unregistered.map(one => ({ ...one, routes: one.routes.map(of) }))
  return { table: { ...table, routes: table.routes.map(of), unregistered }, of }
}

/** The code of a service with what lies in its folder and is not run, which is asked for routers that nobody registers. */
function filesOf(program: Program, service: ServiceCode): ServiceFiles {
  const { code, directory, entries } = service
  const reached = new Set(code.map(file => file.path))
  const beside = [...program.files.keys()].filter(path => isWithin(directory, path) && !standsAside(path))
  return { entries, files: [...new Set([...reached, ...beside])].sort(), environment: serviceEnvironment(service) }
}

/** What it asks its databases, without the syntax of the handlers that do. */
function queriesOf(
  program: Program,
  service: ServiceCode,
  { routes }: RouteTable,
  bare: (route: Route) => Route,
  tree: Tree,
): QueryFacts {
  const facts = queryFacts(program, service, routes, () => graphqlFiles(tree, service.directory))
  const within = <T extends { readonly routes: readonly Route[] }>(one: T): T => ({
    ...one,
    routes: one.routes.map(bare),
  })
  return {
    ...facts,
    queries: facts.queries.map(within),
    rowQueries: facts.rowQueries.map(within),
    keyScans: facts.keyScans.map(within),
  }
}

/** What becomes of errors in asynchronous handlers, without the syntax of these. */
function rejectionsIn(
  program: Program,
  service: ServiceCode,
  { routes }: RouteTable,
  tree: Tree,
  bare: (route: Route) => Route,
): Rejections | undefined {
  const found = rejectionsOf(program, service, routes, tree)
  return found && { ...found, uncaught: found.uncaught.map(one => ({ ...one, route: bare(one.route) })) }
}

/** The schemas of GraphQL in the folder of a service. */
function graphqlFiles(tree: Tree, directory: string): readonly Source[] {
  return tree.files.flatMap(({ path }) => {
    const isSchema = /\.(?:graphqls?|gql)$/.test(path) && isWithin(directory, path) && !standsAside(path)
    return (isSchema && tree.read(path)) || []
  })
}
