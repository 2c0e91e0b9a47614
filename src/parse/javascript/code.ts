import type * as Babel from '@babel/parser'
import type { CodeFile, Export, Import, Statement } from '../../code/syntax.js'
import type { Source } from '../../source.js'
import type { Problem } from '../node.js'
import { lowerStatements } from './lower-statements.js'
import { parserLibrary } from './parser-library.js'
import { pieces } from './recover.js'

/** What lowering a file collects beside the statements themselves. */
export interface Lowering {
  readonly imports: Import[]
  readonly exports: Export[]
  /** How many functions are around the node at hand. */
  depth: number
  /** How deep the expression at hand is nested, see `lowerExpression`. */
  nesting: number
  /** Names that were met, each by itself: see `sameText`. */
  readonly names: Map<string, string>
}

/** A node while it is made. */
export type Writable<T> = { -readonly [Key in keyof T]: T[Key] }

/** Longer texts are not read: they are bundles or data, and the parser takes a second for some megabytes. UTF-16 units. */
const LONGEST = 1_000_000

const TYPESCRIPT = /\.[cm]?tsx?$/i
const MARKUP = /\.(?:[jt]sx|[cm]?js)$/i

/**
 * TypeScript or JavaScript as code. Never throws: what is no such text is a problem, and the statements around it are
 * there all the same.
 */
export function readJavaScript(source: Source): CodeFile {
  const typescript = TYPESCRIPT.test(source.path)
  const lowering: Lowering = { imports: [], exports: [], depth: 0, nesting: 0, names: new Map() }
  const problems: Problem[] = []
  const directives: string[] = []
  const body: Statement[] = []
  const options = optionsFor(source.path, typescript)
  const complain = (message: string, index: number) =>
    problems.push({
      at: { path: source.path, start: index, end: Math.min(index + 1, source.text.length) },
      message,
      kind: 'syntax',
    })
  const take = (text: string): { message: string; index: number } | undefined => {
    // Where the last text was left in the middle, they still count what is around that place.
    lowering.depth = 0
    lowering.nesting = 0
    try {
      const file = parserLibrary().parse(text, options)
      for (const error of file.errors ?? []) complain(plain(error), positionOf(error))
      for (const directive of file.program.directives) directives.push(directive.value.value)
      body.push(...lowerStatements(file.program.body, lowering))
      return undefined
    } catch (error) {
      if (error instanceof RangeError) return { message: 'it is nested too deep', index: 0 }
      if (!(error instanceof SyntaxError)) throw error
      return { message: plain(error), index: positionOf(error) }
    }
  }
  if (source.text.length > LONGEST) complain(`the text is longer than ${LONGEST} characters`, 0)
  else {
    const failed = take(source.text)
    if (failed) {
      complain(failed.message, failed.index)
      pieces(source.text, text => take(text)?.index)
    }
  }
  return {
    path: source.path,
    language: typescript ? 'typescript' : 'javascript',
    imports: lowering.imports,
    exports: lowering.exports,
    body,
    problems,
    directives,
  }
}

function optionsFor(path: string, typescript: boolean): Babel.ParserOptions {
  const plugins: Babel.ParserPlugin[] = ['decorators-legacy', 'decoratorAutoAccessors', 'explicitResourceManagement']
  if (typescript) plugins.push('typescript')
  else plugins.push('flow')
  if (MARKUP.test(path)) plugins.push('jsx')
  return {
    sourceType: /\.cjs$/i.test(path) ? 'script' : 'unambiguous',
    plugins,
    errorRecovery: true,
    attachComment: false,
    allowReturnOutsideFunction: true,
    allowAwaitOutsideFunction: true,
    allowSuperOutsideMethod: true,
    allowNewTargetOutsideFunction: true,
    allowUndeclaredExports: true,
  }
}

/** The parser's message without the line and column at its end. */
function plain(error: { readonly message: string }): string {
  return error.message.replace(/\s*\(\d+:\d+\)$/, '').slice(0, 200)
}

function positionOf(error: object): number {
  return 'pos' in error && typeof error.pos === 'number' ? error.pos : 0
}
