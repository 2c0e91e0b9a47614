import { definitionOf, externalName } from '../../../code/definitions.js'
import type { ExpressionIn, In, Program } from '../../../code/program.js'
import type { Call, Expression } from '../../../code/syntax.js'
import type { Environment } from '../../../code/values.js'
import { wordsLike } from '../../../code/vocabulary.js'
import { pathOf } from '../../../code/walk.js'
import type { Span } from '../../../source.js'
import type { ServiceCode } from '../services.js'
import type { Matching, OriginClaim } from './cors-claims.js'
import { goPolicy, type PolicyIn } from './cors-go.js'
import { isRequestOrigin, repeatedOrigins } from './cors-headers.js'
import { claimIn, type Origins, originsIn } from './cors-origins.js'
import { djangoSetting } from './django-settings.js'
import { environmentsOf, isOn, keywordOf, type Option, optionOf, resolved } from './options.js'
import { productionFiles } from './production-files.js'
import { stagelessCallsOf } from './stages.js'

/** Who a service lets call it from other sites (CORS), as one place of its code says. */
export interface CorsPolicy {
  /** What people call it: `cors`, `Socket.IO`, `CORSMiddleware`. */
  readonly library: string
  /** Browsers refuse `*` together with credentials, and accept the repeated origin. */
  readonly origin: Origins
  /** Whether cookies and logins go with the requests; undefined where it is not known. */
  readonly credentials: boolean | undefined
  /** Of `limited` origins: what is enough to be let in, and anybody can have. */
  readonly claim?: OriginClaim
  readonly at: Span
}

interface Site {
  readonly library: string
  readonly origin: Option
  readonly credentials: Option
  /** What the library does for `*`, and what is there without an option. */
  readonly star: 'any' | 'reflected'
  readonly otherwise: CorsPolicy['origin']
  /** The origins are patterns of Python, of which so much has to match. */
  readonly matching?: Matching
  /** Functions that decide are given the context of the request, not the origin. */
  readonly givesContext?: boolean
  readonly at: Span
}

/** The policies in the code of a service. Where workloads differ, the most open one counts. */
export function corsPolicies(program: Program, service: ServiceCode): readonly CorsPolicy[] {
  const sites = productionFiles(program, service).flatMap(file => {
    const isNode = file.language === 'javascript' || file.language === 'typescript'
    if (!isNode && file.language !== 'python') return []
    return stagelessCallsOf(file, mayBe).flatMap(
      node => (isNode ? nodeSite : pythonSite)(program, { file, node }, service) ?? [],
    )
  })
  const made = [...sites, ...djangoSites(program, service)].map(
    (site): PolicyIn =>
      environment =>
        policyOf(program, site, environment),
  )
  const environments = environmentsOf(service)
  const told = [...made, ...goPolicies(program, service)].map(policyIn => {
    const policies = environments.map(policyIn)
    return policies.find(isOpen) ?? policies[0] ?? policyIn(() => undefined)
  })
  return [...told, ...productionFiles(program, service).flatMap(file => repeatedOrigins(program, file))]
}

function goPolicies(program: Program, service: ServiceCode): readonly PolicyIn[] {
  if (service.runtime !== 'go' || ![...service.packages].some(name => GO_LIBRARIES.test(name))) return []
  return productionFiles(program, service).flatMap(file =>
    stagelessCallsOf(file, isGoPolicy).flatMap(node => goPolicy(program, { file, node }) ?? []),
  )
}

/** Modules whose middlewares for CORS are known. */
const GO_LIBRARIES = /cors|labstack\/echo|gofiber\/fiber|gorilla\/handlers/
const isGoPolicy = wordsLike(/^(?:New|Handler|CORS|CORSWithConfig)$/)

/** Whether somebody whom nobody has named may call with the login of a visitor. */
export function isOpen({ origin, credentials, claim }: CorsPolicy): boolean {
  return (origin === 'any' || origin === 'reflected' || claim !== undefined) && credentials === true
}

