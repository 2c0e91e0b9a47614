import type { BoundName } from './patterns.js'
import type { ExpressionIn, In, ModuleTarget, Program } from './program.js'
import { type Binding, bindingsAt, classAround, moduleScope, type Scope, thisAround } from './scopes.js'
import type {
  Call,
  ClassNode,
  CodeFile,
  Declare,
  Export,
  Expression,
  Field,
  FunctionNode,
  Import,
  Parameter,
  TypeDeclaration,
} from './syntax.js'
import { pathOf, peel } from './walk.js'

/** What a name or member stands for, followed through constants, imports, re-exports and members as far as it goes. */
export type Definition =
  | ({ readonly kind: 'function' } & In<FunctionNode>)
  | ({ readonly kind: 'class' } & In<ClassNode>)
  | ({ readonly kind: 'type' } & In<TypeDeclaration>)
  /** A value that is no name: a literal, call, object … `declare` is where it got its name. */
  | ({ readonly kind: 'expression'; readonly declare?: Declare } & In<Expression>)
  /** A field of a class; `owner` is the class. */
  | ({ readonly kind: 'field'; readonly owner: ClassNode } & In<Field>)
  | ({ readonly kind: 'parameter'; readonly owner: FunctionNode; readonly path: BoundName['path'] } & In<Parameter>)
  /** The item of a loop, what a handler caught, what a context manager gave; `of` is what it is taken from. */
  | { readonly kind: 'item'; readonly file: CodeFile; readonly of?: Expression; readonly path: BoundName['path'] }
  /** From outside the repository. `import { Router } from 'express'` is `express` and `['Router']`; a default is `[]`. */
  | { readonly kind: 'external'; readonly package: string; readonly path: readonly string[] }
  /** A module or package of the repository as a whole. */
  | { readonly kind: 'module'; readonly files: readonly CodeFile[] }
  /** Bound nowhere: what the language itself gives (`process`, `fetch`, `open`, `len`). */
  | { readonly kind: 'global'; readonly path: readonly string[] }
  | { readonly kind: 'unknown'; readonly because: string }

/** Longer chains of names, imports and re-exports are not followed. */
const LONGEST = 24

/** What an expression stands for; anything that is no name or member stands for itself. */
export function definitionOf(program: Program, { file, node }: ExpressionIn, steps = LONGEST): Definition {
  const inner = peel(node)
  if (steps <= 0) return unknown('the chain of names is too long')
  if (inner.kind === 'name') return nameDefinition(program, file, inner.name, inner.start, steps - 1)
  if (inner.kind === 'member') {
    const object = definitionOf(program, { file, node: inner.object }, steps - 1)
    return memberDefinition(program, object, inner.property, steps - 1)
  }
  const loaded = inner.kind === 'call' ? loadedDefinition(program, file, inner, steps) : undefined
  return loaded ?? { kind: 'expression', file, node: inner }
}

/** What `require('./x')` and `import('./x')` give where they stand in an expression: `db: require('./database')`. */
function loadedDefinition(program: Program, file: CodeFile, call: Call, steps: number): Definition | undefined {
  const { callee } = call
  const [first] = call.arguments
  if (callee.kind !== 'name' || (callee.name !== 'require' && callee.name !== 'import')) return undefined
  if (file.language === 'python' || file.language === 'go' || call.isNew) return undefined
  if (first?.kind !== 'literal' || typeof first.value !== 'string') return undefined
  if (callee.name === 'require' && bindingsAt(file, 'require', call.start)) return undefined
  const { start, end } = call
  const name = callee.name === 'require' ? '=' : '*'
  return importDefinition(
    program,
    file,
    { from: first.value, name, typeOnly: false, deferred: true, start, end },
    steps,
  )
}

/** What a name stands for at an offset of a file. */
export function nameDefinition(
  program: Program,
  file: CodeFile,
  name: string,
  offset: number,
  steps = LONGEST,
): Definition {
  if (steps <= 0) return unknown('the chain of names is too long')
  if (name === 'this' && file.language !== 'go') {
    const found = thisAround(file, offset)
    return found && 'class' in found ? { kind: 'class', file, node: found.class } : unknown('this belongs to no class')
  }
  const found = bindingsAt(file, name, offset)
  const own = file.language === 'python' && found ? ownClass(file, found.bindings) : undefined
  if (own) return { kind: 'class', file, node: own }
  if (found) return bindingDefinition(program, file, found.bindings, found.scope, name, steps)
  return (
    packageName(program, file, name, steps) ??
    starImport(program, file, name, steps) ?? { kind: 'global', path: [name] }
  )
}

