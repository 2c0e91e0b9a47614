import { describe, expect, test } from 'vitest'
import type { Program } from '../../src/code/program.js'
import { readProgram } from '../../src/code/read.js'
import { treeOf } from '../../src/examples.js'
import { openGrammars } from '../../src/parse/grammars.js'

// Files are read while tests are gathered.
await openGrammars(['go'])

function programOf(files: Readonly<Record<string, string>>): Program {
  return readProgram(treeOf(new Map(Object.entries(files))))
}

/** Where an import of a file leads. */
function target(program: Program, from: string, specifier: string): string {
  const file = program.files.get(from)
  if (!file) throw new Error(`no file ${from}`)
  const found = program.target(file, specifier)
  if (found.kind === 'files') return found.files.map(one => one.path).join(' ')
  return found.kind === 'package' ? `package ${found.name}` : 'missing'
}

describe('imports', () => {
  const program = programOf({
    'go.mod':
      'module example.com/shop // the shop\n\ngo 1.26\n\nrequire github.com/x/y v1.2.3\n\nreplace (\n\tgithub.com/x/y => ./third/y\n\tgithub.com/x/z v1.0.0 => ../outside\n)\n',
    'main.go': 'package main\n',
    'internal/api/a.go': 'package api\n',
    'internal/api/b.go': 'package api\n',
    'internal/api/b_test.go': 'package api\n',
    'internal/api/outer_test.go': 'package api_test\n',
    'internal/api/windows.go': '//go:build windows\n\npackage api\n',
    'internal/api/file_darwin.go': 'package api\n',
    'internal/api/gen.go': '//go:build ignore\n\npackage main\n',
    'third/y/go.mod': 'module github.com/x/y\n',
    'third/y/sub/y.go': 'package sub\n',
    'tools/go.mod': 'module example.com/shop/tools\n',
    'tools/cmd/t.go': 'package main\n',
  })

  test.each([
    ['main.go', 'example.com/shop/internal/api', 'internal/api/a.go internal/api/b.go'],
    ['main.go', 'example.com/shop', 'main.go'],
    ['main.go', 'example.com/shop/gone', 'missing'],
    ['main.go', 'example.com/shopping', 'package example.com/shopping'],
    ['main.go', 'net/http', 'package net/http'],
    ['main.go', 'fmt', 'package fmt'],
    ['main.go', 'github.com/x/y/sub', 'third/y/sub/y.go'],
    ['main.go', 'github.com/other/y', 'package github.com/other/y'],
    // The innermost module counts.
    ['main.go', 'example.com/shop/tools/cmd', 'tools/cmd/t.go'],
    ['tools/cmd/t.go', 'example.com/shop/internal/api', 'internal/api/a.go internal/api/b.go'],
  ])('of %s: %s', (from, specifier, expected) => {
    expect(target(program, from, specifier)).toBe(expected)
  })
})

test.each([
  ['linux', true],
  ['!linux', false],
  ['windows || darwin', false],
  ['linux && amd64 && !cgo', false],
  ['(linux || darwin) && go1.21', true],
  ['!(windows)', true],
  ['integration', false],
  ['!integration', true],
])('a file with the constraint %s is built: %s', (constraint, isBuilt) => {
  const program = programOf({
    'go.mod': 'module m\n',
    'main.go': 'package main\n',
    'p/a.go': 'package p\n',
    'p/b.go': `//go:build ${constraint}\n\npackage p\n`,
  })
  expect(target(program, 'main.go', 'm/p')).toBe(isBuilt ? 'p/a.go p/b.go' : 'p/a.go')
})

describe('packages', () => {
  const program = programOf({
    'go.mod': 'module m\n',
    'main.go': 'package main\n\nimport "m/p"\n',
    'other.go': 'package main\n',
    'main_test.go': 'package main\n\nimport "m/q"\n',
    'p/p.go': 'package p\n\nimport _ "m/r"\n',
    'q/q.go': 'package q\n',
    'r/r.go': 'package r\n',
  })

  test('are all files of a directory, tests only among themselves', () => {
    const siblings = (path: string) => {
      const file = program.files.get(path)
      return file && program.siblings(file).map(one => one.path)
    }
    expect(siblings('main.go')).toEqual(['other.go'])
    expect(siblings('main_test.go')).toEqual(['main.go', 'other.go'])
    expect(siblings('p/p.go')).toEqual([])
  })

  test('are loaded whole, with what they import', () => {
    expect([...program.reachableFrom(['main.go'])].sort()).toEqual(['main.go', 'other.go', 'p/p.go', 'r/r.go'])
  })
})

test('without a go.mod, the end of a path is a directory', () => {
  const program = programOf({ 'main.go': 'package main\n', 'internal/api/a.go': 'package api\n' })
  expect(target(program, 'main.go', 'github.com/me/shop/internal/api')).toBe('internal/api/a.go')
  expect(target(program, 'main.go', 'github.com/me/shop/other')).toBe('package github.com/me/shop/other')
})

test('modules and constraints that are no such are read to their end', () => {
  const program = programOf({
    'go.mod': `module\nreplace => ./x\nmodule ${'('.repeat(1000)}`,
    'main.go': 'package main\n',
    'p/a.go': `//go:build ${'('.repeat(2000)}\n\npackage p\n`,
    'p/b.go': `//go:build ${'!'.repeat(2000)}\n\npackage p\n`,
  })
  expect(target(program, 'main.go', 'fmt')).toBe('package fmt')
  expect(program.reachableFrom(['p/a.go']).has('p/a.go')).toBe(true)
})
