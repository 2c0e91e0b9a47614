import type * as t from '@babel/types'
import type { Field, TypeParameter, TypeReference } from '../../code/syntax.js'
import type { Lowering } from './code.js'
import { lowerExpression, place } from './lower-expressions.js'

/** Deeper types are `?`. */
const DEEPEST = 12

/** What is behind the colon of an annotation. */
export function lowerAnnotation(node: t.Node | null | undefined, lowering: Lowering): TypeReference | undefined {
  return node?.type === 'TSTypeAnnotation' ? lowerType(node.typeAnnotation, lowering) : undefined
}

/** A type of TypeScript. Types of Flow are `?`. */
export function lowerType(node: t.Node, lowering: Lowering, depth = 0): TypeReference {
  const at = place(node)
  const inner = (one: t.Node) => lowerType(one, lowering, depth + 1)
  const named = (name: string, types: readonly t.Node[] = []): TypeReference => ({
    name,
    arguments: depth < DEEPEST ? types.map(inner) : [],
    ...at,
  })
  switch (node.type) {
    case 'TSTypeReference':
      return named(entityName(node.typeName), typeArguments(node))
    case 'TSExpressionWithTypeArguments':
      return named(entityName(node.expression), typeArguments(node))
    case 'TSArrayType':
      return named('[]', [node.elementType])
    case 'TSTupleType':
      return named('[]', node.elementTypes)
    case 'TSUnionType':
      return named('|', node.types)
    case 'TSIntersectionType':
      return named('&', node.types)
    case 'TSParenthesizedType':
    case 'TSOptionalType':
    case 'TSRestType':
    case 'TSTypeOperator':
      return inner(node.typeAnnotation)
    case 'TSNamedTupleMember':
      return inner(node.elementType)
    case 'TSIndexedAccessType':
      return named('?', [node.objectType])
    case 'TSTypeQuery':
      return { name: 'typeof', arguments: [], ...typeQuery(node, lowering), ...at }
    case 'TSFunctionType':
    case 'TSConstructorType':
      return named('()')
    case 'TSLiteralType':
      return { name: 'literal', arguments: [], expression: lowerExpression(node.literal, lowering), ...at }
    case 'TSTypeLiteral':
      return { name: '{}', arguments: [], members: lowerTypeMembers(node.members, lowering), ...at }
    case 'TSStringKeyword':
      return named('string')
    case 'TSNumberKeyword':
      return named('number')
    case 'TSBooleanKeyword':
      return named('boolean')
    case 'TSNullKeyword':
    case 'TSUndefinedKeyword':
      return named('null')
    case 'TSVoidKeyword':
      return named('void')
    case 'TSAnyKeyword':
    case 'TSUnknownKeyword':
      return named('any')
    default:
      return named('?')
  }
}

/** The name behind `typeof`. */
function typeQuery(node: t.TSTypeQuery, lowering: Lowering): Pick<TypeReference, 'expression'> {
  return node.exprName.type === 'Identifier' ? { expression: lowerExpression(node.exprName, lowering) } : {}
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
  return given?.type === 'TSTypeParameterInstantiation' ? given.params : []
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