/** The class whose method has `self` or `cls` for its first parameter. */
function ownClass(file: CodeFile, bindings: readonly Binding[]): ClassNode | undefined {
  const [binding] = bindings
  if (binding?.kind !== 'parameter' || binding.owner.parameters[0] !== binding.node || binding.owner.isStatic)
    return undefined
  const { target } = binding.node
  const isOwn = target.kind === 'name' && (target.name === 'self' || target.name === 'cls')
  return isOwn ? classAround(file, binding.owner.start) : undefined
}

/** Names of the other files of a Go package. */
function packageName(program: Program, file: CodeFile, name: string, steps: number): Definition | undefined {
  if (file.language !== 'go') return undefined
  for (const sibling of program.siblings(file)) {
    const bindings = moduleScope(sibling).bindings.get(name)
    if (bindings?.some(binding => binding.kind !== 'import'))
      return bindingDefinition(program, sibling, bindings, moduleScope(sibling), name, steps)
  }
  return undefined
}

/** Names that `from x import *` brings. */
function starImport(
  program: Program,
  file: CodeFile,
  name: string,
  steps: number,
  looked: Set<CodeFile> = new Set([file]),
): Definition | undefined {
  if (file.language !== 'python') return undefined
  for (const one of file.imports) {
    if (one.name !== '*' || one.local !== undefined) continue
    const target = program.target(file, one.from)
    if (target.kind !== 'files') continue
    const found = exportDefinition(program, target.files, name, steps - 1, looked)
    if (found) return found
  }
  return undefined
}

function bindingDefinition(
  program: Program,
  file: CodeFile,
  all: readonly Binding[],
  scope: Scope,
  name: string,
  steps: number,
): Definition {
  // A constant and a type of the same name are two things of TypeScript; here the value counts.
  const values = all.filter(one => one.kind !== 'type')
  const bindings = values.length > 0 ? values : all
  const [first] = bindings
  if (!first) return unknown('it is bound nowhere')
  if (first.kind === 'import') return importDefinition(program, file, first.node, steps)
  const last = bindings.at(-1) ?? first
  // Overloads of a function are one thing.
  const chosen = bindings.every(one => one.kind === 'function') ? last : first
  if (chosen.kind === 'value' && (bindings.length > 1 || (scope.reassigned.has(name) && !chosen.node.isConstant)))
    return unknown('it is given different values')
  switch (chosen.kind) {
    case 'function':
    case 'class':
    case 'type':
      return { kind: chosen.kind, file, node: chosen.node } as Definition
    case 'parameter':
      return { kind: 'parameter', file, node: chosen.node, owner: chosen.owner, path: chosen.bound.path }
    case 'item':
      return { kind: 'item', file, path: chosen.bound.path, ...(chosen.of && { of: chosen.of }) }
    case 'value':
      return valueDefinition(program, file, chosen.node, chosen.bound, steps)
    default:
      return importDefinition(program, file, chosen.node, steps)
  }
}

function valueDefinition(
  program: Program,
  file: CodeFile,
  declare: Declare,
  bound: BoundName,
  steps: number,
): Definition {
  if (!declare.value) return { kind: 'expression', file, node: bound.node, declare }
  const value = peel(declare.value)
  if (bound.path.length === 0) {
    if (value.kind === 'function' || value.kind === 'class')
      return { kind: value.kind, file, node: value } as Definition
    if (value.kind !== 'name' && value.kind !== 'member')
      return { kind: 'expression', file, node: declare.value, declare }
    return definitionOf(program, { file, node: value }, steps - 1)
  }
  let found = definitionOf(program, { file, node: value }, steps - 1)
  for (const part of bound.path) found = memberDefinition(program, found, String(part), steps - 1)
  return found
}

