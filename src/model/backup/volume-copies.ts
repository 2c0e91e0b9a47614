import { parseShell, programOf, type ShellCommand } from '../../parse/shell.js'
import { knownValue } from '../../source.js'
import type { Workload } from '../system.js'

/** Volumes and containers whose files a command packs or copies. */
export interface CopiedVolumes {
  readonly volumes: readonly string[]
  /** Whose volumes are taken over: `--volumes-from`. */
  readonly containers: readonly string[]
}

/** Whether a text may hold such a command: a cheap look before it is parsed. */
export function mentionsVolumeCopy(text: string): boolean {
  return (
    /\b(?:tar|rsync)\b/.test(text) && /\b(?:docker|podman|nerdctl)\s+run\b|\/var\/lib\/docker\/volumes\//.test(text)
  )
}

/**
 * What `docker run --rm -v erp_data:/data alpine tar czf /backup/data.tgz /data` copies, the way that Docker itself tells to
 * back a volume up (https://docs.docker.com/engine/storage/volumes/#back-up-restore-or-migrate-data-volumes), or a program on
 * the host below Docker's own folder. Undefined for commands that copy no volume, and for those that put one back.
 */
export function volumesCopiedBy({ words }: ShellCommand): CopiedVolumes | undefined {
  const program = programOf(words) ?? ''
  if (packs(words) && (program === 'tar' || program === 'rsync')) {
    const volumes = words.flatMap(word => /^\/var\/lib\/docker\/volumes\/([\w.-]+)/.exec(word)?.[1] ?? [])
    return volumes.length > 0 ? { volumes, containers: [] } : undefined
  }
  if (!/^(?:docker|podman|nerdctl)$/.test(program) || !words.includes('run')) return undefined
  const inner = words.flatMap(word => (/\s/.test(word) ? parseShell(word, NOWHERE).commands : []))
  if (!packs(words) && !inner.some(command => packs(command.words))) return undefined
  const volumes = optionsIn(words, /^(?:-v|--volume)$/).flatMap(value => /^(\w[\w.-]+):\//.exec(value)?.[1] ?? [])
  const mounts = optionsIn(words, /^--mount$/).flatMap(
    value => /(?:^|,)(?:source|src)=(\w[\w.-]+)/.exec(value)?.[1] ?? [],
  )
  const containers = optionsIn(words, /^--volumes-from$/).map(value => value.replace(/:r[ow]$/, ''))
  const found = { volumes: [...volumes, ...mounts], containers: containers.filter(name => !name.includes('$')) }
  return found.volumes.length + found.containers.length > 0 ? found : undefined
}

const NOWHERE = { path: '', start: 0, end: 0 }

/** `tar czf`, `tar -c -f`, `tar --create`, `rsync`. */
function packs(words: readonly string[]): boolean {
  const at = words.findIndex(word => /(?:^|\/)(?:tar|rsync)$/.test(word))
  if (at === -1) return false
  if (words[at]?.endsWith('rsync')) return true
  const options = words.slice(at + 1)
  return (
    options.includes('--create') ||
    options.some((word, index) => /^-[a-zA-Z]*c/.test(word) || (index === 0 && /^[a-zA-Z]*c[a-zA-Z]*$/.test(word)))
  )
}

function optionsIn(words: readonly string[], names: RegExp): readonly string[] {
  return words.flatMap((word, index) => {
    const [, name = '', value] = /^(--[\w-]+)=(.*)$/.exec(word) ?? []
    if (value !== undefined && names.test(name)) return [value]
    return names.test(word) ? [words[index + 1] ?? ''] : []
  })
}

/** The ids of the workloads that have these volumes, by the name in their file or with that of a project before it. */
export function storesOn({ volumes, containers }: CopiedVolumes, workloads: readonly Workload[]): readonly string[] {
  const hasVolume = (workload: Workload) =>
    workload.mounts.some(mount => {
      const source = mount.type === 'volume' ? knownValue(mount.source) : undefined
      return source !== undefined && volumes.some(name => name === source || name.endsWith(`_${source}`))
    })
  const isCalled = (workload: Workload) =>
    containers.includes(workload.name) || containers.includes(knownValue(workload.fixedName) ?? '')
  return workloads.filter(workload => hasVolume(workload) || isCalled(workload)).map(workload => workload.id)
}
