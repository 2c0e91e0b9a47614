import { describe, expect, it, test } from 'vitest'
import { knownValue } from '../../src/source.js'
import { deploymentLines, type Files, systemOf, workload } from '../support/model.js'

/** The workloads of one ecosystem file with these apps. */
function apps(text: string, files: Files = {}) {
  return systemOf({ 'ecosystem.config.js': `module.exports = { apps: ${text} }`, ...files }).workloads
}

function app(settings: string) {
  const [first] = apps(`[{ name: 'api', script: 'dist/main.js', ${settings} }]`)
  if (!first) throw new Error('no app')
  return first
}

describe('ecosystem files', () => {
  const one = `[{ "name": "api", "script": "dist/main.js" }]`
  test.each([
    ['ecosystem.config.js', `module.exports = { apps: ${one} }`],
    ['ecosystem.config.cjs', `module.exports = { apps: ${one} }`],
    ['ecosystem.config.mjs', `export default { apps: ${one} }`],
    ['ecosystem.json', `{ "apps": ${one} }`],
    ['process.json', `{ "apps": ${one} }`],
    ['pm2.json', one],
    ['process.yml', 'apps:\n  - name: api\n    script: dist/main.js\n'],
    ['ecosystem.config.yaml', 'apps:\n  - name: api\n    exec: dist/main.js\n'],
    ['server.config.js', `exports.apps = ${one}`],
  ])('%s', (path, text) => {
    const { deployments, workloads } = systemOf({ [path]: text })
    expect(deployments.map(({ id, platform, purpose }) => ({ id, platform, purpose }))).toEqual([
      { id: `pm2:${path}`, platform: 'pm2', purpose: 'production' },
    ])
    expect(workloads.map(({ name, start }) => `${name}: ${start?.text}`)).toEqual(['api: node dist/main.js'])
  })

  test.each([
    ['next.config.js', 'module.exports = { reactStrictMode: true }'],
    ['webpack.config.js', 'const apps = ["a"]\nmodule.exports = { entry: apps, script: 1 }'],
    ['process.json', '{ "steps": [] }'],
    ['ecosystem.md', 'apps: script'],
  ])('%s of another program is none', (path, text) => {
    const { deployments, unreadable, notEvaluated } = systemOf({ [path]: text })
    expect([deployments, unreadable, notEvaluated]).toEqual([[], [], []])
  })

  it('are told apart by purpose', () => {
    const text = (script: string) => `module.exports = { apps: [{ script: '${script}' }] }`
    const system = systemOf({
      'api/ecosystem.config.js': text('a.js'),
      'api/ecosystem.production.config.js': text('b.js'),
      'web/ecosystem.dev.config.js': text('c.js'),
      'web/ecosystem.staging.config.js': text('d.js'),
      'examples/ecosystem.config.js': text('e.js'),
      'old/ecosystem.config.js': text('d.js'),
    })
    expect(deploymentLines(system).map(line => line.replace(/: it is an .*/, ''))).toEqual([
      'production: api/ecosystem.production.config.js: api/ecosystem.production.config.js is named for production',
      'production: old/ecosystem.config.js',
      'development: api/ecosystem.config.js: api/ecosystem.production.config.js is what production runs',
      'development: examples/ecosystem.config.js: it lies in examples/',
      'development: web/ecosystem.dev.config.js: web/ecosystem.dev.config.js is named for development',
      'development: web/ecosystem.staging.config.js: it repeats old/ecosystem.config.js',
    ])
  })

  it('are what the configuration says', () => {
    const files = { 'ecosystem.config.js': `module.exports = { apps: [{ script: 'a.js' }] }` }
    const { deployments } = systemOf(files, [{ files: ['ecosystem.config.js'], purpose: 'development' }])
    expect(deployments.map(({ platform, purpose }) => [platform, purpose])).toEqual([['pm2', 'development']])
  })

  it('that cannot be read say so', () => {
    const { unreadable } = systemOf({ 'ecosystem.config.js': 'module.exports = { apps: [{ script: "a.js" }' })
    expect(unreadable).toMatchObject([{ path: 'ecosystem.config.js', format: 'pm2', production: true, mayDeclare: 2 }])
  })

  it('whose apps only a run would tell say so', () => {
    const { deployments, notEvaluated } = systemOf({
      'ecosystem.config.js': `module.exports = { apps: require('./gone').apps, script: 1 }`,
      'more/ecosystem.config.js': `module.exports = { apps: [{ script: 'a.js' }, ...require('@acme/apps')] }`,
    })
    expect(deployments.map(({ name }) => name)).toEqual(['more/ecosystem.config.js'])
    expect(notEvaluated).toEqual([
      { path: 'ecosystem.config.js', because: 'which apps it starts is not known: gone is not in the repository' },
      {
        path: 'more/ecosystem.config.js',
        because: 'whether it starts more apps than these is not known: it comes from the package @acme/apps',
      },
    ])
  })
})

