import type * as t from '@babel/types'
import type { Declare, Handler, Literal, Loop, Statement, Switch, TypeReference } from '../../code/syntax.js'
import type { Lowering, Writable } from './code.js'
import { lowerExpression, NONE, place } from './lower-expressions.js'
import { lowerClass, lowerFunction } from './lower-functions.js'
import { commonJsExport, lowerExport, lowerImport, requiredNames } from './lower-modules.js'
import { lowerAnnotation, lowerType, lowerTypeMembers, lowerTypeParameters } from './lower-types.js'

/** Statements in order. Imports and exports go into `lowering`. */
export function lowerStatements(nodes: readonly t.Node[], lowering: Lowering): readonly Statement[] {
  if (nodes.length === 0) return NONE
  let isEven = true
  // `map` makes lists of the size that they have; lists that grow keep room for more.
  const lowered = nodes.map(node => {
    const one = lowerStatement(node, lowering)
    if (!one || isList(one)) isEven = false
    return one
  })
  return isEven ? (lowered as readonly Statement[]) : lowered.flatMap(one => one ?? NONE)
}

function isList(one: Statement | readonly Statement[]): one is readonly Statement[] {
  return Array.isArray(one)
}

/** One statement; several for a declaration of several names; none for an import or what only types say. */
function lowerStatement(node: t.Node, lowering: Lowering): Statement | readonly Statement[] | undefined {
  const start = node.start ?? 0
  const end = node.end ?? 0
  switch (node.type) {
    case 'ExpressionStatement': {
      const value = lowerExpression(node.expression, lowering)
      commonJsExport(value, lowering)
      return { kind: 'expression', value, start, end }
    }
    case 'VariableDeclaration':
      return lowerDeclarators(node, lowering)
    case 'ReturnStatement':
      if (!node.argument) return { kind: 'return', start, end }
      return { kind: 'return', value: lowerExpression(node.argument, lowering), start, end }
    case 'IfStatement': {
      const test = lowerExpression(node.test, lowering)
      const consequent = blockOf(node.consequent, lowering)
      return { kind: 'if', test, consequent, alternate: blockOf(node.alternate, lowering), start, end }
    }
    case 'ThrowStatement':
      return { kind: 'throw', value: lowerExpression(node.argument, lowering), start, end }
    case 'ImportDeclaration':
    case 'TSImportEqualsDeclaration':
      lowerImport(node, lowering)
      return undefined
    case 'ExportNamedDeclaration':
    case 'ExportDefaultDeclaration':
    case 'ExportAllDeclaration':
    case 'TSExportAssignment':
      return lowerExport(node, lowering)
    case 'FunctionDeclaration':
      return lowerFunction(node, lowering)
    case 'ClassDeclaration':
      return lowerClass(node, lowering)
    case 'ForStatement':
    case 'ForOfStatement':
    case 'ForInStatement':
    case 'WhileStatement':
    case 'DoWhileStatement':
      return lowerLoop(node, lowering)
    case 'SwitchStatement':
      return { kind: 'switch', ...switchParts(node, lowering), start, end }
    case 'TryStatement':
      return {
        kind: 'try',
        body: blockOf(node.block, lowering),
        handlers: node.handler ? [lowerHandler(node.handler, lowering)] : NONE,
        otherwise: NONE,
        finalizer: blockOf(node.finalizer, lowering),
        start,
        end,
      }
    case 'BlockStatement':
    case 'StaticBlock':
    case 'TSModuleBlock':
      return { kind: 'block', body: lowerStatements(node.body, lowering), start, end }
    case 'LabeledStatement':
      return lowerStatement(node.body, lowering)
    case 'BreakStatement':
    case 'ContinueStatement':
      return { kind: 'jump', form: node.type === 'BreakStatement' ? 'break' : 'continue', start, end }
    case 'TSTypeAliasDeclaration': {
      const type = lowerType(node.typeAnnotation, lowering)
      return { kind: 'type', name: node.id.name, type, bases: NONE, ...lowerTypeParameters(node, lowering), start, end }
    }
    case 'TSInterfaceDeclaration':
      return lowerInterface(node, lowering)
    case 'TSEnumDeclaration':
      return lowerEnum(node, lowering)
    case 'TSModuleDeclaration':
      return node.body && !node.declare ? lowerStatement(node.body, lowering) : undefined
    default:
      return undefined
  }
}

function switchParts(node: t.SwitchStatement, lowering: Lowering): Pick<Switch, 'subject' | 'cases'> {
  return {
    subject: lowerExpression(node.discriminant, lowering),
    cases: node.cases.map(one => ({
      tests: one.test ? [lowerExpression(one.test, lowering)] : NONE,
      body: lowerStatements(one.consequent, lowering),
    })),
  }
}

/** The statements of a block, or a statement alone as such. */
function blockOf(node: t.Node | null | undefined, lowering: Lowering): readonly Statement[] {
  if (!node) return NONE
  return lowerStatements(node.type === 'BlockStatement' ? node.body : [node], lowering)
}

function lowerDeclarators(
  { declarations, kind }: t.VariableDeclaration,
  lowering: Lowering,
): Declare | readonly Declare[] {
  const [first, ...others] = declarations
  if (first && others.length === 0) return lowerDeclarator(first, kind === 'const', lowering)
  return declarations.map(one => lowerDeclarator(one, kind === 'const', lowering))
}

function lowerDeclarator(node: t.VariableDeclarator, isConstant: boolean, lowering: Lowering): Declare {
  const type = 'typeAnnotation' in node.id ? lowerAnnotation(node.id.typeAnnotation, lowering) : undefined
  const start = node.start ?? 0
  const end = node.end ?? 0
  const target = lowerExpression(node.id, lowering)
  const declare: Writable<Declare> = node.init
    ? { kind: 'declare', target, value: lowerExpression(node.init, lowering), isConstant, start, end }
    : { kind: 'declare', target, isConstant, start, end }
  if (type) declare.type = type
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
  if (node.type === 'VariableDeclaration') return { kind: 'block', body: lowerStatements([node], lowering), ...at }
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
