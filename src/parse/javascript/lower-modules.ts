import type * as t from '@babel/types'
import { boundNames } from '../../code/patterns.js'
import type { Call, Declare, Expression, Statement } from '../../code/syntax.js'
import type { Lowering } from './code.js'
import { lowerExpression, NONE, place } from './lower-expressions.js'
import { lowerClass, lowerFunction } from './lower-functions.js'
import { lowerStatements } from './lower-statements.js'

/** `import … from`, and the `import x = require()` of TypeScript. */
export function lowerImport(node: t.ImportDeclaration | t.TSImportEqualsDeclaration, lowering: Lowering): void {
  if (node.type === 'TSImportEqualsDeclaration') {
    if (node.moduleReference.type !== 'TSExternalModuleReference') return
    const from = node.moduleReference.expression.value
    lowering.imports.push({ from, name: '=', local: node.id.name, typeOnly: false, deferred: false, ...place(node) })
    return
  }
  const from = node.source.value
  if (node.specifiers.length === 0) lowering.imports.push({ from, typeOnly: false, deferred: false, ...place(node) })
  for (const specifier of node.specifiers) {
    const typeOnly =
      node.importKind === 'type' ||
      node.importKind === 'typeof' ||
      (specifier.type === 'ImportSpecifier' && (specifier.importKind === 'type' || specifier.importKind === 'typeof'))
    const name =
      specifier.type === 'ImportDefaultSpecifier'
        ? 'default'
        : specifier.type === 'ImportNamespaceSpecifier'
          ? '*'
          : textOf(specifier.imported)
    lowering.imports.push({ from, name, local: specifier.local.name, typeOnly, deferred: false, ...place(specifier) })
  }
}

/** `export …`: what it declares is a statement as well. */
export function lowerExport(
  node: t.ExportNamedDeclaration | t.ExportDefaultDeclaration | t.ExportAllDeclaration | t.TSExportAssignment,
  lowering: Lowering,
): readonly Statement[] {
  const at = place(node)
  switch (node.type) {
    case 'ExportAllDeclaration':
      lowering.exports.push({ name: '*', from: node.source.value, typeOnly: node.exportKind === 'type', ...at })
      return []
    case 'TSExportAssignment':
      return give('=', lowerExpression(node.expression, lowering), at, lowering)
    case 'ExportDefaultDeclaration':
      return lowerDefault(node, lowering)
    default:
      return lowerNamed(node, lowering)
  }
}

function lowerDefault(node: t.ExportDefaultDeclaration, lowering: Lowering): readonly Statement[] {
  const { declaration } = node
  const at = place(node)
  if (declaration.type === 'TSDeclareFunction' || declaration.type === 'FunctionDeclaration') {
    const fn = lowerFunction(declaration, lowering)
    return fn.name === undefined
      ? give('default', fn, at, lowering)
      : [...declared('default', fn.name, at, lowering), fn]
  }
  if (declaration.type === 'ClassDeclaration') {
    const one = lowerClass(declaration, lowering)
    return one.name === undefined
      ? give('default', one, at, lowering)
      : [...declared('default', one.name, at, lowering), one]
  }
  return give('default', lowerExpression(declaration, lowering), at, lowering)
}

function declared(
  name: string,
  local: string,
  at: { start: number; end: number },
  lowering: Lowering,
): readonly never[] {
  lowering.exports.push({ name, local, typeOnly: false, ...at })
  return []
}

/** An exported value. It stands in the statements too, so that walks over the file meet it once. */
function give(
  name: string,
  value: Expression,
  at: { start: number; end: number },
  lowering: Lowering,
): readonly Statement[] {
  if (value.kind === 'name') lowering.exports.push({ name, local: value.name, typeOnly: false, ...at })
  else lowering.exports.push({ name, value, typeOnly: false, ...at })
  return [{ kind: 'expression', value, ...at }]
}

