import { cpSync, readdirSync, readFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BASELINE_FILE, BASELINE_SCHEMA, parseBaseline, renderBaseline } from '../src/baseline.js'
import { REPORT_SCHEMA } from '../src/report/json-schema.js'
import { commit, erpAudit, git, type Report, reportOf, repository, scratch, write } from './support/repository.js'

/** One service of the legacy system, in parts that can stand in any order. */
function service(name: string, port: number): readonly string[] {
  return [
    `    image: "registry.example/legacy/${name}:latest"\n`,
    `    ports: ["${port}:8080"]\n`,
    '    privileged: true\n',
    `    environment:\n      NODE_ENV: development\n      ${name.toUpperCase()}_PASSWORD: meadow-orbit-${name}-5519\n`,
    '    depends_on: [db]\n',
  ]
}

const NAMES = Array.from({ length: 24 }, (_, index) => `billing${index}`)
const SERVICES: readonly (readonly [string, readonly string[]])[] = [
  [
    'db',
    ['    image: postgres:11\n', '    ports: ["5432:5432"]\n', '    environment:\n      POSTGRES_PASSWORD: postgres\n'],
  ],
  ...NAMES.map((name, index) => [name, service(name, 9000 + index)] as const),
]

function legacy(services = SERVICES): string {
  return `services:\n${services.map(([name, parts]) => `  ${name}:\n${parts.join('')}`).join('')}`
}

/** A repository with more than 200 findings and a baseline of them, all of it committed. */
async function adopted(): Promise<string> {
  const root = repository({ 'compose.yaml': legacy() })
  const { code, stdout } = await erpAudit(root, ['baseline'])
  expect(code).toBe(0)
  expect(Number(/: (\d+) findings known/.exec(stdout)?.[1])).toBeGreaterThan(200)
  commit(root)
  return root
}

const news = ({ findings }: Report) => findings.filter(({ baselineState }) => baselineState === 'new')

