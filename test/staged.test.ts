import { chmodSync, cpSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { commit, erpAudit, git, type Report, reportOf, repository, scratch, write } from './support/repository.js'

const SERVICE = (name: string, more = '') =>
  `  ${name}:\n    image: registry.example/shop/${name}:1.4.2\n    restart: always\n${more}`
const PRIVILEGED = '    privileged: true\n'
const CLEAN = {
  'compose.yaml': `services:\n${SERVICE('api')}`,
  'other/compose.yaml': `services:\n${SERVICE('web', PRIVILEGED)}`,
}
const ONLY = ['--staged', '--only', 'workload/privileged'] as const

const subjects = ({ findings }: Report) => findings.map(({ subject, path }) => `${subject.name} in ${path}`)

describe('--staged', () => {
  test('judges what is staged, not what the work tree holds', async () => {
    const root = repository(CLEAN)
    write(root, { 'compose.yaml': `services:\n${SERVICE('api', PRIVILEGED)}` })
    git(root, 'add', 'compose.yaml')
    // The other half stays behind.
    write(root, { 'compose.yaml': `services:\n${SERVICE('api', PRIVILEGED)}${SERVICE('late', PRIVILEGED)}` })
    expect(subjects(await reportOf(root, ONLY))).toEqual(['api in compose.yaml'])
    write(root, { 'compose.yaml': `services:\n${SERVICE('api')}` })
    expect(subjects(await reportOf(root, ONLY))).toEqual(['api in compose.yaml'])
    expect((await erpAudit(root, ONLY)).code).toBe(1)
    git(root, 'add', 'compose.yaml')
    expect((await erpAudit(root, ONLY)).code).toBe(0)
  })

  test('shows and gates findings in staged files alone, and says how many there are elsewhere', async () => {
    const root = repository(CLEAN)
    write(root, { 'README.md': 'more\n' })
    git(root, 'add', '-A')
    const report = await reportOf(root, ONLY)
    expect(report.findings).toEqual([])
    expect(report.comparison).toMatchObject({ elsewhere: 1, scoreGates: false })
    const { code, stdout } = await erpAudit(root, ONLY)
    expect(code).toBe(0)
    expect(stdout).toContain('Only findings in staged files are shown and gated; 1 is elsewhere.')
    expect(stdout).toMatch(/^Score \d/m)
    write(root, { 'other/compose.yaml': `# a remark\n${CLEAN['other/compose.yaml']}` })
    git(root, 'add', '-A')
    expect(subjects(await reportOf(root, ONLY))).toEqual(['web in other/compose.yaml'])
  })

  test('shows a finding whose other place is staged', async () => {
    const root = scratch()
    cpSync('fixtures/vextrus', root, { recursive: true })
    git(root, 'init', '-q')
    commit(root)
    const path = 'services/master-data/src/app.module.ts'
    write(root, { [path]: `// a remark\n${readFileSync(join(root, path), 'utf8')}` })
    git(root, 'add', '-A')
    const { findings } = await reportOf(root, ['--staged', '--only', 'pool/demand-exceeds-server'])
    expect(findings.map(finding => finding.path)).toEqual(['services/audit/src/app.module.ts'])
  })

  test('with --changed lines only those on staged lines', async () => {
    const root = repository(CLEAN)
    write(root, { 'other/compose.yaml': `${CLEAN['other/compose.yaml']}${SERVICE('new', PRIVILEGED)}` })
    git(root, 'add', '-A')
    expect(subjects(await reportOf(root, ONLY))).toEqual(['web in other/compose.yaml', 'new in other/compose.yaml'])
    expect(subjects(await reportOf(root, [...ONLY, '--changed', 'lines']))).toEqual(['new in other/compose.yaml'])
    expect(subjects(await reportOf(root, [...ONLY, '--changed=all']))).toHaveLength(2)
  })

  test('gates by the score only when --min-score is given', async () => {
    const root = repository({ ...CLEAN, 'erp-audit.yml': 'minScore: 99\n' })
    const kinds = async (argv: readonly string[], env = {}) =>
      (await reportOf(root, argv, env)).gate.conditions.map(({ kind }) => kind)
    expect(await kinds(['--staged'])).toEqual(['critical', 'severity'])
    expect(await kinds(['--staged', '--min-score', '99'])).toEqual(['score', 'critical', 'severity'])
    expect(await kinds(['--staged'], { ERP_AUDIT_MIN_SCORE: '99' })).toEqual(['score', 'critical', 'severity'])
    expect(await kinds([])).toEqual(['score', 'critical', 'severity'])
  })

  test('judges everything where nothing is committed yet, and nothing where nothing is staged', async () => {
    const root = scratch()
    git(root, 'init', '-q')
    write(root, CLEAN)
    expect((await erpAudit(root, ONLY)).stderr).toMatch(/^erp-audit: nothing to audit: /)
    git(root, 'add', 'other')
    expect(subjects(await reportOf(root, ONLY))).toEqual(['web in other/compose.yaml'])
    // The path alone is known of a file that is to be added.
    git(root, 'add', '--intent-to-add', 'compose.yaml')
    git(root, 'rm', '-q', '--cached', 'other/compose.yaml')
    expect((await erpAudit(root, ONLY)).stderr).toMatch(/^erp-audit: nothing to audit: /)
  })

  test('sees what is deleted and renamed in the index', async () => {
    const root = repository(CLEAN)
    git(root, 'mv', 'other/compose.yaml', 'other/docker-compose.yml')
    git(root, 'rm', '-q', '--cached', 'compose.yaml')
    const report = await reportOf(root, ONLY)
    expect(subjects(report)).toEqual(['web in other/docker-compose.yml'])
    git(root, 'rm', '-q', '-f', 'other/docker-compose.yml')
    expect((await erpAudit(root, ONLY)).stderr).toMatch(/^erp-audit: nothing to audit: /)
  })

  test('says in one sentence what is in the way', async () => {
    const root = repository(CLEAN)
    git(root, 'checkout', '-q', '-b', 'other')
    write(root, { 'compose.yaml': `services:\n${SERVICE('one')}` })
    commit(root)
    git(root, 'checkout', '-q', 'main')
    write(root, { 'compose.yaml': `services:\n${SERVICE('two')}` })
    commit(root)
    expect(() => git(root, 'merge', '-q', 'other')).toThrow()
    expect(await erpAudit(root, ['--staged'])).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'erp-audit: --staged: a merge conflict is not resolved (compose.yaml); resolve it and "git add" the result\n',
    })
    const bare = scratch()
    write(bare, CLEAN)
    expect((await erpAudit(bare, ['--staged'])).stderr).toBe('erp-audit: --staged: this is no git repository\n')
    expect((await erpAudit(bare, ['--changed', 'lines'])).stderr).toContain('--changed needs to know since when')
    const elsewhere = await erpAudit(repository(CLEAN), ['--staged'], { GIT_INDEX_FILE: '.git/index.lock' })
    expect(elsewhere.stderr).toBe('erp-audit: --staged: the index that GIT_INDEX_FILE names is not there\n')
    const split = repository(CLEAN)
    git(split, 'update-index', '--split-index')
    expect((await erpAudit(split, ['--staged'])).stderr).toContain('"git update-index --no-split-index" joins it')
  })
})

