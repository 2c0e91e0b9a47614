import type { Level, Reject } from './level.js'

/** What the checks of one configuration share. */
export interface Judging {
  readonly reject: Reject
  /** Most significant part first; absent when it is not known. */
  readonly version?: readonly number[]
  /** Nothing of the configuration is out of sight: what is not here is nowhere. */
  readonly complete: boolean
  /** The outermost file is the one that nginx is started with, and not one that another includes. */
  readonly isStarted: boolean
  /** The program is known to have nginx's own modules alone: it is the official image, and loads no others. */
  readonly ownModulesOnly: boolean
  /** Paths of files that nobody fills in before nginx reads them, though they have variables for that. */
  readonly asWritten: ReadonlySet<string>
  /** What the table of directives lacks, that program lacks as well: it has its own modules only, and is not newer. */
  readonly tableIsAll: boolean
  /** All levels whose context is known, outer ones before inner ones. */
  readonly levels: readonly Level[]
  /** Names of log formats that stand in the main file of the image; undefined when that is not known. */
  readonly stockFormats?: readonly string[]
}
