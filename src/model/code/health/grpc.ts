import type { HealthCheck, Service } from '../../system.js'

/** The service that probes over gRPC ask (https://github.com/grpc/grpc/blob/master/doc/health-checking.md). */
const HEALTH = /^(?:grpc\.health\.v1\.)?Health$/
/** Libraries that bring it, for each language: `grpc-health-check`, `nice-grpc-server-health`, `grpcio-health-checking`. */
const LIBRARY =
  /^(?:google\.golang\.org\/grpc\/health(?:\/.*)?|connectrpc\.com\/grpchealth|(?:@[\w-]+\/)?[\w-]*grpc[\w-]*health[\w-]*|grpc_health(?:\..*)?|grpclib(?:\.health.*)?)$/

/** Whether a check asks the health service of gRPC: a probe of Kubernetes, or the program that does the same. */
export function asksGrpc({ form, text }: HealthCheck): boolean {
  return form === 'grpc' || /(?:^|[\s/;&|])grpc[_-]health[_-]probe(?:\s|$)/.test(text)
}

/**
 * Whether a service answers it. `no`: everything that it registers at its gRPC servers is known, and that is not among it.
 */
export function answersGrpcHealth(service: Service): 'yes' | 'no' | 'unknown' {
  const { rpc, packages, isCertain, isWhole } = service
  if (rpc.services.some(({ name }) => HEALTH.test(name)) || [...packages].some(name => LIBRARY.test(name))) return 'yes'
  // `PatientHealth`, or one of its own making.
  if (rpc.services.some(({ name }) => /health/i.test(name))) return 'unknown'
  const isKnown = isCertain && isWhole && rpc.unresolved.length === 0
  return rpc.services.length > 0 && isKnown ? 'no' : 'unknown'
}
