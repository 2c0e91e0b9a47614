import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { blocksOf, commandsOf } from '../support/blocks.js'
import { type Api, startApi } from './newcomer/api.js'
import { ADOPTING, CAPACITY, CHANGES, CONFIGURATION, GETTING_STARTED } from './newcomer/guides.js'
import { CI } from './newcomer/pipelines.js'
import { exitCodes, README } from './newcomer/readme.js'
import { bare, LEFT_OUT, type Plan, type Visit } from './newcomer/visit.js'
import { settle, type World } from './newcomer/world.js'

/**
 * Somebody who has never used erp-audit follows the documents word for word, from the README to where it sends them, on a
 * legacy repository. Every block is typed, or written into the file that the text names and used with the real program.
 */
const PLANS: Readonly<Record<string, Plan>> = {
  'README.md': README,
  'docs/getting-started.md': GETTING_STARTED,
  'docs/adopting.md': ADOPTING,
  'docs/ci.md': CI,
  'docs/changes.md': CHANGES,
  'docs/configuration.md': CONFIGURATION,
  'docs/capacity.md': CAPACITY,
}

let world: World
let api: Api
beforeAll(async () => {
  world = await settle()
  api = await startApi(world.home)
})
afterAll(() => {
  api?.close()
  world?.end()
})

describe.each(Object.entries(PLANS))('%s', (document, plan) => {
  const blocks = blocksOf(document)
  let visit: Visit
  beforeAll(() => {
    visit = { world, api, shop: world.legacy(), printed: new Map() }
  })

  test('has the blocks that are tried, and no others', () => {
    expect(blocks.map(({ heading, language }) => [heading, language])).toEqual(plan.map(entry => entry.slice(0, 2)))
  })

  test.each(plan.map(([heading, language, trial], index) => [`${index + 1}, ${heading}: ${language}`, trial] as const))(
    'block %s',
    async (name, trial) => {
      const block = blocks[Number.parseInt(name, 10) - 1]
      if (!block) throw new Error('there is no such block')
      await trial(block, visit)
    },
  )

  if (document === 'README.md') test('the exit codes are what the table says', () => exitCodes(visit))
})

test('what is left out is shown somewhere', () => {
  const shown = Object.keys(PLANS).flatMap(document => blocksOf(document).flatMap(block => commandsOf(block).map(bare)))
  for (const command of Object.keys(LEFT_OUT)) expect(shown).toContain(command)
})
