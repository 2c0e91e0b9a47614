import type * as t from '@babel/types'
import type { Field, TypeParameter, TypeReference } from '../../code/syntax.js'
import type { Lowering } from './code.js'
import { lowerExpression, NONE, place } from './lower-expressions.js'

/** Deeper types are `?`. */
const DEEPEST = 12

/** What is behind the colon of an annotation. */
export function lowerAnnotation(node: t.Node | null | undefined, lowering: Lowering): TypeReference | undefined {
  return node?.type === 'TSTypeAnnotation' ? lowerType(node.typeAnnotation, lowering) : undefined
}

/** Types that are one word. */
const KEYWORDS: Readonly<Record<string, string>> = {
  TSStringKeyword: 'string',
  TSNumberKeyword: 'number',
  TSBooleanKeyword: 'boolean',
  TSNullKeyword: 'null',
  TSUndefinedKeyword: 'null',
  TSVoidKeyword: 'void',
  TSAnyKeyword: 'any',
  TSUnknownKeyword: 'any',
  TSFunctionType: '()',
  TSConstructorType: '()',
}

/** A type of TypeScript. Types of Flow are `?`. */
export function lowerType(node: t.Node, lowering: Lowering, depth = 0): TypeReference {
  const start = node.start ?? 0
  const end = node.end ?? 0
  switch (node.type) {
    case 'TSTypeReference':
      return named(entityName(node.typeName), typeArguments(node), node, lowering, depth)
    case 'TSExpressionWithTypeArguments':
      return named(entityName(node.expression), typeArguments(node), node, lowering, depth)
    case 'TSArrayType':
      return named('[]', [node.elementType], node, lowering, depth)
    case 'TSTupleType':
      return named('[]', node.elementTypes, node, lowering, depth)
    case 'TSUnionType':
      return named('|', node.types, node, lowering, depth)
    case 'TSIntersectionType':
      return named('&', node.types, node, lowering, depth)
    case 'TSParenthesizedType':
    case 'TSOptionalType':
    case 'TSRestType':
    case 'TSTypeOperator':
      return lowerType(node.typeAnnotation, lowering, depth + 1)
    case 'TSNamedTupleMember':
      return lowerType(node.elementType, lowering, depth + 1)
    case 'TSIndexedAccessType':
      return named('?', [node.objectType], node, lowering, depth)
    case 'TSTypeQuery':
      if (node.exprName.type !== 'Identifier') return { name: 'typeof', arguments: NONE, start, end }
      return { name: 'typeof', arguments: NONE, expression: lowerExpression(node.exprName, lowering), start, end }
    case 'TSLiteralType':
      return { name: 'literal', arguments: NONE, expression: lowerExpression(node.literal, lowering), start, end }
    case 'TSTypeLiteral':
      return { name: '{}', arguments: NONE, members: lowerTypeMembers(node.members, lowering), start, end }
    default:
      return { name: KEYWORDS[node.type] ?? '?', arguments: NONE, start, end }
  }
}

function named(
  name: string,
  types: readonly t.Node[],
  { start, end }: t.Node,
  lowering: Lowering,
  depth: number,
): TypeReference {
  const given = depth < DEEPEST && types.length > 0 ? types.map(type => lowerType(type, lowering, depth + 1)) : NONE
  return { name, arguments: given, start: start ?? 0, end: end ?? 0 }
}

/** The members of an interface or object type that have a name and a type. */
export function lowerTypeMembers(members: readonly t.TSTypeElement[], lowering: Lowering): readonly Field[] {
  return members.flatMap((member): Field[] => {
    if (member.type !== 'TSPropertySignature' && member.type !== 'TSMethodSignature') return []
    const name =
      member.key.type === 'Identifier'
        ? member.key.name
        : member.key.type === 'StringLiteral'
          ? member.key.value
          : undefined
    if (name === undefined) return []
    const type =
      member.type === 'TSPropertySignature'
        ? lowerAnnotation(member.typeAnnotation, lowering)
        : { name: '()', arguments: [], ...place(member) }
    return [
      {
        kind: 'field',
        name,
        ...(type && { type }),
        decorators: [],
        isStatic: false,
        isOptional: member.optional === true,
        ...place(member),
      },
    ]
  })
}

/** The type arguments of a reference, call or class. */
export function lowerTypeArguments(
  node: { typeParameters?: t.Node | null; typeArguments?: t.Node | null },
  lowering: Lowering,
): readonly TypeReference[] | undefined {
  const types = typeArguments(node)
  return types.length > 0 ? types.map(type => lowerType(type, lowering)) : undefined
}

/** `<T extends C>` behind the name of a function, class, interface or alias; empty where there is none. */
export function lowerTypeParameters(
  node: { readonly typeParameters?: t.Node | null },
  lowering: Lowering,
): { readonly typeParameters?: readonly TypeParameter[] } {
  const declared = node.typeParameters
  if (declared?.type !== 'TSTypeParameterDeclaration') return {}
  const typeParameters = declared.params.map(one => ({
    name: one.name,
    ...(one.constraint && { constraint: lowerType(one.constraint, lowering) }),
  }))
  return { typeParameters }
}

function typeArguments(node: { typeParameters?: t.Node | null; typeArguments?: t.Node | null }): readonly t.Node[] {
  const given = node.typeArguments ?? node.typeParameters
  return given?.type === 'TSTypeParameterInstantiation' ? given.params : NONE
}

function entityName(node: t.Node): string {
  if (node.type === 'Identifier') return node.name
  if (node.type === 'ThisExpression') return 'this'
  if (node.type === 'TSQualifiedName') return `${entityName(node.left)}.${node.right.name}`
  if (node.type === 'MemberExpression' && node.property.type === 'Identifier')
    return `${entityName(node.object)}.${node.property.name}`
  if (node.type === 'TSImportType' && node.qualifier) return entityName(node.qualifier)
  return '?'
}
