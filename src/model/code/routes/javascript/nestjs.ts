import type { CallSite, HostValue, Value } from '../../../../code/startup/values.js'
import { fields, lastMember } from '../../../../code/startup/values.js'
import type { Expression } from '../../../../code/syntax.js'
import { EMPTY_ENVIRONMENT, evaluateExpression } from '../../../../code/values.js'
import type { Span } from '../../../../source.js'
import { type ExpressHost, expressHost, METHODS } from './express.js'
import { flatArguments, type Given, type WrittenPath, writtenPaths } from './path.js'
import { asValue, hostValue, methodSpan, type RouterHost, type Startup, siteSpan } from './startup.js'

/** An application of NestJS, with what was set on it. */
export interface NestHost extends RouterHost {
  readonly framework: 'nestjs'
  /** What `NestFactory.create` was given. */
  readonly root: Value | undefined
  prefix?: WrittenPath
  exclude: readonly Exclusion[]
  versioning?: Versioning
  /** Guards and middleware of the whole application, in order. */
  readonly guards: Given[]
  readonly middleware: Given[]
  /** What was registered at the server below it: it has no global prefix. */
  readonly server: ExpressHost
  readonly fallbacks: { readonly path: WrittenPath; readonly at: Span }[]
  /** `useWebSocketAdapter`: set for all gateways. */
  socketAdapter?: Given
}

/** A path without the global prefix; without a method for all of them. */
export interface Exclusion {
  /** Undefined where it is not known: then it may be any path. */
  readonly path: string | undefined
  readonly method?: string
}

/** How `enableVersioning` has requests name a version. */
export interface Versioning {
  /** Versions are a part of the path. */
  readonly isInPath: boolean
  readonly prefix: string
  readonly defaultVersion?: Value
  readonly at: Span
}

/** What brings NestJS. */
export const NEST_PACKAGES = ['@nestjs/core', '@nestjs/common', '@nestjs/swagger']

/** What a call into one of the packages makes. */
export function nestCall(startup: Startup, path: string, packageName: string, site: CallSite): Value | undefined {
  if (packageName === '@nestjs/core' && path === '.NestFactory.create') return asValue(nestHost(startup, site))
  if (packageName === '@nestjs/swagger' && path === '.SwaggerModule.setup') {
    const app = site.arguments[1]
    const written = site.written[0]
    if (app?.kind === 'host' && (app.host as RouterHost).framework === 'nestjs' && written)
      for (const one of writtenPaths(site.arguments[0], site.file, written))
        (app.host as NestHost).fallbacks.push({ path: one, at: siteSpan(site) })
  }
  return undefined
}

function nestHost(startup: Startup, site: CallSite): NestHost {
  const at = siteSpan(site)
  const server = expressHost({ ...startup, made: [] }, at, false)
  const host: NestHost = {
    properties: new Map(),
    type: 'nestjs application',
    framework: 'nestjs',
    isApplication: true,
    isServed: false,
    at,
    root: site.arguments[0],
    exclude: [],
    guards: [],
    middleware: [],
    server,
    fallbacks: [],
    invoke: (name, inner) => invoke(startup, host, name, inner),
  }
  startup.made.push(host)
  return host
}

function invoke(startup: Startup, host: NestHost, name: string, site: CallSite): Value | undefined {
  const [first, second] = site.arguments
  const written = site.written[0]
  switch (name) {
    case 'setGlobalPrefix': {
      const path = written && writtenPaths(first, site.file, written)[0]
      if (path && written) host.prefix = path.isResolved ? path : configured(startup, path, written, site)
      host.exclude =
        second?.kind === 'fields' ? exclusions(second.entries.get('exclude')) : second ? UNKNOWN_EXCLUSION : []
      return asValue(host)
    }
    case 'enableVersioning':
      host.versioning = versioning(first, methodSpan(site.file, site.node))
      return asValue(host)
    case 'useGlobalGuards':
      host.guards.push(...flatArguments(site, 0))
      return asValue(host)
    case 'use':
      host.middleware.push(...flatArguments(site, 0).filter(given => given.value.kind !== 'plain'))
      host.server.invoke('use', site)
      return asValue(host)
    case 'listen':
      host.isServed = true
      startup.listens.push({ framework: 'nestjs', site, index: 0 })
      return asValue(host)
    case 'useWebSocketAdapter':
      if (first && written) host.socketAdapter = { value: first, written, file: site.file }
      return asValue(host)
    case 'get':
    case 'resolve':
      return provided(first)
    case 'select':
      return asValue(host)
    case 'getHttpAdapter':
      return adapter(host)
    case 'useStaticAssets':
      host.fallbacks.push({ path: staticPrefix(second, site), at: methodSpan(site.file, site.node) })
      return asValue(host)
    default:
      return CHAINED.has(name) ? asValue(host) : undefined
  }
}

