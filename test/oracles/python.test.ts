import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { CodeFile, Expression, Node } from '../../src/code/syntax.js'
import { pathOf, walk } from '../../src/code/walk.js'
import { openGrammars } from '../../src/parse/grammars.js'
import { readPython } from '../../src/parse/python.js'

interface Facts {
  readonly imports: readonly unknown[]
  readonly functions: readonly unknown[]
  readonly classes: readonly unknown[]
  readonly calls: readonly unknown[]
  readonly constants: readonly unknown[]
}

/** The grammar is 0.25.0; what it does not take although Python does. */
const REFUSED = ['test/test_compile.py', 'test/test_future_stmt/badsyntax_future8.py']

function python(args: readonly string[], input = ''): string {
  const { status, stdout, stderr } = spawnSync('python3', args, { input, encoding: 'utf8', maxBuffer: 2 ** 31 })
  if (status !== 0) throw new Error(`python3 ${args[0]}: ${stderr}`)
  return stdout
}

function filesBelow(root: string): readonly string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter(one => one.isFile() && one.name.endsWith('.py') && !/site-packages|dist-packages/.test(one.parentPath))
    .map(one => join(one.parentPath, one.name))
    .sort()
}

function nameOf(expression: Expression): string {
  return pathOf(expression)?.join('.') ?? '?'
}

function decoratorOf(expression: Expression): string {
  return nameOf(expression.kind === 'call' ? expression.callee : expression)
}

/** What we find of the same. */
function factsOf(file: CodeFile): Facts {
  const facts = { imports: [] as unknown[], functions: [] as unknown[], classes: [] as unknown[] }
  const calls: unknown[] = []
  const constants: unknown[] = []
  for (const { from, name, local } of file.imports) facts.imports.push([from, name ?? null, local ?? null])
  // The middle of a chained comparison is there twice.
  const seen = new Set<Node>()
  walk(file.body, node => {
    if (seen.has(node)) return false
    seen.add(node)
    if (node.kind === 'function' && !node.isArrow) {
      const names = node.parameters.map(({ target }) => nameOf(target)).sort()
      facts.functions.push([node.name, names, node.decorators.map(decoratorOf), node.isAsync])
    } else if (node.kind === 'class') {
      const bases = node.bases.filter(base => base.kind !== 'spread').map(nameOf)
      facts.classes.push([node.name, bases, node.keywords.map(({ name }) => name), node.decorators.map(decoratorOf)])
    } else if (node.kind === 'call' && nameOf(node.callee) !== 'assert') {
      calls.push([nameOf(node.callee), node.arguments.flatMap(one => (one.kind === 'keyword' ? one.name : []))])
    } else if (node.kind === 'literal' && !(typeof node.value === 'number' && Math.abs(node.value) >= 2 ** 53))
      constants.push(node.value)
    return undefined
  })
  return { ...facts, calls, constants }
}

/** What one side has and the other has not, whatever the order. */
function difference(ours: readonly unknown[], theirs: readonly unknown[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const one of ours) counts.set(JSON.stringify(one), (counts.get(JSON.stringify(one)) ?? 0) + 1)
  for (const one of theirs) counts.set(JSON.stringify(one), (counts.get(JSON.stringify(one)) ?? 0) - 1)
  return [...counts].flatMap(([key, count]) =>
    count > 0 ? `ours only: ${key}` : count < 0 ? `Python only: ${key}` : [],
  )
}

beforeAll(() => openGrammars(['python']))

describe('the standard library', () => {
  const root = python(['-c', 'import os; print(os.path.dirname(os.__file__))']).trim()
  const files = filesBelow(root)

  test('is read as Python reads it', () => {
    const lines = python([join(import.meta.dirname, 'python', 'facts.py')], files.join('\n'))
      .trim()
      .split('\n')
    expect(lines.length).toBe(files.length)
    expect(files.length).toBeGreaterThan(500)
    const wrong: string[] = []
    let calls = 0
    for (const [index, path] of files.entries()) {
      const text = readFileSync(path, 'utf8')
      const theirs: Facts | null = JSON.parse(lines[index] ?? 'null')
      const name = path.slice(root.length + 1)
      if (!theirs || REFUSED.includes(name)) continue
      const file = readPython({ path, text })
      const ours = factsOf(file)
      calls += ours.calls.length
      for (const { message } of file.problems) wrong.push(`${name}: ${message}`)
      for (const kind of ['imports', 'functions', 'classes', 'calls', 'constants'] as const) {
        // Names of characters are no table of ours.
        if (kind === 'constants' && text.includes('\\N{')) continue
        for (const one of difference(ours[kind], theirs[kind]).slice(0, 3)) wrong.push(`${name}: ${kind}: ${one}`)
      }
    }
    expect(wrong).toEqual([])
    expect(calls).toBeGreaterThan(50_000)
  })

  test('keeps what is before and after an error', () => {
    const shown = (file: CodeFile) => {
      const names = file.imports.map(({ from, name }) => `import ${from} ${name}`)
      walk(file.body, node => {
        if ((node.kind === 'function' || node.kind === 'class') && node.name) names.push(node.name)
        return undefined
      })
      return names
    }
    let seed = 7
    const chance = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff
      return seed % below
    }
    const inserted = ['(', ')', ']', '{', 'def', 'class', ':', '=', 'if', '"', "'", '@', 'lambda', 'return']
    let all = 0
    let lost = 0
    for (const path of files.filter(file => !file.slice(root.length + 1).includes('/'))) {
      const text = readFileSync(path, 'utf8')
      if (text.length > 60_000) continue
      const before = shown(readPython({ path, text }))
      const tokens = [...text.matchAll(/[A-Za-z_]+|[()[\]{}:,=.]|'|"/g)]
      const { index = 0, 0: token = '' } = tokens[chance(tokens.length)] ?? {}
      const more = chance(2) === 0 ? `${inserted[chance(inserted.length)]} ${token}` : ''
      const broken = `${text.slice(0, index)}${more}${text.slice(index + token.length)}`
      const after = shown(readPython({ path, text: broken }))
      all += before.length
      lost += difference(before, after).filter(one => one.startsWith('ours')).length
    }
    expect(all).toBeGreaterThan(2_000)
    expect(lost / all).toBeLessThan(0.02)
  })
})
