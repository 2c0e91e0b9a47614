import { expect, test } from 'vitest'
import { checkAlertmanagerConfig } from '../../src/parse/alertmanager/check.js'
import type { Node, Problem } from '../../src/parse/node.js'
import { checkPrometheusConfig } from '../../src/parse/prometheus/check-config.js'
import { checkRuleFile } from '../../src/parse/prometheus/check-rules.js'
import { checkPromql } from '../../src/parse/prometheus/promql.js'
import { parseYaml } from '../../src/parse/yaml.js'
import type { Source } from '../../src/source.js'
import { generatePromql } from './prometheus-cases/generate-promql.js'
import { spoilYaml } from './prometheus-cases/generate-yaml.js'
import { askPrometheus, type Case, type Question, readCases, readExpressions } from './prometheus-cases/oracle.js'

type Kind = Question['kind']
interface Asked extends Case {
  readonly kind: Kind
}

/** The first thing that is wrong with a YAML text. */
function inYaml(check: (source: Source, root: Node | undefined) => readonly Problem[]) {
  return (text: string): string | undefined => {
    const source = { path: 'file.yml', text }
    const { documents, problems } = parseYaml(source)
    return [...problems, ...check(source, documents[0]?.root)][0]?.message
  }
}

/** What ours says against a text; undefined when it takes it. */
const OURS: Readonly<Record<Kind, (text: string) => string | undefined>> = {
  alertmanager: inYaml(checkAlertmanagerConfig),
  prometheus: inYaml(checkPrometheusConfig),
  promql: text => checkPromql(text)?.message,
  rules: inYaml(checkRuleFile),
}

const FILES = ['prometheus', 'rules', 'alertmanager'] as const
const written: readonly Asked[] = [
  ...readExpressions().map(one => ({ ...one, kind: 'promql' as const })),
  ...FILES.flatMap(kind => readCases(`${kind}.cases`).map(one => ({ ...one, kind }))),
]
const SEED = 20_261_127
const generated: readonly Question[] = [
  ...generatePromql(SEED, 4000).map(text => ({ kind: 'promql' as const, text })),
  ...FILES.flatMap(kind => {
    const texts = written.filter(one => one.kind === kind && !one.refused && one.text !== '').map(({ text }) => text)
    return spoilYaml(SEED, texts, 1000).map(text => ({ kind, text }))
  }),
]
const theirs = askPrometheus([...written, ...generated])

/** What keeps the two apart; empty when they agree. */
function disagreement({ kind, text }: Question, refusal: string | undefined): string {
  const ours = OURS[kind](text)
  if ((ours === undefined) === (refusal === undefined)) return ''
  return `${kind}\n${text}\nours: ${ours ?? 'takes it'}\ntheirs: ${refusal ?? 'take it'}`
}

test('there are enough texts, and the generated ones are of both sorts', () => {
  expect(written.length).toBeGreaterThanOrEqual(280)
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
