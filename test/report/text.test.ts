import { describe, expect, test } from 'vitest'
import { DEFAULT_REPORT_OPTIONS, type ReportOptions } from '../../src/report/options.js'
import { renderText } from '../../src/report/text.js'
import { widthOf } from '../../src/report/width.js'
import { RULES, sample } from './sample.js'

const render = (options: Partial<ReportOptions> = {}, of: Parameters<typeof sample>[0] = {}) =>
  renderText(sample(of), { ...DEFAULT_REPORT_OPTIONS, ...options })

describe('the text report', () => {
  test('as a whole', async () => {
    await expect(render()).toMatchFileSnapshot('text.expected.txt')
  })

  test('quiet: the problems and the score', async () => {
    await expect(render({ quiet: true })).toMatchFileSnapshot('text-quiet.expected.txt')
  })

  test('no line is wider than the terminal, unless a word is', () => {
    for (const width of [60, 80, 100]) {
      const wide = render({ width })
        .split('\n')
        .filter(line => widthOf(line) > width)
      expect(wide).toEqual([])
    }
  })

  test('colours change nothing but the colours', () => {
    const esc = String.fromCharCode(27)
    const colored = render({ color: true })
    expect(colored).toContain(`${esc}[31m`)
    expect(colored.split(new RegExp(`${esc}\\[\\d+m`)).join('')).toBe(render())
    expect(render()).not.toContain(esc)
  })

  test('one rule on many subjects is one block with the first place quoted and the others listed', () => {
    const text = render()
    expect(text.match(/^high {2}workload\/memory-limit-missing/gm)).toHaveLength(1)
    expect(text).toContain('deploy/compose file.yaml:7 api')
    expect(text.match(/has no memory limit/g)).toHaveLength(1)
    expect(render({ verbose: true }).match(/has no memory limit/g)).toHaveLength(4)
  })

  test('accepted findings are counted, and shown with their reason when they are asked for', () => {
    const text = render({}, { ignore: 'workload/privileged' })
    expect(text).toContain('1 finding accepted')
    expect(text).not.toMatch(/^critical/m)
    expect(render({ includeSuppressed: true }, { ignore: 'workload/privileged' })).toMatch(
      /accepted {2}a lab, not a shop/,
    )
  })

  test('says at the top whether the system is ready, and what to do first', () => {
    const top = (...of: Parameters<typeof render>) => render(...of).split(/^\d+ findings?\b|^no findings/m)[0] ?? ''
    expect(top()).toContain(
      'Not ready for production: below 80, 1 critical and 6 high open\n  first  workload/privileged\n  then   workload/',
    )
    const fine = RULES.filter(({ id }) => id === 'backup/missing')
    expect(top({}, { rules: fine })).toContain('\nReady for production\n')
    // What is left out of the report does not make the rest ready, and a lower bar does not either.
    const hidden = { selection: { only: ['backup/missing'], skip: [] } }
    expect(top({}, { options: { ...hidden, minScore: 0 } })).not.toMatch(/ready for production/i)
    expect(top({}, { options: { minScore: 0, failOn: 'never' } })).toContain('production: 1 critical open\n  first')
  })

  test('the way to the threshold says which critical findings stay open', () => {
    expect(render()).not.toContain('Still open then')
    expect(render({}, { options: { minScore: 35 } })).toMatch(
      /^Way to 35: [\s\S]*^ {2}Still open then: 1 critical finding\. Fix it too: workload\/privileged\.$/m,
    )
  })

  test('why and what to do stand beside the first place, before the others', () => {
    const block = /^high {2}workload\/memory-limit-missing[\s\S]*?(?=\n\n(?:high|medium))/m.exec(render())?.[0] ?? ''
    expect(block.indexOf('  fix  ')).toBeGreaterThan(block.indexOf('→ '))
    expect(block.indexOf('\n  also\n')).toBeGreaterThan(block.indexOf('  fix  '))
    expect(block).toContain('  deploy/compose file.yaml:7 api, :10 web, :12 mail')
  })

  test('a place with a fix of its own keeps it, listed or quoted in full', () => {
    const rules = RULES.filter(({ id }) => id === 'workload/memory-limit-missing').map(rule => ({
      ...rule,
      check: (context: Parameters<typeof rule.check>[0]) =>
        rule.check({
          ...context,
          fail: (subject, fact, what) =>
            context.fail(subject, fact, what, subject.name === 'web' ? { fix: 'Give web a quarter.' } : {}),
        }),
    }))
    expect(render({}, { rules })).toMatch(
      /yaml:7 api, :12 mail\n {2}deploy\/compose file\.yaml:10 web\n {4}fix {2}Give web/,
    )
    expect(render({ verbose: true }, { rules })).toMatch(
      / {2}web has no memory limit\n[^\n]*:10:[\s\S]*?\n {2}fix {2}Give web/,
    )
    expect(render({ verbose: true }, { rules }).match(/Give web/g)).toHaveLength(1)
  })

  test('many deployments with one reason say it once, and are counted beyond the first', () => {
    const result = sample()
    const [one] = result.deployments
    if (!one) throw new Error('a deployment')
    const deployments = Array.from({ length: 9 }, (_, index) => ({ ...one, id: `d${index}`, name: `shop ${index}` }))
    const text = (verbose: boolean) => renderText({ ...result, deployments }, { ...DEFAULT_REPORT_OPTIONS, verbose })
    expect(text(false)).toContain('shop 4 (compose, no workloads)\n             and 4 more (--verbose lists all)\n')
    expect(text(false).match(/only set of files/g)).toHaveLength(1)
    expect(text(true)).toContain('shop 8 (compose')
  })

  test('nothing to audit is said, without a number', () => {
    const text = render({}, { empty: true, rules: [] })
    expect(text).toContain('Nothing to audit')
    expect(text).not.toContain('of 100')
  })

  test('a passed gate is said', () => {
    expect(render({}, { rules: RULES.filter(({ id }) => id === 'backup/missing') })).toContain('✓ the gate passed')
  })

  test('secrets are masked on every quoted line', () => {
    for (const options of [{}, { verbose: true }, { quiet: true }]) expect(render(options)).not.toContain('hunter2')
    expect(render()).toContain('POSTGRES_PASSWORD: ********')
  })

  test('text from the repository cannot command the terminal', () => {
    const esc = String.fromCharCode(27)
    const [rule] = RULES
    if (!rule) throw new Error('no rule')
    const evil = {
      ...rule,
      check: ({ fail, system }: Parameters<typeof rule.check>[0]) => {
        fail(system.repository, system.repository.at, `a${esc}[2J${esc}]8;;http://x\u0007b\r\n::error::c\u202e`)
      },
    }
    const text = render({}, { rules: [evil] })
    expect(text).not.toContain(esc)
    expect(text).toContain('  ab ::error::c\n')
  })
})
