import {
  type HaproxyFile,
  type HaproxyLine,
  type HaproxySection,
  type HaproxyWord,
  parseHaproxy,
} from '../parse/haproxy.js'
import { type Fact, known, type Source, unknown } from '../source.js'
import type { Tree } from '../tree.js'
import { containerFilesOf } from './container-files.js'
import { checkOf, defaultsBefore } from './haproxy/checks.js'
import { conditionOf, namedConditions } from './haproxy/conditions.js'
import { type PathRules, pathRulesOf, rewriteThrough } from './haproxy/rewrites.js'
import type { FoundProxies } from './proxies.js'
import type { Listener, ProxyRoute, Upstream, UpstreamServer } from './reverse-proxy.js'
import type { Unreadable, Workload } from './system.js'

/** HAProxy: one proxy for each workload that runs it, with its frontends and backends. */
export function haproxyProxies(tree: Tree, workloads: readonly Workload[]): FoundProxies {
  const found = workloads.flatMap(workload => (workload.software?.id === 'haproxy' ? [proxyOf(workload, tree)] : []))
  const used = new Set(found.flatMap(one => one.proxies.flatMap(proxy => proxy.files)))
  const loose = tree.files.filter(({ path }) => /(?:^|\/)haproxy[\w.-]*\.cfg$/i.test(path) && !used.has(path))
  return {
    proxies: found.flatMap(one => one.proxies),
    unreadable: found.flatMap(one => one.unreadable),
    notEvaluated: loose.map(({ path }) => ({ path, because: 'no workload is known to read it: not evaluated' })),
  }
}

/** Where the images look, when no argument says otherwise. */
const PLACES = ['/usr/local/etc/haproxy/haproxy.cfg', '/bitnami/haproxy/conf/haproxy.cfg', '/etc/haproxy/haproxy.cfg']

function proxyOf(workload: Workload, tree: Tree): Omit<FoundProxies, 'notEvaluated'> {
  const files = containerFilesOf(workload, tree)
  const named = filesNamed(workload)
  const sources: Source[] = []
  let complete = true
  for (const path of named ?? PLACES) {
    const found = path.endsWith('/') ? undefined : files.find(path)
    if (found?.state === 'file') sources.push(found.file.source)
    else if (named || found?.state === 'unknown') complete = false
  }
  if (sources.length === 0) complete = false
  const read = sources.map(source => parseHaproxy(source, name => variable(workload, name)))
  const sections = read.flatMap(file => file.sections)
  const backends = backendsOf(sections)
  return {
    proxies: [
      {
        id: `haproxy:${workload.id}`,
        kind: 'proxy',
        name: workload.name,
        weight: workload.weight,
        at: workload.at,
        files: [...new Set([...workload.files, ...sources.map(source => source.path)])],
        software: 'haproxy',
        workloads: [workload],
        ...(workload.version ? { version: workload.version } : {}),
        listeners: sections.flatMap(listenersOf),
        routes: routesOf(sections, backends),
        upstreams: [...backends.values()].filter(({ servers }) => servers.length > 0),
        complete: complete && sections.every(isPlain) && read.every(file => file.problems.length === 0),
      },
    ],
    unreadable: read.flatMap((file, index) => unreadable(file, sources[index])),
  }
}

/** `-f <file>`, once or several times; undefined when there is none. A directory is not looked into. */
function filesNamed({ start }: Workload): readonly string[] | undefined {
  const argv = start?.argv ?? []
  const named = argv.flatMap((word, index) => (word === '-f' ? (argv[index + 1] ?? []) : []))
  return named.length > 0 ? named : undefined
}

function variable({ environment }: Workload, name: string): string | undefined | null {
  const found = environment.get(name)
  if (!found) return name.startsWith('HAPROXY_') ? null : undefined
  return found.value.known ? found.value.value : null
}

function unreadable({ problems }: HaproxyFile, source: Source | undefined): readonly Unreadable[] {
  if (problems.length === 0 || !source) return []
  return [{ path: source.path, format: 'haproxy', production: true, problems, mayDeclare: 1 }]
}

