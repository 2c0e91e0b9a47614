import type * as t from '@babel/types'
import type {
  ClassNode,
  Expression,
  Field,
  FunctionNode,
  Parameter,
  Statement,
  TypeReference,
} from '../../code/syntax.js'
import type { Lowering, Writable } from './code.js'
import { lowerExpression, NONE } from './lower-expressions.js'
import { lowerStatements } from './lower-statements.js'
import { lowerAnnotation, lowerType, lowerTypeArguments, lowerTypeParameters } from './lower-types.js'

type AnyFunction =
  | t.FunctionDeclaration
  | t.FunctionExpression
  | t.ArrowFunctionExpression
  | t.ObjectMethod
  | t.ClassMethod
  | t.ClassPrivateMethod
  | t.TSDeclareFunction
  | t.TSDeclareMethod

/** A function, arrow function or method. */
export function lowerFunction(node: AnyFunction, lowering: Lowering): FunctionNode {
  const named = nameOf(node)
  const returns = lowerAnnotation(node.returnType, lowering)
  lowering.depth++
  const parameters = node.params.length === 0 ? NONE : node.params.map(parameter => lowerParameter(parameter, lowering))
  const body = lowerBody(node, lowering)
  lowering.depth--
  const fn: FunctionNode = {
    kind: 'function',
    name: named?.name,
    nameStart: named?.start ?? node.start ?? 0,
    parameters,
    body,
    decorators: 'decorators' in node ? lowerDecorators(node.decorators, lowering) : NONE,
    returns,
    accessor: 'kind' in node && (node.kind === 'get' || node.kind === 'set') ? node.kind : undefined,
    isAsync: node.async === true,
    isGenerator: node.generator === true,
    isStatic: 'static' in node && node.static === true,
    isArrow: node.type === 'ArrowFunctionExpression',
    isAbstract: node.type === 'TSDeclareFunction' || node.type === 'TSDeclareMethod',
    start: node.start ?? 0,
    end: node.end ?? 0,
  }
  return node.typeParameters ? { ...fn, ...lowerTypeParameters(node, lowering) } : fn
}

function lowerBody(node: AnyFunction, lowering: Lowering): readonly Statement[] {
  if (node.type === 'TSDeclareFunction' || node.type === 'TSDeclareMethod') return NONE
  const { body } = node
  if (body.type === 'BlockStatement') return lowerStatements(body.body, lowering)
  return [{ kind: 'return', value: lowerExpression(body, lowering), start: body.start ?? 0, end: body.end ?? 0 }]
}

function nameOf(node: AnyFunction): { name: string; start: number } | undefined {
  if ('id' in node && node.id) return { name: node.id.name, start: node.id.start ?? 0 }
  if (!('key' in node)) return undefined
  const { key } = node
  const start = key.start ?? 0
  if (key.type === 'Identifier' && !('computed' in node && node.computed)) return { name: key.name, start }
  if (key.type === 'StringLiteral') return { name: key.value, start }
  return key.type === 'PrivateName' ? { name: `#${key.id.name}`, start } : undefined
}

function lowerParameter(node: t.Node, lowering: Lowering): Parameter {
  const property = node.type === 'TSParameterProperty'
  const declared = property ? node.parameter : node
  const pattern = declared.type === 'AssignmentPattern' ? declared.left : declared
  const bare = pattern.type === 'RestElement' ? pattern.argument : pattern
  const annotation = annotationOf(pattern) ?? annotationOf(bare)
  const type = lowerAnnotation(annotation, lowering)
  // Of a parameter with a default Babel gives the decorators to what stands before the `=`.
  const before = declared === node ? NONE : decoratorsOf(node, lowering)
  const own = decoratorsOf(declared, lowering)
  const behind = pattern === declared ? NONE : decoratorsOf(pattern, lowering)
  return {
    kind: 'parameter',
    target: lowerExpression(bare, lowering),
    type,
    fallback: declared.type === 'AssignmentPattern' ? lowerExpression(declared.right, lowering) : undefined,
    rest: pattern.type === 'RestElement' ? 'list' : undefined,
    decorators: before.length + behind.length === 0 ? own : [...before, ...own, ...behind],
    isProperty: property,
    isOptional: pattern.type === 'Identifier' && pattern.optional === true,
    start: node.start ?? 0,
    end: node.end ?? 0,
  }
}

