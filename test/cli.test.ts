import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { helpText } from '../src/cli/help.js'
import { environmentName, OPTIONS } from '../src/cli/options.js'
import { run, type World } from '../src/cli/run.js'
import { TOOL } from '../src/tool.js'
import { sample } from './report/sample.js'
import { readScenario } from './support/scenario.js'

let cwd = ''
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'erp-audit-cli-'))
})
afterEach(() => rmSync(cwd, { recursive: true }))

function put(path: string, text: string): void {
  mkdirSync(dirname(join(cwd, path)), { recursive: true })
  writeFileSync(join(cwd, path), text)
}

interface Ran {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

async function erpAudit(
  argv: readonly string[],
  world: Partial<World> = {},
  audit?: Parameters<typeof run>[1],
): Promise<Ran> {
  let stdout = ''
  let stderr = ''
  const full: World = {
    argv,
    env: {},
    cwd,
    stdout: { write: text => (stdout += text) },
    stderr: { write: text => (stderr += text) },
    ...world,
  }
  const code = await run(full, audit)
  return { code, stdout, stderr }
}

/** The command line over an audit whose result is made up. */
const withResult = (argv: readonly string[], options: Parameters<typeof sample>[0] = {}, world: Partial<World> = {}) =>
  erpAudit(argv, world, async () => (_root, given) => sample({ ...options, options: given }))

describe('scenarios', () => {
  const directory = join(import.meta.dirname, 'cli')
  test.each(readdirSync(directory).filter(name => name.endsWith('.scenario')))('%s', async name => {
    const { files, runs } = readScenario(readFileSync(join(directory, name), 'utf8'))
    for (const [path, text] of files) put(path, text)
    for (const { argv, env, code, stdout, stderr } of runs) {
      const ran = await erpAudit(argv, { env })
      expect({ argv, code: ran.code, stderr: ran.stderr }).toEqual({
        argv,
        code,
        stderr: expect.stringMatching(stderr),
      })
      expect(ran.stdout).toMatch(stdout)
    }
  })
})

describe('the exit code', () => {
  test('is 0 when the gate passes, 1 when it fails, 3 when there is nothing to audit', async () => {
    expect((await withResult(['--min-score', '0', '--fail-on', 'never'])).code).toBe(0)
    expect((await withResult(['--min-score', '0', '--fail-on', 'critical'])).code).toBe(1)
    expect((await withResult(['--min-score', '35', '--fail-on', 'never'])).code).toBe(1)
    expect((await withResult([], { empty: true, rules: [] })).code).toBe(3)
  })

  test('is 0 under --exit-zero, unless something other than the gate is wrong', async () => {
    expect((await withResult(['--exit-zero'])).code).toBe(0)
    expect((await withResult(['--exit-zero'], { empty: true, rules: [] })).code).toBe(3)
    expect((await withResult(['--exit-zero', '--nope'])).code).toBe(2)
  })

  test('is 2 when a rule crashes, also when the gate fails', async () => {
    const rules = sample().judgements.map(({ rule }, index) => {
      if (index > 0) return rule
      return {
        ...rule,
        check: () => {
          throw new Error('kaput\nand more')
        },
      }
    })
    const ran = await withResult([], { rules })
    expect(ran.code).toBe(2)
    expect(ran.stderr).toContain(`rule ${rules[0]?.id} crashed: kaput; this is a bug, please report it`)
    expect(ran.stdout).toContain('Score')
  })

  test('is 2 when the audit itself crashes, in one line, with the stack on request', async () => {
    const crash = async () => () => {
      throw new TypeError('x is not a function\n    somewhere')
    }
    const ran = await erpAudit([], {}, crash)
    expect(ran).toEqual({
      code: 2,
      stdout: '',
      stderr: `erp-audit: x is not a function; this is a bug, please report it: ${TOOL.bugs}\n`,
    })
    expect((await erpAudit(['-v'], {}, crash)).stderr).toContain('cli.test.ts')
  })
})

describe('reports', () => {
  test('go where they are told, several at a time', async () => {
    const ran = await withResult(['-f', 'text', '-f', 'sarif=a.sarif', '--format', 'json=b.json'])
    expect(ran.stdout).toContain('Score 34.9 of 100')
    expect(JSON.parse(readFileSync(join(cwd, 'a.sarif'), 'utf8')).version).toBe('2.1.0')
    expect(JSON.parse(readFileSync(join(cwd, 'b.json'), 'utf8')).schemaVersion).toBe(1)
  })

  test('-o writes the report into a file, and then the gate still speaks', async () => {
    const ran = await withResult(['-f', 'json', '-o', 'out.json'])
    expect(ran).toMatchObject({ code: 1, stdout: '' })
    expect(ran.stderr).toContain('erp-audit: score 34.9 is below 80\n')
    expect(JSON.parse(readFileSync(join(cwd, 'out.json'), 'utf8')).schemaVersion).toBe(1)
  })

  test('never go over a file that was audited', async () => {
    put('deploy/compose file.yaml', 'services: {}\n')
    const ran = await withResult(['-f', 'json', '-o', 'deploy/compose file.yaml'])
    expect(ran).toMatchObject({ code: 2, stdout: '' })
    expect(ran.stderr).toContain('is one of the audited files')
    expect(readFileSync(join(cwd, 'deploy/compose file.yaml'), 'utf8')).toBe('services: {}\n')
  })

  test('have no colours in files, and on a stream as asked', async () => {
    const esc = String.fromCharCode(27)
    const colored = async (argv: readonly string[], env = {}, isTTY = false) => {
      let stdout = ''
      await withResult(argv, {}, { env, stdout: { isTTY, write: text => (stdout += text) } })
      return stdout.includes(esc)
    }
    expect(await colored([])).toBe(false)
    expect(await colored([], {}, true)).toBe(true)
    expect(await colored([], { NO_COLOR: '1' }, true)).toBe(false)
    expect(await colored([], { NO_COLOR: '' }, true)).toBe(true)
    expect(await colored([], { NO_COLOR: '1', FORCE_COLOR: '1' })).toBe(false)
    expect(await colored([], { FORCE_COLOR: '1' })).toBe(true)
    expect(await colored([], { FORCE_COLOR: '0' }, true)).toBe(false)
    expect(await colored(['--color=always'], { NO_COLOR: '1' })).toBe(true)
    expect(await colored(['--color=never'], { FORCE_COLOR: '1' }, true)).toBe(false)
    await withResult(['-o', 'report.txt'], {}, { env: { FORCE_COLOR: '' }, stdout: { isTTY: true, write: () => {} } })
    expect(readFileSync(join(cwd, 'report.txt'), 'utf8')).not.toContain(esc)
  })
})

describe('settings', () => {
  const seen = async (argv: readonly string[], env = {}) => {
    let options: unknown
    await erpAudit(argv, { env }, async () => (_root, given) => {
      options = given
      return sample()
    })
    return options as {
      failOn: string
      minScore: number
      advice: boolean
      selection: { only: string[]; skip: string[] }
    }
  }

  test('flags win over the environment, that over the configuration, that over the defaults', async () => {
    expect(await seen([])).toMatchObject({ failOn: 'high', minScore: 80 })
    put('erp-audit.yml', 'failOn: low\nminScore: 10\n')
    expect(await seen([])).toMatchObject({ failOn: 'low', minScore: 10 })
    const env = { ERP_AUDIT_FAIL_ON: 'medium', ERP_AUDIT_MIN_SCORE: '20' }
    expect(await seen([], env)).toMatchObject({ failOn: 'medium', minScore: 20 })
    expect(await seen(['--fail-on', 'never', '--min-score=30.5'], env)).toMatchObject({
      failOn: 'never',
      minScore: 30.5,
    })
    expect(await seen(['--no-config'])).toMatchObject({ failOn: 'high', minScore: 80 })
  })

  test('switches and lists come from the environment too', async () => {
    const env = { ERP_AUDIT_ADVICE: '1', ERP_AUDIT_SKIP: 'security, workload/*' }
    expect(await seen([], env)).toMatchObject({
      advice: true,
      selection: { only: [], skip: ['security', 'workload/*'] },
    })
    expect(await seen([], { ERP_AUDIT_ADVICE: '0' })).toMatchObject({ advice: false })
    expect(await seen(['--only', 'security,performance', '--only', 'workload/privileged'])).toMatchObject({
      selection: { only: ['security', 'performance', 'workload/privileged'] },
    })
  })
})

describe('progress', () => {
  const drawn = async (argv: readonly string[], env = {}, isTTY = true) => {
    let stderr = ''
    await erpAudit(
      argv,
      { env, stderr: { isTTY, write: text => (stderr += text) } },
      async () =>
        (_root, { onStage }) => {
          onStage?.('checking')
          return sample()
        },
    )
    return stderr.includes('checking')
  }

  test('is drawn only for somebody who watches', async () => {
    expect(await drawn([])).toBe(true)
    expect(await drawn([], {}, false)).toBe(false)
    expect(await drawn([], { CI: 'true' })).toBe(false)
    expect(await drawn(['-q'])).toBe(false)
    expect(await drawn(['--no-progress'])).toBe(false)
  })
})

describe('paths', () => {
  test('a directory that cannot be read is one clear sentence', async () => {
    symlinkSync('loop', join(cwd, 'loop'))
    const ran = await erpAudit(['loop'])
    expect(ran).toEqual({
      code: 2,
      stdout: '',
      stderr: 'erp-audit: "loop" cannot be read: too many symbolic links encountered\n',
    })
  })
})

describe('the help', () => {
  test('fits 80 columns and names every option and its variable', () => {
    const help = helpText(TOOL.homepage)
    for (const line of help.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
    for (const option of OPTIONS) expect(help).toContain(`--${option.name}`)
    expect(OPTIONS.map(environmentName)).toContain('ERP_AUDIT_FAIL_ON')
  })
})

describe('the program itself', () => {
  const program = [join('node_modules', 'tsx', 'dist', 'cli.mjs'), join('src', 'cli.ts')]

  test('sets the exit code', () => {
    expect(execFileSync(process.execPath, [...program, '--version'], { encoding: 'utf8' })).toBe(
      `erp-audit ${TOOL.version}\n`,
    )
    expect(() => execFileSync(process.execPath, [...program, '--nope'], { stdio: 'pipe' })).toThrow(
      expect.objectContaining({ status: 2 }),
    )
  })

  test('does not mind a reader that goes away', () => {
    const command = `"${process.execPath}" ${program.join(' ')} rules | head -c 1; exit "\${PIPESTATUS[0]}"`
    expect(execFileSync('bash', ['-c', command], { encoding: 'utf8', stdio: 'pipe' })).toHaveLength(1)
  })
})
