import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { readGitIndex } from '../src/discover/git-index.js'
import { discover, formatOf } from '../src/discover.js'

const made: string[] = []
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true })
})

/** A folder outside any work tree with these files; `null` makes an empty folder. */
function folder(files: Record<string, string | Buffer | null>): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'discover-')))
  made.push(root)
  write(root, files)
  return root
}

function write(root: string, files: Record<string, string | Buffer | null>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(content === null ? join(root, path) : dirname(join(root, path)), { recursive: true })
    if (content !== null) writeFileSync(join(root, path), content)
  }
}

function git(root: string, ...words: string[]): string {
  const settings = ['-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'init.defaultBranch=main']
  const options = [...settings, '-c', 'core.excludesFile=/dev/null', '-c', 'protocol.file.allow=always']
  return execFileSync('git', [...options, '-C', root, ...words], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
}

const paths = (root: string, options = {}) => discover(root, options).files.map(file => file.path)

describe('what is found', () => {
  test('files in byte order, with size and format', () => {
    const root = folder({
      'b.txt': 'é',
      'a/z': '',
      'B.txt': '',
      'a-b': '',
      'compose.yaml': 'services: {}\n',
      '😀': '',
      '\uffee': '',
    })
    expect(paths(root)).toEqual(['B.txt', 'a-b', 'a/z', 'b.txt', 'compose.yaml', '\uffee', '😀'])
    expect(discover(root).files.find(file => file.path === 'b.txt')).toEqual({ path: 'b.txt', size: 2, format: 'text' })
    expect(discover(root).files.find(file => file.path === 'compose.yaml')?.format).toBe('compose')
  })

  test('not what tools fill, even without a .gitignore', () => {
    const root = folder({
      'node_modules/a/compose.yaml': '',
      'web/.next/x.yml': '',
      'py/venv/pyvenv.cfg': '',
      'py/venv/lib/x.py': '',
      'vendor/modules.txt': '',
      'vendor/x/Dockerfile': 'FROM a',
      'lib/vendor/mine/Dockerfile': 'FROM a',
      'build/Dockerfile': 'FROM a',
      'app/package.json': '{}',
      'app/dist/main.js.map': '',
      'app/dist/main.js': '',
      'app/build/Dockerfile': 'FROM a',
      'app/build/index.html': '',
      'coverage/lcov.info': '',
      'coverage/x.yml': '',
      'docs/coverage/compose.yaml': '',
      'cached/CACHEDIR.TAG': '',
      'cached/x.yml': '',
    })
    expect(paths(root)).toEqual([
      'app/build/Dockerfile',
      'app/build/index.html',
      'app/package.json',
      'build/Dockerfile',
      'docs/coverage/compose.yaml',
      'lib/vendor/mine/Dockerfile',
    ])
  })

  test('not old copies, but what makes backups', () => {
    const root = folder({
      'compose.yaml.bak': '',
      'compose.yaml.old-2024': '',
      'Dockerfile~': '',
      'nginx.conf.orig': '',
      'archive/compose.yaml': '',
      'backup/2024/compose.yaml': '',
      'ops/backup/run.sh': '',
      'ops/backup/compose.yaml': '',
      'compose.backup.yaml': '',
    })
    expect(paths(root)).toEqual(['compose.backup.yaml', 'ops/backup/compose.yaml', 'ops/backup/run.sh'])
  })

  test('not what is excluded', () => {
    const root = folder({ 'dev/compose.yaml': '', 'a/x.yml': '', 'b/x.yml': '', 'b/y.yml': '' })
    expect(paths(root, { exclude: ['dev/', '**/x.yml', '!b/x.yml'] })).toEqual(['b/x.yml', 'b/y.yml'])
  })

  test('a root that is not there is an empty tree that says so', () => {
    const tree = discover('/nowhere/at/all')
    expect(tree.files).toEqual([])
    expect(tree.skipped).toEqual([{ path: '.', because: 'the folder cannot be read' }])
    expect(tree.exists('.')).toBe(false)
  })
})

describe('.gitignore', () => {
  const FILES = {
    '.gitignore': '*.log\n/top\n.env\n!keep.log\ndeep/**/x\n[ab].txt\n# comment\n\\#hash\nspace\\ \nbuilt/\n',
    'a.log': '',
    'keep.log': '',
    'A.LOG': '',
    top: '',
    'sub/top': '',
    'sub/.env': '',
    'sub/.gitignore': '!*.log\nkeep.log\n',
    'sub/a.log': '',
    'sub/keep.log': '',
    'deep/1/2/x': '',
    'deep/x': '',
    'a.txt': '',
    'c.txt': '',
    '#hash': '',
    'space ': '',
    'built/x': '',
    'x/built': '',
  }

  test('is followed where there is no work tree', () => {
    const found = paths(folder(FILES))
    expect(found).toEqual([
      '.gitignore',
      'A.LOG',
      'c.txt',
      'keep.log',
      'sub/.gitignore',
      'sub/a.log',
      'sub/top',
      'x/built',
    ])
  })

  test('gives the same files as git', () => {
    const root = folder(FILES)
    git(root, 'init')
    write(root, { '.git/info/exclude': 'c.txt\n' })
    const listed = git(root, 'ls-files', '-co', '--exclude-standard', '-z').split('\0').filter(Boolean).sort()
    expect(paths(root)).toEqual(listed)
    expect(listed).not.toContain('c.txt')
  })

  test('what is tracked counts although it is ignored', () => {
    const root = folder({
      '.gitignore': 'secret/\n.env\n',
      'secret/in': '',
      'secret/out': '',
      '.env': '',
      'sub/.env': '',
    })
    git(root, 'init')
    git(root, 'add', '-f', 'secret/in', '.env')
    const tree = discover(root)
    expect(tree.files.map(file => file.path)).toEqual(['.env', '.gitignore', 'secret/in'])
    expect(['.env', '.gitignore', 'secret/in', 'sub/.env'].map(tree.tracked)).toEqual([true, false, true, false])
  })

  test('of the folders above the root counts, unless it takes the root itself away', () => {
    const root = folder({ '.gitignore': '*.log\n/scratch/\n', 'app/a.log': '', 'app/b': '', 'scratch/a.log': '' })
    git(root, 'init')
    git(root, 'add', 'app/b')
    expect(paths(join(root, 'app'))).toEqual(['b'])
    expect(discover(join(root, 'app')).tracked('b')).toBe(true)
    expect(paths(join(root, 'scratch'))).toEqual(['a.log'])
    expect(discover(join(root, 'scratch')).tracked('a.log')).toBeUndefined()
  })

  test('patterns that would take for ever are left out', () => {
    const name = 'a'.repeat(200)
    const root = folder({ '.gitignore': `${'*a'.repeat(20)}b\n**/**/**/**/**/x\n`, [name]: '', x: '' })
    expect(paths(root)).toEqual(['.gitignore', name, 'x'])
  })
})

describe('tracked', () => {
  test('is not known without git', () => {
    expect(discover(folder({ a: '' })).tracked('a')).toBeUndefined()
  })

  test.each(['2', '3', '4'])('reads an index of version %s', version => {
    const names = ['a', 'b/c', 'b/cc/d', 'b/cd', `long/${'x'.repeat(120)}`, 'ümlaut', 'z']
    const root = folder(Object.fromEntries(names.map(name => [name, ''])))
    git(root, 'init')
    git(root, 'add', '--intent-to-add', 'a')
    git(root, 'add', '.')
    if (version === '3') git(root, 'update-index', '--skip-worktree', 'b/c')
    git(root, 'update-index', '--index-version', version, '--force-write-index')
    write(root, { new: '' })
    const tree = discover(root)
    expect(names.map(tree.tracked)).toEqual(names.map(() => true))
    expect(tree.tracked('new')).toBe(false)
  })

  test('follows a linked work tree, and a submodule', () => {
    const root = folder({ a: '', '.gitignore': 'trees/\n' })
    git(root, 'init')
    git(root, 'add', '.')
    git(root, 'commit', '-m', 'x')
    git(root, 'worktree', 'add', join(root, 'trees/one'))
    write(root, { 'trees/one/new': '' })
    const linked = discover(join(root, 'trees/one'))
    expect([linked.tracked('a'), linked.tracked('new')]).toEqual([true, false])
    const outer = folder({ b: '' })
    git(outer, 'init')
    git(outer, 'submodule', 'add', root, 'sub')
    expect(discover(outer).tracked('sub/a')).toBeUndefined()
    expect(discover(join(outer, 'sub')).tracked('a')).toBe(true)
  })

  test('does not follow a .git file to where it does not belong', () => {
    const other = folder({ a: '' })
    git(other, 'init')
    git(other, 'add', '.')
    for (const target of [join(other, '.git'), '/etc', '../../..']) {
      expect(discover(folder({ a: '', '.git': `gitdir: ${target}\n` })).tracked('a')).toBeUndefined()
    }
  })

  test('a damaged index says nothing', () => {
    const root = folder({ a: '' })
    git(root, 'init')
    write(root, { '.git/index': Buffer.from('DIRC\0\0\0\x02\0\0\0\x05broken and long enough for a hash') })
    expect(discover(root).tracked('a')).toBeUndefined()
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.constantFrom(2, 3, 4), (bytes, version) => {
        const head = Buffer.from([68, 73, 82, 67, 0, 0, 0, version, 0, 0, 0, 3])
        readGitIndex(Buffer.concat([head, bytes]), 20)
      }),
    )
  })
})

