import { describe, expect, it } from 'vitest'
import { descend } from '../../../src/parse/node.js'
import { attribute, load, plain, service } from './load.js'

const TOP = 'volumes: {data: , cache: }\nsecrets: {s: {file: s}}\nconfigs: {c: {file: c}}\nnetworks: {n: }\n'

function canonical(key: string, written: string): unknown {
  const project = load(`services:\n  a:\n    image: x\n    ${key}: ${written}\n  b: {image: y}\n${TOP}`)
  expect(project.problems).toEqual([])
  return attribute(project, 'a', key)
}

const tcp = (target: number, published?: string, host?: string) => ({
  mode: 'ingress',
  target,
  protocol: 'tcp',
  ...(host ? { host_ip: host } : {}),
  ...(published ? { published } : {}),
})

describe('ports', () => {
  it.each([
    ['["3000"]', [tcp(3000)]],
    ['[3000]', [tcp(3000)]],
    ['["8080:80"]', [tcp(80, '8080')]],
    ['["127.0.0.1:8080:80"]', [tcp(80, '8080', '127.0.0.1')]],
    ['["127.0.0.1::80"]', [tcp(80, undefined, '127.0.0.1')]],
    ['["[::1]:8080:80"]', [tcp(80, '8080', '::1')]],
    ['["8000-8002:80"]', [tcp(80, '8000-8002')]],
    ['["8000-8001:90-91"]', [tcp(90, '8000'), tcp(91, '8001')]],
    ['["53:53/udp"]', [{ ...tcp(53, '53'), protocol: 'udp' }]],
    ['[22:22]', [tcp(22, '22')]],
    ['[{target: 80, published: 8080, host_ip: 0.0.0.0}]', [tcp(80, '8080', '0.0.0.0')]],
  ])('%s', (written, expected) => expect(canonical('ports', written)).toEqual(expected))
})

describe('mounts', () => {
  const volume = { volume: {} }
  const bind = { bind: { create_host_path: true } }
  it.each([
    ['["data:/d"]', { type: 'volume', source: 'data', target: '/d', ...volume }],
    [
      '["data:/d:ro,nocopy"]',
      { type: 'volume', source: 'data', target: '/d', read_only: true, volume: { nocopy: true } },
    ],
    ['["/anon/"]', { type: 'volume', target: '/anon', ...volume }],
    ['["./conf:/etc/conf:ro"]', { type: 'bind', source: 'conf', target: '/etc/conf', read_only: true, ...bind }],
    ['[".:/app"]', { type: 'bind', source: '.', target: '/app', ...bind }],
    ['["../up:/u:z"]', { type: 'bind', source: '../up', target: '/u', bind: { selinux: 'z', create_host_path: true } }],
    ['["/var/run/docker.sock:/s"]', { type: 'bind', source: '/var/run/docker.sock', target: '/s', ...bind }],
    [
      '["~/x:/x:rshared"]',
      { type: 'bind', source: '~/x', target: '/x', bind: { propagation: 'rshared', create_host_path: true } },
    ],
    ['["C:\\\\x:/x"]', { type: 'bind', source: 'C:\\x', target: '/x', ...bind }],
    ['[{type: tmpfs, target: /t/, tmpfs: {size: 1m}}]', { type: 'tmpfs', target: '/t', tmpfs: { size: '1m' } }],
    [
      '[{type: bind, source: ./x, target: /x, read_only: "yes"}]',
      { type: 'bind', source: 'x', target: '/x', read_only: true },
    ],
  ])('%s', (written, expected) => expect(canonical('volumes', written)).toEqual([expected]))
})

