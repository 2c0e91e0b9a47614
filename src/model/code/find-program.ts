import { readJsonObject } from '../../code/json.js'
import type { Program } from '../../code/program.js'
import { directoryOf, fileName, isWithin, joinPath } from '../../paths.js'
import { knownValue } from '../../source.js'
import type { Tree } from '../../tree.js'
import { copiedFrom } from '../image/copied-from.js'
import { absolute, runCommandsOf, type Started, type Words, workingDirectory } from '../process/run-commands.js'
import { autoloaded } from './autoload-folders.js'
import { entryFile, packageDirectory, sourceOf } from './entry-files.js'
import { type EntryPoint, entryPointOf } from './entry-points.js'
import { builtPackage, goPackage, namedPackage } from './go-packages.js'
import { requiredFolders } from './required-folders.js'
import type { Runtime } from './service.js'

/** A program and where it was found to begin. */
export interface Found {
  readonly runtime: Runtime
  readonly directory: string
  readonly entries: readonly string[]
  readonly entryPoints: readonly EntryPoint[]
  readonly isCertain: boolean
}

/**
 * The files that a container runs before its program, whatever it is told: `node seed.js && node server.js`,
 * `prisma db seed`, `manage.py create_admin`.
 */
export function preparations(started: Started, tree: Tree, program: Program): readonly string[] {
  const all = rootsOf(started, tree)
  return runCommandsOf(started, tree).flatMap(({ words, isSure, folder }) => {
    if (!isSure) return []
    const roots = withFolder(folder, all)
    const command = djangoCommand(words, program)
    if (command !== undefined) return [command]
    const point = entryPointOf(prismaSeed(words, roots, tree) ?? words)
    return point && point.kind !== 'binary' && point.kind !== 'framework'
      ? (locate(point, started, roots, tree, program)?.entries ?? [])
      : []
  })
}

/** `python manage.py create_admin`: the file of the command. */
function djangoCommand(words: Words, program: Program): string | undefined {
  const at = words.findIndex(word => /(?:^|\/)manage\.py$/.test(word ?? ''))
  const name = at === -1 ? undefined : words[at + 1]
  if (name == null || !/^\w+$/.test(name)) return undefined
  return [...program.files.keys()].find(path => path.endsWith(`/management/commands/${name}.py`))
}

/** What `prisma db seed` runs: https://www.prisma.io/docs/orm/prisma-migrate/workflows/seeding */
function prismaSeed(words: Words, roots: readonly string[], tree: Tree): Words | undefined {
  const at = words.indexOf('prisma')
  if (at === -1 || words[at + 1] !== 'db' || words[at + 2] !== 'seed') return undefined
  for (const root of roots) {
    const source = tree.read(joinPath(root, 'package.json'))
    const prisma = source && readJsonObject(source)?.prisma
    const seed = typeof prisma === 'object' && prisma !== null && 'seed' in prisma ? prisma.seed : undefined
    if (typeof seed === 'string') return seed.split(/\s+/).slice(0, 20)
  }
  return undefined
}

/** The program that a container starts, when its code is in the repository. */
export function findProgram(started: Started, tree: Tree, program: Program): Found | undefined {
  const commands = runCommandsOf(started, tree)
  const points = commands.flatMap(({ words, folder }) => {
    const point = entryPointOf(words)
    return point ? [{ point, folder }] : []
  })
  const roots = rootsOf(started, tree)
  // The last command is the one that stays; those before prepare it (migrations, checks).
  for (const { point, folder } of [...points].reverse()) {
    const found = locate(point, started, withFolder(folder, roots), tree, program)
    if (found) return found
  }
  const [root] = roots
  const isTold = started.directory !== undefined || points.some(({ point }) => point.kind !== 'binary')
  if (root === undefined || isTold || (commands.length > 0 && commands.every(({ words }) => changesTables(words))))
    return undefined
  return commands.length === 0 || points.length > 0 ? usual(roots, program, tree) : undefined
}

