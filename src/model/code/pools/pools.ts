import type { Program } from '../../../code/program.js'
import { type Environment, evaluateExpression } from '../../../code/values.js'
import { type PoolLibrary, poolLibrary } from '../../../knowledge/pools/index.js'
import { credentialsIn } from '../../../knowledge/secrets.js'
import { partOf } from '../../addresses.js'
import type { HostNames } from '../../host-names.js'
import type { Connection, EnvironmentVariable, WorkerProcesses, Workload } from '../../system.js'
import type { PlatformDatabase } from '../platform-databases.js'
import {
  atLeast,
  exactly,
  HIDDEN_URL,
  type IgnoredParameter,
  type Pool,
  type PoolOwner,
  type Range,
  UNLIMITED,
} from '../pool.js'
import { defaultRange, type Evaluating, parametersOf, settingOf, type UrlText } from './settings.js'
import { type Engine, engineNamed, type PoolSite } from './site.js'

/** What the pools of one workload, or of a service that a platform runs, are found out from. */
export interface PoolContext {
  readonly program: Program
  readonly owner: PoolOwner
  /** The workload that it is, whose connections are known. */
  readonly workload?: Workload
  /** A variable that the deployment sets. */
  readonly variable: (name: string) => EnvironmentVariable | undefined
  /** How many requests a process works on at the same time. */
  readonly threads: Range
  /** Its code starts threads of its own beside those that answer requests. */
  readonly startsThreads: boolean
  /** The databases of the platform, by the variable that leads to them. */
  readonly databases: ReadonlyMap<string, PlatformDatabase>
  readonly environment: Environment
  readonly connections: readonly Connection[]
  readonly names: HostNames
  /** The major version of a package that the workload installs. */
  readonly major: (packages: readonly string[]) => number | undefined
  /** The variable that the schema of Prisma takes its URL from, and its provider. */
  readonly prisma?: { readonly variable: string; readonly engine: Engine }
}

/** The pool that a place of the code makes in a workload; undefined for engines that are no servers. */
export function poolAt(site: PoolSite, context: PoolContext): Pool | undefined {
  const { owner } = context
  const url = urlOf(site, context)
  const engine = site.engine ?? engineOf(site, url, context)
  if (engine === 'sqlite') return undefined
  const library = libraryOf(site, context)
  if (!library) return undefined
  const evaluating: Evaluating = { program: context.program, environment: context.environment, site, url }
  const size = sizeOf(library, evaluating, context.threads)
  const overflow = overflowOf(library, size.size, evaluating)
  const target = targetOf(site, url, engine, context)
  return {
    createdAt: site.createdAt,
    ...(site.branch === undefined ? {} : { branch: site.branch }),
    library,
    owner,
    ...size,
    ...(site.perThread && !context.startsThreads ? atMost(context.threads, size.size, overflow) : { overflow }),
    wait: waitOf(library, evaluating),
    ...(engine ? { engine } : {}),
    ...(url ? { urlAt: url.at } : {}),
    ignored: url ? ignoredIn(url, library) : [],
    // Where its own option is given as well, the others are for somebody else.
    // Engines of which the driver is not known may read them.
    ignoredOptions:
      size.isDefault && (engine === 'postgres' || engine === 'mysql') ? ignoredOptions(site, library) : [],
    ...(target ? { target } : {}),
    at: site.at,
  }
}

/** Prisma 7 without an adapter that is known has some pool, but not that of before. */
function libraryOf(site: PoolSite, { major }: PoolContext): PoolLibrary | undefined {
  const found = poolLibrary(site.library)
  const version = found && major(found.packages)
  if (site.library === 'prisma' && version !== undefined && version >= 7) return undefined
  return poolLibrary(site.library, version)
}

