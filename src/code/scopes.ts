import { type BoundName, boundNames } from './patterns.js'
import type {
  ClassNode,
  CodeFile,
  Comprehension,
  Declare,
  Expression,
  FunctionNode,
  Handler,
  Import,
  Loop,
  Node,
  Parameter,
  Statement,
  Try,
  TypeDeclaration,
  TypeReference,
  With,
} from './syntax.js'
import { peel, push } from './walk.js'

/** What a name stands for where it is bound. */
export type Binding =
  | { readonly kind: 'import'; readonly node: Import }
  | { readonly kind: 'function'; readonly node: FunctionNode }
  | { readonly kind: 'class'; readonly node: ClassNode }
  | { readonly kind: 'type'; readonly node: TypeDeclaration }
  /** A constant or variable; `bound.path` says which part of the value it is. */
  | { readonly kind: 'value'; readonly node: Declare; readonly bound: BoundName }
  | { readonly kind: 'parameter'; readonly node: Parameter; readonly owner: FunctionNode; readonly bound: BoundName }
  /** The item of a loop or comprehension, what a handler caught, what a context manager gave. */
  | {
      readonly kind: 'item'
      readonly node: Loop | Comprehension | Handler | With
      readonly bound: BoundName
      readonly of?: Expression
    }

/** A range of the text in which names are bound. */
export interface Scope {
  readonly start: number
  readonly end: number
  readonly parent: Scope | undefined
  readonly children: readonly Scope[]
  /** More than one binding: bound again (Python), overloaded, or in branches. */
  readonly bindings: ReadonlyMap<string, readonly Binding[]>
  /** Names that an assignment in this file gives another value, by the scope that binds them. */
  readonly reassigned: ReadonlySet<string>
  /** The function, class or file that it belongs to. */
  readonly owner: FunctionNode | ClassNode | undefined
}

interface Growing {
  readonly start: number
  readonly end: number
  readonly parent: Growing | undefined
  readonly owner: FunctionNode | ClassNode | undefined
  /** `NO_SCOPES`, `NO_BINDINGS` and `NO_NAMES` until there is one: most blocks bind nothing. */
  children: Growing[]
  bindings: Map<string, Binding[]>
  reassigned: Set<string>
}

const NO_SCOPES: Growing[] = []
const NO_BINDINGS = new Map<string, Binding[]>()
const NO_NAMES = new Set<string>()

const scopesOf = new WeakMap<CodeFile, Growing>()

/** The scope of a whole file, with all scopes in it. */
export function moduleScope(file: CodeFile): Scope {
  const known = scopesOf.get(file)
  if (known) return known
  const scope = bare(0, Number.POSITIVE_INFINITY, undefined, undefined)
  scopesOf.set(file, scope)
  bindAll(file, scope)
  for (const one of file.imports) {
    if (one.local === undefined) continue
    // `const { x } = require('y')` is a declaration as well: the import goes first and tells more.
    const inner = one.deferred ? innermost(scope, one.start) : scope
    const binding: Binding = { kind: 'import', node: one }
    const others = inner.bindings.get(one.local)
    if (others) others.unshift(binding)
    else add(inner, one.local, binding)
  }
  return scope
}

/** The innermost scope around an offset of a file. */
function scopeAt(file: CodeFile, offset: number): Scope {
  return innermost(moduleScope(file) as Growing, offset)
}

/** The bindings that a name has at an offset, those of the nearest scope that has any, and that scope. */
export function bindingsAt(
  file: CodeFile,
  name: string,
  offset: number,
): { readonly bindings: readonly Binding[]; readonly scope: Scope } | undefined {
  for (let scope: Scope | undefined = scopeAt(file, offset), inner = true; scope; scope = scope.parent, inner = false) {
    // The names of a Python class are not seen from its methods.
    if (scope.owner?.kind === 'class' && !inner && file.language === 'python') continue
    const bindings = scope.bindings.get(name)
    if (bindings) return { bindings, scope }
  }
  return undefined
}

/** The functions around an offset, from the inside out. */
export function functionsAround(file: CodeFile, offset: number): readonly FunctionNode[] {
  return ownersAround(file, offset).filter(owner => owner.kind === 'function')
}

/** The class whose member is around code, or the type that a function gives to its own `this`. */
type This = { readonly class: ClassNode } | { readonly type: TypeReference }

const thisOf = new WeakMap<Scope, This | 'none'>()

/** What `this` is at an offset. */
export function thisAround(file: CodeFile, offset: number): This | undefined {
  const scope = scopeAt(file, offset)
  const known = thisOf.get(scope) ?? thisIn(scope) ?? 'none'
  thisOf.set(scope, known)
  return known === 'none' ? undefined : known
}

