import type { Composer, Document, Lexer, ParsedNode, Scalar } from 'yaml'
import type { Source, Span } from '../source.js'
import type { Entry, ListNode, MapNode, Node, Problem, ScalarNode } from './node.js'
import { yamlLibrary } from './yaml-library.js'
import { typePlainScalar } from './yaml-scalar.js'
import { parseSimpleYaml } from './yaml-simple.js'

/** What a YAML stream says. */
export interface YamlFile {
  /** One per document of the stream; `root` is undefined for an empty one. */
  readonly documents: readonly YamlDocument[]
  /** Everything wrong in the stream. The trees hold what could be read all the same. At most 1,000 per stream. */
  readonly problems: readonly Problem[]
  /** Every comment, in order. */
  readonly comments: readonly YamlComment[]
}

/** One document of a stream. */
export interface YamlDocument {
  readonly root: Node | undefined
}

/** A comment: `start` is the offset of its `#`, `end` that behind its last character; `text` is what stands behind `#`. */
export interface YamlComment {
  readonly text: string
  readonly start: number
  readonly end: number
}

const MAX_DEPTH = 1_000
const MAX_ALIASED_NODES = 200_000
const MAX_PROBLEMS = 1_000
const STANDARD_TAG = 'tag:yaml.org,2002:'

/**
 * Reads a YAML stream the way Compose does (go-yaml v4, https://github.com/yaml/go-yaml): a plain `yes` or `on` is a string,
 * `0x1F`, `017` and `1_000` are whole numbers, `<<` merges and explicit keys win over it. Never throws, takes time linear in
 * the text, goes on after errors. An alias shares the node of its anchor, so what it gives points at the anchor.
 * Problems have the codes `duplicate-key`, `complex-key`, `merge`, `alias`, `nesting` (deeper than 1,000) and `aliases`
 * (worth more than 200,000 nodes); syntax errors have none, and bytes that are not UTF-8 are one.
 */
export function parseYaml(source: Source): YamlFile {
  return (source.malformed ? undefined : parseSimpleYaml(source)) ?? parseAnyYaml(source)
}

/** Texts up to this size, in characters, are read a second time when the first reading stumbles over their indentation. */
const MAX_SECOND_READING = 1_000_000

/** `parseYaml` without the shorter way for simple texts. */
export function parseAnyYaml(source: Source): YamlFile {
  const strict = readWith(source, new (yamlLibrary().Lexer)())
  if (!strict.unindented || source.text.length > MAX_SECOND_READING) return strict.file
  const lenient = readWith(source, lenientLexer())
  return lenient.file.problems.some(problem => problem.kind === 'syntax') ? strict.file : lenient.file
}

/**
 * go-yaml asks for no indentation inside brackets and quotes (libyaml unrolls no indentation while it is in a flow
 * collection), the YAML specification does. Read so, a bracket that is never closed takes the rest of the file with it:
 * therefore only where all is well then.
 */
function lenientLexer(): Lexer {
  const { Lexer } = yamlLibrary()
  interface Inside {
    indentNext: number
    parseFlowCollection(): Generator<string, string>
    parseQuotedScalar(): Generator<string, string>
  }
  const strict = Lexer.prototype as unknown as Inside
  const unindented = (parse: Inside['parseFlowCollection']) =>
    function* (this: Inside): Generator<string, string> {
      const { indentNext } = this
      this.indentNext = 0
      const next = yield* parse.call(this)
      this.indentNext = indentNext
      return next
    }
  return Object.assign(new Lexer(), {
    parseFlowCollection: unindented(strict.parseFlowCollection),
    parseQuotedScalar: unindented(strict.parseQuotedScalar),
  })
}

function readWith(source: Source, lexer: Lexer): { readonly file: YamlFile; readonly unindented: boolean } {
  let unindented = false
  const comments: YamlComment[] = []
  const problems: Problem[] = source.malformed ? [notUtf8(source)] : []
  const documents: YamlDocument[] = []
  const { Composer } = yamlLibrary()
  const composer = new Composer({ schema: 'failsafe', resolveKnownTags: false, uniqueKeys: false, logLevel: 'silent' })
  const tooDeep = (start: number) => {
    const at = { path: source.path, start, end: start + 1 }
    problems.push({ at, message: 'The document is nested too deeply', kind: 'structure', code: 'nesting' })
  }
  for (const document of composeDocuments(source.text, lexer, composer, comments, tooDeep)) {
    const converter: Converter = {
      source,
      problems,
      anchors: new Map(),
      open: new Set(),
      weight: 0,
      aliased: 0,
      end: 0,
    }
    for (const error of document.errors) {
      const nesting = error.code === 'RESOURCE_EXHAUSTION'
      unindented ||= error.code === 'BAD_INDENT' || error.code === 'MISSING_CHAR'
      const message = nesting ? 'The document is nested too deeply' : oneSentence(error.message)
      report(converter, error.pos, message, nesting ? 'nesting' : undefined)
    }
    const root = document.contents as ParsedNode | null
    documents.push({ root: root ? convert(root, converter, 0) : undefined })
  }
  return { file: { documents, problems, comments }, unindented }
}

