import type { RunCommand, System, Workload } from '../../src/model/system.js'
import { programOf } from '../../src/parse/shell.js'
import { defineRule } from '../../src/rule.js'

const COMPILES = 'a compile-and-run command'
const DJANGO = "Django's development server"

/** Commands that start a development server or a watcher: pattern over one command, and what they are. */
const DEVELOPMENT_COMMANDS: readonly (readonly [pattern: RegExp, what: string])[] = [
  [
    /^(npm|pnpm|yarn|bun)(\s+(-C|--dir|--cwd|--filter|-F|--prefix|-w|--workspace)[= ]\S+|\s+--?[\w-]+|\s+workspace\s+\S+)*(\s+run)?\s+(dev|develop|watch|serve:dev|start:dev|dev:\S+|watch:\S+|start[:-](?:watch|dev|debug))(\s|$)/,
    'a development script',
  ],
  [
    /^(npx\s+|pnpm\s+(exec\s+)?|yarn\s+)?(next|nuxt|nuxi|astro|remix|svelte-kit|gatsby)\s+(dev|develop)(\s|$)/,
    'a development server',
  ],
  [/^(npx\s+|pnpm\s+(exec\s+)?|yarn\s+)?vite(\s+(dev|serve)|\s+-\S+|\s*$)/, 'a development server'],
  [/^(npx\s+|pnpm\s+(exec\s+)?|yarn\s+)?(nodemon|ts-node-dev|tsnd|node-dev)(\s|$)/, 'a watcher'],
  [/^(npx\s+)?tsx\s+(watch|--watch)(\s|$)/, 'a watcher'],
  [/^(node|bun|deno\s+(run|serve))\s+(-\S+\s+)*--(watch|watch-hmr|hot)(=\S*)?(\s|$)/, 'a watcher'],
  [/^node\s+(\S+\s+)*--watch(\s|$)/, 'a watcher'],
  // https://typestrong.org/ts-node/docs/performance: it compiles each file whenever it is loaded.
  [/^(npx\s+|pnpm\s+(exec\s+)?|yarn\s+)?ts-node(-esm|-script)?(\s|$)/, COMPILES],
  [/^(npx\s+)?pm2-dev(\s|$)/, 'a watcher'],
  [/^watchmedo\s+auto-restart(\s|$)/, 'a watcher'],
  [
    /^(npx\s+)?(ng\s+serve|react-scripts\s+start|vue-cli-service\s+serve|webpack(-dev-server|\s+serve|\s+(\S+\s+)*--watch))(\s|$)/,
    'a development server',
  ],
  [/^(npx\s+)?nest\s+start\s+(\S+\s+)*(--watch|-w)(\s|$)/, 'a watcher'],
  [/^(python3?\s+-m\s+)?uvicorn\s.*--reload(\s|$)/, 'a reloading server'],
  [/^(python3?\s+-m\s+)?(gunicorn|hypercorn|granian|litestar)\s.*--reload(\s|$)/, 'a reloading server'],
  [/^quart\s+(\S+\s+)*run(\s|$)/, "Quart's development server"],
  [/^fastapi\s+dev(\s|$)/, 'a development server'],
  [/^(python3?\s+-m\s+)?flask\s+(\S+\s+)*run(\s|$)/, "Flask's development server"],
  [/^(python[\d.]*\s+(-\S+\s+)*)?(\S*\/)?manage\.py\s+(runserver|runserver_plus)(\s|$)/, DJANGO],
  [
    /^(bundle\s+exec\s+)?(rails|bin\/rails)\s+(s|server)(\s|$)(?!.*(-e\s+|--environment[= ])production)/,
    "Rails' development server",
  ],
  [/^php\s+(artisan\s+serve|-S\s)/, "PHP's development server"],
  [/^(air|reflex|CompileDaemon|gin\s+run)(\s|$)/, 'a watcher'],
  [/^cargo\s+watch(\s|$)/, 'a watcher'],
  [/^dotnet\s+watch(\s|$)/, 'a watcher'],
  [/^(go|cargo|dotnet)\s+run(\s|$)/, COMPILES],
  [/^(mvnw?|gradlew?)\s+(\S+\s+)*(\S*:)?(spring-boot:run|bootRun|quarkus:dev|quarkusDev)(\s|$)/, COMPILES],
  // https://www.keycloak.org/server/configuration#_starting_keycloak
  [/^(?:kc\.sh\s+)?(?:--?\S+\s+)*start-dev(?:\s|$)/, "Keycloak's development mode"],
]

