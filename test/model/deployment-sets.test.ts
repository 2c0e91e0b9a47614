import { describe, expect, it } from 'vitest'
import { deploymentLines, type Files, systemOf, workload } from '../support/model.js'

const APP = 'services:\n  web:\n    build: .\n    depends_on: [db]\n  db:\n    image: postgres:17\n'
const web = (settings: string) => `services:\n  web:\n    ${settings}\n`

function lines(files: Files, deployments: Parameters<typeof systemOf>[1] = []) {
  return deploymentLines(systemOf(files, deployments))
}

describe('a base and its override', () => {
  it('is deployed without the override', () => {
    expect(lines({ 'docker-compose.yml': APP, 'docker-compose.override.yml': web('volumes: [".:/src"]') })).toEqual([
      'production: docker-compose.yml: it is what "docker compose up" loads without an override',
      'development: docker-compose.yml + docker-compose.override.yml: docker-compose.override.yml changes the base on the machines of developers',
    ])
  })

  it('takes the first of the names that Compose looks for, and says what became of the others', () => {
    const system = systemOf({ 'compose.yaml': APP, 'docker-compose.yml': web('image: other') })
    expect(deploymentLines(system)).toEqual([
      'production: compose.yaml: it is what "docker compose up" loads without an override',
    ])
    expect(system.notEvaluated).toEqual([
      { path: 'docker-compose.yml', because: '"docker compose" loads compose.yaml instead, which lies beside it' },
    ])
  })
})

