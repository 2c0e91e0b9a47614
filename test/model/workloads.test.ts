import { describe, expect, it } from 'vitest'
import { type Files, service, systemOf, systemOfServices, workload } from '../support/model.js'

const APP = 'image: acme/app:1\n'
const known = (value: unknown) => ({ known: true, value })
/** A service as `docker stack deploy` reads it. */
const inSwarm = (settings: string) =>
  workload(systemOf({ 'docker-stack.yml': `services:\n  app:\n${settings.replace(/^(?=.)/gm, '    ')}\n` }), 'app')

describe('restart', () => {
  it.each([
    ['', 'none', false],
    ['restart: always', 'always', true],
    ['restart: unless-stopped', 'always', true],
    ['restart: on-failure', 'on-failure', true],
    ['restart: on-failure:5', 'on-failure', true],
    ['restart: "no"', 'none', true],
    ['restart: no', 'none', true],
    ['restart: "${RESTART}"', 'unknown', true],
    ['restart: "${RESTART:-always}"', 'always', true],
    ['restart: always\ndeploy: {restart_policy: {condition: none}}', 'none', true],
    ['restart: always\ndeploy: {restart_policy: {condition: on-failure}}', 'on-failure', true],
    ['restart: "no"\ndeploy: {restart_policy: {condition: any}}', 'always', true],
    ['deploy: {restart_policy: {condition: "${C}"}}', 'unknown', true],
    // Compose reads a policy without a condition as none: docker/compose, `mapRestartPolicyCondition`.
    ['restart: always\ndeploy: {restart_policy: {max_attempts: 3}}', 'none', true],
  ])('under Compose: %s', (settings, policy, written) => {
    expect(service(APP + settings).restart).toMatchObject({ policy, written })
  })

  it.each([
    ['', 'always', false],
    ['restart: "no"', 'always', false],
    ['deploy: {restart_policy: {condition: none}}', 'none', true],
    ['deploy: {restart_policy: {max_attempts: 3}}', 'always', true],
  ])('in a swarm: %s', (settings, policy, written) => {
    expect(inSwarm(APP + settings).restart).toMatchObject({ policy, written })
  })

  it('tells which of two policies has no effect', () => {
    const inert = (settings: string) => service(APP + settings).inert.map(one => [one.setting, one.overruledBy])
    expect(inert('restart: always\ndeploy: {restart_policy: {condition: on-failure}}')).toEqual([
      ['restart', 'deploy.restart_policy.condition: on-failure'],
    ])
    expect(inert('restart: always\ndeploy: {restart_policy: {max_attempts: 3}}')).toEqual([
      ['restart', 'deploy.restart_policy without a condition'],
    ])
    expect(inert('restart: always\ndeploy: {restart_policy: {condition: any}}')).toEqual([])
    expect(inert('restart: on-failure:3\ndeploy: {restart_policy: {condition: on-failure}}')).toEqual([])
  })
})

describe('replicas', () => {
  it.each([
    ['', undefined],
    ['scale: 3', known(3)],
    ['deploy: {replicas: 2}', known(2)],
    ['scale: 3\ndeploy: {replicas: 3}', known(3)],
    ['deploy: {replicas: "${N:-2}"}', known(2)],
    ['deploy: {replicas: "${N}"}', { known: false }],
    ['deploy: {mode: global}', undefined],
  ])('under Compose: %s', (settings, expected) => {
    const { replicas } = service(APP + settings)
    if (expected === undefined) expect(replicas).toBeUndefined()
    else expect(replicas).toMatchObject(expected)
  })

  it('are one on each node of a swarm in global mode', () => {
    expect(inSwarm(`${APP}deploy: {mode: global, replicas: 1}`).replicas).toMatchObject({ known: false })
    expect(inSwarm(`${APP}deploy: {replicas: 3}`).replicas).toMatchObject(known(3))
  })

  it.each(['scale: 0', 'deploy: {replicas: 0}'])('%s starts nothing until somebody asks', settings => {
    const system = systemOfServices(`app: {image: "acme/app:1"}\nspare:\n  image: acme/app:1\n  ${settings}\n`)
    expect(system.workloads.map(one => one.name)).toEqual(['app'])
    expect(system.deployments[0]?.onRequest.map(one => [one.name, one.weight])).toEqual([['spare', 0]])
  })
})

describe('resources', () => {
  it.each([
    [
      'deploy: {resources: {limits: {memory: 512M, cpus: "0.5"}, reservations: {memory: 256M, cpus: "0.25"}}}',
      512 * 2 ** 20,
      0.5,
    ],
    ['mem_limit: 1.5g\ncpus: 2', 1.5 * 2 ** 30, 2],
    ['mem_limit: 512000000', 512_000_000, undefined],
    ['mem_limit: "${MEM:-2gb}"', 2 * 2 ** 30, undefined],
    ['mem_limit: 0', undefined, undefined],
    ['', undefined, undefined],
  ])('%s', (settings, memory, cpus) => {
    const { memoryLimit, cpuLimit } = service(APP + settings).resources
    expect(memoryLimit?.known && memoryLimit.value).toBe(memory === undefined ? undefined : memory)
    expect(cpuLimit?.known && cpuLimit.value).toBe(cpus === undefined ? undefined : cpus)
  })

  it('are not known when a variable sets them', () => {
    expect(service(`${APP}mem_limit: "\${MEM}"`).resources.memoryLimit).toMatchObject({ known: false })
  })

  it('takes shares for no reservation of processors', () => {
    expect(service(`${APP}cpu_shares: 512`).resources.cpuReservation).toBeUndefined()
  })
})

