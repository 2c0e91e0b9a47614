import type { Parser } from 'web-tree-sitter'
import { treeSitterLibrary, WASM } from './grammar-library.js'
import type { GrammarName } from './grammar-names.js'

const parsers = new Map<GrammarName, Parser>()
const opening = new Map<GrammarName, Promise<void>>()
let starting: Promise<void> | undefined

/**
 * Makes grammars ready, so that `grammar` answers with them. Starting WebAssembly is asynchronous and the audit is not, so
 * this comes before it. What is open stays open. Fails where the files of the installation are missing or damaged.
 */
export function openGrammars(names: Iterable<GrammarName>): Promise<void> {
  const all = [...names].map(name => {
    const known = opening.get(name)
    if (known) return known
    const opened = open(name)
    opening.set(name, opened)
    return opened
  })
  return Promise.all(all).then(() => undefined)
}

async function open(name: GrammarName): Promise<void> {
  const { Language, Parser } = treeSitterLibrary()
  starting ??= Parser.init({ wasmBinary: WASM.library() })
  await starting
  const language = await Language.load(WASM[name]())
  parsers.set(name, new Parser().setLanguage(language))
}

/** The parser of a language; undefined where nobody opened it. Whoever gets a tree from it deletes the tree. */
export function grammar(name: GrammarName): Parser | undefined {
  return parsers.get(name)
}
