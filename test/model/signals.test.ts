import { describe, expect, it, test } from 'vitest'
import { type Files, systemOf, workload } from '../support/model.js'

/** What becomes of the stop signal of one service, as a line. */
function path(service: string, files: Files): string {
  const system = systemOf({ 'compose.yaml': `services:\n  app: ${service}\n`, ...files })
  const found = workload(system, 'app').signalPath
  if (!found) return 'not asked'
  return found.state === 'lost' ? `${found.by}: ${found.program}` : found.state
}

const built = (base: string, ...instructions: readonly string[]): Files => ({
  Dockerfile: [`FROM ${base}`, 'WORKDIR /app', 'COPY . .', ...instructions, ''].join('\n'),
})

describe('the stop signal', () => {
  test.each([
    ['debian:12.11', 'CMD /server', 'shell: /server'],
    ['node:24-alpine', 'CMD node main.js', 'reaches'],
    ['registry.access.redhat.com/ubi9/ubi:9.6', 'CMD /server', 'reaches'],
    ['ghcr.io/acme/base:1', 'CMD /server', 'unknown'],
    ['python:3.13-slim', 'CMD exec gunicorn app:app', 'reaches'],
    ['python:3.13-slim', 'SHELL ["/bin/bash", "-o", "pipefail", "-c"]\nCMD cd /app && gunicorn app:app', 'reaches'],
    ['python:3.13-slim', 'CMD gunicorn app:app | tee /log', 'not asked'],
    ['python:3.13-slim', 'CMD if [ -n "$X" ]; then gunicorn a:a; else exec gunicorn b:b; fi', 'shell: gunicorn a:a'],
    [
      'python:3.13-slim',
      'CMD case "$ROLE" in web) exec gunicorn a:a ;; *) celery worker ;; esac',
      'shell: celery worker',
    ],
    ['python:3.13-slim', 'CMD ["gunicorn", "app:app"]', 'reaches'],
    ['python:3.13-slim', 'ENTRYPOINT ["tini", "--"]\nCMD ["sh", "-c", "gunicorn app:app"]', 'reaches'],
    ['python:3.13-slim', 'CMD ["supervisord", "-n"]', 'reaches'],
    ['node:24-slim', 'CMD ["npm", "run", "start:prod"]', 'package-manager: npm run start:prod'],
    ['node:24-slim', 'CMD ["pnpm", "start"]', 'package-manager: pnpm start'],
    ['node:24-alpine', 'CMD ["pnpm", "start"]', 'reaches'],
    ['node:24-alpine', 'CMD ["yarn", "start"]', 'package-manager: yarn start'],
    ['node:24-slim', 'CMD ["sh", "-c", "sleep infinity"]', 'not asked'],
    ['node:24-slim', 'CMD exec su node -s /bin/sh -c "migrate && node main.js"', 'shell: node main.js'],
    ['node:24-slim', 'CMD exec su node -s /bin/sh -c "exec node main.js"', 'reaches'],
    ['node:24-slim', 'CMD exec su node -c "node main.js"', 'unknown'],
    ['node:24-slim', 'CMD while true; do node job.js; sleep 60; done', 'not asked'],
  ])('%s, %s: %s', (base, instruction, expected) => {
    expect(path('{ build: . }', built(base, instruction))).toBe(expected)
  })

  it('may be told otherwise by the deployment', () => {
    const files = built('node:24-slim', 'CMD ["npm", "start"]')
    expect(path('{ build: ., init: true }', files)).toBe('reaches')
    expect(path('{ build: ., command: node main.js }', files)).toBe('reaches')
    expect(path('{ build: ., entrypoint: ["sh", "-c"], command: ["node main.js"] }', files)).toBe('shell: node main.js')
  })

  it('of yarn of a later version is not known', () => {
    expect(path('{ build: . }', { ...built('node:24-slim', 'CMD ["yarn", "start"]'), '.yarnrc.yml': '' })).toBe(
      'unknown',
    )
  })

  it('is not asked of jobs', () => {
    expect(path('{ build: ., command: npm run migrate }', built('node:24-slim', 'CMD ["npm", "start"]'))).toBe(
      'not asked',
    )
  })

  it('of an image that may start everything through an init process is not known', () => {
    expect(path('{ image: "ghcr.io/acme/api:1.0", command: yarn start }', {})).toBe('unknown')
    expect(path('{ image: "postgres:17.2", command: postgres -c max_connections=200 }', {})).toBe('reaches')
    expect(path(`{ image: "redis:7.4", command: ["sh", "-c", "redis-server --requirepass $$P"] }`, {})).toBe(
      'shell: redis-server --requirepass $P',
    )
  })

  it('is followed through scripts', () => {
    const files = (script: string, more: Files = {}) => ({
      ...built('node:24-alpine', 'ENTRYPOINT ["/app/start.sh"]', 'CMD ["node", "main.js"]'),
      'start.sh': `#!/bin/sh\nset -e\n${script}\n`,
      ...more,
    })
    expect(path('{ build: . }', files('exec "$@"'))).toBe('reaches')
    expect(path('{ build: . }', files('"$@"'))).toBe('script: node main.js')
    expect(path('{ build: ., command: yarn start }', files('exec "$@"'))).toBe('package-manager: yarn start')
    expect(path('{ build: . }', files('exec ./more.sh "$@"', { 'more.sh': '#!/bin/sh\n"$@"\n' }))).toBe(
      'script: node main.js',
    )
    expect(path('{ build: . }', files('exec ./start.sh'))).toBe('unknown')
    expect(path('{ build: . }', files('trap "kill %1" TERM\nnode main.js &\nwait'))).toBe('reaches')
    expect(path('{ build: . }', files('node main.js &\nwait'))).toBe('shell: node main.js')
    expect(path('{ build: . }', files('run() { node main.js; }\nexec tini -- node main.js'))).toBe('reaches')
    expect(path('{ build: . }', files('echo "not closed'))).toBe('unknown')
  })
})
