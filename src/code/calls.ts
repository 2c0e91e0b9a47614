import { classMember, definitionOf } from './definitions.js'
import { indexOf } from './file-index.js'
import { implementerOf } from './implementers.js'
import type { FunctionIn, In, Program } from './program.js'
import type { Call, ClassNode, Expression, FunctionNode, Parameter } from './syntax.js'
import { typeOf } from './types.js'
import { peel } from './walk.js'

/** The function of the repository that a call runs: by its name, or as a method of what the receiver is known to be. */
export function calleeOf(program: Program, at: In<Call>): FunctionIn | undefined {
  const known = calleesOf.get(program) ?? new Map<Call, FunctionIn | null>()
  calleesOf.set(program, known)
  const answer = known.get(at.node)
  if (answer !== undefined) return answer ?? undefined
  const found = findCallee(program, at)
  known.set(at.node, found ?? null)
  return found
}

/** What was found before; null where nothing was. */
const calleesOf = new WeakMap<Program, Map<Call, FunctionIn | null>>()

function findCallee(program: Program, { file, node }: In<Call>): FunctionIn | undefined {
  const callee = peel(node.callee)
  // Most members that are called are those of the language and of packages.
  if (callee.kind === 'member' && !declaredNames(program).has(callee.property)) return undefined
  const found = definitionOf(program, { file, node: callee })
  if (found.kind === 'function') return found
  if (found.kind === 'class') {
    const maker = classMember(program, found, file.language === 'python' ? '__init__' : 'constructor')
    return maker?.kind === 'function' ? maker : undefined
  }
  if (callee.kind !== 'member') return undefined
  const of = typeOf(program, { file, node: callee.object })
  if (of?.kind === 'class') {
    const method = methodOf(program, of, callee.property)
    if (method || !of.node.isAbstract) return method
  }
  const behind = of && implementerOf(program, of)
  return behind && methodOf(program, behind, callee.property)
}

function methodOf(program: Program, of: In<ClassNode>, name: string): FunctionIn | undefined {
  // A static method of the same name is another one.
  const own = of.node.members.find(
    (one): one is FunctionNode => one.kind === 'function' && one.name === name && !one.isStatic && !one.isAbstract,
  )
  if (own) return { file: of.file, node: own }
  const method = classMember(program, of, name)
  return method?.kind === 'function' ? method : undefined
}

const knownNames = new WeakMap<Program, ReadonlySet<string>>()

/** The names that anything of the program has. */
function declaredNames(program: Program): ReadonlySet<string> {
  const known = knownNames.get(program)
  if (known) return known
  const names = new Set<string>()
  for (const file of program.files.values()) for (const name of indexOf(file).declared) names.add(name)
  knownNames.set(program, names)
  return names
}

/** The expression that a call gives to a parameter; undefined where it gives none or that cannot be told. */
export function argumentFor(call: Call, fn: FunctionNode, parameter: Parameter): Expression | undefined {
  const named = parameter.target.kind === 'name' ? parameter.target.name : undefined
  for (const argument of call.arguments) {
    if (argument.kind === 'keyword' && argument.name === named) return argument.value
  }
  const [first] = fn.parameters
  const isBound =
    first?.target.kind === 'name' && /^(?:self|cls)$/.test(first.target.name) && call.callee.kind === 'member'
  const position = fn.parameters.indexOf(parameter) - (isBound ? 1 : 0)
  const given = call.arguments.filter(argument => argument.kind !== 'keyword')
  if (given.slice(0, position + 1).some(argument => argument.kind === 'spread')) return undefined
  return given[position]
}

const knownCalls = new WeakMap<Program, ReadonlyMap<string, readonly In<Call>[]>>()

/** Every call in a program by the last name of what it calls. */
function callsByName(program: Program): ReadonlyMap<string, readonly In<Call>[]> {
  const known = knownCalls.get(program)
  if (known) return known
  const found = new Map<string, In<Call>[]>()
  for (const file of program.files.values()) {
    for (const [name, calls] of indexOf(file).callsByName) {
      const list = found.get(name) ?? []
      found.set(name, list)
      for (const node of calls) list.push({ file, node })
    }
  }
  knownCalls.set(program, found)
  return found
}

/** More calls of one name are not looked at. */
const MOST_CALLERS = 200

/**
 * The calls that run a function. `complete` is false where there may be others: calls whose receiver is not known, or where
 * the function is given away as a value.
 */
export function callersOf(
  program: Program,
  fn: FunctionIn,
): { readonly calls: readonly In<Call>[]; readonly complete: boolean } {
  const name = fn.node.name ?? indexOf(fn.file).givenNames.get(fn.node)
  const candidates = name === undefined ? [] : (callsByName(program).get(name) ?? [])
  if (name === undefined || candidates.length > MOST_CALLERS) return { calls: [], complete: false }
  const calls: In<Call>[] = []
  let complete = true
  for (const candidate of candidates) {
    const callee = calleeOf(program, candidate)
    if (callee?.node === fn.node) calls.push(candidate)
    else if (!callee && isOpen(program, candidate)) complete = false
  }
  return { calls, complete }
}

/** Whether it is not known what a call runs: its receiver has no known type, from here or outside. */
function isOpen(program: Program, { file, node }: In<Call>): boolean {
  const callee = peel(node.callee)
  if (callee.kind !== 'member') return false
  const of = typeOf(program, { file, node: callee.object })
  return of === undefined
}
