import type { Expression, Import, Statement } from '../../code/syntax.js'
import type { ConcreteNode, Selection } from '../concrete-tree.js'

/** What the functions that turn nodes of the grammar into our syntax share for one file. */
export interface Reader {
  readonly textOf: (node: { readonly start: number; readonly end: number }) => string
  readonly imports: Import[]
  /** The function around the node at hand. */
  around: FunctionAround | undefined
  /** Inside `if TYPE_CHECKING`. */
  typeOnly: boolean
  /** Keeps the place of a subtree that is nested too deep for recursion; it is read after everything else. */
  readonly later: (hole: ConcreteNode) => readonly (Expression | Statement)[]
}

/** What a function says of itself while its body is read. */
export interface FunctionAround {
  hasYield: boolean
  /** Names that it says are global or of the function around it: it assigns to what exists already. */
  readonly outer: Set<string>
}

/** Nodes with nothing inside that anybody asks for. */
const LEAVES = new Set([
  'identifier',
  'integer',
  'float',
  'true',
  'false',
  'none',
  'ellipsis',
  'string_start',
  'string_content',
  'string_end',
  'type_conversion',
  'import_prefix',
  'wildcard_import',
  'pass_statement',
  'break_statement',
  'continue_statement',
  'keyword_separator',
  'positional_separator',
])
/** Named nodes that are left out with all that is in them. */
const DROPPED = new Set(['comment', 'line_continuation'])
/** Keywords and punctuation that are kept. */
const KEPT = new Set([
  ...['+', '-', '*', '/', '//', '%', '**', '@', '&', '|', '^', '~', '<<', '>>', ':', '=', '_'],
  ...['<', '<=', '==', '!=', '<>', '>', '>=', 'in', 'is', 'not in', 'is not', 'and', 'or', 'async'],
  ...['+=', '-=', '*=', '/=', '//=', '%=', '**=', '@=', '&=', '|=', '^=', '<<=', '>>='],
])

/** What is copied of the trees of `tree-sitter-python`. */
export const PYTHON: Selection = {
  handling: (type, isNamed) => {
    if (!isNamed) return KEPT.has(type) ? 'leaf' : 'skip'
    if (DROPPED.has(type)) return 'skip'
    return LEAVES.has(type) ? 'leaf' : 'inner'
  },
  deepest: 300,
}

/** The children that are no punctuation. */
export function named(node: ConcreteNode): readonly ConcreteNode[] {
  return node.children.filter(child => !KEPT.has(child.type))
}

/** Whether it is marked `async`. */
export function isAsync(node: ConcreteNode): boolean {
  return node.children[0]?.type === 'async'
}