describe('files for several purposes', () => {
  it('puts a fragment for production on its base', () => {
    const system = systemOf({
      'docker-compose.yml': APP,
      'docker-compose.prod.yml': web('restart: always'),
      'docker-compose.dev.yml': web('command: npm run dev'),
    })
    expect(deploymentLines(system)).toEqual([
      'production: docker-compose.yml + docker-compose.prod.yml: docker-compose.prod.yml is named for production',
      'development: docker-compose.yml: docker-compose.yml + docker-compose.prod.yml is what production runs',
      'development: docker-compose.yml + docker-compose.dev.yml: docker-compose.dev.yml is named for development',
    ])
    expect(workload(system, 'web').restart.policy).toBe('always')
    expect(workload(system, 'web').start).toBeUndefined()
  })

  it('leaves a file that says everything alone', () => {
    const prod = 'services:\n  web: {image: acme/web}\n  db: {image: "postgres:17"}\n'
    expect(lines({ 'docker-compose.yml': APP, 'docker-compose.prod.yml': prod })[0]).toBe(
      'production: docker-compose.prod.yml: docker-compose.prod.yml is named for production',
    )
  })

  it.each([
    ['refers to', 'image: acme/web\n    depends_on: [db]'],
    ['connects to', 'image: acme/web\n    environment: {DATABASE_URL: "postgres://app:${PASSWORD}@db:5432/app"}'],
    ['finds by name', 'image: acme/web\n    environment: {DB_HOST: db}'],
  ])('puts a complete file that %s a service of the base on it', (_, settings) => {
    const system = systemOf({ 'docker-compose.yml': APP, 'docker-compose.prod.yml': web(settings) })
    expect(deploymentLines(system)[0]).toMatch(/^production: docker-compose.yml \+ docker-compose.prod.yml: /)
    expect(system.workloads.map(one => one.name)).toEqual(['web', 'db'])
  })

  it('takes a common file for the base where there is none of the usual name', () => {
    expect(
      lines({
        'docker-compose.base.yml': APP,
        'docker-compose.prod.yml': web('restart: always'),
        'docker-compose.dev.yml': web('command: npm run dev'),
      })[0],
    ).toBe(
      'production: docker-compose.base.yml + docker-compose.prod.yml: docker-compose.prod.yml is named for production',
    )
  })

  it('takes pre-production where nothing is nearer to production', () => {
    expect(
      lines({ 'docker-compose.dev.yml': APP, 'docker-compose.staging.yml': APP.replace('build: .', 'image: a') }),
    ).toEqual([
      'production: docker-compose.staging.yml: docker-compose.staging.yml is named for pre-production, and nothing here is nearer to production',
      'development: docker-compose.dev.yml: docker-compose.dev.yml is named for development',
    ])
    expect(lines({ 'docker-compose.yml': APP, 'docker-compose.staging.yml': web('restart: always') })).toEqual([
      'production: docker-compose.yml: it is what "docker compose up" loads without an override',
      'development: docker-compose.yml + docker-compose.staging.yml: docker-compose.staging.yml is named for pre-production',
    ])
  })

  it('shows what is for development only, and scores none of it', () => {
    const system = systemOf({ 'docker-compose.dev.yml': APP, 'docker-compose.test.yml': APP })
    expect(deploymentLines(system)).toEqual([
      'development: docker-compose.dev.yml: docker-compose.dev.yml is named for development',
      'development: docker-compose.test.yml: docker-compose.test.yml is named for development',
    ])
    expect(system.workloads).toEqual([])
    expect(system.deployments.flatMap(one => one.workloads).map(one => one.weight)).toEqual([0, 0, 0, 0])
  })

  it('judges a fragment on its base though Compose refuses one service of it', () => {
    const prod = 'services:\n  web: {restart: always}\n  db: {restart: always}\n  migrate: {command: ./migrate}\n'
    const system = systemOf({ 'docker-compose.yml': APP, 'docker-compose.prod.yml': prod })
    expect(deploymentLines(system)[0]).toMatch(/^production: docker-compose.yml \+ docker-compose.prod.yml: /)
    expect(workload(system, 'web').restart.policy).toBe('always')
    expect(system.deployments[0]?.problems.map(one => one.message)).toEqual([
      'services.migrate has neither an image nor a build',
    ])
    // Most of it belongs elsewhere.
    const other = 'services:\n  web: {restart: always}\n  a: {restart: always}\n  b: {restart: always}\n'
    expect(lines({ 'docker-compose.yml': APP, 'docker-compose.prod.yml': other })).toEqual([
      'production: docker-compose.yml: it is what "docker compose up" loads without an override',
    ])
  })

  describe('a comment in a file for production', () => {
    const built = 'services:\n  web: {build: ., profiles: [full]}\n  job: {image: "acme/job:1"}\n'
    const prod = (told: string) =>
      `# Usage:\n#   ${told}\nservices:\n  web: {build: ., profiles: [full]}\n  cron: {build: ./cron}\n`

    it('tells the files and the profiles that it is started with', () => {
      const told =
        'docker compose --env-file .env \\\n#     -f docker-compose.yml -f docker-compose.prod.yml \\\n#     --profile full up -d'
      const system = systemOf({ 'docker-compose.yml': built, 'docker-compose.prod.yml': prod(told) })
      expect(deploymentLines(system)[0]).toBe(
        'production: docker-compose.yml + docker-compose.prod.yml: the comment in docker-compose.prod.yml starts it, and docker-compose.prod.yml is named for production',
      )
      expect(system.workloads.map(one => one.name)).toEqual(['web', 'job', 'cron'])
    })

    it.each([
      ['of a command that starts nothing', 'docker compose -f docker-compose.prod.yml --profile full config'],
      ['of other files', 'docker compose -f docker-compose.yml --profile full up -d'],
    ])('tells nothing, when it is one %s', (_, told) => {
      const system = systemOf({ 'docker-compose.yml': built, 'docker-compose.prod.yml': prod(told) })
      expect(system.workloads.map(one => one.name)).toEqual(['cron'])
    })

    it('gives way to a command that deploys', () => {
      const system = systemOf({
        'docker-compose.yml': built,
        'docker-compose.prod.yml': prod('docker compose -f docker-compose.prod.yml --profile full up -d'),
        'deploy.sh': 'docker compose -f docker-compose.prod.yml up -d\n',
      })
      expect(system.workloads.map(one => one.name)).toEqual(['cron'])
    })
  })

  it('never judges a fragment whose base is not here', () => {
    const system = systemOf({ 'docker-compose.prod.yml': web('restart: always') })
    expect(system.deployments).toEqual([])
    expect(system.notEvaluated).toEqual([
      { path: 'docker-compose.prod.yml', because: 'it only changes services of a file that is not here' },
    ])
  })

  it.each([
    'production.yml',
    'docker-compose.production.yaml',
    'compose.prod.yaml',
    'prod.docker-compose.yml',
    'docker-compose-prod.yml',
  ])('reads production out of %s', name => {
    expect(lines({ [name]: APP, 'local.yml': APP })[0]).toBe(`production: ${name}: ${name} is named for production`)
  })

  it.each(['docker-compose.deploy-staging.yml', 'docker-compose.swarm.dev.yml', 'docker-compose.local-server.yml'])(
    'does not take %s for production beside a base',
    name => {
      expect(lines({ [name]: APP, 'docker-compose.yml': APP })[0]).toMatch(/^production: docker-compose.yml: /)
    },
  )
})

