import type { Cluster } from '../cluster.js'
import type { Deployment, System } from '../system.js'

/** A Kubernetes deployment of production, and what it applies. */
export interface ProductionCluster {
  readonly deployment: Deployment
  readonly cluster: Cluster
}

/** The Kubernetes deployments of production. */
export function kubernetesDeployments(system: System): readonly ProductionCluster[] {
  return system.deployments.flatMap(deployment => {
    const { cluster, purpose } = deployment
    return cluster && purpose === 'production' ? [{ deployment, cluster }] : []
  })
}
