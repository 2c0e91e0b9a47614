import type { Span } from '../../source.js'
import type { Unreadable } from '../system.js'
import type { Dialect, Entity, Migrations, SchemaSource, Synchronisation } from './schema.js'

/** A schema as one reader finds it, before migrations and deployments are known. */
export interface DeclaredSchema {
  readonly source: SchemaSource
  readonly name: string
  readonly dialect: Dialect
  readonly entities: readonly Entity[]
  readonly at: Span
  readonly files: readonly string[]
  readonly broken: readonly Pick<Unreadable, 'path' | 'problems'>[]
  /** Where its scripts would lie; none: they are told by the tables they make. */
  readonly migrationFolders: readonly string[]
  /** Migrations that are no SQL. */
  readonly migrations?: readonly Migrations[]
  readonly synchronisations?: Synchronisations
}

/** What alters the tables when a program starts, and where it cannot be told whether it does. */
export interface Synchronisations {
  readonly found: readonly Synchronisation[]
  readonly unknown?: { readonly because: string; readonly at: Span }
  /** What makes the tables that are missing and harms nothing: one process alone does it. */
  readonly made?: { readonly what: string; readonly workload: string; readonly at: Span }
}
