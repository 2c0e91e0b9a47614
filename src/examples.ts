import { formatOf } from './discover.js'
import { readExample } from './example.js'
import { joinPath } from './paths.js'
import type { Example } from './rule.js'
import type { Tree } from './tree.js'

/** A finding that an example announces. */
export interface ExpectedFinding {
  readonly path: string
  /** From 1, in the text without marks. */
  readonly line: number
  /** A part of the message. */
  readonly match: string
}

/** The text of each file of an example, without its marks. */
export function exampleFiles(example: Example): ReadonlyMap<string, string> {
  return new Map(readExample(example).map(file => [file.path, file.text]))
}

/** What the marks of an example announce, in the order of files and lines. */
export function expectedFindings(example: Example): readonly ExpectedFinding[] {
  return readExample(example).flatMap(({ path, marks }) => marks.map(({ line, match }) => ({ path, line, match })))
}

/** A repository in memory: path to text. As on disk, files are classified by name and content; nothing is ignored. */
export function treeOf(files: ReadonlyMap<string, string>): Tree {
  const directories = new Set(['.'])
  for (const path of files.keys()) {
    for (let end = path.indexOf('/'); end !== -1; end = path.indexOf('/', end + 1)) directories.add(path.slice(0, end))
  }
  return {
    files: [...files]
      .map(([path, text]) => ({ path, size: Buffer.byteLength(text), format: formatOf(path, () => text) }))
      .sort((a, b) => (a.path < b.path ? -1 : 1)),
    read: path => {
      const clean = joinPath('.', path)
      const text = files.get(clean)
      return text === undefined ? undefined : { path: clean, text }
    },
    exists: path => files.has(joinPath('.', path)) || directories.has(joinPath('.', path)),
    skipped: [],
    tracked: () => undefined,
  }
}

/** The repository that an example describes. */
export function exampleTree(example: Example): Tree {
  return treeOf(exampleFiles(example))
}
