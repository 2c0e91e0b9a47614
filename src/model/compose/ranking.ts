import { softwareOf } from '../../knowledge/index.js'
import type { ComposeService } from '../../parse/compose/project.js'
import { parseImageReference } from '../../parse/image-reference.js'
import { child, descend, textOf } from '../../parse/node.js'
import { depthOf, isWithin } from '../../paths.js'
import type { Tree } from '../../tree.js'
import type { Candidate } from './candidates.js'
import type { FolderSets, JudgedSet, Strength } from './choice.js'
import type { ShellEnvironment } from './deploy-environment.js'
import { isToldForSwarm, platformOf } from './invocations.js'
import { type LoadProject, servicesOf } from './loader.js'
import { type NeededProfiles, neededProfiles } from './profiles.js'
import type { ComposeSet, ConfiguredSet } from './sets.js'
import { stackFiles } from './stack-problems.js'

const ORDER: readonly Strength[] = ['named', 'plain', 'nearest', 'none']

interface Placed extends JudgedSet {
  readonly directory: string
}

/**
 * Compares the sets of all folders. A second description of the same system (a copy, a service's own file for working on
 * it alone, the files for staging) must not count twice.
 */
export function rankSets(
  tree: Tree,
  folders: readonly FolderSets[],
  configured: readonly ConfiguredSet[],
  load: LoadProject,
  shellOf: (files: readonly string[]) => ShellEnvironment,
): readonly ComposeSet[] {
  const placed = folders.flatMap(({ directory, sets }) => sets.map((set): Placed => ({ ...set, directory })))
  const kept: Kept[] = configured
    .filter(set => set.purpose === 'production')
    .map(set => ({
      files: set.files,
      all: load(set.files).files,
      directory: '',
      strength: 'named',
      configured: true,
      project: load(set.files),
    }))
  const texts: Texts = { ofSets: new Map(), ofFiles: new Map() }
  const sets: ComposeSet[] = []
  for (const set of placed.sort(byStrength)) {
    const { candidate } = set
    const why = set.production ? doubleOf(tree, set, kept, texts) : undefined
    const production = set.production && why === undefined
    const shell = production ? shellOf(candidate.files) : undefined
    const told = candidate.invocation?.profiles ?? []
    const { profiles } = production && told.length === 0 ? neededProfiles(candidate.project) : NONE_NEEDED
    const needed = profiles.length > 0 ? `, with the profile ${profiles.join(' and ')}` : ''
    const platform = platformOf(candidate.files, candidate.project, candidate.invocation)
    sets.push({
      files: candidate.files,
      directory: set.directory,
      platform,
      purpose: production ? 'production' : 'development',
      because: why ?? `${set.because}${needed}`,
      project:
        shell?.size || profiles.length > 0
          ? load(candidate.files, {
              ...candidate.invocation,
              ...(shell && { shell }),
              profiles: [...told, ...profiles],
            })
          : candidate.project,
      stackFiles:
        production && isToldForSwarm(candidate.files, candidate.invocation)
          ? stackFiles(tree, candidate.files, candidate.invocation)
          : [],
    })
    if (production)
      kept.push({
        ...set,
        files: candidate.files,
        all: candidate.project.files,
        project: candidate.project,
        configured: false,
      })
  }
  return sets
}

const NONE_NEEDED: NeededProfiles = { profiles: [], doubtful: [] }

/** The sets that are kept, by their texts. */
interface Texts {
  readonly ofSets: Map<string, string>
  readonly ofFiles: Map<string, string>
}

interface Kept {
  readonly files: readonly string[]
  /** With what they include and extend. */
  readonly all: readonly string[]
  readonly directory: string
  readonly strength: Strength
  readonly configured: boolean
  readonly project: Candidate['project']
}

