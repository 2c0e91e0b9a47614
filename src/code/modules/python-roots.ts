import { directoryOf, fileName, joinPath } from '../../paths.js'
import type { Tree } from '../../tree.js'

/** What is known of where a repository keeps its Python, found once for each tree. */
export interface PythonLayout {
  readonly files: ReadonlySet<string>
  /** Every folder with Python in it or below it. */
  readonly folders: ReadonlySet<string>
  /** Folders that are put onto the path, or whose packages are installed, whatever file imports from them. */
  readonly roots: readonly string[]
  /** A package that an image knows under another name than its folder has here: name to folder. */
  readonly renamed: ReadonlyMap<string, string>
  /** What requirements and projects ask to be installed, spelled as a module is: `_` for `-`, lower case. */
  readonly installed: ReadonlySet<string>
}

const layoutOf = new WeakMap<Tree, PythonLayout>()

/** Reads names, projects and Dockerfiles, as far as they say where modules are. */
export function pythonLayout(tree: Tree): PythonLayout {
  const known = layoutOf.get(tree)
  if (known) return known
  const files = new Set<string>()
  const folders = new Set<string>(['.'])
  for (const { path } of tree.files) {
    if (!path.endsWith('.py')) continue
    files.add(path)
    for (let at = directoryOf(path); !folders.has(at); at = directoryOf(at)) folders.add(at)
  }
  const roots = new Set<string>()
  const renamed = new Map<string, string>()
  const installed = new Set<string>()
  for (const { path, format } of tree.files) {
    const name = fileName(path)
    const directory = directoryOf(path)
    if (/^(?:pyproject\.toml|setup\.py|setup\.cfg)$/.test(name)) {
      for (const place of [directory, joinPath(directory, 'src'), joinPath(directory, 'lib')])
        if (folders.has(place)) roots.add(place)
    }
    if (/^(?:requirements[^/]*\.(?:txt|in)|pyproject\.toml|Pipfile)$/.test(name))
      addInstalled(tree.read(path)?.text ?? '', installed)
    if (format === 'dockerfile') addDockerfile(tree.read(path)?.text ?? '', directory, { folders, roots, renamed })
  }
  const layout = { files, folders, roots: [...roots], renamed, installed }
  layoutOf.set(tree, layout)
  return layout
}

function addInstalled(text: string, installed: Set<string>): void {
  for (const [, name = ''] of text.matchAll(/^\s*["']?([A-Za-z][\w.-]*)/gm))
    installed.add(name.toLowerCase().replace(/[-.]/g, '_'))
}

interface Found {
  readonly folders: ReadonlySet<string>
  readonly roots: Set<string>
  readonly renamed: Map<string, string>
}

/** `ENV PYTHONPATH=/app/src` and `COPY libs/common /app/shared`, where the folders are in the repository. */
function addDockerfile(text: string, directory: string, { folders, roots, renamed }: Found): void {
  const contexts = ancestors(directory)
  const inContext = (path: string) => contexts.map(context => joinPath(context, path)).find(place => folders.has(place))
  for (const [, value = ''] of text.matchAll(/\bPYTHONPATH[= ]["']?([^\s"']+)/g)) {
    for (const entry of value.split(':')) {
      // What is `/app/src` in the image is `src`, or `app/src`, in what was copied there.
      const parts = entry.split('/').filter(part => part !== '' && !part.includes('$'))
      for (let skipped = 0; skipped < parts.length; skipped++) {
        const place = inContext(parts.slice(skipped).join('/'))
        if (place === undefined) continue
        roots.add(place)
        break
      }
    }
  }
  for (const [, from = '', to = ''] of text.matchAll(
    /^\s*COPY\s+(?:--chown=\S+\s+|--chmod=\S+\s+)*(\S+)\s+(\S+)\s*$/gim,
  )) {
    const place = inContext(from)
    const name = to.split('/').findLast(part => part !== '')
    if (
      place !== undefined &&
      place !== '.' &&
      name !== undefined &&
      name !== fileName(place) &&
      /^[A-Za-z_]\w*$/.test(name)
    )
      renamed.set(name, place)
  }
}

/** A folder and those around it, from the inside out. */
export function ancestors(directory: string): readonly string[] {
  const all = [directory]
  for (let at = directory; at !== '.' && !at.startsWith('..'); ) {
    at = directoryOf(at)
    all.push(at)
  }
  return all
}
