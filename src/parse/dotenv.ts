import type { Source, Span } from '../source.js'
import type { Problem } from './node.js'

/** One `.env` file, by the grammar that Compose reads. */
export interface EnvironmentFile {
  readonly path: string
  /** `example`: named example, sample, template, dist … · `live`: anything else. */
  readonly purpose: 'live' | 'example'
  /** False when git is told to ignore it and does not track it. Such files are not read at all. */
  readonly tracked: boolean
  /** In the order written; a later entry of the same name wins. */
  readonly entries: readonly EnvironmentEntry[]
  readonly problems: readonly Problem[]
}

export interface EnvironmentEntry {
  readonly name: string
  /** The value with quotes and escapes resolved and `$VAR` not yet interpolated; null for a bare `NAME`. */
  readonly value: string | null
  /** Single quotes: `$` is literal. */
  readonly quote: '' | "'" | '"'
  readonly keyAt: Span
  readonly at: Span
}

export declare function parseEnvironmentFile(source: Source): Pick<EnvironmentFile, 'entries' | 'problems'>