describe('other attributes', () => {
  it.each([
    ['environment', '[A=1, B, "C=", A=2]', { A: '2', B: null, C: '' }],
    [
      'environment',
      '{A: 1.10, B: 0777, C: yes, D: true, E: , F: 2024-01-02, G: "2024-01-02"}',
      {
        A: '1.1',
        B: '511',
        C: 'yes',
        D: 'true',
        E: null,
        F: '2024-01-02 00:00:00 +0000 UTC',
        G: '2024-01-02',
      },
    ],
    ['labels', '{a: , b: 1}', { a: '', b: '1' }],
    ['command', 'npm run "a b"', ['npm', 'run', 'a b']],
    ['command', 'a && b', ['a']],
    ['command', '"sh -c \'exit 0\'"', ['sh', '-c', 'exit 0']],
    ['command', '""', []],
    ['command', '', undefined],
    ['entrypoint', '/x.sh', ['/x.sh']],
    [
      'healthcheck',
      '{test: curl -f x || exit 1, interval: 5s}',
      { test: ['CMD-SHELL', 'curl -f x || exit 1'], interval: '5s' },
    ],
    ['healthcheck', '{disable: "true"}', { disable: true }],
    ['depends_on', '[b]', { b: { condition: 'service_started', required: true } }],
    [
      'depends_on',
      '{b: {condition: service_healthy, restart: true}}',
      { b: { condition: 'service_healthy', required: true, restart: true } },
    ],
    ['networks', '[n]', { n: null }],
    ['networks', '{}', { default: null }],
    ['extra_hosts', '["h:1.1.1.1", "i=[::1]"]', { h: ['1.1.1.1'], i: ['::1'] }],
    ['extra_hosts', '{h: host-gateway}', { h: ['host-gateway'] }],
    ['build', './svc', { context: 'svc', dockerfile: 'Dockerfile' }],
    ['build', '{context: https://x.test/y.git}', { context: 'https://x.test/y.git', dockerfile: 'Dockerfile' }],
    [
      'build',
      '{dockerfile_inline: FROM x, args: [A=1, NOWHERE]}',
      { context: '.', dockerfile_inline: 'FROM x', args: { A: '1' } },
    ],
    ['secrets', '[s]', [{ source: 's', target: '/run/secrets/s' }]],
    ['configs', '[c]', [{ source: 'c' }]],
    [
      'devices',
      '["/dev/a:/dev/b", "/dev/c"]',
      [
        { source: '/dev/a', target: '/dev/b', permissions: 'rwm' },
        { source: '/dev/c', target: '/dev/c', permissions: 'rwm' },
      ],
    ],
    ['dns', '1.1.1.1', ['1.1.1.1']],
    ['tmpfs', '/run', ['/run']],
    ['gpus', 'all', [{ count: 'all' }]],
    ['pull_policy', 'if_not_present', 'missing'],
    ['restart', 'no', 'no'],
    ['privileged', 'yes', true],
    ['ulimits', '{nofile: {soft: 1, hard: 2}, nproc: 3}', { nofile: { soft: 1, hard: 2 }, nproc: 3 }],
    ['x-develop', '{watch: []}', undefined],
  ])('%s: %s', (key, written, expected) => expect(canonical(key, written)).toEqual(expected))

  it('adds the dependencies that other attributes imply', () => {
    const implied = (attributes: string) =>
      Object.keys((attribute(load(service(attributes)), 'a', 'depends_on') ?? {}) as object)
    for (const attributes of [
      'links: ["b:x"]',
      'network_mode: "service:b"',
      'volumes_from: ["b:ro"]',
      'pid: "service:b"',
    ]) {
      expect(implied(attributes)).toEqual(['b'])
    }
    expect(implied('volumes_from: ["container:b"]')).toEqual([])
  })

  it('connects services to the default network unless they say otherwise', () => {
    expect(attribute(load(service('restart: no')), 'a', 'networks')).toEqual({ default: null })
    expect([...load(service('restart: no')).networks.keys()]).toEqual(['default'])
    expect(attribute(load(service('network_mode: host')), 'a', 'networks')).toBeUndefined()
  })

  it('gives a pre_start hook what the service has, but for its mounts', () => {
    const project = load(service('volumes: ["/v"], user: u, pre_start: [{command: migrate}, {image: other}]'))
    expect(attribute(project, 'a', 'pre_start')).toMatchObject([
      { image: 'x', user: 'u', command: ['migrate'] },
      { image: 'other', user: 'u' },
    ])
    expect((attribute(project, 'a', 'pre_start') as object[])[0]).not.toHaveProperty('volumes')
  })

  it('reads external resources of the old spelling', () => {
    const project = load('services: {a: {image: x}}\nvolumes: {v: {external: {name: real}}}\n')
    expect(plain(project.volumes.get('v')?.node)).toEqual({ external: true, name: 'real' })
  })

  it('points the parts of a short form at where it is written', () => {
    const text = 'services:\n  a:\n    image: x\n    ports:\n      - "8080:80"\n    environment:\n      - A=b\n'
    const node = load(text).services.get('a')?.node
    const ports = descend(node, 'ports')
    const port = ports?.kind === 'list' ? descend(ports.items[0], 'published') : undefined
    expect(text.slice(port?.at.start, port?.at.end)).toBe('"8080:80"')
    const environment = descend(node, 'environment')
    const entry = environment?.kind === 'map' ? environment.entries.get('A') : undefined
    expect(text.slice(entry?.keyAt.start, entry?.keyAt.end)).toBe('A=b')
  })
})

describe('paths', () => {
  it('are relative to the root, wherever the project lies', () => {
    const text = service(
      'build: ../app, env_file: [{path: ./a.env, required: false}], volumes: ["./x:/x", "/abs:/y"]',
      'secrets: {s: {file: ./s.txt}}\n',
    )
    const project = load({ 'deploy/prod/compose.yaml': text })
    expect(attribute(project, 'a', 'build')).toMatchObject({ context: 'deploy/app' })
    expect(attribute(project, 'a', 'env_file')).toEqual([{ path: 'deploy/prod/a.env', required: false }])
    expect(attribute(project, 'a', 'volumes')).toMatchObject([{ source: 'deploy/prod/x' }, { source: '/abs' }])
    expect(plain(project.secrets.get('s')?.node)).toEqual({ file: 'deploy/prod/s.txt' })
    expect(project.name).toBe('prod')
  })

  it('start from the project directory that is given', () => {
    const project = load({ 'deploy/compose.yaml': service('build: ./app') }, { projectDirectory: '.' })
    expect(attribute(project, 'a', 'build')).toMatchObject({ context: 'app' })
  })
})
