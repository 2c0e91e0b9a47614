import { describe, expect, it } from 'vitest'
import { rules } from '../rules/index.js'
import { check } from '../src/check.js'
import { treeOf } from '../src/examples.js'
import type { Finding } from '../src/finding.js'
import { buildSystem } from '../src/model/build.js'
import { recordReads } from '../src/tree.js'
import { CODE_TRAPS } from './support/code-secret-traps.js'
import { CODE_TRUE } from './support/code-secret-truths.js'
import './support/grammars.js'
import type { Scene } from './support/secret-lines.js'

const secretRules = rules.filter(rule => rule.id.startsWith('secret/'))

/** The findings of all rules about secrets in a whole repository, as an audit makes them. */
function findingsIn({ files }: Pick<Scene, 'files'>): readonly Finding[] {
  const { tree, sources } = recordReads(treeOf(files))
  const system = buildSystem(tree, { deployments: [] })
  // Code that belongs to no service would be silent whatever stands in it.
  expect(system.services.map(({ name }) => name)).toEqual(['api'])
  const judgements = check(system, secretRules, sources)
  expect(judgements.flatMap(judgement => judgement.error ?? [])).toEqual([])
  return judgements.flatMap(judgement => judgement.outcomes).flatMap(outcome => outcome.findings)
}

const trueLines = CODE_TRUE.flatMap(([rule, context, all]) => all.map(line => [rule, line, context] as const))
const trapLines = CODE_TRAPS.flatMap(([context, all]) => all.map(line => [line, context] as const))

describe('the accuracy of the rules about secrets in code', () => {
  it('is measured on enough lines', () => {
    expect(new Set(trueLines.map(([, line]) => line)).size).toBeGreaterThanOrEqual(150)
    expect(trapLines.length).toBeGreaterThanOrEqual(300)
  })

  it.each(trueLines)('%s, once, and without telling it: %s', (rule, line, context) => {
    const scene = context(line)
    const findings = findingsIn(scene)
    expect(findings.map(({ rule, place }) => `${rule} ${place.path}:${place.line}`)).toEqual([
      `${rule} ${scene.path}:${scene.line}`,
    ])
    const told = JSON.stringify(findings.map(({ message, fix, why, related }) => [message, fix, why, related]))
    expect(told).not.toContain('otter')
    for (const run of line.match(/[A-Za-z0-9+/]{20,}/g) ?? []) if (/\d/.test(run)) expect(told).not.toContain(run)
  })

  it.each(trapLines)('nothing: %s', (line, context) => {
    expect(findingsIn(context(line)).map(({ rule, message }) => `${rule} ${message}`)).toEqual([])
  })
})
