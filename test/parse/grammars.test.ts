import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { grammarsFor } from '../../src/parse/grammar-names.js'
import { grammar, openGrammars } from '../../src/parse/grammars.js'

/** What is shipped as machine code was looked at once: another version has to be looked at again. */
const PINNED = {
  'web-tree-sitter/web-tree-sitter.wasm': 'beca80e44cccbf2299ed4d1e3fa6462a9a6fe818aeebf847547a392227ce4acc',
  'tree-sitter-python/tree-sitter-python.wasm': '16108b50df4ee9a30168794252ab55e7c93bfc5765d7fa0aa3e335752c515f47',
  'tree-sitter-go/tree-sitter-go.wasm': '9504573f352b20be7f2f1911754d710622aedc15afff16d5ed8fb5645681aee7',
}

test('the WebAssembly is that of the pinned versions', () => {
  for (const [path, hash] of Object.entries(PINNED)) {
    expect(
      createHash('sha256')
        .update(readFileSync(`node_modules/${path}`))
        .digest('hex'),
      path,
    ).toBe(hash)
  }
})

test('only files in a language ask for its grammar', () => {
  const of = (...paths: readonly string[]) => grammarsFor(paths.map(path => ({ path })))
  expect(of('compose.yaml', 'go.mod', 'app.ts', 'py', 'x.pyc')).toEqual([])
  expect(of('a/main.go', 'b/main.go')).toEqual(['go'])
  expect(of('a.py', 'a.go')).toEqual(['python', 'go'])
})

test('a grammar is there once it is open, and stays', async () => {
  expect(grammar('python')).toBeUndefined()
  await openGrammars([])
  expect(grammar('python')).toBeUndefined()
  await Promise.all([openGrammars(['python']), openGrammars(['python', 'go'])])
  const parser = grammar('python')
  await openGrammars(['python'])
  expect(grammar('python')).toBe(parser)
  const trees = [parser?.parse('# ü😀\nx = f(1)\n'), grammar('go')?.parse('package main\n')]
  expect(trees.map(tree => tree?.rootNode.hasError)).toEqual([false, false])
  // Positions count UTF-16 units, as those of every other parser here.
  expect(trees[0]?.rootNode.child(1)?.startIndex).toBe(6)
  for (const tree of trees) tree?.delete()
})