function importDefinition(program: Program, file: CodeFile, one: Import, steps: number): Definition {
  const target = program.target(file, one.from)
  if (target.kind === 'package') return { kind: 'external', package: target.name, path: externalPath(one.name, file) }
  if (target.kind === 'missing') return unknown(`the module ${one.from} is not in the repository`)
  const { name } = one
  if (name === undefined || name === '*') return { kind: 'module', files: target.files }
  const found = exportDefinition(program, target.files, name, steps - 1)
  if (found) return found
  // `from package import module`
  const inside = file.language === 'python' ? program.target(file, submodule(one.from, name)) : undefined
  if (inside?.kind === 'files') return { kind: 'module', files: inside.files }
  if (name === '=') return { kind: 'module', files: target.files }
  return unknown(`${one.from} exports no ${name}`)
}

function submodule(from: string, name: string): string {
  return /^\.+$/.test(from) ? `${from}${name}` : `${from}.${name}`
}

/** A default export, the module itself and `module.exports` are the same for packages of Node.js. */
function externalPath(name: string | undefined, file: CodeFile): readonly string[] {
  if (name === undefined || name === '*' || name === '=') return []
  return name === 'default' && file.language !== 'python' ? [] : [name]
}

/** What a module gives under a name. `default` and `=` (`module.exports`) stand for each other where only one is there. */
function exportDefinition(
  program: Program,
  files: readonly CodeFile[],
  name: string,
  steps = LONGEST,
  looked = new Set<CodeFile>(),
): Definition | undefined {
  if (steps <= 0) return undefined
  for (const file of files) {
    // Modules that pass on all of each other have a way through them for every order: each is looked at once.
    if (looked.has(file)) continue
    looked.add(file)
    const found =
      file.language === 'python' || file.language === 'go'
        ? topLevel(program, file, name, steps, looked)
        : moduleExport(program, file, name, steps, looked)
    if (found) return found
  }
  return undefined
}

function topLevel(
  program: Program,
  file: CodeFile,
  name: string,
  steps: number,
  looked: Set<CodeFile>,
): Definition | undefined {
  const scope = moduleScope(file)
  const bindings = scope.bindings.get(name)
  if (bindings) return bindingDefinition(program, file, bindings, scope, name, steps)
  return starImport(program, file, name, steps, looked)
}

function moduleExport(
  program: Program,
  file: CodeFile,
  name: string,
  steps: number,
  looked: Set<CodeFile>,
): Definition | undefined {
  const own = file.exports.findLast(one => one.name === name && !(one.name === '*' && one.local === undefined))
  if (own) return exported(program, file, own, steps)
  const whole = file.exports.findLast(one => one.name === '=')
  if (whole && name === 'default') return exported(program, file, whole, steps)
  if (name === '=') {
    const main = file.exports.find(one => one.name === 'default')
    if (main && !file.exports.some(one => one.name !== 'default')) return exported(program, file, main, steps)
    return undefined
  }
  if (whole) {
    const given = memberDefinition(program, exported(program, file, whole, steps), name, steps - 1)
    if (given.kind !== 'unknown') return given
  }
  return name === 'default' ? undefined : starExport(program, file, name, steps, looked)
}

/** What `export * from` gives under a name: of the files that it names, or of the only one that is not in the repository. */
function starExport(
  program: Program,
  file: CodeFile,
  name: string,
  steps: number,
  looked: Set<CodeFile>,
): Definition | undefined {
  const outside: ModuleTarget[] = []
  for (const star of file.exports) {
    if (star.name !== '*' || star.from === undefined || star.local !== undefined) continue
    const target = program.target(file, star.from)
    if (target.kind !== 'files') {
      outside.push(target)
      continue
    }
    const found = exportDefinition(program, target.files, name, steps - 1, looked)
    if (found) return found
  }
  const [only, ...more] = outside
  return only?.kind === 'package' && more.length === 0
    ? { kind: 'external', package: only.name, path: [name] }
    : undefined
}

