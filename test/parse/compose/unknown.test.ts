import { describe, expect, it } from 'vitest'
import { attribute, load, service } from './load.js'

const TOP = 'volumes: {data: }\nsecrets: {s: {file: s}}\nnetworks: {n: }\n'
const audit = (attributes: string) => load(service(attributes, TOP), { unset: 'unknown' })

describe('a value that only the environment tells', () => {
  it.each([
    'scale: "${X}"',
    'scale: "${X}", deploy: {replicas: 2}',
    'privileged: "${X}"',
    'mem_limit: "${X}"',
    'cpus: "${X}"',
    'mem_limit: "${X}", deploy: {resources: {limits: {memory: 1g}}}',
    'mem_limit: 1g, deploy: {resources: {limits: {memory: "${X}"}}}',
    'healthcheck: {interval: "${X}", retries: "${X}", disable: "${X}"}',
    'healthcheck: {test: ["${X}", "a"]}',
    'ports: ["${X}:80"]',
    'ports: ["${X}"]',
    'ports: [{target: "${X}", host_ip: "${X}"}]',
    'volumes: ["${X}:/x"]',
    'volumes: ["${X}"]',
    'volumes: [{type: "${X}", source: a, target: b}]',
    'secrets: ["${X}"]',
    'configs: ["${X}"]',
    'network_mode: "${X}"',
    'container_name: web, scale: "${X}"',
    'pull_policy: "${X}"',
    'command: "${X} (a"',
    'command: "run ${X:?no} ${Y}"',
    'env_file: "${X}"',
    'extends: {service: "${X}"}',
    'extends: {file: "${X}", service: a}',
    'extra_hosts: ["${X}"]',
    'ulimits: {nofile: "${X}"}',
    'devices: ["${X}"]',
    'gpus: "${X}"',
    'build: "${X}"',
    'build: {context: ., platforms: ["${X}"]}, platform: linux/arm64',
    'deploy: {resources: {reservations: {devices: [{capabilities: [gpu], count: "${X}"}]}}}',
    'tmpfs: "${X}", volumes: ["/x", "/y"]',
    'logging: {driver: "${X}"}',
    'restart: "${X:?needed}"',
    'volumes: ["${A}:/a", "${B}:${C}", "${D}:${E}"]',
    'stop_grace_period: "${X}"',
  ])('is no mistake: %s', attributes => {
    const project = audit(attributes)
    expect(project.problems).toEqual([])
    expect(project.missing).toEqual([])
  })

  it.each([
    ['ports: ["${PORT}:80"]', 'ports', [{ published: '?${PORT}', target: 80, protocol: 'tcp', mode: 'ingress' }]],
    [
      'ports: ["127.0.0.1:${P:-${Q}}:${T}/udp"]',
      'ports',
      [{ host_ip: '127.0.0.1', published: '?${P:-${Q}}', target: '?${T}', protocol: 'udp', mode: 'ingress' }],
    ],
    ['ports: ["${PORT:-8080}:80"]', 'ports', [{ published: '8080', target: 80, protocol: 'tcp', mode: 'ingress' }]],
    [
      'volumes: ["${DIR}/x:/x:ro"]',
      'volumes',
      [{ type: '?${DIR}/x', source: '?${DIR}/x', target: '/x', read_only: true, volume: {} }],
    ],
    [
      'volumes: ["./${DIR:?a/../b}/x:/x"]',
      'volumes',
      [{ type: 'bind', source: '?${DIR:?a/../b}/x', target: '/x', bind: { create_host_path: true } }],
    ],
    ['environment: ["A=${X}", "B=b", C, "D=${Y:-d}"]', 'environment', { A: '?${X}', B: 'b', C: null, D: 'd' }],
    ['command: \'serve --port ${PORT} "a b"\'', 'command', ['serve', '--port', '?${PORT}', 'a b']],
    ['healthcheck: {test: "curl ${X}"}', 'healthcheck', { test: ['CMD-SHELL', '?curl ${X}'] }],
    [
      'build: {context: ., args: [A, "B=${X}"]}',
      'build',
      { context: '.', dockerfile: 'Dockerfile', args: { A: null, B: '?${X}' } },
    ],
  ])('keeps what is known of %s', (attributes, key, expected) =>
    expect(attribute(audit(attributes), 'a', key)).toEqual(expected),
  )

  it('still refuses what is wrong whatever the value is', () => {
    expect(audit('imge: "${X}"').problems).toHaveLength(1)
    expect(audit('networks: [nope], image: "${X}"').problems.length).toBeGreaterThan(0)
  })

  it('does not know the name of a project in the root', () => {
    expect(audit('restart: no').name).toBeUndefined()
    expect(attribute(audit('container_name: "${COMPOSE_PROJECT_NAME}-a"'), 'a', 'container_name')).toBe(
      '?${COMPOSE_PROJECT_NAME}-a',
    )
    expect(load('name: My.App\nservices: {a: {image: x}}').name).toBe('myapp')
    expect(load('name: "$N"\nservices: {a: {image: x}}', { unset: 'unknown' }).name).toBeUndefined()
  })
})
