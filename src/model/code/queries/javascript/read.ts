import { definitionOf } from '../../../../code/definitions.js'
import type { ExpressionIn, In, Program } from '../../../../code/program.js'
import { functionsAround } from '../../../../code/scopes.js'
import type { Call, CodeFile, Expression, FunctionNode, Name, ObjectLiteral } from '../../../../code/syntax.js'
import { holds, pathOf, peel, walk } from '../../../../code/walk.js'
import type { Comparison } from '../../growth.js'
import { capOf } from '../cap.js'
import { type Chain, chainOf, grownChain, linksAddedTo } from '../chain.js'
import type { EagerLoad, Query, QueryLibrary } from '../query.js'

/** What was read of a call that reads rows. */
export interface Read {
  readonly library: QueryLibrary
  readonly entity: string | undefined
  readonly limit: Expression | undefined
  readonly comparisons: readonly Comparison[]
  readonly isComplete: boolean
  readonly eager?: readonly EagerLoad[]
  readonly isStreamed?: boolean
}

/** A query out of what was read of a call. */
export function made(program: Program, { file, node }: In<Call>, read: Read): Query {
  const [within] = functionsAround(file, node.start)
  const { library, entity, limit, comparisons, isComplete, eager = [], isStreamed = false } = read
  return {
    library,
    ...(entity !== undefined && { entity }),
    ...(limit && { limit: capOf(program, { file, node: limit }) }),
    isComplete,
    comparisons,
    eager,
    isStreamed,
    ...(within && { within: { file, node: within } }),
    at: { path: file.path, start: node.start, end: node.end },
  }
}

/** An argument as an object literal: written here, or a constant. `complete` is false with spreads and for what is not seen. */
export function objectOf(
  program: Program,
  { file, node }: ExpressionIn,
): { object?: ObjectLiteral; complete: boolean } {
  const inner = peel(node)
  const found = inner.kind === 'object' ? inner : constantObject(program, { file, node: inner })
  if (!found) return { complete: false }
  if (inner.kind === 'name' && isFilledLater(file, inner)) return { object: found, complete: false }
  return { object: found, complete: found.entries.every(entry => entry.kind === 'entry' && entry.key !== undefined) }
}

/** The value under a key that is written out. */
export function entryOf(object: ObjectLiteral | undefined, key: string): Expression | undefined {
  const entry = object?.entries.find(one => one.kind === 'entry' && one.key === key)
  return entry?.kind === 'entry' ? entry.value : undefined
}

/** The limit of a query: written out, or given by what is spread in: `{ where, ...paging(query) }`. */
export function limitOf(
  program: Program,
  file: CodeFile,
  object: ObjectLiteral | undefined,
  key: string,
): Expression | undefined {
  const written = entryOf(object, key)
  if (written) return written
  for (const { kind, value } of object?.entries ?? []) {
    const call = kind === 'spread' ? peel(value) : undefined
    if (call?.kind !== 'call') continue
    const { start, end } = call
    const part: Expression = { kind: 'member', object: call, property: key, propertyStart: start, start, end }
    if (capOf(program, { file, node: part }).kind !== 'unknown') return part
  }
  return undefined
}

/** The comparisons of a `where` object: `{ id: { in: x }, companyId, AND: [{…}] }`. An `OR` tells nothing. */
export function comparisonsIn(
  program: Program,
  at: ExpressionIn | undefined,
): { comparisons: Comparison[]; complete: boolean } {
  if (!at) return { comparisons: [], complete: true }
  const { object, complete } = objectOf(program, at)
  if (!object) return { comparisons: [], complete: false }
  const comparisons: Comparison[] = []
  let whole = complete
  for (const entry of object.entries) {
    if (entry.kind !== 'entry' || entry.key === undefined) continue
    if (entry.key === 'AND' || entry.key === '$and') {
      const parts = entry.value.kind === 'array' ? entry.value.elements : [entry.value]
      for (const part of parts) {
        const inner = comparisonsIn(program, { file: at.file, node: part })
        comparisons.push(...inner.comparisons)
        whole &&= inner.complete
      }
    } else if (entry.key !== 'OR' && entry.key !== '$or' && entry.key !== 'NOT')
      comparisons.push({ field: entry.key, operator: operatorOf(entry.value) })
  }
  return { comparisons, complete: whole }
}

function operatorOf(value: Expression): Comparison['operator'] {
  const inner = peel(value)
  if (inner.kind === 'object') {
    const keys = inner.entries.flatMap(entry => (entry.kind === 'entry' ? [entry.key] : []))
    if (keys.some(key => key === 'in' || key === '$in')) return 'in'
    if (keys.some(key => key === 'equals' || key === '$eq')) return 'equals'
    // A condition on a relation: `{ order: { companyId: x } }`.
    return 'other'
  }
  if (inner.kind === 'call')
    return /^(?:In|Any)$/.test(inner.callee.kind === 'name' ? inner.callee.name : '')
      ? 'in'
      : inner.isNew
        ? 'equals'
        : 'other'
  return inner.kind === 'array' ? 'in' : 'equals'
}

/** Whether a name's object is given more entries somewhere in the function: `where.status = x`, `Object.assign(where, …)`. */
function isFilledLater(file: CodeFile, { name, start }: Name): boolean {
  const [around] = functionsAround(file, start)
  return holds(around?.body ?? file.body, node => {
    const target = node.kind === 'assign' ? node.target : undefined
    const object = target?.kind === 'member' || target?.kind === 'index' ? peel(target.object) : undefined
    const [first] = node.kind === 'call' && pathOf(node.callee)?.join('.') === 'Object.assign' ? node.arguments : []
    return [object, first].some(one => one?.kind === 'name' && one.name === name)
  })
}

function constantObject(program: Program, at: ExpressionIn): ObjectLiteral | undefined {
  const found = definitionOf(program, at)
  const node = found.kind === 'expression' ? peel(found.node) : undefined
  return node?.kind === 'object' ? node : undefined
}

/** The name, last member or text that an expression is. */
export function nameOf(node: Expression | undefined): string | undefined {
  if (node?.kind === 'name') return node.name
  if (node?.kind === 'member') return node.property
  return node?.kind === 'literal' && typeof node.value === 'string' ? node.value : undefined
}

/**
 * The chain that goes on behind a call: `.limit()` behind `.find()`; found from the outermost call around it, and from the
 * variable that keeps it: `query = Lead.find()`, `query = query.limit(20)`.
 */
export function outerChain({ file, node }: In<Call>): Chain {
  let outer: Expression = node
  walk(file.body, one => {
    if (one.start > node.start || one.end < node.end) return false
    if (one.kind === 'call' && one.start === node.start && one.end > outer.end) {
      const chain = chainOf(one)
      if (chain.links.some(link => link.call === node)) outer = one
    }
    return undefined
  })
  const chain = grownChain({ file, node: outer })
  const [around] = functionsAround(file, node.start)
  if (!around) return chain
  const name = variableOf(around, outer)
  return name === undefined ? chain : { ...chain, links: [...chain.links, ...linksAddedTo(name, around, outer)] }
}

/** The variable that is given a query as it is, which nothing awaits yet. */
function variableOf(around: FunctionNode, query: Expression): string | undefined {
  let name: string | undefined
  walk(around.body, one => {
    if ((one.kind === 'declare' || one.kind === 'assign') && one.value === query && one.target.kind === 'name')
      name = one.target.name
    return name === undefined
  })
  return name
}
