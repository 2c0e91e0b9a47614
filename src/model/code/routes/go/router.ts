import type { GoHost, GoValue } from '../../../../code/go/values.js'
import type { FunctionIn } from '../../../../code/program.js'
import type { Span } from '../../../../source.js'
import type { Guard, RoutePrefix } from '../../route.js'

/** The routers of Go that are read. */
export type GoFramework = 'net/http' | 'gorilla/mux' | 'gin' | 'echo' | 'chi' | 'fiber'

/** A router that the start of a program made: what was registered at it, in order. */
export interface GoRouter {
  readonly framework: GoFramework
  /** What people call it: the variable, parameter or type. */
  readonly name: string
  readonly at: Span
  readonly routes: Registered[]
  readonly mounts: Mount[]
  readonly fallbacks: { readonly prefix: string; readonly at: Span }[]
  /** Middleware of the whole router, whenever it was given. */
  readonly guards: Guard[]
  /** Declarations whose path is not known. */
  readonly unresolved: Span[]
  /** Some server answers with it. */
  isServed: boolean
  /** Somebody outside has it, and may answer with it. */
  isHandedOut: boolean
  /** Another router hands requests to it. */
  isMounted: boolean
}

/** A router, or a part of it with a prefix and middleware of its own. It is what variables hold. */
export interface Group {
  readonly kind: 'group'
  readonly router: GoRouter
  /** As the framework spells it. */
  readonly prefix: string
  readonly isResolved: boolean
  readonly prefixes: readonly RoutePrefix[]
  /** In order, those of the groups around it first; grows. */
  readonly guards: Guard[]
  /** Only requests for this host come here. */
  readonly host?: string
}

/** A route of a router, as it was registered. */
export interface Registered {
  readonly method: string
  /** The whole path within the router, as the framework spells it. */
  readonly pattern: string
  readonly isResolved: boolean
  readonly handler?: FunctionIn
  readonly guards: readonly Guard[]
  readonly prefixes: readonly RoutePrefix[]
  readonly host?: string
  readonly at: Span
}

/** Requests below a pattern go to another router. */
export interface Mount {
  readonly to: GoRouter
  readonly method: string
  /** What a path must begin with, as people ask for it. */
  readonly within: string
  /** What is taken away before the other router sees the path. */
  readonly stripped: string
  readonly isResolved: boolean
  readonly guards: readonly Guard[]
  readonly prefixes: readonly RoutePrefix[]
  readonly at: Span
}

/** A router without routes. */
export function newRouter(framework: GoFramework, name: string, at: Span): GoRouter {
  return {
    framework,
    name,
    at,
    routes: [],
    mounts: [],
    fallbacks: [],
    guards: [],
    unresolved: [],
    isServed: false,
    isHandedOut: false,
    isMounted: false,
  }
}

/** The whole of a router as a value. */
export function wholeOf(router: GoRouter): GoHost {
  return hostOf({ kind: 'group', router, prefix: '', isResolved: true, prefixes: [], guards: [] })
}

/** What the interpreter of Go hands around for a router or a group. */
export function hostOf(host: object): GoHost {
  return { kind: 'host', host }
}

/** The group that a value is. */
export function groupOf(value: GoValue | undefined): Group | undefined {
  return value?.kind === 'host' && 'kind' in value.host && value.host.kind === 'group'
    ? (value.host as Group)
    : undefined
}

/** A group inside another one. What the outer one gets later does not count for it. */
export function subgroup(
  outer: Group,
  path: { readonly text: string; readonly isResolved: boolean; readonly at: Span },
  prefix: string,
  guards: readonly Guard[],
): Group {
  const added = path.text.replace(/^\/*|\/+$/g, '')
  return {
    ...outer,
    prefix,
    isResolved: outer.isResolved && path.isResolved,
    prefixes: added === '' ? outer.prefixes : [...outer.prefixes, { path: `/${added}`, at: path.at }],
    guards: [...outer.guards, ...guards],
  }
}
