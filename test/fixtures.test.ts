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

/** Each of its folders is one kind of broken file and is audited on its own: one must not explain away another. */
const COLLECTION = 'broken-inputs'

const folders = (path: string) =>
  readdirSync(path, { withFileTypes: true }).flatMap(entry => (entry.isDirectory() ? [entry.name] : []))

const fixtures = folders(FIXTURES).flatMap(name =>
  name === COLLECTION ? folders(join(FIXTURES, name)).map(one => `${name}/${one}`) : [name],
)

describe.each(fixtures)('fixtures/%s', async name => {
  const root = join(FIXTURES, name)
  const path = join(root, 'expected.txt')
  const known: Expected | undefined = existsSync(path) ? readExpected(path) : undefined
  const found = summarise(await audit(root), known)

  it('is told what is expected', () => {
    if (UPDATE) writeFileSync(path, writeExpected(found))
    else expect(writeExpected(found)).toBe(known && writeExpected(known))
  })

  it('has a reason for every rule that finds something', () => {
    const silent = [...(known?.rules ?? [])].filter(([, { reason }]) => reason.trim() === '').map(([rule]) => rule)
    expect(silent).toEqual([])
  })
})

describe('the Kubernetes manifests of the healthy system', () => {
  it('are ready by themselves, with nothing left open', async () => {
    const { score, findings, unverified } = await audit(join(FIXTURES, 'healthy-erp', 'kubernetes'))
    expect(findings.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([])
    expect(unverified).toEqual([])
    expect(score?.total).toBe(100)
  })
})
