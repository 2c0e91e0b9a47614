import { describe, expect, it } from 'vitest'
import { deploymentLines, type Files, systemOf, workload } from '../support/model.js'

const BASE = 'services:\n  web:\n    build: .\n  db:\n    image: postgres:17\n'
const change = (settings: string) => `services:\n  web:\n    ${settings}\n`
const FILES: Files = {
  'docker-compose.yml': BASE,
  'docker-compose.edge.yml': change('restart: always'),
  'docker-compose.limits.yml': change('mem_limit: 1g'),
}
const THREE = 'docker-compose.yml + docker-compose.edge.yml + docker-compose.limits.yml'
const FLAGS = '-f docker-compose.yml -f docker-compose.edge.yml -f docker-compose.limits.yml'

function first(files: Files): string | undefined {
  return deploymentLines(systemOf(files))[0]
}

describe('a command that deploys', () => {
  it.each<[string, string, string]>([
    ['a script', 'deploy.sh', `#!/bin/bash\nset -e\ndocker compose ${FLAGS} up -d --build\n`],
    ['a script in a folder', 'scripts/deploy.sh', `docker compose ${FLAGS} up -d\n`],
    [
      'a script that changes to its folder',
      'scripts/deploy.sh',
      `cd "$(dirname "$0")/.."\ndocker-compose ${FLAGS} up -d\n`,
    ],
    [
      'continued lines',
      'deploy.sh',
      'docker compose \\\n  -f docker-compose.yml \\\n  -f docker-compose.edge.yml \\\n  --file=docker-compose.limits.yml \\\n  up -d\n',
    ],
    ['a variable', 'deploy.sh', `FILES="${FLAGS}"\ndocker compose $FILES up -d\n`],
    ['a list', 'deploy.sh', `FILES=(${FLAGS})\nFILES+=(--env-file .env)\ndocker compose "\${FILES[@]}" up -d\n`],
    [
      'a variable that grows',
      'deploy.sh',
      'F="-f docker-compose.yml"\nF="$F -f docker-compose.edge.yml"\nF="$F -f docker-compose.limits.yml"\ndocker compose $F up -d\n',
    ],
    ['the name of the command in a variable', 'deploy.sh', `DC="docker compose ${FLAGS}"\n$DC pull\n$DC up -d\n`],
    [
      'a folder in a variable',
      'ops/deploy.sh',
      `ROOT="$(cd "$(dirname "$0")/.." && pwd)"\ndocker compose ${FLAGS.replaceAll('-f ', '-f $ROOT/')} up -d\n`,
    ],
    [
      'COMPOSE_FILE in a script',
      'deploy.sh',
      `export COMPOSE_FILE=${THREE.replaceAll(' + ', ':')}\ndocker compose up -d\n`,
    ],
    ['a Makefile', 'Makefile', `.PHONY: deploy\ndeploy: build\n\tdocker compose ${FLAGS} up -d\n`],
    [
      'a Makefile with a variable',
      'Makefile',
      `COMPOSE_FILES := ${FLAGS}\n\ndeploy:\n\tdocker compose $(COMPOSE_FILES) up -d\n`,
    ],
    [
      'a Makefile that names its command',
      'Makefile',
      `DC ?= docker compose ${FLAGS}\ndev:\n\tdocker compose up\nprod:\n\t@$(DC) up -d\n`,
    ],
    [
      'package.json',
      'package.json',
      `{\n  "scripts": {\n    "dev": "docker compose up",\n    "start:prod": "docker compose ${FLAGS} up -d"\n  }\n}\n`,
    ],
    [
      'a workflow over ssh',
      '.github/workflows/deploy.yml',
      `on: push\njobs:\n  ship:\n    steps:\n      - uses: appleboy/ssh-action@v1\n        with:\n          script: |\n            cd /opt/erp\n            git pull\n            docker compose ${FLAGS} up -d\n`,
    ],
    [
      'a job of a pipeline',
      '.github/workflows/ci.yml',
      `on: push\njobs:\n  test:\n    steps:\n      - run: docker compose up\n  deploy:\n    steps:\n      - name: Roll out\n        run: ssh host "cd app && docker compose ${FLAGS} up -d"\n`,
    ],
    [
      'a step of a job',
      '.github/workflows/ci.yml',
      `jobs:\n  main:\n    steps:\n      - name: Deploy to production\n        run: |\n          docker compose ${FLAGS} up -d\n`,
    ],
    [
      'GitLab',
      '.gitlab-ci.yml',
      `deploy_production:\n  stage: deploy\n  script:\n    - docker compose ${FLAGS} up -d\n`,
    ],
    [
      'a variable of a pipeline',
      '.github/workflows/release.yml',
      `env:\n  COMPOSE_FILE: ${THREE.replaceAll(' + ', ':')}\njobs:\n  go:\n    steps:\n      - run: docker compose up -d\n`,
    ],
    ['a function', 'run.sh', `deploy() {\n  docker compose ${FLAGS} up -d\n}\n`],
    [
      'a branch',
      'run.sh',
      `case "$1" in\n  dev)\n    docker compose up\n    ;;\n  prod)\n    docker compose ${FLAGS} up -d\n    ;;\nesac\n`,
    ],
    ['podman', 'deploy.sh', `podman-compose ${FLAGS} up -d\n`],
  ])('is read from %s', (_, path, text) => {
    expect(first({ ...FILES, [path]: text })).toBe(`production: ${THREE}: ${path} deploys it`)
  })

  it('says of names where it says nothing of purposes', () => {
    expect(first({ ...FILES, 'up.sh': `docker compose ${FLAGS} up -d\n` })).toBe(
      `production: ${THREE}: up.sh starts these files together`,
    )
  })

  it('is read with words that a pipeline fills in', () => {
    const job = `jobs:\n  go:\n    steps:\n      - run: docker compose --project-name \${{ secrets.STACK }} ${FLAGS} up -d\n`
    expect(first({ ...FILES, '.github/workflows/deploy-production.yml': job })).toBe(
      `production: ${THREE}: .github/workflows/deploy-production.yml deploys it`,
    )
  })

  it('is needed to tell which files of another folder change the base', () => {
    const files: Files = {
      'docker-compose.yml': BASE,
      'overrides/compose.a.yml': change('restart: always'),
      'overrides/compose.b.yml': change('mem_limit: 1g'),
    }
    expect(deploymentLines(systemOf(files))).toEqual([
      'production: docker-compose.yml: it is what "docker compose up" loads without an override',
      'development: docker-compose.yml + overrides/compose.a.yml: nothing says that it is deployed',
      'development: docker-compose.yml + overrides/compose.b.yml: nothing says that it is deployed',
    ])
    const text = 'docker compose -f docker-compose.yml -f overrides/compose.a.yml config > all.yml\n'
    expect(first({ ...files, 'README.md': text })).toBe(
      'production: docker-compose.yml + overrides/compose.a.yml: README.md says to start these files together',
    )
    expect(first({ ...files, 'docs/development.md': text })).toMatch(/^production: docker-compose.yml: /)
  })

  it('finds files in the folder that it changes to', () => {
    const files = Object.fromEntries(Object.entries(FILES).map(([path, text]) => [`docker/${path}`, text]))
    expect(first({ ...files, 'scripts/deploy.sh': `cd docker\ndocker compose ${FLAGS} up -d\n` })).toBe(
      `production: ${THREE.replaceAll('docker-c', 'docker/docker-c')}: scripts/deploy.sh deploys it`,
    )
  })

  it('prefers what is deployed to what is named', () => {
    const files = { ...FILES, 'docker-compose.prod.yml': change('read_only: true') }
    expect(first(files)).toMatch(/^production: docker-compose.yml \+ docker-compose.prod.yml/)
    expect(first({ ...files, 'deploy.sh': `docker compose ${FLAGS} up -d\n` })).toBe(
      `production: ${THREE}: deploy.sh deploys it`,
    )
  })

  it('fills the environment in a name with production', () => {
    const files = {
      'docker-compose.yml': BASE,
      'docker-compose.prod.yml': change('restart: always'),
      'docker-compose.dev.yml': change('tty: true'),
    }
    expect(
      first({ ...files, 'up.sh': 'docker compose -f docker-compose.yml -f docker-compose.$1.yml up -d\n' }),
    ).toMatch(/^production: docker-compose.yml \+ docker-compose.prod.yml: /)
    expect(
      first({
        ...files,
        'up.sh': 'ENV=${1:-dev}\ndocker compose -f docker-compose.yml -f docker-compose.${ENV}.yml up -d\n',
      }),
    ).toMatch(/^production: docker-compose.yml \+ docker-compose.prod.yml: /)
  })

  it('takes its profiles and env files', () => {
    const system = systemOf({
      'docker-compose.yml':
        'services:\n  web: {image: "acme/web:${TAG}"}\n  mail: {image: acme/mail, profiles: [full]}\n',
      'docker-compose.prod.yml': change('restart: always'),
      '.env.live': 'TAG=4.2\n',
      'deploy.sh':
        'docker compose --env-file .env.live --profile full -f docker-compose.yml -f docker-compose.prod.yml up -d\n',
    })
    expect(system.workloads.map(one => one.name)).toEqual(['web', 'mail'])
    expect(workload(system, 'web').image?.name).toBe('acme/web:4.2')
  })
})

