import { describe, expect, it } from 'vitest'
import { type Files, service, systemOfServices, workload } from '../support/model.js'

function judged(services: string, name: string, files: Files = {}) {
  const { role, userFacing, stateful, longRunning, weight } = workload(systemOfServices(services, files), name)
  const traits = [userFacing && 'users', stateful && 'data', !longRunning && 'ends'].filter(one => one !== false)
  return [role, ...traits, weight]
}

const one = (settings: string, name = 'app') => judged(`${name}:\n  ${settings.replaceAll('\n', '\n  ')}\n`, name)

describe('a role is told by the image', () => {
  it.each<[string, readonly unknown[]]>([
    ['postgres:17', ['datastore', 'data', 3]],
    ['minio/minio', ['datastore', 'data', 3]],
    ['rabbitmq:4', ['broker', 'data', 3]],
    ['elasticsearch:8.17.0', ['search', 'data', 3]],
    ['redis:8', ['cache', 2]],
    ['nginx:1.29', ['proxy', 2]],
    ['prom/prometheus', ['observability', 2]],
    ['adminer', ['tool', 0]],
    ['acme/app', ['service', 2]],
  ])('%s', (image, expected) => {
    expect(one(`image: "${image}"`)).toEqual(expected)
  })

  it('a load generator is a tool, unless people reach it', () => {
    expect(one('image: acme/x', 'load-loadgenerator')).toEqual(['tool', 0])
    expect(one('image: acme/x\nports: ["8089:8089"]', 'k6')).toEqual(['user-facing', 'users', 3])
  })

  it('an unknown image on the port of a pooler alone serves programs', () => {
    expect(one('image: acme/pooler\nports: ["6432:6432"]')).toEqual(['service', 2])
    expect(one('image: acme/pooler\nports: ["6432:6432", "8080:8080"]')).toEqual(['user-facing', 'users', 3])
  })

  it('and by the base of the Dockerfile', () => {
    expect(judged('edge: {build: .}\n', 'edge', { Dockerfile: 'FROM nginx:1.29\n' })).toEqual(['proxy', 2])
  })

  it('is a datastore where clients keep jobs and sessions in a cache', () => {
    const cache = 'cache: {image: "redis:8"}\n'
    const client = (name: string) => `app:\n  image: a\n  environment: {${name}: "redis://cache:6379/0"}\n${cache}`
    expect(judged(client('CELERY_BROKER_URL'), 'cache')).toEqual(['datastore', 'data', 3])
    expect(judged(client('CACHE_URL'), 'cache')).toEqual(['cache', 2])
  })
})

describe('users reach it', () => {
  it.each<[string, readonly unknown[]]>([
    ['ports: ["8080:80"]', ['user-facing', 'users', 3]],
    ['ports: ["10.0.0.5:8080:80"]', ['user-facing', 'users', 3]],
    ['ports: ["${BIND}:8080:80"]', ['user-facing', 'users', 3]],
    ['ports: ["127.0.0.1:8080:80"]', ['service', 2]],
    ['expose: ["80"]', ['service', 2]],
    ['labels: ["traefik.http.routers.app.rule=Host(`a`)"]', ['user-facing', 'users', 3]],
    ['labels: {traefik.enable: "true"}', ['user-facing', 'users', 3]],
    ['labels: {traefik.enable: "false", traefik.http.routers.app.rule: x}', ['service', 2]],
    ['labels: {traefik.docker.network: web}', ['service', 2]],
    ['deploy: {labels: {traefik.tcp.routers.app.rule: x}}', ['service', 2]],
    ['labels: {caddy: app.example.com}', ['user-facing', 'users', 3]],
    ['labels: {caddy_1: app.example.com}', ['user-facing', 'users', 3]],
    ['environment: {VIRTUAL_HOST: app.example.com}', ['user-facing', 'users', 3]],
  ])('by %s', (settings, expected) => {
    expect(one(`image: acme/app\n${settings}`)).toEqual(expected)
  })

  it('through a proxy only where the proxy is open', () => {
    expect(one('image: traefik:v3\nports: ["80:80"]')).toEqual(['proxy', 'users', 3])
    expect(one('image: traefik:v3\nports: ["127.0.0.1:80:80"]')).toEqual(['proxy', 2])
  })

  it('and a store stays a store when its port is open', () => {
    expect(one('image: postgres:17\nports: ["5432:5432"]')).toEqual(['datastore', 'data', 3])
  })
})

