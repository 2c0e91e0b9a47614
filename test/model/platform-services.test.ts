import '../support/grammars.js'
import { expect, test } from 'vitest'
import { auditTree } from '../../src/audit.js'
import { treeOf } from '../../src/examples.js'
import { type Files, systemOf } from '../support/model.js'

const SERVER =
  "const express = require('express')\nconst app = express()\napp.get('/healthz', (req, res) => res.send('ok'))\napp.listen(process.env.PORT || 3000)\n"

/** Each service as one line: its name, weight, what it starts with, and what its platform asks. */
function services(files: Files): readonly string[] {
  return systemOf(files).services.map(
    ({ name, weight, entries, platform, isCertain }) =>
      `${name} ${weight}: ${entries.join(' ')}${(platform?.checks ?? []).map(({ path, port = '' }) => ` asked :${port}${path}`).join('')}${isCertain ? '' : '?'}`,
  )
}

test.each<[string, Files, readonly string[]]>([
  [
    'the processes of a Procfile, not its release command',
    {
      Procfile: 'web: npm start\nworker: node src/worker.js\nrelease: node migrate.js\n',
      'package.json': '{ "scripts": { "start": "node server.js" } }',
      'server.js': SERVER,
      'src/worker.js': '',
      'migrate.js': '',
    },
    ['web 3: server.js', 'worker 2: src/worker.js'],
  ],
  [
    'what PM2 runs on the host beside containers, where the workflow that deploys restarts it',
    {
      'compose.yaml': 'services: { ai: { build: ./ai }, db: { image: "postgres:17.2" } }\n',
      'ai/Dockerfile': 'FROM node:24.1\nCOPY . .\nCMD ["node", "ai.js"]\n',
      'ai/ai.js': SERVER,
      'ai/package.json': '{ "scripts": { "start": "node ai.js" } }',
      'api/package.json': '{ "name": "api", "scripts": { "start": "node server.js" } }',
      'api/server.js': `${SERVER}// api\n`,
      'tool/package.json': '{ "scripts": { "start": "node tool.js" } }',
      'tool/tool.js': 'console.log(1)\n',
      '.github/workflows/deploy.yml':
        'on: push\njobs:\n  deploy:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: appleboy/ssh-action@v1\n        with:\n          script: |\n            git pull\n            pm2 restart shop\n',
    },
    ['ai 2: ai/ai.js', 'api 3: api/server.js'],
  ],
  [
    'only what containers run, where nothing else is started',
    {
      'compose.yaml': 'services: { ai: { build: ./ai } }\n',
      'ai/Dockerfile': 'FROM node:24.1\nCOPY . .\nCMD ["node", "ai.js"]\n',
      'ai/ai.js': SERVER,
      'api/package.json': '{ "name": "api", "scripts": { "start": "node server.js" } }',
      'api/server.js': `${SERVER}// api\n`,
      'deploy.sh': '# pm2 restart shop\ndocker compose up -d\n',
    },
    ['ai 2: ai/ai.js'],
  ],
  [
    'Python in a folder of its own',
    {
      Procfile: 'web: gunicorn --chdir backend shop.wsgi:app --log-file -\nworker: celery -A tasks worker\n',
      'backend/shop/wsgi.py': 'app = None\n',
      'tasks.py': '',
      'requirements.txt': 'gunicorn\ncelery\n',
    },
    ['web 3: backend/shop/wsgi.py', 'worker 2: tasks.py'],
  ],
  [
    'a binary that a buildpack makes of the Go package of its name',
    {
      Procfile: 'web: bin/api\n',
      'go.mod': 'module example.com/shop\n',
      'cmd/api/main.go': 'package main\nfunc main() {}\n',
      'cmd/import/main.go': 'package main\nfunc main() {}\n',
    },
    ['web 3: cmd/api/main.go'],
  ],
  [
    'a folder that the command enters',
    {
      Procfile: 'web: cd server && npm start\nadmin: npm --prefix admin start\n',
      'server/package.json': '{ "scripts": { "start": "node index.js" } }',
      'server/index.js': SERVER,
      'admin/package.json': '{ "scripts": { "start": "node main.js" } }',
      'admin/main.js': `${SERVER}// admin\n`,
    },
    ['web 3: server/index.js', 'admin 2: admin/main.js'],
  ],
  [
    'fly.toml: its processes, and the checks of those that it sends requests to',
    {
      'fly.toml':
        'app = "shop"\n[processes]\napp = "node server.js"\njobs = "node jobs.js"\n[http_service]\ninternal_port = 8080\nprocesses = ["app"]\n[[http_service.checks]]\npath = "/healthz"\n',
      'server.js': SERVER,
      'jobs.js': '',
    },
    ['app 3: server.js asked :8080/healthz', 'jobs 2: jobs.js'],
  ],
  [
    'fly.toml beside the Dockerfile that it builds',
    {
      'fly.toml': '[[services]]\ninternal_port = 3000\n[[services.http_checks]]\npath = "/ready"\nmethod = "get"\n',
      Dockerfile: 'FROM node:22\nCOPY . .\nCMD ["node", "server.js"]\n',
      'server.js': SERVER,
    },
    ['Dockerfile 2: server.js asked :3000/ready'],
  ],
  [
    'render.yaml: what runs here, not what is elsewhere, static or ends',
    {
      'render.yaml': `services:
  - { type: web, name: api, runtime: node, rootDir: api, startCommand: node server.js, healthCheckPath: /healthz }
  - { type: worker, name: jobs, runtime: node, startCommand: node jobs.js }
  - { type: web, name: site, runtime: static, startCommand: node jobs.js }
  - { type: web, name: other, runtime: node, repo: "https://example.com/x", startCommand: node jobs.js }
  - { type: cron, name: nightly, runtime: node, startCommand: node jobs.js }
`,
      'api/server.js': SERVER,
      'jobs.js': '',
    },
    ['jobs 2: jobs.js', 'api 3: api/server.js asked :/healthz'],
  ],
  [
    'railway.json without a command runs the start script',
    {
      'railway.json': '{ "deploy": { "healthcheckPath": "/healthz" } }',
      'package.json': '{ "scripts": { "start": "node server.js" } }',
      'server.js': SERVER,
    },
    ['app 3: server.js asked :/healthz'],
  ],
  [
    'app.yaml of App Engine, with what it asks',
    {
      'app.yaml': 'runtime: nodejs22\nentrypoint: node server.js\nreadiness_check: { path: /healthz }\n',
      'jobs/app.yaml': 'runtime: python312\nservice: jobs\n',
      'server.js': SERVER,
      'jobs/main.py': 'app = None\n',
      'jobs/requirements.txt': 'flask\n',
    },
    ['default 3: server.js asked :/healthz', 'jobs 3: jobs/main.py'],
  ],
  [
    'app.yaml of DigitalOcean: what runs here, not images and sites',
    {
      '.do/app.yaml': `name: shop
services:
  - { name: api, github: { repo: acme/shop }, source_dir: api, run_command: node server.js, health_check: { http_path: /healthz, port: 3000 } }
  - { name: other, image: { registry_type: DOCKER_HUB, repository: other } }
workers:
  - { name: jobs, github: { repo: acme/shop }, run_command: node jobs.js }
static_sites:
  - { name: site, github: { repo: acme/shop }, source_dir: api }
`,
      'api/server.js': SERVER,
      'jobs.js': '',
    },
    ['jobs 2: jobs.js', 'api 3: api/server.js asked :3000/healthz'],
  ],
  [
    'a package that starts a server',
    { 'package.json': '{ "name": "shop", "scripts": { "start": "node server" } }', 'server.js': SERVER },
    ['shop 3: server.js'],
  ],
])('%s', (_, files, expected) => {
  expect(services(files)).toEqual(expected)
})

