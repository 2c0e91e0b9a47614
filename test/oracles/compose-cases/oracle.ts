import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import type { WrittenCase } from './cases.js'

/** JSON as it comes. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** What compose-go made of one project. */
export interface Answer {
  readonly name: string
  readonly ok: boolean
  readonly error?: string
  readonly project?: OracleProject
}

/** The effective project, as compose-go marshals it. */
export interface OracleProject {
  readonly name: string
  readonly services: { readonly [name: string]: Json } | null
  /** The services that no profile switches on. */
  readonly disabled: { readonly [name: string]: Json } | null
  readonly networks: { readonly [name: string]: Json } | null
  readonly volumes: { readonly [name: string]: Json } | null
  readonly secrets: { readonly [name: string]: Json } | null
  readonly configs: { readonly [name: string]: Json } | null
}

/** What `~` becomes in the oracle's answers. */
export const oracleHome = '/home/of-the-oracle'

/** Has to be on the path. */
const compiler = 'go'

/** Builds the oracle; throws when there is no Go, or it does not build. */
export function buildOracle(source: string, binary: string): void {
  const built = spawnSync(compiler, ['build', '-o', binary, '.'], { cwd: source, encoding: 'utf8' })
  if (built.error) throw built.error
  if (built.status !== 0) throw new Error(`go build failed:\n${built.stderr}`)
}

/** What `go env` says of a setting; throws when there is no Go. */
export function goSetting(name: string): string {
  const asked = spawnSync(compiler, ['env', name], { encoding: 'utf8' })
  if (asked.error) throw asked.error
  return asked.stdout.trim()
}

/** Asks the oracle about all cases, in one process unless the library brings it down. */
export function askOracle(binary: string, cases: readonly WrittenCase[]): readonly Answer[] {
  const answers: Answer[] = []
  while (answers.length < cases.length) {
    const result = spawnSync(binary, [], {
      input: JSON.stringify(cases.slice(answers.length).map(request)),
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      // Nothing of the process may show, but for a home that `~` can stand for.
      env: { HOME: oracleHome },
    })
    if (result.error) throw result.error
    for (const line of result.stdout.split('\n')) if (line !== '') answers.push(JSON.parse(line) as Answer)
    const next = cases[answers.length]
    if (!next) break
    if (!result.stderr.includes('panic:')) throw new Error(`the oracle ended early: ${result.stderr}`)
    answers.push({ name: next.name, ok: false, error: `panic: ${result.stderr.slice(0, 2000)}` })
  }
  return answers
}

function request(item: WrittenCase) {
  return {
    name: item.name,
    directory: item.projectDirectory,
    files: item.compose.map(path => join(item.root, path)),
    environment: [...item.environment].map(([key, value]) => `${key}=${value}`),
    profiles: item.profiles,
    envFiles: item.environmentFiles.map(path => join(item.root, path)),
  }
}
