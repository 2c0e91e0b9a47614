import { describe, expect, it } from 'vitest'
import { checkAlertmanagerConfig } from '../../src/parse/alertmanager/check.js'
import { reachableReceivers, readAlertmanagerConfig } from '../../src/parse/alertmanager.js'
import { templateProblem } from '../../src/parse/go-template.js'
import { checkPrometheusConfig } from '../../src/parse/prometheus/check-config.js'
import { checkRuleFile } from '../../src/parse/prometheus/check-rules.js'
import { addressOfTarget, readPrometheusConfig } from '../../src/parse/prometheus/config.js'
import { parsePrometheusDuration } from '../../src/parse/prometheus/duration.js'
import { checkPromql } from '../../src/parse/prometheus/promql.js'
import { relabel, relabelRulesOf } from '../../src/parse/prometheus/relabel.js'
import { readRe2 } from '../../src/parse/re2.js'
import { parseYaml } from '../../src/parse/yaml.js'
import { millisecondsSince } from '../support/processor-time.js'

function rulesIn(text: string) {
  return relabelRulesOf(parseYaml({ path: 'r.yml', text }).documents[0]?.root)
}

describe('durations', () => {
  it.each([
    ['15s', 15_000],
    ['1h30m', 5_400_000],
    ['1y2w3d', (365 + 14 + 3) * 86_400_000],
    ['100ms', 100],
    ['0', 0],
    ['15', undefined],
    ['1m1h', undefined],
    ['', undefined],
    ['400y', undefined],
  ])('%s', (text, milliseconds) => expect(parsePrometheusDuration(text)).toBe(milliseconds))
})

describe('relabeling', () => {
  const labels = new Map([
    ['__address__', 'api:3000'],
    ['stage', 'prod'],
  ])

  it('replaces, with what the expression holds', () => {
    const rules = rulesIn(
      `- { source_labels: [__address__], regex: '([^:]+):\\d+', target_label: __address__, replacement: '$1:9100' }`,
    )
    expect(relabel(labels, rules)).toEqual(new Map([...labels, ['__address__', 'api:9100']]))
  })

  it('keeps and drops by labels', () => {
    expect(relabel(labels, rulesIn('- { source_labels: [stage], regex: staging, action: keep }'))).toBe('dropped')
    expect(relabel(labels, rulesIn('- { source_labels: [stage], regex: prod, action: drop }'))).toBe('dropped')
    expect(relabel(labels, rulesIn('- { source_labels: [stage], regex: "prod|test", action: keep }'))).toEqual(labels)
  })

  it('does not evaluate what could take long', () => {
    const rules = rulesIn('- { source_labels: [stage], regex: "(a+)+b", action: keep }')
    expect(relabel(labels, rules)).toBe('unknown')
  })
})

it('a target is asked at its relabeled address, with the path and scheme of its labels', () => {
  const { jobs } = readPrometheusConfig({
    path: 'p.yml',
    text: `scrape_configs:
  - job_name: a
    scheme: https
    static_configs: [{ targets: ["[::1]:80"], labels: { __metrics_path__: /stats } }]
`,
  })
  const [job] = jobs
  const target = job?.targets[0]
  if (!job || !target) throw new Error('no target')
  expect(addressOfTarget(target, job)).toMatchObject({ host: '::1', port: 80, scheme: 'https', path: '/stats' })
})

it('only receivers that a route leads to are reached', () => {
  const config = readAlertmanagerConfig({
    path: 'a.yml',
    text: `route:
  receiver: unreached
  routes:
    - { receiver: a, matchers: [x="y"] }
    - { receiver: b }
    - { receiver: c }
receivers: [{ name: a }]
`,
  })
  expect([...reachableReceivers(config)]).toEqual(['a', 'b'])
})

describe('hostile texts', () => {
  const many = 20_000
  const texts = [
    '('.repeat(many),
    '['.repeat(many),
    '{'.repeat(many),
    'a['.repeat(many),
    '-'.repeat(many),
    'a or '.repeat(many),
    'sum by ('.repeat(many),
    '"'.repeat(many),
    '\\'.repeat(many),
    '(?:'.repeat(many),
    'a{1000}'.repeat(many),
    '{{'.repeat(many),
    '{{ if x }}'.repeat(many),
    '{{ ('.repeat(many),
    '0'.repeat(many),
    ' '.repeat(many),
    'a="b",'.repeat(many),
    '\u0000\ud800'.repeat(many),
  ]

  it.each(texts.map(text => [text.slice(0, 10), text] as const))('%s is read in no time', (_, text) => {
    const before = process.cpuUsage()
    checkPromql(text)
    readRe2(text)
    templateProblem(text, { functions: new Set(), variables: [] })
    parsePrometheusDuration(text)
    const quoted = JSON.stringify(text.slice(0, 5_000))
    const source = {
      path: 'f.yml',
      text: `groups: [{ name: a, rules: [{ alert: a, expr: ${quoted}, labels: { a: ${quoted} } }] }]`,
    }
    checkRuleFile(source, parseYaml(source).documents[0]?.root)
    const route = {
      path: 'a.yml',
      text: `route: { receiver: a, routes: [{ matchers: [${quoted}] }] }\nreceivers: [{ name: a }]`,
    }
    checkAlertmanagerConfig(route, parseYaml(route).documents[0]?.root)
    const job = {
      path: 'p.yml',
      text: `scrape_configs: [{ job_name: a, relabel_configs: [{ regex: ${quoted}, target_label: a }] }]`,
    }
    checkPrometheusConfig(job, parseYaml(job).documents[0]?.root)
    readPrometheusConfig(job)
    expect(millisecondsSince(before)).toBeLessThan(2_000)
  })
})
