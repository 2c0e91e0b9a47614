import type { Language, Parser, Tree, TreeCursor } from 'web-tree-sitter'

/** A node of the grammar's tree as far as the reader needs it: named nodes and operators, in plain objects. */
export interface TreeNode {
  /** As the grammar calls it: `call_expression`, `identifier`, `+=`; `ERROR`. */
  readonly type: string
  /** What it is to the node around it: `left`, `arguments` … */
  readonly field: string | undefined
  /** UTF-16 offsets from the beginning of the file. */
  readonly start: number
  readonly end: number
  readonly children: readonly TreeNode[]
  /** Put in by the parser where something is missing. */
  readonly isMissing: boolean
}

/** A tree of the grammar in plain objects. */
export interface PlainTree {
  readonly root: TreeNode
  readonly hasError: boolean
  /** What was too deep to stand in its place: there is a node of the type `DEEP`, which is the key. */
  readonly deep: ReadonlyMap<TreeNode, TreeNode>
}

/** Stands for a subtree that is nested deeper than `MAXIMAL_DEPTH`. */
export const DEEP = 'DEEP'

/**
 * So deep are trees that are walked by recursion; deeper parts become trees of their own. They are cut where an expression or
 * a statement begins, which can stand for themselves; what has none for long is cut anywhere.
 */
const MAXIMAL_DEPTH = 400
const LONGEST_WITHOUT_CUT = 200
const SELF_CONTAINED = /_expression$|_statement$|^composite_literal$|^func_literal$/

/** Named nodes that have nothing inside that anybody asks for: going into them would cost a third of the time. */
const LEAVES = new Set([
  'identifier',
  'type_identifier',
  'field_identifier',
  'package_identifier',
  'label_name',
  'blank_identifier',
  'dot',
  'comment',
  'raw_string_literal',
  'interpreted_string_literal',
  'int_literal',
  'float_literal',
  'imaginary_literal',
  'rune_literal',
  'nil',
  'true',
  'false',
  'iota',
  'empty_statement',
])

/** Punctuation and keywords that no question is about; operators stay. */
const PUNCTUATION = /^[(){}[\],;.:\n\0"'`]$|^[a-z]+$|^\.\.\.$|^:=$/

type Handling = 'skip' | 'leaf' | 'inner'

const handlingsOf = new WeakMap<Language, readonly Handling[]>()

function handlings(language: Language): readonly Handling[] {
  const known = handlingsOf.get(language)
  if (known) return known
  const made = Array.from({ length: language.nodeTypeCount }, (_, id): Handling => {
    const name = language.types[id] ?? ''
    if (language.nodeTypeIsNamed(id)) return LEAVES.has(name) ? 'leaf' : 'inner'
    return PUNCTUATION.test(name) ? 'skip' : 'leaf'
  })
  handlingsOf.set(language, made)
  return made
}

/**
 * Parses a text and copies the tree, whose memory is given back at once. `offset` is where the text begins in its file.
 * Undefined where the parser gives up.
 */
export function plainTree(parser: Parser, text: string, offset: number): PlainTree | undefined {
  let tree: Tree | null = null
  try {
    tree = parser.parse(text)
    if (!tree) return undefined
    const hasError = tree.rootNode.hasError
    const cursor = tree.walk()
    try {
      return { hasError, ...copy(cursor, tree.language, hasError, offset) }
    } finally {
      cursor.delete()
    }
  } finally {
    tree?.delete()
  }
}

interface Growing extends TreeNode {
  readonly children: Growing[]
}

function copy(cursor: TreeCursor, language: Language, hasError: boolean, offset: number): Omit<PlainTree, 'hasError'> {
  const handling = handlings(language)
  const deep = new Map<TreeNode, TreeNode>()
  const root = nodeAt(cursor, language, hasError, offset)
  /** The nodes that are open, and how deep each of them is in the tree that it will be found in. */
  const open: { readonly node: Growing; readonly depth: number }[] = [{ node: root, depth: 0 }]
  if (!cursor.gotoFirstChild()) return { root, deep }
  for (;;) {
    const parent = open[open.length - 1]
    if (!parent) return { root, deep }
    // The type of errors is above all others.
    const how = handling[cursor.nodeTypeId] ?? 'inner'
    if (how !== 'skip' || (hasError && cursor.nodeIsMissing)) {
      const node = nodeAt(cursor, language, hasError, offset)
      const isDeep =
        parent.depth >= MAXIMAL_DEPTH &&
        (SELF_CONTAINED.test(node.type) || parent.depth >= MAXIMAL_DEPTH + LONGEST_WITHOUT_CUT)
      if (isDeep) {
        const hole: Growing = { ...node, type: DEEP, children: [] }
        deep.set(hole, node)
        parent.node.children.push(hole)
      } else parent.node.children.push(node)
      if (how === 'inner' && cursor.gotoFirstChild()) {
        open.push({ node, depth: isDeep ? 0 : parent.depth + 1 })
        continue
      }
    }
    while (!cursor.gotoNextSibling()) {
      open.pop()
      if (open.length === 0 || !cursor.gotoParent()) return { root, deep }
    }
  }
}

function nodeAt(cursor: TreeCursor, language: Language, hasError: boolean, offset: number): Growing {
  // One shape for all nodes: there are millions of them.
  return {
    type: language.types[cursor.nodeTypeId] ?? 'ERROR',
    field: language.fields[cursor.currentFieldId] ?? undefined,
    start: cursor.startIndex + offset,
    end: cursor.endIndex + offset,
    children: [],
    isMissing: hasError && cursor.nodeIsMissing,
  }
}

/** The first child with this field. */
export function part(node: TreeNode, field: string): TreeNode | undefined {
  return node.children.find(child => child.field === field)
}

/** All children with this field, in order. Comments between them have none. */
export function parts(node: TreeNode, field: string): readonly TreeNode[] {
  return node.children.filter(child => child.field === field)
}
