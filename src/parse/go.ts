import type { CodeFile, Expression, Statement } from '../code/syntax.js'
import type { Source } from '../source.js'
import { type ConcreteNode, type ConcreteTree, concreteTree, deepParts } from './concrete-tree.js'
import { anything } from './go/expressions.js'
import { importsOf } from './go/imports.js'
import type { Reader } from './go/reader.js'
import { segmentsOf } from './go/segments.js'
import { GO } from './go/selection.js'
import { bodyOf } from './go/statements.js'
import { grammar } from './grammars.js'
import type { Problem } from './node.js'

/** Longer texts are data, and take seconds. UTF-16 units; the longest file of the standard library is just within. */
const LONGEST = 3_000_000

/** So many syntax errors of a file are told. */
const MAXIMAL_PROBLEMS = 20

/**
 * Reads a file of Go. Never throws: where the text has an error, each declaration that stands alone is read, and of the
 * broken one what is left of it.
 */
export function readGo(source: Source): CodeFile {
  const trees = source.text.length > LONGEST ? [] : treesOf(source.text)
  const roots = trees.flatMap(tree => tree.root.children)
  const packageName = roots.find(node => node.type === 'package_clause')?.children[0]
  const textOf = (node: { readonly start: number; readonly end: number }) => source.text.slice(node.start, node.end)
  const { later, fill } = deepParts<Expression | Statement>(trees)
  const reader: Reader = { textOf, later }
  const body = bodyOf(reader, roots)
  fill(node => anything(reader, node))
  return {
    path: source.path,
    language: 'go',
    imports: roots.flatMap(node => (node.type === 'import_declaration' ? importsOf(reader, node) : [])),
    exports: [],
    body,
    problems: problemsOf(source, trees),
    ...(packageName && { packageName: textOf(packageName) }),
    directives: constraintsOf(roots, textOf),
  }
}

/** One tree for the whole text, or where it has an error one for each of its declarations. */
function treesOf(text: string): readonly ConcreteTree[] {
  const whole = parse(text, 0)
  if (!whole?.hasError) return whole ? [whole] : []
  const pieces = segmentsOf(text).flatMap(([start, end]) => parse(text.slice(start, end), start) ?? [])
  return pieces.some(piece => piece.hasError) ? pieces : [whole]
}

/**
 * `new` and `make` before what is no type: `new(f())` of Go 1.26, or functions of that name. The grammar wants a type there,
 * so they are read under another name of the same length.
 */
const MAKING = /\b(?:new|make)(?=\(\s*(?!(?:chan|func|interface|map|struct)\b)[\p{L}\d_"'`&!-])/gu

function parse(text: string, offset: number): ConcreteTree | undefined {
  const parser = grammar('go')
  if (!parser) return undefined
  try {
    const tree = concreteTree(parser, text, offset, GO)
    const other = tree?.hasError ? text.replace(MAKING, name => name.toUpperCase()) : text
    const second = other === text ? undefined : concreteTree(parser, other, offset, GO)
    return second && !second.hasError ? second : tree
  } catch {
    return undefined
  }
}

/** `go:build` lines and the older `+build`, which stand before the package clause. */
function constraintsOf(roots: readonly ConcreteNode[], textOf: (node: ConcreteNode) => string): readonly string[] {
  const end = roots.findIndex(node => node.type === 'package_clause')
  return roots
    .slice(0, Math.max(0, end))
    .filter(node => node.type === 'comment')
    .map(node =>
      textOf(node)
        .replace(/^\/\/\s*/, '')
        .trim(),
    )
    .filter(text => /^(?:go:build|\+build)\s/.test(text))
}

function problemsOf(source: Source, trees: readonly ConcreteTree[]): readonly Problem[] {
  const problems: Problem[] = []
  const tell = (message: string, start: number, end: number) =>
    problems.push({ at: { path: source.path, start, end }, kind: 'syntax', message })
  if (source.text.length > LONGEST) tell(`the text is longer than ${LONGEST} characters`, 0, 1)
  else if (trees.length === 0) tell('the text cannot be read', 0, 1)
  const waiting = trees.filter(tree => tree.hasError).flatMap(tree => [tree.root, ...tree.deep.values()])
  waiting.reverse()
  for (let node = waiting.pop(); node && problems.length < MAXIMAL_PROBLEMS; node = waiting.pop()) {
    if (node.isMissing) tell(`\`${node.type}\` is missing`, node.start, node.end)
    else if (node.type === 'ERROR') tell(`unexpected ${excerpt(source.text, node)}`, node.start, node.end)
    else
      for (let index = node.children.length - 1; index >= 0; index--)
        waiting.push(...node.children.slice(index, index + 1))
  }
  return problems
}

function excerpt(text: string, node: ConcreteNode): string {
  const [line = ''] = text.slice(node.start, Math.min(node.end, node.start + 40)).split('\n')
  return line.trim() === '' ? 'end of line' : `\`${line.trim()}\``
}
