import type { ExpressionIn, In, Program } from '../../../code/program.js'
import { functionsAround } from '../../../code/scopes.js'
import type { Call, CodeFile, Expression } from '../../../code/syntax.js'
import { pathOf, peel, walk } from '../../../code/walk.js'
import type { Comparison } from '../growth.js'
import { capOf } from './cap.js'
import { type Chain, chainOf, grownChain, linkCall } from './chain.js'
import { djangoQueries } from './django/functions.js'
import type { EagerLoad, Query } from './query.js'

/** Methods that end a chain and give all its rows. */
const ENDS = /^(?:all|fetchall|unique)$/
/** Methods that hand a statement to the session. */
const RUNS = /^(?:execute|scalars|exec|stream|stream_scalars)$/

/** The bulk reads of a Python file through SQLAlchemy, SQLModel and Django. */
export function pythonQueries(program: Program, file: CodeFile): readonly Query[] {
  const found: Query[] = [...djangoQueries(program, file)]
  walk(file.body, node => {
    if (node.kind !== 'call' || node.callee.kind !== 'member' || !ENDS.test(node.callee.property)) return undefined
    const query = queryOf(program, { file, node })
    if (query) found.push(query)
    // What is inside belongs to this chain, but for arguments; those are no reads of their own.
    return undefined
  })
  return found
}

function queryOf(program: Program, at: In<Call>): Query | undefined {
  const outer = grownChain(at)
  const chain = statementChain(at.file, outer)
  const start = chain && startOf(chain)
  // Each value once: as many rows as there are values, not as there are rows.
  if (!chain || !start || (start !== 'model' && isAggregate(start)) || linkCall(chain, /^distinct$/)) return undefined
  const limit = linkCall(chain, /^limit$/)?.arguments[0]
  const [within] = functionsAround(at.file, at.node.start)
  const filters = chain.links.filter(
    link => link.call && !link.isOptional && /^(?:filter|filter_by|where)$/.test(link.name),
  )
  const comparisons = filters.flatMap(({ name, call }) => (call ? comparisonsOf(name, call) : []))
  const entity = start === 'model' ? nameOfModel(chain) : entityOf(start)
  return {
    library: 'sqlalchemy',
    ...(entity !== undefined && { entity }),
    ...(limit && { limit: capOf(program, { file: at.file, node: limit }) }),
    // A `*conditions` is built where it is not seen.
    isComplete:
      filters.every(({ call }) => call?.arguments.every(one => one.kind !== 'spread') !== false) &&
      chain.root.kind !== 'unknown',
    comparisons,
    eager: chain.links.flatMap(({ name, call }) => (name === 'options' && call ? eagerOf(at, call) : [])),
    isStreamed: [...outer.links, ...chain.links].some(({ name }) =>
      /^(?:yield_per|partitions|stream|stream_scalars)$/.test(name),
    ),
    ...(within && { within: { file: at.file, node: within } }),
    at: { path: at.file.path, start: at.node.start, end: at.node.end },
  }
}

/** `db.query(A).….all()` itself, or the statement that `session.execute(…)` is given, with what grew it. */
function statementChain(file: CodeFile, outer: Chain): Chain | undefined {
  if (outer.links.some(link => link.name === 'query' && link.call) || nameOfModel(outer) !== undefined) return outer
  // `execute(statement).scalars()`: the one that is given something.
  const run = outer.links.findLast(link => RUNS.test(link.name) && link.call && link.call.arguments.length > 0)
  const [statement] = run?.call?.arguments ?? []
  if (!statement || statement.kind === 'keyword') return undefined
  const chain = grownChain({ file, node: statement })
  return selectOf(chain) ? chain : undefined
}

/** `select(A, B)` at the root of a chain. */
function selectOf({ root }: Chain): Call | undefined {
  return root.kind === 'call' &&
    /^(?:select|sa\.select|sqlalchemy\.select|sqlmodel\.select)$/.test(pathOf(root.callee)?.join('.') ?? '')
    ? root
    : undefined
}

/** The call that names what is read; `model` where it is a property of the model. */
function startOf(chain: Chain): Call | 'model' | undefined {
  const call = selectOf(chain) ?? chain.links.find(link => link.name === 'query' && link.call)?.call
  return call ?? (nameOfModel(chain) === undefined ? undefined : 'model')
}

