import { expect, test } from 'vitest'
import { checkPromql } from '../../src/parse/prometheus/promql.js'
import { generatePromql } from './prometheus-cases/generate-promql.js'
import { askPrometheus, type Case, type Question, readExpressions } from './prometheus-cases/oracle.js'

interface Asked extends Case {
  readonly kind: Question['kind']
}

/** What ours says against a text; undefined when it takes it. */
const OURS: Readonly<Record<string, (text: string) => string | undefined>> = {
  promql: text => checkPromql(text)?.message,
}

const written: readonly Asked[] = readExpressions().map(one => ({ ...one, kind: 'promql' as const }))
const generated: readonly Question[] = generatePromql(20_261_127, 4000).map(text => ({ kind: 'promql' as const, text }))
const theirs = askPrometheus([...written, ...generated])

/** What keeps the two apart; empty when they agree. */
function disagreement({ kind, text }: Question, refusal: string | undefined): string {
  const ours = OURS[kind]?.(text)
  if ((ours === undefined) === (refusal === undefined)) return ''
  return `${text}\nours: ${ours ?? 'takes it'}\nPrometheus: ${refusal ?? 'takes it'}`
}

test('there are enough texts, and the generated ones are of both sorts', () => {
  expect(written.length).toBeGreaterThanOrEqual(120)
  expect(new Set(written.map(({ kind, name }) => `${kind} ${name}`)).size).toBe(written.length)
  const refused = theirs.slice(written.length).filter(refusal => refusal !== undefined)
  expect(refused.length).toBeGreaterThan(generated.length / 10)
  expect(refused.length).toBeLessThan(generated.length * 0.9)
})

for (const [index, item] of written.entries()) {
  test(`${item.kind}: ${item.name}`, () => {
    const refusal = theirs[index]
    expect(refusal !== undefined, `the case does not say what Prometheus says: ${refusal}`).toBe(item.refused)
    expect(disagreement(item, refusal)).toBe('')
  })
}

test('generated texts', () => {
  const apart = generated.map((question, index) => disagreement(question, theirs[written.length + index]))
  expect(apart.filter(text => text !== '')).toEqual([])
})
