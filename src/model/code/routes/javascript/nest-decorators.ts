import { callClosure } from '../../../../code/startup/calls.js'
import { evaluate } from '../../../../code/startup/expressions.js'
import { basesOf } from '../../../../code/startup/members.js'
import { startModule } from '../../../../code/startup/modules.js'
import type { Run } from '../../../../code/startup/run.js'
import type { CallSite, ClassValue, Outside, Value } from '../../../../code/startup/values.js'
import type { CodeFile, Expression, FunctionNode } from '../../../../code/syntax.js'

/** A decorator of a package: `Get(':id')` of `@nestjs/common`. Those that `applyDecorators` joins are told one by one. */
export interface Decorator {
  readonly package: string
  readonly name: string
  readonly site: CallSite
  readonly value: Outside
  /** Where it is written at the class or method. */
  readonly written: Expression
  readonly file: CodeFile
}

const decoratorsOfNode = new WeakMap<ClassValue | FunctionNode, readonly Decorator[]>()

/** The decorators of a class. */
export function classDecorators(run: Run, value: ClassValue): readonly Decorator[] {
  let found = decoratorsOfNode.get(value)
  if (!found) {
    found = decorators(run, value, value.node.decorators)
    decoratorsOfNode.set(value, found)
  }
  return found
}

/** The decorators of a method of a class. */
export function methodDecorators(run: Run, home: ClassValue, fn: FunctionNode): readonly Decorator[] {
  let found = decoratorsOfNode.get(fn)
  if (!found) {
    found = decorators(run, home, fn.decorators)
    decoratorsOfNode.set(fn, found)
  }
  return found
}

function decorators(run: Run, home: ClassValue, written: readonly Expression[]): readonly Decorator[] {
  startModule(run, home.file)
  return written.flatMap(one => flat(run, evaluate(run, one, home.scope), one, home.file, 0))
}

function flat(run: Run, value: Value, written: Expression, file: CodeFile, depth: number): readonly Decorator[] {
  if (value.kind === 'list') return value.elements.flatMap(one => flat(run, one, written, file, depth + 1))
  if (value.kind === 'either') return value.values.flatMap(one => flat(run, one, written, file, depth + 1))
  if (depth > 5) return []
  // `@Public` without a call, where `Public` makes a decorator of what it is given: nothing to see.
  if (value.kind === 'closure') return inClosure(run, value, written, file, depth)
  if (value.kind !== 'outside') return []
  const last = value.steps.at(-1)
  if (last?.kind !== 'call') return []
  const name = value.steps.findLast(step => step.kind === 'member')?.name ?? ''
  if (name === 'applyDecorators') return last.site.arguments.flatMap(one => flat(run, one, written, file, depth + 1))
  return [{ package: value.package, name, site: last.site, value, written, file }]
}

/** A decorator of the repository's own that calls others: `(target, key, descriptor) => { Get(path)(target, key, descriptor) }`. */
function inClosure(
  run: Run,
  value: Value & { kind: 'closure' },
  written: Expression,
  file: CodeFile,
  depth: number,
): readonly Decorator[] {
  const { fn } = value
  if (fn.body.length > 12) return []
  const found: Decorator[] = []
  for (const statement of fn.body) {
    const expression = statement.kind === 'expression' || statement.kind === 'return' ? statement.value : undefined
    // What is called with the target is a decorator.
    if (expression?.kind !== 'call' || expression.callee.kind !== 'call') continue
    found.push(...flat(run, evaluate(run, expression.callee, value.scope), written, file, depth + 1))
  }
  return found
}

/** The first class of a chain of inheritance that has a decorator, with it. */
export function inheritedDecorator(run: Run, value: ClassValue, name: string): Decorator | undefined {
  for (const one of [value, ...basesOf(run, value)]) {
    if (one.kind !== 'class') return undefined
    const found = classDecorators(run, one).find(decorator => decorator.name === name)
    if (found) return found
  }
  return undefined
}

/** Calls a function that gives something later, such as that of `forwardRef`. */
export function given(run: Run, value: Value): Value {
  if (value.kind !== 'outside') return value
  const last = value.steps.at(-1)
  const isForward =
    last?.kind === 'call' && value.steps.some(step => step.kind === 'member' && step.name === 'forwardRef')
  const [first] = isForward ? last.site.arguments : []
  return first?.kind === 'closure' ? callClosure(run, first, []) : value
}
