import { classMember, definitionOf } from '../../../code/definitions.js'
import type { In, Program } from '../../../code/program.js'
import type { Call, CodeFile, Expression, FunctionNode, Node } from '../../../code/syntax.js'
import { typeOf } from '../../../code/types.js'
import { childrenOf, holds, pathOf } from '../../../code/walk.js'
import { endsProgram } from './startup-checks.js'

/** A node with what is around it. */
export interface Surrounded extends In<Node> {
  /** The named function that it is in; none at the level of the module. */
  readonly within?: FunctionNode
  /** Only under a condition that settings, the stage or arguments decide, or when a request comes. */
  readonly isGuarded: boolean
  /** A function that is given to a call: it belongs to what is around the call. */
  readonly isGiven?: boolean
  /** What it throws is caught, and the program goes on. */
  readonly isTried?: boolean
  /** What is assigned to. */
  readonly isTarget?: boolean
  /** The whole of a statement: nobody looks at what it gives. */
  readonly isBare?: boolean
}

/** What tells apart where a program runs, or what it is told. */
const SETTING =
  /env|config|settings?$|argv|args|flag|option|stage|prod|dev$|develop|debug|test|seed|demo|enable|feature|local|sandbox/i
const STAGE = /^(?:prod(?:uction)?|dev(?:elopment)?|test|staging)$/i
/** Calls that run at once, or when the program is ready, what they are given. Of all others it is not known. */
const NOW =
  /^(?:then|catch|finally|forEach|map|filter|reduce|each|all|listen|Listen|connect|sync|authenticate|initialize|ready|Promise|nextTick|setImmediate|setTimeout|queueMicrotask|\$?transaction|withTransaction|Transaction|RunInTransaction|Do|Go)$/
const OPENED = /^(?:open|connected|connect|ready|listening|connection)$/

/** Everything in files, each node with what is around it. Functions that are given to calls belong to what is around the call. */
export function* surrounded(file: CodeFile): Generator<Surrounded> {
  const waiting: Surrounded[] = file.body.map(node => ({ file, node, isGuarded: false })).reverse()
  for (let one = waiting.pop(); one; one = waiting.pop()) {
    yield one
    const { node } = one
    const inside = insideOf(one)
    for (const child of childrenOf(node).toReversed()) {
      const isLater =
        node.kind === 'call' &&
        child.kind === 'function' &&
        child !== node.callee &&
        (isCalledLater(node) || takesRequest(child))
      const isGiven = node.kind === 'call' && child.kind === 'function'
      waiting.push({
        file,
        node: child,
        ...inside,
        ...(isLater && { isGuarded: true }),
        ...(isGiven && { isGiven }),
        ...(node.kind === 'assign' && child === node.target && { isTarget: true }),
        ...(node.kind === 'expression' && { isBare: true }),
      })
    }
  }
}

function insideOf(one: Surrounded): Pick<Surrounded, 'within' | 'isGuarded' | 'isTried'> {
  const { node, within, isGuarded, isGiven, isTried } = one
  const same = { ...(within && { within }), isGuarded, ...(isTried && { isTried }) }
  if (node.kind === 'try' && node.handlers.length > 0 && !node.handlers.every(({ body }) => endsProgram(body)))
    return { ...same, isTried: true }
  if (node.kind === 'if' || node.kind === 'conditional') return { ...same, isGuarded: isGuarded || decides(node.test) }
  if (node.kind === 'binary' && node.operator === '&&') return { ...same, isGuarded: isGuarded || decides(node.left) }
  if (node.kind === 'switch') return { ...same, isGuarded: true }
  if (node.kind === 'function' && !isGiven) return { within: node, isGuarded: endsEarly(node) }
  return same
}

/** Whether a test asks for a setting: `process.env.SEED === 'true'`. `__name__ == "__main__"` is none. */
function decides(test: Node): boolean {
  return holds([test], node => {
    const name = node.kind === 'name' ? node.name : node.kind === 'member' ? node.property : undefined
    if (name !== undefined) return SETTING.test(name)
    return node.kind === 'literal' && typeof node.value === 'string' && STAGE.test(node.value)
  })
}

/** `if (process.env.NODE_ENV === 'production') return` at the beginning of a function; an error only where it asks for the stage. */
function endsEarly({ body }: FunctionNode): boolean {
  return body.some(one => {
    if (one.kind !== 'if' || !decides(one.test)) return false
    if (one.consequent.at(-1)?.kind === 'return') return true
    return endsProgram(one.consequent) && asksForStage(one.test)
  })
}

function asksForStage(test: Node): boolean {
  return holds(
    [test],
    node =>
      (node.kind === 'literal' && typeof node.value === 'string' && STAGE.test(node.value)) ||
      (node.kind === 'name' && /prod|dev|stage/i.test(node.name)),
  )
}

