import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { composeFile } from '../bench/inputs.js'
import { SECRET, SECRET_PLACES } from './support/hostile-canaries.js'
import { HOSTILE_CLUSTERS, HOSTILE_CONFIGURATIONS } from './support/hostile-clusters.js'
import { HOSTILE_CODE } from './support/hostile-code.js'
import { HOSTILE_FILES, HOSTILE_YAML, runFiles, runRepositories } from './support/hostile-inputs.js'
import { type HostileRun, runHostile } from './support/hostile-run.js'

/**
 * What one repository may cost, with all reports, in processor time: so many times an ordinary compose file of 1,200
 * services, on this machine and at this moment. The largest of them hold thousands of services and findings; what is
 * quadratic in them takes minutes.
 */
const MOST_TIMES_ORDINARY = 4
let ordinary = Number.POSITIVE_INFINITY

beforeAll(async () => {
  const files = { 'compose.yaml': composeFile(1_200) }
  for (let run = 0; run < 3; run++) ordinary = Math.min(ordinary, (await runHostile(files)).milliseconds)
}, 120_000)

/** Megabytes that this process may have held at its largest. */
const MOST_MEGABYTES = 1_400

/** V8 lets garbage lie where there is room for it: then what was held before would count as well. */
afterEach(() => {
  if (process.memoryUsage.rss() > 700 * 1024 * 1024) globalThis.gc?.()
})

afterAll(() => {
  expect(process.resourceUsage().maxRSS / 1024).toBeLessThan(MOST_MEGABYTES)
})

/** Terminal sequences, control characters but the line break, and the marks that turn text around. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNSAFE = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/

function expectSound(ran: HostileRun): void {
  expect(ran.stderr).not.toMatch(/bug|crashed/)
  expect([0, 1, 3]).toContain(ran.code)
  expect(UNSAFE.exec(ran.stdout)).toBeNull()
  expect(UNSAFE.exec(ran.stderr)).toBeNull()
  expect(JSON.parse(ran.json)).toHaveProperty('score')
  expect(JSON.parse(ran.sarif)).toHaveProperty('runs')
  expect(ran.milliseconds / ordinary).toBeLessThan(MOST_TIMES_ORDINARY)
}

describe('hostile YAML', () => {
  test.each(Object.entries(HOSTILE_YAML))('%s', async (_, files) => expectSound(await runHostile(files)))
})

describe('hostile files', () => {
  test.each(Object.entries(HOSTILE_FILES))('%s', async (_, files) => expectSound(await runHostile(files)))
})

describe('hostile manifests', () => {
  test.each(Object.entries(HOSTILE_CLUSTERS))('%s', async (_, files) => expectSound(await runHostile(files)))
})

describe('hostile configurations', () => {
  test.each(Object.entries(HOSTILE_CONFIGURATIONS))('%s', async (_, files) => expectSound(await runHostile(files)))
})

describe('hostile code', () => {
  test.each(Object.entries(HOSTILE_CODE))('%s', async (_, files) => expectSound(await runHostile(files)))
})

describe('texts that make regular expressions go back and forth', () => {
  test.each(Object.entries(runRepositories(4_000)))('%s', async (_, files) => expectSound(await runHostile(files)))
  test.each(Object.entries(runFiles(100_000)))('%s', async (_, files) => expectSound(await runHostile(files)))
})

function makePipe(path: string): void {
  execFileSync('/usr/bin/env', ['mkfifo', path])
}

/** No mode keeps the superuser from reading: the audit then runs as somebody else. Gives back what ends that. */
function becomeNobody(root: string): () => void {
  if (process.getuid?.() !== 0) return () => {}
  chmodSync(root, 0o755)
  chmodSync(join(root, '..'), 0o777)
  process.seteuid?.(65_534)
  return () => process.seteuid?.(0)
}

const SERVICE = 'services:\n  app:\n    image: acme/app:1.0\n'

