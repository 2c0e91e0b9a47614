import { readJsonObject } from '../../code/json.js'
import type { Program } from '../../code/program.js'
import type { CodeFile } from '../../code/syntax.js'
import type { Environment } from '../../code/values.js'
import { depthOf, directoryOf, fileName, isWithin, joinPath } from '../../paths.js'
import { knownValue, type Span } from '../../source.js'
import type { Tree } from '../../tree.js'
import type { CodeContext } from '../code.js'
import { containerFilesOf } from '../container-files.js'
import { commandsOf } from '../image/build-steps.js'
import type { Image, Workload } from '../system.js'
import { absolute, type Started, startedCommands, workingDirectory } from './commands.js'
import { type EntryPoint, entryPointOf } from './entry-points.js'
import type { Runtime, ServiceFrame } from './service.js'

/** A service while its facts are gathered: with its code. */
export interface ServiceCode extends ServiceFrame {
  /** What the command names, where it names it: for `uvicorn app.main:app` the attribute is `app`. */
  readonly entryPoints: readonly EntryPoint[]
  /** Every file that is loaded from the entries, sorted by path; of frameworks that load by folder, those too. */
  readonly code: readonly CodeFile[]
}

/** What the workload's environment gives to its code. Variables that it does not set are not set. */
export function environmentOf(workload: Workload | undefined): Environment {
  return name => workload?.environment.get(name)?.value
}

/** A program and where it was found to begin. */
interface Found {
  readonly runtime: Runtime
  readonly directory: string
  readonly entries: readonly string[]
  readonly entryPoints: readonly EntryPoint[]
  readonly isCertain: boolean
}

/** The programs of the repository that production runs. Workloads whose code is not here have none. */
export function servicesOf(
  tree: Tree,
  program: Program,
  { workloads, images, built }: Pick<CodeContext, 'workloads' | 'images' | 'built'>,
): readonly ServiceCode[] {
  const services = new Map<string, ServiceCode>()
  const add = (found: Found, started: Started, workload: Workload | undefined) => {
    const id = `service:${found.entries.join('+')}`
    const known = services.get(id)
    if (known) {
      if (workload)
        services.set(id, {
          ...known,
          workloads: [...known.workloads, workload],
          weight: known.weight === 3 ? known.weight : workload.weight,
        })
      return
    }
    services.set(id, serviceOf(id, found, program, started, workload))
  }
  for (const workload of workloads) {
    // What is built on nginx or a datastore runs that: the code in its folder went into files that it serves.
    if (workload.software && workload.software.kind !== 'runtime') continue
    const started = withOwnImage(workload, built)
    const found = findProgram(started, tree, program)
    if (found) add(found, started, workload)
  }
  for (const image of images) {
    if (image.origin !== 'built' || image.weight === 0 || image.usedBy.length > 0) continue
    const started = startedBy(image)
    const found = findProgram(started, tree, program)
    if (found) add(found, started, undefined)
  }
  return [...services.values()]
}

/**
 * A workload whose image has the name of a folder with a Dockerfile, or of the workload itself, with what is built there.
 * Nothing else says that a registry's `shop/orders:1.4` is made from `services/orders`. Of several folders of that name the one
 * nearest to the root counts, if it is one.
 */
function withOwnImage(workload: Workload, images: readonly Image[]): Started {
  const { image, start } = workload
  if (!image || image.dockerfile || (workload.software && workload.software.kind !== 'runtime')) return workload
  const repository = knownValue(image.reference)?.repository ?? knownValue(workload.pod?.image)?.repository
  const name = repository === undefined ? undefined : fileName(repository)
  if (name === undefined) return workload
  const built = images.filter(
    one => one.origin === 'built' && one.dockerfile && isNamed(folderName(one.dockerfile.file.path), name),
  )
  const places = built
    .map(one => one.dockerfile?.file.path ?? '')
    .sort((one, other) => depthOf(one) - depthOf(other) || (one < other ? -1 : 1))
  const [first = '', second] = places
  // Two folders of the same name at the same depth say nothing; two Dockerfiles of one folder build the same code.
  if (second !== undefined && depthOf(second) === depthOf(first) && directoryOf(second) !== directoryOf(first))
    return workload
  const own = built.find(one => one.dockerfile?.file.path === first)
  if (!own) return workload
  const ownStart = start ?? startedBy(own).start
  return { ...workload, image: own, ...(ownStart && { start: ownStart }) }
}

/** The name of the folder that a Dockerfile is for: its own, or the one above where that is only for Docker. */
function folderName(path: string): string {
  const folder = directoryOf(path)
  const name = fileName(folder)
  return /^(?:docker|build|deploy|\.docker)$/.test(name) ? fileName(directoryOf(folder)) : name
}