function byStrength(one: Placed, other: Placed): number {
  return (
    ORDER.indexOf(one.strength) - ORDER.indexOf(other.strength) ||
    depthOf(one.directory) - depthOf(other.directory) ||
    (one.directory < other.directory ? -1 : one.directory > other.directory ? 1 : 0)
  )
}

/** Why a set describes what another one already does; undefined when it does not. */
function doubleOf(tree: Tree, set: Placed, kept: readonly Kept[], texts: Texts): string | undefined {
  const { candidate, directory } = set
  const own = candidate.files.map(file => tree.read(file)?.text ?? '')
  const text = own.join('\n')
  const name = candidate.files.join(' + ')
  const copy = texts.ofSets.get(text)
  if (copy !== undefined) return `it repeats ${copy}`
  for (const other of kept) {
    const whole = other.files.join(' + ')
    if (candidate.files.every(file => other.all.includes(file))) return `it is a part of ${whole}`
    const stronger = ORDER.indexOf(other.strength) < ORDER.indexOf(set.strength)
    const above = isWithin(other.directory, directory) && other.directory !== directory
    const below = isWithin(directory, other.directory) && other.directory !== directory
    if (other.configured || other.directory === directory) continue
    if ((above || (stronger && below)) && describes(other, candidate)) return sameSystem(whole, stronger)
    if (stronger && !above && !below && mirrors(other, candidate)) return sameSystem(whole, stronger)
  }
  // The base of an override, in a folder of its own.
  const [part, ...others] = new Set(own.map(one => texts.ofFiles.get(one)))
  if (part !== undefined && others.length === 0) return `it repeats a part of ${part}`
  texts.ofSets.set(text, name)
  for (const one of own) if (!texts.ofFiles.has(one)) texts.ofFiles.set(one, name)
  return undefined
}

function sameSystem(whole: string, stronger: boolean): string {
  return stronger ? `${whole} runs the same services and is nearer to production` : `${whole} runs the same services`
}

/** Whether `whole` already runs what `part` declares: everything that it builds, or else everything but tools. */
function describes({ project }: Kept, part: Candidate): boolean {
  const whole = servicesOf(project)
  const contexts = new Set([...whole.values()].flatMap(service => contextOf(service) ?? []))
  const repositories = new Set([...whole.values()].flatMap(service => repositoryOf(service) ?? []))
  const own = [...servicesOf(part.project).values()]
  const isThere = (service: ComposeService) => {
    const context = contextOf(service)
    const twin = whole.get(service.name)
    const other = twin && contextOf(twin)
    if (twin && (context === undefined || other === undefined || context === other)) return true
    const repository = repositoryOf(service)
    return context === undefined ? repository !== undefined && repositories.has(repository) : contexts.has(context)
  }
  const built = own.filter(service => contextOf(service) !== undefined)
  const decisive = built.length > 0 ? built : own.filter(service => !isTool(service))
  return decisive.length > 0 && decisive.every(isThere)
}

/** Whether two sets in unrelated folders are one system: the same services of the same origin, for the greater part. */
function mirrors({ project }: Kept, part: Candidate): boolean {
  const whole = servicesOf(project)
  const own = [...servicesOf(part.project).values()]
  const same = own.filter(service => {
    const twin = whole.get(service.name)
    if (!twin) return false
    const context = contextOf(service)
    if (context !== undefined && context === contextOf(twin)) return true
    const repository = repositoryOf(service)
    return repository !== undefined && repository === repositoryOf(twin)
  })
  return same.length * 2 > own.length
}

function contextOf({ node }: ComposeService): string | undefined {
  return textOf(descend(node, 'build', 'context'))
}

function repositoryOf({ node }: ComposeService): string | undefined {
  return parseImageReference(textOf(child(node, 'image')) ?? '')?.repository
}

function isTool(service: ComposeService): boolean {
  const repository = repositoryOf(service)
  const kind = repository === undefined ? undefined : softwareOf(repository)?.software.kind
  return kind === 'admin-tool' || kind === 'development-tool'
}