describe('hostile file systems', () => {
  test('links that go in circles, out of the root, and nowhere', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'erp-audit-outside-'))
    writeFileSync(join(outside, 'docker-compose.yml'), `services:\n  outsider:\n    image: acme/outsider:1.0\n`)
    writeFileSync(join(outside, '.env'), `TOKEN=${SECRET}\n`)
    try {
      const files = {
        'compose.yaml': `include: [away/docker-compose.yml, ../../etc/passwd, /etc/passwd]\n${SERVICE}    env_file: [away/.env, loop, gone, ../../../../../etc/passwd, /etc/passwd]\n    build: away\n`,
      }
      const ran = await runHostile(files, root => {
        symlinkSync('loop', join(root, 'loop'))
        symlinkSync('.', join(root, 'itself'))
        symlinkSync('..', join(root, 'parent'))
        symlinkSync('nowhere', join(root, 'gone'))
        symlinkSync(outside, join(root, 'away'))
        symlinkSync(join(outside, '.env'), join(root, '.env'))
        symlinkSync('/dev/zero', join(root, 'Dockerfile'))
        symlinkSync('/proc/self/environ', join(root, '.env.production'))
      })
      expectSound(ran)
      for (const text of [ran.stdout, ran.json, ran.sarif]) {
        expect(text).not.toContain('outsider')
        expect(text).not.toContain(SECRET)
        expect(text).not.toContain('root:x:')
      }
    } finally {
      rmSync(outside, { recursive: true })
    }
  })

  test.skipIf(process.platform === 'win32')('pipes and folders in the places of files', async () => {
    const ran = await runHostile(
      { 'app/compose.yaml': `${SERVICE}    build: .\n    env_file: [.env, pipe]\n` },
      root => {
        for (const name of ['.env', 'Dockerfile', 'compose.override.yaml']) mkdirSync(join(root, 'app', name))
        for (const name of ['pipe', 'docker-compose.yml', '.dockerignore']) {
          makePipe(join(root, 'app', name))
        }
        makePipe(join(root, '.gitignore'))
        mkdirSync(join(root, 'erp-audit.config.json'))
      },
    )
    expectSound(ran)
  })

  test.skipIf(process.platform === 'win32')('files and folders that may not be read', async () => {
    const shut = ['.env', 'Dockerfile', 'shut']
    const files = {
      'compose.yaml': `${SERVICE}    build: .\n    env_file: .env\n`,
      '.env': `A=${SECRET}\n`,
      'shut/compose.yaml': SERVICE,
      Dockerfile: 'FROM a\n',
    }
    const ran = await runHostile(files, root => {
      for (const path of shut) chmodSync(join(root, path), 0)
      const becomeOneself = becomeNobody(root)
      return () => {
        becomeOneself()
        chmodSync(join(root, 'shut'), 0o755)
      }
    })
    expectSound(ran)
    const { notEvaluated, unverified, scope } = JSON.parse(ran.json)
    expect(scope.workloads).toBe(1)
    for (const path of shut) {
      const because = `the ${path === 'shut' ? 'folder' : 'file'} cannot be read`
      expect(notEvaluated).toContainEqual({ path, because })
      expect(ran.stdout).toContain(`  ${path}: ${because}`)
    }
    expect(unverified.length).toBeGreaterThan(0)
    expect(ran.stdout).not.toContain(SECRET)
  })

  test.skipIf(process.platform === 'win32')('names that speak to terminals, pipelines and pages', async () => {
    const names = [
      'a\nb',
      'a\n::error::b',
      '\u001b[31mred',
      '\u001b]8;;http://x\u0007link\u001b]8;;\u0007',
      '<img src=x onerror=alert(1)>',
      '`$(touch x)`',
      '\u202egnp.exe',
      ' ',
      "'; drop table --",
      '%0a::set-output',
      '__proto__',
      'constructor',
      '\u009b2J',
    ]
    const files = Object.fromEntries(
      names.flatMap((name, index) => [
        [`${name}/compose.yaml`, `services:\n  s${index}:\n    image: postgres:latest\n    ports: ["5432:5432"]\n`],
        [`${name}/compose.${name}.yaml`, `services:\n  t${index}:\n    image: [\n`],
        [`${name}.env`, `PASSWORD=${SECRET}\n`],
        [`${name}/Dockerfile`, 'FROM node:latest\n'],
      ]),
    )
    const ran = await runHostile(files)
    expectSound(ran)
    for (const line of ran.stdout.split('\n')) expect(line).not.toMatch(/^\s*::/)
    for (const { locations } of JSON.parse(ran.sarif).runs[0].results) {
      expect(locations[0].physicalLocation.artifactLocation.uri).not.toMatch(/[\s<>"]/)
    }
  })

  test('names that mean something to JavaScript', async () => {
    const names = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__']
    const services = names.map(
      name =>
        `  ${name}:\n    image: acme/app:1.0\n    environment: { ${name}: "1", __proto__: { a: b } }\n    labels: { ${name}: x }\n    depends_on: [${names.join(', ')}]\n    networks: { ${name}: { aliases: [__proto__] } }\n    volumes: ["${name}:/data"]\n    __proto__: { polluted: true }\n`,
    )
    const tops = ['networks', 'volumes', 'secrets', 'configs', 'x-a'].map(
      kind => `${kind}:\n${names.map(name => `  ${name}: {}\n`).join('')}`,
    )
    const ran = await runHostile({
      'compose.yaml': `services:\n${services.join('')}${tops.join('')}`,
      '.env': names.map(name => `${name}=\${${name}}\n`).join(''),
      Dockerfile: `FROM node:22 AS __proto__\nARG __proto__=1\nENV constructor=$__proto__\nFROM constructor\nCOPY --from=__proto__ a b\n`,
      'erp-audit.config.json': '{}',
    })
    expectSound(ran)
    expect(JSON.parse(ran.json).scope.workloads).toBe(names.length)
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })
})

describe('a secret is in no output', () => {
  test.each(Object.entries(SECRET_PLACES))('%s', async (_, files) => {
    const ran = await runHostile(files)
    expectSound(ran)
    for (const text of [ran.stdout, ran.stderr, ran.json, ran.sarif]) expect(text).not.toContain(SECRET)
  })
})