function lowerNamed(node: t.ExportNamedDeclaration, lowering: Lowering): readonly Statement[] {
  const typeOnly = node.exportKind === 'type'
  for (const specifier of node.specifiers) {
    const at = place(specifier)
    const from = node.source?.value
    const name = textOf(specifier.exported)
    if (specifier.type === 'ExportNamespaceSpecifier')
      lowering.exports.push({ name, local: '*', ...(from !== undefined && { from }), typeOnly, ...at })
    else if (specifier.type === 'ExportSpecifier') {
      const local = textOf(specifier.local)
      lowering.exports.push({
        name,
        local,
        ...(from !== undefined && { from }),
        typeOnly: typeOnly || specifier.exportKind === 'type',
        ...at,
      })
    }
  }
  if (!node.declaration) return NONE
  const statements = lowerStatements([node.declaration], lowering)
  for (const statement of statements) {
    for (const name of namesOf(statement)) {
      lowering.exports.push({ name, local: name, typeOnly: statement.kind === 'type', ...place(node) })
    }
  }
  return statements
}

function namesOf(statement: Statement): readonly string[] {
  if (statement.kind === 'declare') return boundNames(statement.target).map(({ node }) => node.name)
  if (statement.kind === 'function' || statement.kind === 'class' || statement.kind === 'type')
    return statement.name === undefined ? [] : [statement.name]
  return []
}

/** `module.exports = x`, `exports.x = y`, `module.exports.x = y`. */
export function commonJsExport(value: Expression, lowering: Lowering): void {
  if (value.kind !== 'assign' || value.operator !== '=' || lowering.depth > 0) return
  const { target } = value
  if (target.kind !== 'member') return
  const name = isModuleExports(target) ? '=' : isExports(target.object) ? target.property : undefined
  if (name === undefined) return
  // `exports = module.exports = x` and `module.exports = exports = x`
  const given = value.value.kind === 'assign' ? value.value.value : value.value
  const at = { start: value.start, end: value.end }
  if (given.kind === 'name') lowering.exports.push({ name, local: given.name, typeOnly: false, ...at })
  else lowering.exports.push({ name, value: given, typeOnly: false, ...at })
}

function isModuleExports(node: Expression): boolean {
  return (
    node.kind === 'member' &&
    node.property === 'exports' &&
    node.object.kind === 'name' &&
    node.object.name === 'module'
  )
}

function isExports(node: Expression): boolean {
  return isModuleExports(node) || (node.kind === 'name' && node.name === 'exports')
}

/** Notes a `require('x')` or `import('x')` as an import that binds nothing; a declaration that takes it adds the names. */
export function requireImport(call: Call, lowering: Lowering): void {
  const from = requiredModule(call)
  if (from === undefined) return
  const deferred = lowering.depth > 0 || (call.callee.kind === 'name' && call.callee.name === 'import')
  lowering.imports.push({ from, typeOnly: false, deferred, start: call.start, end: call.end })
}

/** The module of `require('x')` or `import('x')`, also in `await` and a cast. */
function requiredModule(value: Expression): string | undefined {
  if (value.kind === 'await' || value.kind === 'cast') return requiredModule(value.value)
  if (value.kind !== 'call' || value.callee.kind !== 'name') return undefined
  if (value.callee.name !== 'require' && value.callee.name !== 'import') return undefined
  const [first] = value.arguments
  return first?.kind === 'literal' && typeof first.value === 'string' ? first.value : undefined
}

/** The names that `const x = require('y')`, `const { x } = require('y')` and `const x = require('y').z` bind, as imports. */
export function requiredNames(declare: Declare, lowering: Lowering): void {
  const { value, target } = declare
  if (!value) return
  const member = value.kind === 'member' ? value.property : undefined
  const from = requiredModule(value.kind === 'member' ? value.object : value)
  if (from === undefined) return
  const deferred = lowering.depth > 0
  const add = (name: string, local: string) =>
    lowering.imports.push({ from, name, local, typeOnly: false, deferred, start: declare.start, end: declare.end })
  if (target.kind === 'name') add(member ?? '=', target.name)
  if (target.kind !== 'object' || member !== undefined) return
  for (const entry of target.entries) {
    if (entry.kind !== 'entry' || entry.key === undefined) continue
    const bound = entry.value.kind === 'default' ? entry.value.target : entry.value
    if (bound.kind === 'name') add(entry.key, bound.name)
  }
}

function textOf(node: t.Identifier | t.StringLiteral): string {
  return node.type === 'Identifier' ? node.name : node.value
}