describe('a baseline of a legacy system', () => {
  test('lets everything pass that was there, and nothing that comes', async () => {
    const root = await adopted()
    expect(await erpAudit(root, ['-q'])).toMatchObject({ code: 0, stderr: '' })
    const before = await reportOf(root, [])
    expect(news(before)).toEqual([])
    expect(before.score).toEqual((await reportOf(root, ['--no-baseline'])).score)
    const literal = legacy().replace(
      'NODE_ENV: development\n',
      'NODE_ENV: development\n      SESSION_SECRET: willow-granite-comet-37\n',
    )
    write(root, { 'compose.yaml': literal })
    const report = await reportOf(root, [])
    expect(news(report)).toMatchObject([{ rule: 'secret/literal-in-config', subject: { name: 'billing0' } }])
    expect((await erpAudit(root, [])).code).toBe(1)
    expect((await erpAudit(root, ['-q'])).stdout).toContain('SESSION_SECRET of billing0')
    expect((await erpAudit(root, ['-q'])).stdout).not.toContain('billing1')
    // Staged is only the half without it.
    git(root, 'add', '-A')
    write(root, { 'compose.yaml': literal.replace('privileged: true', 'network_mode: host') })
    expect(news(await reportOf(root, ['--staged']))).toHaveLength(1)
    git(root, 'reset', '-q')
    expect((await erpAudit(root, ['--staged'])).code).toBe(0)
  })

  test('knows findings again when lines, keys and services are in any other order, and in any other layout', async () => {
    const root = await adopted()
    const order = fc.tuple(
      fc.shuffledSubarray([...SERVICES.keys()], { minLength: SERVICES.length }),
      fc.infiniteStream(fc.nat(5)),
      fc.boolean(),
    )
    await fc.assert(
      fc.asyncProperty(order, async ([places, turns, wide]) => {
        const shuffled = places.flatMap(place => {
          const [name, parts] = SERVICES[place] ?? ['', []]
          const turn = turns.next().value ?? 0
          return [[name, [...parts.slice(turn % parts.length), ...parts.slice(0, turn % parts.length)]] as const]
        })
        const text = legacy(shuffled)
        const laidOut = wide
          ? text.replace(/^( +)/gm, '$1$1').replace(/^ {4}(?=\w)/gm, '\n    # a service\n    ')
          : text
        write(root, { 'compose.yaml': `# moved\n\n${laidOut}` })
        const report = await reportOf(root, [])
        expect(news(report)).toEqual([])
        expect(report.comparison?.baseline?.stale).toEqual([])
      }),
      { numRuns: 8 },
    )
  })

  test('knows findings again beside files that are added, and under another tag of an image', async () => {
    const root = await adopted()
    write(root, {
      'compose.yaml': legacy()
        .replaceAll(':latest', ':stable')
        .replace('postgres:11', 'postgres:11@sha256:'.concat('a'.repeat(64))),
      'compose.prod.yaml': 'services: {}\n',
    })
    const report = await reportOf(root, [])
    expect(news(report)).toEqual([])
    expect(report.comparison?.counts?.unchanged).toBeGreaterThan(200)
  })

  test('follows a file that is renamed', async () => {
    const root = repository({
      'compose.yaml': 'services:\n  api:\n    build: api\n',
      'api/Dockerfile': 'FROM node:latest\nCOPY . .\nCMD node main.js\n',
    })
    await erpAudit(root, ['baseline'])
    renameSync(join(root, 'api'), join(root, 'shop'))
    write(root, { 'compose.yaml': 'services:\n  api:\n    build: shop\n' })
    const report = await reportOf(root, [])
    expect(news(report)).toEqual([])
    expect(report.comparison?.renamed).toEqual([{ from: 'api/Dockerfile', to: 'shop/Dockerfile' }])
    await erpAudit(root, ['baseline', '--prune'])
    const entries = parseBaseline(readFileSync(join(root, BASELINE_FILE), 'utf8'))
    expect(entries).toContainEqual(expect.objectContaining({ path: 'shop/Dockerfile' }))
    expect(entries).toHaveLength(report.findings.length)
    expect(await reportOf(root, [])).toMatchObject({ comparison: { renamed: [], baseline: { stale: [] } } })
  })

  test('says what is fixed, and drops it on request', async () => {
    const root = await adopted()
    write(root, { 'compose.yaml': legacy().replace('    privileged: true\n', '') })
    const ran = await erpAudit(root, [])
    expect(ran.code).toBe(0)
    expect(ran.stdout).toMatch(/1 is there no more, and\s+"erp-audit\s+baseline\s+--prune" drops it/)
    const strict = await erpAudit(root, ['--strict-baseline'])
    expect(strict.code).toBe(2)
    expect(strict.stderr).toBe(
      'erp-audit: 1 finding of the baseline is there no more; "erp-audit baseline --prune" drops what is fixed\n',
    )
    // What comes meanwhile is not taken up by pruning.
    write(root, { 'compose.yaml': legacy().replace('    privileged: true\n', '    pid: host\n') })
    expect((await erpAudit(root, ['baseline', '--prune'])).stdout).toMatch(/: 1 dropped, \d+ findings left\.\n$/)
    expect((await erpAudit(root, ['--strict-baseline'])).code).not.toBe(2)
    expect(news(await reportOf(root, [])).length).toBeGreaterThan(0)
    expect((await erpAudit(root, ['baseline', '--prune'])).stdout).toContain('nothing to drop')
  })

  test('takes nothing for fixed that cannot be judged', async () => {
    const root = await adopted()
    write(root, { 'erp-audit.yml': 'rules: { workload/privileged: off }\n' })
    expect((await reportOf(root, [])).comparison?.baseline?.stale).toEqual([])
    expect((await erpAudit(root, ['baseline', '--prune'])).stdout).toContain('nothing to drop')
    write(root, { 'compose.yaml': `${legacy()}  broken: [\n` })
    expect(
      (await reportOf(root, [])).comparison?.baseline?.stale.filter(({ path }) => path === 'compose.yaml'),
    ).toEqual([])
  })
})

