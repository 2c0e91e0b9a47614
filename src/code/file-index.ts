import { boundNames } from './patterns.js'
import type {
  Binary,
  Call,
  ClassNode,
  CodeFile,
  Conditional,
  Expression,
  FunctionNode,
  If,
  Node,
  ObjectLiteral,
} from './syntax.js'
import { addWords, matchingWords, type WordQuestion } from './vocabulary.js'
import { peel, walk } from './walk.js'

/**
 * What stands in a file, gathered by one walk for all questions about it. Most questions are about few files: they look
 * here whether a word or call that they need is there at all, and walk only then. All lists are in the order of the walk,
 * which is that of the text.
 */
export interface FileIndex {
  readonly calls: readonly Call[]
  /** By the last name of what is called: `find` for `this.orders.find(…)`. A call of something without a name is in none. */
  readonly callsByName: ReadonlyMap<string, readonly Call[]>
  readonly functions: readonly FunctionNode[]
  readonly objects: readonly ObjectLiteral[]
  /** What functions without a name of their own are called by: `const list = () => …`, `{ list: () => … }`, `exports.list = …`. */
  readonly givenNames: ReadonlyMap<FunctionNode, string>
  /** Classes that stand in no function. */
  readonly classes: readonly ClassNode[]
  /** What is in these runs only if a test comes out so: `if`, `? :` and `&&`. */
  readonly branches: readonly (If | Conditional | Binary)[]
  /** `a || b` and `a ?? b`. */
  readonly alternatives: readonly Binary[]
  /** Names of variables, members, keys, arguments, fields, functions and classes. Not those of types and imports. */
  readonly words: ReadonlySet<string>
  /** Those of them that are given here: of functions, classes, fields, keys, variables, imports and exports. */
  readonly declared: ReadonlySet<string>
  /** Literal strings, and the texts in templates. */
  readonly texts: ReadonlySet<string>
  readonly numbers: ReadonlySet<number>
}

const known = new WeakMap<CodeFile, FileIndex>()

/** What stands in a file; it is walked when it is first asked for. */
export function indexOf(file: CodeFile): FileIndex {
  const found = known.get(file)
  if (found) return found
  const index = read(file)
  addWords(file, index.words)
  known.set(file, index)
  return index
}

/** Whether one of the words of a file passes. */
export function hasWord(file: CodeFile, question: WordQuestion): boolean {
  return holdsOne(indexOf(file).words, matchingWords(file, question))
}

/** Whether a file calls something whose last name passes. */
export function callsSome(file: CodeFile, question: WordQuestion): boolean {
  // What is called is named by a word of the file.
  return holdsOne(indexOf(file).callsByName, matchingWords(file, question))
}

function holdsOne(held: ReadonlySet<string> | ReadonlyMap<string, unknown>, wanted: ReadonlySet<string>): boolean {
  const [fewer, more] = wanted.size < held.size ? [wanted, held] : [held, wanted]
  for (const word of fewer.keys()) if (more.has(word)) return true
  return false
}

/** Whether one of the words does. */
export function some(words: Iterable<string>, matches: (word: string) => boolean): boolean {
  for (const word of words) if (matches(word)) return true
  return false
}

/** The last name of what is called: `c` of `a.b.c()`, also behind something without a name: `a().c()`. */
export function calledName({ callee }: Call): string | undefined {
  const inner = peel(callee)
  return inner.kind === 'member' ? inner.property : inner.kind === 'name' ? inner.name : undefined
}

type Growing = { -readonly [Key in keyof FileIndex]: Mutable<FileIndex[Key]> }
type Mutable<T> =
  T extends ReadonlyMap<infer K, infer V>
    ? Map<K, V extends readonly (infer W)[] ? W[] : V>
    : T extends ReadonlySet<infer V>
      ? Set<V>
      : T extends readonly (infer V)[]
        ? V[]
        : never

function read({ body, imports, exports }: CodeFile): FileIndex {
  const index: Growing = {
    calls: [],
    callsByName: new Map(),
    functions: [],
    objects: [],
    givenNames: new Map(),
    classes: [],
    branches: [],
    alternatives: [],
    words: new Set(),
    declared: new Set(),
    texts: new Set(),
    numbers: new Set(),
  }
  for (const { local } of imports) if (local !== undefined) index.declared.add(local)
  for (const { name } of exports) index.declared.add(name)
  let outermost: FunctionNode | undefined
  const isInFunction = ({ start }: Node) => outermost !== undefined && outermost.start <= start && start < outermost.end
  walk(body, node => {
    if (node.kind === 'function' && !isInFunction(node)) outermost = node
    if (node.kind === 'class' && !isInFunction(node)) index.classes.push(node)
    add(index, node)
    return undefined
  })
  return index
}

function add(index: Growing, node: Node): void {
  switch (node.kind) {
    case 'name':
    case 'keyword':
      index.words.add(node.name)
      return
    case 'member':
      index.words.add(node.property)
      return
    case 'entry':
      declare(index, node.key)
      if (node.key !== undefined) nameGiven(index, node.key, node.value)
      return
    case 'function':
      index.functions.push(node)
      declare(index, node.name)
      return
    case 'field':
      declare(index, node.name)
      nameGiven(index, node.name, node.value)
      return
    case 'class':
      declare(index, node.name)
      return
    case 'declare':
      if (node.target.kind === 'name') {
        index.declared.add(node.target.name)
        nameGiven(index, node.target.name, node.value)
      } else for (const bound of boundNames(node.target)) index.declared.add(bound.node.name)
      return
    case 'assign':
      if (node.target.kind !== 'member' && node.target.kind !== 'name') return
      nameGiven(index, node.target.kind === 'member' ? node.target.property : node.target.name, node.value)
      index.declared.add(node.target.kind === 'member' ? node.target.property : node.target.name)
      return
    case 'literal':
      if (typeof node.value === 'string') index.texts.add(node.value)
      else if (typeof node.value === 'number') index.numbers.add(node.value)
      return
    case 'template':
      for (const part of node.parts) if (typeof part === 'string') index.texts.add(part)
      return
    case 'object':
      index.objects.push(node)
      return
    case 'call':
      addCall(index, node)
      return
    case 'if':
    case 'conditional':
      index.branches.push(node)
      return
    case 'binary':
      if (node.operator === '&&') index.branches.push(node)
      else if (node.operator === '||' || node.operator === '??') index.alternatives.push(node)
  }
}

function nameGiven(index: Growing, name: string, value: Expression | undefined): void {
  const inner = value && peel(value)
  if (inner?.kind === 'function' && inner.name === undefined) index.givenNames.set(inner, name)
}

function declare({ words, declared }: Growing, name: string | undefined): void {
  if (name === undefined) return
  words.add(name)
  declared.add(name)
}

function addCall({ calls, callsByName }: Growing, node: Call): void {
  calls.push(node)
  const name = calledName(node)
  if (name === undefined) return
  const list = callsByName.get(name)
  if (list) list.push(node)
  else callsByName.set(name, [node])
}
