import { expect, test } from 'vitest'
import type { Files } from '../support/model.js'
import { systemOf } from '../support/model.js'

/** Each service as one line: name, runtime, entries, the workloads that run it. */
function services(files: Files): readonly string[] {
  return systemOf(files).services.map(
    one =>
      `${one.name}: ${one.runtime} ${one.entries.join(' ')} in ${one.directory} by ${one.workloads.map(({ name }) => name).join(', ')}${one.isCertain ? '' : ' (by its usual name)'}`,
  )
}

const DOCKERFILE =
  'FROM node:22 AS build\nWORKDIR /app\nCOPY . .\nRUN npm ci && npm run build\nFROM node:22-slim\nWORKDIR /app\nCOPY --from=build /app/dist ./dist\n'
const compose = (build: string, more = '') => `services:\n  api:\n    build: ${build}\n${more}`

/** A Deployment that runs an image of a registry. */
function deployment(name: string, image = `registry.example.com/shop/${name}:1.0.0`): string {
  return `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: ${name} }\nspec:\n  selector: { matchLabels: { app: ${name} } }\n  template:\n    metadata: { labels: { app: ${name} } }\n    spec:\n      containers:\n        - name: ${name}\n          image: ${image}\n`
}

test.each<[string, Files, string]>([
  [
    'the source of an output that a build stage makes',
    {
      'compose.yaml': compose('./api'),
      'api/Dockerfile': `${DOCKERFILE}CMD ["node", "dist/main.js"]`,
      'api/package.json': '{}',
      'api/src/main.ts': '',
    },
    'api: node api/src/main.ts in api by api',
  ],
  [
    'a package script',
    {
      'compose.yaml': compose('.'),
      Dockerfile: `${DOCKERFILE}CMD ["npm", "run", "start:prod"]`,
      'package.json': '{ "scripts": { "start:prod": "node --enable-source-maps dist/server" } }',
      'src/server.ts': '',
    },
    'api: node src/server.ts in . by api',
  ],
  [
    'an application of Celery that is named with its module',
    {
      'compose.yaml': compose('.', '    command: celery -A shop.celery_app.celery worker'),
      Dockerfile: 'FROM python:3.13\nWORKDIR /app\nCOPY . .',
      'shop/__init__.py': '',
      'shop/celery_app.py': 'from celery import Celery\ncelery = Celery("shop")',
    },
    'api: python shop/celery_app.py in shop by api',
  ],
  [
    'a package with an application of Celery',
    {
      'compose.yaml': compose('.', '    command: celery -A shop worker'),
      Dockerfile: 'FROM python:3.13\nWORKDIR /app\nCOPY . .',
      'requirements.txt': 'celery',
      'shop/__init__.py': '',
      'shop/celery.py': 'from celery import Celery\napp = Celery("shop")',
    },
    'api: python shop/celery.py in . by api',
  ],
  [
    'an entry script that runs its arguments',
    {
      'compose.yaml': compose('.'),
      Dockerfile: 'FROM node:22\nWORKDIR /app\nCOPY . .\nENTRYPOINT ["./entrypoint.sh"]\nCMD ["node", "server.js"]',
      'entrypoint.sh': '#!/bin/sh\nset -e\nnpx prisma migrate deploy\nexec "$@"',
      'server.js': '',
    },
    'api: node server.js in . by api',
  ],
  [
    'a source folder that is mounted',
    {
      'compose.yaml':
        'services:\n  api:\n    image: node:22\n    working_dir: /srv\n    volumes: ["./api:/srv"]\n    command: node index.js',
      'api/index.js': '',
      'api/package.json': '{}',
    },
    'api: node api/index.js in api by api',
  ],
  [
    'an app of a Nest workspace',
    {
      'compose.yaml': compose('.'),
      Dockerfile: `${DOCKERFILE}CMD ["node", "dist/apps/orders/main"]`,
      'package.json': '{}',
      'apps/orders/src/main.ts': '',
    },
    'api: node apps/orders/src/main.ts in . by api',
  ],
  [
    'Next.js',
    {
      'compose.yaml': compose('./web'),
      'web/Dockerfile': 'FROM node:22\nWORKDIR /app\nCOPY . .\nCMD ["npx", "next", "start"]',
      'web/package.json': '{}',
      'web/app/page.tsx': '',
    },
    'api: node web/app/page.tsx in web by api',
  ],
  [
    'PM2',
    {
      'ecosystem.config.js': 'module.exports = { apps: [{ name: "api", script: "dist/main.js" }] }',
      'package.json': '{}',
      'src/main.ts': '',
    },
    'api: node src/main.ts in . by api',
  ],
])('%s', (_, files, expected) => {
  expect(services(files)).toEqual([expected])
})

