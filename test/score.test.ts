import { describe, expect, it } from 'vitest'
import type { Judgement } from '../src/check.js'
import { CATEGORIES, type Category, type Severity } from '../src/finding.js'
import { gains } from '../src/gain.js'
import { gate } from '../src/gate.js'
import { formatEffort, roadmap } from '../src/roadmap.js'
import type { Rule } from '../src/rule.js'
import { formatScore, type Score, type ScoreOptions, score } from '../src/score.js'
import { weightsWith } from '../src/weights.js'
import { ACCEPTED, findingOf, judgementOf, outcomeOf, ruleOf } from './support/judging.js'

const deployable = { deployable: true }

function scoreOf(judgements: readonly Judgement[], options: ScoreOptions = deployable): Score {
  const found = score(judgements, options)
  if (!found) throw new Error('no score')
  return found
}

function categoryOf(judgements: readonly Judgement[], category: Category = 'infrastructure-stability') {
  const found = scoreOf(judgements).categories.find(entry => entry.category === category)
  if (!found) throw new Error('no category')
  return found
}

function rule(id: string, severity: Severity = 'medium', other: Partial<Rule> = {}): Rule {
  return ruleOf({ id, severity, ...other })
}

/** One rule in each category that passes for so many of a hundred subjects. */
function withCategoryScores(scores: readonly number[]): Judgement[] {
  return CATEGORIES.map((category, index) => {
    const passes = scores[index] ?? 0
    return judgementOf(rule(`a/${category}`, 'medium', { category }), 'P'.repeat(passes) + 'F'.repeat(100 - passes))
  })
}

describe('the total', () => {
  it('is 46.0 for category scores of 60, 10, 40, 70, 30 and 75', () => {
    const found = scoreOf(withCategoryScores([60, 10, 40, 70, 30, 75]))
    expect(found.categories.map(category => category.score)).toEqual([60, 10, 40, 70, 30, 75])
    expect(found.categories.map(category => category.weight)).toEqual([25, 20, 20, 15, 10, 10])
    expect(found.total).toBe(46)
    expect(formatScore(found.total)).toBe('46.0')
  })

  it('leaves out categories in which nothing applies', () => {
    const found = scoreOf(withCategoryScores([60, 10, 40, 70, 30, 75]).slice(0, 2))
    expect(found.total).toBe((25 * 60 + 20 * 10) / 45)
    expect(found.categories.slice(2).map(category => category.score)).toEqual([null, null, null, null])
  })

  it('is not there when there is nothing to deploy or to judge', () => {
    const judgements = withCategoryScores([60, 10, 40, 70, 30, 75])
    expect(score(judgements, { deployable: false })).toBeNull()
    expect(score([], deployable)).toBeNull()
    expect(score([judgementOf(rule('a/a'), 'PF', [0, 0])], deployable)).toBeNull()
  })

  it('takes category weights from the configuration and names them', () => {
    const weights = weightsWith(
      new Map([
        ['security', 0],
        ['performance', 30.5],
      ] as const),
    )
    const found = scoreOf(withCategoryScores([60, 10, 40, 70, 30, 75]), { deployable: true, weights })
    expect(found.total).toBeCloseTo((1500 + 200 + 0 + 1050 + 300 + 30.5 * 75) / 100.5, 10)
    expect(found.categories.map(category => category.weight)).toEqual([25, 20, 0, 15, 10, 30.5])
  })

  it('refuses weights that are no weights', () => {
    const weights = weightsWith(new Map([['security', -1]] as const))
    expect(() => score(withCategoryScores([60]), { deployable: true, weights })).toThrow(RangeError)
  })

  it('is exact where doubles are not', () => {
    // 0.1 + 0.2 is not 0.3, and 100 · 0.07 is not 7.
    const weights = weightsWith(new Map(CATEGORIES.map(category => [category, 0.1] as const)))
    expect(scoreOf(withCategoryScores([7, 7, 7, 7, 7, 7]), { deployable: true, weights }).total).toBe(7)
    const thirds = [3, 7, 9, 11, 13].map(count => judgementOf(rule(`a/of-${count}`), 'P'.repeat(count)))
    expect(scoreOf(thirds).total).toBe(100)
  })
})