function sizeOf(
  library: PoolLibrary,
  evaluating: Evaluating,
  threads: Range,
): Pick<Pool, 'size' | 'isDefault' | 'sizeAt'> {
  if (evaluating.site.unpooled) return { size: threads, isDefault: false }
  const given = settingOf(library.size, evaluating)
  const { site, url } = evaluating
  // Its URL may limit it.
  if (!given && library.size.parameters.length > 0 && !url && (site.url || library.size.options.length === 0))
    return { size: atLeast(1, HIDDEN_URL), isDefault: false }
  if (!given) return { size: defaultRange(library.size.default, threads), isDefault: true }
  // Nothing, and less than nothing, is the default to some and no limit to others.
  if (given.range.high <= 0) {
    const size = NO_LIMIT.has(library.id) ? atLeast(1, UNLIMITED) : defaultRange(library.size.default, threads)
    return { size, isDefault: false, sizeAt: given.at }
  }
  return { size: { ...given.range, low: Math.max(0, given.range.low) }, isDefault: false, sizeAt: given.at }
}

/** Libraries to which a size of 0 means that there is none. */
const NO_LIMIT = new Set(['sqlalchemy', 'database/sql', 'gorm', 'mongodb', 'pymongo', 'pymongo-async'])

/** What threads that hold one connection each open of a pool: none stays that nobody ever needed. */
function atMost({ high: most }: Range, size: Range, overflow: Range): Pick<Pool, 'size' | 'overflow'> {
  if (most >= size.high + overflow.high) return { size, overflow }
  const capped = (range: Range, left: number): Range => ({
    ...range,
    low: Math.min(range.low, left),
    high: Math.min(range.high, left),
  })
  const within = capped(size, most)
  return { size: within, overflow: capped(overflow, Math.max(0, most - within.high)) }
}

/** How many requests a process works on at the same time. */
export function threadsOf(processes: WorkerProcesses | undefined): Range {
  const threads = processes?.threads
  if (!threads) return atLeast(1, 'it is one for each request that is served at the same time')
  return threads.known ? exactly(threads.value) : atLeast(1, threads.because)
}

function overflowOf(library: PoolLibrary, size: Range, evaluating: Evaluating): Range {
  if (!library.overflow || evaluating.site.unpooled || size.low === 0) return exactly(0)
  const given = settingOf(library.overflow, evaluating)
  if (!given) return exactly(library.overflow.default)
  return given.range.high < 0 ? atLeast(0, UNLIMITED) : given.range
}

function waitOf(library: PoolLibrary, evaluating: Evaluating): Pool['wait'] {
  const { wait } = library
  const given = settingOf(wait, evaluating)
  if (!given) {
    const ends = (wait.otherwise ?? []).map(name => isSet(name, evaluating))
    return ends.includes('yes') ? 'caller' : ends.includes('unknown') ? 'unknown' : wait.default
  }
  if (given.range.low !== given.range.high) return 'unknown'
  const seconds = wait.unit === 'milliseconds' ? given.range.low / 1000 : given.range.low
  return seconds > 0 ? seconds : 'forever'
}

/** Whether an option is there, and is neither nothing nor 0; `waitForConnections: false` refuses at once. */
function isSet(name: string, { program, environment, site }: Evaluating): 'yes' | 'no' | 'unknown' {
  const found = site.option(name)
  if (found.kind !== 'given') return found.kind === 'open' ? 'unknown' : 'no'
  const value = evaluateExpression(program, found.value, environment)
  if (value.kind !== 'known') return 'unknown'
  const ends = name.endsWith('waitForConnections') ? value.value === false : Boolean(value.value)
  return ends ? 'yes' : 'no'
}

/** The URL as far as its text is known: where a password is missing, the rest is there. */
function urlOf(site: PoolSite, context: PoolContext): UrlText | undefined {
  const { program, environment } = context
  if (site.url) {
    const value = evaluateExpression(program, site.url, environment)
    if (value.kind === 'known') return typeof value.value === 'string' ? { text: value.value, at: value.at } : undefined
    const [only, ...more] = value.variables
    const variable = more.length === 0 && only !== undefined ? context.variable(only) : undefined
    return variable && textOfVariable(variable)
  }
  const name = site.library === 'prisma' ? context.prisma?.variable : undefined
  const variable = name === undefined ? undefined : context.variable(name)
  return variable && textOfVariable(variable)
}

