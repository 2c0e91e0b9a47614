import type { System, Workload } from '../system.js'
import { redisServersOf } from './redis.js'

/** Libraries that keep jobs or sessions in Redis. */
const WORK_PACKAGES = [
  'bullmq',
  'bull',
  '@nestjs/bullmq',
  '@nestjs/bull',
  'bee-queue',
  'kue',
  'connect-redis',
  'rq',
  'django_rq',
  'arq',
  'github.com/hibiken/asynq',
]
/** Those that keep them in Redis or in a broker of AMQP. */
const EITHER_PACKAGES = ['celery', 'dramatiq']

/** Whether a program that loads such a library knows this server, and no other of its kind. */
export function keepsWorkOfCode({ services, connections, workloads: all }: System, server: Workload): boolean {
  // Where there is another broker, Redis may be for results and as a cache.
  const hasBroker =
    all.some(({ software }) => software?.id === 'rabbitmq') ||
    connections.some(({ scheme }) => /^(?:amqps?|pyamqp|sqs)/.test(scheme ?? ''))
  const libraries = hasBroker ? WORK_PACKAGES : [...WORK_PACKAGES, ...EITHER_PACKAGES]
  return services.some(({ packages, workloads }) => {
    const own = connections.filter(({ from }) => workloads.some(({ id }) => id === from.id))
    if (!libraries.some(name => packages.has(name))) return false
    const servers = own
      .filter(({ to, scheme }) => (to ? to.software?.kind === 'cache' : scheme?.startsWith('redis')))
      .map(({ to, host }) => to?.id ?? host)
    return servers.length > 0 && servers.every(id => id === server.id)
  })
}

/** Commands of workers that take jobs out of Redis and out of nothing else, whatever language they are in. */
const WORKERS = /\b(?:sidekiq|resque|queue:work\s+redis|artisan\s+horizon|rq\s+worker|arq)\b/

/** Whether jobs or sessions may be in a server: a program that keeps some in Redis has no other server to keep them in. */
export function mayKeepWork(system: System, server: Workload): boolean {
  if (keepsWorkOfCode(system, server)) return true
  const isOnly = redisServersOf(system).every(({ workload }) => workload === server)
  return (
    isOnly &&
    (system.services.some(({ packages }) => WORK_PACKAGES.some(name => packages.has(name))) ||
      system.workloads.some(({ weight, start }) => weight > 0 && WORKERS.test(start?.text ?? '')))
  )
}
