import { parseShell, type ShellScript } from '../../parse/shell.js'
import { directoryOf, isWithin, joinPath } from '../../paths.js'
import { knownValue, type Source } from '../../source.js'
import type { Tree } from '../../tree.js'
import { containerFilesOf } from '../container-files.js'
import type { Workload } from '../system.js'
import { copiedFrom } from './copied-from.js'

/** What a package manager is called in: a workload, or what a platform runs in a folder of the repository. */
type Caller = Pick<Workload, 'image' | 'pm2' | 'deployment' | 'at' | 'mounts'> & { readonly directory?: string }

/** A script that a package manager is told to run, and of which package. */
interface ScriptCall {
  readonly name: string
  /** The folder that it is told to go to: `--prefix apps/api`, `-C apps/api`. */
  readonly directory?: string
  /** The package of the workspace that it is told to run it in, by name or by path. */
  readonly workspace?: string
}

/**
 * What `npm start`, `yarn start:prod`, `pnpm --filter api run serve` execute, by the package.json of the folder that the
 * container works in, or of the package that the command names; undefined when it is not there. `within` is the folder of
 * the package whose own script calls it.
 */
export function packageScript(
  words: readonly (string | null)[],
  caller: Caller,
  tree: Tree,
  within?: string,
): ShellScript | undefined {
  const call = scriptCall(words)
  if (!call) return undefined
  const isHere = call.directory === undefined && call.workspace === undefined
  const own = isHere && within !== undefined ? tree.read(joinPath(within, 'package.json')) : undefined
  for (const source of own ? [own] : manifestsOf(call, caller, tree)) {
    const script = scriptIn(source, call.name)
    if (script) return script
  }
  return undefined
}

function scriptIn(source: Source, name: string): ShellScript | undefined {
  const scripts = /"scripts"\s*:\s*\{/.exec(source.text)
  if (!scripts) return undefined
  const key = JSON.stringify(name).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const entry = new RegExp(`${key}\\s*:\\s*"((?:[^"\\\\]|\\\\.){0,2000})"`).exec(source.text.slice(scripts.index))
  if (!entry) return undefined
  const start = scripts.index + entry.index
  return parseShell(unescaped(entry[1] ?? ''), { path: source.path, start, end: start + entry[0].length })
}

/** The manifests that the script may stand in, the likeliest first. */
function* manifestsOf(call: ScriptCall, caller: Caller, tree: Tree): Iterable<Source> {
  const folder = call.directory === undefined ? undefined : bareFolder(call.directory)
  if (call.workspace !== undefined) {
    const found = workspaceManifest(call.workspace, joinPath(buildFolder(caller) ?? '.', folder ?? '.'), tree)
    if (found) yield found
    return
  }
  const own = folder === undefined ? workingManifest(caller, tree) : undefined
  if (own) return void (yield own)
  for (const path of foldersOf(folder, caller)) {
    const found = tree.read(joinPath(path, 'package.json'))
    if (found) yield found
  }
}

/** The package.json in WORKDIR, where a Dockerfile or a mount brings it. */
function workingManifest(caller: Caller, tree: Tree): Source | undefined {
  const folder = knownValue(caller.image?.dockerfile?.workdir)
  if (folder === undefined) return undefined
  const path = joinPath(folder, 'package.json')
  const found = containerFilesOf(caller, tree).find(`/${path}`)
  if (found.state === 'file') return found.file.source
  const copied = caller.image && copiedFrom(`/${path}`, caller.image)
  return copied === undefined ? undefined : tree.read(copied)
}

/** Folders of the repository that the container may have been built from: that of its Dockerfile, then by WORKDIR. */
function foldersOf(folder: string | undefined, caller: Caller): readonly string[] {
  const base = buildFolder(caller)
  if (base === undefined) return []
  if (folder !== undefined) return [joinPath(base, folder)]
  const dockerfile = caller.image?.dockerfile?.file.path
  const beside = dockerfile === undefined ? base : directoryOf(dockerfile)
  const workdir = bareFolder(knownValue(caller.image?.dockerfile?.workdir) ?? '/')
  return [...(isWithin(base, beside) ? [beside] : []), joinPath(base, workdir), base]
}

function buildFolder({ image, directory, pm2, at }: Caller): string | undefined {
  return image?.context?.path ?? directory ?? (pm2 ? directoryOf(at.path) : undefined)
}

/** A folder of a container without what is usually above the code: `/app/apps/api` is `apps/api`. */
function bareFolder(path: string): string {
  return path.replace(/^\/(?:usr\/src\/|home\/\w+\/|opt\/)?[\w.-]+(?:\/|$)/, '') || '.'
}

/** The manifest of a package below a folder: by its path or name; without the scope too, as pnpm takes it. */
function workspaceManifest(workspace: string, base: string, tree: Tree): Source | undefined {
  const named = workspace.replace(/^\.\.\.|\.\.\.$/g, '')
  const byPath = tree.read(joinPath(base, `${named}/package.json`))
  if (byPath) return byPath
  const written = named.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const name = new RegExp(`"name"\\s*:\\s*"(?:${named.startsWith('@') ? '' : '@[^/"]+/'})?${written}"`)
  for (const { path } of tree.files) {
    if (!path.endsWith('/package.json') || !isWithin(base, path)) continue
    const source = tree.read(path)
    if (source && name.test(source.text)) return source
  }
  return undefined
}

function unescaped(text: string): string {
  try {
    return String(JSON.parse(`"${text}"`))
  } catch {
    return text
  }
}

const IN_DIRECTORY = new Set(['-C', '--dir', '--prefix', '--cwd'])
const IN_WORKSPACE = new Set(['-w', '--workspace', '-F', '--filter'])

/** The script that a package manager is told to run. */
function scriptCall([program, ...words]: readonly (string | null)[]): ScriptCall | undefined {
  const manager = /(?:^|\/)(npm|yarn|pnpm|bun)$/.exec(program ?? '')?.[1]
  if (manager === undefined) return undefined
  const operands: string[] = []
  let directory: string | undefined
  let workspace: string | undefined
  for (let at = 0; at < words.length; at++) {
    const word = words[at]
    if (word === '--') break
    if (word == null) continue
    const [, option = word, written] = /^(-{1,2}[\w-]+)=(.*)$/.exec(word) ?? []
    // `pnpm -w` means the root of the workspace.
    const isValued = IN_DIRECTORY.has(option) || (IN_WORKSPACE.has(option) && !(option === '-w' && manager === 'pnpm'))
    if (!isValued) {
      if (!word.startsWith('-')) operands.push(word)
      continue
    }
    const value = written ?? words[++at] ?? undefined
    if (IN_DIRECTORY.has(option)) directory = value
    else workspace = value
  }
  if (manager === 'yarn' && operands[0] === 'workspace') [workspace] = operands.splice(0, 2).slice(1)
  const [verb, name] = operands
  const own = verb === 'run' || verb === 'run-script' ? name : undefined
  const script = own ?? (verb === 'start' || manager === 'yarn' || manager === 'pnpm' ? verb : undefined)
  if (script === undefined || script === 'run') return undefined
  return { name: script, ...(directory !== undefined && { directory }), ...(workspace !== undefined && { workspace }) }
}
