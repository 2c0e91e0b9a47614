import type { Source, Span } from '../source.js'
import type { Problem } from './node.js'
import { readStatement } from './sql/definitions.js'
import { isMysqlScript, splitSql } from './sql/split.js'
import { sqlTokens } from './sql/tokens.js'

/** A script of SQL, as far as it defines tables and indexes. */
export interface SqlFile {
  readonly path: string
  /** Written for MySQL or MariaDB, by its syntax. */
  readonly mysql: boolean
  /** In order; statements that define nothing of these are left out. */
  readonly changes: readonly SqlChange[]
  readonly problems: readonly Problem[]
}

/** What a statement does to the tables. Names are as the server sees them: unquoted ones in lower case, without schema. */
export type SqlChange = { readonly at: Span } & (
  | { readonly kind: 'create-table'; readonly table: SqlTable; readonly unlessThere: boolean }
  | { readonly kind: 'drop-table'; readonly table: string }
  | { readonly kind: 'rename-table'; readonly table: string; readonly to: string }
  | { readonly kind: 'add-column'; readonly table: string; readonly column: SqlColumn }
  /** Its type, or whether it may be null. `was`: the name before. */
  | {
      readonly kind: 'change-column'
      readonly table: string
      readonly was: string
      readonly column: Partial<SqlColumn>
    }
  | { readonly kind: 'drop-column'; readonly table: string; readonly column: string }
  | { readonly kind: 'add-key'; readonly table: string; readonly key: SqlKey }
  /** A constraint or, with the table unknown, an index. */
  | { readonly kind: 'drop-key'; readonly table?: string; readonly name: string }
  | { readonly kind: 'drop-primary-key'; readonly table: string }
)

/** A table that statements make. */
export interface SqlTable {
  readonly schema?: string
  readonly name: string
  readonly columns: readonly SqlColumn[]
  readonly keys: readonly SqlKey[]
  /** The name. */
  readonly at: Span
}

/** A column of a table. */
export interface SqlColumn {
  readonly name: string
  /** Lower case, with its arguments: `numeric(20,8)`, `double precision`, `text[]`; empty where none is written. */
  readonly type: string
  readonly nullable: boolean
  readonly at: Span
}

/** A primary key, a unique constraint, an index or a foreign key. */
export interface SqlKey {
  readonly kind: 'primary' | 'unique' | 'index' | 'foreign'
  readonly name?: string
  /** Null for an expression. */
  readonly columns: readonly (string | null)[]
  /** `gin`, `btree` … where it is written. */
  readonly method?: string
  /** It holds only a part of the rows: it has a `WHERE`. */
  readonly partial?: boolean
  /** The table that a foreign key refers to. */
  readonly references?: string
  readonly at: Span
}

const INTERESTING = /(?:create|alter|drop)\b/iy

/** Reads a script. Never throws, takes time linear in the text; what it cannot read it leaves out. */
export function parseSql(source: Source): SqlFile {
  const { text, path } = source
  const problems: Problem[] = []
  const mysql = isMysqlScript(text)
  const changes: SqlChange[] = []
  for (const { start, end } of splitSql(source, problems)) {
    INTERESTING.lastIndex = start
    if (!INTERESTING.test(text)) continue
    for (const change of readStatement({ tokens: sqlTokens(text, start, end, mysql), path, at: 0 }))
      changes.push(change)
  }
  return { path, mysql, changes, problems }
}