describe('a category', () => {
  it('weighs rules by severity and subjects by weight', () => {
    const judgements = [
      judgementOf(rule('a/high', 'high'), 'PF', [3, 2]),
      judgementOf(rule('a/medium', 'medium'), 'P'),
      judgementOf(rule('a/low', 'low'), 'F'),
    ]
    expect(categoryOf(judgements).base).toBeCloseTo((7 * (3 / 5) + 3 * 1 + 1 * 0) / 11, 12)
    expect(categoryOf(judgements).score).toBeCloseTo((100 * (7 * (3 / 5) + 3)) / 11, 12)
  })

  it('gives nothing for what is accepted, unverified or unreadable', () => {
    for (const status of ['F', 'A', 'U', 'R'])
      expect(categoryOf([judgementOf(rule('a/a'), `P${status}`)]).score).toBe(50)
  })

  it('does not count subjects without weight, advice, and rules without subjects', () => {
    const judgements = [
      judgementOf(rule('a/a', 'critical'), 'PF', [3, 0]),
      judgementOf(rule('a/advice', 'critical', { confidence: 'C' }), 'F'),
      judgementOf(rule('a/not-demanded', 'critical'), ''),
    ]
    expect(categoryOf(judgements)).toMatchObject({ score: 100, criticalRules: 0 })
    expect(categoryOf(judgements).rules.map(entry => entry.rule)).toEqual(['a/a'])
  })

  it('loses a quarter for each critical rule that failed, was accepted or could not be read', () => {
    const score = (...statuses: string[]) =>
      categoryOf(statuses.map((status, index) => judgementOf(rule(`a/${index}`, 'critical'), `${status}PPP`)))
    expect(score('P', 'P')).toMatchObject({ criticalRules: 0, score: 100 })
    for (const status of ['F', 'A', 'R']) {
      expect(score('P', status)).toMatchObject({ criticalRules: 1, score: 87.5 * 0.75 })
      expect(score(status, status)).toMatchObject({ criticalRules: 2, score: 75 * 0.75 ** 2 })
    }
    expect(score('U', 'U')).toMatchObject({ criticalRules: 0, score: 75 })
  })

  it('counts a critical rule once, however many subjects it fails for', () => {
    expect(categoryOf([judgementOf(rule('a/a', 'critical'), 'FFAP')]).criticalRules).toBe(1)
  })

  it('counts a finding that is shown as critical, open or accepted, and weighs its rule as declared', () => {
    const high = rule('a/a', 'high')
    for (const suppressed of [{}, { suppressed: ACCEPTED }]) {
      const findings = [findingOf(high, 's', { severity: 'critical', ...suppressed })]
      const judgements = [{ rule: high, outcomes: [outcomeOf(high, 's', { findings }), outcomeOf(high, 't')] }]
      expect(categoryOf(judgements)).toMatchObject({ criticalRules: 1, score: 37.5, rules: [{ weight: 7 }] })
    }
  })

  it('counts an unreadable subject of a rule that may find something critical', () => {
    expect(categoryOf([judgementOf(rule('a/a', 'high', { worst: 'critical' }), 'PR')]).criticalRules).toBe(1)
    expect(categoryOf([judgementOf(rule('a/a', 'high', { worst: 'critical' }), 'PU')]).criticalRules).toBe(0)
    expect(categoryOf([judgementOf(rule('a/a', 'high'), 'PR')]).criticalRules).toBe(0)
  })

  it('goes by the severity of the rule, not by that of the configuration', () => {
    const high = rule('a/a', 'high')
    const findings = [findingOf(high, 's', { severity: 'low', ruleSeverity: 'critical' })]
    const judgements = [
      { rule: high, outcomes: [outcomeOf(high, 's', { findings }), ...judgementOf(high, 'P'.repeat(9)).outcomes] },
    ]
    expect(categoryOf(judgements).criticalRules).toBe(1)
    expect(scoreOf(judgements)).toMatchObject({ total: 67.5, letter: 'D' })
  })

  it('still counts a critical rule whose finding is shown as less', () => {
    const critical = rule('a/a', 'critical')
    const findings = [findingOf(critical, 's', { severity: 'low' })]
    expect(categoryOf([{ rule: critical, outcomes: [outcomeOf(critical, 's', { findings })] }]).criticalRules).toBe(1)
  })

  it('lists its rules with their share and the subjects that count', () => {
    const judgements = [judgementOf(rule('a/b'), 'PFAUF', [3, 2, 3, 2, 0]), judgementOf(rule('a/a'), 'P')]
    expect(categoryOf(judgements).rules).toEqual([
      { rule: 'a/a', weight: 3, q: 1, critical: false, subjects: 1, passed: 1, failed: 0, accepted: 0, unverified: 0 },
      {
        rule: 'a/b',
        weight: 3,
        q: 0.3,
        critical: false,
        subjects: 4,
        passed: 1,
        failed: 1,
        accepted: 1,
        unverified: 1,
      },
    ])
  })
})