/** A function that gets what somebody sent: a request, a message, a job. */
function takesRequest({ name = '', parameters }: FunctionNode): boolean {
  const isMeant = ({ target }: FunctionNode['parameters'][number]) =>
    target.kind === 'name' &&
    /^_?(?:req|request|res|response|reply|ctx|context|c|event|msg|message|job|socket|payload)$/.test(target.name)
  return /^on[A-Z]/.test(name) || parameters.some(isMeant)
}

function isCalledLater(call: Call): boolean {
  const name = pathOf(call.callee)?.at(-1) ?? (call.callee.kind === 'member' ? call.callee.property : undefined)
  if (name === 'on' || name === 'once') return !isOpening(call)
  return name !== undefined && !NOW.test(name)
}

function isOpening({ arguments: [first] }: Call): boolean {
  return first?.kind === 'literal' && typeof first.value === 'string' && OPENED.test(first.value)
}

/** Answers whether a function runs when a program starts, by the calls that come to it. */
export interface Runs {
  readonly atStart: (one: Surrounded) => boolean
}

const LIFECYCLE = /^(?:onModuleInit|onApplicationBootstrap|main|init)$/
const MOST_STEPS = 8

/**
 * Looks through the calls of files. `attributes`: the names that the command serves. `untried`: calls do not count around
 * which the program goes on when something is thrown.
 */
export function runsOf(
  program: Program,
  files: readonly CodeFile[],
  attributes: ReadonlySet<string>,
  untried = false,
): Runs {
  const calls = new Map<string, Surrounded[]>()
  const names = new Map<FunctionNode, string>()
  for (const file of files) {
    for (const one of surrounded(file)) {
      const value = 'value' in one.node ? one.node.value : undefined
      const given = nameGiven(one.node)
      if (given !== undefined && typeof value === 'object' && value !== null && value.kind === 'function')
        names.set(value, given)
      if (one.node.kind !== 'call') continue
      const { callee } = one.node
      const name = pathOf(callee)?.at(-1) ?? (callee.kind === 'member' ? callee.property : undefined)
      if (name === undefined) continue
      const known = calls.get(name)
      if (known) known.push(one)
      else calls.set(name, [one])
    }
  }
  const known = new Map<FunctionNode, boolean>()
  const runs = (file: CodeFile, fn: FunctionNode, steps: number): boolean => {
    const answer = known.get(fn)
    if (answer !== undefined) return answer
    known.set(fn, false)
    const found = steps < MOST_STEPS && (startsItself(file, fn, attributes) || isCalled(fn, steps))
    known.set(fn, found)
    return found
  }
  const isCalled = (fn: FunctionNode, steps: number) =>
    (calls.get(fn.name ?? names.get(fn) ?? '') ?? []).some(
      one =>
        !one.isGuarded &&
        !(untried && one.isTried) &&
        one.node.kind === 'call' &&
        leadsTo(program, one.file, one.node.callee, fn) &&
        (one.within === undefined || (one.within !== fn && runs(one.file, one.within, steps + 1))),
    )
  return {
    atStart: one => !one.isGuarded && (one.within === undefined || runs(one.file, one.within, 0)),
  }
}

/** `const seed = async () => { … }` */
function nameGiven(node: Node): string | undefined {
  if (node.kind === 'declare' || node.kind === 'assign') return pathOf(node.target)?.at(-1)
  if (node.kind === 'field') return node.name
  return node.kind === 'entry' ? node.key : undefined
}

function startsItself(file: CodeFile, fn: FunctionNode, attributes: ReadonlySet<string>): boolean {
  const { name = '', decorators } = fn
  if (file.language === 'go') return /^(?:main|init)$/.test(name) && fn.receiver === undefined
  if (file.language === 'python') {
    if (attributes.has(name) || name === 'lifespan') return true
    if (name === 'handle' && /\/management\/commands\//.test(file.path)) return true
    if (name === 'ready' && /(?:^|\/)apps\.py$/.test(file.path)) return true
    return decorators.some(
      one => one.kind === 'call' && one.arguments.some(given => given.kind === 'literal' && given.value === 'startup'),
    )
  }
  return LIFECYCLE.test(name) && name.startsWith('on')
}

function leadsTo(program: Program, file: CodeFile, callee: Expression, fn: FunctionNode): boolean {
  const of = definitionOf(program, { file, node: callee })
  if (of.kind === 'function') return of.node === fn
  if (callee.kind !== 'member') return false
  const type = typeOf(program, { file, node: callee.object })
  if (type?.kind !== 'class') return false
  const member = classMember(program, type, callee.property)
  return member?.kind === 'function' && member.node === fn
}
