import type * as t from '@babel/types'
import type { Expression, Literal } from '../../code/syntax.js'
import type { Lowering } from './code.js'
import { lowerAll, lowerExpression, lowerTemplate } from './lower-expressions.js'
import { lowerClass } from './lower-functions.js'
import { lowerType } from './lower-types.js'

/** The expressions that are not met all the time; anything else is `unknown`. */
export function lowerRare(node: t.Node, start: number, end: number, lowering: Lowering): Expression {
  switch (node.type) {
    case 'TaggedTemplateExpression': {
      const template = lowerTemplate(node.quasi, lowering)
      return { kind: 'tagged', tag: lowerExpression(node.tag, lowering), template, start, end }
    }
    case 'ClassExpression':
      return lowerClass(node, lowering)
    case 'YieldExpression':
      if (!node.argument) return { kind: 'yield', start, end }
      return { kind: 'yield', value: lowerExpression(node.argument, lowering), start, end }
    case 'SpreadElement':
    case 'RestElement':
      return { kind: 'spread', form: 'list', value: lowerExpression(node.argument, lowering), start, end }
    case 'UnaryExpression':
      return { kind: 'unary', operator: node.operator, value: lowerExpression(node.argument, lowering), start, end }
    case 'UpdateExpression': {
      const target = lowerExpression(node.argument, lowering)
      const value: Literal = { kind: 'literal', value: 1, start, end }
      return { kind: 'assign', operator: node.operator === '++' ? '+=' : '-=', target, value, start, end }
    }
    case 'ConditionalExpression': {
      const test = lowerExpression(node.test, lowering)
      const consequent = lowerExpression(node.consequent, lowering)
      const alternate = lowerExpression(node.alternate, lowering)
      return { kind: 'conditional', test, consequent, alternate, start, end }
    }
    case 'AssignmentExpression': {
      const target = lowerExpression(node.left, lowering)
      return {
        kind: 'assign',
        operator: node.operator,
        target,
        value: lowerExpression(node.right, lowering),
        start,
        end,
      }
    }
    case 'AssignmentPattern': {
      const target = lowerExpression(node.left, lowering)
      return { kind: 'default', target, value: lowerExpression(node.right, lowering), start, end }
    }
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSTypeAssertion': {
      const value = lowerExpression(node.expression, lowering)
      return { kind: 'cast', value, type: lowerType(node.typeAnnotation, lowering), start, end }
    }
    case 'TSNonNullExpression':
    case 'TSInstantiationExpression':
    case 'TypeCastExpression':
      return { kind: 'cast', value: lowerExpression(node.expression, lowering), start, end }
    case 'ParenthesizedExpression':
      return lowerExpression(node.expression, lowering)
    case 'TSParameterProperty':
      return lowerExpression(node.parameter, lowering)
    case 'JSXElement':
    case 'JSXFragment':
      return { kind: 'markup', children: markupChildren(node, lowering), start, end }
    case 'SequenceExpression':
      return { kind: 'unknown', children: lowerAll(node.expressions, lowering), start, end }
    default:
      return { kind: 'unknown', children: [], start, end }
  }
}

function markupChildren(node: t.JSXElement | t.JSXFragment, lowering: Lowering): readonly Expression[] {
  const children: Expression[] = []
  const take = (one: t.Node | null | undefined) => {
    if (!one || one.type === 'JSXText' || one.type === 'JSXEmptyExpression' || one.type === 'StringLiteral') return
    if (one.type === 'JSXExpressionContainer' || one.type === 'JSXSpreadChild') take(one.expression)
    else if (one.type === 'JSXElement' || one.type === 'JSXFragment') children.push(...markupChildren(one, lowering))
    else children.push(lowerExpression(one, lowering))
  }
  if (node.type === 'JSXElement') {
    for (const attribute of node.openingElement.attributes)
      take(attribute.type === 'JSXAttribute' ? attribute.value : attribute.argument)
  }
  for (const child of node.children) take(child)
  return children
}
