import type { Source, Span } from '../../source.js'
import type { Problem } from '../node.js'
import type { YamlFile } from '../yaml.js'
import type { VariableValue } from './interpolate.js'

/** What all steps of loading one project share. */
export interface Loading {
  readonly unset: 'empty' | 'unknown'
  readonly read: (path: string) => Source | undefined
  /** The YAML of a file, read once. */
  readonly parse: (path: string) => YamlFile | undefined
  readonly report: (problem: Problem) => void
  readonly missing: (path: string, at: Span) => void
  /** Notes a file that has a part in the project. */
  readonly took: (path: string) => void
  /**
   * Takes from what one project may cost, in nodes made. False once it is used up, which is then a problem at `at`: what
   * is copied into each other (env files, `extends`, `include`, variables) grows faster than the files.
   */
  readonly spend: (nodes: number, at: Span) => boolean
}

/** Where the files of one model (the project, or an include) are loaded. */
export interface Scope {
  /** The project directory, from the repository root. */
  readonly directory: string
  readonly variables: ReadonlyMap<string, VariableValue>
  /** Compose files that are being included, outermost first. */
  readonly including: readonly string[]
}

/** Reports a structural problem. */
export function reject(loading: Pick<Loading, 'report'>, at: Span, code: string, message: string): void {
  loading.report({ at, message, kind: 'structure', code })
}
