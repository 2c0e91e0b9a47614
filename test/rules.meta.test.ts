import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { rules } from '../rules/index.js'
import { auditTree } from '../src/audit.js'
import { DEFAULT_OPTIONS } from '../src/config/config.js'
import { exampleFiles, exampleTree, expectedFindings } from '../src/examples.js'
import { CATEGORIES, SEVERITIES } from '../src/finding.js'
import { MINUTES } from '../src/roadmap.js'
import './support/grammars.js'

const DIRECTORY = fileURLToPath(new URL('../rules/', import.meta.url))
const PACKAGE = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }

/** The security-severity that GitHub shows as each of our severities: from, and below. */
const BANDS = { critical: [9, 10.01], high: [7, 9], medium: [4, 7], low: [0.1, 4] } as const

/** Openings that tell of the state of things instead of what to do. */
const NOT_IMPERATIVE =
  /^(the|an?|this|that|these|it|its|there|you|your|we|one|please|should|must|can|to|no|not|when|because|\w+ing|\w+ly)\b/i
const GERUND_LIKE_VERBS = /^(bring|ping|ring|apply|rely|supply|comply|reply|only)\b/i

describe('the rules', () => {
  it('are the files below rules/, by id', () => {
    const files = readdirSync(DIRECTORY, { recursive: true, encoding: 'utf8' })
      .map(path => path.replaceAll('\\', '/'))
      .filter(path => path.includes('/') && path.endsWith('.ts'))
      .map(path => path.slice(0, -'.ts'.length))
    expect(rules.map(rule => rule.id)).toEqual(files.toSorted())
  })

  it('have names of their own, earlier ones included', () => {
    const names = rules.flatMap(rule => [rule.id, ...(rule.aliases ?? [])])
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })

  it('have titles of their own', () => {
    expect(new Set(rules.map(rule => rule.title)).size).toBe(rules.length)
  })
})

describe.each(rules.map(rule => [rule.id, rule] as const))('%s', (id, rule) => {
  it('has ids of lower-case words that fit into the key of an annotation', () => {
    for (const name of [id, ...(rule.aliases ?? [])]) {
      expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/)
      expect(`ignore.${name.replace('/', '.')}`.length).toBeLessThanOrEqual(63)
    }
  })

  it('says what is wrong, why it matters and what to do', () => {
    expect(rule.title.length).toBeLessThanOrEqual(80)
    expect(rule.title).toMatch(/^\S.*[^.\s]$/)
    expect(rule.why).toMatch(/^\S[\s\S]*[.)]$/)
    expect(rule.fix).toMatch(/^\S[\s\S]*[.)`]$/)
    expect((rule.why.match(/[.!?](\s|$)/g) ?? []).length).toBeLessThanOrEqual(4)
  })

  it('tells the fix in the imperative', () => {
    const words = rule.fix.replace(/^[A-Z][\w ,]*: /, '')
    expect(NOT_IMPERATIVE.test(words) && !GERUND_LIKE_VERBS.test(words) ? words : '').toBe('')
  })

  it('is classified', () => {
    expect(CATEGORIES).toContain(rule.category)
    expect(SEVERITIES).toContain(rule.severity)
    expect(['A', 'B', 'C']).toContain(rule.confidence)
    expect(Object.keys(MINUTES)).toContain(rule.effort)
  })

  it('has a security-severity in the band of its severity, only and always in category security', () => {
    expect(rule.security !== undefined).toBe(rule.category === 'security')
    const [from, below] = BANDS[rule.severity]
    expect(rule.security ?? from).toBeGreaterThanOrEqual(from)
    expect(rule.security ?? from).toBeLessThan(below)
  })

  it('names a worst severity only where it is worse than its own', () => {
    if (rule.worst) expect(SEVERITIES.indexOf(rule.worst)).toBeLessThan(SEVERITIES.indexOf(rule.severity))
  })

  it('came with a version that there is', () => {
    expect(rule.since).toMatch(/^\d+\.\d+\.\d+$/)
    expect(rule.since.localeCompare(PACKAGE.version, 'en', { numeric: true })).toBeLessThanOrEqual(0)
  })

  it('names its sources', () => {
    expect(rule.refs.length).toBeGreaterThan(0)
    for (const ref of rule.refs) expect(new URL(ref)).toMatchObject({ protocol: 'https:' })
    expect(new Set(rule.refs).size).toBe(rule.refs.length)
  })

  it('has bad examples with marks and good ones without', () => {
    expect(rule.examples.bad.length).toBeGreaterThan(0)
    expect(rule.examples.good.length).toBeGreaterThan(0)
    for (const example of rule.examples.bad) expect(expectedFindings(example)).not.toEqual([])
    for (const example of rule.examples.good) expect(expectedFindings(example)).toEqual([])
    for (const example of [...rule.examples.bad, ...rule.examples.good]) {
      expect(
        [...exampleFiles(example).keys()].filter(path => path.startsWith('/') || path.split('/').includes('..')),
      ).toEqual([])
    }
  })

  it('shows nothing as worse than it says it may', () => {
    const worst = SEVERITIES.indexOf(rule.worst ?? rule.severity)
    const worse = rule.examples.bad.flatMap(example =>
      auditTree(exampleTree(example), { ...DEFAULT_OPTIONS, advice: true }).findings.filter(
        finding => finding.rule === id && SEVERITIES.indexOf(finding.severity) < worst,
      ),
    )
    expect(worse.map(finding => finding.severity)).toEqual([])
  })
})
