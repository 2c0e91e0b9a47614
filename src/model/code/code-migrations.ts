import { parseSql } from '../../parse/sql.js'
import { directoryOf, fileName, isWithin } from '../../paths.js'
import type { Source } from '../../source.js'
import type { Tree } from '../../tree.js'
import type { Migrations, MigrationTool, SchemaSource } from './schema.js'

/** An index that a migration makes. */
export interface MadeIndex {
  readonly table: string
  readonly columns: readonly (string | null)[]
}

/** Migrations that are written as code, and the indexes that they make. */
export interface CodeMigrations {
  readonly migrations: readonly Migrations[]
  readonly indexes: readonly MadeIndex[]
}

const NONE: CodeMigrations = { migrations: [], indexes: [] }
const MOST_FILES = 2_000

/** What tells the migrations of a tool from other files in a folder of that name. */
const TOOLS: Readonly<Partial<Record<SchemaSource, readonly (readonly [MigrationTool, RegExp])[]>>> = {
  typeorm: [['typeorm', /\bMigrationInterface\b|\bqueryRunner\b/]],
  sequelize: [['sequelize', /\bqueryInterface\b/]],
  sqlalchemy: [['alembic', /^(?:revision|down_revision)\b|^from alembic import op\b/m]],
  django: [['django', /\bclass Migration\b/]],
}

/** Reads the migrations of a package as texts: what they make is found by the calls that their tools know. */
export function codeMigrations(home: string, source: SchemaSource, tree: Tree): CodeMigrations {
  const tools = TOOLS[source]
  if (!tools) return NONE
  const folders = new Map<string, string[]>()
  const indexes: MadeIndex[] = []
  let tool: MigrationTool = 'sql'
  for (const { path, format } of tree.files) {
    if (format !== 'source' || !isWithin(home, path) || !/(?:^|\/)(?:migrations?|alembic|versions)\//i.test(path))
      continue
    if (folders.size > MOST_FILES || fileName(path) === '__init__.py') continue
    const text = tree.read(path)?.text ?? ''
    const found = tools.find(([, sign]) => sign.test(text))
    if (!found) continue
    tool = found[0]
    folders.set(directoryOf(path), [...(folders.get(directoryOf(path)) ?? []), path])
    indexes.push(...indexesIn({ path, text: withoutDown(text) }))
  }
  const migrations = [...folders].map(([folder, files]) => ({
    tool,
    folder,
    files: files.sort(),
    at: { path: files[0] ?? folder, start: 0, end: 0 },
  }))
  return { migrations, indexes }
}

/** Without the half that takes the other back. */
function withoutDown(text: string): string {
  const down =
    /^[ \t]*(?:public[ \t]+)?(?:async[ \t]+)?(?:down[ \t]*[(:]|def[ \t]+downgrade\b)|^(?:exports|module\.exports)\.down\b/m.exec(
      text,
    )
  return down ? text.slice(0, down.index) : text
}

const LITERAL = /'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\[\s\S])*)`/g
/** Calls with the table and the columns: of TypeORM, Sequelize, Alembic. */
const CALLS: readonly RegExp[] = [
  /createInd(?:ex|ices)\(\s*["'`]([\w.]+)["'`][^;]{0,300}?columnNames:\s*\[\s*["'`](\w+)/g,
  /addIndex\(\s*(?:["'`]([\w.]+)["'`]|\{\s*tableName:\s*["'`](\w+)["'`][^}]{0,100}\})\s*,\s*(?:\{\s*fields:\s*)?\[\s*["'`](\w+)/g,
  /create_index\(\s*(?:op\.f\()?\s*["'][\w.]*["']\s*\)?\s*,\s*["']([\w.]+)["']\s*,\s*\[\s*(?:sa\.text\()?["'](\w+)/g,
]

function indexesIn(source: Source): readonly MadeIndex[] {
  const called = CALLS.flatMap(pattern =>
    [...source.text.matchAll(pattern)].map(([, ...groups]) => {
      const [table = '', ...columns] = groups.filter(group => group !== undefined)
      return { table: table.slice(table.lastIndexOf('.') + 1), columns: columns.slice(-1) }
    }),
  )
  const written = [...source.text.matchAll(LITERAL)].flatMap(([, single, double, back]) => {
    const text = single ?? double ?? back ?? ''
    if (!/\b(?:create|alter)\b/i.test(text)) return []
    const { changes } = parseSql({ path: source.path, text: text.replace(/\\(["'`])/g, '$1') })
    return changes.flatMap(change => {
      if (change.kind === 'add-key' && change.key.kind !== 'foreign')
        return [{ table: change.table, columns: change.key.columns }]
      if (change.kind !== 'create-table') return []
      const { name, keys } = change.table
      return keys.filter(({ kind }) => kind !== 'foreign').map(({ columns }) => ({ table: name, columns }))
    })
  })
  return [...called, ...written]
}
