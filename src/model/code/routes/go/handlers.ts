import { nameOf } from '../../../../code/go/calls.js'
import { memberOf } from '../../../../code/go/members.js'
import { type GoRun, spanOf } from '../../../../code/go/run.js'
import { type GoSite, type GoValue, pointed, textOf } from '../../../../code/go/values.js'
import type { FunctionIn } from '../../../../code/program.js'
import type { Expression } from '../../../../code/syntax.js'
import { walk } from '../../../../code/walk.js'
import type { Span } from '../../../../source.js'
import type { Guard } from '../../route.js'
import { type Group, groupOf } from './router.js'

/** What a value comes to as something that answers requests. */
export interface Answering {
  readonly handler?: FunctionIn
  readonly group?: Group
  /** Middleware around it, from the outside in. */
  readonly guards: readonly Guard[]
  /** What `http.StripPrefix` takes away. */
  readonly stripped: string
  /** Files, or another server behind a proxy. */
  readonly isOpenEnded: boolean
}

const NOTHING: Answering = { guards: [], stripped: '', isOpenEnded: false }

/** Deeper nested wrappers are not looked into. */
const DEEPEST = 12

/** Functions that only turn one kind of handler into another. */
const CONVERSIONS =
  /^(?:net\/http\.HandlerFunc|github\.com\/gin-gonic\/gin\.Wrap[FH]|github\.com\/labstack\/echo(?:\/v\d+)?\.WrapHandler|github\.com\/gofiber\/(?:adaptor|fiber)(?:\/v\d+)?(?:\/middleware\/adaptor)?\.HTTPHandler(?:Func)?|golang\.org\/x\/net\/http2\/h2c\.NewHandler|net\/http\.(?:Timeout|MaxBytes)Handler|net\/http\.AllowQuerySemicolons)$/
const OPEN_ENDED =
  /^net\/http\.(?:FileServer|FileServerFS|RedirectHandler|NotFoundHandler)$|^net\/http\/httputil\.NewSingleHostReverseProxy|^github\.com\/gofiber\/fiber\/v3\/middleware\/static\.New$/

/** Follows wrappers down to the function or router that answers. */
export function answering(run: GoRun, value: GoValue | undefined, depth = DEEPEST): Answering {
  if (!value || depth <= 0) return NOTHING
  const inner = pointed(value)
  switch (inner.kind) {
    case 'closure':
      return { ...NOTHING, handler: { file: inner.file, node: inner.node } }
    case 'wrapped': {
      const within = answering(run, inner.inner, depth - 1)
      const { text: name, at } = inner.by
      const guard: Guard = { name, purpose: purposeOf(inner.through), isGlobal: false, at }
      return { ...within, guards: [guard, ...within.guards] }
    }
    case 'host': {
      const group = groupOf(inner)
      return group ? { ...NOTHING, group } : NOTHING
    }
    case 'struct': {
      if (inner.outside?.startsWith('net/http/httputil.') === true) return { ...NOTHING, isOpenEnded: true }
      const method = memberOf(run, inner, 'ServeHTTP')
      const group = [...inner.fields.values()].map(field => groupOf(pointed(field))).find(one => one !== undefined)
      if (group) return { ...NOTHING, group }
      return method.kind === 'closure' ? { ...NOTHING, handler: { file: method.file, node: method.node } } : NOTHING
    }
    case 'result':
      return ofResult(run, inner, depth)
    default:
      return NOTHING
  }
}

function ofResult(run: GoRun, value: Extract<GoValue, { kind: 'result' }>, depth: number): Answering {
  if (OPEN_ENDED.test(value.of)) return { ...NOTHING, isOpenEnded: true }
  if (value.of === 'net/http.StripPrefix') {
    const within = answering(run, value.arguments[1], depth - 1)
    return { ...within, stripped: (textOf(value.arguments[0]) ?? '') + within.stripped }
  }
  if (CONVERSIONS.test(value.of)) return answering(run, value.arguments[0], depth - 1)
  for (const one of [...value.arguments].reverse()) {
    const within = answering(run, one, depth - 1)
    if (within.handler || within.group || within.isOpenEnded)
      return { ...within, guards: [guardOf(run, shortName(value.of), value.at), ...within.guards] }
  }
  return NOTHING
}