describe('parts', () => {
  const infra = 'services:\n  db: {image: "postgres:17"}\nnetworks: {back: {}}\n'
  const apps =
    'services:\n  web: {image: acme/web, depends_on: [db], environment: {DATABASE_URL: "postgres://db/app"}}\n'

  it('are one system where no file is the base', () => {
    const system = systemOf({ 'compose.apps.yml': apps, 'compose.infra.yml': infra })
    expect(deploymentLines(system)).toEqual([
      'production: compose.apps.yml + compose.infra.yml: none of them is named for a purpose, and together they start one system',
    ])
    expect(system.deployments[0]?.problems).toEqual([])
    expect(system.connections.map(one => one.to?.name)).toEqual(['db'])
  })

  it('are alternatives where they start the same services', () => {
    expect(
      lines({ 'docker-compose.mysql.yml': web('image: a'), 'docker-compose.postgres.yml': web('image: a') }),
    ).toEqual([
      'production: docker-compose.mysql.yml: no other compose file here is named for production',
      'development: docker-compose.postgres.yml: docker-compose.mysql.yml is what production runs',
    ])
  })

  it('add services to the base on their own', () => {
    const monitoring = 'services:\n  prometheus: {image: prom/prometheus}\n'
    expect(lines({ 'docker-compose.yml': APP, 'docker-compose.monitoring.yml': monitoring })).toEqual([
      'production: docker-compose.yml: it is what "docker compose up" loads without an override',
      'production: docker-compose.monitoring.yml: it adds services to what docker-compose.yml starts',
    ])
  })

  it('join the base where they refer to it', () => {
    const system = systemOf({
      'docker-compose.yml': APP,
      'docker-compose.monitoring.yml':
        'services:\n  exporter: {image: prometheuscommunity/postgres-exporter, depends_on: [db]}\n',
    })
    expect(deploymentLines(system)).toEqual([
      'production: docker-compose.yml + docker-compose.monitoring.yml: it is what "docker compose up" loads without an override, and docker-compose.monitoring.yml adds services to it',
      'development: docker-compose.yml: docker-compose.yml + docker-compose.monitoring.yml is what production runs',
    ])
    expect(system.workloads.map(one => one.name)).toEqual(['web', 'db', 'exporter'])
  })

  it('change the base only where somebody asks for it', () => {
    expect(lines({ 'docker-compose.yml': APP, 'docker-compose.gpu.yml': web('runtime: nvidia') })).toEqual([
      'production: docker-compose.yml: it is what "docker compose up" loads without an override',
      'development: docker-compose.yml + docker-compose.gpu.yml: docker-compose.yml is what production runs',
    ])
  })

  it('are for development where only that uses them', () => {
    expect(
      lines({
        'docker-compose.yml': APP,
        'docker-compose.queue.yml': 'services:\n  redis: {image: "redis:8"}\n',
        Makefile: 'dev:\n\tdocker compose -f docker-compose.queue.yml up -d\n',
      })[1],
    ).toBe('development: docker-compose.queue.yml: Makefile uses it for development')
  })
})