describe('a command for something else', () => {
  const plain = 'production: docker-compose.yml: it is what "docker compose up" loads without an override'

  it.each<[string, string, string]>([
    [
      'a test of a pipeline',
      '.github/workflows/ci.yml',
      'jobs:\n  test:\n    steps:\n      - run: docker compose -f docker-compose.check.yml up\n',
    ],
    ['a script for developers', 'scripts/dev.sh', 'docker compose -f docker-compose.check.yml up\n'],
    ['a target', 'Makefile', 'test-e2e:\n\tdocker compose -f docker-compose.check.yml up\n'],
  ])('does not make %s production', (_, path, text) => {
    expect(
      first({
        'docker-compose.yml': BASE,
        'docker-compose.check.yml': BASE.replace('build: .', 'image: a'),
        [path]: text,
      }),
    ).toBe(plain)
  })

  it.each(['dev', 'staging'])('leaves the base what it is when a script for %s starts it', name => {
    const text = (flags: string) => `docker compose ${flags} up -d\n`
    expect(first({ ...FILES, [`scripts/${name}.sh`]: text('-f docker-compose.yml') })).toBe(plain)
    expect(first({ ...FILES, [`scripts/${name}.sh`]: text(FLAGS) })).toBe(plain)
    expect(first({ ...FILES, 'deploy.sh': text(FLAGS), [`a/${name}.sh`]: text(FLAGS) })).toBe(
      `production: ${THREE}: deploy.sh deploys it`,
    )
  })

  it.each([
    ['a comment', `# docker compose ${FLAGS} up -d\n`],
    ['files that are not here', 'docker compose -f docker-compose.yml -f docker-compose.gone.yml up -d\n'],
    ['a sub-command that follows', 'docker compose logs -f docker-compose.edge.yml\n'],
    ['a file that is copied', 'scp docker-compose.yml docker-compose.edge.yml host:\n'],
  ])('does not read %s', (_, text) => {
    expect(first({ ...FILES, 'deploy.sh': text })).toBe(plain)
  })

  it('keeps the purpose that the files are named for', () => {
    const files = { 'docker-compose.yml': BASE, 'docker-compose.staging.yml': change('restart: always') }
    expect(
      first({ ...files, 'deploy.sh': 'docker compose -f docker-compose.yml -f docker-compose.staging.yml up -d\n' }),
    ).toBe(plain)
  })

  it('does not deploy what it only builds', () => {
    expect(first({ ...FILES, 'release.sh': 'docker compose -f docker-compose.edge.yml build\n' })).toBe(plain)
  })
})

