import type { ComposeProject } from '../../parse/compose/project.js'
import { child } from '../../parse/node.js'
import { directoryOf, joinPath } from '../../paths.js'
import { folderPurpose } from '../purpose.js'
import { entriesOf } from '../read-node.js'
import type { ComposeInvocation } from './invocations.js'
import { danglingCount, isComplete, isNearlyComplete, isUnreadable, type LoadProject, servicesOf } from './loader.js'
import { baseOf, isBase, isCommon, overrideOf, type Variant, variantOf } from './names.js'

/** Files that somebody would load together, before it is decided what runs in production. */
export interface Candidate {
  readonly files: readonly string[]
  readonly project: ComposeProject
  readonly variant: Variant
  /** Why it is of that variant, as a sentence without a full stop; absent for what its files' names do not say. */
  readonly because?: string
  readonly invocation?: ComposeInvocation
}

/** What is known of the compose files of one folder. */
export interface Folder {
  readonly directory: string
  /** The files of the folder that may be sets of their own. */
  readonly paths: readonly string[]
  /** The files of all folders. */
  readonly all: readonly string[]
  /** Commands whose first file lies here. */
  readonly invocations: readonly ComposeInvocation[]
  readonly load: LoadProject
}

/** Every combination of a folder's files that somebody would load. A fragment is never one alone. */
export function candidatesOf(folder: Folder): readonly Candidate[] {
  const found = new Map<string, Candidate>()
  const add = (candidate: Candidate) => {
    const key = candidate.files.join('\n')
    if (!found.has(key)) found.set(key, candidate)
  }
  const commanded = folder.invocations.flatMap(one => fromCommand(one, folder) ?? []).sort(byWeight)
  for (const candidate of commanded) add(candidate)
  const base = baseOf(folder.paths)
  const override = overrideOf(folder.paths)
  if (base) add({ files: [base], project: folder.load([base]), variant: 'base' })
  if (base && override) add(fromNames([base, override], folder))
  const joined = new Set(commanded.filter(one => one.files.length > 1).flatMap(one => one.files))
  for (const path of folder.paths) {
    if (!isBase(path) && path !== override && !joined.has(path)) add(fromFile(path, folder))
  }
  return [...found.values()].filter(
    ({ project, files }) =>
      isComplete(project) ||
      isUnreadable(project) ||
      (files.length === 1 ? isBase(files[0] ?? '') : isNearlyComplete(project)),
  )
}

/** Commands that start something in production first, so that of two for the same files the telling one is kept. */
function byWeight(one: Candidate, other: Candidate): number {
  const weight = ({ invocation }: Candidate) =>
    (invocation?.purpose === 'production' ? 2 : 0) + (invocation?.starts ? 1 : 0)
  return weight(other) - weight(one)
}

function fromNames(files: readonly string[], folder: Folder): Candidate {
  return { files, project: folder.load(files), variant: 'part', ...saidOf(files) }
}

/** What the names of files that are loaded together say, the last one that speaks first; then what their folders say. */
function saidOf(files: readonly string[]): Pick<Candidate, 'variant' | 'because'> | undefined {
  const telling = files.findLast(file => !['base', 'part'].includes(variantOf(file)))
  if (telling !== undefined) {
    const variant = variantOf(telling)
    return { variant, because: `${telling} ${NAMES[variant] ?? 'is loaded'}` }
  }
  const first = files[0] ?? ''
  const elsewhere = files.filter(file => directoryOf(file) !== directoryOf(first))
  const said = elsewhere.map(file => folderPurpose(directoryOf(file))).findLast(one => one !== undefined)
  return said && { variant: said.purpose, because: `a part of it lies in ${said.folder}/` }
}

const NAMES: Readonly<Partial<Record<Variant, string>>> = {
  production: 'is named for production',
  preproduction: 'is named for pre-production',
  development: 'is named for development',
  override: 'changes the base on the machines of developers',
}

