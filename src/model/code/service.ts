import type { Image, Subject, Workload } from '../system.js'

export type Runtime = 'node' | 'python' | 'go'

/**
 * A program of the repository that production runs: the code behind one or more workloads that start at the same entry
 * points. Two workloads with one image and different commands (an API and its worker) are two services.
 */
export interface Service extends Subject {
  readonly kind: 'service'
  readonly runtime: Runtime
  /** The folder that its code lies in: of its package, module or build context. */
  readonly directory: string
  /** The workloads that run it; none for a service whose image no workload runs. */
  readonly workloads: readonly Workload[]
  /** The image, where it is built here. */
  readonly image?: Image
  /** The files that are run, by path. */
  readonly entries: readonly string[]
  /** False where the command does not tell the entry file and one was taken by its usual name. */
  readonly isCertain: boolean
  /** The outside packages that this code imports, by installed name or import path. */
  readonly packages: ReadonlySet<string>
}
