import { programOf, type ShellScript } from '../../parse/shell.js'
import { knownValue } from '../../source.js'
import type { Backup, System } from '../system.js'
import { isLocalPath } from './script-values.js'

/** Programs whose use in a backup means that the copy leaves the host. */
const OFF_HOST_TOOLS = new Set([
  'aws',
  'gsutil',
  'gcloud',
  'az',
  'azcopy',
  'rclone',
  's3cmd',
  's5cmd',
  'mc',
  'b2',
  'swift',
  'scp',
  'sftp',
  'lftp',
  'ossutil',
  'wal-g',
  'wal-e',
  'pgbackrest',
  'barman-cloud-backup',
])
const REMOTE_TARGET = /\b(s3|gs|b2|azure|swift|sftp|rclone|rest|wasb):|@[\w.-]+:|\bs3\b/
/** Whether one of the commands sends something to another machine or store. */
function sendsOffHost(commands: readonly (readonly string[])[]): boolean {
  return commands.some(words => {
    const program = programOf(words)
    return (
      (program !== undefined && OFF_HOST_TOOLS.has(program)) || words.slice(1).some(word => REMOTE_TARGET.test(word))
    )
  })
}

/**
 * The volume that a backup job writes to leaves the host by another way: a second container sends it on. `unknown` when
 * the volume itself may lie elsewhere (a driver, an external volume).
 */
export function volumeLeavesHost(backup: Backup, system: System): boolean | 'unknown' {
  const { workload } = backup
  if (!workload) return false
  const written = new Map(
    workload.mounts.flatMap(mount =>
      mount.readOnly || !mount.source?.known ? [] : [[mount.source.value, mount.type] as const],
    ),
  )
  const others = system.workloads.filter(
    other =>
      other.id !== workload.id &&
      other.deployment === workload.deployment &&
      other.mounts.some(mount => mount.source?.known && written.has(mount.source.value)),
  )
  const sent = others.some(
    other =>
      system.backups.some(one => one.workload?.id === other.id && one.destination === 'off-host') ||
      OFF_HOST_IMAGES.test(other.image?.name ?? '') ||
      sendsOffHost(
        other.start?.script?.commands.map(command => command.words) ?? [
          (other.start?.argv ?? []).flatMap(word => word ?? []),
        ],
      ),
  )
  if (sent) return true
  // The volume behind a claim lies wherever its storage class puts it.
  if ([...written.values()].includes('claim')) return 'unknown'
  const volumes = system.deployments.find(one => one.id === workload.deployment)?.volumes ?? []
  // A volume of a cluster may lie on another machine than the data.
  if (workload.platform === 'kubernetes' && workload.mounts.some(mount => mount.type === 'claim' && !mount.readOnly))
    return 'unknown'
  const elsewhere = volumes.some(
    volume =>
      written.get(volume.name) === 'volume' &&
      (volume.external || (volume.driver !== undefined && knownValue(volume.driver) !== 'local')),
  )
  return elsewhere ? 'unknown' : false
}

const OFF_HOST_IMAGES = /^(?:rclone\/rclone|amazon\/aws-cli|minio\/mc|restic\/restic)(?::|@|$)/

/** Where a script sends its copies: asked for each of its dumps, and looked for once. */
export function destinationOf(script: ShellScript): Backup['destination'] {
  const found = destinations.get(script) ?? findDestination(script)
  destinations.set(script, found)
  return found
}

const destinations = new WeakMap<ShellScript, Backup['destination']>()

function findDestination(script: ShellScript): Backup['destination'] {
  if (sendsOffHost(script.commands.map(command => command.words))) return 'off-host'
  return script.commands.some(command =>
    command.words.some(word => /^\$\{?[A-Z_]*(REMOTE|UPLOAD|BUCKET|DEST)/.test(word) && !isLocalPath(word, script)),
  )
    ? 'unknown'
    : 'host'
}
