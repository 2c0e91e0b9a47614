import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyDelta } from '../../src/discover/git/delta.js'
import { openObjects } from '../../src/discover/git/objects.js'
import { commit, git, repository, scratch, write } from '../support/repository.js'

/** Every object that git lists, read and hashed by us. */
function readsAll(root: string, hashSize: 20 | 32 = 20): number {
  const common = git(root, 'rev-parse', '--path-format=absolute', '--git-common-dir')
  const list = git(root, 'cat-file', '--batch-all-objects', '--batch-check').split('\n')
  const objects = openObjects(common, hashSize)
  for (const line of list) {
    const [name = '', type, size] = line.split(' ')
    const found = objects.read(name)
    const hash = createHash(hashSize === 20 ? 'sha1' : 'sha256').update(`${type} ${size}\0`)
    expect(hash.update(found?.data ?? '').digest('hex')).toBe(name)
    expect(objects.size(name)).toBe(Number(size))
    expect(objects.read(name, Number(size) - 1)).toBeUndefined()
  }
  objects.close()
  return list.length
}

/** A history in which a long file changes a little each time, so that git packs it as deltas. */
function grown(root: string, versions: number): void {
  const lines = Array.from(
    { length: 400 },
    (_, index) => `line ${index} ${createHash('md5').update(String(index)).digest('hex')}`,
  )
  for (let version = 0; version < versions; version++) {
    lines[(version * 37) % lines.length] = `changed in ${version}`
    write(root, {
      'src/long.txt': lines.join('\n'),
      [`src/part${version}/small.txt`]: `${version}\n`,
      'zeros.bin': Buffer.alloc(300_000),
    })
    commit(root)
  }
}

describe('objects', () => {
  test('are read alone and from packs, with deltas by offset and by name, of both index versions', () => {
    const root = repository({ 'a.txt': 'a', 'empty.txt': '' })
    grown(root, 8)
    git(root, 'tag', '-a', 'v1', '-m', 'a tag')
    expect(readsAll(root)).toBeGreaterThan(30)
    git(root, 'repack', '-adfq', '--depth=50')
    expect(git(root, 'count-objects', '-v')).toMatch(/^count: 0$/m)
    const packed = readsAll(root)
    expect(packed).toBeGreaterThan(30)
    git(root, '-c', 'pack.indexVersion=1', '-c', 'repack.useDeltaBaseOffset=false', 'repack', '-adfq', '--depth=50')
    expect(readsAll(root)).toBe(packed)
    write(root, { 'late.txt': 'alone again' })
    commit(root)
    expect(readsAll(root)).toBe(packed + 3)
  })

  test('are read where the repository borrows them, and with SHA-256', () => {
    const root = repository({ 'a.txt': 'a' })
    grown(root, 2)
    const borrower = join(scratch(), 'borrower')
    git(root, 'clone', '-q', '--shared', root, borrower)
    write(borrower, { 'own.txt': 'own' })
    commit(borrower)
    expect(readsAll(borrower)).toBeGreaterThan(8)
    const long = repository({ 'a.txt': 'a' }, '--object-format=sha256')
    grown(long, 3)
    readsAll(long, 32)
    git(long, 'repack', '-adq')
    readsAll(long, 32)
  })

  test('that are damaged are not there, and nothing throws', () => {
    const root = repository({ 'a.txt': 'a' })
    grown(root, 4)
    git(root, 'repack', '-adfq')
    const names = git(root, 'cat-file', '--batch-all-objects', '--batch-check=%(objectname)').split('\n')
    const folder = join(root, '.git/objects/pack')
    const files = readdirSync(folder).filter(name => /\.(?:idx|pack)$/.test(name))
    const whole = new Map(files.map(name => [name, readFileSync(join(folder, name))]))
    const damage = fc.tuple(
      fc.constantFrom(...files),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.integer({ min: 0, max: 255 }),
      fc.boolean(),
    )
    fc.assert(
      fc.property(damage, ([name, share, byte, cut]) => {
        const data = Buffer.from(whole.get(name) ?? '')
        const at = Math.min(data.length - 1, Math.floor(data.length * share))
        data[at] = byte
        const path = join(folder, name)
        writeFileSync(`${path}.new`, cut ? data.subarray(0, at) : data)
        // Packs are read-only files, and are replaced.
        renameSync(`${path}.new`, path)
        const objects = openObjects(join(root, '.git'), 20)
        for (const one of names) {
          objects.size(one)
          objects.read(one)
          objects.beginning(one.slice(0, 6))
        }
        objects.close()
        writeFileSync(`${path}.new`, whole.get(name) ?? '')
        renameSync(`${path}.new`, path)
      }),
      { numRuns: 60 },
    )
  })

  test('deltas that do not fit make nothing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), fc.uint8Array({ maxLength: 60 }), (base, delta) => {
        const made = applyDelta(Buffer.from(base), Buffer.from(delta), 1_000)
        expect(made === undefined || made.length <= 1_000).toBe(true)
      }),
    )
    // Copies 16 MiB minus one many times, out of one byte.
    expect(
      applyDelta(Buffer.from('x'), Buffer.from([1, 0xff, 0xff, 0xff, 0x7f, 0xf0, 0xff, 0xff, 0xff]), 1 << 30),
    ).toBeUndefined()
  })
})
