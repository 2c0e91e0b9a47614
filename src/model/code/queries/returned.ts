import type { Expression, FunctionNode, Loop, Node } from '../../../code/syntax.js'
import { holds, pathOf, peel, walk } from '../../../code/walk.js'
import { chainOf } from './chain.js'

/** Calls that send what they are given: `res.json(x)`, `reply.send(x)`, `jsonify(x)`, `json.NewEncoder(w).Encode(x)`. */
const SENDS =
  /(?:^|\.)(?:json|send|jsonify|JSON|JSONResponse|JsonResponse|Response|respond|render|body|Encode|(?:[wW]rite|[rR]espond|[rR]ender|[sS]end)(?:With)?J(?:SON|son))$/
/** Methods that keep as many rows as there are. */
const KEEPS =
  /^(?:map|then|catch|finally|sort|reverse|toJSON|flatMap|all|scalars|unique|lean|exec|execute|getMany|toArray|\$dynamic)$/
/**
 * What a chain goes on with behind the call that names the table: `db.select().from(orders).where(…).orderBy(…)` of Drizzle,
 * `Order.find(…).populate(…).sort(…).skip(…)` of Mongoose.
 */
export const GOES_ON =
  /^(?:populate|select|selectAll|skip|sort|collation|hint|setOptions|where|andWhere|orderBy|groupBy|having|limit|offset|for|join|(?:left|right|inner|full|cross)Join(?:Lateral)?|\$withCache)$/

/** Whether the rows that a call reads leave the function as they are: returned or sent, themselves or in an object. */
export function leavesFunction(fn: FunctionNode, call: { readonly start: number; readonly end: number }): boolean {
  const names = namesOf(fn, call)
  if (isBoundedLater(fn, names)) return false
  return holds(fn.body, node => {
    const given = node.kind === 'return' ? (node.value ? [node.value] : []) : isSending(node) ? node.arguments : []
    return given.some(one => carries(one, call, names))
  })
}

/** `query = query.limit(20)`: what a name holds is made a page of before it is read. */
function isBoundedLater(fn: FunctionNode, names: ReadonlySet<string>): boolean {
  return holds(fn.body, node => {
    if (node.kind !== 'call' || node.callee.kind !== 'member') return false
    if (!/^(?:limit|take|Limit|paginate)$/.test(node.callee.property)) return false
    const { root } = chainOf(node)
    return root.kind === 'name' && names.has(root.name)
  })
}

function isSending(node: Node): node is Extract<Node, { kind: 'call' }> {
  return (
    node.kind === 'call' &&
    SENDS.test(pathOf(node.callee)?.join('.') ?? (node.callee.kind === 'member' ? node.callee.property : ''))
  )
}

/** The names that hold what the call gives. */
function namesOf(fn: FunctionNode, call: { readonly start: number; readonly end: number }): ReadonlySet<string> {
  const names = new Set<string>()
  walk(fn.body, node => {
    // `db.Find(&orders)` of Go fills what it is given.
    if (node.kind === 'call' && node.start === call.start && node.end === call.end)
      for (const one of node.arguments)
        if (one.kind === 'unary' && one.operator === '&' && one.value.kind === 'name') names.add(one.value.name)
    // `query = Lead.find()`, `const leads = await query`
    if (node.kind === 'assign' && node.target.kind === 'name' && carries(node.value, call, names))
      names.add(node.target.name)
    // `for rows.Next() { …; orders = append(orders, order) }` of Go gathers what a statement gives.
    if (node.kind === 'loop' && isNext(node.test, names)) addGathered(node, names)
    // `answer["data"] = orders`, `answer.data = orders`
    if (node.kind === 'assign' && node.operator === '=' && carries(node.value, call, names)) {
      const { target } = node
      const filled = target.kind === 'member' || target.kind === 'index' ? peel(target.object) : undefined
      if (filled?.kind === 'name' && filled.name !== 'self') names.add(filled.name)
    }
    if (node.kind !== 'declare' || !node.value || !carries(node.value, call, names)) return undefined
    if (node.target.kind === 'name') names.add(node.target.name)
    // `const { rows } = await pool.query(…)`
    if (node.target.kind === 'object') {
      const rows = node.target.entries.find(one => one.kind === 'entry' && one.key === 'rows')
      if (rows?.kind === 'entry' && rows.value.kind === 'name') names.add(rows.value.name)
    }
    // `const [rows, total] = await Promise.all([…])`
    if (node.target.kind === 'array' && !takesFirst(node.target.elements.length, node.value))
      for (const one of node.target.elements) if (one.kind === 'name') names.add(one.name)
    return undefined
  })
  return names
}

/** `const [order] = await db.select().from(orders)`: the first of the rows, where the answer is no list of rows and a number. */
function takesFirst(names: number, value: Expression): boolean {
  const inner = peel(value)
  if (names !== 1 || inner.kind !== 'call') return false
  const name = inner.callee.kind === 'member' ? inner.callee.property : ''
  return !/AndCount|^(?:all|allSettled|query|raw|execute)$/i.test(name)
}

function isNext(test: Expression | undefined, names: ReadonlySet<string>): boolean {
  const [of = '', method] = test?.kind === 'call' ? (pathOf(test.callee) ?? []) : []
  return method === 'Next' && names.has(of)
}

function addGathered({ body }: Loop, names: Set<string>): void {
  walk(body, node => {
    if (node.kind !== 'assign' || node.target.kind !== 'name' || node.value.kind !== 'call') return undefined
    if (node.value.callee.kind === 'name' && node.value.callee.name === 'append') names.add(node.target.name)
    return undefined
  })
}

/** Whether a value is the rows, or an object or list that holds them. */
function carries(
  value: Expression,
  call: { readonly start: number; readonly end: number },
  names: ReadonlySet<string>,
): boolean {
  const inner = peel(value)
  if (inner.start === call.start && inner.end === call.end) return true
  switch (inner.kind) {
    case 'name':
      return names.has(inner.name)
    case 'object':
      return inner.entries.some(entry => carries(entry.value, call, names))
    case 'array':
      return inner.elements.some(one => carries(one, call, names))
    case 'spread':
    case 'keyword':
      return carries(inner.value, call, names)
    case 'comprehension':
      return inner.clauses.some(one => carries(one.iterated, call, names))
    case 'conditional':
      return carries(inner.consequent, call, names) || carries(inner.alternate, call, names)
    case 'member':
      // What a serializer made of them; what node-postgres has beside their number.
      return (inner.property === 'data' || inner.property === 'rows') && carries(inner.object, call, names)
    case 'call': {
      const callee = peel(inner.callee)
      if (callee.kind === 'member' && GOES_ON.test(callee.property)) return carries(callee.object, call, names)
      if (callee.kind === 'member' && KEEPS.test(callee.property))
        return carries(callee.object, call, names) || inner.arguments.some(one => carries(one, call, names))
      return isSending(inner) || pathOf(callee)?.join('.') === 'Promise.all' || isSerializer(callee)
        ? inner.arguments.some(one => carries(one, call, names))
        : false
    }
    default:
      return false
  }
}

function isSerializer(callee: Expression): boolean {
  return /^(?:list|CollectRows|plainToInstance|plainToClass|instanceToPlain|jsonable_encoder|.*[sS]erializer)$/.test(
    pathOf(callee)?.at(-1) ?? '',
  )
}
