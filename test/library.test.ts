import { describe, expect, test } from 'vitest'
import { audit, defineRule } from '../src/index.js'
import { repository, write } from './support/repository.js'

const COMPOSE = 'services:\n  api:\n    image: ghcr.io/acme/api:1.4.0\n    container_name: api\n'

const named = defineRule({
  id: 'house/name-too-short',
  title: 'A workload has a name that says nothing',
  category: 'performance',
  severity: 'medium',
  confidence: 'A',
  since: '1.0.0',
  effort: 'minutes',
  why: 'Nobody finds it in the logs.',
  fix: 'Give it a longer name.',
  refs: [],
  check({ system, pass, fail }) {
    for (const workload of system.workloads) {
      if (workload.name.length > 3) pass(workload)
      else fail(workload, workload, `${workload.name} is too short a name`)
    }
  },
  examples: { bad: [], good: [] },
})

describe('the library', () => {
  test('audits a directory', async () => {
    const result = await audit(repository({ 'compose.yaml': COMPOSE }))
    expect(result.score?.total).toBeLessThan(80)
    expect(result.gate.passed).toBe(false)
    expect(result.findings.map(({ rule }) => rule)).toContain('workload/memory-limit-missing')
  })

  test('asks the rules of its user, and counts them', async () => {
    const root = repository({ 'compose.yaml': COMPOSE })
    const [without, result] = [await audit(root), await audit(root, { rules: [named] })]
    expect(result.findings.find(({ rule }) => rule === named.id)).toMatchObject({
      message: 'api is too short a name',
      place: { path: 'compose.yaml', line: 2 },
    })
    expect(result.score?.total).toBeLessThan(without.score?.total ?? 0)
    expect((await audit(root, { rules: [named], only: ['house/*'] })).findings).toHaveLength(1)
    write(root, {
      'compose.yaml': COMPOSE.replace(
        '  api:',
        '  # erp-audit-ignore house/name-too-short: everybody knows it\n  api:',
      ),
    })
    const accepted = await audit(root, { rules: [named], only: ['house/*'] })
    expect(accepted.findings[0]?.suppressed?.reason).toBe('everybody knows it')
  })

  test('reads the configuration as the command line does, or none', async () => {
    const root = repository({ 'compose.yaml': COMPOSE, 'erp-audit.yml': 'failOn: never\nminScore: 0\n' })
    expect((await audit(root)).gate.passed).toBe(true)
    expect((await audit(root, { config: false })).gate.passed).toBe(false)
    expect((await audit(root, { minScore: 100 })).gate.passed).toBe(false)
  })

  test.each([
    [{ only: ['workload/privilegd'] }, 'unknown rule "workload/privilegd"; did you mean'],
    [{ minScore: 101 }, 'minScore is a number from 0 to 100, not 101'],
    [{ baseline: 'none.json' }, 'there is no baseline none.json'],
    [{ config: 'none.yml' }, 'none.yml'],
    [{ rules: [{ ...named, id: 'Mine' }] }, 'a rule is named <area>/<failing-state>, not "Mine"'],
    [{ rules: [{ ...named, id: 'backup/missing' }] }, 'there is a rule backup/missing already'],
  ])('says in a sentence what is wrong: %j', async (options, message) => {
    await expect(audit(repository({ 'compose.yaml': COMPOSE }), options)).rejects.toThrow(message)
  })

  test('gives null for a score when there is nothing to audit', async () => {
    expect((await audit(repository({ 'README.md': '# nothing\n' }))).score).toBeNull()
    await expect(audit('/no/such/directory')).rejects.toThrow('there is no directory "/no/such/directory"')
  })
})