/** `orders` and `shop-orders` are made in `orders`. */
function isNamed(folder: string, image: string): boolean {
  return folder !== '.' && (image === folder || image.endsWith(`-${folder}`) || image.endsWith(`_${folder}`))
}

/** An image that no workload runs, as if one did. */
function startedBy(image: Image): Started {
  const { dockerfile, at } = image
  const entrypoint = dockerfile?.entrypoint
  const command = dockerfile?.command
  const argv = [...(entrypoint?.argv ?? []), ...(command?.argv ?? [])]
  const script = entrypoint?.script ?? (entrypoint ? undefined : command?.script)
  const text = [entrypoint?.text, command?.text].filter(Boolean).join(' ')
  const start =
    argv.length > 0 || script
      ? {
          argv,
          shell: script !== undefined,
          ...(script && { script }),
          text,
          at: command?.at ?? entrypoint?.at ?? at,
          source: 'dockerfile' as const,
        }
      : undefined
  return { image, mounts: [], deployment: '', at, ...(start && { start }) }
}

function serviceOf(
  id: string,
  found: Found,
  program: Program,
  started: Started,
  workload: Workload | undefined,
): ServiceCode {
  const paths = new Set([...program.reachableFrom(found.entries), ...byFolder(found, program)])
  const code = [...paths].sort().flatMap(path => program.files.get(path) ?? [])
  const at: Span = { path: found.entries[0] ?? started.at.path, start: 0, end: 0 }
  const image = started.image?.origin === 'built' ? started.image : undefined
  return {
    id,
    kind: 'service',
    name: workload?.name ?? image?.name ?? fileName(found.directory),
    weight: workload?.weight ?? image?.weight ?? 2,
    at,
    files: [...paths].sort(),
    runtime: found.runtime,
    directory: found.directory,
    workloads: workload ? [workload] : [],
    ...(image && { image }),
    entries: found.entries,
    entryPoints: found.entryPoints,
    isCertain: found.isCertain,
    code,
    packages: packagesOf(code, program),
  }
}

/** The outside packages that files import. */
function packagesOf(code: readonly CodeFile[], program: Program): ReadonlySet<string> {
  const packages = new Set<string>()
  for (const file of code) {
    for (const one of [...file.imports, ...file.exports]) {
      if (one.from === undefined || one.typeOnly) continue
      const target = program.target(file, one.from)
      if (target.kind === 'package') packages.add(target.name)
    }
  }
  return packages
}

/** What frameworks load by its place rather than by an import: pages and routes of Next.js, modules of Django. */
function byFolder(found: Found, program: Program): readonly string[] {
  const below = (pattern: RegExp) =>
    [...program.files.keys()].filter(
      path =>
        isWithin(found.directory, path) &&
        pattern.test(found.directory === '.' ? path : path.slice(found.directory.length + 1)),
    )
  if (found.entryPoints.some(({ name }) => name === 'next')) {
    const loaded = below(/^(?:src\/)?(?:app|pages|middleware|instrumentation|proxy)(?:\/|\.)/)
    return [...program.reachableFrom(loaded)]
  }
  if (found.entries.some(entry => /(?:^|\/)(?:manage|wsgi|asgi)\.py$/.test(entry))) return below(/\.py$/)
  return []
}

function findProgram(started: Started, tree: Tree, program: Program): Found | undefined {
  const points = startedCommands(started, tree).flatMap(words => entryPointOf(words) ?? [])
  const roots = rootsOf(started, tree)
  // The last command is the one that stays; those before prepare it (migrations, checks).
  for (const point of [...points].reverse()) {
    const found = locate(point, started, roots, tree, program)
    if (found) return found
  }
  const [root] = roots
  if (root === undefined || points.some(point => point.kind !== 'binary')) return undefined
  return startedCommands(started, tree).length === 0 || points.length > 0 ? usual(roots, program, tree) : undefined
}

/** Folders of the repository that the code may lie in, the likeliest first. */
function rootsOf({ image, mounts, pm2, at }: Started, tree: Tree): readonly string[] {
  const roots: string[] = []
  for (const mount of mounts) {
    const source = knownValue(mount.source)
    if (mount.type === 'bind' && source !== undefined && !source.startsWith('/') && tree.exists(source))
      roots.push(source)
  }
  const context = image?.context
  if (image?.dockerfile && context?.present) {
    const own = directoryOf(image.dockerfile.file.path)
    if (isWithin(context.path, own)) roots.push(own)
    roots.push(context.path)
  }
  if (pm2)
    roots.push(
      pm2.directory === undefined ? directoryOf(at.path) : joinPath(directoryOf(at.path), pm2.directory),
      directoryOf(at.path),
    )
  return [...new Set(roots)].filter(root => !root.startsWith('..'))
}

