import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Config, isAtLeast, isSelected, NO_CONFIG, settingFor } from '../src/config/config.js'
import { loadConfig } from '../src/config/load.js'
import { parseConfig } from '../src/config/parse.js'
import { CONFIG_SCHEMA } from '../src/config/schema.js'
import validate from '../src/config/validate.generated.js'
import type { Category } from '../src/finding.js'

const RULES = [
  rule('network/public-datastore-port', 'security'),
  rule('network/networks-disjoint', 'infrastructure-stability'),
  { ...rule('image/tag-mutable', 'infrastructure-stability'), aliases: ['image/latest'] },
]

function rule(id: string, category: Category) {
  return { id, category }
}

function parse(text: string, path = 'erp-audit.yml'): Config {
  const result = parseConfig({ path, text }, RULES)
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.config
}

function problems(text: string, path = 'erp-audit.yml'): readonly string[] {
  const result = parseConfig({ path, text }, RULES)
  return result.ok ? [] : result.problems.map(({ line, column, message }) => `${line}:${column} ${message}`)
}

describe('a configuration', () => {
  test('says everything that there is to say', () => {
    const config = parse(`
$schema: https://unpkg.com/erp-audit/erp-audit.schema.json
minScore: 72.5
failOn: never
exclude: ["legacy/**"]
rules:
  image/*: low
  network/public-datastore-port:
    severity: critical
    ignore: ["dev/**"]
    reason: only the developers' machines
  observability: off
weights: { security: 40 }
deployments:
  - files: [compose.yaml, compose.prod.yaml]
    purpose: production
proxies: { tlsTerminatedUpstream: true }
capacity: { targetUsers: 250, cpuPerRequestSec: 0.03, utilisation: [0.5, 0.8] }
host: { cpus: 8, memory: 16g }
`)
    expect(config).toEqual({
      path: 'erp-audit.yml',
      minScore: 72.5,
      failOn: 'never',
      exclude: ['legacy/**'],
      rules: [
        { pattern: 'image/*', off: false, severity: 'low', ignore: [], line: 7 },
        {
          pattern: 'network/public-datastore-port',
          off: false,
          severity: 'critical',
          ignore: ['dev/**'],
          reason: "only the developers' machines",
          line: 8,
        },
        { pattern: 'observability', off: true, ignore: [], line: 12 },
      ],
      weights: new Map([['security', 40]]),
      deployments: [{ files: ['compose.yaml', 'compose.prod.yaml'], purpose: 'production' }],
      tlsTerminatedUpstream: true,
      capacity: { targetUsers: 250, cpuPerRequestSec: 0.03, utilisation: [0.5, 0.8] },
      host: { cpus: 8, memory: 16 * 1024 ** 3 },
    })
  })

  test('may be empty, JSON, or a part of package.json', () => {
    expect(parse('')).toEqual({ ...NO_CONFIG, path: 'erp-audit.yml' })
    expect(parse('# nothing yet\n')).toEqual({ ...NO_CONFIG, path: 'erp-audit.yml' })
    expect(parse('{"minScore": 1e1, "host": {"memory": 1024}}', 'erp-audit.json')).toMatchObject({
      minScore: 10,
      host: { memory: 1024 },
    })
    expect(parse('{"name": "shop", "erpAudit": {"failOn": "low"}}', 'package.json')).toMatchObject({ failOn: 'low' })
    expect(problems('{"name": "shop",\n "erpAudit": {"failOm": "low"}}', 'package.json')).toEqual([
      '2:15 unknown key "failOm"; did you mean "failOn"?',
    ])
  })

  test('that is wrong is told all of it, with lines and columns', () => {
    expect(problems('minScore: "80"\nfailOn: hihg\nhost: { cpu: 3, memory: lots }\n')).toEqual([
      '1:11 "minScore" must be a number',
      '2:9 "failOn" is one of critical, high, medium, low, never',
      '3:9 unknown key "cpu"; did you mean "cpus"?',
      '3:25 "memory" is a size such as 512m or 16g',
    ])
    expect(problems('minScore: 101\n')).toEqual(['1:11 "minScore" must be 100 or less'])
    expect(problems('deployments:\n  - files: [a]\n')).toEqual([
      '2:5 an entry of "deployments" needs the key "purpose"',
    ])
    expect(problems('- a\n')).toEqual(['1:1 the configuration must be a map'])
    expect(problems('rules: {\n')).toHaveLength(1)
    expect(problems('a: 1\n---\nb: 2\n')).toEqual(['3:1 a configuration is one document, and here begins a second'])
  })

  test('names only rules that there are; earlier names count', () => {
    expect(problems('rules:\n  network/public-datastore-prot: off\n  image/latest: off\n  imagee/*: low\n')).toEqual([
      '2:3 unknown rule "network/public-datastore-prot"; did you mean "network/public-datastore-port"?',
      '4:3 unknown rule "imagee/*"; did you mean "image/*"?',
    ])
  })

  test('with odd keys is data like any other', () => {
    expect(problems('__proto__: { minScore: 0 }\nconstructor: 1\n')).toEqual([
      '1:1 unknown key "__proto__"',
      '2:1 unknown key "constructor"',
    ])
    expect(problems('rules:\n  __proto__: off\n')).toEqual([
      '2:3 unknown rule "__proto__"; "erp-audit rules" lists them',
    ])
  })

  test('never makes the reader throw', () => {
    const line = fc.constantFrom(
      'rules:',
      '  image/*: off',
      'minScore: .nan',
      'host: *x',
      'host: &x',
      '  - [',
      '? {',
      'failOn:',
      '"',
      '<<: *x',
      'weights: { security: 1e999 }',
    )
    fc.assert(fc.property(fc.array(line, { maxLength: 8 }), lines => problems(lines.join('\n')).length >= 0))
  })

  test('is judged by the compiled validator exactly as by its schema', () => {
    const ajv = new Ajv2020({ allowUnionTypes: true })
    const reference = ajv.compile(CONFIG_SCHEMA)
    const compiled = validate as unknown as (data: unknown) => boolean
    const value = fc.oneof(
      fc.constantFrom('off', 'high', 'never', '4g', -1, 0, 50, 101, null, true),
      fc.array(fc.constant('a')),
    )
    const key = fc.constantFrom(
      'minScore',
      'failOn',
      'exclude',
      'rules',
      'weights',
      'deployments',
      'host',
      'memory',
      'security',
      'severity',
      'files',
      'purpose',
      'x',
    )
    const tree = fc.letrec(tie => ({
      node: fc.oneof({ maxDepth: 4 }, value, fc.dictionary(key, tie('node')), fc.array(tie('node'), { maxLength: 2 })),
    })).node
    fc.assert(
      fc.property(fc.dictionary(key, tree), data => compiled(data) === reference(data)),
      { numRuns: 300 },
    )
  })
})

