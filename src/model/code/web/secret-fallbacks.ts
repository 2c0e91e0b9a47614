import { definitionOf } from '../../../code/definitions.js'
import { type EnvironmentRead, environmentRead } from '../../../code/environment-reads.js'
import { hasWord, indexOf, some } from '../../../code/file-index.js'
import type { ExpressionIn, In, Program } from '../../../code/program.js'
import type { CodeFile, Expression, Node } from '../../../code/syntax.js'
import { wordsLike } from '../../../code/vocabulary.js'
import { pathOf, peel, push } from '../../../code/walk.js'
import { credentialsIn, isSecretName, isSigningKeyName } from '../../../knowledge/secrets.js'
import type { Span } from '../../../source.js'
import type { Tree } from '../../../tree.js'
import { secretIn } from '../../secrets/judge.js'
import type { ServiceCode } from '../services.js'
import { declaredForms, viperForm } from './declared-settings.js'
import { type StagedCode, type StageSetting, stagedCode } from './deployed-stage.js'
import { type Form, formOf } from './fallback-forms.js'
import { productionFiles } from './production-files.js'
import { mayBeKept, mayBeRandom, randomCall } from './random-values.js'
import { isStaged } from './stages.js'
import { type Checks, checksIn } from './startup-checks.js'

/** A secret that code takes from the environment, and the text in the code that it is when the variable is not there. */
export interface SecretFallback {
  readonly variable: string
  /** Other spellings of the variable that are read as well. */
  readonly alternatives: readonly string[]
  /** An empty variable leads to the fallback too: `||` and `or`, not `??` and the second argument of `getenv`. */
  readonly whenEmpty: boolean
  /** Stands for a secret that somebody should have put there, and works as one. */
  readonly placeholder: boolean
  /** Signs or encrypts. */
  readonly signing: boolean
  /** Something would keep it out of production, and is off as it is deployed: by this. */
  readonly stage?: StageSetting
  /** It is made at random whenever the program starts, instead of a text; then only for keys that sign or encrypt. */
  readonly isRandom: boolean
  /** The text in the code, or where what is made is taken. */
  readonly at: Span
}

/**
 * The secrets of a service that have a value in its code. Not: what is only taken outside production (a test of `NODE_ENV`
 * and the like around it), and what the code refuses somewhere (see `checksIn`), unless it is known that what is deployed
 * is not production for the code.
 */
export function secretFallbacks(program: Program, service: ServiceCode, tree: Tree): readonly SecretFallback[] {
  const files = productionFiles(program, service)
  const staged = stagedCode(program, service, files, tree)
  const found = new Map<string, Candidate>()
  for (const file of files) {
    for (const candidate of candidatesOf(program, file, files, staged)) {
      const { path, start } = candidate.fallback.at
      const known = found.get(`${path}\n${start}`)
      found.set(`${path}\n${start}`, known ? { ...known, names: [...known.names, ...candidate.names] } : candidate)
    }
  }
  if (found.size === 0) return []
  const checks = checksIn(program, files)
  const inEffect = staged.dead.size > 0 ? checksIn(program, files, staged.dead) : checks
  const [setting] = staged.dead.values()
  return [...found.values()].flatMap(one => {
    const { fallback } = one
    if (isChecked(inEffect, one) || (fallback.isRandom && mayBeKept(files, new Set(one.names)))) return []
    return setting && isChecked(checks, one) ? [{ ...fallback, stage: fallback.stage ?? setting }] : [fallback]
  })
}

interface Candidate {
  readonly fallback: SecretFallback
  /** What the variable and the constants that hold it are called. */
  readonly names: readonly string[]
}

function isChecked(checks: Checks, { names }: Candidate): boolean {
  return names.some(name => checks.names.has(name))
}

/** Addresses, which may hold a password. */
const isAddress = wordsLike(/_(?:URL|URI|DSN)$/i)
const mayName = (word: string) => isSecretName(word) || isAddress(word)

/**
 * Whether a file of JavaScript may hold a candidate: each has the name of a secret, an address or a read of the environment
 * in it. Most files have none and are not walked.
 */
function mayHold(program: Program, file: CodeFile): boolean {
  if (file.language === 'go' || file.language === 'python') return true
  const { alternatives, calls, texts, words } = indexOf(file)
  return (
    words.has('env') ||
    hasWord(file, mayName) ||
    some(texts, text => text.includes('://') || isSecretName(text)) ||
    calls.some(mayRead) ||
    file.imports.some(({ from }) => from === 'class-validator') ||
    alternatives.some(node => behindOperator(program, { file, node }, node, undefined) !== undefined)
  )
}

