import '../../support/grammars.js'
import { describe, expect, it } from 'vitest'
import { type Files, systemOf } from '../../support/model.js'

const SERVER = "const app = require('express')()\napp.get('/x', (q, s) => s.end())\napp.listen(3000)\n"
const MONOREPO: Files = {
  'compose.yaml': 'services: { app: { build: { context: ., dockerfile: docker/Dockerfile }, ports: ["3000:3000"] } }\n',
  'package.json': '{ "name": "shop", "scripts": { "start": "turbo start" } }',
  'apps/api/package.json': '{ "name": "api", "scripts": { "start": "node dist/main.js" } }',
  'apps/api/src/main.ts': SERVER,
  'apps/web/package.json': '{ "name": "web" }',
  'apps/web/src/main.ts': SERVER,
}

/** The files that the services of an image start with. */
function entriesOf(dockerfile: string, files: Files = {}): readonly string[] {
  const { services } = systemOf({ ...MONOREPO, 'docker/Dockerfile': dockerfile, ...files })
  return services.flatMap(({ entries, isCertain }) => entries.map(entry => (isCertain ? entry : `${entry}?`)))
}

const BUILD = 'FROM node:24 AS build\nWORKDIR /repo\nCOPY . .\nRUN pnpm install && pnpm build\n'

describe('what changes tables', () => {
  it.each(['npx prisma migrate deploy', 'typeorm migration:run -d dist/data-source.js', 'npx knex migrate:latest'])(
    'is no program of the repository: %s',
    command => {
      const compose = `services: { migrate: { build: { context: ., dockerfile: docker/Dockerfile }, command: ${command} } }\n`
      const image = 'FROM node:24\nWORKDIR /app\nCOPY . .\nCMD ["node", "src/main.js"]\n'
      const files = { 'compose.yaml': compose, 'src/main.js': SERVER, 'docker/Dockerfile': image }
      expect(systemOf(files).services.flatMap(({ workloads }) => workloads)).toEqual([])
    },
  )
})

describe('the file that a tool of development runs', () => {
  it.each([
    'tsx watch src/main.ts',
    'tsx watch --clear-screen=false src/main.ts',
    'bun run --hot src/main.ts',
    'deno run -A src/main.ts',
    'nodemon src/main.ts',
    'nodemon --watch lib --ext ts,json --exec ts-node src/main.ts',
    'nodemon --watch lib --exec "tsx src/main.ts"',
    'ts-node-dev --respawn src/main.ts',
  ])('%s', command => {
    const files = {
      'compose.yaml': 'services: { app: { build: . } }\n',
      Dockerfile: 'FROM node:24\nWORKDIR /app\nCOPY . .\nCMD ["npm", "run", "dev"]\n',
      'package.json': JSON.stringify({ name: 'shop', scripts: { dev: command } }),
      'src/main.ts': SERVER,
      'lib/main.ts': SERVER,
    }
    expect(systemOf(files).services.map(({ entries }) => entries)).toEqual([['src/main.ts']])
  })
})

describe('the folder that a server is told to change to', () => {
  const files = (command: string): Files => ({
    'compose.yaml': 'services: { app: { build: . } }\n',
    Dockerfile: 'FROM python:3.13-slim\nWORKDIR /app\nCOPY . /app\nCOPY compose/start /start\nCMD ["/start"]\n',
    'compose/start': `#!/bin/bash\npython /app/manage.py migrate\nexec ${command}\n`,
    'manage.py': '',
    'config/wsgi.py': 'application = 1\n',
    'app/config/wsgi.py': '',
    'src/config/wsgi.py': '',
  })
  it.each([
    ['gunicorn config.wsgi --bind 0.0.0.0:5000 --chdir=/app', 'config/wsgi.py'],
    ['gunicorn --chdir /app/ config.wsgi:application', 'config/wsgi.py'],
    ['gunicorn --chdir src config.wsgi', 'src/config/wsgi.py'],
    ['gunicorn --chdir /app/src config.wsgi', 'src/config/wsgi.py'],
    ['uvicorn --app-dir /app config.wsgi:application', 'config/wsgi.py'],
  ])('%s', (command, expected) => {
    const [service] = systemOf(files(command)).services
    expect(service?.entries).toEqual([expected])
  })
})

describe('the folder that an image is built from, where nothing tells', () => {
  const NX: Files = {
    'k8s/orders.yaml':
      'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: orders }\nspec:\n  selector: { matchLabels: { app: orders } }\n  template:\n    metadata: { labels: { app: orders } }\n    spec: { containers: [{ name: orders, image: ghcr.io/acme/erp-orders:1 }] }\n',
    'package.json': '{ "name": "erp", "workspaces": ["apps/*"] }',
    'apps/orders/src/main.ts': SERVER,
  }
  const built = (copies: string) =>
    `FROM node:24 AS build\nWORKDIR /repo\n${copies}\nRUN npm ci && npx nx build orders\nFROM node:24\nWORKDIR /app\nCOPY --from=build /repo/dist/apps/orders .\nCMD ["node", "main.js"]\n`
  const contextOf = (dockerfile: string, files: Files = {}) => {
    const { images, services } = systemOf({ ...NX, ...files, 'apps/orders/Dockerfile': dockerfile })
    const image = images.find(({ dockerfile: own }) => own?.file.path === 'apps/orders/Dockerfile')
    return [image?.context?.path, ...services.flatMap(({ entries }) => entries)]
  }

  it('is that of the manifest, where all is copied', () =>
    expect(contextOf(built('COPY . .'))).toEqual(['.', 'apps/orders/src/main.ts']))
  it('is where what is copied is', () =>
    expect(contextOf(built('COPY package.json ./\nCOPY apps/orders apps/orders'))[0]).toBe('.'))
  it('is its own, where the program has a manifest', () =>
    expect(contextOf(built('COPY . .'), { 'apps/orders/package.json': '{ "name": "orders" }' })[0]).toBe('apps/orders'))
  it('is its own, where that holds what is copied', () =>
    expect(contextOf('FROM nginx:1.27\nCOPY nginx.conf /etc/nginx/\n', { 'apps/orders/nginx.conf': '' })[0]).toBe(
      'apps/orders',
    ))
  it('is its own, where no folder holds what is copied', () =>
    expect(contextOf('FROM nginx:1.27\nCOPY made.conf /etc/nginx/\n')[0]).toBe('apps/orders'))
})

