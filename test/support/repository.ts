import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { run } from '../../src/cli/run.js'

/** A directory that goes when the test has ended. */
export function scratch(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'erp-audit-git-')))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Writes files; `null` removes one. */
export function write(root: string, files: Readonly<Record<string, string | Buffer | null>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    if (content === null) rmSync(join(root, path), { recursive: true })
    else writeFileSync(join(root, path), content)
  }
}

const SETTINGS = [
  'user.name=t',
  'user.email=t@example.org',
  'init.defaultBranch=main',
  'core.excludesFile=/dev/null',
  'protocol.file.allow=always',
  'gc.auto=0',
]

/** What git writes, without the line break at its end. The settings of whoever runs the tests do not count. */
export function git(root: string, ...words: readonly string[]): string {
  const argv = [...SETTINGS.flatMap(setting => ['-c', setting]), '-C', root, ...words]
  return execFileSync('git', argv, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: environment(),
  }).trimEnd()
}

function environment(): NodeJS.ProcessEnv {
  const names = ['PATH', 'SystemRoot', 'TMPDIR']
  const kept = Object.fromEntries(
    names.flatMap(name => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
  )
  return { ...kept, GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null', HOME: '/nonexistent' }
}

/** A new repository with these files committed. */
export function repository(files: Readonly<Record<string, string | Buffer>>, ...init: readonly string[]): string {
  const root = scratch()
  git(root, 'init', '-q', ...init)
  write(root, files)
  commit(root, 'one')
  return root
}

/** Commits everything. */
export function commit(root: string, message = 'more'): string {
  git(root, 'add', '-A')
  git(root, 'commit', '-q', '--allow-empty', '-m', message)
  return git(root, 'rev-parse', 'HEAD')
}

export interface Ran {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** The command line, in a directory. */
export async function erpAudit(cwd: string, argv: readonly string[], env: Record<string, string> = {}): Promise<Ran> {
  let stdout = ''
  let stderr = ''
  const streams = {
    stdout: { write: (text: string) => (stdout += text) },
    stderr: { write: (text: string) => (stderr += text) },
  }
  const code = await run({ argv, env, cwd, ...streams })
  return { code, stdout, stderr }
}

/** What a test asks of a report in JSON. */
export interface Report {
  readonly score: { readonly total: number; readonly shown: string } | null
  readonly gate: { readonly passed: boolean; readonly conditions: readonly { kind: string; message: string }[] }
  readonly findings: readonly {
    readonly rule: string
    readonly path: string
    readonly line: number
    readonly subject: { readonly name: string }
    readonly fingerprint: string
    readonly baselineState?: string
  }[]
  readonly comparison: {
    readonly elsewhere: number
    readonly counts?: { readonly new: number; readonly unchanged: number }
    readonly since?: { readonly commit: string; readonly score: number; readonly fixed: readonly { rule: string }[] }
    readonly baseline?: { readonly stale: readonly { rule: string; path: string }[] }
    readonly renamed: readonly { from: string; to: string }[]
    readonly scoreGates: boolean
  } | null
  readonly notEvaluated: readonly { readonly path: string; readonly because: string }[]
}

/** The report of a run that audits: the exit code may be that of a failed gate. */
export async function reportOf(
  cwd: string,
  argv: readonly string[],
  env: Record<string, string> = {},
): Promise<Report> {
  const { code, stdout, stderr } = await erpAudit(cwd, [...argv, '-f', 'json'], env)
  if (code === 2) throw new Error(stderr)
  return JSON.parse(stdout)
}
