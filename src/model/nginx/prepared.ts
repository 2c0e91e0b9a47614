import { pathMatcher } from '../../parse/path-pattern.js'
import { parseShellFile, type ShellScript } from '../../parse/shell.js'
import { directoryOf } from '../../paths.js'
import type { ContainerFile, ContainerFiles, FoundFile } from '../container-files.js'
import type { Workload } from '../system.js'

const MOST_COMMANDS = 200
const LONGEST_SCRIPT = 100_000
/** What the official image runs before nginx. */
export const BEFORE_START = '/docker-entrypoint.d/*.sh'

/**
 * The files of a container as nginx finds them, when the start command copies some or fills them in before it:
 * `envsubst < /tmp/site.conf > /etc/nginx/conf.d/default.conf && nginx -g "daemon off;"`. So does a script that it starts
 * with, and what the official image runs before nginx.
 */
export function preparedFiles(files: ContainerFiles, workload: Workload): ContainerFiles {
  const made = new Map(copiesOf(workload, files).map(([from, to]) => [to, arriving(files.find(from), to)] as const))
  if (made.size === 0) return files
  return {
    find: path => made.get(path) ?? files.find(path),
    match: pattern => {
      const found = files.match(pattern)
      const matches = pathMatcher(pattern)
      const all = new Map<string, ContainerFile>(found.files.map(file => [file.path, file]))
      for (const [path, one] of made) if (one.state === 'file' && matches(path)) all.set(path, one.file)
      const sorted = [...all.values()].sort((one, other) => (one.path < other.path ? -1 : 1))
      return { ...found, files: sorted }
    },
  }
}

function arriving(found: FoundFile, path: string): FoundFile {
  return found.state === 'file' ? { state: 'file', file: { ...found.file, path } } : found
}

/** What is copied, from where to where: by `envsubst`, `sed`, `cat` and redirections, by `cp` and `mv`. */
function copiesOf({ start }: Workload, files: ContainerFiles): readonly (readonly [from: string, to: string])[] {
  const commands = [...(start?.script?.commands ?? []), ...scriptsOf(start, files).flatMap(one => one.commands)]
  return commands.slice(0, MOST_COMMANDS).flatMap(({ words, redirects }) => {
    const [program = '', ...rest] = words
    if (!/^(?:envsubst|sed|cat|cp|mv)$/.test(program)) return []
    const target = (operator: RegExp) => redirects.find(one => operator.test(one.operator))?.target
    const paths = rest.filter(word => word.startsWith('/'))
    const to = target(/^1?>$/) ?? (program === 'cp' || program === 'mv' ? paths.at(-1) : undefined)
    const from = target(/^0?<$/) ?? paths[0]
    if (!from?.startsWith('/') || !to?.startsWith('/') || from === to) return []
    return [[from, to.endsWith('/') ? `${to}${from.slice(directoryOf(from).length + 1)}` : to] as const]
  })
}

/** The scripts of the repository that run before nginx: https://github.com/nginx/docker-nginx (`docker-entrypoint.sh`). */
function scriptsOf(start: Workload['start'], files: ContainerFiles): readonly ShellScript[] {
  const [first, second] = start?.argv ?? []
  const path = first && /(?:^|\/)(?:ba|da|a)?sh$/.test(first) ? second : first
  const own = path?.startsWith('/') ? files.find(path) : undefined
  const before = start?.replacesEntrypoint ? [] : files.match(BEFORE_START).files
  return [...before, ...(own?.state === 'file' ? [own.file] : [])].flatMap(({ source }) =>
    source.text.length > LONGEST_SCRIPT ? [] : parseShellFile(source),
  )
}

/** Whether the start command does nothing but prepare such files and start nginx. */
export function onlyPrepares({ start }: Pick<Workload, 'start'>): boolean {
  const commands = start?.script?.commands ?? []
  return (
    commands.length > 0 &&
    commands.every(({ words }) =>
      /^(?:envsubst|sed|cat|cp|mv|mkdir|echo|sleep|nginx|exec|\/docker-entrypoint\.sh)$/.test(words[0] ?? ''),
    )
  )
}
