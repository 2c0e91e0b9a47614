import { parseShell } from '../../../parse/shell.js'
import { type Fact, unknown } from '../../../source.js'
import type { Tree } from '../../../tree.js'
import { type Serving, workerProcessesOf } from '../../process/worker-processes.js'
import type { EnvironmentVariable, Workload } from '../../system.js'
import { startedBy } from '../own-images.js'
import type { PlatformProcess } from '../platform.js'
import { type PlatformDatabase, platformDatabases } from '../platform-databases.js'
import { atLeast, exactly, type Range } from '../pool.js'
import { environmentOf, type ServiceCode } from '../services.js'
import { type PoolContext, threadsOf } from './pools.js'

/** What of a context depends on who has the pools. */
export type Owning = Pick<PoolContext, 'owner' | 'workload' | 'environment' | 'variable' | 'threads' | 'databases'>

/** A workload as the owner of pools, with what its deployment sets. */
export function workloadOwner(workload: Workload): Owning {
  return {
    owner: workload,
    workload,
    environment: environmentOf(workload),
    variable: name => workload.environment.get(name),
    threads: threadsOf(workload.processes),
    databases: new Map(),
  }
}

/** A service that a platform runs as the owner of pools, with the processes that its command and the files of the platform tell. */
export function platformOwner(service: ServiceCode, tree: Tree): Owning | undefined {
  const { platform, id, name, weight, at, files } = service
  if (!platform) return undefined
  const variable = variableOf(platform)
  const processes = workerProcessesOf(servingOf(service, platform, variable), tree)
  const { instances } = platform
  return {
    owner: {
      id,
      kind: 'service',
      name,
      weight,
      at,
      files,
      isWeb: platform.isWeb,
      instances: instances?.known ? exactly(instances.value) : atLeast(1, instances?.because ?? SAID_THERE),
      processes: countOf(processes?.count),
    },
    environment: one => platform.values.get(one) ?? unknown(platform.at, 'it is set on the platform'),
    variable,
    threads: threadsOf(processes),
    databases: databasesOf(platform, tree),
  }
}

const SAID_THERE = 'the platform that runs it says how many'

function countOf(count: NonNullable<ReturnType<typeof workerProcessesOf>>['count'] | undefined): Range {
  if (!count) return exactly(1)
  return count.known ? exactly(count.value) : atLeast(1, count.because)
}

/** What the files say; platforms set `WEB_CONCURRENCY` themselves. https://devcenter.heroku.com/articles/python-gunicorn */
function variableOf({ values, variables, at }: PlatformProcess): (name: string) => EnvironmentVariable | undefined {
  return name => {
    const value = values.get(name)
    if (value) return variableFrom(name, value)
    if (!variables.has(name) && name !== 'WEB_CONCURRENCY') return undefined
    return variableFrom(name, unknown(at, 'it is set on the platform'))
  }
}

function variableFrom(name: string, value: Fact<string>): EnvironmentVariable {
  return { name, value, uses: [], at: value.at, keyAt: value.at, source: 'inline' }
}

function servingOf(
  { image }: ServiceCode,
  { command, directory, at }: PlatformProcess,
  get: (name: string) => EnvironmentVariable | undefined,
): Serving {
  const environment = { get }
  if (command === undefined && image) return { ...startedBy(image), environment, directory }
  const text = command ?? 'npm start'
  return {
    mounts: [],
    deployment: '',
    at,
    directory,
    environment,
    start: { argv: [], shell: true, script: parseShell(text, at), text, at, source: 'deployment' },
  }
}

function databasesOf({ databases }: PlatformProcess, tree: Tree): ReadonlyMap<string, PlatformDatabase> {
  if (databases.size === 0) return new Map()
  const all = new Map(platformDatabases(tree).map(one => [one.id, one]))
  return new Map(
    [...databases].flatMap(([name, id]) => {
      const database = all.get(id)
      return database ? [[name, database] as const] : []
    }),
  )
}
