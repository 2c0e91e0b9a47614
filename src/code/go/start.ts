import type { CodeFile } from '../syntax.js'
import { callClosure } from './calls.js'
import { evaluate, zeroValue } from './expressions.js'
import { type GoPackage, packageOf } from './packages.js'
import type { GoRun } from './run.js'
import { type GoScope, type GoVariable, UNKNOWN } from './values.js'

/** A variable or constant of the package that a file belongs to; its value is made when it is first asked for. */
export function packageValue(run: GoRun, file: CodeFile, name: string): GoVariable | undefined {
  const inside = packageOf(run.program, file)
  const known = run.globals.get(inside) ?? new Map<string, GoVariable>()
  run.globals.set(inside, known)
  const made = known.get(name)
  if (made) return made
  const declared = inside.values.get(name)
  if (!declared) return undefined
  const variable: GoVariable = { value: UNKNOWN }
  // Before it is evaluated: it may lead back to itself.
  known.set(name, variable)
  const { node } = declared
  const scope: GoScope = { names: new Map(), file: declared.file }
  const value = node.value ? evaluate(run, scope, node.value) : zeroValue(run, scope, node.type, node.target)
  const part = value.kind === 'tuple' && node.target.kind === 'array' ? value.items[declared.index] : value
  variable.value = part ?? UNKNOWN
  return variable
}

/** Runs what a package does when it is loaded, after the packages that it imports. */
export function startPackage(run: GoRun, file: CodeFile, depth = 0): void {
  const inside = packageOf(run.program, file)
  if (run.started.has(inside) || depth > 60) return
  run.started.add(inside)
  for (const one of inside.files) {
    for (const { from } of one.imports) {
      const target = run.program.target(one, from)
      if (target.kind === 'files' && target.files[0]) startPackage(run, target.files[0], depth + 1)
    }
  }
  initialise(run, inside)
}

function initialise(run: GoRun, inside: GoPackage): void {
  for (const [name, { file, node }] of inside.values) {
    // Plain values wait until somebody asks.
    if (node.value && node.value.kind !== 'literal' && !node.isConstant) packageValue(run, file, name)
  }
  for (const one of inside.initialisers) callClosure(run, { kind: 'closure', ...one }, [])
}
