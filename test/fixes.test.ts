import { describe, expect, it, test } from 'vitest'
import { auditTree } from '../src/audit.js'
import { treeOf } from '../src/examples.js'
import './support/grammars.js'

/** The fixes that one rule gives for one compose file. */
function fixes(rule: string, compose: string): readonly string[] {
  const { findings } = auditTree(treeOf(new Map([['compose.yaml', `services:\n${compose}`]])))
  return findings.filter(finding => finding.rule === rule).map(finding => finding.fix)
}

it('rates ports without effect by whether they are the only way in', () => {
  const proxy = (
    other: string,
  ) => `  edge: { image: "caddy:2.10", networks: [back], ports: ["443:443"], volumes: ["./Caddyfile:/etc/caddy/Caddyfile:ro"] }
  api: { image: "acme/api:1.4", networks: [back], ${other} }
networks: { back: { internal: true }, front: {} }
`
  const severities = (compose: string) => {
    const files = {
      'compose.yaml': `services:\n${compose}`,
      Caddyfile: 'erp.acme.com {\n\treverse_proxy api:3000\n}\n',
    }
    const { findings } = auditTree(treeOf(new Map(Object.entries(files))))
    return findings.filter(({ rule }) => rule === 'config/setting-without-effect').map(({ severity }) => severity)
  }
  expect(severities(proxy('expose: ["3000"]'))).toEqual(['high'])
  expect(
    severities(proxy('networks: [front], ports: ["3000:3000"]').replace('networks: [back], networks', 'networks')),
  ).toEqual(['medium'])
})

