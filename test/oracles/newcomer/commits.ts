import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { Pull } from './runner.js'
import type { World } from './world.js'

/** The file of the legacy system that everything happens in. */
export const COMPOSE = 'docker/docker-compose.yml'

/** Puts a new critical finding beside the old ones. */
export function spoil(shop: string): void {
  change(shop, text => text.replace(/^( {2}backend:\n)/m, '$1    privileged: true\n'))
}

/** Changes the same file without changing what it means. */
export function touch(shop: string): void {
  change(shop, text => `# A word on it.\n${text}`)
}

function change(shop: string, to: (text: string) => string): void {
  const path = join(shop, COMPOSE)
  const text = readFileSync(path, 'utf8')
  expect(to(text)).not.toBe(text)
  writeFileSync(path, to(text))
}

/** What everybody expects of a hook on a legacy repository: it stops what comes, and is not in the way otherwise. */
export async function guards(
  shop: string,
  { git, bash }: World,
  skips: RegExp,
  env: NodeJS.ProcessEnv = {},
): Promise<void> {
  const commit = async () => {
    const { code, stdout, stderr } = await bash('git commit --message "more"', shop, env)
    return { committed: code === 0, said: stdout + stderr }
  }
  spoil(shop)
  git(shop, 'add', COMPOSE)
  const stopped = await commit()
  expect(stopped.said).toContain('1 finding: 1 critical\n\ncritical  workload/privileged')
  expect(stopped.committed).toBe(false)

  git(shop, 'reset', '--quiet', '--hard')
  touch(shop)
  git(shop, 'add', COMPOSE)
  spoil(shop)
  const passed = await commit()
  expect(passed.said).not.toContain('workload/privileged')
  expect(passed).toMatchObject({ committed: true })

  // What matters is not known by the ending of its name.
  git(shop, 'reset', '--quiet', '--hard')
  writeFileSync(join(shop, '.env'), `STRIPE_API_KEY=${['sk', 'live', '51HqLyjWDarjtT1zdp7dcXYZ0abcdEFGH'].join('_')}\n`)
  git(shop, 'add', '--force', '.env')
  expect(await commit()).toMatchObject({ committed: false, said: expect.stringContaining('secret/') })

  git(shop, 'reset', '--quiet', '--hard')
  writeFileSync(join(shop, 'NOTES.md'), '# Notes\n')
  git(shop, 'add', 'NOTES.md')
  const aside = await commit()
  expect(aside.said).toMatch(skips)
  expect(aside.committed).toBe(true)
}

/** Opens a pull request for what is changed in a clone: as a branch, and merged as the server tries it out. */
export function openPull(shop: string, { git }: World): Pull {
  const base = git(shop, 'rev-parse', 'HEAD')
  git(shop, 'checkout', '--quiet', '-b', 'more')
  git(shop, 'commit', '--quiet', '--all', '--message', 'more')
  const head = git(shop, 'rev-parse', 'HEAD')
  git(shop, 'checkout', '--quiet', '--detach', base)
  git(shop, 'merge', '--quiet', '--no-ff', '--message', 'merged', head)
  const merge = git(shop, 'rev-parse', 'HEAD')
  const origin = git(shop, 'remote', 'get-url', 'origin')
  git(shop, 'push', '--quiet', '--force', 'origin', `${head}:refs/heads/more`, `${merge}:refs/pull/1/merge`)
  return { origin, base, head, merge }
}
