import { indexOf } from '../../code/file-index.js'
import type { FunctionIn, Program } from '../../code/program.js'
import type { Call, CodeFile, Expression } from '../../code/syntax.js'
import { pathOf, walk } from '../../code/walk.js'
import type { Route } from './route.js'
import type { ServiceCode } from './services.js'

/** A route that no request comes to, as one that is declared before it takes all of them. */
export interface ShadowedRoute {
  readonly route: Route
  readonly by: Route
}

/**
 * Frameworks that ask routes in the order in which they are declared, and take the first that fits:
 * https://expressjs.com/en/guide/routing.html, https://docs.nestjs.com/controllers#route-parameters,
 * https://fastapi.tiangolo.com/tutorial/path-params/#order-matters. Others (Fastify, Flask, Go) prefer what is written out.
 */
const IN_ORDER = new Set(['express', 'nestjs', 'fastapi'])

/** Whether the routes of a service are asked in order. Nest leaves that to what it runs on. */
function areInOrder({ packages }: ServiceCode, { framework }: Route): boolean {
  return IN_ORDER.has(framework) && !(framework === 'nestjs' && packages.has('@nestjs/platform-fastify'))
}

/**
 * The routes with a written part where one before them has a parameter. Only those that one router or controller declares
 * in one file: of others it is not sure which comes first.
 */
export function shadowedRoutes(
  program: Program,
  service: ServiceCode,
  all: readonly Route[],
): readonly ShadowedRoute[] {
  const groups = new Map<string, Route[]>()
  for (const [path, routes] of byFile(all, route => areInOrder(service, route))) {
    const file = program.files.get(path)
    // Few files have routes of which one takes what another is for; the rest is not looked at.
    if (!file || !anyTakes(routes)) continue
    for (const route of routes) {
      const owner = ownerOf(file, route)
      if (owner === undefined || !isPlain(file, route)) continue
      const key = [path, owner, route.framework, route.host, ...route.prefixes.map(one => one.at.start)].join('\n')
      const group = groups.get(key)
      if (group) group.push(route)
      else groups.set(key, [route])
    }
  }
  return [...groups.values()].flatMap(group => {
    const routes = group.toSorted((one, other) => one.at.start - other.at.start)
    return routes.flatMap((route, index) => {
      const before = routes.slice(0, index)
      // Declared twice, and once in time.
      if (before.some(one => one.method === route.method && one.path === route.path)) return []
      const by = before.find(one => takes(one, route))
      if (!by?.handler || passesOn(by.handler, route) || isConditional(program, by, route)) return []
      return service.code.some(skipsRoutes) ? [] : [{ route, by }]
    })
  })
}

/** The resolved routes that are wanted, by the file that declares them. */
function byFile(all: readonly Route[], isWanted: (route: Route) => boolean): ReadonlyMap<string, readonly Route[]> {
  const found = new Map<string, Route[]>()
  for (const route of all) {
    if (!route.isResolved || !isWanted(route)) continue
    const known = found.get(route.at.path)
    if (known) known.push(route)
    else found.set(route.at.path, [route])
  }
  return found
}

/** What declares a route: the variable of the router, or the class. */
function ownerOf(file: CodeFile, { at, framework }: Route): string | undefined {
  if (framework === 'nestjs') {
    const owner = indexOf(file).classes.find(one => one.start <= at.start && at.end <= one.end)
    // Versions in headers tell the same paths apart.
    return owner && !indexOf(file).words.has('Version') ? String(owner.start) : undefined
  }
  const call = declarationOf(file, at)
  if (call?.callee.kind !== 'member') return undefined
  const receiver = pathOf(call.callee.object)?.join('.')
  const fn = indexOf(file).functions.findLast(one => one.start <= at.start && at.end <= one.end && !isOf(one, at))
  return receiver === undefined ? undefined : `${receiver} ${framework === 'fastapi' ? '' : (fn?.start ?? '')}`
}

/** The function that a decorator stands on. */
function isOf({ decorators }: { readonly decorators: readonly Expression[] }, at: Route['at']): boolean {
  return decorators.some(one => one.start <= at.start && at.end <= one.end)
}

/** Routes are placed at the name of the method, so that chained ones are told apart. */
function declarationOf(file: CodeFile, { start, end }: Route['at']): Call | undefined {
  return indexOf(file).calls.find(call => {
    const from = call.callee.kind === 'member' ? call.callee.propertyStart : call.start
    return call.end === end && (call.start === start || from === start)
  })
}

/** Whether the path is written as one text without conditions on its parameters: `:id(\\d+)`, `{id:int}`. */
function isPlain(file: CodeFile, { at, framework }: Route): boolean {
  const call = declarationOf(file, at)
  const [first] = call?.arguments ?? []
  if (!call || (framework === 'nestjs' && !first)) return call !== undefined
  const path = first?.kind === 'keyword' ? first.value : first
  return path?.kind === 'literal' && typeof path.value === 'string' && !/[()*+?]|\{\w*:|:\w+[^/\w]/.test(path.value)
}

/** Whether each request for a route comes to one that is declared before it. */
function takes(one: Route, other: Route): boolean {
  return one.method === other.method && partsTake(one.path.split('/'), other.path.split('/'))
}

/** Whether one of the routes takes what another is for. */
function anyTakes(routes: readonly Route[]): boolean {
  const asked = routes.map(({ method, path }) => ({ method, parts: path.split('/') }))
  return asked.some(
    one =>
      one.parts.some(isParameter) &&
      asked.some(other => one.method === other.method && partsTake(one.parts, other.parts)),
  )
}

function partsTake(before: readonly string[], after: readonly string[]): boolean {
  return (
    before.length === after.length &&
    before.every((part, index) => part === after[index] || (isParameter(part) && after[index] !== '')) &&
    before.some((part, index) => isParameter(part) && !after[index]?.includes(':') && !after[index]?.includes('*'))
  )
}

function isParameter(part: string): boolean {
  return part.startsWith(':') && /^:\w+$/.test(part)
}

/** Whether a handler lets the next one answer, or knows the word that the other route is for. */
function passesOn({ node }: FunctionIn, { path }: Route): boolean {
  const words = new Set(path.split('/').filter(part => part !== '' && !part.startsWith(':')))
  const next = node.parameters.at(-1)?.target
  const name = next?.kind === 'name' && node.parameters.length > 2 ? next.name : 'next'
  let found = false
  walk(node.body, one => {
    if (one.kind === 'literal' && typeof one.value === 'string' && words.has(one.value)) found = true
    if (one.kind === 'call' && one.callee.kind === 'name' && one.callee.name === name && one.arguments.length === 0)
      found = true
    return found ? false : undefined
  })
  return found
}

/** `next('route')`: middleware may leave the rest of a route out. https://expressjs.com/en/guide/using-middleware.html */
function skipsRoutes(file: CodeFile): boolean {
  return file.language !== 'python' && indexOf(file).texts.has('route')
}

/** Whether the first of two is declared only under a condition, which the other is not under. */
function isConditional(program: Program, { at }: Route, { at: other }: Route): boolean {
  const file = program.files.get(at.path)
  return (
    file !== undefined &&
    indexOf(file).branches.some(
      ({ start, end }) => start <= at.start && at.end <= end && !(start <= other.start && other.end <= end),
    )
  )
}
