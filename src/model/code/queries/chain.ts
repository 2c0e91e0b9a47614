import type { ExpressionIn } from '../../../code/program.js'
import { bindingsAt, functionsAround } from '../../../code/scopes.js'
import type { Call, Expression, FunctionNode } from '../../../code/syntax.js'
import { peel, walk } from '../../../code/walk.js'

/** One link of a chain: `.where(x)`, or `.user` where nothing is called. */
export interface Link {
  readonly name: string
  readonly call?: Call
  /** Added only where an `if` without another way holds: `if (status) builder.andWhere(…)`. */
  readonly isOptional?: true
}

/** `db.select().from(t).limit(5)`: `db` and its links in order. */
export interface Chain {
  readonly root: Expression
  readonly links: readonly Link[]
}

const LONGEST = 60

/** A chain of members and calls, taken apart. A call that is no method call is the root with an empty name. */
export function chainOf(expression: Expression): Chain {
  const links: Link[] = []
  let node = peel(expression)
  for (let steps = 0; steps < LONGEST; steps++) {
    if (node.kind === 'call') {
      const callee: Expression = peel(node.callee)
      if (callee.kind !== 'member') break
      links.push({ name: callee.property, call: node })
      node = peel(callee.object)
    } else if (node.kind === 'member') {
      links.push({ name: node.property })
      node = peel(node.object)
    } else break
  }
  return { root: node, links: links.reverse() }
}

/**
 * The chain of an expression, and every other link that the function around it adds to the variable that it begins with:
 * `query = db.query(A)`, `query = query.filter(…)`, `return query.limit(5).all()`. In no order. Those inside `if` are among
 * them, as they may be added: see `isOptional`.
 */
export function grownChain({ file, node }: ExpressionIn): Chain {
  const chain = chainOf(node)
  if (chain.root.kind !== 'name') return chain
  const [around] = functionsAround(file, node.start)
  const bindings = bindingsAt(file, chain.root.name, chain.root.start)?.bindings ?? []
  if (!around || bindings.length === 0 || bindings.some(one => one.kind !== 'value')) return chain
  const grown = assignedTo(chain.root.name, around, node)
  const start = grown.find(one => one.root.kind !== 'name' || one.root.name !== nameOf(chain.root))
  return { root: start?.root ?? chain.root, links: [...grown.flatMap(one => one.links), ...chain.links] }
}

function nameOf(node: Expression): string | undefined {
  return node.kind === 'name' ? node.name : undefined
}

function assignedTo(name: string, around: FunctionNode, end: Expression): readonly Chain[] {
  const chains: Chain[] = []
  const choices = choicesAround(around, end)
  const add = (chain: Chain, { start }: Expression) => {
    const isOptional = choices.some(one => one.start <= start && start < one.end)
    chains.push(isOptional ? { ...chain, links: chain.links.map(link => ({ ...link, isOptional })) } : chain)
  }
  walk(around.body, node => {
    const target = node.kind === 'declare' || node.kind === 'assign' ? node.target : undefined
    const value = node.kind === 'declare' || node.kind === 'assign' ? node.value : undefined
    if (target?.kind === 'name' && target.name === name && value) add(chainOf(value), value)
    // `qb.andWhere(…)` as a statement changes the builder.
    else if (node.kind === 'expression') {
      const chain = chainOf(node.value)
      if (chain.root.kind === 'name' && chain.root.name === name && chain.links.length > 0) add(chain, node.value)
    }
    return undefined
  })
  return chains
}

/** What a function adds to a query that it keeps in a variable: `query = query.limit(20)`, `query.where(…)`. In no order. */
export function linksAddedTo(name: string, around: FunctionNode, end: Expression): readonly Link[] {
  return assignedTo(name, around, end).flatMap(({ root, links }) => (nameOf(root) === name ? links : []))
}

/** What runs only if a test comes out so, with nothing in its place otherwise; not where the end of the chain is in it. */
function choicesAround(around: FunctionNode, end: Expression): readonly { start: number; end: number }[] {
  const found: { start: number; end: number }[] = []
  walk(around.body, node => {
    const last = node.kind === 'if' ? node.consequent.at(-1) : undefined
    const isChoice =
      node.kind === 'if' && node.alternate.length === 0 && !(node.start <= end.start && end.end <= node.end)
    // What ends in it is another way through the function.
    if (isChoice && last?.kind !== 'return' && last?.kind !== 'throw') found.push(node)
    return undefined
  })
  return found
}

/** The last call of a chain under one of these names. */
export function linkCall(chain: Chain, names: RegExp): Call | undefined {
  return chain.links.findLast(link => link.call && names.test(link.name))?.call
}
