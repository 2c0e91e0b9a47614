import type { WhileParsing } from '../code/read.js'
import { knownValue, type Span } from '../source.js'
import type { Tree } from '../tree.js'
import { backupsOf } from './backup/backups.js'
import { startWaits } from './blind-waits.js'
import { unreadablePlatforms } from './code/platform-problems.js'
import { type Schemas, schemasOf } from './code/schemas.js'
import { hasCode, mayRunItself, mentionsSchemas, NO_CODE } from './code/signs.js'
import { type CodeContext, type CodeFacts, codeOf } from './code.js'
import type { ConfiguredSet } from './compose/sets.js'
import { optional } from './compose/settings.js'
import { connectionsOf, environmentAddresses } from './connections.js'
import { databaseServersOf, platformServersOf } from './datastore/database-servers.js'
import { databaseUsesOf } from './datastore/database-uses.js'
import { initialisationsOf } from './datastore/initialisation.js'
import { poolersOf } from './datastore/poolers.js'
import { declarationsOf } from './declarations.js'
import { edgesOf } from './edges.js'
import { encryptionOf } from './encryption.js'
import { environmentFilesOf, initiationsOf, leaksOf } from './file-facts.js'
import { hostNamesOf } from './host-names.js'
import { dockerfilesOf } from './image/dockerfiles.js'
import { appliedPlaceholders } from './kubernetes/applied-placeholders.js'
import { clusterBackups } from './kubernetes/backups.js'
import { renamedServicesOf } from './kubernetes/renamed-services.js'
import { kubernetesSecretsOf } from './kubernetes/secrets.js'
import { unpullableImages } from './kubernetes/unpullable-images.js'
import { proxiesOf } from './proxies.js'
import { restoresOf } from './restores.js'
import { type Running, runningOf } from './running.js'
import { helmSecretsOf } from './secrets/helm-values.js'
import { scriptCommandSecrets } from './secrets/script-commands.js'
import { scriptSecretsOf } from './secrets/script-secrets.js'
import { settingSecretsOf } from './secrets/setting-secrets.js'
import { mayHoldSettings } from './secrets/settings/recognised.js'
import type { Connection, Deployment, Image, NotEvaluated, System } from './system.js'
import { teardownsOf } from './teardowns.js'
import { telemetryOf } from './telemetry.js'
import { unreadLanguages } from './unread-languages.js'
import { unreadableDockerfiles, unreadableEnvironment } from './unreadable-files.js'

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
  const declarations = declarationsOf(tree, dockerfiles, options.deployments)
  const running = runningOf(tree, dockerfiles, declarations)
  const { production, clusters, workloads, others, images } = running
  const names = hostNamesOf(production, workloads)
  const addresses = environmentAddresses(workloads, names)
  const connections = connectionsOf(addresses, names)
  const files = filesOf(tree)
  const settings = tree.files.some(mayHoldSettings) ? settingSecretsOf(tree) : { secrets: [], unreadable: [] }
  const { proxies, ...ofProxies } = proxiesOf(tree, workloads, others, clusters)
  const { telemetry, ...ofTelemetry } = telemetryOf(tree, workloads, names)
  const code = codeIn(tree, { ...running, names, connections }, options)
  const { schemas, unreadable: unreadableSchemas } = schemasIn(tree, running, connections, code)
  const { platforms } = declarations
  const { prometheus, destinations } = telemetry
  const isRun = code.services.some(service => service.workloads.length > 0)
  return {
    repository: repositoryAt(rootSpan(production, images, code.services)),
    deployments: running.deployments,
    workloads,
    services: code.services,
    storeUses: code.storeUses,
    images,
    connections,
    databaseServers: [...databaseServersOf(workloads, clusters, tree), ...platformServersOf(code.pools)],
    databaseUses: connections.some(({ database, to }) => database !== undefined && to !== undefined)
      ? databaseUsesOf({ connections, services: code.services, deployments: production }, tree)
      : [],
    renamedServices: renamedServicesOf(clusters, tree),
    unpullableImages: clusters.length > 0 ? unpullableImages(production, tree) : [],
    initialisations: workloads.some(mayInitialise) ? initialisationsOf(workloads, tree) : [],
    poolers: poolersOf(workloads, connections, clusters, tree),
    processesInCode: code.processes,
    pools: code.pools,
    edges: edgesOf({ workloads, addresses, proxies, names, clusters, prometheus, destinations }),
    startWaits: mayWait(workloads, tree) ? startWaits(workloads, tree) : [],
    proxies,
    encryption: encryptionOf(tree, { workloads, proxies, clusters }, options.tlsTerminatedUpstream),
    clusters,
    telemetry,
    backups: [...backupsOf(workloads, tree), ...(clusters.length > 0 ? clusterBackups(clusters, workloads) : [])],
    restores: restoresOf(workloads, clusters, tree),
    schemas,
    appliedPlaceholders: clusters.length > 0 ? appliedPlaceholders(production, tree) : [],
    ...files,
    settingSecrets: settings.secrets,
    unreadable: [
      ...settings.unreadable,
      ...platforms.flatMap(platform => platform.unreadable),
      ...ofProxies.unreadable,
      ...ofTelemetry.unreadable,
      ...unreadableSchemas,
      ...unreadableDockerfiles(images, dockerfiles),
      ...(hasCode(tree) && !isRun ? unreadablePlatforms(tree) : []),
      ...unreadableEnvironment(files.environmentFiles, new Set(platforms.flatMap(one => [...one.productionFiles]))),
    ],
    notEvaluated: eachOnce([
      ...tree.skipped,
      ...platforms.flatMap(platform => platform.notEvaluated),
      ...ofProxies.notEvaluated,
      ...ofTelemetry.notEvaluated,
      ...code.notEvaluated,
      ...(workloads.length + images.length > 0 ? unreadLanguages(tree) : []),
    ]),
  }
}

