import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codes, load, service } from './load.js'

const TOP = 'volumes: {data: }\nsecrets: {s: {file: s}}\n'

describe('what Compose refuses in a service', () => {
  it.each([
    ['imge: y', ['unknown-key']],
    ['deploy: {replicas: 2, foo: 1}', ['unknown-key']],
    ['ports: "80"', ['wrong-type']],
    ['environment: ', ['wrong-type']],
    ['container_name: 5', ['wrong-type']],
    ['use_api_socket: yes', ['wrong-type']],
    ['group_add: [1.5]', ['wrong-value']],
    ['networks: [n]', ['undefined-reference']],
    ['volumes: ["nope:/x"]', ['undefined-reference']],
    ['secrets: [nope]', ['undefined-reference']],
    ['configs: [nope]', ['undefined-reference']],
    ['models: [nope]', ['undefined-reference']],
    ['depends_on: [nope]', ['undefined-dependency']],
    ['network_mode: "service:nope"', ['undefined-dependency']],
    ['links: [nope]', ['undefined-dependency']],
    ['depends_on: [off]', ['disabled-reference']],
    ['depends_on: {off: {condition: service_started, required: false}}', []],
    ['depends_on: {b: {condition: healthy}}', ['wrong-value']],
    ['depends_on: {b: {}}', ['missing-key']],
    ['depends_on: [a]', ['cycle']],
    ['network_mode: host, networks: [default]', ['settings-conflict']],
    ['network_mode: host, ports: ["80:80"]', []],
    ['scale: 2, deploy: {replicas: 3}', ['settings-conflict']],
    ['scale: 2, deploy: {replicas: 2}', []],
    ['scale: -1', ['wrong-value']],
    ['mem_limit: 1g, deploy: {resources: {limits: {memory: 512m}}}', ['settings-conflict']],
    ['mem_limit: 1g, deploy: {resources: {limits: {memory: 1024m}}}', []],
    ['mem_limit: 1g, deploy: {resources: {limits: {cpus: "1"}}}', ['settings-conflict']],
    ['mem_limit: 1g, deploy: {resources: {reservations: {cpus: "1"}}}', []],
    ['cpus: 1, deploy: {resources: {limits: {cpus: "0.5"}}}', ['settings-conflict']],
    ['cpus: 0.1, deploy: {resources: {limits: {cpus: "0.1"}}}', []],
    ['pids_limit: 5, deploy: {resources: {limits: {pids: 6}}}', ['settings-conflict']],
    ['mem_reservation: 1g, deploy: {resources: {reservations: {memory: 2g}}}', ['settings-conflict']],
    ['container_name: web, scale: 2', ['settings-conflict']],
    ['container_name: web, deploy: {replicas: 2}', ['settings-conflict']],
    ['container_name: web, deploy: {replicas: 1}', []],
    ['healthcheck: {test: ["curl", "x"]}', ['wrong-value']],
    ['healthcheck: {test: [NONE]}', []],
    ['healthcheck: {interval: 30}', ['wrong-type']],
    ['healthcheck: {interval: 30x}', ['wrong-value']],
    ['mem_limit: lots', ['wrong-value']],
    ['ports: ["80:80/tpc"]', ['invalid-port']],
    ['ports: ["8000-8003:80-81"]', ['invalid-port']],
    ['ports: ["::1:80:80"]', ['invalid-port']],
    ['ports: ["70000:80"]', ['invalid-port']],
    ['ports: ["80:0"]', ['invalid-port']],
    ['ports: [{published: 80}]', ['missing-key']],
    ['volumes: [{type: volume, source: data}]', ['missing-key']],
    ['ports: [{target: 80, host_ip: nowhere}]', ['invalid-port']],
    ['cap_add: [A, A]', []],
    ['security_opt: [a, a]', ['duplicate-item']],
    ['volumes: ["data:/b:ro:d"]', ['invalid-volume']],
    ['volumes: [":/x"]', ['invalid-volume']],
    ['volumes: [{source: x, target: y}]', ['missing-key']],
    ['volumes: [{type: bind, target: /x}]', ['missing-key']],
    ['volumes: ["data:/x"], tmpfs: /x', ['duplicate-mount']],
    ['volumes: ["data:/x", "./y:/x/"]', []],
    ['command: "a (b)"', ['invalid-command']],
    ['extra_hosts: ["nope"]', ['wrong-type']],
    ['pull_policy: sometimes', ['wrong-value']],
    ['build: {context: ., dockerfile: D, dockerfile_inline: FROM x}', ['settings-conflict']],
    ['build: {context: ., additional_contexts: {c: "service:b"}}', ['undefined-reference']],
    ['build: {context: ., platforms: [linux/amd64]}, platform: linux/arm64', ['settings-conflict']],
    ['develop: {watch: [{path: ., action: sync}]}', ['missing-key']],
    ['gpus: [{count: 1, device_ids: ["0"]}]', ['settings-conflict']],
    ['ulimits: {nofile: x}', ['wrong-type']],
    ['privileged: perhaps', ['wrong-type']],
    ['x-anything: {a: [1]}', []],
    ['develop: {watch: [{path: ., action: rebuild}]}, provider: {type: p, options: {a: [1]}}', []],
  ])('%s', (attributes, expected) => {
    const found = codes(load(service(attributes, TOP)))
    expect([...new Set(found)]).toEqual(expected)
  })
})

