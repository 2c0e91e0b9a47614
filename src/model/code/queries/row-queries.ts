import { calleeOf, callersOf } from '../../../code/calls.js'
import type { FunctionIn, In, Program } from '../../../code/program.js'
import { functionsAround } from '../../../code/scopes.js'
import type { Call, Expression, Node } from '../../../code/syntax.js'
import { holds, pathOf, peel, walk, walkOwn } from '../../../code/walk.js'
import type { Span } from '../../../source.js'
import type { Route } from '../route.js'
import { chainOf } from './chain.js'
import type { Query, QueryLibrary } from './query.js'
import { addNames, holdsRows, loopsOverRows, type RowLoop, type RowSource, rowNames } from './row-loops.js'
import { isRead } from './single-reads.js'

/** A query that is sent again for each row of another one. */
export interface RowQuery {
  /** What is called in the loop: `prisma.customer.findUnique`, `this.customers.byId`. */
  readonly call: string
  /** What the rows are read through. */
  readonly library: QueryLibrary
  /** The model or table whose rows are gone through. */
  readonly rows?: string
  /** Where those rows are read. */
  readonly rowsAt: Span
  /** The query itself, where the loop calls a function that sends it. */
  readonly sentAt?: Span
  readonly routes: readonly Route[]
  readonly at: Span
}

/** As many queries as this are none too many. */
const FEW = 10

/** The queries that code which requests come to sends for each row of a read. */
export function rowQueriesOf(
  program: Program,
  queries: readonly Query[],
  routesTo: (fn: FunctionIn | undefined) => readonly Route[],
): readonly RowQuery[] {
  const found = new Map<string, RowQuery>()
  for (const query of queries) {
    if (query.isStreamed || isShort(query)) continue
    for (const source of sourcesOf(program, query)) {
      const routes = routesTo(source.within)
      if (routes.length === 0) continue
      for (const loop of loopsOverRows(program, source)) {
        const sent = sentIn(program, loop)
        if (!sent) continue
        const { path, start } = sent.at
        const rows = query.entity === undefined ? {} : { rows: query.entity }
        found.set(`${path}:${start}`, { ...sent, library: query.library, ...rows, rowsAt: query.at, routes })
      }
    }
  }
  return [...found.values()]
}

function isShort({ limit }: Query): boolean {
  const most = limit?.kind === 'fixed' ? limit.value : limit?.kind === 'capped' ? limit.max : undefined
  return most !== undefined && most <= FEW
}

/** The function that reads the rows, and those that call it where it returns them. */
function sourcesOf(program: Program, { within, at }: Query): readonly RowSource[] {
  if (!within) return []
  const own: RowSource = { within, call: at }
  if (!returnsRows(within, at)) return [own]
  const callers = callersOf(program, within).calls.flatMap(({ file, node }): readonly RowSource[] => {
    const [around] = functionsAround(file, node.start)
    return around ? [{ within: { file, node: around }, call: node }] : []
  })
  return [own, ...callers]
}

/** Whether a function returns the rows themselves: not a page of them in an object, nor a number. */
function returnsRows({ file, node }: FunctionIn, call: RowSource['call']): boolean {
  const names = rowNames(node, call, file)
  let returns = false
  walkOwn(node, one => {
    if (one.kind !== 'return' || !one.value) return
    const value = peel(one.value)
    const first = file.language === 'go' && value.kind === 'array' ? value.elements[0] : value
    if (first && holdsRows(first, call, names)) returns = true
  })
  return returns
}

/** The first query in a loop that asks for something by the row, unless the loop also writes, remembers or ends early. */
function sentIn(
  program: Program,
  { file, body, names }: RowLoop,
): Pick<RowQuery, 'call' | 'at' | 'sentAt'> | undefined {
  if (isExcused(body)) return undefined
  const known = new Set(names)
  let found: Pick<RowQuery, 'call' | 'at' | 'sentAt'> | undefined
  walk(body, node => {
    if (found) return false
    if (node.kind === 'declare' && node.value && mentions(node.value, known)) addNames(node.target, known)
    if (node.kind !== 'call' || !mentions(node, known)) return undefined
    const at: Span = { path: file.path, start: node.start, end: node.end }
    if (isRead(program, { file, node })) {
      if (!isBatch(node)) found = { call: nameOf(node), at }
      return false
    }
    const inner = readBehind(program, { file, node }, known)
    if (inner) found = { call: nameOf(node), at, sentAt: inner }
    return undefined
  })
  return found
}

/** The query that a called function sends for what it is given. */
function readBehind(program: Program, at: In<Call>, names: ReadonlySet<string>): Span | undefined {
  if (!at.node.arguments.some(one => mentions(one, names))) return undefined
  const callee = calleeOf(program, at)
  if (!callee || isExcused(callee.node.body)) return undefined
  const given = new Set<string>()
  for (const parameter of callee.node.parameters) addNames(parameter.target, given)
  given.delete('self')
  let found: Span | undefined
  const { file } = callee
  walkOwn(callee.node, node => {
    if (node.kind === 'declare' && node.value && mentions(node.value, given)) addNames(node.target, given)
    if (found || node.kind !== 'call' || !mentions(node, given)) return
    if (isRead(program, { file, node }) && !isBatch(node)) found = { path: file.path, start: node.start, end: node.end }
  })
  return found
}

function mentions(node: Node, names: ReadonlySet<string>): boolean {
  return holds([node], one => one.kind === 'name' && names.has(one.name))
}

const WRITES =
  /^(?:create|createMany|update|updateOne|updateMany|upsert|delete|deleteOne|deleteMany|destroy|save|insert|insertOne|insertMany|bulkCreate|commit|flush|Create|Save|Update|Updates|Delete|Exec|ExecContext|findOneAndUpdate|findByIdAndUpdate)$/
const REMEMBERS = /cache|memo|seen|visited|loader|known/i

/** Loops that write as well, that remember what they asked for, or that end with the first answer. */
function isExcused(body: readonly Node[]): boolean {
  return holds(
    body,
    node =>
      (node.kind === 'jump' && node.form === 'break') ||
      (node.kind === 'name' && REMEMBERS.test(node.name)) ||
      (node.kind === 'member' && (REMEMBERS.test(node.property) || node.property === 'has')) ||
      (node.kind === 'call' && node.callee.kind === 'member' && WRITES.test(node.callee.property)),
  )
}

/** A query for a list of ids asks once for many. */
function isBatch(node: Call): boolean {
  return holds(
    [node],
    one =>
      (one.kind === 'entry' && (one.key === 'in' || one.key === '$in')) ||
      (one.kind === 'keyword' && one.name.endsWith('__in')) ||
      (one.kind === 'member' && /^(?:in_|any_|whereIn)$/.test(one.property)) ||
      (one.kind === 'call' && one.callee.kind === 'name' && /^(?:In|inArray|Any)$/.test(one.callee.name)) ||
      (one.kind === 'literal' && typeof one.value === 'string' && /\bIN\s*[(?:]|=\s*ANY\b/i.test(one.value)),
  )
}

/** `db.query(…).first` as people say it: the way to what is called, without arguments. */
function nameOf(call: Call): string {
  const path = pathOf(call.callee)
  if (path) return path.join('.')
  const { root, links } = chainOf(call)
  const beginning: Expression = root.kind === 'call' ? root.callee : root
  return [pathOf(beginning)?.join('.'), ...links.map(({ name }) => name)].filter(Boolean).join('.')
}
