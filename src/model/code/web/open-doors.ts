import { indexOf } from '../../../code/file-index.js'
import type { Program } from '../../../code/program.js'
import type { Call, CodeFile } from '../../../code/syntax.js'
import { holds, pathOf, walk } from '../../../code/walk.js'
import { isWithin } from '../../../paths.js'
import type { Span } from '../../../source.js'
import type { Guard, Route, RouteTable } from '../route.js'
import type { ServiceCode } from '../services.js'
import type { SocketServer } from '../sockets.js'
import { djangoDoors } from './django-doors.js'
import { type Door, isGuarded, isMeantForAll, resourceOf } from './doors.js'
import { handlerMayAsk, isHarmless } from './handler-checks.js'
import { nextDoors } from './next-doors.js'
import { productionFiles } from './production-files.js'

/** A way into a service that asks nobody who they are, though the ways beside it do. */
export interface OpenDoor {
  readonly kind: 'route' | 'socket' | 'folder'
  /** `DELETE /orders/:id`, `the gateway OrdersGateway`, `/documents`. */
  readonly what: string
  /** What shows that it should ask: a guarded neighbour. */
  readonly beside: string
  readonly besideAt: Span
  readonly at: Span
  /** Why it is not sure that it stands open. */
  readonly doubt?: string
}

/** Frameworks whose guards stand before the handler; Django and Next.js have ways of their own. */
const JUDGED = new Set([
  'express',
  'koa',
  'fastify',
  'hono',
  'nestjs',
  'fastapi',
  'flask',
  'gin',
  'echo',
  'chi',
  'fiber',
  'gorilla/mux',
  'net/http',
])
/** Frameworks that ask guards and routes in the order in which they are registered. */
const IN_ORDER = new Set(['express', 'koa', 'fastify', 'hono', 'gin', 'echo', 'chi', 'fiber', 'gorilla/mux'])
const WRITES = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])
const CHANGES = new Set(['PUT', 'PATCH', 'DELETE'])

/** The doors of a service that stand open beside guarded ones. Nothing where one guard stands before everything: what passes it was let through. */
export function openDoors(
  program: Program,
  service: ServiceCode,
  table: RouteTable,
  sockets: readonly SocketServer[],
): readonly OpenDoor[] {
  const routes = table.routes.filter(one => one.isResolved)
  const others = [...djangoDoors(routes), ...nextDoors(program, routes)].map(routeDoor)
  const guarded = routes.filter(isGuarded)
  if (guarded.length === 0 || guarded.some(({ guards }) => guards.some(one => one.isGlobal && one.purpose === 'auth')))
    return others
  const open = openRoutes(routes, guarded).map(routeDoor)
  if (guarded.length < 2) return [...open, ...others]
  const files = productionFiles(program, service)
  return [...open, ...others, ...openSockets(files, sockets, guarded), ...openFolders(files, guarded)]
}

function routeDoor({ route, neighbour, doubt }: Door): OpenDoor {
  const guard = neighbour.guards.find(one => one.purpose === 'auth')
  return {
    kind: 'route',
    what: wordsOf(route),
    beside: `${wordsOf(neighbour)}${guard ? ` asks ${guard.name}` : ' is guarded'}`,
    besideAt: neighbour.at,
    at: route.at,
    ...(doubt !== undefined && { doubt }),
  }
}

function wordsOf({ method, path }: Route): string {
  return method === '*' ? path : `${method} ${path}`
}

function openRoutes(routes: readonly Route[], guarded: readonly Route[]): readonly Door[] {
  const shared = sharedGuards(guarded)
  return routes.flatMap(route => {
    if (!WRITES.has(route.method) || isGuarded(route) || !JUDGED.has(route.framework)) return []
    if (isMeantForAll(route) || isDeliberate(route, shared)) return []
    if (!route.handler || !route.guards.every(isHarmless) || handlerMayAsk(route.handler)) return []
    const [only, another] = guarded
    const neighbour = another
      ? neighbourOf(route, guarded, routes)
      : only && isSameThing(route, only)
        ? only
        : undefined
    return neighbour ? [{ route, neighbour }] : []
  })
}

/** Whether two routes change the very same thing: where only one route is guarded, nothing less shows that another should be. */
function isSameThing(one: Route, other: Route): boolean {
  const shapeOf = ({ path }: Route) => path.replaceAll(/:\w+/g, ':')
  return CHANGES.has(one.method) && CHANGES.has(other.method) && /:/.test(one.path) && shapeOf(one) === shapeOf(other)
}

interface SharedGuard {
  readonly guard: Guard
  /** What the routes belong to that it stands before: a guard within a group is not before the group. */
  readonly around: Set<string>
}

/** Guards that stand before several routes, or would if there were several: of a router, of a group. */
function sharedGuards(guarded: readonly Route[]): readonly SharedGuard[] {
  const counts = new Map<string, SharedGuard & { count: number }>()
  for (const { guards, at, framework, prefixes } of guarded) {
    for (const guard of guards) {
      if (guard.purpose !== 'auth') continue
      const isOwn = guard.at.path === at.path && at.start <= guard.at.start && guard.at.end <= at.end
      const key = placeOf(guard.at)
      const known = counts.get(key) ?? { guard, count: IN_ORDER.has(framework) && !isOwn ? 1 : 0, around: new Set() }
      known.count++
      for (const prefix of prefixes) known.around.add(placeOf(prefix.at))
      counts.set(key, known)
    }
  }
  return [...counts.values()].filter(({ count }) => count > 1)
}

