import { callClosure } from '../../../code/go/calls.js'
import { packageOf, typeNamed } from '../../../code/go/packages.js'
import { type GoRun, goRun, spanOf } from '../../../code/go/run.js'
import { startPackage } from '../../../code/go/start.js'
import { type GoClosure, type GoValue, pointed, UNKNOWN } from '../../../code/go/values.js'
import { standsAside } from '../../../code/paths.js'
import type { FunctionIn, Program } from '../../../code/program.js'
import type { CodeFile } from '../../../code/syntax.js'
import { EMPTY_ENVIRONMENT, type Environment } from '../../../code/values.js'
import type { RouteTable, RpcTable } from '../route.js'
import { finishGorilla } from './go/gorilla.js'
import { tableOf } from './go/table.js'
import { frameworkOfType, newWeb, type Web, webKnowledge } from './go/web.js'

/** The files of a service in Go, and what its environment holds. */
export interface GoServiceFiles {
  /** The files with `func main` that are run. Without any, those of the service that have one. */
  readonly entries: readonly string[]
  /** All files of the service, also those that no entry reaches. */
  readonly files: readonly string[]
  readonly environment?: Environment
}

/** What the start of a service in Go does with routers and servers. */
export interface GoStart {
  readonly run: GoRun
  readonly web: Web
}

/** Packages that routers and servers come from: a service that imports none of them is not looked at. */
const WEB =
  /^(?:net\/http|google\.golang\.org\/grpc|github\.com\/(?:gorilla\/mux|gin-gonic\/gin|labstack\/echo(?:\/v\d+)?|go-chi\/chi(?:\/v\d+)?|gofiber\/fiber(?:\/v\d+)?))$/

const startsOf = new WeakMap<Program, WeakMap<GoServiceFiles, GoStart | undefined>>()

/** Follows the start of a service from `main` on; undefined where no file of it has to do with requests. */
export function goStart(program: Program, service: GoServiceFiles): GoStart | undefined {
  const known = startsOf.get(program) ?? new WeakMap<GoServiceFiles, GoStart | undefined>()
  startsOf.set(program, known)
  if (!known.has(service)) known.set(service, follow(program, service))
  return known.get(service)
}

function follow(program: Program, service: GoServiceFiles): GoStart | undefined {
  const files = service.files.flatMap(path => {
    const file = program.files.get(path)
    return file?.language === 'go' && !path.endsWith('_test.go') ? [file] : []
  })
  if (!files.some(file => file.imports.some(one => WEB.test(one.from)))) return undefined
  const web = newWeb()
  const run = goRun(program, webKnowledge(web), service.environment ?? EMPTY_ENVIRONMENT)
  const entries = service.entries.flatMap(path => program.files.get(path) ?? [])
  const mains = (entries.length > 0 ? entries : files.filter(file => !standsAside(file.path))).filter(
    file => file.packageName === 'main',
  )
  for (const main of new Set(mains.map(file => packageOf(program, file)))) {
    const [first] = main.files
    if (first) startPackage(run, first)
    const fn = main.functions.get('main')
    if (fn) callClosure(run, { kind: 'closure', ...fn }, [])
  }
  runCommands(run, web)
  runContainer(run, web)
  if (web.standard.router && files.some(file => file.imports.some(one => one.from === 'net/http/pprof')))
    web.standard.router.fallbacks.push({ prefix: '/debug/pprof', at: web.standard.router.at })
  const elsewhere = program.reachableFrom(otherMains(program, mains))
  runUncalled(
    run,
    files.filter(file => !elsewhere.has(file.path)),
  )
  finishGorilla(run, web.gorilla)
  return { run, web }
}

/** The files of the other programs of the repository: what this one does not call, they may. */
function otherMains(program: Program, mains: readonly CodeFile[]): readonly string[] {
  const own = new Set(mains.map(file => packageOf(program, file)))
  return [...program.files.values()].flatMap(file =>
    file.language === 'go' && file.packageName === 'main' && !own.has(packageOf(program, file)) ? [file.path] : [],
  )
}

/** What commands do: nobody of the repository calls them. */
function runCommands(run: GoRun, web: Web): void {
  for (let index = 0; index < web.commands.length && index < 100; index++) {
    const value = web.commands[index]
    const command = value && pointed(value)
    if (command?.kind === 'closure' && !run.called.has(command.node)) callClosure(run, command, [])
  }
}

/** So many functions of a container of dependencies are called. */
const MOST_PROVIDED = 300

