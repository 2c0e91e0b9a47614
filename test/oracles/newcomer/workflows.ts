import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { objections } from '../../support/actionlint.js'
import type { Block } from '../../support/blocks.js'
import { openPull, spoil, touch } from './commits.js'
import { runWorkflow } from './runner.js'
import { put, type Visit } from './visit.js'

/** A workflow that stands in the file which the text names, that actionlint has nothing against, and that does what it should. */
export async function workflow(block: Block, visit: Visit) {
  const shop = visit.world.legacy()
  expect(put(block, shop)).toMatch(/^\.github\/workflows\/[\w-]+\.yml$/)
  expect(objections(block.text)).toBe('')
  return annotates(block.text, visit)
}

export async function codeScanning(block: Block, visit: Visit): Promise<void> {
  const { quiet, loud } = await workflow(block, visit)
  for (const { uploaded } of [quiet, loud]) {
    expect(uploaded).toHaveLength(1)
    const { version, runs } = JSON.parse(readFileSync(uploaded[0] ?? '', 'utf8'))
    // Code scanning closes what it does not see: old findings stay in it.
    expect([version, runs.length, runs[0].results.length > 20]).toEqual(['2.1.0', 1, true])
  }
}

export async function comment(block: Block, visit: Visit): Promise<void> {
  const { comments } = visit.api
  comments.length = 0
  await workflow(block, visit)
  expect(comments).toHaveLength(1)
  expect(comments[0]?.body).toContain('workload/privileged')
}

/** What a workflow does on a pull request with one new finding in a legacy repository, and on one without. */
async function annotates(workflow: string, { world, api }: Visit) {
  const shop = world.legacy()
  touch(shop)
  const quiet = await runWorkflow(workflow, openPull(shop, world), api, world)
  expect({ annotations: quiet.annotations, passed: quiet.passed }).toEqual({ annotations: [], passed: true })
  const other = world.legacy()
  spoil(other)
  const loud = await runWorkflow(workflow, openPull(other, world), api, world)
  expect(loud.passed).toBe(false)
  const placed = loud.annotations.filter(({ properties }) => properties.file !== undefined)
  expect(placed).toMatchObject([{ kind: 'error', properties: { file: 'docker/docker-compose.yml', line: '23' } }])
  expect(loud.summary).toContain('workload/privileged')
  return { quiet, loud }
}
