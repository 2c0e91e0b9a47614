import type { Tree } from '../tree.js'
import type { Cluster } from './cluster.js'
import { type OwnImages, ownImages } from './code/own-images.js'
import { optional } from './compose/settings.js'
import type { Declarations } from './declarations.js'
import { imageEnvironment } from './environment.js'
import { imageHealth } from './health.js'
import { hostNamesOf } from './host-names.js'
import type { Dockerfiles } from './image/dockerfiles.js'
import { isSameBuild, shareImages, useOfBuilt } from './image/images.js'
import { imagesSetAside, unusedImages } from './image/unused-images.js'
import { withImageSignals, withProcesses } from './process/processes.js'
import { proxiesOf } from './proxies.js'
import { isDevelopmentFile } from './purpose.js'
import { mayBeRouted, withRouted } from './routed-workloads.js'
import type { Deployment, Image, Workload } from './system.js'

/** What production runs, and what is declared beside it. */
export interface Running {
  /** Those of production first. */
  readonly deployments: readonly Deployment[]
  readonly production: readonly Deployment[]
  readonly clusters: readonly Cluster[]
  readonly workloads: readonly Workload[]
  /** Workloads that production does not run by itself. */
  readonly others: readonly Workload[]
  readonly images: readonly Image[]
  /** What is built here for workloads that run an image by its name. */
  readonly own: OwnImages
  /** Whether everything that declares workloads could be read. */
  readonly isWhole: boolean
}

/** Brings together what the platforms declare: the workloads of production with what each runs, and every image once. */
export function runningOf(tree: Tree, dockerfiles: Dockerfiles, { platforms, builds }: Declarations): Running {
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
  return {
    deployments: [...production, ...deployments.filter(deployment => deployment.purpose !== 'production')],
    production,
    clusters,
    workloads: shared.map(workload => withOwnProcesses(workload, own, tree)),
    others,
    images,
    own,
    isWhole,
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

/** What development builds: production may run the same code under the name of a registry. */
function builtBeside(others: readonly Workload[], images: readonly Image[]): readonly Image[] {
  const known = new Set(images.map(({ id }) => id))
  return others.flatMap(({ image }) => (image?.origin === 'built' && !known.has(image.id) ? image : []))
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