describe('the letter', () => {
  it.each([
    [100, 'A'],
    [90, 'A'],
    [89, 'B'],
    [80, 'B'],
    [79, 'C'],
    [70, 'C'],
    [69, 'D'],
    [60, 'D'],
    [59, 'F'],
    [0, 'F'],
  ])('of %d is %s', (total, letter) => {
    expect(scoreOf(withCategoryScores(CATEGORIES.map(() => total))).letter).toBe(letter)
  })

  it('is at best a C while a critical finding is open, not once it is accepted', () => {
    const passing = [...CATEGORIES.keys()].map(index =>
      judgementOf(rule(`b/${index}`, 'high', { category: CATEGORIES[index] ?? 'security' }), 'P'.repeat(9)),
    )
    const critical = (status: string, weight = 3) => [
      ...passing,
      judgementOf(rule('a/a', 'critical', { category: 'performance' }), status + 'P'.repeat(99), [weight]),
    ]
    expect(scoreOf(critical('F'))).toMatchObject({ letter: 'C', total: expect.closeTo(97.3, 0) })
    expect(scoreOf(critical('A')).letter).toBe('A')
    expect(scoreOf(critical('F', 0)).letter).toBe('A')
  })
})

describe('coverage', () => {
  it('counts questions, and a broken file as many times as it may declare something', () => {
    const judgements = [judgementOf(rule('a/a'), 'PFAU', [3, 2, 3, 2]), judgementOf(rule('a/b'), 'R', [12])]
    expect(scoreOf(judgements).coverage).toEqual({ demanded: 8, verified: 3, share: 3 / 8 })
  })

  it('leaves out advice and what has no weight', () => {
    const judgements = [
      judgementOf(rule('a/a'), 'PU', [3, 0]),
      judgementOf(rule('a/b', 'high', { confidence: 'C' }), 'U'),
    ]
    expect(scoreOf(judgements).coverage).toEqual({ demanded: 1, verified: 1, share: 1 })
  })
})

describe('a shown score', () => {
  it.each([
    [79.96, '79.9'],
    [79.999999, '79.9'],
    [80, '80.0'],
    [46.1, '46.1'],
    [64.3, '64.3'],
    [100, '100.0'],
    [0.05, '0.0'],
  ])('floors %d to %s', (value, shown) => {
    expect(formatScore(value)).toBe(shown)
  })
})

