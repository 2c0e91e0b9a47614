import { scanText } from '../knowledge/providers.js'
import type { ComposeService } from '../parse/compose/project.js'
import { type EnvironmentFile, environmentFilePurpose, parseEnvironmentFile } from '../parse/dotenv.js'
import type { Problem } from '../parse/node.js'
import { child } from '../parse/node.js'
import { knownValue, type Span } from '../source.js'
import type { Tree } from '../tree.js'
import { alertRulesOf } from './alerts.js'
import { backupsOf } from './backups.js'
import { type ComposeSet, type ConfiguredSet, findComposeSets } from './compose-sets.js'
import { replicasOf } from './compose-settings.js'
import { workloadOf } from './compose-workload.js'
import { connectionsOf } from './connections.js'
import { type Dockerfiles, dockerfilesOf } from './dockerfiles.js'
import { shareImages } from './images.js'
import { kubernetesDirectories } from './kubernetes-manifests.js'
import { kubernetesSecretsOf } from './kubernetes-secrets.js'
import { booleanFact, textAt } from './read-node.js'
import { serviceUses } from './service-uses.js'
import type { Deployment, Image, Leak, NotEvaluated, System, Unreadable, Workload } from './system.js'
import { unusedImages } from './unused-images.js'

/** What the configuration adds to what the files say. */
export interface ModelOptions {
  readonly deployments: readonly ConfiguredSet[]
}

/** Reads the whole repository into one system. Never throws on what it reads: what is wrong is in the system. */
export function buildSystem(tree: Tree, options: ModelOptions): System {
  const dockerfiles = dockerfilesOf(tree)
  const { sets, leftOut } = findComposeSets(tree, options.deployments)
  const deployments = sets.map(set => deploymentOf(set, tree, dockerfiles))
  const production = deployments.filter(deployment => deployment.purpose === 'production')
  const declared = production.flatMap(deployment => deployment.workloads)
  const images = [...shareImages(declared), ...unusedImages(tree, dockerfiles, declared.length === 0 ? 2 : 0)]
  // The same objects everywhere, so that rules may compare them.
  const workloads = withSharedImages(declared, images)
  const environmentFiles = readEnvironmentFiles(tree)
  const kubernetes = kubernetesSecretsOf(tree)
  return {
    repository: {
      id: 'repository',
      kind: 'repository',
      name: 'repository',
      weight: 2,
      at: rootSpan(production, images),
      files: [],
    },
    deployments: [...production, ...deployments.filter(deployment => deployment.purpose !== 'production')],
    workloads,
    images,
    connections: connectionsOf(workloads),
    backups: backupsOf(workloads, tree),
    replicaSetInitiations: initiationsOf(tree),
    environmentFiles,
    alertRules: alertRulesOf(tree),
    leaks: [...leaksOf(tree), ...kubernetes.leaks],
    kubernetesSecrets: kubernetes.secrets,
    unreadable: [
      ...unreadableCompose(sets, tree),
      ...unreadableDockerfiles(images, dockerfiles),
      ...unreadableEnvironment(environmentFiles, sets),
    ],
    notEvaluated: notEvaluatedOf(tree, sets, leftOut),
  }
}

/** Where a finding about the whole repository points: the first file of the first production deployment, else of an image. */
function rootSpan(production: readonly Deployment[], images: readonly Image[]) {
  return production[0]?.at ?? images[0]?.at ?? { path: '', start: 0, end: 0 }
}

function withSharedImages(workloads: readonly Workload[], images: readonly Image[]): readonly Workload[] {
  const byId = new Map(images.map(image => [image.id, image]))
  return workloads.map(workload => {
    const image = workload.image && byId.get(workload.image.id)
    return image ? { ...workload, image } : workload
  })
}

function deploymentOf(set: ComposeSet, tree: Tree, dockerfiles: Dockerfiles): Deployment {
  const id = `${set.platform}:${set.files.join('+')}`
  const context = {
    tree,
    dockerfiles,
    project: set.project,
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
    problems: set.project.problems.filter(problem => problem.kind === 'structure'),
  }
}

function readEnvironmentFiles(tree: Tree): readonly EnvironmentFile[] {
  return tree.files.flatMap(file => {
    if (file.format !== 'dotenv') return []
    const source = tree.read(file.path)
    if (!source) return []
    return [
      {
        path: file.path,
        purpose: environmentFilePurpose(file.path),
        tracked: tree.tracked(file.path) !== false,
        ...parseEnvironmentFile(source),
      } satisfies EnvironmentFile,
    ]
  })
}

/** The first place in each file that initiates a MongoDB replica set, from a shell or through a driver. */
function initiationsOf(tree: Tree): readonly Span[] {
  return tree.files.flatMap(file => {
    // Prose about it initiates nothing.
    if (/\.(?:md|mdx|txt|rst|adoc)$/i.test(file.path)) return []
    const text = tree.read(file.path)?.text
    const found = text === undefined ? null : /\brs\.initiate\b|\breplSetInitiate\b/.exec(text)
    return found ? [{ path: file.path, start: found.index, end: found.index + found[0].length }] : []
  })
}

function leaksOf(tree: Tree): readonly Leak[] {
  return tree.files.flatMap(file => {
    const source = tree.read(file.path)
    return source ? scanText(source) : []
  })
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

function unreadableDockerfiles(images: readonly Image[], dockerfiles: Dockerfiles): readonly Unreadable[] {
  const production = new Set(images.filter(image => image.weight > 0).flatMap(image => image.files))
  return dockerfiles
    .all()
    .filter(file => file.problems.some(problem => problem.kind === 'syntax') || file.stages.length === 0)
    .map(file => ({
      path: file.path,
      format: 'dockerfile',
      production: production.has(file.path),
      problems: file.problems,
      mayDeclare: 1,
    }))
}

function unreadableEnvironment(files: readonly EnvironmentFile[], sets: readonly ComposeSet[]): readonly Unreadable[] {
  const production = new Set(sets.filter(set => set.purpose === 'production').flatMap(set => set.project.files))
  return files
    .filter(file => file.problems.length > 0)
    .map(file => ({
      path: file.path,
      format: 'dotenv',
      production: production.has(file.path),
      problems: file.problems,
      mayDeclare: 1,
    }))
}

function notEvaluatedOf(
  tree: Tree,
  sets: readonly ComposeSet[],
  leftOut: readonly NotEvaluated[],
): readonly NotEvaluated[] {
  const missing = sets.flatMap(set => (set.purpose === 'production' ? set.project.missing : []))
  return [
    ...tree.skipped,
    ...leftOut,
    ...missing.map(one => ({ path: one.path, because: `${one.at.path} names it, and it is not in the repository` })),
    ...kubernetesDirectories(tree),
  ]
}
