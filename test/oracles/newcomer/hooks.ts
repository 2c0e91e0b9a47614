import { chmodSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { expect } from 'vitest'
import type { Block } from '../../support/blocks.js'
import { guards } from './commits.js'
import { adopted, put, type Visit } from './visit.js'
import { PROGRAMS } from './world.js'

const PRE_COMMIT = join(PROGRAMS, 'pre-commit', 'bin')
const NPM_PROGRAMS = join(PROGRAMS, 'hooks', 'node_modules', '.bin')

/** Types a command that has to go well. */
async function typed({ world }: Visit, command: string, cwd: string, env: NodeJS.ProcessEnv = {}): Promise<void> {
  expect(await world.bash(command, cwd, env)).toMatchObject({ code: 0 })
}

/** A repository with the block as its configuration, where the programs for hooks are there. */
async function guarded(block: Block, visit: Visit): Promise<readonly [string, NodeJS.ProcessEnv]> {
  const shop = await adopted(visit)
  put(block, shop)
  return [shop, { PATH: [PRE_COMMIT, NPM_PROGRAMS, visit.world.env.PATH].join(delimiter) }]
}

function settle(shop: string, { world }: Visit): void {
  world.git(shop, 'add', '--all')
  world.git(shop, 'commit', '--quiet', '--no-verify', '--message', 'a hook')
}

const tried = new Set<string>()

/** The README and the page about hooks show the same one, which is tried once. */
export async function preCommit(block: Block, visit: Visit): Promise<void> {
  if (tried.has(block.text)) return
  tried.add(block.text)
  const [shop, env] = await guarded(block, visit)
  await typed(visit, 'pre-commit install', shop, env)
  settle(shop, visit)
  await guards(shop, visit.world, /erp-audit\.*Passed/, env)
}

const INSTALL = 'npm install --save-dev erp-audit'

export async function husky(block: Block, visit: Visit): Promise<void> {
  const [shop, env] = await guarded(block, visit)
  await typed(visit, INSTALL, shop, env)
  await typed(visit, 'husky', shop, env)
  settle(shop, visit)
  await guards(shop, visit.world, /1 file changed/, env)
}

export async function lintStaged(block: Block, visit: Visit): Promise<void> {
  const [shop, env] = await guarded(block, visit)
  await typed(visit, INSTALL, shop, env)
  // Something has to call lint-staged; most let husky do that.
  const script = join(shop, '.git', 'hooks', 'pre-commit')
  writeFileSync(script, '#!/bin/sh\nlint-staged\n')
  chmodSync(script, 0o755)
  settle(shop, visit)
  await guards(shop, visit.world, /1 file changed/, env)
}

export async function lefthook(block: Block, visit: Visit): Promise<void> {
  const [shop, env] = await guarded(block, visit)
  await typed(visit, INSTALL, shop, env)
  await typed(visit, 'lefthook install', shop, env)
  settle(shop, visit)
  await guards(shop, visit.world, /1 file changed/, env)
}
