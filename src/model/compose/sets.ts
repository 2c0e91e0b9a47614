import type { ComposeProject } from '../../parse/compose/project.js'
import { directoryOf, fileName, joinPath } from '../../paths.js'
import type { Tree } from '../../tree.js'
import { isNamedForKubernetes } from '../kubernetes/named.js'
import { isNamedForPm2 } from '../pm2/signs.js'
import { folderPurpose } from '../purpose.js'
import { type Candidate, candidatesOf, type Folder, fromVariable } from './candidates.js'
import { chooseProduction, type FolderSets } from './choice.js'
import { deployEnvironment } from './deploy-environment.js'
import {
  type ComposeInvocation,
  commentedInvocations,
  composeFileNames,
  composeInvocations,
  documentedInvocations,
  isToldForSwarm,
  platformOf,
} from './invocations.js'
import { environmentValue, type LoadProject, projectLoader } from './loader.js'
import { baseOf, isBase, variantOf } from './names.js'
import { rankSets } from './ranking.js'
import { stackFiles } from './stack-problems.js'

/** Files that `docker compose` (or `docker stack deploy`) would load together, and what they are for. */
export interface ComposeSet {
  readonly files: readonly string[]
  readonly directory: string
  readonly platform: 'compose' | 'swarm'
  readonly purpose: 'production' | 'development'
  readonly because: string
  readonly project: ComposeProject
  /** What is known to be handed to `docker stack deploy` as it is, see `stackFiles`. */
  readonly stackFiles: readonly string[]
}

/** What the configuration says about a set of files. */
export interface ConfiguredSet {
  readonly files: readonly string[]
  readonly purpose: 'production' | 'development'
}

/** The sets of a repository, and the compose files that are in none, each with the reason. */
export interface ComposeSets {
  readonly sets: readonly ComposeSet[]
  readonly leftOut: readonly { readonly path: string; readonly because: string }[]
}

/**
 * Finds the sets of compose files that belong together and tells production from development. A fragment (a file that
 * only changes services of another) is never judged alone, and a file that others include or extend is no set of its own.
 * Order of evidence: the configuration; commands that deploy; files and folders named for production; `COMPOSE_FILE`;
 * commands that start several files; the base file as `docker compose up` without an override would load it; files that
 * say nothing; pre-production. What is named for development is never taken for production.
 */
export function findComposeSets(tree: Tree, configured: readonly ConfiguredSet[]): ComposeSets {
  const all = tree.files.filter(file => file.format === 'compose').map(file => file.path)
  const load = projectLoader(tree)
  const taken = new Set(configured.flatMap(set => set.files))
  const invocations = [...composeInvocations(tree, all)].filter(one => one.files.every(file => all.includes(file)))
  // What runs in production together is told by a command, else by the documentation.
  if (!invocations.some(one => one.starts && one.files.length > 1))
    invocations.push(...documentedInvocations(tree, all).filter(one => one.files.every(file => all.includes(file))))
  const told = new Set(invocations.flatMap(one => (one.starts ? one.files : [])))
  const commented = commentedInvocations(tree, all)
  invocations.push(...commented.filter(one => !one.files.some(file => isNamedForProduction(file) && told.has(file))))
  const users = usersOf(all, load)
  const borrowed = new Map([...users].filter(([path, by]) => isBorrowed(path, by, invocations)))
  const byDirectory = new Map<string, string[]>()
  for (const path of all) {
    if (taken.has(path) || borrowed.has(path)) continue
    const directory = directoryOf(path)
    byDirectory.set(directory, [...(byDirectory.get(directory) ?? []), path])
  }
  const found: FolderSets[] = []
  for (const [directory, paths] of byDirectory) {
    const own = invocations.filter(one => directoryOf(one.files[0] ?? '') === directory)
    const commands = own.filter(one => !one.files.some(file => taken.has(file)))
    found.push(setsOfFolder(tree, { directory, paths, all, invocations: commands, load }))
  }
  const own = configured.filter(
    ({ files }) => !files.every(isNamedForPm2) && !files.every(file => isNamedForKubernetes(file, tree)),
  )
  const sets = [
    ...own.map(set => configuredSet(set, load, tree)),
    ...rankSets(tree, found, configured, load, deployEnvironment(tree, all)),
  ]
  return { sets, leftOut: leftOutOf(all, sets, borrowed) }
}