function textOfVariable(variable: EnvironmentVariable): UrlText | undefined {
  const text = partOf(variable)
  return text === undefined ? undefined : { text, at: variable.at }
}

function engineOf(site: PoolSite, url: UrlText | undefined, { prisma }: PoolContext): Engine | undefined {
  const scheme = url && /^([a-z][a-z0-9]*)[a-z0-9+.-]*:/i.exec(url.text)?.[1]
  if (scheme) return engineNamed(scheme)
  return site.library === 'prisma' ? prisma?.engine : undefined
}

/** Who answers at the address that the code gives it; the only server of the kind that the environment leads to, where the code does not tell. */
function targetOf(
  site: PoolSite,
  url: UrlText | undefined,
  engine: Engine | undefined,
  context: PoolContext,
): Pool['target'] {
  if (site.several) return undefined
  const { workload, connections, names, program, environment, databases } = context
  const own = connections.filter(one => one.from === workload && one.to && speaks(one.to, engine))
  const host = site.host && evaluateExpression(program, site.host, environment)
  const named =
    host?.kind === 'known' && typeof host.value === 'string' ? host.value : url && credentialsIn(url.text)?.host
  if (named) {
    const answer: ReturnType<HostNames['answer']> | undefined = workload && names.answer(named, undefined, workload)
    if (answer?.kind === 'workload' && answer.workload !== workload) return answer.workload
    // It is somewhere else, for sure.
    if (!/[${]/.test(named)) return undefined
  }
  const value = site.url && evaluateExpression(program, site.url, environment)
  const variables = [...(value?.variables ?? []), ...(host?.variables ?? []), ...(site.variable ? [site.variable] : [])]
  const managed = variables.flatMap(name => databases.get(name) ?? [])
  if (managed[0] || databases.size > 0)
    return engine === undefined || engine === 'postgres' ? (managed[0] ?? onlyOf(databases)) : undefined
  const told = own.find(one => variables.includes(one.variable.name))
  if (told) return told.to
  const all = new Set(own.map(one => one.to))
  const [only] = all
  return all.size === 1 ? only : undefined
}

function onlyOf(databases: ReadonlyMap<string, PlatformDatabase>): PlatformDatabase | undefined {
  const all = new Map([...databases.values()].map(one => [one.id, one]))
  const [only] = all.values()
  return all.size === 1 ? only : undefined
}

function speaks({ software }: Workload, engine: Engine | undefined): boolean {
  if (software?.kind === 'pooler') return engine === undefined || engine === 'postgres'
  const id = software?.speaks ?? software?.id ?? ''
  const own = engineNamed(id)
  return own !== 'other' && own !== 'sqlite' && (engine === undefined || own === engine)
}

function ignoredIn(url: UrlText, library: PoolLibrary): readonly IgnoredParameter[] {
  const { ignoredParameters, size, wait } = library
  if (!ignoredParameters) return []
  const read = new Set([...size.parameters, ...wait.parameters])
  const isExact = url.at.end - url.at.start === url.text.length
  return parametersOf(url.text).flatMap(({ name, value, start, end }) =>
    ignoredParameters.test(name) && !read.has(name)
      ? [
          {
            text: `${name}=${value}`,
            at: isExact ? { ...url.at, start: url.at.start + start, end: url.at.start + end } : url.at,
          },
        ]
      : [],
  )
}

/** Options that have a value, and that nothing reads. */
function ignoredOptions(site: PoolSite, { ignoredOptions = [] }: PoolLibrary): readonly IgnoredParameter[] {
  return ignoredOptions.flatMap(name => {
    const found = site.option(name)
    if (found.kind !== 'given') return []
    const { file, node } = found.value
    return [{ text: name, at: { path: file.path, start: node.start, end: node.end } }]
  })
}