describe('folders', () => {
  it.each(['docker', 'infra', 'deploy/compose'])('finds the files of %s/', folder => {
    expect(lines({ [`${folder}/docker-compose.yml`]: APP })[0]).toMatch(
      new RegExp(`^production: ${folder}/docker-compose.yml: `),
    )
  })

  it('takes the set in deploy/ before the one at the root that runs the same', () => {
    expect(
      lines({
        'compose.yaml': APP,
        'deploy/compose.yaml': APP.replace('build: .', 'image: acme/web'),
        Dockerfile: 'FROM a',
      }),
    ).toEqual([
      'production: deploy/compose.yaml: it lies in deploy/',
      'development: compose.yaml: deploy/compose.yaml runs the same services and is nearer to production',
    ])
  })

  it('keeps a system in deploy/ that is another one', () => {
    const monitoring = 'services:\n  prometheus: {image: prom/prometheus}\n'
    expect(lines({ 'compose.yaml': APP, 'deploy/monitoring/compose.yaml': monitoring })).toEqual([
      'production: deploy/monitoring/compose.yaml: it lies in deploy/',
      'production: compose.yaml: it is what "docker compose up" loads without an override',
    ])
  })

  it('tells environments apart by their folders', () => {
    const image = 'services:\n  web: {image: "ghcr.io/acme/web:1"}\n  db: {image: "postgres:17"}\n'
    expect(
      lines({
        'env/prod/compose.yaml': image,
        'env/staging/compose.yaml': `${image}\n`,
        'env/dev/compose.yaml': `${image}\n\n`,
      }),
    ).toEqual([
      'production: env/prod/compose.yaml: it lies in env/prod/',
      'development: env/staging/compose.yaml: env/prod/compose.yaml runs the same services and is nearer to production',
      'development: env/dev/compose.yaml: it lies in env/dev/',
    ])
    expect(lines({ 'env/staging/compose.yaml': image, 'env/dev/compose.yaml': `${image}\n` })[0]).toBe(
      'production: env/staging/compose.yaml: it lies in env/staging/, which is the nearest to production',
    )
  })

  it('leaves out a copy of what an override is for', () => {
    const base = 'services: { api: { build: . } }\n'
    const override = 'services: { api: { restart: always } }\n'
    const system = systemOf({ 'compose.yaml': base, 'compose.prod.yaml': override, 'before/compose.yaml': base })
    expect(deploymentLines(system)).toContain(
      'development: before/compose.yaml: it repeats a part of compose.yaml + compose.prod.yaml',
    )
  })

  it('puts a fragment in a folder on the base above it', () => {
    const system = systemOf({ 'compose.yaml': APP, 'deploy/compose.prod.yaml': web('restart: always') })
    expect(deploymentLines(system)).toEqual([
      'production: compose.yaml + deploy/compose.prod.yaml: deploy/compose.prod.yaml is named for production',
      'development: compose.yaml: it is a part of compose.yaml + deploy/compose.prod.yaml',
    ])
  })

  it.each(['.devcontainer', 'examples/simple', 'docs', 'tests/e2e', 'local'])(
    'takes what lies in %s/ for development',
    folder => {
      const found = lines({ [`${folder}/docker-compose.yml`]: APP })
      expect(found).toEqual([
        `development: ${folder}/docker-compose.yml: it lies in ${found[0]?.split('it lies in ')[1]}`,
      ])
    },
  )

  it('does not count a copy in docs/ twice', () => {
    const system = systemOf({ 'compose.yaml': APP, 'docs/compose.yaml': APP, 'manual/compose.yaml': APP })
    expect(system.workloads.map(one => one.name)).toEqual(['web', 'db'])
    expect(deploymentLines(system).slice(1)).toEqual([
      'development: manual/compose.yaml: it repeats compose.yaml',
      'development: docs/compose.yaml: it lies in docs/',
    ])
  })

  it('keeps independent systems of a monorepo, whatever their services are called', () => {
    expect(
      lines({ 'crm/compose.yaml': APP, 'shop/compose.yaml': `${APP}  cache: {image: "redis:8"}\n` }).map(
        line => line.split(':')[0],
      ),
    ).toEqual(['production', 'production'])
  })

  it('does not take a system below another for it because both have a database', () => {
    const tracker = 'services:\n  db: {image: "postgres:17"}\n  tracker: {image: acme/tracker}\n'
    expect(lines({ 'compose.yaml': APP, 'tools/tracker/compose.yaml': tracker })[1]).toMatch(/^production: tools/)
  })

  it('does not count the files of single services beside the whole', () => {
    expect(
      lines({
        'compose.yaml': 'services:\n  api: {build: services/api}\n  db: {image: "postgres:17"}\n',
        'services/api/compose.yaml':
          'services:\n  app: {build: .}\n  db: {image: "postgres:16"}\n  mail: {image: mailhog/mailhog}\n',
      }),
    ).toEqual([
      'production: compose.yaml: it is what "docker compose up" loads without an override',
      'development: services/api/compose.yaml: compose.yaml runs the same services',
    ])
  })

  it('deploys the files of single services where there is no whole', () => {
    const one = (name: string) => `services:\n  ${name}: {build: .}\n`
    expect(
      lines({ 'services/a/docker-compose.yml': one('a'), 'services/b/docker-compose.yml': one('b') }).map(line =>
        line.slice(0, 44),
      ),
    ).toEqual(
      ['production: services/a/docker-compose.yml: it', 'production: services/b/docker-compose.yml: it'].map(line =>
        line.slice(0, 44),
      ),
    )
  })
})