/** `github.com/rs/cors.New.Handler` is `cors.New.Handler`. */
function shortName(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1).replace(/\(\)$/, '')
}

const AUTH = /auth(?!or)|jwt|basicauth|bearer|permission|authoriz|casbin|api_?key/i
/** These only read who somebody is, and turn nobody away. */
const NOT_AUTH = /verifier|optional|load/i
const LIMIT = /rate|limit(?!er\.DefaultConfig)|throttle|tollbooth/i
const NOT_LIMIT = /bodylimit|sizelimit|maxbytes/i

/** Middleware by its name. */
function guardOf(_run: GoRun, name: string, at: Span): Guard {
  const purpose =
    AUTH.test(name) && !NOT_AUTH.test(name) ? 'auth' : LIMIT.test(name) && !NOT_LIMIT.test(name) ? 'limit' : 'other'
  return { name, purpose, isGlobal: false, at }
}

/** Middleware that was given to a router or route: what it does where it can be read, else by its name. */
export function guardsOf(run: GoRun, site: GoSite, from: number, isGlobal: boolean): readonly Guard[] {
  return site.arguments.slice(from).flatMap((value, index) => {
    const written = site.written[from + index]
    if (!written || value.kind === 'plain') return []
    const { file } = site
    const named = { ...guardOf(run, nameOf(written as Expression), spanOf(file, written)), isGlobal }
    const inner = pointed(value)
    if (inner.kind === 'closure') return [{ ...named, purpose: purposeOf(inner) }]
    return [
      inner.kind === 'result' && named.purpose === 'other'
        ? { ...guardOf(run, shortName(inner.of), named.at), name: named.name, isGlobal }
        : named,
    ]
  })
}

const UNKNOWN_PEOPLE = /unauthori[sz]ed|forbidden|unauthenticated/i
const TOO_MANY = /too_?many/i
/** A middleware that looks at the path may let some by. */
const PATHS = /^(?:Path|FullPath|RequestURI|URL|RoutePath|OriginalURL)$/

/** What a middleware of the repository does: the answers that it may give tell. */
function purposeOf({ node }: Pick<FunctionIn, 'node'>): Guard['purpose'] {
  let purpose: Guard['purpose'] = 'other'
  let looksAtPath = false
  walk(node.body, one => {
    const name =
      one.kind === 'member'
        ? one.property
        : one.kind === 'name'
          ? one.name
          : one.kind === 'literal' && typeof one.value === 'number'
            ? String(one.value)
            : undefined
    if (name === undefined) return undefined
    if (UNKNOWN_PEOPLE.test(name) || name === '401' || name === '403') purpose = 'auth'
    else if ((TOO_MANY.test(name) || name === '429') && purpose === 'other') purpose = 'limit'
    if (one.kind === 'member' && PATHS.test(name)) looksAtPath = true
    return undefined
  })
  return looksAtPath ? 'other' : purpose
}

/** A handler for `/` that answers other paths with 404 itself: `if r.URL.Path != "/"`. */
export function isOnlyRoot({ node }: FunctionIn): boolean {
  let compares = false
  let refuses = false
  walk(node.body, one => {
    if (one.kind === 'binary' && one.operator === '!==' && one.left.kind === 'member' && one.left.property === 'Path')
      compares ||= one.right.kind === 'literal' && one.right.value === '/'
    if (one.kind === 'member' && (one.property === 'NotFound' || one.property === 'StatusNotFound')) refuses = true
    return undefined
  })
  return compares && refuses
}
