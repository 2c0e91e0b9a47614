import { ts } from 'ts-morph'
import { calleeOf } from '../../../src/code/calls.js'
import type { Program } from '../../../src/code/program.js'
import type { Call, CodeFile, FunctionNode } from '../../../src/code/syntax.js'
import { typeOf } from '../../../src/code/types.js'
import { peel, walk } from '../../../src/code/walk.js'
import type { TypeOf } from '../../../src/code/written-types.js'
import { bare, type Checker } from './checker.js'
import { externalTypes, partsOf, resolved } from './external.js'

/** How the two sides stand to each other for one receiver or one call. */
export type Verdict = 'same' | 'differs' | 'ours only' | 'theirs only' | 'neither'

export interface Comparison {
  readonly question: 'receiver' | 'target'
  readonly verdict: Verdict
  readonly path: string
  readonly line: number
  readonly text: string
  readonly ours: string
  readonly theirs: string
}

/** Compares every call of a file whose callee is a member. */
export function compareFile(program: Program, file: CodeFile, source: string, checker: Checker): readonly Comparison[] {
  const calls = checker.callsOf(file.path)
  const found: Comparison[] = []
  walk(file.body, node => {
    if (node.kind !== 'call' || node.isNew) return undefined
    const callee = peel(node.callee)
    const theirs = calls.get(`${node.start}:${node.end}`)
    const access = theirs && bare(theirs.expression)
    if (callee.kind !== 'member' || !theirs || !access) return undefined
    if (!ts.isPropertyAccessExpression(access) && !ts.isElementAccessExpression(access)) return undefined
    const receiver = bare(access.expression)
    if (receiver.kind === ts.SyntaxKind.SuperKeyword) return undefined
    const place = {
      path: file.path,
      line: source.slice(0, callee.propertyStart).split('\n').length,
      text: source.slice(callee.object.start, callee.propertyStart + callee.property.length).replace(/\s+/g, ' '),
    }
    const ours = typeOf(program, { file, node: callee.object })
    found.push({ question: 'receiver', ...place, ...compareReceiver(checker, ours, receiver) })
    found.push({ question: 'target', ...place, ...compareTarget(program, file, node, checker, theirs) })
    return undefined
  })
  return found
}

type Answer = Pick<Comparison, 'verdict' | 'ours' | 'theirs'>

function compareReceiver(checker: Checker, ours: TypeOf | undefined, receiver: ts.Expression): Answer {
  const types = theirTypes(checker, receiver)
  const theirs = types[0] ? checker.types.typeToString(types[0]) : ''
  if (!ours) return { verdict: types.length > 0 ? 'theirs only' : 'neither', ours: '', theirs }
  const answer = { ours: nameOf(ours), theirs }
  if (types.length === 0) return { verdict: 'ours only', ...answer }
  return { verdict: types.some(type => isSame(checker, ours, type)) ? 'same' : 'differs', ...answer }
}

/** The type that is declared, and that flow has narrowed it to; of an intersection and of what wraps a type also the parts. */
function theirTypes(checker: Checker, receiver: ts.Expression): readonly ts.Type[] {
  const { types } = checker
  const symbol = types.getSymbolAtLocation(ts.isPropertyAccessExpression(receiver) ? receiver.name : receiver)
  const isDeclared = symbol && symbol.flags & (ts.SymbolFlags.Variable | ts.SymbolFlags.Property)
  return [types.getTypeAtLocation(receiver), ...(isDeclared ? [types.getTypeOfSymbol(symbol)] : [])]
    .flatMap(one => partsOf(types, one))
    .filter(one => !(one.flags & ts.TypeFlags.Any))
}

function isSame(checker: Checker, ours: TypeOf, theirs: ts.Type): boolean {
  switch (ours.kind) {
    case 'class':
    case 'type':
    case 'object': {
      const node = ours.kind === 'object' ? ours.type : ours.node
      const name = ours.kind === 'object' ? undefined : ours.node.name
      const declarations = [theirs.symbol, theirs.aliasSymbol].flatMap(one => one?.declarations ?? [])
      return declarations.some(one => isAt(checker, one, ours.file.path, node.end, name))
    }
    case 'builtin':
      return builtinNames(theirs, checker).includes(plainName(ours.name))
    case 'external':
      return externalTypes(checker, ours).some(
        one => one === theirs || (one.symbol && one.symbol === theirs.symbol) || isA(checker, theirs, one),
      )
  }
}

/** Whether a value of one type is one of the other; of anything it is not. */
function isA(checker: Checker, one: ts.Type, other: ts.Type): boolean {
  const isTelling = other.getProperties().length > 0
  return isTelling && checker.types.isTypeAssignableTo(one, other)
}