test('one Dockerfile that a build argument tells which program to build is a service for each', () => {
  const dockerfile = [
    'FROM node:24 AS build',
    'ARG SERVICE',
    'WORKDIR /app',
    'COPY package.json ./',
    'COPY apps/${SERVICE} apps/${SERVICE}',
    'RUN npm ci && npx tsc -p apps/${SERVICE}',
    'FROM node:24-slim',
    'ARG SERVICE',
    'ENV APP_DIR=apps/${SERVICE}',
    'WORKDIR /srv',
    'COPY --from=build /app/${APP_DIR}/dist ./${APP_DIR}/dist',
  ].join('\n')
  const built = (name: string) =>
    `  ${name}: { build: { context: ., dockerfile: docker/Dockerfile, args: { SERVICE: ${name} } } }\n`
  const files: Files = {
    'compose.yaml': `services:\n${built('orders')}${built('billing')}`,
    'package.json': '{}',
    'apps/orders/package.json': '{}',
    'apps/orders/src/main.ts': '',
    'apps/billing/package.json': '{}',
    'apps/billing/src/main.ts': '',
  }
  const both = [
    'orders: node apps/orders/src/main.ts in apps/orders by orders',
    'billing: node apps/billing/src/main.ts in apps/billing by billing',
  ]
  const started = (command: string) => services({ ...files, 'docker/Dockerfile': `${dockerfile}\n${command}\n` })
  expect(started('CMD node ${APP_DIR}/dist/main.js')).toEqual(both)
  expect(started('CMD ["sh", "-c", "exec node $APP_DIR/dist/main.js"]')).toEqual(both)
  // So it is where pipelines build the images and Kubernetes runs them.
  const { 'compose.yaml': _, ...apps } = files
  const step = (name: string) =>
    `      - uses: docker/build-push-action@v6\n        with: { context: ., file: docker/Dockerfile, tags: "registry.example.com/shop/${name}:1.0.0", build-args: "SERVICE=${name}" }\n`
  const inCluster = {
    ...apps,
    'docker/Dockerfile': `${dockerfile}\nCMD node $APP_DIR/dist/main.js\n`,
    'k8s/orders.yaml': deployment('orders'),
    'k8s/billing.yaml': deployment('billing'),
  }
  const pipeline = `jobs:\n  build:\n    steps:\n${step('orders')}${step('billing')}`
  expect(services({ ...inCluster, '.github/workflows/ci.yml': pipeline }).toSorted()).toEqual(both.toSorted())
  const command = (name: string) =>
    `docker build -f docker/Dockerfile --build-arg SERVICE=${name} -t registry.example.com/shop/${name}:1.0.0 .\n`
  expect(services({ ...inCluster, 'build.sh': command('orders') + command('billing') }).toSorted()).toEqual(
    both.toSorted(),
  )
  // No shell fills that in.
  expect(started('CMD ["node", "${APP_DIR}/dist/main.js"]')).toEqual([])
})

