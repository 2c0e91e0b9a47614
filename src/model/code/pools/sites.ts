import { definitionOf, externalName } from '../../../code/definitions.js'
import type { In, Program } from '../../../code/program.js'
import { functionsAround } from '../../../code/scopes.js'
import type { Call, CodeFile, Expression, Import, Node } from '../../../code/syntax.js'
import { childrenOf, holds, pathOf, peel, walk } from '../../../code/walk.js'
import { djangoPools } from './django.js'
import { GO_READERS } from './go.js'
import { JAVASCRIPT_READERS } from './javascript.js'
import { isPrismaClient, prismaClient, prismaSubclass } from './prisma.js'
import { PYTHON_READERS } from './python.js'
import type { Branch, PoolRecipe, PoolSite } from './site.js'

/** Modules by whose import a file may make a pool. */
const IMPORTED =
  /^(?:pg|pg-pool|mysql2|postgres|typeorm|sequelize(?:-typescript)?|knex|mongodb|mongoose|drizzle-orm|@prisma|@nestjs\/(?:typeorm|sequelize|mongoose)|@mikro-orm|sqlalchemy|sqlmodel|asyncpg|psycopg_pool|databases|pymongo|motor|flask_sqlalchemy|database\/sql|gorm\.io|github\.com\/(?:jackc\/pgx|jmoiron\/sqlx|go-gorm))(?:[./]|$)|prisma|generated/i

const known = new WeakMap<CodeFile, readonly PoolSite[]>()

/** Every place of a file that makes a pool of connections to a database. */
export function poolSitesOf(program: Program, file: CodeFile): readonly PoolSite[] {
  const before = known.get(file)
  if (before) return before
  const found = [...(file.imports.some(mayMake) ? sitesIn(program, file) : []), ...djangoPools(program, file)]
  known.set(file, found)
  return found
}

/** Names that constructors begin with, behind their package: entities and repositories are imported far more often. */
const FIRST_NAMES = new Set([
  'PrismaClient',
  ...[JAVASCRIPT_READERS, PYTHON_READERS].flatMap(readers =>
    [...readers.keys()].flatMap(name => name.split('.').slice(1, 2)),
  ),
])

/** Whether a pool can be made of what an import brings: a whole module, or a name that a constructor begins with. */
function mayMake({ from, name }: Import): boolean {
  // Packages of the repository and of the company pass it on.
  if (name === 'PrismaClient') return true
  if (!IMPORTED.test(from)) return false
  return name === undefined || /^(?:default|\*|=)$/.test(name) || FIRST_NAMES.has(name)
}

function sitesIn(program: Program, file: CodeFile): readonly PoolSite[] {
  const sites: PoolSite[] = []
  const imported = new Set(file.imports.flatMap(one => one.local ?? []))
  const readers = file.language === 'python' ? PYTHON_READERS : file.language === 'go' ? GO_READERS : JAVASCRIPT_READERS
  const add = (recipe: PoolRecipe | undefined, node: { readonly start: number; readonly end: number }) => {
    if (recipe)
      sites.push({ ...recipe, ...placeOf(file, node), file, at: { path: file.path, start: node.start, end: node.end } })
  }
  walk(file.body, node => {
    if (node.kind === 'class' && file.language === 'typescript') {
      const base = node.bases.find(one => isPrismaClient(program, { file, node: one }))
      if (base)
        add(prismaSubclass(program, file, node), {
          start: node.nameStart,
          end: node.nameStart + (node.name?.length ?? 0),
        })
    }
    if (node.kind !== 'call') return undefined
    if (node.isNew && isPrismaClient(program, { file, node: node.callee }))
      add(prismaClient(program, { file, node }), node)
    const reader = readers.get(nameOf(program, { file, node }, imported) ?? '')
    if (reader) add(reader(program, { file, node }), node)
    return undefined
  })
  return sites
}

/** What constructors are called at their end: most calls of a file are told apart by this alone. */
const LAST_NAMES = new Set(
  [JAVASCRIPT_READERS, PYTHON_READERS, GO_READERS].flatMap(readers =>
    [...readers.keys()].map(name => name.slice(name.lastIndexOf('.') + 1)),
  ),
)

