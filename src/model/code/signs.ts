import type { Tree } from '../../tree.js'
import type { CodeFacts } from '../code.js'

/** Names of files that hold code this program reads. */
const READ = /\.(?:[cm]?[jt]sx?|py|go)$/i

/** Whether a repository holds program code that is read here. */
export function hasCode(tree: Tree): boolean {
  return tree.files.some(({ path, format }) => format === 'source' && READ.test(path))
}

const TELLS_PLATFORM = /(?:^|\/)(?:Procfile|fly\.toml|render\.ya?ml|railway\.(?:json|toml)|app\.ya?ml|package\.json)$/

/** Whether a platform may be told to run the code as it is. Nothing is read for the answer. */
export function mayRunItself(tree: Tree): boolean {
  return tree.files.some(({ path }) => TELLS_PLATFORM.test(path))
}

/** Whether there is a file that may declare a database schema. Nothing is read for the answer. */
export function mentionsSchemas(tree: Tree): boolean {
  return tree.files.some(({ path }) => path.endsWith('.prisma') || path.endsWith('.sql'))
}

/** What the code of a repository tells that has none. */
export const NO_CODE: CodeFacts = {
  services: [],
  notEvaluated: [],
  schemas: [],
  pools: [],
  processes: new Map(),
  storeUses: new Map(),
}