function policyOf(program: Program, site: Site, environment: Environment): CorsPolicy {
  const { library, at } = site
  const credentials = isOn(program, site.credentials, environment, false)
  const origin = originOf(program, site, environment)
  const isJudged = origin === 'any' || origin === 'reflected' || site.origin === 'absent' || site.origin === 'open'
  const claim =
    isJudged || site.givesContext ? undefined : claimIn(site.origin, { program, environment }, site.matching)
  return claim ? { library, at, credentials, origin: 'limited', claim } : { library, at, credentials, origin }
}

/** Options are objects of Node.js packages; what they do for `*`: https://github.com/expressjs/cors#configuration-options */
function nodeSite(program: Program, at: In<Call>, { packages }: ServiceCode): Site | undefined {
  const { file, node } = at
  const [first, second] = node.arguments
  const method = node.callee.kind === 'member' ? node.callee.property : undefined
  if (method === 'enableCors' && packages.has('@nestjs/core')) return site('enableCors', program, at, first)
  if (method === 'register' && first) {
    const plugin = externalName(definitionOf(program, { file, node: first }))
    return plugin === '@fastify/cors' || plugin === 'fastify-cors' ? site(plugin, program, at, second) : undefined
  }
  const name = externalName(definitionOf(program, { file, node: node.callee }))
  switch (name) {
    case 'cors':
    case 'hono/cors.cors':
      return site('cors', program, at, first)
    case '@koa/cors':
    case 'kcors':
      return koaSite(site('@koa/cors', program, at, first))
    case '@nestjs/core.NestFactory.create':
      return inside('NestFactory.create', program, at, node.arguments.at(-1))
    case 'socket.io':
    case 'socket.io.Server':
      return inside('Socket.IO', program, at, node.arguments.at(-1))
    case '@nestjs/websockets.WebSocketGateway':
      return inside('WebSocketGateway', program, at, node.arguments.at(-1))
    default:
      return undefined
  }
}

/** What sets a policy, by its last name: a cheap test before names are resolved. */
const mayBe = wordsLike(
  /cors|^create$|^(?:io|socketio|server|WebSocketGateway)$|^register$|^(?:add_middleware|Middleware)$/i,
)

function site(library: string, program: Program, { file, node }: In<Call>, options: Expression | undefined): Site {
  const object: Option = options ? { file, node: options } : 'absent'
  const origin = optionOf(program, object, 'origin')
  const at = origin === 'absent' || origin === 'open' ? spanOf({ file, node }) : spanOf(origin)
  return {
    library,
    origin,
    credentials: optionOf(program, object, 'credentials'),
    star: 'any',
    otherwise: 'any',
    at,
  }
}

/** Options under `cors` of the options of something greater. */
function inside(library: string, program: Program, at: In<Call>, options: Expression | undefined): Site | undefined {
  if (options?.kind !== 'object' && options?.kind !== 'name') return undefined
  const cors = optionOf(program, { file: at.file, node: options }, 'cors')
  if (cors === 'absent' || cors === 'open') return undefined
  const written = resolved(program, cors)
  return written?.node.kind === 'object' ? site(library, program, { ...at, file: cors.file }, cors.node) : undefined
}

/**
 * For `*`, and where nothing is said, it repeats the origin that asks as soon as credentials are allowed (versions 3 to 5):
 * https://github.com/koajs/cors#corsoptions
 */
function koaSite(made: Site): Site {
  return { ...made, star: 'reflected', otherwise: 'reflected', givesContext: true }
}

function spanOf({ file, node }: ExpressionIn): Span {
  return { path: file.path, start: node.start, end: node.end }
}

/**
 * Both middlewares repeat the origin for `*` where credentials are allowed.
 * https://www.starlette.io/middleware/#corsmiddleware, https://flask-cors.readthedocs.io/en/latest/api.html
 */