describe('an app', () => {
  it('runs what PM2 would execute', () => {
    const starts = apps(`[
      { script: 'dist/main.js', args: '--port 3000 "a b"', node_args: ['--max-old-space-size=512'] },
      { script: 'npm', args: 'run start:prod' },
      { script: './node_modules/.bin/next', args: ['start'] },
      { script: 'jobs.py', interpreter: '.venv/bin/python' },
      { script: './server', interpreter: 'none' },
      { script: 'gunicorn app:app -w 4' },
      { script: 'worker.sh' },
    ]`).map(({ start }) => start?.text)
    expect(starts).toEqual([
      'node --max-old-space-size=512 dist/main.js --port 3000 a b',
      'npm run start:prod',
      './node_modules/.bin/next start',
      '.venv/bin/python jobs.py',
      './server',
      'gunicorn app:app -w 4',
      'bash worker.sh',
    ])
  })

  it('has the environment of production over the common one', () => {
    const { environment } = app(
      `port: 3000, env: { NODE_ENV: 'development', A: 1 }, env_production: { NODE_ENV: 'production' }, env_dev: { A: 2 }`,
    )
    expect([...environment].map(([name, variable]) => [name, knownValue(variable.value)])).toEqual([
      ['NODE_ENV', 'production'],
      ['A', '1'],
      ['PORT', '3000'],
    ])
  })

  it('has limits, and PM2 restarts it', () => {
    const { resources, restart, stopGracePeriod } = app(`max_memory_restart: '512M', kill_timeout: 5000`)
    expect(knownValue(resources.memoryLimit)).toBe(512 * 1024 ** 2)
    expect(restart).toMatchObject({ policy: 'always', written: false })
    expect(knownValue(stopGracePeriod)).toBe(5)
    expect(app('autorestart: false, port: 80, env: {}').restart).toMatchObject({ policy: 'none', written: true })
  })

  test.each([
    ['', 1, 'fork', false],
    ['instances: 4', 4, 'cluster', false],
    [`instances: '2', exec_mode: 'fork'`, 2, 'fork', false],
    [`exec_mode: 'cluster_mode'`, 1, 'cluster', false],
    [`instances: 'max'`, undefined, 'cluster', true],
    ['instances: -1', undefined, 'cluster', true],
    [`instances: require('os').cpus().length`, undefined, 'cluster', true],
    [`instances: process.env.WORKERS`, undefined, 'cluster', false],
    [`instances: 3, interpreter: 'python3'`, 3, 'fork', false],
  ])('with "%s" runs so many times', (settings, count, mode, perProcessor) => {
    const { replicas, pm2 } = app(settings)
    expect(knownValue(replicas)).toBe(count)
    expect(knownValue(pm2?.mode)).toBe(mode)
    expect(pm2?.perProcessor).toBe(perProcessor)
  })

  test.each([
    [`env: { PORT: 3000 }`, 'user-facing', [3000]],
    [`env: { PORT: '3000', HOST: '127.0.0.1' }`, 'service', [3000]],
    [`args: ['--port=4000']`, 'user-facing', [4000]],
    [`env: { REDIS_PORT: 6379 }`, 'service', []],
    [`autorestart: false`, 'service', []],
    [`autorestart: false, cron_restart: '0 3 * * *'`, 'job', []],
    [`exec_mode: 'fork', instances: 3, increment_var: 'PORT', env: { PORT: 3000 }`, 'user-facing', [3000]],
  ])('with "%s" is a %s', (settings, role, ports) => {
    const found = app(settings)
    expect(found.role).toBe(role)
    expect(found.listens).toEqual(ports)
  })

  it('is one workload with the apps that differ in nothing but numbers', () => {
    const workloads = apps(`[
      ...Array.from({ length: 100 }, (_, i) => ({
        name: \`api-\${i + 1}\`, script: 'dist/main.js', max_memory_restart: '512M',
        env: { PORT: 5001 + i, INSTANCE: \`i-\${i}\`, NODE_ENV: 'production' },
      })),
      { name: 'mailer', script: 'dist/main.js', env: { PORT: 6000 } },
      { name: 'api-900', script: 'dist/main.js', max_memory_restart: '1G', env: { PORT: 5900, INSTANCE: 'i-900', NODE_ENV: 'production' } },
    ]`)
    expect(workloads.map(({ name, replicas, published }) => [name, knownValue(replicas), published.length])).toEqual([
      ['api-*', 100, 100],
      ['mailer', 1, 1],
      ['api-900', 1, 1],
    ])
    const environment = workloads[0]?.environment
    expect(environment?.get('PORT')?.value.known).toBe(false)
    expect(knownValue(environment?.get('NODE_ENV')?.value)).toBe('production')
  })
})

