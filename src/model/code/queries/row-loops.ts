import { definitionOf } from '../../../code/definitions.js'
import type { FunctionIn, In, Program } from '../../../code/program.js'
import type {
  Call,
  CodeFile,
  Comprehension,
  Expression,
  FunctionNode,
  Loop,
  Node,
  Statement,
} from '../../../code/syntax.js'
import { holds, pathOf, peel, walk } from '../../../code/walk.js'
import { GOES_ON } from './returned.js'

/** A loop over rows: what is done for each of them, and the names that stand for one. */
export interface RowLoop {
  readonly file: CodeFile
  readonly body: readonly Node[]
  readonly names: ReadonlySet<string>
}

/** Where rows come from in a function: the call that reads them, or that a function of its own reads them by. */
export interface RowSource {
  readonly within: FunctionIn
  readonly call: { readonly start: number; readonly end: number }
}

/** Methods after which there are as many rows, or not many less; and those that a query goes on with. */
const KEEPS =
  /^(?:map|filter|sort|toSorted|reverse|flatMap|all|scalars|unique|lean|exec|execute|entries|values|items|limit|skip|take|offset|orderBy|where|andWhere|whereIn|populate|select|selectAll|join|innerJoin|leftJoin|from)$/
const AS_MANY = /^(?:list|sorted|reversed|enumerate|tuple|set|Array\.from|Object\.values|structuredClone)$/
const CALLBACKS = /^(?:map|forEach|flatMap)$/

/** The loops of a function over the rows of a source, comprehensions and callbacks included. */
export function loopsOverRows(program: Program, source: RowSource): readonly RowLoop[] {
  const { file, node: fn } = source.within
  const names = rowNames(fn, source.call, file)
  const isRows = (one: Expression | undefined) => one !== undefined && holdsRows(one, source.call, names)
  const found: RowLoop[] = []
  const add = (body: readonly Node[], targets: readonly (Expression | undefined)[], at = file) => {
    const own = new Set<string>()
    for (const target of targets) if (target) addNames(target, own)
    if (own.size > 0) found.push({ file: at, body, names: own })
  }
  walk(fn.body, node => {
    if (node.kind === 'loop') addLoop(node, isRows, names, add)
    else if (node.kind === 'comprehension') addComprehension(node, isRows, add)
    else if (node.kind === 'call') {
      const callback = callbackOf(program, { file, node }, isRows)
      if (callback) add(callback.node.body, [callback.node.parameters[0]?.target], callback.file)
    }
    return undefined
  })
  return found
}

type Add = (body: readonly Node[], targets: readonly (Expression | undefined)[]) => void

function addLoop(node: Loop, isRows: (one: Expression | undefined) => boolean, names: ReadonlySet<string>, add: Add) {
  if (node.isAsync) return
  if (node.form === 'each' && (isRows(node.iterated) || countsRows(node.iterated, names))) add(node.body, [node.target])
  // `for (let i = 0; i < rows.length; i++)`
  else if (node.form === 'count' && countsRows(node.test, names)) add(node.body, countersOf(node.first))
  // `while (i < rows.length)`
  else if (node.form === 'while' && countsRows(node.test, names)) add(node.body, comparedIn(node.test, names))
  // `for rows.Next() { rows.Scan(&id) }` of Go
  else if (node.form !== 'each' && node.test?.kind === 'call') {
    const [of = '', method] = pathOf(node.test.callee) ?? []
    if (method === 'Next' && names.has(of)) add(node.body, scannedInto(node.body, of))
  }
}

/** `let i = 0` in front of a loop, which may be one of several. */
function countersOf(first: Statement | undefined): readonly Expression[] {
  if (first?.kind === 'declare') return [first.target]
  return first?.kind === 'block' ? first.body.flatMap(one => (one.kind === 'declare' ? [one.target] : [])) : []
}

/** The names in a test that are no rows: what counts them. */
function comparedIn(test: Expression | undefined, rows: ReadonlySet<string>): readonly Expression[] {
  const inner = test && peel(test)
  if (inner?.kind !== 'binary') return []
  return [inner.left, inner.right].filter(one => one.kind === 'name' && !rows.has(one.name))
}

/** `len(rows)` and `rows.length` in a test or a range. */
function countsRows(test: Expression | undefined, names: ReadonlySet<string>): boolean {
  if (!test || test.kind === 'name') return false
  return holds([test], one => {
    const counted =
      one.kind === 'member' && one.property === 'length'
        ? one.object
        : one.kind === 'call' && one.callee.kind === 'name' && one.callee.name === 'len'
          ? one.arguments[0]
          : undefined
    return counted?.kind === 'name' && names.has(counted.name)
  })
}

/** The variables that `rows.Scan(&id, &name)` fills. */
function scannedInto(body: readonly Node[], rows: string): readonly Expression[] {
  const found: Expression[] = []
  walk(body, one => {
    if (one.kind !== 'call' || pathOf(one.callee)?.[0] !== rows) return undefined
    for (const given of one.arguments) {
      if (given.kind !== 'unary' || given.operator !== '&') continue
      // `&order.ID`
      let filled = peel(given.value)
      while (filled.kind === 'member') filled = peel(filled.object)
      found.push(filled)
    }
    return undefined
  })
  return found
}

