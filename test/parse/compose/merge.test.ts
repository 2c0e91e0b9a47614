import { describe, expect, it } from 'vitest'
import { attribute, codes, load } from './load.js'

const TOP = 'networks: {n1: , n2: }\nsecrets: {s: {file: s}, t: {file: t}}\nvolumes: {data: }\n'

function merged(base: string, over: string, key: string): unknown {
  const files = {
    'compose.yaml': `services:\n  a:\n    image: x\n    ${key}: ${base}\n  b: {image: y}\n  c: {image: z}\n${TOP}`,
    'compose.override.yaml': `services:\n  a:\n    ${key}: ${over}\n`,
  }
  const project = load(files, { files: Object.keys(files) })
  expect(project.problems).toEqual([])
  return attribute(project, 'a', key)
}

describe('override files', () => {
  it.each([
    ['environment', '{A: 1, B: 2}', '[B=3, C]', { A: '1', B: '3', C: null }],
    ['labels', '[a=1]', '{a: 2, b: }', { a: '2', b: '' }],
    ['annotations', '{a: 1}', '{b: 2}', { a: '1', b: '2' }],
    ['sysctls', '[a=1]', '{a: 2}', { a: '2' }],
    ['extra_hosts', '["h:1.1.1.1"]', '{h: 2.2.2.2}', { h: ['1.1.1.1', '2.2.2.2'] }],
    ['command', '[a, b]', 'c d', ['c', 'd']],
    ['entrypoint', 'a', '[]', []],
    [
      'healthcheck',
      '{test: [CMD, a], interval: 5s}',
      '{test: [CMD, b], retries: 2}',
      { test: ['CMD', 'b'], interval: '5s', retries: 2 },
    ],
    ['dns', '1.1.1.1', '[2.2.2.2, 1.1.1.1]', ['1.1.1.1', '2.2.2.2']],
    ['tmpfs', '/a', '/b', ['/a', '/b']],
    ['cap_add', '[A]', '[B, A]', ['A', 'B']],
    ['profiles', '[p]', '[q, p]', ['p', 'q']],
    ['expose', '["80"]', '["81", "80"]', ['80', '81']],
    ['logging', '{driver: x, options: {a: 1}}', '{options: {b: 2}}', { driver: 'x', options: { a: 1, b: 2 } }],
    ['logging', '{driver: x, options: {a: 1}}', '{driver: y}', { driver: 'y' }],
    [
      'ulimits',
      '{nofile: {soft: 1, hard: 2}}',
      '{nofile: {soft: 2, hard: 2}, nproc: 5}',
      { nofile: { soft: 2, hard: 2 }, nproc: 5 },
    ],
    ['ulimits', '{nofile: 1}', '{nofile: {soft: 1, hard: 2}}', { nofile: { soft: 1, hard: 2 } }],
    ['networks', '[n1]', '{n2: {aliases: [x]}}', { n1: null, n2: { aliases: ['x'] } }],
    ['restart', 'always', 'no', 'no'],
    ['restart', 'always', '', 'always'],
    ['deploy', '{replicas: 2, labels: {a: 1}}', '{labels: [a=2]}', { replicas: 2, labels: { a: '2' } }],
    [
      'secrets',
      '[s]',
      '[{source: s, target: /run/secrets/s, uid: "1"}, t]',
      [
        { source: 's', target: '/run/secrets/s', uid: '1' },
        { source: 't', target: '/run/secrets/t' },
      ],
    ],
  ])('merges %s: %s with %s', (key, base, over, expected) => expect(merged(base, over, key)).toEqual(expected))

  it('merges depends_on of both forms', () => {
    expect(
      merged(
        '[b]',
        '{b: {condition: service_healthy}, c: {condition: service_started, required: false}}',
        'depends_on',
      ),
    ).toEqual({
      b: { condition: 'service_healthy', required: true },
      c: { condition: 'service_started', required: false },
    })
  })

  it('replaces mounts by target and ports by binding', () => {
    const volumes = merged('["data:/data", "./x:/x"]', '["./y:/data/:ro"]', 'volumes') as {
      source: string
      target: string
    }[]
    expect(volumes.map(volume => [volume.source, volume.target])).toEqual([
      ['y', '/data'],
      ['x', '/x'],
    ])
    const ports = merged('["80:80"]', '["80:80", "81:80", {target: 80, published: "80"}]', 'ports') as {
      published: string
    }[]
    expect(ports.map(port => port.published)).toEqual(['80', '81'])
  })

  it('merges build, short or long', () => {
    expect(merged('./app', '{target: t, args: [A=1]}', 'build')).toEqual({
      context: 'app',
      target: 't',
      args: { A: '1' },
      dockerfile: 'Dockerfile',
    })
  })

  it('points every value at the file it comes from', () => {
    const files = {
      'a.yaml': 'services: {s: {image: x, environment: {A: 1, B: 1}}}',
      'b.yaml': 'services: {s: {environment: [B=2]}}',
    }
    const project = load(files, { files: ['a.yaml', 'b.yaml'] })
    const environment = project.services.get('s')?.node.entries.get('environment')?.node
    const paths =
      environment?.kind === 'map' ? [...environment.entries].map(([key, { node }]) => [key, node.at.path]) : []
    expect(paths).toEqual([
      ['A', 'a.yaml'],
      ['B', 'b.yaml'],
    ])
    expect(project.services.get('s')?.at.path).toBe('b.yaml')
    expect(project.files).toEqual(['a.yaml', 'b.yaml'])
  })

  it('refuses to merge a list with a mapping', () => {
    const files = { 'a.yaml': 'services: {s: {image: x, ports: ["80"]}}', 'b.yaml': 'services: {s: {ports: {a: b}}}' }
    expect(codes(load(files, { files: ['a.yaml', 'b.yaml'] }))).toEqual(['cannot-override'])
  })

  it('merges the documents of one file', () => {
    const project = load('services: {s: {image: x}}\n---\nservices: {s: {restart: always}}\n')
    expect([attribute(project, 's', 'image'), attribute(project, 's', 'restart')]).toEqual(['x', 'always'])
  })
})

describe('!reset and !override', () => {
  const over = (text: string, key: string) => {
    const files = {
      'a.yaml': 'services: {a: {image: x, ports: ["80:80"], environment: {A: 1, B: 2}, command: c, restart: always}}',
      'b.yaml': `services: {a: {${text}}}`,
    }
    return attribute(load(files, { files: ['a.yaml', 'b.yaml'] }), 'a', key)
  }

  it.each([
    ['ports: !reset []', 'ports', undefined],
    ['restart: !reset null', 'restart', undefined],
    ['environment: {A: !reset null}', 'environment', { B: '2' }],
    ['environment: !override {C: 3}', 'environment', { C: '3' }],
    ['command: !override [d]', 'command', ['d']],
  ])('%s', (text, key, expected) => expect(over(text, key)).toEqual(expected))

  it('replaces ports', () => expect(over('ports: !override ["90:90"]', 'ports')).toMatchObject([{ target: 90 }]))

  it('resets what a service takes by extends', () => {
    const project = load(
      'services:\n  b: {image: x, ports: ["80:80"], restart: always}\n  a: {extends: b, ports: !reset []}\n',
    )
    expect(attribute(project, 'a', 'ports')).toBeUndefined()
    expect(attribute(project, 'a', 'restart')).toBe('always')
    expect(attribute(project, 'b', 'ports')).toHaveLength(1)
  })
})