describe('the file', () => {
  let root = ''
  beforeEach(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'erp-audit-config-')))
  })
  afterEach(() => rmSync(root, { recursive: true }))

  function put(path: string, text: string): void {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  const pathFrom = (from: string) => {
    const result = loadConfig(join(root, from), undefined, RULES)
    return result.ok ? result.config.path : result.problems.map(({ message }) => message)
  }

  test.each([
    'erp-audit.yml',
    'erp-audit.yaml',
    'erp-audit.json',
    '.erp-audit.yml',
    '.erp-audit.yaml',
    '.erp-audit.json',
  ])('may be %s', name => {
    put(name, '{}')
    expect(pathFrom('.')).toBe(name)
  })

  test('is the nearest one from the audited directory up to the git root, not beyond', () => {
    put('erp-audit.yml', '{}')
    put('shop/api/x', '')
    expect(pathFrom('shop/api')).toBeUndefined()
    put('shop/.git/HEAD', '')
    expect(pathFrom('shop/api')).toBeUndefined()
    put('shop/package.json', '{"erpAudit": {}}')
    expect(pathFrom('shop/api')).toBe('../package.json')
    put('shop/api/.erp-audit.yml', '{}')
    expect(pathFrom('shop/api')).toBe('.erp-audit.yml')
  })

  test('is one: two beside each other are an error, a package.json without the key is none', () => {
    put('package.json', '{"name": "erpAudit", "scripts": {}}')
    expect(pathFrom('.')).toBeUndefined()
    put('erp-audit.yml', '{}')
    put('erp-audit.json', '{}')
    expect(pathFrom('.')).toEqual(['there is a second configuration beside it, erp-audit.json; keep one of them'])
  })

  test('above the audited directory has its paths turned to it', () => {
    put('.git/HEAD', '')
    put(
      'erp-audit.yml',
      'exclude: [shop/old, "**/tmp", other/x]\ndeployments: [{ files: [shop/compose.yaml], purpose: development }]\n',
    )
    put('shop/compose.yaml', '')
    const result = loadConfig(join(root, 'shop'), undefined, RULES)
    expect(result.ok && result.config).toMatchObject({
      exclude: ['/old', '**/tmp'],
      deployments: [{ files: ['compose.yaml'], purpose: 'development' }],
    })
  })

  test('above the audited directory keeps every pattern that can match there', () => {
    put('.git/HEAD', '')
    put('apps/shop/x', '')
    const turned = (glob: string) => {
      put('erp-audit.yml', JSON.stringify({ exclude: [glob] }))
      const result = loadConfig(join(root, 'apps/shop'), undefined, RULES)
      return result.ok ? result.config.exclude : result.problems
    }
    expect(turned('compose.ci.yaml')).toEqual(['compose.ci.yaml'])
    expect(turned('*.bak')).toEqual(['*.bak'])
    expect(turned('!*.bak')).toEqual(['!*.bak'])
    expect(turned('tmp/')).toEqual(['tmp/'])
    expect(turned('apps/shop/old/**')).toEqual(['/old/**'])
    expect(turned('/apps/*/old')).toEqual(['/old'])
    expect(turned('apps/**/old')).toEqual(['**/old'])
    expect(turned('**/old')).toEqual(['**/old'])
    expect(turned('apps/shop')).toEqual(['**'])
    expect(turned('apps')).toEqual(['**'])
    expect(turned('apps/')).toEqual(['**'])
    expect(turned('/apps')).toEqual(['**'])
    expect(turned('/other')).toEqual([])
    expect(turned('other/**/old')).toEqual([])
    expect(turned('apps/web/old')).toEqual([])
  })

  test('names files of a deployment that are there', () => {
    put('compose.yaml', '')
    put('erp-audit.yml', 'deployments:\n  - { files: [compose.yaml, compose.prod.yaml], purpose: production }\n')
    const result = loadConfig(root, undefined, RULES)
    expect(result.ok ? [] : result.problems.map(({ line, column, message }) => [line, column, message])).toEqual([
      [2, 29, 'there is no file "compose.prod.yaml"'],
    ])
  })
})

