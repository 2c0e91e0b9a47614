import { knownValue, type Span } from '../../source.js'
import type { Tree } from '../../tree.js'
import { withoutRunner } from '../process/worker-processes.js'
import type { Workload } from '../system.js'
import type { Schema } from './schema.js'
import { runsFrom } from './schema-production.js'
import { startedCommands } from './start-commands.js'

/** Several processes that apply the same migrations when they start, with a tool that takes no lock. */
export interface MigrationRace {
  /** As people type it: `alembic upgrade`. */
  readonly command: string
  /** The first of the commands. */
  readonly at: Span
  /** The workloads that run it at the same time, each with the place of its command, in the order of their names. */
  readonly runners: readonly { readonly workload: Workload; readonly at: Span; readonly copies: number }[]
}

/**
 * Tools that do not keep two of themselves apart: https://github.com/sqlalchemy/alembic/issues/633,
 * https://github.com/typeorm/typeorm/issues/4588, https://github.com/sequelize/umzug/issues/518. Prisma, golang-migrate, Flyway,
 * Liquibase and Knex take a lock.
 */
const TOOLS: readonly (readonly [command: string, program: RegExp, ...then: (readonly [string, ...string[]])[]])[] = [
  ['alembic upgrade', /^alembic$/, ['upgrade']],
  ['flask db upgrade', /^flask$/, ['db', 'upgrade']],
  ['aerich upgrade', /^aerich$/, ['upgrade']],
  ['manage.py migrate', /^(?:manage\.py|django-admin)$/, ['migrate']],
  ['typeorm migration:run', /^typeorm(?:-ts-node-(?:commonjs|esm))?$/, ['migration:run']],
  ['sequelize db:migrate', /^sequelize(?:-cli)?$/, ['db:migrate']],
]

/** The tool that a command applies migrations with; undefined of one that only looks. */
function migrationCommand(words: readonly (string | null)[]): string | undefined {
  const own = withoutRunner(words)
  if (own.some(word => /^--(?:check|plan|sql|fake|help)$/.test(word ?? ''))) return undefined
  const names = own.map(word => word?.split('/').at(-1) ?? '')
  const start = /^python[\d.]*$/.test(names[0] ?? '') ? 1 : 0
  return TOOLS.find(
    ([, program, ...then]) =>
      program.test(names[start] ?? '') && then.every(each => each.every(word => names.includes(word, start + 1))),
  )?.[0]
}

/** The race of the programs of a schema when production starts them; undefined where one does it, or something keeps order. */
export function migrationRace(
  { folder }: Pick<Schema, 'folder'>,
  programs: readonly Workload[],
  workloads: readonly Workload[],
  tree: Tree,
): MigrationRace | undefined {
  const init = workloads.filter(one => one.pod?.part === 'init' && runsFrom(folder, one))
  const found = [...new Set([...programs, ...init])].flatMap(workload => {
    // A StatefulSet starts one pod after the other.
    if (workload.pod?.kind === 'StatefulSet') return []
    const commands = workload.runs?.filter(({ isSure }) => isSure) ?? startedCommands(workload, tree)
    const run = commands.find(({ words }) => migrationCommand(words) !== undefined)
    const command = run && migrationCommand(run.words)
    return run && command !== undefined ? [{ workload, command, at: run.at, copies: copiesOf(workload) }] : []
  })
  for (const first of found) {
    const together = found.filter(
      ({ workload, command }) =>
        workload === first.workload ||
        (command === first.command &&
          workload.deployment === first.workload.deployment &&
          isSameBuild(workload, first.workload) &&
          !waits(workload, first.workload) &&
          !waits(first.workload, workload)),
    )
    if (together.reduce((sum, { copies }) => sum + copies, 0) < 2) continue
    return keepsOrder(tree) ? undefined : { command: first.command, at: first.at, runners: together }
  }
  return undefined
}

/** Whether two run the same files: those of other folders have migrations, and a database, of their own. */
function isSameBuild({ image, workingDirectory }: Workload, other: Workload): boolean {
  const [path, context] = [image?.dockerfile?.file.path, image?.context?.path]
  if (path === undefined && image?.name !== other.image?.name) return false
  return (
    path === other.image?.dockerfile?.file.path &&
    context === other.image?.context?.path &&
    knownValue(workingDirectory) === knownValue(other.workingDirectory)
  )
}

function copiesOf({ replicas, autoscaledFrom }: Workload): number {
  return knownValue(replicas) ?? knownValue(autoscaledFrom) ?? 1
}

/** Whether one starts only when the other is ready, or has ended. */
function waits({ dependsOn }: Workload, { name }: Workload): boolean {
  return dependsOn.some(({ workload, condition }) => workload === name && condition !== 'started')
}

const LOCK = /advisory_?(?:xact_)?lock|\bGET_LOCK\s*\(|\bflock\b|migrations?_?lock|\bsp_getapplock\b|\bredlock\b/i
const MAY_LOCK = /\.(?:py|sh|[cm]?[jt]s|ya?ml)$|(?:^|\/)Dockerfile[^/]*$/

/** Whether anything in the repository takes a lock of the kind that is put around migrations. */
function keepsOrder(tree: Tree): boolean {
  return tree.files.some(({ path }) => MAY_LOCK.test(path) && LOCK.test(tree.read(path)?.text ?? ''))
}
