import { readJsonObject } from '../../code/json.js'
import { pythonLayout } from '../../code/modules/python-roots.js'
import type { Program } from '../../code/program.js'
import { directoryOf, isWithin, joinPath } from '../../paths.js'
import type { Tree } from '../../tree.js'
import { containerFilesOf } from '../container-files.js'
import { copiedFrom } from '../image/copied-from.js'
import { absolute, type Started, workingDirectory } from '../process/run-commands.js'
import type { EntryPoint } from './entry-points.js'
import type { Runtime } from './service.js'

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
export function entryFile(
  point: EntryPoint,
  started: Started,
  roots: readonly string[],
  tree: Tree,
  program: Program,
): string | undefined {
  const names = point.kind === 'module' ? moduleFiles(point.name) : [point.name]
  const folder = workingDirectory(started)
  const named = (name: string) => (name.startsWith('/') ? name : below(point.directory, name))
  const inside = (name: string) => absolute(folder, named(name))
  const files = containerFilesOf(started, tree)
  for (const name of names) {
    const own = files.find(inside(name))
    if (own.state === 'file' && program.files.has(own.file.source.path)) return own.file.source.path
  }
  for (const name of names) {
    const copied = started.image && copiedFrom(inside(name), started.image)
    const source = copied === undefined ? undefined : sourceOfCopied(copied, tree, program)
    if (source !== undefined) return source
  }
  const search = point.kind === 'module' ? [...roots, ...packagesWithin(roots, tree)] : roots
  for (const root of search) {
    for (const name of names.map(named)) {
      const bare = name.startsWith(`${folder}/`)
        ? name.slice(folder.length + 1)
        : name.replace(/^\/(?:usr\/src\/app|app|srv|code|workspace|home\/\w+\/app)\//, '').replace(/^\//, '')
      const path = sourceOf(root, bare, tree, program)
      if (path !== undefined) return path
    }
  }
  return undefined
}

/** Folders whose packages are installed or put onto the path, `src` and `PYTHONPATH`, of a program in these folders; none where two may be meant. */
function packagesWithin(roots: readonly string[], tree: Tree): readonly string[] {
  const inside = pythonLayout(tree).roots.filter(one => !roots.includes(one) && roots.some(root => isWithin(root, one)))
  return inside.length === 1 ? inside : inside.filter(one => isWithin(roots[0] ?? '.', one) && roots[0] !== '.')
}

/** A name in the folder that a server is told to change to, `--chdir=/app`: absolute where that is. */
function below(directory: string | undefined, name: string): string {
  if (directory === undefined) return name
  return directory.startsWith('/') ? `/${joinPath(directory.slice(1) || '.', name)}` : joinPath(directory, name)
}

/** The source of a file that a build makes in a package of the repository. */
function sourceOfCopied(path: string, tree: Tree, program: Program): string | undefined {
  for (let folder = directoryOf(path); ; folder = directoryOf(folder)) {
    if (folder === '.' || tree.exists(joinPath(folder, 'package.json')))
      return sourceOf(folder, folder === '.' ? path : path.slice(folder.length + 1), tree, program)
  }
}

function moduleFiles(module: string): readonly string[] {
  const path = module.replaceAll('.', '/')
  return [`${path}.py`, `${path}/__init__.py`, `${path}/__main__.py`]
}

const OUTPUT = /^(?:dist|build|out|lib|output|\.output|compiled)\//

/** The source that an output was compiled from, or the file itself. `dist/apps/api/main.js` is `apps/api/src/main.ts`. */
export function sourceOf(root: string, name: string, tree: Tree, program: Program): string | undefined {
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