describe('PM2 in a container', () => {
  const ecosystem = `module.exports = { apps: [{ name: 'api', script: 'dist/main.js', instances: 2, env: { NODE_ENV: 'production' } }] }`
  const files = (command: string, compose = 'services:\n  app: { build: . }\n') => ({
    'compose.yaml': compose,
    Dockerfile: `FROM node:24-slim\nWORKDIR /app\nENV PORT=3000\nCOPY . .\n${command}\n`,
    'ecosystem.config.js': ecosystem,
  })

  test.each([
    'CMD ["pm2-runtime", "ecosystem.config.js"]',
    'CMD ["pm2-runtime", "start", "/app/ecosystem.config.js", "--env", "production"]',
    'CMD pm2-runtime ecosystem.config.js',
    'ENTRYPOINT ["pm2", "start", "ecosystem.config.js", "--no-daemon"]',
  ])('runs the apps of the file: %s', command => {
    const system = systemOf(files(command))
    expect(system.deployments.map(({ platform }) => platform)).toEqual(['compose'])
    const container = workload(system, 'app')
    expect(container.start?.text).toBe('node dist/main.js')
    expect(container.start?.at.path).toBe('ecosystem.config.js')
    expect(knownValue(container.processes?.count)).toBe(2)
    expect([...container.environment.keys()]).toEqual(['PORT', 'NODE_ENV'])
    expect(container.files).toContain('ecosystem.config.js')
  })

  it('also where only the deployment says so', () => {
    const compose = 'services:\n  app: { build: ., command: ["pm2-runtime", "ecosystem.config.js"] }\n'
    const system = systemOf(files('CMD ["node", "other.js"]', compose))
    expect(workload(system, 'app').start?.text).toBe('node dist/main.js')
    expect(system.deployments).toHaveLength(1)
  })

  it('whatever copies of the file lie about', () => {
    const inside = Object.entries(files('CMD ["pm2-runtime", "ecosystem.config.js"]')).map(([path, text]) => [
      `app/${path}`,
      text,
    ])
    const system = systemOf({ ...Object.fromEntries(inside), 'old/ecosystem.config.js': ecosystem })
    expect(deploymentLines(system).map(line => line.replace(/.*: /, ''))).toContain(
      'it repeats app/ecosystem.config.js',
    )
    expect(system.workloads).toHaveLength(1)
  })

  it('and a Dockerfile that nothing deploys', () => {
    const { deployments } = systemOf({
      Dockerfile: 'FROM node:24-slim\nCMD ["pm2-runtime", "ecosystem.config.js"]\n',
      'ecosystem.config.js': ecosystem,
    })
    expect(deployments).toEqual([])
  })

  it('runs a script that it is given', () => {
    const container = workload(systemOf(files('CMD ["pm2-runtime", "dist/main.js", "-i", "4"]')), 'app')
    expect(container.start?.text).toBe('node dist/main.js')
    expect(knownValue(container.processes?.count)).toBe(4)
    const all = workload(systemOf(files('CMD ["pm2-runtime", "start", "-i", "max", "dist/main.js"]')), 'app')
    expect(all.processes).toMatchObject({ server: 'pm2', count: { known: false }, perProcessor: true })
    const told = workload(systemOf(files('CMD pm2-runtime dist/main.js -i $INSTANCES')), 'app')
    expect(told.processes).toMatchObject({ server: 'pm2', count: { known: false }, perProcessor: false })
  })

  it('counts the processes of several apps', () => {
    const two = `module.exports = { apps: [{ script: 'a.js', instances: 2 }, { script: 'b.js' }] }`
    const system = systemOf({ ...files('CMD ["pm2-runtime", "ecosystem.config.js"]'), 'ecosystem.config.js': two })
    expect(knownValue(workload(system, 'app').processes?.count)).toBe(3)
    expect(workload(system, 'app').start?.text).toContain('pm2-runtime')
  })

  it('is another matter than a host that runs the file', () => {
    expect(systemOf(files('CMD ["node", "dist/main.js"]')).deployments.map(({ platform }) => platform)).toEqual([
      'compose',
      'pm2',
    ])
  })
})

