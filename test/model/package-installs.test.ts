import { describe, expect, it } from 'vitest'
import { installsOf, type PackageInstall } from '../../src/model/image/package-installs.js'
import { parseDockerfile } from '../../src/parse/dockerfile.js'

function installs(command: string): readonly PackageInstall[] {
  const [stage] = parseDockerfile({ path: 'Dockerfile', text: `FROM a\nRUN ${command}\n` }).stages
  return stage?.instructions.flatMap(instruction => installsOf(instruction)) ?? []
}

function facts(command: string) {
  return installs(command).map(one => ({
    is: one.manager,
    packages: one.packages.join(' '),
    flags: [
      one.global && 'global',
      one.frozen && 'frozen',
      one.needsLock && 'lock',
      one.command.conditional && 'maybe',
      one.production === true && 'production',
      one.production === false && 'all',
    ]
      .filter(Boolean)
      .join(' '),
  }))
}

describe('installsOf', () => {
  it.each([
    ['npm ci', 'npm', '', 'frozen lock'],
    ['npm ci --only=production', 'npm', '', 'frozen lock production'],
    ['npm install', 'npm', '', ''],
    ['npm i --omit dev', 'npm', '', 'production'],
    ['NODE_ENV=production npm install --include=dev', 'npm', '', 'all'],
    ['npm install -g pnpm@10', 'npm', 'pnpm@10', 'global'],
    ['npm --prefix web install', 'npm', '', ''],
    ['yarn', 'yarn', '', ''],
    ['yarn --frozen-lockfile --production', 'yarn', '', 'frozen production'],
    ['yarn install --immutable', 'yarn', '', 'frozen lock'],
    ['yarn global add serve', 'yarn', 'serve', 'global'],
    ['pnpm i --frozen-lockfile -r', 'pnpm', '', 'frozen lock'],
    ['pnpm install -r --offline --prod', 'pnpm', '', 'frozen production'],
    ['bun install', 'bun', '', ''],
    ['pip install -r requirements.txt', 'pip', '', 'frozen'],
    ['python3 -m pip install --upgrade pip gunicorn', 'pip', 'pip gunicorn', ''],
    ['poetry install --only main', 'poetry', '', ''],
    ['pipenv install --deploy --system', 'pipenv', '', 'frozen'],
    ['go install example.com/x@latest', 'go', 'example.com/x@latest', 'global'],
    ['corepack prepare pnpm@latest --activate', 'corepack', 'pnpm@latest', 'global'],
    ['npm ci || npm install', 'npm', '', 'frozen lock maybe'],
  ])('%s', (command, is, packages, flags) => {
    expect(facts(command)[0]).toEqual({ is, packages, flags })
  })

  it.each([
    'npm run install',
    'yarn build',
    'yarn --version',
    'pnpm fetch',
    'npm install --package-lock-only',
    'pip wheel -r a.txt',
    'corepack enable',
    'go build',
  ])('%s installs nothing', command => {
    expect(installs(command)).toEqual([])
  })

  it('knows what a branch may leave out', () => {
    expect(facts('if [ -f yarn.lock ]; then yarn; else npm ci; fi').map(one => one.flags)).toEqual([
      'maybe',
      'frozen lock maybe',
    ])
  })
})