export default defineRule({
  id: 'workload/development-command',
  title: 'Production runs a development server',
  category: 'infrastructure-stability',
  severity: 'critical',
  confidence: 'A',
  since: '0.1.0',
  effort: 'hours',
  why: 'Development servers watch files and reload, run one process, are not built for load and often not for security; their authors say so themselves.',
  fix: 'Build the application in the image and start the built result with its production server.',
  refs: [
    'https://uvicorn.dev/deployment/',
    'https://flask.palletsprojects.com/en/stable/deploying/',
    'https://docs.djangoproject.com/en/stable/ref/django-admin/#runserver',
    'https://vite.dev/guide/static-deploy.html',
  ],
  reads: ['compose', 'kubernetes', 'pm2', 'dockerfile', 'source'],
  check({ system, pass, fail, unverified }) {
    for (const workload of system.workloads) {
      if (!workload.longRunning || !runsOwnCode(workload)) continue
      const { start, image } = workload
      if (!start) {
        if (image?.origin === 'built' && !image.dockerfile)
          unverified(
            workload,
            image.context?.at ?? workload.at,
            'its Dockerfile is not in the repository, so its command is not known',
          )
        else pass(workload)
        continue
      }
      const found = developmentOf(workload)
      const inCode = system.services
        .flatMap(({ developmentServers }) => developmentServers)
        .find(one => one.workload === workload.id)
      if (found && !found.isSure)
        unverified(workload, found, `whether it runs "${shown(found.words)}" is decided when it starts`)
      else if (found)
        fail(
          workload,
          found,
          `${workload.name} runs "${shown(found.words)}", ${nameOf(found.what, workload, system)}`,
          {
            fix: isKeycloak(workload) ? KEYCLOAK_FIX : fixFor(found.words.join(' ')),
            ...(isKeycloak(workload) ? { why: KEYCLOAK_WHY } : {}),
          },
        )
      else if (inCode)
        fail(workload, inCode, `the program of ${workload.name} starts \`${inCode.call}\`, ${IN_CODE[inCode.kind]}`, {
          fix: FIX_IN_CODE[inCode.kind],
        })
      else pass(workload)
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            api:
              image: ghcr.io/acme/api:1.4.0
              command: uvicorn app.main:app --host 0.0.0.0 --port 8000 --reload #! a reloading server
            desk:
              image: ghcr.io/acme/desk:1.4.0
              command: python3 -u manage.py runserver 0.0.0.0:8000 #! desk runs "python3 -u manage.py runserver 0.0.0.0:8000", Django's development server
            crm:
              image: ghcr.io/acme/crm:1.4.0
              command: pnpm --filter @erp/crm run start:dev #! crm runs "pnpm --filter @erp/crm run start:dev"
            shop:
              image: ghcr.io/acme/shop:1.4.0
              command: npm run start-watch #! shop runs "npm run start-watch", a development script
            login:
              image: quay.io/keycloak/keycloak:26.4
              command: [start-dev, --import-realm] #! login runs "start-dev --import-realm", Keycloak's development mode
            web:
              build: ./web
        `,
        'web/Dockerfile': `
          FROM node:24.1-slim
          WORKDIR /app
          COPY . .
          #! a development script
          CMD ["npm", "run", "dev"]
        `,
      },
      {
        'compose.yaml': `
          services:
            core:
              image: ghcr.io/acme/core:1.4.0
              command: sh -c "python manage.py migrate && python manage.py runserver 0.0.0.0:8000" #! Django's development server
            mail:
              image: ghcr.io/acme/mail:1.4.0
              command: npx ts-node src/main.ts #! a compile-and-run command
            queue:
              image: ghcr.io/acme/queue:1.4.0
              command: bun --hot src/main.ts #! a watcher
            stock:
              image: ghcr.io/acme/stock:1.4.0
              command: ./mvnw -q spring-boot:run #! a compile-and-run command
            rates:
              image: ghcr.io/acme/rates:1.4.0
              command: tsx --watch src/main.ts #! a watcher
            pages:
              image: ghcr.io/acme/pages:1.4.0
              command: quart --app pages run #! Quart's development server
            prices:
              image: ghcr.io/acme/prices:1.4.0
              command: dotnet run --project src/Prices #! a compile-and-run command
        `,
      },
      {
        // What the scripts say that the image starts: of its own package, and of one in a workspace.
        'compose.yaml': `
          services:
            api: { build: ./api }
            web: { build: { context: ., dockerfile: docker/web.Dockerfile } }
        `,
        'api/Dockerfile': `
          FROM node:24.1-slim
          WORKDIR /app
          COPY . .
          ENTRYPOINT ["./start.sh"]
        `,
        'api/start.sh': `
          #!/bin/sh
          npx prisma migrate deploy
          exec npm start
        `,
        'api/package.json': `
          {
            "scripts": {
              "start": "nodemon server.js" //! api runs "nodemon server.js", a watcher
            }
          }
        `,
        'docker/web.Dockerfile': `
          FROM node:24.1-slim
          WORKDIR /app
          COPY . .
          CMD ["pnpm", "--filter", "web", "start"]
        `,
        'package.json': '{ "name": "shop", "scripts": { "start": "node server.js" } }',
        'apps/web/package.json': `
          {
            "name": "@shop/web",
            "scripts": {
              "start": "react-scripts start" //! web runs "react-scripts start", a development server
            }
          }
        `,
      },
      {
        // A registry has what is built here under the same name.
        'k8s/orders.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: orders }
          spec:
            selector: { matchLabels: { app: orders } }
            template:
              metadata: { labels: { app: orders } }
              spec: { containers: [{ name: orders, image: "acme/orders:1.4.0" }] }
        `,
        'services/orders/Dockerfile': `
          FROM python:3.13-slim
          COPY app app
          CMD ["uvicorn", "app.main:app", "--host", "0.0.0.0", "--reload"] #! orders runs "uvicorn app.main:app --host 0.0.0.0 --reload"
        `,
        'services/orders/app/main.py': `
          from fastapi import FastAPI
          app = FastAPI()
        `,
      },
      {
        // Whatever the condition says.
        'compose.yaml': `
          services: { web: { build: . } }
        `,
        Dockerfile: `
          FROM node:24.1-slim
          CMD if [ -f pnpm-lock.yaml ]; then pnpm dev; else npm run dev; fi #! web runs "pnpm dev"
        `,
      },
      {
        'ecosystem.config.js': `
          module.exports = {
            apps: [
              { name: 'api', script: 'npm', args: 'run dev' }, //! api runs "npm run dev", a development script
              {
                name: 'web',
                script: './node_modules/next/dist/bin/next', //! a development server
                args: ['dev', '-p', '3000'],
              },
            ],
          }
        `,
      },
      {
        // What the program itself starts.
        'compose.yaml': `
          services:
            api: { build: api }
            shop: { build: shop }
        `,
        'api/Dockerfile': `
          FROM python:3.13-slim
          COPY . .
          CMD ["python", "-m", "app.main"]
        `,
        'api/app/__init__.py': '',
        'api/app/main.py': `
          import uvicorn
          from fastapi import FastAPI
          app = FastAPI()
          def main():
              uvicorn.run("app.main:app", host="0.0.0.0", port=8000, reload=True) #! the program of api starts \`uvicorn.run(…, reload=True)\`, a reloading server
          if __name__ == "__main__":
              main()
        `,
        'shop/Dockerfile': `
          FROM python:3.13-slim
          COPY . .
          CMD ["python", "app.py"]
        `,
        'shop/app.py': `
          from flask import Flask
          app = Flask(__name__)
          if __name__ == "__main__":
              app.run(host="0.0.0.0", port=5000) #! the program of shop starts \`app.run(…)\`, Flask's development server
        `,
      },
    ],
    good: [
      {
        // Below `__main__`, which gunicorn does not run; when a variable says so; without reloading.
        'compose.yaml': `
          services:
            shop: { build: shop }
            desk: { build: desk }
            api: { build: api }
        `,
        'shop/Dockerfile': `
          FROM python:3.13-slim
          COPY . .
          CMD ["gunicorn", "app:app", "-b", "0.0.0.0:5000"]
        `,
        'shop/app.py': `
          from flask import Flask
          app = Flask(__name__)
          if __name__ == "__main__":
              app.run(debug=True)
        `,
        'desk/Dockerfile': `
          FROM python:3.13-slim
          COPY . .
          CMD ["python", "app.py"]
        `,
        'desk/app.py': `
          import os
          from flask import Flask
          from waitress import serve
          app = Flask(__name__)
          if __name__ == "__main__":
              if os.environ.get("FLASK_DEBUG"):
                  app.run(debug=True)
              else:
                  serve(app, host="0.0.0.0", port=5000)
        `,
        'api/Dockerfile': `
          FROM python:3.13-slim
          COPY . .
          CMD ["python", "main.py"]
        `,
        'api/main.py': `
          import os
          import uvicorn
          from fastapi import FastAPI
          app = FastAPI()
          def develop():
              uvicorn.run("main:app", reload=True)
          if __name__ == "__main__":
              uvicorn.run("main:app", host="0.0.0.0", workers=4, reload=os.getenv("RELOAD", "") == "1")
        `,
      },
      {
        // A seed that ends before the server starts.
        'compose.yaml': `
          services: { api: { build: . } }
        `,
        Dockerfile: `
          FROM node:24.4.1
          WORKDIR /app
          COPY . .
          CMD ["./start.sh"]
        `,
        'start.sh': `
          #!/bin/sh
          set -e
          npm run seed
          npm run start:prod
        `,
        'package.json': `
          { "name": "api", "scripts": { "seed": "ts-node src/seed.ts", "start:prod": "node dist/main.js" } }
        `,
      },
      {
        // The stage for development is not what the registry has, nor is a Dockerfile for it.
        'k8s/orders.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: orders }
          spec:
            selector: { matchLabels: { app: orders } }
            template:
              metadata: { labels: { app: orders } }
              spec: { containers: [{ name: orders, image: "acme/orders:1.4.0" }, { name: tax, image: "acme/tax:1.4.0" }] }
        `,
        'docker-compose.dev.yml': `
          services:
            orders: { build: { context: ./services/orders, target: dev } }
            tax: { build: { context: ./services/tax, dockerfile: Dockerfile.dev } }
        `,
        'services/orders/Dockerfile': `
          FROM python:3.13-slim AS dev
          COPY app app
          CMD ["uvicorn", "app.main:app", "--host", "0.0.0.0", "--reload"]
          FROM dev
          CMD ["uvicorn", "app.main:app", "--host", "0.0.0.0"]
        `,
        'services/orders/app/main.py': `
          from fastapi import FastAPI
          app = FastAPI()
        `,
        'services/tax/Dockerfile.dev': `
          FROM python:3.13-slim
          COPY main.py .
          CMD ["uvicorn", "main:app", "--reload"]
        `,
        'services/tax/main.py': `
          from fastapi import FastAPI
          app = FastAPI()
        `,
      },
      {
        // A script is what it runs, whatever it is called.
        'compose.yaml': `
          services: { api: { build: . } }
        `,
        Dockerfile: `
          FROM node:24.1-slim
          WORKDIR /app
          COPY . .
          CMD ["npm", "run", "dev"]
        `,
        'package.json': '{ "scripts": { "dev": "node server.js" } }',
      },
      {
        'compose.yaml': `
          services:
            login: { image: "quay.io/keycloak/keycloak:26.4", command: start --optimized, environment: { KC_DB: postgres } }
            usual: { image: "quay.io/keycloak/keycloak:26.4" }
        `,
      },
      {
        'ecosystem.config.js': `
          module.exports = {
            apps: [
              { name: 'api', script: 'npm', args: 'start' },
              { name: 'web', script: 'node_modules/next/dist/bin/next', args: 'start' },
            ],
          }
        `,
        'ecosystem.dev.config.js': `
          module.exports = { apps: [{ name: 'api', script: 'npm', args: 'run dev' }] }
        `,
      },
      {
        'compose.yaml': `
          services:
            api: { image: "ghcr.io/acme/api:1.4.0", command: uvicorn app.main:app --workers 4 }
            web: { build: { context: ./web, target: runner } }
            preview: { image: "ghcr.io/acme/preview:1.4.0", command: npx vite preview --host }
            shop: { image: "ghcr.io/acme/shop:1.4.0", command: bundle exec rails server -e production }
            till: { image: "ghcr.io/acme/till:1.4.0", command: sh -c "RAILS_ENV=production exec bundle exec rails server" }
            queue: { image: "ghcr.io/acme/queue:1.4.0", command: node queue.js --watch-folder /data }
            db: { image: "postgres:17.2" }
        `,
        'web/Dockerfile': `
          FROM node:24.1-slim AS dev
          CMD ["npm", "run", "dev"]

          FROM node:24.1-slim AS runner
          CMD ["node", "server.js"]
        `,
      },
    ],
  },
})

interface DevelopmentCommand extends Pick<RunCommand, 'words' | 'at' | 'isSure'> {
  readonly what: string
}

/** The development server that a workload runs: as it is called, or in the scripts that its command leads to. */
function developmentOf(workload: Workload): DevelopmentCommand | undefined {
  const runs = workload.runs ?? []
  const found = runs.flatMap((run, index) => {
    const what = whatIs(run.words, workload)
    // A migration or a seed that `ts-node` runs ends before the server behind it starts.
    if (what === COMPILES && runs.slice(index + 1).some(later => RUNNERS.test(programOf(later.words) ?? ''))) return []
    const called = run.calledBy && whatIs(run.calledBy, workload)
    if (called !== undefined && workload.start && (what !== undefined || !/^node$/.test(run.words[0] ?? '')))
      return [{ words: run.calledBy ?? run.words, at: workload.start.at, isSure: run.isSure, what: called }]
    return what === undefined ? [] : [{ words: run.words, at: run.at, isSure: run.isSure, what }]
  })
  const sure = found.find(one => one.isSure)
  if (sure) return sure
  // Whatever the condition says, another development server runs.
  const others = runs.filter(run => !run.isSure && RUNNERS.test(programOf(run.words) ?? ''))
  const isOnly = others.every(run => whatIs(run.words, workload) ?? (run.calledBy && whatIs(run.calledBy, workload)))
  const [first] = found
  return first && { ...first, isSure: isOnly }
}

const IN_CODE = { flask: "Flask's development server", reload: 'a reloading server' } as const
const FIX_IN_CODE = {
  flask:
    'Start a production server in its place: `gunicorn main:app --bind 0.0.0.0:8000 --workers 4`, with the module that has the application. What stands below `if __name__ == "__main__":` is for the machine of a developer.',
  reload:
    'Take `reload=True` out, or start the server by its command: `uvicorn main:app --host 0.0.0.0 --port 8000 --workers 4`.',
} as const

const RUNNERS =
  /^(?:node|bun|deno|npm|pnpm|yarn|npx|next|nuxt|serve|nginx|pm2.*|python[\d.]*|gunicorn|uvicorn|java|go)$/

/** `manage.py runserver` is a command of Flask-Script, too: https://flask-script.readthedocs.io/en/latest/#default-commands */
function nameOf(what: string, workload: Workload, { services }: System): string {
  const own = services.filter(one => one.workloads.some(({ id }) => id === workload.id))
  const frameworks = (own.length > 0 ? own : services).flatMap(one => one.routes.routes.map(route => route.framework))
  const isFlask = frameworks.includes('flask') && !frameworks.includes('django')
  return what === DJANGO && isFlask ? "Flask's development server" : what
}

/** What kind of development server a command starts; undefined for all others. */
function whatIs(words: RunCommand['words'], workload: Workload): string | undefined {
  const command = plain(words.map(word => word ?? '?').join(' '))
  return saysProduction(workload, command)
    ? undefined
    : DEVELOPMENT_COMMANDS.find(([pattern]) => pattern.test(command))?.[1]
}

function shown(words: RunCommand['words']): string {
  return plain(words.map(word => word ?? '?').join(' ')).slice(0, 80)
}

function runsOwnCode(workload: Workload): boolean {
  const kind = workload.software?.kind
  return kind === undefined || kind === 'runtime' || kind === 'application' || isKeycloak(workload)
}

function isKeycloak({ software }: Workload): boolean {
  return software?.id === 'keycloak'
}

const KEYCLOAK_WHY =
  'start-dev answers over plain HTTP under any host name, reads its themes anew with every request and, unless KC_DB names a database, keeps realms and users in an H2 file in the container. Its authors do not support it in production.'
const KEYCLOAK_FIX =
  'Start it with `command: start` (`start --optimized` on an image that ran `kc.sh build`), and give it KC_DB and KC_DB_URL, KC_HOSTNAME, and KC_PROXY_HEADERS=xforwarded with KC_HTTP_ENABLED=true behind a proxy that has the certificate.'

/** Without `exec`, `sudo -u x`, environment assignments and paths before the program. */
function plain(command: string): string {
  return command
    .replace(
      /^(exec|tini|dumb-init|\/sbin\/tini|--|-g|command|env|nohup|time|\w+=\S*|poetry run|pipenv run|uv run|pdm run)\s+/g,
      '',
    )
    .replace(/^(exec|--|poetry run|pipenv run|uv run|pdm run)\s+/, '')
    .replace(
      /^(?:\.\/)?(?:[\w.-]+\/)*(?=(?:nodemon|next|vite|uvicorn|gunicorn|flask|tsx|ts-node|nest|ng|mvnw|gradlew)\b)/,
      '',
    )
    .replace(/^(?:\/[\w.-]+)+\//, '')
}

function saysProduction(workload: Workload, command: string): boolean {
  if (!/\b(rails|bin\/rails)\b/.test(command)) return false
  const commands = workload.start?.script?.commands ?? []
  if (commands.some(({ assignments }) => assignments.some(one => /^(?:RAILS|RACK)_ENV=production$/.test(one))))
    return true
  const mode = workload.environment.get('RAILS_ENV') ?? workload.environment.get('RACK_ENV')
  return mode !== undefined && (!mode.value.known || mode.value.value === 'production')
}

function fixFor(command: string): string {
  if (/uvicorn|fastapi/.test(command))
    return 'Drop `--reload` and start workers: `uvicorn app.main:app --host 0.0.0.0 --port 8000 --workers 4`.'
  if (/manage\.py|flask|django/.test(command))
    return 'Start a production server: `gunicorn project.wsgi:application --bind 0.0.0.0:8000 --workers 4`.'
  if (/\bnext\b/.test(command))
    return 'Run `next build` in the image and start it with `next start` (or `node server.js` with `output: "standalone"`).'
  if (/vite|ng serve|react-scripts|webpack/.test(command))
    return 'Run the build in a build stage and serve its output from nginx or another static server.'
  if (/^go run/.test(command)) return 'Compile in a build stage (`go build -o /app ./cmd/api`) and start the binary.'
  return 'Build in a build stage and start the result directly, for example `CMD ["node", "dist/main.js"]`.'
}
