import { knownValue } from '../../source.js'
import { type HostAnswer, LOOPBACK } from '../host-names.js'
import type { UpstreamServer } from '../reverse-proxy.js'
import type { Workload } from '../system.js'
import type { NginxPass } from './configuration.js'
import { isForUsers, type NginxProxy } from './facts.js'

/**
 * What stands behind one `server` of an upstream. `many`: instances of a workload that share the name · `one`: a single
 * instance · `unknown`: what the repository does not run, and local sockets and ports, behind which a process manager may
 * have several.
 */
export type Peers = { readonly count: 'many' | 'one'; readonly workload: Workload } | { readonly count: 'unknown' }

/** Who answers to a server, and how many. */
export function peersOf(server: UpstreamServer, answers: ReadonlyMap<UpstreamServer, HostAnswer>): Peers {
  const host = knownValue(server.host) ?? ''
  const answer = answers.get(server)
  if (host.startsWith('unix:') || LOOPBACK.test(host) || answer?.kind !== 'workload') return { count: 'unknown' }
  const { workload, others } = answer
  const replicas = workload.autoscaledFrom ?? workload.replicas
  const many = others.length > 0 || (replicas !== undefined && (!replicas.known || replicas.value > 1))
  return { count: many ? 'many' : 'one', workload }
}

/** Passes of users' requests to more than one peer: where a request that fails may be sent to another. */
export function balancedPasses(
  { nginx }: NginxProxy,
  answers: ReadonlyMap<UpstreamServer, HostAnswer>,
): readonly NginxPass[] {
  return nginx.passes.filter(
    pass =>
      isForUsers(pass) &&
      (pass.upstream.servers.length > 1 ||
        pass.upstream.servers.some(server => peersOf(server, answers).count === 'many')),
  )
}
