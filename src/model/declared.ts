import type { Deployment, NotEvaluated, Unreadable } from './system.js'

/** What the files of one platform declare. */
export interface Declared {
  readonly deployments: readonly Deployment[]
  /** Its files that could not be read in full. */
  readonly unreadable: readonly Unreadable[]
  /** Its files that were deliberately not evaluated, or are named and not there. */
  readonly notEvaluated: readonly NotEvaluated[]
  /** Paths of all files that its production deployments are read from, env files and the like included. */
  readonly productionFiles: ReadonlySet<string>
}

/** What files declare that are not there. */
export const NOTHING_DECLARED: Declared = {
  deployments: [],
  unreadable: [],
  notEvaluated: [],
  productionFiles: new Set(),
}