const start = '"scripts": { "start": "node server.js" }'

test.each<[string, Files]>([
  ['a program that listens nowhere', { 'package.json': `{ ${start} }`, 'server.js': 'console.log(1)\n' }],
  ['a library', { 'package.json': `{ "exports": "./lib.js", ${start} }`, 'server.js': SERVER }],
  ['a command line tool', { 'package.json': `{ "bin": "cli.js", ${start} }`, 'server.js': SERVER }],
  ['an example', { 'examples/x/package.json': `{ ${start} }`, 'examples/x/server.js': SERVER }],
  ['a package without a start script', { 'package.json': '{ "main": "server.js" }', 'server.js': SERVER }],
  [
    'a frontend that a development server shows',
    { 'package.json': '{ "scripts": { "start": "react-scripts start" } }', 'src/index.js': SERVER },
  ],
  ['a process of another language', { Procfile: 'web: bundle exec puma\n', 'server.js': SERVER }],
  [
    'a manifest that is called app.yaml',
    { 'app.yaml': 'apiVersion: v1\nkind: List\nruntime: nodejs22\n', 'server.js': SERVER },
  ],
  ['any app.yaml', { 'app.yaml': 'name: shop\nruntime: fast\nservices: [{ name: api }]\n', 'server.js': SERVER }],
  ['a Procfile for the machines of developers', { 'Procfile.dev': 'web: node server.js\n', 'server.js': SERVER }],
])('%s is no service, and nothing to deploy', (_, files) => {
  expect(services(files)).toEqual([])
  expect(auditTree(treeOf(new Map(Object.entries(files)))).score).toBeNull()
})