describe('the index', () => {
  test('of a hook is the one that is committed', async () => {
    const root = repository(CLEAN)
    write(root, {
      'compose.yaml': `services:\n${SERVICE('api', PRIVILEGED)}`,
      'other/compose.yaml': `services:\n${SERVICE('web', PRIVILEGED)}${SERVICE('half', PRIVILEGED)}`,
    })
    const program = [join('node_modules', 'tsx', 'dist', 'cli.mjs'), join('src', 'cli.ts')].map(path => resolve(path))
    const hook = `#!/bin/sh\nexec '${process.execPath}' '${program.join("' '")}' ${ONLY.join(' ')} -q\n`
    write(root, { '.git/hooks/pre-commit': hook })
    chmodSync(join(root, '.git/hooks/pre-commit'), 0o755)
    const refused = () => {
      try {
        // Only this file, in an index that git makes for it.
        git(root, 'commit', '-m', 'partial', 'compose.yaml')
        return ''
      } catch (error) {
        return String((error as { stderr: string }).stderr) + String((error as { stdout: string }).stdout)
      }
    }
    const output = refused()
    expect(output).toContain('api runs privileged')
    expect(output).not.toContain('half')
  })

  test('of every kind that git writes is read', async () => {
    const root = repository(CLEAN)
    write(root, { 'compose.yaml': `services:\n${SERVICE('api', PRIVILEGED)}`, 'a/b/c.txt': 'c', 'a/b.txt': 'b' })
    git(root, 'add', '-A')
    const expected = await reportOf(root, ONLY)
    expect(subjects(expected)).toEqual(['api in compose.yaml'])
    for (const version of ['4', '3', '2']) {
      git(root, 'update-index', `--index-version=${version}`)
      expect(await reportOf(root, ONLY)).toEqual(expected)
    }
    git(root, 'sparse-checkout', 'set', '--sparse-index', 'other')
    expect(await reportOf(root, ONLY)).toEqual(expected)
  })

  test('is that of a linked work tree, of a folder of it, and whatever line breaks the work tree has', async () => {
    const root = repository(CLEAN)
    const linked = join(scratch(), 'linked')
    git(root, 'worktree', 'add', '-q', '-b', 'linked', linked)
    git(linked, 'config', 'core.autocrlf', 'true')
    const text = `services:\n${SERVICE('web', PRIVILEGED)}${SERVICE('new', PRIVILEGED)}`
    write(linked, { 'other/compose.yaml': text.replaceAll('\n', '\r\n') })
    git(linked, 'add', '-A')
    expect(await reportOf(linked, ONLY)).toMatchObject({ findings: [{ line: 5 }, { line: 9 }] })
    expect(subjects(await reportOf(join(linked, 'other'), [...ONLY, '--changed', 'lines']))).toEqual([
      'new in compose.yaml',
    ])
    expect((await reportOf(root, ONLY)).findings).toEqual([])
  })

  test('brings the submodules along, and says where they are not whole', async () => {
    const module = repository({ 'compose.yaml': `services:\n${SERVICE('inside', PRIVILEGED)}` })
    const root = repository({ 'README.md': 'outer\n' })
    git(root, 'submodule', 'add', '-q', module, 'modules/shop')
    expect(subjects(await reportOf(root, ONLY))).toEqual(['inside in modules/shop/compose.yaml'])
    commit(root)
    expect(await reportOf(root, [...ONLY, '--changed', 'all'])).toMatchObject({
      findings: [{ rule: 'workload/privileged' }],
    })
    git(root, 'update-index', '--cacheinfo', `160000,${'1'.repeat(40)},modules/shop`)
    const broken = await reportOf(root, ['--staged'])
    expect(broken.notEvaluated).toContainEqual({ path: 'modules/shop', because: 'the folder cannot be read' })
  })

  test('holds pointers of Git LFS, and links', async () => {
    const root = repository(CLEAN)
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'a'.repeat(64)}\nsize 70\n`
    write(root, { 'deploy/compose.yaml': pointer })
    symlinkSync('../other/compose.yaml', join(root, 'deploy/link.yaml'))
    symlinkSync('../../outside.yaml', join(root, 'deploy/docker-compose.yml'))
    git(root, 'add', '-A')
    const { notEvaluated } = await reportOf(root, ['--staged'])
    expect(notEvaluated).toContainEqual({
      path: 'deploy/compose.yaml',
      because: 'kept in Git LFS, and its content is not here',
    })
    expect(notEvaluated).toContainEqual(expect.objectContaining({ path: 'deploy/docker-compose.yml' }))
    write(root, { [`.git/lfs/objects/aa/aa/${'a'.repeat(64)}`]: `services:\n${SERVICE('large', PRIVILEGED)}` })
    expect(subjects(await reportOf(root, ONLY))).toEqual(['large in deploy/compose.yaml'])
  })

  test('runs nothing that the configuration of the repository names', async () => {
    const root = repository(CLEAN)
    const trap = `sh -c 'echo caught > "${root}/caught"; cat'`
    for (const key of [
      'core.fsmonitor',
      'filter.x.clean',
      'filter.x.smudge',
      'diff.x.textconv',
      'diff.external',
      'core.sshCommand',
    ]) {
      git(root, 'config', key, trap)
    }
    write(root, { '.gitattributes': '* filter=x diff=x\n' })
    for (const argv of [['--staged'], ['--staged', '--changed', 'lines'], ['--since', 'HEAD']])
      await erpAudit(root, argv)
    expect(readdirSync(root)).not.toContain('caught')
  })
})

describe('what git keeps of a repository', () => {
  test.each(['vextrus', 'healthy-erp'].filter(name => readdirSync('fixtures').includes(name)))(
    'is judged as a checkout of it is: %s',
    async name => {
      const root = scratch()
      cpSync(join('fixtures', name), root, { recursive: true })
      git(root, 'init', '-q')
      commit(root)
      git(root, 'gc', '-q')
      const disk = await reportOf(root, [])
      rmSync(join(root, 'services'), { recursive: true, force: true })
      const index = await reportOf(root, ['--staged', '--changed', 'all', '--min-score', '80'])
      expect({ ...index, comparison: null }).toEqual(disk)
    },
  )
})

test('a repository with nothing to audit holds no commit back', async () => {
  const root = repository({ 'README.md': '# words\n' })
  write(root, { 'README.md': '# more words\n' })
  git(root, 'add', '-A')
  const { code, stderr } = await erpAudit(root, ['--staged'])
  expect([code, stderr]).toEqual([0, expect.stringMatching(/^erp-audit: nothing to audit: /)])
  expect((await erpAudit(root, [])).code).toBe(3)
})
