import type { Program } from '../../../../code/program.js'
import { exportedNames, exportedValue } from '../../../../code/startup/modules.js'
import { createRun, type Run } from '../../../../code/startup/run.js'
import type { CodeFile } from '../../../../code/syntax.js'
import type { Span } from '../../../../source.js'
import type { Guard, Route } from '../../route.js'
import { handlerOf } from './handlers.js'
import { handlerGuards, wrapperGuards } from './next-asks.js'
import { type NextConfig, nextConfig } from './next-config.js'
import { nextMiddleware } from './next-middleware.js'
import { joinPaths, spanOf } from './path.js'
import type { TableBuilder } from './table.js'

/** An application of Next.js: the folder with its configuration, and the files below it. */
interface NextApplication {
  readonly root: string
  readonly files: readonly CodeFile[]
  readonly config: NextConfig
}

const CONFIG = /(?:^|\/)next\.config\.[cm]?[jt]s$/
const METHODS = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'DELETE', 'PATCH']

/**
 * The routes of Next.js applications among the files: `route` files and pages below `app`, `pages` and `pages/api`, as
 * `next build` finds them (Next.js 16).
 */
export function nextRoutes(program: Program, paths: readonly string[], table: TableBuilder): void {
  const run = createRun(program, new Set(), { call: () => undefined, isRelevant: () => false })
  for (const application of applications(run, paths)) {
    const guards = nextMiddleware(run, application.root, application.files)
    const seen = new Set<string>()
    // Slots (`@team`) share the address of the page around them.
    const add = (route: Route) => {
      const key = `${route.method} ${route.path}`
      if (!seen.has(key)) table.add(route)
      seen.add(key)
    }
    for (const file of application.files) fileRoutes(run, application, file, guards, add)
    for (const { source, at } of application.config.rewrites)
      table.fallbacks.push({
        prefix: source === undefined ? '/' : joinPaths(application.config.basePath, beforeParameters(source)),
        at,
      })
  }
}

