import { describe, expect, it } from 'vitest'
import { logShippingOf } from '../../src/model/log-shipping.js'
import { systemOf } from '../support/model.js'

const APPS = '  loki: {image: "grafana/loki:3.5"}\n  api: {image: a}\n  web: {image: b}\n  db: {image: "postgres:17"}\n'

function systemWith(image: string, mount: string, config: string, more = '') {
  const [path = ''] = mount.split(':')
  const collector = `  logs: {image: "${image}", volumes: ["./${mount}", "/var/log:/var/log:ro"]${more}}\n`
  return systemOf({ 'compose.yaml': `services:\n${collector}${APPS}`, [path]: config })
}

const lines = (system: ReturnType<typeof systemOf>) =>
  system.edges
    .filter(({ via }) => via === 'configuration')
    .map(({ from, host, port, answer, what }) => {
      const to = answer.kind === 'workload' ? answer.workload.name : answer.kind
      return `${from.name} → ${host}${port === undefined ? '' : `:${port}`} = ${to} (${what})`
    })

const PROMTAIL = ['grafana/promtail:3.5', 'p.yml:/etc/promtail/config.yml'] as const

describe('where a configuration says that it sends to', () => {
  it.each([
    [...PROMTAIL, 'clients: [{url: "http://loki:3100/loki/api/v1/push"}]\n', ['logs → loki:3100 = loki (its client)']],
    [...PROMTAIL, 'clients: [{url: "http://lokki:3100/push"}]\n', ['logs → lokki:3100 = nobody (its client)']],
    [
      ...PROMTAIL,
      'clients: [{url: "https://u:p@logs.example.com/push"}]\n',
      ['logs → logs.example.com = outside (its client)'],
    ],
    [...PROMTAIL, 'clients: [{url: "http://${LOKI}:3100/push"}]\n', []],
    [
      'grafana/alloy:v1.10.0',
      'c.alloy:/etc/alloy/config.alloy',
      'loki.write "default" {\n  endpoint {\n    url = "http://loki:3100/loki/api/v1/push"\n  }\n}\n',
      ['logs → loki:3100 = loki (an endpoint)'],
    ],
    [
      'timberio/vector:0.49.0-alpine',
      'v.yaml:/etc/vector/vector.yaml',
      'sinks:\n  out: {type: loki, inputs: [a], endpoint: "http://loki:3100"}\n  more: {type: elasticsearch, endpoints: ["http://es:9200"]}\n  shown: {type: console}\n',
      ['logs → loki:3100 = loki (the sink out)', 'logs → es:9200 = nobody (the sink more)'],
    ],
    [
      'timberio/vector:0.49.0-alpine',
      'v.toml:/etc/vector/vector.toml',
      '[sinks.out]\ntype = "loki"\nendpoint = "http://loki:3100"\n',
      ['logs → loki:3100 = loki (the sink out)'],
    ],
    [
      'elastic/filebeat:9.1.0',
      'f.yml:/usr/share/filebeat/filebeat.yml',
      'output.elasticsearch:\n  hosts: ["http://es:9200", "loki:9200"]\n',
      ['logs → es:9200 = nobody (output.elasticsearch)', 'logs → loki:9200 = loki (output.elasticsearch)'],
    ],
    [
      'fluent/fluent-bit:4.2',
      'f.conf:/fluent-bit/etc/fluent-bit.conf',
      '[INPUT]\n    Name tail\n    Host nothing\n[OUTPUT]\n    Name loki\n    Match *\n    Host lokki\n',
      ['logs → lokki = nobody (the output loki)'],
    ],
    [
      'fluent/fluent-bit:4.2',
      'f.yaml:/fluent-bit/etc/fluent-bit.yaml',
      'pipeline: {outputs: [{name: loki, match: "*", host: loki}]}\n',
      ['logs → loki = loki (the output loki)'],
    ],
    [
      'logstash:9.1.0',
      'l.conf:/usr/share/logstash/pipeline/logstash.conf',
      'input { beats { hosts => ["in:1"] } }\noutput {\n  elasticsearch {\n    hosts => ["http://es:9200", "loki:1"]\n  }\n}\n',
      ['logs → es:9200 = nobody (its output)', 'logs → loki:1 = loki (its output)'],
    ],
    [
      'grafana/grafana:12.1',
      'd.yml:/etc/grafana/provisioning/datasources/d.yml',
      'datasources: [{name: Loki, url: "http://loki:3100"}, {name: Old, url: "http://x:1", access: direct}, {name: Test}]\n',
      ['logs → loki:3100 = loki (the data source Loki)'],
    ],
  ])('%s, %s: %s', (image, mount, config, expected) => {
    expect(lines(systemWith(image, mount, config))).toEqual(expected)
  })

  it('is read from the file that the command names', () => {
    const command = ', command: ["-config.file=/etc/p.yml"]'
    const system = systemWith(
      'grafana/promtail:3.5',
      'p.yml:/etc/p.yml',
      'clients: [{url: "http://loki:3100/"}]\n',
      command,
    )
    expect(lines(system)).toEqual(['logs → loki:3100 = loki (its client)'])
  })
})

describe('logs that are collected', () => {
  it.each([
    ['clients: [{url: "http://loki:3100/"}]\n', 'shipped'],
    ['clients: [{url: "http://lokki:3100/"}]\n', 'astray'],
    ['clients: [{url: "http://lokki:3100/"}, {url: "http://loki:3100/"}]\n', 'shipped'],
    ['clients: [{url: "http://lokki:3100/"}, {url: "http://${LOKI}/"}]\n', 'shipped'],
    ['clients: [{url: "https://logs.example.com/"}]\n', 'shipped'],
  ])('with %s', (config, state) => {
    expect(logShippingOf(systemWith(...PROMTAIL, config)).state).toBe(state)
  })
})
