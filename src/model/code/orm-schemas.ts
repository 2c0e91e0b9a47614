import { standsAside } from '../../code/paths.js'
import type { Program } from '../../code/program.js'
import type { CodeFile } from '../../code/syntax.js'
import { directoryOf, isWithin } from '../../paths.js'
import type { Tree } from '../../tree.js'
import type { Workload } from '../system.js'
import { codeMigrations, type MadeIndex } from './code-migrations.js'
import type { DeclaredSchema } from './declared-schema.js'
import { dialectOf } from './orm/data-source.js'
import { djangoEntities } from './orm/django.js'
import type { OrmEntities } from './orm/draft.js'
import { drizzleEntities } from './orm/drizzle.js'
import { gormEntities } from './orm/gorm.js'
import { mongooseEntities } from './orm/mongoose.js'
import { sequelizeEntities } from './orm/sequelize.js'
import { sqlalchemyEntities } from './orm/sqlalchemy.js'
import { synchronisationsOf } from './orm/synchronisations.js'
import { typeormEntities } from './orm/typeorm.js'
import { isApartFromProduction, packageFinder } from './places.js'
import type { Dialect, Entity, SchemaSource } from './schema.js'
import { runsFrom } from './schema-production.js'
import type { ServiceCode } from './services.js'

/** Libraries by the name that is imported. */
const LIBRARIES: Readonly<Partial<Record<SchemaSource, RegExp>>> = {
  typeorm: /\btypeorm\b/,
  sequelize: /\bsequelize\b/,
  drizzle: /\bdrizzle-orm\b/,
  mongoose: /\bmongoose\b/,
  sqlalchemy: /^(?:sqlalchemy|sqlmodel|flask_sqlalchemy)\b/,
  django: /^django\.db\b/,
  gorm: /^gorm\.io\//,
}

/** The schemas that ORMs declare in code: one for each ORM and package. */
export function ormSchemas(
  program: Program,
  tree: Tree,
  workloads: readonly Workload[],
  services: readonly ServiceCode[],
): readonly DeclaredSchema[] {
  const files = [...program.files.values()].filter(({ path }) => !isApartFromProduction(path) && !standsAside(path))
  const using = files.filter(file => Object.values(LIBRARIES).some(library => uses(file, library)))
  if (using.length === 0) return []
  const packages = packagesOf(files, packageFinder(tree))
  const server = dialectOf(using)
  const found = [...packages].flatMap(([home, own]) =>
    own.some(file => using.includes(file)) ? schemasOfPackage(home, own, program, tree, server) : [],
  )
  const homes = new Set(found.map(({ home }) => home))
  const loads = (workload: Workload, file: CodeFile) =>
    services.some(service => service.workloads.includes(workload) && service.code.includes(file))
  // Code in a folder for migrations that a program loads is a part of it.
  const shown = new Set(files)
  const loaded = services.flatMap(({ code }) => code.filter(file => file.language === 'go' && !shown.has(file)))
  const aside = packagesOf([...new Set(loaded)], packageFinder(tree))
  return found.map(({ home, schema }) => {
    // A package without entities of its own may open the data source for those of another.
    const sources = [...packages].filter(
      ([other, own]) => other === home || (!homes.has(other) && isImported(home, own, program)),
    )
    const all = sources.flatMap(([at, own]) =>
      [...own, ...(aside.get(at) ?? [])].map(file =>
        synchronisationsOf(program, [file], running(file, workloads, services), loads),
      ),
    )
    const unknown = all.find(one => one.unknown)?.unknown
    const made = all.find(one => one.made)?.made
    const synchronisations = {
      found: all.flatMap(one => one.found),
      ...(unknown ? { unknown } : {}),
      ...(made ? { made } : {}),
    }
    return { ...schema, synchronisations }
  })
}

/** The workloads that load a file; where no service is known to, those whose image has it and whose program is not known. */
function running(
  file: CodeFile,
  workloads: readonly Workload[],
  services: readonly ServiceCode[],
): readonly Workload[] {
  const loading = services.filter(({ code }) => code.includes(file)).flatMap(service => service.workloads)
  if (loading.length > 0) return loading
  const known = new Set(services.flatMap(service => service.workloads.map(({ id }) => id)))
  return workloads.filter(one => one.longRunning && !known.has(one.id) && runsFrom(directoryOf(file.path), one))
}

