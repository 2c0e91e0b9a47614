import { statSync } from 'node:fs'
import { dirname, relative, resolve, sep } from 'node:path'
import type { EditedFile } from '../discover/edited.js'
import { plain } from '../report/plain.js'
import { UsageError } from '../usage.js'
import type { Arguments } from './arguments.js'
import type { World } from './run.js'

/** The path of a file that comes from standard input. */
export const STDIN = '-'

/**
 * Reads `erp-audit - --stdin-filename <file>`; undefined where nobody asks for it. Throws a UsageError when one of the two is
 * missing, or the file would not be in the audited directory.
 */
export async function editedFile(given: Arguments, root: string, world: World): Promise<EditedFile | undefined> {
  const name = given.values.get('stdin-filename')?.[0]
  const isStdin = given.operand === STDIN
  if (name === undefined && !isStdin) return undefined
  if (name === undefined)
    throw new UsageError('"-" is a file from standard input; say which one: --stdin-filename <file>')
  if (!isStdin || !world.stdin)
    throw new UsageError('--stdin-filename says what standard input is: erp-audit - --stdin-filename <file>')
  if (given.on.has('staged') || given.values.has('since'))
    throw new UsageError('--stdin-filename is about one file as it is now; it takes neither --staged nor --since')
  const file = resolve(world.cwd, name)
  const path = relative(root, file).split(sep).join('/')
  const shown = plain(name)
  if (path === '' || path.startsWith('../') || path === '..' || resolve(root, path) !== file)
    throw new UsageError(`"${shown}" is not in this directory`)
  if (!statSync(dirname(file), { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(`there is no directory for "${shown}"`)
  return { path, text: await world.stdin() }
}
