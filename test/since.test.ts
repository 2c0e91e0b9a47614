import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { commit, erpAudit, git, type Report, reportOf, repository, scratch, write } from './support/repository.js'

const SERVICE = (name: string, more = '') =>
  `  ${name}:\n    image: registry.example/shop/${name}:1.4.2\n    restart: always\n${more}`
const PRIVILEGED = '    privileged: true\n'
const compose = (...services: readonly string[]) => ({ 'compose.yaml': `services:\n${services.join('')}` })
const ONLY = ['--only', 'workload/privileged'] as const

/** A main branch with a privileged service, and a branch on which a test goes on. */
function branched(): string {
  const root = repository(compose(SERVICE('api'), SERVICE('old', PRIVILEGED)))
  git(root, 'checkout', '-q', '-b', 'feature')
  return root
}

const states = ({ findings }: Report) =>
  findings.map(({ subject, baselineState }) => `${subject.name} ${baselineState}`)

describe('--since', () => {
  test('says what is new and what is fixed, with the score before and now', async () => {
    const root = branched()
    write(root, compose(SERVICE('added', PRIVILEGED), SERVICE('api'), SERVICE('old')))
    const report = await reportOf(root, [...ONLY, '--since', 'main'])
    expect(states(report)).toEqual(['added new'])
    expect(report.comparison).toMatchObject({
      counts: { new: 1, unchanged: 0 },
      since: { revision: 'main', commit: git(root, 'rev-parse', 'main'), fixed: [{ rule: 'workload/privileged' }] },
    })
    const [before, now] = [await reportOf(repository(compose(SERVICE('api'), SERVICE('old', PRIVILEGED))), []), report]
    expect(report.comparison?.since?.score).toBe(before.score?.total)
    const { stdout, code } = await erpAudit(root, [...ONLY, '--since', 'main'])
    const commitName = git(root, 'rev-parse', 'main').slice(0, 12)
    expect(stdout).toContain(
      `Since main (${commitName}): 1 new, 1 fixed, score ${before.score?.shown} → ${now.score?.shown}, 2 → 3\n  workloads\n  fixed: workload/privileged`,
    )
    expect(code).toBe(1)
  })

  test('says when there is less that is asked about: what is taken away raises the score, too', async () => {
    const root = branched()
    write(root, compose(SERVICE('api')))
    const { comparison } = await reportOf(root, ['--since', 'main'])
    expect(comparison?.since).toMatchObject({ workloads: 2 })
    expect((await erpAudit(root, ['--since', 'main'])).stdout).toMatch(/^Since main .*, 2 → 1\s+workloads?$/m)
    write(root, compose(SERVICE('api'), SERVICE('old', PRIVILEGED)))
    expect((await erpAudit(root, ['--since', 'main'])).stdout).toMatch(
      /^Since main \(\w+\): 0 new, 0 fixed, score \S+ as before$/m,
    )
  })

  test('fails when the score or the scope is less than it was, where that is asked for', async () => {
    const root = branched()
    const failed = async (keep: string) => {
      const { code, stdout } = await erpAudit(root, ['--since', 'main', '--fail-on', 'never', '--keep', keep])
      return [code, (/^✗.*/m.exec(stdout)?.[0] ?? '').replaceAll(/\d+(?:\.\d)?/g, 'n')]
    }
    write(root, compose(SERVICE('api', PRIVILEGED), SERVICE('old', PRIVILEGED)))
    expect(await failed('score')).toEqual([1, '✗ score n, where it was n'])
    expect(await failed('scope')).toEqual([0, ''])
    write(root, compose(SERVICE('api')))
    expect(await failed('score')).toEqual([0, ''])
    expect(await failed('all')).toEqual([1, '✗ n workload is audited, where it was n'])
    write(root, { ...compose(SERVICE('api')), 'erp-audit.yml': 'keep: scope\n' })
    expect((await erpAudit(root, ['--since', 'main'])).stdout).toContain('✗ 1 workload is audited, where it was 2')
    expect((await erpAudit(root, ['--since', 'main', '--keep', 'score'])).stdout).not.toContain('workload is audited')
    write(root, compose(SERVICE('api'), SERVICE('old', PRIVILEGED)))
    expect(await failed('all')).toEqual([0, ''])
    const alone = await erpAudit(root, ['--keep', 'score'])
    expect([alone.code, alone.stderr.trim()]).toEqual([
      2,
      'erp-audit: --keep needs something to compare with: add --since <ref>',
    ])
  })

  test('gates only what is new, whatever the score', async () => {
    const root = branched()
    write(root, compose('# moved down\n\n', SERVICE('old', PRIVILEGED), SERVICE('api')))
    expect(states(await reportOf(root, [...ONLY, '--since', 'main']))).toEqual(['old unchanged'])
    const { code, stdout } = await erpAudit(root, [...ONLY, '--since', 'main'])
    expect(code).toBe(0)
    expect(stdout).not.toContain('old runs privileged')
    expect((await erpAudit(root, [...ONLY, '--since', 'main', '--min-score', '99'])).code).toBe(1)
    expect((await erpAudit(root, ONLY)).code).toBe(1)
  })

  test('compares with where the branch left, not with what came after', async () => {
    const root = branched()
    write(root, { 'README.md': 'on the branch\n' })
    commit(root)
    git(root, 'checkout', '-q', 'main')
    // On main it is fixed meanwhile: on the branch it is not new.
    write(root, compose(SERVICE('api'), SERVICE('old')))
    commit(root)
    git(root, 'checkout', '-q', 'feature')
    expect(states(await reportOf(root, [...ONLY, '--since', 'main']))).toEqual(['old unchanged'])
  })

  test('does not touch the work tree or the repository', async () => {
    const root = branched()
    write(root, compose(SERVICE('api', PRIVILEGED)))
    const before = git(root, 'status', '--porcelain=v2', '--branch')
    const index = git(root, 'ls-files', '--stage', '--debug')
    await erpAudit(root, ['--since', 'main'])
    expect(git(root, 'status', '--porcelain=v2', '--branch')).toBe(before)
    expect(git(root, 'ls-files', '--stage', '--debug')).toBe(index)
  })

  test('finds what a change breaks elsewhere, and leaves it out by lines', async () => {
    const rule = ['--only', 'health/check-missing', '--since', 'main'] as const
    const service = '  api:\n    build: .\n    ports: ["80:3000"]\n'
    const dockerfile = 'FROM node:22.11-alpine\nCMD ["node", "main.js"]\n'
    const root = repository({
      ...compose(service),
      Dockerfile: `${dockerfile}HEALTHCHECK CMD wget -qO- http://localhost:3000/ || exit 1\n`,
    })
    git(root, 'checkout', '-q', '-b', 'feature')
    write(root, { Dockerfile: dockerfile })
    const report = await reportOf(root, rule)
    expect(report.findings).toMatchObject([{ path: 'compose.yaml', baselineState: 'new' }])
    expect((await reportOf(root, [...rule, '--changed', 'lines'])).findings).toEqual([])
    const files = await reportOf(root, [...rule, '--changed', 'files'])
    expect(files.findings.length + (files.comparison?.elsewhere ?? 0)).toBe(1)
  })

  test('by lines takes findings on changed lines, of those that are new', async () => {
    const root = branched()
    write(root, compose(SERVICE('api', PRIVILEGED), SERVICE('old', PRIVILEGED)))
    const lines = await reportOf(root, [...ONLY, '--since', 'main', '--changed', 'lines'])
    expect(states(lines)).toEqual(['api new'])
    const files = await reportOf(root, [...ONLY, '--since', 'main', '--changed', 'files'])
    expect(states(files).sort()).toEqual(['api new', 'old unchanged'])
  })

  test('follows renamed files and folders by their content, and says so', async () => {
    const dockerfile = (user: string) =>
      `FROM node:22.11-alpine\nWORKDIR /srv/shop\nCOPY . .\n${user}CMD ["node", "main.js"]\n`
    const root = repository({
      'compose.yaml': 'services:\n  api:\n    build: services/api\n  web:\n    build: services/web\n',
      'services/api/Dockerfile': dockerfile(''),
      'services/web/Dockerfile': dockerfile('EXPOSE 8080\n'),
      'deploy/docker-compose.yml': `services:\n${SERVICE('other', PRIVILEGED)}`,
    })
    const before = await reportOf(root, [])
    expect(before.findings.some(({ path }) => path === 'services/api/Dockerfile')).toBe(true)
    git(root, 'checkout', '-q', '-b', 'feature')
    renameSync(join(root, 'services'), join(root, 'apps'))
    renameSync(join(root, 'deploy/docker-compose.yml'), join(root, 'deploy/compose.yaml'))
    write(root, {
      'compose.yaml': 'services:\n  api:\n    build: apps/api\n  web:\n    build: apps/web\n',
      'apps/api/Dockerfile': dockerfile('ENV NODE_ENV=production\n'),
    })
    const report = await reportOf(root, ['--since', 'main'])
    expect(report.findings.filter(({ baselineState }) => baselineState === 'new')).toEqual([])
    expect(report.comparison?.since?.fixed).toEqual([])
    expect(report.comparison?.renamed).toContainEqual({ from: 'services/api/Dockerfile', to: 'apps/api/Dockerfile' })
    expect((await erpAudit(root, ['--since', 'main'])).stdout).toContain(
      'renamed services/api/Dockerfile → apps/api/Dockerfile',
    )
  })

  test('together with --staged compares the index', async () => {
    const root = branched()
    write(root, compose(SERVICE('api', PRIVILEGED), SERVICE('old', PRIVILEGED)))
    const argv = [...ONLY, '--staged', '--since', 'main']
    expect(states(await reportOf(root, argv))).toEqual(['old unchanged'])
    git(root, 'add', '-A')
    expect(states(await reportOf(root, argv)).sort()).toEqual(['api new', 'old unchanged'])
  })

  test('is no news about what a file hides that cannot be read', async () => {
    const root = branched()
    write(root, { 'compose.yaml': 'services:\n  old: [\n' })
    const report = await reportOf(root, ['--since', 'main'])
    expect(report.comparison?.since?.fixed).toEqual([])
  })

  test('leaves out of the past what a sparse checkout leaves out of the work tree', async () => {
    const root = repository({
      'one/compose.yaml': `services:\n${SERVICE('one', PRIVILEGED)}`,
      'two/compose.yaml': `services:\n${SERVICE('two', PRIVILEGED)}`,
    })
    for (const kind of ['--sparse-index', '--no-sparse-index']) {
      git(root, 'sparse-checkout', 'set', '--cone', kind, 'one')
      const report = await reportOf(root, [...ONLY, '--since', 'main'])
      expect(states(report)).toEqual(['one unchanged'])
      expect(report.comparison?.since?.fixed).toEqual([])
      expect(states(await reportOf(root, [...ONLY, '--since', 'main', '--staged'])).sort()).toEqual([
        'one unchanged',
        'two unchanged',
      ])
    }
  })

  test('takes nothing for new because a partial clone has not fetched what was there', async () => {
    const root = branched()
    git(root, 'config', 'uploadpack.allowFilter', 'true')
    write(root, compose(SERVICE('api'), SERVICE('old', `${PRIVILEGED}    pid: host\n`)))
    commit(root)
    const clone = join(scratch(), 'clone')
    git(root, 'clone', '-q', '--filter=blob:none', `file://${root}`, clone)
    const { code, stderr } = await erpAudit(clone, ['--since', 'origin/main'])
    expect([code, stderr]).toEqual([2, expect.stringContaining('1 file of commit')])
    expect(stderr).toContain('"git fetch --refetch --no-filter" gets them')
    git(clone, 'fetch', '-q', '--refetch', '--no-filter')
    expect(states(await reportOf(clone, [...ONLY, '--since', 'origin/main']))).toEqual(['old unchanged'])
  })

  test('says in one sentence what is missing, and what to type', async () => {
    const root = branched()
    write(root, { 'README.md': 'more\n' })
    commit(root)
    const said = async (where: string, ref: string) => {
      const { code, stdout, stderr } = await erpAudit(where, ['--since', ref])
      expect([code, stdout]).toEqual([2, ''])
      return stderr
    }
    expect(await said(root, 'nothing')).toBe(
      'erp-audit: --since: "nothing" cannot be compared with: it is neither a branch, nor a tag, nor the name of a commit\n',
    )
    git(root, 'checkout', '-q', '--orphan', 'island')
    commit(root)
    expect(await said(root, 'main')).toBe('erp-audit: --since: "main" and HEAD have no commit in common\n')
    git(root, 'checkout', '-q', 'feature')
    const clone = join(scratch(), 'clone')
    git(root, 'clone', '-q', '--depth=1', '--no-single-branch', `file://${root}`, clone)
    expect(await said(clone, 'origin/main')).toBe(
      'erp-audit: --since: "origin/main" and HEAD have no commit in common in this shallow clone; "git fetch --unshallow" gets the rest of the history\n',
    )
    git(clone, 'fetch', '-q', '--unshallow')
    expect((await erpAudit(clone, ['--since', 'origin/main'])).code).toBe(0)
    const single = join(scratch(), 'single')
    git(root, 'clone', '-q', '--depth=1', `file://${root}`, single)
    expect(await said(single, 'origin/main')).toContain(
      '"git fetch origin main:refs/remotes/origin/main" gets that branch',
    )
    const empty = scratch()
    git(empty, 'init', '-q')
    expect(await said(empty, 'main')).toBe('erp-audit: --since: there is no commit yet\n')
  })
})
