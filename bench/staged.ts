import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Files, writeFiles } from './inputs.js'

/** Puts files under version control as they are after months of work (in a pack), and stages a change of the first three. */
export function stage(directory: string, files: Files): void {
  const git = (...words: readonly string[]) => {
    const settings = ['user.name=bench', 'user.email=bench@example.org', 'core.autocrlf=false', 'gc.auto=0']
    execFileSync('git', [...settings.flatMap(one => ['-c', one]), '-C', directory, ...words], { stdio: 'pipe' })
  }
  mkdirSync(directory, { recursive: true })
  writeFiles(directory, files)
  git('init', '-q')
  git('add', '-A')
  git('commit', '-qm', 'all')
  git('gc', '-q')
  for (const path of [...files.keys()].slice(0, 3)) writeFileSync(join(directory, path), `${files.get(path)}\n`)
  git('add', '-A')
}
