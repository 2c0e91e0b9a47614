import { describe, expect, it } from 'vitest'
import { knownValue } from '../../src/source.js'
import { systemOf } from '../support/model.js'

const COMPOSE = {
  '.env': 'MODE=from-file\n',
  'compose.yaml': 'services: { api: { image: "acme/api:1", environment: { MODE: "$MODE" } } }\n',
}

/** What `$MODE` of the production set is, null where only the run tells. */
function modeOf(files: Record<string, string>): string | null | undefined {
  const mode = systemOf({ ...COMPOSE, ...files }).workloads[0]?.environment.get('MODE')
  return mode && (knownValue(mode.value) ?? null)
}

function pipeline(step: string, job = ''): Record<string, string> {
  return { '.github/workflows/deploy.yml': `jobs:\n  deploy:\n${job}    steps:\n${step}` }
}

describe('the shell that deploys', () => {
  it('goes before the file', () => {
    expect(modeOf({})).toBe('from-file')
    expect(modeOf({ 'deploy.sh': 'MODE=inline docker compose up -d\n' })).toBe('inline')
    expect(modeOf({ 'deploy.sh': 'export MODE="exported"\ncd .\ndocker-compose up\n' })).toBe('exported')
    expect(modeOf({ 'deploy.sh': 'sudo MODE=root docker compose up -d\n' })).toBe('root')
    expect(modeOf({ Makefile: 'export MODE = made\ndeploy:\n\tdocker compose up -d\n' })).toBe('made')
    expect(modeOf({ Makefile: 'deploy: export MODE = made\ndeploy:\n\tdocker compose up -d\n' })).toBe('made')
    expect(modeOf(pipeline('      - run: docker compose up -d\n', '    env: { MODE: job }\n'))).toBe('job')
    const sourced = { 'deploy.sh': 'set -a\n. ./.env.live\ndocker compose up -d\n', '.env.live': 'MODE=sourced\n' }
    expect(modeOf(sourced)).toBe('sourced')
    const lab = 'deploy:\n  variables: { MODE: lab }\n  script: [docker compose up -d]\n'
    expect(modeOf({ '.gitlab-ci.yml': lab })).toBe('lab')
  })

  it('is not known where only the run tells, or where two ways to deploy differ', () => {
    const step = '      - run: docker compose up -d\n'
    expect(modeOf(pipeline(step, '    env: { MODE: "$' + '{{ secrets.MODE }}" }\n'))).toBe(null)
    const two = { 'deploy.sh': 'docker compose up -d\n', Makefile: 'deploy:\n\tMODE=a docker compose up\n' }
    expect(modeOf(two)).toBe(null)
  })

  it('is another one for tests, at the far end of ssh, behind sudo, and for commands that start nothing', () => {
    expect(modeOf({ 'test.sh': 'MODE=test docker compose up -d\n' })).toBe('from-file')
    expect(modeOf({ 'deploy.sh': 'export MODE=here\nssh host "docker compose up -d"\n' })).toBe('from-file')
    expect(modeOf({ 'deploy.sh': 'export MODE=here\nssh host "MODE=there docker compose up -d"\n' })).toBe('there')
    expect(modeOf({ 'deploy.sh': 'export MODE=here\nsudo docker compose up -d\n' })).toBe('from-file')
    expect(modeOf({ 'deploy.sh': 'MODE=here docker compose build\ndocker compose up -d\n' })).toBe('from-file')
    const action = '      - uses: appleboy/ssh-action@v1\n        with: { script: docker compose up -d }\n'
    expect(modeOf(pipeline(action, '    env: { MODE: job }\n'))).toBe('from-file')
    const handed =
      '      - uses: appleboy/ssh-action@v1\n        with: { envs: "A,MODE", script: docker compose up -d }\n'
    expect(modeOf(pipeline(handed, '    env: { MODE: job }\n'))).toBe('job')
  })

  it('stays linear and does not throw on hostile text', () => {
    const long = `${'export '.repeat(20_000)}\n${'a: export '.repeat(20_000)}\ndocker compose up\n`
    const files = { Makefile: `deploy:\n\t${long}`, 'deploy.sh': `${'ssh "'.repeat(5_000)} compose up` }
    expect(modeOf(files)).toBe('from-file')
  })
})