test('one image with two commands is two services, one command in two workloads is one', () => {
  const files = {
    'compose.yaml': `services:
  api: &app
    build: .
  api2: *app
  worker:
    build: .
    command: node dist/worker.js
`,
    Dockerfile: `${DOCKERFILE}CMD ["node", "dist/main.js"]`,
    'src/main.ts': '',
    'src/worker.ts': '',
  }
  expect(services(files)).toEqual([
    'api: node src/main.ts in src by api, api2',
    'worker: node src/worker.ts in src by worker',
  ])
})

test('Kubernetes workloads are joined by the name of the image that is built here', () => {
  expect(
    services({
      'k8s/orders.yaml': deployment('orders'),
      'services/orders/Dockerfile': `${DOCKERFILE}CMD ["node", "dist/main.js"]`,
      'services/orders/package.json': '{}',
      'services/orders/src/main.ts': '',
    }),
  ).toEqual(['orders: node services/orders/src/main.ts in services/orders by orders'])
})

test('services of one kind have equal Dockerfiles, and a copy beside no code is none of them', () => {
  const code = (name: string) => ({
    [`services/${name}/Dockerfile`]: 'FROM node:22\nCOPY . .\nCMD ["node", "main.js"]',
    [`services/${name}/package.json`]: `{ "name": "${name}" }`,
    [`services/${name}/main.js`]: '',
  })
  const files = {
    'k8s/orders.yaml': deployment('orders'),
    'k8s/users.yaml': deployment('users'),
    ...code('orders'),
    ...code('users'),
    'old/Dockerfile': 'FROM node:22\nCOPY . .\nCMD ["node", "main.js"]',
  }
  expect(services(files)).toEqual([
    'orders: node services/orders/main.js in services/orders by orders',
    'users: node services/users/main.js in services/users by users',
  ])
  expect(systemOf(files).images.filter(({ origin }) => origin === 'built')).toHaveLength(2)
})

const NODE = 'FROM node:22\nWORKDIR /app\nCOPY . .\nCMD ["node", "main.js"]\n'
const pulled = (image: string) => ({ 'compose.yaml': `services: { shop: { image: "${image}" } }` })
const program = (folder: string) => ({ [`${folder}/package.json`]: '{}', [`${folder}/main.js`]: '' })
const action = (inputs: string, strategy = '') =>
  `on: push\njobs:\n  image:\n    runs-on: ubuntu-latest\n${strategy}    steps:\n      - uses: docker/build-push-action@v6\n        with: ${inputs}\n`

test.each<[string, Files]>([
  [
    'by the tag of an action',
    { '.github/workflows/ci.yml': action('{ context: apps/backend, tags: "ghcr.io/acme/shop:${{ github.sha }}" }') },
  ],
  [
    'by the tag that a matrix fills in',
    {
      '.github/workflows/ci.yml': action(
        '{ context: "apps/${{ matrix.app.folder }}", tags: "ghcr.io/acme/${{ matrix.app.image }}:latest" }',
        '    strategy: { matrix: { app: [{ folder: other, image: elsewhere }, { folder: backend, image: shop }] } }\n',
      ),
    },
  ],
  [
    'by a command that a matrix fills in',
    {
      '.github/workflows/ci.yml':
        'on: push\njobs:\n  image:\n    strategy:\n      matrix:\n        include: [{ image: shop, folder: backend }]\n    steps:\n      - run: docker build -t ghcr.io/acme/${{ matrix.image }}:1 apps/${{ matrix.folder }}\n',
    },
  ],
  [
    'by a command of a Makefile',
    { Makefile: 'TAG ?= 1.4.0\nimage:\n\tdocker build -t ghcr.io/acme/shop:$(TAG) apps/backend\n' },
  ],
  ['by a script', { 'build.sh': '#!/bin/sh\ncd apps/backend\ndocker build -t $REGISTRY/acme/shop:1 .\n' }],
  [
    'by a target of Bake',
    {
      'docker-bake.hcl':
        'target "backend" {\n  context = "apps/backend"\n  tags = ["${REGISTRY}/acme/shop:latest"]\n}\n',
    },
  ],
  [
    'by an artifact of Skaffold',
    { 'skaffold.yaml': 'build:\n  artifacts: [{ image: ghcr.io/acme/shop, context: apps/backend }]\n' },
  ],
])('a workload is joined to what builds its image: %s', (_, files) => {
  const code = {
    'apps/backend/Dockerfile': NODE,
    ...program('apps/backend'),
    'apps/other/Dockerfile': NODE,
    ...program('apps/other'),
  }
  expect(services({ ...pulled('ghcr.io/acme/shop:1.4.0'), ...code, ...files })).toEqual([
    'shop: node apps/backend/main.js in apps/backend by shop',
  ])
})

