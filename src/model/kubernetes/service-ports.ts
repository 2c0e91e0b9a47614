import { knownValue } from '../../source.js'
import type { ClusterService } from '../cluster.js'
import type { System, Workload } from '../system.js'

/** Where a port of a name of the cluster ends. */
export type Behind =
  /** In the container, on this port. */
  | { readonly kind: 'port'; readonly number: number }
  /** Nowhere: the Service has other ports. */
  | { readonly kind: 'closed'; readonly service: ClusterService; readonly ports: readonly number[] }
  | { readonly kind: 'unknown' }

/**
 * What a Service makes of a port that it is asked for. Undefined where the name leads to the pods themselves: it is that of a
 * headless Service, or of none.
 */
export function behindService(
  host: string,
  port: number,
  to: Workload,
  { clusters }: Pick<System, 'clusters'>,
): Behind | undefined {
  const [name, namespace] = host.toLowerCase().split('.')
  const called = clusters
    .flatMap(({ services }) => services)
    .filter(
      ({ object, controllers }) =>
        object.name === name &&
        (namespace === undefined || object.namespace === undefined || object.namespace === namespace) &&
        controllers.some(({ workloads }) => workloads.includes(to.id)),
    )
  const [service, another] = called
  if (!service || service.headless || service.ports.length === 0) return undefined
  const numbers = service.ports.flatMap(one => knownValue(one.port) ?? [])
  if (another || numbers.length < service.ports.length) return { kind: 'unknown' }
  const found = service.ports.find(one => knownValue(one.port) === port && one.protocol === 'tcp')
  if (!found) return { kind: 'closed', service, ports: numbers }
  const target = found.target ? knownValue(found.target) : port
  return typeof target === 'number' ? { kind: 'port', number: target } : { kind: 'unknown' }
}