/** `Order` of `Order.query.filter_by(…)` and `models.Order.query`: https://flask-sqlalchemy.readthedocs.io/en/stable/legacy-query/ */
export function nameOfModel({ root, links }: Chain): string | undefined {
  if (root.kind !== 'name') return undefined
  const isOfModule = links[0]?.call === undefined && IS_MODEL.test(links[0]?.name ?? '')
  const [name, first, second] = isOfModule ? [links[0]?.name ?? '', ...links.slice(1)] : [root.name, ...links]
  if (!IS_MODEL.test(name)) return undefined
  return first?.name === 'query' && !first.call && second?.call ? name : undefined
}

const IS_MODEL = /^[A-Z]\w*[a-z]/

/** `select(func.count())`: one row. */
function isAggregate(start: Call): boolean {
  return start.arguments.length > 0 && start.arguments.every(one => /^(?:func|sa\.func|count)\b/.test(calleePath(one)))
}

function calleePath(node: Expression): string {
  const inner = peel(node)
  if (inner.kind !== 'call') return ''
  const path = pathOf(inner.callee)?.join('.')
  // `func.count(A.id).label("n")`
  return path ?? calleePath(chainOf(inner).root)
}

function entityOf(start: Call): string | undefined {
  const [first] = start.arguments
  if (first?.kind === 'name') return first.name
  if (first?.kind !== 'member') return undefined
  // `query(Order.id, Order.total)`; `query(models.Order)` and `query(models.Order.id)` by the module.
  const names = pathOf(first) ?? []
  return names.find(one => /^[A-Z]/.test(one)) ?? (first.object.kind === 'name' ? first.object.name : undefined)
}

function comparisonsOf(method: string, call: Call): readonly Comparison[] {
  return call.arguments.flatMap((one): readonly Comparison[] => {
    if (one.kind === 'keyword') return method === 'filter_by' ? [{ field: one.name, operator: 'equals' }] : []
    return conditionOf(one)
  })
}

/** `A.company_id == x`, `A.id.in_(ids)`, `and_(…)`. */
function conditionOf(node: Expression): readonly Comparison[] {
  const inner = peel(node)
  if (inner.kind === 'binary' && (inner.operator === '&&' || inner.operator === '&'))
    return [...conditionOf(inner.left), ...conditionOf(inner.right)]
  if (inner.kind === 'binary') {
    const field = columnOf(inner.left)
    return field === undefined ? [] : [{ field, operator: /^===?$/.test(inner.operator) ? 'equals' : 'other' }]
  }
  if (inner.kind !== 'call') return []
  const path = pathOf(inner.callee)?.at(-1)
  if (path === 'and_') return inner.arguments.flatMap(conditionOf)
  const field = inner.callee.kind === 'member' ? columnOf(inner.callee.object) : undefined
  return field === undefined ? [] : [{ field, operator: path === 'in_' ? 'in' : 'other' }]
}

function columnOf(node: Expression): string | undefined {
  const inner = peel(node)
  // `models.Order.company_id` as well.
  return inner.kind === 'member' && /^[A-Z]/.test(pathOf(inner.object)?.at(-1) ?? '') ? inner.property : undefined
}

const LOADERS = /^(?:joinedload|selectinload|subqueryload|contains_eager)$/

/** `options(joinedload(A.b), selectinload(A.c).joinedload(C.d))`: https://docs.sqlalchemy.org/en/20/orm/queryguide/relationships.html */
function eagerOf(at: ExpressionIn, call: Call): readonly EagerLoad[] {
  return call.arguments.flatMap((one): EagerLoad[] => {
    const chain = chainOf(one)
    const start = chain.root.kind === 'call' ? chain.root : undefined
    const steps = [
      { name: (start && pathOf(start.callee)?.at(-1)) ?? '', call: start },
      // `orm.joinedload(A.b)` is a chain of its own.
      ...chain.links.filter(link => link.call),
    ].filter(step => step.call)
    const loads: EagerLoad[] = []
    let before = ''
    let isJoin = true
    for (const { name, call: step } of steps) {
      const [first] = step?.arguments ?? []
      const relation =
        first?.kind === 'member' ? first.property : first?.kind === 'literal' ? String(first.value) : undefined
      if (!step || !LOADERS.test(name) || relation === undefined) break
      // What is joined below a query of its own does not multiply the rows of this one.
      isJoin &&= name === 'joinedload'
      loads.push({
        relation: before + relation,
        isJoin,
        isBounded: false,
        at: { path: at.file.path, start: one.start, end: step.end },
      })
      before = `${before}${relation}.`
    }
    return loads
  })
}