type OfFiles =
  | 'environmentFiles'
  | 'leaks'
  | 'kubernetesSecrets'
  | 'teardowns'
  | 'scriptCommandSecrets'
  | 'scriptSecrets'
  | 'helmSecrets'
  | 'replicaSetInitiations'

function holdsCommands({ format }: Tree['files'][number]): boolean {
  return format === 'shell' || format === 'ci' || format === 'makefile' || format === 'crontab'
}

/** Whether a database may be given scripts for its first start. */
function mayInitialise({ software, image, mounts }: System['workloads'][number]): boolean {
  if (software?.kind !== 'database') return false
  return image?.origin === 'built' || mounts.some(({ target }) => knownValue(target)?.includes('initdb'))
}

/** Whether a container may start with a script. */
function mayWait(workloads: System['workloads'], tree: Tree): boolean {
  return workloads.some(({ start }) => start?.script) || tree.files.some(({ format }) => format === 'shell')
}

/** What single files say, whatever runs them. */
function filesOf(tree: Tree): Pick<System, OfFiles> {
  const { secrets, leaks } = kubernetesSecretsOf(tree)
  return {
    environmentFiles: environmentFilesOf(tree),
    leaks: [...leaksOf(tree), ...leaks],
    kubernetesSecrets: secrets,
    teardowns: teardownsOf(tree),
    scriptCommandSecrets: tree.files.some(holdsCommands) ? scriptCommandSecrets(tree) : [],
    scriptSecrets: scriptSecretsOf(tree),
    helmSecrets: helmSecretsOf(tree),
    replicaSetInitiations: initiationsOf(tree),
  }
}

/** What the code says, where there is some that production may run. */
function codeIn(
  tree: Tree,
  { workloads, images, own, connections, names, isWhole }: Omit<CodeContext, 'deep' | 'whileParsing'>,
  { deep, whileParsing }: ModelOptions,
): CodeFacts {
  if (!hasCode(tree) || (workloads.length + images.length === 0 && !mayRunItself(tree))) return NO_CODE
  const switches = { deep: deep === true, ...optional('whileParsing', whileParsing) }
  return codeOf(tree, { workloads, images, own, connections, names, isWhole, ...switches })
}

function schemasIn(
  tree: Tree,
  { production, workloads, images }: Running,
  connections: readonly Connection[],
  { services, schemas }: CodeFacts,
): Schemas {
  if (schemas.length === 0 && !mentionsSchemas(tree)) return { schemas: [], unreadable: [] }
  const onRequest = production.flatMap(one => one.onRequest)
  return schemasOf(tree, { workloads, onRequest, images, connections, services }, schemas)
}

function repositoryAt(at: Span): System['repository'] {
  return { id: 'repository', kind: 'repository', name: 'repository', weight: 2, at, files: [] }
}

/** Ten services that name one file are one thing to say. */
function eachOnce(all: readonly NotEvaluated[]): readonly NotEvaluated[] {
  return [...new Map(all.map(one => [`${one.path}\n${one.because}`, one])).values()]
}

/** Where a finding about the whole repository points: the first file of the first production deployment, else of an image or what a platform runs. */
function rootSpan(production: readonly Deployment[], images: readonly Image[], services: System['services']): Span {
  return production[0]?.at ?? images[0]?.at ?? services[0]?.platform?.at ?? { path: '', start: 0, end: 0 }
}
