import { classMember, definitionOf } from '../../../../code/definitions.js'
import type { ExpressionIn, In, Program } from '../../../../code/program.js'
import { functionsAround } from '../../../../code/scopes.js'
import type { Call, ClassNode, CodeFile, Expression, FunctionNode, Statement } from '../../../../code/syntax.js'
import { pathOf, peel } from '../../../../code/walk.js'

/** What is done to a query set: a method, or the slice that is taken of it. */
export type SetStep =
  | { readonly kind: 'call'; readonly name: string; readonly call: Call; readonly file: CodeFile }
  | { readonly kind: 'slice'; readonly low?: Expression; readonly high?: Expression; readonly file: CodeFile }

/** A set of rows of a model, as the program builds it up; Django reads it when somebody goes through it. */
export interface QuerySet {
  /** The name of the model; none where a function gives it. */
  readonly entity?: string
  readonly model?: In<ClassNode>
  readonly steps: readonly SetStep[]
  /** False where a part of it is built where it is not seen. */
  readonly isComplete: boolean
}

/** What `self.queryset` and `super().get_queryset()` stand for in a view. */
export type Inherited = () => readonly QuerySet[] | undefined

const LONGEST = 40
/** Expressions that are looked at for one answer: branches in branches double. */
const MOST = 200

interface Search {
  readonly program: Program
  readonly inherited: Inherited
  left: number
}

/**
 * The query sets that an expression may be: several where a condition or branches decide. Undefined where it is none, or
 * where that cannot be told.
 */
export function querySetsOf(
  program: Program,
  at: ExpressionIn,
  inherited: Inherited = () => undefined,
): readonly QuerySet[] | undefined {
  return setsOf({ program, inherited, left: MOST }, at)
}

function setsOf(search: Search, at: ExpressionIn): readonly QuerySet[] | undefined {
  if (search.left-- <= 0) return undefined
  const { program, inherited } = search
  const { file } = at
  const node = peel(at.node)
  const next = (one: Expression) => setsOf(search, { file, node: one })
  switch (node.kind) {
    case 'await':
      return next(node.value)
    case 'conditional':
      return together([next(node.consequent), next(node.alternate)])
    case 'slice': {
      const { low, high } = node
      return next(node.object)?.map(one =>
        withStep(one, { kind: 'slice', file, ...(low && { low }), ...(high && { high }) }),
      )
    }
    case 'member':
      if (node.property === 'objects' || node.property === '_default_manager') return managerOf(program, at)
      return pathOf(node)?.join('.') === 'self.queryset' ? inherited() : undefined
    case 'name':
      return variableSets(search, { file, node })
    case 'call': {
      const callee = peel(node.callee)
      const path = pathOf(callee)?.join('.')
      const [first] = node.arguments
      if (path === 'self.filter_queryset' && first) return next(first)
      if (callee.kind !== 'member') return undefined
      if (isSuper(callee.object) && callee.property === 'get_queryset') return inherited()
      return next(callee.object)?.map(one => withStep(one, { kind: 'call', name: callee.property, call: node, file }))
    }
    default:
      return undefined
  }
}

function isSuper(node: Expression): boolean {
  const inner = peel(node)
  return inner.kind === 'call' && pathOf(inner.callee)?.join('.') === 'super'
}

function withStep(set: QuerySet, step: SetStep): QuerySet {
  return { ...set, steps: [...set.steps, step] }
}

/** All of them, where each is known. */
function together(all: readonly (readonly QuerySet[] | undefined)[]): readonly QuerySet[] | undefined {
  return all.every(one => one !== undefined) && all.length > 0 ? all.flat() : undefined
}

/** `Order.objects`. A manager of its own may leave rows out. */
function managerOf(program: Program, { file, node }: ExpressionIn): readonly QuerySet[] | undefined {
  const inner = peel(node)
  if (inner.kind !== 'member') return undefined
  const found = definitionOf(program, { file, node: inner.object })
  if (found.kind === 'external')
    return found.package.startsWith('django') && found.path.length > 0
      ? [{ entity: found.path.at(-1) ?? '', steps: [], isComplete: true }]
      : undefined
  if (found.kind === 'expression' && isUserModel(program, found))
    return [{ entity: 'User', steps: [], isComplete: true }]
  if (found.kind !== 'class' || !isModel(program, found)) return undefined
  const manager = classMember(program, found, inner.property)
  const value = manager?.kind === 'field' ? manager.node.value : undefined
  const made = value?.kind === 'call' ? pathOf(value.callee)?.at(-1) : undefined
  const { name } = found.node
  return [
    { ...(name !== undefined && { entity: name }), model: found, steps: [], isComplete: !value || made === 'Manager' },
  ]
}

/** `User = get_user_model()` */
function isUserModel(program: Program, { file, node }: ExpressionIn): boolean {
  const call = peel(node)
  if (call.kind !== 'call') return false
  const called = definitionOf(program, { file, node: call.callee })
  return called.kind === 'external' && called.package.startsWith('django') && called.path.at(-1) === 'get_user_model'
}

