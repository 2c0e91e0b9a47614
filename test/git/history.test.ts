import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mergeBase, openCommits } from '../../src/discover/git/commits.js'
import { openObjects } from '../../src/discover/git/objects.js'
import { commitOf } from '../../src/discover/git/revision.js'
import { openVersions } from '../../src/discover/git/versions.js'
import { findRepository } from '../../src/discover/git.js'
import { commit, git, repository, scratch, write } from '../support/repository.js'

/** A history of empty commits with these parents, each by its place in the list. Times go up now and then. */
function history(parents: readonly (readonly number[])[], times: readonly number[]): string {
  const root = scratch()
  git(root, 'init', '-q')
  const commits = parents.map((own, index) => {
    const [first, ...more] = own.map(parent => `:${parent + 1}\n`)
    return [
      `commit refs/heads/c${index}\nmark :${index + 1}\ncommitter t <t@example.org> ${1_700_000_000 + (times[index] ?? 0)} +0000\ndata 0\n`,
      first === undefined ? '' : `from ${first}`,
      ...more.map(parent => `merge ${parent}`),
      '\n',
    ].join('')
  })
  execFileSync('git', ['-C', root, 'fast-import', '--quiet'], {
    input: commits.join(''),
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  return root
}

function opened(root: string) {
  const found = findRepository(root)
  if (found === undefined) throw new Error('no repository')
  const objects = openObjects(found.common, found.hashSize)
  return { repository: found, objects, commits: openCommits(objects, found.common) }
}

describe('the merge base', () => {
  test('is one that git finds, in any history', () => {
    const shapes = fc.array(fc.tuple(fc.array(fc.nat(), { maxLength: 3 }), fc.nat(9)), { minLength: 4, maxLength: 14 })
    fc.assert(
      fc.property(shapes, shape => {
        const parents = shape.map(([own], index) =>
          [...new Set(own.map(number => number % Math.max(1, index)))].filter(parent => parent < index),
        )
        const root = history(
          parents,
          shape.map(([, time]) => time),
        )
        const { commits, objects } = opened(root)
        const last = shape.length - 1
        for (const other of [0, 1, Math.floor(last / 2), last - 1]) {
          const [one, two] = git(root, 'rev-parse', `c${last}`, `c${other}`).split('\n')
          const found = mergeBase(commits, one ?? '', two ?? '')
          const bases = basesOf(root, `c${last}`, `c${other}`)
          if (found === undefined) expect(bases).toEqual([])
          else expect(bases).toContain(found)
        }
        objects.close()
      }),
      { numRuns: 6 },
    )
  })

  test('is no ancestor of another, whatever the clocks said', () => {
    const root = history([[], [0], [1], [], [2], [0, 4]], [1, 0, 1, 0, 0, 1])
    const { commits } = opened(root)
    const [one = '', two = ''] = git(root, 'rev-parse', 'c5', 'c2').split('\n')
    expect(mergeBase(commits, one, two)).toBe(two)
  })

  test('of a criss-cross of merges is one of both', () => {
    const root = history([[], [0], [0], [1, 2], [2, 1]], [0, 1, 2, 3, 4])
    const { commits } = opened(root)
    const [one = '', two = ''] = git(root, 'rev-parse', 'c3', 'c4').split('\n')
    expect(mergeBase(commits, one, two)).toBe(git(root, 'rev-parse', 'c2'))
  })
})

function basesOf(root: string, one: string, other: string): readonly string[] {
  try {
    return git(root, 'merge-base', '--all', one, other).split('\n')
  } catch {
    return []
  }
}

describe('revisions', () => {
  const build = () => {
    const root = repository({ 'a.txt': '1' })
    write(root, { 'a.txt': '2' })
    commit(root)
    git(root, 'tag', 'light')
    git(root, 'tag', '-a', 'heavy', '-m', 'a tag')
    git(root, 'tag', '-a', 'heavier', '-m', 'a tag of a tag', 'heavy')
    git(root, 'checkout', '-q', '-b', 'side/branch', 'HEAD^')
    write(root, { 'b.txt': '3' })
    commit(root)
    git(root, 'checkout', '-q', 'main')
    git(root, 'merge', '-q', '--no-edit', 'side/branch')
    git(root, 'update-ref', 'refs/remotes/origin/main', 'HEAD~1')
    git(root, 'symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/main')
    return root
  }

  test('are understood as git does, loose and packed', () => {
    const root = build()
    const full = git(root, 'rev-parse', 'HEAD~1')
    const names = ['HEAD', '@', 'main', 'side/branch', 'heads/main', 'refs/heads/main', 'light', 'heavy', 'heavier']
    const steps = [
      'main~1',
      'main^2',
      'main^2~1',
      'HEAD^',
      'HEAD^0',
      'HEAD~',
      'heavy^{}',
      'heavy^{commit}',
      '@~2',
      'main^^',
    ]
    const others = [
      'origin',
      'origin/main',
      'remotes/origin/main',
      full,
      full.slice(0, 10),
      full.slice(0, 12).toUpperCase(),
    ]
    for (const packed of [false, true]) {
      if (packed) git(root, 'pack-refs', '--all')
      const found = opened(root)
      for (const name of [...names, ...steps, ...others]) {
        expect([name, commitOf(found, name)]).toEqual([name, git(root, 'rev-parse', `${name}^{commit}`)])
      }
      found.objects.close()
    }
  })

  test('that mean nothing are said not to', () => {
    const root = build()
    const found = opened(root)
    const wrong = [
      'nothing',
      '',
      '~1',
      'main~99',
      'main^9',
      'HEAD@{1}',
      '../config',
      'refs/../../config',
      'main:a.txt',
      'a b',
      '-x',
      'abcd',
      git(root, 'rev-parse', 'HEAD:a.txt'),
    ]
    for (const name of wrong) expect([name, commitOf(found, name)]).toEqual([name, { problem: expect.any(String) }])
    found.objects.close()
  })

  test('are read in a linked work tree, with its own HEAD', () => {
    const root = build()
    const linked = join(scratch(), 'linked')
    git(root, 'worktree', 'add', '-q', linked, 'side/branch')
    const versions = openVersions(linked)
    if ('problem' in versions) throw new Error(versions.problem)
    const base = versions.base('main', true)
    expect(base).toMatchObject({ commit: git(root, 'rev-parse', 'side/branch') })
    const head = versions.head()
    expect('problem' in head ? head : [...head.paths].sort()).toEqual(['a.txt', 'b.txt'])
    versions.close()
  })
})
