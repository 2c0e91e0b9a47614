import { parsePrisma } from '../../../parse/prisma.js'
import { depthOf, directoryOf, isWithin } from '../../../paths.js'
import type { Tree } from '../../../tree.js'
import { type Engine, engineNamed } from './site.js'

/**
 * The variable and provider of the `datasource` in the schema of a file: the one of the innermost folder around it, or the
 * only one that there is.
 */
export function prismaSource(path: string, tree: Tree): PrismaSource | undefined {
  const sources = sourcesOf(tree)
  const around = sources.filter(({ home }) => isWithin(home, path))
  const [innermost] = [...around].sort((one, other) => depthOf(other.home) - depthOf(one.home))
  return innermost ?? (sources.length === 1 ? sources[0] : undefined)
}

/** The database that a schema of Prisma names by a variable. */
export interface PrismaSource {
  readonly variable: string
  readonly engine: Engine
  /** The folder that the schema is for. */
  readonly home: string
}

const known = new WeakMap<Tree, readonly PrismaSource[]>()

function sourcesOf(tree: Tree): readonly PrismaSource[] {
  const before = known.get(tree)
  if (before) return before
  const found = tree.files.flatMap(({ path }) => {
    const source = path.endsWith('.prisma') ? tree.read(path) : undefined
    const block = source && parsePrisma(source).blocks.find(one => one.kind === 'datasource')
    if (!block) return []
    const setting = (name: string) => block.settings.find(one => one.name === name)?.value
    const provider = setting('provider')
    const url = setting('url')
    const [first] = url?.kind === 'call' && url.name === 'env' ? url.arguments : []
    const variable = first?.value.kind === 'string' ? first.value.text : 'DATABASE_URL'
    const home = directoryOf(path).replace(/(?:^|\/)prisma(?:\/schema)?$/, '') || '.'
    return [{ variable, engine: engineNamed(provider?.kind === 'string' ? provider.text : ''), home }]
  })
  known.set(tree, found)
  return found
}
