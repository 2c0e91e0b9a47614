import type { GoKnowledge, GoRun } from '../../../../code/go/run.js'
import { type GoSite, type GoStruct, type GoValue, pointed, UNKNOWN } from '../../../../code/go/values.js'
import type { Span } from '../../../../source.js'
import { chi } from './chi.js'
import { echo } from './echo.js'
import { fiber } from './fiber.js'
import { gin } from './gin.js'
import { type GorillaRoute, type GorillaRoutes, gorilla, gorillaRoute } from './gorilla.js'
import { answering } from './handlers.js'
import { serveMux } from './net-http.js'
import { type GoFramework, type GoRouter, type Group, groupOf, hostOf, newRouter, wholeOf } from './router.js'
import { isRegistration, ofRpc, type RpcServer, registered } from './rpc.js'

/** What the start of a program did with routers and servers. */
export interface Web {
  readonly routers: GoRouter[]
  readonly gorilla: GorillaRoutes
  /** `http.DefaultServeMux`, if somebody uses it. */
  readonly standard: { router: GoRouter | undefined }
  /** Servers that were started, with the address as a value: a text, a listener or another server. */
  readonly listeners: { readonly framework: string; readonly address: GoValue | undefined; readonly at: Span }[]
  readonly rpc: RpcServer[]
  /** Where routers were given to somebody who cannot be followed. */
  readonly escapes: Span[]
  /** Functions of commands (cobra, urfave/cli): run when everything else was. */
  readonly commands: GoValue[]
  /** Functions that a container of dependencies (fx, dig) calls with what others of them make. */
  readonly provided: GoValue[]
  readonly invoked: GoValue[]
}

/** What a program of Go answers with, before anything is read. */
export function newWeb(): Web {
  return {
    routers: [],
    gorilla: new Map(),
    standard: { router: undefined },
    listeners: [],
    rpc: [],
    escapes: [],
    commands: [],
    provided: [],
    invoked: [],
  }
}

/** How routers are made. */
const MAKERS: readonly (readonly [RegExp, GoFramework])[] = [
  [/^net\/http\.NewServeMux$/, 'net/http'],
  [/^github\.com\/gorilla\/mux\.NewRouter$/, 'gorilla/mux'],
  [/^github\.com\/gin-gonic\/gin\.(?:Default|New)$/, 'gin'],
  [/^github\.com\/labstack\/echo(?:\/v\d+)?\.New$/, 'echo'],
  [/^github\.com\/go-chi\/chi(?:\/v\d+)?\.(?:NewRouter|NewMux)$/, 'chi'],
  [/^github\.com\/gofiber\/fiber(?:\/v\d+)?\.New$/, 'fiber'],
]

/** The types that hold routers. */
const TYPES: readonly (readonly [RegExp, GoFramework])[] = [
  [/^net\/http\.ServeMux$/, 'net/http'],
  [/^github\.com\/gorilla\/mux\.Router$/, 'gorilla/mux'],
  [/^github\.com\/gin-gonic\/gin\.(?:Engine|RouterGroup|IRouter|IRoutes)$/, 'gin'],
  [/^github\.com\/labstack\/echo(?:\/v\d+)?\.(?:Echo|Group)$/, 'echo'],
  [/^github\.com\/go-chi\/chi(?:\/v\d+)?\.(?:Router|Mux)$/, 'chi'],
  [/^github\.com\/gofiber\/fiber(?:\/v\d+)?\.(?:App|Router|Group)$/, 'fiber'],
]

/** The framework whose router a type from outside is. */
export function frameworkOfType(type: string): GoFramework | undefined {
  return TYPES.find(([name]) => name.test(type))?.[1]
}

const LISTEN = /^net\/http\.(?:ListenAndServe|ListenAndServeTLS|Serve|ServeTLS)$/