/** The set that a command names. The names of its files outrank the words around it: a pipeline may check the production set. */
function fromCommand(invocation: ComposeInvocation, folder: Folder): Candidate | undefined {
  const { files, by } = invocation
  const project = folder.load(files, invocation)
  const said = saidOf(files)
  if (said) return { files, project, invocation, ...said }
  const { purpose } = invocation
  if (purpose === 'production' && invocation.starts) return { files, project, variant: 'production', invocation }
  // What a test or a developer starts may well be what production runs, when it is the base alone.
  if (files.length === 1 && isBase(files[0] ?? '')) return undefined
  if (purpose === 'preproduction')
    return { files, project, variant: 'preproduction', invocation, because: `${by} starts it before production` }
  if (purpose === 'development')
    return { files, project, variant: 'development', invocation, because: `${by} uses it for development` }
  return files.length > 1 ? { files, project, variant: 'base', invocation } : undefined
}

/** A file with what it needs to be loaded: nothing, the base that it changes, or the base whose services it refers to. */
function fromFile(path: string, folder: Folder): Candidate {
  const alone = folder.load([path])
  // What a nameless file would add is not known: it stands for itself, and is not verified.
  if (isUnreadable(alone) && variantOf(path) === 'part') return fromNames([path], folder)
  const standing = isComplete(alone) && danglingCount(alone) === 0 && !isUnreadable(alone)
  const base = standing ? undefined : groundOf(path, alone, folder)
  if (base !== undefined) return fromNames([base, path], folder)
  const overlaid = variantOf(path) === 'production' ? groundByHosts(path, alone, folder) : undefined
  return fromNames(overlaid === undefined ? [path] : [overlaid, path], folder)
}

/** The file that a fragment stands on: the nearest base that completes it, else the nearest that most of it changes. */
function groundOf(path: string, alone: ComposeProject, folder: Folder): string | undefined {
  const grounds = groundsOf(path, folder)
  const ground = grounds.find(base => {
    const together = folder.load([base, path])
    if (isUnreadable(together)) return true
    return isComplete(together) && (!isComplete(alone) || danglingCount(together) < danglingCount(alone))
  })
  if (ground !== undefined || isComplete(alone)) return ground
  // Compose refuses a service that only the override knows. That is to be said of the set, and no reason to judge the base alone.
  const own = [...servicesOf(alone).keys()]
  return grounds.find(base => {
    const there = servicesOf(folder.load([base]))
    const changed = own.filter(name => there.has(name)).length
    return changed * 2 > own.length && isNearlyComplete(folder.load([base, path]))
  })
}

/** A complete file can still be written over a base: it connects to a service that only the base has. */
function groundByHosts(path: string, alone: ComposeProject, folder: Folder): string | undefined {
  const own = servicesOf(alone)
  const texts = [...own.values()].flatMap(({ node }) =>
    entriesOf(child(node, 'environment')).flatMap(([, value]) => (value.kind === 'scalar' ? (value.text ?? []) : [])),
  )
  const hosts = new Set(texts.flatMap(hostsIn).filter(host => !own.has(host)))
  const base = baseOf(folder.paths)
  if (base === undefined || base === path || hosts.size === 0) return undefined
  const others = servicesOf(folder.load([base]))
  return [...own.keys()].some(name => others.has(name)) && [...hosts].some(host => others.has(host)) ? base : undefined
}

/** Names in the places of hosts: the whole text, behind `@` or `//`, before a port. */
function hostsIn(text: string): readonly string[] {
  if (text.length > 2_048) return []
  if (!text.includes('//')) return text.split(',').map(part => part.trim().replace(/:\d+$/, ''))
  const authority = /\/\/([^/?#\s]*)/.exec(text)?.[1] ?? ''
  return authority
    .slice(authority.lastIndexOf('@') + 1)
    .split(',')
    .map(part => part.replace(/:\d+$/, ''))
}

function groundsOf(path: string, folder: Folder): readonly string[] {
  const grounds = [baseOf(folder.paths), ...folder.paths.filter(isCommon)]
  for (let directory = folder.directory; directory !== '.'; ) {
    directory = directoryOf(directory)
    grounds.push(baseOf(folder.all.filter(file => directoryOf(file) === directory)))
  }
  return grounds.filter(base => base !== undefined && base !== path) as string[]
}

/** A candidate for the files that COMPOSE_FILE in an env file of the folder names; undefined when one is not here. */
export function fromVariable(names: readonly string[], by: string, folder: Folder): Candidate | undefined {
  const files = names.map(name => joinPath(directoryOf(by), name))
  if (files.length === 0 || !files.every(file => folder.all.includes(file))) return undefined
  return { files, project: folder.load(files), variant: 'base', ...saidOf(files) }
}
