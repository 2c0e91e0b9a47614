import type { Tree } from '../tree.js'
import type { FoundProxies } from './proxies.js'
import type { Workload } from './system.js'

/** Traefik: static configuration, dynamic files, flags, environment and container labels. */
export function traefikProxies(_tree: Tree, _workloads: readonly Workload[]): FoundProxies {
  return { proxies: [], unreadable: [], notEvaluated: [] }
}