/** Whether a declaration is the one that ends there: in that file, or, by its name, in the declarations beside it. */
function isAt(checker: Checker, one: ts.Node, path: string, end: number, name?: string): boolean {
  const file = one.getSourceFile()
  const their = checker.pathOf(file)
  if (their === path) return Math.abs(one.end - end) <= 1
  const named = ts.getNameOfDeclaration(one as ts.Declaration)
  return their === undefined && name !== undefined && checker.describes(file, path) && named?.getText() === name
}

function plainName(name: string): string {
  return name === '[]' || name === 'ReadonlyArray' ? 'Array' : name
}

function builtinNames(type: ts.Type, { types }: Checker): readonly string[] {
  const name = type.aliasSymbol?.name ?? type.symbol?.name ?? ''
  return [
    types.isArrayLikeType(type) ? 'Array' : name,
    type.symbol?.name.replace(/Constructor$/, '') ?? '',
    // `string` has the members of `String`.
    `${name[0]?.toLowerCase()}${name.slice(1)}`,
    ...(type.symbol?.declarations ?? []).map(one => fullName(one)),
  ]
}

/** `NodeJS.Timeout` */
function fullName(node: ts.Node): string {
  const own = ts.getNameOfDeclaration(node as ts.Declaration)?.getText() ?? ''
  const around = node.parent?.parent
  return around && ts.isModuleDeclaration(around) ? `${around.name.getText()}.${own}` : own
}

function compareTarget(
  program: Program,
  file: CodeFile,
  call: Call,
  checker: Checker,
  theirs: ts.CallExpression,
): Answer {
  const ours = calleeOf(program, { file, node: call })
  const all = targetsOf(checker, theirs)
  const told = all.find(one => checker.pathOf(one.getSourceFile()) !== undefined)
  const names = {
    ours: ours ? `${ours.file.path}:${ours.node.name ?? ''}` : '',
    theirs: told ? `${checker.pathOf(told.getSourceFile())}:${told.getText().slice(0, 30).replace(/\s+/g, ' ')}` : '',
  }
  if (!ours) return { verdict: told ? 'theirs only' : 'neither', ...names }
  if (all.length === 0) return { verdict: 'ours only', ...names }
  const called = peel(call.callee)
  const name = called.kind === 'member' ? called.property : ours.node.name
  const isFound = all.some(one => isTarget(checker, one, ours.file.path, ours.node, name))
  return { verdict: isFound || implementsOne(checker, ours.file.path, ours.node, all) ? 'same' : 'differs', ...names }
}

/** The declarations of what a call runs. */
function targetsOf({ types }: Checker, call: ts.CallExpression): readonly ts.Node[] {
  const callee = bare(call.expression)
  const name = ts.isPropertyAccessExpression(callee)
    ? callee.name
    : ts.isElementAccessExpression(callee)
      ? callee.argumentExpression
      : callee
  const symbol = types.getSymbolAtLocation(name)
  const declaration = types.getResolvedSignature(call)?.declaration
  return [...(declaration ? [declaration] : []), ...(symbol ? (resolved(types, symbol).declarations ?? []) : [])]
}

function isTarget(checker: Checker, one: ts.Node, path: string, ours: FunctionNode, name?: string): boolean {
  const file = one.getSourceFile()
  if (checker.pathOf(file) === path) return one.getStart() <= ours.nameStart && ours.end <= one.end + 1
  return isAt(checker, one, path, ours.end, name)
}

/** Whether a function is a member of an object or class whose declared type has the member that the compiler names. */
function implementsOne(checker: Checker, path: string, ours: FunctionNode, all: readonly ts.Node[]): boolean {
  const node = checker.nodeAt(path, ours.nameStart)
  for (let one = node; one; one = one.parent) {
    const isMember = promised(checker, one).some(type =>
      checker.types.getPropertyOfType(type, ours.name ?? '')?.declarations?.some(other => all.includes(other)),
    )
    if (isMember) return true
    if (ts.isStatement(one)) return false
  }
  return false
}

/** The types that an object is given to, or that a class extends and implements. */
function promised({ types }: Checker, node: ts.Node): readonly ts.Type[] {
  if (ts.isClassLike(node))
    return (node.heritageClauses ?? []).flatMap(clause => clause.types.map(one => types.getTypeAtLocation(one)))
  const type = ts.isObjectLiteralExpression(node) ? types.getContextualType(node) : undefined
  return type ? [type] : []
}

function nameOf(type: TypeOf): string {
  switch (type.kind) {
    case 'class':
    case 'type':
      return `${type.kind} ${type.node.name ?? ''} of ${type.file.path}`
    case 'object':
      return `object type of ${type.file.path}`
    case 'builtin':
      return type.name
    case 'external':
      return [type.package, ...type.path].join('.')
  }
}