/** What is known of packages from outside that routers, servers and commands come from. */
export function webKnowledge(web: Web): GoKnowledge {
  return {
    call: (run, name, site) => called(web, run, name, site),
    method: (run, object, name, site) => {
      if (object.kind === 'host') return ofHost(web, run, object.host, name, site)
      if (object.kind === 'struct') return ofStruct(web, run, object, name, site)
      return undefined
    },
    escaped: (_run, given, at) => {
      for (const one of given) {
        const group = groupOf(pointed(one))
        if (!group) continue
        // Whoever has it may register anything.
        group.router.unresolved.push(at)
        group.router.fallbacks.push({ prefix: group.prefix || '/', at })
        web.escapes.push(at)
      }
    },
    handedOut: (_run, given) => {
      for (const one of given) markHandedOut(one)
    },
    variable: (_run, name) => (name === 'net/http.DefaultServeMux' ? hostOf(standardMux(web, NOWHERE)) : undefined),
    filled: (run, struct) => filled(web, run, struct),
    fresh: (_run, type, at, name) => {
      const framework = frameworkOfType(type)
      if (framework) return made(web, framework, name, at)
      return type === 'google.golang.org/grpc.Server' ? server(web, at) : undefined
    },
  }
}

function made(web: Web, framework: GoFramework, name: string, at: Span): GoValue {
  const router = newRouter(framework, name, at)
  web.routers.push(router)
  return wholeOf(router)
}

function server(web: Web, at: Span): GoValue {
  const rpc: RpcServer = { kind: 'rpc', at, isServed: false, services: [] }
  web.rpc.push(rpc)
  return hostOf(rpc)
}

/** The standard router is in the library. */
const NOWHERE: Span = { path: '', start: 0, end: 0 }

function markHandedOut(value: GoValue): void {
  const group = groupOf(pointed(value))
  if (group) group.router.isHandedOut = true
}

/** The router behind `http.HandleFunc`. */
function standardMux(web: Web, at: Span): Group {
  web.standard.router ??= newRouter('net/http', 'http.DefaultServeMux', at)
  const { router } = web.standard
  if (!web.routers.includes(router)) web.routers.push(router)
  return { kind: 'group', router, prefix: '', isResolved: true, prefixes: [], guards: router.guards }
}

function called(web: Web, run: GoRun, name: string, site: GoSite): GoValue | undefined {
  const framework = MAKERS.find(([maker]) => maker.test(name))?.[1]
  if (framework) return made(web, framework, run.stack.at(-1)?.name ?? shortName(name), site.at)
  if (name === 'net/http.HandlerFunc') return site.arguments[0]
  if (name === 'net/http.Handle' || name === 'net/http.HandleFunc')
    return serveMux(run, standardMux(web, site.at), name.slice('net/http.'.length), site)
  if (LISTEN.test(name)) {
    serve(web, run, site.arguments[1], site.arguments[0], site.at)
    return UNKNOWN
  }
  if (name === 'google.golang.org/grpc.NewServer') return server(web, site.at)
  if (isRegistration(name)) return registered(name, site)
  return container(web, name, site)
}

/** `github.com/gin-gonic/gin.New` is `gin.New`. */
function shortName(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1)
}

/** A server starts with a handler; without one with the standard one. */
function serve(web: Web, run: GoRun, handler: GoValue | undefined, address: GoValue | undefined, at: Span): void {
  const isNil = !handler || (handler.kind === 'plain' && handler.value === null)
  const found = isNil ? standardMux(web, at) : undefined
  const answer = found ? { group: found, guards: [], stripped: '' } : answering(run, handler)
  web.listeners.push({ framework: answer.group?.router.framework ?? 'net/http', address, at })
  if (answer.group) {
    answer.group.router.isServed = true
    for (const guard of answer.guards) answer.group.router.guards.push({ ...guard, isGlobal: true })
  }
}