describe('rule patterns', () => {
  const [port, disjoint, tag] = RULES
  if (!port || !disjoint || !tag) throw new Error('three rules')

  test('the most exact name wins, and of equal ones the last', () => {
    const config = parse(
      'rules:\n  network/public-datastore-port: low\n  network/*: medium\n  security: high\n  image/latest: off\n',
    )
    expect(settingFor(config, port)?.severity).toBe('low')
    expect(settingFor(config, disjoint)?.severity).toBe('medium')
    expect(settingFor(config, tag)?.off).toBe(true)
    expect(settingFor(config, rule('health/check-missing', 'service-health'))).toBeUndefined()
  })

  test('select by id, area and category; skipping wins', () => {
    const selected = (only: readonly string[], skip: readonly string[]) =>
      RULES.filter(one => isSelected({ only, skip }, one)).map(({ id }) => id)
    expect(selected([], [])).toHaveLength(3)
    expect(selected(['network/*'], [])).toEqual([port.id, disjoint.id])
    expect(selected(['infrastructure-stability'], ['image/tag-mutable'])).toEqual([disjoint.id])
    expect(selected(['net/*'], [])).toEqual([])
  })

  test('a severity is at least as bad as a limit', () => {
    expect(isAtLeast('critical', 'high')).toBe(true)
    expect(isAtLeast('high', 'high')).toBe(true)
    expect(isAtLeast('medium', 'high')).toBe(false)
    expect(isAtLeast('critical', 'never')).toBe(false)
  })
})
