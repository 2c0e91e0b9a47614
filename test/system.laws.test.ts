import './support/grammars.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { rules } from '../rules/index.js'
import { auditTree } from '../src/audit.js'
import { type AuditOptions, DEFAULT_OPTIONS } from '../src/config/config.js'
import { exampleFiles, treeOf } from '../src/examples.js'
import { expectNoRise, findingsOf, judgedOf, totalOf } from './support/score.js'
import { suppressedEverywhere } from './support/suppressing.js'

type Files = ReadonlyMap<string, string>

const examples = rules.flatMap(rule =>
  [...rule.examples.bad, ...rule.examples.good].map(
    (example, index) => [`${rule.id} ${index + 1}`, exampleFiles(example)] as const,
  ),
)

/** What nothing is read from. */
const DOCUMENTS: Files = new Map([
  ['empty.txt', ''],
  ['README.md', '# A system\n\nIt has a `healthcheck`, backups by pg_dump, Prometheus and Grafana.\n'],
  ['docs/backup.md', 'pg_dump runs every night.\n'],
])

function auditWith(files: Files, options: Partial<AuditOptions>) {
  return auditTree(treeOf(files), { ...DEFAULT_OPTIONS, ...options })
}

describe.each(examples)('the example %s', (_, files) => {
  it('does not gain by a file that breaks', () => {
    for (const [path, text] of files) {
      if (!/\.ya?ml$/.test(path)) continue
      // Whether or not the half ends within quotes, this is no YAML.
      const half = `${text.slice(0, text.length / 2)}\n]}{[ "\n]}{[ '\n]}{[\n`
      for (const broken of [`${text}\n]}{[ "\n`, `{[\n${text}`, half]) {
        const after = new Map([...files, [path, broken]])
        if (/^compose/.test(path)) expect(judgedOf(after).system.unreadable).not.toEqual([])
        expectNoRise(files, after, path)
      }
    }
  })

  it('does not gain by files that are empty, documentation, or copies', () => {
    for (const [path, text] of files) {
      expectNoRise(files, new Map([...files, [`old/${path}`, text]]), `a copy of ${path}`)
    }
    // All at once, so that they change nothing at all: else one could make up for another.
    expect(totalOf(new Map([...DOCUMENTS, ...files]))).toBe(totalOf(files))
    const copies = [...files].flatMap(([path, text]) => [[path, text] as const, [`copy/${path}`, text] as const])
    expectNoRise(files, new Map(copies), 'a copy of all')
  })

  it('does not gain by comments that accept its findings', () => {
    const before = findingsOf(files)
    const after = suppressedEverywhere(files, before)
    const isCommented = before.some(finding => /(?:\.ya?ml|dockerfile)$/i.test(finding.place.path))
    expect(findingsOf(after).some(finding => finding.suppressed)).toBe(isCommented)
    expectNoRise(files, after, 'accepted everywhere')
  })

  it('has one score, whatever is displayed and in whatever order its files come', () => {
    const before = judgedOf(files)
    const shown = auditWith(new Map([...files].reverse()), {
      advice: true,
      failOn: 'never',
      selection: { only: ['security'], skip: [] },
    })
    expect(shown.score).toEqual(before.score)
  })
})

/** What a service may have to its credit, by the key of compose that holds it. */
const REMEDIES: Readonly<Record<string, unknown>> = {
  healthcheck: { test: ['CMD', 'pg_isready'], interval: '10s', timeout: '5s', retries: 3, start_period: '20s' },
  deploy: { resources: { limits: { cpus: '1', memory: '512M' }, reservations: { memory: '256M' } } },
  restart: 'unless-stopped',
  logging: { driver: 'json-file', options: { 'max-size': '10m', 'max-file': '3' } },
  read_only: true,
  init: true,
  stop_grace_period: '30s',
  user: '1000:1000',
  security_opt: ['no-new-privileges:true'],
  cap_drop: ['ALL'],
}

const BASES: readonly Readonly<Record<string, unknown>>[] = [
  { image: 'postgres:17.2', volumes: ['data:/var/lib/postgresql/data'] },
  { image: 'redis:7.4.1', ports: ['6379:6379'] },
  { image: 'ghcr.io/acme/api:1.4.0', ports: ['80:8080'], environment: { DATABASE_URL: 'postgres://db/app' } },
  { image: 'ghcr.io/acme/worker:1.4.0', command: ['node', 'worker.js'] },
  { image: 'nginx', privileged: true, ports: ['443:443'] },
]

interface Service {
  readonly base: number
  readonly remedies: readonly string[]
}

const service: fc.Arbitrary<Service> = fc.record({
  base: fc.nat({ max: BASES.length - 1 }),
  remedies: fc.subarray(Object.keys(REMEDIES)),
})

function compose(services: readonly Service[]): Files {
  const entries = services.map(({ base, remedies }, index) => [
    `service-${index}`,
    { ...BASES[base], ...Object.fromEntries(remedies.map(key => [key, REMEDIES[key]])) },
  ])
  return new Map([['compose.yaml', stringify({ services: Object.fromEntries(entries), volumes: { data: {} } })]])
}

describe('a system', () => {
  it('never gains by losing what is to its credit', () => {
    fc.assert(
      fc.property(fc.array(service, { minLength: 1, maxLength: 4 }), services => {
        for (const [index, { remedies, base }] of services.entries()) {
          for (const remedy of remedies) {
            const poorer = services.with(index, { base, remedies: remedies.filter(other => other !== remedy) })
            expectNoRise(compose(services), compose(poorer), `service-${index} without ${remedy}`)
          }
        }
      }),
      { numRuns: 25 },
    )
  })

  it('never gains by a file that breaks', () => {
    fc.assert(
      fc.property(fc.array(service, { minLength: 1, maxLength: 4 }), fc.nat(), (services, at) => {
        const files = compose(services)
        const text = files.get('compose.yaml') ?? ''
        const broken = `${text.slice(0, at % text.length)}\n]}{[ "\n${text.slice(at % text.length)}`
        expectNoRise(files, new Map([['compose.yaml', broken]]), broken)
      }),
      { numRuns: 50 },
    )
  })
})
