import type { ComposeService } from '../../parse/compose/project.js'
import { child, type Problem } from '../../parse/node.js'
import { knownValue } from '../../source.js'
import type { Tree } from '../../tree.js'
import type { Declared } from '../declared.js'
import type { Dockerfiles } from '../image/dockerfiles.js'
import { booleanFact, textAt } from '../read-node.js'
import type { Deployment, Unreadable } from '../system.js'
import { configTextsOf } from './configs.js'
import { externalNetworks } from './external-networks.js'
import { neededProfiles } from './profiles.js'
import { serviceUses } from './service-uses.js'
import { type ComposeSet, type ConfiguredSet, findComposeSets } from './sets.js'
import { replicasOf } from './settings.js'
import { stackProblems } from './stack-problems.js'
import { workloadOf } from './workload.js'

/** What the compose files of the repository declare: one deployment for each set that is loaded together. */
export function composeDeployments(
  tree: Tree,
  dockerfiles: Dockerfiles,
  configured: readonly ConfiguredSet[],
): Declared {
  const { sets, leftOut } = findComposeSets(tree, configured)
  const production = sets.filter(set => set.purpose === 'production')
  const missing = production.flatMap(set => set.project.missing)
  return {
    deployments: sets.map(set => ({
      ...deploymentOf(set, tree, dockerfiles),
      externalNetworks: set.purpose === 'production' ? externalNetworks(set, sets, tree) : [],
    })),
    unreadable: unreadableCompose(sets, tree),
    notEvaluated: [
      ...leftOut,
      ...missing.map(one => ({ path: one.path, because: `${one.at.path} names it, and it is not in the repository` })),
      ...production.flatMap(({ files: [path = ''], project }) => {
        const { doubtful } = neededProfiles(project)
        const because = `everything that it builds waits for a profile, and which of ${doubtful.join(', ')} production switches on is not known`
        return doubtful.length > 0 ? [{ path, because }] : []
      }),
    ],
    productionFiles: new Set(production.flatMap(set => set.project.files)),
  }
}

function deploymentOf(set: ComposeSet, tree: Tree, dockerfiles: Dockerfiles): Deployment {
  const id = `${set.platform}:${set.files.join('+')}`
  const context = {
    tree,
    dockerfiles,
    project: set.project,
    configTexts: configTextsOf(set.project, tree),
    uses: serviceUses(set.project, tree),
    deployment: id,
    directory: set.directory,
    platform: set.platform,
    purpose: set.purpose,
  }
  const services = [...set.project.services.values()]
  const isWaiting = ({ node }: ComposeService) => knownValue(replicasOf(node, set.platform)) === 0
  const started = services.filter(service => !isWaiting(service))
  const waiting = services.filter(isWaiting)
  const first = set.files[0] ?? ''
  const text = tree.read(first)?.text ?? ''
  const found = text.search(/^services\s*:/m)
  const start = found === -1 ? 0 : found
  return {
    id,
    kind: 'deployment',
    name: set.files.join(' + '),
    weight: set.purpose === 'production' ? 2 : 0,
    at: { path: first, start, end: found === -1 ? 0 : start + 'services'.length },
    files: set.project.files,
    platform: set.platform,
    purpose: set.purpose,
    because: set.because,
    workloads: started.map(service => workloadOf(service, context)),
    onRequest: [...waiting, ...set.project.disabled.values()].map(service =>
      workloadOf(service, { ...context, purpose: 'development' }),
    ),
    networks: [...set.project.networks.values()].map(network => ({
      name: network.name,
      external: knownValue(booleanFact(child(network.node, 'external'))) === true,
      internal: knownValue(booleanFact(child(network.node, 'internal'))) === true,
      at: network.at,
    })),
    volumes: [...set.project.volumes.values()].map(volume => {
      const driver = textAt(volume.node, 'driver')
      return {
        name: volume.name,
        external: knownValue(booleanFact(child(volume.node, 'external'))) === true,
        ...(driver ? { driver } : {}),
        at: volume.at,
      }
    }),
    problems: [
      ...set.project.problems.filter(problem => problem.kind === 'structure'),
      ...(set.stackFiles.length > 0 ? stackProblems(tree, set.stackFiles) : []),
    ],
  }
}

/**
 * At most this many subjects can a compose text declare: each needs a key that opens a block or is given an anchor, an alias or
 * a tag, or a brace, or an alias within braces.
 */
function mayDeclare(text: string): number {
  const blocks = text.match(/^[ \t]+[\w."'-]+[ \t]*:[ \t]*(?:[#&*!].*)?\r?$/gm)?.length ?? 0
  const braces = text.match(/\{/g)?.length ?? 0
  const aliases = text.match(/[{,][^{,\n]{0,100}:[ \t]*\*/g)?.length ?? 0
  return Math.max(1, blocks + braces + aliases)
}

function unreadableCompose(sets: readonly ComposeSet[], tree: Tree): readonly Unreadable[] {
  const found = new Map<string, { problems: Map<number, Problem>; production: boolean }>()
  for (const set of sets) {
    for (const problem of set.project.problems) {
      if (problem.kind !== 'syntax') continue
      const entry = found.get(problem.at.path) ?? { problems: new Map(), production: false }
      entry.production ||= set.purpose === 'production'
      if (!entry.problems.has(problem.at.start)) entry.problems.set(problem.at.start, problem)
      found.set(problem.at.path, entry)
    }
  }
  return [...found]
    .filter(([path]) => /\.ya?ml$/i.test(path) || sets.some(set => set.files.includes(path)))
    .map(([path, { problems, production }]) => ({
      path,
      format: 'compose',
      production,
      problems: [...problems.values()],
      mayDeclare: mayDeclare(tree.read(path)?.text ?? ''),
    }))
}