describe('a proxy leads users to it', () => {
  const API = 'app: {image: acme/app}\n'
  const edge = (settings: string) => `edge: {image: "nginx:1.29", ${settings}}\n`
  const MOUNT = 'volumes: ["./site.conf:/etc/nginx/conf.d/default.conf"]'
  const toward = (name: string) => `server { listen 80; location / { proxy_pass http://${name}:3000; } }\n`
  const USERS = ['user-facing', 'users', 3]

  it.each<[string, string, Files, readonly unknown[]]>([
    ['that mounts its configuration', edge(`ports: ["80:80"], ${MOUNT}`), { 'site.conf': toward('app') }, USERS],
    [
      'that is built with it',
      'edge: {build: edge, ports: ["80:80"]}\n',
      {
        'edge/Dockerfile': 'FROM nginx:1.29\nCOPY site.conf /etc/nginx/conf.d/default.conf\n',
        'edge/site.conf': toward('app'),
      },
      USERS,
    ],
    [
      'through another',
      `${edge(`ports: ["80:80"], ${MOUNT}`)}inner: {image: "nginx:1.29", volumes: ["./inner.conf:/etc/nginx/conf.d/default.conf"]}\n`,
      { 'site.conf': toward('inner'), 'inner.conf': toward('app') },
      USERS,
    ],
    [
      'of another kind',
      'edge: {image: "caddy:2", ports: ["443:443"], volumes: ["./Caddyfile:/etc/caddy/Caddyfile"]}\n',
      { Caddyfile: 'erp.example.com {\n  reverse_proxy app:3000\n}\n' },
      USERS,
    ],
    [
      'but not one that only this host reaches',
      edge(`ports: ["127.0.0.1:80:80"], ${MOUNT}`),
      { 'site.conf': toward('app') },
      ['service', 2],
    ],
    [
      'but not one that leads elsewhere',
      edge(`ports: ["80:80"], ${MOUNT}`),
      { 'site.conf': toward('other') },
      ['service', 2],
    ],
  ])('%s', (_, services, files, expected) => {
    expect(judged(`${services}${API}`, 'app', files)).toEqual(expected)
  })

  it('that the host runs, by a port of loopback', () => {
    const files = {
      'deploy/nginx/erp.conf': 'server { listen 80; location / { proxy_pass http://127.0.0.1:8080; } }\n',
    }
    const published = (port: number) => `app: {image: acme/app, ports: ["127.0.0.1:${port}:3000"]}\n`
    expect(judged(published(8080), 'app', files)).toEqual(USERS)
    expect(judged(published(8081), 'app', files)).toEqual(['service', 2])
  })

  it('and makes no database, tool or job of users', () => {
    const services = `${edge(`ports: ["80:80"], ${MOUNT}`)}app: {image: adminer}\n`
    expect(judged(services, 'app', { 'site.conf': toward('app') })).toEqual(['tool', 0])
    const inner = `${edge(`ports: ["80:80"], ${MOUNT}`)}app: {image: "nginx:1.29"}\n`
    expect(judged(inner, 'app', { 'site.conf': toward('app') })).toEqual(['proxy', 'users', 3])
  })
})

describe('what works in the background', () => {
  it.each<[string, string, readonly unknown[]]>([
    ['worker', 'image: acme/app', ['worker', 2]],
    ['mail-queue', 'image: acme/app', ['worker', 2]],
    ['app', 'image: acme/app\ncommand: celery -A erp worker', ['worker', 2]],
    ['app', 'image: acme/app\ncommand: node dist/worker.js', ['worker', 2]],
    [
      'app',
      'image: acme/app\ncommand: gunicorn app.main:app --worker-class uvicorn.workers.UvicornWorker',
      ['service', 2],
    ],
    ['networker', 'image: acme/app', ['service', 2]],
  ])('%s with %j', (name, settings, expected) => {
    expect(one(settings, name)).toEqual(expected)
  })

  it.each<[string, string]>([
    ['migrate', 'image: acme/app'],
    ['app', 'image: acme/app\ncommand: npx prisma migrate deploy'],
    ['app', 'image: acme/app\ncommand: ["sh", "-c", "sleep 5 && python manage.py migrate"]'],
    ['app', `image: acme/app\ncommand: ["/bin/sh", "-c", "exec bash -c 'npx prisma migrate deploy'"]`],
    ['app', 'image: flyway/flyway:11'],
    ['setup', 'image: minio/mc'],
  ])('ends: %s with %j', (name, settings) => {
    expect(one(settings, name)).toEqual(['job', 'ends', 2])
  })

  it.each<[string, string]>([
    ['migrate', 'image: acme/app\nrestart: always'],
    ['app', 'image: acme/app\ncommand: ["sh", "-c", "npx prisma migrate deploy && node ."]'],
    ['app', 'image: acme/app\ncommand: ["sh", "-c", "python manage.py migrate && exec gunicorn erp.wsgi"]'],
    // What Docker makes of `CMD sh -c "…"` in a Dockerfile.
    ['app', `image: acme/app\ncommand: ["/bin/sh", "-c", "sh -c 'npx prisma migrate deploy && npm start'"]`],
    ['setup-ui', 'image: acme/app\nports: ["80:80"]'],
  ])('goes on: %s with %j', (name, settings) => {
    expect(one(settings, name)).not.toContain('ends')
  })

  it('ends where another waits for that', () => {
    const services =
      'prepare: {image: acme/app}\napp:\n  image: acme/app\n  depends_on: {prepare: {condition: service_completed_successfully}}\n'
    expect(judged(services, 'prepare')).toEqual(['job', 'ends', 2])
  })

  it('ends as a job of a swarm', () => {
    expect(one('image: acme/app\ndeploy: {mode: replicated-job}')).toEqual(['service', 2])
  })
})

describe('a client in the image of a server', () => {
  it('is none of the servers', () => {
    const dump = service(
      'image: postgres:17\ncommand: ["sh", "-c", "while true; do pg_dump -h db erp > /b/erp.sql; sleep 86400; done"]',
    )
    expect([dump.software, dump.clientOf?.id, dump.stateful]).toEqual([undefined, 'postgres', false])
  })

  it.each([
    'apk add --no-cache aws-cli && crond -f',
    'echo "0 2 * * * sh /x.sh" > /etc/crontabs/root; exec crond -f -l 8',
  ])('is all that a scheduler stands for: %s', command => {
    const cron = service(`image: postgres:17-alpine\nentrypoint: ["sh", "-c", ${JSON.stringify(command)}]`)
    expect([cron.software, cron.clientOf?.id, cron.stateful]).toEqual([undefined, 'postgres', false])
  })

  it.each([
    'postgres -c max_connections=200',
    '["sh", "-c", "crond && exec docker-entrypoint.sh postgres"]',
    'docker-entrypoint.sh postgres',
    '["sh", "-c", "pg_isready; exec postgres"]',
  ])('is not seen in %s', command => {
    expect(service(`image: postgres:17\ncommand: ${command}`).software?.id).toBe('postgres')
  })
})