test.each<[string, Files, readonly string[]]>([
  [
    'the name of the folder',
    {},
    ['ghcr.io/acme/shop:${TAG}', '${REGISTRY}/shop:${TAG:-latest}', '$REGISTRY/acme/shop:1'],
  ],
  ['the name of the folder, where Compose is told a usual one', {}, ['${IMAGE:-acme/shop}:${TAG:?say which}']],
  [
    'what a pipeline builds under the same ending',
    {
      '.github/workflows/ci.yml': action(
        '{ context: apps/shop, tags: "${{ env.REGISTRY }}/${{ github.repository }}-main:latest" }',
      ),
    },
    ['${REGISTRY}/acme-main:${TAG}', 'ghcr.io/acme/erp-main:${TAG}', '${REGISTRY}/erp-main:1'],
  ],
  [
    'the whole name that a script gives it',
    { 'build.sh': 'docker build -t ghcr.io/acme/main-office:1 apps/shop\n' },
    ['${REGISTRY}/main-office:${TAG}'],
  ],
])('what fills in the registry or the tag of an image leaves its name: %s', (_, files, images) => {
  const code = { 'apps/shop/Dockerfile': NODE, ...program('apps/shop'), 'apps/other/Dockerfile': NODE, ...files }
  for (const image of images) {
    const expected = ['shop: node apps/shop/main.js in apps/shop by shop']
    expect(services({ ...pulled(image), ...code })).toEqual(expected)
    // What envsubst fills in before the manifest is applied; it knows no usual values.
    if (!image.includes(':-'))
      expect(services({ 'k8s/shop.yaml': deployment('shop', image), ...code })).toEqual(expected)
  }
  expect(services({ ...pulled('${IMAGE}'), ...code })).toEqual([])
  expect(services({ ...pulled('${REGISTRY}/postgres:${TAG}'), ...code })).toEqual([])
  const database = systemOf({ 'k8s/shop.yaml': deployment('shop', 'postgres:${TAG}'), ...code }).workloads[0]
  expect(database?.software?.id).toBe('postgres')
})

