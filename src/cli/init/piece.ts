/** One thing that `erp-audit init` sets up, and what has to be done for it. */
export type Piece =
  /** A file that is not there yet. */
  | { readonly kind: 'new'; readonly path: string; readonly what: string; readonly text: string }
  /** A file of which a list or a script gets longer; `added` is what comes in. */
  | {
      readonly kind: 'longer'
      readonly path: string
      readonly what: string
      readonly text: string
      readonly added: string
    }
  /** A file that is left as it is, with what a person would add to it. */
  | { readonly kind: 'by hand'; readonly path: string; readonly what: string; readonly added: string }
  /** Set up already. */
  | { readonly kind: 'there'; readonly path: string; readonly what: string }

/** What `init` looks at: files by their paths from the top of the repository. */
export interface Repository {
  /** The text of a file; undefined when there is none that can be read. */
  readonly read: (path: string) => string | undefined
  /** Names in a folder; none when there is no such folder. */
  readonly list: (path: string) => readonly string[]
  /** The text of git's configuration file; empty outside a repository. */
  readonly gitConfig: string
}
