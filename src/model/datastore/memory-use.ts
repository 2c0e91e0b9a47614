import type { MemoryUse } from '../../knowledge/judgement.js'
import { mysqlBytes, postgresBytes, redisBytes } from '../../knowledge/sizes.js'
import type { Span } from '../../source.js'
import type { System, Workload } from '../system.js'
import { redisServersOf, redisSetting } from './redis.js'

/** Memory that a server takes for itself, and the line of a file of the repository that says so. */
export interface WrittenMemoryUse extends MemoryUse {
  readonly at?: Span
}

/** The memory that a file of its configuration gives a server, where its command and variables leave it open. */
export function memoryInFileOf(workload: Workload, system: System): WrittenMemoryUse | undefined {
  return databaseMemory(workload, system) ?? redisMemory(workload, system)
}

/** https://www.postgresql.org/docs/current/runtime-config-resource.html, https://dev.mysql.com/doc/refman/8.4/en/innodb-buffer-pool-resize.html */
function databaseMemory(workload: Workload, system: System): WrittenMemoryUse | undefined {
  const server = system.databaseServers.find(each => each.subject.id === workload.id)
  const buffer = server?.buffer
  if (!server || !buffer?.value.known || !isInFile(buffer.at, workload)) return undefined
  const isPostgres = server.engine === 'postgres'
  const bytes = isPostgres ? postgresBytes(buffer.value.value) : mysqlBytes(buffer.value.value)
  const what = isPostgres ? 'shared_buffers' : 'innodb_buffer_pool_size'
  return {
    what,
    ...(bytes === undefined ? {} : { bytes }),
    share: isPostgres ? 0.4 : 0.8,
    usualShare: isPostgres ? 0.25 : 0.5,
    setting: wanted => `\`${what} = ${megabytes(wanted)}M${isPostgres ? 'B' : ''}\` in ${buffer.at.path}`,
    source: 'https://www.postgresql.org/docs/current/runtime-config-resource.html',
    at: buffer.at,
  }
}

function isInFile({ path }: Span, { at }: Workload): boolean {
  return path !== at.path
}

function redisMemory(workload: Workload, system: System): WrittenMemoryUse | undefined {
  if (!workload.software) return undefined
  const server = redisServersOf(system).find(each => each.workload === workload)
  const set = server && redisSetting(server, 'maxmemory')
  const bytes = set?.given === 'yes' && set.value !== undefined ? redisBytes(set.value) : undefined
  if (!bytes) return undefined
  return {
    what: 'maxmemory',
    bytes,
    share: 0.75,
    setting: wanted => `\`maxmemory ${megabytes(wanted)}mb\` in its configuration file`,
    source: 'https://redis.io/docs/latest/operate/oss_and_stack/management/optimization/memory-optimization/',
  }
}

function megabytes(bytes: number): number {
  return Math.max(1, Math.floor(bytes / 2 ** 20))
}
