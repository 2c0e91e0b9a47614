import type { Fact, Span } from '../../source.js'
import { known, unknown } from '../../source.js'
import type { Dockerfile, Instruction } from '../dockerfile.js'
import { type Expanded, expand, expansionBudget, type Scope, type Variable } from './expand.js'
import { readPairs } from './instruction.js'
import { argumentsOf } from './read.js'

/** Arguments that BuildKit declares before the first FROM; their values depend on the machine. */
const PLATFORM_ARGUMENTS = new Set(
  ['BUILD', 'TARGET'].flatMap(side => ['PLATFORM', 'OS', 'OSVERSION', 'ARCH', 'VARIANT'].map(part => `${side}${part}`)),
)

/** What BuildKit sets in an image without PATH. */
const DEFAULT_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'

type BuildArguments = ReadonlyMap<string, string | null>

/** Variables while the instructions of an image are gone through. Of an ENV and an ARG of the same name, what comes last counts
 *  (BuildKit v0.34, `frontend/dockerfile/dockerfile2llb/convert.go`); an ARG without a value changes nothing. */
export interface Variables {
  readonly arguments: Map<string, Variable>
  readonly environment: Map<string, { readonly value: Fact<string>; readonly at: Span }>
  /** Names whose ARG comes behind their ENV. */
  readonly overridden: Set<string>
}

/** The scope of FROM: arguments declared before the first stage, and the platform's. */
export function globalScope(file: Dockerfile, given: BuildArguments): { scope: Scope; values: Map<string, Variable> } {
  const values = new Map<string, Variable>()
  const lookup = (name: string): Variable =>
    values.get(name) ?? (PLATFORM_ARGUMENTS.has(name) ? platformArgument(name) : { kind: 'unset' })
  const scope = { lookup, escapeCharacter: file.escapeCharacter, budget: expansionBudget() }
  for (const { name, defaultValue } of file.globalArguments) {
    const value = argumentValue(name, defaultValue, given, scope)
    // An ARG without a value does not take away that of an ARG before it.
    if (value || !values.has(name)) values.set(name, value ?? { kind: 'unset' })
  }
  return { scope, values }
}

/** The scope of an instruction in a stage. What is declared nowhere may still come from the base image. */
export function stageScope(variables: Variables, escapeCharacter: string, fromScratch: boolean): Scope {
  return {
    escapeCharacter,
    budget: expansionBudget(),
    lookup: name => {
      const variable = variables.overridden.has(name) ? undefined : variables.environment.get(name)
      if (variable) {
        const { value } = variable
        return value.known ? { kind: 'value', value: value.value } : { kind: 'unknown', because: value.because }
      }
      const argument = variables.arguments.get(name)
      if (argument) return argument
      if (fromScratch) return name === 'PATH' ? { kind: 'value', value: DEFAULT_PATH } : { kind: 'unset' }
      return { kind: 'unknown', because: `${name} is set neither here nor anywhere the repository shows` }
    },
  }
}

/** Declares what an ARG or ENV instruction declares. */
export function declare(
  instruction: Instruction,
  variables: Variables,
  scope: Scope,
  globals: ReadonlyMap<string, Variable>,
  given: BuildArguments,
): void {
  if (instruction.keyword === 'ARG') {
    for (const { name, defaultValue } of argumentsOf(instruction)) {
      const own = argumentValue(name, defaultValue, given, scope)
      const inherited = globals.get(name) ?? (PLATFORM_ARGUMENTS.has(name) ? platformArgument(name) : undefined)
      const value = own ?? inherited ?? { kind: 'unset' }
      if (value.kind !== 'unset') variables.overridden.add(name)
      else if (variables.arguments.has(name)) continue
      variables.arguments.set(name, value)
    }
    return
  }
  // Every name and value is expanded with what was set before the instruction.
  const pairs = readPairs(instruction).map(({ name: written, value = '', at }) => {
    const name = expand(written, scope)
    return { name: name.known ? name.value : written, at, value: fact(expand(value, scope), at) }
  })
  for (const { name, at, value } of pairs) {
    variables.overridden.delete(name)
    variables.environment.delete(name)
    variables.environment.set(name, { value, at })
  }
}

function argumentValue(name: string, defaultValue: string | undefined, given: BuildArguments, scope: Scope) {
  const value = given.get(name)
  if (value === null) return { kind: 'unknown' as const, because: `the build argument ${name} is given from outside` }
  if (value !== undefined) return { kind: 'value' as const, value }
  return defaultValue === undefined ? undefined : variable(expand(defaultValue, scope))
}

function platformArgument(name: string): Variable {
  return { kind: 'unknown', because: `${name} depends on the machine that builds` }
}

function variable(expanded: Expanded): Variable {
  return expanded.known ? { kind: 'value', value: expanded.value } : { kind: 'unknown', because: expanded.because }
}

/** An expanded text as a located fact. */
export function fact(expanded: Expanded, at: Span): Fact<string> {
  return expanded.known ? known(expanded.value, at) : unknown(at, expanded.because)
}
