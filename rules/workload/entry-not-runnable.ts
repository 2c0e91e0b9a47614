import { closedHome } from '../../src/model/entry/closed-home.js'
import type { EntryFiles } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'
import { nearest } from '../../src/suggest.js'
import { listOf } from '../../src/words.js'

export default defineRule({
  id: 'workload/entry-not-runnable',
  title: 'The start command names something that the container does not have',
  category: 'infrastructure-stability',
  severity: 'critical',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'The container ends as soon as it starts ("Cannot find module", "No such file or directory"), is started again, and never answers. The build of the image succeeds, so nobody sees it before the deployment.',
  fix: 'Name the file where the image has it, or copy it there; then start the image once before it is deployed: `docker run --rm <image>`.',
  refs: [
    'https://docs.docker.com/reference/dockerfile/#cmd',
    'https://www.typescriptlang.org/tsconfig/#rootDir',
    'https://nodejs.org/api/modules.html#all-together',
    'https://docs.npmjs.com/cli/commands/npm-run',
    'https://docs.python.org/3/library/sys_path_init.html',
  ],
  reads: ['compose', 'kubernetes', 'dockerfile'],
  check({ system, pass, fail, unverified }) {
    for (const workload of system.workloads) {
      const { entryFiles } = workload
      const closed = closedHome(workload)
      if (closed) {
        const { program, user, copiedAt, at } = closed
        const what = `${workload.name} starts ${program}, which lies below /root, and ${user} may not enter that`
        const related = [{ at: copiedAt, message: 'copied to /root, whose mode is 0700' }]
        fail(workload, at, what, { key: `${program}.closed`, fix: HOME_FIX, related })
        continue
      }
      if (!entryFiles) continue
      if (entryFiles.state === 'there') pass(workload)
      else if (entryFiles.state === 'unseen')
        unverified(workload, entryFiles, `it starts ${entryFiles.lacks}, which is mounted and not in the repository`)
      else {
        const { decidedAt, instead } = entryFiles
        fail(workload, entryFiles, `${workload.name} ${missing(entryFiles)}`, {
          key: entryFiles.name,
          ...fixOf(entryFiles),
          ...(decidedAt && { related: [{ at: decidedAt, message: instead ?? 'decided here' }] }),
        })
      }
    }
  },
  examples: {
    bad: [
      {
        // Installed for root, and started by somebody else.
        'compose.yaml': `
          services: { api: { build: . } }
        `,
        Dockerfile: `
          FROM python:3.13-slim AS build
          COPY requirements.txt .
          RUN pip install --user -r requirements.txt
          FROM python:3.13-slim
          ENV PATH=/root/.local/bin:$PATH
          RUN apt-get update && apt-get install -y libpq5 && useradd -m app
          COPY --from=build --chown=app:app /root/.local /root/.local
          WORKDIR /app
          COPY . .
          USER app
          CMD ["gunicorn", "erp.wsgi:application"] #! api starts gunicorn, which lies below /root, and app may not enter that
        `,
        'requirements.txt': 'gunicorn==23.0.0',
        'erp/wsgi.py': '',
      },
      {
        // What lies beside src is compiled with it, so that the output has a folder src.
        'compose.yaml': `
          services: { api: { build: . } }
        `,
        Dockerfile: `
          FROM node:24.11-slim AS build
          WORKDIR /app
          COPY . .
          RUN npm ci && npm run build
          FROM node:24.11-slim
          WORKDIR /app
          COPY --from=build /app/node_modules ./node_modules
          COPY --from=build /app/dist ./dist
          CMD ["node", "dist/main.js"] #! its container has no /app/dist/main.js: tsconfig.json has it compiled to dist/src/main.js, because prisma.config.ts is compiled with it
        `,
        'package.json': '{ "scripts": { "build": "nest build" }, "devDependencies": { "typescript": "^5.9.2" } }',
        'nest-cli.json': '{ "sourceRoot": "src" }',
        'tsconfig.json': '{ "compilerOptions": { "outDir": "./dist" } }',
        'prisma.config.ts': 'export default {}',
        'src/main.ts': '',
      },
      {
        // As of TypeScript 6 the folder of tsconfig.json is the root.
        'compose.yaml': `
          services: { api: { build: . } }
        `,
        Dockerfile: `
          FROM node:24.11-slim
          WORKDIR /app
          COPY . .
          RUN npm ci
          RUN npx tsc -p tsconfig.json
          ENTRYPOINT ["./start.sh"]
        `,
        'start.sh': `
          #!/bin/sh
          set -e
          npx prisma migrate deploy
          exec node dist/server.js #! api starts dist/server.js, and its container has no /app/dist/server.js
        `,
        'package.json': '{ "devDependencies": { "typescript": "6.0.2" } }',
        'tsconfig.json': '{ "compilerOptions": { "outDir": "dist" }, "include": ["src"] }',
        'src/server.ts': '',
      },
      {
        'compose.yaml': `
          services:
            api: { build: ./api }
            mail: { build: ./mail }
            jobs:
              build: ./mail
              command: npm run worker #! jobs runs the script worker, and mail/package.json has none of that name
            report:
              image: python:3.13-slim
              volumes: [./reports:/reports]
              command: python /reports/nightly.py #! report starts /reports/nightly.py, and its container has no /reports/nightly.py: reports lies over it
            shop: { build: ./shop }
            web: { build: ./web }
        `,
        'api/Dockerfile': `
          FROM python:3.13-slim
          WORKDIR /app
          COPY requirements.txt .
          RUN pip install -r requirements.txt
          COPY . .
          CMD ["uvicorn", "main:app", "--host", "0.0.0.0"] #! starts the module main, and its container has no /app/main.py: the image has it as /app/app/main.py
        `,
        'api/requirements.txt': 'uvicorn==0.37.0',
        'api/app/main.py': 'app = None',
        'mail/Dockerfile': `
          FROM node:24.11-slim
          COPY package.json ./
          COPY src ./
          CMD ["node", "src/index.js"] #! mail starts src/index.js, and its container has no /src/index.js: the image has it as /index.js
        `,
        'mail/package.json': '{ "scripts": { "start:worker": "node src/worker.js" } }',
        'mail/src/index.js': '',
        'reports/monthly.py': '',
        'shop/Dockerfile': `
          FROM node:24.11-alpine
          WORKDIR /srv/shop
          COPY . .
          RUN npm ci --omit=dev
          #! shop starts /entrypoint.sh, and its container has no /entrypoint.sh: the image has it as /srv/shop/docker/entrypoint.sh
          ENTRYPOINT ["/entrypoint.sh"]
          CMD ["node", "server.js"]
        `,
        'shop/docker/entrypoint.sh': `
          #!/bin/sh
          exec "$@"
        `,
        'shop/server.js': '',
        'shop/package.json': '{}',
        'web/Dockerfile': `
          FROM node:24.11-slim
          WORKDIR /app
          COPY . .
          RUN npm ci
          CMD ["npm", "start"]
        `,
        'web/package.json': `
          {
            "scripts": {
              "start": "next start -p 3000" //! nothing in the build of its image runs next build
            }
          }
        `,
        'web/.dockerignore': '.next',
      },
      {
        'compose.yaml': `
          services:
            api: { build: . }
            worker:
              build: .
              working_dir: /app/jobs
              command: node worker.js #! worker starts worker.js, and its container has no /app/jobs/worker.js: the image has it as /app/worker.js
        `,
        Dockerfile: `
          FROM node:24.11-slim
          WORKDIR /app
          COPY package*.json ./
          RUN npm ci
          COPY . .
          CMD node scripts/check.js && node server.js #! api starts scripts/check.js, and its container has no /app/scripts/check.js: the .dockerignore of the build leaves it out
        `,
        'package.json': '{}',
        'server.js': '',
        'worker.js': '',
        'scripts/check.js': '',
        '.dockerignore': 'scripts',
      },
      {
        'k8s/api.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: api }
          spec:
            selector: { matchLabels: { app: api } }
            template:
              metadata: { labels: { app: api } }
              spec:
                containers:
                  - name: api
                    image: node:24.11-slim
                    command: [node, /code/index.js] #! api starts /code/index.js, and its container has no /code/index.js
                    volumeMounts: [{ name: code, mountPath: /code }]
                volumes:
                  - name: code
                    configMap: { name: code }
          ---
          apiVersion: v1
          kind: ConfigMap
          metadata: { name: code }
          data:
            server.js: console.log(1)
        `,
      },
      {
        // What only developers are given.
        'compose.yaml': `
          services:
            api: { build: ./api }
            jobs: { build: ./jobs }
        `,
        'api/Dockerfile': `
          FROM node:24.11-slim AS build
          WORKDIR /app
          COPY package*.json ./
          RUN npm ci
          COPY . .
          RUN npm run build && npm prune --omit=dev
          FROM node:24.11-slim
          WORKDIR /app
          COPY --from=build /app/package.json ./
          COPY --from=build /app/node_modules ./node_modules
          COPY --from=build /app/dist ./dist
          CMD ["npm", "run", "start:prod"]
        `,
        'api/.dockerignore': 'node_modules',
        'api/package.json': `
          {
            "scripts": {
              "build": "nest build",
              "start:prod": "node -r tsconfig-paths/register dist/main.js" //! api needs tsconfig-paths/register to start, and its image has no package tsconfig-paths: npm prune --omit=dev leaves it out
            },
            "devDependencies": { "@nestjs/cli": "11.0.0", "tsconfig-paths": "4.2.0", "typescript": "5.9.2" }
          }
        `,
        'api/package-lock.json': '{ "packages": { "node_modules/tsconfig-paths": { "dev": true } } }',
        'api/nest-cli.json': '{ "sourceRoot": "src" }',
        'api/tsconfig.json': '{ "compilerOptions": { "outDir": "./dist" } }',
        'api/src/main.ts': '',
        'jobs/Dockerfile': `
          FROM node:24.11-slim
          WORKDIR /app
          ENV NODE_ENV=production
          COPY package.json ./
          RUN npm install
          COPY src ./src
          CMD ["npm", "start"]
        `,
        'jobs/package.json': `
          {
            "scripts": { "start": "tsx src/main.ts" }, //! jobs needs tsx to start, and its image has no package tsx: npm install leaves it out
            "devDependencies": { "tsx": "4.20.0" }
          }
        `,
        'jobs/src/main.ts': '',
      },
    ],
    good: [
      {
        // Packages for development that are there all the same.
        'compose.yaml': `
          services:
            whole: { build: ./whole }
            added: { build: ./added }
            locked: { build: ./locked }
            copied: { build: ./copied }
            mounted: { build: ./added, command: npm start, volumes: [./node_modules:/app/node_modules] }
            caught: { build: ./caught }
            peer: { build: ./peer }
        `,
        // The client of Prisma names it as a peer that may be missing, and npm keeps what is there.
        'peer/Dockerfile':
          'FROM node:24.11-slim\nWORKDIR /app\nCOPY package.json ./\nRUN npm install --omit=dev\nCOPY prisma ./prisma\nCOPY src ./src\nCMD ["npm", "start"]',
        'peer/package.json':
          '{ "scripts": { "start": "prisma migrate deploy && node src/main.js" }, "dependencies": { "@prisma/client": "^6" }, "devDependencies": { "prisma": "^6" } }',
        'peer/prisma/schema.prisma': '',
        'peer/src/main.js': '',
        'whole/Dockerfile':
          'FROM node:24.11-slim\nWORKDIR /app\nCOPY package.json ./\nRUN npm install\nCOPY src ./src\nCMD ["npm", "start"]',
        'whole/package.json': '{ "scripts": { "start": "tsx src/main.ts" }, "devDependencies": { "tsx": "4.20.0" } }',
        'whole/src/main.ts': '',
        'added/Dockerfile':
          'FROM node:24.11-slim\nWORKDIR /app\nCOPY package.json ./\nRUN npm install --omit=dev && npm install -g tsx@4\nCOPY src ./src\nCMD ["npm", "start"]',
        'added/package.json': '{ "scripts": { "start": "tsx src/main.ts" }, "devDependencies": { "tsx": "4.20.0" } }',
        'added/src/main.ts': '',
        'locked/Dockerfile':
          'FROM node:24.11-slim\nWORKDIR /app\nCOPY package*.json ./\nRUN npm ci --omit=dev\nCOPY src ./src\nCMD ["npm", "start"]',
        'locked/package.json':
          '{ "scripts": { "start": "tsx src/main.ts" }, "dependencies": { "runner": "1.0.0" }, "devDependencies": { "tsx": "4.20.0" } }',
        'locked/package-lock.json': '{ "packages": { "node_modules/tsx": { "version": "4.20.0" } } }',
        'locked/src/main.ts': '',
        // Beside the file itself lies what a developer has installed.
        'copied/Dockerfile':
          'FROM node:24.11-slim\nWORKDIR /app\nCOPY package.json ./\nRUN npm install --omit=dev\nCOPY . .\nCMD ["npm", "start"]',
        'copied/package.json': '{ "scripts": { "start": "tsx src/main.ts" }, "devDependencies": { "tsx": "4.20.0" } }',
        'copied/src/main.ts': '',
        'caught/Dockerfile':
          'FROM node:24.11-slim\nWORKDIR /app\nCOPY package.json ./\nRUN npm install --omit=dev\nCOPY src ./src\nCMD ["npm", "start"]',
        'caught/package.json':
          '{ "scripts": { "start": "tsx src/main.ts || node src/main.js" }, "devDependencies": { "tsx": "4.20.0" } }',
        'caught/src/main.ts': '',
        'caught/src/main.js': '',
      },
      {
        // As root; where everybody may enter; with a second installation; by the path of another folder.
        'compose.yaml': `
          services:
            root: { build: ./closed, user: root }
            open: { build: ./open }
            twice: { build: ./twice }
            home: { build: ./home }
        `,
        'closed/Dockerfile': `
          FROM python:3.13-slim AS build
          RUN pip install --user gunicorn
          FROM python:3.13-slim
          ENV PATH=/root/.local/bin:$PATH
          COPY --from=build /root/.local /root/.local
          COPY erp erp
          USER app
          CMD ["gunicorn", "erp.wsgi:application"]
        `,
        'closed/erp/wsgi.py': '',
        'open/Dockerfile': `
          FROM python:3.13-slim AS build
          RUN pip install --user gunicorn
          FROM python:3.13-slim
          ENV PATH=/root/.local/bin:$PATH
          COPY --from=build /root/.local /root/.local
          RUN chmod 755 /root
          COPY erp erp
          USER app
          CMD ["gunicorn", "erp.wsgi:application"]
        `,
        'open/erp/wsgi.py': '',
        'twice/Dockerfile': `
          FROM python:3.13-slim AS build
          RUN pip install --user gunicorn
          FROM python:3.13-slim
          ENV PATH=/root/.local/bin:$PATH
          COPY --from=build /root/.local /root/.local
          COPY requirements.txt .
          RUN pip install -r requirements.txt
          COPY erp erp
          USER app
          CMD gunicorn erp.wsgi:application
        `,
        'twice/requirements.txt': 'gunicorn==23.0.0',
        'twice/erp/wsgi.py': '',
        'home/Dockerfile': `
          FROM python:3.13-slim AS build
          RUN pip install --user gunicorn
          FROM python:3.13-slim
          ENV PATH=/home/app/.local/bin:$PATH
          COPY --from=build /root/.local /home/app/.local
          COPY erp erp
          USER app
          CMD ["gunicorn", "erp.wsgi:application"]
        `,
        'home/erp/wsgi.py': '',
      },
      {
        // A build argument tells which program of the workspace one Dockerfile is for.
        'compose.yaml': `
          services:
            orders: { build: { context: ., dockerfile: docker/Dockerfile, args: { SERVICE: orders } } }
            billing: { build: { context: ., dockerfile: docker/Dockerfile, args: { SERVICE: billing } } }
        `,
        'docker/Dockerfile': `
          FROM node:24-slim
          ARG SERVICE
          ENV APP_DIR=apps/\${SERVICE}
          WORKDIR /srv
          COPY \${APP_DIR} \${APP_DIR}
          CMD exec node \${APP_DIR}/main.js
        `,
        'apps/orders/main.js': 'require("http").createServer().listen(3000)',
        'apps/billing/main.js': 'require("http").createServer().listen(3000)',
      },
      {
        // Compiled to where it is started, in one stage or in several.
        'compose.yaml': `
          services:
            api: { build: ./api }
            core: { build: ./core }
            shop: { build: ./shop }
        `,
        'api/Dockerfile': `
          FROM node:24.11-slim AS build
          WORKDIR /app
          COPY package*.json tsconfig*.json nest-cli.json prisma.config.ts ./
          COPY src ./src
          RUN npm ci
          RUN npm run build
          FROM node:24.11-slim
          WORKDIR /srv
          COPY --from=build /app/dist ./dist
          CMD ["node", "dist/src/main"]
        `,
        'api/package.json':
          '{ "scripts": { "prebuild": "rimraf dist", "build": "nest build" }, "devDependencies": { "typescript": "^5.9.2" } }',
        'api/nest-cli.json': '{}',
        'api/tsconfig.json': '{ "compilerOptions": { "outDir": "./dist" } }',
        'api/tsconfig.build.json':
          '{ "extends": "./tsconfig.json", "exclude": ["node_modules", "test", "dist", "**/*spec.ts"] }',
        'api/prisma.config.ts': '',
        'api/src/main.ts': '',
        'core/Dockerfile': `
          FROM node:24.11-slim
          WORKDIR /app
          COPY . .
          RUN npm ci && npx tsc
          CMD ["npm", "run", "start:prod"]
        `,
        'core/package.json':
          '{ "scripts": { "start:prod": "node dist/server.js" }, "devDependencies": { "typescript": "^5.9.2" } }',
        'core/tsconfig.json': `
          {
            // Tests are compiled by the test runner.
            "compilerOptions": { "outDir": "dist", "rootDir": "src" },
            "include": ["src/**/*"],
          }
        `,
        'core/src/server.ts': '',
        'core/jest.config.ts': '',
        // What is left out of the build context widens nothing.
        'shop/Dockerfile': `
          FROM node:24.11-slim
          WORKDIR /app
          COPY . .
          RUN npm ci && npx tsc
          CMD ["node", "dist/index.js"]
        `,
        'shop/package.json': '{ "devDependencies": { "typescript": "^5.9.2" } }',
        'shop/tsconfig.json': '{ "compilerOptions": { "outDir": "dist" } }',
        'shop/.dockerignore': 'test',
        'shop/test/index.test.ts': '',
        'shop/src/index.ts': '',
      },
      {
        // Made by tools that are not followed, before or while it starts, or on the host.
        'compose.yaml': `
          services:
            api: { build: ./api }
            web: { build: ./web }
            core: { build: ./core, command: sh -c "npm run build && node build/server.js" }
            host: { image: "node:24.11-slim", working_dir: /app, volumes: [./host:/app], command: node dist/index.js }
            go: { build: ./go }
            own: { image: "ghcr.io/acme/own:1.4.0", command: node dist/index.js }
            made: { build: ./made }
        `,
        'api/Dockerfile': `
          FROM node:24.11-slim
          WORKDIR /app
          COPY . .
          RUN npm ci && npx esbuild src/index.ts --bundle --outfile=server.cjs
          CMD ["node", "server.cjs"]
        `,
        'api/src/index.ts': '',
        'web/Dockerfile': `
          FROM node:24.11-slim AS builder
          WORKDIR /app
          COPY . .
          RUN npm ci && npm run build
          FROM node:24.11-slim
          WORKDIR /app
          COPY --from=builder /app/.next/standalone ./
          CMD ["node", "server.js"]
        `,
        'web/package.json': '{ "scripts": { "build": "next build" } }',
        'core/Dockerfile': `
          FROM node:24.11-slim
          WORKDIR /app
          COPY . .
          RUN npm ci
        `,
        'core/package.json': '{ "scripts": { "build": "node build.js" } }',
        'core/build.js': '',
        'host/index.ts': '',
        'go/Dockerfile': `
          FROM golang:1.25 AS build
          WORKDIR /src
          COPY . .
          RUN go build -o /out/server ./cmd/server
          FROM gcr.io/distroless/static
          COPY --from=build /out/server /server
          ENTRYPOINT ["/server"]
        `,
        'go/cmd/server/main.go': 'package main',
        'made/Dockerfile': `
          FROM python:3.13-slim
          WORKDIR /app
          COPY pyproject.toml ./
          COPY src ./src
          RUN pip install .
          COPY <<EOF /app/start.sh
          exec uvicorn shop.main:app
          EOF
          CMD ["sh", "start.sh"]
        `,
        'made/pyproject.toml': '',
        'made/src/shop/main.py': '',
      },
      {
        // Installed packages, folders that Python is told of, options that take a value, a start that may fail.
        'compose.yaml': `
          services:
            api: { build: ./api }
            flower: { build: ./api, command: gunicorn -b 0.0.0.0:8000 -k uvicorn.workers.UvicornWorker superset.app:create_app() }
            inner: { build: ./api, command: uvicorn --app-dir src main:app }
            path: { build: ./api, environment: { PYTHONPATH: /app/src }, command: python -m uvicorn main:app }
            loop: { build: ./api, command: python -u src/main.py worker }
            maybe: { build: ./api, command: sh -c "node seed.js || true; python src/main.py" }
            whole: { build: ./api, command: sh -c "cd src && exec python main.py" }
        `,
        'api/Dockerfile': `
          FROM python:3.13-slim
          WORKDIR /app
          RUN pip install -r requirements.txt
          COPY . .
          CMD ["uvicorn", "src.main:app"]
        `,
        'api/src/main.py': '',
        'api/requirements.txt': 'superset',
      },
      {
        // Scripts that package.json has, and what npm, yarn and tsx know beside them.
        'compose.yaml': `
          services:
            api: { build: . }
            plain: { build: ., command: npm start }
            serve: { build: ., command: yarn serve -s public }
            maybe: { build: ., command: npm run --if-present migrate }
            flat: { build: ., command: npm --prefix web run preview }
            inner: { build: ., command: npm run preview --workspace web }
            next: { build: ./next }
            tsx: { build: ., command: npx tsx --env-file .env worker.ts }
            bun: { build: ., command: bun run jobs }
            folder: { build: ., command: node . }
            text: { build: ., command: node -e "setInterval(console.log, 1000)" }
        `,
        Dockerfile: `
          FROM node:24.11-slim
          WORKDIR /app
          COPY . .
          RUN yarn install --frozen-lockfile
          CMD ["npm", "run", "start:prod"]
        `,
        'package.json': '{ "main": "server.js", "scripts": { "start:prod": "node server" } }',
        'server.js': '',
        'worker.ts': '',
        'next/Dockerfile': `
          FROM node:24.11-slim
          WORKDIR /app
          COPY . .
          RUN npm ci
          CMD ["npm", "start"]
        `,
        'next/package.json': '{ "scripts": { "start": "next start" } }',
        'next/next.config.js': "module.exports = { distDir: 'build' }",
        'next/.dockerignore': '.next',
      },
    ],
  },
})

const HOME_FIX =
  'Install into a folder that everybody may enter: `RUN python -m venv /opt/venv` and `/opt/venv/bin/pip install -r requirements.txt` in the build, `COPY --from=build /opt/venv /opt/venv` and `ENV PATH=/opt/venv/bin:$PATH` in the last stage.'

type Missing = Extract<EntryFiles, { state: 'missing' }>

function missing({ what, name, path, instead }: Missing): string {
  const because = instead === undefined ? '' : `: ${instead}`
  switch (what) {
    case 'script':
      return `runs the script ${name}, and ${path} has none of that name`
    case 'build':
      return `runs next start, and nothing in the build of its image runs next build${because}`
    case 'package':
      return `needs ${name} to start, and its image has no package ${path}${because}`
    case 'module':
      return `starts the module ${name}, and its container has no ${path}${because}`
    default:
      return `starts ${name}, and its container has no ${path}${because}`
  }
}

function fixOf({ what, name, others = [], fix }: Missing): { readonly fix?: string } {
  if (what === 'build')
    return { fix: 'Run `next build` in the build of the image, and copy `.next` into its last stage.' }
  if (what !== 'script') return fix === undefined ? {} : { fix }
  const meant = nearest(name, others)
  const known = others.length === 0 ? 'it has no scripts' : `it has ${listOf(others.slice(0, 8))}`
  return {
    fix: `Add "${name}" to its scripts, or run ${meant === undefined ? 'one that is there' : meant} (${known}).`,
  }
}
