import type { Software } from '../knowledge/software.js'
import { nameWords } from '../paths.js'
import { DATA_PORTS } from './data-ports.js'
import type { Deployment, PublishedPort, Role, StartCommand, Workload } from './system.js'

const JOB_WORDS = new Set([
  ...['migrate', 'migration', 'migrations', 'migrator', 'seed', 'seeder', 'init', 'setup', 'bootstrap', 'provision'],
  ...['initdb', 'createbuckets', 'topics', 'fixtures', 'installer', 'once'],
])
const WORKER_WORDS = new Set([
  ...[
    'worker',
    'workers',
    'consumer',
    'consumers',
    'scheduler',
    'cron',
    'beat',
    'celery',
    'queue',
    'processor',
    'sidekiq',
  ],
  ...['job', 'jobs', 'indexer', 'listener', 'daemon', 'relay', 'poller'],
])
/** What asks the others as many users would: it serves nobody, and nothing is lost when it stops. */
const LOAD_WORDS = new Set([
  ...['loadgenerator', 'loadgen', 'loadtest', 'loadtester', 'locust', 'k6', 'jmeter', 'gatling', 'vegeta', 'artillery'],
])
/** Programs and sub-commands that do something once and end. */
const ONE_SHOT =
  /\b(prisma\s+(migrate|db\s+push|db\s+seed)|alembic\s+upgrade|manage\.py\s+(migrate|collectstatic|loaddata|createsuperuser)|flyway|liquibase|knex\s+migrate|sequelize\s+db:|typeorm\s+\S*migration|rails\s+db:|goose\s+|migrate\s+-(path|database|source)|npm\s+run\s+(migrate|migration|seed|db:)\S*|(yarn|pnpm)\s+(run\s+)?(migrate|migration|seed|db:)\S*|createbuckets|mc\s+mb|kafka-topics\S*\s+.*--create|redis-cli\s+--cluster\s+create)/
const ONE_SHOT_IMAGES =
  /^(flyway\/flyway|liquibase\/liquibase|minio\/mc|migrate\/migrate|redgate\/flyway|willwill\/wait-for-it|dadarek\/wait-for-dependencies)$/

/** What tells the role of a workload, whatever the platform. */
export interface RoleEvidence {
  readonly name: string
  readonly software: Software | undefined
  readonly imageRepository: string | undefined
  readonly start: StartCommand | undefined
  /** Restarted by the platform for ever. */
  readonly restartsAlways: boolean
  /** The platform is told to run it to its end. */
  readonly runsOnce?: boolean
  /** Another workload waits for it to end. */
  readonly awaitedToComplete: boolean
  readonly published: readonly PublishedPort[]
  /** A proxy, ingress or router label sends users to it. */
  readonly routed: boolean
  readonly listens: boolean
  /** Redis and its like: clients keep jobs or sessions in it. */
  readonly keepsWork: boolean
}

/** What a workload is for. Roles depend on what is demanded of it, never on whether it is done well. */
export function roleOf(evidence: RoleEvidence): Role {
  const byKind = evidence.software ? roleOfKind(evidence.software, evidence) : undefined
  if (isJob(evidence)) return 'job'
  if (byKind) return byKind
  const words = nameWords(evidence.name)
  if (words.some(word => LOAD_WORDS.has(word)) && !isPublished(evidence) && !evidence.routed) return 'tool'
  if ((isPublished(evidence) && !publishesDataAlone(evidence)) || evidence.routed) return 'user-facing'
  if (words.some(word => WORKER_WORDS.has(word)) || runsWorker(evidence.start)) return 'worker'
  return 'service'
}

function roleOfKind(software: Software, evidence: RoleEvidence): Role | undefined {
  switch (software.kind) {
    case 'database':
    case 'object-store':
    case 'coordination':
      return 'datastore'
    case 'cache':
      return evidence.keepsWork ? 'datastore' : 'cache'
    case 'broker':
      return 'broker'
    case 'search':
      return 'search'
    case 'proxy':
      return 'proxy'
    case 'metrics':
    case 'dashboard':
    case 'logs':
    case 'tracing':
    case 'alerting':
    case 'exporter':
    case 'agent':
      return 'observability'
    case 'admin-tool':
    case 'development-tool':
      return 'tool'
    case 'backup':
      return 'worker'
    // It stands between services and their database; that its port is published makes it no product for users.
    case 'pooler':
      return 'service'
    default:
      return undefined
  }
}

function isJob(evidence: RoleEvidence): boolean {
  if (evidence.awaitedToComplete || evidence.runsOnce) return true
  if (evidence.restartsAlways) return false
  if (evidence.imageRepository && ONE_SHOT_IMAGES.test(evidence.imageRepository)) return true
  const script = evidence.start?.script
  const staysOn = script?.commands.some(command => command.inside.includes('loop') || command.words[0] === 'exec')
  // What Compose drops of a command was to go on running.
  const isWhole = evidence.start?.dropped === undefined
  if (evidence.start && isWhole && !staysOn && ONE_SHOT.test(lastCommand(evidence.start))) return true
  return (
    evidence.software?.stateful !== true &&
    evidence.published.length === 0 &&
    nameWords(evidence.name).some(word => JOB_WORDS.has(word))
  )
}

/** What is left running at the end: the last command of a script, or the whole argv. */
function lastCommand(start: StartCommand): string {
  const commands = start.script?.commands.filter(command => !command.inside.includes('substitution')) ?? []
  const last = commands[commands.length - 1]
  return last ? last.words.join(' ') : start.argv.map(word => word ?? '?').join(' ')
}

/** What an option is called tells nothing: `gunicorn --worker-class gthread` answers requests. */
function runsWorker(start: StartCommand | undefined): boolean {
  return (
    start !== undefined &&
    /\b(celery|rq\s+worker|dramatiq|arq|huey|sidekiq|resque|worker(\.[cm]?[jt]s|\.py)?)\b/.test(
      start.text.replace(/(?<=^|\s)--?[a-z][\w-]*/gi, ''),
    )
  )
}

/** Whether what plays a role keeps data that nothing else has. */
export function isStateful(role: Role): boolean {
  return role === 'datastore' || role === 'broker' || role === 'search'
}

/** How much a workload counts in the score: 3 where users or data depend on it, 0 where production does not. */
export function weightOf(
  purpose: Deployment['purpose'],
  { role, userFacing, stateful }: Pick<Workload, 'role' | 'userFacing' | 'stateful'>,
): 0 | 2 | 3 {
  return purpose === 'development' || role === 'tool' ? 0 : userFacing || stateful ? 3 : 2
}

/** An image that nobody knows, on the port of a pooler or a database: programs come to it, not users. */
function publishesDataAlone({ software, published }: RoleEvidence): boolean {
  return (
    software === undefined && published.every(({ container }) => container.known && DATA_PORTS.has(container.value))
  )
}

/** Opened beyond this host. */
export function isPublished(evidence: { readonly published: readonly PublishedPort[] }): boolean {
  return evidence.published.some(port => port.reach === 'any' || port.reach === 'address' || port.reach === 'unknown')
}
