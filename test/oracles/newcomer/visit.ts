import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect } from 'vitest'
import { type Block, commandsOf, fileOf } from '../../support/blocks.js'
import type { Api } from './api.js'
import type { Ran, World } from './world.js'

/** Somebody who reads one document from its beginning to its end, and does what it says. */
export interface Visit {
  readonly world: World
  readonly api: Api
  /** Their clone of the legacy repository. */
  readonly shop: string
  /** What commands printed, by the command. */
  readonly printed: Map<string, string>
}

/** What is done with a block, and what must come of it. */
export type Trial = (block: Block, visit: Visit) => unknown

/** The blocks of a document, in order: the heading above, the language, what is tried. */
export type Plan = readonly (readonly [heading: string, language: string, trial: Trial])[]

/** Commands that are shown and not typed here. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  'npm cit': 'it takes minutes and the network; .ci/run does the same, "npm ci" and "npm test"',
}

/** A command without the comment behind it. */
export function bare(command: string): string {
  return command.replace(/\s+#.*$/, '')
}

/** Types the commands of a block one after the other. Each must end as an audit does: the gate passed (0) or failed (1). */
export async function type(block: Block, { world, printed }: Visit, cwd: string): Promise<readonly Ran[]> {
  const all: Ran[] = []
  for (const command of commandsOf(block)) {
    if (Object.hasOwn(LEFT_OUT, bare(command))) continue
    const ran = await world.bash(command, cwd)
    expect({ command, ...ran, code: ran.code === 1 ? 0 : ran.code }).toMatchObject({ command, code: 0 })
    printed.set(bare(command), ran.stdout)
    all.push(ran)
  }
  return all
}

/** Writes a block into the file that the text above it names. */
export function put(block: Block, folder: string): string {
  const name = fileOf(block)
  mkdirSync(join(folder, dirname(name)), { recursive: true })
  writeFileSync(join(folder, name), block.text)
  return name
}

/** A sentence with numbers and names of commits in it, as a pattern for the same sentence about something else. */
export function like(sentence: string): RegExp {
  const escaped = sentence.trim().replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(
    escaped.replaceAll(/\b(?:[0-9a-f]{12}|\d+)\b/g, one => (one.length === 12 ? '[0-9a-f]{12}' : '\\d+')),
  )
}

/** A clone of the legacy repository in which somebody has written down what is known. */
export async function adopted({ world }: Visit): Promise<string> {
  const shop = world.legacy()
  await world.bash(`node ${join(world.project, 'dist', 'cli.js')} baseline`, shop)
  world.git(shop, 'add', '--all')
  world.git(shop, 'commit', '--quiet', '--message', 'what is known')
  return shop
}
