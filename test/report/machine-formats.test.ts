import { describe, expect, test } from 'vitest'
import { renderBadge } from '../../src/report/badge.js'
import { renderGithub } from '../../src/report/github.js'
import { renderGitlab } from '../../src/report/gitlab.js'
import { renderJunit } from '../../src/report/junit.js'
import type { AuditResult, ReportedFinding } from '../../src/result.js'
import { commandsIn } from '../support/commands.js'
import { sample } from './sample.js'

const OPTIONS = { includeSuppressed: false, within: '' }

/** The sample with its first finding said in the given words, as often as asked. */
function saying(changes: Partial<ReportedFinding>, times = 1): AuditResult {
  const result = sample()
  const [first] = result.findings
  if (!first) throw new Error('the sample has no finding')
  return { ...result, findings: Array.from({ length: times }, () => ({ ...first, ...changes })) }
}

describe('gitlab', () => {
  const entries = (result: AuditResult, within = '') => JSON.parse(renderGitlab(result, { ...OPTIONS, within }))

  test('has what the widget reads, and nothing else', () => {
    const all = entries(sample(), 'shop/')
    expect(all).toHaveLength(sample().findings.length)
    for (const entry of all) {
      expect(Object.keys(entry)).toEqual(['description', 'check_name', 'fingerprint', 'severity', 'location'])
      expect(entry.location.path).toBe('shop/deploy/compose file.yaml')
      expect(entry.location.lines.begin).toBeGreaterThan(0)
    }
    expect(new Set(all.map(({ fingerprint }: { fingerprint: string }) => fingerprint)).size).toBe(all.length)
  })

  test.each([
    ['critical', 'blocker'],
    ['high', 'critical'],
    ['medium', 'minor'],
    ['low', 'info'],
  ] as const)('calls %s %s', (severity, called) => {
    expect(entries(saying({ severity }))[0].severity).toBe(called)
  })

  test('says what, why and what to do', () => {
    const [entry] = entries(saying({ message: 'it is open', why: 'Anybody enters.', fix: 'Close it.' }))
    expect(entry.description).toBe('it is open. Anybody enters. Close it.')
  })

  test('is an empty list when all is well', () => {
    expect(renderGitlab(saying({}, 0), OPTIONS)).toBe('[]\n')
  })
})

describe('github', () => {
  test('annotates the place, below the top of the repository', () => {
    const [first] = commandsIn(renderGithub(sample(), { ...OPTIONS, within: 'shop/' }))
    expect(first).toMatchObject({
      kind: 'error',
      properties: {
        file: 'shop/deploy/compose file.yaml',
        line: '8',
        endLine: '8',
        title: 'workload/privileged (critical)',
      },
    })
  })

  test('names no columns where the lines differ: the runner would drop them', () => {
    const [finding] = sample().findings
    const place = { ...(finding?.place ?? { path: '', line: 1, column: 1, endLine: 1, endColumn: 1 }), endLine: 9 }
    const [command] = commandsIn(renderGithub(saying({ place }), OPTIONS))
    expect(Object.keys(command?.properties ?? {})).toEqual(['file', 'line', 'endLine', 'title'])
  })

  test('keeps to what the runner keeps of a kind, and counts the rest', () => {
    const commands = commandsIn(renderGithub(saying({ severity: 'low' }, 25), OPTIONS))
    expect(commands).toHaveLength(10)
    expect(commands.at(-1)?.data).toBe('16 more findings are not shown here: see the summary or the report')
    const errors = commandsIn(renderGithub(saying({ severity: 'high' }, 12), OPTIONS))
    expect(errors.map(({ kind }) => kind)).toEqual([...Array.from({ length: 10 }, () => 'error'), 'notice'])
    expect(commandsIn(renderGithub(saying({ severity: 'low' }, 10), OPTIONS))).toHaveLength(10)
  })

  test.each([
    'a\n::error::taken over',
    'a\r\n::set-env name=X::y',
    '%0A::warning::b',
    'a::b,c=d:e%2C',
    '\u001b[31mred\u202e',
  ])('lets nothing of a file become a command: %j', text => {
    const place = { path: `${text}.yaml`, line: 3, column: 1, endLine: 3, endColumn: 2 }
    const output = renderGithub(saying({ message: text, place, rule: 'a/b' }), OPTIONS)
    const commands = commandsIn(output)
    expect(commands).toHaveLength(1)
    expect(output.trimEnd().split('\n')).toHaveLength(1)
    expect(commands[0]?.properties).toMatchObject({ file: `${text}.yaml`, line: '3' })
    expect(Object.keys(commands[0]?.properties ?? {})).toEqual(['file', 'line', 'endLine', 'col', 'endColumn', 'title'])
  })

  test('is empty when all is well', () => {
    expect(renderGithub(saying({}, 0), OPTIONS)).toBe('')
  })
})