describe('fingerprints', () => {
  /** The services of a Compose file in the opposite order, below a remark. */
  const turned = (text: string) => {
    const [head = '', body = '', ...tail] = text.split(/(?<=^services:\n)|(?=^(?:networks|volumes|secrets):)/m)
    const services = body.split(/^(?= {2}[^\s#-])/m)
    return `# moved\n\n${head}${services.reverse().join('')}${tail.join('')}`
  }

  test.each(['crypto-erp', 'multi-instance', 'erp-suite', 'vextrus'])(
    'do not depend on lines: fixtures/%s',
    async name => {
      const root = scratch()
      cpSync(join('fixtures', name), root, { recursive: true })
      const before = await reportOf(root, [])
      for (const path of readdirSync(root, { recursive: true }).map(String)) {
        if (!statSync(join(root, path)).isFile()) continue
        const text = readFileSync(join(root, path), 'utf8')
        if (/compose[^/]*\.ya?ml$/.test(path)) write(root, { [path]: turned(text) })
        else if (/\.(?:ya?ml|py|conf)$|Dockerfile[^/]*$/.test(path)) write(root, { [path]: `# moved\n${text}` })
        else if (/\.(?:ts|js|go|prisma)$/.test(path)) write(root, { [path]: `// moved\n\n${text}` })
      }
      const after = await reportOf(root, [])
      const prints = ({ findings }: Report) => findings.map(({ rule, fingerprint }) => `${rule} ${fingerprint}`).sort()
      expect(prints(after)).toEqual(prints(before))
      expect(new Set(prints(before)).size).toBe(before.findings.length)
      expect(after.findings.map(({ line }) => line)).not.toEqual(before.findings.map(({ line }) => line))
    },
  )
})

describe('the file', () => {
  test('has the same bytes each time, holds no secret, and fits its schema', async () => {
    const root = await adopted()
    const text = readFileSync(join(root, BASELINE_FILE), 'utf8')
    await erpAudit(root, ['baseline'])
    expect(readFileSync(join(root, BASELINE_FILE), 'utf8')).toBe(text)
    expect(text).not.toMatch(/meadow|orbit|postgres:11/)
    expect(new Ajv2020().validate(BASELINE_SCHEMA, JSON.parse(text))).toBe(true)
    // It is no part of what is judged.
    expect((await reportOf(root, ['--no-baseline'])).findings).toHaveLength(
      (parseBaseline(text) as readonly unknown[]).length,
    )
  })

  test('is read as it was written, whatever it holds', () => {
    const print = fc
      .array(fc.constantFrom(...'0123456789abcdef'), { minLength: 32, maxLength: 32 })
      .map(digits => digits.join(''))
    const name = fc.oneof(fc.string({ minLength: 1 }), fc.constantFrom('__proto__', 'constructor', 'a/b.yaml'))
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.record({ rule: name, path: name, fingerprint: print }), { selector: JSON.stringify }),
        entries => {
          const text = renderBaseline(entries)
          expect(renderBaseline(entries.toReversed())).toBe(text)
          const read = parseBaseline(text)
          const sorted = (list: readonly object[]) => list.map(one => JSON.stringify(one)).sort()
          expect(typeof read === 'string' ? read : sorted(read)).toEqual(
            sorted(entries.map(({ rule, path, fingerprint }) => ({ rule, path, fingerprint }))),
          )
        },
      ),
    )
    fc.assert(fc.property(fc.json(), text => void parseBaseline(text)))
  })

  test('is where it is told to be, and its absence is said when it is named', async () => {
    const root = repository({
      'compose.yaml': legacy(),
      'erp-audit.yml': 'baseline: ops/known.json\n',
      'ops/README.md': '',
    })
    expect(await erpAudit(root, [])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'erp-audit: there is no baseline ops/known.json; "erp-audit baseline" writes one\n',
    })
    expect((await erpAudit(root, ['baseline'])).stdout).toMatch(/^ops\/known\.json: /)
    expect((await erpAudit(root, ['-q'])).code).toBe(0)
    expect((await erpAudit(root, ['baseline', '--baseline', 'other.json'])).stdout).toMatch(/^other\.json: /)
    const elsewhere = scratch()
    expect((await erpAudit(elsewhere, [root, '--baseline', join(root, 'other.json'), '-q'])).code).toBe(0)
    write(root, { 'other.json': '{"schemaVersion": 2}' })
    expect((await erpAudit(root, ['--baseline', 'other.json'])).stderr).toContain('it is no baseline of this version')
    write(root, { 'other.json': '{' })
    expect((await erpAudit(root, ['--baseline', 'other.json'])).stderr).toContain('it is no JSON object')
    for (const argv of [['--staged'], ['--since', 'HEAD'], ['--only', 'security']]) {
      expect((await erpAudit(root, ['baseline', ...argv])).code).toBe(2)
    }
  })
})

describe('reports', () => {
  test('say of each finding whether it is new', async () => {
    const root = await adopted()
    write(root, { 'compose.yaml': legacy().replace('    privileged: true\n', '    privileged: true\n    pid: host\n') })
    const json = JSON.parse((await erpAudit(root, ['-f', 'json', '--since', 'HEAD'])).stdout)
    const ajv = new Ajv2020({ strict: false })
    expect([ajv.validate(REPORT_SCHEMA, json), ajv.errors]).toEqual([true, null])
    const { results } = JSON.parse((await erpAudit(root, ['-f', 'sarif'])).stdout).runs[0]
    const states = results.map(({ baselineState }: { baselineState: string }) => baselineState)
    expect(states.filter((state: string) => state === 'new')).toHaveLength(news(json).length)
    expect(states.filter((state: string) => state === 'unchanged').length).toBeGreaterThan(200)
    const plain = JSON.parse((await erpAudit(root, ['-f', 'sarif', '--no-baseline'])).stdout).runs[0].results
    expect(plain.every((result: object) => !('baselineState' in result))).toBe(true)
  })

  test('gate the score beside a baseline only where somebody asks', async () => {
    const root = await adopted()
    expect((await erpAudit(root, ['-q'])).code).toBe(0)
    expect((await erpAudit(root, ['-q', '--min-score', '99'])).code).toBe(1)
    write(root, { 'erp-audit.yml': 'minScore: 99\n' })
    expect((await erpAudit(root, ['-q'])).code).toBe(1)
  })
})
