import type { Span } from '../../source.js'
import type { FunctionIn, Program } from '../program.js'
import type { CodeFile, TypeReference } from '../syntax.js'
import type { Environment } from '../values.js'
import type { GoPackage } from './packages.js'
import type { GoHost, GoResult, GoSite, GoStruct, GoValue, GoVariable } from './values.js'

/** What the caller of a run knows about packages from outside. Each answers undefined where it knows nothing. */
export interface GoKnowledge {
  /** A function from outside is called: `net/http.HandleFunc`. */
  readonly call: (run: GoRun, name: string, site: GoSite) => GoValue | undefined
  /** A method of something from outside. */
  readonly method: (
    run: GoRun,
    object: GoHost | GoResult | GoStruct | Extract<GoValue, { kind: 'outside' }>,
    name: string,
    site: GoSite,
  ) => GoValue | undefined
  /** A struct from outside is made, or one of its fields is set: `http.Server{Handler: r}`. */
  readonly filled: (run: GoRun, struct: GoStruct) => GoValue | undefined
  /** Somebody gets these whom nobody can follow: a function that is not known, or one from outside whose result nobody uses. */
  readonly escaped: (run: GoRun, given: readonly GoValue[], at: Span) => void
  /** Somebody outside gets these, and something comes back. */
  readonly handedOut: (run: GoRun, given: readonly GoValue[]) => void
  /** A variable of a package from outside: `net/http.DefaultServeMux`. */
  readonly variable: (run: GoRun, name: string) => GoValue | undefined
  /** A parameter of a type from outside, of a function that nobody called: `net/http.ServeMux`. */
  readonly fresh: (run: GoRun, type: string, at: Span, name: string) => GoValue | undefined
}

/** One execution of the start of a program, as far as it can be told without running it. */
export interface GoRun {
  readonly program: Program
  readonly knowledge: GoKnowledge
  readonly environment: Environment
  /** Package variables, made when they are first asked for. */
  readonly globals: Map<GoPackage, Map<string, GoVariable>>
  readonly started: Set<GoPackage>
  /** Functions that were run. */
  readonly called: Set<FunctionIn['node']>
  /** The functions that are open, the innermost last. */
  readonly stack: FunctionIn['node'][]
  /** Assignments inside branches that may not be taken; what they held before. */
  readonly branches: { readonly variable: GoVariable; readonly before: GoValue }[][]
  /** Defaults of `viper`, by key in small letters. */
  readonly defaults: Map<string, GoValue>
  /** How often the caller of the run knew what was called or made. */
  touches: number
  /** The steps that each function took so far without that: see `callClosure`. */
  readonly idle: Map<FunctionIn['node'], number>
  /** So many steps are left; then everything is unknown. */
  steps: number
  /** How many expressions are open, one in another. */
  depth: number
}

const MOST_STEPS = 2_000_000

/** A run of a program of Go that has executed nothing yet. */
export function goRun(program: Program, knowledge: GoKnowledge, environment: Environment): GoRun {
  return {
    program,
    knowledge: counted(knowledge),
    environment,
    globals: new Map(),
    started: new Set(),
    called: new Set(),
    stack: [],
    branches: [],
    defaults: new Map(),
    touches: 0,
    idle: new Map(),
    steps: MOST_STEPS,
    depth: 0,
  }
}

/** Knowledge that notes in the run when it is of use. */
function counted(knowledge: GoKnowledge): GoKnowledge {
  const noted = (run: GoRun, answer: GoValue | undefined) => {
    if (answer) run.touches++
    return answer
  }
  return {
    ...knowledge,
    call: (run, name, site) => noted(run, knowledge.call(run, name, site)),
    method: (run, object, name, site) => noted(run, knowledge.method(run, object, name, site)),
    filled: (run, struct) => noted(run, knowledge.filled(run, struct)),
    fresh: (run, type, at, name) => noted(run, knowledge.fresh(run, type, at, name)),
  }
}

/** Where a node stands. */
export function spanOf(file: CodeFile, node: { readonly start: number; readonly end: number }): Span {
  return { path: file.path, start: node.start, end: node.end }
}

/** Gives a variable another value; branches that may not be taken remember the one before. */
export function assignVariable(run: GoRun, variable: GoVariable, value: GoValue): void {
  run.branches.at(-1)?.push({ variable, before: variable.value })
  variable.value = value
}

/** The zero of a type: what a field holds that nobody set. */
export function zeroOf(type: TypeReference | undefined): GoValue {
  switch (type?.name) {
    case 'string':
      return { kind: 'plain', value: '' }
    case 'bool':
      return { kind: 'plain', value: false }
    case '[]':
      return { kind: 'list', items: [], isWhole: true }
    case 'map':
      return { kind: 'map', entries: new Map() }
    case 'error':
      return { kind: 'plain', value: null }
  }
  if (type && /^u?int(?:8|16|32|64)?$|^float(?:32|64)$|^time\.Duration$/.test(type.name))
    return { kind: 'plain', value: 0 }
  return { kind: 'unknown', because: 'it was never given' }
}
