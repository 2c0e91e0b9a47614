import { knownValue } from '../source.js'
import type { RepositoryFile, Tree } from '../tree.js'
import { caddyProxies } from './caddy.js'
import type { Cluster } from './cluster.js'
import { haproxyProxies } from './haproxy.js'
import { clusterProxies } from './kubernetes/proxies.js'
import { nginxProxies } from './nginx.js'
import type { ReverseProxy } from './reverse-proxy.js'
import type { NotEvaluated, Unreadable, Workload } from './system.js'
import { traefikProxies } from './traefik.js'

/** The reverse proxies that the repository configures, and their files that could not be read or evaluated. */
export interface FoundProxies {
  readonly proxies: readonly ReverseProxy[]
  readonly unreadable: readonly Unreadable[]
  readonly notEvaluated: readonly NotEvaluated[]
}

/** Reads the configuration of every reverse proxy. `others` are the workloads that production does not run, `clusters` its own. */
export function proxiesOf(
  tree: Tree,
  workloads: readonly Workload[],
  others: readonly Workload[],
  clusters: readonly Cluster[],
): FoundProxies {
  const all = [...workloads, ...others]
  const found = [
    ...(mayHold(tree, all, 'nginx') ? [nginxProxies(tree, workloads, others)] : []),
    ...(mayHold(tree, all, 'traefik') ? [traefikProxies(tree, workloads)] : []),
    ...(mayHold(tree, all, 'haproxy') ? [haproxyProxies(tree, workloads)] : []),
    ...(mayHold(tree, all, 'caddy') ? [caddyProxies(tree, workloads)] : []),
  ]
  return {
    proxies: [
      ...found.flatMap(one => one.proxies),
      ...(clusters.some(({ routes }) => routes.length > 0) ? clusterProxies(clusters, workloads) : []),
    ],
    unreadable: found.flatMap(one => one.unreadable),
    notEvaluated: found.flatMap(one => one.notEvaluated),
  }
}

/** Whether anything of the repository names a proxy: reading its configuration is code of its own, loaded only then. */
function mayHold(tree: Tree, workloads: readonly Workload[], name: string): boolean {
  const isNamed = ({ format, path }: RepositoryFile) => format === name || path.toLowerCase().includes(name)
  return tree.files.some(isNamed) || workloads.some(workload => mayRun(workload, name))
}

function mayRun({ software, start, mounts, image }: Workload, name: string): boolean {
  return (
    software?.id === name ||
    start?.text.includes(name) === true ||
    mounts.some(({ target }) => knownValue(target)?.includes(name)) ||
    (image?.stages ?? []).some(({ instructions }) => instructions.some(({ text }) => text.includes(name)))
  )
}