describe('what Compose refuses in a project', () => {
  it.each([
    ['services: {a: {restart: always}}', ['no-image']],
    ['services: {a: {build: .}, b: {provider: {type: p}}}', []],
    ['service: {a: {image: x}}', ['unknown-key']],
    ['services: {a: {image: x}}\nx-foo: 1\nversion: "3"\n', []],
    ['services: {a: {image: x}}\nversion: 3\n', ['wrong-type']],
    ['services: [a]', ['wrong-type']],
    ['services: {a: }', ['wrong-type']],
    ['services: {"a b": {image: x}}', ['unknown-key']],
    ['services: {a: {image: x, image: y}}', ['duplicate-key']],
    ['services: {a: {image: x, labels: {1: x}}}', ['wrong-type']],
    ['- a', ['not-a-mapping']],
    [
      'services: {a: {image: x, depends_on: [b]}, b: {image: x, depends_on: [c]}, c: {image: x, depends_on: [a]}}',
      ['cycle'],
    ],
    ['services: {a: {image: x}}\nvolumes: {v: {external: true, driver: d}}', ['settings-conflict']],
    ['services: {a: {image: x}}\nvolumes: {v: {external: {name: n}, name: m}}', ['settings-conflict']],
    ['services: {a: {image: x}}\nsecrets: {s: {file: f, environment: E}}', ['settings-conflict']],
    ['services: {a: {image: x}}\nconfigs: {c: {}}', ['missing-key']],
    ['services: {a: {image: x}}\nsecrets: {s: {external: true}}', []],
    ['services: {a: {image: x}}\njobs: {a: {image: x, triggers: {manual: true}}}', ['duplicate-key']],
    [
      'services: {a: {image: x, depends_on: [j]}}\njobs: {j: {image: x, triggers: {manual: true}}}',
      ['undefined-dependency'],
    ],
    ['services: {a: {image: x}}\nnetworks: {n: {driver: bridge, ipam: {config: [{subnet: 10.0.0.0/8}]}}}', []],
  ])('%s', (text, expected) => expect([...new Set(codes(load(text)))]).toEqual(expected))

  it('tells where a mistake is, once, whatever is merged over it', () => {
    const files = {
      'a.yaml': 'services:\n  a:\n    image: x\n    imge: y\n',
      'b.yaml': 'services: {a: {restart: always}}',
    }
    const { problems } = load(files, { files: ['a.yaml', 'b.yaml'] })
    expect(problems.map(problem => [problem.at.path, problem.at.start, problem.message])).toEqual([
      ['a.yaml', files['a.yaml'].indexOf('imge'), 'services.a does not know the key imge'],
    ])
  })
})

describe('reading goes on', () => {
  it('after a mistake', () => {
    const project = load('services:\n  a: {image: x, ports: 5, restart: always}\n  b: {image: y}\n c: [\n')
    expect(project.problems.length).toBeGreaterThan(0)
    expect([...project.services.keys()]).toEqual(expect.arrayContaining(['a']))
  })

  it('with files that are not there', () => {
    const project = load(
      { 'a.yaml': 'services: {a: {image: x, env_file: [no.env]}}' },
      { files: ['a.yaml', 'gone.yaml'] },
    )
    expect(project.missing.map(file => [file.path, file.at.path])).toEqual([
      ['gone.yaml', 'gone.yaml'],
      ['no.env', 'a.yaml'],
    ])
    expect([...project.services.keys()]).toEqual(['a'])
    expect(load({}, { files: [] }).services.size).toBe(0)
  })

  it('does not miss what may be missing, or what is switched off', () => {
    const text =
      'services: {a: {image: x, env_file: [{path: no.env, required: false}]}, b: {image: x, profiles: [p], env_file: no.env}}'
    expect(load(text).missing).toEqual([])
    expect(load(text, { profiles: ['p'] }).missing).toHaveLength(1)
  })

  it('reads a fragment on its own', () => {
    const project = load(
      'services: {a: {ports: !reset [], environment: !override {A: 1}, depends_on: {z: {required: false}}}}',
    )
    expect([...project.services.keys()]).toEqual(['a'])
  })

  it('whatever the file says', () => {
    const scalar = fc.constantFrom(
      'x',
      '"${A}"',
      '${B:-1}',
      '5',
      'true',
      '',
      '"a:b"',
      '[]',
      '{}',
      '!reset x',
      '[a, {b: c}]',
      '{source: 1}',
      '*nope',
      '{target: 80}',
      '"80:80"',
    )
    const key = fc.constantFrom(
      'image',
      'build',
      'ports',
      'volumes',
      'environment',
      'depends_on',
      'deploy',
      'healthcheck',
      'networks',
      'extends',
      'command',
      'ulimits',
      'secrets',
      'env_file',
      'labels',
      'extra_hosts',
      'pre_start',
      'develop',
      'profiles',
      'links',
      'scale',
      'network_mode',
    )
    const attributes = fc.array(fc.tuple(key, scalar), { maxLength: 6 })
    const text = (list: readonly (readonly [string, string])[]) =>
      `include: ${list.length % 2 ? '[]' : 'x'}\nservices:\n  a:\n${list.map(([name, value]) => `    ${name}: ${value}\n`).join('')}  b: {image: x}\nvolumes: [1]\n`
    fc.assert(
      fc.property(attributes, attributes, fc.constantFrom('empty', 'unknown'), (a, b, unset) => {
        load(
          { 'a.yaml': text(a), 'b.yaml': text(b) },
          { files: ['a.yaml', 'b.yaml'], unset: unset as 'empty', profiles: ['*'] },
        )
      }),
      { numRuns: 300 },
    )
  })
})
