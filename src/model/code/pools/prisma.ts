import { definitionOf, externalName } from '../../../code/definitions.js'
import type { ExpressionIn, In, Program } from '../../../code/program.js'
import type { Call, ClassNode, CodeFile } from '../../../code/syntax.js'
import { peel } from '../../../code/walk.js'
import { argumentAt, NO_OPTIONS, optionsIn, valueIn } from './options.js'
import type { PoolRecipe } from './site.js'

/** Adapters with which Prisma has the pool of a driver. */
const ADAPTERS: ReadonlyMap<string, Pick<PoolRecipe, 'library' | 'engine'>> = new Map([
  ['@prisma/adapter-pg.PrismaPg', { library: 'prisma-pg', engine: 'postgres' }],
  ['@prisma/adapter-mariadb.PrismaMariaDb', { library: 'prisma-mariadb', engine: 'mysql' }],
] as const)

/**
 * Whether a name stands for the client of Prisma, also where it is generated into the repository and not committed, and
 * where a package of the repository or of the company passes it on: nothing else is called so.
 */
export function isPrismaClient(program: Program, { file, node }: ExpressionIn): boolean {
  const inner = peel(node)
  if (inner.kind !== 'name' && inner.kind !== 'member') return false
  const name = inner.kind === 'name' ? inner.name : inner.property
  if (name !== 'PrismaClient') return false
  const found = definitionOf(program, { file, node: inner })
  if (found.kind === 'external') return externalName(found)?.endsWith('.PrismaClient') ?? false
  return found.kind === 'unknown' && file.imports.some(one => one.name === name)
}

/** The client that `new PrismaClient(options)` makes. */
export function prismaClient(program: Program, call: In<Call>): PoolRecipe | undefined {
  return clientWith(program, argumentAt(call, 0))
}

/** The client that a class is by `extends PrismaClient`: what its constructor passes on to it. */
export function prismaSubclass(program: Program, file: CodeFile, node: ClassNode): PoolRecipe | undefined {
  const made = node.members.find(one => one.kind === 'function' && one.name === 'constructor')
  if (made?.kind !== 'function') return clientWith(program, undefined)
  for (const statement of made.body) {
    if (statement.kind !== 'expression') continue
    const call = peel(statement.value)
    if (call.kind !== 'call' || call.callee.kind !== 'name' || call.callee.name !== 'super') continue
    return clientWith(program, argumentAt({ file, node: call }, 0))
  }
  return clientWith(program, undefined)
}

function clientWith(program: Program, options: ExpressionIn | undefined): PoolRecipe | undefined {
  const option = optionsIn(program, options)
  const adapter = option('adapter')
  if (adapter.kind === 'given') return adapted(program, adapter.value)
  const url = valueIn(option, 'datasourceUrl') ?? datasourceUrl(program, option)
  const hidden = adapter.kind === 'open' || option('accelerateUrl').kind !== 'absent'
  return {
    library: 'prisma',
    // Its pool is set in the URL alone.
    option: hidden ? () => ({ kind: 'open', because: 'its options are not known' }) : NO_OPTIONS,
    ...(url ? { url } : {}),
  }
}

/** `datasources: { db: { url } }`, whatever the name of the source. */
function datasourceUrl(program: Program, option: PoolRecipe['option']): ExpressionIn | undefined {
  const sources = valueIn(option, 'datasources')
  const node = sources && peel(sources.node)
  if (!sources || node?.kind !== 'object') return undefined
  for (const entry of node.entries) {
    if (entry.kind !== 'entry') continue
    const url = valueIn(optionsIn(program, { file: sources.file, node: entry.value }), 'url')
    if (url) return url
  }
  return undefined
}

/** The pool of an adapter; none where it is given a pool that was made before, which counts by itself. */
function adapted(program: Program, at: ExpressionIn): PoolRecipe | undefined {
  const node = peel(at.node)
  const found = node.kind === 'call' ? { kind: 'expression' as const, file: at.file, node } : definitionOf(program, at)
  const call = found.kind === 'expression' || found.kind === 'field' ? callIn(found) : undefined
  const name = call && externalName(definitionOf(program, { file: call.file, node: call.node.callee }))
  const known = name === undefined ? undefined : ADAPTERS.get(name)
  if (!call || !known)
    return { library: 'prisma-pg', option: () => ({ kind: 'open', because: 'its adapter is not known' }) }
  const first = argumentAt(call, 0)
  const given = first && definitionOf(program, first)
  if (given?.kind === 'expression' && peel(given.node).kind === 'call') return undefined
  const option = optionsIn(program, first)
  const url = valueIn(option, 'connectionString') ?? (first && peel(first.node).kind === 'literal' ? first : undefined)
  const host = valueIn(option, 'host')
  return { ...known, option, ...(url ? { url } : {}), ...(host ? { host } : {}) }
}

function callIn(found: {
  readonly file: CodeFile
  readonly node: ExpressionIn['node'] | { readonly kind: 'field'; readonly value?: ExpressionIn['node'] | undefined }
}): In<Call> | undefined {
  const value = found.node.kind === 'field' ? found.node.value : found.node
  const inner = value && peel(value)
  return inner?.kind === 'call' ? { file: found.file, node: inner } : undefined
}