/** How the servers of frameworks are started. */
const STARTS: Readonly<Partial<Record<GoFramework, RegExp>>> = {
  gin: /^Run(?:TLS|Listener)?$/,
  echo: /^Start(?:TLS|AutoTLS|Server|H2CServer)?$/,
  fiber: /^Listen(?:TLS|er|MutualTLS)?$/,
}

/** https://pkg.go.dev/github.com/gin-gonic/gin#Engine.Run: without an address the variable PORT counts, then 8080. */
function usualAddress(run: GoRun, at: Span): GoValue {
  const port = run.environment('PORT')
  if (port && !port.known) return { kind: 'unknown', because: port.because }
  return {
    kind: 'plain',
    value: `:${port?.value ?? '8080'}`,
    at: port?.at ?? at,
    variables: ['PORT'],
    isFallback: !port,
  }
}

function ofHost(web: Web, run: GoRun, host: object, name: string, site: GoSite): GoValue | undefined {
  if (!('kind' in host)) return undefined
  if (host.kind === 'gorilla-route') return gorillaRoute(run, host as GorillaRoute, name, site)
  if (host.kind === 'rpc') {
    return ofRpc(web, host as RpcServer, name, site)
  }
  if (host.kind !== 'group') return undefined
  const group = host as Group
  const { framework } = group.router
  if (STARTS[framework]?.test(name) === true)
    web.listeners.push({ framework, address: site.arguments[0] ?? usualAddress(run, site.at), at: site.at })
  switch (framework) {
    case 'net/http':
      return serveMux(run, group, name, site)
    case 'gorilla/mux':
      return gorilla(run, web.gorilla, group, name, site)
    case 'gin':
      return gin(run, group, name, site)
    case 'echo':
      return echo(run, group, name, site)
    case 'chi':
      return chi(run, group, name, site)
    case 'fiber':
      return fiber(run, group, name, site)
  }
}

/** `srv.ListenAndServe()` of an `http.Server`. */
function ofStruct(web: Web, run: GoRun, struct: GoStruct, name: string, site: GoSite): GoValue | undefined {
  if (struct.outside !== 'net/http.Server' || !/^(?:ListenAndServe|Serve)(?:TLS)?$/.test(name)) return undefined
  serve(web, run, struct.fields.get('Handler'), name.startsWith('Listen') ? struct : site.arguments[0], site.at)
  return UNKNOWN
}

/** A struct from outside that means something: a router by value, a command. */
function filled(web: Web, _run: GoRun, struct: GoStruct): GoValue | undefined {
  const type = struct.outside ?? ''
  for (const field of struct.fields.values()) markHandedOut(field)
  if (type === 'net/http.ServeMux') return made(web, 'net/http', 'http.ServeMux', struct.at)
  if (
    /^github\.com\/(?:spf13\/cobra|urfave\/cli(?:\/v\d+)?)\.Command$|urfave\/cli(?:\/v\d+)?\.App$|^go\.uber\.org\/fx\.Hook$/.test(
      type,
    )
  )
    for (const field of [
      'PersistentPreRun',
      'PersistentPreRunE',
      'PreRun',
      'PreRunE',
      'Run',
      'RunE',
      'Action',
      'Before',
    ]) {
      const command = struct.fields.get(field)
      if (command && !web.commands.includes(command)) web.commands.push(command)
    }
  return undefined
}

/** https://pkg.go.dev/go.uber.org/fx: constructors are called for what the functions that are invoked ask for. */
function container(web: Web, name: string, site: GoSite): GoValue | undefined {
  const [, what] = /^go\.uber\.org\/(?:fx|dig)\.(Provide|Invoke|Annotate)$/.exec(name) ?? []
  if (what === 'Annotate') return site.arguments[0]
  if (what === 'Provide') web.provided.push(...site.arguments.map(pointed))
  if (what === 'Invoke') web.invoked.push(...site.arguments.map(pointed))
  return what === undefined ? undefined : UNKNOWN
}