function addComprehension(node: Comprehension, isRows: (one: Expression | undefined) => boolean, add: Add) {
  const clause = node.clauses.find(one => !one.isAsync && isRows(one.iterated))
  if (clause) add([node.element, ...node.clauses.flatMap(one => one.tests)], [clause.target])
}

/** `rows.map(async row => …)`, `rows.forEach(this.enrich)`. */
function callbackOf(
  program: Program,
  { file, node }: In<Call>,
  isRows: (one: Expression | undefined) => boolean,
): FunctionIn | undefined {
  const {
    callee,
    arguments: [first],
  } = node
  if (callee.kind !== 'member' || !CALLBACKS.test(callee.property) || !first || !isRows(callee.object)) return undefined
  const found = definitionOf(program, { file, node: first })
  if (found.kind === 'function') return found
  return first.kind === 'function' ? { file, node: first } : undefined
}

/** Whether a value is the rows themselves, or a list made of each of them. */
export function holdsRows(value: Expression, call: RowSource['call'], names: ReadonlySet<string>): boolean {
  const inner = peel(value)
  if (inner.start === call.start && inner.end === call.end) return true
  if (inner.kind === 'name') return names.has(inner.name)
  if (inner.kind === 'comprehension') return inner.clauses.some(one => holdsRows(one.iterated, call, names))
  if (inner.kind === 'conditional')
    return holdsRows(inner.consequent, call, names) || holdsRows(inner.alternate, call, names)
  if (inner.kind === 'binary') return /^(?:\|\||\?\?|or)$/.test(inner.operator) && holdsRows(inner.left, call, names)
  // `result.rows` of findAndCountAll
  if (inner.kind === 'member') return inner.property === 'rows' && holdsRows(inner.object, call, names)
  if (inner.kind !== 'call') return false
  const callee = peel(inner.callee)
  const keeps = callee.kind === 'member' && (KEEPS.test(callee.property) || GOES_ON.test(callee.property))
  if (keeps && holdsRows(callee.object, call, names)) return true
  const [first] = inner.arguments
  return first !== undefined && AS_MANY.test(pathOf(callee)?.join('.') ?? '') && holdsRows(first, call, names)
}

/** The names of a function that hold the rows of a call. */
export function rowNames(fn: FunctionNode, call: RowSource['call'], file: CodeFile): ReadonlySet<string> {
  const names = new Set<string>()
  walk(fn.body, node => {
    // `db.Find(&orders)` of Go
    if (node.kind === 'call' && node.start === call.start && node.end === call.end && file.language === 'go')
      for (const one of node.arguments) if (one.kind === 'unary' && one.operator === '&') addNames(one.value, names)
    if ((node.kind !== 'declare' && node.kind !== 'assign') || !node.value) return undefined
    const target = partWithRows(node.target, node.value, call, names)
    if (target) addNames(target, names)
    return undefined
  })
  if (file.language === 'go') addGathered(fn, names)
  return names
}

/** `for rows.Next() { …; orders = append(orders, order) }` of Go: a list of as many. */
function addGathered(fn: FunctionNode, names: Set<string>): void {
  walk(fn.body, node => {
    if (node.kind !== 'loop') return undefined
    const [of = '', method] = node.test?.kind === 'call' ? (pathOf(node.test.callee) ?? []) : []
    const overRows = node.form === 'each' ? node.iterated?.kind === 'name' && names.has(node.iterated.name) : false
    if (!overRows && !(method === 'Next' && names.has(of))) return undefined
    // What is put in under a condition may be a few of them.
    for (const statement of node.body) {
      const one = statement.kind === 'expression' ? peel(statement.value) : undefined
      if (one?.kind === 'assign' && one.target.kind === 'name' && isAppended(one.value, one.target.name))
        names.add(one.target.name)
    }
    return undefined
  })
}

function isAppended(value: Expression | undefined, name: string): boolean {
  const call = value && peel(value)
  if (call?.kind !== 'call' || call.callee.kind !== 'name' || call.callee.name !== 'append') return false
  const [first] = call.arguments
  return first?.kind === 'name' && first.name === name
}

/** Which part of a pattern gets the rows. */
function partWithRows(
  target: Expression,
  value: Expression,
  call: RowSource['call'],
  names: ReadonlySet<string>,
): Expression | undefined {
  const isDirect = holdsRows(value, call, names)
  if (target.kind === 'name') return isDirect ? target : undefined
  // `const { rows, count } = await Order.findAndCountAll()`
  if (target.kind === 'object') {
    const entry = target.entries.find(one => one.kind === 'entry' && one.key === 'rows')
    return isDirect && entry?.kind === 'entry' ? entry.value : undefined
  }
  if (target.kind !== 'array') return undefined
  // `const [orders, total] = await repository.findAndCount()`, `rows, err := db.Query(…)`
  if (isDirect) return target.elements[0]
  // `const [orders, total] = await Promise.all([…])`
  const all = peel(value)
  const [list] = all.kind === 'call' ? all.arguments : []
  if (list?.kind !== 'array') return undefined
  return target.elements[list.elements.findIndex(one => holdsRows(one, call, names))]
}

/** Adds every name of a pattern. */
export function addNames(target: Expression, names: Set<string>): void {
  walk([target], one => {
    if (one.kind === 'name' && one.name !== '_') names.add(one.name)
    return one.kind !== 'member' && one.kind !== 'call'
  })
}
