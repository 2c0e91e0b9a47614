import type { Case } from './cases.js'
import { type Dice, dice, pick } from './dice.js'

type Make = (die: Dice) => string

const word = (die: Dice) => pick(die, ['a', 'b', 'c'])

/** Some of the items, in their order. */
function some<T>(die: Dice, items: readonly T[], atLeast: number): readonly T[] {
  const chosen = items.filter(() => die.roll(2) === 0)
  return chosen.length >= atLeast ? chosen : items.slice(0, atLeast)
}

function list(die: Dice, items: readonly string[]): string {
  return `[ ${some(die, items, 1).join(', ')} ]`
}

/** A map or the list of `key=value` that means the same. */
function keyValues(die: Dice, keys: readonly string[]): string {
  const pairs = some(die, keys, 1).map(key => [key, pick(die, ['1', 'two', 'true', '""', '"x=y"'])] as const)
  if (die.roll(2) === 0) return `{ ${pairs.map(([key, value]) => `${key}: ${value}`).join(', ')} }`
  return `[ ${pairs.map(([key, value]) => `"${key}=${value.replaceAll('"', '')}"`).join(', ')} ]`
}

/** One way of writing each key. Values collide often, so that merging has something to do. */
const keys: ReadonlyMap<string, Make> = new Map<string, Make>([
  ['annotations', die => keyValues(die, ['a', 'b', 'c'])],
  ['cap_add', die => list(die, ['NET_ADMIN', 'SYS_TIME', 'ALL'])],
  ['command', die => pick(die, ['[ run, "--x" ]', 'run "a b" --y', '[]', '""', '"${CMD:-run} $$x"'])],
  ['configs', die => list(die, ['c1', '{ source: c2, target: /c }', '{ source: c1, target: /c, mode: 0440 }'])],
  ['cpus', die => pick(die, ['0.5', '"1.5"', '2'])],
  [
    'depends_on',
    die =>
      pick(die, [
        '[ dep1 ]',
        '[ dep1, dep2 ]',
        '{ dep1: { condition: service_healthy } }',
        '{ dep2: { condition: service_completed_successfully, required: false } }',
      ]),
  ],
  [
    'deploy',
    die =>
      `{ replicas: ${die.roll(3)}, labels: ${keyValues(die, ['a', 'b'])}, resources: { reservations: { memory: ${pick(die, ['64m', '1.5g'])} } }, restart_policy: { condition: ${pick(die, ['any', 'on-failure'])}, delay: ${pick(die, ['5s', '1m'])} } }`,
  ],
  ['dns', die => pick(die, ['1.1.1.1', '[ 1.1.1.1, 8.8.8.8 ]', '[ 9.9.9.9 ]'])],
  ['entrypoint', die => pick(die, ['[ tini, "--" ]', 'tini --', '[]'])],
  [
    'env_file',
    die =>
      pick(die, [
        'one.env',
        '[ one.env, two.env ]',
        '[ { path: two.env } ]',
        '[ { path: none.env, required: false }, two.env ]',
      ]),
  ],
  ['environment', die => keyValues(die, ['A', 'B', 'C', 'FROM_ENV'])],
  ['expose', die => list(die, ['80', '"81"', '"82/udp"'])],
  ['extra_hosts', die => pick(die, ['[ "a:1.1.1.1" ]', '{ a: 1.1.1.1, b: 2.2.2.2 }', '[ "b=2.2.2.2", "c:::1" ]'])],
  [
    'healthcheck',
    die =>
      pick(die, [
        '{ test: curl x }',
        '{ test: [ CMD, x ], interval: 5s }',
        '{ interval: 1m, retries: 2 }',
        '{ disable: true }',
        '{ test: [ NONE ] }',
      ]),
  ],
  ['container_name', die => pick(die, ['box-a', 'box-b'])],
  ['hostname', word],
  ['network_mode', die => pick(die, ['host', '"service:dep1"'])],
  ['scale', die => pick(die, ['1', '"${N:-2}"'])],
  ['pids_limit', die => pick(die, ['10', '-1'])],
  ['image', die => `i:${word(die)}`],
  ['init', die => pick(die, ['true', 'false'])],
  ['labels', die => keyValues(die, ['l1', 'l2', 'l3'])],
  [
    'logging',
    die =>
      pick(die, [
        '{ driver: json-file, options: { max-size: 1m } }',
        '{ driver: local }',
        '{ options: { max-file: "2" } }',
        '{ driver: json-file, options: { max-file: 3 } }',
      ]),
  ],
  ['mem_limit', die => pick(die, ['512m', '1g', '1073741824', '0.5G'])],
  [
    'networks',
    die =>
      pick(die, [
        '[ n1 ]',
        '[ n1, n2 ]',
        '{ n2: { aliases: [ x ] } }',
        '{ n1: , n2: { aliases: [ y ], priority: 2 } }',
      ]),
  ],
  [
    'ports',
    die =>
      list(die, [
        '"80:80"',
        '"127.0.0.1:81:81"',
        '"8000-8002:8000-8002"',
        '{ target: 80, published: "80" }',
        '9000',
        '"80:80/udp"',
      ]),
  ],
  ['privileged', die => pick(die, ['true', 'false', '"${UNSET:-true}"'])],
  ['profiles', die => pick(die, ['[]', '[ on ]', '[ off ]', '[ off, on ]'])],
  ['read_only', die => pick(die, ['true', 'false'])],
  ['restart', die => pick(die, ['always', '"no"', 'on-failure:3'])],
  ['secrets', die => list(die, ['s1', '{ source: s2, target: /run/secrets/s1 }', 's2'])],
  ['security_opt', die => list(die, ['"no-new-privileges:true"', '"seccomp:unconfined"'])],
  ['shm_size', die => pick(die, ['64m', '1gb', '65536'])],
  ['stop_grace_period', die => pick(die, ['10s', '1m30s', '500ms'])],
  ['sysctls', die => keyValues(die, ['net.a', 'net.b'])],
  ['tmpfs', die => pick(die, ['/t1', '[ /t1, "/t2:size=1m" ]', '[ /t3 ]'])],
  [
    'ulimits',
    die =>
      pick(die, ['{ nofile: 10 }', '{ nofile: { soft: 1, hard: 2 } }', '{ nproc: 5, nofile: { soft: 3, hard: 3 } }']),
  ],
  ['user', die => pick(die, ['"1000"', 'app', '"${UNSET:-1:1}"'])],
  [
    'volumes',
    die =>
      list(die, [
        './d:/v1',
        'v1:/v1:ro',
        '/v2',
        '{ type: bind, source: ./e, target: /v2 }',
        'v2:/v3',
        '{ type: tmpfs, target: /v4, tmpfs: { size: 1m } }',
      ]),
  ],
  [
    'build',
    die => pick(die, ['.', '{ context: ./b, args: { A: 1 } }', '{ dockerfile: D, args: [ "B=2" ], target: t }', './c']),
  ],
])

