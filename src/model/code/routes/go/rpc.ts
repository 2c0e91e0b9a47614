import { type GoSite, type GoValue, pointed, textOf, UNKNOWN } from '../../../../code/go/values.js'
import type { Span } from '../../../../source.js'
import type { Web } from './web.js'

/** A gRPC server and what is registered at it. */
export interface RpcServer {
  readonly kind: 'rpc'
  readonly at: Span
  isServed: boolean
  readonly services: { readonly name: string; readonly at: Span; readonly isResolved: boolean }[]
}

/** Methods of `*grpc.Server`; generated code calls `RegisterService` with a description. */
export function ofRpc(web: Pick<Web, 'listeners'>, server: RpcServer, name: string, site: GoSite): GoValue | undefined {
  if (name === 'Serve') {
    server.isServed = true
    web.listeners.push({ framework: 'grpc', address: site.arguments[0], at: site.at })
  } else if (name === 'RegisterService') {
    const description = site.arguments[0] && pointed(site.arguments[0])
    const service = description?.kind === 'struct' ? textOf(description.fields.get('ServiceName')) : undefined
    server.services.push({ name: service ?? '', at: site.at, isResolved: service !== undefined })
  } else return undefined
  return UNKNOWN
}

/** `pb.RegisterGreeterServer(s, impl)`, whether the generated package is in the repository or not. */
export function isRegistration(name: string): boolean {
  return /\.Register\w+Server$/.test(name)
}

/** Notes the service that a generated `Register…Server` puts into a gRPC server; undefined where the server is not followed. */
export function registered(name: string, site: GoSite): GoValue | undefined {
  const host = site.arguments[0] && pointed(site.arguments[0])
  if (host?.kind !== 'host' || !('kind' in host.host) || host.host.kind !== 'rpc') return undefined
  const short = /\.Register(\w+)Server$/.exec(name)?.[1] ?? ''
  const isHealth = name.startsWith('google.golang.org/grpc/health/grpc_health_v1.')
  const service = { name: isHealth ? 'grpc.health.v1.Health' : short, at: site.at, isResolved: isHealth }
  ;(host.host as RpcServer).services.push(service)
  return UNKNOWN
}