function candidatesOf(
  program: Program,
  file: CodeFile,
  files: readonly CodeFile[],
  { decided, dead }: StagedCode,
): readonly Candidate[] {
  if (!mayHold(program, file)) return []
  const found: Candidate[] = []
  /** Fallbacks of other reads, which are judged with these. */
  const inside = new Set<Node>()
  const waiting: Node[] = [...file.body]
  /** What a declaration, field or entry around each node that waits calls the value. */
  const names: (string | undefined)[] = file.body.map(() => undefined)
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    const around = names.pop()
    if (dead.has(node) || (isStaged(node, true) && !decided.has(node))) continue
    if (node.kind === 'call' || node.kind === 'binary' || node.kind === 'member' || node.kind === 'name') {
      const candidate = inside.has(node) ? undefined : candidateAt(program, { file, node }, around, inside)
      if (candidate) found.push(inStage(file, node, decided, candidate))
    }
    for (const form of formsAt(program, { file, node }, files)) {
      const candidate = candidateOf(program, form.read, form.fallback, form.whenEmpty, around)
      if (candidate) found.push(inStage(file, node, decided, candidate))
    }
    const name = nameGiven(node) ?? (keepsName(node) ? around : undefined)
    push(waiting, node)
    while (names.length < waiting.length) names.push(name)
  }
  return found
}

/** A candidate inside a branch that is taken because the stage is what it is says so. */
function inStage(
  file: CodeFile,
  { start, end }: Node,
  decided: StagedCode['decided'],
  candidate: Candidate,
): Candidate {
  if (decided.size === 0) return candidate
  const around = indexOf(file).branches.find(one => decided.has(one) && one.start <= start && end <= one.end)
  const stage = around && decided.get(around)
  return stage ? { ...candidate, fallback: { ...candidate.fallback, stage } } : candidate
}

/** The other ways of writing a fallback (see `formOf`), and declarations of settings. */
function formsAt(program: Program, at: In<Node>, files: readonly CodeFile[]): readonly Form[] {
  const { file, node } = at
  if (node.kind === 'class') return declaredForms(program, { file, node }, files)
  const form = formOf(program, at) ?? (file.language === 'go' ? viperForm(files, at) : undefined)
  return form ? [form] : []
}

/** What a declaration, field or entry calls the value in it. */
function nameGiven(node: Node): string | undefined {
  if (node.kind === 'declare' || node.kind === 'assign') return pathOf(node.target)?.at(-1)
  if (node.kind === 'field') return node.name
  if (node.kind === 'entry') return node.key
  return undefined
}

function keepsName(node: Node): boolean {
  return node.kind === 'binary' || node.kind === 'cast' || node.kind === 'await' || node.kind === 'call'
}

function candidateAt(
  program: Program,
  at: ExpressionIn,
  name: string | undefined,
  inside: Set<Node>,
): Candidate | undefined {
  const { node } = at
  if (node.kind === 'binary') return behindOperator(program, at, node, name)
  let read = mayRead(node) ? environmentRead(program, at) : undefined
  // `os.getenv("A", os.getenv("B", "text"))`
  for (let steps = 0; read?.fallback && steps < 4; steps++) {
    const inner = environmentRead(program, read.fallback)
    if (!inner) break
    inside.add(peel(read.fallback.node))
    const both: EnvironmentRead | undefined = together([read, inner])
    read = both && { ...both, ...(inner.fallback && { fallback: inner.fallback }) }
    if (!inner.fallback) return undefined
  }
  return read?.fallback && candidateOf(program, read, read.fallback, false, name)
}

const VARIABLE = /^[A-Z][A-Z0-9_]*$/

/** A cheap test before names are resolved. */
function mayRead(node: Expression): boolean {
  if (node.kind === 'name') return isSecretName(node.name)
  if (node.kind === 'member') return mayName(node.property)
  if (node.kind !== 'call' || node.arguments.length < 2) return false
  const [first] = node.arguments
  if (first?.kind === 'literal') return typeof first.value === 'string' && VARIABLE.test(first.value)
  return (
    (first?.kind === 'name' && isSecretName(first.name)) || (first?.kind === 'member' && isSecretName(first.property))
  )
}

