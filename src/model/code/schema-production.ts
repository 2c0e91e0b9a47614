import { directoryOf, isWithin, joinPath } from '../../paths.js'
import type { Tree } from '../../tree.js'
import { startOf } from '../start.js'
import type { Connection, Image, Workload } from '../system.js'
import { type DeployTexts, deployTextsOf } from './deploy-texts.js'
import { migrationRace } from './migration-races.js'
import { ignoredMigrations, migrationRun } from './migration-runs.js'
import { pushesOf } from './pushes.js'
import type { Entity, Schema } from './schema.js'
import type { Service } from './service.js'

/** A schema before it is known what production makes of it. */
export type FoundSchema = Omit<Schema, 'weight' | 'programs'>

type WeighedSchema = FoundSchema & Pick<Schema, 'weight'>

/** What production runs, as far as schemas are concerned. */
export interface Production {
  readonly workloads: readonly Workload[]
  /** Those that are started on request. */
  readonly onRequest: readonly Workload[]
  readonly images: readonly Image[]
  readonly connections: readonly Connection[]
  readonly services: readonly Service[]
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
  { workloads, onRequest, services }: Production,
): readonly Schema[] {
  const texts = schemas.some(({ weight, migrations }) => weight > 0 && migrations.length > 0)
    ? deployTextsOf(tree)
    : NO_TEXTS
  return schemas.map(schema => {
    const programs = programsOf(schema.folder, workloads, services)
    const run =
      schema.weight > 0
        ? migrationRun(schema.migrations, { tree, texts, programs, workloads: [...workloads, ...onRequest] })
        : undefined
    const race = schema.weight > 0 ? migrationRace(schema, programs, workloads, tree) : undefined
    const ignoredAt = schema.migrations.length === 0 ? ignoredMigrations(schema.folder, tree) : undefined
    const pushes = pushesOf(schema.source, programs, tree)
    const hidden = programs.find(({ start }) => start === undefined)
    const undecided =
      schema.undecided ?? (hidden && { because: `what ${hidden.name} starts with is not known`, at: hidden.at })
    return {
      ...schema,
      ...(run ? { run } : {}),
      ...(race ? { race } : {}),
      ...(ignoredAt ? { ignoredAt } : {}),
      synchronisations: [...schema.synchronisations, ...pushes],
      programs: programs.map(({ name }) => name),
      ...(undecided ? { undecided } : {}),
    }
  })
}

/** The workloads of the services in a folder; of one that several services share, every workload whose image has it. */
function programsOf(folder: string, workloads: readonly Workload[], services: readonly Service[]): readonly Workload[] {
  const own = services.filter(({ directory }) => isWithin(folder, directory)).flatMap(withOwnStart)
  const found = own.length > 0 ? own : workloads.filter(workload => runsFrom(folder, workload))
  return found.filter(({ longRunning }) => longRunning)
}

/** The workloads of a service. What starts them may be in the Dockerfile of an image that only its name joins to them. */
function withOwnStart({ image, workloads }: Service): readonly Workload[] {
  return workloads.map(workload => {
    if (workload.start || !image?.dockerfile) return workload
    const start = startOf(undefined, undefined, image.dockerfile, image.at)
    return start ? { ...workload, image, start } : workload
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

/** Whether a workload runs what is built from a folder. */
export function runsFrom(folder: string, { image, pm2, at }: Workload): boolean {
  return pm2
    ? isNear(joinPath(directoryOf(at.path), pm2.directory ?? '.'), folder)
    : image !== undefined && isBuiltFrom(folder, image)
}

function isNear(place: string, folder: string): boolean {
  return isWithin(place, folder) || isWithin(folder, place)
}