describe('the gain of a finding', () => {
  const gainOf = (judgements: readonly Judgement[], options = deployable) => [...gains(judgements, options).values()]

  it('is what the total rises by when it alone is fixed', () => {
    const before = [judgementOf(rule('a/a', 'critical'), 'FFP'), judgementOf(rule('a/b'), 'PF', [2, 3])]
    const risen = (statuses: string, others: string) =>
      scoreOf([judgementOf(rule('a/a', 'critical'), statuses), judgementOf(rule('a/b'), others, [2, 3])]).total -
      scoreOf(before).total
    expect(gainOf(before)).toEqual([risen('PFP', 'PF'), risen('FPP', 'PF'), risen('FFP', 'PP')])
  })

  it('includes the quarter that comes back with the last failure of a critical rule', () => {
    expect(gainOf([judgementOf(rule('a/a', 'critical'), 'FP')])).toEqual([100 - 37.5])
  })

  it('is 0 while another finding of the rule stays on the subject', () => {
    const high = rule('a/a', 'high')
    const findings = [findingOf(high, 's', { severity: 'critical' }), findingOf(high, 's', { message: 'another' })]
    const judgements = [{ rule: high, outcomes: [outcomeOf(high, 's', { findings }), outcomeOf(high, 't')] }]
    // The critical one gives its quarter back: 37.5 becomes 50.
    expect(gainOf(judgements)).toEqual([12.5, 0])
  })

  it('is 0 where the subject cannot be verified even then, for advice, and without a score', () => {
    const medium = rule('a/a')
    const unclear = outcomeOf(medium, 's', { findings: [findingOf(medium, 's')], because: 'the rest is not known' })
    expect(gainOf([{ rule: medium, outcomes: [unclear] }])).toEqual([0])
    expect(gainOf([judgementOf(rule('a/a'), 'P'), judgementOf(rule('a/b', 'high', { confidence: 'C' }), 'F')])).toEqual(
      [0],
    )
    expect(gainOf([judgementOf(medium, 'FP')], { deployable: false })).toEqual([0])
  })

  it('includes what other rules only fail for want of the same thing', () => {
    const missing = rule('health/missing', 'high')
    const weak = rule('health/weak', 'high')
    const implied = {
      rule: weak,
      outcomes: [outcomeOf(weak, 's0', { implied: { by: missing.id } }), outcomeOf(weak, 's1')],
    }
    expect(gainOf([judgementOf(missing, 'FP'), implied])).toEqual([50])
    const unnamed = { rule: weak, outcomes: [outcomeOf(weak, 's0', { implied: {} }), outcomeOf(weak, 's1')] }
    expect(gainOf([judgementOf(missing, 'FP'), unnamed])).toEqual([50])
    expect(gainOf([judgementOf(missing, 'FP'), judgementOf(rule('a/other', 'high'), 'FP'), unnamed])).toEqual(
      [100 / 6, 100 / 6].map(gain => expect.closeTo(gain, 9)),
    )
  })
})