/** `config.getOrThrow('app.apiPrefix')`: what the settings of the repository say. */
function configured(startup: Startup, path: WrittenPath, node: Expression, site: CallSite): WrittenPath {
  const { program, models } = startup.run
  const value = evaluateExpression(program, { file: site.file, node }, models.environment ?? EMPTY_ENVIRONMENT)
  return value.kind === 'known' && typeof value.value === 'string'
    ? { ...path, text: value.value, isResolved: true }
    : path
}

const CHAINED = new Set([
  'useGlobalPipes',
  'useGlobalFilters',
  'useGlobalInterceptors',
  'enableCors',
  'enableShutdownHooks',
  'init',
  'set',
  'disable',
  'enable',
  'useBodyParser',
  'useLogger',
  'setViewEngine',
  'setBaseViewsDir',
  'connectMicroservice',
  'register',
])

/** `app.get(Service)`: an object of the class, of which what was injected is not known. */
function provided(first: Value | undefined): Value | undefined {
  if (first?.kind === 'class') return { ...fields([], true), of: first }
  return first?.kind === 'outside' ? first : undefined
}

function adapter(host: NestHost): HostValue {
  return hostValue({
    type: 'http adapter',
    invoke: (name, site) => {
      if (name === 'getInstance') return asValue(host.server)
      return METHODS.has(name) || name === 'use' ? host.server.invoke(name, site) : undefined
    },
  })
}

function staticPrefix(options: Value | undefined, site: CallSite): WrittenPath {
  const prefix = options?.kind === 'fields' ? options.entries.get('prefix') : undefined
  const written = site.written[1] ?? site.node
  const [path] = prefix ? writtenPaths(prefix, site.file, written) : []
  return path ?? { text: '/', isResolved: true, at: methodSpan(site.file, site.node) }
}

const UNKNOWN_EXCLUSION: readonly Exclusion[] = [{ path: undefined }]

function exclusions(value: Value | undefined): readonly Exclusion[] {
  if (!value) return []
  if (value.kind !== 'list') return UNKNOWN_EXCLUSION
  const known = value.elements.map((one): Exclusion => {
    if (one.kind === 'plain' && typeof one.value === 'string') return { path: one.isPartial ? undefined : one.value }
    if (one.kind !== 'fields') return { path: undefined }
    const path = one.entries.get('path')
    const method = methodName(one.entries.get('method'))
    const text = path?.kind === 'plain' && !path.isPartial ? String(path.value) : undefined
    return { path: text, ...(method !== undefined && { method }) }
  })
  return value.isOpen ? [...known, ...UNKNOWN_EXCLUSION] : known
}

/** `RequestMethod.GET` as `GET`; `ALL` as nothing. */
export function methodName(value: Value | undefined): string | undefined {
  const name = value?.kind === 'outside' ? lastMember(value) : undefined
  if (name !== undefined) return name === 'ALL' ? undefined : name
  const number = value?.kind === 'plain' && typeof value.value === 'number' ? value.value : -1
  return ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', undefined, 'OPTIONS', 'HEAD'][number]
}

function versioning(options: Value | undefined, at: Span): Versioning {
  if (options?.kind !== 'fields') return { isInPath: true, prefix: 'v', at }
  const type = options.entries.get('type')
  const isInPath =
    type === undefined ||
    (type.kind === 'outside' ? lastMember(type) === 'URI' : type.kind === 'plain' && type.value === 0)
  const prefix = options.entries.get('prefix')
  const given =
    prefix?.kind === 'plain' ? (prefix.value === false ? '' : prefix.value === null ? 'v' : String(prefix.value)) : 'v'
  const defaultVersion = options.entries.get('defaultVersion')
  return { isInPath, prefix: given, at, ...(defaultVersion && { defaultVersion }) }
}
