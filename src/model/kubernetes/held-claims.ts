import type { KubernetesObject } from '../../parse/kubernetes/object.js'
import { child, descend, type Node, textOf } from '../../parse/node.js'
import type { Span } from '../../source.js'
import type { PodController } from '../cluster.js'
import { entriesOf, itemsOf } from '../read-node.js'
import { groupKind } from './pods.js'
import { sameNamespace } from './selectors.js'

/**
 * How a claim is kept. `attached`: a block device, for one node at a time · `local`: a directory of one node, where all pods
 * of it then run · `shared`: files that any number of nodes mount, whatever the access mode says · `unknown`: the class does
 * not tell.
 */
export type ClaimStorage = 'attached' | 'local' | 'shared' | 'unknown'

/** A claim that the pods of a controller share. */
export interface HeldClaim {
  readonly name: string
  /** Where the pods name it. */
  readonly at: Span
  /** The claim itself; absent where no manifest makes it. */
  readonly made?: { readonly at: Span; readonly storage: ClaimStorage; readonly oneNode: boolean }
}

/** The claims that all pods of a controller share: not those of templates, of which each pod has its own. */
export function claimsOf({ object, spec }: PodController, objects: readonly KubernetesObject[]): readonly HeldClaim[] {
  return itemsOf(child(spec, 'volumes')).flatMap(volume => {
    const node = descend(volume, 'persistentVolumeClaim', 'claimName')
    const name = textOf(node)
    if (node === undefined || name === undefined) return []
    const claims = objects.filter(
      one =>
        groupKind(one) === '/PersistentVolumeClaim' &&
        one.name === name &&
        sameNamespace(one.namespace, object.namespace),
    )
    const [claim] = claims
    if (!claim) return [{ name, at: node.at }]
    const modes = itemsOf(descend(claim.node, 'spec', 'accessModes')).map(textOf)
    const oneNode = modes.length > 0 && modes.every(mode => mode === 'ReadWriteOnce' || mode === 'ReadWriteOncePod')
    return [{ name, at: node.at, made: { at: claim.at, storage: storageOf(claim, objects), oneNode } }]
  })
}

/** Provisioners and names of classes, as the clouds and the projects behind them write them. */
const LOCAL = /local|host-?path|no-provisioner|topolvm|\blvm\b/i
const SHARED =
  /nfs|efs|cephfs|azure-?file|file\.csi|filestore|gluster|juicefs|smb|cifs|fsx|lustre|seaweed|beegfs|\brwx\b/i
const ATTACHED =
  /^(?:gp[23]|io[12]|st1|sc1)\b|ebs|(?:standard|premium)-rwo|\bpd\b|gce-pd|managed-(?:csi|premium)|azure-?disk|disk\.csi|do-block|dobs|linode-block|hcloud|hetzner|vultr-block|longhorn|rbd|ceph-?block|cinder|vsphere|oci-bv|alicloud-disk|scw-bssd|sbs-default|ibmc?-(?:vpc-)?block|portworx|mayastor|cstor|jiva/i

function kindOf(text: string): ClaimStorage {
  if (SHARED.test(text)) return 'shared'
  if (LOCAL.test(text)) return 'local'
  return ATTACHED.test(text) ? 'attached' : 'unknown'
}

/** By the volume that the claim is bound to, the class in the manifests, or the name of the class. */
function storageOf(claim: KubernetesObject, objects: readonly KubernetesObject[]): ClaimStorage {
  const spec = child(claim.node, 'spec')
  const volumeName = textOf(child(spec, 'volumeName'))
  const className = textOf(child(spec, 'storageClassName'))
  const volume = objects.find(
    one =>
      groupKind(one) === '/PersistentVolume' &&
      (one.name === volumeName ||
        (volumeName === undefined &&
          className !== undefined &&
          textOf(descend(one.node, 'spec', 'storageClassName')) === className)),
  )
  if (volume) return storageOfVolume(child(volume.node, 'spec'))
  if (className === undefined) return 'unknown'
  const made = objects.find(one => one.kind === 'StorageClass' && one.name === className)
  const provisioner = made && textOf(child(made.node, 'provisioner'))
  return kindOf(provisioner ?? className)
}

function storageOfVolume(spec: Node | undefined): ClaimStorage {
  for (const [key, value] of entriesOf(spec)) {
    if (key === 'hostPath' || key === 'local') return 'local'
    if (key === 'nfs' || key === 'cephfs' || key === 'glusterfs' || key === 'azureFile') return 'shared'
    if (/^(?:awsElasticBlockStore|gcePersistentDisk|azureDisk|cinder|rbd|iscsi|fc|vsphereVolume)$/.test(key))
      return 'attached'
    if (key === 'csi') return kindOf(textOf(child(value, 'driver')) ?? '')
  }
  return 'unknown'
}

const HOST = 'kubernetes.io/hostname'

/** Whether all pods of a template run on one node: it is named, or each goes where another one is. */
export function isOnOneNode(spec: Node): boolean {
  const affinity = child(spec, 'affinity')
  const required = 'requiredDuringSchedulingIgnoredDuringExecution'
  const terms = itemsOf(descend(affinity, 'nodeAffinity', required, 'nodeSelectorTerms'))
  return (
    child(spec, 'nodeName') !== undefined ||
    descend(spec, 'nodeSelector', HOST) !== undefined ||
    terms.some(term => itemsOf(child(term, 'matchExpressions')).some(one => textOf(child(one, 'key')) === HOST)) ||
    itemsOf(descend(affinity, 'podAffinity', required)).some(term => textOf(child(term, 'topologyKey')) === HOST)
  )
}

/** Whether a Deployment stops the old pod without waiting for the new one: `Recreate`, or a rolling update that first takes away. */
export function updatesInPlace(deployment: Node): boolean {
  const strategy = descend(deployment, 'spec', 'strategy')
  const rolling = child(strategy, 'rollingUpdate')
  const surge = textOf(child(rolling, 'maxSurge'))
  const unavailable = textOf(child(rolling, 'maxUnavailable'))
  return (
    textOf(child(strategy, 'type')) === 'Recreate' ||
    surge === '0' ||
    surge === '0%' ||
    (unavailable !== undefined && /^(?:[1-9]\d*|100%)$/.test(unavailable))
  )
}
