import type { WhileParsing } from '../code/read.js'
import { scanText } from '../knowledge/providers.js'
import { type EnvironmentFile, environmentFilePurpose, parseEnvironmentFile } from '../parse/dotenv.js'
import type { Span } from '../source.js'
import type { Tree } from '../tree.js'
import { backupsOf } from './backup/backups.js'
import type { Cluster } from './cluster.js'
import { type OwnImages, ownImages } from './code/own-images.js'
import { unreadablePlatforms } from './code/platform-problems.js'
import { schemasOf } from './code/schemas.js'
import { hasCode, mayRunItself, mentionsSchemas, NO_CODE } from './code/signs.js'
import { codeOf } from './code.js'
import { composeDeployments } from './compose/deployments.js'
import type { ConfiguredSet } from './compose/sets.js'
import { optional } from './compose/settings.js'
import { connectionsOf, environmentAddresses } from './connections.js'
import { databaseServersOf, platformServersOf } from './datastore/database-servers.js'
import { databaseUsesOf } from './datastore/database-uses.js'
import { poolersOf } from './datastore/poolers.js'
import { NOTHING_DECLARED } from './declared.js'
import { edgesOf } from './edges.js'
import { encryptionOf } from './encryption.js'
import { imageEnvironment } from './environment.js'
import { imageHealth } from './health.js'
import { hostNamesOf } from './host-names.js'
import { namedBuilds } from './image/builds.js'
import { type Dockerfiles, dockerfilesOf } from './image/dockerfiles.js'
import { isSameBuild, shareImages, useOfBuilt } from './image/images.js'
import { imagesSetAside, unusedImages } from './image/unused-images.js'
import { appliedPlaceholders } from './kubernetes/applied-placeholders.js'
import { clusterBackups } from './kubernetes/backups.js'
import type { NamedBuild } from './kubernetes/images.js'
import { withoutLocalCompose } from './kubernetes/local-compose.js'
import { kubernetesSecretsOf } from './kubernetes/secrets.js'
import { mentionsKubernetes } from './kubernetes/signs.js'
import { kubernetesDeployments } from './kubernetes.js'
import { mentionsPm2 } from './pm2/signs.js'
import { withPm2 } from './pm2.js'
import { withImageSignals, withProcesses } from './process/processes.js'
import { proxiesOf } from './proxies.js'
import { isDevelopmentFile } from './purpose.js'
import { restoresOf } from './restores.js'
import { mayBeRouted, withRouted } from './routed-workloads.js'
import { scriptSecretsOf } from './secrets/script-secrets.js'
import type { Deployment, Image, Leak, NotEvaluated, System, Unreadable, Workload } from './system.js'
import { teardownsOf } from './teardowns.js'
import { telemetryOf } from './telemetry.js'

/** What the configuration adds to what the files say. */
export interface ModelOptions {
  readonly deployments: readonly ConfiguredSet[]
  /** Something in front of the system encrypts what users send. */
  readonly tlsTerminatedUpstream?: boolean
  /** Types that declarations do not tell are asked of the TypeScript compiler. */
  readonly deep?: boolean
  /** Runs the parsers of program code. */
  readonly whileParsing?: WhileParsing
}

