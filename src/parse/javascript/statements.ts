import { assign, bind, valueAt } from './bindings.js'
import { isExpression } from './expressions.js'
import { type Run, spanOf, spend } from './run.js'
import { spoil } from './spoil.js'
import type { AnyFunction, Statement } from './syntax.js'
import { isTrue, type Scope, scalar, type Value, whyOpen } from './value.js'

type Of<T extends Statement['type']> = Extract<Statement, { type: T }>

/** How a statement ends, when not by going on to the next one. */
type Ending = { readonly by: 'return'; readonly value: Value } | { readonly by: 'break' | 'continue' }

/** Where the exports of a module go. */
export interface Exports {
  default?: Value
  readonly names: Map<string, Value>
}

/** Carries out statements. What depends on a condition that is not known makes what it would change unknown. */
export function execute(
  statements: readonly Statement[],
  scope: Scope,
  run: Run,
  exports?: Exports,
): Ending | undefined {
  for (const statement of statements)
    if (statement.type === 'FunctionDeclaration' && statement.id)
      scope.names.set(statement.id.name, functionValue(statement, scope, run))
  for (const statement of statements) {
    if (spend(run, 1) !== undefined) return undefined
    const ending = one(statement, scope, run, exports)
    if (ending) return ending
  }
  return undefined
}

/** A function as a value. */
function functionValue(code: AnyFunction, scope: Scope, run: Run): Value {
  return { kind: 'callable', at: spanOf(run, code), written: { code, scope } }
}

function one(node: Statement, scope: Scope, run: Run, exports: Exports | undefined): Ending | undefined {
  switch (node.type) {
    case 'VariableDeclaration':
      return declare(node, scope, run)
    case 'ExpressionStatement':
      run.evaluate(node.expression, scope)
      return undefined
    case 'ReturnStatement':
      return {
        by: 'return',
        value: node.argument ? run.evaluate(node.argument, scope) : scalar(undefined, spanOf(run, node)),
      }
    case 'BreakStatement':
      return { by: 'break' }
    case 'ContinueStatement':
      return { by: 'continue' }
    case 'BlockStatement':
      return execute(node.body, { names: new Map(), outer: scope }, run)
    case 'IfStatement':
      return branch(node, scope, run)
    case 'ForStatement':
      return count(node, scope, run)
    case 'ForOfStatement':
      return each(node, scope, run)
    case 'TryStatement':
      return execute(node.block.body, { names: new Map(), outer: scope }, run)
    case 'ImportDeclaration':
      importNames(node, scope, run)
      return undefined
    case 'ExportNamedDeclaration':
    case 'ExportDefaultDeclaration':
      exportNames(node, scope, run, exports)
      return undefined
    case 'FunctionDeclaration':
    case 'EmptyStatement':
      return undefined
    default:
      spoil(node, 'it is changed in a way that is not read here', scope, run)
      return undefined
  }
}

function declare(node: Of<'VariableDeclaration'>, scope: Scope, run: Run): undefined {
  for (const { id, init } of node.declarations) {
    const value = init ? run.evaluate(init, scope) : scalar(undefined, spanOf(run, id))
    bind(id, value, scope, run)
  }
  return undefined
}

function branch(node: Of<'IfStatement'>, scope: Scope, run: Run): Ending | undefined {
  const test = run.evaluate(node.test, scope)
  const decided = isTrue(test)
  if (decided === undefined) {
    spoil(node.consequent, whyOpen(test) ?? '', scope, run)
    if (node.alternate) spoil(node.alternate, whyOpen(test) ?? '', scope, run)
    return undefined
  }
  const taken = decided ? node.consequent : node.alternate
  return taken ? execute([taken], scope, run) : undefined
}

function count(node: Of<'ForStatement'>, scope: Scope, run: Run): Ending | undefined {
  const inner: Scope = { names: new Map(), outer: scope }
  if (node.init?.type === 'VariableDeclaration') declare(node.init, inner, run)
  else if (node.init && isExpression(node.init)) run.evaluate(node.init, inner)
  for (;;) {
    const test = node.test ? run.evaluate(node.test, inner) : undefined
    const goesOn = test && isTrue(test)
    // Without an end, or with one that is not known, the loop runs to where steps end.
    if (goesOn === undefined || spend(run, 1) !== undefined) {
      spoil(node.body, (test && whyOpen(test)) ?? 'how often a loop runs is not known', inner, run)
      return undefined
    }
    if (!goesOn) return undefined
    const ending = execute([node.body], inner, run)
    if (ending?.by === 'return') return ending
    if (ending?.by === 'break') return undefined
    if (node.update) run.evaluate(node.update, inner)
  }
}

function each(node: Of<'ForOfStatement'>, scope: Scope, run: Run): Ending | undefined {
  const list = run.evaluate(node.right, scope)
  if (list.kind !== 'list' || list.open !== undefined)
    spoil(
      node.body,
      whyOpen(list) ?? (list.kind === 'list' ? list.open : undefined) ?? 'what a loop runs over is not known',
      scope,
      run,
    )
  if (list.kind !== 'list') return undefined
  for (const item of [...list.items]) {
    if (spend(run, 1) !== undefined) return undefined
    const inner: Scope = { names: new Map(), outer: scope }
    if (node.left.type === 'VariableDeclaration') bind(node.left.declarations[0]?.id ?? node.left, item, inner, run)
    else assign(node.left, item, inner, run)
    const ending = execute([node.body], inner, run)
    if (ending?.by === 'return') return ending
    if (ending?.by === 'break') return undefined
  }
  return undefined
}

function importNames(node: Of<'ImportDeclaration'>, scope: Scope, run: Run): void {
  const loaded = run.load(node.source.value, spanOf(run, node.source))
  for (const specifier of node.specifiers) {
    const at = spanOf(run, specifier)
    const name =
      specifier.type !== 'ImportSpecifier'
        ? undefined
        : specifier.imported.type === 'Identifier'
          ? specifier.imported.name
          : specifier.imported.value
    const whole = loaded.kind === 'dictionary' ? loaded.entries.get('default')?.value : undefined
    const value =
      name !== undefined
        ? valueAt(loaded, name, at)
        : specifier.type === 'ImportDefaultSpecifier'
          ? (whole ?? loaded)
          : loaded
    scope.names.set(specifier.local.name, value)
  }
}

function exportNames(
  node: Of<'ExportNamedDeclaration'> | Of<'ExportDefaultDeclaration'>,
  scope: Scope,
  run: Run,
  exports: Exports | undefined,
): void {
  const { declaration } = node
  if (node.type === 'ExportDefaultDeclaration') {
    if (exports && isExpression(node.declaration)) exports.default = run.evaluate(node.declaration, scope)
    return
  }
  if (declaration) execute([declaration as Statement], scope, run)
  const declared = declaration?.type === 'VariableDeclaration' ? declaration.declarations.map(({ id }) => id) : []
  for (const id of declared) {
    const value = id.type === 'Identifier' ? scope.names.get(id.name) : undefined
    if (id.type === 'Identifier' && value) exports?.names.set(id.name, value)
  }
  for (const specifier of node.specifiers) {
    if (specifier.type !== 'ExportSpecifier' || specifier.exported.type !== 'Identifier') continue
    const value = scope.names.get(specifier.local.name)
    if (value) exports?.names.set(specifier.exported.name, value)
  }
}
