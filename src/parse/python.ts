import type { CodeFile, Expression, Import, Statement } from '../code/syntax.js'
import type { Source } from '../source.js'
import { type ConcreteNode, type ConcreteTree, concreteTree, deepParts } from './concrete-tree.js'
import { grammar } from './grammars.js'
import type { Problem } from './node.js'
import { anything } from './python/expressions.js'
import { PYTHON, type Reader } from './python/reader.js'
import { membersOf, type Range, segmentsOf } from './python/segments.js'
import { statement } from './python/statements.js'

/** So many syntax errors of a file are told. */
const MOST_PROBLEMS = 20

/** Longer texts are not read: they are data. UTF-16 units. */
const LONGEST = 1_000_000

/** The grammar looks at each of these lines again for each of them. */
const CONTINUED = /(?:\\\r?\n[ \t]*){100}/

/** A part of a file and what the grammar made of it. `within`: the text was put into a block of its own. */
interface Piece {
  readonly tree: ConcreteTree
  readonly within: boolean
}

/**
 * Reads a file of Python. Never throws: where the text has an error, each statement at the left margin is read on its own,
 * and in a broken one each statement inside. `openGrammars` has to be called before; without it nothing is read, which is a
 * problem of the file.
 */
export function readPython(source: Source): CodeFile {
  const { text, path } = source
  const imports: Import[] = []
  const complain = (message: string): CodeFile => {
    const at = { path, start: 0, end: Math.min(1, text.length) }
    return fileOf(path, [], [], [{ at, kind: 'syntax', message }])
  }
  if (!grammar('python')) return complain('the grammar of Python is not loaded')
  if (CONTINUED.test(text)) return complain('more than a hundred lines in a row are continued with a backslash')
  if (text.length > LONGEST) return complain(`the text is longer than ${LONGEST} characters`)
  const whole = parse(text, 0)
  const found =
    whole && !whole.hasError ? [{ tree: whole, within: false }] : segmentsOf(text).flatMap(range => mend(text, range))
  if (found.length === 0 && text.trim() !== '') return complain('this is no Python')
  const { later, fill } = deepParts<Expression | Statement>(found.map(({ tree }) => tree))
  const reader: Reader = {
    textOf: ({ start, end }) => text.slice(Math.max(0, start), Math.max(0, end)),
    imports,
    around: undefined,
    typeOnly: false,
    later,
  }
  const body = found.flatMap(piece => rootsOf(piece).flatMap(node => statement(reader, node)))
  fill(node => anything(reader, node))
  imports.sort((one, other) => one.start - other.start)
  return fileOf(path, imports, body, problemsOf(source, found))
}

function fileOf(
  path: string,
  imports: readonly Import[],
  body: readonly Statement[],
  problems: readonly Problem[],
): CodeFile {
  return { path, language: 'python', imports, exports: [], body, problems, directives: [] }
}

function parse(text: string, offset: number): ConcreteTree | undefined {
  const parser = grammar('python')
  try {
    return parser && concreteTree(parser, text, offset, PYTHON)
  } catch {
    // WebAssembly has run out of memory.
    return undefined
  }
}

/** The pieces of a segment: itself, or, when it has an error, itself without the members that have it, and these. */
function mend(text: string, range: Range): readonly Piece[] {
  const [start, end] = range
  const tree = parse(text.slice(start, end), start)
  if (tree && !tree.hasError) return [{ tree, within: false }]
  const broken = membersOf(text, range).flatMap(member => {
    const piece = parseMember(text, member)
    return !piece || piece.tree.hasError ? [{ member, piece }] : []
  })
  if (broken.length === 0) return tree ? [{ tree, within: false }] : []
  const rest = parse(
    without(
      text,
      range,
      broken.map(({ member }) => member),
    ),
    start,
  )
  return [...(rest ? [{ tree: rest, within: false }] : []), ...broken.flatMap(({ piece }) => piece ?? [])]
}

const BLOCK = 'if 1:\n'

function parseMember(text: string, [start, end]: Range): Piece | undefined {
  const tree = parse(BLOCK + text.slice(start, end), start - BLOCK.length)
  return tree && { tree, within: true }
}

function without(text: string, [from, to]: Range, holes: readonly Range[]): string {
  let kept = ''
  let at = from
  for (const [start, end] of holes) {
    kept += text.slice(at, start) + text.slice(start, end).replace(/[^\n\r]/g, ' ')
    at = end
  }
  return kept + text.slice(at, to)
}

/** What of a piece stands in the file. */
function rootsOf({ tree: { root }, within }: Piece): readonly ConcreteNode[] {
  const [first, ...others] = root.children
  if (!within || first?.type !== 'if_statement') return within ? root.children.filter(one => one.start >= 0) : [root]
  const parts = first.children.filter(child => child.field !== 'condition' && child.type !== ':')
  return [...parts, ...others]
}

function problemsOf(source: Source, found: readonly Piece[]): readonly Problem[] {
  const problems: Problem[] = []
  const waiting = found
    .filter(({ tree }) => tree.hasError)
    .flatMap(({ tree }) => [tree.root, ...tree.deep.values()])
    .reverse()
  for (let node = waiting.pop(); node && problems.length < MOST_PROBLEMS; node = waiting.pop()) {
    const at = { path: source.path, start: Math.max(0, node.start), end: Math.max(0, node.end) }
    if (node.isMissing) problems.push({ at, kind: 'syntax', message: `${node.type} is missing here` })
    else if (node.type === 'ERROR')
      problems.push({ at, kind: 'syntax', message: `unexpected ${excerpt(source.text, at)}` })
    else for (const child of node.children.toReversed()) waiting.push(child)
  }
  return problems.sort((one, other) => one.at.start - other.at.start)
}

function excerpt(text: string, { start, end }: { readonly start: number; readonly end: number }): string {
  const [line = ''] = text.slice(start, Math.min(end, start + 40)).split('\n')
  return line.trim() === '' ? 'end of line' : `\`${line.trim()}\``
}
