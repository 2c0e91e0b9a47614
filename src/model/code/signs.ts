import type { Tree } from '../../tree.js'

/** Whether there is a file that may declare a database schema. Nothing is read for the answer. */
export function mentionsSchemas(tree: Tree): boolean {
  return tree.files.some(({ path }) => path.endsWith('.prisma') || path.endsWith('.sql'))
}