/** `process.env.X || 'text'`, `os.getenv("X") or "text"`, also behind several reads. */
function behindOperator(
  program: Program,
  { file }: ExpressionIn,
  node: Extract<Expression, { kind: 'binary' }>,
  name: string | undefined,
): Candidate | undefined {
  if (node.operator !== '||' && node.operator !== '??') return undefined
  const right: ExpressionIn = { file, node: node.right }
  const literal = literalText(program, right)
  if (literal ? literal.text === '' : !randomOf(program, right)) return undefined
  // Every operand before it has to be a setting: what else gives a value is not known.
  const reads: EnvironmentRead[] = []
  let left: Expression | undefined = peel(node.left)
  for (let steps = 0; left && steps < 8; steps++) {
    const isChain: boolean = left.kind === 'binary' && left.operator === node.operator
    const read = environmentRead(program, { file, node: left.kind === 'binary' && isChain ? peel(left.right) : left })
    if (!read || read.isRequired) return undefined
    reads.unshift(read)
    left = left.kind === 'binary' && isChain ? peel(left.left) : undefined
  }
  const read = left ? undefined : together(reads)
  if (!read) return undefined
  return candidateOf(program, read, right, node.operator === '||', name)
}

/** Several settings that are tried one after the other, as one with other names. */
function together([first, ...others]: readonly EnvironmentRead[]): EnvironmentRead | undefined {
  const names = others.flatMap(one => [one.variable, ...one.alternatives])
  return first && { ...first, alternatives: [...first.alternatives, ...names] }
}

function candidateOf(
  program: Program,
  read: EnvironmentRead,
  from: ExpressionIn,
  whenEmpty: boolean,
  name: string | undefined,
): Candidate | undefined {
  // Keys of other cases are names in objects of settings, whose own reads are judged.
  if (!VARIABLE.test(read.variable)) return undefined
  const literal = literalText(program, from)
  const random = literal ? undefined : randomOf(program, from)
  // What makes it may stand elsewhere; here it is taken.
  const value = literal ?? (random && from)
  const secret = literal && secretIn(read.variable, literal.text)
  if (!value || (literal && (!secret || isLocal(literal.text)))) return undefined
  if (random && !signsForLong(read.variable)) return undefined
  const fallback: SecretFallback = {
    variable: read.variable,
    alternatives: read.alternatives,
    whenEmpty,
    placeholder: secret?.placeholder === true,
    signing: random !== undefined || secret?.signing === true,
    isRandom: random !== undefined,
    at: { path: value.file.path, start: value.node.start, end: value.node.end },
  }
  return { fallback, names: [read.variable, ...read.alternatives, ...(name === undefined ? [] : [name])] }
}

function randomOf(program: Program, at: ExpressionIn): ExpressionIn | undefined {
  return mayBeRandom(at.file) ? randomCall(program, at) : undefined
}

/** Whether what a key signs or encrypts is looked at again after hours; the token of a form is not. */
function signsForLong(variable: string): boolean {
  return isSigningKeyName(variable) && !/CSRF|XSRF|NONCE|SALT|STATE/.test(variable)
}

/** An address of the machine itself: in a container nothing answers there, and the secret opens nothing. */
export function isLocal(text: string): boolean {
  const host = credentialsIn(text)?.host
  return host !== undefined && /^(?:localhost|127\.\d+\.\d+\.\d+|\[?::1\]?|0\.0\.0\.0)$/i.test(host)
}

/** A text that is written out, here or as a constant elsewhere, and where. */
export function literalText(
  program: Program,
  at: ExpressionIn,
  depth = 0,
): (ExpressionIn & { readonly text: string }) | undefined {
  if (depth > 8) return undefined
  const node = peel(at.node)
  if (node.kind === 'name' || node.kind === 'member') {
    const found = definitionOf(program, { file: at.file, node })
    if (found.kind !== 'expression' || found.node.kind === 'name' || found.node.kind === 'member') return undefined
    return literalText(program, found, depth + 1)
  }
  const wrapped = wrappedText(node)
  if (wrapped) return literalText(program, { file: at.file, node: wrapped }, depth + 1)
  const only = node.kind === 'template' && node.parts.length === 1 ? node.parts[0] : undefined
  const text = node.kind === 'literal' ? node.value : only
  return typeof text === 'string' ? { file: at.file, node, text } : undefined
}

/** What is inside `SecretStr("text")`, `Buffer.from('text')`, `new TextEncoder().encode('text')`, `"text".encode()`. */
function wrappedText(node: Expression): Expression | undefined {
  if (node.kind !== 'call') return undefined
  const [first] = node.arguments
  const called = pathOf(node.callee)?.at(-1) ?? (node.callee.kind === 'member' ? node.callee.property : undefined)
  if (called !== undefined && /^(?:SecretStr|SecretBytes|Secret|from|encode|bytes)$/.test(called) && first) return first
  return called === 'encode' && node.callee.kind === 'member' ? node.callee.object : undefined
}