test('what workloads run is not run a second time by a platform', () => {
  const files = {
    Procfile: 'web: node server.js\nworker: node worker.js\n',
    'compose.yaml': 'services: { api: { build: . } }',
    Dockerfile: 'FROM node:22\nCOPY . .\nCMD ["node", "server.js"]\n',
    'server.js': SERVER,
    'worker.js': '',
  }
  expect(services(files)).toEqual(['api 2: server.js'])
})

test('datastores in Compose run no code: the platform does', () => {
  const files = {
    'compose.yaml': 'services: { db: { image: "postgres:17.2" } }',
    'package.json': `{ "name": "shop", ${start} }`,
    'server.js': SERVER,
  }
  expect(services(files)).toEqual(['shop 3: server.js'])
})

test('an image from elsewhere may be what runs the package', () => {
  const files = {
    'compose.yaml': 'services: { api: { image: "ghcr.io/acme/shop:1.4.0" } }',
    'package.json': `{ "name": "shop", ${start} }`,
    'server.js': SERVER,
  }
  expect(services(files)).toEqual([])
})

test('variables of a platform are not known: a fallback is not what counts', () => {
  const { services: found } = systemOf({ Procfile: 'web: node server.js\n', 'server.js': SERVER })
  expect(found[0]?.listening.map(({ port }) => port.kind)).toEqual(['unknown'])
})

test('a worker that loads the views of a site answers no requests', () => {
  const files = {
    Procfile: 'web: gunicorn shop.wsgi\nworker: celery -A shop worker\n',
    'manage.py': "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'shop.settings')\n",
    'shop/__init__.py': '',
    'shop/celery.py': "from celery import Celery\napp = Celery('shop')\n",
    'shop/wsgi.py':
      "import os\nfrom django.core.wsgi import get_wsgi_application\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'shop.settings')\napplication = get_wsgi_application()\n",
    'shop/settings.py': "ROOT_URLCONF = 'shop.urls'\n",
    'shop/urls.py':
      "from django.urls import path\nfrom shop import views\nurlpatterns = [path('orders/', views.orders)]\n",
    'shop/views.py': 'def orders(request):\n    return None\n',
  }
  const { findings } = auditTree(treeOf(new Map(Object.entries(files))))
  expect(services(files)).toEqual(['web 3: shop/wsgi.py', 'worker 2: shop/celery.py'])
  expect(findings.flatMap(one => (one.rule === 'health/endpoint-missing' ? one.subjectName : []))).toEqual(['web'])
})

test('a copy of a program is no second one', () => {
  const files = { Procfile: 'web: node server.js\n', 'server.js': SERVER }
  const copied = Object.fromEntries(Object.entries(files).map(([path, text]) => [`old/${path}`, text]))
  expect(services({ ...files, ...copied })).toEqual(['web 3: server.js'])
})

test.each([' ', '\t', 'a', '"', '${', '{', '[', 'cd a && ', '${{ matrix.', ': ', '--prefix ', '\n'])(
  'files of platforms and of Bake that are 20,000 characters of %j take no time',
  run => {
    const text = run.repeat(20_000 / run.length)
    const files = {
      Procfile: `web: ${text}!\n${text}: node server.js\n`,
      'app.json': `{ "env": { "A": "${text}" } }`,
      'fly.toml': `[processes]\nweb = "${text}\n[http_service]\ninternal_port = ${text}\n`,
      'render.yaml': `services:\n  - { type: web, startCommand: "cd ${text}", healthCheckPath: "/${text}" }\n`,
      'railway.json': `{ "deploy": { "startCommand": "npm --prefix ${text} start" } }`,
      'package.json': '{ "scripts": { "start": "node server.js" } }',
      'server.js': SERVER,
    }
    expect(systemOf(files).services.length).toBeLessThanOrEqual(2)
    const pulled = {
      'compose.yaml': 'services: { shop: { image: "ghcr.io/acme/shop:1" } }',
      'docker-bake.hcl': `target "a" {\n  tags = [${text}\n  context = "${text}\n  ${text} = ${text}\n`,
      '.github/workflows/ci.yml': `jobs:\n  a:\n    strategy: { matrix: { a: [x] } }\n    steps:\n      - run: docker build -t ${text}! . # \${{ matrix.a }}\n`,
      'server.js': SERVER,
    }
    expect(systemOf(pulled).services).toEqual([])
  },
)