function exported(program: Program, file: CodeFile, one: Export, steps: number): Definition {
  if (one.value) {
    const value = peel(one.value)
    if (value.kind === 'function' || value.kind === 'class')
      return { kind: value.kind, file, node: value } as Definition
    return definitionOf(program, { file, node: value }, steps - 1)
  }
  const local = one.local ?? one.name
  if (one.from === undefined) return nameDefinition(program, file, local, Number.MAX_SAFE_INTEGER, steps - 1)
  const target = program.target(file, one.from)
  if (target.kind === 'package') return { kind: 'external', package: target.name, path: externalPath(local, file) }
  if (target.kind === 'missing') return unknown(`the module ${one.from} is not in the repository`)
  if (local === '*') return { kind: 'module', files: target.files }
  return exportDefinition(program, target.files, local, steps - 1) ?? unknown(`${one.from} exports no ${local}`)
}

/** What a member of something is: of a module, object literal, class (static ones and, by `new`, instances), outside package. */
function memberDefinition(program: Program, of: Definition, property: string, steps = LONGEST): Definition {
  if (steps <= 0) return unknown('the chain of names is too long')
  switch (of.kind) {
    case 'external':
      return { ...of, path: property === 'default' ? of.path : [...of.path, property] }
    case 'global':
      return { kind: 'global', path: [...of.path, property] }
    case 'module':
      return moduleMember(program, of.files, property, steps)
    case 'class':
      return classMember(program, of, property, steps) ?? unknown(`${of.node.name ?? 'the class'} has no ${property}`)
    case 'expression':
      return expressionMember(program, of, property, steps)
    case 'field': {
      // A settings class in a settings class: `pool: Pool = Pool()`.
      const { value } = of.node
      return of.file.language === 'python' && value?.kind === 'call'
        ? expressionMember(program, { file: of.file, node: value }, property, steps)
        : unknown('its value is not known')
    }
    default:
      return unknown('its value is not known')
  }
}

function moduleMember(program: Program, files: readonly CodeFile[], property: string, steps: number): Definition {
  const found = exportDefinition(program, files, property, steps - 1)
  if (found) return found
  const [file] = files
  const inside = file?.language === 'python' ? program.target(file, `.${property}`) : undefined
  if (inside?.kind === 'files') return { kind: 'module', files: inside.files }
  return unknown(`the module exports no ${property}`)
}

function expressionMember(program: Program, of: ExpressionIn, property: string, steps: number): Definition {
  const value = peel(of.node)
  if (value.kind === 'object') {
    for (const entry of [...value.entries].reverse()) {
      if (entry.kind === 'entry' && entry.key === property) return definitionIn(program, of.file, entry.value, steps)
      if (entry.kind === 'spread') {
        const spread = definitionOf(program, { file: of.file, node: entry.value }, steps - 1)
        const found = memberDefinition(program, spread, property, steps - 1)
        if (found.kind !== 'unknown') return found
      }
    }
    return unknown(`the object has no ${property}`)
  }
  if (value.kind === 'array') {
    const element = value.elements[Number(property)]
    if (element) return definitionIn(program, of.file, element, steps)
  }
  if (value.kind === 'call') {
    const made = classOfNew(program, of.file, value, steps)
    if (made) return classMember(program, made, property, steps) ?? unknown(`the class has no ${property}`)
    if (CHECKED.test(property) && checksEnvironment(value)) return { kind: 'expression', file: of.file, node: value }
    const given = of.file.language === 'python' ? onlyReturn(program, of.file, value, steps) : undefined
    if (given) return memberDefinition(program, given, property, steps - 1)
  }
  return unknown('its value is not known')
}

/** Where validators put what they let through: `schema.safeParse(process.env).data` of zod, `schema.validate(process.env).value` of Joi. */
const CHECKED = /^(?:data|value)$/

/** Whether a call lets a schema check the environment. What it let through stands for the call. */
function checksEnvironment({ callee, arguments: [first] }: Call): boolean {
  return (
    callee.kind === 'member' &&
    /^(?:safeParse|safeParseAsync|validate)$/.test(callee.property) &&
    first !== undefined &&
    pathOf(first)?.join('.') === 'process.env'
  )
}

