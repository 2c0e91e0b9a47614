import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type * as TreeSitter from 'web-tree-sitter'

/** The `web-tree-sitter` package; only repositories with Python or Go need it. The bundle keeps it in a file of its own. */
export function treeSitterLibrary(): typeof TreeSitter {
  return createRequire(import.meta.url)('web-tree-sitter') as typeof TreeSitter
}

/** The WebAssembly of the library and of its grammars: files that come with the program, never those of a repository. */
export const WASM = {
  library: () => readFileSync(createRequire(import.meta.url).resolve('web-tree-sitter/web-tree-sitter.wasm')),
  python: () => readFileSync(createRequire(import.meta.url).resolve('tree-sitter-python/tree-sitter-python.wasm')),
  go: () => readFileSync(createRequire(import.meta.url).resolve('tree-sitter-go/tree-sitter-go.wasm')),
}