/** Whether all that a section does with requests is written in it. */
function isPlain(section: HaproxySection): boolean {
  return section.lines.every(
    ({ words, conditional }) => !conditional && !(words[0]?.text === 'use_backend' && /%\[/.test(words[1]?.text ?? '')),
  )
}

function textsOf(line: HaproxyLine): readonly string[] {
  return line.words.map(word => word.text)
}

/** The `bind` lines of a frontend or listen section. */
function listenersOf(section: HaproxySection): readonly Listener[] {
  if (section.keyword !== 'frontend' && section.keyword !== 'listen') return []
  const redirects = section.lines.some(redirectsToTls)
  return section.lines.flatMap(line => {
    const [keyword, addresses] = line.words
    if (keyword?.text !== 'bind' || !addresses) return []
    const tls = textsOf(line).includes('ssl')
    return portsOf(addresses).map(port => ({ port, tls, redirectsToTls: redirects && !tls, at: line.at }))
  })
}

/** Sends everything that comes unencrypted on, but for what proves a domain. */
function redirectsToTls(line: HaproxyLine): boolean {
  const words = textsOf(line)
  const text = words.join(' ')
  if (!/^(?:http-request )?redirect scheme https\b/.test(text)) return false
  const condition = /\s(?:if|unless)\s(.*)$/.exec(text)?.[1]
  return condition === undefined || /ssl_fc|https|tls|ssl|acme|letsencrypt|well[-_]?known/i.test(condition)
}

const MOST_PORTS = 100

/** `*:80,[::]:80`, `:8000-8010`; nothing for sockets. */
function portsOf(word: HaproxyWord): readonly Fact<number>[] {
  if (word.open) return [unknown(word.at, 'it is set outside the repository')]
  return word.text.split(',').flatMap(address => {
    const [, first, last = first] = /:(\d{1,5})(?:-(\d{1,5}))?$/.exec(address) ?? []
    if (first === undefined) return []
    const count = Math.min(Math.max(Number(last) - Number(first) + 1, 0), MOST_PORTS)
    return Array.from({ length: count }, (_, index) => known(Number(first) + index, word.at))
  })
}

function backendsOf(sections: readonly HaproxySection[]): ReadonlyMap<string, Upstream> {
  const backends = new Map<string, Upstream>()
  for (const section of sections) {
    if ((section.keyword !== 'backend' && section.keyword !== 'listen') || section.name === undefined) continue
    const defaults = section.lines.find(({ words }) => words[0]?.text === 'default-server')
    const again = defaults !== undefined && textsOf(defaults).includes('resolvers')
    const servers = section.lines.flatMap(line => serverOf(line, again))
    const check = checkOf(section, defaultsBefore(section, sections))
    backends.set(section.name, { name: section.name, servers, ...(check && { check }), at: section.at })
  }
  return backends
}

/** `server <name> <address>[:port] …` and `server-template <prefix> <count> <address>[:port] …`. */
function serverOf(line: HaproxyLine, resolvedAgain: boolean): readonly UpstreamServer[] {
  const words = textsOf(line)
  const index = words[0] === 'server' ? 2 : words[0] === 'server-template' ? 3 : undefined
  const address = index === undefined ? undefined : line.words[index]
  if (!address || words.includes('disabled')) return []
  const base = {
    ...(words.includes('ssl') ? { scheme: 'https' } : {}),
    backup: words.includes('backup'),
    resolved: resolvedAgain || words.includes('resolvers') ? 'running' : 'start',
    at: line.at,
  } as const
  if (address.open) return [{ ...base, host: unknown(address.at, 'it is set outside the repository') }]
  const [, host, port] = /^(?:ipv[46]@|tcp[46]?@)?(\[[^\]]*\]|[^:/@]+)(?::(\d{1,5}))?$/.exec(address.text) ?? []
  if (host === undefined) return []
  return [
    {
      ...base,
      host: known(host.replace(/^\[|\]$/g, ''), address.at),
      ...(port === undefined ? {} : { port: known(Number(port), address.at) }),
    },
  ]
}

/** What frontends send where, and listen sections to their own servers. */
function routesOf(sections: readonly HaproxySection[], backends: ReadonlyMap<string, Upstream>): readonly ProxyRoute[] {
  const rules = new Map(sections.map(section => [section, pathRulesOf(section)] as const))
  const byName = new Map(sections.flatMap(one => (one.keyword === 'backend' ? [[one.name, rules.get(one)]] : [])))
  return [...rules].flatMap(([section, own]) => sectionRoutes(section, own, { backends, byName }))
}

interface Backends {
  readonly backends: ReadonlyMap<string, Upstream>
  readonly byName: ReadonlyMap<string | undefined, PathRules | undefined>
}

function sectionRoutes(section: HaproxySection, own: PathRules, { backends, byName }: Backends): readonly ProxyRoute[] {
  if (section.keyword !== 'frontend' && section.keyword !== 'listen') return []
  const named = namedConditions(section)
  const routes = section.lines.flatMap(line => {
    const [keyword, name] = textsOf(line)
    const upstream = keyword === 'use_backend' || keyword === 'default_backend' ? backends.get(name ?? '') : undefined
    if (!upstream) return []
    const ways = keyword === 'use_backend' ? conditionOf(line, named) : [{ hosts: [] }]
    const through = [own, ...[byName.get(name) ?? []].flat()]
    return ways.map(({ hosts, path = ANY_PATH }): ProxyRoute => {
      const rewrite = rewriteThrough(through, path, line)
      return { hosts, path, upstream, rewrite, at: line.at }
    })
  })
  const servers = section.keyword === 'listen' && section.name !== undefined ? backends.get(section.name) : undefined
  if (!servers || servers.servers.length === 0) return routes
  const rewrite = rewriteThrough([own], ANY_PATH)
  return [...routes, { hosts: [], path: ANY_PATH, upstream: servers, rewrite, at: section.at }]
}

const ANY_PATH = { match: 'prefix', text: '/' } as const
