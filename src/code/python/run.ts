import type { Span } from '../../source.js'
import type { Program } from '../program.js'
import type { CodeFile, FunctionNode } from '../syntax.js'
import { EMPTY_ENVIRONMENT, type Environment } from '../values.js'
import type { Names, PyArguments, PyHost, PyValue } from './values.js'

/** What is known of outside packages. Each answers undefined for what it does not know. */
export interface PyKnowledge {
  /** A call of something from outside, by its dotted name. */
  readonly call: (run: PyRun, name: string, given: PyArguments) => PyValue | undefined
  /** Something of an outside package that is known by itself, by its dotted name. */
  readonly constant: (run: PyRun, name: string) => PyValue | undefined
  /** Whether a file has to do with what is asked: decorators of other files are not followed. */
  readonly concerns: (file: CodeFile) => boolean
  /** These are given to something that cannot be followed. */
  readonly passed: (run: PyRun, given: PyArguments) => void
  /** An attribute of an object of a framework. */
  readonly attribute: (run: PyRun, host: PyHost, name: string) => PyValue | undefined
  /** A call of a method of such an object, also as a decorator (`decorated`: what stands below it). */
  readonly method: (run: PyRun, host: PyHost, name: string, given: PyArguments) => PyValue | undefined
  /** A method of a class or instance of the repository that one of its outside bases has: `View.as_view`. */
  readonly inherited: (run: PyRun, of: PyValue, name: string, given: PyArguments) => PyValue | undefined
  /** A decorator that a framework gave (`@app.get('/')`): what becomes of the function or class below it. */
  readonly decorate: (run: PyRun, decorator: PyValue, decorated: PyValue, at: Span) => PyValue | undefined
}

/** The start of a program that is followed: what is executed once, and what it may still cost. */
export interface PyRun {
  readonly program: Program
  readonly environment: Environment
  readonly knowledge: PyKnowledge
  readonly modules: Map<CodeFile, Names>
  /** Functions whose bodies were followed. */
  readonly called: Set<FunctionNode>
  /** Functions that are being executed, with how often: those that call themselves branch without end. */
  readonly active: Map<FunctionNode, number>
  /** How often something of a framework was made or called. */
  touches: number
  /** The steps that each function took so far without anything of a framework: see `callFunction`. */
  readonly idle: Map<FunctionNode, number>
  /** Steps that are left. */
  budget: number
  depth: number
  /** How many modules are being executed, each because of the one before. */
  imports: number
  /** How deep the expression or block at hand is nested. */
  nesting: number
}

/** So many expressions and statements are followed for one service. */
const BUDGET = 1_000_000
/** Deeper calls are not followed. */
export const DEEPEST = 40
/** A longer line of modules that import each other ends it: what is behind is not known. */
export const MOST_IMPORTS = 250
/** Deeper nesting, calls included, is not followed. */
export const MOST_NESTED = 800

/** A run of a program of Python that has executed nothing yet. */
export function pyRun(program: Program, knowledge: PyKnowledge, environment: Environment = EMPTY_ENVIRONMENT): PyRun {
  return {
    program,
    environment,
    knowledge,
    modules: new Map(),
    called: new Set(),
    active: new Map(),
    touches: 0,
    idle: new Map(),
    budget: BUDGET,
    depth: 0,
    imports: 0,
    nesting: 0,
  }
}

/** Where a node stands. */
export function spanOf(file: CodeFile, node: { readonly start: number; readonly end: number }): Span {
  return { path: file.path, start: node.start, end: node.end }
}