function notUtf8({ path, text }: Source): Problem {
  const start = Math.max(0, text.indexOf('\ufffd'))
  return { at: { path, start, end: start + 1 }, message: 'The file is not UTF-8', kind: 'syntax' }
}

/**
 * Stops where collections are nested too deeply: the library would recurse until the stack is full, and there compiling a
 * regular expression ends the whole process.
 */
function* composeDocuments(
  text: string,
  lexer: Lexer,
  composer: Composer,
  comments: YamlComment[],
  tooDeep: (at: number) => void,
): Generator<Document.Parsed> {
  const { Parser } = yamlLibrary()
  const parser = new Parser()
  let atScalar = false
  for (const lexeme of lexer.lex(text)) {
    if (!atScalar && lexeme.startsWith('#')) {
      comments.push({ text: lexeme.slice(1), start: parser.offset, end: parser.offset + lexeme.length })
    }
    atScalar = lexeme === '\u{1f}'
    for (const token of parser.next(lexeme)) yield* composer.next(token) as Generator<Document.Parsed>
    if (parser.stack.length > MAX_DEPTH + 100) return tooDeep(parser.offset)
  }
  for (const token of parser.end()) yield* composer.next(token) as Generator<Document.Parsed>
  yield* composer.end(false, text.length) as Generator<Document.Parsed>
}

function oneSentence(message: string): string {
  return (message.split('\n', 1)[0] ?? '').replace(/ at line \d+, column \d+:?$/, '').replace(/[.:]$/, '')
}

interface Converter {
  readonly source: Source
  readonly problems: Problem[]
  readonly anchors: Map<string, { readonly node: Node; readonly weight: number }>
  /** Anchors whose node is being read right now. */
  readonly open: Set<string>
  /** Nodes read so far, those behind aliases counted at every use. */
  weight: number
  aliased: number
  /** Where the node that was read last ends. */
  end: number
}

type Range = readonly [number, number, ...number[]]

function report(converter: Converter, range: Range, message: string, code?: string): void {
  if (converter.problems.length >= MAX_PROBLEMS) return
  const at = spanOf(range, converter)
  const kind = code === undefined ? 'syntax' : 'structure'
  converter.problems.push(code === undefined ? { at, message, kind } : { at, message, kind, code })
}

function spanOf(range: Range, converter: Converter): Span {
  return { path: converter.source.path, start: range[0], end: range[1] }
}

function nothing(at: Span): ScalarNode {
  return { kind: 'scalar', at, text: null, type: 'null' }
}

function convert(node: ParsedNode, converter: Converter, depth: number): Node {
  converter.weight += 1
  converter.end = node.range[1]
  if (yamlLibrary().isAlias(node)) return convertAlias(node.source, node.range, converter)
  if (depth > MAX_DEPTH) {
    report(converter, node.range, 'The document is nested too deeply', 'nesting')
    return nothing(spanOf(node.range, converter))
  }
  const { anchor } = node
  const before = converter.weight
  if (anchor !== undefined) converter.open.add(anchor)
  const converted = yamlLibrary().isScalar(node)
    ? convertScalar(node, converter)
    : convertCollection(node, converter, depth)
  if (anchor !== undefined) {
    converter.open.delete(anchor)
    converter.anchors.set(anchor, { node: converted, weight: converter.weight - before + 1 })
  }
  return converted
}

function convertAlias(name: string, range: Range, converter: Converter): Node {
  const anchor = converter.anchors.get(name)
  if (converter.open.has(name)) report(converter, range, `The anchor ${name} contains itself`, 'alias')
  // An alias without any anchor is an error of the syntax, reported when it is composed.
  if (!anchor || converter.open.has(name)) {
    if (!anchor && !converter.open.has(name))
      report(converter, range, `There is no anchor ${name} before this alias`, 'alias')
    return nothing(spanOf(range, converter))
  }
  if (converter.aliased + anchor.weight > MAX_ALIASED_NODES) {
    // Once: what stands behind it is too much as well.
    if (!converter.problems.some(problem => problem.code === 'aliases'))
      report(converter, range, 'The aliases of the document expand to too much', 'aliases')
    return nothing(spanOf(range, converter))
  }
  converter.aliased += anchor.weight
  converter.weight += anchor.weight
  return anchor.node
}

