import { type ComposeProject, type ComposeService, loadComposeProject } from '../../parse/compose/project.js'
import { parseEnvironmentFile } from '../../parse/dotenv.js'
import { child } from '../../parse/node.js'
import { directoryOf, joinPath } from '../../paths.js'
import type { Tree } from '../../tree.js'
import type { ShellEnvironment } from './deploy-environment.js'

/** What `docker compose` is told besides the files. */
export interface LoadSettings {
  readonly profiles?: readonly string[]
  readonly environmentFiles?: readonly string[]
  readonly projectDirectory?: string
  /** What the shell that deploys them has set. */
  readonly shell?: ShellEnvironment
}

/** Loads compose files together; each combination once. */
export type LoadProject = (files: readonly string[], settings?: LoadSettings) => ComposeProject

const NO_SHELL: ShellEnvironment = new Map()

/** A loader for the files of a tree. Profiles that `COMPOSE_PROFILES` of the project's `.env` names are on, as in Compose. */
export function projectLoader(tree: Tree): LoadProject {
  const loaded = new Map<string, ComposeProject>()
  return (files, settings = {}) => {
    const { projectDirectory = directoryOf(files[0] ?? ''), environmentFiles = [], shell = NO_SHELL } = settings
    const sources = environmentFiles.length > 0 ? environmentFiles : [joinPath(projectDirectory, '.env')]
    const set = shell.get('COMPOSE_PROFILES')
    const inFiles = sources
      .map(path => environmentValue(tree, path, 'COMPOSE_PROFILES'))
      .findLast(one => one !== undefined)
    const named = set?.known ? set.text : inFiles
    const profiles = [...(settings.profiles ?? []), ...(named ?? '').split(',').map(name => name.trim())]
    const request = {
      files,
      projectDirectory,
      profiles: [...new Set(profiles)].filter(name => name !== ''),
      ...(environmentFiles.length > 0 ? { environmentFiles } : {}),
    }
    const key = JSON.stringify([request, ...shell])
    const before = loaded.get(key)
    if (before) return before
    const project = loadComposeProject({ ...request, environment: shell, unset: 'unknown', read: tree.read })
    loaded.set(key, project)
    return project
  }
}

/** The value of a name in an env file of the tree; undefined when the file or the name is not there, or it holds variables. */
export function environmentValue(tree: Tree, path: string, name: string): string | undefined {
  const source = tree.read(path)
  if (!source?.text.includes(name)) return undefined
  const value = parseEnvironmentFile(source).entries.findLast(entry => entry.name === name)?.value
  return value === null || value?.includes('$') ? undefined : value
}

const ORIGINS = ['image', 'build', 'provider']

/** Whether it stands alone: it starts something, and everything that it starts says what to run. */
export function isComplete(project: ComposeProject): boolean {
  const services = [...servicesOf(project).values()]
  return services.length > 0 && services.every(({ node }) => ORIGINS.some(key => child(node, key) !== undefined))
}

/**
 * Whether most of what it starts says what to run: a set that belongs together, of which Compose refuses the rest. A fragment
 * without its base is none.
 */
export function isNearlyComplete(project: ComposeProject): boolean {
  const services = [...servicesOf(project).values()]
  const complete = services.filter(({ node }) => ORIGINS.some(key => child(node, key) !== undefined)).length
  return complete * 2 > services.length
}

/** Whether a file of it is no YAML. */
export function isUnreadable(project: ComposeProject): boolean {
  return project.problems.some(problem => problem.kind === 'syntax')
}

/** How many of its references lead nowhere: a service, network or volume that no file of it declares. */
export function danglingCount(project: ComposeProject): number {
  return project.problems.filter(({ code }) => code === 'undefined-reference' || code === 'undefined-dependency').length
}

/** All services, those that only a profile switches on included. */
export function servicesOf(project: ComposeProject): ReadonlyMap<string, ComposeService> {
  return new Map([...project.services, ...project.disabled])
}
