import { fileName, joinPath } from '../paths.js'
import { knownValue } from '../source.js'
import type { Tree } from '../tree.js'
import { containerFilesOf } from './container-files.js'
import { ABSENT, type Absent, type Holding, likeliest, mayBeMadeBefore, unsure } from './entry/holding.js'
import { heldByImage, joinAbsolute, placeInImage } from './entry/image.js'
import { type NamedFile, namedFile } from './entry/named.js'
import { missingDevelopmentPackage } from './entry/packages.js'
import { withoutModule } from './entry/python.js'
import { missingScript } from './entry/scripts.js'
import type { EntryFiles, Mount, RunCommand, Workload } from './system.js'

/** What of a container decides which files its commands find. */
export type Starting = Pick<Workload, 'start' | 'image' | 'mounts' | 'environment' | 'workingDirectory'>

/**
 * Whether the files are there that the commands of a container start; undefined: they name none, or one that a tool may
 * make that is not followed here.
 */
export function entryFilesOf(starting: Starting, runs: readonly RunCommand[], tree: Tree): EntryFiles | undefined {
  const held = (path: string) => heldAt(path, starting, tree)
  let folder = firstFolder(starting)
  let isThere = false
  for (const run of [...entrypointOf(starting), ...runs]) {
    const [program, to] = run.words
    if (program === 'cd' || program === 'pushd') {
      folder =
        to == null || !run.isSure || folder === undefined || /[$`*?~]|^-$/.test(to) ? undefined : inFolder(folder, to)
      continue
    }
    if (folder === undefined || isElsewhere(run)) continue
    const isFatal = run.isSure && run.endsStart
    const script = isFatal ? missingScript(run, folder, starting, held, tree) : undefined
    if (script) return script
    const left = isFatal ? missingDevelopmentPackage(run, starting) : undefined
    if (left) return left
    const named = namedFile(run, folder)
    const found = named && holdingOf(named, starting, runs, held, tree)
    if (named && found?.state === 'absent' && isFatal) return missing(named, found, starting, held)
    if (named && found?.state === 'unknown')
      return found.lacks === undefined || !isFatal ? undefined : { state: 'unseen', lacks: found.lacks, at: run.at }
    if (found?.state === 'held') isThere = true
    // What is made at the start is there for what is started after it.
    if (runs.includes(run) && !PREPARES.test(preparing(run.words))) break
  }
  return isThere ? { state: 'there' } : undefined
}

/** Commands at a start that make no file that is started after them. */
const PREPARES =
  /^(?:cd|set|echo|export|sleep|mkdir|chown|chmod|true|:|\[|\[\[|test|exit|until|while|nc|wait-for[\w.-]*|pg_isready|prisma|alembic|flask|node|python[\d.]*|knex|sequelize|typeorm|manage\.py|date|trap|wait|shift|local|umask|ulimit|command|unset|read|return|[\w.-]*entry-?point[\w.-]*)$/

/** The program of a command, that of a package without `npx`. */
function preparing(words: RunCommand['words']): string {
  const [program, ...rest] = words[1] === 'exec' ? words.slice(1) : words
  const isRunner = /^(?:npx|bunx|pnpx|exec)$/.test(program ?? '')
  return fileName((isRunner ? rest.find(word => !word?.startsWith('-')) : program) ?? '?')
}

/** The entrypoint itself, where it is given by its path: `runs` has what it leads to. */
function entrypointOf({ start, image }: Starting): readonly RunCommand[] {
  const [program] = start?.script ? [] : (start?.argv ?? [])
  if (!start || !program?.includes('/')) return []
  const at =
    (start.replacesEntrypoint && start.source === 'dockerfile' && image?.dockerfile?.entrypoint?.at) || start.at
  return [{ words: [program], at, isSure: true, endsStart: true }]
}

function inFolder(folder: string, path: string): string {
  return path.startsWith('/') ? joinAbsolute('/', path) : joinAbsolute(folder, path)
}

/** A script of another package runs in the folder of that. */
function isElsewhere({ calledBy = [] }: RunCommand): boolean {
  return calledBy.some(word =>
    /^(?:--prefix|-C|--dir|--cwd|--filter|-F|--workspace|--workspaces|-w|-r|--recursive|-ws|workspace)(?:=|$)/.test(
      word ?? '--filter',
    ),
  )
}

function missing(
  { run, name, candidates, kind }: NamedFile,
  { instead, fix, at }: Absent,
  { image }: Starting,
  held: (path: string) => Holding,
): EntryFiles {
  const [path = name] = candidates
  const place =
    instead === undefined && kind === 'file' && image ? placeInImage(fileName(name), image, held) : undefined
  const other = place === undefined ? instead : `the image has it as ${place}`
  const remedy = place === undefined ? fix : `Start ${place}, or copy it to ${path}.`
  return {
    state: 'missing',
    what: name === '.next' ? 'build' : kind,
    name,
    path,
    at: run.at,
    ...(other !== undefined && { instead: other }),
    ...(remedy !== undefined && { fix: remedy }),
    ...(at !== undefined && { decidedAt: at }),
  }
}

/** Images that leave the working directory at the root. */
const ROOTED =
  /^(?:public\.ecr\.aws\/docker\/library\/)?(?:node|python|debian|ubuntu|alpine|busybox|openjdk|eclipse-temurin|amazoncorretto|scratch)$/

/** The folder that the first command runs in; undefined where only an image would tell. */
function firstFolder({ image, workingDirectory }: Starting): string | undefined {
  if (workingDirectory) return knownValue(workingDirectory)
  const { dockerfile } = image ?? {}
  if (dockerfile?.workdir) return knownValue(dockerfile.workdir)
  const base = knownValue(dockerfile ? dockerfile.base : image?.origin === 'pulled' ? image.reference : undefined)
  return base && ROOTED.test(base.repository) ? '/' : undefined
}

function holdingOf(
  named: NamedFile,
  starting: Starting,
  runs: readonly RunCommand[],
  held: (path: string) => Holding,
  tree: Tree,
): Holding {
  const found = likeliest(named.candidates.map(held))
  if (found.state === 'absent' && named.name === '.next') return withoutBuild(found, named, held, tree)
  return found.state === 'absent' && named.package
    ? withoutModule(found, named.package, { ...starting, name: named.name, runs, tree, held })
    : found
}

/** `distDir` gives the build of Next.js another name. */
function withoutBuild(found: Absent, { candidates }: NamedFile, held: (path: string) => Holding, tree: Tree): Holding {
  const folder = (candidates[0] ?? '').replace(/\/\.next\/.*$/, '')
  for (const ending of ['js', 'mjs', 'cjs', 'ts']) {
    const config = held(`${folder}/next.config.${ending}`)
    const text = config.state === 'held' && config.source !== undefined ? tree.read(config.source)?.text : undefined
    if (config.state === 'unknown' || (config.state === 'held' && !(text && !text.includes('distDir'))))
      return unsure('its configuration may name another folder')
  }
  return found
}

/** What a container finds at an absolute path. */
function heldAt(path: string, { mounts, image }: Starting, tree: Tree): Holding {
  if (/\/node_modules\//.test(path)) return unsure('packages are not in the repository')
  const mount = mounts.filter(({ target }) => !target.known || covers(target.value, path)).at(-1)
  if (mount)
    return heldByMount(
      path,
      mounts.filter(one => !one.target.known || covers(one.target.value, path)),
      tree,
    )
  return image ? heldByImage(path, image, tree) : unsure('its image is not known')
}

function covers(target: string, path: string): boolean {
  const clean = joinAbsolute('/', target)
  return clean === '/' || path === clean || path.startsWith(`${clean}/`)
}

/** Of several mounts above a path the innermost counts. */
function heldByMount(path: string, mounts: readonly Mount[], tree: Tree): Holding {
  if (mounts.some(({ target }) => !target.known)) return unsure('the target of a mount is not known')
  const depth = ({ target }: Mount) => joinAbsolute('/', knownValue(target) ?? '/').length
  const mount = mounts.reduce((best, one) => (depth(one) >= depth(best) ? one : best))
  const found = containerFilesOf({ mounts: [mount] }, tree).find(path)
  if (found.state === 'file') return { state: 'held', source: found.file.source.path }
  const source = mount.type === 'bind' ? knownValue(mount.source) : undefined
  const rest = path.slice(joinAbsolute('/', knownValue(mount.target) ?? '/').length)
  if (found.state === 'unknown') {
    const isOwn = rest === '' && source !== undefined && !/^(?:\/|~|\.\.)/.test(source) && !tree.exists(source)
    return isOwn ? { state: 'unknown', because: found.because, lacks: source } : unsure(found.because)
  }
  if (mount.files) return ABSENT
  if (source === undefined || found.state !== 'absent') return unsure('what is mounted there is not known')
  const inner = joinPath(source, rest)
  if (rest === '' || mayBeMadeBefore(inner, tree)) return unsure(`${inner} may be made on the host`)
  return {
    state: 'absent',
    instead: `${mount.type === 'bind' ? source : 'what is mounted'} lies over it`,
    at: mount.at,
  }
}