function convertScalar(scalar: Scalar & { readonly range: Range }, converter: Converter): ScalarNode {
  const at = spanOf(scalar.range, converter)
  const source = scalarSource(scalar, converter.source)
  const plain = scalar.type === 'PLAIN' || scalar.type === undefined
  const { tag } = scalar
  if (tag === undefined) return { kind: 'scalar', at, ...(plain ? typePlainScalar(source) : asString(source)) }
  if (!tag.startsWith(STANDARD_TAG)) return { kind: 'scalar', at, ...asString(source), tag }
  const typed = typePlainScalar(source)
  const wanted = tag.slice(STANDARD_TAG.length)
  if (wanted === 'null' && typed.type === 'null') return { kind: 'scalar', at, ...typed }
  if (wanted === 'bool' && typed.type === 'boolean') return { kind: 'scalar', at, ...typed }
  if ((wanted === 'int' || wanted === 'float') && typed.type === 'number') return { kind: 'scalar', at, ...typed }
  if (['null', 'bool', 'int', 'float'].includes(wanted)) {
    report(converter, scalar.range, `The value cannot be read as !!${wanted}`, 'tag')
  }
  return { kind: 'scalar', at, ...asString(source) }
}

/** The text that ends within the last line of a block has no line break at its end, as in go-yaml. */
function scalarSource(scalar: Scalar & { readonly range: Range }, { text }: Source): string {
  const source = scalar.source ?? ''
  const isBlock = scalar.type === 'BLOCK_LITERAL' || scalar.type === 'BLOCK_FOLDED'
  const isCut = isBlock && scalar.range[1] >= text.length && /[^ \t\r\n][ \t]*$/.test(text.slice(-200))
  return isCut && source.endsWith('\n') ? source.slice(0, -1) : source
}

function asString(text: string): { readonly text: string; readonly type: 'string' } {
  return { text, type: 'string' }
}

function convertCollection(node: ParsedNode, converter: Converter, depth: number): MapNode | ListNode {
  const isFlow = 'flow' in node && node.flow === true
  // A block collection of the library reaches up to the next line with something on it.
  const spanBehind = () => {
    if (isFlow) converter.end = node.range[1]
    return spanOf([node.range[0], converter.end], converter)
  }
  const tag = node.tag !== undefined && !node.tag.startsWith(STANDARD_TAG) ? { tag: node.tag } : {}
  if (yamlLibrary().isMap(node)) {
    const entries = convertPairs(node.items as readonly ParsedPair[], converter, depth)
    return { kind: 'map', at: spanBehind(), entries, ...tag }
  }
  const items = yamlLibrary().isSeq(node)
    ? (node.items as ParsedNode[]).map(item => convert(item, converter, depth + 1))
    : []
  return { kind: 'list', at: spanBehind(), items, ...tag }
}

interface ParsedPair {
  readonly key: ParsedNode
  readonly value: ParsedNode | null
}

function convertPairs(pairs: readonly ParsedPair[], converter: Converter, depth: number): Map<string, Entry> {
  const entries = new Map<string, Entry>()
  const merges: Node[] = []
  let merged = false
  for (const { key, value } of pairs) {
    const keyNode = convert(key, converter, depth + 1)
    const node = value ? convert(value, converter, depth + 1) : nothing(spanOf([key.range[1], key.range[1]], converter))
    if (keyNode.kind !== 'scalar') {
      report(converter, key.range, 'The key of a mapping must be a scalar', 'complex-key')
      continue
    }
    const name = keyNode.type === 'string' ? (keyNode.text ?? '') : sourceOf(key)
    const isMerge = name === '<<' && keyNode.type === 'string' && yamlLibrary().isScalar(key) && key.type === 'PLAIN'
    if (isMerge ? merged : entries.has(name)) {
      report(converter, key.range, `The key ${name} is there twice`, 'duplicate-key')
    }
    if (isMerge) {
      merged = true
      for (const source of mergeSources(node, key, converter)) merges.push(source)
    } else {
      const entry = { keyAt: spanOf(key.range, converter), node }
      entries.set(name, keyNode.type === 'string' ? entry : { ...entry, keyType: keyNode.type })
    }
  }
  return merges.length === 0 ? entries : mergeEntries(entries, merges)
}

function sourceOf(key: ParsedNode): string {
  return yamlLibrary().isScalar(key) ? (key.source ?? '') : ''
}

function mergeSources(node: Node, key: ParsedNode, converter: Converter): readonly Node[] {
  const sources = node.kind === 'list' ? node.items : [node]
  if (sources.some(source => source.kind !== 'map')) {
    report(converter, key.range, 'A merge takes a mapping or a list of mappings', 'merge')
  }
  return sources
}

function mergeEntries(own: Map<string, Entry>, sources: readonly Node[]): Map<string, Entry> {
  const entries = new Map(own)
  for (const source of sources) {
    if (source.kind !== 'map') continue
    for (const [name, entry] of source.entries) if (!entries.has(name)) entries.set(name, entry)
  }
  return entries
}