describe('the code of an app', () => {
  const ecosystem = (settings: string) => `module.exports = { apps: [{ name: 'api', ${settings} }] }`
  const sendsReady = (files: Files, script = 'dist/index.js') =>
    systemOf({ 'ecosystem.config.js': ecosystem(`script: '${script}', wait_ready: true`), ...files }).workloads[0]?.pm2
      ?.sendsReady

  test.each([
    ['sends it', { 'src/index.ts': `process.send?.('ready')` }, true],
    [
      'sends it from a module of its own',
      { 'src/index.ts': '', 'packages/boot/start.js': 'if (process.send) process.send("ready")' },
      true,
    ],
    ['never sends it', { 'src/index.ts': 'listen(3000)' }, false],
    ['sends it in a test only', { 'src/index.ts': 'listen(3000)', 'test/pm2.test.ts': `process.send('ready')` }, false],
    ['sends something', { 'src/index.ts': 'process.send(message)' }, undefined],
    ['is not here', { 'src/other.ts': 'listen(3000)' }, undefined],
    [
      'is made with a framework that sends it',
      { 'src/index.ts': '', 'package.json': '{ "dependencies": { "@adonisjs/core": "6.0.0" } }' },
      undefined,
    ],
  ] as const)('%s', (_, files, expected) => expect(knownValue(sendsReady(files))).toBe(expected))

  it('that is installed elsewhere is not known', () => {
    expect(sendsReady({ 'main.js': '' }, '/srv/api/main.js')?.known).toBe(false)
  })

  it('is asked only where it matters', () => {
    const { pm2 } =
      systemOf({ 'ecosystem.config.js': ecosystem(`script: 'index.js'`), 'index.js': '' }).workloads[0] ?? {}
    expect([pm2?.sendsReady, pm2?.readsInstance]).toEqual([undefined, undefined])
  })
})
