import { indexOf } from '../../../code/file-index.js'
import { standsAside } from '../../../code/paths.js'
import type { Program } from '../../../code/program.js'
import type { Call, CodeFile, Expression } from '../../../code/syntax.js'
import { evaluateExpression, numberOf } from '../../../code/values.js'
import { peel, walk } from '../../../code/walk.js'
import type { Span } from '../../../source.js'
import type { Tree } from '../../../tree.js'
import { packageFinder } from '../places.js'

/** Something that a page of a browser asks a service for, with the number of rows that it wants. */
export interface PageRequest {
  /** Rows. */
  readonly size: number
  /** What the number is called in the request: `limit`, `pageSize`. */
  readonly parameter: string
  /** The path without what stands before it; `:` for parts that are not known. Absent where nothing of it is. */
  readonly path?: string
  readonly at: Span
}

/** What page sizes are called, as far as the name leaves no doubt. */
const SIZE = /^(?:limit|take|page_?size|page_?limit|per_?page|items_?per_?page|max_?results)$/i
const IN_TEXT = /[?&]([A-Za-z_]+)=(\d+)(?=&|#|$)/g
/** The cheap look before the calls of a file are gone through. */
const MENTIONS = /\b(?:limit|take|page_?size|page_?limit|per_?page|items_?per_?page|max_?results)\b/i
/** What pages are made with. */
const PAGES = /^(?:react|react-dom|preact|vue|svelte|solid-js|next|@angular\/core)(?:\/|$)/
/** Functions that send a request which reads: `fetch`, `axios.get`, `api`, `useSWR`. */
const ASKS = /^(?:get|axios|ky|got|\$http|useSWR|useAxios|getJSON|getData)$|fetch|request|api/i
/** What is made once from everything: exports, prints, maps of a site, pages that the build writes. */
const WHOLE = /export|download|print|csv|excel|xlsx|pdf|sitemap|rss|generateStatic|getStatic/i
/** A part of a path that is put together while the program runs. */
const OPEN = '\0'

/** The requests for pages of rows that the code of web pages makes. */
export function pageRequestsOf(program: Program, tree: Tree): readonly PageRequest[] {
  const packageOf = packageFinder(tree)
  const files = [...program.files.values()].filter(
    ({ path, language }) => /^(?:java|type)script$/.test(language) && !isAside(path, packageOf(path)),
  )
  const pages = new Set(files.filter(makesPages).map(file => packageOf(file.path)))
  return files.flatMap(file => {
    if (!pages.has(packageOf(file.path)) || !MENTIONS.test(tree.read(file.path)?.text ?? '')) return []
    return indexOf(file).calls.flatMap(call => requestOf(program, file, call) ?? [])
  })
}

const TESTS =
  /(?:^|\/)(?:__tests__|__mocks__|tests?|specs?|e2e|cypress|playwright|mocks?|fixtures?|stories|storybook)\/|\.(?:test|spec|stories|mock|fixture)s?\./i
/** Folders of a package that holds pages and what runs beside them. */
const BESIDE = /(?:^|\/)(?:server|backend|jobs?|workers?|cron|scripts?|cli|tools|seeds?|migrations?)\//i

/** Tests, servers and packages that stand aside. Inside a package `samples/` may be the page of the samples of a business. */
function isAside(path: string, folder: string): boolean {
  const inside = folder === '.' ? path : path.slice(folder.length + 1)
  return standsAside(`${folder}/package.json`) || TESTS.test(inside) || BESIDE.test(inside)
}

function makesPages({ imports }: CodeFile): boolean {
  return imports.some(one => !one.typeOnly && PAGES.test(one.from))
}

function requestOf(program: Program, file: CodeFile, call: Call): PageRequest | undefined {
  const [first, options] = call.arguments
  const name =
    call.callee.kind === 'member' ? call.callee.property : call.callee.kind === 'name' ? call.callee.name : ''
  const url = first && textOf(program, file, first)
  if (url === undefined || !ASKS.test(name) || !isOwn(url) || isWriting(options)) return undefined
  const found = sizeIn(program, file, call, url)
  return found && !WHOLE.test(url) && !isForWhole(file, call) ? found : undefined
}

/** Whether a function or constant around a call says by its name that it is after everything: `const exportOrders = () => …`. */
function isForWhole({ body }: CodeFile, { start, end }: Call): boolean {
  let found = false
  walk(body, node => {
    if (found || node.start > start || node.end < end) return false
    const name =
      node.kind === 'function'
        ? node.name
        : node.kind === 'declare' && node.target.kind === 'name'
          ? node.target.name
          : undefined
    found = name !== undefined && WHOLE.test(name)
    return undefined
  })
  return found
}

/** The first page size that an address or the options of a request say. */
function sizeIn(program: Program, file: CodeFile, call: Call, url: string): PageRequest | undefined {
  const [first, options] = call.arguments
  const path = pathOf(url)
  const where = path === undefined ? {} : { path }
  for (const [, parameter = '', size] of url.matchAll(IN_TEXT)) {
    if (SIZE.test(parameter) && first)
      return { size: Number(size), parameter, ...where, at: { path: file.path, start: first.start, end: first.end } }
  }
  for (const entry of parametersOf(options)) {
    const size = numberOf(evaluateExpression(program, { file, node: entry.value }))
    if (entry.key !== undefined && SIZE.test(entry.key) && size !== undefined)
      return { size, parameter: entry.key, ...where, at: { path: file.path, start: entry.start, end: entry.end } }
  }
  return undefined
}

/** A text with what is known of it; `OPEN` stands for the rest. */
function textOf(program: Program, file: CodeFile, node: Expression): string | undefined {
  const inner = peel(node)
  if (inner.kind === 'literal') return typeof inner.value === 'string' ? inner.value : undefined
  if (inner.kind === 'binary' && inner.operator === '+') {
    const [left, right] = [textOf(program, file, inner.left), textOf(program, file, inner.right)]
    return left === undefined && right === undefined ? undefined : `${left ?? OPEN}${right ?? OPEN}`
  }
  if (inner.kind !== 'template') return undefined
  return inner.parts
    .map(part => {
      if (typeof part === 'string') return part
      const value = evaluateExpression(program, { file, node: part })
      return value.kind === 'known' && value.variables.length === 0 ? String(value.value) : OPEN
    })
    .join('')
}

/** Whether a request may go to the repository's own services: to a path, or below an address that is not written out. */
function isOwn(url: string): boolean {
  return !/^https?:\/\//.test(url) || /^https?:\/\/(?:localhost|127\.0\.0\.1|\0)/.test(url)
}

/** `fetch(url, { method: 'POST' })`. */
function isWriting(options: Expression | undefined): boolean {
  if (options?.kind !== 'object') return false
  return options.entries.some(
    one =>
      one.kind === 'entry' &&
      one.key === 'method' &&
      !(one.value.kind === 'literal' && /^get$/i.test(String(one.value.value))),
  )
}

/** The entries of `{ params: { limit: 5000 } }`, as axios, ky and Nuxt take them. */
function parametersOf(options: Expression | undefined) {
  if (options?.kind !== 'object') return []
  return options.entries.flatMap(one => {
    if (one.kind !== 'entry' || !/^(?:params|query|searchParams)$/.test(one.key ?? '')) return []
    const given = peel(one.value)
    return given.kind === 'object' ? given.entries.flatMap(entry => (entry.kind === 'entry' ? [entry] : [])) : []
  })
}

/** The path of an address: without its beginning, question mark and slash at the end. */
function pathOf(url: string): string | undefined {
  const bare = url
    .replace(/[?#].*$/s, '')
    .replace(/^https?:\/\/[^/]*/, '')
    .replace(/^\0(?=\/|$)/, '')
  const parts = bare.split('/').filter(part => part !== '')
  return parts.length === 0 || parts.every(part => part.includes(OPEN))
    ? undefined
    : `/${parts.map(part => (part.includes(OPEN) ? ':' : part)).join('/')}`
}