test.each<[string, Files, readonly string[]]>([
  [
    'the name that it has before kustomize changes it',
    {
      'k8s/kustomization.yaml':
        'resources: [app.yaml]\nimages: [{ name: backend, newName: ghcr.io/acme/shop, newTag: 1.4.0 }]',
      'k8s/app.yaml': deployment('shop', 'backend'),
      'apps/backend/Dockerfile': NODE,
      ...program('apps/backend'),
    },
    ['shop: node apps/backend/main.js in apps/backend by shop'],
  ],
  [
    'the name in that of a Dockerfile',
    {
      ...pulled('ghcr.io/acme/shop:1'),
      'Dockerfile.shop': NODE,
      'main.js': '',
      'Dockerfile.other': NODE.replace('main', 'other'),
    },
    ['shop: node main.js in . by shop'],
  ],
  [
    'nothing by what only tells the stages of a program apart',
    { ...pulled('ghcr.io/acme/web-prod:1'), 'Dockerfile.prod': NODE, 'main.js': '' },
    [],
  ],
  [
    'the only program that is copied into an image',
    {
      ...pulled('ghcr.io/acme/shop:1'),
      Dockerfile: 'FROM node:22\nWORKDIR /app\nCOPY services/shop/ ./\nCMD ["node", "main.js"]\n',
      ...program('services/shop'),
      'services/users/Dockerfile': NODE,
      ...program('services/users'),
    },
    ['shop: node services/shop/main.js in services/shop by shop'],
  ],
  [
    'the name in the manifest of the program',
    {
      ...pulled('ghcr.io/acme/shop-orders:1'),
      Dockerfile: NODE,
      'main.js': '',
      'package.json': '{ "name": "@acme/orders" }',
    },
    ['shop: node main.js in . by shop'],
  ],
  [
    'nothing by a name that many programs have',
    { ...pulled('ghcr.io/vendor/demo-app:1'), Dockerfile: NODE, 'main.js': '', 'package.json': '{ "name": "app" }' },
    [],
  ],
  [
    'the name of a Python project',
    {
      ...pulled('shop:1'),
      Dockerfile: 'FROM python:3.13\nWORKDIR /app\nCOPY . .\nCMD ["python", "main.py"]\n',
      'main.py': '',
      'pyproject.toml': '[project]\nname = "shop"\n',
      'tools/Dockerfile': NODE,
      ...program('tools'),
    },
    ['shop: python main.py in . by shop'],
  ],
  [
    'the only Dockerfile, for the only image without a registry',
    {
      'k8s/app.yaml': deployment('web', 'shop-api:1.2'),
      'k8s/cache.yaml': deployment('cache', 'redis:8'),
      Dockerfile: NODE,
      'main.js': '',
      'package.json': '{ "name": "backend" }',
      'Dockerfile.dev': NODE,
    },
    ['web: node main.js in . by web'],
  ],
  [
    'nothing where another image may be meant',
    {
      'k8s/app.yaml': deployment('web', 'shop-api:1.2'),
      'k8s/other.yaml': deployment('other', 'ghcr.io/acme/other:1'),
      Dockerfile: NODE,
      'main.js': '',
    },
    [],
  ],
  [
    'nothing where another Dockerfile may be meant',
    {
      'k8s/app.yaml': deployment('web', 'shop-api:1.2'),
      Dockerfile: NODE,
      'main.js': '',
      'mail/Dockerfile': NODE,
      ...program('mail'),
    },
    [],
  ],
  ...[
    '123456789012.dkr.ecr.eu-west-1.amazonaws.com/people/portal:7',
    'acme.azurecr.io/portal:7',
    'europe-west1-docker.pkg.dev/acme/erp/portal:7',
    '${REGISTRY}/portal:7',
    'ghcr.io/acme/shop/portal:7',
  ].map((image): [string, Files, readonly string[]] => [
    `the only Dockerfile, for an image that nobody else can have built: ${image}`,
    {
      'k8s/app.yaml': deployment('web', image),
      Dockerfile: NODE,
      'main.js': '',
      'package.json': '{ "name": "@acme/shop" }',
    },
    ['web: node main.js in . by web'],
  ]),
  [
    'nothing for an image of somebody who has the name of the program',
    {
      'k8s/app.yaml': deployment('web', 'shop/portal:7'),
      Dockerfile: NODE,
      'main.js': '',
      'package.json': '{ "name": "shop" }',
    },
    [],
  ],
  [
    'nothing for an image of a registry',
    { 'k8s/app.yaml': deployment('web', 'ghcr.io/acme/shop-api:1.2'), Dockerfile: NODE, 'main.js': '' },
    [],
  ],
  [
    'nothing for an official image',
    { 'k8s/app.yaml': deployment('web', 'ghost:5'), Dockerfile: NODE, 'main.js': '' },
    [],
  ],
  [
    'nothing where an image holds several programs',
    {
      ...pulled('ghcr.io/acme/shop:1'),
      Dockerfile:
        'FROM node:22\nWORKDIR /app\nCOPY services/shop ./shop\nCOPY services/users ./users\nCMD ["node", "users/main.js"]\n',
      ...program('services/shop'),
      ...program('services/users'),
    },
    [],
  ],
])('else by %s', (_, files, expected) => {
  expect(services(files)).toEqual(expected)
})