describe('badge', () => {
  test('has only the keys that shields.io takes', () => {
    expect(JSON.parse(renderBadge(sample()))).toEqual({
      schemaVersion: 1,
      label: 'production ready',
      message: expect.stringMatching(/^\d+\.\d \/ 100$/),
      color: 'red',
    })
    expect(JSON.parse(renderBadge({ score: null }))).toMatchObject({ message: 'nothing to audit', color: 'lightgrey' })
  })
})

interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Element[]
  text: string
}

/** Reads XML that has neither comments nor CDATA; throws where it is not well-formed. */
function parseXml(xml: string): Element {
  const read = (text: string) => {
    if (/&(?!(?:amp|lt|gt|quot);)/.test(text)) throw new Error(`a bare ampersand: ${text}`)
    return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
  }
  const top: Element = { name: '', attributes: {}, children: [], text: '' }
  const open = [top]
  let end = 0
  for (const tag of xml.matchAll(/<(\/?)([\w?-]+)((?:\s+[\w-]+="[^"<]*")*)\s*(\/?)\??>/g)) {
    const parent = open.at(-1) as Element
    parent.text += read(xml.slice(end, tag.index))
    end = tag.index + tag[0].length
    const [, closing, name = '', written = '', alone] = tag
    if (name.startsWith('?')) continue
    if (closing) {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes nothing`)
      continue
    }
    const attributes = Object.fromEntries(
      [...written.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, read(value)]),
    )
    const element: Element = { name, attributes, children: [], text: '' }
    parent.children.push(element)
    if (!alone) open.push(element)
  }
  if (open.length !== 1 || xml.slice(end).trim() !== '') throw new Error('not closed')
  return top
}

describe('junit', () => {
  const suiteOf = (result: AuditResult) => {
    const suite = parseXml(renderJunit(result, OPTIONS)).children[0]?.children[0]
    if (!suite) throw new Error('no suite')
    return suite
  }
  const casesOf = (suite: Element) => suite.children.filter(({ name }) => name === 'testcase')

  test('counts what it lists', () => {
    const suite = suiteOf(sample())
    const cases = casesOf(suite)
    const count = (name: string) => cases.filter(one => one.children.some(child => child.name === name)).length
    expect(suite.attributes).toMatchObject({
      name: 'erp-audit',
      tests: String(cases.length),
      failures: String(count('failure')),
      errors: '0',
      skipped: String(count('skipped')),
    })
    expect(count('failure')).toBeGreaterThan(0)
    expect(count('skipped')).toBeGreaterThan(0)
  })

  test('has one case for each rule and subject, with the place of what failed', () => {
    const failed = casesOf(suiteOf(sample())).find(one => one.attributes.classname === 'workload/privileged')
    expect(failed?.attributes.name).toBe('api')
    expect(failed?.children[0]?.text).toMatch(/^deploy\/compose file\.yaml:8: critical: /)
  })

  test('says why something could not be verified, and what applies to nothing', () => {
    const messages = casesOf(suiteOf(sample())).flatMap(({ children }) =>
      children.filter(({ name }) => name === 'skipped').map(({ attributes }) => attributes.message),
    )
    expect(messages.some(message => message?.startsWith('not verified: '))).toBe(true)
    expect(
      casesOf(suiteOf({ ...sample(), judgements: sample().judgements.map(one => ({ ...one, outcomes: [] })) })).every(
        ({ children }) => children[0]?.attributes.message === 'nothing here that it applies to',
      ),
    ).toBe(true)
  })

  test('holds any text', () => {
    const hostile = '<a href="x">&amp; ]]> \u0000\u001b[31m \ud800 \uffff "quoted"\n</failure>'
    const result = sample()
    const judgements = result.judgements.map(judgement => ({
      ...judgement,
      outcomes: judgement.outcomes.map(outcome => ({
        ...outcome,
        subjectName: hostile,
        because: hostile,
        findings: outcome.findings.map(finding => ({ ...finding, message: hostile, fix: hostile })),
      })),
    }))
    const cases = casesOf(suiteOf({ ...result, judgements }))
    expect(cases).toHaveLength(casesOf(suiteOf(result)).length)
    const failure = cases.flatMap(({ children }) => children).find(({ name }) => name === 'failure')
    expect(failure?.attributes.message).toContain('<a href="x">&amp; ]]>')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that there are none is the point
    expect(renderJunit({ ...result, judgements }, OPTIONS)).not.toMatch(/[\u0000-\u0008\u001b\uffff]/)
  })
})
