import { parseSql, type SqlChange } from '../../parse/sql.js'
import { directoryOf, fileName } from '../../paths.js'
import type { Source } from '../../source.js'
import type { Tree } from '../../tree.js'
import type { Unreadable } from '../system.js'
import { isApartFromProduction } from './places.js'
import type { Dialect, MigrationTool } from './schema.js'

/** Scripts of SQL that are applied one after the other. */
export interface SqlFolder {
  readonly folder: string
  readonly tool: MigrationTool
  /** In the order in which they are applied. */
  readonly files: readonly string[]
  readonly changes: readonly SqlChange[]
  /** By the syntax of the scripts. */
  readonly dialect: Dialect
  readonly broken: readonly Pick<Unreadable, 'path' | 'problems'>[]
}

/** Files of a folder beyond which no more are read. */
const MOST_FILES = 3_000
/** Scripts that take back what another has done, fill in data, or are there for tests. */
const NOT_APPLIED =
  /(?:\.down|[._-]down|[._-]rollback|[._-]undo|^down|^rollback|^U\d[\w.]*__.*|^(?:seed|mock|sample|demo|test)s?\b.*|.*[._-]seeds?)\.sql$/i
/** Where the part of a script begins that takes the rest back. */
const DOWN =
  /^[ \t]*(?:--[ \t]*\+(?:goose|migrate)[ \t]+down\b|--[ \t]*migrate:down\b|--[ \t]*down[ \t]+migration\b|(?:--|#)[ \t]*-*[ \t]*!downs\b|--[ \t]*\/\/[ \t]*@undo\b|--rollback\b)/im
const SHOWS_TABLES = /\b(?:create|alter|drop)\s+(?:\w+\s+){0,3}(?:table|index)\b/i
const ROOTS = new Set(['migrations', 'migration', 'migrate', 'versions', 'schema', 'sql', 'initdb', 'ddl', 'drizzle'])

/** The folders of a repository that hold scripts which make tables or indexes. */
export function sqlFolders(tree: Tree): readonly SqlFolder[] {
  const folders = new Map<string, string[]>()
  for (const { path } of tree.files) {
    if (!/\.sql$/i.test(path) || NOT_APPLIED.test(fileName(path)) || isApartFromProduction(path)) continue
    const folder = folderOf(path)
    const files = folders.get(folder) ?? []
    if (files.length < MOST_FILES) files.push(path)
    folders.set(folder, files)
  }
  return [...folders].flatMap(([folder, files]) => readFolder(folder, files, tree) ?? [])
}

/** The folder of a script; `migrations/20250101_init/migration.sql` belongs to `migrations`. */
function folderOf(path: string): string {
  const parts = directoryOf(path).split('/')
  const root = parts.findLastIndex(part => ROOTS.has(part.toLowerCase()))
  return root === -1 ? parts.join('/') : parts.slice(0, root + 1).join('/')
}

function readFolder(folder: string, files: readonly string[], tree: Tree): SqlFolder | undefined {
  const order = [...files].sort(byNumbers)
  const texts = order.flatMap(path => {
    const source = tree.read(path)
    return source && SHOWS_TABLES.test(source.text) ? [withoutDown(source)] : []
  })
  const read = texts.map(source => parseSql(source))
  const changes = read.flatMap(file => file.changes)
  const broken = read.filter(({ problems }) => problems.length > 0).map(({ path, problems }) => ({ path, problems }))
  if (changes.length === 0 && broken.length === 0) return undefined
  const dialect = read.some(({ mysql }) => mysql) ? 'mysql' : dialectOf(texts)
  return { folder, tool: toolOf(folder, texts, tree), files: read.map(({ path }) => path), changes, dialect, broken }
}

/** Numbers in names are compared as numbers: V9 before V10. */
function byNumbers(one: string, other: string): number {
  const [a, b] = [one.split(/(\d+)/), other.split(/(\d+)/)]
  for (let index = 0; index < Math.min(a.length, b.length); index++) {
    const [left = '', right = ''] = [a[index], b[index]]
    if (left === right) continue
    const difference = index % 2 === 1 ? Number(left) - Number(right) : 0
    return difference || (left < right ? -1 : 1)
  }
  return a.length - b.length
}

function withoutDown(source: Source): Source {
  const down = DOWN.exec(source.text)
  return down ? { ...source, text: source.text.slice(0, down.index) } : source
}

/** What only one kind of server understands. */
const SIGNS: readonly (readonly [Dialect, RegExp])[] = [
  [
    'postgresql',
    /\b(?:big|small)?serial\b|\btimestamptz\b|\bjsonb\b|\$\$|::\w|\bbytea\b|\bcreate\s+extension\b|\busing\s+(?:gin|gist|btree)\b|\bgenerated\s+(?:always|by\s+default)\s+as\s+identity\b|\bgen_random_uuid\b|\bcreate\s+type\b|\bowner\s+to\b|\bconcurrently\b/i,
  ],
  ['sqlite', /\bautoincrement\b|\bwithout\s+rowid\b|^[ \t]*pragma[ \t]/im],
  ['sqlserver', /\bidentity\s*\(\s*\d|\bnvarchar\b|^[ \t]*go[ \t]*$|\buniqueidentifier\b|\[dbo\]/im],
  ['oracle', /\bvarchar2\b|\bnumber\s*\(\s*\d/i],
]

function dialectOf(texts: readonly Source[]): Dialect {
  const found = SIGNS.filter(([, sign]) => texts.some(({ text }) => sign.test(text.slice(0, 200_000))))
  return found.length === 1 ? (found[0]?.[0] ?? 'unknown') : 'unknown'
}

function toolOf(folder: string, texts: readonly Source[], tree: Tree): MigrationTool {
  const some = (pattern: RegExp) => texts.some(({ path }) => pattern.test(path))
  if (tree.exists(`${folder}/migration_lock.toml`) || some(/\/\d{14}_[^/]*\/migration\.sql$/)) return 'prisma'
  if (tree.exists(`${folder}/meta/_journal.json`)) return 'drizzle'
  if (some(/(?:^|\/)[VR]\d*[\d._]*__[^/]*\.sql$/)) return 'flyway'
  if (some(/\.up\.sql$/)) return 'golang-migrate'
  const says = (pattern: RegExp) => texts.some(({ text }) => pattern.test(text.slice(0, 5_000)))
  if (says(/^[ \t]*--[ \t]*\+goose[ \t]+up/im)) return 'goose'
  return says(/^[ \t]*--[ \t]*migrate:up/im) ? 'dbmate' : 'sql'
}
