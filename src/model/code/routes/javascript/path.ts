import { alternatives, type CallSite, type Value } from '../../../../code/startup/values.js'
import type { CodeFile, Expression } from '../../../../code/syntax.js'
import type { Span } from '../../../../source.js'
import type { RoutePrefix } from '../../route.js'

/** A path as it is written at one place, in the framework's spelling. */
export interface WrittenPath {
  readonly text: string
  readonly isResolved: boolean
  readonly at: Span
  /** A regular expression that may match some paths and not others. */
  readonly isPattern?: true
}

/** Where an expression stands. */
export function spanOf(file: CodeFile, node: { readonly start: number; readonly end: number }): Span {
  return { path: file.path, start: node.start, end: node.end }
}

/** The paths that a value is: a string, a list of them; a regular expression is a wildcard. */
export function writtenPaths(value: Value | undefined, file: CodeFile, written: Expression): readonly WrittenPath[] {
  const at = spanOf(file, written)
  if (value?.kind === 'list') {
    const elements =
      written.kind === 'array' && written.elements.length === value.elements.length ? written.elements : []
    return value.elements.flatMap((one, index) => writtenPaths(one, file, elements[index] ?? written))
  }
  if (value?.kind === 'either') {
    const all = alternatives(value).flatMap(one => writtenPaths(one, file, written))
    return all.map(one => ({ ...one, isResolved: false }))
  }
  if (value?.kind === 'plain' && typeof value.value === 'string')
    return [{ text: value.value, isResolved: !value.isPartial, at }]
  if (value?.kind === 'pattern') {
    const text = patternPath(value.pattern)
    return [{ text, isResolved: true, at, ...(text === '/*' && { isPattern: true as const }) }]
  }
  return [{ text: '', isResolved: false, at }]
}

/** A regular expression as a path: itself where it matches one path only, else a wildcard. */
function patternPath(pattern: string): string {
  const exact = /^\^((?:\\\/|[\w-])+?)(?:\\\/\?)?\$$/.exec(pattern)?.[1]
  return exact === undefined ? '/*' : exact.replaceAll('\\/', '/')
}

/** Whether a value can only be a path: a string, a regular expression or a list of them. */
export function isPath(value: Value | undefined): boolean {
  if (!value) return false
  if (value.kind === 'list') return value.elements.length > 0 && value.elements.every(isPath)
  if (value.kind === 'either') return value.values.some(isPath)
  return value.kind === 'pattern' || (value.kind === 'plain' && typeof value.value === 'string')
}

/**
 * A path in the spelling of `Route`: one slash in front, none behind, parameters as `:name`, wildcards as `*`. Takes the
 * spelling of Express, Koa, Fastify, Hono and Nest in all their versions.
 */
export function normalPath(text: string): string {
  const cut = text.slice(0, 2000)
  // Most paths have nothing to spell in another way.
  const spelled = /[{(*+]/.test(cut) ? respelled(cut) : cut
  const parts = spelled.split('/').filter(part => part !== '')
  return `/${parts.join('/')}`
}

function respelled(text: string): string {
  return text
    .replace(/\{\/:(\w+)\}/g, '/:$1?')
    .replace(/\{(\/?)\*\w*\}/g, '$1*')
    .replace(/\/?\(\.\*\)/g, match => (match.startsWith('/') ? '/*' : '*'))
    .replace(/:(\w+)\{[^}]*\}/g, ':$1')
    .replace(/:(\w+)\((?:[^()]|\([^()]*\))*\)/g, ':$1')
    .replace(/:(\w+)[*+]/g, '*')
    .replace(/\*\w+/g, '*')
}

/** Paths one behind the other, in the spelling of `Route`. */
export function joinPaths(...paths: readonly string[]): string {
  return normalPath(paths.join('/'))
}

/** What stands in front of a path, from the outside in, and whether all of it is known. */
export interface Prefix {
  readonly parts: readonly WrittenPath[]
}

/** Nothing stands in front. */
export const NO_PREFIX: Prefix = { parts: [] }

/** The prefix with one more; nothing is added for `/` and the empty text. */
export function below(prefix: Prefix, path: WrittenPath): Prefix {
  return path.isResolved && /^\/*$/.test(path.text) ? prefix : { parts: [...prefix.parts, path] }
}

/** The whole path behind a prefix. Of one that is not wholly known the known end. */
export function wholePath(prefix: Prefix, own: WrittenPath): { path: string; isResolved: boolean } {
  const parts = [...prefix.parts, own]
  const open = parts.findLastIndex(part => !part.isResolved)
  const known = open === -1 ? parts : parts.slice(open)
  return { path: joinPaths(...known.map(part => part.text)), isResolved: open === -1 }
}

/** The prefixes of a route, as facts. */
export function routePrefixes(prefix: Prefix): readonly RoutePrefix[] {
  return prefix.parts.map(part => ({ path: normalPath(part.text), at: part.at }))
}

/** Whether all paths that `path` may be asked for lie at or below `prefix`, or may do so. */
export function covers(prefix: string, path: string): boolean {
  const above = prefix.split('/').filter(part => part !== '')
  const own = path.split('/').filter(part => part !== '')
  for (const [index, part] of above.entries()) {
    if (part === '*') return true
    const other = own[index]
    if (other === undefined) return false
    if (part !== other && !part.includes(':') && !other.startsWith(':') && other !== '*') return false
  }
  return true
}

/** The arguments of a call as values and expressions, lists among them taken apart. */
export function flatArguments(site: CallSite, from: number): readonly Given[] {
  return site.arguments.slice(from).flatMap((value, index) => {
    const written = site.written[from + index] ?? site.node
    return flatGiven({ value, written, file: site.file })
  })
}

/** Something that was given to a framework, and the expression that it came from. */
export interface Given {
  readonly value: Value
  readonly written: Expression
  readonly file: CodeFile
}

/** The items of a list, and of lists in it, each with the expression that it came from. */
export function flatGiven(given: Given): readonly Given[] {
  const { value, written, file } = given
  if (value.kind !== 'list') return [given]
  const elements = written.kind === 'array' && written.elements.length === value.elements.length ? written.elements : []
  return value.elements.flatMap((one, index) => flatGiven({ value: one, written: elements[index] ?? written, file }))
}
