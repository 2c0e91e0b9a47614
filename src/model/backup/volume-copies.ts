import { parseShell, programOf, type ShellCommand } from '../../parse/shell.js'
import { isWithin } from '../../paths.js'
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
  if (program === 'tar' || program === 'rsync') {
    const volumes = (readBy(words) ?? []).flatMap(
      word => /^\/var\/lib\/docker\/volumes\/([\w.-]+)/.exec(word)?.[1] ?? [],
    )
    return volumes.length > 0 ? { volumes, containers: [] } : undefined
  }
  if (!/^(?:docker|podman|nerdctl)$/.test(program) || !words.includes('run')) return undefined
  const inner = words.flatMap(word => (/\s/.test(word) ? parseShell(word, NOWHERE).commands : []))
  const read = readBy(words) ?? inner.map(command => readBy(command.words)).find(found => found !== undefined)
  if (!read) return undefined
  const isCopy = [words, ...inner.map(command => command.words)].some(each => each.some(isRsync))
  // What rsync writes to is not copied. What tar packs may be told by the folder that it goes to.
  const isRead = (target: string) => !isCopy || read.some(word => isWithin(target.replace(/(?<=.)\/+$/, ''), word))
  const volumes = optionsIn(words, /^(?:-v|--volume)$/).flatMap(value => {
    const [, name, target = ''] = /^(\w[\w.-]+):(\/[^:]*)/.exec(value) ?? []
    return name !== undefined && isRead(target) ? [name] : []
  })
  const mounts = optionsIn(words, /^--mount$/).flatMap(value => {
    const name = /(?:^|,)(?:source|src)=(\w[\w.-]+)/.exec(value)?.[1]
    const target = /(?:^|,)(?:target|dst|destination)=([^,]*)/.exec(value)?.[1] ?? ''
    return name !== undefined && isRead(target) ? [name] : []
  })
  // Where the volumes of another container are is not told here: what rsync does with them may be either.
  const others = isCopy ? [] : optionsIn(words, /^--volumes-from$/)
  const containers = others.map(value => value.replace(/:r[ow]$/, '')).filter(name => !name.includes('$'))
  const found = { volumes: [...volumes, ...mounts], containers }
  return found.volumes.length + found.containers.length > 0 ? found : undefined
}

const NOWHERE = { path: '', start: 0, end: 0 }

/** What follows `tar czf`, `tar -c -f`, `tar --create`; the sources of `rsync`. Undefined for commands that copy nothing. */
function readBy(words: readonly string[]): readonly string[] | undefined {
  const at = words.findIndex(word => isRsync(word) || /(?:^|\/)tar$/.test(word))
  if (at === -1) return undefined
  const options = words.slice(at + 1)
  if (isRsync(words[at] ?? '')) return options.slice(0, -1)
  const isCreating =
    options.includes('--create') ||
    options.some((word, index) => /^-[a-zA-Z]*c/.test(word) || (index === 0 && /^[a-zA-Z]*c[a-zA-Z]*$/.test(word)))
  return isCreating ? options : undefined
}

function isRsync(word: string): boolean {
  return /(?:^|\/)rsync$/.test(word)
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
