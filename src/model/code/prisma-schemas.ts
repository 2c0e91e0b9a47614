import { type PrismaFile, parsePrisma } from '../../parse/prisma.js'
import { directoryOf, fileName, isWithin, joinPath } from '../../paths.js'
import type { Tree } from '../../tree.js'
import type { DeclaredSchema } from './declared-schema.js'
import { isApartFromProduction } from './places.js'
import { prismaModels } from './prisma-entities.js'

/** The Prisma schemas of a repository: each datasource with the files that belong to it. */
export function prismaSchemas(tree: Tree): readonly DeclaredSchema[] {
  const paths = tree.files
    .map(({ path }) => path)
    .filter(path => path.endsWith('.prisma') && !isApartFromProduction(path))
  const files = paths.flatMap(path => {
    const source = tree.read(path)
    return source ? [parsePrisma(source)] : []
  })
  const folders = configuredFolders(files, tree)
  const roots = files.filter(({ blocks }) => blocks.some(({ kind }) => kind === 'datasource'))
  return roots.flatMap(root => {
    const members = files.filter(
      file => file === root || (!roots.includes(file) && rootOf(file, roots, folders) === root),
    )
    const { dialect, entities } = prismaModels([root, ...members.filter(file => file !== root)])
    const [first] = root.blocks
    if (entities.length === 0 || !first) return []
    const broken = members.filter(({ problems }) => problems.length > 0)
    const base = directoryOf(root.path)
    return {
      source: 'prisma',
      name: root.path,
      dialect,
      entities,
      at: first.at,
      files: members.map(({ path }) => path).sort(),
      broken: broken.map(({ path, problems }) => ({ path, problems })),
      // With several files it may lie beside their folder.
      migrationFolders: [joinPath(base, 'migrations'), joinPath(base, '../migrations')],
    } satisfies DeclaredSchema
  })
}

/** Folders that `prisma.schema` in a package.json names: everything in them is one schema. */
function configuredFolders(files: readonly PrismaFile[], tree: Tree): readonly string[] {
  if (files.length < 2) return []
  return tree.files.flatMap(({ path, format }) => {
    const text = format === 'package-json' ? tree.read(path)?.text : undefined
    const written = text && /"prisma"\s*:\s*\{[^{}]*"schema"\s*:\s*"([^"\\]+)"/.exec(text)?.[1]
    return written && fileName(written).indexOf('.prisma') === -1 ? [joinPath(directoryOf(path), written)] : []
  })
}

/** The datasource that a file without one belongs to: of its configured folder, else the nearest in a folder around it. */
function rootOf(file: PrismaFile, roots: readonly PrismaFile[], folders: readonly string[]): PrismaFile | undefined {
  const folder = folders.find(one => isWithin(one, file.path))
  const configured = folder === undefined ? undefined : roots.find(root => isWithin(folder, root.path))
  if (configured) return configured
  return roots
    .filter(root => isWithin(directoryOf(root.path), file.path))
    .sort((one, other) => other.path.split('/').length - one.path.split('/').length)[0]
}