function annotationOf(node: t.Node): t.Node | null | undefined {
  return 'typeAnnotation' in node ? (node.typeAnnotation as t.Node | null | undefined) : undefined
}

function decoratorsOf(node: t.Node, lowering: Lowering): readonly Expression[] {
  return 'decorators' in node ? lowerDecorators(node.decorators as t.Decorator[] | null | undefined, lowering) : NONE
}

function lowerDecorators(
  decorators: readonly t.Decorator[] | null | undefined,
  lowering: Lowering,
): readonly Expression[] {
  if (!decorators || decorators.length === 0) return NONE
  return decorators.map(decorator => lowerExpression(decorator.expression, lowering))
}

/** A class, declared or as an expression. */
export function lowerClass(node: t.ClassDeclaration | t.ClassExpression, lowering: Lowering): ClassNode {
  const { superClass } = node
  const base = superClass ? lowerExpression(superClass, lowering) : undefined
  const made: Writable<ClassNode> = {
    kind: 'class',
    nameStart: node.id?.start ?? node.start ?? 0,
    bases: base ? [base] : NONE,
    baseTypes: baseTypes(node, base, lowering),
    keywords: NONE,
    decorators: lowerDecorators(node.decorators, lowering),
    ...lowerClassBody(node.body.body, lowering),
    isAbstract: node.type === 'ClassDeclaration' && node.abstract === true,
    start: node.start ?? 0,
    end: node.end ?? 0,
  }
  if (node.id) made.name = node.id.name
  return node.typeParameters ? { ...made, ...lowerTypeParameters(node, lowering) } : made
}

function baseTypes(
  node: t.ClassDeclaration | t.ClassExpression,
  base: Expression | undefined,
  lowering: Lowering,
): readonly TypeReference[] {
  const given = { typeArguments: node.superTypeParameters ?? null }
  const own = base && typeOfBase(base, lowerTypeArguments(given, lowering) ?? [])
  return [...(own ? [own] : []), ...(node.implements ?? []).map(type => lowerType(type, lowering))]
}

function typeOfBase(base: Expression, given: readonly TypeReference[]): TypeReference | undefined {
  const name = dotted(base)
  return name === undefined ? undefined : { name, arguments: given, start: base.start, end: base.end }
}

function dotted(base: Expression): string | undefined {
  if (base.kind === 'name') return base.name
  const object = base.kind === 'member' ? dotted(base.object) : undefined
  return object !== undefined && base.kind === 'member' ? `${object}.${base.property}` : undefined
}

function lowerClassBody(
  nodes: t.ClassBody['body'],
  lowering: Lowering,
): { members: readonly (Field | FunctionNode)[]; statements: readonly Statement[] } {
  const members: (Field | FunctionNode)[] = []
  let statements: readonly Statement[] = NONE
  for (const node of nodes) {
    if (node.type === 'StaticBlock') statements = [...statements, ...lowerStatements(node.body, lowering)]
    const member = lowerMember(node, lowering)
    if (member) members.push(member)
  }
  return { members, statements }
}

function lowerMember(member: t.ClassBody['body'][number], lowering: Lowering): Field | FunctionNode | undefined {
  switch (member.type) {
    case 'ClassMethod':
    case 'ClassPrivateMethod':
    case 'TSDeclareMethod':
      return lowerFunction(member, lowering)
    case 'ClassProperty':
    case 'ClassPrivateProperty':
    case 'ClassAccessorProperty':
      return lowerField(member, lowering)
    default:
      return undefined
  }
}

function lowerField(
  member: t.ClassProperty | t.ClassPrivateProperty | t.ClassAccessorProperty,
  lowering: Lowering,
): Field | undefined {
  const { key } = member
  const name =
    key.type === 'Identifier'
      ? key.name
      : key.type === 'StringLiteral'
        ? key.value
        : key.type === 'PrivateName'
          ? `#${key.id.name}`
          : undefined
  if (name === undefined) return undefined
  return {
    kind: 'field',
    name,
    type: lowerAnnotation(member.typeAnnotation, lowering),
    value: member.value ? lowerExpression(member.value, lowering) : undefined,
    decorators: lowerDecorators(member.decorators, lowering),
    isStatic: member.static === true,
    isOptional: 'optional' in member && member.optional === true,
    start: member.start ?? 0,
    end: member.end ?? 0,
  }
}