describe('read and exists', () => {
  test('a file that cannot be read is said, once', () => {
    const root = folder({ 'compose.yaml': 'services: {}\n', '.env': 'A=1\n' })
    const found = discover(root)
    // Whoever runs this: also the superuser cannot read what is gone.
    rmSync(join(root, '.env'))
    expect([found.read('.env'), found.read('.env')]).toEqual([undefined, undefined])
    expect(found.read('compose.yaml')?.text).toBe('services: {}\n')
    expect(found.skipped).toEqual([{ path: '.env', because: 'the file cannot be read' }])
  })

  test('texts come without byte order mark, once', () => {
    const tree = discover(folder({ a: '\ufeffx', 'b/c': '' }))
    expect(tree.read('a')).toEqual({ path: 'a', text: 'x' })
    expect(tree.read('./b/../a')).toBe(tree.read('a'))
  })

  test('nothing that is missing, binary, too large, ignored or outside', () => {
    const root = folder({
      '.gitignore': 'secret\n',
      secret: 'x',
      binary: Buffer.from([65, 0, 66]),
      'large.yaml': 'x'.repeat(100),
      'picture.png': 'x'.repeat(100),
      'in/a': 'x',
    })
    const tree = discover(join(root), { maximumFileSize: 50 })
    const inner = discover(join(root, 'in'))
    for (const path of [
      'nothing',
      'binary',
      'large.yaml',
      'secret',
      'in',
      '',
      join(root, 'in/a'),
      '../secret',
      'a\0b',
    ]) {
      expect(tree.read(path), path).toBeUndefined()
      expect(inner.read(`../${path}`), path).toBeUndefined()
    }
    expect(tree.skipped).toEqual([{ path: 'large.yaml', because: 'larger than 50 bytes: not read' }])
    expect(['.', 'in', 'in/', './in/a', 'binary', 'large.yaml'].map(tree.exists)).toEqual(Array(6).fill(true))
    expect(['secret', 'no', '../x', '/etc/passwd'].map(tree.exists)).toEqual([false, false, false, false])
    expect(inner.exists('../binary')).toBe(false)
  })

  test('bytes that are not UTF-8, with a mark', () => {
    const tree = discover(folder({ 'a.yml': Buffer.from('a: caf\xe9', 'latin1'), 'b.yml': '\ufeffb: café \ufffd' }))
    expect(tree.read('a.yml')).toEqual({ path: 'a.yml', text: 'a: caf\ufffd', malformed: true })
    expect(tree.read('b.yml')).toEqual({ path: 'b.yml', text: 'b: café \ufffd' })
  })

  test('the limit is one mebibyte', () => {
    const tree = discover(folder({ 'a.yml': 'x'.repeat(1_048_576), 'b.yml': 'x'.repeat(1_048_577) }))
    expect(tree.read('a.yml')?.text).toHaveLength(1_048_576)
    expect(tree.read('b.yml')).toBeUndefined()
  })

  test('folders that are left out exist, with what is in them', () => {
    const tree = discover(folder({ 'node_modules/a/b': 'x', 'x.bak': 'x' }))
    expect(['node_modules', 'node_modules/a/b', 'x.bak', 'node_modules/c'].map(tree.exists)).toEqual([
      true,
      true,
      true,
      false,
    ])
    expect(tree.read('node_modules/a/b')).toBeUndefined()
  })
})

