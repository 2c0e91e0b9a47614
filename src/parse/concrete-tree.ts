import type { Language, Parser, Tree, TreeCursor } from 'web-tree-sitter'

/** A node of a grammar's tree in a plain object: trees of WebAssembly have to be given back at once. */
export interface ConcreteNode {
  /** As the grammar calls it: `call`, `identifier`, `+=`; `ERROR`; `DEEP` for what `ConcreteTree.deep` holds. */
  readonly type: string
  /** What it is to the node around it: `left`, `arguments` … */
  readonly field: string | undefined
  /** UTF-16 offsets from the beginning of the file. */
  readonly start: number
  readonly end: number
  readonly children: readonly ConcreteNode[]
  /** Put in by the parser where something is missing. */
  readonly isMissing: boolean
}

/** What a grammar made of a text. */
export interface ConcreteTree {
  readonly root: ConcreteNode
  readonly hasError: boolean
  /** What was nested too deep to stand in its place: there is a node of the type `DEEP`, which is the key. */
  readonly deep: ReadonlyMap<ConcreteNode, ConcreteNode>
}

/** Left out with all that is in it · kept without what is in it, which nobody asks for · kept with it. */
export type Handling = 'skip' | 'leaf' | 'inner'

/** How trees of a grammar are copied. */
export interface Selection {
  /** What becomes of the nodes of a type. */
  readonly handling: (type: string, isNamed: boolean) => Handling
  /** So deep are trees that may be walked by recursion; deeper parts become trees of their own. */
  readonly deepest: number
  /** Where a part begins that can stand for itself: an expression, a statement. Only there a tree is cut; what has none for `atLatest` levels is cut anywhere. */
  readonly cuts?: { readonly types: RegExp; readonly atLatest: number }
}

/** Stands for a subtree that is nested deeper than `Selection.deepest`. */
export const DEEP = 'DEEP'

const handlingsOf = new WeakMap<Language, readonly Handling[]>()

function handlings(language: Language, { handling }: Selection): readonly Handling[] {
  const known = handlingsOf.get(language)
  if (known) return known
  const made = language.types.map((name, id) => handling(name, language.nodeTypeIsNamed(id)))
  handlingsOf.set(language, made)
  return made
}

/**
 * Parses a text and copies the tree, whose memory is given back at once. `offset` is where the text begins in its file.
 * Undefined where the parser gives up. A grammar is always copied with the same selection.
 */
export function concreteTree(
  parser: Parser,
  text: string,
  offset: number,
  selection: Selection,
): ConcreteTree | undefined {
  let tree: Tree | null = null
  try {
    tree = parser.parse(text)
    if (!tree) return undefined
    const hasError = tree.rootNode.hasError
    const cursor = tree.walk()
    try {
      return { hasError, ...copy(cursor, tree.language, selection, hasError, offset) }
    } finally {
      cursor.delete()
    }
  } finally {
    tree?.delete()
  }
}

interface Growing extends ConcreteNode {
  readonly children: Growing[]
}

function copy(
  cursor: TreeCursor,
  language: Language,
  selection: Selection,
  hasError: boolean,
  offset: number,
): Omit<ConcreteTree, 'hasError'> {
  const handling = handlings(language, selection)
  const deep = new Map<ConcreteNode, ConcreteNode>()
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
      const isDeep = how === 'inner' && isCut(selection, node.type, parent.depth)
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

function isCut({ deepest, cuts }: Selection, type: string, depth: number): boolean {
  if (depth < deepest) return false
  return !cuts || cuts.types.test(type) || depth >= deepest + cuts.atLatest
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
export function part(node: ConcreteNode, field: string): ConcreteNode | undefined {
  return node.children.find(child => child.field === field)
}

/** All children with this field, in order. Comments between them have none. */
export function parts(node: ConcreteNode, field: string): readonly ConcreteNode[] {
  return node.children.filter(child => child.field === field)
}

/** What was nested too deep, which is read after everything else. */
export interface DeepParts<T> {
  /** Keeps the place of a part: the list fills later. */
  readonly later: (hole: ConcreteNode) => readonly T[]
  /** Reads all parts, level by level. */
  readonly fill: (read: (node: ConcreteNode) => readonly T[]) => void
}

/**
 * So many parts stand in one another. Deeper ones stand side by side in the last: whoever walks by recursion ends, and
 * nothing is lost. Programs that people write come to none.
 */
const DEEPEST_PART = 4

interface DeepPart<T> {
  readonly node: ConcreteNode
  /** What stands in its place. */
  readonly into: T[]
  readonly level: number
}

/** What is too deep in trees of one file. */
export function deepParts<T>(trees: readonly ConcreteTree[]): DeepParts<T> {
  const deep = new Map(trees.flatMap(tree => [...tree.deep]))
  const waiting: DeepPart<T>[] = []
  let current: DeepPart<T> | undefined
  return {
    later: hole => {
      const node = deep.get(hole)
      const into: T[] = []
      const level = (current?.level ?? 0) + 1
      if (node) waiting.push(current && level > DEEPEST_PART ? { ...current, node } : { node, into, level })
      return into
    },
    fill: read => {
      for (current = waiting.pop(); current; current = waiting.pop()) current.into.push(...read(current.node))
    },
  }
}
