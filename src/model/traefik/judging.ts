import type { Span } from '../../source.js'
import type { ReverseProxy, System, Workload } from '../system.js'
import type { TraefikConfiguration } from './configuration.js'
import type { Setting } from './settings.js'

/** One Traefik of production, for rules. */
export interface Traefik {
  readonly proxy: ReverseProxy
  readonly configuration: TraefikConfiguration
  readonly settings: Setting
  /** Where something that is missing goes. */
  readonly at: Span
  /** Why its static configuration is not known in full, as a sentence; absent: it is. */
  readonly hidden?: { readonly because: string; readonly at: Span }
}

/** Every Traefik whose configuration is evaluated. */
export function traefiksOf(system: System): readonly Traefik[] {
  return system.proxies.flatMap(proxy => {
    if (!proxy.traefik) return []
    const { source, settings, complete } = proxy.traefik.static
    const file = source?.kind === 'file' ? source : undefined
    return [
      {
        proxy,
        configuration: proxy.traefik,
        settings,
        at: file?.complete ? file.at : proxy.at,
        ...(complete || !source ? {} : { hidden: { because: whyHidden(source.kind, source.name), at: source.at } }),
      },
    ]
  })
}

function whyHidden(kind: 'file' | 'arguments' | 'environment', name: string): string {
  return kind === 'file' ? `its configuration ${name} is not known` : 'a part of its command is not known'
}

/** How far a port inside the container can be reached. `unknown`: that is told outside the repository. */
export function reachOf(workload: Workload, port: number): 'public' | 'network' | 'unknown' {
  if (workload.privileges.hostNamespaces.some(({ namespace }) => namespace === 'network')) return 'public'
  const published = workload.published.filter(
    one => one.protocol === 'tcp' && (!one.container.known || one.container.value === port),
  )
  if (published.some(one => one.reach === 'any' || one.reach === 'address')) return 'public'
  return published.some(one => one.reach === 'unknown' || !one.container.known) ? 'unknown' : 'network'
}
