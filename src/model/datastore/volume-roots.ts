import { dataPathsOf } from '../../knowledge/data.js'
import { child, descend, itemsOf, textOf } from '../../parse/node.js'
import { knownValue } from '../../source.js'
import type { PodController } from '../cluster.js'
import { sameNamespace } from '../kubernetes/selectors.js'
import { serviceFactsOf } from '../service-facts.js'
import type { Mount, System, Workload } from '../system.js'

/** Classes of disks that are formatted with ext4, as clouds and operators of storage name them. */
const DISKS =
  /^(?:gp2|gp3|do-block-storage(?:-retain)?|(?:premium|standard)-rwo|managed-csi(?:-premium)?|managed-premium|linode-block-storage(?:-retain)?|hcloud-volumes|longhorn)$/

/** A server that is to begin in a directory that is not empty. */
export interface VolumeRoot {
  readonly mount: Mount
  readonly storageClass: string
}

/**
 * A PostgreSQL whose data directory is the root of a disk: ext4 has a folder `lost+found` there, and initdb refuses a directory
 * that is not empty (https://hub.docker.com/_/postgres, PGDATA). Undefined where the class of the volume tells nothing.
 */
export function volumeRoot(workload: Workload, { clusters }: System): VolumeRoot | undefined {
  const facts = serviceFactsOf(workload)
  if (!facts || !workload.pod || workload.software?.id !== 'postgres') return undefined
  const paths = dataPathsOf(facts)?.paths ?? []
  const mount = workload.mounts.find(
    ({ type, target }) => type === 'claim' && target.known && paths.includes(target.value.replace(/\/+$/, '')),
  )
  const name = mount && knownValue(mount.source)
  const cluster = clusters.find(({ deployment }) => deployment === workload.deployment)
  const controller = cluster?.controllers.find(({ workloads }) => workloads.includes(workload.id))
  if (!mount || name === undefined || !cluster || !controller || hasSubPath(mount, controller)) return undefined
  const templates = itemsOf(descend(controller.object.node, 'spec', 'volumeClaimTemplates'))
  const claim =
    templates.find(one => textOf(descend(one, 'metadata', 'name')) === name) ??
    cluster.objects.find(
      one =>
        one.kind === 'PersistentVolumeClaim' &&
        one.name === name &&
        sameNamespace(one.namespace, controller.object.namespace),
    )?.node
  const storageClass = textOf(descend(claim, 'spec', 'storageClassName')) ?? ''
  // A class of the same name may be defined with another file system.
  const isDefined = cluster.objects.some(one => one.kind === 'StorageClass' && one.name === storageClass)
  return DISKS.test(storageClass) && !isDefined ? { mount, storageClass } : undefined
}

/** A folder of the volume instead of its root. */
function hasSubPath({ at }: Mount, { spec }: PodController): boolean {
  const item = [...itemsOf(child(spec, 'containers')), ...itemsOf(child(spec, 'initContainers'))]
    .flatMap(container => itemsOf(child(container, 'volumeMounts')))
    .find(one => one.at.path === at.path && one.at.start === at.start)
  return !item || child(item, 'subPath') !== undefined || child(item, 'subPathExpr') !== undefined
}