/** `npx prisma migrate deploy`, `alembic upgrade head`: a tool, and no program of the repository. */
function changesTables(words: Words): boolean {
  const [program = '', next = ''] = words.filter((word): word is string => word !== null && !word.startsWith('-'))
  const name = fileName(/^(?:npx|bunx|pnpx)$/.test(program) ? next : program)
  return /^(?:prisma|typeorm(?:-ts-node-\w+)?|sequelize(?:-cli)?|knex|drizzle-kit|mikro-orm|node-pg-migrate|db-migrate|migrate-mongo|alembic|aerich|yoyo|goose|dbmate|flyway|liquibase|atlas|migrate)(?:@.*)?$/.test(
    name,
  )
}

/** The script of a package runs in its folder. */
function withFolder(folder: string | undefined, roots: readonly string[]): readonly string[] {
  return folder === undefined ? roots : [folder, ...roots.filter(root => root !== folder)]
}

/** Folders of the repository that the code may lie in, the likeliest first. */
function rootsOf({ image, mounts, pm2, at, directory }: Started, tree: Tree): readonly string[] {
  const roots: string[] = directory === undefined ? [] : [directory]
  for (const mount of mounts) {
    const source = knownValue(mount.source)
    if (mount.type === 'bind' && source !== undefined && !source.startsWith('/') && tree.exists(source))
      roots.push(source)
  }
  const context = image?.context
  if (image?.dockerfile && context?.present) {
    const own = directoryOf(image.dockerfile.file.path)
    if (isWithin(context.path, own)) roots.push(own)
    roots.push(context.path)
  }
  if (pm2)
    roots.push(
      pm2.directory === undefined ? directoryOf(at.path) : joinPath(directoryOf(at.path), pm2.directory),
      directoryOf(at.path),
    )
  return [...new Set(roots)].filter(root => !root.startsWith('..'))
}

function locate(
  point: EntryPoint,
  started: Started,
  roots: readonly string[],
  tree: Tree,
  program: Program,
): Found | undefined {
  const found = (entry: string, isCertain = true): Found => ({
    runtime: point.runtime,
    directory: packageDirectory(entry, point.runtime, tree),
    entries: [entry],
    entryPoints: [point],
    isCertain,
  })
  switch (point.kind) {
    case 'file':
    case 'module': {
      const entry =
        point.runtime === 'go' ? goPackage(point.name, roots, program) : entryFile(point, started, roots, tree, program)
      if (entry !== undefined) return found(celeryOf(entry, point, program) ?? entry)
      const owner = ownerOf(point)
      return owner ? locate(owner, started, roots, tree, program) : nextServer(point, started, roots, tree, program)
    }
    case 'framework':
      return frameworkProgram(point, started, roots, tree, program)
    case 'binary': {
      const built =
        started.directory === undefined
          ? builtPackage(point.name, started, roots, program)
          : namedPackage(point.name, started.directory, program)
      return built === undefined ? undefined : found(built)
    }
  }
}

/** `celery -A shop`: Celery looks into `shop.celery`, too. https://docs.celeryq.dev/en/stable/userguide/application.html */
function celeryOf(entry: string, { answersNothing, kind }: EntryPoint, program: Program): string | undefined {
  if (!answersNothing || kind !== 'module' || fileName(entry) !== '__init__.py') return undefined
  const own = joinPath(directoryOf(entry), 'celery.py')
  return program.files.has(own) ? own : undefined
}

/** `celery -A shop.tasks.app`: what is named last may be the application in the module, where no module is called so. */
function ownerOf(point: EntryPoint): EntryPoint | undefined {
  const { kind, name, attribute, answersNothing } = point
  const last = name.lastIndexOf('.')
  if (kind !== 'module' || !answersNothing || attribute !== undefined || last < 1) return undefined
  return { ...point, name: name.slice(0, last), attribute: name.slice(last + 1) }
}

/**
 * The server that `next build` writes with `output: 'standalone'`, `server.js` or `apps/web/server.js`: what it serves are the
 * pages of the folder. https://nextjs.org/docs/app/api-reference/config/next-config-js/output
 */