function locate(
  point: EntryPoint,
  started: Started,
  roots: readonly string[],
  tree: Tree,
  program: Program,
): Found | undefined {
  const found = (entry: string, isCertain = true): Found => ({
    runtime: point.runtime,
    directory: packageDirectory(entry, point.runtime, tree),
    entries: [entry],
    entryPoints: [point],
    isCertain,
  })
  switch (point.kind) {
    case 'file':
    case 'module': {
      const entry =
        point.runtime === 'go' ? goPackage(point.name, roots, program) : entryFile(point, started, roots, tree, program)
      return entry === undefined ? undefined : found(entry)
    }
    case 'framework':
      return frameworkProgram(point, started, roots, tree, program)
    case 'binary': {
      const built = builtPackage(point.name, started, roots, program)
      return built === undefined ? undefined : found(built)
    }
  }
}

/** The folder of the nearest manifest above a file. */
export function packageDirectory(entry: string, runtime: Runtime, tree: Tree): string {
  const manifests = {
    node: ['package.json'],
    python: ['pyproject.toml', 'requirements.txt', 'setup.py', 'Pipfile', 'manage.py'],
    go: ['go.mod'],
  }[runtime]
  for (let at = directoryOf(entry); ; at = directoryOf(at)) {
    if (manifests.some(name => tree.exists(joinPath(at, name)))) return at
    if (at === '.') return directoryOf(entry)
  }
}

