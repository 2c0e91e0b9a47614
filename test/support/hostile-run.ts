import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { run } from '../../src/cli/run.js'
import { millisecondsSince } from './processor-time.js'

/** Path below the root to content. */
export type HostileFiles = Readonly<Record<string, string | Uint8Array>>

/** Everything that an audit with every report says to the outside. */
export interface HostileRun {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
  readonly json: string
  readonly sarif: string
  /** Processor time of the audit and its reports: what else the machine does makes no difference. */
  readonly milliseconds: number
}

/**
 * Audits a repository made of `files` (and of what `prepare` puts into it) through the command line, with every report
 * and everything shown. Nothing is left behind; what `prepare` gives back is called before that.
 */
export async function runHostile(
  files: HostileFiles,
  prepare?: (root: string) => (() => void) | undefined,
): Promise<HostileRun> {
  const cwd = mkdtempSync(join(tmpdir(), 'erp-audit-hostile-'))
  const root = join(cwd, 'repository')
  mkdirSync(root)
  let takeBack: (() => void) | undefined
  try {
    putFiles(root, files)
    takeBack = prepare?.(root)
    const out = { stdout: '', stderr: '' }
    const formats = ['-f', 'text', '-f', 'json=report.json', '-f', 'sarif=report.sarif']
    const started = process.cpuUsage()
    const code = await run({
      argv: ['repository', '--advice', '--include-suppressed', ...formats],
      env: {},
      cwd,
      stdout: { write: text => (out.stdout += text) },
      stderr: { write: text => (out.stderr += text) },
    })
    const milliseconds = millisecondsSince(started)
    return { code, ...out, json: read(join(cwd, 'report.json')), sarif: read(join(cwd, 'report.sarif')), milliseconds }
  } finally {
    takeBack?.()
    rmSync(cwd, { recursive: true, force: true })
  }
}

/** Writes files below a directory, making folders where they are needed. */
function putFiles(root: string, files: HostileFiles): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), content)
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
