import type * as Babel from '@babel/parser'
import type { Source } from '../../source.js'
import type { Problem } from '../node.js'
import { parserLibrary } from './parser-library.js'

export type Statement = ReturnType<typeof Babel.parse>['program']['body'][number]
export type Expression = Extract<Statement, { type: 'ExpressionStatement' }>['expression']
export type ArrowFunction = Extract<Expression, { type: 'ArrowFunctionExpression' }>
export type AnyFunction =
  | ArrowFunction
  | Extract<Expression, { type: 'FunctionExpression' }>
  | Extract<Statement, { type: 'FunctionDeclaration' }>
  | Extract<Extract<Expression, { type: 'ObjectExpression' }>['properties'][number], { type: 'ObjectMethod' }>
/** What a value is taken apart into: a name, or a pattern of names. */
export type Pattern = AnyFunction['params'][number]

/** Longer texts are not read: the parser takes a second for some megabytes, and no settings are that long. */
const LONGEST = 500_000

const OPTIONS = {
  sourceType: 'unambiguous',
  allowReturnOutsideFunction: true,
  allowAwaitOutsideFunction: true,
  attachComment: false,
} as const

/** The statements of a JavaScript file, module or script; a problem where the text is not JavaScript. Never throws. */
export function parseJavaScript(source: Source): readonly Statement[] | Problem {
  return attempt(source, text => parserLibrary().parse(text, OPTIONS).program.body)
}

/** The expression that a text is, as JSON files are; a problem where it is none. Never throws. */
export function parseJson(source: Source): Expression | Problem {
  return attempt(source, text => parserLibrary().parseExpression(text, { attachComment: false }))
}

/** The comments of a JavaScript or JSON file; none where it cannot be read. */
export function javaScriptComments(source: Source): readonly { text: string; start: number; end: number }[] {
  const json = source.path.endsWith('.json')
  const found = attempt(source, text => {
    const library = parserLibrary()
    const { comments } = json ? library.parseExpression(text) : library.parse(text, OPTIONS)
    return { comments: comments ?? [] }
  })
  if ('message' in found) return []
  return found.comments.map(({ start, end }) => {
    const [from, to] = [start ?? 0, end ?? 0]
    return { text: source.text.slice(from, to), start: from, end: to }
  })
}

function attempt<T>(source: Source, parse: (text: string) => T): T | Problem {
  const problem = (message: string, index = 0): Problem => ({
    at: { path: source.path, start: index, end: Math.min(index + 1, source.text.length) },
    message,
    kind: 'syntax',
  })
  if (source.text.length > LONGEST) return problem(`the text is longer than ${LONGEST} characters`)
  try {
    return parse(source.text)
  } catch (error) {
    if (error instanceof RangeError) return problem('it is nested too deep')
    if (!(error instanceof SyntaxError)) throw error
    const index = 'pos' in error && typeof error.pos === 'number' ? error.pos : 0
    return problem(error.message.replace(/\s*\(\d+:\d+\)$/, '').slice(0, 200), index)
  }
}
