import { indexOf } from '../../../code/file-index.js'
import type { Program } from '../../../code/program.js'
import type { CodeFile } from '../../../code/syntax.js'
import { walk } from '../../../code/walk.js'
import { joinPath } from '../../../paths.js'
import type { Tree } from '../../../tree.js'
import type { HostNames } from '../../host-names.js'
import { onlySchedules } from '../../process/celery-workers.js'
import type { Connection } from '../../system.js'
import type { Pool } from '../pool.js'
import type { ServiceCode } from '../services.js'
import { type Owning, platformOwner, workloadOwner } from './owners.js'
import { madePerRequest } from './per-request.js'
import { poolAt } from './pools.js'
import { prismaSource } from './prisma-source.js'
import type { PoolSite } from './site.js'
import { poolSitesOf } from './sites.js'
import { majorOf } from './versions.js'

/** What pools are read from. */
export interface Joining {
  readonly program: Program
  readonly services: readonly ServiceCode[]
  readonly connections: readonly Connection[]
  readonly names: HostNames
  readonly tree: Tree
}

/** The pools of every workload, as the files of its service make them and its environment sets them. */
export function poolsOf(joining: Joining): readonly Pool[] {
  return joining.services.flatMap(service => {
    const sites = service.code.flatMap(file => poolSitesOf(joining.program, file))
    if (sites.length === 0) return []
    const perRequest = madePerRequest(joining.program, service.code, sites)
    const owners = service.workloads.flatMap(workload =>
      workload.longRunning && !onlySchedules(workload) ? workloadOwner(workload) : [],
    )
    const onPlatform = service.workloads.length === 0 ? platformOwner(service, joining.tree) : undefined
    return [...owners, ...(onPlatform ? [onPlatform] : [])].flatMap(owner =>
      poolsOfOwner(owner, service, sites, perRequest, joining),
    )
  })
}

const STARTS_THREADS = ['Thread', 'ThreadPoolExecutor', 'ThreadPool', 'Timer', 'BackgroundScheduler', 'run_in_executor']

function poolsOfOwner(
  owning: Owning,
  { code, directory }: ServiceCode,
  sites: readonly PoolSite[],
  perRequest: ReadonlyMap<PoolSite, string>,
  { program, connections, names, tree }: Joining,
): readonly Pool[] {
  const folder = joinPath(directory, 'main')
  const startsThreads = code.some(file => STARTS_THREADS.some(name => indexOf(file).words.has(name)))
  const common = { program, ...owning, connections, names, startsThreads }
  return used(sites, code, owning, program).flatMap(site => {
    const { path } = site.file
    const prisma = site.library === 'prisma' ? prismaSource(path, tree) : undefined
    const major = (packages: readonly string[]) => majorOf(packages, path, tree) ?? majorOf(packages, folder, tree)
    const pool = poolAt(site, { ...common, major, ...(prisma ? { prisma } : {}) })
    const name = perRequest.get(site)
    const wait =
      pool?.library.id === 'asyncpg' && pool.wait === 'forever' && code.some(acquiresInTime) ? 'caller' : pool?.wait
    return pool && wait !== undefined ? { ...pool, wait, ...(name === undefined ? {} : { perRequest: name }) } : []
  })
}

/** Without what is declared and never opened: settings of Django that are not in force, data sources for the command line. */
function used(
  sites: readonly PoolSite[],
  files: readonly CodeFile[],
  owning: Owning,
  program: Program,
): readonly PoolSite[] {
  const nest = sites.some(site => site.library.startsWith('typeorm') && !site.isDataSource)
  const settings = djangoSettings(files, owning, program)
  return sites.filter(site => {
    if (site.isDataSource && nest) return files.some(initializes)
    if (site.library === 'django' || site.library === 'django-pool') return settings.has(site.file.path)
    return true
  })
}

/** Whether `.initialize()` is called in a file: until then a DataSource of TypeORM connects to nothing. */
function initializes(file: CodeFile): boolean {
  return (
    indexOf(file)
      .callsByName.get('initialize')
      ?.some(({ callee }) => callee.kind === 'member') ?? false
  )
}

/** Whether a file takes connections with a time limit of its own: `pool.acquire(timeout=5)`. */
function acquiresInTime(file: CodeFile): boolean {
  const calls = indexOf(file).callsByName.get('acquire') ?? []
  return calls.some(call => call.arguments.some(one => one.kind === 'keyword' && one.name === 'timeout'))
}

/** The file of DJANGO_SETTINGS_MODULE that has the databases: itself, or one that it takes all names from. */
function djangoSettings(files: readonly CodeFile[], { variable }: Owning, program: Program): ReadonlySet<string> {
  const set = variable('DJANGO_SETTINGS_MODULE')?.value
  const name = set?.known ? set.value : files.map(defaultSettings).find(one => one !== undefined)
  const found = new Set<string>()
  if (name === undefined) return found
  const path = `${name.replaceAll('.', '/')}`
  const all = [...program.files.values()]
  let file = all.find(one => one.path.endsWith(`${path}.py`) || one.path.endsWith(`${path}/__init__.py`))
  for (let steps = 0; file && steps < 8; steps++) {
    const current: CodeFile = file
    if (poolSitesOf(program, current).some(site => site.library.startsWith('django'))) {
      found.add(current.path)
      return found
    }
    const above = current.imports.find(one => one.name === '*')
    const target = above && program.target(current, above.from)
    file = target?.kind === 'files' ? target.files[0] : undefined
  }
  return found
}

/** `os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'core.settings')` of `wsgi.py` and `manage.py`. */
function defaultSettings(file: CodeFile): string | undefined {
  if (file.language !== 'python' || !/(?:wsgi|asgi|manage|celery)\.py$/.test(file.path)) return undefined
  let found: string | undefined
  walk(file.body, node => {
    const [key, value] = node.kind === 'call' ? node.arguments : []
    if (key?.kind === 'literal' && key.value === 'DJANGO_SETTINGS_MODULE' && value?.kind === 'literal')
      found = String(value.value)
    return undefined
  })
  return found
}