describe('ports', () => {
  it.each<[string, unknown]>([
    ['8080:80', { reach: 'any', host: known(8080), container: known(80), protocol: 'tcp' }],
    ['80', { reach: 'any', container: known(80) }],
    ['127.0.0.1:8080:80', { reach: 'loopback', address: '127.0.0.1' }],
    ['[::1]:8080:80', { reach: 'loopback' }],
    ['0.0.0.0:8080:80', { reach: 'any' }],
    ['10.0.0.5:8080:80', { reach: 'address', address: '10.0.0.5' }],
    ['${BIND}:8080:80', { reach: 'unknown' }],
    ['${BIND:-127.0.0.1}:8080:80', { reach: 'loopback' }],
    ['${PORT}:80', { host: { known: false }, reach: 'any', container: known(80) }],
    ['${PORT:-9000}:80', { host: known(9000) }],
    ['53:53/udp', { protocol: 'udp' }],
    ['8080-8082:80', { host: known(8080), hostEnd: 8082 }],
  ])('%s', (port, expected) => {
    const { published } = service(`${APP}ports: ["${port}"]`)
    expect(published).toHaveLength(1)
    expect(published[0]).toMatchObject(expected as object)
  })

  it('each of a range on both sides', () => {
    const { published } = service(`${APP}ports: ["8080-8081:80-81"]`)
    expect(
      published.map(({ host, container }) => [host?.known && host.value, container.known && container.value]),
    ).toEqual([
      [8080, 80],
      [8081, 81],
    ])
  })

  it('are listened on by EXPOSE, expose and what the software is known for', () => {
    expect(
      service('build: .\nexpose: ["9000", "9100-9101"]', { Dockerfile: 'FROM node:22\nEXPOSE 3000\nEXPOSE 4000/udp\n' })
        .listens,
    ).toEqual([9000, 9100, 9101, 3000, 4000])
    expect(service('image: redis:8').listens).toContain(6379)
  })
})

describe('networks', () => {
  const aliases = (services: string, name: string, files: Files = {}) =>
    workload(systemOfServices(services, files), name).networks.map(one => [one.network, ...one.aliases])

  it('are the default one, those named, or none', () => {
    expect(aliases('app: {image: a}\n', 'app')).toEqual([['default', 'app']])
    expect(aliases('app:\n  image: a\n  networks: {back: {aliases: [api]}, front: {}}\n', 'app')).toEqual([
      ['back', 'app', 'api'],
      ['front', 'app'],
    ])
    expect(aliases('app: {image: a, network_mode: host}\n', 'app')).toEqual([])
    expect(aliases('app: {image: a, network_mode: none}\n', 'app')).toEqual([])
  })

  it('are those of the container whose network is shared', () => {
    const services =
      'vpn: {image: v, networks: [back]}\napp: {image: a, network_mode: "service:vpn"}\nb: {image: a, network_mode: "service:app"}\n'
    expect(aliases(services, 'app')).toEqual([['back']])
    expect(aliases(services, 'b')).toEqual([['back']])
    expect(
      aliases('a: {image: a, network_mode: "service:b"}\nb: {image: a, network_mode: "service:a"}\n', 'a'),
    ).toEqual([])
  })
})

describe('a service that is scaled, named and depended on', () => {
  it('keeps what rules ask for', () => {
    const system = systemOfServices(
      'app:\n  image: acme/app:1\n  container_name: erp\n  hostname: erp-1\n  stop_grace_period: 1m30s\n  init: true\n  links: [db]\n  depends_on:\n    db: {condition: service_healthy, required: false}\n    seed: {condition: service_completed_successfully}\n  secrets: [key]\ndb: {image: "postgres:17"}\nseed: {image: acme/seed}\n',
    )
    expect(workload(system, 'app')).toMatchObject({
      fixedName: known('erp'),
      hostname: known('erp-1'),
      stopGracePeriod: known(90),
      init: true,
      dependsOn: [
        { workload: 'db', condition: 'healthy', required: false },
        { workload: 'seed', condition: 'completed', required: true },
      ],
      secretFiles: ['/run/secrets/key'],
    })
  })
})

describe('mounts', () => {
  it.each<[string, unknown]>([
    ['volumes: ["data:/data"]', { type: 'volume', source: known('data'), target: known('/data'), readOnly: false }],
    ['volumes: ["./conf:/etc/app:ro"]', { type: 'bind', source: known('conf'), readOnly: true }],
    ['volumes: ["/data"]', { type: 'anonymous', target: known('/data') }],
    ['volumes: ["${DATA}:/data"]', { target: known('/data') }],
    ['volumes: [{type: tmpfs, target: /tmp}]', { type: 'tmpfs' }],
    ['tmpfs: "/run:size=1m"', { type: 'tmpfs', target: known('/run') }],
  ])('%s', (settings, expected) => {
    const { mounts } = service(APP + settings)
    expect(mounts).toHaveLength(1)
    expect(mounts[0]).toMatchObject(expected as object)
  })
})