/** Whether it, or what it alone belongs to, is registered before a guard of many: whoever wrote that knew the order. */
function isDeliberate({ at, prefixes }: Route, shared: readonly SharedGuard[]): boolean {
  return shared.some(({ guard, around }) =>
    [at, ...prefixes.map(prefix => prefix.at).filter(one => !around.has(placeOf(one)))].some(
      place => place.path === guard.at.path && place.start < guard.at.start,
    ),
  )
}

function placeOf({ path, start }: Span): string {
  return `${path}\n${start}`
}

/**
 * The guarded route that shows that this one was forgotten: a change of the same resource; for changes and deletions also
 * one of the many that are guarded, when hardly any is not.
 */
function neighbourOf(route: Route, guarded: readonly Route[], routes: readonly Route[]): Route | undefined {
  const resource = resourceOf(route.path)
  if (resource === '') return undefined
  const isChange = CHANGES.has(route.method)
  const beside = guarded.find(
    one =>
      resourceOf(one.path) === resource &&
      // Who may add something is often not asked: orders of guests, comments; and what belongs to a thing is guarded where
      // everybody may make one.
      (isChange ? WRITES.has(one.method) : one.method === 'POST' && isWithin(one.path, route.path)),
  )
  if (beside || !isChange) return beside
  const changes = routes.filter(one => CHANGES.has(one.method))
  const asking = changes.filter(isGuarded)
  return asking.length >= 3 && asking.length >= changes.length * 0.75 ? asking[0] : undefined
}

/** Gateways whose clients name the room that they want to hear. */
function openSockets(
  files: readonly CodeFile[],
  sockets: readonly SocketServer[],
  guarded: readonly Route[],
): readonly OpenDoor[] {
  const [neighbour] = guarded
  if (!neighbour || sockets.length === 0) return []
  const own = files.filter(({ imports }) =>
    imports.some(({ from }) => /^(?:socket\.io|@nestjs\/websockets|ws)$/.test(from)),
  )
  if (own.some(mentionsLogin)) return []
  return sockets.flatMap(socket => {
    const file = own.find(({ path }) => path === socket.at.path)
    if (socket.guards.length > 0 || !file || !joinsByName(own)) return []
    return [
      {
        kind: 'socket' as const,
        what: socket.name === undefined ? 'the WebSocket server' : `the gateway ${socket.name}`,
        beside: `${neighbour.method} ${neighbour.path} is guarded`,
        besideAt: neighbour.at,
        at: socket.at,
      },
    ]
  })
}

const LOGIN =
  /handshake|verifyClient|allowRequest|upgrade|auth|token|jwt|session|cookie|passport|header|secret|api_?key|user/i

function mentionsLogin({ body, imports }: CodeFile): boolean {
  let found = imports.some(one => LOGIN.test(one.from) || LOGIN.test(one.name ?? ''))
  walk(body, node => {
    const name =
      node.kind === 'name'
        ? node.name
        : node.kind === 'member'
          ? node.property
          : node.kind === 'entry'
            ? node.key
            : undefined
    if (name !== undefined && LOGIN.test(name)) found = true
    if (node.kind === 'call' && node.callee.kind === 'member' && node.callee.property === 'use') found = true
    return found ? false : undefined
  })
  return found
}

/** `socket.join(data.room)` */
function joinsByName(files: readonly CodeFile[]): boolean {
  return files.some(file =>
    holds(file.body, node => {
      if (node.kind !== 'call' || node.callee.kind !== 'member' || node.callee.property !== 'join') return false
      const object = pathOf(node.callee.object)?.at(-1) ?? ''
      const [room] = node.arguments
      return /^(?:socket|client)$/i.test(object) && room !== undefined && room.kind !== 'literal'
    }),
  )
}

const PRIVATE_FOLDER = /\/(?:documents|attachments|invoices|contracts|exports|backups|private|payslips)$/i
const UPLOADED = /\/(?:uploads?|files)$/i
const FILES = /\/(?:files?|documents?|attachments?|uploads?|downloads?|invoices?)(?:\/|$)/i

/** `app.use('/documents', express.static('documents'))` without anything before it. */
function openFolders(files: readonly CodeFile[], guarded: readonly Route[]): readonly OpenDoor[] {
  const reading = guarded.find(({ method, path }) => method === 'GET' && FILES.test(path))
  const [neighbour] = reading ? [reading] : guarded
  if (!neighbour) return []
  return files.flatMap(file => {
    const { callsByName } = indexOf(file)
    return ['use', 'mount'].flatMap(name =>
      (callsByName.get(name) ?? []).flatMap(node => {
        const folder = servedFolder(node)
        if (folder === undefined || !(PRIVATE_FOLDER.test(folder) || (reading && UPLOADED.test(folder)))) return []
        return [
          {
            kind: 'folder' as const,
            what: `the files below ${folder}`,
            beside: `${neighbour.method} ${neighbour.path} is guarded`,
            besideAt: neighbour.at,
            at: { path: file.path, start: node.start, end: node.end },
          },
        ]
      }),
    )
  })
}

function servedFolder({ callee, arguments: given }: Call): string | undefined {
  const [prefix, served] = given
  if (callee.kind !== 'member') return undefined
  if (prefix?.kind !== 'literal' || typeof prefix.value !== 'string' || served?.kind !== 'call') return undefined
  const name = pathOf(served.callee)?.at(-1)
  const isStatic = name === 'static' || name === 'serveStatic' || name === 'StaticFiles'
  return isStatic && given.filter(one => one.kind !== 'keyword').length === 2 ? prefix.value : undefined
}