describe('the roadmap', () => {
  const plan = (judgements: readonly Judgement[], threshold = 80) => {
    const found = roadmap(judgements, { deployable: true, threshold })
    if (!found) throw new Error('no roadmap')
    return found
  }
  const idsOf = (judgements: readonly Judgement[], threshold?: number) =>
    plan(judgements, threshold).steps.map(step => step.rule)

  it('takes the most points for the effort first and stops at the threshold', () => {
    const judgements = [
      judgementOf(rule('a/slow', 'high', { effort: 'days' }), 'F'),
      judgementOf(rule('a/quick', 'high'), 'F'),
      judgementOf(rule('a/fine', 'high'), 'P'),
      judgementOf(rule('a/middling', 'high', { effort: 'hours' }), 'F'),
    ]
    expect(idsOf(judgements, 50)).toEqual(['a/quick'])
    expect(idsOf(judgements, 75)).toEqual(['a/quick', 'a/middling'])
    expect(idsOf(judgements, 100)).toEqual(['a/quick', 'a/middling', 'a/slow'])
    expect(plan(judgements, 50)).toMatchObject({ from: 25, to: 50, threshold: 50, reached: true, minutes: 20 })
  })

  it('breaks ties by id, whatever the order of the rules', () => {
    const judgements = ['a/c', 'a/a', 'a/b'].map(id => judgementOf(rule(id), 'F'))
    expect(idsOf(judgements, 30)).toEqual(['a/a'])
    expect(idsOf(judgements.toReversed(), 30)).toEqual(['a/a'])
  })

  it('puts critical steps first, then high ones, and still ends at what it announced', () => {
    const judgements = [
      judgementOf(rule('a/critical', 'critical', { effort: 'days' }), 'FP'),
      judgementOf(rule('a/high', 'high', { effort: 'hours' }), 'FP'),
      judgementOf(rule('a/low', 'low'), 'FP'),
    ]
    const found = plan(judgements, 100)
    expect(found.steps.map(step => [step.rule, step.phase])).toEqual([
      ['a/critical', 'critical'],
      ['a/high', 'high'],
      ['a/low', 'rest'],
    ])
    expect(found.to).toBe(100)
    expect(found.steps.at(-1)?.to).toBe(100)
    expect(found.from + found.steps.reduce((sum, step) => sum + step.gain, 0)).toBeCloseTo(100, 9)
  })

  it('counts findings, and each further one of a rule as a quarter of the first', () => {
    const [step] = plan([judgementOf(rule('a/a', 'high', { effort: 'hours' }), 'FFF')]).steps
    expect(step).toMatchObject({ findings: 3, minutes: 180 + 45 + 45, effort: 'hours', severity: 'high' })
  })

  it('is empty at the threshold and when nothing to fix gains anything', () => {
    expect(plan([judgementOf(rule('a/a'), 'FPPPP')]).steps).toEqual([])
    expect(plan([judgementOf(rule('a/a'), 'UAR')])).toMatchObject({ steps: [], reached: false, to: 0 })
  })

  it('says what no fix can change', () => {
    const judgements = [judgementOf(rule('a/a'), 'FAU'), judgementOf(rule('a/b', 'high', { confidence: 'C' }), 'U')]
    expect(plan(judgements)).toMatchObject({ reached: false, beyond: { accepted: 1, unverified: 1 } })
    expect(plan(judgements).to).toBeCloseTo(100 / 3, 9)
  })

  it('counts what two rules together make up for', () => {
    const weak = rule('health/weak', 'critical')
    const judgements = [
      judgementOf(rule('a/a', 'low'), 'F'),
      judgementOf(rule('a/b', 'low'), 'F'),
      { rule: weak, outcomes: [outcomeOf(weak, 's0', { implied: {} })] },
    ]
    const found = plan(judgements)
    expect(found.steps.map(step => step.rule)).toEqual(['a/a', 'a/b'])
    expect(found).toMatchObject({ from: 0, to: 100, reached: true })
  })

  it('gets past rules that gain only together', () => {
    const judgements = ['a/a', 'a/b'].map(id => {
      const medium = rule(id)
      return { rule: medium, outcomes: [outcomeOf(medium, 's', { implied: {}, findings: [findingOf(medium, 's')] })] }
    })
    expect(plan(judgements).steps.map(step => [step.rule, step.to])).toEqual([
      ['a/a', 0],
      ['a/b', 100],
    ])
  })

  it('is not there without a score', () => {
    expect(roadmap([judgementOf(rule('a/a'), 'F')], { deployable: false })).toBeNull()
  })

  it.each([
    [20, '20 minutes'],
    [60, '1 hour'],
    [65, '2 hours'],
    [480, '8 hours'],
    [960, '2 days'],
    [970, '3 days'],
  ])('writes %d minutes as %s', (minutes, text) => {
    expect(formatEffort(minutes)).toBe(text)
  })
})