/** What a container invokes gets what its constructors make, each made once. */
function runContainer(run: GoRun, web: Web): void {
  const makers = new Map<string, GoClosure>()
  const made = new Map<string, GoValue>()
  for (const maker of web.provided.slice(0, MOST_PROVIDED)) {
    if (maker.kind !== 'closure' || !maker.node.returns) continue
    const { returns } = maker.node
    const [first = returns] = returns.name === 'tuple' ? returns.arguments : [returns]
    makers.set(typeKey(run, maker.file, first.name), maker)
  }
  const give = (type: string, depth: number): GoValue => {
    const known = made.get(type)
    if (known) return known
    const maker = makers.get(type)
    if (!maker || depth <= 0) return UNKNOWN
    made.set(type, UNKNOWN)
    const result = callClosure(run, maker, wanted(maker, depth - 1))
    const value = result.kind === 'tuple' ? (result.items[0] ?? UNKNOWN) : result
    made.set(type, value)
    return value
  }
  const wanted = ({ file, node }: GoClosure, depth: number): readonly GoValue[] =>
    node.parameters.map(({ type }) => (type ? give(typeKey(run, file, type.name), depth) : UNKNOWN))
  for (const one of web.invoked.slice(0, MOST_PROVIDED))
    if (one.kind === 'closure') callClosure(run, one, wanted(one, 20))
  runCommands(run, web)
}

function typeKey(run: GoRun, file: CodeFile, name: string): string {
  const type = typeNamed(run.program, file, name)
  return type.kind === 'own' ? `${type.file.path}:${type.name}` : type.name
}

/** Functions that register routes and that nobody calls: what they make is there, and nothing uses it. */
function runUncalled(run: GoRun, files: readonly CodeFile[]): void {
  for (const file of files) {
    if (standsAside(file.path) || !file.imports.some(one => WEB.test(one.from))) continue
    for (const node of file.body) {
      if (node.kind !== 'function' || run.called.has(node) || node.name === 'main') continue
      const fn = { file, node }
      const routers = node.parameters.map(parameter => freshRouter(run, fn, parameter))
      const makes = node.returns && routerType(run, file, node.returns.name)
      if (!routers.some(Boolean) && makes === undefined) continue
      const closure: GoClosure = { kind: 'closure', ...fn }
      callClosure(
        run,
        closure,
        routers.map(router => router ?? UNKNOWN),
      )
    }
  }
}

function routerType(run: GoRun, file: CodeFile, name: string): string | undefined {
  const type = typeNamed(run.program, file, name)
  return type.kind === 'outside' && frameworkOfType(type.name) !== undefined ? type.name : undefined
}

function freshRouter(
  run: GoRun,
  { file, node }: FunctionIn,
  parameter: FunctionIn['node']['parameters'][number],
): GoValue | undefined {
  const type = parameter.type && routerType(run, file, parameter.type.name)
  if (type === undefined) return undefined
  const receiver = node.receiver?.type?.name
  const name = receiver === undefined ? (node.name ?? '') : `${receiver}.${node.name ?? ''}`
  return run.knowledge.fresh(
    run,
    type,
    spanOf(file, { start: node.nameStart, end: node.nameStart + (node.name ?? '').length }),
    name,
  )
}

/** The routes of a service in Go. Its start is followed; what its routers were told is put together. */
export function goRoutes(program: Program, service: GoServiceFiles): RouteTable {
  const start = goStart(program, service)
  if (!start) return { routes: [], unregistered: [], unresolved: [], fallbacks: [] }
  const whole = tableOf(start.web.routers)
  // Whoever got a router may have called what nobody seems to call.
  const table = start.web.escapes.length > 0 ? { ...whole, unregistered: [] } : whole
  // A program that is too long to be followed to its end may do anything behind it.
  if (start.run.steps > 0) return table
  const at = { path: service.entries[0] ?? service.files[0] ?? '', start: 0, end: 0 }
  return {
    ...table,
    unregistered: [],
    unresolved: [...table.unresolved, at],
    fallbacks: [...table.fallbacks, { prefix: '/', at }],
  }
}

/** What the gRPC servers of a service in Go answer to. */
export function goRpc(program: Program, service: GoServiceFiles): RpcTable {
  const start = goStart(program, service)
  const services = (start?.web.rpc ?? []).flatMap(({ services, isServed }) =>
    services.filter(one => one.name !== '').map(one => ({ ...one, isServed })),
  )
  const unresolved = (start?.web.rpc ?? []).flatMap(one =>
    one.services.filter(({ name }) => name === '').map(({ at }) => at),
  )
  return { services, unresolved }
}
