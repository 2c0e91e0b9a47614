import type { Tree } from '../tree.js'
import { haproxyProxies } from './haproxy.js'
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

/** Reads the configuration of every reverse proxy. `others` are the workloads that production does not run. */
export function proxiesOf(tree: Tree, workloads: readonly Workload[], others: readonly Workload[]): FoundProxies {
  const found = [
    nginxProxies(tree, workloads, others),
    traefikProxies(tree, workloads),
    haproxyProxies(tree, workloads),
  ]
  return {
    proxies: found.flatMap(one => one.proxies),
    unreadable: found.flatMap(one => one.unreadable),
    notEvaluated: found.flatMap(one => one.notEvaluated),
  }
}
