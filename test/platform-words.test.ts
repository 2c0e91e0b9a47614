import { describe, expect, it } from 'vitest'
import { rules } from '../rules/index.js'
import { auditTree } from '../src/audit.js'
import { DEFAULT_OPTIONS } from '../src/config/config.js'
import { exampleTree } from '../src/examples.js'
import './support/grammars.js'

/** Keys, forms and commands of Compose that say nothing to somebody who reads a finding about a pod. */
const COMPOSE =
  /\$\$|docker compose|docker inspect|\bCMD-SHELL\b|`ports` entry|`?(?:environment|volumes|healthcheck|command(?!: \[)|depends_on|env_file|profiles|cap_add|network_mode):|compose network|override file|\bcontainer_name\b/i

const examples = rules.flatMap(rule => rule.examples.bad.map((example, index) => ({ rule, example, index: index + 1 })))
const aboutPods = examples.flatMap(({ rule, example, index }) => {
  const { judgements } = auditTree(exampleTree(example), { ...DEFAULT_OPTIONS, advice: true })
  const outcomes = judgements.find(judgement => judgement.rule.id === rule.id)?.outcomes ?? []
  const pods = outcomes.filter(({ subject }) => subject.startsWith('kubernetes:') && subject.includes('/'))
  return pods.flatMap(({ findings }) => findings).map(finding => ({ name: `${rule.id} ${index}`, finding }))
})

describe('a finding about a pod', () => {
  it('is made by many rules', () => {
    expect(new Set(aboutPods.map(({ finding }) => finding.rule)).size).toBeGreaterThan(35)
  })

  it.each(aboutPods)('of $name speaks the language of Kubernetes', ({ finding }) => {
    const { message, fix, why } = finding
    // General advice may name each platform with its own words.
    const general = /\(Compose\)/.test(fix) && /\(Kubernetes\)/.test(fix)
    expect([message, general ? '' : fix, why].filter(text => COMPOSE.test(text))).toEqual([])
  })
})
