import { definitionOf } from '../../../code/definitions.js'
import { indexOf } from '../../../code/file-index.js'
import type { ExpressionIn, Program } from '../../../code/program.js'
import type { CodeFile, Expression, Node } from '../../../code/syntax.js'
import { type Environment, evaluateExpression, type Value } from '../../../code/values.js'
import { peel } from '../../../code/walk.js'
import { joinPath } from '../../../paths.js'
import { type Span, unknown } from '../../../source.js'
import type { Tree } from '../../../tree.js'
import type { Workload } from '../../system.js'
import { assignedIn } from '../environment/assigned-variables.js'
import type { ServiceCode } from '../services.js'
import { startedCommands } from '../start-commands.js'
import { isStaged, isStageVariable } from './stages.js'

/** The variable by which code tells production from development, and what it is as the service is deployed. */
export interface StageSetting {
  readonly variable: string
  readonly value: string
  /** Where that is written: in the deployment, or as the default in the code. */
  readonly at: Span
}

/** What a test gives in every workload, and the setting that decides it. */
interface Decision {
  readonly holds: boolean
  readonly setting: StageSetting
}

interface Question {
  readonly program: Program
  readonly environments: readonly Environment[]
}

/** What of the code is decided by the stage that is known. */
export interface StagedCode {
  /** Tests of the stage whose outcome is known: `if`, `? :` and `&&`. */
  readonly decided: ReadonlyMap<Node, StageSetting>
  /** What never runs: the other branches, and what stands behind a return. */
  readonly dead: ReadonlyMap<Node, StageSetting>
}

/**
 * The branches that no workload of a service ever takes, because its stage is known: a file sets `APP_ENV`, or none does
 * and the code has a default. A stage without default is not known, nor one that comes from outside, from a command, from
 * the code itself or from what a bundler puts in.
 */
export function stagedCode(program: Program, service: ServiceCode, files: readonly CodeFile[], tree: Tree): StagedCode {
  const found = { decided: new Map<Node, StageSetting>(), dead: new Map<Node, StageSetting>() }
  if (service.workloads.length === 0) return found
  const staged = files.filter(file => indexOf(file).branches.some(one => isStaged(one, true)))
  if (staged.length === 0) return found
  const environments = service.workloads
    .slice(0, MOST_WORKLOADS)
    .map(workload => environmentOf(workload, service, files, tree))
  for (const file of staged) addDecided(found, { program, environments }, file)
  return found
}

const MOST_WORKLOADS = 20

type Growing = { readonly [Key in keyof StagedCode]: Map<Node, StageSetting> }

function addDecided({ decided, dead }: Growing, question: Question, file: CodeFile): void {
  const holding = new Set<Node>()
  const { branches, functions } = indexOf(file)
  for (const node of branches) {
    if (!isStaged(node, true)) continue
    const decision = decide(question, { file, node: node.kind === 'binary' ? node.left : node.test })
    if (!decision) continue
    decided.set(node, decision.setting)
    if (decision.holds) holding.add(node)
    for (const one of skippedOf(node, decision.holds)) dead.set(one, decision.setting)
  }
  // `if (process.env.APP_ENV !== 'production') return` before everything else.
  for (const { body } of functions) {
    const end = body.findIndex(one => one.kind === 'if' && one.consequent.at(-1)?.kind === 'return' && holding.has(one))
    const leaves = body[end]
    const setting = leaves && decided.get(leaves)
    if (setting) for (const after of body.slice(end + 1)) dead.set(after, setting)
  }
}

function skippedOf(node: ReturnType<typeof indexOf>['branches'][number], holds: boolean): readonly Node[] {
  if (node.kind === 'if') return holds ? node.alternate : node.consequent
  if (node.kind === 'conditional') return [holds ? node.alternate : node.consequent]
  return holds ? [] : [node.right]
}

function decide(question: Question, at: ExpressionIn): Decision | undefined {
  const { file } = at
  const node = peel(at.node)
  if (node.kind === 'unary' && (node.operator === '!' || node.operator === 'not')) {
    const inner = decide(question, { file, node: node.value })
    return inner && { ...inner, holds: !inner.holds }
  }
  if (node.kind === 'binary' && (node.operator === '&&' || node.operator === '||')) {
    const both = [node.left, node.right].map(side => decide(question, { file, node: side }))
    // One side alone decides: a false one of `&&`, a true one of `||`.
    const alone = both.find(side => side?.holds === (node.operator === '||'))
    return alone ?? (both.every(side => side !== undefined) ? both[0] : undefined)
  }
  const values = question.environments.map(environment =>
    evaluateExpression(question.program, { file, node }, environment),
  )
  const [first] = values
  if (first?.kind !== 'known' || !values.every(one => isDecided(one, question) && isTrue(one) === isTrue(first)))
    return undefined
  const setting = settingIn(question, { file, node })
  return setting && { holds: isTrue(first), setting }
}