/** Whether a class is a model of Django, over classes of the repository in between. */
function isModel(program: Program, of: In<ClassNode>, steps = 8): boolean {
  return of.node.bases.some(base => {
    const found = definitionOf(program, { file: of.file, node: base })
    if (found.kind === 'external')
      return /^(?:django|mptt|polymorphic|model_utils|treebeard|wagtail|simple_history)/.test(found.package)
    return found.kind === 'class' && steps > 0 && found.node !== of.node && isModel(program, found, steps - 1)
  })
}

/** A value that a variable gets, and whether that is left out where a condition does not hold. */
interface Given {
  readonly value: Expression
  readonly isOptional: boolean
  /** Whether it is so whatever was before: no condition or loop is around it. */
  readonly isSure: boolean
}

/** What a variable holds where it is read: what it was made of, and what was added to that. */
function variableSets(
  search: Search,
  { file, node }: In<Extract<Expression, { kind: 'name' }>>,
): readonly QuerySet[] | undefined {
  const [around] = functionsAround(file, node.start)
  if (!around || around.parameters.some(one => one.target.kind === 'name' && one.target.name === node.name))
    return undefined
  const before = assignments(around, node.name).filter(one => one.value.end <= node.start)
  const given = before.slice(
    Math.max(
      0,
      before.findLastIndex(one => one.isSure && !startsWith(one.value, node.name)),
    ),
  )
  const grows = given.filter(one => startsWith(one.value, node.name))
  const made = given.filter(one => !grows.includes(one))
  const sets = together(made.map(one => setsOf(search, { file, node: one.value })))
  if (!sets || grows.length > LONGEST) return undefined
  const added = grows.map(({ value, isOptional }) => ({ steps: stepsOn(file, value, node.name), isOptional }))
  // A filter that a request may leave out holds nothing down; a slice would.
  const isOpen = added.some(one => one.isOptional && one.steps.some(({ kind }) => kind === 'slice'))
  const sure = added.flatMap(one => (one.isOptional ? [] : one.steps))
  return sets.map(set => ({ ...set, steps: [...set.steps, ...sure], isComplete: set.isComplete && !isOpen }))
}

function startsWith(node: Expression, name: string): boolean {
  let inner = peel(node)
  for (let steps = 0; steps < LONGEST; steps++) {
    if (inner.kind === 'call') inner = peel(inner.callee)
    else if (inner.kind === 'member' || inner.kind === 'slice') inner = peel(inner.object)
    else break
  }
  return inner.kind === 'name' && inner.name === name
}

/** What a value adds to the variable that it begins with. */
function stepsOn(file: CodeFile, value: Expression, name: string): readonly SetStep[] {
  const found: SetStep[] = []
  let node = peel(value)
  for (let steps = 0; steps < LONGEST; steps++) {
    if (node.kind === 'slice') {
      const { low, high } = node
      found.push({ kind: 'slice', file, ...(low && { low }), ...(high && { high }) })
      node = peel(node.object)
    } else if (node.kind === 'call') {
      const callee: Expression = peel(node.callee)
      if (callee.kind !== 'member') break
      found.push({ kind: 'call', name: callee.property, call: node, file })
      node = peel(callee.object)
    } else break
  }
  return node.kind === 'name' && node.name === name
    ? found.reverse()
    : [{ kind: 'call', name: '?', call: NO_CALL, file }]
}

const NO_CALL: Call = {
  kind: 'call',
  callee: { kind: 'name', name: '?', start: 0, end: 0 },
  arguments: [],
  isNew: false,
  start: 0,
  end: 0,
}

const givenIn = new WeakMap<FunctionNode, ReadonlyMap<string, readonly Given[]>>()

/** Statements inside statements deeper than this are not looked at. */
const DEEPEST = 100

/** The values that a function gives a variable, in order. In an `if` without `else` they may be left out. */
function assignments(fn: FunctionNode, name: string): readonly Given[] {
  const known = givenIn.get(fn)
  if (known) return known.get(name) ?? []
  const found = new Map<string, Given[]>()
  const visit = (body: readonly Statement[], isOptional: boolean, depth: number) => {
    if (depth > DEEPEST) return
    for (const one of body) {
      if (one.kind === 'declare' && one.value && one.target.kind === 'name') {
        const list = found.get(one.target.name) ?? []
        list.push({ value: one.value, isOptional, isSure: depth === 0 })
        found.set(one.target.name, list)
      } else if (one.kind === 'if') {
        visit(one.consequent, isOptional || one.alternate.length === 0, depth + 1)
        visit(one.alternate, isOptional, depth + 1)
      } else if (one.kind === 'try') {
        visit(one.body, isOptional, depth + 1)
        for (const handler of one.handlers) visit(handler.body, true, depth + 1)
      } else if (one.kind === 'with' || one.kind === 'loop' || one.kind === 'block')
        visit(one.body, isOptional || one.kind === 'loop', depth + 1)
    }
  }
  visit(fn.body, false, 0)
  givenIn.set(fn, found)
  return found.get(name) ?? []
}
