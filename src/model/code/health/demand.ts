import type { Workload } from '../../system.js'
import type { Service } from '../service.js'
import { askedPathsOf } from './asked.js'
import { servedBy } from './match.js'

/** Of all declarations, at least so many must be resolved before the absence of a route is a finding. */
const LEAST_RESOLVED = 0.8

/**
 * Whether a service answers requests over HTTP with routes of its own. Pages alone are shown by a framework, and a worker that
 * only shows its metrics, or loads what answers requests without serving it, is asked for nothing.
 */
export function answersRequests(service: Service): boolean {
  const { routes, workloads, platform } = service
  if (workloads.length > 0 && workloads.every(({ role }) => role === 'worker' || role === 'job')) return false
  if (workloads.length === 0 && platform && !platform.isWeb) return false
  return routes.routes.some(({ framework, path }) =>
    framework === 'next' ? isApi(path) && dataClientsOf(service).length > 0 : !/\/metrics$/.test(path),
  )
}

/** A route of Next.js that is no page and no matter of a library for logins. */
function isApi(path: string): boolean {
  return /\/api\/(?!auth\/:)/.test(path)
}

/** Whether it is certain that a service answering requests has no route that tells whether it works. */
export function lacksHealthRoute(service: Service): boolean {
  const { routes, unresolved } = service.routes
  const share = routes.length / Math.max(1, routes.length + unresolved.length)
  if (service.health.length > 0 || share < LEAST_RESOLVED || routes.some(route => !route.isResolved)) return false
  return !service.workloads.some(workload =>
    askedPathsOf(workload).some(({ path }) => servedBy(service.routes, path).state !== 'no'),
  )
}

/** Clients of databases, brokers and caches, by the name of the package. */
const CLIENTS =
  /^(?:@prisma\/(?:client|adapter-[\w-]+)|pg|pg-promise|postgres|mysql2?|typeorm|@nestjs\/(?:typeorm|mongoose|sequelize|microservices|bull|bullmq)|sequelize|knex|@mikro-orm\/.*|drizzle-orm.*|mongoose|mongodb|ioredis|redis|bull|bullmq|kafkajs|amqplib|nats|@elastic\/elasticsearch|sqlalchemy|sqlmodel|psycopg2?|psycopg_pool|asyncpg|aiomysql|pymysql|pymongo|motor|redis|aioredis|celery|kafka|aiokafka|confluent_kafka|pika|django\.db|django|tortoise|peewee|database\/sql|gorm\.io\/.*|github\.com\/(?:jackc\/pgx.*|lib\/pq|redis\/go-redis.*|go-redis\/.*|segmentio\/kafka-go|IBM\/sarama|go-sql-driver\/mysql)|go\.mongodb\.org\/.*)$/

/** The clients of data services that the code of a service uses. */
export function dataClientsOf({ packages }: Service): readonly string[] {
  return [...packages].filter(name => CLIENTS.test(name)).sort()
}

/** Whether the ports that a service is known to listen on leave one out; then the check asks something else. */
export function listensElsewhere(service: Service, port: number | undefined): boolean {
  if (port === undefined) return false
  const known = service.listening.map(({ port: one }) => (one.kind === 'known' ? Number(one.value) : undefined))
  return known.length > 0 && known.every(one => one !== undefined && one !== port)
}

/** The workloads of a service, for rules that judge one by one. */
export function judgedWorkloads({ workloads }: Service): readonly Workload[] {
  return workloads.filter(({ longRunning }) => longRunning)
}