describe('symbolic links', () => {
  test('inside the root they read as what they point at, and are not listed', () => {
    const root = folder({ 'config/prod.env': 'A=1', 'config/x/y': 'y' })
    symlinkSync('config/prod.env', join(root, '.env'))
    symlinkSync('config', join(root, 'linked'))
    symlinkSync('..', join(root, 'config/up'))
    const tree = discover(root)
    expect(tree.files.map(file => file.path)).toEqual(['config/prod.env', 'config/x/y'])
    expect(tree.read('.env')).toEqual({ path: 'config/prod.env', text: 'A=1' })
    expect(tree.read('linked/x/y')?.text).toBe('y')
    expect(['.env', 'linked', 'linked/x', 'linked/none'].map(tree.exists)).toEqual([true, true, true, false])
  })

  test('out of the root they are not followed', () => {
    const outside = folder({ secret: 'x', 'compose.yaml': 'x' })
    const root = folder({ a: '' })
    symlinkSync(join(outside, 'secret'), join(root, 'secret'))
    symlinkSync(join(outside, 'compose.yaml'), join(root, 'compose.yaml'))
    symlinkSync(outside, join(root, 'folder'))
    symlinkSync('circle', join(root, 'circle'))
    const tree = discover(root)
    expect(tree.files.map(file => file.path)).toEqual(['a'])
    for (const path of ['secret', 'compose.yaml', 'folder', 'folder/secret', 'circle']) {
      expect(tree.read(path), path).toBeUndefined()
      expect(tree.exists(path), path).toBe(false)
    }
    expect(tree.skipped.map(one => one.path)).toEqual(['compose.yaml'])
  })

  test('a root that is a link is the folder it points at', () => {
    const root = folder({ 'real/a': '' })
    symlinkSync('real', join(root, 'link'))
    expect(discover(join(root, 'link'))).toMatchObject({ root: join(root, 'real'), files: [{ path: 'a' }] })
  })
})

