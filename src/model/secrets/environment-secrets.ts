import { isReadBy } from '../../knowledge/variable-names.js'
import type { EnvironmentEntry, EnvironmentFile } from '../../parse/dotenv.js'
import type { Span } from '../../source.js'
import { isDevelopmentPath } from '../purpose.js'
import { readsItself } from '../reads-variable.js'
import type { System, Workload } from '../system.js'
import { isGenerated, secretIn } from './judge.js'
import { holdsLeak } from './written-secrets.js'

/** A line of a committed environment file that holds a secret, or what stands for one. */
export interface EnvironmentSecret {
  readonly name: string
  readonly placeholder: boolean
  readonly signing: boolean
  /** Where the name stands. */
  readonly at: Span
}

/** A committed environment file, and what production can take from it. */
export interface CommittedFile {
  readonly path: string
  /** For development or tests, by its name or folder; then only generated values are listed. */
  readonly development: boolean
  readonly secrets: readonly EnvironmentSecret[]
}

const filesOf = new WeakMap<System, readonly CommittedFile[]>()

/**
 * The environment files that git tracks (all, where that is not known) and that are in use: not examples, unless a
 * deployment reads one as its `env_file`. Files without secrets are listed, too.
 */
export function committedFiles(system: System): readonly CommittedFile[] {
  const known = filesOf.get(system)
  if (known) return known
  const used = usedFiles(system)
  const files = system.environmentFiles
    .filter(file => file.tracked && (file.purpose === 'live' || used.has(file.path)))
    .map(file => committedFile(file, used.has(file.path), system))
  const all = [...files, ...otherFiles(system)]
  filesOf.set(system, all)
  return all
}

/** What `env_file` names, where the name is none that environment files usually have: `config/production`. */
function otherFiles(system: System): readonly CommittedFile[] {
  const known = new Set(system.environmentFiles.map(file => file.path))
  const files = new Map<string, Map<string, EnvironmentSecret>>()
  for (const variable of system.workloads.flatMap(workload => [...workload.environment.values()])) {
    const { name, value, uses, keyAt } = variable
    if (variable.source !== 'env-file' || known.has(keyAt.path) || !value.known || uses.length > 0) continue
    const found = secretIn(name, value.value)
    if (!found || holdsLeak(system, variable.at)) continue
    const { placeholder, signing } = found
    const secrets = files.get(keyAt.path) ?? new Map<string, EnvironmentSecret>()
    files.set(keyAt.path, secrets.set(name, { name, placeholder, signing, at: keyAt }))
  }
  return [...files].map(([path, secrets]) => ({ path, development: false, secrets: [...secrets.values()] }))
}

/** The files that the environment of production workloads comes from. */
function usedFiles(system: System): ReadonlySet<string> {
  return new Set(
    system.workloads.flatMap(workload =>
      [...workload.environment.values()].flatMap(variable => [
        ...(variable.source === 'env-file' ? [variable.keyAt.path] : []),
        ...variable.uses.flatMap(use => use.valueAt?.path ?? []),
      ]),
    ),
  )
}

/** The production workloads that take a variable from a line of a file, by path and name of the line: `path\nNAME`. */
export function takersOf(system: System): ReadonlyMap<string, ReadonlySet<Workload>> {
  const takers = new Map<string, Set<Workload>>()
  const add = (path: string, name: string, workload: Workload) => {
    const key = `${path}\n${name}`
    const found = takers.get(key)
    if (found) found.add(workload)
    else takers.set(key, new Set([workload]))
  }
  for (const workload of system.workloads) {
    for (const variable of workload.environment.values()) {
      if (variable.source === 'env-file' && mayRead(workload, variable.name))
        add(variable.keyAt.path, variable.name, workload)
      for (const use of variable.uses) if (use.valueAt) add(use.valueAt.path, use.name, workload)
    }
  }
  return takers
}

/** A file of variables for all is given to databases as well, which read their own. */
function mayRead(workload: Workload, name: string): boolean {
  const { distribution } = workload
  if (!distribution?.variables || workload.clientOf) return true
  return isReadBy(distribution, name) || readsItself(workload, name) === true
}

function committedFile(file: EnvironmentFile, used: boolean, system: System): CommittedFile {
  const development = !used && isDevelopmentPath(file.path.replace(/\.local$/, ''))
  const secrets = file.entries.flatMap(entry => secretOf(entry, development, system) ?? [])
  return { path: file.path, development, secrets }
}

function secretOf(entry: EnvironmentEntry, development: boolean, system: System): EnvironmentSecret | undefined {
  const found = entry.value === null ? undefined : secretIn(entry.name, entry.value)
  if (!found || holdsLeak(system, entry.at) || (development && !isGenerated(found.value))) return undefined
  return { name: entry.name, placeholder: found.placeholder, signing: found.signing, at: entry.keyAt }
}