/** Reads the whole repository into one system. Never throws on what it reads: what is wrong is in the system. */
export function buildSystem(tree: Tree, options: ModelOptions): System {
  const dockerfiles = dockerfilesOf(tree)
  const isCompose = options.deployments.length > 0 || tree.files.some(file => file.format === 'compose')
  const composed = isCompose ? composeDeployments(tree, dockerfiles, options.deployments) : NOTHING_DECLARED
  let named: readonly NamedBuild[] | undefined
  const builds = () => {
    named ??= namedBuilds(tree, dockerfiles, composed.deployments)
    return named
  }
  const kubernetes = mentionsKubernetes(tree)
    ? kubernetesDeployments(tree, dockerfiles, options.deployments, builds)
    : NOTHING_DECLARED
  const containers =
    kubernetes.deployments.length > 0
      ? [withoutLocalCompose(composed, kubernetes, tree), kubernetes]
      : [composed, kubernetes]
  const platforms = mentionsPm2(tree, containers) ? withPm2(tree, containers, options.deployments) : containers
  const deployments = platforms.flatMap(platform => platform.deployments)
  const production = deployments.filter(deployment => deployment.purpose === 'production')
  const clusters = production.flatMap(({ cluster }) => cluster ?? [])
  const others = deployments.flatMap(one =>
    one.purpose === 'production' ? one.onRequest : [...one.workloads, ...one.onRequest],
  )
  const declared = withRoles(production, others, clusters, tree)
  // What a file that cannot be read declares may run them: breaking it must not make them the whole system.
  const isWhole = platforms.every(platform => platform.unreadable.length === 0)
  const unused = unusedImages(tree, dockerfiles, isWhole && declared.length === 0 ? 2 : 0)
  const images = [...shareImages(declared), ...unused.map(image => withImageSignals(image, tree))]
  // The same objects everywhere, so that rules may compare them.
  const shared = withSharedImages(declared, images)
  const built = [...images, ...builtBeside(others, images), ...imagesSetAside(tree, dockerfiles)]
  const own = ownImages(tree, built, shared, builds)
  const workloads = shared.map(workload => withOwnProcesses(workload, own, tree))
  const names = hostNamesOf(production, workloads)
  const addresses = environmentAddresses(workloads, names)
  const environmentFiles = readEnvironmentFiles(tree)
  const secrets = kubernetesSecretsOf(tree)
  const proxies = proxiesOf(tree, workloads, others, clusters)
  const telemetry = telemetryOf(tree, workloads, names)
  const connections = connectionsOf(addresses, names)
  const code =
    hasCode(tree) && (workloads.length + images.length > 0 || mayRunItself(tree))
      ? codeOf(tree, {
          workloads,
          images,
          own,
          connections,
          names,
          deep: options.deep === true,
          ...optional('whileParsing', options.whileParsing),
          isWhole,
        })
      : NO_CODE
  const isRun = code.services.some(service => service.workloads.length > 0)
  const { schemas, unreadable: unreadableSchemas } =
    code.schemas.length > 0 || mentionsSchemas(tree)
      ? schemasOf(
          tree,
          {
            workloads,
            onRequest: production.flatMap(one => one.onRequest),
            images,
            connections,
            services: code.services,
          },
          code.schemas,
        )
      : { schemas: [], unreadable: [] }
  return {
    repository: {
      id: 'repository',
      kind: 'repository',
      name: 'repository',
      weight: 2,
      at: rootSpan(production, images, code.services),
      files: [],
    },
    deployments: [...production, ...deployments.filter(deployment => deployment.purpose !== 'production')],
    workloads,
    services: code.services,
    storeUses: code.storeUses,
    images,
    connections,
    databaseServers: [...databaseServersOf(workloads, clusters, tree), ...platformServersOf(code.pools)],
    databaseUses: connections.some(({ database, to }) => database !== undefined && to !== undefined)
      ? databaseUsesOf({ connections, services: code.services, deployments: production }, tree)
      : [],
    poolers: poolersOf(workloads, connections, clusters, tree),
    processesInCode: code.processes,
    pools: code.pools,
    edges: edgesOf({
      workloads,
      addresses,
      proxies: proxies.proxies,
      names,
      clusters,
      prometheus: telemetry.telemetry.prometheus,
      destinations: telemetry.telemetry.destinations,
    }),
    proxies: proxies.proxies,
    encryption: encryptionOf(tree, { workloads, proxies: proxies.proxies, clusters }, options.tlsTerminatedUpstream),
    clusters,
    telemetry: telemetry.telemetry,
    backups: [...backupsOf(workloads, tree), ...(clusters.length > 0 ? clusterBackups(clusters, workloads) : [])],
    restores: restoresOf(workloads, clusters, tree),
    teardowns: teardownsOf(tree),
    scriptSecrets: scriptSecretsOf(tree),
    schemas,
    replicaSetInitiations: initiationsOf(tree),
    environmentFiles,
    leaks: [...leaksOf(tree), ...secrets.leaks],
    kubernetesSecrets: secrets.secrets,
    appliedPlaceholders: clusters.length > 0 ? appliedPlaceholders(production, tree) : [],
    unreadable: [
      ...platforms.flatMap(platform => platform.unreadable),
      ...proxies.unreadable,
      ...telemetry.unreadable,
      ...unreadableSchemas,
      ...unreadableDockerfiles(images, dockerfiles),
      ...(hasCode(tree) && !isRun ? unreadablePlatforms(tree) : []),
      ...unreadableEnvironment(environmentFiles, new Set(platforms.flatMap(one => [...one.productionFiles]))),
    ],
    notEvaluated: eachOnce([
      ...tree.skipped,
      ...platforms.flatMap(platform => platform.notEvaluated),
      ...proxies.notEvaluated,
      ...telemetry.notEvaluated,
      ...code.notEvaluated,
    ]),
  }
}

