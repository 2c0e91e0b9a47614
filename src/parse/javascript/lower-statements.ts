import type * as t from '@babel/types'
import type { Declare, Handler, Literal, Loop, Statement, TypeReference } from '../../code/syntax.js'
import type { Lowering } from './code.js'
import { lowerExpression, place } from './lower-expressions.js'
import { lowerClass, lowerFunction } from './lower-functions.js'
import { commonJsExport, lowerExport, lowerImport, requiredNames } from './lower-modules.js'
import { lowerAnnotation, lowerType, lowerTypeMembers, lowerTypeParameters } from './lower-types.js'

/** Statements in order. Imports and exports go into `lowering`. */
export function lowerStatements(nodes: readonly t.Node[], lowering: Lowering): readonly Statement[] {
  return nodes.flatMap(node => lowerStatement(node, lowering))
}

/** One statement; several for a declaration of several names; none for an import or what only types say. */
export function lowerStatement(node: t.Node, lowering: Lowering): readonly Statement[] {
  const at = place(node)
  const body = (one: t.Node | null | undefined) => (one ? blockOf(one, lowering) : [])
  switch (node.type) {
    case 'ImportDeclaration':
    case 'TSImportEqualsDeclaration':
      lowerImport(node, lowering)
      return []
    case 'ExportNamedDeclaration':
    case 'ExportDefaultDeclaration':
    case 'ExportAllDeclaration':
    case 'TSExportAssignment':
      return lowerExport(node, lowering)
    case 'VariableDeclaration':
      return node.declarations.map(one => lowerDeclarator(one, node.kind === 'const', lowering))
    case 'FunctionDeclaration':
      return [lowerFunction(node, lowering)]
    case 'ClassDeclaration':
      return [lowerClass(node, lowering)]
    case 'ExpressionStatement': {
      const value = lowerExpression(node.expression, lowering)
      commonJsExport(value, lowering)
      return [{ kind: 'expression', value, ...at }]
    }
    case 'ReturnStatement':
      return [{ kind: 'return', ...(node.argument && { value: lowerExpression(node.argument, lowering) }), ...at }]
    case 'ThrowStatement':
      return [{ kind: 'throw', value: lowerExpression(node.argument, lowering), ...at }]
    case 'IfStatement':
      return [
        {
          kind: 'if',
          test: lowerExpression(node.test, lowering),
          consequent: body(node.consequent),
          alternate: body(node.alternate),
          ...at,
        },
      ]
    case 'SwitchStatement':
      return [
        {
          kind: 'switch',
          subject: lowerExpression(node.discriminant, lowering),
          cases: node.cases.map(one => ({
            tests: one.test ? [lowerExpression(one.test, lowering)] : [],
            body: lowerStatements(one.consequent, lowering),
          })),
          ...at,
        },
      ]
    case 'ForStatement':
    case 'ForOfStatement':
    case 'ForInStatement':
    case 'WhileStatement':
    case 'DoWhileStatement':
      return [lowerLoop(node, lowering)]
    case 'TryStatement':
      return [
        {
          kind: 'try',
          body: body(node.block),
          handlers: node.handler ? [lowerHandler(node.handler, lowering)] : [],
          otherwise: [],
          finalizer: body(node.finalizer),
          ...at,
        },
      ]
    case 'BlockStatement':
    case 'StaticBlock':
    case 'TSModuleBlock':
      return [{ kind: 'block', body: lowerStatements(node.body, lowering), ...at }]
    case 'LabeledStatement':
      return lowerStatement(node.body, lowering)
    case 'BreakStatement':
    case 'ContinueStatement':
      return [{ kind: 'jump', form: node.type === 'BreakStatement' ? 'break' : 'continue', ...at }]
    case 'TSTypeAliasDeclaration':
      return [
        {
          kind: 'type',
          name: node.id.name,
          type: lowerType(node.typeAnnotation, lowering),
          bases: [],
          ...lowerTypeParameters(node, lowering),
          ...at,
        },
      ]
    case 'TSInterfaceDeclaration':
      return [lowerInterface(node, lowering)]
    case 'TSEnumDeclaration':
      return [lowerEnum(node, lowering)]
    case 'TSModuleDeclaration':
      return node.body && !node.declare ? lowerStatement(node.body, lowering) : []
    default:
      return []
  }
}

