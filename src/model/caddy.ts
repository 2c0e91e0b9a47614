import { type CaddyFile, type CaddySite, parseCaddyDirectives, parseCaddyfile } from '../parse/caddyfile.js'
import type { Problem } from '../parse/node.js'
import { directoryOf } from '../paths.js'
import type { Source } from '../source.js'
import type { Tree } from '../tree.js'
import { type ReadImport, withImports } from './caddy/imports.js'
import { routesOf } from './caddy/routes.js'
import { addressOf, listenersOf, tlsOptionsOf } from './caddy/sites.js'
import { type ContainerFiles, containerFilesOf } from './container-files.js'
import type { FoundProxies } from './proxies.js'
import type { Listener, ReverseProxy } from './reverse-proxy.js'
import type { NotEvaluated, Workload } from './system.js'

/** Caddy: one proxy for each workload that runs it, with the sites of its Caddyfile. */
export function caddyProxies(tree: Tree, workloads: readonly Workload[]): FoundProxies {
  const found = workloads.flatMap(workload => (workload.software?.id === 'caddy' ? [proxyOf(workload, tree)] : []))
  const used = new Set(found.flatMap(one => one.used))
  const loose = caddyfilesOf(tree).filter(path => !used.has(path))
  return {
    proxies: found.flatMap(one => one.proxy ?? []),
    unreadable: found.flatMap(({ broken }) =>
      broken.map(({ path, problems }) => ({ path, format: 'caddy', production: true, problems, mayDeclare: 1 })),
    ),
    notEvaluated: [
      ...found.flatMap(one => one.notEvaluated),
      ...loose.map(path => ({ path, because: 'no workload is known to read it: not evaluated' })),
    ],
  }
}

/** `Caddyfile`, `Caddyfile.prod`, `site.caddyfile`; not prose about one, nor a program that reads it. */
const CADDYFILE = /(?:^|\/)(?:Caddyfile(?:\.[\w-]+)?|[\w.-]+\.caddyfile)$/i
const OTHER = /\.(?:mdx?|rst|adoc|txt|html?|[cm]?[jt]sx?|go|py|rb|json|ya?ml|toml)$/i

function caddyfilesOf(tree: Tree): readonly string[] {
  return tree.files.flatMap(({ path }) => (CADDYFILE.test(path) && !OTHER.test(path) ? [path] : []))
}

interface FoundCaddy {
  readonly proxy?: ReverseProxy
  /** Paths of files that it reads. */
  readonly used: readonly string[]
  readonly broken: readonly { readonly path: string; readonly problems: readonly Problem[] }[]
  readonly notEvaluated: readonly NotEvaluated[]
}

const NOTHING: FoundCaddy = { used: [], broken: [], notEvaluated: [] }

function proxyOf(workload: Workload, tree: Tree): FoundCaddy {
  const files = containerFilesOf(workload, tree)
  const path = configurationPath(workload)
  const found = path === undefined ? undefined : files.find(path)
  if (!path || found?.state !== 'file') return NOTHING
  const { source } = found.file
  if (/\.json$/i.test(source.path))
    return {
      ...NOTHING,
      notEvaluated: [{ path: source.path, because: 'a configuration of Caddy as JSON: not evaluated' }],
    }
  const reader = new Imports(workload, files, directoryOf(path))
  const file = reader.read(source)
  const sites = reader.sitesOf(file)
  const options = tlsOptionsOf(file.options)
  const routes = sites.flatMap(siteRoutes)
  const proxy: ReverseProxy = {
    id: `caddy:${workload.id}`,
    kind: 'proxy',
    name: workload.name,
    weight: workload.weight,
    at: workload.at,
    files: [...new Set([...workload.files, ...reader.used])],
    software: 'caddy',
    workloads: [workload],
    ...(workload.version ? { version: workload.version } : {}),
    listeners: joined(sites.flatMap(site => listenersOf(site, site.directives, options))),
    routes,
    upstreams: routes.map(route => route.upstream),
    complete: reader.complete && reader.broken.length === 0,
  }
  return { proxy, used: reader.used, broken: reader.broken, notEvaluated: [] }
}