describe('a fix names what stands there', () => {
  it.each<[rule: string, compose: string, fix: RegExp]>([
    ['image/tag-mutable', '  web: { image: "nginx:alpine" }', /`nginx:<version>`/],
    [
      'image/tag-mutable',
      '  web: { image: "registry.acme.example:5000/web" }',
      /`registry\.acme\.example:5000\/web:<ver/,
    ],
    [
      'workload/start-order-unguarded',
      '  api: { image: "acme/api:1.4", depends_on: [store] }\n  store: { image: "postgres:17.2", healthcheck: { test: [CMD, pg_isready] } }',
      /depends_on: \{ store: \{ condition: service_healthy \} \}` in api/,
    ],
    [
      'secret/literal-in-config',
      '  db: { image: "postgres:17.2", environment: { POSTGRES_PASSWORD: heron-42 } }',
      /_FILE: \/run\/secrets\/postgres_password/,
    ],
    [
      'secret/literal-in-config',
      '  app: { image: "acme/app:1.4", environment: { DB_PASSWORD: heron-42 } }',
      /^(?!.*_FILE)/,
    ],
    [
      'secret/password-in-connection-string',
      '  app: { image: "acme/app:1.4", environment: { DATABASE_URL: "mysql://erp:heron-42@db/erp" } }',
      /DATABASE_URL: mysql:\/\/<user>/,
    ],
    [
      'health/check-missing',
      '  cache: { image: "redis:8.0", command: "redis-server --requirepass $' + '{SECRET}" }',
      /"redis-cli ping \| grep -q PONG".*REDISCLI_AUTH: \$\{SECRET\}/,
    ],
    [
      'health/check-missing',
      '  cache: { image: "bitnami/redis:8.0", environment: { REDIS_PASSWORD: "$' + '{P}" } }',
      /"REDISCLI_AUTH=\\"\$\$REDIS_PASSWORD\\" redis-cli ping \| grep -q PONG"/,
    ],
    [
      'health/check-missing',
      '  search: { image: "elasticsearch:8.19.0", environment: { xpack.security.enabled: "false" } }',
      /"curl -fsS 'http:\/\/localhost:9200/,
    ],
    ['health/check-missing', '  search: { image: "elasticsearch:8.19.0" }', /-u elastic:\$\$ELASTIC_PASSWORD 'https:/],
    [
      'redis/memory-unbounded',
      '  cache: { image: "redis:8.0" }',
      /allkeys-lru` \(`noeviction` if it holds jobs or sessions\) to its command/,
    ],
    [
      'redis/memory-unbounded',
      '  cache: { image: "redis:8.0" }\n  jobs: { image: "acme/shop:1.4", command: bundle exec sidekiq }',
      /--maxmemory-policy noeviction` to its command/,
    ],
    [
      'workload/single-replica',
      '  chat: { image: "acme/chat:1.4", ports: ["3000:3000"], volumes: ["./chat/.sessions:/app/.sessions"] }',
      /^Move what chat keeps in \/app\/\.sessions/,
    ],
    [
      'workload/single-replica',
      '  shop: { image: "acme/shop:1.4", ports: ["3000:3000"], volumes: ["./shop.yml:/etc/shop.yml"] }',
      /^Put a proxy in front of shop/,
    ],
    [
      'network/tls-missing',
      '  shop: { image: "acme/shop:1.4", ports: ["3001:3000"] }',
      /bound to it: `"127\.0\.0\.1:3001:3000"`/,
    ],
    ['health/check-missing', '  edge: { image: "haproxy:3.2" }', /^(?!.*haproxy -c)/],
    ['image/tag-mutable', '  admin: { image: "acme-admin:latest" }', /^Give each build a tag.*`acme-admin:<version>`/],
    [
      'workload/privileged',
      '  egress: { image: "livekit/egress:v1.9", cap_add: [CAP_SYS_ADMIN] }',
      /^Take SYS_ADMIN out of `cap_add`/,
    ],
    ['redis/memory-unbounded', '  cache: { image: "redis:8.0" }', /--maxmemory-policy allkeys-lru/],
    [
      'redis/memory-unbounded',
      '  queue: { image: "redis:8.0", command: "redis-server --appendonly yes" }',
      /--maxmemory-policy noeviction/,
    ],
    [
      'secret/on-command-line',
      '  db: { image: "mysql:8.4", healthcheck: { test: "mysqladmin ping -uroot -pheron-43" } }',
      /`-p"\$\$\{PASSWORD\}"`/,
    ],
    [
      'config/variable-ignored-by-image',
      '  pool: { image: "pgbouncer/pgbouncer:1.24.1", environment: { DATABASES_HOST: db, POOL_MODE: transaction } }',
      /`PGBOUNCER_POOL_MODE`/,
    ],
    [
      'config/variable-ignored-by-image',
      '  pool: { image: "edoburu/pgbouncer:v1.24.1", environment: { DB_HOST: db, PGBOUNCER_POOL_MODE: transaction } }',
      /`POOL_MODE`/,
    ],
    [
      'config/variable-ignored-by-image',
      '  db: { image: "postgres:17.2", environment: { POSTGRES_MAX_CONNECTIONS: "200" } }',
      /-c max_connections=200/,
    ],
    [
      'config/variable-ignored-by-image',
      '  db: { image: "postgres:17.2", command: "postgres -c shared_buffers=1GB", environment: { POSTGRES_SHARED_BUFFERS: 256MB } }',
      /^Remove it: the command of db sets shared_buffers already/,
    ],
    ['health/check-missing', '  proxy: { image: "traefik:3.6", ports: ["80:80"] }', /--ping=true/],
    [
      'datastore/data-path-wrong',
      '  db: { image: postgres, volumes: ["data:/var/lib/postgresql/data"] }\nvolumes: { data: {} }',
      /before 18/,
    ],
    [
      'datastore/single-instance',
      '  db: { image: "postgres:17.2" }',
      /^(?!.*managed service.*managed service).*managed service/,
    ],
    ...(
      [
        ['gunicorn app:app', /`--workers 4` .*WEB_CONCURRENCY/],
        ['granian --interface asgi app:app', /`--workers 4` .*GRANIAN_WORKERS/],
        ['uwsgi --http :80 --module app', /`--processes 4` .*UWSGI_PROCESSES/],
        ['hypercorn app:app', /`--workers 4` \(about one for each core of its limit\)/],
      ] as const
    ).map(([command, fix]): [string, string, RegExp] => [
      'process/single-worker',
      `  api: { image: "acme/api:1.4", ports: ["80:80"], command: "${command}" }`,
      fix,
    ]),
    ['backup/missing', '  db: { image: "mcr.microsoft.com/mssql/server:2022-latest" }', /BACKUP DATABASE/],
    [
      'workload/single-replica',
      '  wiki: { image: "acme/wiki:1.4", ports: ["80:80"], volumes: ["pages:/pages"] }\nvolumes: { pages: {} }',
      /keeps in \/pages/,
    ],
  ])('%s', (rule, compose, fix) => {
    const found = fixes(rule, compose)
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(fix)
  })
})

test('a file that cannot be read is checked by the program that reads it', () => {
  const files = { 'compose.yaml': 'services: { api: { build: . } }\n', Dockerfile: 'RUN npm ci\n' }
  const { findings } = auditTree(treeOf(new Map(Object.entries(files))))
  const fixes = findings.flatMap(({ rule, fix }) => (rule === 'repository/file-unreadable' ? fix : []))
  expect(fixes).toEqual([expect.stringContaining('`docker build --check -f Dockerfile .`')])
})

describe('a fix that can be typed as it stands', () => {
  const fixesOf = (rule: string, path: string, text: string) =>
    auditTree(treeOf(new Map([[path, text]])))
      .findings.filter(finding => finding.rule === rule)
      .map(finding => finding.fix)

  it('gives each of two data directories a volume of its own', () => {
    const found = fixesOf(
      'datastore/data-not-persisted',
      'compose.yaml',
      'services: { zk: { image: "zookeeper:3.9" } }',
    )
    expect(found.map(fix => /"([\w-]+:[\w/]+)"/.exec(fix)?.[1])).toEqual(['zk-data:/data', 'zk-datalog:/datalog'])
  })

  it('gives one command for all that a Postgres is to be told', () => {
    const environment = '{ POSTGRES_SHARED_BUFFERS: 256MB, POSTGRES_MAX_CONNECTIONS: "200" }'
    const text = `services: { db: { image: "postgres:17.2", mem_limit: 4g, environment: ${environment} } }`
    const found = fixesOf('config/variable-ignored-by-image', 'compose.yaml', text)
    expect(found.map(fix => /`(.*)`/.exec(fix)?.[1])).toEqual([
      'command: postgres -c max_connections=200 -c shared_buffers=256MB',
      'command: postgres -c max_connections=200 -c shared_buffers=256MB',
    ])
    expect(fixesOf('datastore/default-tuning', 'compose.yaml', text)).toEqual([])
  })

  it('lists a file that ten services name once', () => {
    const services = ['a', 'b', 'c'].map(name => `  ${name}: { image: "acme/${name}:1.4", env_file: [.env] }\n`)
    const result = auditTree(treeOf(new Map([['compose.yaml', `services:\n${services.join('')}`]])))
    expect(result.notEvaluated.filter(({ path }) => path === '.env')).toHaveLength(1)
  })

  it('does not put npm into the cluster mode of PM2', () => {
    const apps = (script: string) => `module.exports = { apps: [{ name: 'api', ${script}, env: { PORT: 3000 } }] }\n`
    const path = 'ecosystem.config.js'
    const [npm] = fixesOf('workload/single-replica', path, apps("script: 'npm', args: 'start'"))
    expect(npm).toMatch(/JavaScript file .* in place of `script: 'npm'`/)
    const [file] = fixesOf('workload/single-replica', path, apps("script: 'dist/main.js'"))
    expect(file).toMatch(/^Start several that share the port: `instances: 2` \(or `'max'`\) and `exec_mode: 'cluster'`/)
  })

  it('names the exporter of a store whose own port is scraped, and the image of nginx that needs no root', () => {
    const compose =
      'services:\n  db: { image: "postgres:17.2" }\n  prometheus: { image: "prom/prometheus:v3.6.0", volumes: ["./p.yml:/etc/prometheus/prometheus.yml"] }\n'
    const scrape =
      'scrape_configs: [{ job_name: db, static_configs: [{ targets: ["db:5432", "redis-exporter:9121"] }] }]\n'
    const { findings } = auditTree(
      treeOf(
        new Map([
          ['compose.yaml', compose],
          ['p.yml', scrape],
        ]),
      ),
    )
    expect(findings.find(finding => finding.rule === 'telemetry/scrape-target-broken')?.fix).toMatch(
      /Run an exporter \(`prometheuscommunity\/postgres-exporter`\).*9187/,
    )
    expect(findings.map(({ fix }) => fix)).toContainEqual(
      expect.stringMatching(/Deploy the exporter \(`oliver006\/redis_exporter`\) under that name/),
    )
    const pod =
      'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, image: "nginx:1.29.1" }] } } }\n'
    expect(fixesOf('kubernetes/security-context-missing', 'k8s/web.yaml', pod)[0]).toMatch(/nginx-unprivileged.*8080/)
    const owner = pod.replace(
      'containers: [',
      'initContainers: [{ name: own, image: "busybox:1.37", command: [chown, -R, "70:70", /data], securityContext: { runAsUser: 0 } }], containers: [',
    )
    expect(fixesOf('kubernetes/security-context-missing', 'k8s/web.yaml', owner)).toContainEqual(
      expect.stringMatching(/fsGroup.*drop this container/),
    )
    const store = pod.replace('nginx:1.29.1', 'prom/prometheus:v3.6.0')
    expect(fixesOf('telemetry/storage-ephemeral', 'k8s/web.yaml', store)).toEqual([
      expect.stringMatching(/PersistentVolumeClaim at \/prometheus/),
    ])
  })
})

describe('the index of a foreign key', () => {
  const service = {
    'compose.yaml': 'services: { api: { build: . } }\n',
    Dockerfile: 'FROM node:24.1-slim\nWORKDIR /app\nCOPY . .\nCMD ["node", "dist/main.js"]\n',
  }
  const fixOf = (files: Record<string, string>) =>
    auditTree(treeOf(new Map(Object.entries({ ...service, ...files })))).findings.find(
      ({ rule }) => rule === 'schema/foreign-key-unindexed',
    )?.fix

  it('is written where the schema is', () => {
    const entity =
      "import { Entity, ManyToOne, PrimaryGeneratedColumn } from 'typeorm'\nimport { Customer } from './customer'\n@Entity('orders')\nexport class Order { @PrimaryGeneratedColumn() id: number; @ManyToOne(() => Customer) customer: Customer }\n"
    const customer =
      "import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm'\n@Entity()\nexport class Customer { @PrimaryGeneratedColumn() id: number; @Column() name: string }\n"
    const main =
      "import { DataSource } from 'typeorm'\nimport { Order } from './order'\nimport { Customer } from './customer'\nnew DataSource({ type: 'postgres', entities: [Order, Customer] }).initialize()\n"
    expect(fixOf({ 'src/main.ts': main, 'src/order.ts': entity, 'src/customer.ts': customer })).toBe(
      'Write `@Index()` above customer of Order, and make the migration: `npx typeorm migration:generate src/migrations/ForeignKeyIndexes -d <your data source>`.',
    )
  })

  it('names tables and columns as PostgreSQL takes them', () => {
    const tables = (name: string, column: string) =>
      `CREATE TABLE customers (id serial PRIMARY KEY);\nCREATE TABLE ${name} (id serial PRIMARY KEY, ${column} int REFERENCES customers (id));\n`
    const fix = (...names: [string, string]) => fixOf({ 'migrations/V1__tables.sql': tables(...names) })
    expect(fix('orders', 'customer_id')).toContain('orders_customer_id_idx ON orders (customer_id);`.')
    expect(fix('orders', '"customerId"')).toContain('"orders_customerId_idx" ON orders ("customerId");`.')
  })
})

describe('nothing to audit', () => {
  it('says that the manifests it found are not evaluated', () => {
    const text = 'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: {{ name }} }\n'
    const result = auditTree(treeOf(new Map([['k8s/api.yaml', text]])))
    expect(result.score).toBeNull()
    expect(result.notEvaluated).toEqual([
      { path: 'k8s/api.yaml', because: 'a template of Kubernetes manifests: not evaluated' },
    ])
  })
})

describe('a call that holds up all other requests', () => {
  const judged = (body: string) => {
    const files = {
      'compose.yaml': 'services: { api: { build: ., ports: ["3000:3000"] } }\n',
      Dockerfile: 'FROM node:24.1-slim\nWORKDIR /app\nCOPY . .\nCMD ["node", "main.js"]\n',
      'main.js': `const app = require('express')()\nconst fs = require('fs')\nconst bcrypt = require('bcrypt')\n${body}\napp.listen(3000)\n`,
    }
    const { findings } = auditTree(treeOf(new Map(Object.entries(files))))
    const found = findings.find(({ rule }) => rule === 'query/blocks-event-loop')
    return [found?.severity, found?.fix]
  }
  const onFile = "app.get('/terms', (req, res) => res.send(fs.readFileSync('terms.html', 'utf8')))"
  const onLogin = "app.post('/login', (req, res) => res.json({ ok: bcrypt.compareSync(req.body.password, 'x') }))"

  it('is told from one that only reads a file, in the words of the call', () => {
    expect(judged(onFile)).toEqual(['medium', expect.stringContaining('`await readFile(…)`')])
    expect(judged(onLogin)).toEqual(['high', expect.stringContaining('`await bcrypt.compare(…)`')])
    expect(judged(`${onFile}\n${onLogin}`)[0]).toBe('high')
  })
})

describe('what finds nothing in a cluster', () => {
  it('weighs as much as what is lost by it', () => {
    const api =
      'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: api }\nspec: { selector: { matchLabels: { app: api } }, template: { metadata: { labels: { app: api } }, spec: { containers: [{ name: api, image: "acme/api:1.4" }] } } }\n'
    const others = [
      'apiVersion: v1\nkind: Service\nmetadata: { name: api }\nspec: { selector: { app: apx }, ports: [{ port: 80 }] }\n',
      'apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: { name: api }\nspec: { scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: apx }, maxReplicas: 3 }\n',
      'apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: { name: api }\nspec: { minAvailable: 1, selector: { matchLabels: { app: apx } } }\n',
    ]
    const { findings } = auditTree(treeOf(new Map([['k8s/all.yaml', [api, ...others].join('---\n')]])))
    const found = findings.filter(({ rule }) => rule === 'kubernetes/selector-matches-nothing')
    expect(found.map(({ severity }) => severity)).toEqual(['critical', 'high', 'medium'])
  })
})

describe('a Secret that people make by hand', () => {
  const manifests = (extra: string) =>
    `apiVersion: v1\nkind: Secret\nmetadata: { name: settings }\nstringData: { LEVEL: info }\n---\n${extra}apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: api }\nspec: { selector: { matchLabels: { app: api } }, template: { metadata: { labels: { app: api } }, spec: { containers: [{ name: api, image: "acme/api:1.4", envFrom: [{ secretRef: { name: mail-key } }] }] } } }\n`
  const statusOf = (files: Record<string, string>) =>
    auditTree(treeOf(new Map(Object.entries(files))))
      .judgements.find(({ rule }) => rule.id === 'kubernetes/reference-missing')
      ?.outcomes.map(({ status }) => status)

  it('is not verified where a comment or a document says so, and missing otherwise', () => {
    expect(statusOf({ 'k8s/api.yaml': manifests('') })).toEqual(['fail'])
    const comment = '# The Secret mail-key comes from the platform team.\n'
    expect(statusOf({ 'k8s/api.yaml': manifests(comment) })).toEqual(['unverified'])
    const files = { 'README.md': 'Put the key into a Secret `mail-key` first.\n', 'k8s/api.yaml': manifests('') }
    expect(statusOf(files)).toEqual(['unverified'])
    expect(statusOf({ ...files, 'README.md': 'The word mail-key alone says nothing.\n' })).toEqual(['fail'])
  })
})

test('a base image keeps the ending of its tag in the fix', () => {
  const files = { 'compose.yaml': 'services: { web: { build: . } }\n', Dockerfile: 'FROM python:slim-bookworm\n' }
  const { findings } = auditTree(treeOf(new Map(Object.entries(files))))
  expect(findings.find(one => one.rule === 'image/tag-mutable')?.fix).toContain('`FROM python:<version>-slim-bookworm`')
})

test('a worker that reads the same line as the service is not told to take other settings', () => {
  const files = {
    'compose.yaml':
      'services:\n  web: { build: ., ports: ["8000:8000"] }\n  worker: { build: ., command: celery -A shop worker }\n',
    Dockerfile: 'FROM python:3.13.2-slim\nWORKDIR /app\nCOPY . .\nCMD ["gunicorn", "shop.wsgi:application"]\n',
    'manage.py': '',
    'shop/__init__.py': 'from .celery import app\n',
    'shop/celery.py':
      'import os\nfrom celery import Celery\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")\napp = Celery("shop")\napp.config_from_object("django.conf:settings", namespace="CELERY")\n',
    'shop/wsgi.py':
      'import os\nfrom django.core.wsgi import get_wsgi_application\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")\napplication = get_wsgi_application()\n',
    'shop/settings.py': 'DEBUG = True\n',
  }
  const { findings } = auditTree(treeOf(new Map(Object.entries(files))))
  const worker = findings.find(one => one.rule === 'web/debug-enabled' && one.message.includes('worker'))
  expect(worker?.fix).toContain('both read the same line')
})

test('what applies migrations is not known where nothing in the repository deploys the image', () => {
  const files = {
    Dockerfile: 'FROM python:3.13.2-slim\nWORKDIR /app\nCOPY . .\nCMD ["uvicorn", "main:app"]\n',
    'main.py': 'from fastapi import FastAPI\napp = FastAPI()\n',
    'models.py':
      'from sqlalchemy import Column, Integer\nfrom sqlalchemy.orm import declarative_base\nBase = declarative_base()\nclass Patient(Base):\n    __tablename__ = "patient"\n    id = Column(Integer, primary_key=True)\n',
    'alembic/env.py': 'from alembic import context\ncontext.run_migrations()\n',
    'alembic/versions/1_initial.py':
      'from alembic import op\nimport sqlalchemy as sa\nrevision = "1"\ndown_revision = None\ndef upgrade():\n    op.create_table("patient", sa.Column("id", sa.Integer(), primary_key=True))\n',
  }
  const outcomes = (more: Readonly<Record<string, string>>) =>
    auditTree(treeOf(new Map(Object.entries({ ...files, ...more }))))
      .judgements.filter(one => one.rule.id === 'schema/migrations-not-run')
      .flatMap(one => one.outcomes.map(outcome => outcome.status))
  expect(outcomes({})).toEqual(['unverified'])
  expect(outcomes({ 'compose.yaml': 'services: { api: { build: ., ports: ["8000:8000"] } }\n' })).toEqual(['fail'])
})

test.each([
  ['mongoose', 'await mongoose.connection.db.admin().ping()', 'server.close(() => mongoose.connection.close())'],
  ['pg', 'await pool.query("SELECT 1")', 'server.close(() => pool.end())'],
])('a service is told what its client is called: %s', (client, ping, close) => {
  const files = {
    'compose.yaml': 'services: { api: { build: ., ports: ["3000:3000"] } }\n',
    Dockerfile: 'FROM node:24.1.0-slim\nWORKDIR /app\nCOPY . .\nCMD ["node", "server.js"]\n',
    'package.json': JSON.stringify({ name: 'api', dependencies: { express: '5.0.0', [client]: '8.0.0' } }),
    'server.js': `const express = require('express')\nconst client = require('${client}')\nconst app = express()\napp.get('/ready', (q, s) => s.json({ ok: true }))\napp.get('/orders', (q, s) => s.json(client.x()))\napp.listen(3000)\n`,
  }
  const { findings } = auditTree(treeOf(new Map(Object.entries(files))))
  const fix = (rule: string) => findings.find(one => one.rule === rule)?.fix
  expect(fix('health/readiness-shallow')).toContain(ping)
  expect(fix('resilience/shutdown-not-handled')).toContain(close)
})