function beforeParameters(source: string): string {
  return source.replace(/\/?[:(*][\s\S]*$/, '') || '/'
}

function applications(run: Run, paths: readonly string[]): readonly NextApplication[] {
  const { files } = run.program
  const roots = new Map<string, CodeFile | undefined>()
  for (const path of paths)
    if (CONFIG.test(path)) roots.set(path.replace(/\/?next\.config\.[cm]?[jt]s$/, ''), files.get(path))
  if (roots.size === 0) {
    const user = paths.find(path =>
      files.get(path)?.imports.some(one => one.from === 'next' || one.from.startsWith('next/')),
    )
    const inside = user && /^(?:(.*)\/)?(?:src\/)?(?:app|pages)\//.exec(user)
    if (inside) roots.set(inside[1] ?? '', undefined)
  }
  return [...roots].map(([root, config]) => ({
    root,
    files: paths.flatMap(path => (root === '' || path.startsWith(`${root}/`) ? (files.get(path) ?? []) : [])),
    config: nextConfig(run, config),
  }))
}

function fileRoutes(
  run: Run,
  application: NextApplication,
  file: CodeFile,
  guards: (path: string) => readonly Guard[],
  add: (route: Route) => void,
): void {
  const inside = application.root === '' ? file.path : file.path.slice(application.root.length + 1)
  const found = /^(?:src\/)?(app|pages)\/(.+)\.(\w+)$/.exec(inside)
  if (!found) return
  const [, kind, name = '', extension = ''] = found
  if (
    !application.config.extensions.includes(extension) &&
    !application.config.extensions.some(one => inside.endsWith(`.${one}`))
  )
    return
  const own = bareName(name, extension, application.config.extensions)
  const routes = kind === 'app' ? appRoutes(run, file, own) : pageRoutes(run, file, own)
  for (const route of routes) {
    const path = (application.config.basePath + route.path).replace(/(?<=.)\/$/, '')
    const isCatchAll = /\/:\w[\w-]*\*$/.test(path) && (route.method === 'POST' || route.method === '*')
    add({
      ...route,
      path,
      ...(isCatchAll &&
        takesCredentials(run, file) && { takesPasswordAt: path.replace(/[^/]*$/, 'callback/credentials') }),
      guards: [...guards(route.path), ...ownGuards(run, file, route)],
      prefixes: prefixesOf(application.config),
    })
  }
}

/**
 * Whether what a file loads lets Auth.js compare passwords, which it then does at `callback/credentials`.
 * https://authjs.dev/getting-started/authentication/credentials, https://next-auth.js.org/providers/credentials
 */
function takesCredentials({ program }: Run, file: CodeFile): boolean {
  return [...program.reachableFrom([file.path])].some(path =>
    program.files
      .get(path)
      ?.imports.some(({ from }) => /^(?:next-auth|@auth\/[\w-]+)\/providers\/credentials$/.test(from)),
  )
}

/** What a handler is wrapped in, and the call by which it asks itself. */
function ownGuards({ program }: Run, file: CodeFile, { method, handler }: Bare): readonly Guard[] {
  if (!handler) return []
  const around = wrapperGuards(program, file, method === '*' ? 'default' : method)
  return around.some(({ purpose }) => purpose === 'auth') ? around : [...around, ...handlerGuards(program, handler)]
}

/** A name without what belongs to a compound extension such as `page.tsx`. */
function bareName(name: string, extension: string, extensions: readonly string[]): string {
  const compound = extensions.find(one => `${name}.${extension}`.endsWith(`.${one}`) && one.includes('.'))
  return compound ? `${name}.${extension}`.slice(0, -compound.length - 1) : name
}

function prefixesOf(config: NextConfig): Route['prefixes'] {
  return config.basePath === '' || !config.at ? [] : [{ path: config.basePath, at: config.at }]
}

type Bare = Omit<Route, 'guards' | 'prefixes'>

const METADATA: ReadonlyMap<string, string> = new Map([
  ['robots', 'robots.txt'],
  ['sitemap', 'sitemap.xml'],
  ['manifest', 'manifest.webmanifest'],
])

function appRoutes(run: Run, file: CodeFile, name: string): readonly Bare[] {
  const segments = name.split('/')
  const last = segments.pop()
  if (segments.some(segment => segment.startsWith('_') || /^\(\.+\)/.test(segment))) return []
  const path = `/${segments
    .filter(segment => !/^(?:@.*|\(.*\))$/.test(segment))
    .map(segmentPath)
    .join('/')}`
  const base = { isResolved: true, framework: 'next' }
  const metadata = METADATA.get(last ?? '')
  if (last === 'page' || metadata !== undefined)
    return [
      {
        ...base,
        method: 'GET',
        path: metadata === undefined ? path : `${path === '/' ? '' : path}/${metadata}`,
        at: startOf(file),
      },
    ]
  if (last !== 'route') return []
  const names = new Set(exportedNames(run, file))
  return METHODS.filter(method => names.has(method)).map(method => {
    const handler = handlerOf(run, exportedValue(run, file, method))
    return { ...base, method, path, at: exportSpan(file, method), ...(handler && { handler }) }
  })
}

function pageRoutes(run: Run, file: CodeFile, name: string): readonly Bare[] {
  if (/^_(?:app|document|error|middleware)$/.test(name)) return []
  const path = `/${name
    .replace(/(?:^|\/)index$/, '')
    .split('/')
    .map(segmentPath)
    .join('/')}`
  const isApi = path === '/api' || path.startsWith('/api/')
  const handler = isApi ? handlerOf(run, exportedValue(run, file, 'default')) : undefined
  return [
    {
      method: isApi ? '*' : 'GET',
      path,
      isResolved: true,
      framework: 'next',
      at: exportSpan(file, 'default'),
      ...(handler && { handler }),
    },
  ]
}

/** `[id]` is a parameter, `[...path]` and `[[...path]]` take several segments. */
function segmentPath(segment: string): string {
  const name = /^\[\[?(\.\.\.)?(\w[\w-]*)\]?\]$/.exec(segment.replace(/%5F/gi, '_'))
  return name ? `:${name[2]}${name[1] ? '*' : ''}` : segment.replace(/%5F/gi, '_')
}

function exportSpan(file: CodeFile, name: string): Span {
  const found = file.exports.find(one => one.name === name)
  return found ? spanOf(file, found) : startOf(file)
}

function startOf(file: CodeFile): Span {
  return { path: file.path, start: 0, end: 0 }
}
