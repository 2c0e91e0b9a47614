import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'

const ACTIONLINT = join(process.env.ORACLE_PROGRAMS ?? join(homedir(), '.cache', 'erp-audit', 'bin'), 'actionlint')

/**
 * What actionlint has to say of a workflow. It knows the inputs of well-known actions and of this one, which stands there as an
 * action of the repository itself.
 */
export function objections(workflow: string): string {
  const top = mkdtempSync(join(tmpdir(), 'erp-audit-workflow-'))
  mkdirSync(join(top, '.git'))
  mkdirSync(join(top, '.github', 'workflows'), { recursive: true })
  mkdirSync(join(top, 'dist'))
  writeFileSync(join(top, 'dist', 'action.js'), '')
  writeFileSync(join(top, 'action.yml'), readFileSync('action.yml', 'utf8'))
  const file = join(top, '.github', 'workflows', 'workflow.yml')
  writeFileSync(file, workflow.replace(/OWNER\/erp-audit@\S+/g, './'))
  try {
    return execFileSync(ACTIONLINT, ['-no-color', '-oneline', file], { encoding: 'utf8', cwd: top })
  } catch (error) {
    const { stdout, message } = error as { stdout?: string; message: string }
    return stdout || message
  } finally {
    rmSync(top, { recursive: true })
  }
}