function isTrue(value: Value): boolean {
  return value.kind === 'known' && Boolean(value.value)
}

/** Whether only the stage decides it, and something is written that tells the stage. */
function isDecided(value: Value, { environments }: Question): boolean {
  return (
    value.kind === 'known' &&
    value.variables.length > 0 &&
    value.variables.every(isStageName) &&
    (value.isFallback || value.variables.every(name => environments.every(one => one(name) !== undefined)))
  )
}

/** Switches for debugging and tests say nothing of the stage. */
function isStageName(name: string): boolean {
  return isStageVariable(name) && !/DEBUG|TEST/i.test(name)
}

/** The part of a test that is the stage itself: `process.env.APP_ENV || 'development'`, wherever that is written. */
function settingIn(question: Question, at: ExpressionIn, steps = 12): StageSetting | undefined {
  if (steps <= 0) return undefined
  const { program, environments } = question
  const read = evaluateExpression(program, at, environments[0])
  const [variable] = read.variables
  if (read.kind !== 'known' || variable === undefined) return undefined
  if (typeof read.value === 'string') return { variable, value: read.value, at: read.at }
  for (const part of partsOf(program, at)) {
    const found = settingIn(question, part, steps - 1)
    if (found) return found
  }
  return undefined
}

function partsOf(program: Program, { file, node }: ExpressionIn): readonly ExpressionIn[] {
  const inner = peel(node)
  const parts = (...nodes: readonly Expression[]) => nodes.map(one => ({ file, node: one }))
  if (inner.kind === 'binary') return parts(inner.left, inner.right)
  if (inner.kind === 'unary') return parts(inner.value)
  if (inner.kind === 'call') {
    const fn = definitionOf(program, { file, node: inner.callee })
    const [only] = fn.kind === 'function' ? fn.node.body : []
    const returned = fn.kind === 'function' && only?.kind === 'return' && only.value
    return returned ? [{ file: fn.file, node: returned }] : parts(...inner.arguments)
  }
  if (inner.kind !== 'name' && inner.kind !== 'member') return []
  const of = definitionOf(program, { file, node: inner })
  return of.kind === 'expression' && of.node !== inner ? [of] : []
}

/** What a workload gives its code, as far as it is sure. */
function environmentOf(workload: Workload, service: ServiceCode, files: readonly CodeFile[], tree: Tree): Environment {
  const missing = workload.environmentFiles?.find(file => !file.present)
  return name => {
    const variable = workload.environment.get(name)
    if (variable) {
      const isWritten = variable.uses.length === 0 && variable.source !== 'host'
      return isWritten ? variable.value : unknown(variable.at, `${name} comes from outside`)
    }
    if (missing) return unknown(missing.at, `${missing.path} is not in the repository`)
    if (!isStageVariable(name)) return undefined
    const isOpen =
      files.some(file => assignedIn(file).includes(name)) ||
      isGivenByCommand(workload, name, tree) ||
      (name === 'NODE_ENV' && mayBeBundled(service, tree))
    return isOpen ? unknown(workload.at, `${name} may be set elsewhere`) : undefined
  }
}

/** `NODE_ENV=production node server.js`, `cross-env NODE_ENV=production …`, also in scripts and in `package.json`. */
function isGivenByCommand(workload: Workload, name: string, tree: Tree): boolean {
  const isSet = (word: string | null) => word?.includes(`${name}=`) === true
  return (
    workload.start?.text.includes(`${name}=`) === true ||
    startedCommands(workload, tree).some(({ words, assignments }) => [...words, ...assignments].some(isSet))
  )
}

/** Bundlers put the stage of the build in the place of `process.env.NODE_ENV`. */
function mayBeBundled({ directory }: ServiceCode, tree: Tree): boolean {
  const folders = [...new Set([directory, '.'])]
  return folders.some(folder => {
    const source = tree.read(joinPath(folder, 'package.json'))
    return source !== undefined && BUNDLERS.test(source.text)
  })
}

const BUNDLERS =
  /webpack|rollup|rolldown|vite|esbuild|tsup|tsdown|parcel|rspack|turbopack|swc|\bncc\b|unbuild|\bbun build|\bnext\b|nuxt|remix|react-router|astro|svelte|serverless|\bpkg\b/
