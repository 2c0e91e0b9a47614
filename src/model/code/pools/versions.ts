import { directoryOf, joinPath } from '../../../paths.js'
import type { Tree } from '../../../tree.js'

const DEPENDENCIES = /"(dependencies|devDependencies|peerDependencies)"/

/** The major version of the first of these packages that the `package.json` of a file, or one above it, asks for. */
export function majorOf(packages: readonly string[], path: string, tree: Tree): number | undefined {
  for (let directory = directoryOf(path); ; directory = directoryOf(directory)) {
    const text = tree.read(joinPath(directory, 'package.json'))?.text
    const found = text !== undefined && DEPENDENCIES.test(text) ? majorIn(text, packages) : undefined
    if (found !== undefined || directory === '.') return found
  }
}

function majorIn(text: string, packages: readonly string[]): number | undefined {
  for (const name of packages) {
    const own = asked(text, name)
    if (own !== undefined) return own
    // Mongoose brings the driver of two major versions before its own.
    const mongoose = name === 'mongodb' ? asked(text, 'mongoose') : undefined
    if (mongoose !== undefined) return mongoose - 2
  }
  return undefined
}

function asked(text: string, name: string): number | undefined {
  const escaped = name.replace(/[/.]/g, '\\$&')
  const version = new RegExp(`"${escaped}"\\s*:\\s*"[~^>=v]{0,3}(\\d{1,3})[.x*"]`).exec(text)?.[1]
  return version === undefined ? undefined : Number(version)
}