/** The workloads of production: where neither a port nor a label tells that users reach them, the proxies may. */
function withRoles(
  production: readonly Deployment[],
  others: readonly Workload[],
  clusters: readonly Cluster[],
  tree: Tree,
): readonly Workload[] {
  const declared = production.flatMap(deployment => deployment.workloads)
  if (!mayBeRouted(declared)) return declared
  const { proxies } = proxiesOf(tree, declared, others, clusters)
  return proxies.length > 0 ? withRouted(declared, proxies, hostNamesOf(production, declared)) : declared
}

/** Ten services that name one file are one thing to say. */
function eachOnce(all: readonly NotEvaluated[]): readonly NotEvaluated[] {
  return [...new Map(all.map(one => [`${one.path}\n${one.because}`, one])).values()]
}

/** What development builds: production may run the same code under the name of a registry. */
function builtBeside(others: readonly Workload[], images: readonly Image[]): readonly Image[] {
  const known = new Set(images.map(({ id }) => id))
  return others.flatMap(({ image }) => (image?.origin === 'built' && !known.has(image.id) ? image : []))
}

/** Where a finding about the whole repository points: the first file of the first production deployment, else of an image or what a platform runs. */
function rootSpan(production: readonly Deployment[], images: readonly Image[], services: System['services']): Span {
  return production[0]?.at ?? images[0]?.at ?? services[0]?.platform?.at ?? { path: '', start: 0, end: 0 }
}

function withSharedImages(workloads: readonly Workload[], images: readonly Image[]): readonly Workload[] {
  const byId = new Map(images.map(image => [image.id, image]))
  return workloads.map(workload => {
    const image = workload.image && byId.get(workload.image.id)
    if (!workload.image || !image) return workload
    // One subject, and what each is given of it: a Dockerfile may build another program for each value of an argument.
    return {
      ...workload,
      image: isSameBuild(workload.image, image)
        ? image
        : { ...workload.image, weight: image.weight, usedBy: image.usedBy },
    }
  })
}

/**
 * What a workload runs by itself, or of an image that is built here for it, which stays that of the registry. What is for
 * development, and the stages of it, are not what production is given.
 */
function withOwnProcesses(workload: Workload, own: OwnImages, tree: Tree): Workload {
  const { image, start } = own.startedAs(workload)
  const built = image === workload.image ? undefined : image?.dockerfile
  if (!image || !built || isDevelopmentFile(built.file.path) || built.stage !== built.file.stages.at(-1))
    return withProcesses(workload, tree)
  const known = withProcesses({ ...workload, image, ...optional('start', start) }, tree)
  const isOpen = known.health.state === 'unknown' && !known.pod
  const health = isOpen ? imageHealth(useOfBuilt(image), known.health.at) : known.health
  const environment = new Map([...imageEnvironment(built), ...known.environment])
  return { ...known, ...optional('image', workload.image), builtFrom: image, health, environment }
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
    if (/\.(?:md|mdx|txt|rst|adoc)$/i.test(file.path) || FOR_EYES.test(file.path)) return []
    const text = tree.read(file.path)?.text
    const found = text === undefined ? null : /\brs\.initiate\b|\breplSetInitiate\b/.exec(text)
    return found ? [{ path: file.path, start: found.index, end: found.index + found[0].length }] : []
  })
}

/** Translations, styles and drawings: megabytes in which nothing is configured and nobody keeps a token. */
const FOR_EYES = /\.(?:pot?|xliff?|svg|css|s[ac]ss|less)$/i

function leaksOf(tree: Tree): readonly Leak[] {
  return tree.files.flatMap(file => {
    const source = FOR_EYES.test(file.path) ? undefined : tree.read(file.path)
    return source ? scanText(source) : []
  })
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

function unreadableEnvironment(
  files: readonly EnvironmentFile[],
  production: ReadonlySet<string>,
): readonly Unreadable[] {
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
