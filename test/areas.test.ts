import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { rules } from '../rules/index.js'
import { AREAS, areaOf, areasIn } from '../src/areas.js'
import { discover } from '../src/discover.js'
import { exampleTree } from '../src/examples.js'
import { buildSystem } from '../src/model/build.js'
import type { System } from '../src/model/system.js'
import type { CheckContext, Rule } from '../src/rule.js'
import type { Tree } from '../src/tree.js'
import './support/grammars.js'

const FIXTURES = join(import.meta.dirname, '..', 'fixtures')

function systemIn(tree: Tree): System {
  return buildSystem(tree, { deployments: [] })
}

/** What the rules say that would not be asked about a system. */
function unheard(system: System): readonly string[] {
  const present = areasIn(system)
  return rules
    .filter(({ id }) => Object.hasOwn(AREAS, areaOf(id)) && !present.has(areaOf(id)))
    .flatMap(rule => wordsOf(rule, system).map(word => `${rule.id}: ${word}`))
}

function wordsOf(rule: Rule, system: System): readonly string[] {
  const words: string[] = []
  const say =
    (word: string): CheckContext['pass'] =>
    subject => {
      words.push(`${word} ${subject.id}`)
    }
  rule.check({ system, pass: say('pass'), fail: say('fail'), implied: say('implied'), unverified: say('unverified') })
  return words
}

describe('an area that is asked only where its technology occurs', () => {
  it.each(Object.keys(AREAS))('%s has rules', area => {
    expect(rules.some(({ id }) => areaOf(id) === area)).toBe(true)
  })

  it('has nothing to say where it is not asked: the fixtures', () => {
    const roots = readdirSync(FIXTURES, { withFileTypes: true }).filter(entry => entry.isDirectory())
    const systems = roots.map(({ name }) => systemIn(discover(join(FIXTURES, name))))
    expect(systems.some(system => areasIn(system).size > 0)).toBe(true)
    expect(systems.flatMap(unheard)).toEqual([])
  })

  it('has nothing to say where it is not asked: the examples of all rules', () => {
    const examples = rules.flatMap(rule => [...rule.examples.bad, ...rule.examples.good])
    expect(examples.flatMap(example => unheard(systemIn(exampleTree(example))))).toEqual([])
  }, 120_000)
})