/** The file of the repository behind a path or module in the container. */
function entryFile(
  point: EntryPoint,
  started: Started,
  roots: readonly string[],
  tree: Tree,
  program: Program,
): string | undefined {
  const names = point.kind === 'module' ? moduleFiles(point.name) : [point.name]
  const folder = workingDirectory(started.image)
  const inside = (name: string) =>
    absolute(folder, point.directory === undefined ? name : joinPath(point.directory.replace(/^\//, ''), name))
  const files = containerFilesOf(started, tree)
  for (const name of names) {
    const own = files.find(inside(name))
    if (own.state === 'file' && program.files.has(own.file.source.path)) return own.file.source.path
  }
  for (const root of roots) {
    for (const name of names) {
      const bare = name.startsWith(`${folder}/`)
        ? name.slice(folder.length + 1)
        : name.replace(/^\/(?:usr\/src\/app|app|srv|code|workspace|home\/\w+\/app)\//, '').replace(/^\//, '')
      const path = sourceOf(
        root,
        point.directory === undefined ? bare : joinPath(point.directory.replace(/^\//, ''), bare),
        tree,
        program,
      )
      if (path !== undefined) return path
    }
  }
  return undefined
}

function moduleFiles(module: string): readonly string[] {
  const path = module.replaceAll('.', '/')
  return [`${path}.py`, `${path}/__init__.py`, `${path}/__main__.py`]
}

const OUTPUT = /^(?:dist|build|out|lib|output|\.output|compiled)\//

/** The source that an output was compiled from, or the file itself. `dist/apps/api/main.js` is `apps/api/src/main.ts`. */
function sourceOf(root: string, name: string, tree: Tree, program: Program): string | undefined {
  const bare = name.replace(/^\.\//, '').replace(/\.[cm]?[jt]sx?$/, '')
  const rest = bare.replace(OUTPUT, '')
  const outDir = outputDirectory(tree, root)
  const compiled = outDir !== undefined && bare.startsWith(`${outDir}/`) ? bare.slice(outDir.length + 1) : undefined
  const inner = rest.replace(/^(.*)\/([^/]+)$/, '$1/src/$2')
  const bases = [
    bare,
    ...(compiled === undefined ? [] : [`src/${compiled}`, compiled]),
    ...(OUTPUT.test(bare) ? [`src/${rest}`, rest, inner, rest.replace(/^src\//, '')] : []),
    `${bare}/index`,
  ]
  for (const base of bases) {
    for (const extension of ['', '.ts', '.js', '.mts', '.mjs', '.cts', '.cjs', '.tsx', '.py']) {
      const path = joinPath(root, base + extension)
      if (program.files.has(path)) return path
    }
  }
  return program.files.has(joinPath(root, name)) ? joinPath(root, name) : undefined
}

function outputDirectory(tree: Tree, root: string): string | undefined {
  for (const name of ['tsconfig.build.json', 'tsconfig.json']) {
    const source = tree.read(joinPath(root, name))
    const options = source && readJsonObject(source)?.compilerOptions
    const out = typeof options === 'object' && options !== null && 'outDir' in options ? options.outDir : undefined
    if (typeof out === 'string') return out.replace(/^\.\//, '').replace(/\/$/, '')
  }
  return undefined
}

function frameworkProgram(
  point: EntryPoint,
  started: Started,
  roots: readonly string[],
  tree: Tree,
  program: Program,
): Found | undefined {
  for (const root of roots) {
    if (point.name === 'next') {
      const config = ['next.config.js', 'next.config.mjs', 'next.config.ts', 'next.config.cjs'].find(name =>
        tree.exists(joinPath(root, name)),
      )
      const first = [...program.files.keys()].find(
        path =>
          isWithin(joinPath(root, 'app'), path) ||
          isWithin(joinPath(root, 'pages'), path) ||
          isWithin(joinPath(root, 'src/app'), path) ||
          isWithin(joinPath(root, 'src/pages'), path),
      )
      if (first !== undefined && (config !== undefined || tree.exists(joinPath(root, 'package.json'))))
        return { runtime: 'node', directory: root, entries: [first], entryPoints: [point], isCertain: true }
    } else {
      const entry = sourceOf(root, 'dist/main.js', tree, program)
      if (entry !== undefined)
        return {
          runtime: 'node',
          directory: packageDirectory(entry, 'node', tree),
          entries: [entry],
          entryPoints: [point],
          isCertain: started.image !== undefined,
        }
    }
  }
  return undefined
}

/** A Go package by its path: the file in it that has `func main`. */
function goPackage(name: string, roots: readonly string[], program: Program): string | undefined {
  for (const root of roots) {
    const path = joinPath(root, name)
    if (program.files.has(path)) return path
    const main = mainFile(path, program)
    if (main !== undefined) return main
  }
  return undefined
}

function mainFile(directory: string, program: Program): string | undefined {
  for (const [path, file] of program.files) {
    if (file.language !== 'go' || directoryOf(path) !== directory || file.packageName !== 'main') continue
    if (file.body.some(one => one.kind === 'function' && one.name === 'main')) return path
  }
  return undefined
}

/** The Go package that a stage of the Dockerfile builds into the binary that is started: `go build -o /server ./cmd/api`. */
function builtPackage(
  binary: string,
  { image }: Started,
  roots: readonly string[],
  program: Program,
): string | undefined {
  const stages = image?.stages ?? (image?.dockerfile ? [image.dockerfile] : [])
  const base = fileName(binary)
  let only: string | undefined
  let count = 0
  for (const stage of stages) {
    let folder = '.'
    for (const instruction of stage.instructions) {
      for (const { words } of instruction.keyword === 'RUN' ? commandsOf(instruction) : []) {
        if (words[0] === 'cd' && typeof words[1] === 'string')
          folder = words[1].startsWith('/') ? '.' : joinPath(folder, words[1])
        const build = words.indexOf('build')
        if (words[0] !== 'go' || build === -1) continue
        const output = words[words.indexOf('-o') + 1]
        const target = words
          .slice(build + 1)
          .findLast(word => word !== null && /^\.{0,2}\/|^[\w-]+\.go$|^\.$/.test(word) && word !== output)
        const found = goPackage(joinPath(folder, (target ?? '.').replace(/\/\.\.\.$/, '')), roots, program)
        if (found === undefined) continue
        count++
        only = found
        if (words.includes('-o') && output != null && fileName(output) === base) return found
      }
    }
  }
  return count === 1 ? only : undefined
}

const USUAL: readonly (readonly [Runtime, readonly string[]])[] = [
  [
    'node',
    [
      'src/main.ts',
      'src/index.ts',
      'src/server.ts',
      'src/app.ts',
      'index.ts',
      'main.ts',
      'server.ts',
      'server.js',
      'index.js',
      'app.js',
      'main.js',
      'src/index.js',
      'src/server.js',
      'src/app.js',
      'src/main.js',
    ],
  ],
  ['python', ['manage.py', 'app/main.py', 'main.py', 'app.py', 'src/main.py', 'wsgi.py', 'server.py', 'run.py']],
  ['go', ['main.go', 'cmd/server/main.go', 'cmd/main.go']],
]

/** Where the command does not tell: the file that people name it, if there is one kind of program only. */
function usual(roots: readonly string[], program: Program, tree: Tree): Found | undefined {
  for (const root of roots) {
    for (const [runtime, names] of USUAL) {
      const entry = names.map(name => joinPath(root, name)).find(path => program.files.has(path))
      if (entry !== undefined)
        return {
          runtime,
          directory: packageDirectory(entry, runtime, tree),
          entries: [entry],
          entryPoints: [],
          isCertain: false,
        }
    }
  }
  return undefined
}
