import { isForConnecting } from '../knowledge/client-addresses.js'
import { knownValue } from '../source.js'
import type { Edge } from './edges.js'
import { LOOPBACK } from './host-names.js'
import type { System, Workload } from './system.js'

/** The address of a data service that a program is given by a variable, and that it has a client for. */
export interface StoreAddress {
  readonly edge: Edge
  readonly from: Workload
  /** As it is written: `localhost:6379`. */
  readonly address: string
  /** Whether it leads into the container of the program itself, in which nothing but that program runs. */
  readonly isItself: boolean
  /** The workload that has what is asked for, where the same deployment has one. */
  readonly meant?: Workload
}

interface Speaking {
  /** The software that answers. */
  readonly software: RegExp
  /** The packages that ask it. */
  readonly clients: RegExp
}

const SQL =
  'prisma|typeorm|sequelize|knex|drizzle|mikro-orm|kysely|objection|sqlalchemy|sqlmodel|django|tortoise|gorm|sqlx|database/sql'

/** Data services by the scheme of their addresses. */
const STORES: ReadonlyMap<string, Speaking> = new Map(
  [
    {
      schemes: 'postgres postgresql',
      software: /^(?:postgres|timescaledb|postgis|pg)/,
      clients: `^pg$|^pg-|postgres|psycopg|asyncpg|pgx|lib/pq|${SQL}`,
    },
    { schemes: 'mysql mariadb', software: /^(?:mysql|mariadb|percona)/, clients: `mysql|mariadb|${SQL}` },
    { schemes: 'mongodb', software: /^mongo/, clients: 'mongo|prisma|typeorm|motor' },
    {
      schemes: 'redis rediss valkey',
      software: /^(?:redis|valkey|keydb|dragonfly)/,
      clients: 'redis|valkey|bull|celery|asynq|^rq$|keyv',
    },
    { schemes: 'amqp amqps', software: /^rabbitmq/, clients: 'amqp|rabbit|celery|pika|kombu|microservices' },
  ].flatMap(({ schemes, software, clients }) =>
    schemes.split(' ').map(scheme => [scheme, { software, clients: new RegExp(clients, 'i') }] as const),
  ),
)

/** The addresses of data services that programs of the repository are given in containers. */
export function storeAddresses(system: System): readonly StoreAddress[] {
  const packages = new Map(
    system.services.flatMap(service => service.workloads.map(({ id }) => [id, service.packages] as const)),
  )
  return system.edges.flatMap((edge): StoreAddress[] => {
    const { from, via, host, port, variable, address, answer } = edge
    if (via !== 'environment' || from.kind !== 'workload' || !variable || address?.form !== 'url') return []
    const speaks = STORES.get((address.scheme ?? '').replace(/\+.*$/, ''))
    if (!speaks || from.platform === 'pm2' || !isForConnecting(variable.name)) return []
    if (![...(packages.get(from.id) ?? [])].some(name => speaks.clients.test(name))) return []
    const isOwn = LOOPBACK.test(host.toLowerCase()) && answer.kind === 'workload' && answer.workload === from
    const meant = system.workloads.find(
      ({ deployment, software }) => deployment === from.deployment && speaks.software.test(software?.id ?? ''),
    )
    return [
      {
        edge,
        from,
        address: port === undefined ? host : `${host}:${port}`,
        isItself: isOwn && runsOneProgram(from),
        ...(meant && { meant }),
      },
    ]
  })
}

/** Images that bring a runtime and no server. */
const PLAIN =
  /^(?:[\w.-]+\/)*(?:node|python|golang|alpine|debian|ubuntu|bun|deno|distroless\/[\w-]+|static(?:-debian\d+)?|base(?:-debian\d+)?|nodejs\d*(?:-debian\d+)?|scratch|ruby|openjdk|eclipse-temurin)$/
/** What servers are installed and started with. */
const SERVERS =
  /\b(?:supervisor|supervisord|s6-overlay|runit|redis(?!-tools|-cli)|valkey|postgres(?!ql-client|ql\d*-client|ql-dev|ql-libs)|mongo(?!db-clients|sh|db-mongosh)|mysql(?!-client|client)|mariadb(?!-client|-dev|-connector)|rabbitmq|memcached)\b/i

/** Whether an image that is built here holds the program alone. */
function runsOneProgram({ image, runs = [] }: Workload): boolean {
  const { dockerfile, origin } = image ?? {}
  const base = dockerfile && knownValue(dockerfile.base)
  if (origin !== 'built' || !dockerfile || !base || !PLAIN.test(base.repository)) return false
  const installs = dockerfile.instructions.some(({ keyword, text }) => keyword === 'RUN' && SERVERS.test(text))
  return !installs && !runs.some(({ words }) => SERVERS.test(words[0] ?? ''))
}