function isNamedForProduction(file: string): boolean {
  return variantOf(file) === 'production'
}

function configuredSet({ files, purpose }: ConfiguredSet, load: LoadProject, tree: Tree): ComposeSet {
  const project = load(files)
  return {
    files,
    directory: directoryOf(files[0] ?? '.'),
    platform: platformOf(files, project),
    purpose,
    because: 'the configuration says so',
    project,
    stackFiles: isToldForSwarm(files, undefined) ? stackFiles(tree, files, undefined) : [],
  }
}

/** Who includes or extends each compose file. */
function usersOf(all: readonly string[], load: LoadProject): ReadonlyMap<string, readonly string[]> {
  const compose = new Set(all)
  const users = new Map<string, string[]>()
  for (const path of all) {
    for (const used of load([path]).files) {
      if (used === path || !compose.has(used)) continue
      users.set(used, [...(users.get(used) ?? []), path])
    }
  }
  return users
}

/** Whether a file is there for others only. What production loads by its own name or by a command is a set all the same. */
function isBorrowed(path: string, users: readonly string[], invocations: readonly ComposeInvocation[]): boolean {
  if (invocations.some(one => one.files[0] === path)) return false
  const forDevelopment = (user: string) =>
    !['production', 'base', 'part'].includes(variantOf(user)) ||
    folderPurpose(directoryOf(user))?.purpose === 'development'
  return users.some(user => {
    if (isBase(path)) return directoryOf(user) !== directoryOf(path) && !forDevelopment(user)
    return variantOf(path) !== 'production' || variantOf(user) === 'production'
  })
}

function setsOfFolder(tree: Tree, folder: Folder): FolderSets {
  const variable = composeFileVariable(tree, folder)
  const known = candidatesOf(folder)
  const same = variable && known.find(one => one.files.join('\n') === variable.candidate.files.join('\n'))
  const candidates = variable && !same ? [variable.candidate, ...known] : known
  return chooseProduction(folder, candidates, variable && { candidate: same ?? variable.candidate, by: variable.by })
}

/** `COMPOSE_FILE` in the folder's `.env`, or in the one for production, or in the example that people copy. */
function composeFileVariable(tree: Tree, folder: Folder): { candidate: Candidate; by: string } | undefined {
  const names = ['.env', '.env.production', '.env.prod', '.env.example', '.env.sample', '.env.template', '.env.dist']
  for (const name of names) {
    const by = joinPath(folder.directory, name)
    const value = environmentValue(tree, by, 'COMPOSE_FILE')
    const candidate = value === undefined ? undefined : fromVariable(composeFileNames(value), by, folder)
    if (candidate) return { candidate, by }
  }
  return undefined
}

function leftOutOf(
  all: readonly string[],
  sets: readonly ComposeSet[],
  borrowed: ReadonlyMap<string, readonly string[]>,
): ComposeSets['leftOut'] {
  const judged = new Set(sets.flatMap(set => [...set.files, ...set.project.files]))
  return all.flatMap(path => {
    if (judged.has(path)) return []
    const [user] = borrowed.get(path) ?? []
    if (user !== undefined) return [{ path, because: `only ${user} uses it, which is in no set` }]
    const base = baseOf(all.filter(other => directoryOf(other) === directoryOf(path)))
    if (isBase(path) && base !== undefined && base !== path)
      return [{ path, because: `"docker compose" loads ${fileName(base)} instead, which lies beside it` }]
    return [{ path, because: 'it only changes services of a file that is not here' }]
  })
}
