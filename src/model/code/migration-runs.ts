import { directoryOf, fileName, isWithin } from '../../paths.js'
import type { Span } from '../../source.js'
import type { Tree } from '../../tree.js'
import type { Workload } from '../system.js'
import { type DeployTexts, isDeployed } from './deploy-texts.js'
import { isApartFromProduction } from './places.js'
import type { MigrationRun, Migrations, MigrationTool } from './schema.js'

/** Between the words of a command, which may each be in quotes. */
const GAP = `["',\\s\\]\\[]+`
/** A word without what may stand between two. */
const WORD = `[^"',\\s\\]\\[]+`
function words(...all: readonly string[]): string {
  return all.join(GAP)
}

/** The commands that apply migrations, by tool. Those that only make new ones or take some back are not meant. */
const COMMANDS: Readonly<Record<MigrationTool, readonly string[]>> = {
  prisma: [
    `prisma(?:@[\\w.]+)?${GAP}(?:--?${WORD}${GAP}){0,4}migrate${GAP}(?:deploy|dev|reset)`,
    words('prisma', 'db', 'push'),
    'prisma:migrate',
    'prisma:deploy',
  ],
  typeorm: ['migrations?:run', 'runMigrations'],
  sequelize: ['db:migrate', 'umzug'],
  knex: ['migrate:(?:latest|up)'],
  drizzle: [words('drizzle-kit(?:@[\\w.]+)?', '(?:migrate|push)')],
  alembic: [`alembic\\b[^\\n]{0,120}upgrade`, `\\b(?:flask|manage(?:\\.py)?)\\b[^\\n]{0,120}\\bdb${GAP}upgrade`],
  django: [`manage(?:\\.py)?${GAP}(?:${WORD}${GAP}){0,3}migrate`, `django-admin${GAP}[^\\n]{0,80}migrate`],
  flyway: ['flyway'],
  goose: ['goose\\b'],
  dbmate: ['dbmate\\b'],
  'golang-migrate': ['golang-migrate', 'migrate/migrate', `migrate\\b[^\\n]{0,160}\\bup\\b`],
  sql: [],
}
/** Whatever else runs migrations, by the words that people use. A path with `migrations` in it runs nothing. */
const ANY = [
  `\\b(?:run|apply|exec|execute|do)[-_\\s:]{0,2}(?:db[-_]?)?migrat`,
  `\\bmigrat(?:e|or|ion)s?(?:[-_:\\s]+(?:run|up|deploy|apply|job|latest|all|db|database|head|hook)|\\.(?:sh|py|js|ts|mjs)\\b)`,
  `\\b(?:db|database|schema|sql|sqlx|diesel|atlas|liquibase|dbmate|goose|flyway|rails|rake|artisan|mix|ef|bytebase|skeema)[-_:./"',\\s]{1,3}(?:\\w+[-_:./"',\\s]{1,3})?migrat(?:e|or|ion)\\b`,
  `\\bmigrat(?:e|or)["']?\\s*(?::|\\]|,|$)`,
  `(?:psql|sqlite3|mysql|mariadb)\\b[^\\n]{0,200}(?:-f\\b|-f\\s|--file|<)`,
  'docker-entrypoint-initdb',
]
/** Code that applies migrations when it runs, whatever the library. */
const IN_CODE =
  /\brunMigrations\s*\(|\bmigrationsRun\s*:\s*(?!false)|\bmigrate\s*\.\s*(?:latest|up)\s*\(|\bumzug\b|drizzle-orm\/[\w-]+\/migrator|\bcommand\s*\.\s*upgrade\s*\(|\bcall_command\s*\(\s*['"]migrate|\bgoose\.(?:Up|Run)|\bmigrate\.(?:New|Up)|\.Migrate\(|\b(?:run|apply|execute)_?migrations?\b|\bmigrate_?up\b|migrate['", ]+deploy|\bflyway\b|\bliquibase\b|\bsqlx::migrate!|\bAutoMigrate\b|\bpostgres-migrations\b|\bflask_migrate\s+import\b[^\n]*\bupgrade\b|\bnode-pg-migrate\b|\bdbMigrate\b/i
/** Code that reads the scripts and runs them itself. */
const READS_SCRIPTS =
  /(?:readdir|readFile|glob|listdir|scandir|iterdir|rglob|embed|open)\w*[^\n]{0,120}migrations?\b|migrations?\b[^\n]{0,120}(?:readdir|readFile|glob|listdir|scandir|iterdir|embed)|["'`][^"'`\n]*\.sql["'`]/i

/** What the search for what runs migrations needs to know. */
export interface DeployPath {
  readonly tree: Tree
  readonly texts: DeployTexts
  /** The production workloads whose program has the schema's package in it. */
  readonly programs: readonly Workload[]
  /** Every production workload, and those that are started on request. */
  readonly workloads: readonly Workload[]
}

/**
 * Whether something of the deploy path applies migrations: commands of pipelines, Dockerfiles, manifests, start scripts, code.
 * Whoever could do it unseen (a start command that is not known, a deployment that is not in the repository) makes it unknown.
 */
export function migrationRun(migrations: readonly Migrations[], path: DeployPath): MigrationRun | undefined {
  const [first] = migrations
  if (!first) return undefined
  const commands = new Set(migrations.flatMap(({ tool }) => COMMANDS[tool]))
  const pattern = new RegExp([...commands, ...ANY].join('|'), 'im')
  if (isDeployed(path.texts, pattern)) return { state: 'run' }
  if (path.workloads.some(isMigrator) || path.workloads.some(one => loadsScripts(one, migrations)))
    return { state: 'run' }
  if (codeRuns(migrations, path.tree)) return { state: 'run' }
  if (path.workloads.length === 0)
    return { state: 'unknown', at: first.at, because: 'nothing in the repository deploys it' }
  const unknown = path.programs.find(({ start }) => start === undefined)
  if (unknown) return { state: 'unknown', at: unknown.at, because: `what ${unknown.name} starts with is not known` }
  const [program] = path.programs
  return { state: 'not-run', at: program?.start?.at ?? first.at, ...(program ? { program: program.name } : {}) }
}

/** A workload that is there for migrations by its name or image. */
function isMigrator({ name, image }: Workload): boolean {
  return /migrat/i.test(name) || /migrat|flyway|liquibase|dbmate/i.test(image?.name ?? '')
}

/** A database that is given the scripts for its first start. */
function loadsScripts({ mounts, ownFiles }: Workload, migrations: readonly Migrations[]): boolean {
  const isMounted = mounts.some(({ target, source }) => {
    if (!target.known || !/initdb/.test(target.value)) return false
    const folder = source?.known ? source.value.replace(/^\.\//, '') : undefined
    return folder === undefined || migrations.some(one => isWithin(folder, one.folder) || isWithin(one.folder, folder))
  })
  return isMounted || (ownFiles !== undefined && JSON.stringify(ownFiles).includes('initdb'))
}

const SOURCE = /\.(?:[cm]?[jt]sx?|py|go|java|kt|rb|php|cs|rs|ex|exs)$/i

function codeRuns(migrations: readonly Migrations[], tree: Tree): boolean {
  return tree.files.some(({ path, format }) => {
    if (format !== 'source' || !SOURCE.test(path) || isApartFromProduction(path)) return false
    // The migrations themselves, and the file by which Alembic runs them when it is told to.
    if (fileName(path) === 'env.py' || migrations.some(({ folder }) => isWithin(folder, path))) return false
    if (/(?:^|\/)(?:migrations?|alembic)\//.test(path)) return false
    const text = tree.read(path)?.text ?? ''
    return IN_CODE.test(text) || (/migrations?|\.sql/i.test(text) && READS_SCRIPTS.test(text))
  })
}

/** The line of a `.gitignore` that keeps the migrations of a package out of the repository. */
export function ignoredMigrations(home: string, tree: Tree): Span | undefined {
  for (const { path } of tree.files) {
    if (fileName(path) !== '.gitignore' || !(isWithin(directoryOf(path), home) || isWithin(home, path))) continue
    const text = tree.read(path)?.text ?? ''
    const line = /^(?!#|!)[^\s#]*\bmigrations?(?:\/|\/\*\*?(?:\/\*)?|\/\*\.(?:py|sql|ts|js)|\/0\*\.py)?[ \t]*$/m.exec(
      text,
    )
    if (line) return { path, start: line.index, end: line.index + line[0].length }
  }
  return undefined
}
