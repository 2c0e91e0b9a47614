import './support/grammars.js'
import { describe, expect, it } from 'vitest'
import { rules } from '../rules/index.js'
import { auditTree } from '../src/audit.js'
import { DEFAULT_OPTIONS } from '../src/config/config.js'
import { type ExpectedFinding, exampleTree, expectedFindings } from '../src/examples.js'
import type { Finding } from '../src/finding.js'
import type { Example, Rule } from '../src/rule.js'
import './support/grammars.js'

/** What a rule says of its example, in an audit with all rules. */
function judge(rule: Rule, example: Example) {
  const result = auditTree(exampleTree(example), { ...DEFAULT_OPTIONS, advice: true })
  expect(result.internalErrors).toEqual([])
  const outcomes = result.judgements.find(judgement => judgement.rule.id === rule.id)?.outcomes ?? []
  return { outcomes, findings: outcomes.flatMap(outcome => outcome.findings).toSorted(byPlace) }
}

function byPlace(a: Finding, b: Finding): number {
  return a.place.path === b.place.path ? a.place.line - b.place.line : a.place.path < b.place.path ? -1 : 1
}

/** The announced findings in the order of the found ones: several may share a line. */
function inOrderOf(findings: readonly Finding[], expected: readonly ExpectedFinding[]): readonly ExpectedFinding[] {
  const left = [...expected]
  const found = findings.flatMap(({ place, message }) => {
    const index = left.findIndex(
      ({ path, line, match }) => path === place.path && line === place.line && message.includes(match),
    )
    return index === -1 ? [] : left.splice(index, 1)
  })
  return [...found, ...left]
}

describe.each(rules.map(rule => [rule.id, rule] as const))('%s', (_, rule) => {
  it.each(rule.examples.bad.map((example, index) => [index + 1, example] as const))(
    'finds what bad example %d marks, and nothing else',
    (_, example) => {
      const { findings } = judge(rule, example)
      expect(findings.map(({ place, message }) => ({ path: place.path, line: place.line, message }))).toEqual(
        inOrderOf(findings, expectedFindings(example)).map(({ path, line, match }) => ({
          path,
          line,
          message: expect.stringContaining(match),
        })),
      )
    },
  )

  it.each(rule.examples.good.map((example, index) => [index + 1, example] as const))(
    'passes good example %d',
    (_, example) => {
      const { outcomes, findings } = judge(rule, example)
      expect(findings.filter(finding => !finding.suppressed).map(finding => finding.message)).toEqual([])
      expect(outcomes.filter(outcome => outcome.status === 'unverified').map(outcome => outcome.because)).toEqual([])
      expect(outcomes.filter(outcome => outcome.status === 'fail')).toEqual([])
      expect(outcomes.length).toBeGreaterThan(0)
    },
  )
})