function blockOf(node: t.Node, lowering: Lowering): readonly Statement[] {
  return node.type === 'BlockStatement' ? lowerStatements(node.body, lowering) : lowerStatement(node, lowering)
}

function lowerDeclarator(node: t.VariableDeclarator, isConstant: boolean, lowering: Lowering): Declare {
  const type = 'typeAnnotation' in node.id ? lowerAnnotation(node.id.typeAnnotation, lowering) : undefined
  const declare: Declare = {
    kind: 'declare',
    target: lowerExpression(node.id, lowering),
    ...(type && { type }),
    ...(node.init && { value: lowerExpression(node.init, lowering) }),
    isConstant,
    ...place(node),
  }
  requiredNames(declare, lowering)
  return declare
}

type AnyLoop = t.ForStatement | t.ForOfStatement | t.ForInStatement | t.WhileStatement | t.DoWhileStatement

function lowerLoop(node: AnyLoop, lowering: Lowering): Loop {
  const rest = { kind: 'loop' as const, body: blockOf(node.body, lowering), ...place(node) }
  switch (node.type) {
    case 'ForOfStatement':
    case 'ForInStatement': {
      const [declared] = node.left.type === 'VariableDeclaration' ? node.left.declarations : []
      return {
        ...rest,
        form: 'each',
        target: lowerExpression(declared?.id ?? node.left, lowering),
        iterated: lowerExpression(node.right, lowering),
        isAsync: node.type === 'ForOfStatement' && node.await === true,
      }
    }
    case 'ForStatement': {
      const first = node.init && firstOf(node.init, lowering)
      return {
        ...rest,
        form: 'count',
        isAsync: false,
        ...(first && { first }),
        ...(node.test && { test: lowerExpression(node.test, lowering) }),
        ...(node.update && { step: lowerExpression(node.update, lowering) }),
      }
    }
    default:
      return { ...rest, form: 'while', isAsync: false, test: lowerExpression(node.test, lowering) }
  }
}

function firstOf(node: t.Node, lowering: Lowering): Statement {
  const at = place(node)
  if (node.type === 'VariableDeclaration') return { kind: 'block', body: lowerStatement(node, lowering), ...at }
  return { kind: 'expression', value: lowerExpression(node, lowering), ...at }
}

function lowerHandler(node: t.CatchClause, lowering: Lowering): Handler {
  return {
    types: [],
    ...(node.param && { target: lowerExpression(node.param, lowering) }),
    body: lowerStatements(node.body.body, lowering),
    ...place(node),
  }
}

function lowerInterface(node: t.TSInterfaceDeclaration, lowering: Lowering): Statement {
  const at = place(node)
  const type: TypeReference = {
    name: '{}',
    arguments: [],
    members: lowerTypeMembers(node.body.body, lowering),
    ...at,
  }
  return {
    kind: 'type',
    name: node.id.name,
    type,
    bases: (node.extends ?? []).map(one => lowerType(one, lowering)),
    ...lowerTypeParameters(node, lowering),
    ...at,
  }
}

/** An enum is a constant object; members without a value count on from the one before. */
function lowerEnum(node: t.TSEnumDeclaration, lowering: Lowering): Declare {
  let next: number | undefined = 0
  const members = node.body?.members ?? node.members ?? []
  const entries = members.map(member => {
    const written = member.initializer && lowerExpression(member.initializer, lowering)
    const counted: Literal = { kind: 'literal', value: next ?? null, ...place(member) }
    const value = written ?? counted
    next = value.kind === 'literal' && typeof value.value === 'number' ? value.value + 1 : undefined
    const key = member.id.type === 'Identifier' ? member.id.name : member.id.value
    return { kind: 'entry' as const, key, value, ...place(member) }
  })
  return {
    kind: 'declare',
    target: { kind: 'name', name: node.id.name, ...place(node.id) },
    value: { kind: 'object', entries, ...place(node) },
    isConstant: true,
    ...place(node),
  }
}
