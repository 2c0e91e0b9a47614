import type { Tree } from '../tree.js'
import type { FoundProxies } from './proxies.js'
import type { Workload } from './system.js'

/** HAProxy: frontends, backends and their servers. */
export function haproxyProxies(_tree: Tree, _workloads: readonly Workload[]): FoundProxies {
  return { proxies: [], unreadable: [], notEvaluated: [] }
}