/** Keys whose value may be taken out or replaced as a whole in the second file. */
const tagged = ['ports', 'environment', 'labels', 'volumes', 'cap_add', 'networks', 'depends_on', 'healthcheck']

/** `count` projects of two files, the same for the same seed. */
export function generateCases(seed: number, count: number): readonly Case[] {
  const die = dice(seed)
  return Array.from({ length: count }, (_, index) => project(die, index + 1))
}

function project(die: Dice, number: number): Case {
  const first = `services:\n  web:\n    image: base\n${body(die, false, ['image'])}${siblings}${declarations}`
  const second = `services:\n  web:\n${body(die, true, [])}`
  return {
    name: `generated: project ${number}`,
    files: new Map([
      ['compose.yaml', first],
      ['compose.over.yaml', second],
      ['one.env', 'A=file1\nD=one\n'],
      ['two.env', 'D=${D:-two}\nE="two ${FROM_ENV}"\n'],
    ]),
    compose: ['compose.yaml', 'compose.over.yaml'],
    environment: new Map([['FROM_ENV', 'shell']]),
    profiles: ['on'],
    environmentFiles: [],
    rejected: 'unstated',
  }
}

function body(die: Dice, tags: boolean, without: readonly string[]): string {
  const names = [...keys.keys()].filter(key => !without.includes(key))
  const chosen = new Set(Array.from({ length: 3 + die.roll(7) }, () => pick(die, names)))
  return [...chosen]
    .map(key => {
      const value = keys.get(key)?.(die) ?? ''
      const tag = tags && tagged.includes(key) ? pick(die, ['', '', '', '!override ', '!reset ']) : ''
      return `    ${key}: ${tag}${value}\n`
    })
    .join('')
}

const siblings = '  dep1: { image: d }\n  dep2: { image: d }\n'

const declarations = [
  'networks: { n1: , n2: { driver: bridge } }',
  'volumes: { v1: , v2: }',
  'secrets: { s1: { file: s1 }, s2: { environment: S2 } }',
  'configs: { c1: { file: c1 }, c2: { content: x } }',
  '',
].join('\n')
