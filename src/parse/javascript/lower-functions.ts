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
import type { Lowering } from './code.js'
import { lowerExpression, place } from './lower-expressions.js'
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
  const parameters = node.params.map(parameter => lowerParameter(parameter, lowering))
  const body = lowerBody(node, lowering)
  lowering.depth--
  const kind = 'kind' in node ? node.kind : undefined
  return {
    kind: 'function',
    ...(named && { name: named.name }),
    nameStart: named?.start ?? node.start ?? 0,
    parameters,
    body,
    decorators: 'decorators' in node ? lowerDecorators(node.decorators, lowering) : [],
    ...(returns && { returns }),
    ...lowerTypeParameters(node, lowering),
    isAsync: node.async === true,
    isGenerator: node.generator === true,
    isStatic: 'static' in node && node.static === true,
    ...((kind === 'get' || kind === 'set') && { accessor: kind }),
    isArrow: node.type === 'ArrowFunctionExpression',
    isAbstract: node.type === 'TSDeclareFunction' || node.type === 'TSDeclareMethod',
    ...place(node),
  }
}

function lowerBody(node: AnyFunction, lowering: Lowering): readonly Statement[] {
  if (node.type === 'TSDeclareFunction' || node.type === 'TSDeclareMethod') return []
  const { body } = node
  if (body.type === 'BlockStatement') return lowerStatements(body.body, lowering)
  return [{ kind: 'return', value: lowerExpression(body, lowering), ...place(body) }]
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
  return {
    kind: 'parameter',
    target: lowerExpression(bare, lowering),
    ...(type && { type }),
    ...(declared.type === 'AssignmentPattern' && { fallback: lowerExpression(declared.right, lowering) }),
    ...(pattern.type === 'RestElement' && { rest: 'list' as const }),
    decorators: [...decoratorsOf(node, lowering), ...(declared === node ? [] : decoratorsOf(declared, lowering))],
    isProperty: property,
    isOptional: pattern.type === 'Identifier' && pattern.optional === true,
    ...place(node),
  }
}

function annotationOf(node: t.Node): t.Node | null | undefined {
  return 'typeAnnotation' in node ? (node.typeAnnotation as t.Node | null | undefined) : undefined
}

function decoratorsOf(node: t.Node, lowering: Lowering): readonly Expression[] {
  return 'decorators' in node ? lowerDecorators(node.decorators as t.Decorator[] | null | undefined, lowering) : []
}

function lowerDecorators(
  decorators: readonly t.Decorator[] | null | undefined,
  lowering: Lowering,
): readonly Expression[] {
  return (decorators ?? []).map(decorator => lowerExpression(decorator.expression, lowering))
}

/** A class, declared or as an expression. */
export function lowerClass(node: t.ClassDeclaration | t.ClassExpression, lowering: Lowering): ClassNode {
  const { superClass } = node
  const base = superClass ? lowerExpression(superClass, lowering) : undefined
  return {
    kind: 'class',
    ...(node.id && { name: node.id.name }),
    nameStart: node.id?.start ?? node.start ?? 0,
    bases: base ? [base] : [],
    baseTypes: baseTypes(node, base, lowering),
    ...lowerTypeParameters(node, lowering),
    keywords: [],
    decorators: lowerDecorators(node.decorators, lowering),
    members: node.body.body.flatMap(member => lowerMember(member, lowering)),
    statements: node.body.body.flatMap(member =>
      member.type === 'StaticBlock' ? lowerStatements(member.body, lowering) : [],
    ),
    isAbstract: node.type === 'ClassDeclaration' && node.abstract === true,
    ...place(node),
  }
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

function lowerMember(member: t.ClassBody['body'][number], lowering: Lowering): readonly (Field | FunctionNode)[] {
  switch (member.type) {
    case 'ClassMethod':
    case 'ClassPrivateMethod':
    case 'TSDeclareMethod':
      return [lowerFunction(member, lowering)]
    case 'ClassProperty':
    case 'ClassPrivateProperty':
    case 'ClassAccessorProperty':
      return lowerField(member, lowering)
    default:
      return []
  }
}

function lowerField(
  member: t.ClassProperty | t.ClassPrivateProperty | t.ClassAccessorProperty,
  lowering: Lowering,
): readonly Field[] {
  const { key } = member
  const name =
    key.type === 'Identifier'
      ? key.name
      : key.type === 'StringLiteral'
        ? key.value
        : key.type === 'PrivateName'
          ? `#${key.id.name}`
          : undefined
  if (name === undefined) return []
  const type = lowerAnnotation(member.typeAnnotation, lowering)
  return [
    {
      kind: 'field',
      name,
      ...(type && { type }),
      ...(member.value && { value: lowerExpression(member.value, lowering) }),
      decorators: lowerDecorators(member.decorators, lowering),
      isStatic: member.static === true,
      isOptional: 'optional' in member && member.optional === true,
      ...place(member),
    },
  ]
}
