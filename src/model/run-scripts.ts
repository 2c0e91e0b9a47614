import { parseShellFile, programOf, type ShellScript } from '../parse/shell.js'
import { directoryOf, joinPath } from '../paths.js'
import { knownValue, type Source } from '../source.js'
import type { Tree } from '../tree.js'
import type { Workload } from './system.js'

const SCRIPT_LIMIT = 20

/**
 * The scripts that a container runs: the text of its command, or the scripts of the repository that its command names
 * through a bind mount or a COPY of its Dockerfile, and the ones that these call.
 */
export function scriptsRunBy(workload: Workload, tree: Tree): readonly ShellScript[] {
  const own = workload.start?.script
  const found: ShellScript[] = own ? [own] : []
  const seen = new Set<string>()
  const add = (word: string) => {
    const script = seen.size < SCRIPT_LIMIT ? scriptAt(word, workload, tree, seen) : undefined
    if (script) found.push(script)
  }
  for (const word of workload.start?.argv ?? []) if (word !== null) add(word)
  // Grows while it is walked: each script may name others.
  for (const script of found) for (const word of script.commands.flatMap(command => command.words)) add(word)
  return found
}

function scriptAt(word: string, workload: Workload, tree: Tree, seen: Set<string>): ShellScript | undefined {
  if (!/^[\w./-]{1,300}\.(?:sh|bash)$/.test(word)) return undefined
  const given = workload.mounts.flatMap(mount => mount.files ?? []).find(file => file.path === word)?.source
  if (given) return unread(given, word, seen)
  const name = word.slice(word.lastIndexOf('/') + 1)
  const mounted = workload.mounts.flatMap(mount => {
    const target = knownValue(mount.target)
    const source = knownValue(mount.source)
    if (mount.type !== 'bind' || target === undefined || source === undefined) return []
    if (target === word) return [source]
    return word.startsWith(`${target}/`) ? [`${source}/${word.slice(target.length + 1)}`] : []
  })
  const context = workload.image?.context?.path
  const copied = context === undefined ? [] : [joinPath(context, name), joinPath(context, `scripts/${name}`)]
  // PM2 runs it where it lies.
  const folder = joinPath(directoryOf(workload.at.path), workload.pm2?.directory ?? '.')
  const beside = workload.platform === 'pm2' ? [joinPath(folder, word)] : []
  for (const path of [...mounted, ...copied, ...beside]) {
    const source = tree.read(path.replace(/^\.\//, ''))
    if (source) return unread(source, '', seen)
  }
  return undefined
}

/** A script that was not read before. `part` tells those apart that stand in one file: keys of ConfigMaps. */
function unread(source: Source, part: string, seen: Set<string>): ShellScript | undefined {
  const key = `${source.path}\n${part}`
  if (seen.has(key)) return undefined
  seen.add(key)
  return parseShellFile(source)
}

const SCHEDULERS = new Set(['cron', 'crond', 'supercronic', 'go-cron', 'busybox', 'devcron', 'yacron', 'crontab'])

/** Comes back by itself: in a loop, after a pause, or under a scheduler. What runs once at every start is no schedule. */
export function repeats(script: ShellScript): boolean {
  return script.commands.some(
    command =>
      command.inside.includes('loop') ||
      command.words[0] === 'sleep' ||
      SCHEDULERS.has(programOf(command.words) ?? '') ||
      command.words.some(word => /(^|\/)(crontabs?|cron\.d)(\/|$)/.test(word)),
  )
}