describe('files that others use', () => {
  it('are no sets of their own when they are included', () => {
    const system = systemOf({
      'compose.yaml': 'include:\n  - infra/compose.yaml\n  - services/web/compose.yaml\n',
      'infra/compose.yaml': 'services:\n  db: {image: "postgres:17"}\n',
      'services/web/compose.yaml': 'services:\n  web: {build: .}\n',
    })
    expect(deploymentLines(system)).toEqual([
      'production: compose.yaml: it is what "docker compose up" loads without an override',
    ])
    expect(system.workloads.map(one => one.name)).toEqual(['db', 'web'])
    expect(system.notEvaluated).toEqual([])
  })

  it('are no sets of their own when they are extended', () => {
    const system = systemOf({
      'compose.yaml': 'services:\n  web:\n    extends: {file: common-services.yml, service: app}\n    build: .\n',
      'common-services.yml': 'services:\n  app:\n    image: acme/app\n    restart: always\n  never: {image: x}\n',
    })
    expect(deploymentLines(system)).toHaveLength(1)
    expect(system.workloads.map(one => [one.name, one.restart.policy])).toEqual([['web', 'always']])
    expect(system.notEvaluated).toEqual([])
  })

  it('stay what they are when the set for development includes them', () => {
    expect(
      lines({
        'compose.yaml': APP,
        'compose.dev.yaml': 'include: [compose.yaml]\nservices:\n  mail: {image: mailhog/mailhog}\n',
      }),
    ).toEqual([
      'production: compose.yaml: it is what "docker compose up" loads without an override',
      'development: compose.dev.yaml: compose.dev.yaml is named for development',
    ])
  })

  it('are told when nothing that is evaluated uses them', () => {
    const system = systemOf({
      'a/common.yml': 'services:\n  app:\n    image: x\n',
      'a/docker-compose.prod.yml': 'services:\n  web: {extends: {file: common.yml, service: app}}\n',
      'b/common.yml': 'services:\n  app:\n    restart: always\n    image: x\n',
      'b/docker-compose.prod.yml':
        'services:\n  web: {extends: {file: common.yml, service: app}}\n  db: {restart: always}\n',
    })
    expect(system.deployments.map(one => one.name)).toEqual(['a/docker-compose.prod.yml'])
    expect(system.notEvaluated).toEqual([
      { path: 'b/common.yml', because: 'only b/docker-compose.prod.yml uses it, which is in no set' },
      { path: 'b/docker-compose.prod.yml', because: 'it only changes services of a file that is not here' },
    ])
  })
})