test('which of two folders of one name an image is built in is not guessed', () => {
  const files = {
    ...pulled('ghcr.io/acme/shop:1'),
    'a/shop/Dockerfile': NODE,
    ...program('a/shop'),
    'b/shop/Dockerfile': NODE,
    'b/shop/main.js': '',
    'b/shop/package.json': '{ "name": "other" }',
  }
  expect(services(files)).toEqual([])
  expect(systemOf(files).notEvaluated).toEqual([
    {
      path: 'compose.yaml',
      because: 'whether the image of shop is built from a/shop/Dockerfile or b/shop/Dockerfile is not told',
    },
  ])
  const built = { ...files, Makefile: 'image:\n\tdocker build -t ghcr.io/acme/shop:1 b/shop\n' }
  expect(services(built)).toEqual(['shop: node b/shop/main.js in b/shop by shop'])
})

test('of a build and its copy further down the one nearest to the root is meant', () => {
  const set =
    'services:\n  shop: { build: ./shop, image: acme/shop }\n  mail: { image: acme/shop, command: node mail.js }\n'
  const code = { 'shop/Dockerfile': NODE, 'shop/main.js': '', 'shop/mail.js': '' }
  const copied = Object.fromEntries(Object.entries(code).map(([path, text]) => [`copy/${path}`, text]))
  expect(services({ 'compose.yaml': set, ...code, 'copy/compose.yaml': set, ...copied })).toEqual([
    'shop: node shop/main.js in shop by shop',
    'mail: node shop/mail.js in shop by mail',
  ])
})

test('a datastore that is pulled is no service', () => {
  expect(
    services({
      'compose.yaml': 'services:\n  db:\n    image: postgres:17\n    volumes: ["./init:/docker-entrypoint-initdb.d"]',
      'init/seed.js': '',
    }),
  ).toEqual([])
})

test('a service may be called like a demonstration: its Dockerfile is found by the name of the image', () => {
  const system = systemOf({
    'k8s/samples.yaml': `apiVersion: apps/v1
kind: Deployment
metadata: { name: samples }
spec:
  selector: { matchLabels: { app: samples } }
  template:
    metadata: { labels: { app: samples } }
    spec: { containers: [{ name: samples, image: "ghcr.io/acme/samples:1.4.0" }] }
`,
    'services/samples/Dockerfile': 'FROM node:24.1.0\nWORKDIR /app\nCOPY . .\nCMD ["node", "server.js"]\n',
    'services/samples/package.json': '{ "dependencies": { "express": "5.1.0" } }',
    'services/samples/server.js':
      "const app = require('express')()\napp.get('/a', (q, s) => s.send('a'))\napp.listen(3000)\n",
  })
  expect(system.services.map(({ workloads }) => workloads.map(({ name }) => name))).toEqual([['samples']])
})

test('an init container that applies migrations is no service of its own, and gives none its name', () => {
  const found = services({
    'k8s/api.yaml': `apiVersion: apps/v1
kind: Deployment
metadata: { name: api }
spec:
  selector: { matchLabels: { app: api } }
  template:
    metadata: { labels: { app: api } }
    spec:
      initContainers: [{ name: migrate, image: "acme/api:1.4.0", command: [alembic, upgrade, head] }]
      containers: [{ name: api, image: "acme/api:1.4.0" }]
`,
    'api/Dockerfile': 'FROM python:3.13\nWORKDIR /app\nCOPY . .\nCMD ["uvicorn", "main:app"]\n',
    'api/main.py': 'from fastapi import FastAPI\napp = FastAPI()\n',
  })
  expect(found).toEqual(['api: python api/main.py in api by api'])
})