/** Whether files import something of a package. */
function isImported(home: string, files: readonly CodeFile[], program: Program): boolean {
  return files.some(file =>
    file.imports.some(({ from }) => {
      const target = program.target(file, from)
      return target.kind === 'files' && target.files.some(({ path }) => isWithin(home, path))
    }),
  )
}

function packagesOf(
  files: readonly CodeFile[],
  packageOf: (path: string) => string,
): ReadonlyMap<string, readonly CodeFile[]> {
  const packages = new Map<string, CodeFile[]>()
  for (const file of files) {
    const home = packageOf(file.path)
    const own = packages.get(home)
    if (own) own.push(file)
    else packages.set(home, [file])
  }
  return packages
}

interface Found {
  readonly home: string
  readonly schema: DeclaredSchema
}

function schemasOfPackage(
  home: string,
  files: readonly CodeFile[],
  program: Program,
  tree: Tree,
  server: Dialect,
): readonly Found[] {
  const using = (source: SchemaSource) => files.filter(file => uses(file, LIBRARIES[source]))
  const inLanguage = (language: CodeFile['language']) => files.filter(file => file.language === language)
  const own = dialectOf(files)
  const dialect = own === 'unknown' ? server : own
  const found = [
    ...typeormEntities(program, using('typeorm'), dialect),
    // Models are often functions that are given the library.
    ...(using('sequelize').length > 0 ? sequelizeEntities(files, dialect) : []),
    ...drizzleEntities(using('drizzle')),
    ...mongooseEntities(using('mongoose')),
    // The base and the mixins may be all that a file of models imports.
    ...(using('sqlalchemy').length > 0 ? sqlalchemyEntities(program, inLanguage('python'), dialect) : []),
    ...djangoEntities(program, using('django')),
    ...(using('gorm').length > 0 ? gormEntities(inLanguage('go'), dialect) : []),
  ]
  const sources = [...new Set(found.map(({ source }) => source))]
  return sources.map(source => {
    const entities = found.filter(one => one.source === source)
    return { home, schema: declared(home, source, entities, tree) }
  })
}

function uses(file: CodeFile, library: RegExp | undefined): boolean {
  return library !== undefined && file.imports.some(({ from }) => library.test(from))
}

function declared(home: string, source: SchemaSource, found: readonly OrmEntities[], tree: Tree): DeclaredSchema {
  const files = [...new Set(found.map(({ file }) => file))].sort((one, other) => (one.path < other.path ? -1 : 1))
  const paths = files.map(({ path }) => path)
  const entities = found.map(({ entity }) => entity).sort(byPlace)
  const dialects = new Set(found.map(({ dialect }) => dialect))
  const { migrations, indexes } = codeMigrations(home, source, tree)
  const [first] = entities
  const [dialect = 'unknown'] = dialects
  return {
    source,
    name: paths.length === 1 ? (paths[0] ?? home) : commonFolder(paths),
    dialect: dialects.size === 1 ? dialect : 'unknown',
    entities: entities.map(entity => withMade(entity, indexes)),
    at: first?.at ?? { path: paths[0] ?? home, start: 0, end: 0 },
    files: paths,
    broken: files.filter(({ problems }) => problems.length > 0).map(({ path, problems }) => ({ path, problems })),
    migrationFolders: [],
    migrations,
  }
}

function byPlace(one: Entity, other: Entity): number {
  if (one.at.path !== other.at.path) return one.at.path < other.at.path ? -1 : 1
  return one.at.start - other.at.start
}

function withMade(entity: Entity, indexes: readonly MadeIndex[]): Entity {
  const made = indexes.filter(({ table }) => table.toLowerCase() === entity.table.toLowerCase())
  return made.length === 0 ? entity : { ...entity, indexes: [...entity.indexes, ...made.map(({ columns }) => columns)] }
}

/** The innermost folder that all of these are in. */
function commonFolder(paths: readonly string[]): string {
  let folder = directoryOf(paths[0] ?? '.')
  while (folder !== '.' && !paths.every(path => isWithin(folder, path))) folder = directoryOf(folder)
  return folder
}