describe('a document', () => {
  it('decides nothing', () => {
    const text = `docker compose ${FLAGS} up -d\n`
    expect(first({ ...FILES, 'README.md': text, 'DEPLOY.txt': text })).toMatch(/^production: docker-compose.yml: /)
  })
})

describe('COMPOSE_FILE', () => {
  const names = THREE.replaceAll(' + ', ':')

  it.each([
    ['.env', names],
    ['.env', `"${names.replaceAll(':', ';')}"`],
    ['.env', './docker-compose.yml:./docker-compose.edge.yml:./docker-compose.limits.yml'],
    ['.env.example', names],
  ])('in %s names the set', (path, value) => {
    expect(first({ ...FILES, [path]: `A=1\nCOMPOSE_FILE=${value}\n` })).toBe(
      `production: ${THREE}: COMPOSE_FILE in ${path} names it`,
    )
  })

  it('does not name one for development', () => {
    const files = { 'docker-compose.yml': BASE, 'docker-compose.dev.yml': change('tty: true') }
    expect(first({ ...files, '.env': 'COMPOSE_FILE=docker-compose.yml:docker-compose.dev.yml\n' })).toMatch(
      /^production: docker-compose.yml: /,
    )
  })

  it('is left alone when it names a file that is not here', () => {
    expect(first({ ...FILES, '.env': 'COMPOSE_FILE=docker-compose.yml:gone.yml\n' })).toMatch(
      /^production: docker-compose.yml: /,
    )
  })
})