describe('a package of Python below a folder of sources', () => {
  const FILES: Files = {
    'compose.yaml': 'services: { api: { build: . } }\n',
    'pyproject.toml': '[project]\nname = "shop"\n',
    'src/shop/__init__.py': '',
    'src/shop/app.py': 'def create_app(): ...\n',
  }
  const image = (more: string) =>
    `FROM python:3.13-slim\nWORKDIR /app\nCOPY . .\n${more}\nCMD ["gunicorn", "shop.app:create_app()", "-b", "0.0.0.0:8000"]\n`
  it.each([
    ['that is installed', 'RUN pip install .'],
    ['that is on the path', 'ENV PYTHONPATH=/app/src'],
  ])('%s', (_, more) => {
    const { services } = systemOf({ ...FILES, Dockerfile: image(more) })
    expect(services.map(({ entries }) => entries)).toEqual([['src/shop/app.py']])
  })

  it('is not looked for in two of them', () => {
    const other = { 'jobs/pyproject.toml': '[project]\nname = "jobs"\n', 'jobs/src/shop/app.py': '' }
    expect(systemOf({ ...FILES, ...other, Dockerfile: image('') }).services).toEqual([])
  })
})

describe('the source of what an image starts, in a repository of several packages', () => {
  it.each<[string, string]>([
    [
      'a folder that another stage built',
      `${BUILD}FROM node:24\nWORKDIR /app\nCOPY --from=build /repo/apps/api/dist ./dist\nCMD ["node", "dist/main.js"]\n`,
    ],
    [
      'through a stage in between',
      `${BUILD}FROM node:24 AS deps\nWORKDIR /app\nCOPY --from=build /repo/package.json /app/package.json\nCOPY --from=build /repo/apps/api/dist /app/apps/api/dist\nFROM node:24\nCOPY --from=deps /app /app\nWORKDIR /app\nCMD ["node", "apps/api/dist/main.js"]\n`,
    ],
    [
      'what pnpm deploys, and the built folder',
      `${BUILD}RUN pnpm deploy --filter=api --prod /out\nFROM node:24\nWORKDIR /app\nCOPY --from=build /out .\nCOPY --from=0 /repo/apps/api/dist ./dist\nCMD ["node", "dist/main.js"]\n`,
    ],
    [
      'by the script of its own manifest',
      `${BUILD}FROM node:24\nWORKDIR /srv/app\nCOPY --from=build /repo/apps/api/package.json ./\nCOPY --from=build /repo/apps/api/dist ./dist\nCMD ["npm", "start"]\n`,
    ],
    [
      'on an image that starts Node.js with what it is given',
      `${BUILD}FROM gcr.io/distroless/nodejs24-debian12:nonroot\nWORKDIR /app\nCOPY --from=build /repo/apps/api/dist ./dist\nCMD ["--enable-source-maps", "dist/main.js"]\n`,
    ],
  ])('%s', (_, dockerfile) => {
    expect(entriesOf(dockerfile)).toEqual(['apps/api/src/main.ts'])
  })

  const started = (entrypoint: string) =>
    `${BUILD}FROM node:24\nWORKDIR /app\nCOPY --from=build /repo/apps/api/dist ./dist\n${entrypoint}`

  it('behind an entrypoint that is found by its name alone', () => {
    const dockerfile = started(
      'COPY docker/entry.sh /usr/local/bin/entry.sh\nENTRYPOINT ["entry.sh"]\nCMD ["node", "dist/main.js"]\n',
    )
    expect(entriesOf(dockerfile, { 'docker/entry.sh': '#!/bin/sh\nexec "$@"\n' })).toEqual(['apps/api/src/main.ts'])
  })

  it('behind an entrypoint that is not in the repository', () => {
    const dockerfile = started('ENTRYPOINT ["docker-entrypoint.sh"]\nCMD ["node", "dist/main.js"]\n')
    expect(entriesOf(dockerfile)).toEqual(['apps/api/src/main.ts'])
  })
})

describe('the standalone server of Next.js', () => {
  const PAGES: Files = {
    'apps/web/next.config.mjs': "export default { output: 'standalone' }\n",
    'apps/web/app/api/orders/route.ts': 'export async function GET() { return Response.json([]) }\n',
  }
  const image = (copy: string, server: string) =>
    `${BUILD}FROM node:24\nWORKDIR /app\n${copy}\nCMD ["node", "${server}"]\n`

  it.each([
    ['apps/web/server.js', 'COPY --from=build /repo/apps/web/.next/standalone ./'],
    ['server.js', 'COPY --from=build /repo/apps/web/.next/standalone ./'],
  ])('serves the pages of its folder: %s', (server, copy) => {
    expect(entriesOf(image(copy, server), PAGES)).toEqual(['apps/web/app/api/orders/route.ts'])
  })

  it('is no server of that name that nothing built', () => {
    expect(entriesOf(image('COPY --from=build /repo/apps/web ./apps/web', 'apps/web/server.js'), PAGES)).toEqual([])
  })
})
