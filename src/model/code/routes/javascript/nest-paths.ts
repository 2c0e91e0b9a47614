import { alternatives, lastMember, type Value } from '../../../../code/startup/values.js'
import type { Exclusion, NestHost } from './nestjs.js'
import { below, joinPaths, NO_PREFIX, type Prefix, type WrittenPath } from './path.js'

/** What a route's path is put together from. */
export interface NestPathParts {
  readonly host: NestHost
  readonly version: Value | undefined
  readonly versionAt: WrittenPath['at']
  readonly module: readonly WrittenPath[]
  readonly controller: WrittenPath
  readonly own: WrittenPath
  readonly method: string
}

/** A path with what stands in front of it. */
export interface NestPath {
  readonly prefix: Prefix
  readonly own: WrittenPath
}

/**
 * The paths of a route in the order of NestJS: version, module, controller, method, and in front of it all the global prefix
 * unless the path without it, and without the version, is excluded.
 * https://github.com/nestjs/nest/blob/master/packages/core/router/route-path-factory.ts
 */
export function nestPaths(parts: NestPathParts): readonly NestPath[] {
  const { host, own, controller, module } = parts
  return versionTexts(parts).map(version => {
    const inner = [...module, controller]
    const bare = joinPaths(...[...inner, own].map(part => part.text))
    const isKnown = [...inner, own].every(part => part.isResolved)
    const excluded = host.prefix ? isExcluded(host.exclude, bare, parts.method, isKnown) : false
    const prefix: WrittenPath[] = []
    if (host.prefix && excluded !== true)
      prefix.push(excluded === undefined ? { ...host.prefix, isResolved: false } : host.prefix)
    if (version) prefix.push(version)
    return { prefix: [...prefix, ...inner].reduce(below, NO_PREFIX), own }
  })
}

function versionTexts({ host, version, versionAt }: NestPathParts): readonly (WrittenPath | undefined)[] {
  const { versioning } = host
  const given = version ?? versioning?.defaultVersion
  if (!versioning?.isInPath || !given) return [undefined]
  const values = given.kind === 'list' ? given.elements : alternatives(given)
  return values.map((one): WrittenPath | undefined => {
    if (one.kind === 'outside' && lastMember(one) === 'VERSION_NEUTRAL') return undefined
    const at = version ? versionAt : versioning.at
    if (one.kind !== 'plain') return { text: '', isResolved: false, at }
    return one.value === null
      ? undefined
      : { text: `/${versioning.prefix}${one.value}`, isResolved: !one.isPartial, at }
  })
}

/** Whether the global prefix does not apply; undefined where that is not known. */
function isExcluded(
  exclusions: readonly Exclusion[],
  path: string,
  method: string,
  isKnown: boolean,
): boolean | undefined {
  let open = false
  for (const one of exclusions) {
    if (one.method !== undefined && one.method !== method) continue
    if (one.path === undefined || !isKnown) open = true
    else if (nestPattern(one.path).test(path.slice(0, 300))) return true
  }
  return open ? undefined : false
}

/** A path of NestJS as a regular expression, after path-to-regexp 8 and the conversion of older spellings. */
export function nestPattern(text: string): RegExp {
  let source = ''
  let wildcards = 0
  const path = (text.startsWith('/') ? text : `/${text}`)
    .slice(0, 500)
    .replace(/\(\.\*\)/g, '{*path}')
    .replace(/\/\*(?=\/|$)/g, '/{*path}')
  for (let at = 0; at < path.length; at++) {
    const char = path[at] ?? ''
    const name = /^[*:]\w+/.exec(path.slice(at, at + 60))?.[0]
    if (name) {
      // Parameters that touch are one; more wildcards than this would take too long to try.
      if (char === ':') source += source.endsWith('[^/]+') ? '' : '[^/]+'
      else source += '.+'
      wildcards++
      at += name.length - 1
    } else if (char === '{') source += '(?:'
    else if (char === '}') source += ')?'
    else if (char === '+') {
      source += '.*'
      wildcards++
    } else source += char.replace(/[.*?^$()[\]|\\]/g, '\\$&')
  }
  if (wildcards > 8) return /^$/
  try {
    return new RegExp(`^${source}/?$`, 'i')
  } catch {
    // Braces that do not match.
    return /^$/
  }
}
