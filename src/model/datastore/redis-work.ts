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
  'arq',
]

/** Whether a program that loads such a library knows this server, and no other of its kind. */
export function keepsWorkOfCode({ services, connections }: System, server: Workload): boolean {
  return services.some(({ packages, workloads }) => {
    if (!WORK_PACKAGES.some(name => packages.has(name))) return false
    const servers = connections
      .filter(
        ({ from, to, scheme }) =>
          (to ? to.software?.kind === 'cache' : scheme?.startsWith('redis')) &&
          workloads.some(({ id }) => id === from.id),
      )
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