/** What a function of the repository gives that does nothing but return: `get_settings()`. */
function onlyReturn(program: Program, file: CodeFile, call: Call, steps: number): Definition | undefined {
  const callee = definitionOf(program, { file, node: call.callee }, steps - 1)
  if (callee.kind !== 'function') return undefined
  const body = callee.node.body.filter(one => one.kind !== 'expression' || one.value.kind !== 'literal')
  const [only] = body
  if (body.length !== 1 || only?.kind !== 'return' || !only.value) return undefined
  return definitionOf(program, { file: callee.file, node: only.value }, steps - 1)
}

function definitionIn(program: Program, file: CodeFile, node: Expression, steps: number): Definition {
  const value = peel(node)
  if (value.kind === 'function' || value.kind === 'class') return { kind: value.kind, file, node: value } as Definition
  return definitionOf(program, { file, node: value }, steps - 1)
}

/** The class of the repository that a call makes an instance of: `new X()`, `X()` of Python, `X{}` and `&X{}` of Go. */
export function classOfNew(program: Program, file: CodeFile, call: Call, steps = LONGEST): In<ClassNode> | undefined {
  if (!call.isNew && file.language !== 'python') return undefined
  const made = definitionOf(program, { file, node: call.callee }, steps - 1)
  return made.kind === 'class' ? made : undefined
}

/** A field or method of a class or of what it extends, also fields that a constructor assigns (`this.x = …`, `self.x = …`). */
export function classMember(
  program: Program,
  of: In<ClassNode>,
  property: string,
  steps = LONGEST,
): Definition | undefined {
  if (steps <= 0) return undefined
  const { file, node } = of
  for (const member of node.members) {
    if (member.kind === 'function' && member.name === property && !member.isAbstract)
      return { kind: 'function', file, node: member }
    if (member.kind === 'field' && member.name === property) {
      const value = member.value && peel(member.value)
      if (value?.kind === 'function') return { kind: 'function', file, node: value }
      return { kind: 'field', file, node: member, owner: node }
    }
    if (member.kind === 'class' && member.name === property) return { kind: 'class', file, node: member }
  }
  const constructed = constructorMember(of, property)
  if (constructed) return constructed
  const method = file.language === 'go' ? goMethod(program, of, property) : undefined
  if (method) return method
  for (const base of node.bases) {
    const above = definitionOf(program, { file, node: baseOf(base) }, steps - 1)
    if (above.kind === 'class' && above.node !== node) {
      const found = classMember(program, above, property, steps - 1)
      if (found) return found
    }
  }
  return undefined
}

/** `extends mixin(Base)`: the first argument. */
function baseOf(base: Expression): Expression {
  return base.kind === 'call' ? (base.arguments[0] ?? base) : base
}

function constructorMember(of: In<ClassNode>, property: string): Definition | undefined {
  const { file, node } = of
  const maker = node.members.find(
    (member): member is FunctionNode =>
      member.kind === 'function' && (member.name === 'constructor' || member.name === '__init__'),
  )
  if (!maker) return undefined
  const parameter = maker.parameters.find(
    one => one.isProperty && one.target.kind === 'name' && one.target.name === property,
  )
  if (parameter) return { kind: 'parameter', file, node: parameter, owner: maker, path: [] }
  for (const statement of maker.body) {
    const value = statement.kind === 'expression' ? statement.value : undefined
    if (value?.kind !== 'assign' || value.target.kind !== 'member' || value.target.property !== property) continue
    const { object } = value.target
    if (object.kind === 'name' && (object.name === 'this' || object.name === 'self'))
      return { kind: 'expression', file, node: value.value }
  }
  return undefined
}

function goMethod(program: Program, of: In<ClassNode>, property: string): Definition | undefined {
  for (const file of [of.file, ...program.siblings(of.file)]) {
    for (const one of file.body) {
      if (one.kind !== 'function' || one.name !== property || !one.receiver?.type) continue
      if (one.receiver.type.name.replace(/^\*/, '') === of.node.name) return { kind: 'function', file, node: one }
    }
  }
  return undefined
}

function unknown(because: string): Definition {
  return { kind: 'unknown', because }
}

/** The name that an outside definition has within its package: `external` with `express` and `Router` is `express.Router`. */
export function externalName(definition: Definition): string | undefined {
  return definition.kind === 'external' ? [definition.package, ...definition.path].join('.') : undefined
}