function nextServer(
  point: EntryPoint,
  started: Started,
  roots: readonly string[],
  tree: Tree,
  program: Program,
): Found | undefined {
  const { image } = started
  const copies = image?.dockerfile?.instructions.some(
    ({ keyword, text }) => keyword === 'COPY' && /\bstandalone\b/.test(text),
  )
  if (!image || !copies || fileName(point.name) !== 'server.js') return undefined
  const path = absolute(workingDirectory(started), point.name)
  const built = copiedFrom(path, image)?.split('/.next/')[0]
  const below = directoryOf(point.name.replace(/^\//, ''))
  const folders = [...(built === undefined ? [] : [built]), ...roots.map(root => joinPath(root, below)), ...roots]
  return frameworkProgram({ runtime: 'node', kind: 'framework', name: 'next' }, started, folders, tree, program)
}

function frameworkProgram(
  point: EntryPoint,
  started: Started,
  roots: readonly string[],
  tree: Tree,
  program: Program,
): Found | undefined {
  for (const root of roots) {
    if (point.name === 'next') {
      const config = ['next.config.js', 'next.config.mjs', 'next.config.ts', 'next.config.cjs'].find(name =>
        tree.exists(joinPath(root, name)),
      )
      const first = [...program.files.keys()].find(
        path =>
          isWithin(joinPath(root, 'app'), path) ||
          isWithin(joinPath(root, 'pages'), path) ||
          isWithin(joinPath(root, 'src/app'), path) ||
          isWithin(joinPath(root, 'src/pages'), path),
      )
      if (first !== undefined && (config !== undefined || tree.exists(joinPath(root, 'package.json'))))
        return { runtime: 'node', directory: root, entries: [first], entryPoints: [point], isCertain: true }
    } else {
      const entry = sourceOf(root, 'dist/main.js', tree, program)
      if (entry !== undefined)
        return {
          runtime: 'node',
          directory: packageDirectory(entry, 'node', tree),
          entries: [entry],
          entryPoints: [point],
          isCertain: started.image !== undefined || started.directory !== undefined,
        }
    }
  }
  return undefined
}

const USUAL: readonly (readonly [Runtime, readonly string[]])[] = [
  [
    'node',
    [
      'src/main.ts',
      'src/index.ts',
      'src/server.ts',
      'src/app.ts',
      'index.ts',
      'main.ts',
      'server.ts',
      'server.js',
      'index.js',
      'app.js',
      'main.js',
      'src/index.js',
      'src/server.js',
      'src/app.js',
      'src/main.js',
    ],
  ],
  ['python', ['manage.py', 'app/main.py', 'main.py', 'app.py', 'src/main.py', 'wsgi.py', 'server.py', 'run.py']],
  ['go', ['main.go', 'cmd/server/main.go', 'cmd/main.go']],
]

/** Where the command does not tell: the file that people name it, if there is one kind of program only. */
function usual(roots: readonly string[], program: Program, tree: Tree): Found | undefined {
  for (const root of roots) {
    for (const [runtime, names] of USUAL) {
      const entry = names.map(name => joinPath(root, name)).find(path => program.files.has(path))
      if (entry !== undefined)
        return {
          runtime,
          directory: packageDirectory(entry, runtime, tree),
          entries: [entry],
          entryPoints: [],
          isCertain: false,
        }
    }
  }
  return undefined
}

/** What frameworks load by its place rather than by an import: pages and routes of Next.js, modules of Django. */
export function byFolder(found: Found, program: Program): readonly string[] {
  const below = (pattern: RegExp) =>
    [...program.files.keys()].filter(
      path =>
        isWithin(found.directory, path) &&
        pattern.test(found.directory === '.' ? path : path.slice(found.directory.length + 1)),
    )
  if (found.entryPoints.some(({ name }) => name === 'next')) {
    const loaded = below(/^(?:src\/)?(?:app|pages|middleware|instrumentation|proxy)(?:\/|\.)/)
    return [...program.reachableFrom(loaded)]
  }
  if (found.entries.some(entry => /(?:^|\/)(?:manage|wsgi|asgi)\.py$/.test(entry))) return below(/\.py$/)
  if (found.runtime !== 'node') return []
  const reached = [...program.reachableFrom(found.entries)].flatMap(path => program.files.get(path) ?? [])
  const loaded = [...(autoloaded(program, reached) ?? []), ...requiredFolders(program, reached)]
  return loaded.length > 0 ? [...program.reachableFrom(loaded)] : []
}