/** The name of what is called, where it is from outside. Names that cannot be one are not looked up. */
function nameOf(program: Program, { file, node }: In<Call>, imported: ReadonlySet<string>): string | undefined {
  const path = pathOf(node.callee)
  if (!path) return required(program, file, node.callee)
  const [first = ''] = path
  const last = path.at(-1) ?? ''
  if (!LAST_NAMES.has(last) && !(path.length === 1 && imported.has(first))) return undefined
  const name = externalName(definitionOf(program, { file, node: node.callee }))
  if (name !== undefined && file.language === 'python') return name.replace(/^([^.]+)\..*\./, '$1.')
  return name !== undefined && file.language === 'go' ? name.replace(/\/v\d+(?=[/.])/, '') : name
}

/** `require('knex')(…)`, `new (require('pg').Pool)(…)`. */
function required(program: Program, file: CodeFile, callee: Expression): string | undefined {
  const inner = peel(callee)
  if (inner.kind === 'member') {
    const of = required(program, file, inner.object)
    return of === undefined ? undefined : `${of}.${inner.property}`
  }
  const [first] = inner.kind === 'call' ? inner.arguments : []
  if (inner.kind !== 'call' || inner.callee.kind !== 'name' || inner.callee.name !== 'require') return undefined
  const target = first?.kind === 'literal' ? program.target(file, String(first.value)) : undefined
  return target?.kind === 'package' ? target.name : undefined
}

const ONCE = /^(?:constructor|__init__|onModuleInit|main|bootstrap|lifespan)$/i

/** Where a constructor stands. */
function placeOf(
  file: CodeFile,
  node: { readonly start: number; readonly end: number },
): Pick<PoolSite, 'createdAt' | 'branch'> {
  const [inner] = functionsAround(file, node.start)
  const around = ancestorsOf(inner ? inner.body : file.body, node)
  const branch = around.find(one => isBranch(one, around))
  const createdAt =
    inner === undefined
      ? around.some(one => one.kind === 'class')
        ? 'class'
        : 'module'
      : ONCE.test(inner.name ?? '')
        ? 'class'
        : 'function'
  return { createdAt, ...(branch ? { branch: { at: branch.start, arm: armOf(branch, node) } } : {}) }
}

/** What a place is in, from the outside in. */
function ancestorsOf(body: readonly Node[], place: { readonly start: number; readonly end: number }): readonly Node[] {
  const found: Node[] = []
  let inside = body
  for (;;) {
    const next = inside.find(one => one.start <= place.start && one.end >= place.end)
    if (!next || (next.start === place.start && next.end === place.end && next.kind === 'call')) return found
    found.push(next)
    inside = childrenOf(next)
  }
}

/** Whether what is inside may not run: a condition that is no check whether it was made before. */
function isBranch(node: Node, around: readonly Node[]): boolean {
  if (node.kind === 'switch') return true
  if (node.kind === 'conditional')
    return node.consequent.kind === 'call'
      ? node.alternate.kind !== 'name' && node.alternate.kind !== 'member'
      : node.consequent.kind !== 'name' && node.consequent.kind !== 'member'
  if (node.kind !== 'if' || isMain(node.test)) return false
  const kept = new Set(
    around.flatMap(one => (one.kind === 'assign' || one.kind === 'declare' ? lastName(one.target) : [])),
  )
  return !holds(
    [node.test],
    one => (one.kind === 'name' || one.kind === 'member') && lastName(one).some(name => kept.has(name)),
  )
}

function lastName(node: Expression): readonly string[] {
  const name = pathOf(node)?.at(-1)
  return name === undefined ? [] : [name]
}

/** `if __name__ == "__main__"`, which holds for what is started. */
function isMain(test: Expression): boolean {
  return test.kind === 'binary' && pathOf(test.left)?.join() === '__name__'
}

function armOf(node: Node, place: { readonly start: number; readonly end: number }): Branch['arm'] {
  const isIn = (inner: readonly Node[]) => inner.some(one => one.start <= place.start && one.end >= place.end)
  if (node.kind === 'if') return isIn(node.consequent) ? 'then' : 'else'
  if (node.kind === 'conditional') return isIn([node.consequent]) ? 'then' : 'else'
  return 'case'
}
