import type { Tree } from '../tree.js'
import type { FoundProxies } from './proxies.js'
import type { Workload } from './system.js'

/** nginx: one proxy for each main configuration, with all that it includes. */
export function nginxProxies(_tree: Tree, _workloads: readonly Workload[]): FoundProxies {
  return { proxies: [], unreadable: [], notEvaluated: [] }
}