function pythonSite(program: Program, at: In<Call>): Site | undefined {
  const { file, node } = at
  const [first] = node.arguments
  const called = pathOf(node.callee)?.at(-1)
  const keyword = (name: string) => keywordOf(at, name)
  if (called === 'add_middleware' || called === 'Middleware') {
    const name = first && first.kind !== 'keyword' && externalName(definitionOf(program, { file, node: first }))
    if (!name || !/^(?:fastapi|starlette)\..*\bCORSMiddleware$/.test(name)) return undefined
    const pattern = keyword('allow_origin_regex')
    const origin = pattern === 'absent' ? keyword('allow_origins') : pattern
    const made = python('CORSMiddleware', at, origin, keyword('allow_credentials'), 'limited')
    // https://www.starlette.io/middleware/#corsmiddleware: the whole origin has to match.
    return pattern === 'absent' ? made : { ...made, matching: { beginning: true, end: true } }
  }
  if (called !== 'CORS' || externalName(definitionOf(program, { file, node: node.callee })) !== 'flask_cors.CORS')
    return undefined
  const resources = keyword('resources')
  if (resources !== 'absent') return undefined
  return python('flask-cors', at, keyword('origins'), keyword('supports_credentials'), 'reflected')
}

function python(
  library: string,
  call: In<Call>,
  origin: Option,
  credentials: Option,
  otherwise: CorsPolicy['origin'],
): Site {
  const at = origin === 'absent' || origin === 'open' ? spanOf(call) : spanOf(origin)
  return { library, origin, credentials, star: 'reflected', otherwise, at }
}

/** django-cors-headers repeats the origin where credentials are allowed. https://pypi.org/project/django-cors-headers/ */
function djangoSites(program: Program, service: ServiceCode): readonly Site[] {
  if (service.runtime !== 'python') return []
  const all =
    djangoSetting(program, service, 'CORS_ALLOW_ALL_ORIGINS') ??
    djangoSetting(program, service, 'CORS_ORIGIN_ALLOW_ALL')
  const credentials = djangoSetting(program, service, 'CORS_ALLOW_CREDENTIALS')
  if (!credentials) return []
  const patterns = djangoSetting(program, service, 'CORS_ALLOWED_ORIGIN_REGEXES')
  const ofPatterns: readonly Site[] =
    patterns && patterns !== 'open' && patterns !== 'absent'
      ? [
          {
            library: 'django-cors-headers',
            origin: patterns,
            credentials,
            star: 'reflected',
            otherwise: 'limited',
            // `re.match`: from the beginning, with anything behind.
            matching: { beginning: true },
            at: spanOf(patterns),
          },
        ]
      : []
  if (!all) return ofPatterns
  return [
    ...ofPatterns,
    {
      library: 'django-cors-headers',
      origin: all,
      credentials,
      star: 'reflected',
      otherwise: 'limited',
      at: all === 'open' || all === 'absent' ? service.at : spanOf(all),
    },
  ]
}

function originOf(
  program: Program,
  { origin, otherwise, star, givesContext }: Site,
  environment: Environment,
): Origins {
  if (origin === 'absent') return otherwise
  if (origin === 'open') return 'unknown'
  if (givesContext)
    return originsOfContext(program, origin) ?? originsIn(origin, { program, environment, star, steps: 5 })
  return originsIn(origin, { program, environment, star, steps: 5 })
}

/** `ctx => ctx.get('Origin')`; undefined where it is no function. */
function originsOfContext(program: Program, at: ExpressionIn): Origins | undefined {
  const node = (resolved(program, at) ?? at).node
  if (node.kind !== 'function') return undefined
  const { file } = resolved(program, at) ?? at
  const last = node.body.at(-1)
  const isPlain = node.body.every(one => one.kind === 'declare' || one === last)
  return isPlain && last?.kind === 'return' && last.value && isRequestOrigin(program, file, last.value)
    ? 'reflected'
    : 'unknown'
}
