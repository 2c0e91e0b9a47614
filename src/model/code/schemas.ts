import type { Tree } from '../../tree.js'
import type { Unreadable } from '../system.js'
import type { DeclaredSchema } from './declared-schema.js'
import { packageFinder } from './places.js'
import { prismaSchemas } from './prisma-schemas.js'
import type { Dialect, Entity, Migrations, Schema } from './schema.js'
import { type FoundSchema, isInProduction, type Production, withDeployment, withWeights } from './schema-production.js'
import { type SqlFolder, sqlFolders } from './sql-folders.js'
import { applyChanges, entitiesOf, indexesOf, type Tables } from './sql-tables.js'

/** The schemas of a repository, and the files of them that could not be read in full. */
export interface Schemas {
  readonly schemas: readonly Schema[]
  readonly unreadable: readonly Unreadable[]
}

/** Every schema: what Prisma and the ORMs in code declare, and what scripts make where none of them declares it. */
export function schemasOf(tree: Tree, production: Production, inCode: readonly DeclaredSchema[]): Schemas {
  const packageOf = packageFinder(tree)
  const folders = sqlFolders(tree).map(folder => ({ ...folder, tables: applyChanges(folder.changes) }))
  const declared = [...prismaSchemas(tree), ...inCode]
  const owners = new Map(folders.map(folder => [folder, ownersOf(folder, declared, packageOf)]))
  const fallback = dialectOfServers(production)
  const found = [
    ...declared.map(schema => {
      const own = folders.filter(folder => owners.get(folder)?.includes(schema))
      return finished(schema, own, packageOf(schema.at.path), fallback)
    }),
    ...byPackage(
      folders.filter(folder => owners.get(folder)?.length === 0),
      packageOf,
    ).map(([folder, own]) => plainSchema(folder, own, fallback)),
  ]
  const schemas = withDeployment(
    withWeights(
      found.filter(({ entities }) => entities.length > 0),
      production,
    ),
    tree,
    production,
  )
  const broken = [...declared, ...folders].flatMap(one => one.broken)
  return { schemas, unreadable: broken.map(file => unreadable(file, packageOf(file.path), production)) }
}

interface TableFolder extends SqlFolder {
  readonly tables: Tables
}

/** The declared schemas whose tables a folder of scripts makes: the one it lies beside, else those with the same tables. */
function ownersOf(
  folder: TableFolder,
  declared: readonly DeclaredSchema[],
  packageOf: (path: string) => string,
): readonly DeclaredSchema[] {
  const beside = declared.filter(schema => schema.migrationFolders.includes(folder.folder))
  if (beside.length > 0) return beside
  const home = packageOf(folder.files[0] ?? folder.folder)
  const shared = declared
    .map(schema => ({
      schema,
      count: schema.entities.filter(({ table }) => folder.tables.has(table.toLowerCase())).length,
    }))
    .filter(({ count }) => count > 0)
  const near = shared.filter(({ schema }) => packageOf(schema.at.path) === home)
  if (near.length > 0) return near.map(({ schema }) => schema)
  return shared.filter(({ count }) => count * 2 >= folder.tables.size).map(({ schema }) => schema)
}

function finished(
  schema: DeclaredSchema,
  folders: readonly TableFolder[],
  home: string,
  fallback: Dialect,
): FoundSchema {
  const dialect = [schema.dialect, ...folders.map(one => one.dialect), fallback].find(one => one !== 'unknown')
  const { source, name, at, synchronisations } = schema
  return {
    id: source === 'prisma' ? `schema:${name}` : `schema:${name}#${source}`,
    source,
    name,
    folder: home,
    dialect: dialect ?? 'unknown',
    entities: schema.entities.map(entity => withIndexes(entity, folders)),
    migrations: [...(schema.migrations ?? []), ...folders.map(migrationsOf)],
    synchronisations: synchronisations?.found ?? [],
    ...(synchronisations?.unknown ? { undecided: synchronisations.unknown } : {}),
    ...(synchronisations?.made ? { made: synchronisations.made } : {}),
    at,
    files: [...new Set([...schema.files, ...folders.flatMap(folder => folder.files)])],
  }
}

/** An entity with the indexes that scripts make for its table, too. */
function withIndexes(entity: Entity, folders: readonly TableFolder[]): Entity {
  const made = folders.flatMap(({ tables }) => indexesOf(tables.get(entity.table.toLowerCase())?.keys ?? []))
  return made.length === 0 ? entity : { ...entity, indexes: [...entity.indexes, ...made] }
}

function migrationsOf({ tool, folder, files }: SqlFolder): Migrations {
  return { tool, folder, files, at: { path: files[0] ?? folder, start: 0, end: 0 } }
}

function byPackage(folders: readonly TableFolder[], packageOf: (path: string) => string) {
  const groups = new Map<string, TableFolder[]>()
  for (const folder of folders) {
    const home = packageOf(folder.files[0] ?? folder.folder)
    groups.set(home, [...(groups.get(home) ?? []), folder])
  }
  return [...groups]
}

/** Tables that no ORM declares. One that two folders make (migrations, and a dump of what they come to) counts once. */
function plainSchema(home: string, folders: readonly TableFolder[], fallback: Dialect): FoundSchema {
  const dialect = [...folders.map(one => one.dialect), fallback].find(one => one !== 'unknown') ?? 'unknown'
  const entities = new Map<string, Entity>()
  for (const entity of folders.flatMap(({ tables }) => entitiesOf(tables, dialect === 'mysql'))) {
    const key = entity.table.toLowerCase()
    if (!entities.has(key)) entities.set(key, withIndexes(entity, folders))
  }
  const first = [...entities.values()][0]?.at
  const [folder] = folders
  return {
    id: `schema:${folder?.folder ?? home}`,
    source: 'sql',
    name: folder?.folder ?? home,
    folder: home,
    dialect,
    entities: [...entities.values()],
    migrations: folders.map(migrationsOf),
    synchronisations: [],
    at: first ?? { path: folder?.files[0] ?? home, start: 0, end: 0 },
    files: folders.flatMap(({ files }) => files),
  }
}

/** The kind of server that production runs or connects to, where there is one kind only. */
function dialectOfServers({ workloads, connections }: Production): Dialect {
  const words = [
    ...workloads.map(({ software }) => software?.speaks ?? software?.id ?? ''),
    ...connections.map(({ scheme }) => scheme ?? ''),
  ]
  const found = new Set(words.flatMap(dialectOfWord))
  const [only] = found
  return found.size === 1 && only ? only : 'unknown'
}

function dialectOfWord(word: string): readonly Dialect[] {
  if (/^postgres/.test(word)) return ['postgresql']
  if (/^(?:mysql|mariadb)/.test(word)) return ['mysql']
  return /^(?:mssql|sqlserver)/.test(word) ? ['sqlserver'] : []
}

function unreadable(
  { path, problems }: Pick<Unreadable, 'path' | 'problems'>,
  folder: string,
  production: Production,
): Unreadable {
  return { path, format: 'source', production: isInProduction({ folder }, production), problems, mayDeclare: 1 }
}