describe('COMPOSE_PROFILES', () => {
  const compose =
    'services:\n  web: {image: acme/web}\n  mail: {image: acme/mail, profiles: [mail]}\n  debug: {image: acme/debug, profiles: [debug]}\n'

  it('switches profiles on', () => {
    const system = systemOf({ 'compose.yaml': compose, '.env': 'COMPOSE_PROFILES=mail, other\n' })
    expect(system.workloads.map(one => one.name)).toEqual(['web', 'mail'])
    expect(system.deployments[0]?.onRequest.map(one => [one.name, one.weight])).toEqual([['debug', 0]])
  })

  it('leaves services on request without it', () => {
    const system = systemOf({ 'compose.yaml': compose })
    expect(system.workloads.map(one => one.name)).toEqual(['web'])
    expect(system.deployments[0]?.onRequest.map(one => one.name)).toEqual(['mail', 'debug'])
    expect(system.images.map(one => one.name)).toEqual(['acme/web'])
  })
})

describe('a script that adds files on a condition', () => {
  const launcher = (added: string) =>
    `FILES=(-f docker-compose.yml)\nif [ -n "$EXTRA" ]; then\n  FILES+=(${added})\nfi\ndocker compose "\${FILES[@]}" up -d\n`

  it('starts the others by default', () => {
    const files = { ...FILES, 'start.sh': launcher('-f docker-compose.edge.yml') }
    expect(first(files)).toMatch(/^production: docker-compose\.yml: /)
  })

  it('starts them in production when they are named for it', () => {
    const files = {
      ...FILES,
      'docker-compose.prod.yml': change('restart: always'),
      'start.sh': launcher('-f docker-compose.prod.yml'),
    }
    expect(first(files)).toMatch(/^production: docker-compose\.yml \+ docker-compose\.prod\.yml: /)
  })
})

it('a command that runs tests starts nothing of production', () => {
  const files = { ...FILES, 'tn.sh': `docker compose ${FLAGS} run --rm web ./test.sh\n` }
  expect(first(files)).toMatch(/^production: docker-compose\.yml: /)
})