describe('the gate', () => {
  const good = [judgementOf(rule('a/good'), 'P'.repeat(99))]
  const open = (judgements: readonly Judgement[], options: Partial<Parameters<typeof gate>[2]> = {}) => {
    const all = [...good, ...judgements]
    return gate(all, score(all, deployable), { failOn: 'high', minScore: 0, ...options })
  }
  const failures = (...parameters: Parameters<typeof open>) =>
    open(...parameters)
      .conditions.filter(condition => !condition.passed)
      .map(condition => condition.message)

  it('passes a system without faults and lists what it asked', () => {
    expect(open([], { minScore: 80 })).toEqual({
      passed: true,
      conditions: [
        { kind: 'score', passed: true, message: 'score 100.0 reaches 80' },
        { kind: 'critical', passed: true, message: 'no critical finding is open' },
        { kind: 'severity', passed: true, message: 'no high finding is open' },
      ],
    })
  })

  it('compares the score unrounded', () => {
    const judgements = [judgementOf(rule('a/b'), 'P'.repeat(7996) + 'F'.repeat(2004))]
    const total = score(judgements, deployable)
    expect(gate(judgements, total, { failOn: 'never', minScore: 79.96 }).passed).toBe(true)
    expect(gate(judgements, total, { failOn: 'never', minScore: 80 })).toMatchObject({
      passed: false,
      conditions: [{ kind: 'score', message: 'score 79.9 is below 80' }],
    })
  })

  it('names each condition that failed in one sentence', () => {
    const judgements = [judgementOf(rule('a/worst', 'critical'), 'F'), judgementOf(rule('a/bad', 'high'), 'FFFFF')]
    expect(open(judgements, { minScore: 80 }).passed).toBe(false)
    expect(failures(judgements, { minScore: 80 })).toEqual([
      'score 11.2 is below 80',
      '1 critical finding is open: a/worst on s0 (compose.yaml:1)',
      '5 high findings are open: a/bad (5)',
    ])
  })

  it('draws the line at the severity it is told', () => {
    const judgements = (['critical', 'high', 'medium', 'low'] as const).map(severity =>
      judgementOf(rule(`a/${severity}`, severity), 'F'),
    )
    const kinds = (failOn: 'critical' | 'high' | 'medium' | 'low' | 'never') =>
      failures(judgements, { failOn }).map(message => message.slice(0, message.indexOf(' finding')))
    expect(kinds('never')).toEqual([])
    expect(kinds('critical')).toEqual(['1 critical'])
    expect(kinds('high')).toEqual(['1 critical', '1 high'])
    expect(kinds('medium')).toEqual(['1 critical', '2 high to medium'])
    expect(kinds('low')).toEqual(['1 critical', '3 high to low'])
  })

  it('goes by the severity that a finding is shown with', () => {
    const low = rule('a/a', 'low')
    const findings = [findingOf(low, 's', { severity: 'critical' })]
    expect(failures([{ rule: low, outcomes: [outcomeOf(low, 's', { findings })] }])).toHaveLength(1)
  })

  it('lets accepted findings, advice, what is unverified and what has no weight pass', () => {
    expect(failures([judgementOf(rule('a/a', 'critical'), 'AUR')])).toEqual([])
    expect(failures([judgementOf(rule('a/a', 'critical', { confidence: 'C' }), 'F')])).toEqual([])
    expect(failures([judgementOf(rule('a/a', 'critical'), 'F', [0])])).toEqual([])
  })

  it('lets findings that are not judged pass, and no others', () => {
    const judgements = [judgementOf(rule('a/a', 'critical'), 'FF'), judgementOf(rule('a/b', 'high'), 'F')]
    expect(failures(judgements, { isJudged: ({ rule }) => rule === 'a/c' })).toEqual([])
    expect(
      failures(judgements, { isJudged: ({ subject }) => subject === 's1', called: 'new', where: 'in staged files' }),
    ).toEqual(['1 new critical finding is open in staged files: a/a on s1 (compose.yaml:1)'])
  })

  it('asks nothing about a score that is not there', () => {
    expect(gate(good, null, { failOn: 'never', minScore: 80 })).toEqual({ passed: true, conditions: [] })
  })
})
