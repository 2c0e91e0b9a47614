import { directoryOf, isWithin, joinPath } from '../../paths.js'
import type { Tree } from '../../tree.js'
import type { Connection, Image, Workload } from '../system.js'
import { type DeployTexts, deployTextsOf } from './deploy-texts.js'
import { ignoredMigrations, migrationRun } from './migration-runs.js'
import { prismaPushes } from './pushes.js'
import type { Entity, Schema } from './schema.js'

/** A schema before it is known what production makes of it. */
export type FoundSchema = Omit<Schema, 'weight' | 'synchronisations' | 'programs'>

type WeighedSchema = FoundSchema & Pick<Schema, 'weight'>

/** What production runs, as far as schemas are concerned. */
export interface Production {
  readonly workloads: readonly Workload[]
  /** Those that are started on request. */
  readonly onRequest: readonly Workload[]
  readonly images: readonly Image[]
  readonly connections: readonly Connection[]
}

/**
 * Schemas in order with their weights. One with the same tables as another before it is a copy: it counts for nothing, so
 * that copying files cannot change a score. The shorter path is taken for the original.
 */
export function withWeights(schemas: readonly FoundSchema[], production: Production): readonly WeighedSchema[] {
  const order = [...schemas].sort(
    (one, other) => one.name.length - other.name.length || (one.name < other.name ? -1 : 1),
  )
  const seen = new Set<string>()
  const weighed = order.map((schema): WeighedSchema => {
    const tables = schema.entities.map(signatureOf)
    const isCopy = tables.every(table => seen.has(table))
    for (const table of tables) seen.add(table)
    return { ...schema, weight: !isCopy && isInProduction(schema, production) ? 2 : 0 }
  })
  return weighed.sort((one, other) => (one.id < other.id ? -1 : 1))
}

function signatureOf({ table, fields }: Entity): string {
  return JSON.stringify([
    table.toLowerCase(),
    ...fields.map(({ name, column }) => (column ?? name).toLowerCase()).sort(),
  ])
}

/** What deploys and starts the programs of each schema does to its tables. */
export function withDeployment(
  schemas: readonly WeighedSchema[],
  tree: Tree,
  { workloads, onRequest }: Production,
): readonly Schema[] {
  const texts = schemas.some(({ weight, migrations }) => weight > 0 && migrations.length > 0)
    ? deployTextsOf(tree)
    : NO_TEXTS
  return schemas.map(schema => {
    const programs = workloads.filter(workload => workload.longRunning && runsFrom(schema.folder, workload))
    const run =
      schema.weight > 0
        ? migrationRun(schema.migrations, { tree, texts, programs, workloads: [...workloads, ...onRequest] })
        : undefined
    const ignoredAt = schema.migrations.length === 0 ? ignoredMigrations(schema.folder, tree) : undefined
    const unknownStart = programs.find(({ start }) => start === undefined)
    return {
      ...schema,
      ...(run ? { run } : {}),
      ...(ignoredAt ? { ignoredAt } : {}),
      synchronisations: schema.source === 'prisma' ? prismaPushes(programs, tree) : [],
      programs: programs.map(({ name }) => name),
      ...(unknownStart ? { unknownStart: { name: unknownStart.name, at: unknownStart.at } } : {}),
    }
  })
}

const NO_TEXTS: DeployTexts = { texts: [], named: [] }

/** Whether production builds an image with the schema's package in its context, or runs a program in its folder. */
export function isInProduction({ folder }: Pick<Schema, 'folder'>, { images, workloads }: Production): boolean {
  return (
    images.some(image => image.weight > 0 && isBuiltFrom(folder, image)) || workloads.some(one => runsFrom(folder, one))
  )
}

function isBuiltFrom(folder: string, { context }: Pick<Image, 'context'>): boolean {
  return context?.present === true && isNear(context.path, folder)
}

function runsFrom(folder: string, { image, pm2, at }: Workload): boolean {
  return pm2
    ? isNear(joinPath(directoryOf(at.path), pm2.directory ?? '.'), folder)
    : image !== undefined && isBuiltFrom(folder, image)
}

function isNear(place: string, folder: string): boolean {
  return isWithin(place, folder) || isWithin(folder, place)
}