function thisIn(scope: Scope): This | undefined {
  const [inner, outer] = ownersOf(scope).filter(owner => owner.kind === 'class' || !owner.isArrow)
  if (!inner) return undefined
  if (inner.kind === 'class') return { class: inner }
  const own = inner.parameters.find(one => one.target.kind === 'name' && one.target.name === 'this')?.type
  if (own) return { type: own }
  const isMember =
    outer?.kind === 'class' &&
    outer.members.some(one => one === inner || (one.kind === 'field' && one.value && peel(one.value) === inner))
  return isMember ? { class: outer } : undefined
}

/** The constraint of a type parameter that has a name at an offset: null where it has none, undefined for other names. */
export function typeParameterAt(file: CodeFile, name: string, offset: number): TypeReference | null | undefined {
  const aliases = file.body.filter(one => one.kind === 'type' && one.start <= offset && offset <= one.end)
  for (const owner of [...ownersAround(file, offset), ...(aliases as readonly TypeDeclaration[])]) {
    const found = owner.typeParameters?.find(one => one.name === name)
    if (found) return found.constraint ?? null
  }
  return undefined
}

/** The class around an offset. */
export function classAround(file: CodeFile, offset: number): ClassNode | undefined {
  for (let scope: Scope | undefined = scopeAt(file, offset); scope; scope = scope.parent)
    if (scope.owner?.kind === 'class') return scope.owner
  return undefined
}

function ownersAround(file: CodeFile, offset: number): readonly (FunctionNode | ClassNode)[] {
  return ownersOf(scopeAt(file, offset))
}

function ownersOf(inner: Scope): readonly (FunctionNode | ClassNode)[] {
  const owners: (FunctionNode | ClassNode)[] = []
  for (let scope: Scope | undefined = inner; scope; scope = scope.parent) {
    if (scope.owner && owners.at(-1) !== scope.owner) owners.push(scope.owner)
  }
  return owners
}

function bare(start: number, end: number, parent: Growing | undefined, owner: Growing['owner']): Growing {
  return { start, end, parent, owner, children: NO_SCOPES, bindings: NO_BINDINGS, reassigned: NO_NAMES }
}

function open(walk: Walk, parent: Growing, start: number, end: number, owner?: FunctionNode | ClassNode): Growing {
  const scope = bare(start, end, parent, owner)
  if (parent.children === NO_SCOPES) parent.children = [scope]
  else {
    // Blocks are opened before what is in the test in front of them.
    if (start < (parent.children.at(-1)?.start ?? 0)) walk.mixed.add(parent)
    parent.children.push(scope)
  }
  return scope
}

function innermost(scope: Growing, offset: number): Growing {
  let inner = scope
  for (;;) {
    const child = childAt(inner.children, offset)
    if (!child) return inner
    inner = child
  }
}

/** Children stand in the order of the text and do not overlap. */
function childAt(children: readonly Growing[], offset: number): Growing | undefined {
  let low = 0
  let high = children.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const child = children[middle]
    if (!child) return undefined
    if (offset < child.start) high = middle - 1
    else if (offset >= child.end) low = middle + 1
    else return child
  }
  return undefined
}

function add(scope: Growing, name: string, binding: Binding): void {
  if (scope.bindings === NO_BINDINGS) scope.bindings = new Map()
  const known = scope.bindings.get(name)
  if (known) known.push(binding)
  else scope.bindings.set(name, [binding])
}

function binderOf(from: Growing, name: string): Growing | undefined {
  for (let scope: Growing | undefined = from; scope; scope = scope.parent) if (scope.bindings.has(name)) return scope
  return undefined
}

/** One walk over a file, with an own stack: generated expressions nest thousands deep. */
interface Walk {
  readonly file: CodeFile
  readonly waiting: Node[]
  /** The scope of each node that is waiting. */
  readonly scopes: Growing[]
  /** Scopes whose children are not in the order of the text. */
  readonly mixed: Set<Growing>
  readonly assigned: [Growing, string][]
}

function bindAll(file: CodeFile, scope: Growing): void {
  const walk: Walk = { file, waiting: [], scopes: [], mixed: new Set(), assigned: [] }
  const { waiting, scopes } = walk
  later(walk, file.body, scope)
  for (let node = waiting.pop(); node; node = waiting.pop()) bind(walk, node, scopes.pop() ?? scope)
  for (const one of walk.mixed) one.children.sort((a, b) => a.start - b.start)
  for (const [from, name] of walk.assigned) reassign(from, name)
}

function reassign(from: Growing, name: string): void {
  const scope = binderOf(from, name)
  if (!scope) return
  if (scope.reassigned === NO_NAMES) scope.reassigned = new Set()
  scope.reassigned.add(name)
}

