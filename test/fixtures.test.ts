import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { audit } from '../src/audit.js'
import { type Expected, readExpected, summarise, writeExpected } from './support/expected.js'

/**
 * Whole repositories with everything they are told. After a change that is meant, `UPDATE_EXPECTED=1` writes the files
 * anew and keeps the reasons; read the difference, and give each new rule the reason why it is right here.
 */
const FIXTURES = join(import.meta.dirname, '..', 'fixtures')
const UPDATE = process.env.UPDATE_EXPECTED !== undefined

const fixtures = readdirSync(FIXTURES, { withFileTypes: true }).filter(entry => entry.isDirectory())

describe.each(fixtures.map(({ name }) => name))('fixtures/%s', name => {
  const root = join(FIXTURES, name)
  const path = join(root, 'expected.txt')
  const known: Expected | undefined = existsSync(path) ? readExpected(path) : undefined
  const found = summarise(audit(root), known)

  it('is told what is expected', () => {
    if (UPDATE) writeFileSync(path, writeExpected(found))
    else expect(writeExpected(found)).toBe(known && writeExpected(known))
  })

  it('has a reason for every rule that finds something', () => {
    const silent = [...(known?.rules ?? [])].filter(([, { reason }]) => reason.trim() === '').map(([rule]) => rule)
    expect(silent).toEqual([])
  })
})