describe('swarm', () => {
  it.each(['docker-stack.yml', 'stack.yml', 'docker-compose.swarm.yml'])('knows %s by its name', name => {
    const system = systemOf({ [name]: web('image: acme/web') })
    expect(system.deployments.map(one => [one.platform, one.purpose])).toEqual([['swarm', 'production']])
  })

  it.each([
    ['secrets that exist before', `${web('{image: acme/web, secrets: [key]}')}secrets: {key: {external: true}}\n`],
    [
      'an overlay network and placement',
      `${web('{image: acme/web, deploy: {placement: {constraints: ["node.role == manager"]}}}')}networks: {back: {driver: overlay}}\n`,
    ],
    ['Traefik that asks it', `services:\n  edge: {image: "traefik:v3.5", command: ["--providers.swarm=true"]}\n`],
  ])('knows a set by %s', (_, text) => {
    const platforms = (files: Record<string, string>) => systemOf(files).deployments.map(one => one.platform)
    expect(platforms({ 'docker-compose.yml': text })).toEqual(['swarm'])
    const script = '#!/bin/sh\ndocker compose -f docker-compose.yml up -d\n'
    expect(platforms({ 'docker-compose.yml': text, 'deploy.sh': script })).toEqual(['compose'])
  })

  it.each([
    ['an overlay network alone', 'networks: {back: {driver: overlay, attachable: true}}\n'],
    ['a secret in a file', 'secrets: {key: {file: ./key}}\n'],
    ['a network that exists before', 'networks: {back: {external: true}}\n'],
  ])('is not told by %s', (_, more) => {
    const system = systemOf({ 'docker-compose.yml': `${web('{image: acme/web, deploy: {replicas: 2}}')}${more}` })
    expect(system.deployments.map(one => one.platform)).toEqual(['compose'])
  })

  it('knows the set by the command', () => {
    const system = systemOf({
      'docker-compose.yml': APP.replace('build: .', 'image: acme/web'),
      'docker-compose.cluster.yml': web('deploy: {replicas: 3}'),
      'scripts/roll.sh':
        '#!/bin/sh\ndocker stack deploy --with-registry-auth -c docker-compose.yml -c docker-compose.cluster.yml erp\n',
    })
    expect(system.deployments[0]).toMatchObject({
      id: 'swarm:docker-compose.yml+docker-compose.cluster.yml',
      because: 'scripts/roll.sh deploys it',
    })
  })
})

describe('the configuration', () => {
  it('decides', () => {
    const files = { 'docker-compose.yml': APP, 'docker-compose.prod.yml': web('restart: always'), 'dev.yml': APP }
    expect(
      lines(files, [
        { files: ['docker-compose.yml', 'docker-compose.prod.yml'], purpose: 'development' },
        { files: ['dev.yml'], purpose: 'production' },
      ]),
    ).toEqual([
      'production: dev.yml: the configuration says so',
      'development: docker-compose.yml + docker-compose.prod.yml: the configuration says so',
    ])
  })
})

describe('profiles that everything of the system waits for', () => {
  const file = (profiles: Record<string, string>, more = '') =>
    `services:\n  db: {image: "postgres:17"}\n${Object.entries(profiles)
      .map(([name, profile]) => `  ${name}: {build: ./${name}, profiles: [${profile}]}\n`)
      .join('')}${more}`
  const started = (text: string) => {
    const system = systemOf({ 'docker-compose.prod.yml': text })
    return { names: system.workloads.map(one => one.name), system }
  }

  it('are switched on where their name says that they are the system', () => {
    const { names, system } = started(file({ api: 'app', web: 'app', e2e: 'test' }))
    expect(names).toEqual(['db', 'api', 'web'])
    expect(deploymentLines(system)).toEqual([
      'production: docker-compose.prod.yml: docker-compose.prod.yml is named for production, with the profile app',
    ])
    expect(system.notEvaluated).toEqual([])
  })

  it('are those of production before others', () => {
    expect(started(file({ api: 'prod', 'api-dev': 'app' })).names).toEqual(['db', 'api'])
    expect(started(file({ api: 'backend', web: 'frontend' })).names).toEqual(['db', 'api', 'web'])
  })

  it('stay off where something starts without them', () => {
    expect(started(file({ api: 'app' }, '  web: {build: ./web}\n')).names).toEqual(['db', 'web'])
  })

  it('are said where nothing tells which', () => {
    const { names, system } = started(file({ api: 'cpu', other: 'gpu' }))
    expect(names).toEqual(['db'])
    expect(system.notEvaluated).toEqual([
      {
        path: 'docker-compose.prod.yml',
        because:
          'everything that it builds waits for a profile, and which of cpu, gpu production switches on is not known',
      },
    ])
  })
})
