import type { KubernetesObject } from '../parse/kubernetes/object.js'

/** Everything that one Kubernetes deployment applies, beside the workloads that are made of it. */
export interface Cluster {
  /** The id of its deployment. */
  readonly deployment: string
  /** False when a part could not be read or is made elsewhere: nothing is then proven absent. */
  readonly complete: boolean
  /** In the order that they are written; patches and generators applied. */
  readonly objects: readonly KubernetesObject[]
}