test('Helm templates are named, charts and their values are not', () => {
  const tree = discover(
    folder({
      'chart/Chart.yaml': 'name: x',
      'chart/values.yaml': 'a: "{{ x }}"',
      'chart/templates/sub/d.yaml': 'a: {{ .Values.a }}',
      'chart/templates/plain.yaml': 'a: 1',
      'chart/templates/_helpers.tpl': '{{ define "x" }}',
      'other/templates/x.yaml': 'a: {{ x }}',
    }),
  )
  expect(tree.skipped).toEqual([{ path: 'chart/templates/sub/d.yaml', because: 'Helm template: not evaluated' }])
  expect(tree.files.filter(file => file.format === 'helm').map(file => file.path)).toEqual([
    'chart/templates/_helpers.tpl',
    'chart/templates/sub/d.yaml',
  ])
})

describe('formatOf', () => {
  test.each([
    ['compose', 'compose.yaml docker-compose.yml compose.prod.yml docker-compose.override.yaml docker-compose-dev.yml'],
    ['compose', 'app.compose.yml prod-compose.yml infra/docker-compose_ci.yml docker-stack.yml Docker-Compose.yml'],
    [
      'dockerfile',
      'Dockerfile dockerfile Dockerfile.prod Dockerfile-api api.Dockerfile x.dockerfile Containerfile Dockerfile.go',
    ],
    ['dockerignore', '.dockerignore Dockerfile.dockerignore .containerignore'],
    [
      'dotenv',
      '.env .env.production .env.example prod.env env.example env-example-relational .env-sample dotenv.template .flaskenv a/.env.local',
    ],
    ['ci', '.github/workflows/ci.yml .gitlab-ci.yml .circleci/config.yml azure-pipelines.yml Jenkinsfile'],
    ['makefile', 'Makefile GNUmakefile build.mk justfile Taskfile.yml'],
    ['shell', 'run.sh a/b.bash .envrc'],
    ['crontab', 'crontab cron.daily backup.cron etc/cron.d/backup'],
    ['source', 'src/cron.ts jobs/cron.py'],
    ['lock', 'package-lock.json pnpm-lock.yaml yarn.lock go.sum composer.lock'],
    ['package-json', 'package.json a/package.json'],
    ['yaml', 'values.yaml decompose.yaml'],
    ['source', 'env.ts dockerfile.ts .env.js config.env.ts vite-env.d.ts'],
    ['text', 'README.md Dockerfile.md Dockerfile.j2 .env.gpg .env.vault LICENSE environment env'],
    ['binary', 'a.png b.ZIP'],
  ])('%s: %s', (format, names) => {
    expect(names.split(' ').map(name => [name, formatOf(name, () => '')])).toEqual(
      names.split(' ').map(name => [name, format]),
    )
  })

  test.each([
    ['services:\n  web:\n    image: x\n', 'compose'],
    ['name: x\nservices: # all\n\n  # c\n  "web":\n      ports: [1]\n      build: .\n', 'compose'],
    ['services:\r\n  a:\r\n    restart: no\r\n  b:\r\n    build:\r\n      context: .\r\n', 'compose'],
    ['x-pg: &pg\n  image: x\nservices:\n  pg1:\n    <<: *pg\n    hostname: pg1\n', 'compose'],
    ['x-pg: &pg\n  port: 1\nservices:\n  pg1:\n    <<: *pg\n', 'yaml'],
    ['services:\n  - postgres:16\nbuild:\n  image: x\n', 'yaml'],
    ['image: node\nservices:\n  - name: x\n    image: y\n', 'yaml'],
    ['services:\n  _defaults:\n    autowire: true\n  App\\X:\n    arguments:\n      image: 1\n', 'yaml'],
    ['jobs:\n  a:\n    services:\n      db:\n        image: x\n', 'yaml'],
    ['services:\nimage: x\n', 'yaml'],
    ['', 'yaml'],
  ])('%j is %s', (text, format) => expect(formatOf('any.yml', () => text)).toBe(format))

  test('a script without extension is known by its first line', () => {
    expect(formatOf('bin/backup', () => '#!/usr/bin/env bash\n')).toBe('shell')
    expect(formatOf('bin/tool', () => '#!/usr/bin/env python3\n')).toBe('text')
  })
})