function later({ waiting, scopes }: Walk, nodes: readonly Node[], scope: Growing): void {
  for (let index = nodes.length - 1; index >= 0; index--) {
    const node = nodes[index]
    if (!node) continue
    waiting.push(node)
    scopes.push(scope)
  }
}

/** What is in a node comes later. */
function laterChildren({ waiting, scopes }: Walk, node: Node, scope: Growing): void {
  push(waiting, node)
  while (scopes.length < waiting.length) scopes.push(scope)
}

/** In Python a name belongs to the function or file, elsewhere to the block that it is declared in. */
function bind(walk: Walk, node: Node, scope: Growing): void {
  switch (node.kind) {
    case 'function':
      bindFunction(walk, node, scope)
      return
    case 'class':
      bindClass(walk, node, scope)
      return
    case 'declare':
      for (const bound of boundNames(node.target)) add(scope, bound.node.name, { kind: 'value', node, bound })
      break
    case 'type':
      add(scope, node.name, { kind: 'type', node })
      break
    case 'entry':
      // A method of an object is reached by the object, not by name.
      if (node.computed) later(walk, [node.computed], scope)
      if (node.value.kind === 'function') openFunction(walk, node.value, scope)
      else later(walk, [node.value], scope)
      return
    case 'assign':
      if (node.target.kind !== 'member' && node.target.kind !== 'index')
        for (const bound of boundNames(node.target)) walk.assigned.push([scope, bound.node.name])
      break
    case 'loop': {
      const inner = blockIn(walk, scope, node)
      bindItems(node, node.target, node.iterated, inner)
      laterChildren(walk, node, inner)
      return
    }
    case 'comprehension': {
      const inner = open(walk, scope, node.start, node.end)
      for (const clause of node.clauses) bindItems(node, clause.target, clause.iterated, inner)
      laterChildren(walk, node, inner)
      return
    }
    case 'block':
      later(walk, node.body, blockIn(walk, scope, node))
      return
    case 'with':
      for (const item of node.items) bindItems(node, item.target, item.value, scope)
      break
    case 'if':
      later(walk, [node.test], scope)
      laterBlock(walk, node.consequent, scope)
      laterBlock(walk, node.alternate, scope)
      return
    case 'try':
      bindTry(walk, node, scope)
      return
  }
  laterChildren(walk, node, scope)
}

function bindTry(walk: Walk, node: Try, scope: Growing): void {
  laterBlock(walk, node.body, scope)
  for (const handler of node.handlers) {
    const inner = blockIn(walk, scope, handler)
    bindItems(handler, handler.target, undefined, inner)
    later(walk, [...handler.types, ...handler.body], inner)
  }
  laterBlock(walk, node.otherwise, scope)
  laterBlock(walk, node.finalizer, scope)
}

/** The scope of a block: that of the function or file around it in Python. */
function blockIn(walk: Walk, scope: Growing, node: { readonly start: number; readonly end: number }): Growing {
  return walk.file.language === 'python' ? scope : open(walk, scope, node.start, node.end)
}

function laterBlock(walk: Walk, body: readonly Statement[], scope: Growing): void {
  const [first] = body
  const last = body.at(-1)
  if (first && last) later(walk, body, blockIn(walk, scope, { start: first.start, end: last.end }))
}

function bindFunction(walk: Walk, node: FunctionNode, scope: Growing): void {
  // Methods of classes and of Go are reached by their owner, not by name.
  if (node.name !== undefined && !node.receiver && scope.owner?.kind !== 'class')
    add(scope, node.name, { kind: 'function', node })
  openFunction(walk, node, scope)
}

function openFunction(walk: Walk, node: FunctionNode, scope: Growing): void {
  const inner = open(walk, scope, node.start, node.end, node)
  if (node.receiver) bindParameter(node.receiver, node, inner)
  for (const parameter of node.parameters) bindParameter(parameter, node, inner)
  laterChildren(walk, node, inner)
}

function bindParameter(node: Parameter, owner: FunctionNode, scope: Growing): void {
  for (const bound of boundNames(node.target)) add(scope, bound.node.name, { kind: 'parameter', node, owner, bound })
}

function bindClass(walk: Walk, node: ClassNode, scope: Growing): void {
  if (node.name !== undefined) add(scope, node.name, { kind: 'class', node })
  laterChildren(walk, node, open(walk, scope, node.start, node.end, node))
}

function bindItems(
  node: Loop | Comprehension | Handler | With,
  target: Expression | undefined,
  of: Expression | undefined,
  scope: Growing,
): void {
  if (!target) return
  for (const bound of boundNames(target)) add(scope, bound.node.name, { kind: 'item', node, bound, ...(of && { of }) })
}
