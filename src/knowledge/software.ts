/**
 * What is known of a piece of software as its container images ship it. One file per software under `images/`; every
 * fact names its source. Facts that differ between the official image and a vendor's are `Distribution`s.
 */
export interface Software {
  /** `postgres`, `redis`, `kafka`. */
  readonly id: string
  /** As people write it: `PostgreSQL`. */
  readonly name: string
  readonly kind:
    | 'database'
    | 'cache'
    | 'broker'
    | 'search'
    | 'object-store'
    | 'pooler'
    | 'proxy'
    | 'coordination'
    | 'workflow'
    | 'metrics'
    | 'dashboard'
    | 'logs'
    | 'tracing'
    | 'alerting'
    | 'exporter'
    | 'admin-tool'
    | 'development-tool'
    | 'backup'
    | 'agent'
    | 'identity'
    | 'application'
    | 'runtime'
  /** Keeps data that must survive the container. */
  readonly stateful: boolean
  readonly distributions: readonly Distribution[]
  /** Ports that it listens on by default, with what they are for. */
  readonly ports: readonly { readonly port: number; readonly purpose: 'data' | 'admin' | 'metrics' | 'cluster' | 'web' }[]
  /** How many nodes make it survive the loss of one, and what shows that they are wired together. Absent: not clustered by such means. */
  readonly cluster?: { readonly nodes: number; readonly how: string }
  /** Programs that back it up. */
  readonly backupTools: readonly string[]
  /** URL schemes that clients use. */
  readonly schemes: readonly string[]
}

/** One image of the software. */
export interface Distribution {
  /** `official`, `bitnami`, `confluent` … */
  readonly id: string
  /** Image repositories as in `ImageReference.repository`; `*` stands for one path part. */
  readonly images: readonly string[]
  /** Where the data lies, by version: the first entry whose `before` is above the version (or that has none) applies. */
  readonly dataPaths: readonly { readonly before?: readonly number[]; readonly paths: readonly string[]; readonly source: string }[]
  /** Environment variables that the image reads. `reads` undefined: not known, so nothing is said about any variable. */
  readonly variables?: VariableFacts
  /** Whether the image has a HEALTHCHECK of its own; undefined: not known. */
  readonly builtInHealthcheck?: boolean
  /** A health command that works in this image: for the fix. `$$` where compose needs it. */
  readonly healthCommand?: string
  /** Programs that the image has, or lacks, beyond its base. `shell: false` for scratch and distroless images. */
  readonly tools?: { readonly has: readonly string[]; readonly lacks: readonly string[]; readonly shell?: boolean }
  /** Root or not by default, and whether the entrypoint steps down; undefined: not known. */
  readonly runsAs?: 'root' | 'drops-privileges' | 'non-root'
  /** Bytes of memory that a JVM heap takes by default, and the variable that sets it. */
  readonly heap?: { readonly variable: string; readonly defaultBytes?: number }
}

export interface VariableFacts {
  /** Exact names, or patterns that cover generated ones (`^KAFKA_`). */
  readonly reads: readonly (string | RegExp)[]
  /** Look like settings, are read by nobody: the pattern, and what works instead. */
  readonly ignored: readonly { readonly pattern: RegExp; readonly because: string; readonly instead: string }[]
  /** The container exits when it is set. */
  readonly refused: readonly { readonly pattern: RegExp; readonly instead: string; readonly source: string }[]
  /** The container exits unless one of each group is set. */
  readonly required: readonly { readonly anyOf: readonly string[]; readonly source: string }[]
  /** Prefixes that belong to the image: a variable with one of them that is not read is somebody's mistake. */
  readonly prefixes: readonly string[]
  readonly source: string
}