/** `--config`, or where the image has it; undefined when it runs without one, or with something else. */
function configurationPath({ start }: Workload): string | undefined {
  const argv = start?.argv ?? []
  const index = argv.findIndex(word => word === '--config' || word === '-c' || word?.startsWith('--config='))
  if (index !== -1)
    return (argv[index]?.includes('=') ? argv[index]?.slice('--config='.length) : argv[index + 1]) ?? undefined
  return argv.some(word => word === 'reverse-proxy' || word === 'file-server' || word === 'docker-proxy')
    ? undefined
    : '/etc/caddy/Caddyfile'
}

/** One for each port: sites share it. It redirects when all of them do. */
function joined(listeners: readonly Listener[]): readonly Listener[] {
  const found = new Map<string, Listener>()
  for (const listener of listeners) {
    const key = listener.port.known ? `${listener.port.value}` : `?${listener.at.start}`
    const other = found.get(key)
    const both = other && {
      ...other,
      tls: other.tls || listener.tls,
      redirectsToTls: other.redirectsToTls && listener.redirectsToTls,
    }
    found.set(key, both ?? listener)
  }
  return [...found.values()]
}

function siteRoutes({ addresses, directives }: CaddySite): ReverseProxy['routes'] {
  const read = addresses.map(addressOf)
  const hosts = read.flatMap(({ host }) => host ?? [])
  return routesOf(hosts.length === read.length ? hosts : [], read[0]?.path, directives)
}

const MOST_FILES = 100

/** The files of one Caddy, read as it reads them. */
class Imports {
  readonly used: string[] = []
  readonly broken: { readonly path: string; readonly problems: readonly Problem[] }[] = []
  complete = true
  readonly #workload: Workload
  readonly #files: ContainerFiles
  readonly #directory: string

  constructor(workload: Workload, files: ContainerFiles, directory: string) {
    this.#workload = workload
    this.#files = files
    this.#directory = directory
  }

  read(source: Source): CaddyFile {
    const file = parseCaddyfile(source, name => this.#variable(name))
    this.#note(source, file.problems)
    return file
  }

  /** The sites of a file and of those that it imports as a whole, with everything in the place of `import`. */
  sitesOf(file: CaddyFile): readonly CaddySite[] {
    const whole = file.imports.flatMap(({ args }) => (args[0] ? (this.#sources(args[0].text) ?? []) : []))
    const files = [file, ...whole.map(source => this.read(source))]
    const snippets = new Map(files.flatMap(one => [...one.snippets]))
    const read: ReadImport = named =>
      this.#sources(named.text)?.flatMap(source => {
        const { directives, problems } = parseCaddyDirectives(source, name => this.#variable(name))
        this.#note(source, problems)
        return directives
      })
    return files
      .flatMap(one => one.sites)
      .map(site => {
        const { directives, complete } = withImports(site.directives, snippets, read)
        this.complete &&= complete
        return { ...site, directives }
      })
  }

  #note({ path }: Source, problems: readonly Problem[]): void {
    if (!this.used.includes(path)) this.used.push(path)
    else return
    if (problems.length > 0) this.broken.push({ path, problems })
  }

  #sources(pattern: string): readonly Source[] | undefined {
    const path = pattern.startsWith('/') ? pattern : `${this.#directory}/${pattern.replace(/^\.\//, '')}`
    const { files, hidden } = this.#files.match(path)
    if (hidden || files.length === 0 || this.used.length > MOST_FILES) {
      this.complete = false
      return undefined
    }
    return files.map(({ source }) => source)
  }

  #variable(name: string): string | undefined | null {
    const found = this.#workload.environment.get(name)
    if (!found) return undefined
    return found.value.known ? found.value.value : null
  }
}
