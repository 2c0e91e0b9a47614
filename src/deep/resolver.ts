import type { ts } from 'ts-morph'
import { standsAside } from '../code/paths.js'
import type { ExpressionIn, Program } from '../code/program.js'
import type { Expression } from '../code/syntax.js'
import { peel } from '../code/walk.js'
import type { TypeOf } from '../code/written-types.js'
import type { NotEvaluated } from '../model/system.js'
import type { Tree } from '../tree.js'
import { type Compiler, openCompiler } from './compiler.js'
import { compilerLibrary } from './compiler-library.js'
import { translate } from './translate.js'

/** More code is not given to the compiler: it would take many seconds and most of a small machine's memory. */
const MOST_FILES = 2_000
/** UTF-16 units. */
const MOST_TEXT = 12_000_000

/** Expressions whose type the compiler is asked for. */
const ASKED = new Set<Expression['kind']>(['name', 'member', 'index', 'call', 'await', 'conditional', 'binary'])

/**
 * The program with the compiler behind it, which is asked for types that the graph does not know. It is opened with the
 * first question. A repository that is too large is read without it; that, and where it fails, is in `notEvaluated`, to be
 * asked for at the end.
 */
export function withCompiler(
  program: Program,
  tree: Tree,
): { readonly program: Program; readonly notEvaluated: () => readonly NotEvaluated[] } {
  const paths = [...program.files.values()]
    .filter(({ language, path }) => (language === 'typescript' || language === 'javascript') && !standsAside(path))
    .map(({ path }) => path)
  const declared = tree.files.flatMap(({ path }) => (/\.d\.[cm]?ts$/.test(path) && !standsAside(path) ? path : []))
  const texts = new Map([...paths, ...declared].map(path => [path, tree.read(path)?.text ?? '']))
  const length = [...texts.values()].reduce((sum, text) => sum + text.length, 0)
  if (texts.size > MOST_FILES || length > MOST_TEXT) {
    const because = `--deep takes at most ${MOST_FILES} files and ${MOST_TEXT} characters of TypeScript and JavaScript, here are ${texts.size} and ${length}: types are told without the compiler`
    return { program, notEvaluated: () => [{ path: '.', because }] }
  }
  let compiler: Compiler | undefined
  const failures: NotEvaluated[] = []
  const open = () => {
    try {
      return openCompiler(program, texts)
    } catch (error) {
      // Code that nests thousands deep, or a mistake of the compiler: everything is as without it.
      const because = `--deep: the TypeScript compiler cannot read the code (${error instanceof Error ? error.message.split('\n', 1)[0] : error}); types are told without it`
      failures.push({ path: '.', because })
      return undefined
    }
  }
  const deepTypeOf = (at: ExpressionIn) => {
    if (failures.length > 0 || !texts.has(at.file.path) || !ASKED.has(peel(at.node).kind)) return undefined
    compiler ??= open()
    return compiler && typeAt(program, compiler, at)
  }
  return { program: { ...program, deepTypeOf }, notEvaluated: () => failures }
}

function typeAt(program: Program, compiler: Compiler, { file, node }: ExpressionIn): TypeOf | undefined {
  const source = compiler.fileOf(file.path)
  const inner = peel(node)
  const found = source && nodeAt(source, inner.start, inner.end)
  try {
    return found && translate(program, compiler, compiler.checker.getTypeAtLocation(found))
  } catch {
    // One expression that it cannot work out is not known, as before.
    return undefined
  }
}

/** The expression that takes exactly this range of the text. */
function nodeAt(source: ts.SourceFile, start: number, end: number): ts.Node | undefined {
  const ts = compilerLibrary()
  let node: ts.Node | undefined = source
  while (node) {
    if (node !== source && node.end === end && node.getStart(source) === start) return node
    node = ts.forEachChild(node, child => (child.pos <= start && end <= child.end ? child : undefined))
  }
  return undefined
}
