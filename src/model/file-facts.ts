import { scanText } from '../knowledge/providers.js'
import { type EnvironmentFile, environmentFilePurpose, parseEnvironmentFile } from '../parse/dotenv.js'
import type { Span } from '../source.js'
import type { Tree } from '../tree.js'
import type { Leak } from './system.js'

/** Every `.env` file, whoever reads it. */
export function environmentFilesOf(tree: Tree): readonly EnvironmentFile[] {
  return tree.files.flatMap(file => {
    if (file.format !== 'dotenv') return []
    const source = tree.read(file.path)
    if (!source) return []
    return [
      {
        path: file.path,
        purpose: environmentFilePurpose(file.path),
        tracked: tree.tracked(file.path) !== false,
        ...parseEnvironmentFile(source),
      } satisfies EnvironmentFile,
    ]
  })
}

/** The first place in each file that initiates a MongoDB replica set, from a shell or through a driver. */
export function initiationsOf(tree: Tree): readonly Span[] {
  return tree.files.flatMap(file => {
    // Prose about it initiates nothing.
    if (/\.(?:md|mdx|txt|rst|adoc)$/i.test(file.path) || FOR_EYES.test(file.path)) return []
    const text = tree.read(file.path)?.text
    // What both have in common is found many times as fast.
    const found = text?.includes('nitiate') !== true ? null : /\brs\.initiate\b|\breplSetInitiate\b/.exec(text)
    return found ? [{ path: file.path, start: found.index, end: found.index + found[0].length }] : []
  })
}

/** Translations, styles and drawings: megabytes in which nothing is configured and nobody keeps a token. */
const FOR_EYES = /\.(?:pot?|xliff?|svg|css|s[ac]ss|less)$/i

/** Tokens and private keys in any file. */
export function leaksOf(tree: Tree): readonly Leak[] {
  return tree.files.flatMap(file => {
    const source = FOR_EYES.test(file.path) ? undefined : tree.read(file.path)
    return source ? scanText(source) : []
  })
}
